"""Lines for a terminal: how wide text is and where it may break."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from disclosure_grammar.pattern import Pattern
from disclosure_lint.report import View

Piece = tuple[str, str]
"""Some text and the name of its style (empty: plain)."""
Line = tuple[Piece, ...]

_RESERVE = 2
_WORDS = Pattern(r"[!-~]+|\s+|.")
_NEVER_FIRST = frozenset("，。、；：？！）》〉」』】〕”’％…·,.;:?!)]}%")
_NEVER_LAST = frozenset("（《〈「『【〔“‘([{")


@cache
def _width(character: str, ambiguous: int) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    kind = unicodedata.east_asian_width(character)
    return 2 if kind in "WF" else ambiguous if kind == "A" else 1


def cells(text: str, view: View) -> int:
    """How many columns the text takes.

    Signs such as “ and … are of ambiguous width: one column on a Unicode terminal, two on one with a Chinese code page.
    """
    if text.isascii():
        return len(text)
    ambiguous = 2 if _two_bytes(view.encoding) else 1
    return sum(_width(character, ambiguous) for character in text)


@cache
def _two_bytes(encoding: str) -> bool:
    return encoding.lower().replace("-", "").replace("_", "") in (
        "gbk",
        "cp936",
        "936",
        "gb2312",
        "gb18030",
        "big5",
        "cp950",
    )


def wrap(text: str, width: int, view: View) -> Iterator[str]:
    """The text in lines of at most ``width`` cells.

    Chinese may break anywhere except before a closing mark and behind an opening one. The last columns are kept for closing marks; one
    that does not fit there takes the character before it along to the next line. Runs of ASCII stay whole unless they are longer
    than a line.
    """
    line, used = "", 0
    for word in _pieces(text, width - _RESERVE):
        size = cells(word, view)
        closes = word in _NEVER_FIRST
        if line and used + size > (width if closes else width - _RESERVE) and not word.isspace():
            at = _break(line, closes=closes) or len(line)
            yield line[:at].rstrip()
            line, used = line[at:], cells(line[at:], view)
        if line or not word.isspace():
            line, used = line + word, used + size
    if line:
        yield line.rstrip()


def _break(line: str, *, closes: bool) -> int:
    """Where a full line is broken, so that no opening mark ends it and, where a closing mark is to follow, none begins the next."""
    at = len(line) - 1 if closes else len(line)
    while at > 0 and ((at < len(line) and line[at] in _NEVER_FIRST) or line[at - 1] in _NEVER_LAST):
        at -= 1
    return at


def _pieces(text: str, width: int) -> Iterator[str]:
    for word in _WORDS.findall(text):
        for start in range(0, len(word), max(width, 1)):
            yield word[start : start + max(width, 1)]
