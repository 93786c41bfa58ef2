"""Which characters of the body a comment hangs on, for a finding anywhere in a Word document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from disclosure_grammar.parse import parse
from disclosure_grammar.readers.word.model import Paragraph, Piece, PieceKind, Story, Word
from disclosure_grammar.source import Span
from disclosure_grammar.tree import Kind
from disclosure_lint.word.splice import part_of, tag_name


class Anchor(NamedTuple):
    """What a comment hangs on.

    Attributes:
        paragraph: where it begins.
        first: the offset of its first character in the text; None where it hangs on the paragraph, which has no words.
        last: the offset of its last character.
        moved: whether the finding is about words that stand elsewhere, so that the comment must say where.
    """

    paragraph: Paragraph
    first: int | None = None
    last: int = 0
    moved: bool = False


class Anchors:
    """Finds anchors in one document."""

    def __init__(self, word: Word) -> None:
        self._word = word
        self._text = word.source.text

    def of(self, span: Span | None) -> Anchor | None:
        """The anchor for a finding; None where the body has no paragraph.

        The characters themselves where they stand in the body; for a number that Word shows by itself, the first character of its
        paragraph; for an empty place, the nearest character. Word has no comments in text boxes, notes and margins: there it is
        the paragraph that the box or note hangs on, and the title for a margin. The title, too, for a finding about the whole draft.
        """
        if span is None:
            return self._title
        shown = self._shown(span.start, span.end)
        if shown is not None:
            return self._anchor(*shown)
        place = self._word.paragraph_at(span.start) if self._word.paragraphs else None
        if place is None:
            return self._title
        if place.story is Story.BODY:
            return self._nearest(span, place)
        home = self._word.paragraphs[place.anchor]
        in_margin = place.story in (Story.HEADER, Story.FOOTER) or home.story is not Story.BODY
        anchor = self._title if in_margin else self._first_of(home)
        return anchor and anchor._replace(moved=True)

    @cached_property
    def _title(self) -> Anchor | None:
        """The title, else the first paragraph with words, else the first paragraph."""
        leaves = parse(self._word.source).leaves
        places = [leaf.span for leaf in leaves if leaf.kind is Kind.TITLE]
        places += [Span(paragraph.start, paragraph.end) for paragraph in self._body()]
        for place in places:
            if shown := self._shown(place.start, place.end):
                return self._anchor(*shown)
        return next((Anchor(paragraph) for paragraph in self._body() if self._is_there(paragraph)), None)

    def _body(self) -> Iterator[Paragraph]:
        return (paragraph for paragraph in self._word.paragraphs if paragraph.story is Story.BODY)

    def _is_there(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph has an element: an empty cell has a line in any case."""
        return tag_name(part_of(self._word, paragraph.part), paragraph.at).rpartition(b":")[2] == b"p"

    def _first_of(self, paragraph: Paragraph) -> Anchor | None:
        """The first character of a paragraph of the body, or the paragraph, or the title."""
        shown = self._shown(paragraph.start, paragraph.end)
        if shown is not None:
            return Anchor(paragraph, shown[0], shown[0])
        return Anchor(paragraph) if self._is_there(paragraph) else self._title

    def _nearest(self, span: Span, place: Paragraph) -> Anchor | None:
        """The character nearest to a place of the body that has none of its own."""
        label = next(
            (each for each in self._word.pieces_in(place.start, place.end) if self._is_label(each, place)), None
        )
        before = self._shown(place.start, span.start) if label is None or span.start >= label.end else None
        if before is not None:
            return Anchor(place, before[1], before[1])
        here = self._first_of(place)
        if here is not None and (here.first is not None or label is not None):
            return here
        return self._beside(place) or here

    def _is_label(self, piece: Piece, paragraph: Paragraph) -> bool:
        """Whether a piece is the automatic number of a paragraph."""
        return piece.kind is PieceKind.GENERATED and piece.start == paragraph.start

    def _beside(self, place: Paragraph) -> Anchor | None:
        """The last character before an empty paragraph, or else the first one behind it."""
        for paragraph in reversed([each for each in self._body() if each.start < place.start]):
            if shown := self._shown(paragraph.start, paragraph.end):
                return Anchor(paragraph, shown[1], shown[1])
        for paragraph in self._body():
            if paragraph.start > place.start and (shown := self._shown(paragraph.start, paragraph.end)):
                return Anchor(paragraph, shown[0], shown[0])
        return None

    def _anchor(self, first: int, last: int) -> Anchor:
        """The characters from the first to the last; those of the first paragraph where a range over all would cross cells."""
        paragraph = self._word.paragraph_at(first)
        if last > paragraph.end and not self._same_ground(first, last):
            shown = self._shown(first, paragraph.end)
            last = shown[1] if shown else first
        return Anchor(paragraph, first, last)

    def _same_ground(self, first: int, last: int) -> bool:
        """Whether both stand outside tables."""
        return not any(self._word.paragraph_at(at).cell for at in (first, last))

    def _shown(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and the last character in a stretch that stand in the body, are no spaces, and are in the file."""
        places = [
            (max(piece.start, start), min(piece.end, end))
            for piece in self._word.pieces_in(start, end)
            if piece.kind is not PieceKind.GENERATED and self._word.paragraph_at(piece.start).story is Story.BODY
        ]
        first = self._visible(at for begin, stop in places for at in range(begin, stop))
        last = self._visible(at for begin, stop in reversed(places) for at in range(stop - 1, begin - 1, -1))
        return None if first is None or last is None else (first, last)

    def _visible(self, offsets: Iterable[int]) -> int | None:
        return next((at for at in offsets if not self._text[at].isspace()), None)
