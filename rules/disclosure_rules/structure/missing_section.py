"""STR003: a part that every such document has is absent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure_grammar.tree import Document
from disclosure_lint.rule import PRACTICE, PROGRESS_AND_PLAN, Bad, Draft, Finding, Good, Iterator, Rule, Severity, Text

if TYPE_CHECKING:
    from disclosure_lint.facts.parts import Part

_SECTIONS = 6  # a draft with fewer sections and less text is held to a part only where it has all the others
_CHARACTERS = 1200
_SHORTEST = {"plan": 300, "progress": 900}  # less text is an extract
_NAMES = {
    "责任落实": Text("组织落实整改、履行主体责任的情况", "how the work was led and organised (组织落实, 主体责任)"),
    "整改进展": Text("逐项整改的进展情况", "what was put right, problem by problem (整改进展)"),
    "下一步": Text("下一步的打算", "what comes next (下一步)"),
    "目标": Text("整改的目标要求", "the aims (目标, 要求)"),
    "措施": Text("整改的措施任务", "the measures (措施, 任务)"),
    "保障": Text("组织保障", "how it will be led and supervised (组织保障)"),
}


def check(draft: Draft, options: None) -> Iterator[Finding]:
    document = draft.document
    top = [section for section in document.sections if section.level == 1]
    size = len(draft.source.text)
    short = len(document.sections) < _SECTIONS and size < _CHARACTERS
    if len(top) <= 1 or (short and size < _SHORTEST[draft.genre]) or _top_is_broken(draft):
        return
    from disclosure_lint.facts.parts import PLAN_PARTS, PROGRESS_PARTS, Part, has_part, is_of_one_task, lists_problems

    parts: tuple[Part, ...] = PLAN_PARTS if draft.genre == "plan" else PROGRESS_PARTS
    if lists_problems(document):
        parts = (Part.NEXT,) if draft.genre != "plan" else ()
    missing = [part for part in parts if not has_part(document, part)]
    if missing and is_of_one_task(document):
        return
    if short and not _has_all_but_one(document, parts, missing):
        return
    for part in missing:
        yield Finding(None, {"part": _NAMES[part]})


def _has_all_but_one(document: Document, parts: tuple[Part, ...], missing: list[Part]) -> bool:
    """Whether a short draft is made of these parts all the same: only one is missing, and each of the others has a heading of its own."""
    from disclosure_lint.facts.parts import has_heading

    others = [part for part in parts if part not in missing]
    return len(missing) == 1 and len(others) > 1 and all(has_heading(document, part) for part in others)


def _top_is_broken(draft: Draft) -> bool:
    """Whether the numbers of the highest level already tell that a part, or the number of its heading, was lost."""
    numbering = draft.facts.numbering
    gaps = (fault.section for fault in numbering.faults if fault.missing)
    lost = (sibling for line in numbering.unnumbered for sibling in line.siblings[:1])
    return any(section.level == 1 for section in (*gaps, *lost))


RULE = Rule(
    code="STR003",
    name="missing-section",
    genres=PROGRESS_AND_PLAN,
    severity=Severity.WARNING,
    unfinished=True,
    summary=Text(
        "缺少这类文稿都有的部分（组织落实、整改进展、下一步；方案为目标、措施、保障）。",
        "A part that every such document has is absent.",
    ),
    messages={"main": Text("全文没有写{part}。", "The draft does not say {part}.")},
    help=Text(
        "补上这一部分；如果已写在别处，请在标题里点明。",
        "Add the part; where the text has it under another heading, let the heading say so.",
    ),
    why=Text(
        "缺了这一部分，审核时容易被退回，群众也看不到整改的全貌。",
        "Without it the draft may be sent back in review, and the public does not see the whole of the work.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "一、组织领导情况\n（一）加强领导\n成立整改工作领导小组。\n（二）压实责任\n逐项明确责任人。\n二、问题整改情况\n"
            "（一）关于“学习不深入”问题\n组织学习6次。\n（二）关于“作风不扎实”问题\n开展督查3次。\n（三）关于“制度不健全”问题\n修订制度4项。\n"
        ),
        Bad(
            "一、整改目标\n（一）提高认识\n认真学习。\n（二）彻底整改\n件件落实。\n二、整改措施\n（一）关于学习问题\n每月学习一次。\n"
            "（二）关于作风问题\n每季度督查一次。\n（三）关于制度问题\n12月底前修订制度。\n",
            genre="plan",
        ),
        Good(
            "一、组织领导情况\n（一）加强领导\n成立整改工作领导小组。\n（二）压实责任\n逐项明确责任人。\n二、问题整改情况\n"
            "（一）关于“学习不深入”问题\n组织学习6次。\n（二）关于“作风不扎实”问题\n开展督查3次。\n下一步，我局将持续抓好整改。\n"
        ),
        Good(
            "青岚县水利局党组关于县委巡察反馈意见的整改方案\n为抓好整改，制定本方案。\n一、整改措施\n每月学习一次，每季度督查一次，12月底前修订制度。\n"
            "二、组织保障\n党组书记负总责，机关党委每月调度一次。\n",
            genre="plan",
        ),
        Good("一、整改情况\n已整改问题12个。\n二、存在问题\n还有1个问题正在整改。\n"),
    ),
)
