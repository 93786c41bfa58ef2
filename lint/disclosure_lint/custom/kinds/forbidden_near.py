"""``forbidden-near``: words that must not stand near others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from disclosure_grammar.pattern import Pattern
from disclosure_lint.custom.model import Kind, Plan
from disclosure_lint.custom.parts import Region
from disclosure_lint.custom.values import Table
from disclosure_lint.custom.words import Stretch, Wanted
from disclosure_lint.invalid import InvalidError, wrong_choice, wrong_type
from disclosure_lint.rule import Finding, Related, Text

_WITHIN = "within"
_STOPS = {"sentence": Pattern(r"[。！？!?|]"), "clause": Pattern(r"[。！？!?|，,；;：:]"), "paragraph": None}
_HERE = Text("与“{near}”在一起", "together with “{near}”")


def read(table: Table) -> Plan:
    """Words, the words they must not be near, and how near: so many characters, the same clause, sentence or paragraph."""
    wanted, near = table.wanted(), table.wanted("near", "near-patterns")
    within = table.values.get(_WITHIN, "sentence")
    if isinstance(within, bool) or not isinstance(within, int | str):
        raise InvalidError((_WITHIN,), wrong_type(_WITHIN, within, "字数或范围", "a number of characters or a reach"))
    if isinstance(within, str) and within not in _STOPS:
        raise InvalidError((_WITHIN,), wrong_choice(_WITHIN, within, tuple(_STOPS)))
    one, other = wanted.shown, near.shown
    return Plan(
        partial(_look, wanted, near, within if isinstance(within, str) else "paragraph"),
        (wanted, near),
        Text(f"{one.zh}不应与{other.zh}写在一起。", f"{one.en} should not stand near {other.en}."),
        options={_WITHIN: table.number(_WITHIN, 0) or 0} if isinstance(within, int) else {},
    )


def _look(wanted: Wanted, near: Wanted, reach: str, regions: Iterable[Region], options: Any) -> Iterator[Finding]:
    stop, most = _STOPS[reach], getattr(options, _WITHIN, None)
    for region in regions:
        for prose in region.prose:
            others = list(near.find(prose.text))
            stops = [match.start() for match in stop.finditer(prose.text)] if others and stop else []
            for stretch in wanted.find(prose.text) if others else ():
                other = _nearest(stretch, others, stops, most)
                if other is not None:
                    span, place = prose.span(*stretch), prose.span(*other)
                    related = Related(place, _HERE, {"near": place})
                    yield Finding(span, {"text": span, "near": place}, related=(related,))


def _nearest(one: Stretch, others: Sequence[Stretch], stops: Sequence[int], most: int | None) -> Stretch | None:
    """The nearest of several stretches that lies apart from this one, near enough, with no stop between."""
    at = bisect_left(others, one)
    gaps = {}
    for other in others[max(at - 2, 0) : at + 2]:
        first, second = sorted((one, other))
        gap = second[0] - first[1]
        near = gap >= 0 and (most is None or gap <= most)
        if near and bisect_left(stops, first[1]) == bisect_left(stops, second[0]):
            gaps[other] = gap
    return min(gaps, key=lambda other: gaps[other], default=None)


KIND = Kind(
    keys=("words", "patterns", "near", "near-patterns", _WITHIN),
    fields=("text", "near"),
    messages={"main": Text("“{text}”与“{near}”写在了一起。", "“{text}” stands together with “{near}”.")},
    help=Text("分开写，或者改掉其中一处。", "Keep them apart, or change one of them."),
    read=read,
)
