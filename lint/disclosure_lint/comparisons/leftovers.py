"""Things found one by one of which most were dealt with and nothing is said of the others: 清理案款419笔，已发放402笔."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.comparisons.accounts import Account
from disclosure_lint.comparisons.counts import Count
from disclosure_lint.comparisons.dealings import Dealing, dealings
from disclosure_lint.comparisons.echoes import LEAST, MOST
from disclosure_lint.comparisons.model import Comparison, Operand, Verdict
from disclosure_lint.comparisons.remainder import is_of_all, speaks_of_rest
from disclosure_lint.comparisons.wording import figure
from disclosure_lint.facts.figures.vocabulary import ITEM_UNITS
from disclosure_lint.facts.model import Status

_UNITS = ITEM_UNITS | set("笔户家名人份套卷辆栋幢间座台批例案")
"""Measure words of things that are told one by one; of money and land a part is often told without the rest."""

_MOST_HELD = 20
"""A draft that leaves more open than this is no disclosure."""

_LEAVES = (Kind.PARAGRAPH, Kind.POINT, Kind.DASH, Kind.LABELLED, Kind.OPENING)
_ALREADY = Pattern(r"已")
_SENT_OUT = Pattern(
    r"发出|发放|发送|寄[发送]|下发|印发|提出|推送|报送|申报|申请|移送|检查|巡查|走访|谈话|制定|出台|[共现]有$"
)
"""What others are to answer is not theirs who sent it; not all that is visited, issued or owned calls for a deed."""

_REST = Pattern(r"剩|其余|余下|其[他它]|另|尚|仍|暂|未(?!来)|没有|正在|待|除")
_LATER = Pattern(r"继续|预计|计划|拟|将|力争|确保|陆续|逐步|分批|因(?!地|此|素)|下一?步")
_OPEN = frozenset({Status.LEFT, Status.STAGED, Status.ONGOING})
_STOP = Pattern(r"[。！？!?\n]")


def compare(document: Document, counts: tuple[Count, ...], accounts: tuple[Account, ...]) -> Iterator[Comparison]:
    """The totals told in passing of which a part was dealt with and the rest is not spoken of."""
    booked = {part.span for account in accounts if is_of_all(account.whole) for part in account.parts}
    found = [dealing for dealing in dealings(counts) if _leaves_some(dealing) and dealing.dealt.span not in booked]
    if not found:
        return
    if any(_is_of_all(dealing.whole) for dealing in found) and speaks_of_rest(document, counts):
        found = [dealing for dealing in found if not _is_of_all(dealing.whole)]
    after = dict(zip(document.flow, document.flow[1:], strict=False))
    for dealing in found[:_MOST_HELD]:
        whole, dealt = dealing.whole, dealing.dealt
        node = dealt.quantity.node
        sentences = node.kind in _LEAVES or node.text.rstrip().endswith("。")
        if sentences and not _told(node, after.get(node), dealing, counts):
            yield _unexplained(whole, dealt)


def _is_of_all(whole: Count) -> bool:
    """Whether a total is that of the measures of the whole draft."""
    return whole.overview and whole.problem


def _leaves_some(dealing: Dealing) -> bool:
    whole, dealt = dealing.whole, dealing.dealt
    return (
        dealing.rest is None
        and dealt.value < whole.value <= 2 * dealt.value
        and whole.quantity.unit in _UNITS
        and _ALREADY.search(dealt.lead) is not None
        and not _SENT_OUT.search(whole.lead)
    )


def _told(node: Node, after: Node | None, dealing: Dealing, counts: tuple[Count, ...]) -> bool:
    """Whether the paragraph or the one behind it may speak of the rest, by words or by a figure."""
    text, at = node.text, node.prose.index(dealing.dealt.span.end - 1)
    stop = _STOP.search(text, at)
    if _REST.search(text, at) or _LATER.search(text, at, stop.start() if stop else len(text)):
        return True
    if after is not None and _REST.search(after.text):
        return True
    near = [count for count in counts if count.quantity.node is node or count.quantity.node is after]
    if _is_of_all(dealing.whole) and any(count.status in _OPEN for count in near):
        return True  # the measures that are left are those for the problems that are
    left = dealing.whole.value - dealing.dealt.value
    return any(count.span > dealing.dealt.span and count.value == left for count in near)


def _unexplained(whole: Count, dealt: Count) -> Comparison:
    left = whole.value - dealt.value
    return Comparison(
        kind="remainder",
        verdict=Verdict.UNVERIFIABLE,
        figure=dealt.span,
        operands=(Operand(whole.span, f"总数：{figure(whole)}", f"total: {whole.value}"),),
        stated=str(dealt.value),
        computed=str(whole.value),
        zh=f"共{figure(whole)}，已处理{figure(dealt)}，其余{left}{whole.quantity.unit}没有说明。",
        en=f"Of {whole.value}, {dealt.value} dealt with; nothing is said of the other {left}.",
        data={
            "whole": figure(whole),
            "terms_zh": f"已处理{figure(dealt)}",
            "terms_en": f"{dealt.value} dealt with",
            "left_zh": f"{left}{whole.quantity.unit}",
            "left_en": str(left),
            LEAST: str(dealt.value),
            MOST: str(dealt.value),
        },
    )
