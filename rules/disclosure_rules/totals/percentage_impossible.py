"""TOT004: no whole number gives this percentage."""

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
    Value,
)


def check(draft: Draft, options: None) -> Iterator[Finding]:
    for comparison in draft.comparisons.of("possible"):
        if comparison.verdict is not Verdict.CONTRADICTED:
            continue
        if not comparison.operands:
            yield Finding.of(comparison, {"stated": comparison.figure}, "over")
            continue
        data = comparison.data
        whole, near = Text(data["whole"], data["base"]), Text(data["near_zh"], data["near_en"])
        fields: dict[str, Value] = {"stated": comparison.figure, "whole": whole, "near": near}
        yield Finding.of(comparison, fields)


RULE = Rule(
    code="TOT004",
    name="percentage-impossible",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    summary=Text(
        "按写出的总数得不出这个百分比，或者完成率超过100%。",
        "No whole number of the base gives the percentage, or a rate is over 100%.",
    ),
    messages={
        "main": Text(
            "以{whole}为总数，完成几个都得不出{stated}，最接近的是{near}。",
            "Out of {whole}, no whole number gives {stated}; the nearest are {near}.",
        ),
        "over": Text("{stated}超过了100%：完成的不可能比全部还多。", "{stated} is more than all there is."),
    },
    help=Text(
        "核实总数和百分比；如果百分比不是按这个总数算的，写明按哪个数算。",
        "Check the total and the percentage; if the percentage is of something else, name its base.",
    ),
    why=Text(
        "完成数只能是整数；怎么都得不出的百分比，说明它和总数至少有一个写错。",
        "A percentage that no count can give shows that one of the two is wrong.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("市委巡察反馈的86个问题，整改完成率⟦97.76%⟧。\n"),
        Bad("巡察反馈问题整改完成率达⟦102%⟧。\n"),
        Good("市委巡察反馈的86个问题，整改完成率97.67%。\n"),
        Good("反馈问题86个，整改完成率97.7%。\n"),
        Good("审结商标权纠纷24件，调撤率45.80%。\n"),
        Good("招商引资任务完成率120%，案件清结率103.5%。\n"),
    ),
)
