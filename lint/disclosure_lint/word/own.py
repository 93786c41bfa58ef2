"""Taking our own comments of an earlier run out of a Word document, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from disclosure_grammar.readers.word.xml import Element, elements, tag_end, tree
from disclosure_lint.facts.revisions import OWN_AUTHOR
from disclosure_lint.word.splice import Splices

if TYPE_CHECKING:
    from disclosure_grammar.readers.word.package import Package

_MARKS = ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")
_MENTIONED = re.compile(rb"comment(?:RangeStart|RangeEnd|Reference)\b")
_PARENT = re.compile(rb"\s[^\s=]*paraIdParent\s*=\s*(?:\"[^\"]*\"|'[^']*')")


class Stripped(NamedTuple):
    """What is left of a document without our comments.

    Attributes:
        parts: the parts that changed; none where we have not been here.
        dates: when our comments were written, by their text: whoever says the same again says it with the old date.
    """

    parts: Mapping[str, bytes]
    dates: Mapping[str, str]


def strip(package: Package) -> Stripped:
    """Take out our comments: their text, their marks in the body, and what newer parts of the file say of them.

    The reply of a person to one of them stays, as a comment of its own; every byte of other people's comments stays as it is.

    Raises:
        Unreadable: a part is no well-formed XML.
    """
    numbers: set[str] = set()
    paragraphs: set[str] = set()
    dates: dict[str, str] = {}
    parts: dict[str, bytes] = {}
    for name in package.related(package.main, "comments"):
        data = package.part(name)
        comments = [] if data is None else list(tree(data).all("w:comment"))
        found = [comment for comment in comments if _is_ours(comment)]
        if data is None or not found:
            continue
        parts[name] = _without(data, found)
        numbers |= {comment.attributes.get("w:id", "") for comment in found}
        numbers -= {comment.attributes.get("w:id", "") for comment in comments if not _is_ours(comment)}
        paragraphs |= {p.attributes["w14:paraId"] for c in found for p in c.walk() if "w14:paraId" in p.attributes}
        dates |= {_text(comment): comment.attributes.get("w:date", "") for comment in found}
    if not parts:
        return Stripped({}, {})
    body = package.part(package.main)
    if body is not None and _MENTIONED.search(body):
        parts[package.main] = _unmarked(body, numbers)
    parts |= _newer(package, paragraphs)
    return Stripped(parts, dates)


def _is_ours(comment: Element) -> bool:
    return comment.attributes.get("w:author") == OWN_AUTHOR


def _text(comment: Element) -> str:
    """The words of a comment, a line a paragraph."""
    lines = (
        "".join(words.text for words in paragraph.walk() if words.name == "w:t")
        for paragraph in comment.walk()
        if paragraph.name == "w:p"
    )
    return "\n".join(lines)


def _without(data: bytes, found: list[Element]) -> bytes:
    """A part without some of its elements."""
    splices = Splices(data)
    for element in found:
        splices.replace(element.start, element.end(data), b"")
    return splices.made()


def _unmarked(body: bytes, numbers: set[str]) -> bytes:
    """The body without the marks of comments with these numbers."""
    return _without(body, [mark for block in elements(body, 2) for mark in _marks(block, numbers)])


def _marks(block: Element, numbers: set[str]) -> Iterator[Element]:
    """The marks to take out of a block; with a reference goes the run that holds nothing else."""
    stack = [block]
    while stack:
        element = stack.pop()
        if _is_mark(element, numbers) or _holds_only_mark(element, numbers):
            yield element
        else:
            stack.extend(element.children)


def _is_mark(element: Element, numbers: set[str]) -> bool:
    return element.name in _MARKS and element.attributes.get("w:id") in numbers


def _holds_only_mark(run: Element, numbers: set[str]) -> bool:
    content = [child for child in run.children if child.name != "w:rPr"]
    return run.name == "w:r" and len(content) == 1 and _is_mark(content[0], numbers)


def _newer(package: Package, paragraphs: set[str]) -> dict[str, bytes]:
    """The parts in which newer versions of Word keep more about comments, without ours.

    A thread is found by the paragraphs of its comments, and what has a durable number by that.
    """
    parts: dict[str, bytes] = {}
    for name, data in _related(package, "commentsExtended"):
        parts[name] = _without_threads(data, paragraphs)
    durable: set[str] = set()
    for name, data in _related(package, "commentsIds"):
        ours = [each for each in tree(data).children if _attribute(each, "paraId") in paragraphs]
        durable |= {_attribute(each, "durableId") for each in ours}
        parts[name] = _without(data, ours)
    for name, data in _related(package, "commentsExtensible"):
        ours = [each for each in tree(data).children if _attribute(each, "durableId") in durable]
        parts[name] = _without(data, ours)
    return {name: data for name, data in parts.items() if data != package.part(name)}


def _related(package: Package, kind: str) -> Iterator[tuple[str, bytes]]:
    for name in package.related(package.main, kind):
        data = package.part(name)
        if data is not None:
            yield name, data


def _without_threads(data: bytes, paragraphs: set[str]) -> bytes:
    """The threads without ours; an answer to one of ours begins a thread of its own."""
    splices = Splices(data)
    for entry in tree(data).children:
        if _attribute(entry, "paraId") in paragraphs:
            splices.replace(entry.start, entry.end(data), b"")
        elif _attribute(entry, "paraIdParent") in paragraphs:
            inner = tag_end(data, entry.start)
            splices.replace(entry.start, inner, _PARENT.sub(b"", data[entry.start : inner]))
    return splices.made()


def _attribute(element: Element, name: str) -> str:
    """The value of an attribute whatever its namespace; they changed from version to version."""
    return next((value for key, value in element.attributes.items() if key.rpartition(":")[2] == name), "")
