"""XDC003: a problem of the plan that the disclosure does not mention."""

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
    from disclosure_lint.comparisons.across.items import missing  # only where a plan is at hand

    for number, plan in enumerate(draft.plans):
        for item in missing(draft.document, plan.document):
            yield Finding(
                None,
                {"item": item.words.strip(), "plan": plan.source.path},
                related=(Related(item.span, _THERE, plan=number),),
            )


_THERE = Text("整改方案里的问题", "the problem in the plan")
_PLAN = (
    "中共青岚县水利局党组巡察整改方案\n二、整改措施\n"
    "（一）关于政治理论学习不深入的问题\n每月集中学习1次。\n"
    "（二）关于水库巡查不及时的问题\n汛期每日巡查。\n"
    "（三）关于工程招投标监管薄弱的问题\n修订招投标制度。\n"
    "（四）关于公务用车管理不规范的问题\n逐车登记。\n"
)

RULE = Rule(
    code="XDC003",
    name="plan-item-missing",
    genres=PROGRESS_AND_REPORT,
    severity=Severity.WARNING,
    across=True,
    summary=Text(
        "整改方案列出的问题，通报逐条说明时漏了。",
        "A disclosure that goes through the problems of its plan passes one over.",
    ),
    messages={
        "main": Text(
            "整改方案（{plan}）列出的问题“{item}”，通报里没有提到。",
            "The plan ({plan}) lists the problem “{item}”; the disclosure does not mention it.",
        ),
    },
    help=Text(
        "补上这个问题的整改情况；如果已并入别的问题，在那里点明；按规定不宜公开的，不必理会这一条。",
        "Say what was done about it; if it was merged with another problem, name it there; "
        "if it must not be published, ignore this.",
    ),
    why=Text(
        "方案里有、通报里没有，读者会认为这个问题没有改。",
        "What the plan promises and the disclosure omits looks as if nothing was done.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "一、整改情况\n（一）政治理论学习不深入问题\n全年学习12次。\n（二）水库巡查不及时问题\n汛期每日巡查。\n"
            "（三）公务用车管理不规范问题\n已逐车登记。\n",
            plans=(_PLAN,),
        ),
        Good(
            "一、整改情况\n（一）政治理论学习不深入问题\n全年学习12次。\n（二）水库巡查不及时问题\n汛期每日巡查。\n"
            "（三）工程招投标监管薄弱和公务用车管理不规范问题\n修订招投标制度，已逐车登记。\n",
            plans=(_PLAN,),
        ),
        Good("一、整改情况\n局党组高度重视，已全部整改到位。\n", plans=(_PLAN,)),
    ),
)
