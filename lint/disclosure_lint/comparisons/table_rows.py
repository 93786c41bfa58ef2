"""The rows of a table that counts problems: what is done, and what is not, against the number of problems of the row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose
from disclosure_grammar.tree import Node
from disclosure_lint.comparisons.cells import is_blank, place_of, rows_of, value_of
from disclosure_lint.comparisons.model import Comparison, Operand, Verdict
from disclosure_lint.comparisons.wording import sum_in_english

_COUNT = r"(?:总数|数量|总量|个数|件数|条数|项数|数)?(?:[（(][个项条件][）)])?"
_WHOLE = Pattern(
    rf"(?:(?:反馈|指出|发现|交办|移交|查摆|梳理|整改|存在|涉及|的)*(?:具体)?(?:问题|任务|事项|意见|线索|信访件|举报件)|反馈|交办|总){_COUNT}"
)
_MATTER = r"(?:整改|问题|任务|事项|的)*"
_DONE = Pattern(
    rf"(?:其中[：:]?)?(?:现?已|全部)?(?:完成{_MATTER}|{_MATTER}(?:完成|到位|办结|销号)|{_MATTER}已整改){_COUNT}"
)
_OPEN = Pattern(
    rf"(?:其中[：:]?)?(?:(?:正在|持续|继续)(?:推进|整改|办理)|(?:推进|整改|办理)中|(?:尚?未|基本|阶段性|部分)(?:完成|整改|办结|销号)|剩余|其余){_MATTER}{_COUNT}"
)
_ASIDE = Pattern(r"率|占比|比例|百分|措施|制度|序号|编号")
"""Columns that count no problems."""

_FEW = 2
"""So many other rows must add up before one that does not is wrong."""


class Roles(NamedTuple):
    """Which columns count what: all problems of a row, those done, those that are not, perhaps other ones (长期坚持)."""

    whole: int
    done: int
    open: tuple[int, ...]
    others: tuple[int, ...]


class _Row(NamedTuple):
    """The cells of a row that count."""

    whole: Prose
    done: Prose
    open: tuple[Prose, ...]

    @property
    def sum(self) -> Fraction:
        """What is done and what is not, together."""
        return sum((value_of(cell) or Fraction(0) for cell in (self.done, *self.open)), start=Fraction(0))


def compare(table: Node) -> Iterator[Comparison]:
    """Hold each row of a table against itself, where the head says what its columns count."""
    head, *body = rows_of(table) or [table]
    roles = roles_of([cell.text for cell in head.cells]) if body else None
    if roles is None:
        return
    rows = [row for node in body if (row := _read(node, roles)) is not None]
    exceeding = [row for row in rows if _number(row.done) > _number(row.whole)]
    if len(rows) - len(exceeding) >= max(len(exceeding), _FEW):
        yield from map(_exceeds, exceeding)
    counted = any(value_of(cell) is not None for node in body for cell in _cells(node, roles.others))
    wrong = [row for row in rows if row.sum != _number(row.whole) and row not in exceeding]
    if roles.open and not counted and not exceeding and len(wrong) == 1 and len(rows) - 1 >= _FEW:
        yield _contradiction(wrong[0])


def roles_of(names: Sequence[str]) -> Roles | None:
    """The roles of the columns by their names; None where they are not plain."""
    plain = ["".join(name.split()) for name in names]
    wholes = [at for at, name in enumerate(plain) if _WHOLE.fullmatch(name)]
    done = [at for at, name in enumerate(plain) if _DONE.fullmatch(name)]
    left = tuple(at for at, name in enumerate(plain) if _OPEN.fullmatch(name))
    if len(wholes) != 1 or len(done) != 1 or wholes == done:
        return None
    known = {*wholes, *done, *left}
    others = tuple(at for at, name in enumerate(plain) if at not in known and not _ASIDE.search(name))
    return Roles(wholes[0], done[0], left, others)


def _cells(row: Node, places: Sequence[int]) -> Iterator[Prose]:
    return (row.cells[at] for at in places if at < len(row.cells))


def _read(row: Node, roles: Roles) -> _Row | None:
    """The cells of a row, where all that count hold whole numbers or nothing."""
    if len(row.cells) <= max(roles.whole, roles.done, *roles.open, 0):
        return None
    found = _Row(row.cells[roles.whole], row.cells[roles.done], tuple(row.cells[at] for at in roles.open))
    if value_of(found.whole) is None or value_of(found.done) is None:
        return None
    return found if all(value_of(cell) is not None or is_blank(cell) for cell in found.open) else None


def _number(cell: Prose) -> Fraction:
    return value_of(cell) or Fraction(0)


def _exceeds(row: _Row) -> Comparison:
    whole, done = row.whole.text.strip(), row.done.text.strip()
    return Comparison(
        kind="exceeds",
        verdict=Verdict.CONTRADICTED,
        figure=place_of(row.done),
        operands=(Operand(place_of(row.whole), f"这一行的总数：{whole}", f"the total of this row: {whole}"),),
        stated=done,
        computed=whole,
        zh=f"这一行已完成{done}，多于总数{whole}。",
        en=f"{done} done in this row, more than its total of {whole}.",
        data={"part_zh": f"表中这一行已完成{done}", "part_en": f"{done} done in this row of the table", "whole": whole},
    )


def _contradiction(row: _Row) -> Comparison:
    whole, total = row.whole.text.strip(), str(row.sum)
    parts = [cell for cell in (row.done, *row.open) if value_of(cell) is not None]
    equation = f"{'＋'.join(cell.text.strip() for cell in parts)}＝{total}"
    return Comparison(
        kind="arithmetic",
        verdict=Verdict.CONTRADICTED,
        figure=place_of(row.whole),
        operands=tuple(
            Operand(place_of(cell), f"分项：{cell.text.strip()}", f"part: {cell.text.strip()}") for cell in parts
        ),
        stated=whole,
        computed=total,
        zh=f"这一行各栏相加：{equation}，而总数写的是{whole}。",
        en=f"The columns of this row add up to {total} ({sum_in_english(equation)}), not {whole}.",
        data={
            "whole": whole,
            "terms_zh": "表中这一行的各栏",
            "terms_en": "the columns of this row of the table",
            "sums_zh": equation,
            "sums_en": sum_in_english(equation),
        },
    )
