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
from disclosure_lint.facts.contact_labels import Label
from disclosure_lint.facts.contact_text import fold
from disclosure_lint.facts.model import Contact

_TAIL = 10  # leaves at an end among which a labelled detail is meant for the public
_LINE = 48  # a labelled detail that fills a line of its own is, too
_TITLE_MOST, _HEAD_MOST, _NAME_MOST = 24, 12, 44
_ADDRESSED = (
    "拨打",
    "致电",
    "反馈",
    "反映",
    "联系",
    "向",
    "至",
    "与",
    "给",
    "到",
)  # what asks to turn to a body is no part of its name
_NO_PLACE = frozenset({Kind.TITLE, Kind.HEADING, Kind.DATE, Kind.SIGNATORY})
_LONG = 160  # a contact line is shorter: only there may a label be set wide (电  话)
_PLAIN_LABELS = ("电话", "热线", "邮箱", "信箱", "邮编", "编码", "传真", "手机", "邮件", "ail", "TEL", "Tel")
_CONTACT_TITLES = (
    *(
        what + how
        for what in ("监督", "举报", "反映", "反馈", "受理", "联系")
        for how in ("方式", "渠道", "途径", "电话", "方法")
    ),
    "意见反馈",
    "接受监督",
    "公开监督",
    "征求意见",
    "监督举报",
)
_PROBLEM_TITLES = ("不", "未", "问题", "差距", "薄弱", "缺")
_VERBS = ("开通", "设立", "设置", "畅通", "开设", "建立", "拓宽", "完善", "公布")
_ENDS = (
    "法院", "检察院", "委员会", "纪委", "监委", "大学", "学院", "学校", "医院", "公司", "集团", "政府", "中心", "委", "党组", "支部", "街道", "镇", "乡",
    "组", "局", "厅", "部", "处", "室", "科", "院", "办",
)  # fmt: skip
_BOUNDS = frozenset("。；;，,、：:（( \u3000\n“”")
_TAILS = ("的", "监督", "举报", "咨询", "信访", "纪检", " ", "\u3000")


def extract(document: Document) -> tuple[Contact, ...]:
    """The contact details of a draft, in the order of the text."""
    closing = _closing(document)
    found: list[Contact] = []
    pending: tuple[Label, Span] | None = None
    organisation: Span | None = None
    for leaf in document.prose:
        public = _is_public(document, leaf, leaf in closing) or (
            pending is not None and leaf in closing and _may_be_value(leaf)
        )
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


def _may_be_value(leaf: Node) -> bool:
    """Whether a leaf may hold what the label above it announces: the name of the signing body does not."""
    return leaf.kind not in _NO_PLACE or (leaf.kind is Kind.SIGNATORY and any(map(str.isdigit, leaf.text)))


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
    return found, organisation, _waiting(leaf, labels) or (pending if public and not labels else None)


def _waiting(leaf: Node, labels: list[Label]) -> tuple[Label, Span] | None:
    """The label a leaf ends with, when its value must stand in the leaves that follow."""
    text = leaf.text.rstrip()
    last = labels[-1] if labels else None
    if last is None or last.value < len(text):
        return None
    alone = len(text.strip(" \u3000：:（）()")) <= last.end - last.start
    announced = last.colon or alone or leaf.kind in (Kind.HEADING, Kind.CAPTION)
    return (last, leaf.prose.span(last.start, last.end)) if announced else None


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
    """The organisation named right before a place in the text."""
    text = prose.text
    end = before
    while text.endswith(_TAILS, 0, end):
        end -= next(len(tail) for tail in _TAILS if text.endswith(tail, 0, end))
    start = end
    while start > max(before - _NAME_MOST, 0) and text[start - 1] not in _BOUNDS:
        start -= 1
    verbs = [at + len(verb) for verb in _ADDRESSED if (at := text.rfind(verb, start, end)) >= 0]
    start = max(verbs, default=start)
    return prose.span(start, end) if end - start > 1 and text.endswith(_ENDS, start, end) else None


def _row(document: Document, row: Node, public: bool) -> Iterator[Contact]:
    """The contacts of a table row: the first row, or the cell before, says what stands in a cell."""
    header = _header(document, row)
    for column, cell in enumerate(row.cells):
        heads = [*header.cells[column : column + 1]] if header is not row else []
        heads += [row.cells[column - 1]] if column else []
        head, label = next(((head, label) for head in heads if (label := _sole_label(head))), (None, None))
        details, _ = contact_details.find(cell.text, public, label)
        for detail in details:
            if detail.label is None:
                place = None
            elif head and detail.label is label:
                place = head.span(detail.label.start, detail.label.end)
            else:
                place = cell.span(detail.label.start, detail.label.end)
            yield _contact(row, cell, detail, place, None, public)


def _header(document: Document, row: Node) -> Node:
    table = document.parent(row)
    return table.children[0] if table and table.kind is Kind.TABLE else row


def _sole_label(cell: Prose) -> Label | None:
    """The label a cell consists of, as the head of a column or of a row does."""
    labels = contact_labels.find(fold(cell.text))
    return labels[0] if labels and labels[0].start == 0 and len(cell.text) <= _HEAD_MOST else None


def _closing(document: Document) -> frozenset[Node]:
    """The leaves at the end of the draft, before its signature and before its annexes."""
    leaves = document.prose
    ends = {len(leaves)}
    ends.update(number for number, leaf in enumerate(leaves) if leaf.kind in (Kind.SIGNATORY, Kind.ANNEX_NOTE))
    return frozenset(leaf for end in ends for leaf in leaves[max(end - _TAIL, 0) : end])


def _is_public(document: Document, leaf: Node, closing: bool) -> bool:
    """Whether a leaf tells the public how to reach the office, wherever it stands and however well it says so."""
    text = leaf.text
    if leaf.kind in (Kind.CONTACT, Kind.INVITATION):
        return leaf.kind is Kind.INVITATION or not _tells_a_measure(text) or _announces(text)
    if leaf.kind in _NO_PLACE:
        return False
    if leaf.kind is Kind.ROW:
        return closing and any(_sole_label(cell) for cell in (*_header(document, leaf).cells, *leaf.cells))
    if _hinted(text) and (closing or len(text) <= _LINE or invitation.find(text)) and _announces(text):
        return True
    return any(_is_contact_title(title) for title in document.path(leaf))


def _is_contact_title(title: str) -> bool:
    if len(title) > _TITLE_MOST or any(word in title for word in _PROBLEM_TITLES):
        return False
    return any(words in title for words in _CONTACT_TITLES)


def _tells_a_measure(text: str) -> bool:
    """开通举报电话12388: what was done, not where to turn."""
    if not any(verb in text for verb in _VERBS):
        return False
    pattern = rf"(?:{'|'.join(_VERBS)})[^。，,；;]{{0,12}}(?:电话|信箱|邮箱|热线|渠道)"
    return bool(re.search(pattern, text))


def _announces(text: str) -> bool:
    """Whether a text holds a label with its colon and a value."""
    details, _ = contact_details.find(text, public=False)
    return any(detail.label is not None and detail.label.colon for detail in details)
