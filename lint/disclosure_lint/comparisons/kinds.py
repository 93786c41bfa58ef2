"""The names of parts in a list, and whether they can overlap: 新建与修订 cannot, 女党员与青年党员 can."""

from __future__ import annotations

from disclosure_grammar.pattern import Pattern
from disclosure_lint.comparisons.counts import Count

_AMONG = Pattern(r"^.*(?:其中|包括|包含|分别为?|分别是)[，,：:]?")
_EDGES = "、，,：:和及以与有为是 \u3000"
_MOST = 16
"""No name of a part is longer."""

_CLASSES = ("类", "方面", "形态", "问题", "事项", "任务", "意见", "措施", "领域")
"""What names of classes end with: each thing belongs to one."""

ACTS = Pattern(r"新建|新增|新制定|制定|出台|修订|修改|完善|废止|合并|保留")
"""What is done to rules: each rule is listed under one."""

_OUTCOME = "办结|审结|执结|结案|结|完成|整改|收回|追回|清退|化解|公开|上网"
POLAR = Pattern(rf"[已未](?:{_OUTCOME})")
"""What became of a thing, or did not: 已结126件，未结6件."""

FATES = Pattern(
    r"注销|关停|关闭|撤销|吊销|取消|销毁|移送|移交|返还|没收|报废|保留|规范提升|自用|招租|出租|依法处[理置]|修订|修改|废止|合并|整合"
)
"""What becomes of a thing that is looked through, each of one: 保留11项、修订5项、废止2项."""

_OPPOSITES = (
    Pattern(r"正职|副职"),
    Pattern(r"跨|内部|外部"),
    Pattern(r"特别|比较|较为|一般|轻微|严重"),
    Pattern(r"重大决策|(?:干部|人事)任免|重大项目|大额"),
)
"""Words that part things into kinds of which each thing is one."""

_COMPLETE = (
    ("高风险", "中风险", "低风险"),
    ("特别", "比较", "一般"),
    ("男", "女"),
    ("重大决策", "任免", "重大项目", "大额"),
)
"""Kinds beside which there are no others."""

_FAMILIES = (
    ACTS,
    FATES,
    *_OPPOSITES,
    Pattern(r"民事行政|民商事|刑事|民事|行政|执行|国家赔偿|公益诉讼|审查逮捕|审查起诉|审监"),
    Pattern(r"在职|离退休|退休"),
    Pattern(r"班子|个人"),
    Pattern(r"机关|基层|本级"),
    Pattern(r"教职工|教工|教师|学生"),
    Pattern(r"纵向|横向"),
    Pattern(r"副教授|教授|讲师|助教"),
    Pattern(r"正高|副高|中级|初级"),
    Pattern(r"第[一二三四五六][批轮]"),
    Pattern(r"[一二三四五]级|[高中低]风险"),
    Pattern(r"[0-9０-９]{4}年"),
    Pattern(rf"[已未](?={_OUTCOME})"),
)
"""Words of which each thing can have but one."""

_CROSSING = Pattern(r"女|少数民族|岁|(?<!及)以[上下]|学历|职称|学位|骨干|重点|新增|新进")
"""Words of which a thing can have several."""


def label(count: Count) -> str:
    """What the text calls a part: 新建 in 其中新建12项, 党纪处分 in 党纪处分9人; its noun where that stands behind."""
    words = _AMONG.sub("", count.lead).strip(_EDGES)
    return words if words and len(words) <= _MOST else count.quantity.noun


def exclusive(parts: list[Count]) -> bool:
    """Whether the parts are classes of one kind: no thing stands in two."""
    if len(parts) < 2:
        return False
    names = [label(part) for part in parts]
    if any(_all_different(family, names) for family in _FAMILIES):
        return True
    nouns = [part.quantity.noun for part in parts]
    shortest = min(len(noun) for noun in nouns)
    ends = any(all(noun.endswith(name) for noun in nouns) and len(name) < shortest for name in _CLASSES)
    return ends and len(set(nouns)) == len(nouns)


def kept_or_not(parts: list[Count]) -> bool:
    """Whether the parts say what became of rules, of which each is listed under one: 保留11项、修订5项、废止2项."""
    names = [label(part) for part in parts]
    if len(names) < 2:
        return False
    return _all_different(ACTS, names) or ("保留" in names and _all_different(FATES, names))


def opposite(parts: list[Count]) -> bool:
    """Whether the parts are opposites, so that a list of them seldom leaves any out: 正职12名、副职33名."""
    names = [label(part) for part in parts]
    return len(parts) > 1 and any(_all_different(family, names) for family in _OPPOSITES)


def exhaustive(parts: list[Count]) -> bool:
    """Whether nothing can belong to none of the parts: 高风险点、中风险点、低风险点; what is kept and what is not."""
    names = [label(part) for part in parts]
    if any(
        len(names) == len(kinds) and all(kind in name for kind, name in zip(kinds, names, strict=True))
        for kinds in _COMPLETE
    ):
        return True
    return any("保留" in name for name in names) and _all_different(FATES, names)


def apart(parts: list[Count]) -> bool:
    """Whether every part has a name of its own that does not cut across the others."""
    names = [label(part) for part in parts]
    return all(names) and len(set(names)) == len(names) and not any(_CROSSING.search(name) for name in names)


def _all_different(family: Pattern, names: list[str]) -> bool:
    found = [match[0] for name in names if (match := family.search(name))]
    return len(found) == len(names) == len(set(found))
