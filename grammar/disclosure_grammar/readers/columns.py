"""The columns of printed pages: which of their lines go on with the paragraph of the line before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_FEWEST = 3  # lines that show how a column is set
_WORD = re.compile(r"[“‘（《【]*(?:[!-~]+[\u4e00-\u9fff]?|.)")  # what is not parted at the end of a line: 41名
_MARKS = "，。、；：！？”’）》】"  # do not stand at the start of a line
_CLOSING = re.compile(f"[{_MARKS}]+")
_ENDS = ("。", "；", "！", "？", "”")
_WIDE = 1.3  # a word may be so many times as wide as it is thought to be, what parts it from Chinese included
_LABEL = re.compile(r"第?[（(]?[0-9一二三四五六七八九十①-⑳]{1,3}(?:[、)）章节]|部分|[.．](?![0-9])|是)|附件")
_CAPTION = re.compile(r"[^，。；、]{2,10}[：:]")
_SHORT = 4  # characters by which a line may stop short
_BROAD = 20  # characters: no heading fills such a line
_HALF = 0.5  # of a column is reached at least by a line that goes on in the next
_INDENT, _MOST_INDENT = 1.5, 4.5  # characters by which a paragraph is indented
_APART = 8  # characters at least from the left of one column to the left of the next
_A_COLUMN, _SOME = 5, 20  # a column holds one line in so many; so many begin at a place where lines begin


class Printed(NamedTuple):
    """A line on a page.

    Attributes:
        text: its characters.
        left: where it begins, in points from the left.
        right: where it ends, as near as that is known.
        size: of its first letters, in points; 0 where the places are not known.
    """

    text: str
    left: float = 0.0
    right: float = 0.0
    size: float = 0.0


def width(text: str) -> float:
    """How wide a text is, in the size of its letters: what is no Chinese is half as wide."""
    return sum(0.5 if character < "\u2000" else 1.0 for character in text)


class Columns:
    """The columns in which a document is set: one, or several side by side."""

    def __init__(self, lines: Iterable[Printed]) -> None:
        """See how lines stand.

        Args:
            lines: all lines of the document.
        """
        known = [line for line in lines if line.size]
        self._columns = tuple(_columns(known)) if known else ()

    def goes_on(self, before: Printed, line: Printed) -> bool:
        """Whether a line goes on with the paragraph of the line before: that was full, and this one is no first line."""
        if not self._columns or not (before.size and line.size) or abs(before.size - line.size) > 1:
            return False
        there, here = self._of(before), self._of(line)
        text = line.text.lstrip()
        word = _WORD.match(text)
        indent, indent_before = here.indent(line), there.indent(before)
        if word is None or max(indent, indent_before) > _MOST_INDENT or min(indent, indent_before) < -0.5:
            return False
        most = width(word[0]) * _WIDE + (width(closing[0]) if (closing := _CLOSING.match(text, word.end())) else 0)
        if (
            indent > 0.5
        ):  # perhaps of a paragraph that is indented as a whole; two headings stand in a row like this as well
            return (
                abs(indent - indent_before) <= 0.5
                and there.right - there.left >= _BROAD * there.size
                and not before.text.endswith(_ENDS)
                and not _LABEL.match(text)
                and there.is_full(before, most)
            )
        if here.indented:  # what is not indented opens no paragraph, so that the line before need not be quite full
            return there.is_full(before, max(most, _SHORT)) or (there.is_open(before) and not _opens(text))
        return (
            not _LABEL.match(text)
            and not (before.text.endswith(_ENDS) and _CAPTION.match(text))
            and there.is_full(before, most)
        )

    def is_large(self, line: Printed) -> bool:
        """Whether the letters of a line are larger than those of the text, as a title's are."""
        return bool(self._columns) and line.size > self._columns[0].size + 1

    @staticmethod
    def goes_on_below(before: Printed, line: Printed) -> bool:
        """Whether a line stands below another of the same size, both centred, and goes on with its words, as lines of a title do."""
        apart = abs(before.left + before.right - line.left - line.right) / 2
        return (
            abs(before.size - line.size) <= 1
            and apart <= line.size
            and not before.text.endswith((*_ENDS, "："))
            and not _opens(line.text.lstrip())
        )

    def _of(self, line: Printed) -> _Column:
        """The column in which a line stands."""
        return next((column for column in reversed(self._columns) if column.indent(line) >= -0.5), self._columns[0])


class _Column(NamedTuple):
    """A column.

    Attributes:
        left: where most of its lines begin.
        right: where full ones end.
        size: of the letters of most of them.
        indented: whether the first line of a paragraph is indented.
    """

    left: float
    right: float
    size: float
    indented: bool

    def indent(self, line: Printed) -> float:
        """How far from the left of the column a line begins, in characters."""
        return (line.left - self.left) / self.size

    def is_full(self, line: Printed, most: float) -> bool:
        """Whether fewer than so many characters fit behind a line."""
        return line.right + most * line.size > self.right + 1

    def is_open(self, line: Printed) -> bool:
        """Whether a line stops in the middle of a sentence, though not at the edge of the column."""
        return not line.text.endswith((*_ENDS, "：")) and line.right > self.left + _HALF * (self.right - self.left)


def _columns(lines: Sequence[Printed]) -> Iterator[_Column]:
    """The columns of a document, from the left; none where too few lines are full to know it."""
    size = Counter(round(line.size) for line in lines).most_common(1)[0][0]
    usual = [line for line in lines if round(line.size) == size]
    lefts = list(_lefts(usual, size))
    for left, following in zip(lefts, (*lefts[1:], float("inf")), strict=True):
        column = _column([line for line in usual if left - size / 2 <= line.left < following - size / 2], left, size)
        if column is None:
            return
        yield column


def _lefts(lines: Sequence[Printed], size: float) -> Iterator[int]:
    """Where the lines of each column begin, from the left: the first place at which several do, and each far to the right of the one before."""
    counted = Counter(round(line.left) for line in lines)
    usual = sorted(at for at, count in counted.items() if count >= _FEWEST and count * _SOME >= len(lines))
    end = float("-inf")
    for left in usual or [counted.most_common(1)[0][0]]:
        width = _APART * size
        held = sum(count for at, count in counted.items() if left <= at < left + width)
        if left > end and held * _A_COLUMN >= len(lines):
            yield left
            end = left + width


def _column(lines: Sequence[Printed], left: float, size: float) -> _Column | None:
    """A column of which some lines are full."""
    ends = sorted(line.right - width(_hanging(line.text)) * line.size for line in lines)
    right = ends[-1 - len(ends) // 50]
    if sum(end > right - 2 * size for end in ends) < _FEWEST:
        return None
    first = sum(_INDENT * size <= line.left - left <= _MOST_INDENT * size for line in lines)
    return _Column(left, right, size, first >= _FEWEST and first * 10 >= len(lines))


def _opens(text: str) -> bool:
    """Whether a line opens a paragraph, as its first words have it."""
    return bool(_LABEL.match(text) or _CAPTION.match(text))


def _hanging(line: str) -> str:
    """The marks at the end of a line: they may stand in the margin."""
    return line[len(line.rstrip(_MARKS)) :]
