"""TOT003: a percentage is not what its figures give."""

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
    for comparison in draft.comparisons.of("percentage"):
        if comparison.verdict is not Verdict.CONTRADICTED:
            continue
        fields: dict[str, Value] = {
            "sums": Text(comparison.data["sums_zh"], comparison.data["sums_en"]),
            "computed": comparison.computed,
            "stated": comparison.figure,
        }
        yield Finding.of(comparison, fields)


RULE = Rule(
    code="TOT003",
    name="percentage-mismatch",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    summary=Text("百分比与所依据的数不符。", "A percentage is not what its figures give."),
    messages={
        "main": Text(
            "百分比不对：{sums}＝{computed}，这里写的是{stated}。",
            "The percentage is wrong: {sums} = {computed}, but the text says {stated}.",
        ),
    },
    help=Text(
        "重新计算百分比，并核实所依据的两个数；尾数四舍五入、舍去或进一都算正确。",
        "Work the percentage out again, or check the two counts; rounding up, down or to the nearest are all accepted.",
    ),
    why=Text(
        "完成率是通报里最受关注的数，算错了，其他数字也会受到怀疑。",
        "The completion rate is the figure everyone looks at first; if it is wrong, so may be the rest.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("截至2024年9月20日，市委巡察反馈的86个问题，已完成整改84个，整改完成率⟦97.76%⟧。\n"),
        Bad("共受理网上申请812次,答复806次,及时答复率⟦99.62%⟧。\n"),
        Bad("收到信访举报件100件，办结98件，办结率达⟦98.5％⟧。\n"),
        Bad("巡察反馈的4个方面17个问题，已整改15个，整改完成率达⟦百分之九十⟧。\n"),
        Good("市委巡察反馈的86个问题,已完成整改84个,整改完成率97.67%。\n"),
        Good("反馈问题17个，已完成整改15个，完成率88.24%；提出意见9条，已落实9条，落实率100%。\n"),
        Good("反馈问题7个，已完成整改5个，完成率71.4%（去尾）；另一处四舍五入写作71%。\n"),
        Good("审结知识产权案件24件，调撤率45.83%，服判息诉率91.67%。\n"),
        Good("执行到位率提升至46.29%，同比提高2.43个百分点。\n"),
        Good("反馈问题30个，制定措施92条，已落实措施80条，问题整改完成率90%。\n"),
    ),
)
