"""Where in a paragraph the marks of a comment may stand, so that Word keeps them and the file stays valid."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from disclosure_grammar.readers.word.xml import Element, elements, tag_end
from disclosure_lint.word.splice import Place, Replacement

_WHOLE = frozenset({"mc:AlternateContent", "w:fldSimple"})
_FILLED_IN = frozenset(
    {"w:text", "w:date", "w:comboBox", "w:dropDownList", "w:dataBinding", "w15:dataBinding", "w:showingPlcHdr"}
)


class Ground(NamedTuple):
    """A w:p of the body.

    Attributes:
        head: the place at its beginning, behind its properties.
        closed: the stretches, by byte offsets, that are to be marked as a whole, ascending and apart: alternatives for older programs,
            fields that begin and end in the paragraph (what stands in their result is gone with the next update), content controls that
            Word fills in.
    """

    head: Place
    closed: tuple[tuple[int, int], ...]

    def before(self, place: Place) -> Place:
        """The place itself, or the one before the closed stretch it lies in."""
        return next((Place(place.part, start) for start, end in self.closed if start <= place.at < end), place)

    def after(self, place: Place) -> Place:
        """The place itself, or the one behind the closed stretch it lies in."""
        return next((Place(place.part, end) for start, end in self.closed if start < place.at <= end), place)


def grounds(part: str, data: bytes, wanted: Iterable[int]) -> dict[int, Ground]:
    """The innermost w:p around each of some byte offsets of the body, by these offsets."""
    offsets = sorted(set(wanted))
    found: dict[int, Ground] = {}
    for block in elements(data, 2) if offsets else ():
        if not _among(offsets, block, data):
            continue
        for element in block.walk():
            if element.name == "w:p" and (inside := _among(offsets, element, data)):
                ground = Ground(_head(part, data, element), tuple(_joined(_closed(data, element))))
                found |= dict.fromkeys(inside, ground)
    return found


def _among(offsets: list[int], element: Element, data: bytes) -> list[int]:
    """Those of the offsets, ascending, that lie in an element."""
    return offsets[bisect_left(offsets, element.start) : bisect_left(offsets, element.end(data))]


def _head(part: str, data: bytes, paragraph: Element) -> Place:
    properties = paragraph.child("w:pPr")
    if properties is not None:
        return Place(part, properties.end(data))
    inner = tag_end(data, paragraph.start)
    slash = inner - len(b"/>")
    if not data.startswith(b"/>", slash):
        return Place(part, inner)
    name = data[paragraph.start + 1 : slash].split(None, 1)[0]
    return Place(part, slash, b">", b"</%s>" % name, (Replacement(slash, inner, b""),))


def _closed(data: bytes, paragraph: Element) -> Iterator[tuple[int, int]]:
    """The stretches that are to be marked as a whole; some may hold others."""
    begun: list[int] = []
    stack = list(reversed(paragraph.children))
    while stack:
        element = stack.pop()
        if element.name == "w:r":
            for kind in (child.attributes.get("w:fldCharType") for child in element.all("w:fldChar")):
                if kind == "begin":
                    begun.append(element.start)
                elif kind == "end" and begun:
                    yield begun.pop(), element.end(data)
        elif element.name in _WHOLE or _is_filled_in(element):
            yield element.start, element.end(data)
        elif element.name != "w:p":
            stack.extend(reversed(element.children))


def _is_filled_in(element: Element) -> bool:
    """Whether it is a content control whose content is data, not words written by hand."""
    properties = element.child("w:sdtPr") if element.name == "w:sdt" else None
    return properties is not None and any(child.name in _FILLED_IN for child in properties.children)


def _joined(stretches: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches in order, those that share a byte as one."""
    last: tuple[int, int] | None = None
    for start, end in sorted(stretches):
        if last is not None and start < last[1]:
            last = last[0], max(last[1], end)
        else:
            if last is not None:
                yield last
            last = start, end
    if last is not None:
        yield last
