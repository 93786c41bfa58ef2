"""A total, what of it was dealt with, and what is left, told side by side: 清理案款419笔，已发放402笔，剩余17笔."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_lint.comparisons.counts import FOUND_MORE, Count, between, by_sentence
from disclosure_lint.facts.figures.vocabulary import EVENT_UNITS, HEAD_NOUNS
from disclosure_lint.facts.model import Status

_DEEDS = (
    "整改|完成|落实|解决|销号|办理|办结|了结|清结|审结|执结|结案|化解|调处|调解|答复|回复|处置|处理|发放|兑付|支付|拨付|核销|收回|追回|"
    "追缴|收缴|上缴|清退|清收|清缴|清偿|退还|退回|返还|归还|偿还|交流|轮岗|招聘|招录|配备|补充|补齐|补录|补缴|补签|更正|补正|纠正|移交|移送|"
    "拆除|复耕|修复|修缮|改造|竣工|完工|复工|投用|投产|建成|安装|验收|整治|治理|规范|完善|清理|注销|关停|关闭|退出|脱钩|解除|签订|重签|续签|归档|录入|公开|"
    "上网|确权|招租|盘活|分配|搬迁|安置|结算|决算|登记|备案|覆盖|取缔|消除|核查"
)
"""What is done with each of many things until all are done."""

DEALT = Pattern(
    rf"(?:已经?|均|全部|目前|现)+(?:(?:{_DEEDS})(?:、|并)?){{1,3}}(?:到位|完毕|完成|见底)?$|(?:^|[，,]|中)(?:{_DEEDS})?完成(?:{_DEEDS})?$"
)
_ALREADY = Pattern(r"已[^，,、不未]{2,3}$")
_TOLD = Pattern(rf"^[，,（( ]*(?:按期|及时|全部|依法|重新)?(?:{_DEEDS}){{1,3}}(?:到位|完毕)?$")
_REST = Pattern(r"(?:^|[，,（( ]|[对将])(?:剩余|其余|余下|剩下|尚?未(?P<undone>[^，,、；;]{2,4}?))的?$")
_OTHER = Pattern(r"^[，,、（( ]*另外?$")
_MORE = Pattern(
    r"其中|新增|以及|分别|含|往年|上年|此前|以前年度|旧存|结转|连同|加上|在内|[两三]批|全[县市区省镇乡](?!级)|应(?!收[账款]|用|急|对)[^，,。]{1,4}[0-9０-９]"
)
_PLANNED = Pattern(r"(?:计划|目标)(?!的)|任务$|下达|拟|预算|指标|力争|确保|争取|前(?:实现|完成|全部|达到)|将")
_FOUND = Pattern(r"发现|查出|存在|(?:排查|梳理|查摆|检查|清理)出")
_NOUNS = Pattern(rf"(?:{HEAD_NOUNS})$")


class Dealing(NamedTuple):
    """What is told of one total.

    Attributes:
        whole: how many there were.
        dealt: how many were dealt with.
        rest: how many are said to be left, or None where nothing is counted behind.
        sure: whether the words say that what was dealt with is dealt with for good (已发放), so that the rest is still to do.
    """

    whole: Count
    dealt: Count
    rest: Count | None
    sure: bool


def dealings(counts: tuple[Count, ...]) -> Iterator[Dealing]:
    """Every total of which just what was dealt with, and perhaps what is left, is counted in the same stretch of a sentence."""
    for sentence, near in by_sentence(counts).items():
        if len(near) < 2 or sentence.says(_MORE):
            continue
        for unit in {count.quantity.unit for count in near} - EVENT_UNITS:
            for stretch in _stretches([count for count in near if count.quantity.unit == unit]):
                found = _dealing(stretch)
                if found is not None:
                    yield found


def _stretches(counts: list[Count]) -> Iterator[list[Count]]:
    """The counts of one measure word, parted at semicolons; 其余17笔 goes with what stands before its semicolon."""
    stretch: list[Count] = []
    for count in counts:
        if stretch and _parted(stretch[-1], count):
            yield stretch
            stretch = []
        stretch.append(count)
    yield stretch


def _parted(count: Count, other: Count) -> bool:
    gap = between(count, other)
    return ("；" in gap or ";" in gap) and _REST.search(other.lead) is None


def _dealing(counts: list[Count]) -> Dealing | None:
    """What the last figures of a stretch tell: a total and what was dealt with, and perhaps what is left."""
    if len(counts) > 2 and (found := _read(counts[-3:], counts[:-3])) is not None:
        return found
    return _read(counts[-2:], counts[:-2]) if len(counts) > 1 else None


def _read(counts: list[Count], before: list[Count]) -> Dealing | None:
    whole, dealt = counts[:2]
    rest = counts[2] if len(counts) > 2 else None
    if not all(count.exact for count in counts) or whole.status is Status.DONE or not _same(dealt, whole):
        return None
    if FOUND_MORE.search(between(whole, dealt)):
        return None  # 反馈问题17个，排查同类问题，已整改31个
    rivals = any(other.key == whole.key for other in before)
    if before and (rivals or whole.joined or not _FOUND.search(whole.lead)):
        return None  # of several totals, each may be meant
    sure = DEALT.search(dealt.lead) is not None
    if rest is None:
        return Dealing(whole, dealt, None, True) if sure and not _PLANNED.search(whole.lead) else None
    already = sure or _ALREADY.search(dealt.lead)
    left = _is_rest(rest, dealt) or (already and _OTHER.search(rest.lead))
    told = already or _TOLD.search(dealt.lead)
    return Dealing(whole, dealt, rest, sure) if left and told and _same(rest, whole) else None


def _is_rest(rest: Count, dealt: Count) -> bool:
    """Whether the words before a figure say that it is what is left; 未登记 is, beside 已登记, but not 未交水费."""
    match = _REST.search(rest.lead)
    if match is None or match["undone"] is None:
        return match is not None
    return match["undone"] == "完成" or match["undone"] in dealt.lead


def _same(part: Count, whole: Count) -> bool:
    """Whether a part counts the same things by its own words, or has no word of its own for them."""
    if not part.explicit or part.key == whole.key or part.referring:
        return True
    return part.lead.endswith(part.quantity.noun) and not _NOUNS.search(part.quantity.noun)
