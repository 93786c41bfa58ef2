"""Where in a draft the public is told how to reach the office: its closing part, contact lines, parts titled for it."""

from __future__ import annotations

from functools import lru_cache

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.contacts import details as contact_details
from disclosure_lint.facts.contacts import invitation
from disclosure_lint.facts.contacts import labels as contact_labels
from disclosure_lint.facts.contacts.folding import fold
from disclosure_lint.facts.contacts.labels import Label

_TAIL = 10  # leaves at an end among which a labelled detail is meant for the public
_LINE = 48  # a labelled detail that fills a line of its own is, too
_TITLE_MOST, _HEAD_MOST = 24, 12
NO_VALUE = frozenset({Kind.TITLE, Kind.HEADING, Kind.DATE})
"""What never holds the value of a label in the line above it."""
_NO_PLACE = NO_VALUE | {Kind.SIGNATORY}
_LONG = 160  # a contact line is shorter: only there may a label be set wide (电  话)
_PLAIN_LABELS = ("电话", "热线", "邮箱", "信箱", "邮编", "编码", "传真", "手机", "邮件", "ail", "TEL", "Tel")
_CONTACT_TITLES = Pattern(
    r"(?:监督|举报|反映|反馈|受理|联系)(?:方式|渠道|途径|电话|方法)|意见反馈|接受监督|公开监督|征求意见|监督举报"
)
_PROBLEM_TITLES = ("不", "未", "问题", "差距", "薄弱", "缺")
_MEASURE = Pattern(
    r"(?:开通|设立|设置|畅通|开设|建立|拓宽|完善|公布)[^。，,；;]{0,12}(?:电话|信箱|邮箱|热线|渠道)"
)  # what was done, not where to turn: 开通举报电话12388
_BULLETS = " \u3000-*•·"


def closing(document: Document) -> frozenset[Node]:
    """The leaves at the end of the draft, before its signature and before its annexes."""
    leaves = document.flow
    ends = {len(leaves)}
    ends.update(number for number, leaf in enumerate(leaves) if leaf.kind in (Kind.SIGNATORY, Kind.ANNEX_NOTE))
    return frozenset(leaf for end in ends for leaf in leaves[max(end - _TAIL, 0) : end])


def is_public(document: Document, leaf: Node, at_end: bool) -> bool:
    """Whether a leaf tells the public how to reach the office, wherever it stands and however well it says so."""
    text = leaf.text
    if leaf.kind in (Kind.CONTACT, Kind.INVITATION):
        return leaf.kind is Kind.INVITATION or not _MEASURE.search(text) or _announces(text, at_end=False)
    if leaf.kind in _NO_PLACE:
        return False
    if leaf.kind is Kind.MARGIN:
        return _announces(text, at_end=False)
    if leaf.kind is Kind.ROW:
        return at_end and any(sole_label(cell) for cell in (*header(document, leaf).cells, *leaf.cells))
    if hinted(text) and (at_end or len(text) <= _LINE or invitation.find(text)) and _announces(text, at_end):
        return True
    return any(_is_contact_title(title) for title in document.path(leaf))


@lru_cache(maxsize=512)
def _is_contact_title(title: str) -> bool:
    if len(title) > _TITLE_MOST or any(word in title for word in _PROBLEM_TITLES):
        return False
    return bool(_CONTACT_TITLES.search(title))


def _announces(text: str, at_end: bool) -> bool:
    """Whether a text holds a label with its colon and a value; at the end of a draft a line may do without the colon."""
    details, _ = contact_details.find(text, public=at_end)
    labels = [detail.label for detail in details if detail.label]
    if any(label.colon for label in labels):
        return True
    if not at_end or not labels or _MEASURE.search(text):
        return False
    return not text[: labels[0].start].strip(_BULLETS) or invitation.find(text) is not None


def hinted(text: str) -> bool:
    """Whether contact details might stand in a text: a cheap look before the exact one."""
    if "@" in text or "＠" in text or "12" in text or "１２" in text:
        return True
    if len(text) <= _LONG:
        return contact_labels.hinted(text)
    return any(word in text for word in _PLAIN_LABELS)


def header(document: Document, row: Node) -> Node:
    """The first row of the table a row stands in."""
    table = document.parent(row)
    return table.children[0] if table and table.kind is Kind.TABLE else row


def sole_label(cell: Prose) -> Label | None:
    """The label a cell consists of, as the head of a column or of a row does."""
    labels = contact_labels.find(fold(cell.text))
    return labels[0] if labels and labels[0].start == 0 and len(cell.text) <= _HEAD_MOST else None
