"""``check``: lint drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import click

from disclosure_lint.cli import options
from disclosure_lint.cli.session import Session
from disclosure_lint.cli.terminal import write
from disclosure_lint.cli.work import check_all
from disclosure_lint.diagnostic import Report
from disclosure_lint.files import Entry
from disclosure_lint.report import FORMATS, renderer
from disclosure_lint.rule import Rule, Severity, Text

_LEVELS = ("error", "warning", "info", "never")
_READ_BY_PEOPLE = ("full", "concise")
_CRASHED = Text("规则 {} 运行时出错，没有查完", "rule {} broke down and was not checked")
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
    "--fail-on", type=click.Choice(_LEVELS), help="从哪一级起退出码为 1 / least level for exit code 1 [default: error]"
)
@options.genre
@click.option(
    "--stage", type=click.Choice(["draft", "final"]), help="起草中或定稿 / stage of the text [default: final]"
)
@options.config
@options.reading
@options.showing
@click.option("-q", "--quiet", is_flag=True, help="只列问题，不要小结 / findings only, no summary")
@click.option("--statistics", is_flag=True, help="另按规则计数 / count the findings by rule as well")
@click.option("--exit-zero", is_flag=True, help="有问题也以 0 退出 / exit 0 in spite of findings")
def command(
    *, paths: tuple[str, ...], config: str | None, isolated: bool, stdin_filename: str | None, **given: Any
) -> int:
    """Lint drafts."""
    session = Session(paths, config, isolated, _overrides(given), stdin_filename)
    name = session.config.output_format
    if given["statistics"] and name not in _READ_BY_PEOPLE:
        raise click.UsageError(
            Text("--statistics 只用于 full 和 concise", "--statistics goes with full and concise only").lang(
                session.language
            )
        )
    rules = session.rules  # whoever names a rule wrongly must hear of it even where there is no draft
    entries = session.entries()
    report = Report(check_all(session, entries))
    view = replace(
        session.view(given["color"]),
        quiet=given["quiet"],
        statistics=given["statistics"],
        rules=_enabled(session, rules, entries) if name == "sarif" else (),
    )
    write(renderer(name)(report, view))
    return _exit_code(session, report, exit_zero=given["exit_zero"])


def _overrides(given: dict[str, Any]) -> dict[str, Any]:
    """What the command line sets, by the keys of the configuration."""
    values = {name: given[name] for name in ("output_format", "fail_on", "genre", "stage", "max_size", "lang")}
    values |= {name: options.listed(given[name]) for name in ("select", "ignore", "extend_select")}
    return values | {"severity": _severities(given["severity"])}


def _severities(given: Sequence[str]) -> dict[str, str] | None:
    found: dict[str, str] = {}
    for item in options.listed(given) or ():
        selector, equals, level = item.partition("=")
        if not (equals and selector and level):
            raise click.BadParameter(f"{item!r}: CODE=LEVEL (TOT003=warning)", param_hint="--severity")
        found[selector.strip()] = level.strip()
    return found or None


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
        for code in file.crashed:
            session.complain_of(file.path, Text(_CRASHED.zh.format(code), _CRASHED.en.format(code)))
        failed = failed or file.error is not None or bool(file.crashed)
    if failed:
        return 2
    least = session.config.fail_on
    if exit_zero or least is None:
        return 0
    return int(any(report.count(severity) for severity in Severity if severity.rank >= least.rank))
