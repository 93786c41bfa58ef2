"""``check``: lint drafts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from disclosure_lint.cli import options
from disclosure_lint.cli.linting import exit_code, overrides, warn_without_rules
from disclosure_lint.cli.session import Session
from disclosure_lint.cli.terminal import write
from disclosure_lint.cli.work import check_all
from disclosure_lint.diagnostic import Report
from disclosure_lint.errors import UserError
from disclosure_lint.files import Entry
from disclosure_lint.report import FORMATS, renderer
from disclosure_lint.rule import Rule, Text

_READ_BY_PEOPLE = ("full", "concise")
_STATISTICS = Text("--statistics 只用于 full 和 concise", "--statistics goes with full and concise only")
_HELP = """\
\b
检查草稿。PATHS 是文件、文件夹（遵守 .gitignore）或“-”（标准输入）；
不写就查当前文件夹。

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
@options.selection
@options.fail_on
@options.together
@options.genre
@options.stage
@options.config
@options.reading
@options.revisions
@options.showing
@click.option("-q", "--quiet", is_flag=True, help="只列问题，不要小结 / findings only, no summary")
@click.option("--statistics", is_flag=True, help="另按规则计数 / count the findings by rule as well")
@options.exit_zero
def command(
    *,
    paths: tuple[str, ...],
    config: str | None,
    isolated: bool,
    stdin_filename: str | None,
    together: bool,
    revisions: str,
    **given: Any,
) -> int:
    """Lint drafts."""
    session = Session(paths, config, isolated, overrides(given), stdin_filename, together, revisions)
    name = session.config.output_format
    if given["statistics"] and name not in _READ_BY_PEOPLE:
        raise UserError(_STATISTICS)
    rules = session.rules  # whoever names a rule wrongly must hear of it even where there is no draft
    entries = session.entries()
    warn_without_rules(session, rules, entries)
    report = Report(check_all(session, entries))
    view = session.view(given["color"])._replace(
        quiet=given["quiet"],
        statistics=given["statistics"],
        rules=_enabled(session, rules, entries) if name == "sarif" else (),
    )
    write(renderer(name)(report, view))
    return exit_code(session, report, exit_zero=given["exit_zero"])


def _enabled(session: Session, rules: tuple[Rule, ...], entries: Sequence[Entry]) -> tuple[Rule, ...]:
    """The rules that were on for any of the files; without files, those that would have been."""
    paths = [session.name(entry) for entry in entries] or ["."]
    on = {active.rule.code for path in paths for active in session.config.for_file(path, rules).active}
    return tuple(rule for rule in rules if rule.code in on)
