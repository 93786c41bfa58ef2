"""Which column of a table says what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose, Span
from disclosure_grammar.tree import Document, Kind, Node

_RULE = Pattern(r"[-: —=]*")
_HEADER_WORDS = Pattern(r"序号|问题|措施|任务|责任|时限|期限|时间|事项|内容|进展|备注|类别|目标")


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """A table whose columns have names.

    Attributes:
        names: what the head of the table calls each column.
        rows: the rows below the head, those of tables that go on with it included.
        merged: by row the columns whose cell goes on from the row above, where the file tells.
    """

    names: tuple[str, ...]
    rows: tuple[Node, ...]
    merged: Mapping[Node, tuple[int, ...]]

    def cells(self, row: Node, name: Pattern) -> Iterator[Prose]:
        """The cells of a row that stand in columns whose name matches."""
        for heading, cell in zip(self.names, row.cells, strict=False):
            if name.search(heading):
                yield cell

    def has(self, name: Pattern) -> bool:
        """Whether a column's name matches."""
        return any(name.search(heading) for heading in self.names)

    def goes_on(self, row: Node, name: Pattern) -> bool:
        """Whether a row shares the cell of the row above, in a column whose name matches."""
        return any(name.search(self.names[at]) for at in self.merged.get(row, ()) if at < len(self.names))


def columns(document: Document) -> tuple[Columns, ...]:
    """The tables of a draft whose columns have names.

    The head may stand below a row with the table's title. A table without a head goes on with the one before where it is as wide:
    the name of a group of rows (一、政治建设方面) parts a table in plain text.
    """
    found: list[tuple[tuple[str, ...], list[Node]]] = []
    open_end = False
    for table in document.of(Kind.TABLE):
        rows = [row for row in table.children if row.kind is Kind.ROW and not _is_rule(row)]
        at = next((at for at, row in enumerate(rows[:2]) if _is_head(row)), None)
        if at is not None:
            found.append((_words(rows[at]), rows[at + 1 :]))
            open_end = True
        elif open_end and max((len(row.cells) for row in rows), default=0) == len(found[-1][0]):
            found[-1][1].extend(rows)
        else:
            open_end = False
    merged = {block.span.start: block.merged for block in document.source.layout.blocks if block.merged}
    return tuple(
        Columns(
            names,
            tuple(row for row in rows if _words(row) != names),
            {row: merged[row.span.start] for row in rows if row.span.start in merged},
        )
        for names, rows in found
        if rows
    )


def _is_head(row: Node) -> bool:
    return sum(bool(_HEADER_WORDS.search(cell.text)) and len(cell.text) <= 12 for cell in row.cells) >= 2


def _words(row: Node) -> tuple[str, ...]:
    return tuple("".join(cell.text.split()) for cell in row.cells)


def _is_rule(row: Node) -> bool:
    return all(_RULE.fullmatch(cell.text) for cell in row.cells)


def cell_span(cell: Prose) -> Span:
    """The place of a cell's words."""
    return cell.span(0, len(cell.text))
