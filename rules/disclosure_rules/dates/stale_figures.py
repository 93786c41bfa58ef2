"""DAT005: the latest figures are far older than the draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from disclosure_lint.facts.model import When
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
    Value,
)

_SIGNED, _EARLIER = Text("成文日期", "the signing date"), Text("另一个截止日期", "another as-of date")
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Options:
    """How old figures may be.

    Attributes:
        days: the most days between the latest as-of date and the signing date.
    """

    days: int = 90

    def __post_init__(self) -> None:
        if self.days < 0:
            raise ValueError("days < 0")


def check(draft: Draft, options: Options) -> Iterator[Finding]:
    """Flag the latest as-of date of the rectification where it lies long before the signing."""
    stones = draft.facts.milestones
    if not stones.as_of or stones.signing is None or stones.signing.first is None:
        return
    dated = [when for when in stones.as_of if when.last is not None]
    latest = max(dated, key=_last, default=None)
    if latest is None or (stones.signing.first - _last(latest)).days <= options.days:
        return
    from disclosure_lint.comparisons.chronology import contradictions
    from disclosure_lint.facts.time.events import Step

    events = draft.facts.events
    counted = any(event.step is Step.AS_OF and event.when.last == latest.last for event in events)
    if counted and not contradictions(events):  # where the order is broken, one of the dates is wrong
        yield _finding(latest, stones.signing, dated, options.days)


def _last(when: When) -> date:
    return when.last or date.min


def _finding(latest: When, signing: When, dated: list[When], most: int) -> Finding:
    first = signing.first or date.min
    age = (first - _last(latest)).days
    others = [when for when in dated if when is not latest][:_SHOWN]
    fields: dict[str, Value] = {"as_of": latest.span, "signed": signing.span, "age": age, "most": most}
    values = {"stated": _last(latest).isoformat(), "computed": first.isoformat()}
    related = (Related(signing.span, _SIGNED), *(Related(when.span, _EARLIER) for when in others))
    return Finding(latest.span, fields, related=related, values=values)


RULE = Rule(
    code="DAT005",
    name="stale-figures",
    genres=PROGRESS_AND_REPORT,
    severity=Severity.WARNING,
    options=Options,
    summary=Text(
        "进展数字的截止日期比成文日期早得多。",
        "The figures were counted long before the draft was signed.",
    ),
    messages={
        "main": Text(
            "最近的数字截至“{as_of}”，比成文日期“{signed}”早{age}天（超过{most}天）。",
            "The latest figures are as of “{as_of}”, {age} days before “{signed}”, the signing date (more than {most}).",
        )
    },
    help=Text(
        "更新到成文前的最新数字；确实没有新数字的，说明原因，或核对两个日期是否写错。",
        "Bring the figures up to date; where there are no newer ones say why, or check both dates.",
    ),
    why=Text(
        "公开时数字已经过时，读者会问后来这段时间整改得怎么样。",
        "Figures that are old when published make readers ask what has happened since.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "一、总体情况\n截至⟦2023年10月底⟧，巡察反馈的16个问题，已完成整改14个，正在推进2个。\n中共青岚县水利局党组\n2024年8月23日\n"
        ),
        Bad(
            "一、总体情况\n截至⟦2024年7月20日⟧，巡察反馈的16个问题，已完成整改14个，正在推进2个。\n中共青岚县水利局党组\n2024年8月23日\n",
            options={"days": 30},
        ),
        Good(
            "一、总体情况\n截至2024年8月20日，巡察反馈的16个问题，已完成整改14个。对截至2022年底的欠款开展清收。\n中共青岚县水利局党组\n2024年8月23日\n"
        ),
        Good(
            "一、总体情况\n巡察反馈的16个问题已全部整改。截至2022年底积压的48件案件已经清零。\n中共青岚县水利局党组\n2024年8月23日\n"
        ),
        Good(
            "一、总体情况\n截至6月底，巡察反馈的16个问题，已完成整改14个，正在推进2个。\n中共青岚县水利局党组\n2024年8月23日\n"
        ),
    ),
)
