"""The columns of a table held against its row of totals (合计), and its rows against themselves."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from disclosure_grammar.numerals import fold
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.comparisons import table_rates, table_rows
from disclosure_lint.comparisons.cells import is_blank, place_of, rows_of, value_of
from disclosure_lint.comparisons.model import Comparison, Operand, Verdict
from disclosure_lint.comparisons.wording import sum_in_english

_TOTAL = Pattern(r"[（(]?(?:合\s*计|总\s*计|共\s*计)[）)]?[：:]?")
_NESTED = Pattern(r"\s*(?:其中|小\s*计)")
_NO_SUM = Pattern(
    r"率|占比|比例|比重|百分|%|％|序\s*号|编\s*号|平均|人均|户均|均值|得分|满意度|排名|名次|年份|增长|增幅|同比|单价"
)
_SHARED = Pattern(r"人|单位|部门|户|企业")
"""What a column may count of which one may stand in several rows."""

_SHOWN = 6
"""Of a longer column only the first and the last rows are written out."""


class Column(NamedTuple):
    """A column of numbers with its total.

    Attributes:
        name: what the head of the table calls it.
        cells: the numbers above the total.
        blank: whether a row has no number.
        total: the cell in the row of totals.
    """

    name: str
    cells: tuple[Prose, ...]
    blank: bool
    total: Prose

    @property
    def sum(self) -> Fraction:
        """The sum of its numbers."""
        return sum((value_of(cell) or Fraction(0) for cell in self.cells), start=Fraction(0))

    @property
    def gap(self) -> Fraction:
        """How much the total is more than the sum; nothing where rounding explains it."""
        gap = (value_of(self.total) or Fraction(0)) - self.sum
        decimals = max(len(fold(cell.text).partition(".")[2].rstrip("万元")) for cell in (*self.cells, self.total))
        return gap if not decimals or abs(gap) > Fraction(len(self.cells) + 1, 2 * 10**decimals) else Fraction(0)


def compare(document: Document) -> Iterator[Comparison]:
    """Every column of every table that has a row of totals."""
    for table in document.of(Kind.TABLE):
        columns = list(_columns(table))
        if not any(column.gap for column in columns):  # a wrong number in a row is told of by its column
            yield from table_rows.compare(table)
            yield from table_rates.compare(table)
        sound = any(not column.gap for column in columns)
        for column in columns:
            if not column.gap:
                yield _comparison(column, firm=True)
            elif column.blank and column.gap > 0:  # the number left out may be what is missing
                continue
            elif sound or abs(column.gap) * 10 <= column.sum:  # else the rows may not be what the total adds up
                yield _comparison(column, firm=not _SHARED.search(column.name))


def _columns(table: Node) -> Iterator[Column]:
    rows = rows_of(table)
    totals = [row for row in rows if _is_total(row)]
    if len(totals) != 1 or len(rows) < 4 or any(_NESTED.match(cell.text) for row in rows for cell in row.cells):
        return
    total = totals[0]
    head, body = rows[0], [row for row in rows[1:] if row is not total]
    if total is head or any(value_of(cell) is not None for cell in head.cells):
        return
    if rows[-1] is not total or any(len(row.cells) != len(total.cells) for row in rows):
        return
    for at, cell in enumerate(total.cells):
        name = "".join(head.cells[at].text.split())
        cells = [row.cells[at] for row in body if not is_blank(row.cells[at])]
        if value_of(cell) is None or len(cells) < 2 or _NO_SUM.search(name) or any(value_of(c) is None for c in cells):
            continue
        yield Column(name, tuple(cells), len(cells) < len(body), cell)


def _is_total(row: Node) -> bool:
    first = next((cell.text.strip() for cell in row.cells if cell.text.strip()), "")
    return _TOTAL.fullmatch(first) is not None


def _comparison(column: Column, *, firm: bool) -> Comparison:
    agrees = not column.gap
    total, computed = column.total.text.strip(), _digits(column.sum)
    shown = [_digits(value_of(cell) or Fraction(0)) for cell in column.cells]
    if len(shown) > _SHOWN:
        shown = [*shown[: _SHOWN - 2], "…", shown[-1]]
    equation = f"{'＋'.join(shown)}＝{computed}"
    name = f"“{column.name}”一列" if column.name else "这一列"
    verdict = Verdict.VERIFIED if agrees else Verdict.CONTRADICTED if firm else Verdict.UNVERIFIABLE
    return Comparison(
        kind="arithmetic",
        verdict=verdict,
        figure=place_of(column.total),
        operands=tuple(
            Operand(place_of(cell), f"分项：{cell.text.strip()}", f"part: {cell.text.strip()}") for cell in column.cells
        ),
        stated=total,
        computed=total if agrees else computed,
        zh=f"{name}相加：{equation}，" + ("与合计一致。" if agrees else f"而合计写的是{total}。"),
        en=f"The column adds up to {computed} ({sum_in_english(equation)})"
        + (", as stated." if agrees else f", not {total}."),
        firm=firm,
        data={}
        if agrees
        else {
            "whole": total,
            "terms_zh": f"表中{name}",
            "terms_en": "the column of the table",
            "sums_zh": equation,
            "sums_en": sum_in_english(equation),
        },
    )


def _digits(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value.numerator)
    return f"{float(value):.6f}".rstrip("0")
