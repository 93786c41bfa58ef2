"""The comments of a Word document: the part that holds them, made where there is none, and the marks in the body."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from disclosure_grammar.readers.word.package import Package, relations_name
from disclosure_grammar.readers.word.xml import Element, tag_end, tree
from disclosure_lint.facts.revisions import OWN_AUTHOR
from disclosure_lint.word.names import Names, names
from disclosure_lint.word.splice import Splices

INITIALS = "DL"
_HALF_POINTS = "20"  # the size of the words: what Word itself gives comments
_CONTENT_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_USED = re.compile(rb"comment(?:RangeStart|RangeEnd|Reference)\b[^>]*?id\s*=\s*[\"']\s*(\d+)")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Comment(NamedTuple):
    """A comment to write.

    Attributes:
        number: that no other comment of the document has.
        text: its words; every line is a paragraph.
        date: local time as Word writes it, ``2026-01-02T03:04:05Z``; empty for none.
    """

    number: int
    text: str
    date: str


class Marks(NamedTuple):
    """What stands in the body for a comment: where its words begin, and where they end together with the reference to it."""

    opening: bytes
    closing: bytes
    point: bytes


def marks(number: int, called: Names) -> Marks:
    """The marks of a comment; ``point`` stands for both where it is about no words."""

    def empty(name: str) -> bytes:
        return b'<%s%s %s="%d"/>' % (called.tag(name), called.declaration, called.tag("id"), number)

    run = called.tag("r")
    inner = b'<%s %s="%d"/>' % (called.tag("commentReference"), called.tag("id"), number)
    point = b"<%s%s>%s</%s>" % (run, called.declaration, inner, run)
    return Marks(empty("commentRangeStart"), empty("commentRangeEnd") + point, point)


def free_numbers(package: Package) -> Iterator[int]:
    """Numbers that no comment has, and no mark that lost its comment, ascending."""
    body = package.part(package.main) or b""
    taken = {int(number) for number in _USED.findall(body)}
    for name in package.related(package.main, "comments"):
        data = package.part(name)
        found = () if data is None else tree(data).all("w:comment")
        taken |= {int(number) for each in found if (number := each.attributes.get("w:id", "").strip()).isdecimal()}
    return (number for number in count() if number not in taken)


def added(package: Package, comments: Sequence[Comment]) -> dict[str, bytes]:
    """The parts that change when comments are added, by name: the comments, and what must be said of a new part for them.

    Raises:
        Unreadable: a part is no well-formed XML.
    """
    if not comments:
        return {}
    body = package.part(package.main) or b""
    there = next((each.target for each in package.relations(package.main) if each.kind == "comments"), None)
    name = there or _free_name(package)
    data = package.part(name)
    if data is None:
        namespace = names(body).namespace
        data = b'%s<w:comments xmlns:w="%s"></w:comments>' % (_HEAD, namespace)
    called = names(data)
    parts = {name: _appended(data, b"".join(_written(comment, called) for comment in comments))}
    if there is None:
        parts |= _linked(package, name, strict=names(body).namespace == _STRICT)
    return parts | _declared(package, name)


def _written(comment: Comment, called: Names) -> bytes:
    """A w:comment; its first paragraph begins with the mark that Word puts there."""
    attributes = [("id", str(comment.number)), ("author", OWN_AUTHOR)]
    if comment.date:
        attributes.append(("date", comment.date))
    attributes.append(("initials", INITIALS))
    tag = called.tag
    said = b"".join(b" %s=%s" % (tag(name), quoteattr(value).encode()) for name, value in attributes)
    mark = b"<%s><%s/></%s>" % (tag("r"), tag("annotationRef"), tag("r"))
    layout = _layout(called)
    lines = [_line(line, called) for line in comment.text.split("\n")]
    paragraphs = b"".join(
        b"<%s>%s%s%s</%s>" % (tag("p"), layout, b"" if at else mark, line, tag("p")) for at, line in enumerate(lines)
    )
    return b"<%s%s%s>%s</%s>" % (tag("comment"), called.declaration, said, paragraphs, tag("comment"))


def _layout(called: Names) -> bytes:
    """The properties of a paragraph: small lines without indent, whatever the body text of the document is set in."""
    tag = called.tag
    spacing = _empty(called, "spacing", before="0", after="0", line="240", lineRule="auto")
    indent = _empty(called, "ind", firstLine="0", firstLineChars="0")
    return b"<%s>%s%s</%s>" % (tag("pPr"), spacing, indent, tag("pPr"))


def _line(line: str, called: Names) -> bytes:
    words = escape(_NOT_XML.sub("\ufffd", line), {"\r": " ", "\t": " "}).encode()
    if not words:
        return b""
    run, size, text = called.tag("r"), called.tag("rPr"), called.tag("t")
    sizes = _empty(called, "sz", val=_HALF_POINTS) + _empty(called, "szCs", val=_HALF_POINTS)
    properties = b"<%s>%s</%s>" % (size, sizes, size)
    return b'<%s>%s<%s xml:space="preserve">%s</%s></%s>' % (run, properties, text, words, text, run)


def _empty(called: Names, name: str, **attributes: str) -> bytes:
    """An element without content."""
    said = b"".join(b' %s="%s"' % (called.tag(key), value.encode()) for key, value in attributes.items())
    return b"<%s%s/>" % (called.tag(name), said)


def _appended(data: bytes, xml: bytes) -> bytes:
    """A part with more XML at the end of its root."""
    root = tree(data)
    splices = Splices(data)
    inner = tag_end(data, root.start)
    if not data.startswith(b"/>", inner - 2):
        splices.insert(root.stop, xml)
    else:
        opening = data[root.start : inner]
        name = opening[1:].split(None, 1)[0].rstrip(b"/>")
        splices.replace(root.start, inner, b"%s>%s</%s>" % (opening.removesuffix(b"/>").rstrip(), xml, name))
    return splices.made()


def _free_name(package: Package) -> str:
    """A name for the part of the comments, beside the body."""
    folder = posixpath.dirname(package.main)
    types = {part.lower() for part in _overrides(package)}
    for number in count():
        name = posixpath.join(folder, f"comments{number or ''}.xml")
        if package.part(name) is None and f"/{name}".lower() not in types:
            return name
    raise AssertionError


def _linked(package: Package, name: str, *, strict: bool) -> dict[str, bytes]:
    """The relationships of the body with one to the comments."""
    path = relations_name(package.main)
    data = package.part(path) or b'%s<Relationships xmlns="%s"></Relationships>' % (_HEAD, _RELATIONSHIPS.encode())
    taken = {each.attributes.get("Id", "").lower() for each in tree(data).children}
    link = next(f"rId{number}" for number in count(1) if f"rid{number}" not in taken)
    kind = f"{_STRICT_OFFICE if strict else _OFFICE}/comments"
    element = f'Relationship Id="{link}" Type="{kind}" Target="{posixpath.basename(name)}"/>'
    return {path: _appended(data, _beside(data, element))}


def _declared(package: Package, name: str) -> dict[str, bytes]:
    """The content types with that of the comments, where it is not among them."""
    data = package.part(_CONTENT_TYPES)
    if data is None or f"/{name}".lower() in {part.lower() for part in _overrides(package)}:
        return {}
    element = f'Override PartName="/{name}" ContentType="{_TYPE}"/>'
    return {_CONTENT_TYPES: _appended(data, _beside(data, element))}


def _beside(data: bytes, element: str) -> bytes:
    """An element to stand in the root of a part, with the prefix that the root has."""
    root: Element = tree(data)
    name = data[root.start + 1 : tag_end(data, root.start)].split(None, 1)[0].rstrip(b"/>")
    prefix = name.rpartition(b":")[0]
    return b"<%s%s" % (prefix + b":" if prefix else b"", element.encode())


def _overrides(package: Package) -> Iterable[str]:
    """The parts whose content type is declared one by one."""
    data = package.part(_CONTENT_TYPES)
    return () if data is None else [each.attributes.get("PartName", "") for each in tree(data).all("ct:Override")]
