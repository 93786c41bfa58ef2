"""The parts of a title: what it is about, what sort of document it is, and what may be left out by mistake."""

from __future__ import annotations

from typing import NamedTuple

from disclosure_grammar.pattern import Pattern

_TRIAL = Pattern(r"（([试暂]行)）$")
_TRIAL_INSIDE = Pattern(r"[暂试]行(?=..$)")
_PREFIX = Pattern(r"^(?:中国共产党|中共中央|中华人民共和国)")
_SORTS = frozenset(
    {
        "条例", "准则", "规则", "细则", "规定", "办法", "制度", "规程", "规范", "方案", "意见", "通知", "措施", "手册", "清单", "机制", "计划", "规划",
        "指引", "指南", "标准", "流程", "预案", "要点", "章程", "决定", "汇编", "纪要", "安排", "台账", "目录", "倡议", "守则", "公约", "协议", "报告",
        "通报", "职责", "方法",
    }
)  # fmt: skip
_LIGHT = Pattern(r"关于|工作|管理|若干|有关|相关|进一步|实施|的")
_MARKS = Pattern(r"[“”‘’、，·〈〉《》]")
_ALIKE = str.maketrans("查力纪帐作订像形分迹竟坐连度列与及", "察利记账做定象型份绩竞座联渡例和和")
_BODY = Pattern(
    r"法院|检察院|委员会|[局厅部委庭科室院处县区市省镇乡]|街道|医院|学校|大学|学院|公司|集团|政府|党组|中心|支队|支部"
)


class Wording(NamedTuple):
    """A title taken apart.

    Attributes:
        prefix: 中国共产党, 中共中央, 中华人民共和国, or nothing.
        body: what it is about, without prefix, sort and 试行, marks left out.
        sort: what it is: 规则, 实施细则, 办法; nothing where it does not say.
        trial: 试行 or 暂行, where it calls itself so, or nothing.
        stem: the body without the words that carry no meaning, characters that are often confused as one.
    """

    prefix: str
    body: str
    sort: str
    trial: str
    stem: str


def wording(name: str) -> Wording:
    """Take a folded title apart."""
    behind = _TRIAL.search(name)
    rest = name[: behind.start()] if behind else name
    inside = _TRIAL_INSIDE.search(rest)
    if inside:
        rest = rest[: inside.start()] + rest[inside.end() :]
    trial = behind[1] if behind else inside[0] if inside else ""
    front = _PREFIX.match(rest)
    prefix = front[0] if front else ""
    sort = _sort(rest)
    body = _MARKS.sub("", rest[len(prefix) : len(rest) - len(sort)])
    return Wording(prefix, body, sort, trial, alike(_LIGHT.sub("", body)))


def alike(words: str) -> str:
    """Words with characters that are often confused (督查, 督察) written as one."""
    return words.translate(_ALIKE)


def _sort(name: str) -> str:
    if name[-2:] not in _SORTS:
        return ""
    carries_out = name[-4:-2] == "实施" and not name.endswith("方案")  # 实施细则; any 方案 is there to be carried out
    return name[-4:] if carries_out else name[-2:]


def plain_stem(body: str) -> str:
    """A body without its light words, every character as written."""
    return _LIGHT.sub("", body)


def without_body(stem: str) -> list[str]:
    """What may remain of a stem when the name of whoever issued the document is taken off its front."""
    ends = (match.end() for match in _BODY.finditer(stem, 0, 30))
    return [stem[end:] for end in ends if len(stem) - end >= 4]


def names_a_body(words: str) -> bool:
    """Whether words name an office or a place."""
    return _BODY.search(words) is not None


def inserted(short: str, long: str) -> str | None:
    """The words to add to one text to get the other, joined by 、; None where that is not enough."""
    added: list[str] = []
    at = 0
    fresh = True
    for character in long:
        if at < len(short) and short[at] == character:
            at, fresh = at + 1, True
        else:
            added.append("、" + character if fresh else character)
            fresh = False
    return "".join(added).removeprefix("、") if at == len(short) else None


def differing(one: str, other: str) -> tuple[str, str]:
    """What is left of two texts when their common beginning and then their common end are taken off."""
    start, shorter = 0, min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]
