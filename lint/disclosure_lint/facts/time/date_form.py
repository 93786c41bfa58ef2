"""How a signing date is written, and how it should be: 2024年8月3日."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from disclosure_grammar.numerals import parse
from disclosure_grammar.pattern import Pattern
from disclosure_lint.facts.time import calendar

_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_ZEROS = str.maketrans("OＯo○", "〇〇〇〇")
_ARABIC_ZEROS = str.maketrans("OＯo○〇", "00000")
_OF_CHINESE = str.maketrans("〇零一二三四五六七八九", "00123456789")
_RIGHT = Pattern(r"[1-9][0-9]{3}年(?:[1-9]|1[0-2])月(?:[1-9]|[12][0-9]|3[01])日")
_WORDS = Pattern(r"(?P<year>[^年]+)年(?P<month>[^月]+)月(?P<day>[^日号]*)(?P<end>[日号]?)")
_MARKS = Pattern(r"(?P<year>[0-9]{4})(?P<mark>[-./．／—])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})")
_BRACKETS = "（()）"
_SPACES = Pattern(r"[ \t\u3000\xa0]+")
_CHINESE = Pattern(r"[〇零一二三四五六七八九十廿卅元]")


class Odd(StrEnum):
    """What is not as it should be in the way a date is written."""

    CHINESE = "chinese"  # 二〇二四年八月三日
    MARKS = "marks"  # 2024.8.3
    LETTER = "letter"  # 2O24年
    WIDE = "wide"  # ２０２４年
    SPACED = "spaced"
    ZEROS = "zeros"  # 08月
    NUMBER = "number"  # 3号
    NO_DAY_WORD = "no-day-word"  # 2024年8月3
    STOP = "stop"  # 2024年8月3日。
    SHORT_YEAR = "short-year"  # 24年
    NO_DAY = "no-day"  # 2024年8月


class Form(NamedTuple):
    """How a date is written.

    Attributes:
        odd: all that is not as it should be.
        proper: the same date as it should be written, or an empty string where the text does not say the day.
    """

    odd: tuple[Odd, ...]
    proper: str


def read(words: str) -> Form | None:
    """How a signing date is written, or None where it is right, a placeholder, or no date at all."""
    bare = words.strip(_BRACKETS)
    if _RIGHT.fullmatch(bare):
        return None
    odd = list(_outside(bare))
    text = _SPACES.sub("", bare).translate(_FULL_WIDTH).rstrip("。")
    match = _MARKS.fullmatch(text) or _WORDS.fullmatch(text)
    if match is None:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    odd += _inside(match)
    numbers = _year(year), _number(month), _number(day) if day else None
    if numbers[0] is None or numbers[1] is None or calendar.days(*numbers) is None or (day and numbers[2] is None):
        return None
    if day and odd:
        return Form(tuple(odd), f"{numbers[0]}年{numbers[1]}月{numbers[2]}日")
    return None if day else Form((*odd, Odd.NO_DAY), "")


def _outside(words: str) -> list[Odd]:
    found = {
        Odd.WIDE: words.translate(_FULL_WIDTH) != words,
        Odd.SPACED: bool(_SPACES.search(words)),
        Odd.STOP: words.endswith("。"),
    }
    return [odd for odd, there in found.items() if there]


def _inside(match: re.Match[str]) -> list[Odd]:
    year, month, day = match["year"], match["month"], match["day"]
    marked = "mark" in match.groupdict()
    found = {
        Odd.CHINESE: bool(_CHINESE.search(match[0])) and not _is_letter(year),
        Odd.MARKS: marked,
        Odd.LETTER: _is_letter(year) or any(letter in year for letter in "OＯo"),
        Odd.ZEROS: not marked and (month.startswith("0") or day.startswith("0")),
        Odd.NUMBER: not marked and match["end"] == "号",
        Odd.NO_DAY_WORD: not marked and bool(day) and not match["end"],
        Odd.SHORT_YEAR: len(year) == 2,
    }
    return [odd for odd, there in found.items() if there]


def _is_letter(year: str) -> bool:
    """Whether a year of Arabic numerals holds a letter or a circle for nought: 2O24."""
    return not year.isdecimal() and year.translate(_ARABIC_ZEROS).isascii()


def _year(text: str) -> int | None:
    digits = text.translate(_ARABIC_ZEROS).translate(_OF_CHINESE)
    if not (digits.isascii() and digits.isdecimal()):
        return None
    if len(digits) == 2:
        return 2000 + int(digits)
    return int(digits) if len(digits) == 4 else None


def _number(text: str) -> int | None:
    if text.startswith("廿"):
        text = "二十" + text[1:]
    elif text.startswith("卅"):
        text = "三十" + text[1:]
    return 1 if text == "元" else parse(text.translate(_ZEROS))
