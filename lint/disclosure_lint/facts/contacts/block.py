"""The contact details that are meant for the public, taken together."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure_grammar.source import Span
from disclosure_grammar.tree import Kind
from disclosure_lint.facts.model import PHONES, Contact, ContactKind

POSTAL = frozenset({ContactKind.ADDRESS, ContactKind.PO_BOX})
MAIL = frozenset({ContactKind.EMAIL})
WAYS = PHONES | POSTAL | MAIL | {ContactKind.FAX}
"""The ways to reach an office; a website or a lone postcode is none."""


def published(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """The ways to reach the office that the draft tells the public."""
    return tuple(contact for contact in contacts if contact.public and contact.kind in WAYS)


_APART = 80  # characters between two details of one block, at the most


def block(contacts: Iterable[Contact]) -> Span | None:
    """The stretch of the last published details that stand together, from the first label to the last value.

    Those in the margin of the page, where letter paper has some, are only asked where the text has none.
    """
    start = end = -1
    details = published(contacts)
    for contact in reversed([each for each in details if each.node.kind is not Kind.MARGIN] or details):
        if start >= 0 and start - contact.span.end > _APART:
            break
        end = max(end, contact.span.end)
        start = _opening(contact)
    return Span(start, end) if start >= 0 else None


def block_without(contacts: Iterable[Contact], kinds: frozenset[ContactKind]) -> Span | None:
    """The block of published details where none of them is of these kinds; None where one is, or where nothing is published."""
    details = published(contacts)
    return None if any(contact.kind in kinds for contact in details) else block(details)


def _opening(contact: Contact) -> int:
    """Where a detail begins: at its label, unless that is the head of a table column."""
    if contact.label and contact.node.span.contains(contact.label):
        return min(contact.label.start, contact.span.start)
    return contact.span.start
