"""DAT001: a date that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_lint.rule import DISCLOSURES, PRACTICE, Bad, Draft, Finding, Good, Rule, Severity, Text, Value

if TYPE_CHECKING:
    from disclosure_lint.facts.time.impossible import Impossible


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag days and months that do not exist."""
    if not draft.facts.dates:
        return
    from disclosure_lint.facts.time.impossible import extract

    for found in extract(draft.document, draft.facts.dates, draft.facts.periods):
        yield _finding(found)


def _finding(found: Impossible) -> Finding:
    fields: dict[str, Value] = {"words": found.span}
    if found.fault == "month":
        fields["month"] = found.month or 0
    elif found.fault in ("day", "leap"):
        fields["month"] = f"{found.year}年2月" if found.fault == "leap" else f"{found.month}月"
        fields["most"] = found.most
    return Finding(found.span, fields, str(found.fault))


RULE = Rule(
    code="DAT001",
    name="impossible-date",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    summary=Text("日历上没有的日期，如2月30日、13月。", "A date that no calendar has, such as 2月30日 or 13月."),
    messages={
        "month": Text("“{words}”：一年没有第{month}个月。", "“{words}”: there is no month {month}."),
        "day": Text("“{words}”：{month}只有1日至{most}日。", "“{words}”: {month} has the days 1 to {most} only."),
        "leap": Text(
            "“{words}”：{month}只有{most}天，不是闰年。", "“{words}”: {month} has {most} days only; it is no leap year."
        ),
        "year": Text(
            "“{words}”：年份写错了，离现在太远。",
            "“{words}”: the year is wrong; it lies too far ahead.",
        ),
        "written": Text(
            "“{words}”不成日期：年份应为四位数，月、日不能写混。",
            "“{words}” is no date: a year has four digits, then come 月 and 日, once each.",
        ),
    },
    help=Text("查原始文件，改成正确的日期。", "Look the date up in the original papers and correct it."),
    why=Text(
        "日历上没有的日期一定是写错了，公开以后谁都看得出来。",
        "A date that does not exist is certainly wrong, and every reader can tell.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("院党组于⟦2024年2月30日⟧召开专题会议。\n"),
        Bad("截至⟦2024年13月20日⟧，反馈的16个问题已完成整改15个。\n"),
        Bad("反馈的16个问题将于⟦4月31日⟧前全部完成整改。\n"),
        Bad("2023年2月1日至⟦29日⟧，院党组开展了集中学习。\n"),
        Bad("院党组于⟦20224年8月⟧3日召开专题会议，⟦2024年8月5月⟧印发方案。\n"),
        Bad("剩余2个问题将于⟦2204年12月底⟧前完成。\n"),
        Bad("中共青岚县人民法院党组\n⟦二〇二三年六月三十一日⟧\n"),
        Good("院党组于2024年2月29日召开专题会议，1月31日印发方案。\n"),
        Good("2月29日召开推进会，24小时内办结，共节约12.5万元。\n"),
        Good("监狱查出两份判决刑期13月的档案登记不全，已补正。\n"),
        Good("核查发现，发票日期出现2月30日等不存在的日期，已责令退款。\n"),
        Good("系统升级到2024.13.2版，执行（2024）鄂0530执2-30号案件。\n"),
    ),
)
