"""Faults in how the public can reach the office."""

from __future__ import annotations

import re
from random import Random

from model import Edit, Operator, Planted, cut, edited, replaced
from text import closing, is_plan, like, lines, other_digit, pick, signature

_D = "[0-9０-９]"
_PHONE = re.compile(
    rf"(?P<area>[（(]?0{_D}{{2,3}}[）)]?|０{_D}{{2,3}})(?P<dash>[-—－ ]*)(?P<local>{_D}{{7,8}})(?!{_D})"
)
_MAIL = re.compile(r"(?P<user>[\w.]+)@(?P<host>[\w.\-]+\.[a-z]{2,10})")
_POSTCODE = re.compile(rf"(?:邮\s*(?:政)?\s*编\s*码?|邮编|邮\s*编)[^0-9０-９\n]{{0,6}}(?P<code>{_D}{{6}})")
_LABELS = {
    "phone": r"(?:联系|监督|咨询|受理|举报)?电\s*话|传真",
    "mail": r"(?:电子)?邮\s*箱|电子信箱|电子邮件",
    "address": r"(?:通[信讯]|联系|邮寄|来信)?地\s*址|邮政信箱|来信请寄|信函",
    "code": r"邮\s*政\s*编\s*码|邮\s*编",
}
_LABEL = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in _LABELS.items()))


def _tail(text: str) -> int:
    """Where the closing part with the invitation and the contacts begins."""
    return closing(text)


def _stop(text: str) -> int:
    signed = signature(text)
    return signed[0].start if signed else len(text)


def _entries(text: str) -> list[tuple[str, int, int]]:
    """The labelled contacts of the closing part: kind, from the label to before the next one or the end of the line."""
    found: list[tuple[str, int, int]] = []
    for line in lines(text):
        if line.end <= _tail(text) or line.start >= _stop(text):
            continue
        labels = [
            match
            for match in _LABEL.finditer(line.text)
            if re.match(
                r"[：:为（( ]|\s*\||[0-9０-９]|桐|[^，。；\n]{0,12}[：:]|[\u4e00-\u9fff]{2,}", line.text[match.end() :]
            )
        ]
        for at, match in enumerate(labels):
            end = labels[at + 1].start() if at + 1 < len(labels) else len(line.text)
            found.append((str(match.lastgroup), line.start + match.start(), line.start + end))
    return found


def _without(text: str, *kinds: str) -> Planted | None:
    """All entries of these kinds are gone, with their lines where nothing else stands on them."""
    entries = [entry for entry in _entries(text) if entry[0] in kinds]
    if is_plan(text) or not entries:
        return None
    edits: list[Edit] = []
    for _, start, end in entries:
        row_start, row_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        row_end = len(text) if row_end < 0 else row_end
        alone = len(text[row_start:start].strip(" \t\u3000-|")) == 0 and not text[end:row_end].strip()
        if alone:
            edits.append(Edit(row_start, min(row_end + 1, len(text)), ""))
        else:
            tail = re.search(r"[）)]?[。]?$", text[start:end])
            assert tail is not None
            keep = "。" if text[start:end].rstrip().endswith("。") else ""
            edits.append(Edit(start, end, keep))
    merged = [edit for at, edit in enumerate(sorted(edits)) if at == 0 or edit.start >= sorted(edits)[at - 1].end]
    return edited(text, merged, f"cut {', '.join(kinds)}", near=3, whole=True)


def phone_cut(text: str, _random: Random) -> Planted | None:
    """No telephone number any more."""
    planted = _without(text, "phone")
    return (
        planted
        if planted
        and not _PHONE.search(planted.text, _tail(planted.text))
        and "123" not in planted.text[_tail(planted.text) :]
        else None
    )


def address_cut(text: str, _random: Random) -> Planted | None:
    """No postal address any more."""
    planted = _without(text, "address", "code")
    return planted if planted and not re.search(r"[路街道]{1}\d+号", planted.text[_tail(planted.text) :]) else None


def address_alone_cut(text: str, _random: Random) -> Planted | None:
    """The address is gone, its postcode is still there."""
    planted = _without(text, "address")
    return (
        planted if planted and not re.search(r"[路街道]{1}[0-9０-９]+号", planted.text[_tail(planted.text) :]) else None
    )


def phone_line_dropped(text: str, _random: Random) -> Planted | None:
    """The line with the only telephone number was deleted."""
    rows = [
        line
        for line in lines(text)
        if line.start >= _tail(text) and line.end <= _stop(text) and _PHONE.search(line.text)
    ]
    others = [line for line in lines(text) if line.start >= _tail(text) and re.search("电\\s*话", line.text)]
    if is_plan(text) or len(rows) != 1 or len(others) != 1 or len(rows[0].text) > 40:
        return None
    return cut(text, rows[0].start, rows[0].end + 1, near=3, whole=True)


def contacts_cut(text: str, _random: Random) -> Planted | None:
    """Phone, address and mailbox are gone; the invitation still stands."""
    return _without(text, "phone", "mail", "address", "code")


def closing_cut(text: str, _random: Random) -> Planted | None:
    """The invitation and everything after it up to the signature is gone."""
    start, end = _tail(text), _stop(text)
    if is_plan(text) or end - start < 40 or end == len(text):
        return None
    return replaced(text, start, end, "", near=1, whole=True)


def _phones(text: str) -> list[re.Match[str]]:
    return [match for match in _PHONE.finditer(text) if match.start() >= _tail(text)]


def phone_digit_lost(text: str, random: Random) -> Planted | None:
    """A digit of a telephone number was lost."""
    match = pick(random, _phones(text))
    if match is None:
        return None
    at = random.randrange(*match.span("local"))
    return cut(text, at, at + 1, near=0)


def phone_digit_added(text: str, random: Random) -> Planted | None:
    """A digit of a telephone number was typed twice."""
    match = pick(random, _phones(text))
    if match is None:
        return None
    at = random.randrange(*match.span("local"))
    return replaced(text, at, at + 1, text[at] * 2)


def phone_digit_changed(text: str, random: Random) -> Planted | None:
    """A digit of a telephone number is another: still a number, but somebody else's, and the draft cannot show it."""
    match = pick(random, _phones(text))
    if match is None:
        return None
    at = random.randrange(match.start("local") + 1, match.end("local"))
    return replaced(text, at, at + 1, other_digit(text[at], random), checkable=False)


def area_code_wrong(text: str, random: Random) -> Planted | None:
    """An area code that no place has."""
    match = pick(random, _phones(text))
    if match is None:
        return None
    digits = re.search(f"{_D}+", match["area"])
    assert digits is not None
    start = match.start("area") + digits.start()
    new = random.choice(("0150", "0200", "0328", "0460", "0590", "0787", "0950", "0101"))
    return replaced(text, start, start + len(digits[0]), like(new, digits[0]))


def _mails(text: str) -> list[re.Match[str]]:
    return [match for match in _MAIL.finditer(text) if match.start() >= _tail(text)]


def mail_dot_lost(text: str, random: Random) -> Planted | None:
    """The dot of the mailbox's domain was lost."""
    choices = [match for match in _mails(text) if match["host"].count(".") == 1]
    match = pick(random, choices)
    if match is None:
        return None
    at = match.start("host") + match["host"].index(".")
    return cut(text, at, at + 1, near=0)


def mail_at_lost(text: str, random: Random) -> Planted | None:
    """The @ of a mailbox was lost or became another character."""
    match = pick(random, _mails(text))
    if match is None:
        return None
    at = match.end("user")
    return replaced(text, at, at + 1, random.choice(("", "＃", "#", "@@")))


def mail_comma(text: str, random: Random) -> Planted | None:
    """A comma or a Chinese stop where the dot of the domain should be."""
    match = pick(random, _mails(text))
    if match is None:
        return None
    at = match.start("host") + match["host"].rindex(".")
    return replaced(text, at, at + 1, random.choice((",", "。", "，")))


def _codes(text: str) -> list[tuple[int, int]]:
    return [match.span("code") for match in _POSTCODE.finditer(text) if match.start() >= _tail(text)]


def postcode_digit_lost(text: str, random: Random) -> Planted | None:
    """A postcode of five digits."""
    code = pick(random, _codes(text))
    if code is None:
        return None
    at = random.randrange(*code)
    return cut(text, at, at + 1, near=0)


def postcode_digit_added(text: str, random: Random) -> Planted | None:
    """A postcode of seven digits."""
    code = pick(random, _codes(text))
    if code is None:
        return None
    at = random.randrange(*code)
    return replaced(text, at, at, other_digit(text[at], random))


def phone_spaced(text: str, random: Random) -> Planted | None:
    """Blanks got into a telephone number: 0377- 6166 1631."""
    match = pick(random, _phones(text))
    if match is None:
        return None
    local = match["local"]
    middle = len(local) - 4
    new = random.choice(
        (local[:middle] + " " + local[middle:], " " + local, " " + local[:middle] + " " + local[middle:])
    )
    return replaced(text, *match.span("local"), new)


def postcode_spaced(text: str, random: Random) -> Planted | None:
    """Blanks got into a postcode."""
    code = pick(random, _codes(text))
    if code is None:
        return None
    start, end = code
    return replaced(text, start, end, text[start : start + 3] + " " + text[start + 3 : end])


_INVITATION = re.compile(
    r"(?:热忱)?欢迎[^。；：\n]*?(?:监督|监督，?[^。；：\n]*)[。：；]?|[^。；\n]{0,12}(?:如有|如对|有关)[^。；：\n]*?(?:意见|建议|异议)[^。；\n（(：:]*[，。：:]?"
)


def invitation_cut(text: str, _random: Random) -> Planted | None:
    """The contacts are there, but nobody is asked to use them."""
    start, stop = _tail(text), _stop(text)
    found = [match for match in _INVITATION.finditer(text, start, stop) if not re.search("电话|地址", match[0])]
    if is_plan(text) or not found:
        return None
    planted = edited(text, [Edit(*match.span(), "") for match in found], f"cut “{found[0][0]}”", near=1, whole=True)
    left = planted.text[start : _stop(planted.text)]
    return None if re.search("欢迎|监督(?!电话)|意见建议", left) else planted


def invitation_half_cut(text: str, _random: Random) -> Planted | None:
    """The paragraph that invites was deleted, the lines with the contacts were not."""
    start, stop = _tail(text), _stop(text)
    rows = [line for line in lines(text) if start <= line.start < stop and line.text.strip()]
    if is_plan(text) or len(rows) < 3 or _PHONE.search(rows[0].text) or not re.search("欢迎|如有", rows[0].text):
        return None
    if re.search("欢迎|如有", text[rows[0].end : stop]) or re.search("接受[^。]{0,8}监督", text[:start]):
        return None
    return cut(text, rows[0].start, rows[0].end + 1, whole=True)


_ALL = ("CON001", "CON002", "CON003")

OPERATORS = (
    Operator("CON001", contacts_cut, _ALL),
    Operator("CON001", closing_cut, (*_ALL, "CON010")),
    Operator("CON002", phone_cut),
    Operator("CON002", phone_line_dropped),
    Operator("CON003", address_cut),
    Operator("CON003", address_alone_cut),
    Operator("CON005", phone_digit_lost, ("CON002",)),
    Operator("CON005", phone_digit_added, ("CON002",)),
    Operator("CON005", phone_digit_changed),
    Operator("CON005", area_code_wrong),
    Operator("CON006", mail_dot_lost),
    Operator("CON006", mail_at_lost),
    Operator("CON006", mail_comma),
    Operator("CON007", postcode_digit_lost),
    Operator("CON007", postcode_digit_added),
    Operator("CON008", phone_spaced),
    Operator("CON008", postcode_spaced),
    Operator("CON010", invitation_cut),
    Operator("CON010", invitation_half_cut),
)
