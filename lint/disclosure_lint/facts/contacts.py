"""The contact details of a draft: phone numbers, mailboxes, addresses, each with its label and its organisation.

What ``Contact.problem`` may say: for phones the values of ``phones.Fault``, for e-mail those of ``mailboxes.Fault``, for postcodes
``postcode-length`` and ``postcode-unassigned``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure_grammar.source import Prose, Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts import contact_details, contact_labels, invitation
from disclosure_lint.facts.contact_details import Detail
from disclosure_lint.facts.contact_labels import Label, Promise
from disclosure_lint.facts.contact_text import fold
from disclosure_lint.facts.model import Contact

_TAIL = 10  # prose leaves at the end among which a labelled detail is meant for the public
_LONG = 160  # a contact line is shorter: only there may a label be set wide (电  话)
_PLAIN_LABELS = ("电话", "热线", "邮箱", "信箱", "邮编", "编码", "传真", "手机", "邮件", "ail", "TEL", "Tel")
_CONTACT_TITLE = re.compile(
    r"联系(?:方式|方法|电话|渠道)|(?:监督|举报|反映|反馈|受理)(?:方式|渠道|途径|电话)|意见反馈|接受监督|公开监督|征求意见|监督举报$"
)
_NO_CONTACT_TITLE = re.compile(r"不|未|问题|差距|薄弱|缺")
_MEASURE = re.compile(
    r"开通|设立|设置|畅通|开设|建立|拓宽|完善|公布[^。]{0,12}(?:电话|信箱|邮箱)"
)  # what was done, not where to turn
_ORGANISATION = re.compile(
    r"(?:^|[。；;，,、：:（( 向至或与打]|以及)"
    r"([\u4e00-\u9fff（）()]{2,36}(?:法院|检察院|委员会|纪委|监委|办公室|[县市区省委院局]办|巡察办|巡视办|[组局厅部处室科院办]|大学|学院|学校|医院|公司|集团|政府|中心|委|党组|支部|街道|镇|乡))"
    r"(?: |的|监督|举报|咨询|信访|纪检)*$"
)


def extract(document: Document) -> tuple[Contact, ...]:
    """The contact details of a draft, in the order of the text."""
    places = _public_places(document)
    found: list[Contact] = []
    pending: tuple[Label, Span] | None = None
    organisation: Span | None = None
    for leaf in document.prose:
        public = leaf in places
        if not public and not _hinted(leaf.text):
            pending, organisation = None, None
            continue
        if leaf.kind is Kind.ROW and leaf.cells:
            found.extend(_row(document, leaf, public))
            pending = None
            continue
        contacts, organisation, pending = _leaf(leaf, public, organisation if public else None, pending)
        found.extend(contacts)
    return tuple(found)


def _hinted(text: str) -> bool:
    if "@" in text or "＠" in text or "12" in text or "１２" in text:
        return True
    if len(text) <= _LONG:
        return contact_labels.hinted(text)
    return any(word in text for word in _PLAIN_LABELS)


def _leaf(
    leaf: Node, public: bool, organisation: Span | None, pending: tuple[Label, Span] | None
) -> tuple[list[Contact], Span | None, tuple[Label, Span] | None]:
    """The contacts of one leaf, the organisation it ends with, and the label that waits for its value in the next leaf."""
    prose = leaf.prose
    details, labels = contact_details.find(prose.text, public, pending[0] if pending else None)
    found: list[Contact] = []
    for detail in details:
        if detail.label and pending and detail.label is pending[0]:
            label: Span | None = pending[1]
            at = detail.start
        else:
            label = prose.span(detail.label.start, detail.label.end) if detail.label else None
            at = detail.label.start if detail.label else detail.start
        organisation = _organisation(prose, at) or organisation
        found.append(_contact(leaf, prose, detail, label, organisation, public))
    if public and not details:
        organisation = _organisation(prose, len(prose.text.rstrip(" \u3000：:"))) or organisation
    last = labels[-1] if labels else None
    waits = last is not None and last.colon and last.value >= len(prose.text.rstrip())
    return found, organisation, (last, prose.span(last.start, last.end)) if last and waits else None


def _contact(
    leaf: Node, prose: Prose, detail: Detail, label: Span | None, organisation: Span | None, public: bool
) -> Contact:
    return Contact(
        span=prose.span(detail.start, detail.end),
        node=leaf,
        kind=detail.kind,
        value=detail.value,
        label=label,
        labelled=contact_details.promised(detail.label),
        organisation=organisation,
        problem=detail.problem,
        spaced=detail.spaced,
        public=public,
    )


def _organisation(prose: Prose, before: int) -> Span | None:
    start = max(before - 44, 0)
    match = _ORGANISATION.search(prose.text[start:before])
    return prose.span(start + match.start(1), start + match.end(1)) if match else None


def _row(document: Document, row: Node, public: bool) -> Iterator[Contact]:
    """The contacts of a table row: the first row says what stands in each column."""
    table = document.parent(row)
    header = table.children[0] if table else row
    for column, cell in enumerate(row.cells):
        head = header.cells[column] if header is not row and column < len(header.cells) else None
        labels = contact_labels.find(fold(head.text)) if head else []
        label = labels[0] if labels and labels[0].promise is not Promise.HOURS else None
        span = head.span(label.start, label.end) if head and label else None
        details, _ = contact_details.find(cell.text, public, label)
        for detail in details:
            own = detail.label is not None and detail.label is not label
            place = (
                cell.span(detail.label.start, detail.label.end)
                if own and detail.label
                else span
                if detail.label
                else None
            )
            yield _contact(row, cell, detail, place, None, public)


def _public_places(document: Document) -> frozenset[Node]:
    """The leaves that tell the public how to reach the office, wherever they stand and whether or not they say so well."""
    leaves = document.prose
    tail = set(leaves[-_TAIL:])
    return frozenset(leaf for leaf in leaves if _is_public(document, leaf, leaf in tail))


def _is_public(document: Document, leaf: Node, tail: bool) -> bool:
    if leaf.kind in (Kind.CONTACT, Kind.INVITATION):
        return not _MEASURE.search(leaf.text) or _announces(leaf.text)
    if leaf.kind in (Kind.TITLE, Kind.HEADING, Kind.DATE):
        return False
    text = leaf.text
    if tail and leaf.kind is not Kind.SIGNATORY and _announces(text):
        return True
    if _hinted(text) and ("欢迎" in text or "监督" in text or "反映" in text) and _invites_and_announces(leaf):
        return True
    section = document.section_of(leaf)
    return section is not None and len(section.title) <= 24 and _is_contact_title(section.title)


def _is_contact_title(title: str) -> bool:
    return bool(_CONTACT_TITLE.search(title)) and not _NO_CONTACT_TITLE.search(title)


def _announces(text: str) -> bool:
    """Whether a text holds a label with its colon and a value."""
    if not _hinted(text):
        return False
    details, _ = contact_details.find(text, public=False)
    return any(detail.label is not None and detail.label.colon for detail in details)


def _invites_and_announces(leaf: Node) -> bool:
    return invitation.find(leaf.text) is not None and _announces(leaf.text)
