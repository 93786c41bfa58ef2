"""Spaces between two Chinese characters, where running text has none.

Layout is left alone: names and labels spread to a common width (张  三, 电  话), lists of names, a title before a name, the parts of a
headline (《推进司法协助 助力营商环境》) or a slogan, what follows a label, columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_grammar.tree import Kind, Node
from disclosure_lint.facts.marks.paragraphs import Paragraph, is_ideograph
from disclosure_lint.reference.surnames import COMPOUND, SELDOM, SURNAMES

_GAP = Pattern(r"[ \u3000\xa0]+")
_COLUMN = 4  # so many spaces set a column
_PART = Pattern(r"[，。、；：！？,;:!?“”‘’《》〈〉（）()【】〔〕|\t]")
_RUNNING = frozenset({Kind.PARAGRAPH, Kind.POINT, Kind.DASH, Kind.INVITATION, Kind.OPENING})
_SENTENCE = Pattern(r"[。，；,;]")
_CLAUSE = Pattern(r"[^，,。]+(?=[，,][^。]*。$)")
_SURNAMES = SURNAMES | SELDOM
_OFFICE = Pattern(
    r"(?:长|书记|主任|主席|委员|专员|员|同志|经理|法官|检察官|律师|教授|医师|记者|编辑|组织|牵头|负责人|联系人)$"
)
_POINT = Pattern(r"[一二三四五六七八九十]{1,3}[是要]|首先|其[一二三四五次]|再次|最后|第[一二三四五六七八九十]")
_LABEL = Pattern(
    r"(?:情况|措施|问题|单位|部门|科室|领导|责任人|成员|时限|期限|结果|进展|成效|目标|要求|任务|部分|[章节编]|附件|附表|时间|地点|人员|[一二三四五六七八九十][条项款个]?)$"
)
_CAMPAIGN = Pattern(
    r"”(?:主题|系列|专题|青年|群众性){0,2}(?:征文|演讲|朗诵|诵读|活动|行动|竞赛|品牌|专栏|讲堂|展览|教育)"
)
_MOTTO = Pattern(r"(?:[校院班家警]训|[校院学教班家]风|口号|标语|会标|主题|理念)[为是：:]?$")
_SLOGAN_LEAST, _NAME_MOST = 3, 4


class Gap(NamedTuple):
    """A space inside a phrase.

    Attributes:
        span: the spaces.
        phrase: the spaces with some of the words on either side.
        plain: whether it stands in plain running text, where taking it out can change no meaning.
        heading: whether it stands in a heading, where a space may part two phrases.
    """

    span: Span
    node: Node
    phrase: Span
    plain: bool
    heading: bool = False


def extract(paragraphs: Sequence[Paragraph]) -> tuple[Gap, ...]:
    """The spaces inside Chinese phrases, in the order of the text."""
    return tuple(gap for paragraph in paragraphs if _may_hold(paragraph) for gap in _gaps(paragraph))


def _may_hold(paragraph: Paragraph) -> bool:
    text = paragraph.prose.text
    if not (" " in text or "\u3000" in text or "\xa0" in text):
        return False
    if paragraph.leaf.kind is Kind.HEADING:
        return True
    return paragraph.leaf.kind in _RUNNING | {Kind.LABEL} and bool(_SENTENCE.search(text))


def _gaps(paragraph: Paragraph) -> Iterator[Gap]:
    text, prose = paragraph.prose.text, paragraph.prose
    last_stop = text.rfind("。")
    heading_end = _heading_end(paragraph)
    for match in _GAP.finditer(text, paragraph.label_end):
        start, end = match.span()
        if end - start >= _COLUMN or not start or end == len(text):
            continue
        if not (is_ideograph(text[start - 1]) and is_ideograph(text[end])):
            continue
        part = _Part(text, start, end)
        heading = start < heading_end
        if part.is_layout(paragraph.label_end) or (heading and not part.is_lopsided()):
            continue
        phrase = prose.span(max(start - 4, part.start), min(end + 4, part.end))
        plain = end < last_stop and not heading and part.is_plain()
        yield Gap(prose.span(start, end), paragraph.leaf, phrase, plain, heading)


def _heading_end(paragraph: Paragraph) -> int:
    """Where the heading that a paragraph begins with ends; 0 where it begins with none. Of a numbered sentence it is the first clause."""
    if paragraph.leaf.kind is not Kind.HEADING:
        return 0
    clause = _CLAUSE.match(paragraph.leaf.text)
    return clause.end() if clause else len(paragraph.leaf.text)


class _Part:
    """What stands between the marks around a gap."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.gap = (start, end)
        low = max(start - 80, 0)
        marks = [mark.end() for mark in _PART.finditer(text, low, start)]
        following = _PART.search(text, end, end + 80)
        self.start = marks[-1] if marks else low
        self.end = following.start() if following else min(end + 80, len(text))
        self.opener = text[self.start - 1] if self.start else ""
        self.closer = text[self.end : self.end + 1]
        self.left = text[self.start : start].split()[-1]
        self.right = text[end : self.end].split()[0]

    def is_layout(self, text_start: int) -> bool:
        """Whether the space is there on purpose, or may be."""
        words = self.text[self.start : self.end].split()
        if self._in_title():
            return not 1 == min(len(self.left), len(self.right)) < max(len(self.left), len(self.right)) - 1
        if self.opener in "“‘「" and self.closer in "”’」" and self.opener and min(map(len, words)) >= _SLOGAN_LEAST:
            return True
        if self.opener == "“" and (_CAMPAIGN.match(self.text, self.end) or _MOTTO.search(self._before())):
            return True  # “强国 复兴有我”征文, 校风“求实 求真”
        if len(words) > 2 and sum(len(word) <= _NAME_MOST for word in words) * 3 >= len(words) * 2:
            return True  # names in a row, letters spread out
        if self.start <= text_start and self.left == words[0] and _LABEL.search(self.left):
            return True  # what follows a label
        if self.closer in ("：", ":") and len(self.right) > 2 and _LABEL.search(self.right):
            return True  # 时限：6月底前 责任人：张明
        return self._by_name() or bool(_POINT.match(self.right) or _POINT.fullmatch(self.left))

    def _before(self) -> str:
        """The words in front of the quotation that holds it."""
        return self.text[max(self.start - 6, 0) : self.start - 1]

    def _in_title(self) -> bool:
        before = self.text.rfind("《", max(self.gap[0] - 100, 0), self.gap[0])
        return before >= 0 and self.text.find("》", before, self.gap[0]) < 0

    def _by_name(self) -> bool:
        """李 明, 院长 李明: a name of two characters spread out, an office before a name."""
        if self.left in _SURNAMES or self.left in COMPOUND or len(self.left) == len(self.right) == 1:
            return True
        return self.right[0] in _SURNAMES and bool(_OFFICE.search(self.left))

    def is_lopsided(self) -> bool:
        """Whether one side is too short, and the other too long, for two phrases side by side."""
        short, long = sorted((len(self.left), len(self.right)))
        return short < _SLOGAN_LEAST + 1 and long >= 2 * short and long > _NAME_MOST

    def is_plain(self) -> bool:
        """Whether the gap cuts off a single character, outside quotations and brackets: between longer words it may stand for a mark."""
        quoted = self.opener != "" and self.opener in "“‘「（(【〔"
        return not quoted and min(len(self.left), len(self.right)) == 1 and self.right[0] not in _SURNAMES
