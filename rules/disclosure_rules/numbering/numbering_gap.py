"""NUM002: a number is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure_grammar.tree import Label
from disclosure_lint.rule import DISCLOSURES, Bad, Draft, Finding, Good, Iterator, Related, Rule, Severity, Text, Value

if TYPE_CHECKING:
    from disclosure_lint.facts.headings.numbering import NumberingFault


def check(draft: Draft, options: None) -> Iterator[Finding]:
    from disclosure_lint.facts.headings.sequence import Slip

    for fault in draft.facts.numbering.faults:
        label = fault.section.label
        if fault.slip is Slip.GAP and label is not None:
            yield _finding(fault, label)


def _finding(fault: NumberingFault, label: Label) -> Finding:
    from disclosure_lint.facts.headings.runs import with_number

    zh, en = "", ""
    for number in fault.missing:
        zh += f"“{with_number(label, number)}”"
        en += (", " if en else "") + f"“{with_number(label, number)}”"
    before = fault.before.label if fault.before is not None else None
    fields: dict[str, Value] = {"label": label.span, "missing": Text(zh, en)}
    values = {"stated": label.text, "computed": with_number(label, fault.expected)}
    if before is None:
        return Finding(label.span, fields, variant="first", values=values)
    related = (
        Related(before.span, Text("前一个序号是“{label}”", "the number before is “{label}”"), {"label": before.span}),
    )
    return Finding(label.span, fields | {"before": before.span}, related=related, values=values)


RULE = Rule(
    code="NUM002",
    name="numbering-gap",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    structural=True,
    summary=Text("序号不连续，中间缺号。", "A number is left out."),
    messages={
        "main": Text(
            "序号不连续：“{before}”之后是“{label}”，缺{missing}。",
            "Numbers are left out: “{before}” is followed by “{label}”, without {missing}.",
        ),
        "first": Text(
            "这一组序号从“{label}”开始，缺{missing}。",
            "This list begins with “{label}”, without {missing}.",
        ),
    },
    help=Text(
        "查一查是漏了一条，还是序号写错：漏了就补上内容，写错就改正其后的序号。",
        "See whether an item was lost or the number is wrong: put the item back, or correct the numbers from here on.",
    ),
    why=Text(
        "缺号会让人怀疑有问题被删掉了，“共几项”的说法也对不上。",
        "A missing number looks as if a problem had been taken out, and the totals no longer fit.",
    ),
    basis=Text(
        "GB/T 9704—2012 第7.3.3条：结构层次序数依次标注",
        "GB/T 9704-2012, 7.3.3: levels of a text are numbered in order",
    ),
    check=check,
    examples=(
        Bad("一、提高站位\n召开会议。\n二、落实整改\n逐项整改。\n⟦四、⟧巩固成果\n健全制度。\n"),
        Bad(
            "一、组织领导情况\n（一）加强领导\n成立专班。\n（二）压实责任\n明确分工。\n二、整改落实情况\n⟦（二）⟧关于作风问题\n已整改。\n"
            "（三）关于纪律问题\n已整改。\n三、下一步打算\n（一）持续整改\n常抓不懈。\n（二）健全制度\n建章立制。\n"
            "四、其他事项\n（一）接受监督\n欢迎监督。\n"
        ),
        Good(
            "一、整改落实情况\n（一）关于学习方面\n1.关于学习不深入问题\n已整改。\n2.关于记录不规范问题\n已整改。\n"
            "（二）关于作风方面\n3.关于调研不够问题\n已整改。\n4.关于文风不实问题\n已整改。\n"
            "（三）关于纪律方面\n5.关于考勤不严问题\n已整改。\n"
        ),
        Good(
            "一、组织领导情况\n（一）加强领导\n成立专班。\n（二）压实责任\n明确分工。\n二、整改落实情况\n（一）关于作风问题\n已整改。\n"
            "（二）关于纪律问题\n已整改。\n"
        ),
    ),
)
