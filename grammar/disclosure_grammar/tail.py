"""The tail of a draft, found from its end backwards: invitation, contact details, annex notes, signature, page foot; and where annexes begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from disclosure_grammar.pieces import HEADINGS, Row
from disclosure_grammar.tree import Kind
from disclosure_grammar.wording import (
    ANNEX_BODY,
    ANNEX_NOTE,
    ANNEX_TITLED,
    BODY,
    CHANNEL,
    CLOSING_WORDS,
    CONTACT,
    CONTACT_LABEL,
    COPIED,
    DATE_LINE,
    INVITATION,
    LABEL_MOST,
    NOTE,
    PAGE_LINE,
    PASSED_OVER,
    SETS_UP,
    SHORT,
    SIGNED,
    VALUES_MOST,
    is_page_line,
)

_ANNEX_MARKS = ("附", "【附", "[附")


def name_tail(rows: Sequence[Row]) -> int:
    """Name the lines that close the document; returns the index of the first of them."""
    end = _document_end(rows)
    at = end
    seen = False
    while at > 0:
        role = _closing_role(rows, at - 1, end)
        if not role:
            break
        if role != "TEXT":
            seen = True
            _name(rows[at - 1], role)
        at -= 1
    while at < end and rows[at].type in ("TEXT", "ROW", "COMMENT", "BLANK", "RESIDUE"):
        at += 1  # 特此通报。 closes the text, it is no part of the tail
    return at if seen else end


def page_foot(rows: Sequence[Row]) -> None:
    """Name what the web page adds below the document and its annexes, in place."""
    start = len(rows)
    while start > 0 and len(rows[start - 1].text) <= 2 * SHORT and not rows[start - 1].text.endswith(("。", "；")):
        start -= 1
    dated = [n for n in range(start, len(rows)) if _dates(rows[n].text)]
    for number in range(start, len(rows)):
        row = rows[number]
        if row.type not in ("TEXT", "LABEL") or not is_page_line(row.text):
            continue
        signed = not dated or dated[-1] < number
        if signed or (dated[0] < number and PAGE_LINE.match(row.text)):
            for below in rows[number:]:
                if below.line.kind is None:
                    below.retype("RESIDUE")
            return
        if PAGE_LINE.match(row.text):
            row.retype("RESIDUE")  # the signature is still to come


def _dates(text: str) -> bool:
    signed = SIGNED.match(text)
    return bool(DATE_LINE.match(text)) or (signed is not None and bool(BODY.search(signed["body"])))


def _document_end(rows: Sequence[Row]) -> int:
    """The index behind the last line that is not page residue."""
    end = len(rows)
    while end and rows[end - 1].type == "RESIDUE":
        end -= 1
    return end


def _closing_role(rows: Sequence[Row], at: int, end: int) -> str:
    """The part a line plays in the tail, or an empty string where it belongs to the text above."""
    row, text = rows[at], rows[at].text
    if row.line.kind in PASSED_OVER:
        return "TEXT"
    if row.type in HEADINGS:
        return _numbered_role(rows, at)
    if row.type == "OPENING" or len(text) > 400:
        return "INVITATION" if row.type == "TEXT" and INVITATION.search(text) and CONTACT.search(text) else ""
    if row.type == "ROW":
        return "NOTE" if COPIED.match(text) else ""  # what is printed below the signature often stands in a table
    if row.type not in ("TEXT", "LABEL"):
        return ""
    return _plain_role(rows, at, end)


def _plain_role(rows: Sequence[Row], at: int, end: int) -> str:
    text = rows[at].text
    if DATE_LINE.match(text):
        return "DATE"
    if COPIED.match(text):
        return "NOTE"
    if ANNEX_NOTE.match(text) and len(text) <= 2 * SHORT:
        return "ANNEX_NOTE"
    if INVITATION.search(text) and _invites(rows, at, end):
        return "INVITATION"
    if (CONTACT.search(text) and not SETS_UP.match(text)) or CHANNEL.match(text) or _behind_label(rows, at):
        return "CONTACT"
    if rows[at].type == "LABEL":
        return "CONTACT" if _next_to_contact(rows, at) else ""
    if CLOSING_WORDS.match(text):
        return "TEXT"
    if NOTE.match(text) and len(text) <= 2 * SHORT:
        return "NOTE"
    if SIGNED.match(text) and BODY.search(SIGNED.match(text)["body"]):  # type: ignore[index]
        return "SIGNED"
    if _signs(rows, at):
        return "SIGNATORY"
    return "CONTACT" if len(text) <= SHORT and _next_to_contact(rows, at) else ""


def _behind_label(rows: Sequence[Row], at: int) -> bool:
    """Whether a line is a contact label alone, or the value (or one of several with numbers) below such a label."""
    if CONTACT_LABEL.match(rows[at].text):
        return True
    for above in range(at - 1, max(at - VALUES_MOST, -1), -1):
        if CONTACT_LABEL.match(rows[above].text):
            return len(rows[at].text) <= SHORT and (above == at - 1 or _has_number(rows[at].text))
        if not _has_number(rows[above].text) or len(rows[above].text) > SHORT:
            return False
    return False


def _has_number(text: str) -> bool:
    return bool(re.search(r"[0-9０-９]{5}", text))


def _invites(rows: Sequence[Row], at: int, end: int) -> bool:
    """An invitation stands at the end, not in the middle of a long paragraph about accepting supervision."""
    text = rows[at].text
    return len(text) <= 200 or bool(CONTACT.search(text)) or at == end - 1


def _numbered_role(rows: Sequence[Row], at: int) -> str:
    """Numbered lines close a document as the list behind 附件： or as numbered contact details."""
    text = rows[at].words
    if len(text) > 2 * SHORT:
        return ""
    for above in range(at - 1, max(at - 16, -1), -1):
        if rows[above].type in HEADINGS:
            continue
        if rows[above].type == "TEXT" and ANNEX_NOTE.match(rows[above].text):
            return "" if text.endswith("。") else "ANNEX_NOTE"
        break
    return "CONTACT" if CONTACT.search(text[:LABEL_MOST]) or CHANNEL.match(text) else ""


def _signs(rows: Sequence[Row], at: int) -> bool:
    """A short line without marks that names a body, or stands right above the signing date."""
    text = rows[at].text
    if len(text) > 40 or any(mark in text for mark in "，。；：:,;“”《》、"):
        return False
    if rows[at].line.depth or (rows[at].line.bold and not BODY.search(text)):
        return False
    below = next((row for row in rows[at + 1 :] if row.type not in ("COMMENT", "BLANK", "RESIDUE")), None)
    if below is not None and below.type in ("DATE", "SIGNATORY", "SIGNED") and not re.search(r"[0-9０-９@＠]", text):
        return True
    return bool(BODY.search(text)) and (below is None or below.type not in ("CONTACT", "INVITATION"))


def _next_to_contact(rows: Sequence[Row], at: int) -> bool:
    """Whether a short line stands among contact lines: below one (within two lines) and above one."""
    below = at + 1 < len(rows) and rows[at + 1].type in ("CONTACT", "INVITATION")
    above = any(
        rows[n].type in ("TEXT", "LABEL") and (CONTACT.search(rows[n].text) or INVITATION.search(rows[n].text))
        for n in range(max(at - 3, 0), at)
    )
    return below and above


def _name(row: Row, role: str) -> None:
    if role == "SIGNED":
        match = SIGNED.match(row.text)
        start = row.line.prose.text.index(row.text)
        row.retype("SIGNATORY")
        if match:
            cut = start + match.start("date")
            row.pieces[0].end = cut
            row.pieces.append(type(row.pieces[0])("DATE", row.index, cut, len(row.line.prose.text)))
    elif row.line.kind in (None, Kind.ROW) and role != "TEXT":
        row.retype(role)


def annex_starts(rows: Sequence[Row]) -> list[int]:
    """Where whole annexes begin below the date that signs the document: 附件1 alone, or 附表：整改清单 with its matter below."""
    named = [n for n, row in enumerate(rows) if row.type == "TEXT" and row.text.startswith(_ANNEX_MARKS)]
    signed = next((n for n, row in enumerate(rows) if n and _dates(row.text)), None) if named else None
    found: list[int] = []
    for number in named:
        if signed is None or number < signed:
            continue
        text = rows[number].text
        titled = bool(ANNEX_TITLED.match(text)) and (bool(found) or _behind_date(rows, number))
        if ANNEX_BODY.match(text) or (titled and _has_matter(rows, number)):
            found.append(number)
    return found


def _behind_date(rows: Sequence[Row], at: int) -> bool:
    """Whether nothing but lines of the tail stands between the last date line above and this line."""
    for row in reversed(rows[max(at - VALUES_MOST, 0) : at]):
        if _dates(row.text):
            return True
        if row.type in HEADINGS or row.type == "ROW" or len(row.text) > 2 * SHORT:
            return False
    return False


def _has_matter(rows: Sequence[Row], at: int) -> bool:
    """Whether a table or sentences stand below the title of an annex: below a mere list of annexes there are none."""
    for row in rows[at + 1 :]:
        if row.type == "ROW":
            return True
        if row.type == "TEXT" and (ANNEX_BODY.match(row.text) or ANNEX_TITLED.match(row.text)):
            return False
        if row.line.kind is None and row.text.endswith("。") and not _closes(row.text):
            return True
    return False


def _closes(text: str) -> bool:
    return any(pattern.search(text) for pattern in (CONTACT, INVITATION, COPIED, CLOSING_WORDS, DATE_LINE))
