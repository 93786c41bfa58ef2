"""A length of time held against the dates it is said to cover: 为期2个月 against 3月1日至4月30日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Document
from disclosure_lint.comparisons.model import Comparison, Operand, Verdict
from disclosure_lint.facts import Facts
from disclosure_lint.facts.model import Bound, Duration, Period, Precision
from disclosure_lint.facts.time.calendar import length

_HALF, _QUARTER = Fraction(1, 2), Fraction(1, 4)
_HOLIDAYS = 7  # so many days of rest beside the weekends may lie in a length that counts working days only
_OF_THEN = Pattern(r"(?:期间)?的(?!(?:常规|专项|机动|提级|政治|交叉|联动|集中)?巡)")
"""Behind a range: what was inspected dates from then, not the inspection."""
_WHOLE_MATTER = Pattern(r"的?[^，,。；;]{0,8}(?:巡视|巡察|督察|督导|审计|检查|整顿|整治|公示)")
"""What fills the dates it is given, unlike a course of three days held some time within them."""
_SAID_OF_IT = Pattern(
    r"[（(](?:为期|历时|为时|历经|时长)[约近]?|(?:期间)?(?:结束|止|为止)?[，,]?(?:历时|历经|为时)[约近]?"
)
"""Between a range and a length that is surely that of the range."""

_UNITS = {
    "hour": ("小时", "hours"), "day": ("天", "days"), "workday": ("个工作日", "working days"), "week": ("周", "weeks"),
    "month": ("个月", "months"), "quarter": ("个季度", "quarters"), "year": ("年", "years"),
}  # fmt: skip
_OUTCOMES = {
    Verdict.VERIFIED: ("与“{}”相符", "which agrees with “{}”"),
    Verdict.CONTRADICTED: ("与“{}”不符", "which does not agree with “{}”"),
    Verdict.UNVERIFIABLE: ("不能确定与“{}”是否相符", "which neither confirms nor refutes “{}”"),
}


_ASKED_FOR = Pattern(
    r"规定|要求|原计划|原定|未达|不足|压缩|延长|每[轮批次期]|[0-9０-９一二三四五六七八九十两]+[轮次批期](?!巡)"
)
_ASKED_SIGHT = 12


def compare(document: Document, facts: Facts) -> Iterator[Comparison]:
    """Hold lengths bound by 为期, 历时 against the range of dates in their sentence."""
    for duration in facts.durations:
        if not duration.of or _is_of_another_matter(document, duration):
            continue
        beside = [
            period
            for period in facts.periods
            if period.node is duration.node
            and _same_sentence(document, duration, period)
            and not _OF_THEN.match(document.source.text, period.span.end)
        ]
        if len(beside) == 1:
            yield from _judge(document, duration, beside[0])


def _is_of_another_matter(document: Document, duration: Duration) -> bool:
    """Whether the words before it say that a rule or a plan asks for that length, or that each of several rounds took it."""
    start = duration.span.start
    return _ASKED_FOR.search(document.source.text[max(start - _ASKED_SIGHT, 0) : start]) is not None


def _same_sentence(document: Document, duration: Duration, period: Period) -> bool:
    first, last = sorted((duration.span, period.span))
    return not re.search("[。！？；;]", document.source.text[first.end : last.start])


def _judge(document: Document, duration: Duration, period: Period) -> Iterator[Comparison]:
    start, end = period.start, period.end
    if start.first is None or end.last is None or end.first is None or end.last < start.first:
        return
    if Precision.YEAR in (start.precision, end.precision) or Precision.PART in (start.precision, end.precision):
        return
    reckonings = _lengths(start.first, end.last, end.first, duration.unit)
    nearest = min(reckonings, key=lambda reckoned: abs(reckoned - duration.count))
    verdict = _verdict(duration, nearest)
    wide = nearest > duration.count and not _fills(document, duration, period)
    if verdict is Verdict.CONTRADICTED and wide:
        verdict = Verdict.UNVERIFIABLE
    exact = duration.bound is Bound.EXACT
    if exact and duration.unit == "workday" and duration.count > (end.last - start.first).days + 1:
        verdict = Verdict.CONTRADICTED  # more working days than days
    far = verdict is Verdict.UNVERIFIABLE and not wide and _is_far(duration, nearest)
    yield _comparison(document, duration, period, max(reckonings), verdict, far)


def _fills(document: Document, duration: Duration, period: Period) -> bool:
    """Whether what lasts so long must fill the dates it is given."""
    first, last = period.start.first, period.end.last
    if first is None or last is None or _may_be_workdays(duration, first, last):
        return False
    text = document.source.text
    if _WHOLE_MATTER.match(text[duration.span.end : duration.span.end + 20]):
        return True
    between = text[period.span.end : duration.span.start]
    to_the_day = period.start.precision is period.end.precision is Precision.DAY
    return to_the_day and _SAID_OF_IT.fullmatch(between) is not None


def _may_be_workdays(duration: Duration, first: date, last: date) -> bool:
    """Whether a length in days is what is left of its dates without weekends and holidays."""
    if duration.unit != "day":
        return False
    return _workdays(first, last) - _HOLIDAYS <= duration.count


def _workdays(first: date, last: date) -> int:
    days = (first + timedelta(days=number) for number in range(min((last - first).days + 1, 4000)))
    return sum(day.weekday() < 5 for day in days)


def _is_far(duration: Duration, reckoned: Fraction) -> bool:
    """Whether a length that is stated roughly (近2个月) is off by more than a rough word excuses."""
    off = abs(reckoned - duration.count)
    if duration.bound not in (Bound.ABOUT, Bound.MORE) or duration.unit in ("workday", "hour"):
        return False
    return off > max(duration.count / 2, 7 if duration.unit == "day" else 1)


def _lengths(first: date, last: date, last_starts: date, unit: str) -> tuple[Fraction, ...]:
    """The length with its last day counted and without; months also from month to month."""
    if unit == "workday":
        return (Fraction(_workdays(first, last)),)
    without = last_starts if last_starts > first else last
    return length(first, last, unit), length(first, without - timedelta(days=1), unit) if without > first else length(
        first, last, unit
    )


def _verdict(duration: Duration, reckoned: Fraction) -> Verdict:
    off = abs(reckoned - duration.count)
    exact = duration.unit in ("day", "hour")
    if off <= (0 if exact else _QUARTER):
        return Verdict.VERIFIED
    if duration.bound is Bound.MORE and reckoned >= duration.count:
        return Verdict.VERIFIED
    if duration.bound is not Bound.EXACT or duration.unit in ("workday", "hour"):
        return Verdict.VERIFIED if off <= _HALF else Verdict.UNVERIFIABLE
    return Verdict.CONTRADICTED if off > _HALF else Verdict.UNVERIFIABLE


def _comparison(
    document: Document, duration: Duration, period: Period, reckoned: Fraction, verdict: Verdict, far: bool
) -> Comparison:
    stated = document.source.slice(duration.span)
    zh_unit, en_unit = _UNITS[duration.unit]
    number = _plain(reckoned)
    if number == "1":
        en_unit = en_unit.removesuffix("s")
    words = document.source.slice(period.span)
    zh, en = _OUTCOMES[verdict]
    return Comparison(
        "duration",
        verdict,
        duration.span,
        (
            Operand(period.start.span, "起始日期", "the first date"),
            Operand(period.end.span, "结束日期", "the last date"),
        ),
        stated,
        f"{number}{zh_unit}",
        f"“{words}”按日历是{number}{zh_unit}，{zh.format(stated)}。",
        f"“{words}” is {number} {en_unit} by the calendar, {en.format(stated)}.",
        firm=not far,
        data={"range": words, "zh": f"{number}{zh_unit}", "en": f"{number} {en_unit}"},
    )


def _plain(number: Fraction) -> str:
    """A number with one decimal at the most."""
    return str(number.numerator) if number.denominator == 1 else f"{float(number):.1f}".removesuffix(".0")
