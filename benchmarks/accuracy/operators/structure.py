"""Faults in the parts that a draft must have."""

from __future__ import annotations

import re
from random import Random

from model import Edit, Operator, Place, Planted, cut, edited, replaced
from text import (
    DATE,
    Heading,
    closing,
    headings,
    is_plan,
    mark,
    pick,
    runs,
    signature,
    title,
)

_TYPES = re.compile("(?:情况)?的?(?:通报|公告|公示|报告)|的?整改(?:工作)?方案")


def title_cut(text: str, _random: Random) -> Planted | None:
    """The title did not come along when the text was copied."""
    (_, end), words = title(text)
    if "整改" not in words:
        return None
    start = len(text[end:]) - len(text[end:].lstrip("\n"))
    return Planted(text[end + start :], (Place(0, 0, 2),), f"cut the title {words!r}", whole=True)


def title_without_type(text: str, _random: Random) -> Planted | None:
    """The title breaks off before it says what kind of document it is."""
    (start, end), words = title(text)
    found = _TYPES.search(words)
    if found is None:
        return None
    return replaced(text, start + found.start(), end, "", whole=True)


def _lead(text: str) -> tuple[int, int]:
    """The text between the title and the first heading."""
    first = next((heading.line.start for heading in headings(text)), len(text))
    return title(text)[0][1], first


_FEEDBACK = re.compile(
    r"(?:[，,]?[并后]*(?:并?于)?|。)(?:[0-9０-９]{4}年|同年)?[0-9０-９]{1,2}月[0-9０-９]{1,2}日[^。\n]*?反馈[^。，,\n]*(?=[。，,])"
)
_PERIOD = re.compile(rf"{DATE}至[^，,。\n]*?日(?=[，,对])[，,]?")


def feedback_lost(text: str, _random: Random) -> Planted | None:
    """The lead no longer says when the findings were given."""
    start, end = _lead(text)
    found = _FEEDBACK.search(text, start, end)
    if is_plan(text) or found is None or len(re.findall("反馈", text[start:end])) > 1:
        return None
    keep = "。" if text[found.end()] in "，," and found[0][0] == "。" else ""
    extra = 1 if keep else 0
    return replaced(text, found.start(), found.end() + extra, keep, near=1, whole=True)


def period_lost(text: str, _random: Random) -> Planted | None:
    """The lead no longer says from when to when the inspection lasted."""
    start, end = _lead(text)
    found = _PERIOD.search(text, start, end)
    if is_plan(text) or found is None or "为期" in text[start:end]:
        return None
    return cut(text, found.start(), found.end(), whole=True)


def lead_cut(text: str, _random: Random) -> Planted | None:
    """The whole first paragraph is gone."""
    start, end = _lead(text)
    if is_plan(text) or end - start < 60:
        return None
    return replaced(text, start, end, "\n\n", near=1, whole=True)


def _tops(text: str) -> list[Heading]:
    groups = [group for group in runs(text, 3) if group[0].style in {"N、", "第N部分", "第N章"}]
    return groups[0] if groups else []


def _renumbered(text: str, removed: Heading, top: list[Heading], what: str) -> Planted:
    """One part cut out and those after it numbered anew, as someone does who takes a part out with care."""
    edits = [Edit(removed.line.start, removed.end, "")]
    edits += [Edit(*later.mark, mark(later, later.number - 1, text)) for later in top if later.number > removed.number]
    planted = edited(text, edits, what, near=1, whole=True)
    return Planted(planted.text, planted.places[:1], what, whole=True)


def next_steps_cut(text: str, _random: Random) -> Planted | None:
    """The part about what comes next is missing."""
    top = _tops(text)
    if is_plan(text) or not top or not re.search("下一?步|下阶段|今后|努力方向|打算", top[-1].words):
        return None
    return _renumbered(text, top[-1], top, f"cut the part “{top[-1].words}”")


def organisation_cut(text: str, _random: Random) -> Planted | None:
    """The part about how the work was organised is missing."""
    top = _tops(text)
    if is_plan(text) or not top or not re.search("组织|责任|总体|工作开展|主要做法", top[0].words):
        return None
    return _renumbered(text, top[0], top, f"cut the part “{top[0].words}”")


def safeguards_cut(text: str, _random: Random) -> Planted | None:
    """The plan has no part about how it is carried through.

    A plan that still has a part 工作机制 or 工作安排 says there who meets, keeps the ledger and answers for delays: what was cut is then missing in
    name only.
    """
    top = _tops(text)
    others = [part for part in top[:-1] if re.search("机制|工作安排", part.words)]
    if not is_plan(text) or not top or "保障" not in top[-1].words or others:
        return None
    return _renumbered(text, top[-1], top, f"cut the part “{top[-1].words}”")


def goals_cut(text: str, _random: Random) -> Planted | None:
    """The plan has no part about what it aims at."""
    top = _tops(text)
    goals = [part for part in top if "目标" in part.words]
    others = [part for part in top if re.search("总体要求|工作要求|指导思想", part.words)]
    if not is_plan(text) or len(goals) != 1 or others:
        return None
    return _renumbered(text, goals[0], top, f"cut the part “{goals[0].words}”")


def _leaves(text: str) -> list[Heading]:
    """Headings that stand alone on a short line with running text below and no numbered heading in it."""
    all_headings = headings(text)
    starts = [heading.line.start for heading in all_headings]
    found = []
    for group in runs(text, 3):
        for heading in group:
            body = text[heading.line.end : heading.end].strip()
            inner = any(heading.line.end < start < heading.end for start in starts)
            if len(heading.line.text.strip()) < 45 and "。" not in heading.words and len(body) > 15 and not inner:
                found.append(heading)
    return found


def body_cut(text: str, random: Random) -> Planted | None:
    """A heading has lost what stood under it."""
    heading = pick(random, _leaves(text))
    if heading is None or heading.end >= closing(text):
        return None
    planted = replaced(text, heading.line.end, heading.end, "\n", near=1)
    return Planted(planted.text, planted.places, f"cut everything under “{heading.words}”")


_RUN_IN = re.compile(r"(?:的问题|问题|不[^。，,]{1,9}|[缓慢差弱低严实细够])[”]?(?:的?问题)?[。：:*]+")


def run_in_body_cut(text: str, random: Random) -> Planted | None:
    """An item whose text goes on in its heading's line has lost that text; its siblings still have theirs."""
    choices = []
    for group in runs(text, 3):
        for heading in group:
            opening = _RUN_IN.search(heading.words)
            if opening is None or re.search("[（(][0-9０-９]", heading.words):
                continue
            if opening.end() < 50 < len(heading.words) and not text[heading.line.end : heading.end].strip():
                choices.append((heading, heading.mark[1] + opening.end()))
    chosen = pick(random, choices)
    if chosen is None:
        return None
    heading, start = chosen
    return cut(text, start, heading.line.end, near=0)


def signatory_cut(text: str, _random: Random) -> Planted | None:
    """The name of the body above the date is gone."""
    signed = signature(text)
    if is_plan(text) or signed is None:
        return None
    return cut(text, signed[0].start, signed[0].end + 1, whole=True)


def tail_cut(text: str, _random: Random) -> Planted | None:
    """Signature and date did not come along."""
    signed = signature(text)
    if is_plan(text) or signed is None:
        return None
    return cut(text, signed[0].start, signed[1].end, whole=True)


def signing_date_cut(text: str, _random: Random) -> Planted | None:
    """The date under the signature is gone."""
    signed = signature(text)
    if is_plan(text) or signed is None:
        return None
    return cut(text, signed[1].start, signed[1].end, whole=True)


def signing_date_blank(text: str, _random: Random) -> Planted | None:
    """The date was never filled in."""
    signed = signature(text)
    if is_plan(text) or signed is None:
        return None
    return replaced(text, signed[1].start, signed[1].end, "    年  月  日", whole=True)


_BODY = re.compile("[\u4e00-\u9fff]{2,20}")


def foreign_signatory(text: str, random: Random) -> Planted | None:
    """The signature of the draft that served as a model was left in."""
    signed = signature(text)
    found = _BODY.search(text, signed[0].start, signed[0].end) if signed else None
    if is_plan(text) or found is None:
        return None
    other = random.choice(("中共宜陵市统计局党组", "中共溪源县人民法院党组", "中共东岭区审计局党组"))
    return replaced(text, found.start(), signed[0].end if signed else found.end(), other, whole=True)


def signatory_place_changed(text: str, random: Random) -> Planted | None:
    """One character of the place name in the signature is another."""
    signed = signature(text)
    if is_plan(text) or signed is None:
        return None
    found = re.search(
        "(?:中共)?([\u4e00-\u9fff]{2})(?=[市县区镇]|[\u4e00-\u9fff])", text[signed[0].start : signed[0].end]
    )
    if found is None:
        return None
    at = signed[0].start + found.end(1) - 1
    new = random.choice([character for character in "川源陵江" if character != text[at]])
    return replaced(text, at, at + 1, new, whole=True)


OPERATORS = (
    Operator("STR001", title_cut),
    Operator("STR001", title_without_type),
    Operator("STR002", feedback_lost),
    Operator("STR002", period_lost),
    Operator("STR002", lead_cut),
    Operator("STR003", next_steps_cut),
    Operator("STR003", organisation_cut),
    Operator("STR003", safeguards_cut),
    Operator("STR003", goals_cut),
    Operator("STR004", body_cut),
    Operator("STR004", run_in_body_cut, ("DDL001",)),
    Operator("STR005", signatory_cut),
    Operator("STR005", tail_cut, ("STR006",)),
    Operator("STR006", signing_date_cut),
    Operator("STR006", signing_date_blank, ("TXT001", "DAT007")),
    Operator("STR007", foreign_signatory),
    Operator("STR007", signatory_place_changed),
)
