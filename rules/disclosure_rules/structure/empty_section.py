"""STR004: a heading with nothing under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure_lint.rule import (
    DISCLOSURES,
    PRACTICE,
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

if TYPE_CHECKING:
    from disclosure_lint.facts.headings.contents import Empty

_MODEL = Text("同级的这一处写了内容", "here the same level has text")


def check(draft: Draft, options: None) -> Iterator[Finding]:
    from disclosure_lint.facts.headings.contents import empty_places

    numbering = draft.facts.numbering
    lost = {line.node for line in numbering.unnumbered}  # headings themselves, no text under the heading above
    groups = [group for group in numbering.groups if lost.isdisjoint(node for item in group for node in item.body)]
    for empty in empty_places(draft.document, groups):
        yield _finding(empty)


def _finding(empty: Empty) -> Finding:
    return Finding(
        empty.span,
        {"title": empty.span} | ({"label": empty.label} if empty.label else {}),
        variant=str(empty.lack),
        grade="firm" if empty.firm else "thin",
        related=(Related(empty.model, _MODEL),),
    )


RULE = Rule(
    code="STR004",
    name="empty-section",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    structural=True,
    grades={"thin": Severity.WARNING},
    summary=Text("标题下面没有内容。", "A heading has nothing under it."),
    messages={
        "section": Text(
            "标题“{title}”下面没有内容，而同级标题下面都有。",
            "There is no text under the heading “{title}”, while the other headings of its level have some.",
        ),
        "label": Text(
            "“{title}”后面没有内容，而其他各处都写了。",
            "Nothing follows “{title}”, while it is filled in everywhere else.",
        ),
        "measure": Text(
            "“{title}”没有写“{label}”，而同级各项都写了。",
            "“{title}” has no “{label}”, while all the others of its level have one.",
        ),
    },
    help=Text(
        "补上内容；如果不需要这一条，连同标题一起删去，并调整序号。",
        "Add the text, or delete the heading as well and renumber.",
    ),
    why=Text(
        "只有问题没有整改，等于告诉群众这个问题没有改。",
        "A problem with no text under it tells the public that nothing was done about it.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "一、组织领导情况\n已成立专班。\n二、整改落实情况\n（一）关于学习问题\n组织学习6次。\n（二）⟦关于作风问题⟧\n（三）关于纪律问题\n开展督查3次。\n"
            "三、下一步打算\n持续抓好整改。\n"
        ),
        Bad(
            "一、整改落实情况\n1.学习不够深入\n整改情况：组织学习6次。\n2.作风不够扎实\n⟦整改情况：⟧\n3.纪律不够严格\n整改情况：开展督查3次。\n"
        ),
        Bad(
            "一、整改落实情况\n1.学习不够深入\n存在问题：学习次数少。\n整改措施：组织学习6次。\n2.作风不够扎实\n存在问题：下基层少。\n整改措施：下基层12次。\n"
            "3.⟦纪律不够严格⟧\n存在问题：考勤不严。\n4.制度不够健全\n存在问题：制度不全。\n整改措施：修订制度4项。\n",
            severity=Severity.WARNING,
        ),
        Good(
            "一、存在的主要问题\n（一）学习不够深入\n（二）作风不够扎实\n（三）纪律不够严格\n二、整改措施\n逐项制定措施。\n"
        ),
        Good(
            "三、整改措施\n（一）加强学习\n存在问题：学习次数少。\n整改措施：\n1.每月学习一次。\n2.每季度交流一次。\n"
            "（二）改进作风\n存在问题：下基层少。\n整改措施：\n1.每月下基层一次。\n2.每季度通报一次。\n"
        ),
    ),
)
