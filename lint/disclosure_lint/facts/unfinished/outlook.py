"""Which parts report on a single problem, and which look ahead (下一步工作打算) or speak of the work as a whole."""

from __future__ import annotations

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import NOT_PROSE, Document, Kind, Node

_OUTLOOK = Pattern(
    r"下一步|下步|下一阶段|下阶段|今后|努力方向|后续工作|(?:打算|工作安排|计划安排|工作计划|工作思路|持续整改)$"
)
_KEEPING_ON = Pattern(r"(?:进一步|持续|继续|不断)?(?:巩固|深化|拓展|扩大)[^，。；]{0,8}成果(?:的?(?:措施|打算|举措))?$")
"""What the last part may be called as well."""
_LEFT = Pattern(r"未完成|未整改|未销号|尚未|正在整改|剩余")  # 未完成事项及下一步安排 says what is left, item by item
_AS_A_WHOLE = Pattern(
    r"(?:组织落实|组织领导|组织|工作开展|主体责任|责任落实|统筹推进|总体|基本)(?:整改)?(?:工作)?情况|主要做法$|^总体情况"
)

_TEXT = (Kind.PARAGRAPH, Kind.POINT, Kind.DASH)


def is_outlook(document: Document, leaf: Node) -> bool:
    """Whether a leaf stands in a part that looks ahead, or opens as one outside the items or at the end (下一步，我院将…)."""
    titles = titles_above(document, leaf)
    if any(_OUTLOOK.search(title) and not _LEFT.search(title) for title in titles):
        return True
    if titles and _KEEPING_ON.match(titles[-1]):
        return True
    if _OUTLOOK.match(leaf.text.lstrip(" \t\u3000")) is None:
        return False
    return len(titles) < 2 or leaf is next((each for each in reversed(document.prose) if each.kind in _TEXT), None)


def in_an_item(document: Document, leaf: Node) -> bool:
    """Whether a leaf reports on a single problem, not on the work as a whole."""
    titles = titles_above(document, leaf)
    return bool(titles) and not any(_AS_A_WHOLE.search(title) for title in titles)


def titles_above(document: Document, leaf: Node) -> list[str]:
    """The titles of the sections and labelled blocks a leaf stands in, the nearest first; 针对……问题 is no title."""
    return [
        above.title
        for above in document.ancestors(leaf)
        if above.heading is not leaf
        and (above.kind is Kind.SECTION or (above.kind is Kind.LABELLED and above.heading.kind is Kind.LABEL))
    ]


def is_whole_item(document: Document, leaf: Node) -> bool:
    """Whether a heading is a numbered sentence with nothing below it (②核增编制24名，已招聘21名。)."""
    section = document.parent(leaf)
    return (
        leaf.kind is Kind.HEADING
        and leaf.text.rstrip(" \t\u3000").endswith(("。", "；", ";"))
        and section is not None
        and all(child.kind in NOT_PROSE for child in section.body)
    )
