"""What a phone number is and when it cannot be right: judged by area code and number of digits."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_lint.facts.contacts import phone_table


class Line(StrEnum):
    """What sort of line a number belongs to."""

    LANDLINE = "landline"
    MOBILE = "mobile"
    SERVICE = "service"  # 400 800
    HOTLINE = "hotline"  # 12388, 96xxx, 110; an area code may stand before it
    FOREIGN = "foreign"
    NONE = "none"  # digits that make up no number at all


class Fault(StrEnum):
    """Why a number cannot be right."""

    UNKNOWN_AREA = "unknown-area-code"
    WRONG_LENGTH = "wrong-length"  # of the number behind a known area code
    MISSING_ZERO = "area-code-without-zero"
    MOBILE_LENGTH = "mobile-length"
    SERVICE_LENGTH = "service-length"
    NO_NUMBER = "no-such-number"
    LETTERS = "letters-in-number"  # O for 0, l for 1


class Number(NamedTuple):
    """One number.

    Attributes:
        start, end: where it stands, extension included.
        line: what sort of line it is.
        subscriber: its digits without area code and extension.
        area: its area code, with the zero; empty where it has none.
        extension: the digits behind 转 or the second dash.
        fault: why it cannot be right, or None.
        inherited: whether the area code was written with an earlier number of the same list.
    """

    start: int
    end: int
    line: Line
    subscriber: str
    area: str = ""
    extension: str = ""
    fault: Fault | None = None
    inherited: bool = False

    @property
    def value(self) -> str:
        """The number in one form: ``0377-61550132-801``."""
        return "-".join(part for part in (self.area, self.subscriber, self.extension) if part)

    @property
    def unmistakable(self) -> bool:
        """Whether the digits alone, without any label, show that this is a phone number."""
        if self.fault or self.inherited:
            return False
        if self.line is Line.MOBILE:
            return is_mobile(self.subscriber)
        return self.line is Line.SERVICE or (bool(self.area) and self.line is Line.LANDLINE)


RETIRED = frozenset({"0378", "0410", "0413", "0414", "0634", "0852", "0853"})
"""Area codes that were merged into a neighbour's; older drafts still use them, so nothing is said about them."""


@cache
def _areas() -> dict[str, tuple[int, ...]]:
    lengths = {
        (7,): phone_table.SEVEN_DIGITS,
        (8,): phone_table.EIGHT_DIGITS,
        (7, 8): phone_table.SEVEN_OR_EIGHT_DIGITS,
    }
    return {code: digits for digits, codes in lengths.items() for code in codes.split()}


@cache
def _mobile_prefixes() -> tuple[str, ...]:
    return tuple(phone_table.MOBILE_PREFIXES.split())


def lengths(area: str) -> tuple[int, ...]:
    """How many digits a number with this area code (``"0377"``) has; empty where there is no such code."""
    return _areas().get(area, ())


def is_mobile(digits: str) -> bool:
    """Whether eleven digits are a mobile number under a prefix that has been given out."""
    return len(digits) == 11 and digits.startswith(_mobile_prefixes())


def is_hotline(digits: str) -> bool:
    """Whether the digits are a short number that serves a whole place or the country (12388, 96110, 110)."""
    return bool(_HOTLINE.fullmatch(digits))


_HOTLINE = Pattern(r"11[0249]|12[02]|1(?:0[01]|1[0-8]|2[0-9])[0-9]{2}|9[56][0-9]{3,4}")


def judged(number: Number) -> Number:
    """The number with what its area code and the count of its digits say against it."""
    if number.area in RETIRED:
        return number
    expected = lengths(number.area)
    if not expected:
        return number._replace(fault=Fault.UNKNOWN_AREA)
    if len(number.subscriber) not in expected:
        return number._replace(fault=Fault.WRONG_LENGTH)
    return number
