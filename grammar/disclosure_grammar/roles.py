"""The part a plain line plays, by its words and its place: title, contact details, signature, what belongs to the web page.

The head of a draft is what stands before its first heading or paragraph; its tail is found from the end backwards, line by line, as long
as each line is one of those that close a document. A line in the middle is never taken for either.
"""

from __future__ import annotations

from collections.abc import Sequence

from disclosure_grammar.head import list_of_contents, name_head
from disclosure_grammar.pieces import HEADINGS, Row
from disclosure_grammar.tail import name_tail
from disclosure_grammar.wording import (
    CAPTION_MOST,
    CONTACT_HEADING,
    DATE_LINE,
    ENDS_OPEN,
    LABEL_MOST,
    NAVIGATION,
    PAGE_LINE,
    RESIDUE,
    SHORT,
)


def is_contact_heading(title: str) -> bool:
    """Whether a heading announces how to reach the office."""
    return bool(CONTACT_HEADING.search(title)) and len(title) <= 24


def assign(rows: Sequence[Row]) -> int:
    """Name the plain lines of a document, in place.

    Returns:
        The index of the first row of the tail: it closes all sections above it, those about contacts excepted.
    """
    tail = name_tail(rows)
    list_of_contents(rows[:tail])
    head = name_head(rows, tail)
    for row in rows[head:tail]:
        _middle(row)
    for number in range(len(rows) - 1):
        if rows[number].type == "OPENING" and rows[number + 1].type in HEADINGS:
            rows[number].retype("TEXT")
    return tail


def _middle(row: Row) -> None:
    if row.type in ("TEXT", "LABEL") and _belongs_to_page(row.text):
        row.retype("RESIDUE")
    elif row.type == "TEXT" and (row.line.depth or row.line.bold or _is_caption(row.text)):
        row.retype("RESIDUE" if RESIDUE.match(row.text) and len(row.text) <= LABEL_MOST else "CAPTION")


def _belongs_to_page(text: str) -> bool:
    """Whether a line in the middle of the text can only come from a web page."""
    return len(text) <= 2 * SHORT and bool(
        PAGE_LINE.match(text) or (len(text) <= LABEL_MOST and NAVIGATION.match(text))
    )


def _is_caption(text: str) -> bool:
    return len(text) <= CAPTION_MOST and not text.endswith(ENDS_OPEN) and "。" not in text and not DATE_LINE.match(text)
