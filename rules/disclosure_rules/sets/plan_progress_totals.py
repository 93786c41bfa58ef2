"""XDC001: a disclosure and its plan count the same thing differently."""

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
    from disclosure_lint.comparisons.across.totals import conflicts  # only where a plan is at hand

    for number, plan in enumerate(draft.plans):
        for conflict in conflicts(draft.comparisons, plan.comparisons):
            here, there = conflict.here, conflict.there
            yield Finding(
                here.span,
                {
                    "here": Text(conflict.named_here, str(here.value)),
                    "there": Text(conflict.named_there, str(there.value)),
                    "plan": plan.source.path,
                },
                grade="firm" if conflict.fixed else "thin",
                related=(Related(there.span, _THERE, {"count": there.span}, number),),
                values={"stated": str(here.value), "computed": str(there.value)},
            )


_THERE = Text("整改方案：“{count}”", "the plan: “{count}”")

RULE = Rule(
    code="XDC001",
    name="plan-progress-totals",
    genres=PROGRESS_AND_REPORT,
    severity=Severity.ERROR,
    grades={"thin": Severity.WARNING},
    across=True,
    summary=Text(
        "通报与整改方案里同一批问题或措施的总数不一致。",
        "A disclosure and its plan state different totals for the same thing.",
    ),
    messages={
        "main": Text(
            "与整改方案不一致：这里写{here}，方案（{plan}）写{there}。",
            "This differs from the plan: {here} here, but {there} in the plan ({plan}).",
        ),
    },
    help=Text(
        "对照反馈意见和台账核实，改成一致；如果整改中确有增减，写明增减了多少、为什么。",
        "Check against the feedback and the ledger and make them agree; if the number has changed since, say by how much and why.",
    ),
    why=Text(
        "方案报过上级、有的已经公开；通报的总数对不上，读者会问少的那几个问题去了哪里。",
        "The plan has gone to the superior body and may be public; a reader will ask where the missing problems went.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "中共青岚县水利局党组关于巡察整改进展情况的通报\n县委第二巡察组反馈的⟦18个⟧问题，已全部整改到位。\n",
            plans=("中共青岚县水利局党组巡察整改方案\n县委第二巡察组反馈了17个问题，现制定如下整改方案。\n",),
        ),
        Bad(
            "县委第二巡察组反馈了17个问题。\n局党组制定整改措施⟦45条⟧，已完成整改17个问题。\n",
            plans=("县委第二巡察组反馈了17个问题。\n局党组制定整改措施48条。\n",),
            severity=Severity.WARNING,
        ),
        Good(
            "县委第二巡察组反馈的17个问题，已整改到位16个，正在推进1个。\n",
            plans=("县委第二巡察组反馈了17个问题，现制定如下整改方案。\n",),
        ),
        Good(
            "县委第二巡察组反馈问题17个。\n局党组将17个问题细化为34个具体问题。\n",
            plans=("县委第二巡察组反馈问题17个，涉及选人用人专项检查的问题6个。\n",),
        ),
        Good(
            "中共青岚县水利局党组关于巡察整改进展情况的通报\n县委第二巡察组反馈的18个问题，已全部整改到位。\n",
            plans=(
                "中共青岚县教育局党组关于巡察反馈意见的整改方案\n县委第二巡察组反馈了17个问题，现制定如下整改方案。\n",
            ),
        ),
        Good("县委第二巡察组反馈的18个问题，已全部整改到位。\n"),
    ),
)
