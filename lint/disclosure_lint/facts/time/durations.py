"""Lengths of time: 2个月, 为期三周, 60天, 15个工作日, 半年."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from disclosure_grammar.numerals import parse_decimal
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Document
from disclosure_lint.facts.model import Bound, Duration

_DIGIT = "[0-9０-９]"
_NUMBER = rf"{_DIGIT}{{1,7}}(?:[.．]{_DIGIT}{{1,2}})?|[一二三四五六七八九十百两]{{1,5}}|半"
_UNITS = {
    "个多月": "month", "个余月": "month", "个工作日": "workday", "工作日": "workday", "个交易日": "workday",
    "个自然日": "day", "自然日": "day", "个月": "month",
    "个季度": "quarter", "季度": "quarter", "个星期": "week", "星期": "week", "个小时": "hour", "小时": "hour", "个周": "week",
    "周": "week", "年": "year", "天": "day", "日": "day",
}  # fmt: skip
_DURATION = Pattern(
    rf"(?<![0-9０-９.．第上下每隔按一二三四五六七八九十百千万〇○零年月])(?P<a>{_NUMBER})"
    rf"(?:[ ]?(?:[-－—~～至到]|或者?)[ ]?(?P<b>{_NUMBER}))?"
    rf"[ \u3000]?(?P<more>[余多几])?(?P<unit>{'|'.join(_UNITS)})(?P<half>半)?(?P<tail>多|余)?"
)
_HALF_MONTHS = Pattern(rf"(?P<a>{_NUMBER})个半月")
_OF = Pattern(r"(?:为期|历时|为时|历经|时长|长达|用时|耗时|持续)(?:[约近了为达]|大约){0,2}$")
_MORE = Pattern(r"(?:不少于|至少|不低于|超过|超|逾|满)$")
_LESS = Pattern(r"(?:不超过|不多于|最长|不得超过|不晚于)$")
_ABOUT = Pattern(r"(?:约|近|大约|将近)$")
_PAIR = Pattern("[一两二三四五六七八][二三四五六七八九]")  # 两三个月
_DAYS_ARE_LENGTHS = Pattern(r"内|之内|以内|以上|以下|左右")
_NO_UNIT_BEHIND = {
    "周": "年岁边密围转末例一二三四五六日期报刊折知",
    "年": "级代度龄纪底末初报均审份前来初轮",
    "季度": "例通报调会",
    "天": "津平然府空网气地才",
    "日": "报常程志",
}


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as written, with its place in the text."""

    start: int
    end: int
    count: Fraction
    unit: str
    bound: Bound
    of: str


def find(text: str) -> tuple[Length, ...]:
    """The lengths of time in one block of text."""
    if not any(mark in text for mark in "年月日天周季时期"):
        return ()
    found = [length for match in _DURATION.finditer(text) if (length := _length(text, match))]
    if "个半月" in text:
        found.extend(_half_months(text))
        found.sort(key=lambda length: length.start)
    return tuple(found)


def _length(text: str, match: re.Match[str]) -> Length | None:
    count = _count(match["b"] or match["a"])
    before = text[max(match.start() - 7, 0) : match.start()]
    of = _OF.search(before)
    if count is None or _no_length(text, match, bool(of)):
        return None
    if match["half"]:
        count += Fraction(1, 2)
    bound = _bound(match, before, text[match.end() : match.end() + 2])
    words = of.group().rstrip("约近了为达大") if of else ""
    return Length(match.start(), match.end(), count, _UNITS[match["unit"]], bound, words)


def _bound(match: re.Match[str], before: str, after: str) -> Bound:
    """How exact a length is, by the words around it."""
    if _LESS.search(before):
        return Bound.LESS
    if (
        match["more"]
        or match["tail"]
        or after == "以上"
        or "多" in match["unit"]
        or "余" in match["unit"]
        or _MORE.search(before)
    ):
        return Bound.MORE
    if match["b"] or _PAIR.fullmatch(match["a"]) or after == "左右" or _ABOUT.search(before):
        return Bound.ABOUT
    return Bound.EXACT


def _no_length(text: str, match: re.Match[str], bound: bool) -> bool:
    """Whether the characters only look like a length: 2024年, 三周年, 15日, 一天津."""
    number, unit, after = match["a"], match["unit"], text[match.end() : match.end() + 1]
    if unit == "年" and len(number) >= 4 and not match["b"]:
        return True
    if unit == "日" and not (bound or _DAYS_ARE_LENGTHS.match(text, match.end())):
        return True
    if number == "一" and not bound and text.startswith(("一", "两", "二", "三"), match.end()):
        return True  # 一年一次, 一周两调度: how often, not how long
    if unit == "季度" and not match["b"] and (number in "一二三四1234" and not bound):
        return True
    if number == "百" or (
        unit.endswith("小时") and number in "8八８" and text.startswith(("外", "以外", "之外"), match.end())
    ):
        return True  # 百年大党, 八小时以外
    return not bound and bool(after) and after in _NO_UNIT_BEHIND.get(unit, "")


def _count(number: str) -> Fraction | None:
    if _PAIR.fullmatch(number):
        number = number[1:]
    return Fraction(1, 2) if number == "半" else parse_decimal(number)


def _half_months(text: str) -> list[Length]:
    found = []
    for match in _HALF_MONTHS.finditer(text):
        count = _count(match["a"])
        if count is not None and count >= 1:
            of = _OF.search(text, max(match.start() - 7, 0), match.start())
            words = of.group() if of else ""
            found.append(Length(match.start(), match.end(), count + Fraction(1, 2), "month", Bound.EXACT, words))
    return found


def extract(document: Document) -> tuple[Duration, ...]:
    """The lengths of time of a draft."""
    return tuple(
        Duration(leaf.prose.span(each.start, each.end), leaf, each.count, each.unit, each.bound, each.of)
        for leaf in document.prose
        for each in find(leaf.text)
    )
