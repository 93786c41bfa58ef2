"""Lists of parts: 其中…、…; 分别为…; …、…，共计…."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_lint.comparisons.accounts import ALTOGETHER
from disclosure_lint.comparisons.counts import Count, alike, between, by_sentence, loose
from disclosure_lint.comparisons.kinds import (
    ACTS,
    FATES,
    POLAR,
    apart,
    exclusive,
    exhaustive,
    kept_or_not,
    label,
    opposite,
)
from disclosure_lint.facts.figures.vocabulary import GROUP_NOUNS, GROUP_UNITS
from disclosure_lint.facts.model import Status

_AMONG = Pattern(r"其中|(?:具体)?包括|包含")
_AMONG_BEFORE = Pattern(
    r"其中|(?:具体)?包括|包含|^[^\W\d]{0,8}中[，,：:]|[，,]按[^，,。；;：:]{1,8}(?:划分|分类|分|看)[：:，,]"
)
_RESPECTIVELY = Pattern(r"分别")
_ALTOGETHER = Pattern(r"(?:共计|合计|总计|总共|一共)(?:为|是|有)?$|^共(?:有)?$")
_SUM = Pattern(r"合计|共计|总计")
_SORT = Pattern(
    r"(?:立行立改|即知即改|限期整改|集中整改|分阶段整改|长期整改|中长期整改)(?:类|的|问题|事项)*已?(?:整改)?完成(?:整改)?"
)
_OTHERS = Pattern(r"^(?:其他|其它|其余)")
_OPEN = Pattern(
    r"等(?![级次候待])|另有|此外|其[他它](?![^，,、；;。0-9０-９]{0,4}[0-9０-９])|涉及|主要|同时|兼|重复|若干"
)
_NEW_VERB = Pattern(r"制定|提出|形成|出台|修订|建立|召开|开展|追回|收缴|发放|处理|处分|约谈|问责|(?<![公中])共")
_STRONG = Pattern(r"[；;]")
_FATE = Pattern(rf"^[，,、和及]*[^，,、和及理]{{0,4}}(?:{FATES.pattern})[^，,、]{{0,6}}$")
_PEOPLE = frozenset("人名位家户")
"""Measure words of what may be counted twice in a list: one person punished in two ways, one firm checked for two things."""

_ENDING = 2
"""So many characters at the end of their leads show that two parts are told alike."""

_LONGEST = 40
"""No list of parts is longer."""


class Partition(NamedTuple):
    """A whole and the parts listed for it.

    Attributes:
        complete: whether the text says or shows that the list is complete.
        exclusive: whether nothing can stand in two parts.
        apart: whether every part has a name of its own and nothing says that parts overlap or are left out.
        opposite: whether the parts are opposites, beside which others are rare.
    """

    whole: Count
    parts: tuple[Count, ...]
    complete: bool
    exclusive: bool
    apart: bool = True
    opposite: bool = False


def partitions(counts: tuple[Count, ...]) -> Iterator[Partition]:
    """Every list of parts with its whole."""
    before: list[Count] = []
    for sentence in by_sentence(counts).values():
        if len(sentence) > 1:
            yield from _partitions(sentence)
        if len(before) == 1 and _AMONG.match(sentence[0].sentence.words) and _next(before[0], sentence[0]):
            yield from _listed_for(before[0], sentence, before)
        before = sentence


def _next(count: Count, other: Count) -> bool:
    """Whether the sentence of the other count follows in the same paragraph."""
    same = count.quantity.node is other.quantity.node
    return same and other.sentence.number - count.sentence.number == 1 and not count.accounted


def _partitions(sentence: list[Count]) -> Iterator[Partition]:
    said = sentence[0].sentence
    if said.says(_AMONG) or "中" in said.words or "按" in said.words:
        yield from _among(sentence)
    if said.says(FATES):
        yield from _sorted_out(sentence)
    if said.says(_RESPECTIVELY):
        yield from _respectively(sentence)
    for index, count in enumerate(sentence):
        if index < 2:
            continue
        if _ALTOGETHER.search(count.lead):
            yield from _added_up(sentence[max(index - _LONGEST, 0) : index], count)
        elif count.accounted and ALTOGETHER.search(count.lead):
            yield from _tallied(sentence[max(index - _LONGEST, 0) : index], count)


def _among(sentence: list[Count]) -> Iterator[Partition]:
    """共126条，其中班子问题30条、个人问题96条；67个问题中，机关19个、基层48个."""
    for index, first in enumerate(sentence[1:], 1):
        whole = sentence[index - 1]
        if first.accounted or whole.accounted or not _AMONG_BEFORE.search(between(whole, first)):
            continue
        if whole.listed and sentence[index - 2].quantity.unit == whole.quantity.unit:
            continue  # 8起较大事故和1起重大事故，其中: of both
        yield from _listed_for(whole, sentence[index:], sentence[max(index - _LONGEST, 0) : index])


def _listed_for(whole: Count, counts: list[Count], before: list[Count]) -> Iterator[Partition]:
    """The parts of a whole that the counts behind it begin with."""
    parts = _listed_together(_run(counts[:_LONGEST], whole), whole)
    if not parts or any(part.accounted for part in parts) or any(_AMONG.search(part.lead) for part in parts[1:]):
        return
    closed = not parts[0].sentence.says(_OPEN)
    sole = closed and exclusive(parts)
    yield Partition(
        whole,
        tuple(parts),
        complete=sole and (exhaustive(parts) or _complete(before, parts)),
        exclusive=sole,
        apart=closed and apart(parts),
        opposite=closed and opposite(parts),
    )


def _listed_together(parts: list[Count], whole: Count) -> list[Count]:
    """The parts without those told of behind a list that is joined by 、 and makes the whole: 其中新建14项、修订18项，废止9项."""
    end = next((at for at, part in enumerate(parts) if at and not part.joined), len(parts))
    makes = end > 1 and sum(part.value for part in parts[:end]) == whole.value
    return parts[:end] if makes else parts


def _sorted_out(sentence: list[Count]) -> Iterator[Partition]:
    """对18项制度开展评估，保留11项、修订5项、废止2项; 清理闲置房产33处，重新出租21处、收回自用9处、依法处置3处."""
    for index, whole in enumerate(sentence[:-1]):
        if ACTS.search(whole.lead) or _FATE.search(whole.lead):
            continue
        if index and sentence[index - 1].quantity.unit == whole.quantity.unit:
            continue  # 排查合同40份，解除5份、修订12份、移交4份: an item of a list is no whole of those behind it
        parts: list[Count] = []
        for count in sentence[index + 1 : index + 1 + _LONGEST]:
            if count.quantity.unit != whole.quantity.unit or not _FATE.search(count.lead):
                break
            parts.append(count)
        if len(parts) < 2 or _AMONG.search(parts[0].lead) or _STRONG.search(between(whole, parts[0])):
            continue
        listed = not parts[0].sentence.says(_OPEN)
        closed = listed and kept_or_not(parts)  # other fates can meet: what is scrapped may be handed over first
        yield Partition(
            whole,
            tuple(parts),
            complete=closed and exhaustive(parts),
            exclusive=closed,
            apart=listed and exclusive(parts),
        )


def _respectively(sentence: list[Count]) -> Iterator[Partition]:
    """三个支部分别查摆5个、6个、7个，共18个."""
    for index, first in enumerate(sentence):
        if not _RESPECTIVELY.search(first.lead):
            continue
        listed = _run(sentence[index : index + _LONGEST], first)
        after = sentence[index + len(listed) : index + len(listed) + 1]
        if after and _ALTOGETHER.search(after[0].lead) and alike(after[0].quantity.unit, first.quantity.unit):
            return  # the sum behind a list is found from its end
        whole = sentence[index - 1] if index else None
        if whole is None or whole.quantity.unit != first.quantity.unit or loose(whole.key) != loose(first.key):
            return
        if whole.status is Status.TOTAL and len(listed) >= 2:
            yield Partition(whole, tuple(listed), complete=not first.sentence.says(_OPEN), exclusive=True)
        return


def _tallied(before: list[Count], whole: Count) -> Iterator[Partition]:
    """巡视反馈问题…已完成26个，选人用人…已完成6个，两类问题合计完成32个; 立行立改完成14个，限期整改完成11个，合计完成25个."""
    parts = [
        count for count in before if count.status is whole.status and alike(count.quantity.unit, whole.quantity.unit)
    ]
    named = before[-1].quantity.unit in GROUP_UNITS and before[-1].value == len(parts)
    sorts = [_SORT.fullmatch(part.lead.strip("、，,其中 ")) for part in parts]
    all_named = parts == before[-len(parts) :] and all(sorts) and _SUM.search(whole.lead) is not None
    if len(parts) >= 2 and (named or all_named):
        yield Partition(whole, tuple(parts), complete=named or not whole.sentence.says(_OPEN), exclusive=True)


def _run(counts: list[Count], whole: Count) -> list[Count]:
    """The counts that go on as parts of the whole: the same sort of measure word, nothing between them but their names.

    A list joined by 、 ends at a semicolon. What stands right behind a part in another unit (213件312人) is passed over.
    """
    parts: list[Count] = []
    semicolons = False
    last: Count | None = None
    for count in counts:
        gap = between(last, count) if last is not None else ""
        last = count
        if parts and not gap and not alike(count.quantity.unit, whole.quantity.unit):
            continue
        strong = _STRONG.search(gap) is not None
        if not _fits(count, whole) or (strong and len(parts) > 1 and not semicolons):
            break
        if parts and not (_listed(count) or _parallel(parts[0], count)):
            break
        semicolons = semicolons or strong
        parts.append(count)
    return parts


def _added_up(before: list[Count], whole: Count) -> Iterator[Partition]:
    """巡视反馈的30个问题、专项检查反馈的6个问题，共36个问题.

    Where the list begins is not always plain. The shortest list that makes the sum is taken; else, only a list that nothing
    of the same kind stands before is held against the sum.
    """
    if before[-1].quantity.unit in GROUP_UNITS:  # 两类问题共36个
        before = before[:-1]
    run: list[Count] = []
    semicolons = False
    for count in reversed(before):
        if not _fits(count, whole) or count.accounted is not before[-1].accounted:
            break
        strong = bool(run) and _STRONG.search(between(count, run[0])) is not None
        if strong and len(run) > 1 and not semicolons:
            break
        semicolons = semicolons or strong
        run.insert(0, count)
        if len(run) >= 2 and abs(sum(part.value for part in run) - whole.value) <= sum(part.slack for part in run):
            yield Partition(whole, tuple(run), complete=True, exclusive=True)
            return
    if before[-1].accounted:
        parts, rest = run, []
    else:
        begin = next((at for at in range(len(run) - 1, -1, -1) if not _goes_on(run, at)), 0)
        parts, rest = run[begin:], run[:begin]
    closed = not whole.sentence.says(_OPEN)
    own = "的" in whole.lead  # 目前执行的制度共计158项
    if (
        not own
        and len(parts) > 1
        and not any(other.key == parts[0].key for other in rest)
        and _sum_of(parts, rest, whole)
    ):
        yield Partition(whole, tuple(parts), complete=closed, exclusive=True)
    elif len(run) > 1:
        yield Partition(whole, tuple(run), complete=False, exclusive=False, apart=closed and apart(run))


def _sum_of(parts: list[Count], rest: list[Count], whole: Count) -> bool:
    """Whether a sum behind a list can only be the sum of that list."""
    if parts[0].accounted:
        statuses = {part.status for part in parts}
        return not whole.accounted and len(statuses) == len(parts) and len({part.key for part in parts}) == 1
    if all(loose(part.key) == loose(whole.key) for part in parts) or exclusive(parts):
        return True
    units = {count.quantity.unit for count in (whole, *parts)}
    return not rest and len(units) == 1 and not units & _PEOPLE and all(part.joined for part in parts[1:])


def _fits(count: Count, whole: Count) -> bool:
    return alike(count.quantity.unit, whole.quantity.unit) and count.quantity.chain is None and count is not whole


def _listed(count: Count) -> bool:
    """Whether a count goes on with a list: only its name stands between it and the count before."""
    lead = count.lead.strip("、，,和及以 ")
    return (
        lead in ("", count.quantity.noun)
        or lead.endswith(("方面", "类"))
        or ACTS.fullmatch(lead.removesuffix(count.quantity.noun)) is not None
        or POLAR.fullmatch(lead) is not None
        or (count.joined and not _NEW_VERB.match(lead))
    )


def _goes_on(run: list[Count], at: int) -> bool:
    return _listed(run[at]) or (at > 0 and _parallel(run[at - 1], run[at]))


def _parallel(first: Count, count: Count) -> bool:
    """Whether a count is told like the first of its list: 巡察组反馈30个，专项检查反馈4个."""
    lead, other = first.lead.strip(), count.lead.strip()
    return min(len(lead), len(other)) > _ENDING and lead[-_ENDING:] == other[-_ENDING:] and first.status is count.status


def _complete(before: list[Count], parts: list[Count]) -> bool:
    """Whether there are as many parts as the text counts groups (4个方面126条，其中… four parts), or names the others."""
    groups = [
        count.value for count in before if count.quantity.unit in GROUP_UNITS or count.quantity.noun in GROUP_NOUNS
    ]
    if any(_OTHERS.match(label(part)) for part in parts):
        return True
    return groups[-1:] == [len(parts)] or all(label(part).endswith("类") for part in parts)
