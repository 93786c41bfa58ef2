"""Tracked changes in a Word document: a run taken apart into what stays, what is deleted and what is inserted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple
from xml.sax.saxutils import escape

from disclosure_grammar.readers.word.model import Piece, Run
from disclosure_grammar.readers.word.xml import Element, tag_end
from disclosure_lint.facts.revisions import OWN_AUTHOR
from disclosure_lint.word.names import Names
from disclosure_lint.word.numbers import Numbers
from disclosure_lint.word.splice import Replacement, element_of, keeping_spaces, tag_name

_BLANK = " \t\r\n"


class Tracking(NamedTuple):
    """How changes are marked: by whom and when (local time, as Word writes it)."""

    when: datetime
    author: str = OWN_AUTHOR


class Change(NamedTuple):
    """New words for some characters of one piece, counted from its start."""

    start: int
    end: int
    text: str


def words_like(data: bytes, piece: Piece, text: str, kind: bytes = b"t") -> bytes:
    """A w:t like that of a piece, or a w:delText, with other words; nothing where there are none."""
    if not text:
        return b""
    start, _ = element_of(data, piece)
    tag, name = data[start : tag_end(data, start)], tag_name(data, start)
    if text.strip(_BLANK) != text:
        tag = keeping_spaces(tag)
    new = name.removesuffix(b"t") + kind
    return b"<%s%s%s</%s>" % (new, tag[1 + len(name) :], escape(text).encode(), new)


class TrackedRun:
    """A run taken apart into what stays, what is deleted and what is inserted."""

    def __init__(self, data: bytes, run: Run, marks: Marks, prefix: Names, insertion: Element | None) -> None:
        self._data = data
        self._run = run
        self._marks = marks
        self._names = prefix
        self._insertion = insertion
        self._ending = b"" if insertion is None else b"</%s>" % tag_name(data, insertion.start)
        self._reopened = b""
        self._opening = data[run.start : tag_end(data, run.start)] + data[slice(*run.properties)]
        self._is_opened = False
        self._closing = b"</%s>" % tag_name(data, run.start)
        self._at = run.properties[1]
        self._stays = b""
        self._made: list[bytes] = []

    def change(self, piece: Piece, text: str, changes: Sequence[Change]) -> None:
        """Make the changes of one of its pieces; the pieces come in the order of the text."""
        start, end = element_of(self._data, piece)
        self._stays += self._data[self._at : start]
        self._at = end
        done = 0
        for low, high, new in changes:
            self._stays += words_like(self._data, piece, text[done:low])
            self._close()
            if low < high:
                self._put(b"del", words_like(self._data, piece, text[low:high], b"delText"))
            if new:
                self._insert(words_like(self._data, piece, new))
            done = high
        self._stays += words_like(self._data, piece, text[done:])

    def made(self) -> Replacement:
        """What takes the place of the run, and of the tags around it of an insertion that begins or ends with it."""
        self._stays += self._data[self._at : self._run.stop]
        self._close()
        data, made, other = self._data, self._made, self._insertion
        start, end = self._run.start, tag_end(data, self._run.stop)
        if other is not None and made[0] == self._ending and not data[tag_end(data, other.start) : start].strip():
            start = other.start
            del made[0]
        if other is not None and made[-1] == self._reopened and not data[end : other.stop].strip():
            end = tag_end(data, other.stop)
            del made[-1]
        return Replacement(start, end, b"".join(made))

    def _close(self) -> None:
        """End the run with what stays, if there is anything."""
        if self._stays.strip():
            self._made.append(self._run_of(self._stays))
        self._stays = b""

    def _run_of(self, content: bytes) -> bytes:
        """A run with the formatting of this one; where that is a tracked change, it is one of its own from the second run on."""
        opening = self._marks.numbers.renumbered(self._opening) if self._is_opened else self._opening
        self._is_opened = True
        return opening + content + self._closing

    def _put(self, kind: bytes, words: bytes) -> None:
        start, end = self._marks.around(kind, self._names)
        self._made.append(start + self._run_of(words) + end)

    def _insert(self, words: bytes) -> None:
        """Insert words; in an insertion of somebody else, between two halves of it, as Word does."""
        other = self._insertion
        if other is None:
            self._put(b"ins", words)
            return
        self._made.append(self._ending)
        self._put(b"ins", words)
        self._reopened = self._marks.numbers.renumbered(self._data[other.start : tag_end(self._data, other.start)])
        self._made.append(self._reopened)


class Marks:
    """Writes the marks of tracked changes, each with a number of its own.

    Attributes:
        numbers: those that the document does not have yet.
    """

    def __init__(self, tracking: Tracking, numbers: Numbers) -> None:
        self.numbers = numbers
        self._when = tracking.when.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
        self._author = escape(tracking.author, {'"': "&quot;"}).encode()

    def around(self, kind: bytes, names: Names) -> tuple[bytes, bytes]:
        """The start and end tag of an insertion or a deletion."""
        tag = names.tag(kind.decode())
        attributes = b" ".join(
            b'%s="%s"' % (names.tag(name), value)
            for name, value in (("id", b"%d" % self.numbers.new()), ("author", self._author), ("date", self._when))
        )
        return b"<%s%s %s>" % (tag, names.declaration, attributes), b"</%s>" % tag


def insertions(blocks: Iterable[Element], runs: set[int]) -> dict[int, Element]:
    """The tracked insertions in which runs stand directly, by the byte offsets of these.

    Args:
        blocks: the elements of a part; they are only looked at where there are runs.
        runs: the byte offsets of runs.
    """
    found: dict[int, Element] = {}
    for block in blocks if runs else ():
        for element in block.walk():
            if element.name in ("w:ins", "w:moveTo"):
                found |= {child.start: element for child in element.children if child.start in runs}
    return found
