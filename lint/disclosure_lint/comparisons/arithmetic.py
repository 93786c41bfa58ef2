"""Parts and wholes: what is done against the total, the parts of a total against their sum."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.tree import Document, Kind
from disclosure_lint.comparisons import rests, sums
from disclosure_lint.comparisons.accounts import Account
from disclosure_lint.comparisons.counts import Count
from disclosure_lint.comparisons.echoes import LEAST, MOST
from disclosure_lint.comparisons.model import Comparison, Operand, Verdict
from disclosure_lint.comparisons.wording import (
    accounted_en,
    accounted_zh,
    amount,
    figure,
    joined,
    named,
    status_en,
    status_zh,
    sum_in_english,
)
from disclosure_lint.facts.model import Status


def compare(document: Document, counts: tuple[Count, ...], accounts: tuple[Account, ...]) -> Iterator[Comparison]:
    """Hold parts against their wholes."""
    for account in accounts:
        yield from _exceeding(account)
        yield from _summed(account)
    yield from sums.compare(counts)
    yield from rests.compare(counts, accounts)
    if next(document.of(Kind.TABLE), None) is not None:
        from disclosure_lint.comparisons import table_sums  # few drafts have tables

        yield from table_sums.compare(document)


def _exceeding(account: Account) -> Iterator[Comparison]:
    """A part that is more than the whole; and a part that is the whole."""
    whole = account.whole
    pairs = [(whole, part) for part in account.parts] + account.nested
    for outer, part in pairs:
        if not (outer.exact and part.exact):
            continue
        if part.value > outer.value:
            yield _exceeds(outer, part, firm=not _doubtful(account, part))
        elif part.value == outer.value and part.status is Status.DONE:
            zh = f"{named(outer)}，{status_zh(part)}{figure(part)}，两数一致。"
            en = f"{outer.value} counted, {part.value} {status_en(part)}: the two agree."
            yield from _verified([outer, part], zh, en, "arithmetic")


def _doubtful(account: Account, part: Count) -> bool:
    """Whether the part may belong to another total: told far from it, or beside other rounds and bodies."""
    whole = account.whole
    if part.sentence is whole.sentence:
        return False
    told, total = part.sentence, whole.sentence
    return told.scope != total.scope or not (told.years <= total.years or not total.years)


def _exceeds(whole: Count, part: Count, *, firm: bool) -> Comparison:
    return Comparison(
        kind="exceeds",
        verdict=Verdict.CONTRADICTED if firm else Verdict.UNVERIFIABLE,
        figure=part.span,
        operands=(_operand(whole),),
        stated=str(part.value),
        computed=str(whole.value),
        zh=f"{status_zh(part)}{figure(part)}，多于总数{figure(whole)}。",
        en=f"{part.value} {status_en(part)}, more than the total of {whole.value}.",
        firm=firm,
        data={
            "part_zh": f"{status_zh(part)}{figure(part)}",
            "part_en": f"{part.value} {status_en(part)}",
            "whole": figure(whole),
            LEAST: str(part.value),
        },
    )


def _summed(account: Account) -> Iterator[Comparison]:
    """Parts whose statuses exclude each other, against the whole."""
    parts, whole = account.parts, account.whole
    if not _adds_up(account):
        return
    terms = accounted_zh(parts)
    equation = f"{joined(parts)}＝{amount(account.sum, whole)}"
    if account.sum == whole.value:
        yield from _verified([whole, *parts], f"{terms}，{equation}，与总数{figure(whole)}一致。",
                             f"The parts add up to the total: {sum_in_english(equation)}.", "arithmetic")  # fmt: skip
    elif contradicted(account):
        yield Comparison(
            kind="arithmetic",
            verdict=Verdict.CONTRADICTED,
            figure=whole.span,
            operands=tuple(_operand(part) for part in parts),
            stated=str(whole.value),
            computed=str(account.sum),
            zh=f"{terms}，{equation}，与总数{figure(whole)}不符。",
            en=f"The parts add up to {amount(account.sum, whole)} ({sum_in_english(equation)}), not to the total of {whole.value}.",
            data={
                "whole": figure(whole),
                "terms_zh": terms,
                "terms_en": accounted_en(parts),
                "sums_zh": equation,
                "sums_en": sum_in_english(equation),
            }
            | _only(account.sum),
        )


def _adds_up(account: Account) -> bool:
    """Whether the parts are such as can be added and held against the whole."""
    if len(account.parts) < 2 or not account.exact or not account.exclusive:
        return False
    return all(part.value <= account.whole.value for part in account.parts)


def told_wrong(account: Account) -> bool:
    """Whether the reader is told that an account cannot be right: a part exceeds the whole, or the parts do not make it."""
    if any(part.value > account.whole.value for part in account.parts):
        return True
    return _adds_up(account) and contradicted(account)


def _only(total: int) -> dict[str, str]:
    return {LEAST: str(total), MOST: str(total)}


def contradicted(account: Account) -> bool:
    """Whether parts that do not add up must be wrong.

    Too much cannot be right unless something is counted twice (all done, and some of it to be kept up for long). Too little
    cannot be right where a status accounts for the rest; what is merely left unsaid is the remainder's matter.
    """
    if len(account.parts) < 2 or account.open or account.nested or account.far or account.told_in_part:
        return False
    if account.sum == account.whole.value:
        return False
    whole, left = account.whole.value, [part for part in account.parts if part.status is Status.LEFT]
    if any(part.value == whole for part in account.parts) and not left:
        return False
    return not account.overlapping or (bool(left) and account.sum < whole)


def _verified(counts: list[Count], zh: str, en: str, kind: str) -> Iterator[Comparison]:
    """One verified comparison for each figure that took part."""
    for count in counts:
        yield Comparison(
            kind=kind,
            verdict=Verdict.VERIFIED,
            figure=count.span,
            operands=tuple(_operand(other) for other in counts if other is not count),
            stated=str(count.value),
            computed=str(count.value),
            zh=zh,
            en=en,
        )


def _operand(count: Count) -> Operand:
    zh = status_zh(count) or "这里"
    return Operand(count.span, f"{zh}：{figure(count)}", f"{status_en(count)}: {count.value}")
