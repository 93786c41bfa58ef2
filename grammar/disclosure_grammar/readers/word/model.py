"""What reading a Word document gives: its text as a Source, and where in the package every character of it stands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from disclosure_grammar.readers.word.package import Package
    from disclosure_grammar.source import Source


class Story(StrEnum):
    """Which of the texts of a document a paragraph belongs to."""

    BODY = "body"
    TEXT_BOX = "text-box"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    HEADER = "header"
    FOOTER = "footer"


class PieceKind(StrEnum):
    """How a stretch of the text stands in the package."""

    TEXT = "text"  # in a w:t
    SIGN = "sign"  # an element that stands for a character: a tab, a break, a hyphen, a symbol; an equation may stand for several
    GENERATED = "generated"  # nowhere: an automatic number, or words that are drawn


@dataclass(frozen=True, slots=True)
class Run:
    """A w:r, by byte offsets in its part.

    Attributes:
        part: the name of the part in the package, such as ``word/document.xml``.
        start: of its start tag. An equation counts as a run of its own, with the m:oMath or m:oMathPara in place of the w:r.
        properties: of its w:rPr, start and end; both the end of the start tag where it has none.
        stop: of its end tag.
        field: whether it is the result of a field, which the next update writes anew.
        insertion: whether it stands in a tracked insertion, or where something was moved to.
        deletion: whether it stands in a tracked deletion, or where something was moved from (only read with ``--view original``).
    """

    part: str
    start: int
    properties: tuple[int, int]
    stop: int
    field: bool = False
    insertion: bool = False
    deletion: bool = False


class Piece(NamedTuple):
    """An unbroken stretch of the text.

    Attributes:
        start, end: its offsets in the text.
        kind: how it stands in the package.
        run: the run it stands in; None for a generated one.
        first, last: of TEXT, the byte offsets of its escaped words ``data[first:last]`` between the tags of the w:t (a line end in them
            counts as one space, and white space that Word does not keep is left out); of SIGN, of the element itself; of GENERATED, 0
            and 0.
    """

    start: int
    end: int
    kind: PieceKind
    run: Run | None
    first: int
    last: int


class Paragraph(NamedTuple):
    """A paragraph of the text: one line of the source.

    Attributes:
        start, end: its offsets in the text; the line feed that ends it is not counted in.
        story: which text it belongs to.
        part: the part it stands in.
        at: the byte offset of its w:p in that part.
        anchor: the index of the body paragraph it hangs on: of one in the body its own; of a text box, a footnote or an endnote, the
            paragraph that holds the box or the reference; of a header or footer 0.
        cell: the number of the table cell it stands in, counted through the document from 1; 0 outside tables.
    """

    start: int
    end: int
    story: Story
    part: str
    at: int
    anchor: int
    cell: int = 0


@dataclass(frozen=True)
class Word:
    """A Word document that was read.

    Attributes:
        package: the parts of the file.
        source: its text.
        pieces: all pieces, in the order of the text; line feeds at the end of paragraphs stand in none.
        paragraphs: all paragraphs, in the order of the text.
    """

    package: Package
    source: Source
    pieces: tuple[Piece, ...]
    paragraphs: tuple[Paragraph, ...]

    @property
    def main(self) -> str:
        """The name of the part that holds the body."""
        return self.package.main

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    @cached_property
    def _lines(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def piece_at(self, offset: int) -> Piece | None:
        """The piece that holds the character at an offset; None for a line feed at the end of a paragraph."""
        at = bisect_right(self._starts, offset) - 1
        piece = self.pieces[at] if at >= 0 else None
        return piece if piece is not None and piece.start <= offset < piece.end else None

    def pieces_in(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces that share a character with a stretch of the text."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        found = []
        for piece in self.pieces[first:]:
            if piece.start >= end:
                break
            if piece.end > start:
                found.append(piece)
        return tuple(found)

    def paragraph_at(self, offset: int) -> Paragraph:
        """The paragraph that holds an offset; its line feed belongs to it."""
        return self.paragraphs[max(bisect_right(self._lines, offset) - 1, 0)]
