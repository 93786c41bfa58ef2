"""A few words around a place of a draft whose paragraphs are hundreds of characters long."""

from __future__ import annotations

from typing import NamedTuple

from disclosure_lint.report import View
from disclosure_lint.report.layout import cells

_CLAUSE_ENDS = frozenset("，。；：！？,;:!?")
_SPACES = " \t\u3000"


class Excerpt(NamedTuple):
    """A stretch of one line, cut to fit: what stands before the place, the place, and what stands behind it."""

    before: str
    marked: str
    after: str

    @property
    def text(self) -> str:
        """The whole stretch."""
        return self.before + self.marked + self.after


def cut(line: str, start: int, end: int, width: int, view: View) -> Excerpt:
    """The place ``line[start:end]`` with as much around it as ``width`` cells hold.

    Where the line is too long it is cut at the end of a clause if one is near, with an ellipsis; a place that is too long itself loses its
    middle, so that both its ends are seen.
    """
    dots = "…" if view.unicode else "..."
    first = len(line) - len(line.lstrip(_SPACES))
    last = max(len(line.rstrip(_SPACES)), end)
    first = min(first, start)
    marked = _shorten(line[start:end], max(width - 2 * cells(dots, view), 8), dots, view)
    room = width - cells(marked, view)
    before, after = line[first:start], line[end:last]
    wide_before, wide_after = cells(before, view), cells(after, view)
    if wide_before + wide_after > room:
        room -= 2 * cells(dots, view)
        share = max(room - min(wide_after, room // 2), 0)
        before = _tail(before, share, dots, view)
        after = _head(after, max(room - min(wide_before, share), 0), dots, view)
    return Excerpt(before, marked, after)


def _shorten(text: str, width: int, dots: str, view: View) -> str:
    if cells(text, view) <= width:
        return text
    half = (width - cells(dots, view)) // 2
    return text[: _fit(text, half, view)] + dots + text[len(text) - _fit(text[::-1], half, view) :]


def _fit(text: str, width: int, view: View) -> int:
    """How many characters from the start take at most ``width`` cells."""
    used = 0
    for index, character in enumerate(text):
        used += cells(character, view)
        if used > width:
            return index
    return len(text)


def _head(text: str, width: int, dots: str, view: View) -> str:
    if cells(text, view) <= width:
        return text
    length = _fit(text, width, view)
    for index in range(length, length // 2, -1):
        if text[index - 1] in _CLAUSE_ENDS:
            return text[:index] + dots
    return text[:length] + dots


def _tail(text: str, width: int, dots: str, view: View) -> str:
    if cells(text, view) <= width:
        return text
    length = _fit(text[::-1], width, view)
    start = len(text) - length
    for index in range(start, start + length // 2):
        if text[index - 1] in _CLAUSE_ENDS:
            return dots + text[index:]
    return dots + text[start:]
