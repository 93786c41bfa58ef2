"""Which words of a Word document can be written anew in the file, and what stands against it for the others."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from disclosure_grammar.readers.word.model import Piece, PieceKind, Word
from disclosure_grammar.source import Span
from disclosure_lint.fixing import Obstacle
from disclosure_lint.word.copies import Copied, copies
from disclosure_lint.word.splice import blocks_of, element_of, is_level, part_of

_BOX = b"txbxContent"


class Editable:
    """The words of a document that can be changed."""

    def __init__(self, word: Word) -> None:
        self._word = word
        self._copies: dict[str, tuple[Copied, ...]] = {}

    def obstacle(self, span: Span) -> Obstacle | None:
        """What stands against writing words in place of a stretch of the text; against putting some in, where it is empty."""
        if not len(span):
            home = self.home(span.start)
            return home if isinstance(home, Obstacle) else None
        at = bisect_left(self._gaps, span.start + 1)
        if at < len(self._gaps) and self._gaps[at] < span.end:
            return Obstacle.CHANGE
        pieces = self._word.pieces_in(span.start, span.end)
        if sum(min(piece.end, span.end) - max(piece.start, span.start) for piece in pieces) < len(span):
            return Obstacle.PARAGRAPH
        return next(filter(None, map(self._against, pieces)), None)

    def home(self, offset: int, start: int = -1) -> tuple[Piece, int] | Obstacle:
        """The piece that takes words put in at an offset, and the place in it; or what stands against putting any in there.

        They join the character before them, but none before ``start`` if they can join the next one; an empty paragraph has neither, and
        no run says how its words would look.
        """
        paragraph = self._word.paragraph_at(offset)
        obstacle = None
        for neighbour in (offset - 1, offset) if offset > start else (offset, offset - 1):
            if paragraph.start <= neighbour < paragraph.end and (piece := self._word.piece_at(neighbour)) is not None:
                against = self._against(piece)
                if against is None:
                    return piece, offset - piece.start
                obstacle = obstacle or against
        return obstacle or Obstacle.PARAGRAPH

    def copies(self, part: str) -> tuple[Copied, ...]:
        """The stretches of a part whose words stand in the file a second time; whoever changes them changes the copies."""
        if part not in self._copies:
            self._copies[part] = copies(part_of(self._word, part), blocks_of(self._word, part))
        return self._copies[part]

    @cached_property
    def _gaps(self) -> list[int]:
        """Where words stand in the file that the text does not show: tracked deletions."""
        return sorted(change.span.start for change in self._word.source.layout.changes if not len(change.span))

    def _against(self, piece: Piece) -> Obstacle | None:
        """What stands against changing the words of a piece."""
        run = piece.run
        if piece.kind is PieceKind.GENERATED:
            return Obstacle.GENERATED
        if piece.kind is PieceKind.SIGN or run is None:
            return Obstacle.SIGN
        if run.field:
            return Obstacle.FIELD
        if run.deletion:
            return Obstacle.CHANGE
        if any(one.shifts is None and one.start <= run.start < one.end for one in self.copies(run.part)):
            return Obstacle.COPY
        data = part_of(self._word, run.part)
        start, _ = element_of(data, piece)
        whole = is_level(data, run.properties[1], start) and data.find(_BOX, run.start, run.stop) < 0
        return None if whole else Obstacle.SIGN  # deeper in the run, or beside other runs in it: it cannot be cut there
