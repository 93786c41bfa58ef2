"""The head of a draft, down to its first heading or paragraph: menu and date lines of the page, title, addressee, list of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from disclosure_grammar.pieces import HEADINGS, Row
from disclosure_grammar.wording import (
    ADDRESSED,
    BODY,
    BREADCRUMB,
    CAPTION_MOST,
    CONTACT,
    CONTENTS,
    DATE_LINE,
    ENDS_OPEN,
    ENDS_SENTENCE,
    LABEL_MOST,
    LEADER,
    NAME_MOST,
    NOTE,
    PAGE_META,
    SALUTATION,
    TITLE_MOST,
    TITLE_WORD,
    is_page_line,
)

_TITLE_LINES = 4


def name_head(rows: Sequence[Row], tail: int) -> int:
    """Name the lines above the text proper; returns the index of its first line."""
    end = next((n for n, row in enumerate(rows[:tail]) if _starts_text(row)), min(tail, len(rows)))
    _page_head(rows[:end])
    plain = [row for row in rows[:end] if row.type == "TEXT"]
    titled = _titles(plain)
    for row in plain:
        if row.type == "TEXT":
            _under_title(row, titled)
    return end


def list_of_contents(rows: Sequence[Row]) -> None:
    """Name 目录 and the headings listed below it before the text begins: they are none of the draft's sections."""
    start = next((n for n, row in enumerate(rows[:CAPTION_MOST]) if CONTENTS.match(row.text)), None)
    if start is None:
        return
    entries: list[Row] = []
    for row in rows[start + 1 :]:
        if row.type not in HEADINGS or len(row.pieces) > 1 or row.text.endswith(ENDS_SENTENCE):
            break
        if entries and LEADER.sub("", row.text) == LEADER.sub("", entries[0].text):
            break  # the text itself begins
        entries.append(row)
    is_told = any(row.type == "CONTENTS" for row in rows[start + 1 : start + 2])
    for row in rows[start : start + 1 + len(entries)] if len(entries) > 1 or is_told else ():
        row.retype("CONTENTS")


def _starts_text(row: Row) -> bool:
    if row.type != "TEXT":
        return (row.type in HEADINGS and not is_page_line(row.text)) or (
            row.type == "LABEL" and not is_page_line(row.text)
        )
    return row.text.endswith(ENDS_SENTENCE) or len(row.text) > TITLE_MOST


def _page_head(rows: Sequence[Row]) -> None:
    crumbs = max((n for n, row in enumerate(rows) if BREADCRUMB.search(row.text)), default=-1)
    for row in rows[: crumbs + 1]:
        if row.type == "TEXT" and len(row.text) <= CAPTION_MOST and not (BODY.search(row.text) or _may_be_title(row)):
            row.retype("RESIDUE")  # the menu of the site stands above the path to the page
    for row in rows:
        if row.type in ("TEXT", "LABEL") and (
            is_page_line(row.text) or (PAGE_META.search(row.text) and len(row.text) < 80)
        ):
            row.retype("RESIDUE")
    for before, row, after in zip(rows, rows[1:], rows[2:], strict=False):
        between = row.type == "TEXT" and before.type == after.type == "RESIDUE"
        if between and len(row.text) <= NAME_MOST and not TITLE_WORD.search(row.text):
            row.retype("RESIDUE")  # the name of a site or an editor


def _may_be_title(row: Row) -> bool:
    """Whether a line is too long for an entry of a menu and speaks as titles do."""
    return len(row.text) > NAME_MOST and bool(TITLE_WORD.search(row.text)) and not BREADCRUMB.search(row.text)


def _titles(plain: Sequence[Row]) -> bool:
    """Name the title: up to three short lines, the last of which holds a word that titles hold."""
    if _marked_title(plain):
        return True
    for number, row in enumerate(plain[:4]):
        if CONTACT.search(row.text[:LABEL_MOST]):
            break
        if TITLE_WORD.search(_closed_up(row)) and not row.text.endswith(ENDS_OPEN) and not DATE_LINE.match(row.text):
            last = number
            while last + 1 < len(plain) and last < number + 2 and _continues_title(plain[last + 1]):
                last += 1
            for part in plain[max(number - 2, 0) : last + 1]:
                if not part.text.endswith(ENDS_OPEN) and not NOTE.match(part.text):
                    part.retype("TITLE")
            return True
    for row in plain[:1]:
        plainly = not row.text.endswith(ENDS_OPEN) and not CONTACT.search(row.text[:LABEL_MOST])
        if plainly and not DATE_LINE.match(row.text) and not NOTE.match(row.text):
            row.retype("TITLE")
            return True
    return False


def _marked_title(plain: Sequence[Row]) -> bool:
    """Name the lines that are set as the title, down to the one that ends in a word that titles end in."""
    first = next((number for number, row in enumerate(plain) if row.line.depth == 1), None)
    if first is None:
        return False
    plain[first].retype("TITLE")
    for before, after in pairwise(plain[first : first + _TITLE_LINES]):
        if after.line.depth != 1 or _continues_title(before):
            break
        after.retype("TITLE")
    return True


def _continues_title(row: Row) -> bool:
    return (
        bool(re.search(r"(?:通报|报告|方案|公告|公示|公开|情况|通知|公布|通告)$", _closed_up(row)))
        and len(row.text) <= 40
    )


def _closed_up(row: Row) -> str:
    """The words of a line without the spaces that set the letters of a title apart: 整 改 方 案."""
    return "".join(row.text.split())


def _under_title(row: Row, titled: bool) -> None:
    text = row.text
    if DATE_LINE.match(text):
        row.retype("DATE")
    elif NOTE.match(text) or re.match(r"^[^\s，。]{1,12}[〔\[（(【]\d{4}[〕\]）)】]\s*\d+\s*号$", text):
        row.retype("NOTE")
    elif SALUTATION.match(text) and ADDRESSED.search(text):
        row.retype("SALUTATION")
    elif titled and not text.endswith(ENDS_OPEN):
        row.retype("SIGNATORY" if BODY.search(text) and len(text) <= 40 else "CAPTION")
