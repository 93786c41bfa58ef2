"""DDL006: more time between feedback and report than the inspection regulations allow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from disclosure_grammar.pattern import Pattern
from disclosure_lint.rule import (
    PROGRESS,
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
    from disclosure_lint.facts.model import When
    from disclosure_lint.reference.inspection_periods import Version

_GRACE = 31  # the figures need not be counted on the last day
_INSPECTION = Pattern(r"巡[视察]")
_ROLLING = Pattern(r"集中整改|整改期限?|深度整改|整改周期|整改任务")
_OWN_PERIOD = Pattern(r"(?:[0-9０-９一二两三四五六七八九十]{1,3}个月|半年|[1１一]年)")
_SIGHT = 16
_FEEDBACK, _AS_OF, _SIGNED = (
    Text("反馈日期", "the date of the feedback"),
    Text("数据截止日期", "the as-of date"),
    Text("成文日期", "the signing date"),
)


@dataclass(frozen=True, slots=True)
class Options:
    """Which periods are judged.

    Attributes:
        months_since_2024: how many months are allowed after feedback since 8 February 2024, when the revised regulations were issued; 0
            leaves such drafts unjudged, because we have not seen the period in their text.
        local_months: how many months local rules usually allow at the most; only longer ones are flagged. With 0 the national period
            alone counts.
    """

    months_since_2024: int = 0
    local_months: int = 6

    def __post_init__(self) -> None:
        for name in ("months_since_2024", "local_months"):
            if getattr(self, name) < 0:
                raise ValueError(f"{name.replace('_', '-')} < 0")


def check(draft: Draft, options: Options) -> Iterator[Finding]:
    """Flag drafts whose first figures were counted, or which were signed, long after the period of the version in force."""
    stones = draft.facts.milestones
    feedback, told = stones.feedback, _told(draft)
    if feedback is None or feedback.last is None or told is None or told.first is None:
        return
    if not _INSPECTION.search(feedback.node.text) or _states_own_period(draft):
        return
    from disclosure_lint.comparisons.chronology import contradictions
    from disclosure_lint.facts.time.calendar import add_months
    from disclosure_lint.reference.inspection_periods import version_on

    version = version_on(feedback.last)
    if version is None or contradictions(draft.facts.events):  # where the order is broken, one of the dates is wrong
        return
    months = version.months if version.confirmed else options.months_since_2024
    due = add_months(feedback.last, max(months, options.local_months))
    if months and due is not None and (told.first - due).days > _GRACE:
        yield _finding(feedback, told, due, version, options.local_months)


def _told(draft: Draft) -> When | None:
    """The day of the first dated figures of the rectification, else that of the signing."""
    counted = next((event.when for event in draft.facts.events if event.step.name == "AS_OF"), None)
    return counted or draft.facts.milestones.signing


def _states_own_period(draft: Draft) -> bool:
    """Whether the draft names the period it was given (明确3个月内完成集中整改): then that one counts."""
    text = draft.source.text
    for match in _ROLLING.finditer(text):
        start, end = match.span()
        if _OWN_PERIOD.search(text, max(start - _SIGHT, 0), end + _SIGHT):
            return True
    return False


def _finding(feedback: When, told: When, due: date, version: Version, local: int) -> Finding:
    role = _SIGNED if told.node.kind == "date" else _AS_OF
    fields: dict[str, Value] = {
        "feedback": feedback.span,
        "told": told.span,
        "role": role,
        "elapsed": _months(feedback.last or due, told.first or due),
        "version": Text(version.name, version.name_en),
    }
    values = {"stated": str(told.first), "computed": due.isoformat()}
    related = (Related(feedback.span, _FEEDBACK), Related(told.span, role))
    if not local:
        return Finding(told.span, fields, "national", related=related, values=values)
    return Finding(told.span, fields | {"local": local}, related=related, values=values)


def _months(first: date, last: date) -> int:
    """How many whole months lie between two days."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


RULE = Rule(
    code="DDL006",
    name="period-exceeded",
    genres=PROGRESS,
    severity=Severity.INFO,
    options=Options,
    summary=Text(
        "从反馈到公开的数字，超过了巡视工作条例规定的期限。",
        "More time between the feedback and the figures than the inspection regulations allow.",
    ),
    messages={
        "main": Text(
            "从反馈（{feedback}）到{role}（{told}）有{elapsed}个多月。当时的规定：{version}；各地另定的期限以当地为准，一般也不超过{local}个月。",
            "More than {elapsed} months lie between the feedback ({feedback}) and {role} ({told}). The rule then in force: {version}. "
            "Local rules may set another period, {local} months at the most as a rule.",
        ),
        "national": Text(
            "从反馈（{feedback}）到{role}（{told}）有{elapsed}个多月。当时的规定：{version}；各地另定期限的，以当地为准。",
            "More than {elapsed} months lie between the feedback ({feedback}) and {role} ({told}). The rule then in force: {version}. "
            "Where local rules set another period, that one counts.",
        ),
    },
    help=Text(
        "核对本地、本轮巡视巡察规定的整改期限；没有超期的，可以忽略这条提示，或写明规定的期限。",
        "Check which period was set for this inspection; if it was kept, ignore this note or state the period.",
    ),
    why=Text(
        "集中整改有期限，读者会算从反馈到公开用了多久。",
        "There is a period for putting things right, and readers work out how long it took.",
    ),
    basis=Text(
        "《中国共产党巡视工作条例》（2015年）第二十七条：被巡视党组织收到巡视组反馈意见后，于2个月内报送整改情况报告；其他期限为实践做法",
        "the 2015 inspection regulations, art. 27: the report is due within 2 months of the feedback; other periods are practice",
    ),
    check=check,
    examples=(
        Bad(
            "2021年7月27日，省委第三巡视组反馈了巡视意见。\n一、整改情况\n截至⟦2022年3月31日⟧，反馈的16个问题已完成整改15个。\n中共青岚县水利局党组\n2022年4月8日\n"
        ),
        Bad(
            "2021年7月27日，省委第三巡视组反馈了巡视意见。\n一、整改情况\n反馈的16个问题已全部完成整改。\n中共青岚县水利局党组\n⟦2022年4月8日⟧\n"
        ),
        Bad(
            "2024年3月1日，省委第三巡视组反馈了巡视意见。\n一、整改情况\n反馈的16个问题已全部完成整改。\n中共青岚县水利局党组\n⟦2025年4月8日⟧\n",
            options={"months_since_2024": 6},
        ),
        Bad(
            "2021年7月27日，省委第三巡视组反馈了巡视意见。\n一、整改情况\n截至⟦2021年12月31日⟧，反馈的16个问题已完成整改15个。\n中共青岚县水利局党组\n2022年1月18日\n",
            options={"local_months": 0},
        ),
        Good(
            "2021年7月27日，省委第三巡视组反馈了巡视意见。\n一、整改情况\n截至2022年1月25日，反馈的16个问题已完成整改15个。\n中共青岚县水利局党组\n2022年4月8日\n"
        ),
        Good(
            "2021年7月27日，省委第三巡视组反馈了巡视意见。\n一、整改情况\n按照6个月集中整改的要求，反馈的16个问题已全部完成整改。\n中共青岚县水利局党组\n2022年4月8日\n"
        ),
        Good(
            "2024年3月1日，省委第三巡视组反馈了巡视意见。\n一、整改情况\n反馈的16个问题已全部完成整改。\n中共青岚县水利局党组\n2025年4月8日\n"
        ),
    ),
)
