"""NUM001: a heading has lost its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_grammar.tree import Label, Node
from disclosure_lint.rule import (
    DISCLOSURES,
    Bad,
    Draft,
    Edit,
    Finding,
    Fix,
    Good,
    Iterator,
    Related,
    Rule,
    Safety,
    Severity,
    Text,
    Value,
)

if TYPE_CHECKING:
    from disclosure_lint.facts.headings.unnumbered import Unnumbered

_LEFT_OVER = Pattern(r"\s*(?:[、.．（()）]|[\d０-９]|[一二三四五六七八九十]+[、.．,，)）])")
"""What remains of a label, or may be read as one once a number stands before it: there the fix is the clerk's."""


def check(draft: Draft, options: None) -> Iterator[Finding]:
    for line in draft.facts.numbering.unnumbered:
        first = next((section.label for section in line.siblings if section.label is not None), None)
        if first is not None:
            yield _finding(line, first)


def _finding(line: Unnumbered, first: Label) -> Finding:
    from disclosure_lint.facts.headings.runs import with_number

    related = tuple(
        Related(section.label.span, Text("同级标题，有序号", "a heading of the same level, with a number"))
        for section in _neighbours(line)
        if section.label is not None
    )
    grade = "firm" if line.firm else "thin"
    fields: dict[str, Value] = {
        "title": line.span,
        "sibling": line.siblings[-1].label.text if line.siblings[-1].label else first.text,
    }
    if line.number is None:
        return Finding(line.span, fields, variant="somewhere" if line.firm else "maybe", grade=grade, related=related)
    expected = with_number(first, line.number)
    at_the_end = line.siblings[-1].span.start < line.span.start
    fix = None
    if not _LEFT_OVER.match(line.node.text):
        title = Text(f"在标题前补上“{expected}”", f"put “{expected}” before the heading")
        fix = Fix(title, (Edit(Span(line.span.start, line.span.start), expected),), Safety.UNSAFE)
    return Finding(
        line.span,
        fields | {"expected": expected},
        variant="last" if at_the_end else "main",
        grade=grade,
        related=related,
        fix=fix,
    )


def _neighbours(line: Unnumbered) -> tuple[Node, ...]:
    before = [section for section in line.siblings if section.span.start < line.span.start]
    after = [section for section in line.siblings if section.span.start > line.span.start]
    return (*before[-1:], *after[:1])


RULE = Rule(
    code="NUM001",
    name="unnumbered-section",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    structural=True,
    grades={"thin": Severity.WARNING},
    summary=Text(
        "同级标题都有序号，其中一个标题没有序号。",
        "A heading has no number although the headings of its level have one.",
    ),
    messages={
        "main": Text(
            "标题“{title}”缺序号：前后标题的序号之间正好空着“{expected}”。",
            "The heading “{title}” has no number: the numbers before and after it leave out just “{expected}”.",
        ),
        "last": Text(
            "标题“{title}”缺序号：它与前面带序号的标题（到“{sibling}”为止）写法相同，按次序应是“{expected}”。",
            "The heading “{title}” has no number: it is written like the numbered ones up to “{sibling}”, so it should be “{expected}”.",
        ),
        "somewhere": Text(
            "标题“{title}”缺序号：它与带序号的同级标题（如“{sibling}”）写法相同。",
            "The heading “{title}” has no number, although it is written like its numbered siblings (such as “{sibling}”).",
        ),
        "maybe": Text(
            "“{title}”像是标题，但没有序号；前后标题都有序号（如“{sibling}”）。",
            "“{title}” looks like a heading without a number; the headings around it have one (such as “{sibling}”).",
        ),
    },
    help=Text(
        "补上序号，并核对其后各条的序号；如果这一行不是标题，请并入正文。",
        "Add the number and check those that follow; if the line is no heading, make it part of the text.",
    ),
    why=Text(
        "缺了序号，读者数不清有几个问题，正文里“第几项”的说法也对不上。",
        "With a number lost, readers cannot count the problems, and references to an item no longer fit.",
    ),
    basis=Text(
        "GB/T 9704—2012 第7.3.3条：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注",
        "GB/T 9704-2012, 7.3.3: the levels of a text are numbered 一、 （一） 1. （1）",
    ),
    fixes=(Safety.UNSAFE,),
    check=check,
    examples=(
        Bad(
            "一、提高政治站位\n院党组召开专题会议研究整改工作。\n⟦抓好问题整改⟧\n对照反馈意见逐条整改到位。\n"
            "三、巩固整改成果\n健全长效机制，防止问题反弹。\n",
            fixed="一、提高政治站位\n院党组召开专题会议研究整改工作。\n二、抓好问题整改\n对照反馈意见逐条整改到位。\n"
            "三、巩固整改成果\n健全长效机制，防止问题反弹。\n",
        ),
        Bad(
            "一、问题整改情况\n（一）关于“理论学习不够深入”问题\n组织专题学习6次。\n"
            "（二）关于“执行纪律不够严格”问题\n开展警示教育3次。\n⟦关于“服务群众不够主动”问题⟧\n设立便民窗口5个。\n"
        ),
        Good(
            "中共青岚县人民法院党组\n关于巡察整改进展情况的通报\n一、组织领导情况\n已成立专班。\n二、整改落实情况\n已全部完成。\n"
        ),
        Good(
            "一、主要做法\n加强组织领导。成立整改工作领导小组，召开会议5次。\n压实工作责任。逐项明确责任人。\n"
            "二、整改成效\n各项问题均已整改到位。\n"
        ),
    ),
)
