"""OFF001: a time limit that lies further ahead than the office allows without approval."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from disclosure_lint.facts.model import TimeLimit
from disclosure_lint.rule import DISCLOSURES, Bad, Draft, Finding, Good, Related, Rule, Severity, Text

_SIGNED = Text("文稿的日期", "the date of the draft")


@dataclass(frozen=True)
class Options:
    """What ``[options.OFF001]`` may set.

    Attributes:
        months: how many months ahead a time limit may lie.
    """

    months: int = 12


def check(draft: Draft, options: Options) -> Iterator[Finding]:
    """Hold every dated time limit against the day the draft itself gives."""
    today = draft.facts.milestones.today
    if today is None or today.first is None:
        return
    for deadline in draft.facts.deadlines:
        if deadline.kind is not TimeLimit.DATE or deadline.due is None:
            continue
        ahead = _months(today.first, deadline.due)
        if ahead > options.months:
            yield Finding(
                deadline.span,
                {"deadline": deadline.span, "ahead": ahead, "months": options.months},
                related=(Related(today.span, _SIGNED),),
            )


def _months(start: date, end: date) -> int:
    """The months that have begun between two days."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months + (end.day > start.day)


RULE = Rule(
    code="OFF001",
    name="deadline-far-off",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    summary=Text("完成时限太远。", "A time limit lies too far ahead."),
    messages={
        "main": Text(
            "时限“{deadline}”在{ahead}个月以后，超过了{months}个月。",
            "The time limit “{deadline}” lies {ahead} months ahead, more than {months}.",
        )
    },
    help=Text("把时限提前；确需更长时间的，先报批。", "Set an earlier limit, or have the longer one approved first."),
    why=Text(
        "时限定得太远，整改容易悬空，群众也看不到结果。",
        "A limit years ahead leaves the work in the air, and the public sees no result.",
    ),
    basis=Text("本单位整改工作规定", "the office's own rules on rectification"),
    check=check,
    examples=(
        Bad(
            "二、整改进展\n剩余2个问题正在推进，⟦2026年12月底前⟧完成。\n中共青岚县水利局党组\n2024年3月5日\n",
        ),
        Bad(
            "二、整改进展\n剩余2个问题正在推进，⟦2024年9月底前⟧完成。\n中共青岚县水利局党组\n2024年3月5日\n",
            options={"months": 6},
        ),
        Good("二、整改进展\n剩余2个问题正在推进，2024年12月底前完成。\n中共青岚县水利局党组\n2024年3月5日\n"),
        Good("二、整改进展\n剩余2个问题正在推进，2026年12月底前完成。\n"),  # the draft has no date of its own
    ),
    options=Options,
)
