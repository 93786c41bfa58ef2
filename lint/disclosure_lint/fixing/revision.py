"""A text under correction: what it has become, and which edits of the first text lead there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from disclosure_grammar.source import PLAIN, Block, Change, Layout, Remark, Source, Span
from disclosure_lint.rule import Edit


class _Piece(NamedTuple):
    """What stands for the characters ``start`` to ``end`` of the first text: they themselves, or other words."""

    start: int
    end: int
    text: str | None = None

    @property
    def length(self) -> int:
        return self.end - self.start if self.text is None else len(self.text)

    def cut(self, at: int) -> tuple[_Piece, _Piece]:
        """The first ``at`` characters, and the others."""
        if self.text is None:
            return self._replace(end=self.start + at), self._replace(start=self.start + at)
        return self._replace(text=self.text[:at]), _Piece(self.end, self.end, self.text[at:])


@dataclass(frozen=True)
class Revision:
    """What edits upon edits have made of a text.

    Attributes:
        first: the text before any edit.
        pieces: what stands now for each stretch of it, in order.
    """

    first: Source
    pieces: tuple[_Piece, ...]

    @classmethod
    def of(cls, source: Source) -> Revision:
        """A text that nobody has touched yet."""
        return cls(source, (_Piece(0, len(source.text)),) if source.text else ())

    @cached_property
    def source(self) -> Source:
        """The text as it is now, with the layout moved along."""
        first = self.first
        text = "".join(first.text[p.start : p.end] if p.text is None else p.text for p in self.pieces)
        layout = first.layout if first.layout == PLAIN else _moved(first, _Shift(self.edits))
        return replace(first, text=text, layout=layout)

    def then(self, edits: Iterable[Edit]) -> Revision:
        """The text after further edits, disjoint and given by places in the text as it is now."""
        return replace(self, pieces=tuple(_edited(self.pieces, sorted(edits, key=lambda edit: edit.span))))

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """The edits that make this text of the first one, in order; none overlaps another, none is without effect."""
        changed = (Edit(Span(piece.start, piece.end), piece.text) for piece in self.pieces if piece.text is not None)
        return tuple(edit for edit in changed if self.first.slice(edit.span) != edit.text)

    def origin(self, span: Span) -> Span:
        """What stood in the first text where this stretch is now; an empty one where nothing did."""
        if not self.pieces:
            return span
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        if not len(span):
            return self._place(first, span.start)
        last = max(bisect_left(self._starts, span.end) - 1, first)
        return Span(self._place(first, span.start).start, self._place(last, span.end).end)

    def _place(self, index: int, offset: int) -> Span:
        """What an offset in or beside a piece was in the first text: of one inside other words, all that they stand for."""
        piece, at = self.pieces[index], offset - self._starts[index]
        if piece.text is None:
            return Span(piece.start + at, piece.start + at)
        if at >= piece.length:
            return Span(piece.end, piece.end)
        return Span(piece.start, piece.end if at else piece.start)

    @cached_property
    def _starts(self) -> list[int]:
        """The offset of each piece in the text as it is now."""
        starts, at = [], 0
        for piece in self.pieces:
            starts.append(at)
            at += piece.length
        return starts


def _edited(pieces: Sequence[_Piece], edits: Iterable[Edit]) -> Iterator[_Piece]:
    """The pieces after edits in order."""
    rest, at, done = list(reversed(pieces)), 0, 0

    def take(end: int) -> Iterator[_Piece]:
        nonlocal at, done
        while at < end:
            piece = rest.pop()
            if at + piece.length > end:
                piece, behind = piece.cut(end - at)
                rest.append(behind)
            at += piece.length
            done = piece.end
            yield piece

    for edit in edits:
        yield from take(edit.span.start)
        start = done
        for _ in take(edit.span.end):
            pass
        yield _Piece(start, done, edit.text)
    yield from reversed(rest)


class _Shift:
    """Where the offsets of a text come to lie after edits."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._spans = [(edit.span.start, edit.span.end) for edit in edits]
        self._grown = [0]
        for edit in edits:
            self._grown.append(self._grown[-1] + len(edit.text) - len(edit.span))

    def start(self, offset: int) -> int:
        """Where a stretch begins that began at an offset: words put in there are part of it."""
        index = bisect_left(self._spans, (offset, 0))
        if index and self._edits[index - 1].span.end > offset:  # inside what was replaced
            return self._edits[index - 1].span.start + self._grown[index - 1]
        return offset + self._grown[index]

    def end(self, offset: int) -> int:
        """Where a stretch ends that ended at an offset: words put in there are part of it."""
        index = bisect_left(self._spans, (offset, offset + 1))
        if index and self._edits[index - 1].span.end > offset:
            edit = self._edits[index - 1]
            return edit.span.start + self._grown[index - 1] + len(edit.text)
        return offset + self._grown[index]


def _moved(source: Source, shift: _Shift) -> Layout:
    """The layout of a source, its spans moved along."""
    layout, text = source.layout, source.text

    def lines(span: Span) -> Span:
        """Whole lines: what is put in before the next one is part of that."""
        return Span(shift.start(span.start), shift.start(span.end) if _begins_line(span.end) else shift.end(span.end))

    def _begins_line(offset: int) -> bool:
        return offset == 0 or text[offset - 1] in "\r\n"

    def words(span: Span) -> Span:
        start = shift.start(span.start)
        return Span(start, max(start, shift.end(span.end))) if len(span) else Span(start, start)

    def label(span: Span) -> Span:
        """An automatic number: what is put in behind it is words."""
        return Span(shift.start(span.start), shift.start(span.end))

    return replace(
        layout,
        blocks=tuple(Block._replace(b, span=lines(b.span), cells=tuple(map(words, b.cells))) for b in layout.blocks),
        generated=tuple(map(label, layout.generated)),
        changes=tuple(Change._replace(change, span=words(change.span)) for change in layout.changes),
        remarks=tuple(Remark._replace(remark, span=words(remark.span)) for remark in layout.remarks),
        pictures=tuple(map(shift.start, layout.pictures)),
    )
