"""The days that frame a disclosure: inspection, feedback, plan, the day the figures were counted, the signing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple, TypeVar

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Document, Kind
from disclosure_lint.facts.model import Period, Precision, When

_AS_OF = Pattern(
    r"(?:截[至止](?:到|至|于)?|(?:数据|统计|信息)[^，,。；;\n]{0,6}截[至止](?:日期|时间)?(?:为|是|[：:])?)[ \u3000]*$"
)
_INSPECTED = Pattern(r"(?:巡视|巡察|督察|督查|督导|检查|审计)")
_OF_THEN = Pattern(r"(?:期间)?的(?!(?:常规|专项|机动|提级|政治|交叉|联动|集中)?巡)")
"""Behind a range: what is inspected dates from then (2022年1月至2023年12月的医保基金), not the inspection."""
_FED_BACK = Pattern(
    r"反馈(?:了|会|后|以来|结束"
    r"|(?:巡视巡察|巡[视察]|督察|检查|专项|审计|情况|的|主要){0,3}(?:意见|情况|问题|结果)?(?=[，,。；;：:、（()）和及并]|$)"
    r"|(?:问题|意见|具体|主要|突出){0,2}[ ]?[0-9０-９一二三四五六七八九十两]+[个类项条方])"
)
_NOT_ITSELF = Pattern(r"研究|审议|学习|传达|制定|印发|针对|对照|围绕|根据|按照|落实|整改|动员|就$")
"""Before 反馈 in its clause: something was done about the findings."""
_ISSUED = "(?:印发|制定|下发|出台|审议通过|研究通过|报送|上报)"
_PLANNED = Pattern(
    rf"(?:{_ISSUED}[^。；;\n》]{{0,30}}?(?:巡[视察]|反馈|督察)[^。；;\n》]{{0,20}}?整改(?:工作|落实|实施)?方案"
    r"|(?:根据|针对|对照|围绕|按照)(?:[县市省区旗州]委|中央|巡[视察]组?|第.{1,2}|的){0,4}反馈的?(?:意见|问题|情况)[^，,。；;\n]{0,8}"
    rf"{_ISSUED}了?(?:巡[视察])?(?:反馈)?(?:意见|问题)?整改(?:工作|落实|实施)?方案)"
    r"(?![（(]?(?:征求意见稿|讨论稿|初稿|草案|草稿|框架|提纲))"
)
_OTHER_ROUND = Pattern(r"上一?[轮次届]|首轮|前[次轮期]|历次|以往|往年|此前|原[巡反]|[0-9]{4}年度?巡")
_OTHER_MATTER = Pattern(r"督[察导查]|审计|检查|民主生活会|主题教育|教育整顿|立行立改|预案|框架|初稿|下一步")
_STOPS = "。！？!?\n"
_BEHIND, _BEFORE = 80, 120  # how far around a date a reader looks for what happened then


class Milestones(NamedTuple):
    """What a draft says about its own dates; None and () where it does not.

    Attributes:
        signing: the signing date (成文日期).
        as_of: every 截至…, in the order of the text.
        feedback: the day the findings were fed back.
        inspection: the period of the inspection.
        plan: the day the plan to put the findings right was issued.
    """

    signing: When | None = None
    as_of: tuple[When, ...] = ()
    feedback: When | None = None
    inspection: Period | None = None
    plan: When | None = None

    @property
    def today(self) -> When | None:
        """The day from which a reader judges what lies ahead: the signing date, else the latest 截至 with a year."""
        if self.signing is not None and self.signing.last is not None:
            return self.signing
        dated = [when for when in self.as_of if when.last is not None]
        return max(dated, key=lambda when: (when.last, when.span), default=None)


def extract(document: Document, dates: Sequence[When], periods: Sequence[Period]) -> Milestones:
    """The milestones of a draft."""
    closing = {period.end.span for period in periods}
    days = [(when, rest) for when, rest in _told(dates) if when.span not in closing]
    feedback = _last_beside_first([when for when, rest in days if _is_feedback(when, rest)])
    inspections = [period for period in periods if is_inspection(period)]
    if feedback is not None:
        told_before = [period for period in inspections if period.span < feedback.span]
        inspections = told_before or inspections
    return Milestones(
        signing_of(document, dates),
        tuple(when for when in dates if _AS_OF.search(before(when, 16))),
        feedback,
        _last_beside_first(inspections),
        next((when for when, rest in days if _is_plan(rest, feedback)), None),
    )


_Fact = TypeVar("_Fact", When, Period)


def _last_beside_first(facts: Sequence[_Fact]) -> _Fact | None:
    """The last fact of the paragraph that holds the first: who tells of two rounds tells of the present one last."""
    beside = [fact for fact in facts if fact.node is facts[0].node]
    return beside[-1] if beside else None


def signing_of(document: Document, dates: Sequence[When]) -> When | None:
    """The signing date: the last date on a line of its own that the tree takes for it; annexes have dates of their own."""
    found = [when for when in dates if when.node.kind is Kind.DATE]
    if len(found) > 1:
        found = [when for when in found if all(node.kind is not Kind.ANNEX for node in document.ancestors(when.node))]
    return found[-1] if found else None


def before(when: When, sight: int) -> str:
    """The words before a date, as far as ``sight``."""
    prose = when.node.prose
    at = prose.index(when.span.start)
    return prose.text[max(at - sight, 0) : at]


def rest_of_sentence(when: When, sight: int, until: When | None = None) -> str:
    """What follows a date in its sentence, as far as ``sight`` or up to another date of its leaf."""
    prose = when.node.prose
    start = prose.index(when.span.end - 1) + 1
    end = min(start + sight, len(prose.text))
    if until is not None and until.node is when.node:
        end = min(end, prose.index(until.span.start))
    stops = (at for mark in _STOPS if (at := prose.text.find(mark, start, end)) >= 0)
    return prose.text[start : min(stops, default=end)]


def _told(dates: Sequence[When]) -> Iterator[tuple[When, str]]:
    """The dates of single days in running text, each with what its sentence tells of it before it names the next date."""
    for when, following in zip_longest(dates, dates[1:]):
        if (
            when.precision is Precision.DAY
            and when.first is not None
            and when.node.kind not in (Kind.DATE, Kind.HEADING)
        ):
            yield when, rest_of_sentence(when, _BEHIND, following)


def _is_feedback(when: When, rest: str) -> bool:
    told = _FED_BACK.search(rest)
    if told is None or rest.startswith(("前", "之前", "以前")) or _AS_OF.search(before(when, 16)):
        return False
    clause = max(rest.rfind(mark, 0, told.start()) for mark in "，,；;") + 1
    if _NOT_ITSELF.search(rest, clause, told.start()) or _OTHER_ROUND.search(rest):
        return False
    return bool(_INSPECTED.search(before(when, _BEFORE) + rest))


def _is_plan(rest: str, feedback: When | None) -> bool:
    """Whether a plan was issued to put right what was fed back, and not what an audit or an earlier round had found."""
    told = _PLANNED.search(rest)
    if told is None or _OTHER_ROUND.search(rest):
        return False
    other = _OTHER_MATTER.search(told.group())
    return other is None or (feedback is not None and other.group() in feedback.node.text)


def is_inspection(period: Period) -> bool:
    """Whether a range of dates is said to be that of an inspection, not that of what was inspected."""
    if (
        period.start.first is None
        or period.start.precision is Precision.YEAR
        or before(period.start, 1) in ("对", "将")
    ):
        return False
    rest = rest_of_sentence(period.end, 60)
    return bool(_INSPECTED.search(rest)) and not _OF_THEN.match(rest) and "整改" not in rest[:20]
