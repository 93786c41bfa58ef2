"""Numbers that identify a person: identity numbers, bank cards, mobile numbers outside the lines that tell how to reach an office.

Case numbers, credit codes, document numbers, amounts and the accounts of an office are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from disclosure_grammar.numerals import fold
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose, Span
from disclosure_grammar.tree import NOT_PROSE, Document, Kind, Node
from disclosure_lint.facts.model import Personal
from disclosure_lint.facts.personal import contexts
from disclosure_lint.facts.personal.checks import looks_like_identity, luhn, valid_checksum
from disclosure_lint.facts.personal.passages import passages

_DIGIT, _LAST, _GAP = "[0-9０-９]", "[0-9０-９XxＸｘ]", r"[ \u00a0\u2000-\u200a\u2010-\u2013\u202f\u3000\-－]"
_FORMS = (
    rf"{_DIGIT}{{14,18}}{_LAST}",
    rf"{_DIGIT}{{3}}{_GAP}?{_DIGIT}{{3}}{_GAP}{_DIGIT}{{4}}{_GAP}?{_DIGIT}{{2}}{_GAP}?{_DIGIT}{{2}}{_GAP}{_DIGIT}{{3}}{_LAST}",
    rf"{_DIGIT}{{4}}(?:{_GAP}{_DIGIT}{{4}}){{3}}(?:{_GAP}{_DIGIT}{{1,3}})?",
    rf"(?:86{_GAP}?)?[1１][3-9３-９]{_DIGIT}(?:{_GAP}?{_DIGIT}{{4}}{_GAP}?{_DIGIT}{{4}}|(?:[.．·]{_DIGIT}{{4}}){{2}})",
)
_CANDIDATE = Pattern(
    rf"(?<![0-9０-９A-Za-z_/=.．])(?<![0-9０-９A-Za-z][\-－])(?:{'|'.join(_FORMS)})(?![0-9０-９A-Za-z]|[.．]{_DIGIT})"
)
"""Digits in the groupings that identity, card and mobile numbers are written in."""
_INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff")
"""Characters without width, which come along when a number is copied from a telephone or a web page."""
_HIDDEN = NOT_PROSE - {Kind.BLANK, Kind.RULE}
_BROKEN = Pattern(r"(?<=[0-9０-９])[ \t\u3000]*(?:\r\n|\r|\n|\v)[ \t\u3000]*(?=[0-9０-９XxＸｘ])")
"""The end of a line between two digits, or before the X that ends an identity number."""
_PRIVATE_COLUMN = Pattern(r"信访|举报|投诉|当事|身份|家庭|住址|户")
_PRIVATE_WORDS = Pattern(r"身份证|家住|户籍|(?:举报|信访|反映|投诉|当事|上访)人(?!电话|热线|可|请|拨)[^，,。；;：:]")
"""Words of a sentence about somebody that is no line of contact details, whatever numbers it holds."""
_PHONE_COLUMN = Pattern(r"电话|手机|联系方式")
_NEAR = 24
_MOBILE_DIGITS = 11
_CARD_DIGITS = range(16, 20)


class Number(NamedTuple):
    """A personal number in a text: where, of which kind, and how sure that is."""

    start: int
    end: int
    kind: str
    firm: bool
    form: str = "main"


def find(prose: Prose, *, contact: bool = False, mobiles: bool = True) -> Iterator[Number]:
    """The personal numbers in a text.

    Args:
        prose: the text.
        contact: whether the text is a line that tells how to reach an office, where a mobile number is meant to be read.
        mobiles: whether mobile numbers are looked for at all.
    """
    text = prose.text
    for match in _CANDIDATE.finditer(text):
        digits = re.sub(rf"{_GAP}|[.．·]", "", fold(match[0])).replace("Ｘ", "X").upper().replace("ｘ", "X")
        first = contexts.listed_from(text, match.start())
        before = text[max(first - _NEAR, 0) : first]
        found = _number(text, match, digits, before)
        if found is None and mobiles and digits.removeprefix("86")[:1] == "1":
            found = _mobile(text, match, digits.removeprefix("86"), before, contact)
        if found is not None:
            yield found


def _number(text: str, match: re.Match[str], digits: str, before: str) -> Number | None:
    """The identity or card number that the digits are, or None."""
    start, end = match.span()
    named = len(digits) > _MOBILE_DIGITS and contexts.is_called_identity(before)
    if looks_like_identity(digits) and valid_checksum(digits):
        return None if contexts.is_code(before) and not named else Number(start, end, "identity", True)
    if named:
        form = "mistyped" if len(digits) == 18 else "old" if looks_like_identity(digits) else "length"
        return Number(start, end, "identity", False, form)
    if contexts.is_of_thing(before) or len(digits) <= _MOBILE_DIGITS:
        return None
    if looks_like_identity(digits) and not contexts.is_amount(text, end):
        return Number(start, end, "identity", False, "mistyped" if len(digits) == 18 else "old")
    return _card(text, match, digits, before)


def _card(text: str, match: re.Match[str], digits: str, before: str) -> Number | None:
    """The card number that the digits are: by its words alone too, for a mistyped number still points at somebody."""
    start, end = match.span()
    if len(digits) not in _CARD_DIGITS or not digits.isdigit() or digits[0] in "0127":
        return None
    right, issued = luhn(digits), digits.startswith("62")
    if contexts.is_called_card(before):
        return Number(start, end, "bank-card", right, "main" if right else "mistyped")
    if contexts.is_office_account(text, start, end) or contexts.is_amount(text, end):
        return None
    if right and issued:
        return Number(start, end, "bank-card", True)
    if (right or issued) and contexts.is_called_account(before):
        return Number(start, end, "bank-card", False, "account")
    return None


def _mobile(text: str, match: re.Match[str], digits: str, before: str, contact: bool) -> Number | None:
    start, end = match.span()
    if len(digits) != _MOBILE_DIGITS or digits[1] not in "3456789" or contexts.is_amount(text, end):
        return None
    if contexts.is_somebodys_line(text, start):
        return Number(start, end, "mobile", True)
    if contexts.is_of_thing(before) or contexts.is_office_line(text, start, contact):
        return None
    if contexts.is_beside_person(text, start):
        return Number(start, end, "mobile", True)
    return Number(start, end, "mobile", False, "alone")


def extract(document: Document) -> Iterator[Personal]:
    """The personal numbers of a draft.

    Identity and card numbers are looked for in page residue, comments and code too: they would be published or shown as well.
    """
    known = set()
    for leaf, prose in _readable(document):
        hidden = leaf.kind in NOT_PROSE
        for number in find(prose, contact=_is_contact(leaf, document), mobiles=not hidden):
            fact = _personal(prose, number, leaf)
            known.add(fact.span)
            yield fact
    for fact in _across_lines(document):
        if fact.span not in known:
            yield fact


def _readable(document: Document) -> Iterator[tuple[Node, Prose]]:
    """Whatever a reader, or somebody who looks at the source, sees."""
    for leaf, prose in passages(document):
        yield leaf, prose if _INVISIBLE.isdisjoint(prose.text) else _visible(prose)
    for leaf in document.leaves:
        if leaf.kind in _HIDDEN:
            yield leaf, Prose(document.source.slice(leaf.span), ((0, leaf.span.start),))


def _visible(prose: Prose) -> Prose:
    kept = [at for at, character in enumerate(prose.text) if character not in _INVISIBLE]
    places = [prose.offset(at) for at in kept]
    pieces = [(at, place) for at, place in enumerate(places) if at == 0 or place != places[at - 1] + 1]
    return Prose("".join(prose.text[at] for at in kept), tuple(pieces) or ((0, prose.offset(0)),))


def _across_lines(document: Document) -> Iterator[Personal]:
    """Numbers that the end of a line breaks in two, whatever the tree takes the second line for: half a number is one too many."""
    source = document.source
    for match in _BROKEN.finditer(source.text):
        leaf = document.leaf_at(match.start() - 1)
        room = _together(document, leaf, match)
        start, end = max(room.start, match.start() - 2 * _NEAR), min(room.end, match.end() + _NEAR)
        first, second = source.text[start : match.start()], source.text[match.end() : end]
        prose = Prose(first + second, ((0, start), (len(first), match.end())))
        for number in find(prose, contact=_is_contact(leaf, document)):
            if number.start < len(first) < number.end:
                yield _personal(prose, number, leaf)


def _together(document: Document, leaf: Node, broken: re.Match[str]) -> Span:
    """The two lines between which a line end breaks something, or the two parts of them that stand in the same cell."""
    source = document.source
    first, second = (source.line(source.position(at).line) for at in broken.span())
    if not leaf.cells:
        return first.to(second)
    cell = next((cell for cell in leaf.cells if cell.offset(0) < broken.start() < cell.offset(len(cell.text))), None)
    return Span(cell.offset(0), cell.offset(len(cell.text))) if cell is not None else Span(broken.start(), broken.end())


def _personal(prose: Prose, number: Number, leaf: Node) -> Personal:
    return Personal(prose.span(number.start, number.end), leaf, number.kind, number.firm, number.form)


def _is_contact(leaf: Node, document: Document) -> bool:
    if leaf.kind in (Kind.CONTACT, Kind.INVITATION, Kind.NOTE):
        return _PRIVATE_WORDS.search(leaf.text) is None
    parent = document.parent(leaf)
    if parent is None:
        return False
    if leaf.kind is Kind.ROW:  # a list of whom to call, unless its columns are about those who complain
        head = parent.children[0].text
        return _PHONE_COLUMN.search(head) is not None and _PRIVATE_COLUMN.search(head) is None
    return parent.kind is Kind.CONTACTS
