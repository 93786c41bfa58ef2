"""The days a plan names against those of the disclosure that follows it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from disclosure_grammar.source import Span
from disclosure_lint.facts.model import Period, Precision, When
from disclosure_lint.facts.time.milestones import Milestones


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


def differences(disclosure: Milestones, plan: Milestones) -> Iterator[Difference]:
    """Where the two drafts date the inspection or its feedback differently; only what both state to the day, with the year."""
    if disclosure.inspection is not None and plan.inspection is not None:
        ours, theirs = _days(disclosure.inspection), _days(plan.inspection)
        if ours and theirs and ours != theirs:
            here, there = disclosure.inspection.span, plan.inspection.span
            yield Difference("inspection", here, there, _written(*ours), _written(*theirs))
    if disclosure.feedback is not None and plan.feedback is not None:
        yield from _compared("feedback", disclosure.feedback, plan.feedback)
    if disclosure.signing is not None and plan.signing is not None:
        signed, planned = _day(disclosure.signing), _day(plan.signing)
        if signed and planned and planned > signed:
            yield Difference("order", disclosure.signing.span, plan.signing.span, _written(signed), _written(planned))


def _compared(kind: str, here: When, there: When) -> Iterator[Difference]:
    ours, theirs = _day(here), _day(there)
    if ours and theirs and ours != theirs:
        yield Difference(kind, here.span, there.span, _written(ours), _written(theirs))


def _day(when: When) -> date | None:
    return when.first if when.precision is Precision.DAY else None


def _days(period: Period) -> tuple[date, date] | None:
    start, end = _day(period.start), _day(period.end)
    return (start, end) if start and end else None


def _written(*days: date) -> str:
    return "/".join(day.isoformat() for day in days)
