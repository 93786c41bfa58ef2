"""Words that stand in a second place of the file as well, so that they must be changed in both or in none.

A text box is written twice, once for programs that know drawings and once more for those that do not. What a content control shows may
be kept in a part of its own, and is taken from there whenever the document is opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from disclosure_grammar.readers.word.xml import Element
from disclosure_lint.word.splice import Replacement

_MENTIONED = (b"AlternateContent", b"dataBinding")
_BINDINGS = frozenset({"w:dataBinding", "w15:dataBinding"})


class Copied(NamedTuple):
    """A stretch of a part whose words stand elsewhere as well.

    Attributes:
        start: its byte offset.
        end: where it ends.
        shifts: how many bytes further on, or back, each copy stands; None where there is one that differs.
    """

    start: int
    end: int
    shifts: tuple[int, ...] | None


def copies(data: bytes, blocks: Iterable[Element]) -> tuple[Copied, ...]:
    """The stretches of a part whose words stand elsewhere as well, small ones before those they lie in.

    Args:
        data: the part.
        blocks: its elements; they are only looked at where there can be any.
    """
    if not any(name in data for name in _MENTIONED):
        return ()
    found = (one for block in blocks for element in block.walk() for one in _copied(data, element))
    return tuple(sorted(found, key=lambda one: one.end - one.start))


def mirrored(changes: Iterable[Replacement], copied: Iterable[Copied]) -> frozenset[Replacement]:
    """Changes of a part, and the same in every copy of what they change; ``copied`` is in the order of ``copies``."""
    made = set(changes)
    for stretch in copied:
        inside = [change for change in made if stretch.start <= change.start and change.end <= stretch.end]
        made |= {
            Replacement(change.start + shift, change.end + shift, change.xml)
            for change in inside
            for shift in stretch.shifts or ()
        }
    return frozenset(made)


def _copied(data: bytes, element: Element) -> Iterator[Copied]:
    if element.name == "mc:AlternateContent":
        yield from _alternatives(data, element)
    elif element.name == "w:sdt" and _is_bound(element):
        yield Copied(element.start, element.end(data), None)


def _is_bound(control: Element) -> bool:
    """Whether a content control shows what another part holds."""
    properties = control.child("w:sdtPr")
    return properties is not None and any(child.name in _BINDINGS for child in properties.children)


def _alternatives(data: bytes, element: Element) -> Iterator[Copied]:
    """What stands in each of the alternatives and has words in another one."""
    texts = [_texts(data, child) for child in element.children if any(map(_is_words, child.walk()))]
    for text in texts:
        others = [other for other in texts if other is not text]
        for index, (start, end) in enumerate(text):
            twins = [other[index] for other in others if len(other) == len(text)]
            same = len(twins) == len(others) and all(data[start:end] == data[slice(*twin)] for twin in twins)
            if others:
                yield Copied(start, end, tuple(twin[0] - start for twin in twins) if same else None)


def _texts(data: bytes, alternative: Element) -> list[tuple[int, int]]:
    """Where the words of an alternative stand: in its text boxes, or somewhere in it."""
    boxes: list[Element] = []
    is_loose = False
    waiting = list(reversed(alternative.children))
    while waiting:
        element = waiting.pop()
        if element.name == "w:txbxContent":
            boxes.append(element)
            continue
        is_loose = is_loose or _is_words(element)
        waiting.extend(reversed(element.children))
    if is_loose:
        return [(alternative.inner(data), alternative.stop)]
    return [(box.start, box.end(data)) for box in boxes]


def _is_words(element: Element) -> bool:
    return element.name == "w:t" and bool(element.text)
