"""One line a finding, for editors: ``path:line:column: severity CODE message``."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.diagnostic import Diagnostic, FileReport, Report
from disclosure_lint.report import View
from disclosure_lint.report.statistics import counts
from disclosure_lint.report.words import one_line


def render(report: Report, view: View) -> str:
    """The report in lines; a finding about the whole draft has no line and column.

    The severity is the English word in every language, so that one pattern of an editor reads every report.
    """
    lines = [line for file in report.files for line in _lines(file, view)]
    if view.statistics:
        lines.extend(counts(report))
    return "".join(f"{line}\n" for line in lines)


def _lines(file: FileReport, view: View) -> Iterator[str]:
    path = one_line(file.path)
    for found in file.diagnostics:
        yield f"{path}{_place(file, found)}: {found.severity} {found.code} {one_line(view.say(found.message))}"


def _place(file: FileReport, found: Diagnostic) -> str:
    if found.span is None or file.source is None:
        return ""
    at = file.source.place(found.span.start)
    return f":{at.line}:{at.column}"
