"""The logical lines of a draft: one a paragraph, with markup masked and hard-wrapped lines joined.

The lines cover the text: each runs from its first character to the start of the next, its line end and the blank lines behind it
included.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from disclosure_grammar import markup, wrapping
from disclosure_grammar.line import SPACES, Line
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import LINE_ENDS, SOFT_BREAK, Block, Part, Prose, Source, Span
from disclosure_grammar.tree import Kind

_PAGE_NUMBER = Pattern(
    r"[ \t\u3000]*(?:[-—－–~·]{1,2}[ \t\u3000]*[0-9０-９]{1,4}[ \t\u3000]*[-—－–~·]{1,2}"
    r"|第[ ]*[0-9０-９]{1,4}[ ]*页(?:[ ,，/／]*共[ ]*[0-9０-９]{1,4}[ ]*页)?)[ \t\u3000\f]*$"
)

_KINDS = {
    Part.ROW: Kind.ROW, Part.HEADER: Kind.MARGIN, Part.FOOTER: Kind.MARGIN, Part.FOOTNOTE: Kind.FOOTNOTE, Part.ENDNOTE: Kind.FOOTNOTE,
    Part.RESIDUE: Kind.RESIDUE, Part.CONTENTS: Kind.CONTENTS,
}  # fmt: skip
_LINES = (Part.HEADING, Part.TEXT_BOX)  # known for what they are, and lines like others to the grammar
_INNER_BREAKS = str.maketrans("\r" + SOFT_BREAK, "\n\n")


def lines(source: Source) -> tuple[list[Line], bool]:
    """The logical lines of a source, and whether the draft was found to be hard-wrapped."""
    physical = _physical(source)
    how = wrapping.find(physical)
    joined = wrapping.join(physical, how) if how is not None else physical
    return _absorb_blanks(joined), how is not None


def _physical(source: Source) -> list[Line]:
    """The lines as the file has them, each with its mask."""
    blocks = {block.span.start: block for block in source.layout.blocks}
    starts = _starts(source, blocks.values())
    comments = markup.comments(source.text) if source.layout.format in ("text", "html") else []
    reader = _Markdown(source.text) if source.markup == "markdown" else None
    made: list[Line] = []
    heading: Block | None = None
    for start, end in pairwise(starts):
        if start == end:
            continue
        block = blocks.get(start)
        if block is not None and _is_apart(block):
            made.append(_set_apart(source.text, block, _overlapping(comments, start, end) if comments else ()))
            continue
        last = end
        while last > start and source.text[last - 1] in LINE_ENDS:
            last -= 1
        line = _line(source.text, start, last, end, comments, reader)
        if block is not None and block.part is Part.HEADING:
            heading = block
        made.append(line._replace(depth=heading.number) if heading and start < heading.span.end else line)
    return made


def _is_apart(block: Block) -> bool:
    """Whether a block is one line to the grammar; a row of a single cell is a frame around paragraphs, as pasted pages have it."""
    return block.part not in _LINES and (block.part is not Part.ROW or len(block.cells) != 1)


def _starts(source: Source, blocks: Iterable[Block]) -> list[int]:
    """Where lines start, and where the text ends: at a soft break too, but never inside what the file sets apart."""
    starts = [*source.line_starts, len(source.text)]
    if source.layout.format == "text":
        return starts
    found = {*starts, *(match.end() for match in re.finditer(SOFT_BREAK, source.text))}
    for block in blocks:
        if _is_apart(block):
            found -= set(range(block.span.start + 1, block.span.end))
    return sorted(found)


def _set_apart(text: str, block: Block, comments: Sequence[markup.Stretch]) -> Line:
    """A stretch that the file tells apart, as one line; a line feed stands between the paragraphs in it, spaces for a comment."""
    start, end = block.span.start, block.span.end
    words = text[start:end].rstrip("\r\n").translate(_INNER_BREAKS)
    for first, last in comments:
        words = words[: first - start] + " " * (last - first) + words[last - start :]
    kind = _KINDS[block.part]
    if kind is not Kind.ROW:
        return Line(block.span, Prose(words, ((0, start),)), kind if words.strip(SPACES + LINE_ENDS) else Kind.BLANK)
    between = {cell.end - start for cell in block.cells[:-1]}
    prose = Prose(
        "".join("\t" if one == "\n" and at in between else one for at, one in enumerate(words)), ((0, start),)
    )
    cells = tuple(_trimmed(prose, cell.start - start, cell.end - start) for cell in block.cells)
    return Line(block.span, prose, kind, cells=cells)


def _line(
    text: str, start: int, last: int, end: int, comments: Sequence[markup.Stretch], reader: _Markdown | None
) -> Line:
    raw = text[start:last]
    hidden = _overlapping(comments, start, last) if comments else []
    commented = bool(hidden)
    if "\f" in raw:  # where a page begins; words stand behind it
        hidden += [(match.start() + start, match.end() + start) for match in re.finditer("\f", raw)]
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
    if _PAGE_NUMBER.match(prose.text):
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
    end = min(end, len(prose.text))  # the last cell may end in empty paragraphs, which the prose of a row leaves out
    while start < end and prose.text[start] in SPACES + LINE_ENDS:
        start += 1
    while end > start and prose.text[end - 1] in SPACES + LINE_ENDS:
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
