"""TXT003: quotation marks, brackets and book-title marks without their partner, or wrongly nested."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_lint.rule import (
    DISCLOSURES,
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
    Text,
    Value,
)

if TYPE_CHECKING:
    from disclosure_lint.facts.marks.half_labels import HalfLabel
    from disclosure_lint.facts.marks.pairs import Fault

_NAMES = {
    "“": Text("双引号", "double quotation mark"),
    "‘": Text("单引号", "single quotation mark"),
    "《": Text("书名号", "book-title mark"),
    "〈": Text("单书名号", "single book-title mark"),
    "（": Text("圆括号", "round bracket"),
    "【": Text("方头括号", "black bracket"),
    "〔": Text("六角括号", "tortoise-shell bracket"),
    "[": Text("方括号", "square bracket"),
    "「": Text("直角引号", "corner quotation mark"),
    "『": Text("双直角引号", "double corner quotation mark"),
    '"': Text("直引号", "straight quotation mark"),
}
_GRADES = {"nested": "nested", "straight": "thin"}
_THERE = {
    "swapped": Text("另一个引号或括号", "the other mark"),
    "alike": Text("同方向的另一个", "the other mark of the same direction"),
    "mismatched": Text("与它相对的标点", "the mark it meets instead"),
    "crossed": Text("与它配对的标点", "the mark it belongs to"),
    "nested": Text("与它配对的标点", "the mark it belongs to"),
}


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag every mark that is out of balance."""
    halves = {half.bracket: half for half in draft.facts.half_labels}
    found = {fault.mark: fault for fault in draft.facts.pairs.faults}
    for mark in sorted(halves.keys() | found.keys()):
        if half := halves.get(mark):
            if not _is_told(draft, half):
                yield Finding(mark, {"number": half.numeral}, "label-unclosed" if half.opens else "label-unopened")
        else:
            yield _finding(draft, found[mark])


def _is_told(draft: Draft, half: HalfLabel) -> bool:
    """Whether the line counts as a heading without a number, or with a wrong one, or its number as missing: one finding says it all."""
    numbering, at = draft.facts.numbering, half.bracket.start
    lines = [line.node for line in numbering.unnumbered]
    lines += [fault.section.heading for fault in numbering.faults]
    lines += [wrong.section.heading for wrong in numbering.misformed]
    if any(line.span.start <= at < line.span.end for line in lines):
        return True
    return any(half.value in fault.missing for fault in numbering.faults)


def _finding(draft: Draft, fault: Fault) -> Finding:
    from disclosure_lint.facts.marks.pairing import family
    from disclosure_lint.facts.marks.pairs import Imbalance

    name = _NAMES[fault.opening]
    fields: dict[str, Value] = {"name": name}
    variant = fault.kind.value
    if fault.words is not None:
        fields["words"] = fault.words
    elif fault.kind in (Imbalance.UNCLOSED, Imbalance.UNOPENED):
        variant += "-bare"
    if fault.kind is Imbalance.MISMATCHED and fault.other is not None:
        fields = {"name": name, "other": _NAMES[family(draft.source.slice(fault.other))]}
    related = () if fault.other is None else (Related(fault.other, _THERE[fault.kind]),)
    return Finding(
        fault.mark, fields, variant, _GRADES.get(fault.kind, "firm"), related=related, fix=_fix(draft, fault)
    )


def _fix(draft: Draft, fault: Fault) -> Fix | None:
    """Title marks inside title marks change nothing but their form; which way marks are to be turned is a guess."""
    from disclosure_lint.facts.marks.pairing import closing
    from disclosure_lint.facts.marks.pairs import Imbalance

    if fault.other is None:
        return None
    if fault.kind is Imbalance.NESTED:
        marks = ("〈", "〉") if fault.opening == "《" else ("《", "》")
        title = Text("里层的书名号改用另一种", "use the other book-title marks inside")
        return Fix(title, (Edit(fault.mark, marks[0]), Edit(fault.other, marks[1])), Safety.SAFE)
    if fault.kind in (Imbalance.SWAPPED, Imbalance.ALIKE):
        title = Text("改成一左一右", "turn them to face each other")
        edits = (Edit(fault.mark, fault.opening), Edit(fault.other, closing(fault.opening)))
        changed = tuple(edit for edit in edits if draft.source.slice(edit.span) != edit.text)
        return Fix(title, changed, Safety.UNSAFE)
    return None


RULE = Rule(
    code="TXT003",
    name="unbalanced-marks",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    grades={"nested": Severity.WARNING, "thin": Severity.WARNING},
    fixes=(Safety.SAFE, Safety.UNSAFE),
    summary=Text(
        "引号、括号、书名号不成对，或者套叠错了。",
        "Quotation marks, brackets or book-title marks without their partner, or wrongly nested.",
    ),
    messages={
        "unclosed": Text(
            "这个左{name}没有配对的右{name}，右边的一个可能漏在“{words}”后面。",
            "This opening {name} is never closed; the closing one may be missing behind “{words}”.",
        ),
        "unclosed-bare": Text(
            "这个左{name}没有配对的右{name}。",
            "This opening {name} is never closed.",
        ),
        "unopened": Text(
            "这个右{name}没有配对的左{name}，左边的一个可能漏在“{words}”或者更前面的词语之前。",
            "This closing {name} was never opened; the opening one may be missing before “{words}” or earlier.",
        ),
        "unopened-bare": Text(
            "这个右{name}没有配对的左{name}。",
            "This closing {name} was never opened.",
        ),
        "label-unclosed": Text(
            "序号“{number}”只有左括号，没有右括号。",
            "The number “{number}” has an opening bracket and no closing one.",
        ),
        "label-unopened": Text(
            "序号“{number}”只有右括号，没有左括号。",
            "The number “{number}” has a closing bracket and no opening one.",
        ),
        "swapped": Text(
            "“{words}”两边的{name}方向反了，应当左边在前、右边在后。",
            "The {name}s around “{words}” are the wrong way round.",
        ),
        "alike": Text(
            "“{words}”两边的{name}方向相同，应当一左一右。",
            "The {name}s around “{words}” point the same way; one should open and one should close.",
        ),
        "mismatched": Text(
            "左边是{name}，右边却是{other}，两者不是一对。",
            "A {name} opens here and a {other} closes it; the two do not belong together.",
        ),
        "crossed": Text(
            "“{words}”两边的{name}同别的引号、括号交叉了，应当完全套在里面或者外面。",
            "The {name}s around “{words}” cross another pair; a pair stands wholly inside or outside another.",
        ),
        "straight": Text(
            "本段的{name}有奇数个，必有一个没有配对。",
            "This paragraph holds an odd number of {name}s: one has no partner.",
        ),
        "nested": Text(
            "{words}套在同样的{name}里；书名号里面再用书名号，外面用《》，里面用〈〉。",
            "{words} stands inside {name}s of the same kind; a title inside a title takes 〈〉 inside 《》.",
        ),
    },
    help=Text(
        "对照原意补上漏掉的一个，删去多出的一个，或者把方向改对。",
        "Put in the mark that is missing, take out the one too many, or turn it round.",
    ),
    why=Text(
        "引号、括号不成对，读者分不清引用、文件名到哪里为止，也是公开文件里最显眼的差错。",
        "Without its partner a mark leaves open where a quotation or a title ends; readers see it at once.",
    ),
    basis=Text(
        "GB/T 15834—2011 第4.8条、第4.9条、第4.15条：引号、括号、书名号成对使用，书名号里面用单书名号",
        "GB/T 15834-2011, 4.8, 4.9, 4.15: quotation marks, brackets and book-title marks come in pairs; titles inside titles take single marks",
    ),
    check=check,
    examples=(
        Bad("一是落实⟦“⟧第一议题制度，组织学习12次。\n"),
        Bad("一是落实第一议题⟦”⟧制度，组织学习12次。\n"),
        Bad("修订⟦《⟧内部控制制度汇编（试行），废止2项制度。\n"),
        Bad("对12名干部进行谈话提醒⟦(⟧其中中层干部3名，占四分之一。\n"),
        Bad("持续整治⟦”⟧吃拿卡要“问题，通报2起。\n", fixed="持续整治“吃拿卡要”问题，通报2起。\n"),
        Bad("持续整治⟦“⟧吃拿卡要“问题，通报2起。\n", fixed="持续整治“吃拿卡要”问题，通报2起。\n"),
        Bad("整改措施：（1）修订采购办法；（2）组织培训；3⟦）⟧开展自查。\n"),
        Bad("按照云委发⟦〔⟧2023】12号文件要求开展自查。\n"),
        Bad("执行（试行⟦《⟧办法）》，开展自查。\n"),
        Bad(
            "印发《关于贯彻⟦《⟧信访工作条例》的通知》，逐条对照。\n",
            severity=Severity.WARNING,
            fixed="印发《关于贯彻〈信访工作条例〉的通知》，逐条对照。\n",
        ),
        Bad('一是落实⟦"⟧第一议题制度，组织学习12次。\n', severity=Severity.WARNING),
        Good("一、整改情况\n得分在[60,80)的为合格，(80，100]的为优秀。\n"),
        Good("措施：1）完善制度；2）开展培训；3）强化监督（含院内、院外）。\n"),
        Good("(一）加强领导。修订《办法（试行)》，落实“两个责任”，整治“‘四风’问题”。\n"),
        Good("院长在会上说：“巡察是一次体检。\n“整改是一次治病。”全院干警深受触动。\n"),
        Good('一是落实"第一议题"制度。二是配备24"显示器3台。\n'),
        Good("修订《关于落实〈信访工作条例〉的实施细则》。\n"),
    ),
)
