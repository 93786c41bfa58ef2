"""TOT001: more is done than there was to do."""

from __future__ import annotations

from disclosure_lint.comparisons.model import Verdict
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
    for comparison in draft.comparisons.of("exceeds"):
        if comparison.verdict is not Verdict.CONTRADICTED:
            continue
        data = comparison.data
        fields = {"part": Text(data["part_zh"], data["part_en"]), "whole": Text(data["whole"], comparison.computed)}
        yield Finding.of(comparison, fields)


RULE = Rule(
    code="TOT001",
    name="completed-exceeds-total",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    summary=Text("已完成数多于总数。", "More is done than there was to do."),
    messages={
        "main": Text(
            "{part}，多于总数{whole}，至少有一个数写错了。",
            "{part}, but the total is {whole}: one of the two must be wrong.",
        ),
    },
    help=Text(
        "对照台账核实总数和完成数，改正写错的一个；如果两个数说的不是同一批问题，写明各指什么。",
        "Check both against the ledger and correct the wrong one; if they count different things, say which.",
    ),
    why=Text(
        "完成的比反馈的还多，读者一眼就能看出不实，整篇通报都会受到怀疑。",
        "Anyone can see that it cannot be so, and stops trusting the rest.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("二、整改落实情况\n区委巡察共反馈具体问题34个，已完成整改⟦35个⟧。\n"),
        Bad("省委巡视反馈的36个问题,已整改到位⟦63个⟧,整改工作取得阶段性成效。\n"),
        Bad("反馈问题19项。截至2024年6月底，已完成整改⟦21项⟧。\n"),
        Good("区委巡察共反馈具体问题34个，已完成整改34个；提出工作建议9条，已落实9条。\n"),
        Good("巡察反馈问题17个，制定整改措施63条，已完成整改15个，完善制度22项。\n"),
        Good("上一轮巡察反馈问题12个，已全部整改到位。本轮巡察反馈问题15个，已完成整改14个，正在整改1个。\n"),
        Good("共梳理问题40个，其中立行立改20个，已完成整改38个，持续推进2个。\n"),
        Good("受理信访举报30件，办结往年结转和本年新收案件41件。\n"),
    ),
)
