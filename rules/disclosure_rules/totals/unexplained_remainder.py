"""TOT008: part is done, and nothing is said of the rest."""

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
    for comparison in draft.comparisons.of("remainder"):
        data = comparison.data
        fields = {
            "whole": Text(data["whole"], comparison.computed),
            "terms": Text(data["terms_zh"], data["terms_en"]),
            "left": Text(data["left_zh"], data["left_en"]),
        }
        yield Finding.of(comparison, fields)


RULE = Rule(
    code="TOT008",
    name="unexplained-remainder",
    genres=PROGRESS_AND_REPORT,
    severity=Severity.WARNING,
    summary=Text("没有全部完成，又没有说明其余的情况。", "Part is done, and nothing is said of the rest."),
    messages={
        "main": Text(
            "共{whole}，{terms}，其余{left}没有说明。",
            "Of {whole} in all, {terms}; nothing is said of the other {left}.",
        ),
    },
    help=Text(
        "补一句说明：其余的是哪几个，进展到哪一步，为什么没有完成，什么时候完成。",
        "Add a sentence: which ones are left, how far they are, why they are not done, and by when they will be.",
    ),
    why=Text(
        "公开通报是向社会交账，其余的问题不提，会被看作回避。",
        "A disclosure is an account; what is passed over in silence looks like evasion.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("截至2024年9月20日，市委巡察反馈的86个问题，已完成整改⟦84个⟧，整改完成率97.67%。\n"),
        Bad("区委巡察反馈问题63个，已整改到位⟦60个⟧，长期坚持2个。\n"),
        Bad("全面排查消防隐患96处，已整治⟦90处⟧。\n"),
        Good("清理执行案款419笔，已发放402笔，剩余17笔因权利人无法联系，已依法提存。\n"),
        Good("提出检察建议28份，已回复25份；清理合同120份，规范合同98份。\n"),
        Good("区委巡察反馈问题63个，已整改到位61个，长期坚持2个。\n"),
        Good("市委巡察反馈的86个问题，已完成整改84个。其余问题涉及历史遗留，将于2024年12月底前完成。\n"),
        Good(
            "市委巡察反馈的86个问题，已完成整改84个。\n（一）关于房产办证问题\n因资料缺失，正在整改，预计2025年3月完成。\n"
        ),
        Good("市委巡察反馈的86个问题，已完成整改86个。\n"),
        Good("全市法院共发出司法建议151份，125份被采纳。\n"),
    ),
)
