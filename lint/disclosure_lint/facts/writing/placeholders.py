"""The placeholders of a draft. Every way of leaving one is sought only where one of its marks stands somewhere in the text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose, Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.writing.placeholder import Placeholder, PlaceholderKind

if TYPE_CHECKING:
    from disclosure_lint.facts.writing.stand_ins import StandIn

_S = r"[ \t\u3000\xa0]"
_OPENS, _CLOSES = r"[（(【\[<＜{｛〔「]", r"[）)】\]>＞}｝〕」]"
_THING = r"(?:名称|全称|姓名|名字|地名|职务|日期|时间|数字|数据|数量|金额|内容|电话|地址|情况|标题|正文|原因|文字|年度|年份|单位|部门|人数)"
_PROMPT = (
    rf"(?:请?在此处?|此处)(?:填写|填入|填|插入|输入|补充|添加|写|列|附|放|替换|应|请|需|须)[^（()）【】\[\]<>{{}}《》。\n]{{0,30}}"
    rf"|请?(?:填写|填入|输入|插入)(?:[^不错漏（()）【】\[\]<>{{}}《》。，\n]{{0,12}}{_THING})?"
    r"|请(?:[^（()）【】\[\]<>{}《》。，\n]{0,8}(?=[补核确填]))?(?:补充|替换|修改|核实|核对|确认|完善|填写)(?![^。）)】\]\n]{0,8}[意报附表问])[^（()）【】\[\]<>{}《》。，\n]{0,12}|根据实际(?:情况)?(?:填写|修改)"
)
_FIELD = (
    r"(?:本?单位|部门|机构|公司|学校|医院|法院|乡镇|局)(?:名称|全称)|地名|数字|具体(?:数字|数量|日期|时间|金额|名称)"
)


class _Way(NamedTuple):
    """One way of leaving a place open: marks one of which it cannot do without (or a trace of it), how it looks, what it is."""

    marks: tuple[str, ...] | Pattern
    pattern: Pattern
    kind: PlaceholderKind

    def may_be_in(self, text: str) -> bool:
        """Whether a text may hold it: told in a fraction of the time that a search takes."""
        if isinstance(self.marks, Pattern):
            return self.marks.search(text) is not None
        return any(mark in text for mark in self.marks)


_WAYS = (
    _Way(
        ("_", "＿"),
        Pattern(
            rf"(?<![A-Za-z0-9./@_＿-])(?:(?:[12][0-9]{{3}}年{_S}?|[12][0-9]{{0,2}})?[_＿]+(?:{_S}{{0,8}}[年月日时分]{_S}{{0,8}}[_＿]*){{1,5}}"
            r"|(?:[_＿]{2,}|(?<=[\u4e00-\u9fff：:（(])[_＿](?=[项个件条次人名%％页]))(?![A-Za-z0-9]))"
        ),
        PlaceholderKind.BLANK,
    ),
    _Way(
        ("年 ", "年\u3000", "年\xa0", "月 ", "月\u3000", "月\xa0", "_月"),
        Pattern(
            rf"(?:(?:[12][0-9]{{3}}|(?<![0-9])){_S}{{0,8}}年(?:{_S}{{1,8}}|{_S}?[0-9]{{1,2}}{_S}?)|(?<![0-9])[0-9]{{1,2}})月{_S}{{1,8}}日"
            rf"|(?<![0-9])[12][0-9]{{3}}年(?:{_S}{{1,8}}月(?![均度])|月日)"
        ),
        PlaceholderKind.DATE,
    ),
    _Way(
        ("待补", "待填", "待定", "待插入", "待添加", "待核", "待确认", "待完善", "TODO", "TBD", "FIXME", "Todo"),
        Pattern(
            r"(?<![A-Za-z])(?:TODO|TBD|FIXME|Todo)(?![A-Za-z])"
            rf"|(?:(?<=[（(【\[，,。；;：:、])|^{_S}*)(?:(?:有关|相关|具体)?(?:数据|内容|材料|数字|图片|名单|时间|情况|名称|日期))?"
            rf"(?:待(?:补充(?:完善)?|补|填写|填|插入|添加)|待定)(?={_S}*(?:[）)】\],，。；;、]|$))"
            rf"|(?<=[（(【\[])(?:数据|数字|时间|日期)?待(?:核实|核对|核定|核|确认|完善)(?=[）)】\]])"
        ),
        PlaceholderKind.NOTE,
    ),
    _Way(
        Pattern(
            rf"{_OPENS}{_S}?"
            r"(?:请[^（()）\n]{0,8}[补核确填替修完]|请[在输插]|在此|此处|填[写入]|输入|插入|根据实际"
            r"|本?[单部机公学医法乡局][^（()）]{0,2}[名全]称|地名|数字|具体[数日时金名])"
        ),
        Pattern(rf"{_OPENS}{_S}?(?:{_PROMPT}|{_FIELD}){_S}?{_CLOSES}(?!{_S}?[：:])"),
        PlaceholderKind.HINT,
    ),
    _Way(
        ("此处",),
        Pattern(
            r"(?:单击|点击)(?:或点击)?此处(?:输入|添加)(?:文字|文本|标题|日期)?"
            r"|(?:^|(?<=[。，；：:,;]))此处(?:填写|填入|插入|补充|添加)[^，。；\n]{0,12}"
        ),
        PlaceholderKind.HINT,
    ),
    _Way(
        ("{", "«", "｛"),
        Pattern(r"\{\{[^{}\n]{0,40}\}\}|\$?\{[^{}\n]{0,30}\}|｛[^｛｝\n]{0,20}｝|«[^«»\n]{1,30}»"),
        PlaceholderKind.HINT,
    ),
    _Way(
        ("示例", "样例", "测试文", "orem ipsum"),
        Pattern(
            rf"(?<=[（(【\[])(?:示例|样例)(?=[）)】\]])|(?:示例|样例|测试)(?:文字|文本)|^{_S}*(?:示例|样例)[0-9一二三]?(?=[：:]|{_S}*$)|[Ll]orem ipsum"
        ),
        PlaceholderKind.SAMPLE,
    ),
    _Way(
        ("…", "..."),
        Pattern(
            rf"^{_S}*(?:[（(]?[0-9一二三四五六七八九十]{{1,3}}[）)、.．]{{1,2}})?(?:…+|\.{{3,}})。?{_S}*$"
            r"|(?<=[（(【\[])(?:…+|\.{3,})(?=[）)】\]])"
        ),
        PlaceholderKind.ELLIPSIS,
    ),
    _Way(
        ("错误", "Error!", "#REF", "#N/A", "#VALUE", "#DIV", "#NAME"),
        Pattern(
            r"错误[！!]\s?(?:未找到引用源|未定义书签|书签自引用无效|不能通过编辑域代码创建对象|文档中没有指定样式的文字|未指定文件名|未知的文档属性名称)[。.]?"
            r"|Error! (?:Reference source not found|Bookmark not defined|No text of specified style in document)\.?"
            r"|#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?)"
        ),
        PlaceholderKind.FIELD,
    ),
    _Way(
        ("\ufffd", "锟斤", "烫烫烫", "屯屯屯", "ï¼", "ã€", "â€"),
        Pattern(
            r"\ufffd+|锟斤[锟斤拷]*|烫烫烫[烫屯]*|屯屯屯[烫屯]*|(?:[ïãâäåæçèé][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2010-\u2122€]{1,2})+"
        ),
        PlaceholderKind.GARBLED,
    ),
)
_EMPTY = Pattern(r"[（(【\[“‘《〔「]\s*[）)】\]”’》〕」](?!\()")
_PAIRS = {"（": "）)", "(": ")）", "【": "】", "[": "]", "“": "”", "‘": "’", "《": "》", "〔": "〕", "「": "」"}
_STAND_INS = ("*", "＊", "×", "✕", "╳", "X", "x", "Ｘ", "ｘ", "某")  # marks that may stand for words or figures
_SIGNED_BY_HAND = Pattern(
    r"(?:签字|签名|签章|盖章|签收|签发|审核人?|经办人|填表人|负责人)[）)]?(?:[（(：:][^，。；]{0,8})?$"
)
_FILLED_IN_BY_OTHERS = frozenset({
    PlaceholderKind.EMPTY, PlaceholderKind.BLANK, PlaceholderKind.HINT, PlaceholderKind.ELLIPSIS, PlaceholderKind.DATE,
    PlaceholderKind.SAMPLE, PlaceholderKind.NUMBER,
})  # fmt: skip
"""What an annexed form has by its nature."""
_OF_THE_OFFICE = frozenset({Kind.SIGNATORY, Kind.SALUTATION, Kind.CONTACT, Kind.INVITATION})
_BODY = Pattern(r"法院|检察院|局|厅|委员会|党[组委]|政府|大学|学院|学校|医院|公司|集团|中心|银行|街道|办公室")
_RULED_OFF = 5  # a line of so many underscores and nothing else parts the page
_NEAR = 5
_TITLE_OPENS = 4  # characters of a title before the name of the body: 中共
_MARKS = "。，；：！？（）【】“”《》、,;:()| \t\u3000"


def extract(document: Document) -> tuple[Placeholder, ...]:
    """The placeholders of a draft, in the order of the text; none overlaps another."""
    search = _Search(document)
    return _apart(search.all()) if search.may_find else ()


class _Search:
    """One search of one draft: what it learns of the draft's own habits decides what is certain."""

    def __init__(self, document: Document) -> None:
        self._document = document
        text = document.source.text
        self._ways = [way for way in _WAYS if way.may_be_in(text)]
        self._empties = _EMPTY.search(text) is not None
        self._marked = any(mark in text for mark in _STAND_INS)
        self.may_find = bool(self._ways) or self._empties or self._marked

    def all(self) -> list[Placeholder]:
        """The placeholders, in no particular order."""
        forms = {leaf for annex in self._document.of(Kind.ANNEX) for leaf in annex.leaves()}
        found: list[Placeholder] = []
        open_names: list[tuple[Node, Prose, StandIn]] = []
        masked: set[str] = set()
        people: set[Node] = set()
        for leaf, prose, following in self._texts():
            written = self._written(leaf, prose)
            found += (one for one in written if leaf not in forms or one.kind not in _FILLED_IN_BY_OTHERS)
            for stand_in in self._stand_ins(prose.text, following):
                if stand_in.person:
                    masked.add(_family(prose, stand_in))
                    people.add(leaf)
                elif leaf not in forms or stand_in.kind not in _FILLED_IN_BY_OTHERS:
                    open_names.append((leaf, prose, stand_in))
        for leaf, prose, stand_in in open_names:
            meant = leaf in people and _is_crossed(prose, stand_in)
            if not meant and self._is_certain(leaf, prose, stand_in):
                withheld = stand_in.kind is PlaceholderKind.WITHHELD
                kind = PlaceholderKind.NAME if withheld else stand_in.kind
                found.append(_placeholder(leaf, prose, stand_in.start, stand_in.end, kind))
            elif _family(prose, stand_in) not in masked:
                kind = PlaceholderKind.WITHHELD
                found.append(_placeholder(leaf, prose, stand_in.start, stand_in.end, kind, certain=False))
        return found

    def _texts(self) -> Iterator[tuple[Node, Prose, str]]:
        """The leaves, rows cell by cell, each with the words that go on behind it in the same line."""
        leaves, text = self._document.prose, self._document.source.text
        for leaf, after in zip(leaves, (*leaves[1:], None), strict=False):
            following = after.text if after is not None and text[leaf.span.end - 1] not in "\r\n" else ""
            for prose in leaf.cells or (leaf.prose,):
                yield leaf, prose, following

    def _written(self, leaf: Node, prose: Prose) -> Iterator[Placeholder]:
        """Blanks, empty brackets, notes to oneself and what programs leave."""
        text = prose.text
        for way in self._ways:
            for match in way.pattern.finditer(text):
                start, end = _trimmed(text, *match.span())
                if way.kind is not PlaceholderKind.BLANK or self._is_blank(prose.span(start, end)):
                    yield _placeholder(leaf, prose, start, end, way.kind)
        for match in _EMPTY.finditer(text) if self._empties else ():
            if _is_empty(match[0], text[: match.start()]):
                yield _placeholder(leaf, prose, *match.span(), PlaceholderKind.EMPTY)

    def _stand_ins(self, text: str, following: str = "") -> Iterator[StandIn]:
        if self._marked and any(mark in text for mark in _STAND_INS):
            from disclosure_lint.facts.writing import stand_ins

            yield from stand_ins.find(text, following)

    def _is_blank(self, span: Span) -> bool:
        """Whether underscores are to be filled in before publication: neither a line across the page nor the place of a signature."""
        source = self._document.source
        line = source.line(source.position(span.start).line)
        if (
            len(span) >= _RULED_OFF
            and source.slice(span) == source.slice(line).strip()
            and "年" not in source.slice(span)
        ):
            return False
        return not _SIGNED_BY_HAND.search(source.text, max(span.start - 16, line.start), span.start)

    def _is_certain(self, leaf: Node, prose: Prose, stand_in: StandIn) -> bool:
        """Whether marks cannot stand for something withheld: a name is sure to be missing where it is the draft's own."""
        if stand_in.kind not in (PlaceholderKind.WITHHELD, PlaceholderKind.NAME):
            return True
        if leaf.kind is Kind.TITLE and len(prose.text[: stand_in.start].strip()) <= _TITLE_OPENS:
            return True
        if stand_in.kind is PlaceholderKind.WITHHELD:
            return False
        return not _is_crossed(prose, stand_in) or leaf.kind in _OF_THE_OFFICE or not self._own_name_is_known

    @cached_property
    def _own_name_is_known(self) -> bool:
        """Whether title or signature name the issuing body in full; where they name none at all nothing can be told from them."""
        names = [leaf.text for leaf in self._document.prose if leaf.kind in (Kind.TITLE, Kind.SIGNATORY)]
        names = [name for name in names if _BODY.search(name)]
        return not names or any(next(self._stand_ins(name), None) is None for name in names)


def _family(prose: Prose, stand_in: StandIn) -> str:
    """Which habit of masking the marks belong to: 某某 and ×× are one."""
    mark = prose.text[stand_in.start]
    return "×" if mark in "×✕╳某" else "*" if mark in "*＊" else "X"


def _is_crossed(prose: Prose, stand_in: StandIn) -> bool:
    return _family(prose, stand_in) != "*"


def _is_empty(brackets: str, before: str) -> bool:
    """Whether brackets belong together and hold nothing; [ ] opens an item of a list to tick off, call() is code."""
    if brackets[-1] not in _PAIRS[brackets[0]] or before.endswith(("是", "否")):
        return False
    if brackets[0] == "[" or (brackets[0] in "（(" and not before.strip()):  # （） above a heading has lost its number
        return bool(before.strip(" \t-+*"))
    return not (brackets[0] == "(" and before[-1:].isascii() and before[-1:].isalnum())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _placeholder(
    leaf: Node, prose: Prose, start: int, end: int, kind: PlaceholderKind, *, certain: bool = True
) -> Placeholder:
    """A placeholder with as many of the words next to it as stand in its clause, a few at the most."""
    text, first, last = prose.text, start, end
    while first > 0 and start - first < _NEAR and text[first - 1] not in _MARKS:
        first -= 1
    while last < len(text) and last - end < _NEAR and text[last] not in _MARKS:
        last += 1
    return Placeholder(prose.span(start, end), leaf, kind, certain, prose.span(first, last))


def _apart(found: list[Placeholder]) -> tuple[Placeholder, ...]:
    """In the order of the text, of those that overlap the first and longest."""
    kept: list[Placeholder] = []
    for one in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or kept[-1].span.end <= one.span.start:
            kept.append(one)
    return tuple(kept)
