"""The text of a draft, places in it, and which of its characters are words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

SOFT_BREAK = "\v"
"""A line break inside a paragraph: it ends a line for whoever reads, not for whoever counts lines."""
LINE_ENDS = "\r\n" + SOFT_BREAK
"""The characters one of which stands between two lines, as whoever reads sees them."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of the source text, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def to(self, other: Span) -> Span:
        """The stretch from the start of this span to the end of a later one."""
        return Span(self.start, other.end)


class Position(NamedTuple):
    """A place as people count it: line and column from 1, the column in code points."""

    line: int
    column: int


class Part(StrEnum):
    """What a stretch of lines is where the file itself says so, and no grammar has to find out."""

    ROW = "row"  # a row of a table
    HEADING = "heading"  # a paragraph in a heading or title style, whatever it is numbered with
    CONTENTS = "contents"  # a line of the list of contents
    TEXT_BOX = "text-box"  # a paragraph of one; it is read where the box is anchored
    HEADER = "header"  # of the page
    FOOTER = "footer"  # of the page
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    RESIDUE = "residue"  # of the page a text was published on: navigation inside the article


class Block(NamedTuple):
    """A stretch of whole lines, line ends included, that the file tells apart.

    Attributes:
        span: the lines.
        part: what they are.
        number: of a row, counted in its table from 1; of a heading, its depth from 1; of a footnote or endnote, its number; else 0.
        table: for a row the number of its table, from 1; otherwise 0.
        cells: for a row the words of each cell without the line end of its last paragraph, in order; an empty span for a cell without
            words and for each further column that a wide cell covers.
        merged: for a row the columns, from 0, whose cell goes on from the row above; known of Word documents only.
    """

    span: Span
    part: Part
    number: int = 0
    table: int = 0
    cells: tuple[Span, ...] = ()
    merged: tuple[int, ...] = ()


class ChangeKind(StrEnum):
    """What was done with change tracking on."""

    INSERTION = "insertion"
    DELETION = "deletion"
    MOVE = "move"
    FORMAT = "format"


class Change(NamedTuple):
    """A tracked change that nobody has accepted or rejected yet.

    Attributes:
        kind: what was done.
        span: the words it is about; empty, where they would stand, if the text was read without them.
    """

    kind: ChangeKind
    span: Span


class Remark(NamedTuple):
    """A comment in a Word document.

    Attributes:
        span: the words it is about; empty where it is about a point.
        text: what it says, its paragraphs separated by line feeds.
        author: who wrote it.
    """

    span: Span
    text: str
    author: str = ""


@dataclass(frozen=True)
class Positions:
    """Where the characters of an extracted text stand in the file it was extracted from.

    Attributes:
        pieces: pairs (offset in the text, offset in the file), ascending: where each unbroken stretch begins.
        line_starts: the offsets in the file at which its lines start.
    """

    pieces: tuple[tuple[int, int], ...]
    line_starts: tuple[int, ...]

    def position(self, offset: int) -> Position:
        """The line and column of an offset of the text in the file, in code points."""
        inside, outside = self.pieces[max(bisect_right(self.pieces, (offset, 1 << 60)) - 1, 0)]
        at = outside + max(offset - inside, 0)
        line = bisect_right(self.line_starts, at)
        return Position(line, at - self.line_starts[line - 1] + 1)


@dataclass(frozen=True)
class Layout:
    """What a file that is more than plain text says of its text.

    Attributes:
        format: ``"text"``, ``"docx"``, ``"html"`` or ``"pdf"``: the format the text was taken from.
        blocks: the lines the file tells apart, in the order of the text, none inside another.
        generated: what stands in no file but is shown by the program that opens it: automatic numbers, in the order of the text. It
            cannot be edited.
        changes: tracked changes, in the order of the text.
        remarks: comments, in the order of the text.
        positions: where the text stands in the file, for a format whose lines people see; None where the lines of the text are
            counted (in a Word document each is a paragraph).
        approximate: whether the text was guessed from a page that knows no lines (PDF).
        pictures: where pictures, charts and embedded objects stand, ascending offsets: no words, but not nothing either.
    """

    format: str = "text"
    blocks: tuple[Block, ...] = ()
    generated: tuple[Span, ...] = ()
    changes: tuple[Change, ...] = ()
    remarks: tuple[Remark, ...] = ()
    positions: Positions | None = None
    approximate: bool = False

    def is_generated(self, span: Span) -> bool:
        """Whether an edit of a stretch would change what stands in no file, or put words before or into it."""
        at = bisect_right(self.generated, max(span.end - 1, span.start), key=lambda label: label.start) - 1
        return at >= 0 and self.generated[at].end > span.start

    pictures: tuple[int, ...] = ()


PLAIN = Layout()


@dataclass(frozen=True)
class Source:
    """The exact text of one file.

    Attributes:
        path: the name to show; never opened by anything that is given a Source.
        text: every character of the file after decoding; line ends are as they stand in the file. Of a Word document: its paragraphs in
            reading order, each ending in a line feed; ``SOFT_BREAK`` is a line break inside one.
        markup: ``"text"`` or ``"markdown"``: decides which characters are masked as markup.
        encoding: what the file was decoded from, so that a changed text can be written back alike.
        layout: what the file says of its text beside the characters.
    """

    path: str
    text: str
    markup: str = "text"
    encoding: str = "utf-8"
    layout: Layout = PLAIN

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each line starts; lines end at LF, CRLF or CR and nothing else."""
        text, starts, at = self.text, [0], 0
        if "\r" not in text:
            while at := text.find("\n", at) + 1:
                starts.append(at)
            return tuple(starts)
        for index, character in enumerate(text):
            if character == "\n" or (character == "\r" and text[index + 1 : index + 2] != "\n"):
                starts.append(index + 1)
        return tuple(starts)

    def position(self, offset: int) -> Position:
        """The line and column of an offset in the text, in code points."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def place(self, offset: int) -> Position:
        """The line and column to show for an offset: in the file, where its lines are not those of the text."""
        positions = self.layout.positions
        return positions.position(offset) if positions is not None else self.position(offset)

    def line(self, number: int) -> Span:
        """The span of line ``number`` (from 1) without its line end."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def slice(self, span: Span) -> str:
        """The exact text of a span."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Prose:
    """The words of one block: its text without markup and line breaks, and the way back to the source.

    Facts are found in ``text``; ``span`` turns offsets in it into a span of the source. Where nothing is masked the two
    differ by a constant.

    Attributes:
        text: the characters that are prose, in order.
        pieces: pairs (offset in ``text``, offset in the source), ascending: where each unbroken stretch begins.
    """

    text: str
    pieces: tuple[tuple[int, int], ...] = ((0, 0),)

    def offset(self, index: int) -> int:
        """The source offset of the character at ``index`` in ``text``."""
        pieces = self.pieces
        if len(pieces) == 1:
            return pieces[0][1] + index - pieces[0][0]
        inside, outside = pieces[max(bisect_right(pieces, (index, 1 << 60)) - 1, 0)]
        return outside + index - inside

    def span(self, start: int, end: int) -> Span:
        """The source span of ``text[start:end]``; an empty stretch gives an empty span."""
        first = self.offset(start)
        if end <= start:
            return Span(first, first)
        return Span(first, first + end - start if len(self.pieces) == 1 else self.offset(end - 1) + 1)

    def index(self, offset: int) -> int:
        """The index in ``text`` of the first character at or after a source offset."""
        if len(self.pieces) == 1:
            inside, outside = self.pieces[0]
            return min(inside + offset - outside, len(self.text)) if offset >= outside else 0
        best = 0
        for number, (inside, outside) in enumerate(self.pieces):
            if outside > offset:
                break
            limit = self.pieces[number + 1][0] if number + 1 < len(self.pieces) else len(self.text)
            best = min(inside + offset - outside, limit)
        return best

    def cut(self, start: int, end: int) -> Prose:
        """The part ``text[start:end]`` as prose of its own."""
        if start >= end:
            return Prose("", ((0, self.offset(start)),))
        inside = [(max(at - start, 0), self.offset(max(at, start))) for at, _ in self.pieces if at < end]
        keep = [piece for number, piece in enumerate(inside) if number + 1 == len(inside) or inside[number + 1][0] > 0]
        return Prose(self.text[start:end], tuple(keep))
