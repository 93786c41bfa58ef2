"""What a draft says happened when: the days that follow one another in every inspection, from its start to the signing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.model import Precision, When
from disclosure_lint.facts.time import calendar
from disclosure_lint.facts.time.milestones import Milestones, before, rest_of_sentence

_AHEAD = Pattern(
    r"将|拟|计划|预计|预期|力争|争取|确保|定于|届时|待|下一?步|择期|(?:以|之)?前|底前|为期|时限|期限|应当?|须|要求|截止|暂定|安排在"
)
_JUST_DONE = Pattern(r"已经?[于在][ ]?$")
_HELD = Pattern(
    r"[，,]?[^。；;，,]{0,24}?(?:召开|印发|制定|完成|组织|开展|举办|举行|成立|出台|修订|通过|签订|上缴|退还|追回|报送|下发|公布|公开|启动|部署|建立|调整|查处"
    r"|传达|学习|审议|听取|研究|约谈|通报|清退|收回|拨付|废止)了"
    r"|[，,]?[^。；;，,后]{0,16}?(?:召开|印发|举办)(?!前|时|后)"
)
_PROGRESS = Pattern(r"整改|销号|反馈的|[个条项]问题|完成率")
_STANDING = Pattern(r"的?(?:巡[视察])?(?:问题)?整改(?:工作|落实|任务)?(?:进展|完成)?情况")
"""Right behind the day: how things stood (截至5月底的整改情况)."""
_OUTCOME = Pattern(r"完成|到位|销号|办结|落实|解决|推进")
_OTHER_MATTER = Pattern(
    r"上一?[轮次届]|首轮|前[次轮期]|历次|以往|往年|[0-9]{4}年度?(?![0-9]{1,2}月)[^，,。；;]{0,8}(?:巡[视察]|反馈)|回头看|审计|"
    r"立行立改|边巡边改|即知即改|进驻|巡[视察]组?(?:期间|结束)|尚|拖欠|欠缴|余额|存量|积压"
)
_STATES = Pattern(r"[0-9０-９一二三四五六七八九十]|已|均|全|累计|共|完成|无|未")
_FOR_THE_PUBLIC = Pattern(r"受理|公示|报名|征求|征集|联系|来信|来访|来电")
_PUBLIC = frozenset({Kind.INVITATION, Kind.CONTACT, Kind.NOTE, Kind.DATE, Kind.ANNEX_NOTE})
_OUTLOOK = Pattern(r"下一?步|打算|计划|今后|安排|时间表|步骤|日程|拟|将")
_SIGHT = 60


class Step(IntEnum):
    """The steps of an inspection, in the order of time."""

    INSPECTION = 0
    FEEDBACK = 1
    PLAN = 2
    AS_OF = 3  # the day up to which the rectification was counted
    DONE = 4  # anything else the draft says was so by then
    SIGNED = 5


class Event(NamedTuple):
    """A step and its day.

    Attributes:
        step: the step.
        when: its day; the last one of the inspection.
        span: the words that state it; of the inspection those of the whole range.
    """

    step: Step
    when: When
    span: Span


def events(document: Document, dates: Sequence[When], milestones: Milestones) -> tuple[Event, ...]:
    """The dated steps of a draft, in the order of the steps; several of one step have different days."""
    found = [*_frame(milestones), *_counted(milestones)]
    signing = milestones.signing
    if signing is not None and signing.last is not None:
        counted = {when.span for when in milestones.as_of}
        others = [when for when in dates if when.span not in counted]
        found += (Event(Step.DONE, when, when.span) for when in _done_later(document, others, signing))
        found.append(Event(Step.SIGNED, signing, signing.span))
    by_day = {(event.step, event.when.first, event.when.last): event for event in reversed(found)}
    return tuple(sorted(by_day.values(), key=lambda event: (event.step, event.span)))


def _frame(milestones: Milestones) -> Iterator[Event]:
    inspection = milestones.inspection
    first, last = (inspection.start.first, inspection.end.last) if inspection else (None, None)
    if inspection is not None and first is not None and last is not None and first <= last and not _runs(milestones):
        end = inspection.end._replace(inherited=inspection.start.inherited and inspection.end.inherited)
        yield Event(Step.INSPECTION, end, inspection.span)
    for step, when in ((Step.FEEDBACK, milestones.feedback), (Step.PLAN, milestones.plan)):
        if when is not None and when.first is not None:
            yield Event(step, when, when.span)


def _runs(milestones: Milestones) -> bool:
    """Whether the inspection still runs on the day of the signing, as where it is announced: nothing is fed back yet."""
    inspection, signing = milestones.inspection, milestones.signing
    if inspection is None or signing is None or milestones.feedback is not None:
        return False
    first, last = inspection.start.first, inspection.end.last
    if first is None or last is None or signing.first is None or signing.last is None:
        return False
    return first <= signing.last and signing.first <= last


def _counted(milestones: Milestones) -> Iterator[Event]:
    """The days up to which something was counted, those without a year as if of the year of the signing."""
    signing = milestones.signing
    for when in milestones.as_of:
        rest = rest_of_sentence(when, 2 * _SIGHT)
        told = before(when, _SIGHT).rpartition("。")[2] + rest
        if not _tells_of_now(when, rest) or _FOR_THE_PUBLIC.search(told):
            continue
        ours = _is_progress(rest, told)
        step = Step.AS_OF if ours else Step.DONE
        if when.first is not None:
            yield Event(step, when, when.span)
        elif ours and signing is not None and signing.year is not None and when.month is not None and not when.relative:
            days = calendar.days(signing.year, when.month, when.day)
            if days is not None:
                assumed = when._replace(year=signing.year, first=days[0], last=days[1], inherited=True)
                yield Event(step, assumed, when.span)


def _tells_of_now(when: When, rest: str) -> bool:
    """Whether an as-of date is followed by how things stood, and not by what is to be by then."""
    if when.node.kind in _PUBLIC or rest.startswith(("前", "之前", "以前")) or _AHEAD.search(rest[:12]):
        return False
    return bool(_STATES.search(rest) or _STANDING.match(rest))


def _is_progress(rest: str, told: str) -> bool:
    """Whether what stood so was the rectification itself."""
    if _OTHER_MATTER.search(told):
        return False
    return bool(_STANDING.match(rest) or (_PROGRESS.search(told) and _OUTCOME.search(rest)))


def _done_later(document: Document, dates: Sequence[When], signing: When) -> Iterator[When]:
    """The days in full, behind the signing, on which the draft says something was done."""
    for when in dates:
        if when.first is None or signing.last is None or when.first <= signing.last or when.node.kind in _PUBLIC:
            continue
        if when.inherited or when.relative or when.precision not in (Precision.DAY, Precision.MONTH):
            continue
        rest = rest_of_sentence(when, _SIGHT)
        if _JUST_DONE.search(before(when, 5)):
            if not _AHEAD.match(rest):
                yield when
        elif _tells_of_the_past(when, rest) and not _looks_ahead(document, when.node):
            yield when


def _tells_of_the_past(when: When, rest: str) -> bool:
    told = _HELD.match(rest)
    if told is None or (when.precision is not Precision.DAY and not told.group().endswith("了")):
        return False
    around = before(when, 2 * _SIGHT)
    sentence = around[-_SIGHT:].rpartition("。")[2] + rest
    return not (_AHEAD.search(sentence) or _OUTLOOK.search(around))


def _looks_ahead(document: Document, leaf: Node) -> bool:
    return any(_OUTLOOK.search(title) for title in document.path(leaf))
