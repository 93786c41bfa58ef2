"""TOT005: the same thing is counted differently in two places."""

from __future__ import annotations

from disclosure_lint.rule import (
    DISCLOSURES,
    PRACTICE,
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
    for comparison in draft.comparisons.of("repeat"):
        if "here_zh" not in comparison.data:
            continue
        data = comparison.data
        here, there = Text(data["here_zh"], comparison.stated), Text(data["there_zh"], comparison.computed)
        yield Finding.of(comparison, {"here": here, "there": there}, grade="firm" if comparison.firm else "thin")


RULE = Rule(
    code="TOT005",
    name="conflicting-totals",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    grades={"thin": Severity.INFO},
    summary=Text("同一批问题或措施，前后写的数量不一致。", "The same thing is counted differently in two places."),
    messages={
        "main": Text(
            "前后不一致：这里写{here}，另一处写{there}。",
            "The figures differ: {here} here, but {there} elsewhere for the same things.",
        ),
    },
    help=Text(
        "对照台账核实哪个数正确，把各处改成一致；如果两处说的不是同一批问题或措施，写明区别。",
        "Find out which figure is right and use it everywhere; if two different things are meant, say how they differ.",
    ),
    why=Text(
        "同一份通报里数字前后不一，读者最容易发现，也最容易怀疑整改是否属实。",
        "Readers notice two figures for the same thing at once, and doubt the rest.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "一、组织领导情况\n整改方案将反馈意见细化为具体问题34项，制定整改措施128条。\n"
            "二、整改落实情况\n本轮巡察共反馈具体问题⟦35个⟧，正在逐项推进整改。\n"
        ),
        Bad(
            "区委巡察组反馈了3个方面17个问题。\n一、组织领导情况\n局党组召开专题会议，逐条研究反馈的17个问题。\n"
            "二、整改落实情况\n截至2024年6月底，巡察反馈的⟦18个⟧问题，已完成整改16个，正在整改2个。\n"
        ),
        Bad("一、基本情况\n查摆举一反三事项32项。\n二、整改情况\n查摆举一反三整改事项⟦31个⟧，逐项明确责任。\n"),
        Good(
            "一、组织领导情况\n把反馈意见分解为重点问题9项、具体问题34项、问题表现51个。\n"
            "二、整改落实情况\n本轮巡察共反馈具体问题34个，已完成整改34个。\n"
        ),
        Good("区委巡察组反馈问题12个。\n局党组将12个问题细化为34个具体问题。\n"),
        Good(
            "区委巡察组反馈问题17个。\n一、总体情况\n结合审计反馈问题6个，一并整改。\n对照查摆问题25个，一并制定措施。\n"
        ),
        Good(
            "一、总体情况\n巡察反馈问题17个。\n二、具体问题整改情况\n（一）政治建设方面\n反馈问题5个，已完成整改5个。\n"
            "（二）组织建设方面\n反馈问题12个，已完成整改12个。\n"
        ),
        Good("2022年巡察反馈问题9个，已全部整改到位。\n2024年巡察反馈问题17个，已完成整改16个，剩余1个正在推进。\n"),
    ),
)
