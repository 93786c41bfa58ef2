"""The report for people: what is wrong, shown in the draft, with every place it was compared with and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.source import Source, Span
from disclosure_lint.diagnostic import Diagnostic, FileReport, Report
from disclosure_lint.mask import Masker
from disclosure_lint.report import SEVERITIES, View
from disclosure_lint.report.excerpt import Excerpt, cut
from disclosure_lint.report.layout import Line, Piece, cells, paint, wrap
from disclosure_lint.report.statistics import counts
from disclosure_lint.report.words import one_line, visible
from disclosure_lint.rule import Severity, Text

_NARROWEST, _WIDEST = 40, 110
_HELP = Text("怎么改：", "help: ")
_BASIS = Text("依据：", "basis: ")
_FIX = Text("可自动修改：", "fix: ")
_WHOLE = Text("全文", "draft")


def render(report: Report, view: View) -> str:
    """The findings grouped by file, each with excerpts, and a summary."""
    lines: list[Line] = []
    for file in report.files:
        if file.diagnostics:
            lines.extend(_file(file, view))
    if view.statistics:
        lines.extend([*(((line, ""),) for line in counts(report)), ()])
    if not view.quiet:
        lines.extend(_summary(report, view))
    return paint(lines, view)


def _file(file: FileReport, view: View) -> Iterator[Line]:
    yield ((one_line(file.path), "path"),)
    yield ()
    page = _Page(file, file.source, view) if file.source is not None else None
    for found in file.diagnostics:
        yield _headline(found, page, view)
        if page is not None:
            yield from page.finding(found)
        yield ()


def _headline(found: Diagnostic, page: _Page | None, view: View) -> Line:
    where = page.where(found.span) if page is not None and found.span is not None else view.say(_WHOLE)
    return (
        (view.say(SEVERITIES[found.severity]), found.severity.value),
        (" ", ""),
        (found.code, "strong"),
        (f" {found.name}", ""),
        (f"  {where}", "dim"),
    )


class _Page:
    """One draft, ready to be quoted: its text masked and made visible, and the gutter for its line numbers."""

    def __init__(self, file: FileReport, source: Source, view: View) -> None:
        self._source = source
        self._view = view
        self._text = visible(Masker(source, file.personal).slice(Span(0, len(source.text))))
        self._bar = "│" if view.unicode else "|"
        self._gutter = max((self._digits(found) for found in file.diagnostics), default=1) + 1
        width = min(max(view.width, _NARROWEST), _WIDEST)
        self._width = width - self._gutter - cells(self._bar, view) - 2

    def _digits(self, found: Diagnostic) -> int:
        spans = [found.span, *(place.span for place in found.related)]
        return max((len(str(self._source.position(span.end).line)) for span in spans if span), default=1)

    def where(self, span: Span) -> str:
        """``line:column``, and where it ends if that is in another line."""
        start, end = self._source.position(span.start), self._source.position(self._end(span))
        place = f"{start.line}:{start.column}"
        return place if start.line == end.line else f"{place}-{end.line}:{end.column}"

    def _end(self, span: Span) -> int:
        """The end of a span without the line ends and spaces it closes with."""
        return max(span.start + len(self._source.slice(span).rstrip()), span.start)

    def finding(self, found: Diagnostic) -> Iterator[Line]:
        """Everything below the headline."""
        view = self._view
        yield from self._words(view.say(found.message), "", "strong")
        if found.span is not None:
            yield from self._quote(found.span, f"mark-{found.severity}", "^")
        for place in found.related:
            yield from self._quote(place.span, "mark-related", "-")
            yield from self._words(f"{self.where(place.span)} {view.say(place.message)}", "", "", bar=True)
        if found.fix is not None:
            yield from self._words(view.say(found.fix.title), view.say(_FIX))
        yield from self._words(view.say(found.help), view.say(_HELP))
        yield from self._words(view.say(found.basis), view.say(_BASIS), "dim")

    def _words(self, text: str, label: str, style: str = "", *, bar: bool = False) -> Iterator[Line]:
        indent = cells(label, self._view)
        for number, line in enumerate(wrap(one_line(text), self._width - indent, self._view)):
            yield (
                (" " * (self._gutter + 1), ""),
                (f"{self._bar} " if bar else " " * (cells(self._bar, self._view) + 1), "dim"),
                (" " * indent if number else label, "dim"),
                (line, style),
            )

    def _quote(self, span: Span, style: str, sign: str) -> Iterator[Line]:
        """The first line of a place and, where it runs over several, the last."""
        start, end = self._source.position(span.start), self._source.position(self._end(span))
        for number in dict.fromkeys((start.line, end.line)):
            line = self._source.line(number)
            first, last = max(span.start, line.start), min(self._end(span), line.end)
            text = self._text[line.start : line.end]
            yield from self._excerpt(number, cut(text, first - line.start, last - line.start, self._width, self._view), style, sign)

    def _excerpt(self, number: int, excerpt: Excerpt, style: str, sign: str) -> Iterator[Line]:
        gutter = (f"{number:>{self._gutter}} {self._bar} ", "dim")
        yield (gutter, (excerpt.before, ""), (excerpt.marked, style), (excerpt.after, ""))
        if not self._view.colour:
            pad, width = cells(excerpt.before, self._view), max(cells(excerpt.marked, self._view), 1)
            yield ((f"{'':>{self._gutter}} {self._bar} ", ""), (" " * pad + sign * width, ""))


def _summary(report: Report, view: View) -> Iterator[Line]:
    numbers = {severity: report.count(severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)}
    total = sum(numbers.values())
    pieces: list[Piece] = [(_files(len(report.files), view), "")]
    if not total:
        pieces.append((view.say(Text("未发现问题", "nothing found")), "good"))
    found = [(_number(number, severity, view), severity.value) for severity, number in numbers.items() if number]
    for index, piece in enumerate(found):
        pieces.extend([(view.say(Text("、", ", ")), "")] if index else [])
        pieces.append(piece)
    unread = sum(file.error is not None for file in report.files)
    if unread:
        pieces.append((view.say(Text(f"；{unread} 个文件无法读取", f"; {unread} {_plural('file', unread)} could not be read")), "error"))
    pieces.append((_hidden(report, view), "dim"))
    yield tuple(pieces)


def _files(number: int, view: View) -> str:
    return view.say(Text(f"检查 {number} 个文件：", f"{number} {_plural('file', number)} checked: "))


def _number(number: int, severity: Severity, view: View) -> str:
    word = SEVERITIES[severity]
    return view.say(Text(f"{number} 个{word.zh}", f"{number} {_plural(word.en, number)}"))


def _hidden(report: Report, view: View) -> str:
    suppressed = sum(file.suppressed for file in report.files)
    if not suppressed:
        return ""
    return view.say(Text(f"（另有 {suppressed} 处按批注忽略）", f" ({suppressed} suppressed)"))


def _plural(word: str, number: int) -> str:
    return word if number == 1 else f"{word}s"
