"""A number in the form that a list of a Word document gives it: the formats of ``w:numFmt``.

The formats are those of ECMA-376 Part 1, 17.18.59 (ST_NumberFormat), as Word shows them: where Word departs from the standard
(Microsoft's notes on it, [MS-OI29500] 2.1.540, and the samples in [MS-DOCX] 2.4), Word counts. A number that a format has no sign for
is shown as a plain decimal, and so is every format not known here, as Word does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

_MOST_LETTERS = 780  # thirty times the alphabet: Word begins anew behind it
_MOST_ROMAN = 32_767  # the greatest number a list of Word can reach
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
    (4, "IV"), (1, "I"),
)  # fmt: skip
_FULL_WIDTH = "０１２３４５６７８９"
_IDEOGRAPHS = "〇一二三四五六七八九"
_CIRCLED_ZERO = "○一二三四五六七八九"  # the zero of the Chinese formats that write digit by digit is U+25CB
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FULL_STOPS = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
_BRACKETS = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_IDEOGRAPHS_IN_BRACKETS = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"


def written(number: int, form: str) -> str:
    """A number as a list shows it, without what stands around it.

    Args:
        number: the count of the paragraph.
        form: the value of ``w:numFmt``; or digits such as ``001``, a custom format that fills up with zeros to that width.

    Returns:
        The numeral; an empty string for ``bullet`` and ``none``, which show none.
    """
    if form in ("bullet", "none"):
        return ""
    if form.isascii() and form.isdigit():
        return str(number).zfill(len(form))
    write = _FORMATS.get(form)
    return (write(number) if write is not None and number >= 0 else "") or str(number)


@dataclass(frozen=True)
class _Counting:
    """How a language counts by tens, hundreds and thousands.

    Attributes:
        digits: from zero to nine.
        units: ten, hundred, thousand, ten thousand.
        zeros: whether a gap is filled with a zero (一百零一).
        one: the highest unit before which a one is left out at the head of a number (十一), 0 for none.
        ones: whether that holds inside the number as well (百十一).
    """

    digits: str
    units: str
    zeros: bool = True
    one: int = 1
    ones: bool = False

    def __call__(self, number: int) -> str:
        myriads, rest = divmod(number, 10_000)
        if not number or myriads >= 10_000:
            return "" if number else self.digits[0]
        head = self._group(myriads) + self.units[3] if myriads else ""
        return head + self._group(rest, head=not head)

    def _group(self, number: int, *, head: bool = True) -> str:
        made, gap = "", False
        for place in (3, 2, 1, 0):
            digit = number // 10**place % 10
            if not digit:
                gap = bool(made)
                continue
            if gap and self.zeros:
                made += self.digits[0]
            gap = False
            silent = digit == 1 and 0 < place <= self.one and (self.ones or (head and not made))
            made += ("" if silent else self.digits[digit]) + (self.units[place - 1] if place else "")
        return made


def _digits(characters: str) -> Callable[[int], str]:
    """Digit by digit."""
    return lambda number: str(number).translate({48 + value: character for value, character in enumerate(characters)})


def _tens(characters: str) -> Callable[[int], str]:
    """With 十 up to 99, digit by digit above."""
    count, spell = _Counting(characters, "十百千万"), _digits(characters)
    return lambda number: count(number) if 0 < number < 100 else spell(number)


def _signs(characters: str) -> Callable[[int], str]:
    """One sign for each number, as far as they go."""
    return lambda number: characters[number - 1] if 1 <= number <= len(characters) else ""


def _letters(number: int, first: str) -> str:
    if not number:
        return ""
    times, letter = divmod((number - 1) % _MOST_LETTERS, 26)
    return chr(ord(first) + letter) * (times + 1)


def _roman(number: int) -> str:
    made = ""
    for value, letters in _ROMAN if number <= _MOST_ROMAN else ():
        times, number = divmod(number, value)
        made += letters * times
    return made


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _digits(_FULL_WIDTH),
    "decimalFullWidth2": _digits(_FULL_WIDTH),
    "decimalEnclosedCircle": _signs(_CIRCLES),
    "decimalEnclosedCircleChinese": _signs(_CIRCLES),
    "decimalEnclosedFullstop": _signs(_FULL_STOPS),
    "decimalEnclosedParen": _signs(_BRACKETS),
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "ordinal": _ordinal,
    "upperLetter": lambda number: _letters(number, "A"),
    "lowerLetter": lambda number: _letters(number, "a"),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "chineseCounting": _tens(_CIRCLED_ZERO),
    "chineseCountingThousand": _Counting("零一二三四五六七八九", "十百千万"),
    "chineseLegalSimplified": _Counting("零壹贰叁肆伍陆柒捌玖", "拾佰仟万", one=0),
    "taiwaneseCounting": _tens(_CIRCLED_ZERO),
    "taiwaneseCountingThousand": _Counting("零一二三四五六七八九", "十百千萬"),
    "taiwaneseDigital": _digits(_CIRCLED_ZERO),
    "ideographDigital": _digits(_IDEOGRAPHS),
    "ideographTraditional": _signs(_STEMS),
    "ideographZodiac": _signs(_BRANCHES),
    "ideographEnclosedCircle": _signs(_IDEOGRAPHS_IN_BRACKETS),  # in brackets, whatever its name says
    "ideographLegalTraditional": _Counting("零壹貳參肆伍陸柒捌玖", "拾佰仟萬", one=0),
    "japaneseCounting": _Counting("〇一二三四五六七八九", "十百千万", zeros=False, one=3, ones=True),
    "japaneseDigitalTenThousand": _digits(_IDEOGRAPHS),
    "japaneseLegal": _Counting("〇壱弐参四伍六七八九", "拾百阡萬", zeros=False, one=0),
}
