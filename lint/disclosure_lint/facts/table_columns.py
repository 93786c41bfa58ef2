"""Which column of a table says what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure_grammar.source import Prose, Span
from disclosure_grammar.tree import Kind, Node

_RULE = re.compile(r"[-: —=]*")
_HEADER_WORDS = re.compile(r"序号|问题|措施|任务|责任|时限|期限|时间|事项|内容|进展|备注|类别|目标")


@dataclass(frozen=True, slots=True)
class Columns:
    """A table whose first row names its columns.

    Attributes:
        table: the node.
        names: what the first row calls each column.
        rows: the rows below it that say something.
    """

    table: Node
    names: tuple[str, ...]
    rows: tuple[Node, ...]

    def cells(self, row: Node, name: re.Pattern[str]) -> Iterator[Prose]:
        """The cells of a row that stand in columns whose name matches."""
        for heading, cell in zip(self.names, row.cells, strict=False):
            if name.search(heading):
                yield cell

    def has(self, name: re.Pattern[str]) -> bool:
        """Whether a column's name matches."""
        return any(name.search(heading) for heading in self.names)


def columns(table: Node) -> Columns | None:
    """The columns of a table, or None where its first row names none."""
    rows = [row for row in table.children if row.kind is Kind.ROW and not _is_rule(row)]
    if len(rows) < 2 or sum(bool(_HEADER_WORDS.search(cell.text)) for cell in rows[0].cells) < 2:
        return None
    names = tuple("".join(cell.text.split()) for cell in rows[0].cells)
    return Columns(table, names, tuple(rows[1:]))


def _is_rule(row: Node) -> bool:
    return all(_RULE.fullmatch(cell.text) for cell in row.cells)


def cell_span(cell: Prose) -> Span:
    """The place of a cell's words."""
    return cell.span(0, len(cell.text))
