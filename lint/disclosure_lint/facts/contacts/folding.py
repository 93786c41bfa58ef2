"""Half-width text for reading contact details: numbers and mailboxes are written in every width there is."""

from __future__ import annotations

DASHES = "‐‑‒–—―−─﹣－"
"""What stands in drafts for the short dash of a phone number."""

SPACES = "\t\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"

_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_HALF |= {ord(dash): ord("-") for dash in DASHES} | {ord(space): ord(" ") for space in SPACES}
_HALF |= {ord("﹫"): ord("@"), ord("｜"): ord("|")}


def fold(text: str) -> str:
    """The text with full-width marks, digits and letters, dashes and spaces as ASCII ones; every place stays the same."""
    return text.translate(_HALF)


def is_han(character: str) -> bool:
    """Whether a character is a Chinese one; a range in a pattern would cost more to compile than to ask."""
    return "\u3400" <= character <= "\u9fff"
