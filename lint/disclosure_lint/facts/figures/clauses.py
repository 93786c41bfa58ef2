"""Clauses and sentences of one block of text."""

from __future__ import annotations

from bisect import bisect_right

from disclosure_grammar.pattern import Pattern

# A comma between digits (1,234) and a colon between digits (19:50) part nothing.
_MARK = Pattern(
    r"[。；;！？!?（）()|\t\n]|(?<![0-9０-９])[，,：:]|[，,：:](?![0-9０-９])|[，：,](?=[0-9０-９]{1,2}(?![0-9０-９]))"
)
_STOP = Pattern(r"[。！？!?\n|]")
_QUOTED = Pattern(r"“[^“”]*”|‘[^‘’]*’|「[^「」]*」|\"[^\"\n]{1,40}\"|《[^《》]*(?:〈[^〈〉]*〉[^《》]*)*》")


class Clauses:
    """Where the clauses and sentences of a text begin and end, and what of it is quoted.

    Attributes:
        text: the text.
        plain: the text with everything quoted or in book-title marks replaced by ``□``; of the same length.
        quotes: the quoted stretches, ascending.
    """

    __slots__ = ("_marks", "_stops", "plain", "quotes", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.quotes: tuple[tuple[int, int], ...] = tuple(match.span() for match in _QUOTED.finditer(text))
        self.plain = _QUOTED.sub(lambda match: "□" * len(match[0]), text) if self.quotes else text
        self._marks: list[int] | None = None
        self._stops: list[int] | None = None

    def clause(self, index: int) -> tuple[int, int]:
        """The stretch between the marks around a place, the marks left out."""
        if self._marks is None:
            self._marks = [match.start() for match in _MARK.finditer(self.plain)]
        return self._between(self._marks, index)

    def sentence(self, index: int) -> tuple[int, int]:
        """The stretch between the full stops around a place, the full stops left out."""
        if self._stops is None:
            self._stops = [match.start() for match in _STOP.finditer(self.plain)]
        return self._between(self._stops, index)

    def quoted(self, index: int) -> str:
        """The opening mark of the quotation a place stands in, or an empty string."""
        at = bisect_right(self.quotes, (index, len(self.text) + 1)) - 1
        if at >= 0 and self.quotes[at][0] < index < self.quotes[at][1]:
            return self.text[self.quotes[at][0]]
        return ""

    def _between(self, marks: list[int], index: int) -> tuple[int, int]:
        at = bisect_right(marks, index)
        start = marks[at - 1] + 1 if at else 0
        end = marks[at] if at < len(marks) else len(self.text)
        return (start, end) if start <= index else (index, end)
