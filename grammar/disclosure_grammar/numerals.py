"""Numerals of official Chinese prose: Arabic, full-width, Chinese, circled; to a number and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

DIGITS = "零一二三四五六七八九"
_VALUES = {character: value for value, character in enumerate(DIGITS)} | {
    "〇": 0, "○": 0, "两": 2, "兩": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_LONGEST = 24  # no count is longer; a longer run of digits is data
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")

CHINESE = "零〇○一二三四五六七八九十百千万亿两"
"""The characters a Chinese numeral is written with, for use in patterns."""


def fold(text: str) -> str:
    """Full-width digits, points, commas and per cent signs as half-width ones; the length does not change."""
    return text.translate(_FULL_WIDTH)


def parse(text: str) -> int | None:
    """The whole number a numeral stands for, or None where it is no numeral.

    Reads Arabic and full-width digits (``27``, ``２７``, ``1,234``), circled digits (``③``), Chinese numerals (``二十七``, ``一百零二``,
    ``三万二千``) and Chinese digits read one by one (``二〇二四``).
    """
    if not text or len(text) > _LONGEST:
        return None
    if text in _CIRCLES:
        return _CIRCLES.index(text) + 1
    folded = fold(text).replace(",", "")
    if folded.isascii():
        return int(folded) if folded.isdigit() else None
    return _parse_chinese(folded)


def _parse_chinese(text: str) -> int | None:
    if len(text) > 1 and all(character in _VALUES for character in text):
        return int("".join(str(_VALUES[character]) for character in text))
    total = section = digit = 0
    pending = False
    for character in text:
        if character in _VALUES:
            if pending and _VALUES[character]:
                return None
            digit, pending = _VALUES[character], _VALUES[character] > 0
        elif character in _UNITS:
            section += (digit if pending else 1) * _UNITS[character]
            digit, pending = 0, False
        elif character in _MYRIADS:
            section += digit
            total, section, digit, pending = (total + max(section, 1)) * _MYRIADS[character], 0, 0, False
        else:
            return None
    return total + section + digit


def parse_decimal(text: str) -> Fraction | None:
    """The exact value of a number with an optional decimal point and 万 or 亿 behind it (``3.5万``), or None."""
    from fractions import Fraction  # with decimal behind it, dear to import for a draft without figures

    factor = 1
    if len(text) > _LONGEST:
        return None
    while text and text[-1] in _MYRIADS and len(text) > 1 and fold(text[0]).isascii():
        factor *= _MYRIADS[text[-1]]
        text = text[:-1]
    folded = fold(text).replace(",", "")
    if folded.count(".") == 1 and folded.replace(".", "").isdigit() and folded.isascii():
        return Fraction(folded) * factor
    whole = parse(text)
    return None if whole is None else Fraction(whole * factor)


def chinese(number: int) -> str:
    """A number from 0 to 9999 as a Chinese numeral, the way headings write it (``10`` is 十, ``12`` is 十二).

    Raises:
        ValueError: the number is outside that range.
    """
    if not 0 <= number < 10_000:
        raise ValueError(f"no heading numeral for {number}")
    if number < 10:
        return DIGITS[number]
    parts: list[str] = []
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            parts.append(DIGITS[digit] + name)
        elif parts and number and not parts[-1].endswith("零"):
            parts.append("零")
    written = "".join(parts)
    return written[1:] if written.startswith("一十") else written


def circled(number: int) -> str:
    """A number from 1 to 20 in a circle.

    Raises:
        ValueError: there is no such character.
    """
    if not 1 <= number <= len(_CIRCLES):
        raise ValueError(f"no circled digit for {number}")
    return _CIRCLES[number - 1]
