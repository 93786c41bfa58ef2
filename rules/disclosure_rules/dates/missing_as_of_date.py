"""DAT004: progress figures of which the text does not say as of when they were counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_grammar.pattern import Pattern
from disclosure_lint.rule import (
    PRACTICE,
    PROGRESS_AND_REPORT,
    Bad,
    Draft,
    Finding,
    Good,
    Related,
    Rule,
    Severity,
    Text,
)

if TYPE_CHECKING:
    from disclosure_lint.comparisons.counts import Count
    from disclosure_lint.facts.by_leaf import ByLeaf
    from disclosure_lint.facts.model import When

_AHEAD = Pattern(r"(?:[、和及][^，,。；;、]{1,12}){0,3}?(?:底|之|以)?前(?!已|均|全部)|起|以来")
_AIM = Pattern(r"(?:将|拟|计划|预计|力争|争取|确保|定)[于在]?$")
_NOW = Pattern("目前|至今|迄今|现已")
_STAGE = Pattern(r"整改(?:期|阶段)(?:结束|届?满)|集中整改期(?:内|间)")
_FIGURE = Text("另一处进展数字", "another figure of progress")
_SHOWN = 4
_STOPS, _SIGHT = "。！？", 150


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag the first figure of what is done so far, in a draft without any as-of date; once all is done, none is needed."""
    if draft.facts.milestones.as_of:
        return
    if draft.genre == "report":
        from disclosure_lint.comparisons.outcome import about_feedback

        if not about_feedback(draft.document):
            return
    figures = [count for count in draft.comparisons.counts if _is_progress(count)]
    if not figures or not _is_unfinished(draft, figures) or _is_dated(draft, figures):
        return
    from disclosure_lint.comparisons.chronology import contradictions

    if contradictions(draft.facts.events):
        return  # a date of the draft is wrong, and may be the one we miss
    figure = next((count for count in figures if count.status == "done"), figures[0])
    related = tuple(Related(count.span, _FIGURE) for count in figures if count is not figure)[:_SHOWN]
    if _NOW.search(figure.sentence.words) is None:
        yield Finding(figure.span, {"figure": figure.span}, related=related)
        return
    signed = draft.facts.milestones.signing is not None  # “so far” is then read as of that day, if with less trust
    yield Finding(figure.span, {"figure": figure.span}, "now", "thin" if signed else "firm", related)


def _is_progress(count: Count) -> bool:
    return count.accounted and count.overview and count.problem


def _is_unfinished(draft: Draft, figures: list[Count]) -> bool:
    """Whether something is left, so that the figures will change; once all is done they stay as they are."""
    if any(count.status != "done" for count in figures):
        return True
    return any(
        account.whole.problem and account.done in figures and account.done.value < account.whole.value
        for account in draft.comparisons.accounts
        if account.done is not None
    )


def _is_dated(draft: Draft, figures: list[Count]) -> bool:
    """Whether the sentence of a figure names a day or a stage by which it was counted."""
    figures = [count for count in figures if count.status == "done"] or figures
    if any(count.sentence.says(_STAGE) for count in figures):
        return True
    from disclosure_lint.facts.by_leaf import ByLeaf

    places = ByLeaf(draft.facts.dates)
    return any(_tells_when(draft, when) for count in figures for when in _beside(places, count))


def _beside(places: ByLeaf[When], count: Count) -> Iterator[When]:
    """The dates in the sentence of a figure."""
    node = count.quantity.node
    text, at = node.text, node.prose.index(count.span.start)
    start = max(text.rfind(mark, max(at - _SIGHT, 0), at) for mark in _STOPS) + 1 or max(at - _SIGHT, 0)
    ends = [found for mark in _STOPS if (found := text.find(mark, at, at + _SIGHT)) >= 0]
    yield from places.between(node, start, min(ends, default=at + _SIGHT))


def _tells_when(draft: Draft, when: When) -> bool:
    """Whether a date may be that of a figure: no deadline, no day of the inspection or its feedback."""
    stones = draft.facts.milestones
    framing = (stones.feedback, stones.plan, stones.inspection and stones.inspection.end)
    if when in framing or when.precision == "year":
        return False
    if stones.signing is not None and stones.signing.last is not None and when.last is not None:
        return when.last <= stones.signing.last
    prose = when.node.prose
    start, end = prose.index(when.span.start), prose.index(when.span.end - 1) + 1
    return not (_AHEAD.match(prose.text, end) or _AIM.search(prose.text, max(start - 4, 0), start))


RULE = Rule(
    code="DAT004",
    name="missing-as-of-date",
    genres=PROGRESS_AND_REPORT,
    severity=Severity.WARNING,
    grades={"thin": Severity.INFO},
    summary=Text(
        "写了整改完成的数量，却没有写明截至哪一天。",
        "Figures of what is done so far, but not as of which day.",
    ),
    messages={
        "main": Text(
            "“{figure}”等进展数字没有写明截至哪一天，全文也没有“截至……”的日期。",
            "The text does not say as of which day figures such as “{figure}” were counted; there is no 截至 anywhere.",
        ),
        "now": Text(
            "“{figure}”等进展数字只写了“目前”之类的字样，没有写明截至哪一天。",
            "Figures such as “{figure}” are given “so far”, but the text does not say as of which day.",
        ),
    },
    help=Text(
        "在数字前面写明日期，例如“截至2024年8月20日，……”。",
        "Put the day in front of the figures: 截至2024年8月20日，….",
    ),
    why=Text(
        "没有截止日期，读者不知道数字是什么时候的，以后也无法核对。",
        "Without a date nobody knows how old the figures are, nor can they be checked later.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("一、总体情况\n巡察反馈的16个问题，已完成整改⟦14个⟧，正在推进2个。\n中共青岚县水利局党组\n2024年8月23日\n"),
        Bad(
            "一、总体情况\n截至目前，巡察反馈的16个问题，已完成整改⟦14个⟧，其余2个将于2024年12月底前完成。\n中共青岚县水利局党组\n2024年8月23日\n",
            severity=Severity.INFO,
        ),
        Good(
            "一、总体情况\n截至8月20日，巡察反馈的16个问题，已完成整改14个，正在推进2个。\n中共青岚县水利局党组\n2024年8月23日\n"
        ),
        Good(
            "一、总体情况\n巡察反馈的16个问题，2024年6月底前已完成整改14个，正在推进2个。\n中共青岚县水利局党组\n2024年8月23日\n"
        ),
        Good("一、主要工作\n排查安全隐患问题86个，已完成整改84个，其余2个正在整改。\n", "report"),
        Good("一、总体情况\n巡察反馈的16个问题已全部完成整改。\n中共青岚县水利局党组\n2024年8月23日\n"),
        Good(
            "一、总体情况\n集中整改期结束时，巡察反馈的16个问题，已完成整改14个，正在推进2个。\n中共青岚县水利局党组\n2024年8月23日\n"
        ),
    ),
)
