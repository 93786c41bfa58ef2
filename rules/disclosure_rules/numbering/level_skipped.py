"""NUM005: a level of headings is left out."""

from __future__ import annotations

from collections.abc import Collection

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import HEADING_FORMS, Document, Form, Kind, Node
from disclosure_lint.rule import DISCLOSURES, Bad, Draft, Finding, Good, Iterator, Related, Rule, Severity, Text

_SKIPPING = {(Form.CHINESE_BRACKETED, Form.ARABIC): (Form.ARABIC_BRACKETED,)}
"""What skips a level below a heading whose likes have the next one, though the draft may never go down so far in order."""
_MERE_LIST = Pattern(r"下一?步|下一?阶段|今后|打算|后续|保障|要求")  # their points are a list rather than a level


def check(draft: Draft, options: None) -> Iterator[Finding]:
    numbering = draft.facts.numbering
    known = {fault.section for fault in numbering.faults}
    known |= {sibling for line in numbering.unnumbered for sibling in line.siblings}
    known |= {above for line in numbering.unnumbered for above in draft.document.ancestors(line.node)}
    known |= {wrong.section for wrong in numbering.misformed}
    yield from _first_too_low(draft.document, known)
    yield from _jumps(draft.document, known)


def _first_too_low(document: Document, known: Collection[Node]) -> Iterator[Finding]:
    """（一） before any 一、 where 一、 follows on the same level."""
    for parent in document.of(Kind.DOCUMENT, Kind.ANNEX):
        sections = [section for section in parent.sections if section.label is not None]
        if not sections:
            continue
        top = min(sections, key=_rank)
        first = sections[0]
        if _form(first) is _form(top) or top in known:
            continue
        if first.label is not None and top.label is not None:
            related = Related(top.label.span, Text("上一级序号到这里才出现", "the level above first appears here"))
            fields = {"label": first.label.span, "above": top.label.span}
            yield Finding(first.label.span, fields, variant="first", related=(related,))


def _jumps(document: Document, known: Collection[Node]) -> Iterator[Finding]:
    """一、 with 1. right below it where the draft has （一） between the two elsewhere; （一） with （1） where others have 1.

    One such place is a slip; several are chapters of two levels, which the standard allows.
    """
    below: dict[Form, dict[Form, list[Node]]] = {}
    for section in document.sections:
        for child in section.sections[:1]:
            below.setdefault(_form(section), {}).setdefault(_form(child), []).append(section)
    for upper, lower in below.items():
        for middle, users in lower.items():
            lowest = {*below.get(middle, ()), *_SKIPPING.get((upper, middle), ())}
            for form in sorted(lowest & lower.keys()):
                jumps = [parent for parent in lower[form] if not _holds_mere_list(document, parent)]
                if len(jumps) == 1 and not {jumps[0], *jumps[0].sections} & set(known):
                    yield _jump(jumps[0], users)


def _holds_mere_list(document: Document, parent: Node) -> bool:
    """Whether what is numbered below a heading is no level: points of what comes next, the measures behind 整改措施：."""
    return bool(_MERE_LIST.search(parent.title)) or document.parent(parent.sections[0]) is not parent


def _jump(parent: Node, users: list[Node]) -> Finding:
    first = parent.sections[0]
    middle = next(child for child in users[0].sections if child.label is not None)
    assert first.label is not None
    assert middle.label is not None
    assert parent.label is not None
    return Finding(
        first.label.span,
        {"above": parent.label.span, "label": first.label.span, "middle": middle.label.span},
        related=(
            Related(parent.label.span, Text("上一级标题", "the heading above")),
            Related(
                middle.label.span,
                Text("别处这一级用“{label}”", "elsewhere this level is “{label}”"),
                {"label": middle.label.span},
            ),
        ),
    )


def _form(section: Node) -> Form:
    assert section.label is not None
    return section.label.form


def _rank(section: Node) -> int:
    return HEADING_FORMS.index(_form(section))


RULE = Rule(
    code="NUM005",
    name="level-skipped",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    structural=True,
    summary=Text(
        "标题跳了一级，或者下级标题排在上级标题前面。",
        "A level of headings is skipped, or a lower one comes before the higher.",
    ),
    messages={
        "main": Text(
            "标题跳了一级：“{above}”下面直接用了“{label}”，而本稿别处两者之间还有“{middle}”一级。",
            "A level is skipped: “{label}” stands right below “{above}”, while elsewhere “{middle}” comes between the two.",
        ),
        "first": Text(
            "“{label}”前面没有上一级标题：“{above}”到后面才出现。",
            "“{label}” has no heading above it: “{above}” comes only later.",
        ),
    },
    help=Text(
        "补上中间一级标题，或把这里的序号改成应有的一级。",
        "Put in the heading of the level between, or number this one as the level it is.",
    ),
    why=Text(
        "层级乱了，读者看不出这一条属于哪个问题。",
        "With levels mixed, readers cannot see which problem an item belongs to.",
    ),
    basis=Text(
        "GB/T 9704—2012 第7.3.3条：层次依次用“一、”“（一）”“1.”“（1）”；只有两层时“一、”之下可用“（一）”或“1.”",
        "GB/T 9704-2012, 7.3.3: levels go 一、 （一） 1. （1）; with two levels only, （一） or 1. may stand below 一、",
    ),
    check=check,
    examples=(
        Bad(
            "⟦（一）⟧加强领导\n成立专班。\n一、组织领导情况\n召开会议。\n二、整改落实情况\n（一）关于学习问题\n已整改。\n"
        ),
        Bad(
            "一、组织领导情况\n（一）加强领导\n成立专班。\n（二）压实责任\n明确分工。\n二、整改落实情况\n（一）关于学习方面\n"
            "1.关于学习不深入问题\n已整改。\n2.关于记录不规范问题\n已整改。\n三、专项整改情况\n⟦1.⟧关于选人用人问题\n已整改。\n"
            "2.关于巡察整改问题\n已整改。\n"
        ),
        Bad(
            "一、整改落实情况\n（一）关于学习方面\n1.关于学习不深入问题\n已整改。\n2.关于记录不规范问题\n已整改。\n"
            "（二）关于作风方面\n⟦（1）⟧关于调研不深入问题\n已整改。\n（2）关于办事拖拉问题\n已整改。\n二、下一步打算\n持续抓好整改。\n"
        ),
        Good(
            "一、整改落实情况\n（一）关于学习方面\n1.关于学习不深入问题\n已整改。\n2.关于记录不规范问题\n已整改。\n"
            "（二）关于作风不够扎实的问题\n整改措施：\n（1）修订督查制度。\n（2）开展督查3次。\n二、下一步打算\n持续抓好整改。\n"
        ),
        Good("一、组织领导情况\n1.加强领导\n成立专班。\n二、整改落实情况\n1.关于学习问题\n已整改。\n"),
        Good(
            "一、整改落实情况\n（一）关于学习方面\n1.关于学习不深入问题\n已整改。\n2.关于记录不规范问题\n已整改。\n"
            "二、下一步打算\n1.持续学习。常抓不懈。\n2.建章立制。修订制度。\n"
        ),
    ),
)
