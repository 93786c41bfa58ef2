"""What a figure counts: the noun before it, or the one behind."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure_grammar.pattern import Pattern
from disclosure_lint.facts.figures.vocabulary import EVENT_UNITS, GROUP_NOUNS, HEAD_NOUNS

_HEADS = tuple(sorted(HEAD_NOUNS.split("|"), key=len, reverse=True))
_GROUPS = tuple(sorted(GROUP_NOUNS))
_LONGEST = 18
_LONG_NUMBER = Pattern(r"[0-9０-９]{6}")  # belongs to a person, not to a noun

# Behind a figure the noun ends where the sentence goes on.
_GOES_ON = Pattern(
    r"[^\w“”‘’「」《》□·]|[0-9０-９]|的|等|已|(?<=问题)明确|均|都|全部|逐[一条项]|进行|开展|得到|取得|完成|整改(?=到位|完成|完毕|$)|分别|共|为(?!民)|被|"
    r"和|及|与|或|在|到|于|从|对|向|按|将|把|以(?!案)|并|获|参加|提出|制定|细化|分解|梳理|涉及|包括|落实|未|尚|正在|持续|占|是|有(?!关)|"
    r"(?:基本|部分|阶段性|初步)(?:完成|整改|解决|到位|销号|落实|办结)|长期(?:坚持|整改|推进)|仍|暂|即将|(?:计划|拟)(?=[于在0-9０-９]|$)|预计|承诺|争取|力争|进入|移[交送]|纳入|属于|因|实现|实行|予以|给予|逾期|同比|其中|需"
)
_NO_NOUN = Pattern(r"(?:以上|以下|以内|左右|不等|之多)+")

# Before a figure the noun begins behind the last verb, adverb or count word. 推动 and 促进 belong to names of matters.
_BREAKS = Pattern(
    r"反馈(?!意见|问题|会)|反馈的?(?=问题|意见)|指出|提出|细化(?:分解)?(?:为|成|出)?|分解(?:为|成|出)?|细分为|归纳为|"
    r"梳理(?:汇总|排查)?(?:出|为|形成)?|研究制定|制定(?:出台|完善)?|查摆(?:出|到)?|排查(?:出|到)?|发现|列出|形成|收到|受理|移交|交办|"
    r"认领|涉及|明确|通报|查找(?:出)?|检视(?:出)?|查出|新增|新建|修订|完善|建立(?:健全)?|健全|出台|印发|下发|制发|编发|编印|"
    r"召开|举办|举行|开展|(?<!党)组织(?!建设|部|生活|人事|纪律|路线|方面|问题|体系)|走访|征集|征求|收集|安排|推送|推荐|刊登|发出|发放|"
    r"(?:归并|合并|整合)(?:为|成)?|听取|参训|受训|参与|审结|标记|处理|处分|给予|清退|追回|追缴|收回|收缴|上缴|挽回|惠及|"
    r"完成|整改(?:落实)?(?:到位|完毕|完成)|落实到位|办结|销号|落实(?!情况|问题)|办理|解决|回复|答复|采纳|化解|清结|"
    r"取得(?:阶段性|明显)?(?:成效|进展|成果)|阶段性(?:成效|进展|成果|目标|整改|完成)?|基本|部分|正在(?:核[查实]|调查|初核|侦办|审理|协调|跟进|了解)?|整改不到位$|整改后?(?:出现)?反弹$|推进(?!会)|持续|长期坚持|"
    r"剩[余下]?|其余|余下|还有|尚有|尚余|未(?!结案)|尚|待|已经?|均|都|全部|全面|分别|累计|总共|一共|共计|合计|总计|(?<!公)共有?(?!产|青|同|享|建|识|性)|"
    r"其中|包括|包含|含|每半?(?:年|季度|月|周)(?:至少)?|占|计|达到?|以来|引进|招[聘录]|提拔|选派|为|有(?!关)|是|各(?!类|级|项)|(?<!成)就|将|把|对(?!策)|针对|围绕|"
    r"对照|聚焦|按照|到(?![位账期会课岗案校访])|在(?![职编岗校读建册院])|并|了|过|新(?!时代|型|兴|区)"
)
_ADDS_UP = Pattern(r"(?:共|合|总)计|(?:归并|合并|整合)(?:为|成)?|一共|总共|累计|共有?|为|有|是|达到?")
_EMPTY = frozenset({
    "立行立改", "即知即改", "立查立改", "边查边改", "边学边改", "限期整改", "长期整改", "分阶段整改", "集中整改",
    "整改", "整改落实", "落实", "工作", "整改工作", "任务数", "数", "数量", "总数", "数为", "后", "前", "中", "里", "内",
    "成效", "进展", "成果", "目标", "阶段目标", "时序进度", "序时进度",
})  # fmt: skip
"""What is left before a figure that names nothing counted."""

_TRAILING = "、 \u3000,，:：数"
_LEADING = _TRAILING + "的和及与"


def noun_behind(after: str, unit: str) -> str:
    """The noun right behind a figure (27项具体问题), or an empty string."""
    if _NO_NOUN.match(after) or after.startswith(("”", "’", "」", "》")):
        return ""
    after = after.removeprefix("的")
    end = _GOES_ON.search(after)
    noun = after[: end.start()] if end else after
    if noun in _EMPTY:  # 28项中
        return ""
    if noun.startswith(_GROUPS):
        return next(group for group in _GROUPS if noun.startswith(group))
    if len(noun) <= _LONGEST // 2 and noun.endswith(_HEADS):
        return noun
    heads = [(noun.index(head), -len(head)) for head in _HEADS if head in noun]
    if heads:
        at, length = min(heads)
        return noun[: at - length]
    if unit in EVENT_UNITS or len(noun) > _LONGEST // 2:
        return ""
    return noun.lstrip(_LEADING).rstrip(_TRAILING)


def noun_before(before: str, plain: str) -> str:
    """The noun right before a figure (具体问题27项), or an empty string.

    Args:
        before: what stands before the figure, from the start of its clause or the end of the figure before it.
        plain: the same with quotations masked.
    """
    noun, total = _after_break(before, plain)
    if not noun and total:  # 反馈问题共计41个
        noun, _ = _after_break(before[:total], plain[:total])
        noun = noun if noun.endswith(_HEADS) else ""
    return noun


def shared_head(nouns: Iterable[str]) -> str:
    """The word that all these nouns end with (问题 of 镇本级问题 and 村级问题), or an empty string."""
    words = tuple(nouns)
    return next((head for head in _HEADS if all(word.endswith(head) for word in words)), "")


def _after_break(before: str, plain: str) -> tuple[str, int]:
    """The noun behind the last word that breaks, and where that word begins if it adds up."""
    start = total = 0
    for match in _BREAKS.finditer(plain):
        if not before.startswith(("类", "型"), match.end()):  # 长期坚持类 is a class
            start, total = match.end(), match.start() if _ADDS_UP.fullmatch(match[0]) else 0
    noun = before[start:].lstrip(_LEADING).rstrip(_TRAILING)
    if noun.endswith("的") and not noun.endswith(("标的", "目的")):
        noun = noun[:-1]
    if noun.startswith("“") and "”" not in noun:
        noun = noun[1:]
    if not noun or noun in _EMPTY or len(noun) > _LONGEST * 2 or _LONG_NUMBER.search(noun):
        return "", total
    return noun.removesuffix("整改"), 0
