"""The days a plan names against those of the disclosure that follows it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from disclosure_grammar.source import Span
from disclosure_lint.facts.model import Period, Precision, When

if TYPE_CHECKING:
    from disclosure_lint.facts import Facts


class Difference(NamedTuple):
    """A day that is not the same in both drafts, or that stands in the wrong order.

    Attributes:
        kind: ``feedback``, ``inspection`` or ``order`` (the plan is signed after the disclosure).
        here: its words in the disclosure.
        there: its words in the plan.
        stated: the day or days in the disclosure, as 2024-03-05.
        planned: those in the plan.
    """

    kind: str
    here: Span
    there: Span
    stated: str
    planned: str


def differences(ours: Facts, theirs: Facts) -> Iterator[Difference]:
    """Where a disclosure and its plan date the inspection or its feedback differently; only what both state to the day."""
    disclosure, plan = ours.milestones, theirs.milestones
    if disclosure.inspection is not None and plan.inspection is not None:
        here, there = _days(disclosure.inspection), _days(plan.inspection)
        if here and there and here != there and not (_names(ours, *there) or _names(theirs, *here)):
            places = disclosure.inspection.span, plan.inspection.span
            yield Difference("inspection", *places, _written(*here), _written(*there))
    if disclosure.feedback is not None and plan.feedback is not None:
        told, planned = _day(disclosure.feedback), _day(plan.feedback)
        if told and planned and told != planned and not (_names(ours, planned) or _names(theirs, told)):
            places = disclosure.feedback.span, plan.feedback.span
            yield Difference("feedback", *places, _written(told), _written(planned))
    if disclosure.signing is not None and plan.signing is not None:
        signed, issued = _day(disclosure.signing), _day(plan.signing)
        if signed and issued and issued > signed:
            yield Difference("order", disclosure.signing.span, plan.signing.span, _written(signed), _written(issued))


def _names(facts: Facts, *days: date) -> bool:
    """Whether a draft names all these days: who tells of several rounds, or of a feedback by each of two bodies, names theirs too."""
    return set(days) <= {_day(when) for when in facts.dates}


def _day(when: When) -> date | None:
    return when.first if when.precision is Precision.DAY else None


def _days(period: Period) -> tuple[date, date] | None:
    start, end = _day(period.start), _day(period.end)
    return (start, end) if start and end else None


def _written(*days: date) -> str:
    return "/".join(day.isoformat() for day in days)
