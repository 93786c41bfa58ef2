"""The figures of a draft, each with what it was held against and how that came out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from disclosure_grammar.source import Span
from disclosure_lint.comparisons import Comparisons
from disclosure_lint.comparisons.model import Comparison, Verdict
from disclosure_lint.facts import Facts


class Figure(NamedTuple):
    """A quantity, percentage or duration.

    Attributes:
        span: its words.
        value: the exact number, or None where a figure was compared that is none of the three (四个维度 behind a quoted list).
        unit: the measure word, ``%`` or ``百分点``, or the unit of time (``month``).
        noun: what is counted or measured, or an empty string.
        checks: what it was held against.
    """

    span: Span
    value: Fraction | None
    unit: str
    noun: str
    checks: tuple[Comparison, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Contradicted when any check is, else verified when any is, else unverifiable."""
        verdicts = {check.verdict for check in self.checks}
        for verdict in (Verdict.CONTRADICTED, Verdict.VERIFIED):
            if verdict in verdicts:
                return verdict
        return Verdict.UNVERIFIABLE


def assemble(facts: Facts, comparisons: Comparisons) -> tuple[Figure, ...]:
    """Every quantity, percentage and duration, in the order of the text, and whatever else was compared."""
    stated = _without_overlaps(_stated(facts))
    checks: dict[Span, list[Comparison]] = {}
    spans = sorted(stated)
    for comparison in comparisons.all:
        checks.setdefault(_home(comparison.figure, spans), []).append(comparison)
    extra = {span: Figure(span, None, "", "") for span in checks if span not in stated}
    figures = stated | extra
    return tuple(
        Figure(span, figures[span].value, figures[span].unit, figures[span].noun, tuple(checks.get(span, ())))
        for span in sorted(figures)
    )


def _stated(facts: Facts) -> Iterator[Figure]:
    for percentage in facts.percentages:
        unit = "百分点" if percentage.points else "%"
        yield Figure(percentage.span, percentage.value, unit, percentage.noun)
    for duration in facts.durations:
        yield Figure(duration.span, duration.count, duration.unit, duration.of)
    for quantity in facts.quantities:
        yield Figure(quantity.span, quantity.value, quantity.unit, quantity.noun)


def _without_overlaps(figures: Iterator[Figure]) -> dict[Span, Figure]:
    """The figures by place; where two readings share characters the first one given is kept."""
    kept: dict[Span, Figure] = {}
    starts: list[Span] = []
    for figure in figures:
        at = bisect_left(starts, figure.span)
        near = starts[max(at - 1, 0) : at + 1]
        if any(other.overlaps(figure.span) for other in near):
            continue
        starts.insert(at, figure.span)
        kept[figure.span] = figure
    return kept


def _home(figure: Span, spans: list[Span]) -> Span:
    """The figure a compared place belongs to: the one it shares most characters with, or itself."""
    at = bisect_left(spans, figure)
    near = [span for span in spans[max(at - 1, 0) : at + 2] if span.overlaps(figure)]
    return max(near, key=lambda span: min(span.end, figure.end) - max(span.start, figure.start), default=figure)


def tally(figures: tuple[Figure, ...]) -> Mapping[Verdict, int]:
    """How many figures came out which way."""
    return {verdict: sum(figure.verdict is verdict for figure in figures) for verdict in Verdict}
