"""DOC004: comments in a Word document that is about to be published."""

from __future__ import annotations

from disclosure_lint.rule import (
    DISCLOSURES,
    PRACTICE,
    Bad,
    Commented,
    Draft,
    Finding,
    Good,
    Iterator,
    Related,
    Rule,
    Severity,
    Text,
    Tracked,
)

_MOST = 10
_COMMENT = Text("这里有批注", "a comment")
_OWN = Text("这里有本工具写入的批注", "a comment of this tool")


def check(draft: Draft, options: None) -> Iterator[Finding]:
    if not draft.source.layout.remarks:
        return
    from disclosure_lint.facts.revisions import RemarkKind, anchor, kind_of

    kinds = ((remark, kind_of(remark)) for remark in draft.source.layout.remarks)
    found = [(remark.span, kind) for remark, kind in kinds if kind is not RemarkKind.SUPPRESSION]
    if not found:
        return
    first = next((one for one in found if draft.source.slice(one[0]).strip()), found[0])
    own = sum(kind is RemarkKind.OWN for _, kind in found)
    rest = [one for one in found if one is not first][:_MOST]
    yield Finding(
        anchor(draft.document, first[0]),
        {"people": len(found) - own, "own": own},
        variant="main" if not own else "own" if own == len(found) else "both",
        related=tuple(Related(span, _OWN if kind is RemarkKind.OWN else _COMMENT) for span, kind in rest),
    )


RULE = Rule(
    code="DOC004",
    name="comments-left",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    summary=Text("文稿中还有批注。", "Comments are left in the draft."),
    messages={
        "main": Text("文稿中还有批注：{people}条。", "Comments are left in the draft: {people}."),
        "own": Text(
            "文稿中还有本工具写入的批注：{own}条。",
            "Comments written by this tool are left in the draft: {own}.",
        ),
        "both": Text(
            "文稿中还有批注：{people}条，另有本工具写入的{own}条。",
            "Comments are left in the draft: {people}, and {own} written by this tool.",
        ),
    },
    help=Text(
        "处理完以后，在“审阅”中删除全部批注再发布；还在起草的，检查时加上--stage draft。",
        "When they are dealt with, delete all comments under Review before publishing; while still drafting, check with --stage draft.",
    ),
    why=Text(
        "批注是内部讨论，随文件一起发布，谁都能看到。",
        "Comments are talk within the office; published with the file, everybody can read them.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "一、整改落实情况\n反馈的16个问题，⟦已完成整改14个⟧，正在推进2个。\n",
            asides=(Commented("已完成整改14个", "请纪检室核对"),),
        ),
        Bad(
            "一、整改落实情况\n反馈的16个问题，⟦已完成整改14个⟧，正在推进2个。\n",
            asides=(
                Commented("已完成整改14个", "TOT002 分项之和与总数不符", "disclosure-lint"),
                Commented("正在推进2个", "写明时限"),
            ),
        ),
        Good("一、整改落实情况\n已逐项整改。\n", asides=(Tracked("已逐项"),)),
        Good(
            "一、整改落实情况\n已逐项整改。\n",
            asides=(Commented("已逐项整改", "disclosure-lint: ignore STR004 原文如此"),),
        ),
    ),
    unfinished=True,
)
