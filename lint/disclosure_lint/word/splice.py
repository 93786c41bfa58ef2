"""Changes to the bytes of a part without writing it anew, and the places between two characters of its text where XML may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from disclosure_grammar.readers.word.model import Piece, PieceKind, Run, Word
from disclosure_grammar.readers.word.xml import Element, elements, tag_end
from disclosure_lint.word.escaped import byte_offset
from disclosure_lint.word.numbers import Numbers

_NAME = re.compile(rb"<([^\s/>]+)")
_TAG = re.compile(rb"<(/?)[^\s!?/>][^>\"']*?(?:\"[^\"]*\"[^>\"']*?|'[^']*'[^>\"']*?)*(/?)>")
_SPACE_ATTRIBUTE = re.compile(rb"\sxml:space\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_BLANK = b" \t\r\n"
_CDATA_START, _CDATA_END = b"<![CDATA[", b"]]>"


class Order(IntEnum):
    """What comes first of several insertions at one place; those of one order stay as they were given."""

    CLOSING = 0  # ends what began before: an end tag, the end of a range
    BETWEEN = 1  # complete in itself: an inserted run
    OPENING = 2  # begins what ends behind: a start tag, the start of a range


class Replacement(NamedTuple):
    """Bytes to put in place of a stretch of a part."""

    start: int
    end: int
    xml: bytes


class Place(NamedTuple):
    """A place between two characters of the text where XML may stand between runs.

    Attributes:
        part: the part it is in.
        at: its byte offset.
        before: what closes the run that is cut there; empty where a run begins or ends.
        after: what opens it again, with the same formatting.
        replacements: what else the cut asks for: that both halves of a w:t keep the spaces at their ends.
    """

    part: str
    at: int
    before: bytes = b""
    after: bytes = b""
    replacements: tuple[Replacement, ...] = ()


class Splices:
    """Collects insertions and replacements for one part, and makes the changed part of them.

    All offsets are those of the bytes given, however much was collected before.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._numbers = Numbers(data)
        self._insertions: dict[int, list[tuple[Order, bytes]]] = {}
        self._cuts: dict[int, tuple[bytes, bytes]] = {}
        self._replacements: set[Replacement] = set()

    def insert(self, place: Place | int, xml: bytes, order: Order = Order.BETWEEN) -> None:
        """Put XML at a place, or at a byte offset that lies in no run that is cut.

        At one place closings come before openings, and each kind in the order it was given; a run is cut there once, and a tracked change
        of its formatting gets a new number in the second half. What is inserted where a replaced stretch begins stands before it, and
        where it ends behind it.
        """
        if isinstance(place, int):
            place = Place("", place)
        if self._cuts.setdefault(place.at, (place.before, place.after)) != (place.before, place.after):
            raise ValueError(f"two different cuts at {place.at}")
        self._insertions.setdefault(place.at, []).append((order, xml))
        self._replacements.update(place.replacements)

    def replace(self, start: int, end: int, xml: bytes) -> None:
        """Put XML in place of ``data[start:end]``; doing the same twice is doing it once."""
        if not start < end <= len(self._data):
            raise ValueError(f"no stretch to replace: {start}..{end}")
        self._replacements.add(Replacement(start, end, xml))

    def made(self) -> bytes:
        """The part with all changes.

        Raises:
            ValueError: two replacements overlap, or something was inserted inside a replaced stretch.
        """
        changes = [*self._replacements, *(Replacement(at, at, self._inserted(at)) for at in self._insertions)]
        made: list[bytes] = []
        done = 0
        for start, end, xml in sorted(changes):
            if start < done:
                raise ValueError(f"changes overlap at {start}")
            made += (self._data[done:start], xml)
            done = end
        return b"".join((*made, self._data[done:]))

    def _inserted(self, at: int) -> bytes:
        before, after = self._cuts[at]
        ordered = sorted(self._insertions[at], key=lambda item: item[0])
        return b"".join((before, *(xml for _, xml in ordered), self._numbers.renumbered(after)))


def place_before(word: Word, offset: int) -> Place | None:
    """The place just before a character of the text; None for one that stands in no run: an automatic number, a line feed.

    Of characters that one element stands for (ruby, a formula), the place before all of them.
    """
    piece = word.piece_at(offset)
    if piece is None or piece.run is None:
        return None
    index = offset - piece.start if piece.kind is PieceKind.TEXT else 0
    return _place(word, piece, piece.run, index, behind=False)


def place_after(word: Word, offset: int) -> Place | None:
    """The place just behind a character of the text; None for one that stands in no run: an automatic number, a line feed.

    Of characters that one element stands for (ruby, a formula), the place behind all of them.
    """
    piece = word.piece_at(offset)
    if piece is None or piece.run is None:
        return None
    last = offset if piece.kind is PieceKind.TEXT else piece.end - 1
    return _place(word, piece, piece.run, last + 1 - piece.start, behind=True)


def part_of(word: Word, name: str) -> bytes:
    """The bytes of a part that is known to be there."""
    data: bytes | None = word.package.part(name)
    if data is None:
        raise KeyError(name)
    return data


def blocks_of(word: Word, name: str) -> Iterator[Element]:
    """The blocks of a part, one after the other: paragraphs and tables, or whole notes."""
    return elements(part_of(word, name), 2 if name == word.main else 1)


def _place(word: Word, piece: Piece, run: Run, index: int, *, behind: bool) -> Place:
    """The place before the character of a piece with that index, ``behind`` the one before it."""
    data = part_of(word, run.part)
    start, end = element_of(data, piece)
    if not is_level(data, run.properties[1], start):  # the character stands deeper: whatever holds it must stay whole
        return Place(run.part, tag_end(data, run.stop) if behind else run.start)
    if index == 0:
        whole = not data[run.properties[1] : start].strip(_BLANK)
        return Place(run.part, run.start) if whole else Place(run.part, start, *_cut(data, run))
    if index == piece.end - piece.start:
        whole = not data[end : run.stop].strip(_BLANK)
        return Place(run.part, tag_end(data, run.stop)) if whole else Place(run.part, end, *_cut(data, run))
    return _inside(data, piece, run, index)


def _inside(data: bytes, piece: Piece, run: Run, index: int) -> Place:
    """The place between two characters of one w:t."""
    start, end = element_of(data, piece)
    tag, replacements = _spacing(data, piece, start, end)
    at, in_cdata = byte_offset(data, piece.first, piece.last, index)
    close, reopen = _cut(data, run)
    before = b"</%s>%s" % (tag_name(data, start), close)
    after = reopen + tag
    if in_cdata:
        before, after = _CDATA_END + before, after + _CDATA_START
    return Place(run.part, at, before, after, replacements)


def element_of(data: bytes, piece: Piece) -> tuple[int, int]:
    """The byte offsets of the element a piece stands in, tags included."""
    if piece.kind is not PieceKind.TEXT:
        return piece.first, piece.last
    start = data.rindex(b"<", 0, piece.first)
    return start, tag_end(data, data.index(b"</", piece.last))


def _cut(data: bytes, run: Run) -> tuple[bytes, bytes]:
    """What ends a run, and what begins it again with the same formatting."""
    opening = data[run.start : tag_end(data, run.start)]
    first, last = run.properties
    return b"</%s>" % tag_name(data, run.start), opening + data[first:last]


def _spacing(data: bytes, piece: Piece, start: int, end: int) -> tuple[bytes, tuple[Replacement, ...]]:
    """The start tag for both halves of a w:t, and the replacements that make its spaces count, where it has any."""
    inner = tag_end(data, start)
    tag = data[start:inner]
    declared = _SPACE_ATTRIBUTE.search(tag)
    keeps = declared is not None and b"preserve" in declared[0]
    if keeps or not any(bytes([blank]) in data[piece.first : piece.last] for blank in _BLANK):
        return tag, ()
    tag = keeping_spaces(tag)
    stop = data.index(b"</", piece.last, end)
    changed = [Replacement(start, piece.first, tag)]
    if stop > piece.last:  # spaces that did not count so far
        changed.append(Replacement(piece.last, stop, b""))
    return tag, tuple(changed)


def keeping_spaces(tag: bytes) -> bytes:
    """The start tag of a w:t so that spaces at the ends of its words count."""
    return _SPACE_ATTRIBUTE.sub(b"", tag)[:-1] + b' xml:space="preserve">'


def is_level(data: bytes, start: int, end: int) -> bool:
    """Whether as many elements end as begin in a stretch, so that its end stands as deep as its start."""
    if start >= end:
        return True
    depth = 0
    for match in _TAG.finditer(data, start, end):
        if match[1]:
            depth -= 1
        elif not match[2]:
            depth += 1
    return depth == 0


def tag_name(data: bytes, at: int) -> bytes:
    """The name of the element that begins at an offset, with the prefix the file gives it."""
    match = _NAME.match(data, at)
    if match is None:
        raise ValueError(f"no tag at {at}")
    return match[1]
