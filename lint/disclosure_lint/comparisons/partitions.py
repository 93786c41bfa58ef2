"""Lists of parts: 其中…、…; 分别为…; …、…，共计…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure_lint.comparisons.accounts import ALTOGETHER
from disclosure_lint.comparisons.counts import Count, alike, by_sentence, loose
from disclosure_lint.comparisons.model import Comparison, Operand, Verdict
from disclosure_lint.comparisons.wording import figure, joined, named
from disclosure_lint.facts.model import Status
from disclosure_lint.facts.vocabulary import GROUP_NOUNS, GROUP_UNITS, PROBLEM_NOUNS

_AMONG = re.compile(r"其中|(?:具体)?包括|包含")
_RESPECTIVELY = re.compile(r"分别")
_ALTOGETHER = re.compile(r"(?:共计|合计|总计|总共|一共)(?:为|是|有)?$|^共(?:有)?$")
_OPEN = re.compile(r"等(?![级次候待])|另有|此外|其他|涉及|主要|同时|兼|重复|若干")
_NEW_VERB = re.compile(r"制定|提出|形成|出台|修订|建立|召开|开展|追回|收缴|发放|处理|处分|约谈|问责|(?<![公中])共")
_LONGEST = 40
"""No list of parts is longer."""

_CLASSES = ("类", "方面", "形态", "问题", "事项", "任务", "意见", "措施", "领域")


@dataclass(frozen=True, slots=True)
class Partition:
    """A whole and the parts listed for it.

    Attributes:
        complete: whether the text says or shows that the list is complete.
        exclusive: whether nothing can stand in two parts.
    """

    whole: Count
    parts: tuple[Count, ...]
    complete: bool
    exclusive: bool


def compare(counts: tuple[Count, ...]) -> Iterator[Comparison]:
    """Hold listed parts against their whole."""
    for sentence in by_sentence(counts).values():
        for partition in _partitions(sentence):
            yield from _judge(partition)


def _partitions(sentence: list[Count]) -> Iterator[Partition]:
    said = sentence[0].sentence
    if len(sentence) < 2:
        return
    if said.says(_AMONG):
        yield from _among(sentence)
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
    """共126条，其中班子问题30条、个人问题96条."""
    for index, first in enumerate(sentence[1:], 1):
        match = _AMONG.search(first.lead)
        if match is None or first.accounted or (index and sentence[index - 1].accounted):
            continue
        whole = sentence[index - 1]
        parts = _run(sentence[index : index + _LONGEST], whole)
        if not parts or any(part.accounted for part in parts) or _nested_again(parts):
            continue
        exclusive = _exclusive(parts) and not first.sentence.says(_OPEN)
        yield Partition(
            whole,
            tuple(parts),
            complete=exclusive and _complete(sentence[max(index - _LONGEST, 0) : index], parts),
            exclusive=exclusive,
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
    """巡视反馈问题…已完成26个，选人用人…已完成6个，两类问题合计完成32个."""
    parts = [
        count for count in before if count.status is whole.status and alike(count.quantity.unit, whole.quantity.unit)
    ]
    if len(parts) >= 2 and before[-1].quantity.unit in GROUP_UNITS and before[-1].value == len(parts):
        yield Partition(whole, tuple(parts), complete=True, exclusive=True)


def _run(counts: list[Count], whole: Count) -> list[Count]:
    """The counts that go on as parts of the whole: the same sort of measure word, nothing between them but their nouns."""
    parts: list[Count] = []
    for count in counts:
        if not _fits(count, whole) or (parts and not _listed(count)):
            break
        parts.append(count)
    return parts


def _added_up(before: list[Count], whole: Count) -> Iterator[Partition]:
    """巡视反馈的30个问题、专项检查反馈的6个问题，共36个问题.

    Where the list begins is not always plain. The shortest list that makes the sum is taken; else, only a list that nothing
    of the same kind stands before is held against the sum.
    """
    run: list[Count] = []
    if before[-1].quantity.unit in GROUP_UNITS:  # 两类问题共36个
        before = before[:-1]
    for count in reversed(before):
        if not _fits(count, whole) or count.accounted:
            break
        run.insert(0, count)
        if len(run) >= 2 and sum(part.value for part in run) == whole.value:
            yield Partition(whole, tuple(run), complete=True, exclusive=True)
            return
    begin = next((at for at in range(len(run) - 1, -1, -1) if not _listed(run[at])), 0)
    parts, before = run[begin:], run[:begin]
    same = all(loose(part.key) == loose(whole.key) for part in parts) or _exclusive(parts)
    if len(parts) >= 2 and same and not any(other.key == parts[0].key for other in before):
        yield Partition(whole, tuple(parts), complete=not whole.sentence.says(_OPEN), exclusive=True)


def _fits(count: Count, whole: Count) -> bool:
    return alike(count.quantity.unit, whole.quantity.unit) and count.quantity.chain is None and count is not whole


def _listed(count: Count) -> bool:
    """Whether a count goes on with a list: only its noun stands between it and the count before."""
    lead = count.lead.strip("、，,和及以 ")
    return (
        lead in ("", count.quantity.noun)
        or lead.endswith(("方面", "类"))
        or (count.joined and not _NEW_VERB.search(lead))
    )


def _nested_again(parts: list[Count]) -> bool:
    return any(_AMONG.search(part.lead) for part in parts[1:])


def _exclusive(parts: list[Count]) -> bool:
    """Whether the parts are classes of one kind: their nouns differ and share an ending that names classes."""
    nouns = [part.quantity.noun for part in parts]
    if len(parts) < 2 or len(set(nouns)) < len(nouns):
        return False
    shortest = min(len(noun) for noun in nouns)
    return any(all(noun.endswith(name) for noun in nouns) and len(name) < shortest for name in _CLASSES)


def _complete(before: list[Count], parts: list[Count]) -> bool:
    """Whether there are as many parts as the text counts groups (4个方面126条，其中… four parts)."""
    groups = [
        count.value for count in before if count.quantity.unit in GROUP_UNITS or count.quantity.noun in GROUP_NOUNS
    ]
    return groups[-1:] == [len(parts)] or all(part.quantity.noun.endswith("类") for part in parts)


def _judge(partition: Partition) -> Iterator[Comparison]:
    whole, parts = partition.whole, partition.parts
    if not whole.exact or not all(part.exact for part in parts):
        return
    total = sum(part.value for part in parts)
    gap = whole.value - total
    if any(part.value > whole.value for part in parts):
        if all(_same_sort(part, whole) for part in parts):
            yield _contradiction(partition, total, firm=True)
    elif len(parts) >= 2 and gap == 0:
        yield from _verified(whole, parts)
    elif len(parts) >= 2 and (partition.exclusive if gap < 0 else partition.complete):
        yield _contradiction(partition, total, firm=True)
    elif len(parts) >= 2 and partition.exclusive and _slight(gap, partition):
        yield _contradiction(partition, total, firm=False)


def _same_sort(part: Count, whole: Count) -> bool:
    """Whether a part can only be a part of the whole: 线索12条，其中涉及问题35个 counts two sorts of things."""
    if part.quantity.unit != whole.quantity.unit:
        return False
    return part.key[-2:] == whole.key[-2:] or not part.key.endswith(PROBLEM_NOUNS)


def _slight(gap: int, partition: Partition) -> bool:
    """Whether so little is missing that a slip is likelier than a part left unsaid."""
    return gap * 10 <= partition.whole.value and gap * 2 <= min(part.value for part in partition.parts)


def _verified(whole: Count, parts: tuple[Count, ...]) -> Iterator[Comparison]:
    sums = f"{joined(list(parts))}＝{whole.value}"
    for count in (whole, *parts):
        yield Comparison(
            kind="arithmetic",
            verdict=Verdict.VERIFIED,
            figure=count.span,
            operands=_operands([other for other in (whole, *parts) if other is not count], whole),
            stated=str(count.value),
            computed=str(count.value),
            zh=f"各项相加等于总数：{sums}。",
            en=f"The parts add up to the total: {sums}.",
        )


def _contradiction(partition: Partition, total: int, *, firm: bool) -> Comparison:
    whole, parts = partition.whole, list(partition.parts)
    same_noun = len({part.quantity.noun for part in parts}) == 1
    terms = "、".join(figure(part) if same_noun else named(part) for part in parts)
    sums = f"{joined(parts)}＝{total}" if len(parts) > 1 else str(total)
    return Comparison(
        kind="arithmetic",
        verdict=Verdict.CONTRADICTED if firm else Verdict.UNVERIFIABLE,
        figure=whole.span,
        operands=_operands(parts, whole),
        stated=str(whole.value),
        computed=str(total),
        zh=f"{terms}，{sums}，与总数{figure(whole)}不符。",
        en=f"The parts add up to {total} ({sums}), not to the total of {whole.value}.",
        firm=firm,
        data={
            "whole": figure(whole),
            "terms_zh": terms,
            "terms_en": ", ".join(str(part.value) for part in parts),
            "sums": sums,
        },
    )


def _operands(counts: list[Count], whole: Count) -> tuple[Operand, ...]:
    return tuple(
        Operand(
            count.span,
            f"{'总数' if count is whole else '分项'}：{figure(count)}",
            f"{'total' if count is whole else 'part'}: {count.value}",
        )
        for count in counts
    )
