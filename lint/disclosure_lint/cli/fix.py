"""``fix``: make the corrections that rules offer."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Any, NamedTuple

import click

from disclosure_grammar import endings
from disclosure_grammar.source import Source
from disclosure_lint.cli import drafts, options, writing
from disclosure_lint.cli.drafts import Draft, Target
from disclosure_lint.cli.linting import exit_code, overrides, warn_without_rules, why_not
from disclosure_lint.cli.session import Session
from disclosure_lint.cli.terminal import complain, write, write_bytes
from disclosure_lint.cli.work import check_source
from disclosure_lint.diagnostic import FileReport, Other, Report
from disclosure_lint.errors import UserError
from disclosure_lint.files import STDIN, Entry
from disclosure_lint.fixing import SAFE_ONLY, WITH_UNSAFE, Fixed, Lint, fix, units
from disclosure_lint.report import View
from disclosure_lint.report.corrections import Correction, Manner, render
from disclosure_lint.rule import Safety, Text

_CORRECTED = (*endings.TEXT, *endings.WORD)
_WHICH = Text("请写明要改正哪些草稿（文件、文件夹或“-”）", "say which drafts to correct (files, folders or “-”)")
_NOT_BOTH = Text("-o 和 --diff 只能用一个", "-o and --diff cannot be used together")
_ONE = Text("-o 只用于一份草稿，这里有{}份", "-o goes with one draft, not {}")
_HELP = """\
\b
改正草稿里有把握的差错，直接写回文件，编码、换行、格式不变。
PATHS 是文件、文件夹或“-”（读标准输入，写标准输出）。先看改什么，加 --diff
（个人号码已遮盖，不能当补丁用）。Word 文档加 --track-changes，改动写成修订，
由人接受或拒绝。

Correct what is certain, in the files themselves; encoding, line ends and formatting stay. PATHS are files, folders or “-” (standard input to
standard output). --diff shows the changes first (personal numbers are masked: it is no patch). In Word documents --track-changes writes them
as tracked changes, to be accepted or rejected.

\b
退出码 / exit codes:
  0  没有剩下达到 --fail-on 的问题 / nothing left at or above --fail-on
  1  还有问题，或 --diff 有可改的 / findings left, or changes with --diff
  2  有事没办成 / the work could not be done
"""


class Order(NamedTuple):
    """What was asked for.

    Attributes:
        target: where corrected drafts go.
        wanted: how safe the corrections have to be.
    """

    target: Target
    wanted: frozenset[Safety]

    @property
    def manner(self) -> Manner:
        """What becomes of the corrections."""
        if self.target.shown:
            return Manner.SHOWN
        return Manner.TRACKED if self.target.tracked else Manner.WRITTEN

    def saved(self, path: str) -> str:
        """The file that is written for the draft at a path, where that is not the draft itself."""
        target = self.target.path
        return "" if target is None or writing.is_same(path, target) else target


@click.command(help=_HELP, short_help="改正有把握的差错 / correct what is certain")
@options.paths
@click.option("--diff", is_flag=True, help="只看要改什么，不写文件 / show the changes, write nothing")
@click.option("--unsafe-fixes", is_flag=True, help="连要人定夺的也改 / make those that need a second look as well")
@click.option("-o", "--output", type=click.Path(), metavar="FILE", help="另存为 / write the corrected draft there")
@click.option("--track-changes", is_flag=True, help="在 Word 里写成修订 / write tracked changes (Word)")
@options.selection
@options.fail_on
@options.together
@options.genre
@options.stage
@options.config
@options.reading
@options.showing
@click.option("-q", "--quiet", is_flag=True, help="不要小结 / no summary")
@options.exit_zero
def command(
    *,
    paths: tuple[str, ...],
    config: str | None,
    isolated: bool,
    stdin_filename: str | None,
    together: bool,
    **given: Any,
) -> int:
    """Correct drafts."""
    order = _order(paths, given)
    session = Session(paths, config, isolated, overrides(given), stdin_filename, together)
    rules = session.rules
    entries = _drafts(session, endings.WORD if order.target.tracked else _CORRECTED)
    if given["output"] is not None and len(entries) != 1:
        raise UserError(Text(_ONE.zh.format(len(entries)), _ONE.en.format(len(entries))))
    warn_without_rules(session, rules, entries)
    view = session.view(given["color"])
    corrections = [_corrected(session, entry, order, view) for entry in entries]
    code = exit_code(session, Report(tuple(each.report for each in corrections)), exit_zero=given["exit_zero"])
    if not given["quiet"]:
        _sum_up(corrections, view, order, beside=order.target.shown or (STDIN in paths and order.target.path is None))
    to_make = order.target.shown and not given["exit_zero"] and any(each.made for each in corrections)
    return max(code, int(to_make))


def _sum_up(corrections: list[Correction], view: View, order: Order, *, beside: bool) -> None:
    """Say what was done; ``beside`` the standard output, where that holds a draft or a diff."""
    if not beside:
        write(render(corrections, view, order.manner))
        return
    for line in render(corrections, view._replace(colour=False), order.manner).splitlines():
        complain(line)


def _order(paths: tuple[str, ...], given: dict[str, Any]) -> Order:
    """What was asked for.

    Raises:
        UserError: it does not go together.
    """
    if not paths:
        raise UserError(_WHICH)
    if given["diff"] and given["output"] is not None:
        raise UserError(_NOT_BOTH)
    wanted = WITH_UNSAFE if given["unsafe_fixes"] else SAFE_ONLY
    return Order(Target(given["output"], given["track_changes"], given["diff"]), wanted)


def _drafts(session: Session, endings: tuple[str, ...]) -> tuple[Entry, ...]:
    """The files that are named, whatever they are, and those with one of these endings in the folders that are named."""
    named = {os.path.abspath(path) for path in session.paths}
    return tuple(
        entry
        for entry in session.entries()
        if entry.path == STDIN or entry.path.lower().endswith(endings) or os.path.abspath(entry.path) in named
    )


def _corrected(session: Session, entry: Entry, order: Order, view: View) -> Correction:
    """Correct one draft; one that cannot be has the ``error`` of its report set."""
    path = session.name(entry)
    try:
        data = session.data(entry)
        draft = drafts.opened(data, path, session.config.max_size, order.target)
        fixed = fix(draft.source, _check(session, entry), order.wanted, draft.obstructs)
        saved = order.saved(entry.path)
        _deliver(entry, draft, fixed, order, view)
    except Exception as error:
        return Correction(FileReport(path, error=why_not(error)))
    offered = WITH_UNSAFE - order.wanted
    return Correction(
        report=replace(fixed.report, source=None),
        made=fixed.made,
        obstacles=fixed.obstacles,
        restless=fixed.restless,
        offered=len(units(fixed.report.diagnostics, fixed.source, offered)),
        saved=saved,
    )


def _check(session: Session, entry: Entry) -> Lint:
    """How to check a draft whose text changes from round to round."""

    def check(source: Source) -> FileReport:
        report = check_source(session, entry, source)
        if report.genre is None and report.error is not None:  # the program broke down
            raise UserError(report.error)
        return report

    return check


def _deliver(entry: Entry, draft: Draft, fixed: Fixed, order: Order, view: View) -> None:
    """Show the changes, or write the corrected draft where it belongs.

    Raises:
        UserError: it cannot be written; nothing is changed then.
    """
    if order.target.shown:
        from disclosure_lint.report import diff

        before, after = Other(draft.source, fixed.first.personal), Other(fixed.source, fixed.report.personal)
        write(diff.render(before, after, view))
        return
    data = draft.revised(fixed)
    target = order.target.path
    if target is None and entry.path == STDIN:
        write_bytes(data)
    elif target is None or writing.is_same(entry.path, target):
        if data != draft.data:
            writing.replace(entry.path, draft.data, data)
    else:
        writing.put(target, data)
