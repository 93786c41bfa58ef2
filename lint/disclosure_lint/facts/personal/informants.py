"""Who reported, complained or petitioned: the name, the telephone or the workplace that a draft gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose, Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.model import Personal
from disclosure_lint.facts.personal.names import is_alias, is_name, name_at, name_before
from disclosure_lint.facts.personal.passages import passages
from disclosure_lint.facts.personal.tables import cells_under

_WHO = r"(?<!被)(?:举报|反映|投诉|信访|上访|检举|控告|来访|来信)人(?!员)"
_ROLE = (
    r"(?:[、，,]?[\u4e00-\u9fff]{0,14}?(?:村民|居民|职工|教师|员工|医生|护士|学生|家长|业主|商户|群众|患者|干部|党员))?"
)
_OPEN = rf"(?:的?(?:姓名|名字))?[为是系叫]?[：:（(“\"\s]{{0,3}}{_ROLE}[：:（(“\"\s]{{0,2}}"
_TRIGGER = Pattern(rf"{_WHO}(?P<open>{_OPEN})")
_BEHIND = Pattern(
    r"$|[\s，,。；;：:、（()）”\"》|0-9]|反映|举报|投诉|信访|上访|检举|控告|来[信访电]|实名|同志|等|的|之|称|说|于|在|到|向|对|与|和|因|就|所|提|表示|本人|身份|家|电话|"
    r"联系|多次|曾|已|系|是|为|要求|诉求|申请|签|满意|认可|不服|不满|女士|先生|反馈|答复|告知|回[访复]|送达|进行|开展|作出|道歉|说明|解释|核实|了解|当面|及|之[子女夫妻父母]|夫[妇妻]|父[子女]|母[子女]|兄[弟妹]|姐[妹弟]|一家|[二两]人"
)
"""What may stand behind the name of somebody who reported."""
_AFTERWARDS = Pattern(rf"[（(](?:实名|系|为)?{_WHO}|实名(?:举报|反映|检举|控告|信访)|署名(?:举报|反映)")
_AHEAD = Pattern(r"(?:^|[，,。；;：:、（(“”\"\s|]|[民众工师员部生士主党户和与及对据由向到经因为将])$")
_LANDLINE = Pattern(r"(?<![0-9０-９])(?:[0０][0-9０-９]{2,3}[-－—]?[0-9０-９]{7,8}|[2-8][0-9]{6,7})(?![0-9０-９])")
_PHONE = Pattern(rf"[（(，,]?(?:的|其|本人)?(?:联系|家庭|固定)?电话(?:号码)?[为是]?[：:]?\s*({_LANDLINE.pattern})")
_UNIT = Pattern(
    r"(?:[系为是]|[（(]|所在单位[为是]?[：:]?|(?:的)?(?:工作)?单位[为是]?[：:])原?"
    r"((?![本我该某其各有外一])[\u4e00-\u9fff]{2,20}?(?:局|厅|委员会|法院|检察院|医院|卫生院|学院|大学|中学|小学|学校|幼儿园|公司|集团|银行|中心|派出所|事务所|厂|站|村委会|居委会))"
    r"(?:[\u4e00-\u9fff]{0,6}(?:职工|教师|员工|工作人员|干部|干警|会计|医生|护士|出纳|司机|法官|书记员|辅警|技术员|工人|人员)|[，,。；;）)])"
)
_COLUMN = Pattern(r"(?:举报|反映|投诉|信访|上访|检举|控告|来访|来信)人(?:姓名)?")
_PHONE_COLUMN = Pattern(r"(?:联系)?(?:电话|方式)(?:号码)?")
_OPENS = frozenset("（(，,系为是的其电联单所家固本")
_LINKS = frozenset("、和与及")
_OFFICE = frozenset({Kind.CONTACT, Kind.INVITATION})


def extract(document: Document, signs: tuple[str, ...]) -> Iterator[Personal]:
    """What a draft tells of those who reported, in passages that hold one of the signs and in the columns of tables."""
    for leaf, prose in passages(document):
        if any(sign in prose.text for sign in signs):
            found = dict(_in_text(leaf, prose))
            for span in sorted(found):
                yield Personal(span, leaf, "informant", form=found[span])
    for row, cell in cells_under(document, _COLUMN):
        word = cell.text.strip()
        if is_name(word):
            start = cell.text.index(word)
            yield Personal(cell.span(start, start + len(word)), row, "informant", form="name")
    for row, cell in cells_under(document, _PHONE_COLUMN, after=_COLUMN):
        for phone in _LANDLINE.finditer(cell.text):
            yield Personal(cell.span(*phone.span()), row, "informant", form="phone")


def _in_text(leaf: Node, prose: Prose) -> Iterator[tuple[Span, str]]:
    text = prose.text
    for match in _TRIGGER.finditer(text):
        yield from ((prose.span(*place), "name") for place in _names(text, match) if not is_alias(text, place[1]))
        opening = text[match.start("open") : match.start("open") + 1]
        if opening not in _OPENS:
            continue
        label = leaf.kind in _OFFICE and not text[: match.start()].strip()
        if not label and (phone := _PHONE.match(text, match.start("open"))):
            yield prose.span(*phone.span(1)), "phone"
        elif unit := _UNIT.match(text, match.start("open")):
            yield prose.span(*unit.span(1)), "unit"
    for match in _AFTERWARDS.finditer(text):
        begin = name_before(text, match.start(), _AHEAD)
        if begin is not None:
            yield prose.span(begin, match.start()), "name"


def _names(text: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The names behind the word for somebody who reported: 举报人李建国, 举报人：村民张伟、李强."""
    starts = dict.fromkeys((match.end(), match.start("open")))
    place = next(((start, end) for start in starts if (end := name_at(text, start, _BEHIND))), None)
    while place is not None:
        yield place
        link = place[1]
        end = name_at(text, link + 1, _BEHIND) if text[link : link + 1] in _LINKS else None
        place = (link + 1, end) if end else None
