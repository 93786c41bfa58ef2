"""Write the table of mainland phone numbers from libphonenumber's metadata.

``python scripts/make_phone_table.py`` rewrites ``lint/disclosure_lint/facts/contacts/phone_table.py``; with ``--check`` it only compares and exits 1
where the two differ. Needs the ``phonenumbers`` package (a development dependency).
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import phonenumbers

TABLE = Path(__file__).resolve().parent.parent / "lint" / "disclosure_lint" / "facts" / "phone_table.py"
SUBSCRIBER_LENGTHS = (7, 8)
HEAD = '''"""Mainland area codes with the length of their numbers, and mobile prefixes. Generated: do not edit.

Derived from the metadata of libphonenumber (https://github.com/google/libphonenumber, Apache License 2.0, Copyright The
Libphonenumber Authors) as shipped in phonenumbers {version}. To make it anew: python scripts/make_phone_table.py
"""
'''
NAMES = {(7,): "SEVEN_DIGITS", (8,): "EIGHT_DIGITS", (7, 8): "SEVEN_OR_EIGHT_DIGITS"}


def area_codes() -> dict[str, tuple[int, ...]]:
    """Every area code with its trunk zero, and how many digits its ordinary numbers (first digit 2 to 8) may have."""
    fixed = _pattern("fixed_line")
    codes = ["10", *(f"2{digit}" for digit in range(10)), *(str(code) for code in range(300, 1000))]
    found: dict[str, tuple[int, ...]] = {}
    for code in codes:
        lengths = tuple(n for n in SUBSCRIBER_LENGTHS if all(_ordinary(fixed, code, first, n) for first in "2345678"))
        if lengths:
            found["0" + code] = lengths
    return found


def _ordinary(fixed: re.Pattern[str], code: str, first: str, length: int) -> bool:
    # no zeros: 010-800... and 021-800... are toll-free numbers, not lines of the area
    return all(fixed.fullmatch(code + first + fill * (length - 1)) for fill in "123456789")


def mobile_prefixes() -> list[str]:
    """The shortest prefixes under which every number of eleven digits is a mobile one."""
    mobile = _pattern("mobile")

    def some(prefix: str) -> bool:
        return any(mobile.fullmatch(prefix + fill * (11 - len(prefix))) for fill in "0123456789")

    def every(prefix: str) -> bool:
        return all(
            mobile.fullmatch(prefix + digit + fill * (10 - len(prefix))) for digit in "0123456789" for fill in "059"
        )

    def below(prefix: str) -> list[str]:
        if every(prefix):
            return [prefix]
        return (
            [found for digit in "0123456789" for found in below(prefix + digit)]
            if some(prefix) and len(prefix) < 6
            else []
        )

    return [found for prefix in range(13, 20) for found in below(str(prefix))]


def _pattern(kind: str) -> re.Pattern[str]:
    metadata = phonenumbers.PhoneMetadata.metadata_for_region("CN")
    pattern = getattr(getattr(metadata, kind, None), "national_number_pattern", None)
    if not isinstance(pattern, str):
        raise SystemExit(f"phonenumbers has no {kind} metadata for CN")
    return re.compile(pattern)


def table() -> str:
    """The text of the table module."""
    by_lengths: dict[tuple[int, ...], list[str]] = {lengths: [] for lengths in NAMES}
    for code, lengths in area_codes().items():
        by_lengths[lengths].append(code)
    parts = [HEAD.format(version=phonenumbers.__version__)]
    parts += [_constant(NAMES[lengths], codes) for lengths, codes in by_lengths.items()]
    parts.append(_constant("MOBILE_PREFIXES", mobile_prefixes()))
    return "\n".join(parts)


def _constant(name: str, words: list[str]) -> str:
    per_line = 20
    lines = [" ".join(words[start : start + per_line]) for start in range(0, len(words), per_line)]
    return "\n".join([f'{name} = """', *lines, '"""', ""])


def main() -> int:
    if "--check" in sys.argv[1:]:
        return int(TABLE.read_text(encoding="utf-8") != table())
    TABLE.write_text(table(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
