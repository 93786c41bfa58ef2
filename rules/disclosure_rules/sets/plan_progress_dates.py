"""XDC002: a disclosure and its plan date the same event differently."""

from __future__ import annotations

from disclosure_lint.rule import (
    PRACTICE,
    PROGRESS_AND_REPORT,
    Bad,
    Draft,
    Finding,
    Good,
    Iterator,
    Related,
    Rule,
    Severity,
    Text,
)


def check(draft: Draft, options: None) -> Iterator[Finding]:
    from disclosure_lint.comparisons.across.dates import differences  # only where a plan is at hand

    for number, plan in enumerate(draft.plans):
        for found in differences(draft.facts, plan.facts):
            yield Finding(
                found.here,
                {"here": found.here, "there": plan.source.slice(found.there), "plan": plan.source.path},
                found.kind,
                related=(Related(found.there, _THERE, {"there": found.there}, number),),
                values={"stated": found.stated, "computed": found.planned},
            )


_THERE = Text("整改方案：“{there}”", "the plan: “{there}”")

RULE = Rule(
    code="XDC002",
    name="plan-progress-dates",
    genres=PROGRESS_AND_REPORT,
    severity=Severity.WARNING,
    across=True,
    summary=Text(
        "通报与整改方案写的巡视巡察起止、反馈日期不一致，或者方案的成文日期晚于通报。",
        "A disclosure and its plan date the inspection or its feedback differently, or the plan is signed after the disclosure.",
    ),
    messages={
        "feedback": Text(
            "反馈日期与整改方案（{plan}）不一致：这里写“{here}”，方案写“{there}”。",
            "The day of the feedback is not that of the plan ({plan}): “{here}” here, “{there}” there.",
        ),
        "inspection": Text(
            "巡视巡察的起止时间与整改方案（{plan}）不一致：这里写“{here}”，方案写“{there}”。",
            "The days of the inspection are not those of the plan ({plan}): “{here}” here, “{there}” there.",
        ),
        "order": Text(
            "通报的成文日期“{here}”早于整改方案（{plan}）的成文日期“{there}”。",
            "The disclosure is signed on “{here}”, before the plan ({plan}) it follows, which is signed on “{there}”.",
        ),
    },
    help=Text(
        "对照巡视巡察组的反馈通知和两份文件的原稿核实日期，改正写错的一份；如果说的不是同一轮巡视巡察，不要放在一起对照。",
        "Check the days against the inspectors’ notice and the originals of both drafts, and correct the one that is wrong; "
        "if they are about different rounds, do not check them together.",
    ),
    why=Text(
        "同一次反馈在两份公开文件里日期不同，至少有一份是错的。",
        "Where two published texts date one event differently, one of them is wrong.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "⟦2024年6月12日⟧，县委第二巡察组向局党组反馈了巡察意见。现将整改进展情况通报如下。\n",
            plans=("2024年6月21日，县委第二巡察组向局党组反馈了巡察意见。现制定如下整改方案。\n",),
        ),
        Bad(
            "⟦2024年3月1日至4月30日⟧，县委第二巡察组对局党组开展了巡察，6月12日反馈了意见。\n",
            plans=("2024年3月11日至4月30日，县委第二巡察组对局党组开展了巡察，6月12日反馈了意见。\n",),
        ),
        Bad(
            "现将整改进展情况通报如下。\n中共青岚县水利局党组\n⟦2024年6月30日⟧\n",
            plans=("现制定如下整改方案。\n中共青岚县水利局党组\n2024年7月10日\n",),
        ),
        Good(
            "2024年6月12日，县委第二巡察组向局党组反馈了巡察意见。现将整改进展情况通报如下。\n",
            plans=("2024年6月，县委第二巡察组向局党组反馈了巡察意见。现制定如下整改方案。\n",),
        ),
        Good(
            "2024年6月12日，县委第二巡察组反馈了巡察意见；6月20日，县委组织部反馈了选人用人检查意见。现将整改进展情况通报如下。\n",
            plans=("2024年6月12日，县委第二巡察组向局党组反馈了巡察意见。现制定如下整改方案。\n",),
        ),
        Good(
            "2024年6月3日至28日，县委第二巡察组开展了巡察“回头看”，8月1日反馈了意见。现将整改进展情况通报如下。\n",
            plans=(
                "2021年6月12日，县委第二巡察组反馈了巡察意见。现制定如下整改方案。\n中共青岚县水利局党组\n2021年7月10日\n",
            ),
        ),
        Good(
            "现将整改进展情况通报如下。\n中共青岚县水利局党组\n2024年12月30日\n",
            plans=("现制定如下整改方案。\n中共青岚县水利局党组\n2024年7月10日\n",),
        ),
    ),
)
