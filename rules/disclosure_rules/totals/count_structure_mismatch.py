"""TOT006: 3个方面11类问题30项问题 in the text, but another number of headings below."""

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
    for comparison in draft.comparisons.of("structure"):
        if comparison.verdict is Verdict.VERIFIED:
            continue
        counted = Text(comparison.data["counted_zh"], comparison.data["counted_en"])
        fields: dict[str, Value] = {"stated": comparison.stated, "counted": counted}
        variant, grade = ("main", "firm") if comparison.firm else ("thin", "thin")
        yield Finding.of(comparison, fields, variant, grade)


_SECTIONS = (
    "二、反馈问题整改情况\n"
    "（一）党的建设方面\n1.政治理论学习不够深入\n整改情况：修订学习制度。\n2.支部活动不够规范\n整改情况：补记支部会议。\n"
    "（二）审判执行方面\n3.长期未结案件清理不力\n整改情况：逐案清理。\n4.案款发放不及时\n整改情况：全部发放。\n"
    "（三）队伍管理方面\n5.年轻干警培养不足\n整改情况：开展轮岗。\n6.公车使用管理不严\n整改情况：更新台账。\n"
)
_DEEPER = (
    "二、反馈问题整改情况\n"
    "（一）党的建设方面\n1.学习教育有差距\n（1）学习不够深入\n整改情况：修订学习制度。\n（2）研讨不够充分\n整改情况：每月研讨。\n"
    "2.支部活动不规范\n整改情况：补记支部会议。\n"
    "（二）审判执行方面\n1.案件清理不力\n（1）长期未结案件偏多\n整改情况：逐案清理。\n（2）案款发放不及时\n整改情况：全部发放。\n"
    "2.接访制度未落实\n整改情况：公布接访安排。\n"
)

RULE = Rule(
    code="TOT006",
    name="count-structure-mismatch",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    structural=True,
    grades={"thin": Severity.INFO},
    summary=Text(
        "文中写的方面数、类数、问题数与正文的标题数不一致。",
        "A stated number of aspects, categories or problems is not the number of headings.",
    ),
    messages={
        "main": Text(
            "文中写“{stated}”，但{counted}；一起写的其他几个数都与标题相符。",
            "The text says {stated}, but there are {counted}; the other figures given with it agree with the headings.",
        ),
        "thin": Text(
            "文中写“{stated}”，而{counted}，请核对是否同一口径。",
            "The text says {stated}, and there are {counted}: is the same thing counted?",
        ),
    },
    help=Text(
        "对照反馈意见核对：数字写错的，改正数字；正文漏写、多写或合并了某一项的，改正正文。",
        "Compare with the feedback: is the number wrong, or was an item left out, added or merged in the text? Correct the one or the other.",
    ),
    why=Text(
        "反馈了几项、公开了几项，读者会逐条去数；少一项就像瞒报一项。",
        "Readers count what was reported back and what was disclosed; one item less looks like one item hidden.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(f"巡察组反馈2个方面4类问题⟦7项⟧具体问题。\n{_DEEPER}"),
        Bad(f"巡察组反馈2个方面⟦5类⟧问题6项具体问题。\n{_DEEPER}"),
        Bad(f"县委巡察组反馈3个方面⟦7个⟧问题。\n{_SECTIONS}", severity=Severity.INFO),
        Good(f"巡察组反馈2个方面4类问题6项具体问题。\n{_DEEPER}"),
        Good(f"县委巡察组反馈3个方面6个问题，制定整改措施21条。\n{_SECTIONS}"),
        Good(f"县委巡察组反馈6大类15个方面意见，细化为86个具体问题，下面公开主要问题的整改情况。\n{_SECTIONS}"),
        Good(f"会前征求意见建议9条，查摆问题14个。\n{_SECTIONS}"),
    ),
)
