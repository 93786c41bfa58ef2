"""Contact details in one block of text: what stands behind each label, and what shows by its shape alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_lint.facts.contacts import labels as contact_labels
from disclosure_lint.facts.contacts import mailboxes, phone_reader, phones, postal
from disclosure_lint.facts.contacts.folding import DASHES, fold, is_han
from disclosure_lint.facts.contacts.labels import Label, Promise
from disclosure_lint.facts.model import ContactKind


class Detail(NamedTuple):
    """A contact detail in a text, not yet in a document: a ``Contact`` with places for spans."""

    start: int
    end: int
    kind: ContactKind
    value: str
    label: Label | None = None
    problem: str = ""
    spaced: bool = False


class _Block(NamedTuple):
    """One text in its two forms, and whether it tells the public how to reach the office."""

    original: str
    text: str
    public: bool


_PROMISED = {
    Promise.PHONE: ContactKind.PHONE,
    Promise.FAX: ContactKind.FAX,
    Promise.EMAIL: ContactKind.EMAIL,
    Promise.ADDRESS: ContactKind.ADDRESS,
    Promise.PO_BOX: ContactKind.PO_BOX,
    Promise.POSTCODE: ContactKind.POSTCODE,
    Promise.WEBSITE: ContactKind.WEBSITE,
}


def promised(label: Label | None) -> ContactKind | None:
    """The kind a label promises, or None where it leaves that open."""
    return _PROMISED.get(label.promise) if label else None


def find(original: str, public: bool, pending: Label | None = None) -> tuple[list[Detail], list[Label]]:
    """The details in one text and its labels, in order.

    Args:
        original: the text as written.
        public: whether it stands where the public is told how to reach the office: then numbers and addresses count without labels.
        pending: a label at the end of the text before, whose value stands in this one.
    """
    block = _Block(original, fold(original), public)
    labels = contact_labels.find(block.text)
    found: list[Detail] = []
    if pending and (not labels or labels[0].start > 0):
        opening = pending._replace(value=0, colon=True)
        found += (detail._replace(label=pending) for detail in _behind(block, opening, _until(labels, -1, block)))
    for number, label in enumerate(labels):
        if _joined(block, labels, number):  # 通信地址及邮编：… announces both
            label, number = label._replace(value=labels[number + 1].value, colon=True), number + 1  # noqa: PLW2901
        found += _behind(block, label, _until(labels, number, block))
    found += _loose(block, labels)
    return _apart(found), labels


_JOINER = Pattern(r" ?[及和与/、] ?")


def _joined(block: _Block, labels: list[Label], number: int) -> bool:
    """Whether a label shares the colon of the next one."""
    if labels[number].colon or number + 1 == len(labels) or not labels[number + 1].colon:
        return False
    if labels[number].promise not in _PROMISED:
        return False
    return bool(_JOINER.fullmatch(block.text, labels[number].end, labels[number + 1].start))


def _until(labels: list[Label], number: int, block: _Block) -> int:
    return labels[number + 1].start if number + 1 < len(labels) else len(block.text)


def _apart(details: list[Detail]) -> list[Detail]:
    """The details in order; of two that overlap the one found first stays."""
    kept: list[Detail] = []
    for detail in details:
        if all(detail.end <= other.start or other.end <= detail.start for other in kept):
            kept.append(detail)
    return sorted(kept, key=lambda detail: detail.start)


def _behind(block: _Block, label: Label, end: int) -> Iterator[Detail]:
    """What stands between a label and the next one."""
    for reader in _READERS.get(label.promise, ()):
        found = list(reader(block, label, end))
        if found:
            yield from found
            if label.promise is not Promise.ANY:
                return


# -- phones


_CLOSE = Pattern(r"[ \"“'(]{0,3}")
_FILLERS = " \"“'()、,;:/"
_NEAR_MOST = 24
_NEXT = Pattern(r" {0,2}(?:\([^()]{0,24}\))? {0,2}(?:[、,;/或和及]|以及| )? {0,2}\(?")


def _phones(block: _Block, label: Label, end: int) -> Iterator[Detail]:
    text = block.text
    stop = Pattern(r"[。\n]").search(text, label.value, end)
    before = label.value
    gap = _CLOSE
    for number in phone_reader.read(text, label.value, stop.start() if stop else end):
        close = bool(gap.fullmatch(text, before, number.start))
        near = close or _is_near(text[before : number.start])
        if not (close or (block.public and (near or not number.fault))):
            return
        before, gap = number.end, _NEXT
        if number.fault is phones.Fault.NO_NUMBER and (label.promise is not Promise.PHONE or not close):
            continue
        if (
            label.promise in (Promise.ADDRESS, Promise.POSTCODE, Promise.EMAIL, Promise.PO_BOX)
            and not number.unmistakable
        ):
            continue
        yield _phone(block, number, label)


def _is_near(between: str) -> bool:
    """Whether only words and light marks part a number from its label or from the number before: an office's name."""
    return len(between) <= _NEAR_MOST and all(is_han(character) or character in _FILLERS for character in between)


_MASKED = Pattern(r"[ :]{0,4}([0-9][0-9\- ]{1,11}[*×xX]{2,8}[0-9]{0,4})")


def _masked(block: _Block, label: Label, end: int) -> Iterator[Detail]:
    """0717-519****: the office has a phone; that its digits are hidden is not for us to judge."""
    match = _MASKED.match(block.text, label.value, end)
    if match:
        yield Detail(*match.span(1), ContactKind.PHONE, match[1].replace(" ", ""), label)


_LETTERED = Pattern(r"[ :]{0,4}([0-9Oo][0-9OoIl]{2,3}-?[0-9OoIl]{6,9})(?![0-9A-Za-z])")


def _lettered(block: _Block, label: Label, end: int) -> Iterator[Detail]:
    """O717-626l234: letters that look like digits."""
    match = _LETTERED.match(block.text, label.value, end)
    if match and any(map(str.isalpha, match[1])) and sum(map(str.isdigit, match[1])) > len(match[1]) // 2:
        yield Detail(*match.span(1), ContactKind.PHONE, match[1], label, phones.Fault.LETTERS.value)


_KINDS = {
    phones.Line.MOBILE: ContactKind.MOBILE,
    phones.Line.SERVICE: ContactKind.HOTLINE,
    phones.Line.HOTLINE: ContactKind.HOTLINE,
}
_NOTED_FAX = Pattern(r" ?\( ?传真 ?\)")


def _phone(block: _Block, number: phones.Number, label: Label | None) -> Detail:
    fax = (label and label.promise is Promise.FAX) or _NOTED_FAX.match(block.text, number.end)
    kind = ContactKind.FAX if fax else _KINDS.get(number.line, ContactKind.PHONE)
    written = block.original[number.start : number.end]
    fault = number.fault.value if number.fault else ""
    return Detail(number.start, number.end, kind, number.value, label, fault, _untidy(written))


_STRAY = Pattern(r" -|- |--|  |-[0-9]+ [0-9]|\) ?[0-9]+ [0-9]|[0-9] \)|\( [0-9]|[.·]")


def _untidy(written: str) -> bool:
    """Whether a number holds full-width digits, odd dashes or stray spaces; 138 0000 0000 and 0377 61550132 are good habits."""
    if any("０" <= character <= "９" for character in written) or any(dash in written for dash in DASHES):
        return True
    half = fold(written)
    return not half.startswith(("+", "(+")) and bool(_STRAY.search(half))


def tidy_phone(written: str) -> str:
    """A number as written, in half-width digits with plain short dashes and without stray spaces."""
    half = re.sub(r" *-+ *|[.·]", "-", fold(written))
    half = re.sub(r"^(0[12][0-9]|0[3-9][0-9]{2}) +", r"\1-", half)
    return re.sub(r"(?<=[0-9)(]) +(?=[0-9)])", "", half)


# -- mailboxes, addresses, postcodes, websites


def _emails(block: _Block, label: Label, end: int) -> Iterator[Detail]:
    labelled = label.promise is Promise.EMAIL and (label.colon or block.public)
    read = mailboxes.read_labelled if labelled else mailboxes.read
    for mailbox in read(block.original, block.text, label.value, end):
        yield _email(mailbox, label)


def _email(mailbox: mailboxes.Mailbox, label: Label | None) -> Detail:
    fault = mailbox.fault.value if mailbox.fault else ""
    return Detail(mailbox.start, mailbox.end, ContactKind.EMAIL, mailbox.value, label, fault, mailbox.spaced)


def _address(block: _Block, label: Label, end: int) -> Iterator[Detail]:
    text = block.text
    if not label.colon and not (block.public and postal.street_addresses(text, label.value, end)):
        return
    place = postal.address(text, label.value, end)
    if place is None:
        return
    kind = ContactKind.PO_BOX if postal.is_box(text[place[0] : place[1]]) else ContactKind.ADDRESS
    yield Detail(*place, kind, "".join(text[place[0] : place[1]].split()), label)
    lone = _LONE_POSTCODE.match(text, place[1], end)
    if lone:
        yield Detail(*lone.span(1), ContactKind.POSTCODE, lone[1])


_LONE_POSTCODE = Pattern(r"[ ,、;(]{0,4}([0-9]{6})(?![0-9号室楼栋\-])")


def _box(block: _Block, label: Label, end: int) -> Iterator[Detail]:
    """邮政信箱216号: the label is part of the box's name."""
    if not label.colon:
        for place in postal.boxes(block.text, label.start, end):
            yield Detail(*place, ContactKind.PO_BOX, "".join(block.text[place[0] : place[1]].split()), label)


def _postcode(block: _Block, label: Label, end: int) -> Iterator[Detail]:
    place = postal.postcode(block.text, label.value, end)
    if place is None:
        return
    written = block.original[place[0] : place[1]]
    digits = block.text[place[0] : place[1]].replace(" ", "")
    if not written.isascii() or " " in written:
        yield Detail(*place, ContactKind.POSTCODE, digits, label, postal.postcode_fault(digits), spaced=True)
    else:
        yield Detail(*place, ContactKind.POSTCODE, digits, label, postal.postcode_fault(digits))


def _lone_postcode(block: _Block, label: Label, end: int) -> Iterator[Detail]:
    """地址：443499: a postcode and nothing else."""
    lone = _LONE_POSTCODE.match(block.text, label.value, end)
    if lone and not block.text[lone.end() : end].strip(" ,;。)"):
        yield Detail(*lone.span(1), ContactKind.POSTCODE, lone[1], label)


_WEB = Pattern(r"(?:https?://|www\.)[!-'*+\-.-:<-~]+|[A-Za-z0-9.\-]+\.(?:com|cn|net|org)(?:/[!-'*+\-.-:<-~]*)?")


def _website(block: _Block, label: Label, end: int) -> Iterator[Detail]:
    match = _WEB.search(block.text, label.value, end)
    if match and "@" not in block.text[label.value : end]:
        yield Detail(*match.span(), ContactKind.WEBSITE, match[0].rstrip("."), label)


_Reader = Callable[[_Block, Label, int], Iterator[Detail]]
_READERS: dict[Promise, tuple[_Reader, ...]] = {
    Promise.PHONE: (_lettered, _phones, _masked, _emails),
    Promise.FAX: (_phones,),
    Promise.PERSON: (_phones,),
    Promise.EMAIL: (_emails, _address, _phones),
    Promise.ADDRESS: (_emails, _website, _address, _phones, _lone_postcode),
    Promise.PO_BOX: (_emails, _box, _address),
    Promise.BOX: (_emails, _box, _address),
    Promise.POSTCODE: (_postcode, _phones, _address),
    Promise.WEBSITE: (_website, _emails),
    Promise.ANY: (_emails, _phones),
}

# -- without a label


_CALLED = ("电话", "热线", "拨打", "致电", "平台", "举报", "信访", "信箱")
_CALL_MOST = 12  # between such a word and its number
_NO_MAILBOX = (mailboxes.Fault.NO_NAME, mailboxes.Fault.NO_DOMAIN)  # @qlfy is the name of an account


def _loose(block: _Block, labels: list[Label]) -> Iterator[Detail]:
    for mailbox in mailboxes.read(block.original, block.text, 0, len(block.text)):
        if mailbox.fault not in _NO_MAILBOX and (block.public or mailbox.fault is not mailboxes.Fault.NO_DOT):
            yield _email(mailbox, None)
    other = [
        (label.start, _until(labels, number, block))
        for number, label in enumerate(labels)
        if label.promise is Promise.OTHER
    ]
    for number in (
        phone_reader.read(block.text) if block.public or "12" in block.text or "１２" in block.original else ()
    ):
        if any(start <= number.start < end for start, end in other):
            continue
        hotline = number.line is phones.Line.HOTLINE and _is_called(block.text, number)
        if hotline or (block.public and (number.unmistakable or _is_spoilt(block.text, number))):
            yield _phone(block, number, None)
    if block.public:
        yield from _loose_places(block)


def _is_called(text: str, number: phones.Number) -> bool:
    """Whether a word beside a short number says that it is a line to call: 12388举报电话, 拨打“12345”."""
    before = text[max(number.start - _CALL_MOST, 0) : number.start]
    behind = text[number.end : number.end + _CALL_MOST]
    return before.endswith(":") or any(word in before or word in behind for word in _CALLED)


def _is_spoilt(text: str, number: phones.Number) -> bool:
    """Whether a number behind the name of an office has one digit too many or too few: 县委巡察办：0717-626123."""
    written = text[number.start : number.end]
    if number.fault is not phones.Fault.WRONG_LENGTH or number.inherited or written.isdigit():
        return False
    before = text[: number.start].rstrip(" ")[-1:]
    near = any(abs(len(number.subscriber) - length) == 1 for length in phones.lengths(number.area))
    return near and (before == ":" or is_han(before))


def _loose_places(block: _Block) -> Iterator[Detail]:
    text = block.text
    for kind, places in (
        (ContactKind.PO_BOX, postal.boxes(text, 0, len(text))),
        (ContactKind.ADDRESS, postal.street_addresses(text, 0, len(text))),
    ):
        for place in places:
            yield Detail(*place, kind, "".join(text[place[0] : place[1]].split()))
