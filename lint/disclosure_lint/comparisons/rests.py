"""What is left held against the total and what was dealt with: 清理案款419笔，已发放402笔，剩余17笔."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.pattern import Pattern
from disclosure_lint.comparisons.counts import Count, by_sentence
from disclosure_lint.comparisons.model import Comparison, Operand, Verdict
from disclosure_lint.comparisons.wording import amount, figure, joined, sum_in_english
from disclosure_lint.facts.figures.vocabulary import EVENT_UNITS

_REST = Pattern(r"(?:^|[，,（( ]|[对将])(?:剩余|其余|余下)的?$")
_ALREADY = Pattern(r"^[，,（( ]*(?:目前|现|现在|截至目前)?已(?:经|全部)?[^，,未不]{2,6}$")
_MORE = Pattern(r"其中|另|新增|以及|分别|含")


def compare(counts: tuple[Count, ...]) -> Iterator[Comparison]:
    """Hold a total, what was dealt with and the rest against each other, where just these three are counted in a sentence."""
    for sentence, near in by_sentence(counts).items():
        rest = next((count for count in near if _REST.search(count.lead)), None)
        if rest is None or rest.quantity.unit in EVENT_UNITS or sentence.says(_MORE):
            continue
        alike = [count for count in near if count.quantity.unit == rest.quantity.unit]
        if len(alike) == 3 and alike[2] is rest and all(count.exact for count in alike):
            yield from _judge(alike[0], alike[1], rest)


def _judge(whole: Count, dealt: Count, rest: Count) -> Iterator[Comparison]:
    if whole.accounted or dealt.accounted or not _ALREADY.search(dealt.lead):
        return  # what has a status is an account
    if not (_same(dealt, whole) or dealt.lead.endswith(dealt.quantity.noun)) or not _same(rest, whole):
        return
    total = dealt.value + rest.value
    sums = f"{joined([dealt, rest])}＝{amount(total, whole)}"
    if total == whole.value:
        yield from _verified(whole, dealt, rest, sums)
    elif dealt.value <= whole.value:
        yield _contradiction(whole, dealt, rest, sums)


def _same(part: Count, whole: Count) -> bool:
    """Whether a part counts the same things by its own words, or has no word of its own for them."""
    return not part.explicit or part.key == whole.key


def _verified(whole: Count, dealt: Count, rest: Count, sums: str) -> Iterator[Comparison]:
    """One verified comparison for each of the three figures."""
    zh, en = f"各项相加等于总数：{sums}。", f"The parts add up to the total: {sums}."
    operands = (Operand(whole.span, f"总数：{figure(whole)}", f"total: {whole.value}"), *_operands(dealt, rest))
    for count in (whole, dealt, rest):
        others = tuple(operand for operand in operands if operand.span != count.span)
        stated = amount(count.value, count)
        yield Comparison("arithmetic", Verdict.VERIFIED, count.span, others, stated, stated, zh, en)


def _contradiction(whole: Count, dealt: Count, rest: Count, sums: str) -> Comparison:
    total = amount(dealt.value + rest.value, whole)
    terms = f"已处理{figure(dealt)}、剩余{figure(rest)}"
    return Comparison(
        kind="arithmetic",
        verdict=Verdict.CONTRADICTED,
        figure=whole.span,
        operands=_operands(dealt, rest),
        stated=amount(whole.value, whole),
        computed=total,
        zh=f"{terms}，{sums}，与总数{figure(whole)}不符。",
        en=f"{dealt.value} dealt with and {rest.value} left make {total}, not {amount(whole.value, whole)}.",
        data={
            "whole": figure(whole),
            "terms_zh": terms,
            "terms_en": f"{dealt.value} dealt with, {rest.value} left",
            "sums_zh": sums,
            "sums_en": sum_in_english(sums),
        },
    )


def _operands(dealt: Count, rest: Count) -> tuple[Operand, Operand]:
    return (
        Operand(dealt.span, f"已处理：{figure(dealt)}", f"dealt with: {dealt.value}"),
        Operand(rest.span, f"剩余：{figure(rest)}", f"left: {rest.value}"),
    )
