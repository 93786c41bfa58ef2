"""Listed parts held against their whole."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.pattern import Pattern
from disclosure_lint.comparisons.counts import Count
from disclosure_lint.comparisons.kinds import label
from disclosure_lint.comparisons.model import Comparison, Operand, Verdict
from disclosure_lint.comparisons.partitions import Partition, partitions
from disclosure_lint.comparisons.wording import amount, figure, joined, sum_in_english, with_name
from disclosure_lint.facts.figures.vocabulary import PROBLEM_NOUNS

_LEAST = 20
"""Where the whole is smaller, a list that nearly makes it does so by chance."""

_EACH = Pattern(r"[各每](?![级类种项界])")
_RESPECTIVELY = Pattern(r"分别")

_LONG = 1000
"""From this many on a number has digits enough to tell a slip."""


def compare(counts: tuple[Count, ...]) -> Iterator[Comparison]:
    """Hold listed parts against their whole."""
    for partition in partitions(counts):
        yield from _judge(partition)


def _judge(partition: Partition) -> Iterator[Comparison]:
    whole, parts = partition.whole, partition.parts
    if not whole.exact or not all(part.exact for part in parts):
        return
    if any(part.value > whole.value for part in parts):
        if all(_same_sort(part, whole) for part in parts):
            yield _contradiction(partition, firm=True)
        return
    if len(parts) < 2:
        return
    gap = whole.value - sum(part.value for part in parts)
    if abs(gap) <= sum((count.slack for count in (whole, *parts)), start=0):
        yield from _verified(whole, parts)
    elif _multiplied(parts):
        return
    elif partition.exclusive if gap < 0 else partition.complete:
        yield _contradiction(partition, firm=True)
    elif _slight(gap, partition):
        yield _contradiction(partition, firm=False)


def _multiplied(parts: tuple[Count, ...]) -> bool:
    """Whether the figures are to be multiplied, not added: 6个支部各查摆问题3个，共18个."""
    each = any(_EACH.search(part.lead + part.quantity.noun) for part in parts)
    return each and not parts[0].sentence.says(_RESPECTIVELY)


def _same_sort(part: Count, whole: Count) -> bool:
    """Whether a part can only be a part of the whole: 线索12条，其中涉及问题35个 counts two sorts of things."""
    if part.quantity.unit != whole.quantity.unit:
        return False
    return part.key[-2:] == whole.key[-2:] or not part.key.endswith(PROBLEM_NOUNS)


def _slight(gap: int, partition: Partition) -> bool:
    """Whether the parts come so near to the whole that a slip is likelier than an overlap or a part left unsaid."""
    whole, least = partition.whole.value, min(part.value for part in partition.parts)
    if partition.opposite and gap > 0:
        return True
    if gap * 2 > least:
        return False
    if partition.exclusive and gap > 0:
        return gap * 10 <= whole
    if not partition.apart or whole < _LEAST:
        return False
    return abs(gap) <= max(1, whole // 50) or (gap < 0 and _is_slip(-gap, partition.whole))


def _is_slip(gap: int, whole: Count) -> bool:
    """Whether one wrong digit, or two that changed places, make the difference; in short numbers anything would look so."""
    grain = max(int(2 * whole.slack), 1)
    digits = gap // grain
    while digits and digits % 10 == 0:
        digits //= 10
    return whole.value // grain >= _LONG and (digits <= 9 or (digits % 9 == 0 and digits <= 81))


def _verified(whole: Count, parts: tuple[Count, ...]) -> Iterator[Comparison]:
    sums = f"{joined(list(parts))}＝{amount(whole.value, whole)}"
    for count in (whole, *parts):
        yield Comparison(
            kind="arithmetic",
            verdict=Verdict.VERIFIED,
            figure=count.span,
            operands=_operands([other for other in (whole, *parts) if other is not count], whole),
            stated=amount(count.value, count),
            computed=amount(count.value, count),
            zh=f"各项相加等于总数：{sums}。",
            en=f"The parts add up to the total: {sum_in_english(sums)}.",
        )


def _contradiction(partition: Partition, *, firm: bool) -> Comparison:
    whole, parts = partition.whole, list(partition.parts)
    total = amount(sum(part.value for part in parts), whole)
    names = {label(part) for part in parts}
    terms = "、".join(figure(part) if len(names) == 1 else with_name(part, label(part)) for part in parts)
    single = len(parts) == 1 and parts[0].value > whole.value
    sums = total if len(parts) == 1 else f"{joined(parts)}＝{total}"
    return Comparison(
        kind="arithmetic",
        verdict=Verdict.CONTRADICTED if firm else Verdict.UNVERIFIABLE,
        figure=whole.span,
        operands=_operands(parts, whole),
        stated=amount(whole.value, whole),
        computed=total,
        zh=f"其中的{terms}比总数{figure(whole)}还多。" if single else f"{terms}，{sums}，与总数{figure(whole)}不符。",
        en=f"A part of {total} is more than the total of {amount(whole.value, whole)}."
        if single
        else f"The parts add up to {total} ({sum_in_english(sums)}), not to the total of {amount(whole.value, whole)}.",
        firm=firm,
        data={
            "whole": figure(whole),
            "terms_zh": terms,
            "terms_en": ", ".join(amount(part.value, part) for part in parts),
            "sums_zh": sums,
            "sums_en": sum_in_english(sums),
        }
        | ({"single": "yes"} if single else {}),
    )


def _operands(counts: list[Count], whole: Count) -> tuple[Operand, ...]:
    return tuple(
        Operand(
            count.span,
            f"{'总数' if count is whole else '分项'}：{figure(count)}",
            f"{'total' if count is whole else 'part'}: {amount(count.value, count)}",
        )
        for count in counts
    )
