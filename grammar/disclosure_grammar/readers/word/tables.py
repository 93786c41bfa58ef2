"""What the properties of rows and cells say of a table (ECMA-376 Part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.readers.word.changes import Context
from disclosure_grammar.readers.word.contents import unwrapped
from disclosure_grammar.readers.word.xml import Element, whole

_MOST_COLUMNS = 63  # of a table in Word


def is_frame(table: Element) -> bool:
    """Whether a table is but a frame around text, as in what was copied from a web page: it has one column."""
    rows = [row for row in _inner(table) if row.name == "w:tr"]
    return all(sum(cell.name == "w:tc" for cell in _inner(row)) == 1 for row in rows)


def columns(cell: Element | None) -> int:
    """How many columns a cell with this w:tcPr covers."""
    return max(_number(cell, "w:gridSpan"), 1)


def skipped(row: Element | None) -> int:
    """How many columns a row with this w:trPr leaves out before its first cell."""
    return _number(row, "w:gridBefore")


def is_covered(cell: Element | None) -> bool:
    """Whether a cell with this w:tcPr lies under one above or before it, with which it is merged: what it holds is not shown."""
    return goes_on(cell) or _continues(cell, "w:hMerge")


def goes_on(cell: Element | None) -> bool:
    """Whether a cell with this w:tcPr is the one above it, which reaches down to this row."""
    return _continues(cell, "w:vMerge")


def is_hidden(row: Element | None) -> bool:
    """Whether a row with this w:trPr is not shown."""
    return row is not None and bool(row.on("w:hidden"))


def _number(properties: Element | None, name: str) -> int:
    number = whole(properties.value(name)) if properties is not None else None
    return min(max(number or 0, 0), _MOST_COLUMNS)


def _continues(cell: Element | None, name: str) -> bool:
    merge = cell.child(name) if cell is not None else None
    return merge is not None and merge.attributes.get("w:val") != "restart"


def _inner(element: Element) -> Iterator[Element]:
    return (inner for inner, _ in unwrapped(element.children, Context(), int))
