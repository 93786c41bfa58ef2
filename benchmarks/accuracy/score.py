"""What became of each planted fault, and how that adds up."""

from __future__ import annotations

import enum
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from model import Operator, Planted

from disclosure_lint.diagnostic import Diagnostic, FileReport
from disclosure_lint.rule import Severity


class Outcome(enum.StrEnum):
    """What the linter made of a planted fault."""

    FOUND = "found"
    ELSEWHERE = "elsewhere"
    INFO = "info"
    MISSED = "missed"
    UNCHECKABLE = "uncheckable"


class Seen(NamedTuple):
    """A finding as it is compared and shown.

    Attributes:
        first: number of its first line, 0 where it is about the whole draft.
        last: number of its last line.
        related: first and last line of each related place.
    """

    code: str
    severity: str
    message: str
    quote: str
    first: int
    last: int
    related: tuple[tuple[int, int], ...]


class Result(NamedTuple):
    """A planted fault and what was said about it."""

    operator: str
    rule: str
    draft: str
    seed: str
    line: int
    what: str
    outcome: Outcome
    said: tuple[str, ...]


def seen(report: FileReport) -> list[Seen]:
    """The findings of a report with their lines."""
    assert report.source is not None
    text = report.source.text

    def line(at: int) -> int:
        return text.count("\n", 0, at) + 1

    def one(diagnostic: Diagnostic) -> Seen:
        span = diagnostic.span
        return Seen(
            diagnostic.code,
            diagnostic.severity.value,
            diagnostic.message.zh,
            text[span.start : span.end] if span else "",
            line(span.start) if span else 0,
            line(max(span.start, span.end - 1)) if span else 0,
            tuple(
                (line(place.span.start), line(max(place.span.start, place.span.end - 1)))
                for place in diagnostic.related
            ),
        )

    return [one(diagnostic) for diagnostic in report.diagnostics]


def new_findings(before: Iterable[Seen], after: Iterable[Seen]) -> list[Seen]:
    """The findings that the clean draft does not have."""
    known = Counter((each.code, each.message, each.quote) for each in before)
    new = []
    for each in after:
        key = (each.code, each.message, each.quote)
        if known[key]:
            known[key] -= 1
        else:
            new.append(each)
    return new


def judged(operator: Operator, planted: Planted, new: Sequence[Seen]) -> Outcome:
    """What became of a fault: found at its place under a code that names it rightly, or what else."""
    text = planted.text
    rows = [
        (text.count("\n", 0, place.start) + 1 - place.near, text.count("\n", 0, place.end) + 1 + place.near)
        for place in planted.places
    ]

    def at_place(each: Seen) -> bool:
        if planted.whole or each.first == 0:
            return planted.whole
        spans = ((each.first, each.last), *each.related)
        return any(first <= high and low <= last for first, last in spans for low, high in rows)

    grave = [each for each in new if each.severity != Severity.INFO.value]
    right = [each for each in new if each.code in operator.codes and at_place(each)]
    if any(each in grave for each in right):
        return Outcome.FOUND
    if not planted.checkable:
        return Outcome.UNCHECKABLE
    if right:
        return Outcome.INFO
    return Outcome.ELSEWHERE if grave else Outcome.MISSED


@dataclass
class Tally:
    """How many faults of a kind were planted and what became of them."""

    counts: Counter[Outcome] = field(default_factory=Counter)

    def add(self, outcome: Outcome) -> None:
        """One more."""
        self.counts[outcome] += 1

    @property
    def planted(self) -> int:
        """All of them."""
        return self.counts.total()

    @property
    def checkable(self) -> int:
        """Those that the draft alone can show."""
        return self.planted - self.counts[Outcome.UNCHECKABLE]

    @property
    def recall(self) -> float | None:
        """The share found of those that can be found."""
        return self.counts[Outcome.FOUND] / self.checkable if self.checkable else None

    @property
    def told(self) -> float | None:
        """The share reported at the place at any level, info included."""
        reported = self.counts[Outcome.FOUND] + self.counts[Outcome.INFO]
        return reported / self.checkable if self.checkable else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's interval of 95 % around the recall."""
        return wilson(self.counts[Outcome.FOUND], self.checkable) if self.checkable else None


def wilson(hits: int, trials: int, deviations: float = 1.959964) -> tuple[float, float]:
    """The interval in which a share lies with a confidence of 95 %."""
    share, square = hits / trials, deviations * deviations
    middle = (share + square / (2 * trials)) / (1 + square / trials)
    half = deviations * math.sqrt(share * (1 - share) / trials + square / (4 * trials * trials)) / (1 + square / trials)
    return max(0.0, middle - half), min(1.0, middle + half)


def tallied(results: Iterable[Result]) -> tuple[dict[str, Tally], dict[str, Tally], Tally]:
    """By rule, by family, and all together."""
    by_rule: dict[str, Tally] = {}
    by_family: dict[str, Tally] = {}
    overall = Tally()
    for result in results:
        by_rule.setdefault(result.rule, Tally()).add(result.outcome)
        by_family.setdefault(result.rule.rstrip("0123456789"), Tally()).add(result.outcome)
        overall.add(result.outcome)
    return by_rule, by_family, overall


class Clean(NamedTuple):
    """What is said of a clean draft."""

    draft: str
    genre: str
    lines: int
    findings: tuple[Seen, ...]

    def count(self, severity: Severity) -> int:
        """How many findings of this severity."""
        return sum(each.severity == severity.value for each in self.findings)
