"""TXT008: a paragraph, sentence or phrase that stands in the draft twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_lint.rule import (
    DISCLOSURES,
    PRACTICE,
    Bad,
    Draft,
    Edit,
    Finding,
    Fix,
    Good,
    Related,
    Rule,
    Safety,
    Severity,
    Span,
    Text,
    Value,
)

if TYPE_CHECKING:
    from disclosure_lint.facts.writing.repeats import Repeat

_LONG = 80  # characters that nobody writes twice on purpose
_MIDDLING = 40  # characters that hardly answer two problems alike in a report
_MEASURE = 60  # characters of a measure that may answer two problems of a plan, and may be pasted twice
_OPENING = 24  # characters shown of what is repeated


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag what was copied twice; formulas, and measures that answer two problems of a plan, are meant."""
    from disclosure_lint.facts.writing.repeats import RepeatKind, extract

    for repeat in extract(draft.document, draft.facts.running_text):
        if repeat.kind in (RepeatKind.SENTENCE, RepeatKind.PHRASE) or repeat.adjacent:
            yield _finding(draft, repeat, "firm")
        elif repeat.paragraphs > 1 or repeat.times == 2:  # what is said three times is said on purpose
            grade = _grade(draft, repeat)
            if grade:
                yield _finding(draft, repeat, grade)


def _grade(draft: Draft, repeat: Repeat) -> str:
    """How surely paragraphs that stand apart are repeated by mistake; an empty string where they may well be meant."""
    if draft.genre == "plan":
        if repeat.length >= _LONG * min(repeat.paragraphs, 2):
            return "firm"
        return "thin" if repeat.length >= _MEASURE * repeat.paragraphs else ""
    in_lead = not draft.document.path(draft.document.leaf_at(repeat.first.start))
    at_the_end = repeat.span.end * 3 > len(draft.source.text) * 2  # a text may close with the words it opens with
    return "firm" if repeat.length >= (_LONG if in_lead and at_the_end else _MIDDLING) else ""


def _finding(draft: Draft, repeat: Repeat, grade: str) -> Finding:
    opening = draft.source.slice(repeat.span)[:_OPENING].split("\n")[0].split("\r")[0]
    words = Span(repeat.span.start, repeat.span.start + len(opening))
    fields: dict[str, Value] = {"words": words, "paragraphs": repeat.paragraphs}
    related = (Related(repeat.first, Text("第一次出现", "the first time")),)
    fix = None
    if repeat.kind.value == "phrase":
        fix = Fix(Text("删去重复的词语", "delete the repetition"), (Edit(repeat.span, ""),), Safety.UNSAFE)
    return Finding(repeat.span, fields, repeat.kind.value, grade, related=related, fix=fix)


RULE = Rule(
    code="TXT008",
    name="duplicated-paragraph",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    grades={"thin": Severity.INFO},
    summary=Text(
        "同一段、同一句或同一个词组原样写了两遍。",
        "The same paragraph, sentence or phrase stands in the draft twice, word for word.",
    ),
    messages={
        "paragraph": Text(
            "以“{words}”开头的这一段，前面已经一字不差地写过。",
            "The paragraph that begins “{words}” has stood above, word for word.",
        ),
        "paragraphs": Text(
            "从“{words}”开始的{paragraphs}段，前面已经一字不差地写过。",
            "The {paragraphs} paragraphs from “{words}” on have stood above, word for word.",
        ),
        "sentence": Text(
            "以“{words}”开头的这一句，刚才已经写过。",
            "The sentence that begins “{words}” has just been said.",
        ),
        "phrase": Text(
            "“{words}”连写了两遍。",
            "“{words}” is written twice in a row.",
        ),
    },
    help=Text(
        "删去多余的一处；如果应当写别的内容，把这里改过来。",
        "Delete one of the two; if something else was meant here, put it in.",
    ),
    why=Text(
        "重复多半是复制粘贴留下的，真正该写的内容可能因此漏掉了。",
        "Repetitions come from copy and paste; what should stand there may be missing because of them.",
    ),
    basis=PRACTICE,
    check=check,
    fixes=(Safety.UNSAFE,),
    examples=(
        Bad(
            "一、整改情况\n1.学习不深入。\n修订学习制度2项，组织专题学习12次，开展交流研讨4次，覆盖全体党员干部86人。\n"
            "2.调研不经常。\n⟦修订学习制度2项，组织专题学习12次，开展交流研讨4次，覆盖全体党员干部86人。⟧\n"
        ),
        Bad(
            "一、整改情况\n1.学习不深入。\n组织专题学习12次，开展交流研讨4次，覆盖全体党员干部86人。\n2.调研不经常。\n开展蹲点调研6次，形成调研报告3篇，解决群众反映的用水问题41个。\n"
            "⟦1.学习不深入。\n组织专题学习12次，开展交流研讨4次，覆盖全体党员干部86人。\n2.调研不经常。\n开展蹲点调研6次，形成调研报告3篇，解决群众反映的用水问题41个。⟧\n"
        ),
        Bad(
            "一、整改情况\n对全县42座小型水库逐一开展安全鉴定，完成除险加固9座，落实管护经费。同时，健全巡查制度。"
            "⟦对全县42座小型水库逐一开展安全鉴定，完成除险加固9座，落实管护经费⟧。\n"
        ),
        Bad(
            "一、整改情况\n18个问题已全部整改。\n"
            "欢迎广大干部群众监督。如有意见建议，请及时反映。联系电话：0717-5550132；通信地址：青岚县文昌路66号县水利局。\n"
            "⟦欢迎广大干部群众监督。如有意见建议，请及时反映。联系电话：0717-5550132；通信地址：青岚县文昌路66号县水利局。⟧\n"
        ),
        Bad(
            "一、整改情况\n健全制度，进一步加强队伍建设⟦加强队伍建设⟧，提升履职能力。\n",
            fixed="一、整改情况\n健全制度，进一步加强队伍建设，提升履职能力。\n",
        ),
        Bad(
            "一、整改措施\n1.学习不深入。\n每季度开展一次专题学习，每半年开展一次交流研讨，年底前对学习情况进行一次全面考核并通报。责任领导：王建国；责任部门：办公室。\n"
            "2.调研不经常。\n⟦每季度开展一次专题学习，每半年开展一次交流研讨，年底前对学习情况进行一次全面考核并通报。责任领导：王建国；责任部门：办公室。⟧\n",
            "plan",
            severity=Severity.INFO,
        ),
        Good(
            "一、整改情况\n1.学习不深入。\n已完成整改，并将长期坚持、持续推进，确保整改成效不反弹、不回潮、见实效。\n责任单位：办公室、机关党委、规划科、水资源科；整改时限：2024年6月底前完成\n"
            "2.调研不经常。\n已完成整改，并将长期坚持、持续推进，确保整改成效不反弹、不回潮、见实效。\n责任单位：办公室、机关党委、规划科、水资源科；整改时限：2024年6月底前完成\n"
        ),
        Good(
            "一、整改措施\n1.学习不深入。\n每季度开展一次专题学习，每半年开展一次交流研讨，年底前对学习情况进行一次全面考核并通报。\n"
            "2.调研不经常。\n每季度开展一次专题学习，每半年开展一次交流研讨，年底前对学习情况进行一次全面考核并通报。\n",
            "plan",
        ),
        Good(
            "一、整改情况\n组织专题学习12次，开展交流研讨4次，覆盖全体党员干部86人，形成报告3篇。\n组织专题学习13次，开展交流研讨4次，覆盖全体党员干部86人，形成报告3篇。\n"
        ),
    ),
)
