"""Dates and ranges of dates, as written in one stretch of text; the years they leave out are worked out in ``timeline``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from disclosure_grammar.numerals import parse
from disclosure_grammar.pattern import Pattern
from disclosure_lint.facts.model import Precision

_FOLD = str.maketrans("０１２３４５６７８９．／－，；：（）\u3000", "0123456789./-,;:() ")
_S = " {0,2}"
_TO = f"{_S}(?:至|到|[-—–―─~～]{{1,2}}){_S}"
_MONTH_WORDS = {"上个月": -1, "上月": -1, "本月": 0, "下个月": 1, "下月": 1}
_YEAR_WORDS = {
    "今年": 0, "本年": 0, "当年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "同年": 0, "次年": 1, "翌年": 1,
}  # fmt: skip
FROM_TEXT = frozenset({"同年", "次年", "翌年", "当年"})
"""Words that stand for a year by the text before them, not by the date of the draft."""
_PARTS = "[一二三四1-4]季度|上半年|下半年|[春夏秋冬]季"
_MONTH_PART = "上旬|中旬|下旬|[初底末]"
_YEAR_TAIL = f"[初底末内](?![容参务部])|中(?=[前以,。;、完])|第?(?:{_PARTS})"


@cache
def _date(chinese: bool) -> Pattern:
    """What a date looks like, in Arabic numerals alone or in Chinese ones as well: those are rare and dear to compile."""
    year = "[0-9〇○零OＯo一二三四五六七八九]{4}" if chinese else "[0-9]{4}"
    month = "(?:[0-9]{1,2}|十[一二]?|[一二三四五六七八九元])" if chinese else "[0-9]{1,2}"
    day = f"(?:[0-9]{{1,2}}|{_CHINESE_DAY})" if chinese else "[0-9]{1,2}"
    day_end = f"{_S}[日号]|(?={_TO}{day}{_S}[日号])"
    month_end = f"{_S}月份?|(?={_TO}{month}{_S}月)"
    return Pattern(
        rf"(?:(?<![0-9])(?P<year>{year}){_S}年(?:年(?=[底末初内]))?|(?P<word>{'|'.join(_YEAR_WORDS)}))"
        rf"(?:{_S}(?P<m1>{month})(?:{month_end})(?:{_S}(?P<d1>{day})(?:{day_end})|{_S}(?P<p1>{_MONTH_PART}))?"
        rf"|{_S}(?P<p2>{_YEAR_TAIL})|(?P<annual>度))?"
        rf"|(?<![^ 于在至到自从,。;(|])(?P<y2>[0-9]{{2}})年(?P<m2>[0-9]{{1,2}})月(?P<d2>[0-9]{{1,2}})日"
        rf"|(?<![0-9.])(?P<y3>(?:19|20)[0-9]{{2}})(?P<dot>[-/.—–])(?P<m3>[0-9]{{1,2}})(?P=dot)(?P<d3>[0-9]{{1,2}})(?!(?P=dot)?[0-9])"
        rf"|(?<![0-9./-])(?P<y4>20[0-9]{{2}})[-/.](?P<m4>0[1-9]|1[0-2])(?={_S}(?:[底前,。;、|)~～至—]|$))(?P<p4>底)?"
        rf"|(?<![0-9])(?P<y5>{year})(?={_TO}{year}{_S}年)"
        rf"|(?P<month_word>{'|'.join(_MONTH_WORDS)})(?:{_S}(?P<d6>{day})[日号]|(?P<p6>{_MONTH_PART}))?"
        rf"|(?<![0-9十第个每满近逾])(?P<m7>{month})(?:{month_end})(?:{_S}(?P<d7>{day})(?:{day_end})|{_S}(?P<p7>{_MONTH_PART}))?"
        rf"|(?<![每0-9一二两三四五六七八九十半几全多])(?P<p8>年[底末初内]|第?(?:{_PARTS}))"
        rf"|(?<![每0-9一二三四五六七八九十])(?P<p9>月)[底末]"
    )


_CHINESE_DAY = "二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九]"
_CHINESE_DATE = Pattern("[一二三四五六七八九十元]月|[〇○零一二三四五六七八九]{3}年|[0-9][OＯo][0-9]{2}年")
_ZEROS = str.maketrans("0123456789OＯo", "〇一二三四五六七八九〇〇〇")  # of a year such as 二O二四
_SEPARATOR = Pattern(
    rf"(?:起|(?:开始|启动|持续)(?=,?[至到]))?(?:\([^()]{{1,8}}\))?(?:起)?(?:(?<=[起始动]),(?=[至到]))?{_TO}"
)
_BARE_DAY = Pattern(rf"(?P<day>[0-9]{{1,2}}|{_CHINESE_DAY}){_S}[日号](?![0-9])")
_MARKS = "年月-./季－．／—–"
_TITLES = Pattern(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_NO_YEAR_FOR_OTHERS = Pattern("度|[^。,;]{0,12}?以来|起(?!至)|版|级|届")
_TIMES = Pattern(r"[一1两](?=[次调通会报课学研总例小])")
_DAY_NUMBER_CLASH = "楼院线文令机井房仓门馆塔厅车路"
_BEFORE = {
    "明年": "透说证表查声标发清注阐指", "本年": "基成资根版样", "同年": "合共相不如一陪", "当年": "适相恰", "上年": "以党史",
    "前年": "提以之目", "去年": "过", "次年": "一二两三四五六七八九十多几首0123456789",
}  # fmt: skip
_AFTER_YEAR_WORD = "轻龄级纪限报均会鉴利"


class Mention(NamedTuple):
    """A date as written.

    Attributes:
        start, end: its place in the text.
        year, month, day: as stated, or None. They need not be possible.
        part: the part of the year or month (年底, 上旬), or an empty string.
        word: the word that stands for the year or month (今年, 上月), or an empty string.
        lends: whether a later date that names no year can take this one's (2014年以来 and 2024年度 do not lend theirs).
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    word: str = ""
    lends: bool = True

    @property
    def precision(self) -> Precision:
        """The finest part that is stated."""
        if self.day is not None:
            return Precision.DAY
        if self.part:
            return Precision.PART
        return Precision.MONTH if self.month is not None or self.word in _MONTH_WORDS else Precision.YEAR


class Found(NamedTuple):
    """The dates of a text, and which of them (by index) are the two ends of a range."""

    mentions: tuple[Mention, ...] = ()
    ranges: tuple[tuple[int, int], ...] = ()


def year_offset(word: str) -> int | None:
    """How many years a word such as 去年 lies from the year it is counted from, or None where it is none."""
    return _YEAR_WORDS.get(word)


def month_offset(word: str) -> int | None:
    """How many months a word such as 上月 lies from the month it is counted from, or None where it is none."""
    return _MONTH_WORDS.get(word)


def find(text: str) -> Found:
    """The dates and ranges of one block of text. Titles in 《》 state none."""
    if not any(mark in text for mark in _MARKS):
        return Found()
    text = text.translate(_FOLD)
    pattern = _date(_CHINESE_DATE.search(text) is not None)
    titles = [match.span() for match in _TITLES.finditer(text)] if "《" in text else []
    mentions: list[Mention] = []
    ranges: list[tuple[int, int]] = []
    at = 0
    while match := pattern.search(text, at):
        at = match.end()
        mention = _mention(text, match)
        if mention is None or any(start <= match.start() < end for start, end in titles):
            continue
        opened = _opened_by(text, mentions, mention)
        mentions.append(mention)
        if opened:
            ranges.append((len(mentions) - 2, len(mentions) - 1))
        elif (end := _bare_end(text, mention)) is not None:
            mentions.append(end)
            ranges.append((len(mentions) - 2, len(mentions) - 1))
            at = end.end
    return Found(tuple(mentions), tuple(ranges))


def _opened_by(text: str, mentions: list[Mention], mention: Mention) -> bool:
    """Whether the mention closes a range that the one before it opens."""
    if not mentions or mention.start - mentions[-1].end > 16:
        return False
    match = _SEPARATOR.fullmatch(text, mentions[-1].end, mention.start)
    return match is not None


def _bare_end(text: str, mention: Mention) -> Mention | None:
    """The day alone that ends a range: 6日 in 8月4日至6日."""
    if mention.day is None:
        return None
    separator = _SEPARATOR.match(text, mention.end)
    match = separator and _BARE_DAY.match(text, separator.end())
    if not match:
        return None
    return Mention(match.start(), match.end(), day=parse(match["day"]))


def _mention(text: str, match: re.Match[str]) -> Mention | None:
    groups = match.groupdict()

    def first(*names: str) -> str | None:
        return next((groups[name] for name in names if groups[name]), None)

    month, day = first("m1", "m2", "m3", "m4", "m7"), first("d1", "d2", "d3", "d6", "d7")
    start, end = match.span()
    if _no_date(text, match, month, day):
        return None
    return Mention(
        start,
        end,
        _full_year(groups["y2"]) or _number(first("year", "y3", "y4", "y5")),
        _number(month),
        _number(day),
        _part(groups),
        groups["word"] or groups["month_word"] or ("本月" if groups["p9"] else ""),
        not groups["annual"] and not _NO_YEAR_FOR_OTHERS.match(text, end),
    )


def _no_date(text: str, match: re.Match[str], month: str | None, day: str | None) -> bool:
    """Whether the characters only look like a date: 证明年龄, 一月一次, 8月3号楼, 每年3月."""
    start, end = match.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    word = match["word"]
    if word and not month and ((after and after in _AFTER_YEAR_WORD) or (before and before in _BEFORE.get(word, ""))):
        return True
    if match["m7"]:
        if text[max(start - 2, 0) : start] in ("每年", "历时", "为期", "长达"):
            return True
        if not day and not match["p7"]:
            return bool(_TIMES.match(text, end)) or text.startswith(("龄", "度", "季", "革命", "花"), end)
    if match["p8"] and after in ("一", "1"):
        return True
    return bool(text[end - 1] == "号" and after and after in _DAY_NUMBER_CLASH)


def _part(groups: dict[str, str | None]) -> str:
    month_part = groups["p1"] or groups["p4"] or groups["p6"] or groups["p7"] or ("底" if groups["p9"] else "")
    if month_part:
        return month_part
    part = (groups["p2"] or groups["p8"] or "").removeprefix("第")
    if part in ("初", "底", "末", "内", "中"):
        return "年" + part
    if part.endswith("季度"):
        number = parse(part[0])
        return f"{'一二三四'[number - 1]}季度" if number else ""
    return part


def _number(text: str | None) -> int | None:
    if not text:
        return None
    return 1 if text == "元" else parse(text.translate(_ZEROS) if len(text) == 4 and not text.isdecimal() else text)


def _full_year(text: str | None) -> int | None:
    """The year that two digits stand for: 24 is 2024, 98 is 1998."""
    return None if text is None else int(text) + (2000 if int(text) < 70 else 1900)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The places of the sentences of a text: what stands between full stops, exclamation and question marks."""
    start = 0
    for match in re.finditer(r"[。！？!?]+[”’」』）)]*", text):
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)
