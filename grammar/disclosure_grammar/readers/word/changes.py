"""Tracked changes: what each element says of the words in it, and the list of changes as people count them."""

from __future__ import annotations

from typing import NamedTuple

from disclosure_grammar.readers.word.xml import Element
from disclosure_grammar.source import Change, ChangeKind, Span

_KINDS = {
    "ins": ChangeKind.INSERTION,
    "del": ChangeKind.DELETION,
    "moveTo": ChangeKind.MOVE,
    "moveFrom": ChangeKind.MOVE,
    "cellIns": ChangeKind.INSERTION,
    "cellDel": ChangeKind.DELETION,
}
_GONE = ("w:del", "w:moveFrom", "w:cellDel")
_MARKS = ("w:ins", "w:moveTo", "w:del", "w:moveFrom", "w:cellIns", "w:cellDel")


class Context(NamedTuple):
    """What the elements around one say of its words.

    Attributes:
        original: whether the text is read as it was before the changes.
        shown: whether the words are part of the text that is read.
        insertion, deletion: whether they stand in a tracked insertion or deletion; a move is one at its end and the other at its start.
        change: the innermost change they stand in.
        author: whose change that is.
        field: whether they are the result of a simple field.
    """

    original: bool = False
    shown: bool = True
    insertion: bool = False
    deletion: bool = False
    change: ChangeKind | None = None
    author: str = ""
    field: bool = False

    def within(self, change: Element) -> Context:
        """The context in a w:ins, w:del, w:moveTo, w:moveFrom, w:cellIns or w:cellDel."""
        gone = change.name in _GONE
        return self._replace(
            shown=self.shown and gone == self.original,
            insertion=self.insertion or not gone,
            deletion=self.deletion or gone,
            change=_KINDS[change.name.removeprefix("w:")],
            author=change.attributes.get("w:author", ""),
        )

    def marked(self, properties: Element | None) -> Context:
        """The context of what has these properties: a row, a cell or the mark at the end of a paragraph can itself be a change."""
        if properties is None:
            return self
        found = self
        for child in properties.children:
            if child.name in _MARKS:
                found = found.within(child)
        return found


def before_change(properties: Element | None, name: str) -> Element | None:
    """The properties as they were before a tracked change of that name; the same where there was none."""
    change = properties.child(name) if properties is not None else None
    if properties is None or change is None:
        return properties
    return change.child(properties.name)


class Changes:
    """The changes so far. What one person did in one go is one change, over however many runs and paragraphs Word spreads it."""

    def __init__(self) -> None:
        self._found: list[tuple[str, ChangeKind, int, int]] = []

    def add(self, context: Context, start: int, end: int) -> None:
        """Words, shown or not, that stand in a change (if they do); ``start`` and ``end`` are offsets in the text."""
        if context.change is not None:
            self._add(context.author, context.change, start, end, start)

    def add_format(self, properties: Element | None, start: int, end: int) -> None:
        """Words with these properties, which may themselves have been changed."""
        for child in properties.children if properties is not None else ():
            if child.name.endswith("Change"):
                author = child.attributes.get("w:author", "")
                self._add(author, ChangeKind.FORMAT, start, end, start - 1)  # a line feed between is no gap
                return

    def _add(self, author: str, kind: ChangeKind, start: int, end: int, near: int) -> None:
        while self._found and self._found[-1][:2] == (author, kind) and self._found[-1][3] >= near:
            _, _, first, last = self._found.pop()
            start, end = min(start, first), max(end, last)
        self._found.append((author, kind, start, end))

    def listed(self) -> tuple[Change, ...]:
        """All of them, in the order of the text."""
        return tuple(
            sorted((Change(kind, Span(start, end)) for _, kind, start, end in self._found), key=lambda c: c.span)
        )
