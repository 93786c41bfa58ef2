"""What closes the report for people: how many files and findings there were, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.diagnostic import FileReport, Report
from disclosure_lint.report import SEVERITIES, View
from disclosure_lint.report.layout import Line, Piece
from disclosure_lint.rule import Safety, Severity, Text

_CORRECTED = ("text", "docx")
"""The formats, as a layout calls them, in which ``fix`` can write."""
_MORE = Text("规则的理由和示例：", "Reasons and examples of a rule: ")
_COMMENTS = Text(
    "写成 Word 批注：disclosure-lint annotate 文稿.docx -o 批注稿.docx",
    "Comments in Word: disclosure-lint annotate draft.docx -o commented.docx",
)


def summary(report: Report, view: View) -> Iterator[Line]:
    """The command that explains the gravest finding, the one that writes comments in Word, the numbers, and what can be corrected."""
    yield from _more(report, view)
    yield from _comments(report, view)
    yield from _summary(report, view)
    yield from _correctable(report, view)


def _more(report: Report, view: View) -> Iterator[Line]:
    """Where to read on: the command that explains the gravest finding."""
    found = [diagnostic for file in report.files for diagnostic in file.diagnostics]
    if found:
        gravest = max(found, key=lambda diagnostic: diagnostic.severity.rank)
        yield ((view.say(_MORE), "dim"), (f"disclosure-lint explain {gravest.code}", "dim"))


def _comments(report: Report, view: View) -> Iterator[Line]:
    """How to see the findings in the document itself, where one of the drafts is a Word document."""
    if any(_format(file) == "docx" for file in report.files):
        yield ((view.say(_COMMENTS), "dim"),)


def _correctable(report: Report, view: View) -> Iterator[Line]:
    """How many of the findings ``fix`` can put right."""
    number = sum(
        found.fix is not None and found.fix.safety is Safety.SAFE
        for file in report.files
        if _format(file) in _CORRECTED
        for found in file.diagnostics
    )
    if number:
        words = Text(
            f"可以直接改正{number}个：disclosure-lint fix（先看改什么，加 --diff）",
            f"{number} can be corrected: disclosure-lint fix (--diff shows the changes first)",
        )
        yield ((view.say(words), ""),)


def _format(file: FileReport) -> str:
    """The format of a draft with findings, as its layout calls it; of any other draft nothing."""
    return file.source.layout.format if file.source is not None and file.diagnostics else ""


def _summary(report: Report, view: View) -> Iterator[Line]:
    unread = sum(file.error is not None for file in report.files)
    checked = len(report.files) - unread
    pieces: list[Piece] = []
    if checked or not unread:
        pieces = [(_files(checked, view), ""), *_found(report, view), (_hidden(report, view), "dim")]
    if unread:
        pieces.append((view.say(Text("；", "; ")) if checked else "", ""))
        pieces.append((_unread(unread, view), "error"))
    yield tuple(pieces)


def _found(report: Report, view: View) -> Iterator[Piece]:
    numbers = {severity: report.count(severity) for severity in SEVERITIES}
    if not any(numbers.values()):
        yield view.say(Text("未发现问题", "nothing found")), "good"
    between = ""
    for severity, number in numbers.items():
        if number:
            yield between, ""
            yield _number(number, severity, view), severity.value
            between = view.say(Text("、", ", "))


def _files(number: int, view: View) -> str:
    return view.say(Text(f"检查{number}个文件：", f"{number} {_plural('file', number)} checked: "))


def _number(number: int, severity: Severity, view: View) -> str:
    word = SEVERITIES[severity]
    return view.say(Text(f"{number}个{word.zh}", f"{number} {_plural(word.en, number)}"))


def _unread(number: int, view: View) -> str:
    return view.say(Text(f"{number}个文件未能检查", f"{number} {_plural('file', number)} could not be checked"))


def _hidden(report: Report, view: View) -> str:
    suppressed = sum(file.suppressed for file in report.files)
    if not suppressed:
        return ""
    return view.say(Text(f"（另有{suppressed}处已忽略）", f" ({suppressed} suppressed)"))


def _plural(word: str, number: int) -> str:
    return word if number == 1 else f"{word}s"
