"""The dates of a draft held against the order in which things happen: inspection, feedback, plan, figures, signing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_lint.facts.model import Period, Precision, When
from disclosure_lint.facts.time import calendar
from disclosure_lint.facts.time.events import Event, Step
from disclosure_lint.facts.time.milestones import before, is_inspection, rest_of_sentence

Pair = tuple[Event, Event]
"""A step and a later one, the days of which lie the other way round."""

_SINGLE = frozenset({Step.INSPECTION, Step.FEEDBACK, Step.PLAN, Step.SIGNED})
_AGAINST_TIME = Pattern("倒查|追溯|回溯|上溯|倒推|前推|倒序")
_DASH = Pattern("[-—–―─~～]")
_TERM = Pattern(r"期限?(?:为|是|自|从|[：:]|$)|有效|任职|聘")
"""Before a range that may well run on: 合同期自2024年9月1日至8月31日."""
_DONE = Pattern(r"(?:期间|止)?[，,]?[^。；;，,]{0,24}?(?:开展|组织|进行|举办|召开|完成|实施|排查|检查|巡查|清理)了")
_LONGEST_INSPECTION = 200  # days
_OFF = (-1, 1)  # the years by which an inherited year is likely to be wrong


class Conflict(NamedTuple):
    """A date that cannot stand beside others.

    Attributes:
        event: the date that is in the way.
        others: the dates it contradicts, in the order of the steps.
    """

    event: Event
    others: tuple[Event, ...]

    @property
    def late(self) -> bool:
        """Whether it lies behind what ought to follow it."""
        return self.event.step < self.others[0].step

    @property
    def nearest(self) -> Event:
        """The step next to it among those it contradicts."""
        return self.others[0] if self.late else self.others[-1]


def conflicts(events: Sequence[Event]) -> Iterator[Conflict]:
    """The dates that stand in the way, the fewest that explain all contradictions, each with all that it contradicts."""
    pairs = contradictions(events)
    while pairs:
        counts: dict[Event, int] = {}
        for event in (event for pair in pairs for event in pair):
            counts[event] = counts.get(event, 0) + 1
        worst = max(counts, key=lambda event: (counts[event], event.step is not Step.SIGNED, event.span))
        others = [pair[pair[0] == worst] for pair in pairs if worst in pair]
        yield Conflict(worst, tuple(sorted(others, key=lambda event: (event.step, event.span))))
        pairs = [pair for pair in pairs if worst not in pair]


def contradictions(events: Sequence[Event]) -> list[Pair]:
    """The steps that surely lie the wrong way round."""
    return [pair for pair in _pairs(events, events) if not any(_is_mended(event, events) for event in pair)]


def _pairs(some: Sequence[Event], events: Sequence[Event]) -> list[Pair]:
    """What contradicts each other among ``some`` and all events, the earlier step first."""
    framing = [event for event in events if event.step in _SINGLE]
    found = {
        pair: None
        for event in some
        for other in framing
        for pair in ((event, other), (other, event))
        if _is_ordered(pair[0].step, pair[1].step) and _is_behind(*pair)
    }
    return list(found)


def _is_ordered(step: Step, later: Step) -> bool:
    """Whether one must come before the other: much is put right before the feedback, and figures may precede a plan."""
    if later is Step.DONE or (step is Step.PLAN and later is Step.AS_OF):
        return False
    return step < later


def _is_behind(event: Event, later: Event) -> bool:
    first, last = event.when.first, later.when.last
    return first is not None and last is not None and first > last


def _is_mended(event: Event, events: Sequence[Event]) -> bool:
    """Whether another year, for a date that names none, would bring it into order with all the others."""
    when = event.when
    if not when.inherited or when.relative:
        return False
    others = [other for other in events if other is not event]
    for off in _OFF:
        days = calendar.days(when.year and when.year + off, when.month, when.day)
        if days is None:
            continue
        moved = event._replace(when=when._replace(first=days[0], last=days[1]))
        if not _pairs([moved], others) and not _pairs(others, [moved]):
            return True
    return False


def is_backward(period: Period, signing: When | None = None) -> bool:
    """Whether a range surely ends before it starts.

    An end that names no year may lie in the next one (2021年5月1日至4月30日); within one month nobody would mean that, no
    inspection lasts so long, and what the draft says was done is over by the day it is signed.
    """
    start, end = period.start, period.end
    if start.first is None or end.last is None or end.last >= start.first or _AGAINST_TIME.search(before(start, 8)):
        return False
    if Precision.YEAR in (start.precision, end.precision):
        return start.precision is end.precision and not end.inherited and not _DASH.search(_between(period))
    if not end.inherited or end.month == start.month:
        return True
    days = calendar.days(end.year and end.year + 1, end.month, end.day)
    if days is None:
        return False
    if is_inspection(period) and (days[1] - start.first).days > _LONGEST_INSPECTION:
        return True
    signed = signing.last if signing is not None else None
    return signed is not None and start.first <= signed < days[0] and not start.inherited and _is_over(period)


def _is_over(period: Period) -> bool:
    """Whether the draft says of a range that something was done in it."""
    return not _TERM.search(before(period.start, 12)) and _DONE.match(rest_of_sentence(period.end, 40)) is not None


def _between(period: Period) -> str:
    prose = period.node.prose
    return prose.text[prose.index(period.start.span.end - 1) + 1 : prose.index(period.end.span.start)]
