"""The logical lines of a draft: one a paragraph, with markup masked and hard-wrapped lines joined.

The lines cover the text: each runs from its first character to the start of the next, its line end and the blank lines behind it
included.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from disclosure_grammar import markup
from disclosure_grammar.source import Prose, Source, Span
from disclosure_grammar.tree import Kind

_FEWEST, _NARROWEST, _WIDEST = 8, 18, 200  # lines to judge by; characters or columns a wrapped line may hold
_FEWEST_FULL, _RAREST, _RAGGED = 3, 15, 3  # lines up to the margin: so many, one of so many, and how far short of it they stop
_INDENT = re.compile(r"[ \t]{2}|\u3000")
_NOTHING = re.compile(r"(?!)")
SPACES = " \t\u3000\xa0\ufeff\u200b"
_SENTENCE_END = tuple("。；！？：;!?:”")
_OPENS_ANEW = re.compile(
    r"[ \t]{2,}|[\u3000]|[#|>*+•·●■◆▪-]|——|第?[（(]?[0-9０-９一二三四五六七八九十①-⑳]{1,3}(?:[、.．)）]|是|部分|章|节|[，,])|其[一二三四五]"
    r"|[【\[]|首先|其次|再次|最后|附件|针对[“‘\"]|[^，。；、]{2,10}[：:]"
)
PAGE_NUMBER = re.compile(
    r"[ \t\u3000]*(?:[-—－–~·]{1,2}[ \t\u3000]*[0-9０-９]{1,4}[ \t\u3000]*[-—－–~·]{1,2}"
    r"|第[ ]*[0-9０-９]{1,4}[ ]*页(?:[ ,，/／]*共[ ]*[0-9０-９]{1,4}[ ]*页)?)[ \t\u3000\f]*$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One logical line.

    Attributes:
        span: all it covers.
        prose: its words; no line break among them.
        kind: what it is, where that needs no grammar (comment, code, rule, row, blank, a page number); otherwise None.
        depth: the # of a Markdown heading.
        bold: whether all of it is bold in Markdown.
        cells: the cells of a row.
    """

    span: Span
    prose: Prose
    kind: Kind | None = None
    depth: int = 0
    bold: bool = False
    cells: tuple[Prose, ...] = ()


def lines(source: Source) -> tuple[list[Line], bool]:
    """The logical lines of a source, and whether the draft was found to be hard-wrapped."""
    physical = _physical(source)
    wrapping = _wrapping(physical)
    joined = _join(physical, wrapping) if wrapping is not None else physical
    return _absorb_blanks(joined), wrapping is not None


def _physical(source: Source) -> list[Line]:
    """The lines as the file has them, each with its mask."""
    starts = [*source.line_starts, len(source.text)]
    comments = markup.comments(source.text)
    reader = _Markdown(source.text) if source.markup == "markdown" else None
    made: list[Line] = []
    for start, end in pairwise(starts):
        if start == end:
            continue
        last = end
        while last > start and source.text[last - 1] in "\r\n":
            last -= 1
        made.append(_line(source.text, start, last, end, comments, reader))
    return made


def _line(
    text: str, start: int, last: int, end: int, comments: Sequence[markup.Stretch], reader: _Markdown | None
) -> Line:
    raw = text[start:last]
    hidden = _overlapping(comments, start, last) if comments else []
    commented = bool(hidden)
    kind: Kind | None = None
    depth, bold = 0, False
    if reader is not None:
        kind = reader.kind(raw, start)
        if kind is None:
            hidden += [(start + a, start + b) for a, b in markup.hidden(raw)]
            depth, bold = markup.heading_depth(raw), markup.is_bold(raw)
    elif "|" in raw and markup.is_rule(raw):
        kind = Kind.RULE  # the line under the head of a table pasted into plain text
    span = Span(start, end)
    if kind is not None:
        return Line(span, Prose("", ((0, start),)), kind)
    prose = _visible(text, start, last, hidden)
    if not prose.text.strip(SPACES):
        return Line(span, Prose("", ((0, start),)), Kind.COMMENT if commented else Kind.BLANK)
    if PAGE_NUMBER.match(prose.text):
        return Line(span, prose, Kind.RESIDUE)
    cells = _cells(prose)
    return Line(span, prose, Kind.ROW if cells else None, depth, bold, cells)


def _overlapping(stretches: Sequence[markup.Stretch], start: int, end: int) -> list[markup.Stretch]:
    at = max(bisect_right(stretches, (start, start)) - 1, 0)
    found = []
    while at < len(stretches) and stretches[at][0] < end:
        if stretches[at][1] > start:
            found.append((max(stretches[at][0], start), min(stretches[at][1], end)))
        at += 1
    return found


def _visible(text: str, start: int, end: int, hidden: list[markup.Stretch]) -> Prose:
    """The words between two offsets without the hidden stretches."""
    if not hidden:
        return Prose(text[start:end], ((0, start),))
    parts: list[str] = []
    pieces: list[tuple[int, int]] = []
    length, at = 0, start
    for first, last in [*sorted(hidden), (end, end)]:
        if first > at:
            pieces.append((length, at))
            parts.append(text[at:first])
            length += first - at
        at = max(at, last)
    return Prose("".join(parts), tuple(pieces) or ((0, start),))


def _cells(prose: Prose) -> tuple[Prose, ...]:
    """The cells of a table row: between bars in Markdown, between tabs where a table was pasted as text."""
    text = prose.text
    stripped = text.strip(SPACES)
    if stripped.startswith("|") and stripped.count("|") > 1:
        bars = [index for index, character in enumerate(text) if character == "|"]
        edges = list(zip(bars, [*bars[1:], len(text)], strict=True))
        if not text[edges[-1][0] + 1 :].strip(SPACES):
            edges.pop()
    elif stripped.count("\t") >= 2:
        tabs = [-1, *(index for index, character in enumerate(text) if character == "\t")]
        edges = list(zip(tabs, [*tabs[1:], len(text)], strict=True))
    else:
        return ()
    return tuple(_trimmed(prose, first + 1, last) for first, last in edges)


def _trimmed(prose: Prose, start: int, end: int) -> Prose:
    while start < end and prose.text[start] in SPACES:
        start += 1
    while end > start and prose.text[end - 1] in SPACES:
        end -= 1
    return prose.cut(start, end)


class _Markdown:
    """The few things about Markdown lines that need the lines before: fences, front matter."""

    def __init__(self, text: str) -> None:
        self._fence = ""
        self._front = re.match(r"---[ \t]*\r?\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", text)

    def kind(self, line: str, start: int) -> Kind | None:
        """The kind of a line that is no words, or None."""
        if self._front and start < self._front.end():
            return Kind.COMMENT
        fence = markup.is_fence(line)
        if self._fence:
            if fence and fence.startswith(self._fence):
                self._fence = ""
            return Kind.CODE
        if fence:
            self._fence = fence
            return Kind.CODE
        return Kind.RULE if markup.is_rule(line) else None


@dataclass(frozen=True, slots=True)
class _Wrapping:
    """How a draft breaks its paragraphs into lines.

    Attributes:
        measure: how wide a line is.
        width: the measure at which lines are broken.
        opens: what opens the first line of a paragraph, so that the line before ends there although it is full.
    """

    measure: Callable[[Line], int]
    width: int
    opens: re.Pattern[str]

    def is_full(self, line: Line, margin: int = 0) -> bool:
        """Whether a line goes up to the margin, a few marks or a word of Latin letters short of it at the most."""
        return line.kind is None and self.measure(line) >= self.width - (margin or max(4, self.width // 10))

    def goes_on(self, line: Line) -> bool:
        """Whether a line may go on with the paragraph of the line before."""
        return line.kind is None and not line.depth and not self.opens.match(line.prose.text)


def _wrapping(physical: Sequence[Line]) -> _Wrapping | None:
    """How a draft wraps its lines, or None where its lines are paragraphs.

    Lines are broken at so many columns or at so many characters; the measure by which more of them reach the margin is the right one.
    """
    plain = [line for line in physical if line.kind not in (Kind.BLANK, Kind.RESIDUE)]
    if len(plain) < _FEWEST or max(map(_characters, plain)) > _WIDEST:
        return None
    fitted = [(_broken(plain, wrapping), wrapping) for wrapping in (_fit(physical, m) for m in (_columns, _characters))]
    most, wrapping = max(fitted, key=lambda pair: pair[0])
    return wrapping if most else None


def _fit(physical: Sequence[Line], measure: Callable[[Line], int]) -> _Wrapping:
    sizes = sorted(measure(line) for line in physical if line.kind is None) or [0]
    width = sizes[-1 - len(sizes) // 50]
    return _Wrapping(measure, width, _opening(physical, measure, width))


def _broken(plain: Sequence[Line], wrapping: _Wrapping) -> int:
    """How many lines stop at the margin in the middle of a sentence that the next line goes on with; 0 where a draft is not wrapped."""
    longest = max(wrapping.measure(line) for line in plain)
    if not _NARROWEST <= wrapping.width <= _WIDEST or longest > wrapping.width * 3 // 2:
        return 0
    full = broken = 0
    for line, following in pairwise(plain):
        if wrapping.is_full(line, _RAGGED):
            full += 1
            broken += not line.prose.text.rstrip(SPACES).endswith(_SENTENCE_END) and wrapping.goes_on(following)
    sure = full >= _FEWEST_FULL and full * _RAREST >= len(plain) and broken * 10 >= full * 7
    return broken if sure else 0


def _opening(physical: Sequence[Line], measure: Callable[[Line], int], width: int) -> re.Pattern[str]:
    """What opens a paragraph: by the habit of the draft a blank line above it, an indent, or else a label or mark."""
    short = _Wrapping(measure, width, _OPENS_ANEW)
    ends = [(line, after) for line, after in pairwise(physical) if line.kind is None and not short.is_full(line)]
    if sum(after.kind is Kind.BLANK for _, after in ends) * 10 > len(ends) * 9:
        return _NOTHING
    behind = [after.prose.text for _, after in ends if after.kind is None]
    return _INDENT if sum(bool(_INDENT.match(text)) for text in behind) * 10 > len(behind) * 9 else _OPENS_ANEW


def _columns(line: Line) -> int:
    """How wide a line is in print: a Chinese character or mark takes two columns, as it takes two bytes in GB 18030."""
    return len(line.prose.text.rstrip(SPACES).encode("gb18030", "replace"))


def _characters(line: Line) -> int:
    return len(line.prose.text.rstrip(SPACES))


def _join(physical: Sequence[Line], wrapping: _Wrapping) -> list[Line]:
    joined: list[Line] = []
    full = False
    for number, line in enumerate(physical):
        if full and line.kind is Kind.RESIDUE and _is_inside(physical, number, wrapping):
            joined[-1] = _glue(joined[-1], line)
            continue
        if full and wrapping.goes_on(line):
            joined[-1] = _glue(joined[-1], line)
        else:
            joined.append(line)
        full = wrapping.is_full(line)
    return joined


def _is_inside(physical: Sequence[Line], number: int, wrapping: _Wrapping) -> bool:
    """Whether the paragraph above a page number goes on below it."""
    following = next((line for line in physical[number + 1 :] if line.kind not in (Kind.BLANK, Kind.RESIDUE)), None)
    return following is not None and wrapping.goes_on(following)


def _glue(line: Line, following: Line) -> Line:
    """A line with the next one joined to it; of a page number only the place is taken over."""
    if following.kind is not None:
        return replace(line, span=Span(line.span.start, following.span.end))
    head = line.prose.cut(0, len(line.prose.text.rstrip(SPACES)))
    lead = len(following.prose.text) - len(following.prose.text.lstrip(SPACES))
    tail = following.prose.cut(lead, len(following.prose.text))
    pieces = (*head.pieces, *((at + len(head.text), outside) for at, outside in tail.pieces))
    prose = Prose(head.text + tail.text, pieces)
    return Line(Span(line.span.start, following.span.end), prose, None, line.depth, line.bold)


def _absorb_blanks(found: Sequence[Line]) -> list[Line]:
    """Give blank lines to the line before them; only those at the start of the file stay lines."""
    kept: list[Line] = []
    for line in found:
        if line.kind is Kind.BLANK and kept:
            before = kept[-1]
            span = Span(before.span.start, line.span.end)
            kept[-1] = Line(span, before.prose, before.kind, before.depth, before.bold, before.cells)
        else:
            kept.append(line)
    return kept
