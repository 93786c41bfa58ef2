"""The rows of a table of measures: which limit and which owner each has, its own or that of a cell above that reaches down to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_grammar.tree import Node
from disclosure_lint.facts.plan.owners import OWNER_NAME
from disclosure_lint.facts.plan.titles import measure_cell
from disclosure_lint.facts.table_columns import Columns, cell_span
from disclosure_lint.facts.time.deadlines import LIMIT_NAME

_NUMBER_COLUMN = Pattern(r"^(?:序号|编号|序)$")
_NOTHING = Pattern(r"[ \u3000/／\-－—]*")
_ROWS = 5  # in a table of so many rows a single empty cell was hardly meant to be empty

Finder = Callable[[Sequence[Node]], Span | None]
"""The first limit, or the first owner, in some leaves."""


@dataclass(frozen=True)
class TableRows:
    """A table of measures.

    A cell that spans several rows in a word processor is filled in its first row only: an empty cell below it belongs to it where the
    file says so, where the row's number is empty too, or where the column is often left empty.
    """

    columns: Columns
    find_limit: Finder
    find_owner: Finder

    @cached_property
    def rows(self) -> tuple[Node, ...]:
        """The rows that name a measure."""
        return tuple(row for row in self.columns.rows if measure_cell(self.columns, row) is not None)

    def limit(self, row: Node) -> Span | None:
        """The limit that holds for a row."""
        return self._limits[row]

    def owner(self, row: Node) -> Span | None:
        """The owner that holds for a row."""
        return self._owners[row]

    def instead(self, row: Node) -> tuple[Span, ...]:
        """The words in the row's own cell for a limit, whatever they say; at most one stretch."""
        told = (cell for cell in self.columns.cells(row, LIMIT_NAME) if not _NOTHING.fullmatch(cell.text))
        return tuple(cell_span(cell) for cell in told)[:1]

    def unfilled(self, row: Node) -> str:
        """The name of a column for owners that this row alone leaves empty, or an empty string."""
        return self._unfilled.get(row, "")

    @cached_property
    def _limits(self) -> dict[Node, Span | None]:
        return self._handed_down(LIMIT_NAME, self.find_limit)

    @cached_property
    def _owners(self) -> dict[Node, Span | None]:
        return self._handed_down(OWNER_NAME, self.find_owner)

    def _handed_down(self, name: Pattern, find: Finder) -> dict[Node, Span | None]:
        merged = self._is_merged(name)
        found: dict[Node, Span | None] = {}
        above: Span | None = None
        for row in self.rows:
            own = find((row,))
            shared = merged or self._goes_on(row) or self.columns.goes_on(row, name)
            reaches_down = own is None and not self._fills(row, name) and shared
            found[row] = above = above if reaches_down else own
        return found

    def _is_merged(self, name: Pattern) -> bool:
        """Whether a column is left empty so often that its cells must span several rows.

        Without a column of numbers the first column may hold the name of a group; the rows under it show whether a group
        shares its cells.
        """
        rows = [row for row in self.rows if not self.columns.goes_on(row, name)]
        empty = sum(not self._fills(row, name) for row in rows)
        if empty >= 2 and empty * 3 >= len(rows):
            return True
        grouped = [] if self._numbered else [row for row in rows if self._opens_empty(row)]
        return bool(grouped) and not any(self._fills(row, name) for row in grouped)

    def _fills(self, row: Node, name: Pattern) -> bool:
        return any(cell.text.strip() for cell in self.columns.cells(row, name))

    def _goes_on(self, row: Node) -> bool:
        """Whether a row has no number of its own and so goes on with the one above."""
        return self._numbered and not self._fills(row, _NUMBER_COLUMN)

    def _opens_empty(self, row: Node) -> bool:
        return bool(row.cells) and not row.cells[0].text.strip()

    @cached_property
    def _numbered(self) -> bool:
        return self.columns.has(_NUMBER_COLUMN)

    @cached_property
    def _unfilled(self) -> dict[Node, str]:
        found: dict[Node, str] = {}
        for at, name in enumerate(self.columns.names):
            if OWNER_NAME.search(name) and len(self.rows) >= _ROWS:
                rows = [row for row in self.rows if at not in self.columns.merged.get(row, ())]
                empty = [row for row in rows if at >= len(row.cells) or not row.cells[at].text.strip()]
                if len(empty) == 1 and not self._goes_on(empty[0]) and not self._opens_empty(empty[0]):
                    found.setdefault(empty[0], name)
        return found
