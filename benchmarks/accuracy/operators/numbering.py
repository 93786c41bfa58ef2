"""Faults in the numbers of headings and in enumerations."""

from __future__ import annotations

import itertools
import re
from random import Random

from model import Edit, Operator, Planted, cut, edited, replaced
from text import CHINESE, Heading, ascii_digits, headings, like, mark, pick, runs, runs_on

_PARTS = {"N、", "（N）"}


def _number_lost(text: str, random: Random, *, chinese: bool) -> Planted | None:
    choices = [
        (heading, group[max(0, at - 1) : at + 2])
        for group in runs(text, 3)
        for at, heading in enumerate(group)
        if (heading.style in _PARTS) is chinese and heading.style[0] != "第"
    ]
    chosen = pick(random, choices)
    if chosen is None:
        return None
    heading, around = chosen
    also = [each.mark for each in around if each is not heading]
    return replaced(text, *heading.mark, "", also=also, near=1)


def han_number_lost(text: str, random: Random) -> Planted | None:
    """A heading has lost its 一、 or （一）."""
    return _number_lost(text, random, chinese=True)


def arabic_number_lost(text: str, random: Random) -> Planted | None:
    """A heading or item has lost its 1. or （1）."""
    return _number_lost(text, random, chinese=False)


def item_deleted(text: str, random: Random) -> Planted | None:
    """An item in the middle is deleted and the others keep their numbers."""
    choices = [
        (one, after)
        for group in runs(text, 3)
        for one, after in itertools.pairwise(group)
        if one.end == after.line.start
    ]
    chosen = pick(random, choices)
    if chosen is None:
        return None
    one, after = chosen
    return cut(text, one.line.start, after.line.start, near=1)


def number_jumps(text: str, random: Random) -> Planted | None:
    """From one item on all numbers are one too high."""
    groups = [group for group in runs(text, 3) if not runs_on(text, group[0].style)]
    group = pick(random, groups)
    if group is None:
        return None
    first = random.randrange(1, len(group))
    edits = [Edit(*heading.mark, mark(heading, heading.number + 1, text)) for heading in group[first:]]
    return edited(text, edits, f"from {group[first].words[:20]!r} on every number is one higher", near=0)


def _neighbours(text: str, random: Random) -> tuple[Heading, Heading] | None:
    return pick(random, [pair for group in runs(text, 2) for pair in itertools.pairwise(group)])


def number_repeated(text: str, random: Random) -> Planted | None:
    """A heading was copied with the number of the one before."""
    pair = _neighbours(text, random)
    if pair is None:
        return None
    one, after = pair
    return replaced(text, *after.mark, mark(after, one.number, text), also=[one.mark])


def item_pasted_in(text: str, random: Random) -> Planted | None:
    """An item was pasted in under the number of the one that follows."""
    groups = [group for group in runs(text, 3) if group[0].style[-1] == "1" and group[0].line.end < len(text)]
    group = pick(random, groups)
    if group is None:
        return None
    before = random.choice(group[1:])
    indent = re.match(r"[ \t\u3000#*]*", before.line.text)
    assert indent is not None
    model = before.line.text[: before.mark[1] - before.line.start]
    words = "关于“档案整理不及时”的问题。已对近三年的文书档案逐卷核对，缺漏材料全部补齐，归档率达到要求。"
    stars = "**" if "**" in model else ""
    new = f"{model}{words}{stars}\n"
    gap = "\n" if text[before.line.start - 2 : before.line.start] == "\n\n" else ""
    start = before.line.start
    return edited(
        text,
        [Edit(start, start, new + gap)],
        f"pasted in an item numbered {before.number} before {before.words[:16]!r}",
        also=[before.mark],
        near=1,
    )


def numbers_swapped(text: str, random: Random) -> Planted | None:
    """Two neighbours have each other's number."""
    pair = _neighbours(text, random)
    if pair is None:
        return None
    one, after = pair
    edits = [Edit(*one.mark, mark(one, after.number, text)), Edit(*after.mark, mark(after, one.number, text))]
    return edited(text, edits, f"swapped the numbers {one.number} and {after.number} at {one.words[:16]!r}")


def item_moved(text: str, random: Random) -> Planted | None:
    """An item was moved behind its neighbour and kept its number."""
    choices = [
        (one, after)
        for group in runs(text, 3)
        for one, after in itertools.pairwise(group)
        if one.end == after.line.start and text[after.line.start : after.end].endswith("\n")
    ]
    chosen = pick(random, choices)
    if chosen is None:
        return None
    one, after = chosen
    moved = text[one.line.start : one.end]
    edits = [Edit(one.line.start, one.end, ""), Edit(after.end, after.end, moved)]
    return edited(
        text, edits, f"moved item {one.number} {one.words[:16]!r} behind item {after.number}", also=[after.mark], near=1
    )


def _levels(text: str) -> list[str]:
    return list(dict.fromkeys(heading.style for heading in headings(text)))


def middle_heading_lost(text: str, random: Random) -> Planted | None:
    """The heading between two levels is gone, so that 1. stands right under 一、."""
    levels = _levels(text)
    choices = [
        (heading, after)
        for group in runs(text, 2)
        for heading, after in itertools.pairwise(group)
        if heading.style == "（N）"
        and len(levels) >= 3
        and len(heading.words) < 45
        and re.match("[0-9０-９]", text[heading.line.end : heading.end].strip(" \n\u3000#*"))
    ]
    chosen = pick(random, choices)
    if chosen is None:
        return None
    heading, after = chosen
    edit = Edit(heading.line.start, heading.line.end + 1, "")
    return edited(text, [edit], f"cut the heading “{heading.line.text.strip()}”", also=[after.mark], near=2)


def level_jumped(text: str, random: Random) -> Planted | None:
    """The items of one heading are numbered a level too deep: （1） where the rest of the draft has 1."""
    levels = _levels(text)
    groups = [
        group
        for group in runs(text, 2)
        if group[0].style in {"N.1", "N．1"}
        and not runs_on(text, group[0].style)
        and {"N、", "（N）"} <= set(levels)
        and not re.search("^[ \u3000]*[（(][0-9]", text[group[0].line.end : group[-1].end], re.MULTILINE)
    ]
    group = pick(random, groups)
    if group is None:
        return None
    edits = [Edit(*heading.mark, f"（{heading.number}）") for heading in group]
    return edited(text, edits, f"numbered （1） instead of 1. from {group[0].words[:16]!r} on")


def mark_after_brackets(text: str, random: Random) -> Planted | None:
    """（一）、 instead of （一）."""
    choices = [heading for heading in headings(text) if heading.style in {"（N）", "（N）1"}]
    heading = pick(random, choices)
    return None if heading is None else replaced(text, heading.mark[1], heading.mark[1], "、")


def pause_after_digit(text: str, random: Random) -> Planted | None:
    """1、 instead of 1."""
    choices = [heading for heading in headings(text) if heading.style in {"N.1", "N．1"}]
    heading = pick(random, choices)
    if heading is None:
        return None
    digits = re.search("[0-9０-９]+", text[slice(*heading.mark)])
    assert digits is not None
    return replaced(text, *heading.mark, f"{digits[0]}、")


def point_after_han(text: str, random: Random) -> Planted | None:
    """一. instead of 一、."""
    heading = pick(random, [heading for heading in headings(text) if heading.style == "N、"])
    return None if heading is None else replaced(text, heading.mark[1] - 1, heading.mark[1], ".")


_WORDS = re.compile("(?:(?<=[。；：:;\n])|(?<=[ \u3000]))([一二三四五六七八九])([是要])")
_CIRCLES = "①②③④⑤⑥⑦⑧⑨"


def _chains(text: str) -> list[list[re.Match[str]]]:
    """Runs of 一是 二是 三是 …, in order."""
    found: list[list[re.Match[str]]] = []
    for match in _WORDS.finditer(text):
        number = CHINESE.index(match[1]) + 1
        if number == 1:
            found.append([match])
        elif found and number == len(found[-1]) + 1 and found[-1][0][2] == match[2]:
            found[-1].append(match)
    return [chain for chain in found if len(chain) >= 2]


def word_miscounted(text: str, random: Random) -> Planted | None:
    """一是 三是: one word of an enumeration is one too high, the rest as before."""
    chain = pick(random, _chains(text))
    if chain is None:
        return None
    match = random.choice(chain[1:])
    new = CHINESE[CHINESE.index(match[1]) + 1]
    return replaced(text, match.start(1), match.end(1), new, also=[match.span() for match in chain])


def member_deleted(text: str, random: Random) -> Planted | None:
    """A member in the middle of 一是 二是 三是 is deleted."""
    chain = pick(random, [chain for chain in _chains(text) if len(chain) >= 3])
    if chain is None:
        return None
    at = random.randrange(0, len(chain) - 1)
    if "\n" in text[chain[at].start() : chain[at + 1].start()].strip("\n") and at == 0:
        at = 1
    return cut(text, chain[at].start(), chain[at + 1].start(), near=1)


def circle_deleted(text: str, random: Random) -> Planted | None:
    """A member of ① ② ③ is deleted, the others keep their numbers."""
    choices = []
    for match in re.finditer("①", text):
        block = text[match.start() : match.start() + 900].split("①")[1]
        following = [match.start() + 1 + block.index(circle) for circle in _CIRCLES[1:] if circle in block]
        starts = [match.start(), *following]
        choices += [(starts[k], starts[k + 1]) for k in range(len(starts) - 1)]
    chosen = pick(random, choices)
    return None if chosen is None else cut(text, *chosen, near=2)


_ORDINALS = re.compile("(首先|其次|再次|最后)[，,]")


def ordinal_deleted(text: str, random: Random) -> Planted | None:
    """The sentence with 首先 before 其次, or with 其次 before 再次, is deleted; 首先 with 最后 alone behind it is sound Chinese."""
    choices = []
    found = list(_ORDINALS.finditer(text))
    for one, two, three in zip(found, found[1:], found[2:], strict=False):
        if (
            (one[1], two[1]) == ("首先", "其次")
            and three[1] in {"再次", "最后"}
            and "\n" not in text[one.start() : three.start()]
        ):
            second = random.random() < 0.5 and three[1] == "再次"
            choices.append((two.start(), three.start()) if second else (one.start(), two.start()))
    chosen = pick(random, choices)
    return None if chosen is None else cut(text, *chosen, near=0)


def digit_slipped(text: str, random: Random) -> Planted | None:
    """A two-digit number of a heading has lost a digit: 2. instead of 12."""
    choices = [heading for heading in headings(text) if heading.style.endswith("1") and heading.number > 10]
    heading = pick(random, choices)
    if heading is None:
        return None
    old = ascii_digits(str(heading.number))
    new = random.choice([digit for digit in old if digit != "0"])
    model = text[slice(*heading.mark)]
    digits = re.search("[0-9０-９]+", model)
    assert digits is not None
    start = heading.mark[0] + digits.start()
    return replaced(text, start, start + len(digits[0]), like(new, digits[0]))


_ALL = ("NUM001", "NUM002", "NUM003", "NUM004")

OPERATORS = (
    Operator("NUM001", han_number_lost, ("NUM002",)),
    Operator("NUM001", arabic_number_lost, ("NUM002",)),
    Operator("NUM002", item_deleted, ("TOT006",)),
    Operator("NUM002", number_jumps),
    Operator("NUM003", number_repeated, _ALL),
    Operator("NUM003", item_pasted_in, (*_ALL, "TOT006")),
    Operator("NUM004", numbers_swapped, _ALL),
    Operator("NUM004", item_moved, _ALL),
    Operator("NUM004", digit_slipped, _ALL),
    Operator("NUM005", middle_heading_lost, _ALL),
    Operator("NUM005", level_jumped, ("NUM002", "NUM006")),
    Operator("NUM006", mark_after_brackets),
    Operator("NUM006", pause_after_digit),
    Operator("NUM006", point_after_han),
    Operator("NUM007", word_miscounted),
    Operator("NUM007", member_deleted),
    Operator("NUM007", circle_deleted, ("NUM002",)),
    Operator("NUM007", ordinal_deleted),
)
