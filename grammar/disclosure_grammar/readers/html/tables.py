"""Tables of data, and tables that only arrange a page: those of old sites hold whole articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure_grammar.readers.html.look import is_hidden, is_unseen, style
from disclosure_grammar.readers.html.tree import Element, Words

_NOT_WORDS = re.compile(r"(?:&(?:nbsp|ensp|emsp|#160|#12288);?|\s)+")
_DIGITS = re.compile(r"\s*([0-9]{1,4})")
_MOST_COLUMNS = 100
_MOST_COVERED = 50_000  # cells of a document that others reach into; beyond it none are counted
_LONG = 300  # characters in a cell that may be an article
_DOMINANT = 0.6  # its share of the words of its table
_WORD_TABLE = re.compile(r"MsoTableGrid|MsoNormalTable|table[-_]?border", re.IGNORECASE)
_LABEL = re.compile(r"[：:]\s*$")


class Cell(NamedTuple):
    """A cell of a row.

    Attributes:
        element: the cell; None for the place of one that reaches down from a row above.
        wide: how many further columns it covers.
    """

    element: Element | None
    wide: int = 0


class Grid:
    """The tables of one page, row by row."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._covered = 0

    def rows(self, table: Element) -> list[list[Cell]] | None:
        """The rows of a table of data; None where it only arranges the page."""
        found = list(_rows(table))
        cells = [list(_cells(row)) for row in found]
        if not self._is_data(table, cells):
            return None
        return list(self._laid_out(cells))

    def _laid_out(self, cells: Sequence[Sequence[Element]]) -> Iterator[list[Cell]]:
        """The rows with the places that cells of rows above cover."""
        reaching: dict[int, int] = {}  # columns, and for how many rows more a cell from above covers them
        for row in cells:
            made: list[Cell] = []
            column = 0
            for element in row:
                column = self._skip(column, reaching, made)
                across, down = _span(element, "colspan"), _span(element, "rowspan", 0)
                wide = min(max(across, 1), max(_MOST_COLUMNS - column, 1)) - 1
                made.append(Cell(element, wide))
                if down != 1:
                    reaching.update(dict.fromkeys(range(column, column + wide + 1), (down or len(cells) + 1)))
                column += wide + 1
            if row:
                self._skip(column, reaching, made)
                yield made
            reaching = {at: left - 1 for at, left in reaching.items() if left > 1}

    def _skip(self, column: int, reaching: dict[int, int], made: list[Cell]) -> int:
        """Pass over the columns that are covered from above; a cell of this row covers none of them."""
        while column in reaching and column < _MOST_COLUMNS:
            if self._covered < _MOST_COVERED:
                self._covered += 1
                made.append(Cell(None))
            column += 1
        return column

    def _is_data(self, table: Element, rows: Sequence[Sequence[Element]]) -> bool:
        if max((sum(1 + (_span(cell, "colspan") > 1) for cell in row) for row in rows), default=0) < 2:
            return False
        if table.attributes.get("role", "").lower() in ("presentation", "none"):
            return False
        headed = any(cell.name == "th" for row in rows for cell in row)
        if table.has_table and not headed:
            return False
        sizes = [[self._size(cell) for cell in row] for row in rows]
        filled = [[size for size in row if size] for row in sizes]
        full = sum(len(row) > 1 for row in filled)
        most, whole = max((max(row) for row in filled if row), default=0), sum(map(sum, sizes))
        if not full or (most > _LONG and most > _DOMINANT * whole and not headed):
            return False
        return headed or _is_ruled(table) or (full > 1 and full * 2 > len(rows) and not self._is_list_of_labels(rows))

    def _size(self, cell: Element) -> int:
        """How many characters a cell has."""
        found = 0
        stack = [cell]
        while stack:
            for child in stack.pop().children:
                if isinstance(child, Words):
                    if not child.comment:
                        found += len(_NOT_WORDS.sub("", self._page[child.start : child.end]))
                elif not (is_unseen(child) or is_hidden(child)):
                    stack.append(child)
        return found

    def _is_list_of_labels(self, rows: Sequence[Sequence[Element]]) -> bool:
        """Whether a table only sets labels and what they name in two columns: 联系电话： | 0717-5550132."""
        firsts = [row[0] for row in rows if len(row) == 2]
        ends = (self._words(cell) for cell in firsts)
        return len(firsts) == len(rows) and sum(bool(_LABEL.search(words)) for words in ends) * 2 > len(rows)

    def _words(self, cell: Element) -> str:
        """The last words of a cell."""
        words = [
            each
            for one in (cell, *cell.walk())
            for each in one.children
            if isinstance(each, Words) and not each.comment
        ]
        texts = (self._page[each.start : each.end] for each in sorted(words, reverse=True))
        return next((text for text in texts if text.strip()), "")


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, also where a form stands between it and them."""
    for child in table.elements():
        if is_unseen(child) or is_hidden(child):
            continue
        if child.name == "tr":
            yield child
        elif child.name == "form":
            yield from (each for each in child.elements() if each.name == "tr" and not is_hidden(each))


def _cells(row: Element) -> Iterator[Element]:
    return (child for child in row.elements() if child.name in ("td", "th") and not is_hidden(child))


def _span(cell: Element, name: str, least: int = 1) -> int:
    match = _DIGITS.match(cell.attributes.get(name, ""))
    return max(int(match[1]), least) if match else 1


def _is_ruled(table: Element) -> bool:
    """Whether lines are drawn between its cells."""
    border = table.attributes.get("border")
    if border is not None and border.strip() != "0":
        return True
    return style(table).get("border-collapse") == "collapse" or bool(
        _WORD_TABLE.search(table.attributes.get("class", ""))
    )
