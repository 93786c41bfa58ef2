"""NUM006: labels that are punctuated against the standard or the draft's own style."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import HEADING_FORMS, Form, Label
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
    from disclosure_lint.facts.headings.numbering import Misformed

_BRACKETED = frozenset({Form.CHINESE_BRACKETED, Form.ARABIC_BRACKETED})
_AFTER_BRACKET = Pattern(r"(?<=[）)])[ 　]*[、.．，,]$")
_AFTER_NUMBER = Pattern(r"[、.．，,]$")
_EACH = 3  # beyond that the draft has a habit: one finding tells it


def check(draft: Draft, options: None) -> Iterator[Finding]:
    misformed = draft.facts.numbering.misformed
    wrong = {each.section for each in misformed}
    labels: dict[Form, list[Label]] = {}
    for section in draft.document.sections:
        if section not in wrong and section.label is not None and section.label.form in HEADING_FORMS:
            labels.setdefault(section.label.form, []).append(section.label)
    for form, members in labels.items():
        if form in _BRACKETED:
            yield from _report([label for label in members if _AFTER_BRACKET.search(label.text)], "bracketed", "")
        elif form is Form.CHINESE:
            yield from _report([label for label in members if label.text[-1] in ".．，,"], "chinese", "、")
        elif form is Form.ARABIC:
            yield from _arabic(members)
    yield from (_misformed(each) for each in misformed)


def _arabic(labels: Sequence[Label]) -> Iterator[Finding]:
    commas = [label for label in labels if label.text[-1] == "、"]
    points = [label for label in labels if label.text[-1] in ".．"]
    if not points:
        yield from _report(commas, "arabic", ".", at_most=0)
    elif commas:
        few, many = (points, commas) if len(points) < len(commas) else (commas, points)
        yield from _report(few, "mixed", many[0].text[-1], many[0])


def _report(
    labels: Sequence[Label], variant: str, mark: str, model: Label | None = None, at_most: int = _EACH
) -> Iterator[Finding]:
    """A finding for each of a few labels, or one for all of them.

    Args:
        labels: the labels that are wrong.
        variant: the message for one of them.
        mark: what should stand behind the number; nothing behind brackets.
        model: a label as most others of the form are written.
        at_most: up to how many labels get a finding each.
    """
    together = len(labels) > at_most
    for label in labels[:1] if together else labels:
        right = _repaired(label, mark)
        all_of_them = labels if together else [label]
        edits = tuple(Edit(each.span, _repaired(each, mark)) for each in all_of_them)
        fields: dict[str, Value] = {"label": label.span, "right": right, "count": len(all_of_them)}
        related = (
            (Related(model.span, Text("多数写作“{model}”", "most are written “{model}”"), {"model": model.span}),)
            if model
            else ()
        )
        title = Text(f"改为“{right}”", f"change to “{right}”")
        yield Finding(
            label.span,
            fields | ({"model": model.span} if model is not None else {}),
            variant=f"{variant}-all" if together else variant,
            related=related,
            values={"stated": label.text, "computed": right},
            fix=Fix(title, edits),
        )


def _repaired(label: Label, mark: str) -> str:
    pattern = _AFTER_NUMBER if mark else _AFTER_BRACKET
    return pattern.sub(mark, label.text)


def _misformed(wrong: Misformed) -> Finding:
    from disclosure_lint.facts.headings.runs import number_of, with_number

    assert wrong.section.label is not None
    label, model = wrong.section.label, wrong.model
    right = with_number(model, number_of(wrong.section))
    return Finding(
        label.span,
        {"label": label.span, "right": right},
        variant="form",
        related=(
            Related(
                model.span, Text("同级序号写作“{model}”", "its level is numbered like “{model}”"), {"model": model.span}
            ),
        ),
        values={"stated": label.text, "computed": right},
    )


RULE = Rule(
    code="NUM006",
    name="mixed-number-style",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    structural=True,
    summary=Text(
        "序号后的标点不合标准，或与本稿的写法不一致。",
        "A number is punctuated against the standard or the draft's own style.",
    ),
    messages={
        "bracketed": Text(
            "序号“{label}”已带括号，后面不再加标点，应写“{right}”。",
            "A number in brackets takes no mark after it: “{right}”, not “{label}”.",
        ),
        "bracketed-all": Text(
            "带括号的序号后面不再加标点：“{label}”应写“{right}”，本稿共{count}处。",
            "A number in brackets takes no mark after it: “{right}”, not “{label}”; {count} places in this draft.",
        ),
        "chinese": Text(
            "汉字序号后应用顿号：“{label}”应写“{right}”。",
            "A Chinese numeral takes 、 after it: “{right}”, not “{label}”.",
        ),
        "chinese-all": Text(
            "汉字序号后应用顿号：“{label}”应写“{right}”，本稿共{count}处。",
            "A Chinese numeral takes 、 after it: “{right}”, not “{label}”; {count} places in this draft.",
        ),
        "arabic-all": Text(
            "阿拉伯数字序号后应用下脚点：“{label}”应写“{right}”，本稿共{count}处。",
            "An Arabic numeral takes a point after it: “{right}”, not “{label}”; {count} places in this draft.",
        ),
        "mixed": Text(
            "序号写法不一致：这里写“{label}”，本稿多数写作“{model}”；为求一致，这里应写“{right}”。",
            "Numbers are written in two ways: “{label}” here, mostly “{model}” in this draft; to agree with the rest, write “{right}”.",
        ),
        "mixed-all": Text(
            "序号写法不一致：有{count}处像这里一样写作“{label}”，其余写作“{model}”；为求一致，这里应写“{right}”。",
            "Numbers are written in two ways: {count} like “{label}”, the others like “{model}”; to agree with them, write “{right}” here.",
        ),
        "form": Text(
            "序号“{label}”的写法与同级标题不同：按次序应写“{right}”。",
            "“{label}” is not written like the other numbers of its level: here it should be “{right}”.",
        ),
    },
    help=Text(
        "按提示改正序号后的标点；全稿用同一种写法。",
        "Correct the mark after the number, and write all numbers of a level alike.",
    ),
    why=Text(
        "序号写法混用，一看就是几份稿子拼起来的，层级也不好核对。",
        "Numbers written in several ways look pasted together and make the levels hard to check.",
    ),
    basis=Text(
        "GB/T 15834—2011 附录B.3：汉字序号后用顿号，阿拉伯数字序号后用下脚点，带括号的序号后不加点号",
        "GB/T 15834-2011, annex B.3: 、 behind a Chinese numeral, a point behind an Arabic one, nothing behind a bracketed one",
    ),
    fixes=(Safety.SAFE,),
    check=check,
    examples=(
        Bad(
            "一、组织领导情况\n⟦（一）、⟧加强领导\n成立专班。\n（二）压实责任\n明确分工。\n",
            fixed="一、组织领导情况\n（一）加强领导\n成立专班。\n（二）压实责任\n明确分工。\n",
        ),
        Bad(
            "一、整改情况\n1.关于学习问题\n已整改。\n2.关于作风问题\n已整改。\n⟦3、⟧关于纪律问题\n已整改。\n",
            fixed="一、整改情况\n1.关于学习问题\n已整改。\n2.关于作风问题\n已整改。\n3.关于纪律问题\n已整改。\n",
        ),
        Bad(
            "一、整改情况\n⟦1、⟧关于学习问题\n已整改。\n2、关于作风问题\n已整改。\n",
            fixed="一、整改情况\n1.关于学习问题\n已整改。\n2.关于作风问题\n已整改。\n",
        ),
        Bad("一、组织领导情况\n召开会议。\n⟦2、⟧整改落实情况\n逐项整改。\n三、下一步打算\n持续用力。\n"),
        Good(
            "一、整改情况\n(一)关于学习问题\n已整改。\n（二）关于作风问题\n1.关于文风问题\n已整改。\n2．关于会风问题\n已整改。\n"
        ),
    ),
)
