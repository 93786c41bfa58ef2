"""The cells of tables as numbers."""

from __future__ import annotations

from fractions import Fraction

from disclosure_grammar.numerals import fold, parse_decimal
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose, Span
from disclosure_grammar.tree import Kind, Node

_RULE = Pattern(r"[-: —=|]*")
_NUMBER = Pattern(r"([0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?)\s*(?:个|项|条|件|次|人|名|份|万元|元)?")
_BLANK = Pattern(r"[-—－/／\s]*|无")


def rows_of(table: Node) -> list[Node]:
    """The rows of a table, ruled lines left out."""
    return [
        row
        for row in table.children
        if row.kind is Kind.ROW and not all(_RULE.fullmatch(cell.text) for cell in row.cells)
    ]


def value_of(cell: Prose) -> Fraction | None:
    """The number a cell holds and nothing else, or None."""
    match = _NUMBER.fullmatch(cell.text.strip())
    return parse_decimal(fold(match[1])) if match else None


def is_blank(cell: Prose) -> bool:
    """Whether a cell is empty or says that there is nothing."""
    return _BLANK.fullmatch(cell.text) is not None


def place_of(cell: Prose) -> Span:
    """The words of a cell."""
    text = cell.text
    return cell.span(len(text) - len(text.lstrip()), len(text.rstrip()))
