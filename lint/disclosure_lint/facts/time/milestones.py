"""The days that frame a disclosure: inspection, feedback, the day the figures were counted, the signing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_grammar.tree import Kind, Node
from disclosure_lint.facts.model import Period, Precision, When
from disclosure_lint.facts.time.dates import sentences

_AS_OF = Pattern(r"(?:截至|截止到?|截止至|截止于)[ \u3000]*$")
_FED_BACK = Pattern(r"反馈")
_INSPECTED = Pattern(r"(?:巡视|巡察|督察|督查|督导|检查|审计)")
_SIGHT = 60  # how far behind a date the verb may stand that says what happened then


class Milestones(NamedTuple):
    """What a draft says about its own dates; None and () where it does not.

    Attributes:
        signing: the signing date (成文日期).
        as_of: every 截至…, in the order of the text.
        feedback: the day the findings were fed back.
        inspection: the period of the inspection.
    """

    signing: When | None = None
    as_of: tuple[When, ...] = ()
    feedback: When | None = None
    inspection: Period | None = None

    @property
    def today(self) -> When | None:
        """The day from which a reader judges what lies ahead: the signing date, else the latest 截至 with a year."""
        if self.signing is not None and self.signing.last is not None:
            return self.signing
        dated = [when for when in self.as_of if when.last is not None]
        return max(dated, key=lambda when: (when.last, when.span), default=None)


def extract(dates: Sequence[When], periods: Sequence[Period]) -> Milestones:
    """The milestones of a draft."""
    closing = {period.end.span for period in periods}
    return Milestones(
        signing_of(dates),
        tuple(when for when in dates if _AS_OF.search(_before(when))),
        feedback_of([when for when in dates if when.span not in closing]),
        next((period for period in periods if _is_inspection(period)), None),
    )


def signing_of(dates: Sequence[When]) -> When | None:
    """The signing date: the last date on a line of its own that the tree takes for it."""
    return next((when for when in reversed(dates) if when.node.kind is Kind.DATE), None)


def feedback_of(dates: Iterable[When]) -> When | None:
    """The first full date in whose sentence the findings are fed back; ``dates`` without those that end a range."""
    return next((when for when in dates if _is_feedback(when)), None)


def _before(when: When) -> str:
    text, place = _place(when.node, when.span)
    return text[max(place[0] - 8, 0) : place[0]]


def _place(node: Node, span: Span) -> tuple[str, tuple[int, int]]:
    return node.text, (node.prose.index(span.start), node.prose.index(span.end - 1) + 1)


def _rest_of_sentence(node: Node, span: Span) -> str:
    """What follows a date in its sentence, up to the next date or as far as a reader would look."""
    text, (_, end) = _place(node, span)
    for _, stop in sentences(text):
        if stop >= end:
            return text[end : min(stop, end + _SIGHT)]
    return ""


def _is_feedback(when: When) -> bool:
    if when.precision is not Precision.DAY or when.year is None or when.node.kind in (Kind.DATE, Kind.HEADING):
        return False
    rest = _rest_of_sentence(when.node, when.span)
    told = _FED_BACK.search(rest)
    if told is None or _AS_OF.search(_before(when)):
        return False
    return not re.search(r"\d年", rest[: told.start()])


def _is_inspection(period: Period) -> bool:
    rest = _rest_of_sentence(period.node, period.span)
    return period.start.first is not None and bool(_INSPECTED.search(rest)) and "整改" not in rest[:20]
