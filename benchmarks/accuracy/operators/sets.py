"""Faults between a plan and the disclosure that follows it. Each changes the disclosure only; the plan stays as it is."""

from __future__ import annotations

import re
from random import Random

from model import Edit, Operator, Planted, edited, replaced
from text import closing, dates, headings, like, mark, pick, runs, runs_on, title

_TOTAL = re.compile(r"(?<![0-9０-９.])([0-9０-９]{1,3})(?=[个条项](?:整改)?(?:具体)?(?:问题|措施))")


def _value(words: str) -> int:
    return int(words.translate(str.maketrans("０１２３４５６７８９", "0123456789")))


def _largest(text: str, noun: str) -> str | None:
    """The total of this noun: the highest number that is stated twice or more."""
    found = [match for match in _TOTAL.finditer(text) if noun in text[match.end() : match.end() + 6]]
    return max((match[1] for match in found), key=_value, default=None)


def total_differs(text: str, random: Random) -> Planted | None:
    """The disclosure speaks throughout of one problem more or less than the plan; within itself it agrees."""
    total = _largest(text, "问题")
    if total is None:
        return None
    new = like(str(_value(total) + random.choice((-1, 1))), total)
    edits = [
        Edit(*match.span(1), new)
        for match in _TOTAL.finditer(text)
        if match[1] == total and "问题" in text[match.end() : match.end() + 6]
    ]
    return edited(text, edits, f"{total} problems -> {new} throughout")


def measures_differ(text: str, random: Random) -> Planted | None:
    """The disclosure speaks throughout of more measures than the plan."""
    total = _largest(text, "措施")
    if total is None:
        return None
    new = like(str(_value(total) + random.randint(1, 4)), total)
    edits = [
        Edit(*match.span(1), new)
        for match in _TOTAL.finditer(text)
        if match[1] == total and "措施" in text[match.end() : match.end() + 6]
    ]
    return edited(text, edits, f"{total} measures -> {new} throughout")


def _lead(text: str) -> tuple[int, int]:
    return title(text)[0][1], next((heading.line.start for heading in headings(text)), len(text))


def feedback_day_differs(text: str, random: Random) -> Planted | None:
    """The feedback is dated a few days off in the disclosure."""
    start, end = _lead(text)
    found = [each for each in dates(text) if start <= each.start < end and "反馈" in text[each.end : each.end + 40]]
    each = found[-1] if found else None
    if each is None:
        return None
    day = each.day.day + random.choice((1, 2, 3)) if each.day.day < 20 else each.day.day - random.choice((1, 2, 3))
    new = like(f"{each.day.year}年{each.day.month}月{day}日", text[each.start])
    return replaced(text, each.start, each.end, new)


def inspection_day_differs(text: str, random: Random) -> Planted | None:
    """The inspection begins on another day in the disclosure."""
    start, end = _lead(text)
    each = next((each for each in dates(text) if start <= each.start < end), None)
    if each is None:
        return None
    day = each.day.day + random.choice((1, 2)) if each.day.day < 20 else each.day.day - random.choice((1, 2))
    new = like(f"{each.day.year}年{each.day.month}月{day}日", text[each.start])
    return replaced(text, each.start, each.end, new)


def item_missing(text: str, random: Random) -> Planted | None:
    """A problem of the plan is not in the disclosure; the numbers were put right, the totals were left."""
    choices = []
    for group in runs(text, 2):
        if group[0].style == "N.1" and not runs_on(text, "N.1"):
            choices += [(group, heading) for heading in group]
    chosen = pick(random, choices)
    if chosen is None:
        chosen_flat = pick(random, [group for group in runs(text, 3) if group[0].style == "N.1"])
        if chosen_flat is None:
            return None
        chosen = (chosen_flat, chosen_flat[-1])
    group, gone = chosen
    edits = [Edit(gone.line.start, min(gone.end, closing(text)), "")]
    if runs_on(text, "N.1"):
        after = [
            heading for heading in headings(text) if heading.style == "N.1" and heading.line.start > gone.line.start
        ]
    else:
        after = [heading for heading in group if heading.number > gone.number]
    edits += [
        Edit(*heading.mark, mark(heading, heading.number - 1, text))
        for heading in after
        if heading.number > gone.number
    ]
    planted = edited(text, edits, f"cut the item “{gone.words[:30]}”", near=1, whole=True)
    return Planted(planted.text, planted.places[:1], planted.what, whole=True)


def item_renamed(text: str, random: Random) -> Planted | None:
    """A problem of the plan stands in the disclosure under another subject."""
    choices = [
        heading for group in runs(text, 2) for heading in group if heading.style == "N.1" and len(heading.words) > 8
    ]
    heading = pick(random, choices)
    if heading is None:
        return None
    quoted = re.search("“[^”]+”|^[^。]+(?=。)", heading.words)
    if quoted is None:
        return None
    new = random.choice(("档案整理不及时", "信访接待室设施陈旧", "公务用车台账不完整"))
    new = f"“{new}”" if quoted[0].startswith("“") else new
    start = heading.mark[1] + quoted.start()
    return replaced(text, start, start + len(quoted[0]), new, whole=True)


_WITHIN = ("TOT001", "TOT002", "TOT003", "TOT005", "TOT006", "TOT008", "DAT002", "DAT003")

OPERATORS = (
    Operator("XDC001", total_differs, _WITHIN, pair=True),
    Operator("XDC001", measures_differ, _WITHIN, pair=True),
    Operator("XDC002", feedback_day_differs, _WITHIN, pair=True),
    Operator("XDC002", inspection_day_differs, _WITHIN, pair=True),
    Operator("XDC003", item_missing, _WITHIN, pair=True),
    Operator("XDC003", item_renamed, pair=True),
)
