"""The cells of the tables of a draft, by the words at the head of their column."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose
from disclosure_grammar.tree import Document, Kind, Node


def cells_under(document: Document, heading: Pattern, *, after: Pattern | None = None) -> Iterator[tuple[Node, Prose]]:
    """The cells below a heading that is just what a pattern says, each with its row; if asked, only right ``after`` another column."""
    for table in document.of(Kind.TABLE):
        head, *rows = table.children
        headings = ["".join(cell.text.split()) for cell in head.cells]
        columns = [
            at
            for at, words in enumerate(headings)
            if heading.fullmatch(words) and (after is None or (at and after.fullmatch(headings[at - 1])))
        ]
        for row in rows if columns else ():
            for at in columns:
                if at < len(row.cells):
                    yield row, row.cells[at]
