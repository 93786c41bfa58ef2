"""The placeholders of a draft. Every way of leaving one is sought only where one of its marks stands somewhere in the text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import LINE_ENDS, Prose, Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.writing.placeholder import Placeholder, PlaceholderKind
from disclosure_lint.facts.writing.ways import WAYS

if TYPE_CHECKING:
    from disclosure_lint.facts.writing.stand_ins import StandIn

_EMPTY = Pattern(r"[（(【\[“‘《〔「]\s*[）)】\]”’》〕」](?!\()")
_PAIRS = {"（": "）)", "(": ")）", "【": "】", "[": "]", "“": "”", "‘": "’", "《": "》", "〔": "〕", "「": "」"}
_STAND_INS = ("*", "＊", "×", "✕", "╳", "Ｘ", "ｘ", "某", "○○", "〇〇", "◯◯")
"""Marks that may stand for words or figures."""
_LETTER = Pattern(r"[Xx](?![0-9A-WYZa-wyz@._-])")  # inside a Latin word it stands for nothing
_BOLD = Pattern(
    r"(?<![\w＿])__(?=[^\s_＿项个件条次人名份])[^_＿，。；\n]{2,40}(?<=\S)__(?![\w＿])"
)  # __重点__, as in Markdown
_FORM = Pattern(
    r"[\s#]*附(?:[件表]\s?[0-9０-９一二三四五六七八九十]{0,2}[：:\s]?|[：:])[^，。；]{0,30}[表单卷函执书票簿](?:[（(][^（）()]{0,10}[）)])?\s*$"
)
_SPOKEN_OF = Pattern(
    r"字样|写成|误写|残留|照搬|照抄|套用|套写|模板|填空|空格|空白|留空|空置|空缺|缺项|乱码|样式|写法|统一[写为]|清除|修复|补正|补齐|条款"
)
_SIGNED_BY_HAND = Pattern(
    r"(?:签字|签名|签章|盖章|签收|签发|审核人?|经办人|填表人|负责人)[）)]?(?:[（(：:][^，。；]{0,8})?$"
)
_FILLED_IN_BY_OTHERS = frozenset({
    PlaceholderKind.EMPTY, PlaceholderKind.BLANK, PlaceholderKind.HINT, PlaceholderKind.ELLIPSIS, PlaceholderKind.DATE,
    PlaceholderKind.SAMPLE, PlaceholderKind.NUMBER,
})  # fmt: skip
"""What an annexed form has by its nature."""
_OF_THE_OFFICE = frozenset({Kind.SIGNATORY, Kind.SALUTATION, Kind.CONTACT, Kind.INVITATION, Kind.MARGIN})
_BODY = Pattern(r"法院|检察院|局|厅|委员会|党[组委]|政府|大学|学院|学校|医院|公司|集团|中心|银行|街道|办公室")
_RULED_OFF = 5  # a line of so many underscores and nothing else parts the page
_QUOTED, _TOLD = 20, 60  # characters of a quotation around the marks it is about, and of what is said of it
_QUOTES = (("“", "”"), ("‘", "’"), ('"', '"'))
_NEAR = 5
_TITLE_OPENS = 4  # characters of a title before the name of the body: 中共
_MARKS = "。，；：！？（）【】“”《》、,;:()| \t\n\u3000"


def extract(document: Document) -> tuple[Placeholder, ...]:
    """The placeholders of a draft, in the order of the text; none overlaps another."""
    search = _Search(document)
    return _apart(search.all()) if search.may_find else ()


class _Search:
    """One search of one draft: what it learns of the draft's own habits decides what is certain."""

    def __init__(self, document: Document) -> None:
        self._document = document
        text = document.source.text
        self._ways = [way for way in WAYS if way.may_be_in(text)]
        self._empties = _EMPTY.search(text) is not None
        self._marked = _may_stand_in(text)
        self.may_find = bool(self._ways) or self._empties or self._marked

    def all(self) -> list[Placeholder]:
        """The placeholders, in no particular order."""
        forms = self._forms()
        found: list[Placeholder] = []
        open_names: list[tuple[Node, Prose, StandIn]] = []
        masked: set[str] = set()
        people: set[Node] = set()
        for leaf, prose, following in self._texts():
            written = self._written(leaf, prose)
            found += (one for one in written if leaf not in forms or one.kind not in _FILLED_IN_BY_OTHERS)
            for stand_in in self._stand_ins(prose.text, following):
                if _is_spoken_of(prose.text, stand_in.start, stand_in.end):
                    continue
                if stand_in.person or _is_alias(prose.text, stand_in.end):
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

    def _forms(self) -> frozenset[Node]:
        """What others fill in: the annexes, and what a line like 附件：意见征集表 heads at the end of the draft."""
        forms = {leaf for annex in self._document.of(Kind.ANNEX) for leaf in annex.leaves()}
        below: list[Node] = []
        for leaf in reversed(self._document.flow):
            if leaf.kind in (Kind.DATE, Kind.SIGNATORY) or "。" in leaf.text:
                break
            if _FORM.match(leaf.text):
                forms.update(below)
            below.append(leaf)
        return frozenset(forms)

    def _texts(self) -> Iterator[tuple[Node, Prose, str]]:
        """The leaves, page margins included, rows cell by cell, each with the words that go on behind it in the same line."""
        leaves, text = (*self._document.prose, *self._document.margins), self._document.source.text
        for leaf, after in zip(leaves, (*leaves[1:], None), strict=False):
            following = after.text if after is not None and text[leaf.span.end - 1] not in LINE_ENDS else ""
            for prose in leaf.cells or (leaf.prose,):
                yield leaf, prose, following

    def _written(self, leaf: Node, prose: Prose) -> Iterator[Placeholder]:
        """Blanks, empty brackets, notes to oneself and what programs leave."""
        text = prose.text
        for way in self._ways:
            blank = way.kind is PlaceholderKind.BLANK
            bold = {at for match in _BOLD.finditer(text) for at in match.span()} if blank and "__" in text else set()
            for match in way.pattern.finditer(text):
                start, end = _trimmed(text, *match.span())
                if start in bold or end in bold or _is_spoken_of(text, start, end):
                    continue
                if not blank or self._is_blank(prose.span(start, end)):
                    yield _placeholder(leaf, prose, start, end, way.kind)
        for match in _EMPTY.finditer(text) if self._empties else ():
            if _is_empty(match[0], text[: match.start()]) and not _is_spoken_of(text, *match.span()):
                yield _placeholder(leaf, prose, *match.span(), PlaceholderKind.EMPTY)

    def _stand_ins(self, text: str, following: str = "") -> Iterator[StandIn]:
        if self._marked and _may_stand_in(text):
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


def _may_stand_in(text: str) -> bool:
    """Whether a text has a mark that may stand for words or figures."""
    return any(mark in text for mark in _STAND_INS) or _LETTER.search(text) is not None


def _family(prose: Prose, stand_in: StandIn) -> str:
    """Which habit of masking the marks belong to: 某某 and ×× are one."""
    mark = prose.text[stand_in.start]
    return "×" if mark in "×✕╳某○〇◯" else "*" if mark in "*＊" else "X"


def _is_crossed(prose: Prose, stand_in: StandIn) -> bool:
    return _family(prose, stand_in) != "*"


def _is_empty(brackets: str, before: str) -> bool:
    """Whether brackets belong together and hold nothing; [ ] opens an item of a list to tick off, call() is code."""
    if brackets[-1] not in _PAIRS[brackets[0]] or before.endswith(("是", "否")):
        return False
    if brackets[0] == "[" or (brackets[0] in "（(" and not before.strip()):  # （） above a heading has lost its number
        return bool(before.strip(" \t-+*"))
    return not (brackets[0] == "(" and before[-1:].isascii() and before[-1:].isalnum())


def _is_spoken_of(text: str, start: int, end: int) -> bool:
    """Whether marks are quoted as a fault of other papers: 材料里“××单位”字样未改."""
    opened, closed = max(
        (
            (text.rfind(left, max(start - _QUOTED, 0), start), text.find(right, end, end + _QUOTED))
            for left, right in _QUOTES
        ),
    )
    if opened < 0 or closed < 0 or "”" in text[opened:start] or "“" in text[end:closed]:
        return False
    around = (
        text[max(opened - _TOLD, 0) : opened].rpartition("。")[2] + text[closed : closed + _TOLD].partition("。")[0]
    )
    return _SPOKEN_OF.search(around) is not None


def _is_alias(text: str, end: int) -> bool:
    """Whether the draft says that a name is not the true one: 某某镇（化名）."""
    return text.startswith(("（化名", "(化名"), end)


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
