"""A line of a page while it is put together: its words, and where each of them stands in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.entities import html5

from disclosure_grammar.readers.html.tree import Element

HARD_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f"
_UNSEEN = "\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff"
_SEGMENT = re.compile(
    r"[ \t\n\r\f\v]+|(&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?)"
    rf"|[{HARD_SPACES}]|[{_UNSEEN}]|(?:[^ \t\n\r\f\v&{HARD_SPACES}{_UNSEEN}]++|&(?!#[0-9]|#[xX][0-9a-fA-F]|[A-Za-z][A-Za-z0-9]))++"
)
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_AS_SPACE = re.compile(rf"[{HARD_SPACES}]")
_AS_NOTHING = re.compile(rf"[{_UNSEEN}]")
_EM_SPACES = "\u2001\u2003"
_WIDE = re.compile(
    r"[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u2460-\u24ff“”‘’…—·\U00020000-\U0003ffff]"
)
_TRAILING = " \t\u3000"


class Row:
    """A row of a data table.

    Attributes:
        table: a number of the table it belongs to.
        wide: for each of its cells, how many further columns it covers.
    """

    __slots__ = ("table", "wide")

    def __init__(self, table: int) -> None:
        self.table = table
        self.wide: list[int] = []


class Box:
    """A block of the page.

    Attributes:
        element: whose block it is.
        parent: the block it stands in; None for the page.
        children: the blocks directly in it.
        first, last: its lines, the last one exclusive.
    """

    __slots__ = ("children", "element", "first", "last", "parent")

    def __init__(self, element: Element, parent: Box | None, first: int) -> None:
        self.element = element
        self.parent = parent
        self.children: list[Box] = []
        self.first = self.last = first
        if parent is not None:
            parent.children.append(self)


@dataclass(slots=True)
class Line:
    """A line as people see it.

    Attributes:
        text: its words.
        pieces: pairs (offset in ``text``, offset in the file), ascending: where each unbroken stretch begins.
        end: the offset in the file behind its last character.
        box: the innermost block it stands in.
        linked: how many of its characters lead to other pages.
        generated: how many characters at its start are shown by the browser and stand nowhere.
        heading: the level of the heading it is, or 0.
        note: the name of the footnote it belongs to, or an empty string.
        row, cell: of a table, the row and the number of the cell in it.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]
    end: int
    box: Box
    linked: int = 0
    generated: int = 0
    heading: int = 0
    note: str = ""
    row: Row | None = None
    cell: int = 0

    @property
    def size(self) -> int:
        """How many characters it has."""
        return len(self.text) - self.generated

    def put_label(self, label: str) -> None:
        """Put what the browser shows in front of its words; the place of that is the one of the first word."""
        width = len(label)
        first = self.pieces[0][1]
        self.pieces = (*((at, first) for at in range(width)), *((at + width, outside) for at, outside in self.pieces))
        self.text, self.generated = label + self.text, width


@dataclass(slots=True)
class Writer:
    """Takes the words of one line in the order of the page, and collapses spaces as a browser does.

    A line end beside a Chinese character is nothing: the page was broken there by whoever wrote it. Only between two elements it may part
    a number from the label behind it; Word breaks its pages there as well.
    """

    page: str
    by_word: bool = False
    linked: int = 0
    end: int = 0
    _parts: list[str] = field(default_factory=list)
    _pieces: list[tuple[int, int]] = field(default_factory=list)
    _length: int = 0
    _expected: int = -1
    _space: int = -1  # where spaces stand that are shown only if words follow
    _broken: bool = False  # whether they hold a line end
    _edge: bool = False  # whether they touch a tag

    def __bool__(self) -> bool:
        return self._length > 0

    def collapsed(self, start: int, end: int, *, link: bool) -> None:
        """Add a stretch of the page whose spaces are collapsed."""
        for match in _SEGMENT.finditer(self.page, start, end):
            self._segment(match, link=link)
            if self._space >= 0 and not self.by_word and (match.start() == start or match.end() == end):
                self._edge = True

    def preserved(self, start: int, end: int, *, link: bool) -> None:
        """Add a stretch of one line whose spaces are kept."""
        for match in _SEGMENT.finditer(self.page, start, end):
            if _SPACE.match(match[0]):
                self.put(match[0].replace("\v", " ").replace("\f", " "), match.start(), len(match[0]))
            else:
                self._segment(match, link=link)

    def put(self, text: str, at: int, width: int, *, link: bool = False) -> None:
        """Add characters that stand at an offset of the file and take so many of its characters."""
        self._show_space(text)
        if at != self._expected or len(text) != width:
            self._pieces.append((self._length, at))
        self._parts.append(text)
        self._length += len(text)
        self._expected = at + len(text)
        self.end = at + width
        if link:
            self.linked += len(text)

    def trim(self) -> str:
        """Take the spaces off its end; returns what is left."""
        text = "".join(self._parts).rstrip(_TRAILING)
        self._cut(text)
        return text

    def replace(self, text: str) -> None:
        """Put a text of the same length in place of all that it has."""
        self._parts = [text]

    def take(self) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The words and pieces; the writer is empty behind it."""
        text = self.trim()
        pieces = tuple(self._pieces)
        self._parts, self._pieces, self._length, self._expected = [], [], 0, -1
        self._space, self._broken, self._edge, self.linked = -1, False, False, 0
        return text, pieces

    def _segment(self, match: re.Match[str], *, link: bool) -> None:
        text, at = match[0], match.start()
        width, rest = len(text), ""
        if match[1]:
            text, width = _reference(match[1])
            rest = match[1][width:]
        if not text or _AS_NOTHING.match(text):
            pass  # nobody sees it
        elif _SPACE.match(text):
            self._space = at if self._space < 0 else self._space
            self._broken = self._broken or "\n" in text or "\r" in text
        elif _AS_SPACE.match(text):
            self.put("\u3000" if text in _EM_SPACES else " ", at, width, link=link)
        else:
            self.put(text, at, width, link=link)
        if rest:
            self.put(rest, at + width, len(rest), link=link)

    def _show_space(self, following: str) -> None:
        if self._space < 0:
            return
        at, broken, edge = self._space, self._broken, self._edge
        self._space, self._broken, self._edge = -1, False, False
        if not self._length:
            return
        if broken and (_WIDE.match(self._parts[-1][-1]) or (_WIDE.match(following) and not edge)):
            return
        self.put(" ", at, 1)

    def _cut(self, text: str) -> None:
        self._parts = [text] if text else []
        self._length = len(text)
        while self._pieces and self._pieces[-1][0] > max(self._length - 1, 0):
            self._pieces.pop()
        self._expected, self._space, self._broken, self._edge = -1, -1, False, False


def _reference(written: str) -> tuple[str, int]:
    """The characters a reference stands for, and how many of its own it takes; what is none stands for itself."""
    if written[1] == "#":
        return unescape(written), len(written)
    name = written[1:]
    for length in range(len(name), 1, -1):  # &nbsp needs no semicolon
        if name[:length] in html5:
            return html5[name[:length]], length + 1
    return written, len(written)
