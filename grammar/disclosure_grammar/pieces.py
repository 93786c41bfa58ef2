"""What the lexer hands to the parser: stretches of lines, each with its type, still open to being named anew."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure_grammar.line import SPACES, Line

HEADINGS = frozenset(
    {
        "PART", "CHAPTER", "ARTICLE_SECTION", "CHINESE", "CHINESE_BRACKETED", "ARABIC", "ARABIC_BRACKETED",
        "ARABIC_HALF_BRACKET", "CIRCLED",
    }
)  # fmt: skip
POINTS = frozenset({"IS", "OF_THEM", "FIRST", "ORDINAL", "DASH"})
BLOCKS = frozenset({"LABEL", "OPENING"})


@dataclass(slots=True)
class Piece:
    """A stretch of one logical line.

    Attributes:
        type: the terminal of the grammar.
        line: the index of the line.
        start, end: where in the line's prose the stretch begins and ends.
        label_end: for headings, points and labels: where in the prose the label ends; otherwise equal to ``start``.
        level: the depth of a heading, once it is known.
    """

    type: str
    line: int
    start: int
    end: int
    label_end: int = 0
    level: int = 0


@dataclass(slots=True)
class Row:
    """One logical line with the pieces it was cut into: one, or a heading or label and the body that runs on behind it.

    Attributes:
        line: the logical line; index: its number.
        type: the type of the first piece.
        label: the label as the lexer matched it, or an empty string.
        pieces: the pieces, in order.
    """

    line: Line
    index: int
    type: str
    label: str
    pieces: list[Piece]

    @property
    def text(self) -> str:
        """The words of the line without spaces around."""
        return self.line.prose.text.strip(SPACES)

    @property
    def words(self) -> str:
        """The words behind the label."""
        return self.line.prose.text[len(self.label) :].strip(SPACES)

    def retype(self, name: str) -> None:
        """Give the whole line one type, as one piece; a label stays known."""
        self.type = name
        length = len(self.line.prose.text)
        self.pieces = [Piece(name, self.index, 0, length, len(self.label))]
