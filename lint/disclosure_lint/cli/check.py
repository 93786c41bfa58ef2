"""``check``: lint drafts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from disclosure_lint.cli import options
from disclosure_lint.cli.session import Session
from disclosure_lint.cli.terminal import complain, write
from disclosure_lint.cli.work import check_all
from disclosure_lint.diagnostic import Report
from disclosure_lint.errors import UserError
from disclosure_lint.files import Entry
from disclosure_lint.report import FORMATS, renderer
from disclosure_lint.rule import Rule, Severity, Text

_LEVELS = ("error", "warning", "info", "never")
_READ_BY_PEOPLE = ("full", "concise")
_STATISTICS = Text("--statistics 只用于 full 和 concise", "--statistics goes with full and concise only")
_GRADING = Text(
    "--severity 写成 CODE=LEVEL，如 TOT003=warning，不能是“{}”",
    "--severity is CODE=LEVEL, as in TOT003=warning, not '{}'",
)
_NO_RULES = Text("没有启用任何规则，什么都没有查", "no rules are on: nothing was checked")
_NO_SET = Text(
    "--together 需要同一单位、同一轮巡视巡察的整改方案和通报（或报告），这些文件里没有，什么都没有对照",
    "--together needs a plan and a disclosure or report of one body and one inspection: there are none, nothing was compared",
)
_CRASHED = Text("规则 {} 运行时出错，没有查完", "{} broke down and did not finish")
_HELP = """\
检查草稿。PATHS 是文件、文件夹（遵守 .gitignore）或“-”（标准输入）；不写就查当前文件夹。

Check drafts. PATHS are files, folders (minding .gitignore) or “-” (standard input); without any, the current folder.

\b
退出码 / exit codes:
  0  没有达到 --fail-on 的问题 / nothing at or above --fail-on
  1  有问题 / findings
  2  有事没办成 / the work could not be done
"""


@click.command(help=_HELP, short_help="检查草稿 / check drafts")
@options.paths
@options.output_format(*FORMATS, default=None)
@click.option("--select", multiple=True, metavar="RULES", help="只用这些规则：编号、前缀、名称、ALL / only these rules")
@click.option("--ignore", multiple=True, metavar="RULES", help="不用这些规则 / none of these rules")
@click.option("--extend-select", multiple=True, metavar="RULES", help="另加这些规则 / these rules as well")
@click.option(
    "--severity", multiple=True, metavar="CODE=LEVEL", help="改规则的级别 / grade a rule: error, warning, info"
)
@click.option(
    "--fail-on",
    type=options.Choice(_LEVELS),
    help="从哪一级起退出码为1 / least level for exit code 1 [default: error]",
)
@click.option(
    "--together",
    is_flag=True,
    help="这些文件是同一件事的方案和通报，相互对照 / plan and disclosure of one matter: hold them against each other",
)
@options.genre
@click.option(
    "--stage", type=options.Choice(["draft", "final"]), help="起草中或定稿 / stage of the text [default: final]"
)
@options.config
@options.reading
@options.showing
@click.option("-q", "--quiet", is_flag=True, help="只列问题，不要小结 / findings only, no summary")
@click.option("--statistics", is_flag=True, help="另按规则计数 / count the findings by rule as well")
@click.option("--exit-zero", is_flag=True, help="有问题也以0退出 / exit 0 in spite of findings")
def command(
    *,
    paths: tuple[str, ...],
    config: str | None,
    isolated: bool,
    stdin_filename: str | None,
    together: bool,
    **given: Any,
) -> int:
    """Lint drafts."""
    session = Session(paths, config, isolated, _overrides(given), stdin_filename, together)
    name = session.config.output_format
    if given["statistics"] and name not in _READ_BY_PEOPLE:
        raise UserError(_STATISTICS)
    rules = session.rules  # whoever names a rule wrongly must hear of it even where there is no draft
    entries = session.entries()
    if entries and not any(_has_rules(session, rules, entry) for entry in entries):
        complain(_NO_RULES.lang(session.language))
    report = Report(check_all(session, entries))
    view = session.view(given["color"])._replace(
        quiet=given["quiet"],
        statistics=given["statistics"],
        rules=_enabled(session, rules, entries) if name == "sarif" else (),
    )
    write(renderer(name)(report, view))
    code = _exit_code(session, report, exit_zero=given["exit_zero"])
    if together and not any(file.plans for file in report.files):
        complain(f"disclosure-lint: {_NO_SET.lang(session.language)}")
        return 2
    return code


def _overrides(given: dict[str, Any]) -> dict[str, Any]:
    """What the command line sets, by the keys of the configuration."""
    values = {name: given[name] for name in ("output_format", "fail_on", "genre", "stage", "max_size", "lang")}
    values |= {name: options.listed(name, given[name]) for name in ("select", "ignore", "extend_select")}
    return values | {"severity": _severities(given["severity"])}


def _severities(given: Sequence[str]) -> dict[str, str] | None:
    found: dict[str, str] = {}
    for item in options.listed("severity", given) or ():
        selector, equals, level = (part.strip() for part in item.replace("＝", "=").partition("="))
        if not (equals and selector and level):
            raise UserError(Text(_GRADING.zh.format(item), _GRADING.en.format(item)))
        found[selector] = level
    return found or None


def _has_rules(session: Session, rules: tuple[Rule, ...], entry: Entry) -> bool:
    """Whether any rule is on for a file, apart from those that nobody can switch off."""
    return any(not active.rule.always for active in session.config.for_file(session.name(entry), rules).active)


def _enabled(session: Session, rules: tuple[Rule, ...], entries: Sequence[Entry]) -> tuple[Rule, ...]:
    """The rules that were on for any of the files; without files, those that would have been."""
    paths = [session.name(entry) for entry in entries] or ["."]
    on = {active.rule.code for path in paths for active in session.config.for_file(path, rules).active}
    return tuple(rule for rule in rules if rule.code in on)


def _exit_code(session: Session, report: Report, *, exit_zero: bool) -> int:
    failed = False
    for file in report.files:
        if file.error is not None:
            session.complain_of(file.path, file.error)
        if file.crashed:
            session.complain_of(
                file.path,
                Text(_CRASHED.zh.format("、".join(file.crashed)), _CRASHED.en.format(", ".join(file.crashed))),
            )
        failed = failed or file.error is not None or bool(file.crashed)
    if failed:
        return 2
    least = session.config.fail_on
    if exit_zero or least is None:
        return 0
    return int(any(report.count(severity) for severity in Severity if severity.rank >= least.rank))
