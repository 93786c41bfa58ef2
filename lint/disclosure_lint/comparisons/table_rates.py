"""The rates in a table that counts problems, each recomputed from the figures of its row."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from disclosure_grammar.numerals import fold, parse_decimal
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose
from disclosure_grammar.tree import Node
from disclosure_lint.comparisons.cells import place_of, rows_of, value_of
from disclosure_lint.comparisons.model import Comparison, Operand, Verdict
from disclosure_lint.comparisons.rounding import roundings
from disclosure_lint.comparisons.table_rows import Roles, roles_of
from disclosure_lint.comparisons.wording import per_cent, sum_in_english

_RATE = Pattern(r"(?:问题|整改|任务|事项)*(?:完成|整改|办结|销号)率(?:[（(][%％][）)])?")
_VALUE = Pattern(r"([0-9０-９]{1,3}(?:[.．]([0-9０-９]+))?)\s*[%％]?")
_FEW = 2
"""So many other rates must be right before one that is not is wrong."""


class _Rate(NamedTuple):
    """A rate with what it is a rate of.

    Attributes:
        cell: the rate.
        whole, done: the figures of its row.
        exact: what they give.
        right: whether that is the rate, with or without what is done in part.
    """

    cell: Prose
    whole: Prose
    done: Prose
    exact: Fraction
    right: bool

    @property
    def agrees(self) -> bool:
        """Whether the figures alone give the rate."""
        return _value(self.cell) in roundings(self.exact, _decimals(self.cell))


def compare(table: Node) -> Iterator[Comparison]:
    """Hold the rates of a table against the figures beside them, where the head says what its columns count."""
    head, *body = rows_of(table) or [table]
    names = ["".join(cell.text.split()) for cell in head.cells]
    places = [at for at, name in enumerate(names) if _RATE.fullmatch(name)]
    roles = roles_of(names) if body and len(places) == 1 else None
    if roles is None:
        return
    rates = [rate for row in body if (rate := _read(row, roles, places[0])) is not None]
    wrong = [rate for rate in rates if not rate.right]
    yield from (_verified(rate) for rate in rates if rate.agrees)
    if len(wrong) == 1 and len(rates) - 1 >= _FEW:
        yield _contradiction(wrong[0])


def _read(row: Node, roles: Roles, place: int) -> _Rate | None:
    """The rate of a row, where all its figures are plain."""
    if len(row.cells) <= max(place, roles.whole, roles.done, *roles.open, 0):
        return None
    cell, whole, done = row.cells[place], row.cells[roles.whole], row.cells[roles.done]
    stated, base, part = _value(cell), value_of(whole), value_of(done)
    if stated is None or not base or part is None:
        return None
    more = (value_of(row.cells[at]) or Fraction(0) for at in roles.open)
    sums = accumulate(more, initial=part)
    right = any(stated in roundings(100 * total / base, _decimals(cell)) for total in sums)
    return _Rate(cell, whole, done, 100 * part / base, right)


def _value(cell: Prose) -> Fraction | None:
    match = _VALUE.fullmatch(cell.text.strip())
    return parse_decimal(fold(match[1])) if match else None


def _decimals(cell: Prose) -> int:
    match = _VALUE.fullmatch(cell.text.strip())
    return len(match[2] or "") if match else 0


def _operands(rate: _Rate) -> tuple[Operand, Operand]:
    whole, done = rate.whole.text.strip(), rate.done.text.strip()
    return (
        Operand(place_of(rate.done), f"分子：{done}", f"part: {done}"),
        Operand(place_of(rate.whole), f"分母：{whole}", f"base: {whole}"),
    )


def _verified(rate: _Rate) -> Comparison:
    whole, done, stated = rate.whole.text.strip(), rate.done.text.strip(), rate.cell.text.strip()
    zh, en = f"{done}÷{whole}＝{stated}，相符。", f"{done} of {whole} is {stated}, as stated."
    return Comparison("percentage", Verdict.VERIFIED, place_of(rate.cell), _operands(rate), stated, stated, zh, en)


def _contradiction(rate: _Rate) -> Comparison:
    whole, done, stated = rate.whole.text.strip(), rate.done.text.strip(), rate.cell.text.strip()
    computed, sums = per_cent(rate.exact, _decimals(rate.cell)), f"{done}÷{whole}"
    return Comparison(
        kind="percentage",
        verdict=Verdict.CONTRADICTED,
        figure=place_of(rate.cell),
        operands=_operands(rate),
        stated=stated,
        computed=computed,
        zh=f"{sums}＝{computed}，与所写{stated}不符。",
        en=f"{done} of {whole} is {computed}, not {stated}.",
        data={"sums_zh": sums, "sums_en": sum_in_english(sums)},
    )
