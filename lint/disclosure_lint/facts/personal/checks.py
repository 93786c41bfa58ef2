"""The arithmetic of identity and card numbers."""

from __future__ import annotations

from datetime import date

_PROVINCES = frozenset({
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
    "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
})  # fmt: skip
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


def valid_checksum(number: str) -> bool:
    """Whether the last character of an 18-character identity number is right (GB 11643-1999, ISO 7064 MOD 11-2)."""
    if len(number) != 18:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return number[17] == _CHECK[total % 11]


def luhn(number: str) -> bool:
    """Whether the digits of a card number satisfy the check of ISO/IEC 7812-1."""
    doubled = (int(digit) * (1 + index % 2) for index, digit in enumerate(reversed(number)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def looks_like_identity(digits: str) -> bool:
    """Whether 18 characters, or 15 of the old form, begin with a province and hold a possible birth date."""
    if digits[:2] not in _PROVINCES:
        return False
    if len(digits) == 18:
        return _is_birth_date(digits[6:14])
    return len(digits) == 15 and _is_birth_date("19" + digits[6:12])


def _is_birth_date(digits: str) -> bool:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return day.year >= 1900 and day <= date.today()
