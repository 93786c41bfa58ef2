"""TOT009: the disclosure never says how many problems there are and how many are done."""

from __future__ import annotations

from disclosure_lint.rule import (
    PRACTICE,
    PROGRESS_AND_REPORT,
    Bad,
    Draft,
    Finding,
    Good,
    Iterator,
    Rule,
    Severity,
    Text,
)


def check(draft: Draft, options: None) -> Iterator[Finding]:
    from disclosure_lint.comparisons.outcome import about_feedback, tells_outcome, total_of
    from disclosure_lint.facts.parts import is_of_one_task

    if draft.genre == "report" and not about_feedback(draft.document):
        return
    if tells_outcome(draft.document, draft.facts.percentages, draft.comparisons.counts) or is_of_one_task(
        draft.document
    ):
        return
    total = total_of(draft.comparisons.counts)
    if total is None:
        yield Finding(None, variant="neither")
    else:
        yield Finding(total.span, {"total": total.span})


RULE = Rule(
    code="TOT009",
    name="missing-totals",
    genres=PROGRESS_AND_REPORT,
    severity=Severity.WARNING,
    summary=Text(
        "没有写明反馈了多少个问题、完成整改多少个。",
        "The draft never says how many problems there are and how many are done.",
    ),
    messages={
        "main": Text(
            "写了问题总数（{total}），但全文没有写明其中完成了多少。",
            "The total is given ({total}), but nowhere how many of them are done.",
        ),
        "neither": Text(
            "全文没有写明反馈了多少个问题、完成整改多少个。",
            "Nowhere does the draft say how many problems were found and how many are done.",
        ),
    },
    help=Text(
        "在整改进展部分开头写明总数和完成数，例如“反馈问题30个，已完成整改28个，正在推进2个”。",
        "Open the progress part with the figures: how many problems were found, how many are done, how many are under way.",
    ),
    why=Text(
        "读者首先想知道的就是一共多少问题、改了多少。",
        "How many, and how many done, is the first thing a reader wants to know.",
    ),
    basis=PRACTICE,
    check=check,
    unfinished=True,
    examples=(
        Bad(
            "一、整改工作开展情况\n对照区委巡察组反馈的3个方面11类问题⟦30项⟧问题，从严抓好整改。\n"
            "二、具体问题整改情况\n（一）理论学习不够到位\n整改情况：补学会议精神。\n"
        ),
        Bad(
            "一、整改工作开展情况\n局党组高度重视，成立专班。\n二、具体问题整改情况\n（一）理论学习不够到位\n整改情况：补学会议精神。\n"
        ),
        Good(
            "关于省级环保督察反馈第十二项整改任务完成情况的公示\n一、整改任务\n青岚县城区雨污分流改造滞后。\n"
            "二、整改责任单位\n青岚县住房和城乡建设局\n三、整改完成情况\n改造管网12.6公里，雨季溢流得到遏制。\n"
        ),
        Good("区委巡察组反馈问题30个，截至2024年6月底，已完成整改28个，正在推进2个。\n"),
        Good("一、总体情况\n反馈的问题已全部整改到位。\n二、具体情况\n（一）理论学习不够到位\n补学会议精神。\n"),
        Bad(
            "关于市委巡察反馈意见整改工作的报告\n一、总体情况\n局党组高度重视，成立专班，整改工作有序推进。\n二、下一步打算\n持续抓好整改。\n",
            genre="report",
        ),
        Good(
            "聚力提质增效，答好民生答卷\n一、总体情况\n今年以来，县医院坚持问题导向，狠抓整改，门诊秩序明显好转。\n二、下一步打算\n推进分级诊疗。\n",
            genre="report",
        ),
        Good(
            "对照反馈的30个问题，逐项整改。\n（一）理论学习不够到位（已完成）\n补学会议精神。\n（二）台账不规范（长期坚持）\n定期检查。\n"
        ),
    ),
)
