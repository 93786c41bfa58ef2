"""Names of bodies: who issues a disclosure, who was inspected, and whether two names can mean one body."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose, Span

_PARTY = Pattern(r"^(?:中国共产党|中共)|(?:机关)?(?:党组|党委|党工委|党总支|党支部)$")
_REGION = Pattern(r"^[省市县区州盟旗](?=.{3})")
_PLACE = Pattern(r"^((?!经济|高新|开发|工业|示范)[\u4e00-\u9fff]{2,4}?)(?:自治)?[省市县区州盟旗]")
_SEAL = Pattern(r"[（(](?:盖章|公章|章|印章|代章)[）)]$")
_CLASSES: dict[str, Pattern] = {
    "court": Pattern(r"(?:人民|专门|铁路运输|海事|知识产权|互联网|金融|军事)?法院$"),
    "procuratorate": Pattern(r"检察院$"),
    "school": Pattern(r"(?:大学|学院|学校|中学|小学|幼儿园|党校)$"),
    "hospital": Pattern(r"(?:医院|卫生院|疾控中心|疾病预防控制中心|妇幼保健院)$"),
    "company": Pattern(r"(?:公司|集团|银行|联社|厂)$"),
    "government": Pattern(r"(?:人民政府|办事处)$"),
    "department": Pattern(r"(?:局|厅|委员会)$"),
}
_JUDICIAL = frozenset({"court", "procuratorate"})
_NAME = r"[\u4e00-\u9fff（）()]{2,30}?"
_OWN_NAME = r"(?:(?!关于|党组|党委)[\u4e00-\u9fff（）()]){2,30}?"  # what follows 关于 in a title is somebody else
_BODY_END = (
    r"(?:法院|检察院|大学|学院|学校|医院|公司|集团|银行|联社|人民政府|办事处|[^当结全布格大]局|[^大客]厅"
    r"|委员会|办公室|办公厅|中心|研究院|研究所|协会|联合会)"
)
_IN_TITLE = Pattern(
    rf"^(?:中国共产党|中共)?({_OWN_NAME}{_BODY_END})(?=机关|党|关于|[0-9０-９]{{4}}|整改|巡|落实|开展|委员会)"
)
_INSPECTED = Pattern(
    rf"(?:对|向)(?:中国共产党|中共)?({_NAME}{_BODY_END})(?:机关)?(?:党组|党委|党总支|党支部|委员会|领导班子)?(?:及其[^，。]{{0,8}})?"
    r"(?:进行|开展|反馈)"
)
_NOT_A_NAME = Pattern(r"^(?:我|本|全|各|该|院|局|上级|有关|相关|所属|下属|辖区)")


class Body(NamedTuple):
    """A body named in the text.

    Attributes:
        span: its name, without 中共 and 党组.
        name: the words of the span.
    """

    span: Span
    name: str


def in_title(prose: Prose) -> Body | None:
    """The body at the start of a title, or None where it names none in full."""
    return _body(
        prose, _IN_TITLE.match(prose.text.strip(" \t\u3000")), len(prose.text) - len(prose.text.lstrip(" \t\u3000"))
    )


def inspected(prose: Prose) -> Body | None:
    """The body that an inspection group inspected or gave its findings to, or None."""
    if "巡" not in prose.text and "反馈" not in prose.text:
        return None
    return _body(prose, _INSPECTED.search(prose.text), 0)


def _body(prose: Prose, match: re.Match[str] | None, shift: int) -> Body | None:
    if match is None or _NOT_A_NAME.match(match[1]):
        return None
    return Body(prose.span(match.start(1) + shift, match.end(1) + shift), match[1])


@lru_cache(maxsize=256)
def core(name: str) -> str:
    """The name of the body itself: ``中共青岚县人民法院党组`` is 青岚县人民法院."""
    bare = _SEAL.sub("", re.sub(r"\s", "", name))
    without = _PARTY.sub("", _PARTY.sub("", bare))
    if bare != without and without.endswith("委员会") and bare.startswith(("中共", "中国共产党")):
        inner = without.removesuffix("委员会")
        return inner if body_class(inner) else without
    return without


def body_class(name: str) -> str:
    """What sort of body a name is of (court, school ...), or an empty string."""
    return next((sort for sort, pattern in _CLASSES.items() if pattern.search(name)), "")


def differ(first: str, second: str) -> bool:
    """Whether two names surely mean different bodies.

    Short names are compatible with long ones: the characters of the shorter stand in the longer in the same order (市中级法院,
    云溪市中级人民法院). Bodies of different sorts are not said to differ, for an office may sign for its superior; but a court and a
    procuratorate never sign for each other.
    """
    one, two = core(first), core(second)
    sort, other = body_class(one), body_class(two)
    if {sort, other} == _JUDICIAL:
        return True
    if not sort or sort != other:
        return False
    return not (_within(one, two) or _within(two, one))


def unlike(first: str, second: str) -> bool:
    """Whether neither of two names, each of a body told in full, can be short for the other, of whatever sort the bodies are."""
    one, two = core(first), core(second)
    return not (_REGION.match(one) or _REGION.match(two) or _within(one, two) or _within(two, one))


def place_of(name: str) -> str:
    """The name of the place a body stands for, without 市 or 县 behind it; empty where its name begins with none (市教育局, 南屏理工大学)."""
    place = _PLACE.match(core(name))
    return place[1] if place is not None else ""


def _within(short: str, long: str) -> bool:
    """Whether all characters of one name stand in another in the same order (市城投集团, 江州城市建设投资集团: 市 is the city itself)."""
    rest = iter(long)
    return all(character in rest for character in _REGION.sub("", short))
