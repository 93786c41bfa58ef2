"""NUM007: 一是 二是 四是; 首先 without 其次; ① ③: the items of an enumeration do not count up one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Form, Kind
from disclosure_lint.facts.model import Enumeration
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
    Value,
)

if TYPE_CHECKING:
    from disclosure_lint.facts.headings.sequence import SequenceFault

_GOES_ON = Pattern(r"再就是|再者|再次|其次|另外|此外|同时|还[有要应是]|更重要|另一|与此|第二|最后")
_SENTENCE_START = Pattern(r"(?:^|[。．；;：:])[ \t\u3000]*$")
_LIST_START = Pattern(r"(?:^|[：:])[ \t\u3000]*$")
_CIRCLED = Pattern(r"[①-⑳]")
_REFERS = Pattern(r"[①-⑳](?=[为系是的中项类号、，,至和与及])")  # names an item told elsewhere
_BLOCKS = (Kind.HEADING, Kind.CAPTION, Kind.LABEL, Kind.OPENING)
_SOON = 3  # a lone 二是 or 三是 is a lost list; a lone 十是 is something else
_ABOVE = Text("前一项", "the item before")
_BELOW = Text("后一项", "the item below")
_OTHER = Text("与它颠倒的一项", "the item it has changed places with")
_SAME = Text("另一个相同的标号", "the same label")


def check(draft: Draft, options: None) -> Iterator[Finding]:
    from disclosure_lint.facts.headings.sequence import find_faults

    for enumeration in draft.facts.enumerations:
        if len(enumeration.items) == 1:
            yield from _lone(draft, enumeration)
        else:
            for fault in find_faults([item.number for item in enumeration.items]):
                if not _is_half_there(draft, enumeration, fault):
                    yield from _broken(draft, enumeration, fault)


def _is_half_there(draft: Draft, enumeration: Enumeration, fault: SequenceFault) -> bool:
    """Whether the missing number has lost a bracket, （1）…（2…（3）: that bracket is told, and says it all."""
    from disclosure_lint.facts.headings.sequence import Slip

    items, at = enumeration.items, fault.index
    if fault.slip is not Slip.GAP or not at or len(fault.missing) != 1:
        return False
    between = range(items[at - 1].label.end, items[at].label.start)
    text, number = draft.source.text, str(fault.missing[0])
    return any(
        half.mark.start in between and text.startswith(number, half.mark.end) for half in draft.facts.pairs.faults
    )


def _lone(draft: Draft, enumeration: Enumeration) -> Iterator[Finding]:
    """One item and no other: thin, and only where it opens a sentence that nothing else goes on from."""
    item = enumeration.items[0]
    text = item.node.text
    start = item.node.prose.index(item.label.start)
    if item.number > _SOON or not _SENTENCE_START.search(text, 0, start) or _GOES_ON.search(text, start):
        return
    if enumeration.form is Form.CIRCLED and not _lost_circle(draft, enumeration):
        return
    if item.number == 1:
        yield Finding(item.label, {"label": item.label, "expected": _name(enumeration, 2)}, "lone", "thin")
    else:
        yield Finding(
            item.label, {"label": item.label, "missing": _names(enumeration, range(1, item.number))}, "start", "thin"
        )


def _broken(draft: Draft, enumeration: Enumeration, fault: SequenceFault) -> Iterator[Finding]:
    from disclosure_lint.facts.headings.sequence import Slip

    items, at = enumeration.items, fault.index
    label = items[at].label
    grade = "firm" if _firm(enumeration, at) else "thin"
    if fault.slip is Slip.DUPLICATE and fault.other is not None:
        fields: dict[str, Value] = {"label": label, "expected": _name(enumeration, fault.expected)}
        yield Finding(label, fields, "duplicate", grade, (Related(items[fault.other].label, _SAME),))
    elif fault.slip is not Slip.GAP:
        yield _displaced(enumeration, fault, grade)
    elif at:
        before = items[at - 1].label
        fields = {"label": label, "missing": _names(enumeration, fault.missing), "before": before}
        yield Finding(label, fields, "gap", grade, (Related(before, _ABOVE),))
    elif _begins_late(draft, enumeration):
        yield Finding(label, {"label": label, "missing": _names(enumeration, fault.missing)}, "start", grade)


def _displaced(enumeration: Enumeration, fault: SequenceFault, grade: str) -> Finding:
    """An item that stands in the place of another, or behind one that should come after it."""
    items, at = enumeration.items, fault.index
    if fault.other is not None:
        fields: dict[str, Value] = {"label": items[at].label, "other": items[fault.other].label}
        return Finding(items[at].label, fields, "swapped", grade, (Related(items[fault.other].label, _OTHER),))
    near = items[at - 1] if at else items[1]
    fields = {"label": items[at].label, "near": near.label}
    return Finding(items[at].label, fields, "disorder", grade, (Related(near.label, _ABOVE if at else _BELOW),))


def _begins_late(draft: Draft, enumeration: Enumeration) -> bool:
    """Whether a list that starts at 二 has lost its first item; (2), 2. may go on from a line of its own."""
    if enumeration.form is Form.CIRCLED:
        return _lost_circle(draft, enumeration)
    if enumeration.form is Form.FIRST:
        return len(enumeration.items) > 2 or _opens_block(draft, enumeration)
    return enumeration.form in (Form.IS, Form.OF_THEM, Form.ORDINAL)


def _lost_circle(draft: Draft, enumeration: Enumeration) -> bool:
    """Whether nothing but a label or a colon stands before a ②, and no ① above it that it could go on from."""
    item = enumeration.items[0]
    start = item.node.prose.index(item.label.start)
    text = item.node.text
    if item.number > _SOON or not _LIST_START.search(text, 0, start) or _REFERS.match(text, start):
        return False
    section = draft.document.section_of(item.node) or draft.document.root
    above = _CIRCLED.findall(draft.source.text[section.span.start : item.label.start])
    return not above or above[-1] != _name(enumeration, item.number - 1)


def _opens_block(draft: Draft, enumeration: Enumeration) -> bool:
    """Whether 其次 is the first word below a heading or label."""
    item = enumeration.items[0]
    if item.number != 2 or item.node.prose.index(item.label.start) > len(item.node.text) - len(item.node.text.lstrip()):
        return False
    leaves = draft.document.prose
    return leaves[max(leaves.index(item.node) - 1, 0)].kind in _BLOCKS


def _firm(enumeration: Enumeration, at: int) -> bool:
    """Whether the count leaves no doubt: 其次 and 再次 are words of prose as well, two numbers may belong to two lists."""
    few = len(enumeration.items) == 2
    if enumeration.form is Form.FIRST:
        return not few and at > 0
    return not few or enumeration.form in (Form.IS, Form.OF_THEM, Form.CIRCLED)


def _name(enumeration: Enumeration, number: int) -> str:
    """The label that number would have in this list."""
    from disclosure_lint.facts.headings.ordinals import written

    return written(enumeration.form, number, enumeration.word)


def _names(enumeration: Enumeration, numbers: range | tuple[int, ...]) -> str:
    return "、".join(_name(enumeration, number) for number in numbers)


RULE = Rule(
    code="NUM007",
    name="enumeration-broken",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    structural=True,
    grades={"thin": Severity.WARNING},
    summary=Text(
        "“一是、二是”“首先、其次”“①②”等列举的序号有缺漏、重复或颠倒。",
        "The items of an enumeration (一是 二是, 首先 其次, ①②) skip, repeat or swap a number.",
    ),
    messages={
        "gap": Text(
            "“{before}”之后直接是“{label}”，缺“{missing}”。", "{before} is followed by {label}, without {missing}."
        ),
        "start": Text(
            "这组列举从“{label}”开始，前面没有“{missing}”。",
            "This list begins with {label}, without {missing} before it.",
        ),
        "duplicate": Text(
            "“{label}”重复：同一组列举里另有一个“{label}”，按次序这里应是“{expected}”。",
            "{label} stands twice in the same list; by its place this one should be {expected}.",
        ),
        "disorder": Text(
            "“{label}”的次序不对：它紧挨着“{near}”。", "{label} is out of order: it stands next to {near}."
        ),
        "swapped": Text("“{label}”与“{other}”的次序颠倒了。", "{label} and {other} have changed places."),
        "lone": Text("只有“{label}”一项，后面没有“{expected}”。", "{label} stands alone: no {expected} follows it."),
    },
    help=Text(
        "对照原稿核对这一组列举：漏了一项的，补上内容；序号写错或漏写的，依次改正。",
        "Compare the list with the original: was an item lost, or is a number wrong or left out? "
        "Add the item or put the numbers right.",
    ),
    why=Text(
        "多人改稿、删段拼接后最容易断号，读者会以为有整改措施被删掉或漏报。",
        "Cut-and-paste editing leaves broken lists behind, and readers will think that a measure was dropped.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("一是健全学习制度；二是开展专题研讨；⟦四是⟧组织知识测试。\n"),
        Bad("一是健全学习制度。\n二是开展专题研讨。\n⟦二是⟧组织知识测试。\n四是通报测试结果。\n"),
        Bad("整改情况：⟦二是⟧修订接访办法；三是每月公布接访安排。\n"),
        Bad("首先，全面清查账目。⟦再次⟧，追缴违规发放的补贴。最后，修订财务制度。\n"),
        Bad("重点核查：①三年内的采购合同；⟦③⟧公务用车台账。\n"),
        Bad("存在问题：⟦②⟧采购论证不充分；③台账登记不及时；④验收手续不全。\n"),
        Bad(
            "1.关于接访不规范的问题\n⟦其次⟧，修订接访办法。最后，每月公布接访安排。\n",
            severity=Severity.WARNING,
        ),
        Bad("一是健全学习制度；⟦三是⟧组织知识测试；二是开展专题研讨。\n"),
        Bad("整改情况：⟦一是⟧院党组召开专题会议研究部署。\n", severity=Severity.WARNING),
        Good("一是健全制度，做到两个到位：一是学习到位，二是检查到位。二是开展研讨。\n"),
        Good("一是健全学习制度。\n学习制度已于三月印发。\n二是开展专题研讨。\n"),
        Good("院领导履行第一责任人责任，首先要带头学，严格执行“第一议题”制度。\n"),
        Good("这一是由于认识不够，二是由于制度不全。\n"),
        Good("按照附件①③所列清单逐项核对。\n"),
        Good("首先，完善制度。最后，开展检查。\n"),
        Good("存在问题：①采购论证不充分。\n整改情况：②台账登记不及时的，已逐笔补登；③验收手续不全的，已补齐。\n"),
        Good("2023年4月，修订接访办法。\n其次，每月公布接访安排。最后，开展检查。\n"),
    ),
)
