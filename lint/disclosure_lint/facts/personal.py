"""Numbers that identify a person: identity numbers, bank cards, mobile numbers outside the lines that tell how to reach an office.

Case numbers, credit codes, document numbers and amounts are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from disclosure_grammar.numerals import fold
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose
from disclosure_grammar.tree import NOT_PROSE, Document, Kind, Node
from disclosure_lint.facts.model import Personal

_LONG_NUMBER = Pattern(
    r"(?<![0-9０-９])[1-9１-９](?:[\s\-－]{0,6}[0-9０-９]){10}|1[3-9][0-9][.．·][0-9]{4}[.．·][0-9]{4}"
)
"""Whatever may hold a personal number; landlines begin with 0 and most drafts have nothing else as long."""
_PROVINCES = frozenset({
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
    "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
})  # fmt: skip
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_NEAR = 24
_MOBILE_DIGITS = 11


class _Patterns:
    """Compiled when the first long number turns up: most drafts have none."""

    @cached_property
    def candidate(self) -> Pattern:
        """Digits in the groupings that identity, card and mobile numbers are written in."""
        digit, last, gap = "[0-9０-９]", "[0-9０-９XxＸｘ]", r"[ \-－]"
        forms = (
            rf"{digit}{{14,18}}{last}",
            rf"{digit}{{3}}{gap}?{digit}{{3}}{gap}{digit}{{4}}{gap}?{digit}{{2}}{gap}?{digit}{{2}}{gap}{digit}{{3}}{last}",
            rf"{digit}{{4}}(?:{gap}{digit}{{4}}){{3}}(?:{gap}{digit}{{1,3}})?",
            rf"(?:86{gap}?)?[1１][3-9３-９]{digit}(?:{gap}?{digit}{{4}}{gap}?{digit}{{4}}|[.．·]{digit}{{4}}[.．·]{digit}{{4}})",
        )
        return Pattern(rf"(?<![0-9０-９A-Za-z_/=.．])(?:{'|'.join(forms)})(?![0-9０-９A-Za-z]|[.．]{digit})")

    @cached_property
    def broken(self) -> Pattern:
        """The end of a line between two digits, or before the X that ends an identity number."""
        return Pattern(r"(?<=[0-9０-９])[ \t\u3000]*(?:\r\n|\r|\n)[ \t\u3000]*(?=[0-9０-９XxＸｘ])")

    @cached_property
    def no_person(self) -> Pattern:
        """Words before a number that belongs to a thing."""
        return Pattern(r"(?:代码|案号|文号|单号|票号|编号|流水号|备案号)[^，,。；;]{0,8}$")

    @cached_property
    def account(self) -> Pattern:
        """Words before the number of an account, which may be a card."""
        return Pattern(r"账号|帐号|开户|账户|帐户")

    @cached_property
    def card(self) -> Pattern:
        """Words before the number of a card."""
        return Pattern(r"(?:卡号|银行卡|储蓄卡|借记卡|信用卡|社保卡|行卡)[^，,。；;]{0,12}$")

    @cached_property
    def identity(self) -> Pattern:
        """Words right before an identity number, however it is mistyped."""
        return Pattern(r"身份(?:证|号)[^，,。；;]{0,12}$")

    @cached_property
    def amount(self) -> Pattern:
        """Words behind a number that counts something."""
        return Pattern(r"\s*[余多]?[元万亿件项个人次户份条字辆吨亩平米公％%]")

    @cached_property
    def office_line(self) -> Pattern:
        """Words before a number by which an office can be reached."""
        return Pattern(
            r"(?:联系|举报|监督|咨询|投诉|服务|公开|办公|受理|反馈|信访|报名|工作|公布|设立|开通)[^，,。；;：:]{0,6}"
            r"(?:电话|热线|手机|方式|号码)|值班|热线|来电|传真"
        )

    @cached_property
    def labelled(self) -> Pattern:
        """A label right before a number."""
        return Pattern(r"(?:电\s*话|手\s*机|联\s*系\s*方\s*式)[^，,。；;]{0,4}[:：]?\s*$")

    @cached_property
    def contact_words(self) -> Pattern:
        """What else stands in a line of contact details."""
        return Pattern(r"邮\s*编|邮\s*箱|地\s*址|信\s*箱|欢迎")

    @cached_property
    def of_a_person(self) -> Pattern:
        """Words before somebody's own number."""
        return Pattern(
            r"(?:当事人|信访人|投诉人|申请人|上访人|被执行人|原告|被告|患者|本人|村民|居民|某某?|[×xX＊*]{1,2})"
            r"[^，,。；;：:]{0,4}[（(，,：:]?[其的]?(?:联系|手机|电话)"
        )


_PATTERNS = _Patterns()


def find(prose: Prose, *, contact: bool = False, mobiles: bool = True) -> Iterator[tuple[int, int, str]]:
    """The personal numbers in a text as start, end and kind (``identity``, ``bank-card``, ``mobile``).

    Args:
        prose: the text.
        contact: whether the text is a line that tells how to reach an office, where a mobile number is meant to be read.
        mobiles: whether mobile numbers are looked for at all.
    """
    text = prose.text
    if not _LONG_NUMBER.search(text):
        return
    for match in _PATTERNS.candidate.finditer(text):
        digits = re.sub(r"[ \-－.．·]", "", fold(match[0])).replace("Ｘ", "X").upper().replace("ｘ", "X")
        before = text[max(match.start() - _NEAR, 0) : match.start()]
        named = len(digits) > _MOBILE_DIGITS and _PATTERNS.identity.search(before) is not None
        if not named and _PATTERNS.no_person.search(before):
            continue
        if named or _is_identity(digits):
            yield match.start(), match.end(), "identity"
        elif _is_card(digits, before):
            yield match.start(), match.end(), "bank-card"
        elif (
            mobiles
            and _is_mobile(digits.removeprefix("86"), text, match.end())
            and not _is_office_line(text, match.start(), contact)
        ):
            yield match.start(), match.end(), "mobile"


def extract(document: Document) -> tuple[Personal, ...]:
    """The personal numbers of a draft.

    Identity and card numbers are looked for in page residue, comments and code too: they would be published or shown as well.
    """
    found: list[Personal] = []
    if not _LONG_NUMBER.search(document.source.text):
        return ()
    for leaf in document.leaves:
        hidden = leaf.kind in NOT_PROSE
        if leaf.kind in (Kind.BLANK, Kind.RULE):
            continue
        prose = Prose(document.source.slice(leaf.span), ((0, leaf.span.start),)) if hidden else leaf.prose
        for start, end, kind in find(prose, contact=_is_contact(leaf, document), mobiles=not hidden):
            found.append(Personal(prose.span(start, end), leaf, kind))
    known = {fact.span for fact in found}
    found.extend(fact for fact in _across_lines(document) if fact.span not in known)
    return tuple(sorted(found, key=lambda fact: fact.span.start))


def _across_lines(document: Document) -> Iterator[Personal]:
    """Numbers that the end of a line breaks in two, whatever the tree takes the second line for: half a number is one too many."""
    source = document.source
    for match in _PATTERNS.broken.finditer(source.text):
        start = max(source.line(source.position(match.start()).line).start, match.start() - 2 * _NEAR)
        end = min(source.line(source.position(match.end()).line).end, match.end() + _NEAR)
        first, second = source.text[start : match.start()], source.text[match.end() : end]
        prose = Prose(first + second, ((0, start), (len(first), match.end())))
        leaf = document.leaf_at(match.start() - 1)
        for begin, stop, kind in find(prose, contact=_is_contact(leaf, document)):
            if begin < len(first) < stop:
                yield Personal(prose.span(begin, stop), leaf, kind)


def valid_checksum(number: str) -> bool:
    """Whether the last character of an 18-character identity number is right (GB 11643-1999, ISO 7064 MOD 11-2)."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return len(number) == 18 and number[17] == _CHECK[total % 11]


def luhn(number: str) -> bool:
    """Whether the digits of a card number satisfy the check of ISO/IEC 7812-1."""
    doubled = (int(digit) * (1 + index % 2) for index, digit in enumerate(reversed(number)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _is_identity(digits: str) -> bool:
    """18 characters with a possible birth date, whatever the check digit: a mistyped number still points at somebody."""
    if digits[:2] not in _PROVINCES:
        return False
    if len(digits) == 18:
        return _is_birth_date(digits[6:14])
    return len(digits) == 15 and _is_birth_date("19" + digits[6:12])


def _is_birth_date(digits: str) -> bool:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return day.year >= 1900 and day <= date.today()


def _is_card(digits: str, before: str) -> bool:
    """Whether digits are the number of a bank card: by its words alone too, for a mistyped number still points at somebody."""
    if not (16 <= len(digits) <= 19 and digits.isdigit()) or digits[0] in "0127":
        return False
    if _PATTERNS.card.search(before):
        return True
    signs = (luhn(digits), digits.startswith("62"), _PATTERNS.account.search(before) is not None)
    return sum(signs) > 1


def _is_mobile(digits: str, text: str, end: int) -> bool:
    if len(digits) != _MOBILE_DIGITS or digits[0] != "1" or digits[1] not in "3456789":
        return False
    return not _PATTERNS.amount.match(text, end)


def _is_contact(leaf: Node, document: Document) -> bool:
    if leaf.kind in (Kind.CONTACT, Kind.INVITATION, Kind.NOTE):
        return True
    parent = document.parent(leaf)
    return parent is not None and parent.kind is Kind.CONTACTS


def _is_office_line(text: str, start: int, contact: bool) -> bool:
    """Whether the sentence up to a mobile number offers it as the way to reach an office, and not somebody's own."""
    begin = 0
    for mark in "。！？!?；;":
        begin = max(begin, text.rfind(mark, 0, start) + 1)
    sentence = text[begin:start]
    if _PATTERNS.of_a_person.search(sentence):
        return False
    if contact or _PATTERNS.office_line.search(sentence):
        return True
    return bool(_PATTERNS.labelled.search(sentence) and _PATTERNS.contact_words.search(text))
