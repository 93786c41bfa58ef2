"""What is left when the done is taken from the total, and whether the text says what became of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Document, Kind
from disclosure_lint.comparisons.accounts import Account
from disclosure_lint.comparisons.arithmetic import contradicted
from disclosure_lint.comparisons.counts import SENTENCES, Count, alike, loose
from disclosure_lint.comparisons.echoes import LEAST, MOST
from disclosure_lint.comparisons.model import Comparison, Operand, Verdict
from disclosure_lint.comparisons.wording import accounted_en, accounted_zh, figure
from disclosure_lint.facts.figures.statuses import remains
from disclosure_lint.facts.model import Status

_MOST_TOLD = 20
"""A draft with more open accounts than this has another fault than an account left open."""

_NAMES = frozenset({Kind.TITLE, Kind.HEADING, Kind.CAPTION, Kind.LABEL, Kind.OPENING})
"""Leaves that name problems; what they say is not done was so at the inspection."""

_BODY = Pattern(r"^[，,、；;]?[^\W\d]{1,8}[省市县区旗镇乡村局院部处科所站校司]$|支部$")
_MATTER = Pattern(r"问题|事项|任务|整改|意见")
_REST = Pattern(
    r"剩余|其余|余下|尚未|未(?:能)?(?:完成|整改|销号|办结|落实)|(?<!纠)正在(?:整改|推进|办理|落实)|仍在|阶段性(?:完成|整改|目标|成效)|基本完成|"
    r"(?:需要?|须)(?:长期|持续|继续|一段时间)|没有完成|暂未|因.{2,20}(?:未能|无法)"
)


def compare(document: Document, counts: tuple[Count, ...], accounts: tuple[Account, ...]) -> Iterator[Comparison]:
    """The totals of which part is done and the rest is not spoken of."""
    open_accounts = [(account, left) for account in accounts if (left := _left(account)) is not None]
    if not open_accounts or speaks_of_rest(document, counts):
        return
    for account, left in open_accounts[:_MOST_TOLD]:
        if not _counted(left, counts, account) and not _told_body_by_body(counts, account):
            yield _unexplained(account, left)


def is_of_all(whole: Count) -> bool:
    """Whether a total is one of the whole draft, what is left of which may be told of anywhere."""
    return whole.overview and whole.key.endswith(("问题", "意见", "事项", "任务"))


def _left(account: Account) -> int | None:
    """How many the parts leave over, where that can be told."""
    whole, done = account.whole, account.done
    if done is None or not account.exact or not account.exclusive or not (is_of_all(whole) and done.overview):
        return None
    if account.sum >= whole.value:
        return None
    if (whole.status is not Status.TOTAL and whole.lead.strip()) or contradicted(account):
        return None
    return whole.value - account.sum


def _counted(left: int, counts: tuple[Count, ...], account: Account) -> bool:
    """Whether some figure of the draft counts just what is left, or says of things like these that they are not done."""
    others = [count for count in counts if not any(_is_part(count, part) for part in account.parts)]
    return _told_behind(left, others, account) or any(_is_rest(count, left, account.whole) for count in others)


def _is_part(count: Count, part: Count) -> bool:
    """Whether a figure is a part that was told of, or points back at it: 长期坚持1个……对长期坚持的1个问题."""
    return count is part or (count.referring and count.status is part.status and count.value == part.value)


def _is_rest(count: Count, left: int, whole: Count) -> bool:
    if not (count.overview or count.quantity.unit == whole.quantity.unit):
        return False  # 剩余2起 of one problem are not the 2个 that are left of all
    if count.status in (Status.LEFT, Status.STAGED, Status.ONGOING) and (
        count.value == left or (count.overview and loose(count.key) == loose(whole.key))
    ):
        return True
    return count.value == left and remains(count.sentence.words)


def _told_behind(left: int, others: list[Count], account: Account) -> bool:
    """Whether the figures behind the last part make up what is left, whatever they say of it: 另有7项；2个移交, 1个进入司法程序."""
    last = account.parts[-1]
    behind = [
        count.value
        for count in others
        if count.span > last.span
        and count.sentence.number - last.sentence.number <= 1
        and count.quantity.node is last.quantity.node
        and alike(count.quantity.unit, last.quantity.unit)
    ][:_MOST_TOLD]
    return left in behind or left in accumulate(behind)


def _told_body_by_body(counts: tuple[Count, ...], account: Account) -> bool:
    """Whether the figures go on from body to body, each done though only the first says so: 东城镇完成2个，西河镇1个，南山乡1个."""
    last = account.parts[-1]
    following = next((count for count in counts if count.span > last.span), None)
    return (
        following is not None
        and following.sentence is last.sentence
        and not following.accounted
        and alike(following.quantity.unit, last.quantity.unit)
        and _BODY.search(following.lead) is not None
    )


def speaks_of_rest(document: Document, counts: tuple[Count, ...]) -> bool:
    """Whether any clause speaks of problems or matters that are not done, or not wholly, without counting others."""
    counted = [count.quantity.clause for count in counts if count.accounted]
    starts = [clause.start for clause in counted]
    for leaf in document.prose:
        if leaf.kind in _NAMES or not _REST.search(leaf.prose.text):
            continue
        for sentence in SENTENCES.finditer(leaf.prose.text):
            if not _MATTER.search(sentence[0]):
                continue
            for match in _REST.finditer(leaf.prose.text, *sentence.span()):
                place = leaf.prose.span(*match.span())
                at = bisect_right(starts, place.start) - 1
                if at < 0 or not counted[at].contains(place):
                    return True
    return False


def _unexplained(account: Account, left: int) -> Comparison:
    whole = account.whole
    operands = [Operand(whole.span, f"总数：{figure(whole)}", f"total: {whole.value}")]
    operands += [
        Operand(part.span, f"已说明：{figure(part)}", f"accounted for: {part.value}")
        for part in account.parts
        if part is not account.done
    ]
    done = account.done or whole
    return Comparison(
        kind="remainder",
        verdict=Verdict.UNVERIFIABLE,
        figure=done.span,
        operands=tuple(operands),
        stated=str(account.sum),
        computed=str(whole.value),
        zh=f"共{figure(whole)}，{accounted_zh(account.parts)}，其余{left}{whole.quantity.unit}没有说明。",
        en=f"Of {whole.value}, {accounted_en(account.parts)}; nothing is said of the other {left}.",
        data={
            "whole": figure(whole),
            "terms_zh": accounted_zh(account.parts),
            "terms_en": accounted_en(account.parts),
            "left_zh": f"{left}{whole.quantity.unit}",
            "left_en": str(left),
            LEAST: str(account.sum),
            MOST: str(account.sum),
        },
    )
