"""Marks that stand for letters or figures: *市, ××县, XX项, ○○万元, ×月×日, 某某公司; and those that mask on purpose or are no stand-ins at all.

``*`` and ``×`` have other lives: bullets, emphasis, footnote marks, arithmetic, masked numbers, names that are withheld.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_lint.facts.writing.placeholder import PlaceholderKind
from disclosure_lint.reference.surnames import SELDOM, SURNAMES, WORD_ENDS

_ANY = "[*＊×✕╳XxＸｘ]"
_DIGIT = "[0-9０-９]"
_ONE_OR_FIGURE = f"(?:{_ANY}{{1,2}}|{_DIGIT}{{1,2}}|{_DIGIT}{_ANY})"
_YEAR = (
    f"(?:[12１２]{_ANY}{{3}}|[12１２]{_DIGIT}{_ANY}{{2}}|[12１２]{_DIGIT}{{2}}{_ANY}|{_ANY}{{1,4}})年(?![利息均化级限])"
)
_DATE = (
    rf"{_YEAR}(?:\s?{_ONE_OR_FIGURE}月(?:\s?{_ONE_OR_FIGURE}日)?)?"
    rf"|(?:{_DIGIT}{{4}}年\s?)?(?:{_ANY}{{1,2}}|{_DIGIT}{_ANY})月(?:\s?{_ONE_OR_FIGURE}[日号])?"
    rf"|(?:(?:{_DIGIT}{{4}}年\s?)?{_DIGIT}{{1,2}}月)?{_ANY}{{1,2}}日(?![常均期])"
)
_COUNTERS = (
    r"[余多]?(?:人次|万人|[万亿]?元|[万亿](?![千百十])|平方米|公里|小时|个百分点|[%％]"
    r"|[件人户亩吨份条个项次家起名篇场期轮类批天](?![民大才事均员口力数例目人体别案章籍头件额称单字庭属园诉草选士镇刊流似评准然]))"
)
_NUMERAL = "0-9０-９一二三四五六七八九十百千万○〇◯"
_RINGS = f"(?<![{_NUMERAL}])[○〇◯]{{2,6}}(?![0-9０-９一二三四五六七八九十○〇◯])"  # 二○○八年 has noughts
_STAND_IN = Pattern(
    rf"(?<![0-9０-９A-Za-z*＊×.)）%+])(?:(?P<date>{_DATE})|(?P<number>{_ANY}{{1,6}}{_COUNTERS}))"
    rf"|(?P<phone>(?<![0-9])0[0-9]{{2,3}}\s?[-—－]?\s?{_ANY}{{4,}}(?![0-9])|(?<![A-Za-z0-9._]){_ANY}{{3,20}}[@＠][A-Za-z0-9.×*]{{2,40}})"
    rf"|(?P<rings>{_RINGS}{_COUNTERS})"
    rf"|(?P<marks>[*＊]+|[×✕╳]+|X{{2,}}|x{{2,}}|[Ｘｘ]{{2,}}|{_RINGS}(?![年后])|某+)"
)
_FIGURES = {
    "date": PlaceholderKind.DATE,
    "number": PlaceholderKind.NUMBER,
    "rings": PlaceholderKind.NUMBER,
    "phone": PlaceholderKind.CONTACT,
}
_UNIT = Pattern(
    r"自治[区州县]|(?:(?:中级|高级|基层|铁路运输)?人民)?(?:法院|检察院|政府)|街道|社区|大学|学院|学校|中学|小学|医院|党[组委]|党支部|部门|单位|[市县区]?纪?委|省(?!略|钱|时|力)|市(?!场|值|价|面|民)|县|区(?!别|分|域|间)|州|盟|旗(?!帜|下)|镇|乡(?!村)|厅|局(?!面|部|势|限)|院|校(?!园|准|对)"
)
_PRIVATE = Pattern(
    r"公司|企业|集团|[^，。；、]{0,4}案|项目|工程|小区|村|厂|[饭酒]?店|会所|路|街(?!道)|同志|等|干部|职工|人员|先生|女士|法官|律师|[刑民行执赔][初终监再申]?|号"
)
_CONTACT_REST = Pattern(rf"(?:-?{_ANY}|[省市区县镇乡村路街道号楼室](?={_ANY}|$|[，。；,;\s]))*")
_NO_NAME = 5  # so many marks are too long for a name withheld
_ORDINAL = Pattern(r"[轮届批次]|巡|纪检|派驻|督")
_CONTACT_LABEL = Pattern(r"(?:电话|热线|传真|手机|邮编|邮政编码|邮箱|信箱|地址|联系人)[：:]\s?$")
_SURNAMES = (SURNAMES | SELDOM) - WORD_ENDS
_SURE_SURNAMES = frozenset(
    "王李张刘陈杨赵周吴徐孙胡朱郭罗梁宋郑谢韩唐冯董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛阎余潘杜戴夏钟汪田姜范廖邹熊孟秦邱侯尹"
)
"""Characters that end no common word."""
_BEFORE_A_NAME = frozenset("，。、；：:,;（(“‘《 \t\u3000和与对将给由为及经向员长任记师官工人民犯告者")
_NO_STAND_IN = Pattern(r"[的号为]|表示|代表|项为|[注註](?:[：:]|释)|说明|数据来源|备注")
_STARS = "*＊"


class StandIn(NamedTuple):
    """A stretch of a text in which marks stand for something.

    Attributes:
        start, end: the marks, with the word of measure or the name of a unit right behind them.
        kind: what they stand for.
        person: whether they follow a surname: the name is withheld on purpose.
    """

    start: int
    end: int
    kind: PlaceholderKind
    person: bool = False


def find(text: str, following: str = "") -> Iterator[StandIn]:
    """The marks in a text that stand for something, in order.

    Args:
        text: the words of a leaf or a cell.
        following: what goes on behind them in the same line: words set bold may end there.
    """
    emphasis: frozenset[int] | None = None
    for match in _STAND_IN.finditer(text):
        start, end = match.span()
        if match.lastgroup != "marks":
            found = _figure(match, text)
        elif match[0][0] in _STARS:
            emphasis = _emphasis(text + following) if emphasis is None else emphasis
            found = None if start in emphasis else _stars(text, start, end)
        else:
            found = _crosses(text, start, end)
        if found is not None:
            yield found


def _figure(match: re.Match[str], text: str) -> StandIn | None:
    """A date, a count or a phone number with marks for its figures."""
    start, end = match.span()
    before = text[max(start - 1, 0) : start]
    kind = _FIGURES[str(match.lastgroup)]
    if kind is PlaceholderKind.NUMBER:
        if match[0][0] in "×✕╳" and before and before in "数量价率额积长宽高比":
            return None  # 单价×个数
        if before == "第" and text[end - 1] in "条项款":
            return None  # 第×条: the law is not meant by its number
        if before in _SURNAMES and text[end - 1] in "人名":
            return None
    return StandIn(start, end, kind)


def _stars(text: str, start: int, end: int) -> StandIn | None:
    """Asterisks: a placeholder in front of a Chinese word, if they are no bullet, footnote mark, mask or arithmetic."""
    before, after = text[max(start - 8, 0) : start], text[end : end + 12]
    if _CONTACT_LABEL.search(before):
        return _contact(text, start, end)
    if _is_latin(before[-1:]) or _is_latin(after[:1]):
        return None
    if "=" in before + after or "＝" in before + after:
        return None  # 评分*权重=得分
    unit = _UNIT.match(after)
    if not _is_han(after[:1]) or _NO_STAND_IN.match(after) or (unit is None and not _is_han(before[-1:])):
        return None
    if unit is not None and not after.startswith("村"):
        return StandIn(start, end + unit.end(), PlaceholderKind.NAME)
    if _ends_in_surname(before):
        return StandIn(start, end, PlaceholderKind.WITHHELD, person=True)
    private = _PRIVATE.match(after)
    if private is not None:
        return StandIn(start, end + private.end(), PlaceholderKind.WITHHELD)
    return StandIn(start, end, PlaceholderKind.WORD)


def _crosses(text: str, start: int, end: int) -> StandIn | None:
    """×, XX and 某某: a name left open or withheld."""
    before, after = text[max(start - 8, 0) : start], text[end : end + 12]
    if _CONTACT_LABEL.search(before) and text[start] != "某":
        return _contact(text, start, end)
    if _is_latin(before[-1:]) or _is_latin(after[:1]):
        return None
    unit = _UNIT.match(after)
    if before.endswith("第"):
        return StandIn(start, end, PlaceholderKind.NUMBER) if _ORDINAL.match(after) else None
    if before[-1:] in _SURNAMES and (unit is None or text[start] == "某"):
        return StandIn(start, end, PlaceholderKind.WITHHELD, person=True)
    if text[start:end] == "某":
        return None  # 某项 某局: an ordinary word
    if unit is not None:
        kind = PlaceholderKind.WITHHELD if text[start] == "某" else PlaceholderKind.NAME
        return StandIn(start, end + unit.end(), kind)
    private = _PRIVATE.match(after)
    if private is not None and end - start > 1:
        return StandIn(start, end + private.end(), PlaceholderKind.WITHHELD)
    if end - start == 1 or after.startswith(("染色体", "型", "码")):
        return None
    kind = PlaceholderKind.WORD if end - start >= _NO_NAME and text[start] != "某" else PlaceholderKind.WITHHELD
    return StandIn(start, end, kind)


def _ends_in_surname(before: str) -> bool:
    """Whether an asterisk behind these words hides a given name: 王*, not 精华*."""
    if before[-1:] in _SURE_SURNAMES:
        return True
    return before[-1:] in _SURNAMES and (len(before) == 1 or before[-2] in _BEFORE_A_NAME)


def _contact(text: str, start: int, end: int) -> StandIn | None:
    """The number or address behind its label that begins with marks: 地址：XX市XX路XX号; ***1234 is masked."""
    rest = _CONTACT_REST.match(text, end)
    end = end if rest is None else rest.end()
    return None if _is_latin(text[end : end + 1]) else StandIn(start, end, PlaceholderKind.CONTACT)


def _emphasis(text: str) -> frozenset[int]:
    """Where the asterisks begin that set words bold, open a list item, or part the name on an invoice (*餐饮服务*餐费)."""
    runs = [match.span() for match in re.finditer(r"[*＊]+", text)]
    start, end = runs[0]
    found = {start} if not text[:start].strip() and not text[end : end + 1].strip() else set()
    at = 0
    while at + 1 < len(runs):
        (start, end), (next_start, next_end) = runs[at], runs[at + 1]
        if start not in found and _sets_off(text, (start, end), (next_start, next_end)):
            found |= {start, next_start}
            at += 1
        at += 1
    return frozenset(found)


def _sets_off(text: str, opening: tuple[int, int], closing: tuple[int, int]) -> bool:
    """Whether two runs of asterisks of one length enclose words: those before a place name (*市……*县) do not."""
    size = opening[1] - opening[0]
    if closing[1] - closing[0] != size or size > 3 or closing[0] == opening[1]:
        return False
    if text[opening[1]].isspace() or text[closing[0] - 1].isspace():
        return False
    if _UNIT.match(text, opening[1]) and _UNIT.match(text, closing[1]):
        return False
    in_sentence = _is_han(text[opening[0] - 1 : opening[0]]) if opening[0] else False
    if in_sentence and any(mark in text[opening[1] : closing[0]] for mark in "，。；,;"):
        return False
    return size > 1 or not in_sentence


def _is_latin(character: str) -> bool:
    return bool(character) and (
        (character.isascii() and (character.isalnum() or character in "._-/@")) or "０" <= character <= "９"
    )


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"
