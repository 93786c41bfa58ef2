"""What is left held against the total and what was dealt with: 清理案款419笔，已发放402笔，剩余17笔."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.comparisons.accounts import Account
from disclosure_lint.comparisons.counts import Count
from disclosure_lint.comparisons.dealings import dealings
from disclosure_lint.comparisons.echoes import LEAST
from disclosure_lint.comparisons.model import Comparison, Operand, Verdict
from disclosure_lint.comparisons.wording import amount, figure, joined, sum_in_english


def compare(counts: tuple[Count, ...], accounts: tuple[Account, ...]) -> Iterator[Comparison]:
    """Hold a total, what was dealt with and the rest against each other, where an account does not do so already."""
    booked = {part.span: account.whole.span for account in accounts for part in account.parts}
    for dealing in dealings(counts):
        whole, dealt, rest, sure = dealing
        in_account = booked.get(dealt.span)
        if dealt.value > whole.value and sure:
            if in_account is None:
                yield _exceeds(whole, dealt)
        elif rest is not None and (in_account is None or booked.get(rest.span) != in_account):
            yield from _judge(whole, dealt, rest)


def _judge(whole: Count, dealt: Count, rest: Count) -> Iterator[Comparison]:
    total = dealt.value + rest.value
    sums = f"{joined([dealt, rest])}＝{amount(total, whole)}"
    if total == whole.value:
        yield from _verified(whole, dealt, rest, sums)
    else:
        yield _contradiction(whole, dealt, rest, sums)


def _exceeds(whole: Count, dealt: Count) -> Comparison:
    """More was dealt with than there was."""
    return Comparison(
        kind="exceeds",
        verdict=Verdict.CONTRADICTED,
        figure=dealt.span,
        operands=(Operand(whole.span, f"总数：{figure(whole)}", f"total: {whole.value}"),),
        stated=str(dealt.value),
        computed=str(whole.value),
        zh=f"已处理{figure(dealt)}，多于总数{figure(whole)}。",
        en=f"{dealt.value} dealt with, more than the total of {whole.value}.",
        data={
            "part_zh": f"已处理{figure(dealt)}",
            "part_en": f"{dealt.value} dealt with",
            "whole": figure(whole),
            LEAST: str(dealt.value),
        },
    )


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
