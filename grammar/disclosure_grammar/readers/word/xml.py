"""XML as a tree that knows where each element stands in the bytes, so that a part can be changed without writing it anew.

Nothing outside the bytes is ever read: a part with a document type, and so with entities, is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.parsers import expat

from disclosure_grammar.readers.unreadable import Unreadable

PREFIXES: Mapping[str, str] = {
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    "http://schemas.microsoft.com/office/word/2016/wordml/cid": "w16cid",
    "urn:schemas-microsoft-com:vml": "v",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
}
"""The names of namespaces as the code writes them, whatever prefix a file uses; an unknown namespace is ``?``."""

_CHUNK = 1 << 16
_DEEPEST = 250
_LONGEST_TAG = 8 << 20  # bytes: what expat holds back is one tag or comment that has not ended yet
_TAG_END = re.compile(rb"[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>")
_WHOLE = re.compile(r"\s*-?[0-9]{1,9}\s*", re.ASCII)
_NONE: dict[str, str] = {}


class Element:
    """One element of a part.

    Attributes:
        name: prefix and local name, such as ``w:p``; the prefixes are those of ``PREFIXES``.
        attributes: by such names; an attribute without namespace has no prefix.
        children: the elements in it, in order.
        text: the character data directly in it.
        start: the byte offset of its start tag.
        stop: the byte offset of its end tag; of an empty-element tag, the offset behind it.
    """

    __slots__ = ("attributes", "children", "name", "start", "stop", "text")

    def __init__(self, name: str, attributes: dict[str, str], start: int) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Element] = []
        self.text = ""
        self.start = start
        self.stop = start

    def child(self, name: str) -> Element | None:
        """The first child of that name."""
        for child in self.children:
            if child.name == name:
                return child
        return None

    def all(self, name: str) -> Iterator[Element]:
        """The children of that name."""
        return (child for child in self.children if child.name == name)

    def value(self, name: str) -> str | None:
        """The ``w:val`` of the first child of that name; None where there is no such child or value."""
        child = self.child(name)
        return None if child is None else child.attributes.get("w:val")

    def on(self, name: str) -> bool | None:
        """What an on/off child says; None where there is none."""
        child = self.child(name)
        return None if child is None else child.attributes.get("w:val", "true") not in ("0", "false", "off", "none")

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in the order of the part."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(reversed(element.children))

    def inner(self, data: bytes) -> int:
        """The byte offset behind its start tag."""
        return tag_end(data, self.start)

    def end(self, data: bytes) -> int:
        """The byte offset behind the whole element."""
        inner = self.inner(data)
        return inner if data.startswith(b"/>", inner - 2) else tag_end(data, self.stop)


def whole(value: str | None) -> int | None:
    """A value as a whole number; None where there is none, it is no number, or it is one that no document needs."""
    return int(value) if value is not None and _WHOLE.fullmatch(value) else None


def tag_end(data: bytes, start: int) -> int:
    """The byte offset behind the tag that begins at ``start``."""
    match = _TAG_END.match(data, start)
    if match is None:
        raise ValueError(f"no tag at {start}")
    return match.end()


def tree(data: bytes) -> Element:
    """The root of a part with everything in it.

    Raises:
        Unreadable: it is no well-formed XML, has a document type, is nested too deep, or has a tag of many megabytes.
    """
    return next(elements(data, 0))


def elements(data: bytes, depth: int) -> Iterator[Element]:
    """The elements at a depth (0: the root), each complete and cut loose, so that a long part is never held as one tree.

    Args:
        data: the part in UTF-8.
        depth: how many elements stand above those that are wanted.

    Raises:
        Unreadable: it is no well-formed XML, has a document type, is nested too deep, or has a tag of many megabytes.
    """
    builder = _Builder(depth)
    for at in range(0, max(len(data), 1), _CHUNK):
        builder.feed(data[at : at + _CHUNK], last=at + _CHUNK >= len(data))
        yield from builder.take()


class _Names(dict[str, str]):
    """The names as the code writes them, by the names as expat gives them."""

    def __missing__(self, full: str) -> str:
        namespace, _, local = full.rpartition(" ")
        name = self[full] = f"{PREFIXES.get(namespace, '?')}:{local}" if namespace else local
        return name


class _Builder:
    def __init__(self, depth: int) -> None:
        # what the part says of its encoding does not count: Python raises errors of many kinds over names that expat does not know
        self._parser = expat.ParserCreate("utf-8", " ")
        self._parser.buffer_text = True
        self._parser.buffer_size = _CHUNK
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._depth = depth
        self._above = 0
        self._fed = 0
        self._open: list[Element] = []
        self._words: list[
            list[str] | None
        ] = []  # of each open element: joined when it ends, so that long texts cost no more than short ones
        self._done: list[Element] = []
        self._names = _Names()

    def feed(self, data: bytes, *, last: bool) -> None:
        try:
            self._parser.Parse(data, last)
        except expat.ExpatError as error:
            raise Unreadable.broken_xml() from error
        self._fed += len(data)
        if self._fed - self._parser.CurrentByteIndex > _LONGEST_TAG:
            raise Unreadable.too_much()

    def take(self) -> list[Element]:
        done, self._done = self._done, []
        return done

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        if self._above < self._depth:
            self._above += 1
            return
        if len(self._open) >= _DEEPEST:
            raise Unreadable.broken_xml()
        names = self._names
        named = {names[key]: value for key, value in attributes.items()} if attributes else _NONE
        element = Element(names[full], named, self._parser.CurrentByteIndex)
        if self._open:
            self._open[-1].children.append(element)
        self._open.append(element)
        self._words.append(None)

    def _end(self, _: str) -> None:
        if not self._open:
            self._above -= 1
            return
        element = self._open.pop()
        element.stop = self._parser.CurrentByteIndex
        words = self._words.pop()
        if words is not None:
            element.text = "".join(words)
        if not self._open:
            self._done.append(element)

    def _text(self, text: str) -> None:
        if not self._open:
            return
        words = self._words[-1]
        if words is None:
            self._words[-1] = [text]
        else:
            words.append(text)

    def _doctype(self, *_: Any) -> None:
        raise Unreadable.document_type()
