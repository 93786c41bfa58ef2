"""``sequence``: words that must come in this order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

from disclosure_grammar.source import Span
from disclosure_lint.custom.model import Kind, Plan
from disclosure_lint.custom.parts import Region
from disclosure_lint.custom.values import Table, word
from disclosure_lint.custom.words import Wanted
from disclosure_lint.invalid import InvalidError, wrong_type
from disclosure_lint.rule import Finding, Related, Text

_ORDER = "order"
_FIRST = Text("“{first}”在这里", "“{first}” stands here")


def read(table: Table) -> Plan:
    """The steps in their order; a step may be a list of words, any of which stands for it."""
    value = table.values.get(_ORDER)
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise InvalidError(
            (_ORDER,) if table.has(_ORDER) else (),
            wrong_type(_ORDER, value, "列表", "a list")
            if table.has(_ORDER)
            else Text('没有写次序：请写 order = ["先", "后"]。', 'it says no order: give order = ["first", "second"].'),
        )
    steps = tuple(_step(step, number) for number, step in enumerate(value))
    if len(steps) < 2:
        raise InvalidError((_ORDER,), Text("次序至少要有两项。", "an order has two steps at least."))
    zh = "、".join(f"“{step.words[0]}”" for step in steps)
    en = ", ".join(f"“{step.words[0]}”" for step in steps)
    return Plan(partial(_look, steps), steps, Text(f"应当按{zh}的次序写。", f"Should come in this order: {en}."))


def _step(step: Any, number: int) -> Wanted:
    words = (step,) if isinstance(step, str) else step
    if not isinstance(words, Sequence) or not words or not all(isinstance(each, str) for each in words):
        raise InvalidError((_ORDER, number), wrong_type(_ORDER, step, "词或词的列表", "words or lists of words"))
    for each in words:
        word(each, _ORDER, number)
    return Wanted(tuple(words))


class _Step(NamedTuple):
    """Where a step stands in a region.

    Attributes:
        span: its first place.
        first, last: of its first and last place, what counts for the order.
    """

    span: Span
    first: tuple[int, int]
    last: tuple[int, int]


def _look(steps: tuple[Wanted, ...], regions: Iterable[Region], options: Any) -> Iterator[Finding]:  # noqa: ARG001
    """Two steps are out of order where the second never stands behind the first; a word may come up before its turn."""
    for region in regions:
        present = [place for place in (_place(step, region) for step in steps) if place is not None]
        for before, behind in pairwise(present):
            if behind.last < before.first:
                related = Related(before.span, _FIRST, {"first": before.span})
                yield Finding(behind.span, {"text": behind.span, "first": before.span}, related=(related,))


def _place(step: Wanted, region: Region) -> _Step | None:
    """Where a step stands in a region; words of one heading are in no order."""
    found = [
        (prose.span(*stretch), (number, 0 if region.headings else stretch[0]))
        for number, prose in enumerate(region.prose)
        for stretch in step.find(prose.text)
    ]
    return _Step(found[0][0], found[0][1], found[-1][1]) if found else None


KIND = Kind(
    keys=(_ORDER,),
    fields=("text", "first"),
    messages={"main": Text("“{text}”应在“{first}”之后。", "“{text}” should come behind “{first}”.")},
    help=Text("调整先后次序。", "Put them in order."),
    read=read,
)
