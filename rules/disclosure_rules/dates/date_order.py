"""DAT002: dates that contradict the order in which things happen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_lint.rule import (
    DISCLOSURES,
    PRACTICE,
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

if TYPE_CHECKING:
    from disclosure_lint.comparisons.chronology import Conflict
    from disclosure_lint.facts.model import Period
    from disclosure_lint.facts.time.events import Event

_ROLES = {
    "INSPECTION": Text("巡视（巡察）起止日期", "the dates of the inspection"),
    "FEEDBACK": Text("反馈日期", "the date of the feedback"),
    "PLAN": Text("整改方案的日期", "the date of the plan"),
    "AS_OF": Text("数据截止日期", "the as-of date"),
    "DONE": Text("正文所述事项的日期", "a date the text reports on"),
    "SIGNED": Text("成文日期", "the signing date"),
}
_START, _END = Text("开始日期", "the first date"), Text("结束日期", "the last date")


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag ranges that end before they start, and steps of the inspection that come before the one they follow."""
    if len(draft.facts.dates) < 2:
        return
    from disclosure_lint.comparisons.chronology import conflicts, is_backward

    for period in draft.facts.periods:
        if is_backward(period, draft.facts.milestones.signing):
            yield _backward(period)
    events = draft.facts.events
    if draft.genre == "plan":  # what a plan tells of without 将 is still to come
        events = tuple(event for event in events if event.step.name != "DONE")
    for conflict in conflicts(events):
        yield _finding(conflict)


def _backward(period: Period) -> Finding:
    fields: dict[str, Value] = {"range": period.span, "start": period.start.span, "end": period.end.span}
    values = {"stated": str(period.end.last), "computed": str(period.start.first)}
    related = (Related(period.start.span, _START), Related(period.end.span, _END))
    return Finding(period.span, fields, "range", related=related, values=values)


def _finding(conflict: Conflict) -> Finding:
    event, other = conflict.event, conflict.nearest
    fields: dict[str, Value] = {
        "words": event.span,
        "role": _role(event),
        "other": other.span,
        "other_role": _role(other),
    }
    values = {"stated": str(event.when.first), "computed": str(other.when.first)}
    related = tuple(Related(each.span, _role(each)) for each in conflict.others)
    return Finding(event.span, fields, "late" if conflict.late else "early", related=related, values=values)


def _role(event: Event) -> Text:
    return _ROLES[event.step.name]


RULE = Rule(
    code="DAT002",
    name="date-order",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    summary=Text(
        "日期先后颠倒：巡视巡察、反馈、整改方案、数据截止、成文应当依次在后；起止日期不能倒置。",
        "Dates in the wrong order: inspection, feedback, plan, figures and signing follow one another; a range ends after it starts.",
    ),
    messages={
        "late": Text(
            "{role}“{words}”晚于{other_role}“{other}”，先后颠倒。",
            "“{words}”, {role}, lies after “{other}”, {other_role}; it should be the other way round.",
        ),
        "early": Text(
            "{role}“{words}”早于{other_role}“{other}”，先后颠倒。",
            "“{words}”, {role}, lies before “{other}”, {other_role}; it should be the other way round.",
        ),
        "range": Text(
            "“{range}”的结束日期“{end}”早于开始日期“{start}”。",
            "“{range}” ends (“{end}”) before it starts (“{start}”).",
        ),
    },
    help=Text(
        "对照原始文件核对这几个日期，改正写错的年份、月份或日子；如果说的是以后的安排，写明“将于”。",
        "Check these dates against the original papers and correct the year, the month or the day that is wrong; if the event is still to come, say so (将于).",
    ),
    why=Text(
        "日期颠倒，读者立刻会怀疑整份通报是照着旧稿改的。",
        "Dates out of order make readers suspect that the text was copied from an older one.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "2023年10月9日至12月8日，县委第二巡察组对县水利局党组开展了巡察，并于⟦2023年2月22日⟧反馈了巡察意见。\n一、整改情况\n截至2024年8月20日，反馈的16个问题已完成整改15个。\n中共青岚县水利局党组\n2024年8月23日\n"
        ),
        Bad(
            "2023年10月9日至12月8日，县委第二巡察组对县水利局党组开展了巡察，并于2024年2月22日反馈了巡察意见。\n一、整改情况\n截至⟦2024年9月20日⟧，反馈的16个问题已完成整改15个。\n中共青岚县水利局党组\n2024年8月23日\n"
        ),
        Bad(
            "2023年10月9日至12月8日，县委第二巡察组对县水利局党组开展了巡察，并于2024年2月22日反馈了巡察意见。\n一、整改情况\n截至2024年8月20日，反馈的16个问题已完成整改15个。\n中共青岚县水利局党组\n⟦2023年8月23日⟧\n"
        ),
        Bad(
            "2023年10月9日至12月8日，县委第二巡察组对县水利局党组开展了巡察。\n一、整改情况\n局党组于⟦2024年9月5日⟧召开了专题民主生活会。\n中共青岚县水利局党组\n2024年8月23日\n"
        ),
        Bad("⟦2023年10月9日至2023年8月8日⟧，县委第二巡察组对县水利局党组开展了巡察。\n"),
        Bad("局党组于⟦2024年3月16日至14日⟧开展了集中学习。\n"),
        Bad("⟦2024年9月14日至7月15日⟧，局党组开展了专项整治。\n中共青岚县水利局党组\n2024年11月12日\n"),
        Good(
            "2023年11月20日至1月20日，县委第二巡察组对县水利局党组开展了巡察，3月5日反馈了巡察意见。\n一、整改情况\n截至8月底，反馈的16个问题已完成整改15个，剩余1个将于2024年12月底前完成。\n中共青岚县水利局党组\n2024年8月23日\n"
        ),
        Good(
            "2024年2月22日，县委第二巡察组向县水利局党组反馈了巡察意见。\n一、整改情况\n截至2023年底，上一轮巡察反馈的12个问题已全部整改到位。2024年9月20日前召开总结会。\n中共青岚县水利局党组\n2024年8月23日\n"
        ),
        Good("合同期自2023年5月1日至4月30日。\n"),
        Good("2024年10月1日至5月31日为森林防火期，已落实护林员37名。\n中共青岚县林业局党组\n2024年11月12日\n"),
    ),
)
