"""Whether a draft says how many problems there are, and what came of them."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Document, Kind
from disclosure_lint.comparisons.counts import SENTENCES, Count, is_overview
from disclosure_lint.facts.figures.vocabulary import ITEM_UNITS
from disclosure_lint.facts.model import Percentage, Status

_ALL_DONE = Pattern(
    r"(?:全部|均|都|所有|逐[项一条]|全面|已经?|基本)[^，,。；;]{0,12}(?:整改|完成|落实|解决)(?:到位|完毕|完成|见底)|"
    r"(?:全部|均已?|都已?|全面|已经?|基本)(?:得到)?(?:完成(?!的)|销号|整改(?!的|不|未)|清零)|(?:完成率|整改率|办结率)"
)
_FEEDBACK = Pattern(
    r"(?:巡[视察]|审计|督[察查导]|检查|评估)[^。；;\n]{0,60}(?:反馈|指出|查出|移交|发现)|(?:反馈|指出|查出|发现)的?[^，,。；;\n]{0,12}问题[^。；;\n]{0,20}整改"
)
_ACCOUNT = Pattern(r"情况|进展|结果|成效|报告|通报|汇报|公[示告布开]|说明|总结")
_ANNOUNCED = Pattern(
    r"[现今]将[^。；;]{0,40}(?:报告|汇报|通报|公布|公示|公告|公开|说明)|(?:报告|汇报|通报|公布|公示|说明)如下|如下[：:。]"
)
"""How an account begins: 现将整改情况汇报如下."""
_MATTERS = Pattern(r"问题|事项|任务|意见|整改")
_CONDITIONAL = Pattern(r"对(?:于)?已|确保|力争|要求|推动|力求|直至|未|尚")
_TOLD = ("整改", "完成", "落实", "销号", "解决")
_NAMES = ("的", "问题", "任务", "措施", "事项")
"""What follows where no more is said than which things are meant: 抓好已完成任务的巩固."""

_LOOKS_BACK = Pattern(r"\s*(?:截[至止][^，,。；;]{2,16}[，,]|目前[，,]?)?(?:以上|上述)")
_ITEM_STATUS = Pattern(
    r"(?:整改|完成|落实)(?:状态|进度|进展|结果|成效|完成情况|时限)[:： ]*(?:已|基本|阶段|正在|长期|持续|完成|整改到位)|"
    r"[（(](?:已完成|已整改|整改到位|完成整改|整改完成|长期坚持|持续整改|持续推进|阶段性完成|基本完成)[^）)]{0,20}[）)]|整改情况[:： ]*已(?:完成|整改)"
)
_CELL = Pattern(r"^(?:已?完成|已整改|整改到位|已?办结|已?销号|阶段性完成|基本完成|正在(?:整改|推进)|持续推进|长期坚持)")


def about_feedback(document: Document) -> bool:
    """Whether the draft says, in its title or before the first heading, that it gives an account of what an inspection found.

    News of an inspection, and rules on rectification, speak of both and owe no figures.
    """
    for leaf in document.prose:
        if leaf.kind is Kind.HEADING:
            return False
        text = leaf.prose.text
        if leaf.kind is Kind.TITLE:
            if "整改" in text and _ACCOUNT.search(text):
                return True
        elif _FEEDBACK.search(text) and _ANNOUNCED.search(text):
            return True
    return False


def total_of(counts: tuple[Count, ...]) -> Count | None:
    """The figure that says how many problems there are, or None."""
    totals = [count for count in counts if count.problem and count.overview and count.status is Status.TOTAL]
    found = [count for count in totals if count.key.endswith("问题")] or [
        count for count in totals if count.key.endswith(("意见", "事项", "任务"))
    ]
    if not found:
        return None
    chain = found[0].quantity.chain
    return next((count for count in reversed(totals) if chain is not None and count.quantity.chain == chain), found[0])


def tells_outcome(document: Document, percentages: tuple[Percentage, ...], counts: tuple[Count, ...]) -> bool:
    """Whether the draft says anywhere, of the whole or item by item, what has been done."""
    if any(_tells(count) for count in counts):
        return True
    if any(_is_rate_of_all(document, percentage, counts) for percentage in percentages):
        return True
    return any(_says_all_done(words) for words in _overview_sentences(document)) or _item_by_item(document)


def _is_rate_of_all(document: Document, percentage: Percentage, counts: tuple[Count, ...]) -> bool:
    """Whether a rate is that of the rectification, not of what one problem led to: 发现隐患518处，整改率100%."""
    node = percentage.node
    if "整改" not in percentage.noun and "完成率" not in percentage.noun:
        return False
    return is_overview(document, node) or any(count.problem and count.quantity.node is node for count in counts)


def _tells(count: Count) -> bool:
    """Whether a count says of problems, for the whole draft, what came of some of them; those a meeting dealt with are none."""
    if "研究" in count.lead or not (count.accounted and count.overview and count.quantity.unit in ITEM_UNITS):
        return False
    return count.problem or "问题" in count.sentence.words or "整改" in count.lead


def _overview_sentences(document: Document) -> Iterator[str]:
    for leaf in document.prose:
        text = leaf.prose.text
        if any(word in text for word in _TOLD) and (is_overview(document, leaf) or _LOOKS_BACK.match(text)):
            yield from SENTENCES.findall(text)


def _says_all_done(sentence: str) -> bool:
    match = _ALL_DONE.search(sentence)
    if match is None or not _MATTERS.search(sentence) or sentence.startswith(_NAMES, match.end()):
        return False
    return not _CONDITIONAL.search(sentence, 0, match.end())


def _item_by_item(document: Document) -> bool:
    """Whether items carry their own status, in a table, in brackets or behind a label."""
    items = 0
    for leaf in document.prose:
        if leaf.kind is Kind.ROW:
            items += any(_CELL.match(cell.text) for cell in leaf.cells)
        else:
            items += bool(_ITEM_STATUS.search(leaf.prose.text))
        if items > 1:
            return True
    return False
