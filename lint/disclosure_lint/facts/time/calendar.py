"""Which days a stated year, month, day or part of a year may mean. Impossible dates give None, never an error."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

Days = tuple[date, date]
"""The first and the last day of a stretch."""

_MONTH_PARTS = {"初": (1, 10), "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "底": (21, 31), "末": (21, 31)}
_YEAR_PARTS = {
    "年初": (1, 3), "年中": (5, 8), "年底": (12, 12), "年末": (12, 12), "年内": (1, 12), "上半年": (1, 6), "下半年": (7, 12),
    "一季度": (1, 3), "二季度": (4, 6), "三季度": (7, 9), "四季度": (10, 12),
    "春季": (2, 5), "夏季": (5, 8), "秋季": (8, 11), "冬季": (11, 12),
}  # fmt: skip


_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # the calendar module would bring locale with it


def _month_length(year: int, month: int) -> int:
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + leap


def _months(year: int, first: int, last: int) -> Days:
    return date(year, first, 1), date(year, last, _month_length(year, last))


def days(year: int | None, month: int | None = None, day: int | None = None, part: str = "") -> Days | None:
    """The days a date may mean, or None where the year is unknown or the date is impossible.

    Args:
        year: the year.
        month: the month, or None for the whole year or a part of it.
        day: the day of the month.
        part: a part of the month (初 上旬 中旬 下旬 底 末) or of the year (年底 上半年 一季度 春季 …), or nothing.
    """
    if year is None or not 1 <= year <= 9999:
        return None
    if month is None:
        return _months(year, *_YEAR_PARTS.get(part, (1, 12))) if day is None else None
    if not 1 <= month <= 12:
        return None
    length = _month_length(year, month)
    if day is not None:
        return (date(year, month, day),) * 2 if 1 <= day <= length else None
    first, last = _MONTH_PARTS.get(part, (1, 31))
    return date(year, month, first), date(year, month, min(last, length))


def add_months(start: date, months: int) -> date | None:
    """The same day so many months later, or the last day of that month; None beyond the calendar."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(start.day, _month_length(year, month + 1)))


_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
_DAYS_IN = {"hour": (1, 24), "day": (1, 1), "workday": (7, 5), "week": (7, 1)}  # as fractions


def add(start: date, count: Fraction, unit: str) -> date | None:
    """The day a length of time after ``start``; working days are taken as five a week, public holidays unknown."""
    if count > 100_000:
        return None
    if unit in _MONTHS_IN:
        whole, rest = divmod(count * _MONTHS_IN[unit], 1)
        end = add_months(start, int(whole))
        return end and _later(end, rest * 30)
    days, over = _DAYS_IN[unit]
    return _later(start, count * days / over)


def _later(start: date, amount: Fraction) -> date | None:
    try:
        return start + timedelta(days=-(-amount.numerator // amount.denominator))
    except OverflowError:
        return None


def length(first: date, last: date, unit: str) -> Fraction:
    """How many units lie between two days, both counted; months by the calendar, their rest by thirtieths."""
    from fractions import Fraction

    number = (last - first).days + 1
    if unit not in _MONTHS_IN:
        days, over = _DAYS_IN[unit]
        return Fraction(number * over, days)
    after = last + timedelta(days=1) if last < date.max else last
    months = (after.year - first.year) * 12 + after.month - first.month
    if after.day < first.day:
        months -= 1
    since = add_months(first, months) or first
    return (months + Fraction((after - since).days, 30)) / _MONTHS_IN[unit]
