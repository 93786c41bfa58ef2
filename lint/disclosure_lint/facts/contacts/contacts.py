"""The contact details of a draft: phone numbers, mailboxes, addresses, each with its label and its organisation.

What ``Contact.problem`` may say: for phones the values of ``phones.Fault``, for e-mail those of ``mailboxes.Fault``, for postcodes
those of ``postal.postcode_fault``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from disclosure_grammar.source import Prose, Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.contacts import details as contact_details
from disclosure_lint.facts.contacts.details import Detail
from disclosure_lint.facts.contacts.labels import Label
from disclosure_lint.facts.contacts.places import NO_VALUE, closing, header, hinted, is_public, sole_label
from disclosure_lint.facts.model import Contact

_NAME_MOST = 44
# what asks to turn to a body is no part of its name
_ADDRESSED = ("拨打", "致电", "反馈", "反映", "联系", "向", "至", "与", "给", "到")
_ENDS = (
    "法院", "检察院", "委员会", "纪委", "监委", "大学", "学院", "学校", "医院", "公司", "集团", "政府", "中心", "委", "党组", "支部", "街道", "镇", "乡",
    "组", "局", "厅", "部", "处", "室", "科", "院", "办",
)  # fmt: skip
_BOUNDS = frozenset("。；;，,、：:（( \u3000\n“”")
_TAILS = ("的", "监督", "举报", "咨询", "信访", "纪检", " ", "\u3000")


def extract(document: Document) -> tuple[Contact, ...]:
    """The contact details of a draft, in the order of the text."""
    end = closing(document)
    found: list[Contact] = []
    pending: tuple[Label, Span] | None = None
    organisation: Span | None = None
    for leaf, following in zip_longest(document.prose, document.prose[1:]):
        if leaf.kind is Kind.FOOTNOTE:
            pending, organisation = None, None
        if pending and _signs(leaf, following):
            pending = None
        public = is_public(document, leaf, leaf in end) or (
            pending is not None and leaf in end and leaf.kind not in NO_VALUE
        )
        if not public and not hinted(leaf.text):
            pending, organisation = None, None
            continue
        if leaf.kind is Kind.ROW and leaf.cells:
            found.extend(_row(document, leaf, public))
            pending = None
            continue
        contacts, organisation, pending = _leaf(leaf, public, organisation if public else None, pending)
        found.extend(contacts)
    found.extend(_on_letter_paper(document))
    return tuple(found)


def _on_letter_paper(document: Document) -> Iterator[Contact]:
    """The address and telephone that stand at the head or foot of the page; what a site says around an article is none."""
    for leaf in document.margins:
        if hinted(leaf.text):
            yield from _leaf(leaf, is_public(document, leaf, at_end=False), None, None)[0]


def _signs(leaf: Node, following: Node | None) -> bool:
    """Whether a leaf is the name of the signing body, which a label above it that was left empty does not announce."""
    if any(map(str.isdigit, leaf.text)):
        return False
    return leaf.kind is Kind.SIGNATORY or (following is not None and following.kind is Kind.DATE)


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
    first = header(document, row)
    for column, cell in enumerate(row.cells):
        heads = [*first.cells[column : column + 1]] if first is not row else []
        heads += [row.cells[column - 1]] if column else []
        head, label = next(((head, label) for head in heads if (label := sole_label(head))), (None, None))
        details, _ = contact_details.find(cell.text, public, label)
        for detail in details:
            if detail.label is None:
                place = None
            elif head and detail.label is label:
                place = head.span(detail.label.start, detail.label.end)
            else:
                place = cell.span(detail.label.start, detail.label.end)
            yield _contact(row, cell, detail, place, None, public)
