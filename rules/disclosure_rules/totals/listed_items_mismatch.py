"""TOT007: “德、纪、法”四个维度; 做到三个坚持：一是…二是…; “六大工程” and five sections that carry it out."""

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
    for comparison in draft.comparisons.of("list"):
        if comparison.verdict is not Verdict.CONTRADICTED:
            continue
        data = comparison.data
        fields: dict[str, Value] = {
            "figure": comparison.figure,
            "counted": comparison.computed,
            "what": Text(data["what_zh"], data["what_en"]),
        }
        if data["variant"] == "named":
            fields["lost"] = comparison.operands[0].span
        yield Finding.of(comparison, fields, data["variant"])


RULE = Rule(
    code="TOT007",
    name="listed-items-mismatch",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    summary=Text("写明的数量与列出的项数不一致。", "A stated number is not the number of items listed."),
    messages={
        "main": Text(
            "写的是“{figure}”，{what}却有{counted}个。", "The text says {figure}, but the {what} number {counted}."
        ),
        "named": Text(
            "“{figure}”中的“{lost}”在正文标题里找不到，其余{counted}个都有标题。",
            "{lost}, one of {figure}, has no heading in the text; the other {counted} have one.",
        ),
    },
    help=Text(
        "数一数列出的各项：数量写错的，改正数量；漏列、多列的，改正列举的内容。",
        "Count the items: is the number wrong, or was an item left out or added? Correct the number or the list.",
    ),
    why=Text(
        "数量和列举紧挨在一起，读者一眼就能看出对不上。",
        "The number stands right beside the list, so everyone sees that they differ.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("组织党组成员从“德、纪、法”⟦四个维度⟧进行剖析。\n"),
        Bad("院党组做到⟦三个坚持⟧：一是坚持问题导向；二是坚持标本兼治。\n"),
        Bad(
            "三、整改措施\n制定以下⟦三个方面措施⟧。\n（一）加强学习\n修订制度。\n（二）加强检查\n每月检查。\n",
            genre="plan",
        ),
        Bad(
            "实施“政治铸魂、审判提质、作风固本、清风护航”⟦四大工程⟧。\n一、政治铸魂\n加强学习。\n二、审判提质\n清理积案。\n"
            "三、作风固本\n开展督察。\n四、廉政宣传\n开展教育。\n"
        ),
        Bad("从教育、管理、监督⟦四个环节⟧入手抓整改。\n"),
        Bad("规范动议、民主推荐、考察、讨论决定、任职⟦4个环节⟧。\n"),
        Bad("建立问题清单、任务清单、责任清单“⟦四张清单⟧”。\n"),
        Good("健全完善重大事项、财务管理、物资采购4项制度。\n"),
        Good("分管领导、科室负责人分3个小组入户走访。\n"),
        Good("从思想、组织和作风三个方面查摆问题。\n"),
        Good("从“德、纪、法”等四个维度进行剖析。\n"),
        Good("针对3个问题：一是组织补学；二是修订制度。\n"),
        Good("深入、系统梳理五个方面问题，从严、从实抓好三个方面工作。\n"),
        Good("增强“四个意识”、坚定“四个自信”、做到“两个维护”。\n"),
    ),
)
