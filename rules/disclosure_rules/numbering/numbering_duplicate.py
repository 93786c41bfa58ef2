"""NUM003: the same number stands twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
)

if TYPE_CHECKING:
    from disclosure_lint.facts.headings.doubled import Doubled
    from disclosure_lint.facts.headings.numbering import NumberingFault


def check(draft: Draft, options: None) -> Iterator[Finding]:
    from disclosure_lint.facts.headings.sequence import Slip

    for fault in draft.facts.numbering.faults:
        if fault.slip is Slip.DUPLICATE:
            yield from _finding(fault)
    yield from map(_doubled, draft.facts.numbering.doubled)


def _finding(fault: NumberingFault) -> Iterator[Finding]:
    from disclosure_lint.facts.headings.runs import with_number

    label, other = fault.section.label, fault.other.label if fault.other is not None else None
    if label is None or other is None:
        return
    expected = with_number(label, fault.expected)
    fix = None
    if fault.alone:
        title = Text(f"把“{label.text}”改为“{expected}”", f"change “{label.text}” to “{expected}”")
        fix = Fix(title, (Edit(label.span, expected),), Safety.UNSAFE)
    yield Finding(
        label.span,
        {"label": label.span, "expected": expected},
        related=(Related(other.span, Text("另一处“{label}”", "the other “{label}”"), {"label": other.span}),),
        values={"stated": label.text, "computed": expected},
        fix=fix,
    )


def _doubled(heading: Doubled) -> Finding:
    title = Text("删去后面的序号", "delete the second number")
    return Finding(
        heading.number,
        {"label": heading.label.span, "again": heading.number},
        "automatic" if heading.automatic else "doubled",
        fix=Fix(title, (Edit(heading.again, ""),), Safety.UNSAFE),
    )


RULE = Rule(
    code="NUM003",
    name="numbering-duplicate",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    structural=True,
    summary=Text("同一组里序号重复。", "The same number stands twice in one list."),
    messages={
        "main": Text(
            "序号重复：“{label}”在同一组里出现了两次，按次序这里应是“{expected}”。",
            "The number “{label}” stands twice in one list; in order, this should be “{expected}”.",
        ),
        "doubled": Text("“{label}”后面又写了序号“{again}”。", "Behind the number “{label}” stands another, “{again}”."),
        "automatic": Text(
            "自动编号“{label}”后面又手写了“{again}”，印出来有两个序号。",
            "“{again}” was typed behind the automatic number “{label}”: two numbers are printed.",
        ),
    },
    help=Text(
        "改正这里的序号，并核对其后各条；如果整条内容重复，删去一条。",
        "Correct the number and check those that follow; if the item itself is doubled, delete one.",
    ),
    why=Text(
        "两个“第二项”，引用时说不清是哪一项，问题的个数也数不准。",
        "With two items of one number no reference is clear, and the problems cannot be counted.",
    ),
    basis=Text(
        "GB/T 9704—2012 第7.3.3条：结构层次序数依次标注",
        "GB/T 9704-2012, 7.3.3: levels of a text are numbered in order",
    ),
    fixes=(Safety.UNSAFE,),
    check=check,
    examples=(
        Bad(
            "一、提高站位\n召开会议。\n二、落实整改\n逐项整改。\n⟦二、⟧巩固成果\n健全制度。\n",
            fixed="一、提高站位\n召开会议。\n二、落实整改\n逐项整改。\n三、巩固成果\n健全制度。\n",
        ),
        Bad(
            "一、整改情况\n1.关于学习问题\n已整改。\n2.关于作风问题\n已整改。\n⟦2.⟧关于纪律问题\n已整改。\n3.关于廉政问题\n已整改。\n"
        ),
        Bad(
            "一、提高站位\n召开会议。\n二、⟦二、⟧落实整改\n逐项整改。\n三、巩固成果\n健全制度。\n",
            fixed="一、提高站位\n召开会议。\n二、落实整改\n逐项整改。\n三、巩固成果\n健全制度。\n",
        ),
        Good("一、组织领导\n（一）加强领导\n成立专班。\n二、整改情况\n（一）关于作风问题\n已整改。\n"),
    ),
)
