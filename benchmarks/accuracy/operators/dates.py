"""Faults in dates and periods."""

from __future__ import annotations

import re
from datetime import timedelta
from random import Random

from model import Edit, Operator, Planted, edited, replaced
from text import CHINESE, DATE, Dated, dates, headings, is_plan, like, pick, signature, signing_day, title

_RANGE = re.compile(
    r"(?P<from>[0-9０-９]{4}年[0-9０-９]{1,2}月[0-9０-９]{1,2}日)至(?P<to>(?:[0-9０-９]{4}年)?[0-9０-９]{1,2}月[0-9０-９]{1,2}日)"
)
_MONTH_DAY = re.compile(r"(?P<month>[0-9０-９]{1,2})月(?P<day>[0-9０-９]{1,2})日")
_THIRTY = {2, 4, 6, 9, 11}


def _value(words: str) -> int:
    return int(words.translate(str.maketrans("０１２３４５６７８９", "0123456789")))


def day_that_is_not(text: str, random: Random) -> Planted | None:
    """The thirty-first of a month that has no such day."""
    choices = [match for match in _MONTH_DAY.finditer(text) if _value(match["month"]) in _THIRTY]
    match = pick(random, choices)
    if match is None:
        return None
    new = random.choice(("30", "31")) if _value(match["month"]) == 2 else "31"
    return replaced(text, *match.span("day"), like(new, match["day"]))


def digit_too_many(text: str, random: Random) -> Planted | None:
    """Month or day with a slip that makes it impossible: 13月, 42日."""
    match = pick(random, list(_MONTH_DAY.finditer(text)))
    if match is None:
        return None
    group, new = random.choice((("month", str(random.randint(13, 19))), ("day", str(random.randint(32, 49)))))
    return replaced(text, *match.span(group), like(new, match[group]))


def _lead(text: str) -> tuple[int, int]:
    return title(text)[0][1], next((heading.line.start for heading in headings(text)), len(text))


def _range(text: str) -> re.Match[str] | None:
    return _RANGE.search(text, *_lead(text))


def any_day_changed(text: str, random: Random) -> Planted | None:
    """A day somewhere is a few days off and still in order: nothing in the draft can show it."""
    each = pick(random, [each for each in dates(text) if 4 < each.day.day < 25])
    if each is None:
        return None
    new = each.day.replace(day=each.day.day + random.choice((-3, -2, -1, 1, 2, 3)))
    words = like(f"{new.year}年{new.month}月{new.day}日", text[each.start])
    return replaced(text, each.start, each.end, words, checkable=False)


def range_turned_round(text: str, _random: Random) -> Planted | None:
    """The inspection ends before it begins: the two dates were swapped."""
    match = _range(text)
    if match is None:
        return None
    start, end = match["from"], match["to"]
    year = start[:5]
    new = f"{end if '年' in end else year + end}至{start[5:] if '年' not in end else start}"
    return replaced(text, *match.span(), new, near=1)


def feedback_before_inspection(text: str, random: Random) -> Planted | None:
    """The year of the feedback is one too low, so that the findings were given before the inspection began."""
    match = _range(text)
    if match is None:
        return None
    start, end = match.end(), _lead(text)[1]
    found = [each for each in dates(text) if start < each.start < end and "反馈" in text[each.end : each.end + 40]]
    begins = next(each for each in dates(text) if each.start == match.start())
    found = [each for each in found if each.day.replace(year=each.day.year - 1, day=1) < begins.day.replace(day=1)]
    each = pick(random, found)
    if each is None:
        return None
    new = like(str(each.day.year - 1), text[each.start])
    return replaced(text, each.start, each.start + 4, new, also=[match.span()])


def _as_of(text: str) -> list[Dated]:
    return [each for each in dates(text) if re.search("截[至止]$", text[max(0, each.start - 3) : each.start])]


def as_of_after_signing(text: str, random: Random) -> Planted | None:
    """The figures are of a day after the signing."""
    signed, day = signature(text), signing_day(text)
    each = pick(random, _as_of(text))
    if signed is None or day is None or each is None:
        return None
    later = day + timedelta(days=random.randint(20, 200))
    new = like(f"{later.year}年{later.month}月{later.day}日", text[each.start])
    return replaced(text, each.start, each.end, new, also=[(signed[1].start, signed[1].end)], near=0)


def signing_before_feedback(text: str, _random: Random) -> Planted | None:
    """The year under the signature is that of the last draft."""
    signed, day = signature(text), signing_day(text)
    at = next((each for each in dates(text) if signed and each.start >= signed[1].start), None)
    if signed is None or day is None or at is None:
        return None
    lead = [each.day for each in dates(text) if each.start < _lead(text)[1]]
    if not lead or max(lead).toordinal() <= day.toordinal() - 365:
        return None
    return replaced(text, at.start, at.start + 4, like(str(day.year - 1), text[at.start]), near=0, whole=True)


_DURATION = re.compile(r"为期(?P<number>[0-9０-９]+|[一二两三四五六七八九十]+)(?P<unit>个月|天|日|周)")


def _duration(text: str) -> re.Match[str] | None:
    match = _DURATION.search(text, *_lead(text))
    return match if match and _range(text) else None


def duration_changed(text: str, random: Random) -> Planted | None:
    """为期2个月 became 为期3个月."""
    match = _duration(text)
    if match is None:
        return None
    words = match["number"].replace("两", "二")
    number = CHINESE.index(words) + 1 if words in CHINESE else _value(words)
    step = random.choice((1, 2)) if match["unit"] == "个月" else random.choice((15, 20, 30))
    new = str(number + step)
    if words in CHINESE:
        new = CHINESE[number + step - 1]
    return replaced(text, *match.span("number"), like(new, match["number"]), near=0)


def end_moved(text: str, random: Random) -> Planted | None:
    """The end of the inspection was put off by months and the duration was not."""
    match, span = _duration(text), _range(text)
    if match is None or span is None:
        return None
    month = re.search("([0-9０-９]{1,2})月", span["to"])
    assert month is not None
    number = _value(month[1]) + random.choice((2, 3))
    if number > 12:
        return None
    start = span.start("to") + month.start(1)
    return replaced(text, start, start + len(month[1]), like(str(number), month[1]), also=[match.span()])


def as_of_cut(text: str, _random: Random) -> Planted | None:
    """Nothing says of which day the figures are."""
    found = list(
        re.finditer(r"(?:截[至止]|至)(?:[0-9０-９]{4}年)(?:[0-9０-９]{1,2}月)?(?:[0-9０-９]{1,2}日|底)?的?[，,]?", text)
    )
    found = [match for match in found if match[0].startswith("截") or text[match.start() - 1] in "\n。；，"]
    extra = list(re.finditer("截至(?:目前|[0-9]月底)[，,]?", text))
    if is_plan(text) or not found:
        return None
    return edited(
        text, [Edit(*match.span(), "") for match in (*found, *extra)], f"cut “{found[0][0]}”", near=1, whole=True
    )


def as_of_made_now(text: str, _random: Random) -> Planted | None:
    """截至目前: a date that is none."""
    found = list(re.finditer(rf"截[至止]{DATE}", text))
    if is_plan(text) or not found or "目前" in text:
        return None
    return edited(
        text, [Edit(*match.span(), "截至目前") for match in found], "截至目前 for the date", near=1, whole=True
    )


def signed_long_after(text: str, random: Random) -> Planted | None:
    """The draft lay about for most of a year, the figures were not brought up to date."""
    day, as_of, signed = signing_day(text), _as_of(text), signature(text)
    at = next((each for each in dates(text) if signed and each.start >= signed[1].start), None)
    if day is None or not as_of or signed is None or at is None or is_plan(text):
        return None
    later = day + timedelta(days=random.randint(240, 330))
    new = like(f"{later.year}年{later.month}月{later.day}日", text[at.start])
    return replaced(text, at.start, at.end, new, also=[(each.start, each.end) for each in as_of], whole=True)


def signed_a_year_late(text: str, _random: Random) -> Planted | None:
    """The year under the signature is one too high."""
    day, as_of, signed = signing_day(text), _as_of(text), signature(text)
    at = next((each for each in dates(text) if signed and each.start >= signed[1].start), None)
    if day is None or not as_of or at is None or is_plan(text):
        return None
    also = [(each.start, each.end) for each in as_of]
    return replaced(text, at.start, at.start + 4, like(str(day.year + 1), text[at.start]), also=also, whole=True)


def _undated(text: str, words: str, pattern: str, random: Random) -> Planted | None:
    """The date under the signature is gone, no 截至 gives another, and a date in the text is given by a word that leans on them."""
    signed = signature(text)
    choices = [match for match in re.finditer(pattern, text) if match.start() > _lead(text)[1]]
    match = pick(random, choices)
    if is_plan(text) or signed is None or match is None or match.end() > signed[1].start:
        return None
    gone = [
        each.span()
        for each in re.finditer(r"截[至止]到?[^，,。；\n]{0,24}[，,]?", text)
        if each.end() < signed[1].start
    ]
    if any(start < match.end() and match.start() < end for start, end in gone):
        return None
    edits = [Edit(*match.span(), words), Edit(signed[1].start, signed[1].end, ""), *(Edit(*span, "") for span in gone)]
    planted = edited(text, edits, f"{match[0]} -> {words}, and no signing date")
    places = sorted(place for place in planted.places if planted.text[place.start : place.end] == words)
    return Planted(planted.text, tuple(places), planted.what)


def this_year_undated(text: str, random: Random) -> Planted | None:
    """今年 in a draft without a date."""
    return _undated(
        text, random.choice(("今年", "去年", "今年以来，")), "[0-9]{4}年(?=上半年|下半年|[0-9]月至)", random
    )


def last_month_undated(text: str, random: Random) -> Planted | None:
    """上月 in a draft without a date."""
    return _undated(
        text, random.choice(("上月", "本月", "上个月")), "(?<=[，,。；])[0-9]{4}年[0-9]{1,2}月(?=[^0-9至底末])", random
    )


def leading_zero(text: str, _random: Random) -> Planted | None:
    """2024年07月08日."""
    signed = signature(text)
    at = next((each for each in dates(text) if signed and each.start >= signed[1].start), None)
    if at is None or (at.day.month > 9 and at.day.day > 9):
        return None
    new = f"{at.day.year}年{at.day.month:02d}月{at.day.day:02d}日"
    return replaced(text, at.start, at.end, like(new, text[at.start]))


def dots_for_date(text: str, random: Random) -> Planted | None:
    """2024.7.8 or 2024-7-8 under the signature."""
    signed = signature(text)
    at = next((each for each in dates(text) if signed and each.start >= signed[1].start), None)
    if at is None:
        return None
    mark = random.choice((".", "-", "/"))
    new = f"{at.day.year}{mark}{at.day.month}{mark}{at.day.day}"
    return replaced(text, at.start, at.end, new, whole=True)


def day_lost(text: str, _random: Random) -> Planted | None:
    """The signing date says the month only."""
    signed = signature(text)
    at = next((each for each in dates(text) if signed and each.start >= signed[1].start), None)
    if at is None:
        return None
    new = like(f"{at.day.year}年{at.day.month}月", text[at.start])
    return replaced(text, at.start, at.end, new, whole=True)


OPERATORS = (
    Operator("DAT001", day_that_is_not),
    Operator("DAT001", digit_too_many),
    Operator("DAT002", any_day_changed, ("DAT001", "DAT003", "DAT004", "DAT005", "DAT006", "DDL005")),
    Operator("DAT002", range_turned_round, ("DAT003",)),
    Operator("DAT002", feedback_before_inspection),
    Operator("DAT002", as_of_after_signing),
    Operator("DAT002", signing_before_feedback),
    Operator("DAT003", duration_changed),
    Operator("DAT003", end_moved, ("DAT002",)),
    Operator("DAT004", as_of_cut),
    Operator("DAT004", as_of_made_now),
    Operator("DAT005", signed_long_after, ("DDL005",)),
    Operator("DAT005", signed_a_year_late, ("DDL005",)),
    Operator("DAT006", this_year_undated),
    Operator("DAT006", last_month_undated),
    Operator("DAT007", leading_zero),
    Operator("DAT007", dots_for_date, ("STR006",)),
    Operator("DAT007", day_lost, ("STR006",)),
)
