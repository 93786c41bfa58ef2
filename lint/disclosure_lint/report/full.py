"""The report for people: what is wrong, shown in the draft, with every place it was compared with and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclosure_grammar.source import Source, Span
from disclosure_lint.diagnostic import Diagnostic, FileReport, Other, Place, Report
from disclosure_lint.facts.model import Personal
from disclosure_lint.mask import Masker
from disclosure_lint.report import SEVERITIES, View
from disclosure_lint.report.colour import paint
from disclosure_lint.report.excerpt import Excerpt, cut
from disclosure_lint.report.layout import Line, cells, wrap
from disclosure_lint.report.statistics import counts
from disclosure_lint.report.summary import summary
from disclosure_lint.report.words import one_line, visible
from disclosure_lint.rule import PRACTICE, Text
from disclosure_lint.where import Places

_NARROWEST, _WIDEST = 40, 110
_MOST_RELATED = 10  # the rest is counted; the other formats have them all
_HELP = Text("怎么改：", "help: ")
_AS_ABOVE = Text("同上", "as above")
_BASIS = Text("依据：", "basis: ")
_FIX = Text("建议：", "fix: ")
_WHOLE = Text("全文", "draft")


def render(report: Report, view: View) -> str:
    """The findings grouped by file, each with excerpts, and a summary."""
    lines: list[Line] = []
    for file in report.files:
        if file.diagnostics:
            lines.extend(_file(file, view))
    if view.statistics and lines:
        lines.extend([*(((line, ""),) for line in counts(report, view.language)), ()])
    if report.files and not view.quiet:
        lines.extend(summary(report, view))
    return paint(lines, view)


def _file(file: FileReport, view: View) -> Iterator[Line]:
    if file.source is None:
        return
    gutter = 1 + max(_digits(found, file.source) for found in file.diagnostics)
    page = _Page(file.source, file.personal, gutter, view)
    yield ((one_line(file.path), "path"),)
    yield ()
    explained: set[tuple[str, Text]] = set()
    for found in file.diagnostics:
        advice = (found.code, found.help)
        yield from page.headline(found)
        yield from _finding(found, page, again=advice in explained)
        yield ()
        explained.add(advice)


def _digits(found: Diagnostic, source: Source) -> int:
    """How many digits the line numbers take that a finding shows."""
    places = [(place.other.source if place.other else source, place.span) for place in found.related]
    if found.span is not None:
        places.append((source, found.span))
    return max((len(str(where.place(span.end).line)) for where, span in places), default=1)


def _finding(found: Diagnostic, page: _Page, *, again: bool) -> Iterator[Line]:
    """Everything below the headline; places that stand close together are shown in one excerpt.

    Advice that an earlier finding of the file has given already is not given in full ``again``.
    """
    view = page.view
    yield from page.words(view.say(found.message), style="strong")
    shown = found.related[:_MOST_RELATED]
    marks = [_Mark(found.span, f"mark-{found.severity}", "^")] if found.span is not None else []
    marks.extend(_mark(place, page.related(place, found), view) for place in shown if place.other is None)
    yield from page.quotes(marks)
    for other in dict.fromkeys(place.other for place in shown if place.other is not None):
        there = page.of(other)
        yield from page.words(one_line(other.source.path), style="path")
        yield from there.quotes([_mark(place, place.where, view) for place in shown if place.other is other])
    if len(found.related) > len(shown):
        rest = len(found.related) - len(shown)
        yield from page.words(view.say(Text(f"另有{rest}处", f"and {rest} more")), bar=True)
    if found.fix is not None:
        yield from page.words(view.say(found.fix.title), view.say(_FIX))
    yield from page.words(view.say(_AS_ABOVE if again else found.help), view.say(_HELP))
    if not again and found.basis != PRACTICE:
        yield from page.words(view.say(found.basis), view.say(_BASIS), "dim")


def _mark(place: Place, where: Text | None, view: View) -> _Mark:
    return _Mark(place.span, "mark-related", "-", view.say(place.message), where)


@dataclass(frozen=True, slots=True, eq=False)
class _Mark:
    """A place to underline, and what is said of it."""

    span: Span
    style: str
    sign: str
    words: str = ""
    where: Text | None = None


class _Page:
    """One draft, ready to be quoted: its text masked and made visible, and the gutter for its line numbers."""

    def __init__(self, source: Source, personal: Sequence[Personal], gutter: int, view: View) -> None:
        self.view = view
        self._source = source
        self._places = Places(source)
        self._text = visible(Masker(source, personal).slice(Span(0, len(source.text))))
        self._bar = "│" if view.unicode else "|"
        self._gutter = gutter
        self._widest = min(max(view.width, _NARROWEST), _WIDEST)
        self._width = self._widest - gutter - cells(self._bar, view) - 2

    def of(self, other: Other) -> _Page:
        """Another draft, to be quoted on the same page."""
        return _Page(other.source, other.personal, self._gutter, self.view)

    def headline(self, found: Diagnostic) -> Iterator[Line]:
        """The severity, the rule and the place, which has a line of its own where it does not fit beside them."""
        view = self.view
        where = self.name(found.span, found.where) if found.span is not None else view.say(_WHOLE)
        severity = view.say(SEVERITIES[found.severity])
        line: Line = ((severity, found.severity.value), (" ", ""), (found.code, "strong"), (f" {found.name}", ""))
        if sum(cells(words, view) for words, _ in line) + 2 + cells(where, view) <= self._widest:
            yield (*line, (f"  {where}", "dim"))
        else:
            yield line
            yield from self.words(where, style="dim")

    def related(self, place: Place, found: Diagnostic) -> Text | None:
        """Where a related place is, in words if need be; the heading is left out that the finding stands under as well."""
        if place.where is None or found.where is None or found.span is None:
            return place.where
        short, beside = self._places.of(place.span), self._places.of(found.span)
        if short is None or beside is None:
            return place.where
        same = place.where.zh.removeprefix(short.zh) == found.where.zh.removeprefix(beside.zh)
        return short if same else place.where

    def name(self, span: Span, words: Text | None) -> str:
        """A place in words if there are any, else ``line:column``, and where it ends if that is in another line."""
        if words is not None:
            return self.view.say(words)
        start, end = self._source.place(span.start), self._source.place(self._end(span))
        place = f"{start.line}:{start.column}"
        return place if start.line == end.line else f"{place}-{end.line}:{end.column}"

    def _end(self, span: Span) -> int:
        """The end of a span without the line ends and spaces it closes with."""
        return max(span.start + len(self._source.slice(span).rstrip()), span.start)

    def quotes(self, marks: list[_Mark]) -> Iterator[Line]:
        """The marks in excerpts, each with what is said of it."""
        for group in self._grouped(marks):
            yield from self._quote(group)
            for mark in group:
                if mark.words:
                    yield from self.words(f"{self.name(mark.span, mark.where)} {mark.words}", bar=True)

    def _grouped(self, marks: list[_Mark]) -> list[list[_Mark]]:
        """The marks in groups that one excerpt can show."""
        groups: list[list[_Mark]] = []
        for mark in marks:
            home = next((group for group in groups if self._fits([*group, mark])), None)
            if home is None:
                groups.append([mark])
            else:
                home.append(mark)
        return groups

    def _fits(self, group: list[_Mark]) -> bool:
        whole = _hull(group)
        if self._source.position(whole.start).line != self._source.position(self._end(whole)).line:
            return False
        return len(whole) <= self._width and cells(self._text[whole.start : whole.end], self.view) <= self._width - 8

    def words(self, text: str, label: str = "", style: str = "", *, bar: bool = False) -> Iterator[Line]:
        """Words beside the excerpts, broken into lines."""
        indent = cells(label, self.view)
        for number, line in enumerate(wrap(one_line(text), self._width - indent, self.view)):
            yield (
                (" " * (self._gutter + 1), ""),
                (f"{self._bar} " if bar else " " * (cells(self._bar, self.view) + 1), "dim"),
                (" " * indent if number else label, "dim"),
                (line, style),
            )

    def _quote(self, group: list[_Mark]) -> Iterator[Line]:
        """The line the marks stand in; of a place that runs over several lines, the first and the last."""
        whole = _hull(group)
        end = self._end(whole)
        for number in dict.fromkeys((self._source.position(whole.start).line, self._source.position(end).line)):
            line = self._source.line(number)
            first, last = max(whole.start, line.start), min(end, line.end)
            text = self._text[line.start : line.end]
            excerpt = cut(text, first - line.start, last - line.start, self._width, self.view)
            yield from self._excerpt(self._source.place(first).line, excerpt, _pieces(excerpt.marked, first, group))

    def _excerpt(self, number: int, excerpt: Excerpt, pieces: list[tuple[str, _Mark | None]]) -> Iterator[Line]:
        yield (
            (f"{number:>{self._gutter}} {self._bar} ", "dim"),
            (excerpt.before, ""),
            *((words, mark.style if mark else "") for words, mark in pieces),
            (excerpt.after, ""),
        )
        if not self.view.colour:
            signs = "".join((mark.sign if mark else " ") * cells(words, self.view) for words, mark in pieces) or "^"
            pad = " " * cells(excerpt.before, self.view)
            yield ((f"{'':>{self._gutter}} {self._bar} ", ""), (pad + signs, ""))


def _hull(group: list[_Mark]) -> Span:
    """From the first to the last character of the marks."""
    return Span(min(mark.span.start for mark in group), max(mark.span.end for mark in group))


def _pieces(text: str, start: int, group: list[_Mark]) -> list[tuple[str, _Mark | None]]:
    """The text from the source offset ``start`` on, cut where marks begin and end; the shorter mark lies on top.

    A single mark covers all of it: the text may then be shortened.
    """
    if len(group) == 1:
        return [(text, group[0])]
    tops: list[_Mark | None] = [None] * len(text)
    for mark in sorted(group, key=lambda mark: -len(mark.span)):
        inside = slice(mark.span.start - start, mark.span.end - start)
        tops[inside] = [mark] * len(tops[inside])
    pieces: list[tuple[str, _Mark | None]] = []
    for character, top in zip(text, tops, strict=True):
        if pieces and pieces[-1][1] is top:
            pieces[-1] = (pieces[-1][0] + character, top)
        else:
            pieces.append((character, top))
    return pieces
