"""Faults in suppressions: comments that silence nothing, are misspelt, have run out or were left in the text."""

from __future__ import annotations

from random import Random

from model import Edit, Operator, Planted, edited
from text import paragraphs, pick

_CODES = ("TOT003", "NUM002", "TXT003", "CON005", "STR004")


def _comment(text: str, comment: str, random: Random, *, own_line: bool = True) -> Planted | None:
    line = pick(random, paragraphs(text)[1:])
    if line is None:
        return None
    if own_line:
        return edited(text, [Edit(line.start, line.start, comment + "\n")], f"a line “{comment}”", near=1)
    at = line.start + len(line.text.rstrip())
    return edited(text, [Edit(at, at, comment)], f"“{comment}” at the end of a line")


def silences_nothing(text: str, random: Random) -> Planted | None:
    """A suppression of what the block does not hold."""
    return _comment(text, f"<!-- disclosure-lint: ignore {random.choice(_CODES)} 反馈意见原文如此 -->", random)


def section_silences_nothing(text: str, random: Random) -> Planted | None:
    """A suppression of what the section does not hold."""
    return _comment(text, f"<!-- disclosure-lint: ignore-section {random.choice(_CODES)} 时限见附件台账 -->", random)


def unknown_code(text: str, random: Random) -> Planted | None:
    """A code that no rule has."""
    code = random.choice(("TOT099", "T0T003", "DDL0002", "XYZ001"))
    return _comment(text, f"<!-- disclosure-lint: ignore {code} 反馈意见原文如此 -->", random)


def unknown_verb(text: str, random: Random) -> Planted | None:
    """A word that the tool does not know."""
    verb = random.choice(("ignroe", "ignore-all", "disable", "off"))
    return _comment(text, f"<!-- disclosure-lint: {verb} TOT003 反馈意见原文如此 -->", random)


def run_out(text: str, random: Random) -> Planted | None:
    """A suppression whose day has passed."""
    day = f"20{random.randint(19, 24)}-0{random.randint(1, 9)}-{random.randint(10, 28)}"
    return _comment(text, f"<!-- disclosure-lint: ignore {random.choice(_CODES)} 待核实 until={day} -->", random)


def run_out_in_line(text: str, random: Random) -> Planted | None:
    """A suppression at the end of a line whose day has passed."""
    day = f"20{random.randint(19, 24)}-{random.randint(10, 12)}-0{random.randint(1, 9)}"
    comment = f"<!-- disclosure-lint: ignore {random.choice(_CODES)} until={day} -->"
    return _comment(text, comment, random, own_line=False)


def left_in_text(text: str, random: Random) -> Planted | None:
    """A suppression in a text that is to be published."""
    return _comment(text, "<!-- disclosure-lint: ignore CON004 本单位没有公开邮箱 -->", random)


def left_at_head(text: str, random: Random) -> Planted | None:
    """A suppression for the whole file in a text that is to be published."""
    comment = random.choice(("ignore-file CON004 本单位没有公开邮箱", "忽略全文 CON004 本单位没有公开邮箱"))
    return edited(
        text, [Edit(0, 0, f"<!-- disclosure-lint: {comment} -->\n")], f"a first line “{comment}”", near=1, whole=True
    )


OPERATORS = (
    Operator("SUP001", silences_nothing),
    Operator("SUP001", section_silences_nothing),
    Operator("SUP002", unknown_code),
    Operator("SUP002", unknown_verb),
    Operator("SUP003", run_out),
    Operator("SUP003", run_out_in_line),
    Operator("SUP004", left_in_text),
    Operator("SUP004", left_at_head),
)
