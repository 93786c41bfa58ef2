"""Dates that no calendar has: 2月30日, 13月, 2023年2月29日, 20224年8月3日."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_grammar.tree import NOT_PROSE, Document, Kind, Node
from disclosure_lint.facts.model import Period, When
from disclosure_lint.facts.time import calendar
from disclosure_lint.facts.time.milestones import before

_LEAP_YEAR = 2024
_FAR_AWAY = 2100
_MALFORMED = Pattern(
    r"20(?<![0-9０-９]20)(?:(?:[0-9]{3}|[0-9])[ ]?年[ ]?[0-9]{1,2}[ ]?月"
    r"|[0-9]{2}[ ]?年[ ]?[0-9]{1,2}(?:月[0-9]{1,2}月|日[0-9]{1,2}[日月]))"
)
_DASHES = "-/.．／—–"
_LENGTH = Pattern(r"(?:刑期?|期限|历时|共计?|为期|工龄|缓刑|羁押|累计|长达|年限|折抵|满)[为至约]?[ ]?$")
"""Before a number of months that is no month of the year: 刑期13月, 羁押24月15日."""
_TOLD_AS_FALSE = Pattern(
    r"不存在|虚假|伪造|编造|造假|错误|有误|笔误|错填|误写|误填|倒签|更正|更改为|改为|不符|矛盾|差错|虚列|虚报|套取|冒领|弄虚作假|重新认定|填[为成]|补签"
)
_SIGHT = 40


class Fault(StrEnum):
    """What is wrong with a date."""

    MONTH = "month"  # there is no such month
    DAY = "day"  # the month has fewer days
    LEAP = "leap"  # 29 February of a year that has none
    YEAR = "year"  # a year that nobody now alive will see
    WRITTEN = "written"  # too many or too few digits, 月 for 日


class Impossible(NamedTuple):
    """A date that cannot be.

    Attributes:
        span: its words.
        fault: what is wrong with it.
        year, month: what it states; None where neither.
        most: how many days the month has; 0 where that does not matter.
    """

    span: Span
    fault: Fault
    year: int | None = None
    month: int | None = None
    most: int = 0


def extract(document: Document, dates: Sequence[When], periods: Sequence[Period]) -> tuple[Impossible, ...]:
    """The impossible dates of a draft, in the order of the text."""
    opened = {period.end.span: period.start for period in periods}
    found = list(_malformed(document))
    spoilt = [each.span for each in found]
    found += (
        each
        for each in _of_the_calendar(document, dates, opened)
        if not spoilt or not any(each.span.overlaps(span) for span in spoilt)
    )
    return tuple(sorted(found, key=lambda each: each.span))


def _of_the_calendar(document: Document, dates: Iterable[When], opened: dict[Span, When]) -> Iterator[Impossible]:
    for when in dates:
        if when.month is None:
            continue
        if when.year is not None and when.year >= _FAR_AWAY and not when.inherited:
            yield Impossible(when.span, Fault.YEAR, when.year)
        elif when.first is None:
            yield from _no_such_day(document, when, opened)


def _no_such_day(document: Document, when: When, opened: dict[Span, When]) -> Iterator[Impossible]:
    sure = not when.inherited or bool(when.relative) or _is_lent_in_range(when, opened)
    fault = _fault(when, sure)
    if fault is None or (when.day is None and not sure) or _is_in_doubt(document, when, opened):
        return
    if not _is_told_as_false(when.node, when.span):
        most = 0 if fault is Fault.MONTH else _length(when, sure)
        yield Impossible(when.span, fault, when.year, when.month, most)


def _is_lent_in_range(when: When, opened: dict[Span, When]) -> bool:
    """Whether the year is that of the start of a range, and no later one: 2023年2月1日至29日."""
    start = opened.get(when.span)
    return start is not None and not start.inherited and start.year == when.year


def _fault(when: When, sure: bool) -> Fault | None:
    if when.month is None or not 1 <= when.month <= 12:
        return Fault.MONTH
    if when.day is None:
        return None
    if when.day < 1 or when.day > _length(when, sure=False):
        return Fault.DAY
    return Fault.LEAP if sure and when.year and when.day > _length(when, sure) else None


def _length(when: When, sure: bool) -> int:
    """How many days the month has; 29 for a February of we do not know what year."""
    year = when.year if sure and when.year else _LEAP_YEAR
    days = calendar.days(year, when.month)
    return days[1].day if days else 0


def _is_in_doubt(document: Document, when: When, opened: dict[Span, When]) -> bool:
    """Whether digits with dashes or points may be something else than a date (a version, a document's number)."""
    words = document.source.slice(when.span)
    if any(mark in words for mark in _DASHES) and "年" not in words and "月" not in words:
        return when.node.kind is not Kind.DATE and not _looks_like_day(document, when)
    if "年" in words or when.month is None or 1 <= when.month <= 12:
        return False
    return (when.day is None and not _is_lent_in_range(when, opened)) or bool(_LENGTH.search(before(when, 6)))


def _looks_like_day(document: Document, when: When) -> bool:
    """Whether 2024.4.31 is a date for all its points: a month of the year, a day of some month, no number of a document."""
    text = document.source.text
    ahead, behind = text[max(when.span.start - 1, 0) : when.span.start], text[when.span.end : when.span.end + 1]
    if (ahead.isalnum() and ahead.isascii()) or ahead in tuple("第〔[#") or behind in tuple("号版条-—."):
        return False
    return when.month is not None and 1 <= when.month <= 12 and when.day is not None and 29 <= when.day <= 31


def _is_told_as_false(node: Node, span: Span) -> bool:
    """Whether the text itself speaks of a false date."""
    start, end = node.prose.index(span.start), node.prose.index(span.end - 1) + 1
    return bool(_TOLD_AS_FALSE.search(node.text, max(start - _SIGHT, 0), end + _SIGHT))


def _malformed(document: Document) -> Iterator[Impossible]:
    text = document.source.text
    for match in _MALFORMED.finditer(text):
        span = Span(*match.span())
        leaf = document.leaf_at(span.start)
        if leaf.kind not in NOT_PROSE and leaf.span.contains(span) and not _is_told_as_false(leaf, span):
            yield Impossible(span, Fault.WRITTEN)
