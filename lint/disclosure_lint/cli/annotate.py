"""``annotate``: the findings as comments in a Word document."""

from __future__ import annotations

import os
from datetime import datetime
from typing import Any, NamedTuple

import click

from disclosure_grammar import endings
from disclosure_grammar.readers import word_bytes
from disclosure_lint.cli import options, writing
from disclosure_lint.cli.linting import exit_code, overrides, warn_without_rules, why_not
from disclosure_lint.cli.session import Session
from disclosure_lint.cli.terminal import write
from disclosure_lint.cli.work import check_source
from disclosure_lint.diagnostic import FileReport, Report
from disclosure_lint.errors import UserError
from disclosure_lint.files import STDIN, Entry
from disclosure_lint.report.words import one_line
from disclosure_lint.rule import Text

_NO_STDIN = Text(
    "批注要写进文件，不能从标准输入读草稿", "comments go into a file: the draft cannot come from standard input"
)
_WHERE_TO = Text(
    "请用 -o 写明批注后的文件（如 -o 批注.docx），要直接写进原文件的用 --in-place",
    "say where the commented copy goes with -o (as in -o out.docx), or --in-place to write into the drafts themselves",
)
_NOT_BOTH = Text("-o 和 --in-place 只能用一个", "-o and --in-place cannot be used together")
_ONE = Text(
    "-o 只用于一份草稿，这里有{}份；几份一起批注用 --in-place",
    "-o goes with one draft, not {}; use --in-place for several",
)
_NONE = Text("没有找到要批注的 Word 文档（.docx）", "no Word documents (.docx) found")
_SAME = Text(
    "-o 写的就是草稿本身；要直接写进原文件，请用 --in-place",
    "-o names the draft itself; use --in-place to write into it",
)
_COPY_ONLY = Text(
    "不是 .docx，批注不能写回原文件；请用 -o 另存一份 .docx",
    "not a .docx: comments cannot be written back; save a commented .docx copy with -o",
)
_DONE = Text("{}：{}条批注", "{}: {} comments")
_DONE_ONE = Text("{}：1条批注", "{}: 1 comment")
_LEFT = Text("，另有{}个问题没有写成批注", "; {} more findings got none")
_CLEAN = Text("{}：没有发现问题，没有写批注", "{}: nothing found, no comments")
_HELP = """\
\b
把检查结果写成 Word 批注。PATHS 是 .docx 文件或文件夹；用 -o 另存一份
（.doc、.wps、.odt、.rtf 也可以，需要 LibreOffice），或用 --in-place
写进原文件。再次运行会换掉自己以前的批注，不动别人的批注。

Write the findings as comments. PATHS are .docx files or folders: -o saves a copy (of .doc, .wps, .odt and .rtf as well, through LibreOffice),
--in-place writes into the drafts. Another run replaces its own comments and leaves those of others alone.

\b
退出码 / exit codes:
  0  没有达到 --fail-on 的问题 / nothing at or above --fail-on
  1  有问题 / findings
  2  有事没办成 / the work could not be done
"""


@click.command(help=_HELP, short_help="写成 Word 批注 / comment in Word")
@options.paths
@click.option("-o", "--output", type=click.Path(), metavar="FILE", help="批注后的文件 / the commented copy")
@click.option("--in-place", is_flag=True, help="写进原文件 / write into the drafts themselves")
@options.selection
@options.fail_on
@options.together
@options.genre
@options.stage
@options.config
@options.max_size
@options.language
@click.option("-q", "--quiet", is_flag=True, help="不报批注数 / do not say how many comments there are")
@options.exit_zero
def command(
    *,
    paths: tuple[str, ...],
    output: str | None,
    in_place: bool,
    config: str | None,
    isolated: bool,
    together: bool,
    **given: Any,
) -> int:
    """Write the findings as comments."""
    _demand_target(paths, output, in_place=in_place)
    session = Session(paths, config, isolated, overrides(given), together=together)
    rules = session.rules
    entries = _drafts(session)
    if output is not None:
        _demand_copy(entries, output)
    warn_without_rules(session, rules, entries)
    reports = []
    for entry in entries:
        made = _annotated(session, entry, output)
        if made.data and not given["quiet"]:
            write(_said(session, made, output))
        reports.append(made.report)
    return exit_code(session, Report(tuple(reports)), exit_zero=given["exit_zero"])


def _demand_target(paths: tuple[str, ...], output: str | None, *, in_place: bool) -> None:
    """See that it was said where the comments go.

    Raises:
        UserError: it was not, or twice.
    """
    if STDIN in paths:
        raise UserError(_NO_STDIN)
    if output is not None and in_place:
        raise UserError(_NOT_BOTH)
    if output is None and not in_place:
        raise UserError(_WHERE_TO)


def _drafts(session: Session) -> tuple[Entry, ...]:
    """The files that are named, whatever they are, and the Word documents in the folders that are named.

    Of drafts of one matter only what can hold comments; the others are there to be compared with.

    Raises:
        UserError: there are none.
    """
    named = {os.path.abspath(path) for path in session.paths}
    able = endings.WORD + endings.CONVERTED

    def counts(path: str) -> bool:
        is_named = os.path.abspath(path) in named
        return path.lower().endswith(able if is_named else endings.WORD) or (is_named and not session.together)

    entries = tuple(entry for entry in session.entries() if counts(entry.path))
    if not entries:
        raise UserError(_NONE)
    return entries


def _demand_copy(entries: tuple[Entry, ...], output: str) -> None:
    """See that a copy can be saved under that name without harm to the draft.

    Raises:
        UserError: there are several drafts, the name is that of the draft, or it does not say what the file will be.
    """
    if len(entries) > 1:
        raise UserError(Text(_ONE.zh.format(len(entries)), _ONE.en.format(len(entries))))
    draft = entries[0].path
    if writing.is_same(draft, output):
        raise UserError(_SAME)
    writing.demand_ending(draft, output)


class _Made(NamedTuple):
    """What came of a draft: the report, and the file with comments if it could be made."""

    report: FileReport
    data: bytes = b""
    comments: int = 0


def _annotated(session: Session, entry: Entry, output: str | None) -> _Made:
    """Annotate one draft and write the result; what keeps it from being done is the ``error`` of the report."""
    name = session.name(entry)
    try:
        draft = session.data(entry)
        document = word_bytes(draft, entry.path)
        if output is None and document is not draft:
            return _Made(FileReport(name, error=_COPY_ONLY))
        made = _commented(session, entry, document)
        if output is not None and made.data:
            writing.put(output, made.data)
        elif made.data and made.data != draft:
            writing.replace(entry.path, draft, made.data)
        return made
    except Exception as error:
        return _Made(FileReport(name, error=why_not(error)))


def _said(session: Session, made: _Made, output: str | None) -> str:
    """The line about a draft that was written: how many comments there are."""
    words = _CLEAN if not made.report.diagnostics else _DONE_ONE if made.comments == 1 else _DONE
    left = len(made.report.diagnostics) - made.comments
    more = _LEFT.lang(session.language).format(left) if left else ""
    return words.lang(session.language).format(one_line(output or made.report.path), made.comments) + more + "\n"


def _commented(session: Session, entry: Entry, document: bytes) -> _Made:
    """The document with a comment for each finding; our comments of an earlier run are gone before anything is checked."""
    from disclosure_grammar.readers.word import read_word
    from disclosure_grammar.readers.word.package import Package
    from disclosure_lint.word.annotate import annotate
    from disclosure_lint.word.own import strip

    package = Package.open(document)
    stripped = strip(package)
    if stripped.parts:
        document = package.rewritten(stripped.parts)
    word = read_word(document, session.name(entry))
    report = check_source(session, entry, word.source)
    if report.genre is None:  # it broke the program
        return _Made(report)
    made = annotate(word, report, session.language, datetime.now(), stripped.dates)
    return _Made(report, made.data if made.comments else document, made.comments)
