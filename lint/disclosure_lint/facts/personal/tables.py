"""The cells of the tables of a draft, by the words at the head of their column."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose
from disclosure_grammar.tree import Document, Kind, Node


def cells_under(document: Document, heading: Pattern) -> Iterator[tuple[Node, Prose]]:
    """The cells below a heading that is just what a pattern says, each with its row."""
    for table in document.of(Kind.TABLE):
        head, *rows = table.children
        columns = [at for at, cell in enumerate(head.cells) if heading.fullmatch("".join(cell.text.split()))]
        for row in rows if columns else ():
            for at in columns:
                if at < len(row.cells):
                    yield row, row.cells[at]
