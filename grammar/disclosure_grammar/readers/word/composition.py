"""The text of a Word document as it grows: its characters, where each stands, its lines and its tracked changes."""

from __future__ import annotations

from collections.abc import Callable

from disclosure_grammar.readers.word.changes import Changes
from disclosure_grammar.readers.word.model import Paragraph, Piece, PieceKind, Run, Story
from disclosure_grammar.readers.word.numbering import runs_together
from disclosure_grammar.source import Span


class Line:
    """The line that is being written. It may take the words of several paragraphs, where the marks between them are not shown.

    Attributes:
        start: its offset.
        words: the offset behind its automatic number.
        at: the byte offset of the w:p it counts as: the first that has words in it, or else the last.
        label: what gives its automatic number; None once that is written.
    """

    __slots__ = ("at", "label", "start", "words")

    def __init__(self, start: int) -> None:
        self.start = self.words = start
        self.at = 0
        self.label: Callable[[], str] | None = None


class Composition:
    """The text so far.

    Attributes:
        length: in code points.
        pieces, paragraphs: those of the text so far.
        generated: what stands nowhere in the file as characters: automatic numbers above all.
        changes: the tracked changes.
        pictures: where pictures and other objects without words stand.
        line: the line that is open, if one is.
    """

    def __init__(self) -> None:
        self.length = 0
        self.pieces: list[Piece] = []
        self.paragraphs: list[Paragraph] = []
        self.generated: list[Span] = []
        self.changes = Changes()
        self.pictures: list[int] = []
        self.line: Line | None = None
        self._between: tuple[str, PieceKind, Run | None, int, int] | None = None
        self._parts: list[str] = []
        self._first = 0  # of the parts of the open line

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    @property
    def words(self) -> str:
        """What the open line holds."""
        return "".join(self._parts[self._first :])

    def begin(self, at: int, label: Callable[[], str]) -> Line:
        """A paragraph begins: on a new line, or on the open one, whose words it continues.

        Args:
            at: the byte offset of its w:p.
            label: gives its automatic number; asked for at most once, and only if the line is its.
        """
        if self.line is None:
            self.line = Line(self.length)
            self._first = len(self._parts)
        line = self.line
        if self.length == line.start:
            line.at, line.label = at, label
        return line

    def number(self) -> None:
        """Write the automatic number of the open line, if that was not done."""
        line = self.line
        if line is None or line.label is None:
            return
        label, line.label = line.label(), None
        if label:
            self.add(label, PieceKind.GENERATED, None, 0, 0)
            line.words = self.length

    def add(self, text: str, kind: PieceKind, run: Run | None, first: int, last: int) -> None:
        """Write characters that stand at these byte offsets of a part, on the open line."""
        self.number()
        between, self._between = self._between, None
        if between is not None:
            self.add(*between)
        self._set_apart(text)
        start = self.length
        self._write(text)
        self.pieces.append(Piece(start, self.length, kind, run, first, last))
        if kind is PieceKind.GENERATED:
            self.generated.append(Span(start, self.length))

    def add_between(self, text: str, kind: PieceKind, run: Run | None, first: int, last: int) -> None:
        """Write characters on the open line as ``add`` does, but only where words stand before them and more are to follow."""
        if self.line is not None and self.length > self.line.words:
            self._between = (text, kind, run, first, last)

    def end(self, story: Story, part: str, anchor: int, cell: int) -> None:
        """End the open line; it is a paragraph of its own."""
        line = self.line
        if line is None:
            return
        self.number()
        self.paragraphs.append(Paragraph(line.start, self.length, story, part, line.at, anchor, cell))
        self._write("\n")
        self.line = self._between = None

    @property
    def is_empty(self) -> bool:
        """Whether the open line holds nothing."""
        return self.line is None or self.line.start == self.length

    def since(self, offset: int) -> int:
        """An offset taken before something was written, moved behind the automatic number that was written first."""
        return max(offset, self.line.words) if self.line is not None else offset

    def _set_apart(self, words: str) -> None:
        """Keep the point of the automatic number and a digit right behind it from reading as one figure."""
        line = self.line
        if (
            line is None
            or line.start == line.words
            or self.length != line.words
            or not runs_together(self._parts[-1], words)
        ):
            return
        self._write(" ")
        line.words = self.length
        self.pieces[-1] = self.pieces[-1]._replace(end=self.length)
        self.generated[-1] = Span(line.start, self.length)

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)
