"""NUM004: numbers are out of order."""

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
    Value,
)

if TYPE_CHECKING:
    from disclosure_lint.facts.headings.numbering import NumberingFault


def check(draft: Draft, options: None) -> Iterator[Finding]:
    from disclosure_lint.facts.headings.sequence import Slip

    for fault in draft.facts.numbering.faults:
        if fault.slip is Slip.DISORDER:
            yield from _finding(fault)


def _finding(fault: NumberingFault) -> Iterator[Finding]:
    from disclosure_lint.facts.headings.runs import with_number

    label, other = fault.section.label, fault.other.label if fault.other is not None else None
    if label is None:
        return
    expected = with_number(label, fault.expected)
    values = {"stated": label.text, "computed": expected}
    if other is not None and other.number == fault.expected:
        related = Related(other.span, Text("“{label}”在这里", "“{label}” stands here"), {"label": other.span})
        fields = {"label": label.span, "other": other.span}
        yield Finding(label.span, fields, variant="swapped", related=(related,), values=values)
        return
    fix = None
    if fault.alone:
        title = Text(f"把“{label.text}”改为“{expected}”", f"change “{label.text}” to “{expected}”")
        fix = Fix(title, (Edit(label.span, expected),), Safety.UNSAFE)
    before = fault.before.label if fault.before is not None else None
    related_before = (
        (Related(before.span, Text("前一个序号是“{label}”", "the number before is “{label}”"), {"label": before.span}),)
        if before is not None
        else ()
    )
    told: dict[str, Value] = {"label": label.span, "expected": expected}
    yield Finding(label.span, told, related=related_before, values=values, fix=fix)


RULE = Rule(
    code="NUM004",
    name="numbering-disorder",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    structural=True,
    summary=Text("序号的次序颠倒或错乱。", "Numbers are out of order."),
    messages={
        "main": Text(
            "序号错乱：按次序这里应是“{expected}”，写成了“{label}”。",
            "Numbers are out of order: “{expected}” belongs here, not “{label}”.",
        ),
        "swapped": Text(
            "序号颠倒：“{label}”排到了“{other}”前面。",
            "Numbers are out of order: “{label}” stands before “{other}”.",
        ),
    },
    help=Text(
        "核对这几条：是内容挪动后忘了改序号，还是两条放反了位置。",
        "Check these items: either they were moved and kept their numbers, or they stand in the wrong order.",
    ),
    why=Text(
        "次序错乱说明稿子被多人改过而没有通读，引用某一项时也会指错。",
        "Disorder shows that a draft was edited and not read again, and references point to the wrong item.",
    ),
    basis=Text(
        "GB/T 9704—2012 第7.3.3条：结构层次序数依次标注",
        "GB/T 9704-2012, 7.3.3: levels of a text are numbered in order",
    ),
    fixes=(Safety.UNSAFE,),
    check=check,
    examples=(
        Bad(
            "一、提高站位\n召开会议。\n⟦三、⟧巩固成果\n健全制度。\n二、落实整改\n逐项整改。\n四、下一步打算\n持续用力。\n"
        ),
        Bad(
            "（一）关于学习问题\n已整改。\n（二）关于作风问题\n已整改。\n⟦（七）⟧关于纪律问题\n已整改。\n（四）关于廉政问题\n已整改。\n",
            fixed="（一）关于学习问题\n已整改。\n（二）关于作风问题\n已整改。\n（三）关于纪律问题\n已整改。\n（四）关于廉政问题\n已整改。\n",
        ),
        Good(
            "一、整改情况\n1.关于学习问题\n已整改。\n2.关于作风问题\n已整改。\n二、下一步打算\n1.持续整改\n常抓不懈。\n"
        ),
    ),
)
