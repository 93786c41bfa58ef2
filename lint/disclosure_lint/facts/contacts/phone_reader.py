"""Phone numbers as people write them, read out of a text that ``folding.fold`` has made half-width."""

from __future__ import annotations

from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_lint.facts.contacts.phones import Fault, Line, Number, is_hotline, is_mobile, judged, lengths

_MOBILE = Pattern(r"1[3-9]")
_DIGITS = Pattern(r"[0-9]+")
_CHUNK = Pattern(
    r"(?<![0-9A-Za-z@._#*×])(?<![0-9A-Za-z*×]-)[+(]{0,2}[0-9]++(?:(?:[ ()\-]{1,4}|(?:(?<=0[0-9]{2})|(?<=0[0-9]{3}))[.·])[0-9]++){0,8}(?![0-9A-Za-z@#*×])"
)
_EXTENSION = Pattern(r" {0,2}[,(]? {0,2}(?:转(?:分机)?|分机号?|[Ee]xt\.?) {0,2}:? {0,2}([0-9]{1,6})(?:\)|(?![0-9]))")
_BETWEEN = Pattern(r" {0,2}(?:\([^()0-9]{1,20}\))? {0,2}(?:[、,;/或和及]|以及| ) {0,2}")
_CLOCK = Pattern(r":[0-9]")
_NOTE_MOST = 12
_NOTED_AREA = Pattern(r"区号 ?[:为是]? ?(0[0-9]{2,3})(?![0-9])")
_LENGTHS = (7, 8)
_LONG = 9  # fewer digits that make up no number are a number only where they stand in a list of numbers
_ALIKE = (
    3  # digits by which a number one digit short shows that it belongs with the one before: a postcode begins otherwise
)
_COUNTED = frozenset("余多万亿千百人件个名条次元户份家项例起岁年月日时点号室楼栋页字%")


class _Group(NamedTuple):
    """An unbroken run of digits, and what parts it from the one before: one of ``- ) ( ``, a space, or nothing."""

    start: int
    end: int
    digits: str
    sep: str


def read(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """The phone numbers in ``text[start:end]``, in order; digits that are too short or long for one are passed over.

    A number without an area code takes that of the number before it where the two stand in one list.
    """
    found: list[Number] = []
    for chunk in _CHUNK.finditer(text, start, len(text) if end is None else end):
        if chunk.start() and text[chunk.start() - 1] == ":" and text[max(chunk.start() - 2, 0)].isdigit():
            continue  # 8:30-12:00
        found.extend(_read_chunk(text, chunk.start(), chunk.end()))
    listed = _share_area(text, _with_noted_area(text, start, found))
    return [number for number in listed if number.line is not Line.NONE or len(number.subscriber) >= _LONG]


def _read_chunk(text: str, start: int, end: int) -> list[Number]:
    groups = _groups(text, start, end)
    if _CLOCK.match(text, end):
        groups.pop()
    counted = text[end : end + 2].lstrip(" ")[:1] in _COUNTED
    plus = text.startswith(("+", "(+"), start)
    found: list[Number] = []
    at = 0
    while at < len(groups):
        number, used = _read_one(groups, at, plus and at == 0)
        if number is None:
            at += 1
            continue
        at += used
        if counted and at == len(groups) and not number.area:
            continue  # 12345件 is a count
        number = _with_extension(text, groups, at, number)
        if number.extension and at < len(groups) and groups[at].end == number.end:
            at += 1
        found.append(_with_bracket(text, start, number))
    return found


def _groups(text: str, start: int, end: int) -> list[_Group]:
    groups: list[_Group] = []
    for match in _DIGITS.finditer(text, start, end):
        between = text[groups[-1].end : match.start()] if groups else ""
        sep = next((mark for mark in "-)(" if mark in between), between[:1])
        groups.append(_Group(match.start(), match.end(), match[0], sep))
    return groups


def _with_bracket(text: str, chunk: int, number: Number) -> Number:
    """Let a number that opens its chunk begin with the plus or with the bracket around its area code."""
    lead = text[chunk : number.start]
    if not lead or lead.strip("+("):
        return number
    closed = ")" in text[number.start : number.end]
    start = chunk if closed or "(" not in lead else chunk + lead.index("(") + 1
    return number._replace(start=start)


def _with_extension(text: str, groups: list[_Group], at: int, number: Number) -> Number:
    said = _EXTENSION.match(text, number.end)
    if said:
        return number._replace(end=said.end(), extension=said[1])
    if at < len(groups) and groups[at].sep == "-" and number.line in (Line.LANDLINE, Line.SERVICE):
        group = groups[at]
        more = at + 1 < len(groups)
        if len(group.digits) <= 5 and not (more and group.digits.startswith("0")):
            return number._replace(end=group.end, extension=group.digits)
    return number


def _read_one(groups: list[_Group], at: int, plus: bool) -> tuple[Number | None, int]:
    """The number that begins with the group at ``at``, and how many groups it takes."""
    head = groups[at]
    if plus or (head.digits in ("86", "0086") and at + 1 < len(groups)) or head.digits.startswith("00"):
        return _international(groups, at)
    for reader in (_mobile, _with_area, _service, _hotline, _local, _without_zero, _with_wrong_area):
        number, used = reader(groups, at)
        if number:
            return number, used
    if 5 <= len(head.digits) <= 13:
        return Number(head.start, head.end, Line.NONE, head.digits, fault=Fault.NO_NUMBER), 1
    return None, 0


def _international(groups: list[_Group], at: int) -> tuple[Number | None, int]:
    head = groups[at]
    for prefix in ("0086", "86"):
        if not head.digits.startswith(prefix):
            continue
        rest = head.digits[len(prefix) :]
        inner = [_Group(head.start, head.end, rest, ""), *groups[at + 1 :]] if rest else list(groups[at + 1 :])
        if not inner:
            return None, 0
        opening = inner[0]
        if not opening.digits.startswith("0") and not _MOBILE.match(opening.digits):
            inner[0] = opening._replace(digits="0" + opening.digits)
        number, used = _read_one(inner, 0, False)
        return (number._replace(start=head.start), used + (0 if rest else 1)) if number else (None, 0)
    rest_of_chunk = groups[at:]
    digits = "".join(group.digits for group in rest_of_chunk)
    if len(digits) < 8:
        return None, 0
    return Number(head.start, rest_of_chunk[-1].end, Line.FOREIGN, "+" + digits.removeprefix("00")), len(rest_of_chunk)


def _mobile(groups: list[_Group], at: int) -> tuple[Number | None, int]:
    head = groups[at]
    if len(head.digits) == 12 and head.digits[0] == "0" and is_mobile(head.digits[1:]):  # dialled across areas, once
        return Number(head.start, head.end, Line.MOBILE, head.digits[1:]), 1
    if not _MOBILE.match(head.digits):
        return None, 0
    joined, used = _join(groups, at, (11,))
    if joined:
        return Number(head.start, groups[at + used - 1].end, Line.MOBILE, joined), used
    if len(head.digits) in (10, 12):
        return Number(head.start, head.end, Line.MOBILE, head.digits, fault=Fault.MOBILE_LENGTH), 1
    return None, 0


def _with_area(groups: list[_Group], at: int) -> tuple[Number | None, int]:
    head = groups[at]
    if not head.digits.startswith("0"):
        return None, 0
    if 3 <= len(head.digits) <= 5 and at + 1 < len(groups):
        area, rest, used = head.digits, groups[at + 1 :], 1
    elif 8 <= len(head.digits) <= 13:
        cut = 3 if head.digits[1] in "12" else 4
        area = head.digits[:cut]
        tail = _Group(head.start + cut, head.end, head.digits[cut:], "")
        rest, used = ([tail, *groups[at + 1 :]] if len(tail.digits) < 5 else [tail]), 0
    else:
        return None, 0
    if is_hotline(rest[0].digits) and lengths(area):
        return Number(head.start, rest[0].end, Line.HOTLINE, rest[0].digits, area), used + 1
    subscriber, taken = _subscriber(rest, lengths(area))
    if len(subscriber) < 5:
        return None, 0
    number = Number(head.start, rest[taken - 1].end, Line.LANDLINE, subscriber, area)
    return judged(number), used + taken


def _subscriber(groups: list[_Group], expected: tuple[int, ...]) -> tuple[str, int]:
    """The digits behind an area code: as many groups as make up a number of the expected length, else of any length."""
    for wanted in (expected, _LENGTHS):
        joined, used = _join(groups, 0, wanted)
        if joined:
            return joined, used
    if len(groups[0].digits) in (3, 4) and groups[1:] and groups[1].sep == "-" and len(groups[1].digits) in (3, 4):
        return groups[0].digits + groups[1].digits, 2  # 0712-626-123
    return groups[0].digits, 1


def _join(groups: list[_Group], at: int, wanted: tuple[int, ...]) -> tuple[str, int]:
    """The groups from ``at`` on that make up one of the wanted lengths; dashes join short groups only."""
    digits = ""
    for used, group in enumerate(groups[at:], start=1):
        if used > 1 and (group.sep not in ("-", " ") or (group.sep == "-" and len(digits) > 8)):
            break
        if used > 1 and group.sep == "-" and len(groups[at + used - 2].digits) > 4:
            break
        digits += group.digits
        if len(digits) in wanted:
            return digits, used
        if len(digits) > max(wanted, default=0):
            break
    return "", 0


def _service(groups: list[_Group], at: int) -> tuple[Number | None, int]:
    head = groups[at]
    if not head.digits.startswith(("400", "800")):
        return None, 0
    joined, used = _join(groups, at, (10,))
    if joined:
        return Number(head.start, groups[at + used - 1].end, Line.SERVICE, joined), used
    if len(head.digits) in (9, 11):
        return Number(head.start, head.end, Line.SERVICE, head.digits, fault=Fault.SERVICE_LENGTH), 1
    if len(head.digits) == 3 and at + 1 < len(groups) and groups[at + 1].sep == "-":
        rest = groups[at + 1 : at + 3] if len(groups[at + 1].digits) < 5 else groups[at + 1 : at + 2]
        digits = head.digits + "".join(group.digits for group in rest)
        if len(digits) in (9, 11):
            return Number(head.start, rest[-1].end, Line.SERVICE, digits, fault=Fault.SERVICE_LENGTH), 1 + len(rest)
    return None, 0


def _hotline(groups: list[_Group], at: int) -> tuple[Number | None, int]:
    head = groups[at]
    if is_hotline(head.digits):
        return Number(head.start, head.end, Line.HOTLINE, head.digits), 1
    return None, 0


_YEAR = Pattern(r"(?:19|20)[0-9]{2}")


def _local(groups: list[_Group], at: int) -> tuple[Number | None, int]:
    """A number without an area code: seven or eight digits, in one piece or as 6155 0132, 616-1631."""
    head = groups[at]
    if head.digits[0] in "01":
        return None, 0
    if len(head.digits) in (7, 8):
        return Number(head.start, head.end, Line.LANDLINE, head.digits), 1
    if at + 1 == len(groups) or len(head.digits) not in (3, 4) or len(groups[at + 1].digits) != 4:
        return None, 0
    tail = groups[at + 1]
    years = _YEAR.fullmatch(head.digits) and _YEAR.fullmatch(tail.digits)
    dated = at + 2 < len(groups) and groups[at + 2].sep == "-"
    if tail.sep not in ("-", " ") or years or dated:
        return None, 0
    return Number(head.start, tail.end, Line.LANDLINE, head.digits + tail.digits), 2


def _without_zero(groups: list[_Group], at: int) -> tuple[Number | None, int]:
    """717-5550132 and 7175550132: all there but the zero."""
    head = groups[at]
    if head.digits[0] == "0":
        return None, 0
    if len(head.digits) in (2, 3) and at + 1 < len(groups) and groups[at + 1].sep in "-)":
        area, subscriber, end, used = "0" + head.digits, groups[at + 1].digits, groups[at + 1].end, 2
    elif len(head.digits) in (10, 11):
        cut = 2 if head.digits[0] in "12" else 3
        area, subscriber, end, used = "0" + head.digits[:cut], head.digits[cut:], head.end, 1
    else:
        return None, 0
    if len(subscriber) not in lengths(area):
        return None, 0
    return Number(head.start, end, Line.LANDLINE, subscriber, area, fault=Fault.MISSING_ZERO), used


def _with_wrong_area(groups: list[_Group], at: int) -> tuple[Number | None, int]:
    """7012-5550132: digits where the area code stands that are none, before a number that is sound."""
    head = groups[at]
    if not 3 <= len(head.digits) <= 5 or head.digits[0] in "01" or at + 1 == len(groups):
        return None, 0
    tail = groups[at + 1]
    if tail.sep not in ("-", ")") or len(tail.digits) not in _LENGTHS:
        return None, 0
    return Number(head.start, tail.end, Line.LANDLINE, tail.digits, head.digits, fault=Fault.UNKNOWN_AREA), 2


def _with_noted_area(text: str, start: int, numbers: list[Number]) -> list[Number]:
    """Give numbers without an area code the one that is noted beside them: 5550133、5751234（区号0717）."""
    end = min(numbers[-1].end + _NOTE_MOST, len(text)) if numbers else start
    noted = _NOTED_AREA.search(text, start, end) if "区号" in text else None
    if not noted:
        return numbers
    return [
        judged(number._replace(area=noted[1], line=Line.LANDLINE, fault=None))
        if not number.area and number.line in (Line.LANDLINE, Line.NONE)
        else number
        for number in numbers
    ]


def _share_area(text: str, numbers: list[Number]) -> list[Number]:
    """Give the later numbers of a list (0717-5550133、5550132) the area code of the first."""
    shared: list[Number] = []
    for number in numbers:
        before = shared[-1] if shared else None
        if before and _shares(text, before, number):
            whole = number._replace(area=before.area, line=Line.LANDLINE, fault=None, inherited=True)
            shared.append(judged(whole))
        else:
            shared.append(number)
    return shared


def _shares(text: str, before: Number, number: Number) -> bool:
    """Whether a number without an area code stands in one list with the number before it."""
    if not before.area or number.area or number.line not in (Line.LANDLINE, Line.NONE):
        return False
    if len(number.subscriber) < min(_LENGTHS) and number.subscriber[:_ALIKE] != before.subscriber[:_ALIKE]:
        return False
    return bool(_BETWEEN.fullmatch(text, before.end, number.start))
