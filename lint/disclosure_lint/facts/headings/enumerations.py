"""Runs of 一是…二是…, 其一…其二…, 首先…其次…, 第一，…, ①…②…: inside one paragraph or across several.

A group ends where a new section or a new 针对… block begins, and where the count starts again at 一. A group may hold another: a count
that starts again inside an item, or right behind it, leaves the outer one open until it goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from disclosure_grammar.tree import Document, Form, Kind, Node
from disclosure_lint.facts.headings.ordinals import LINES, Ordinal, find, loosely
from disclosure_lint.facts.model import Enumeration, EnumerationItem

_BLOCKS = frozenset({Kind.HEADING, Kind.OPENING, Kind.CAPTION})
_CIRCLED = frozenset("①②③④⑤⑥⑦⑧⑨⑩")
_DEEPEST = 8  # lists inside lists; nobody goes on with the outermost of more


class _Place(NamedTuple):
    """An ordinal with the leaf it stands in and the rank of that leaf among those with words of their own."""

    ordinal: Ordinal
    node: Node
    rank: int

    def item(self) -> EnumerationItem:
        return EnumerationItem(
            self.node.prose.span(self.ordinal.start, self.ordinal.end), self.ordinal.number, self.node
        )


@dataclass(slots=True)
class _Group:
    """A run that may still grow."""

    block: int
    places: list[_Place] = field(default_factory=list)

    @property
    def first(self) -> _Place:
        return self.places[0]

    @property
    def last(self) -> _Place:
        return self.places[-1]

    @property
    def sound(self) -> bool:
        """Whether it is a list of two or more without a fault."""
        return len(self.places) > 1 and all(p.ordinal.number == n for n, p in enumerate(self.places, 1))


class _Collector:
    """Puts the ordinals of one form into groups as they come."""

    def __init__(self) -> None:
        self.groups: list[_Group] = []
        self._open: list[_Group] = []  # the outermost first
        self._block = -1

    def add(self, place: _Place, block: int) -> None:
        """Take the next ordinal; ``block`` counts the blocks of the draft."""
        if block != self._block:
            self._open.clear()
            self._block = block
        number = place.ordinal.number
        if not number:  # 最后
            self._close(place)
        elif number == 1 or not self._open:
            self._begin(place)
        else:
            self._go_on(place)

    def _begin(self, place: _Place) -> None:
        # an outer list stays open only where the new one stands inside its last item or right behind it
        while self._open and place.rank - self._open[-1].last.rank > 1:
            self._open.pop()
        group = _Group(self._block, [place])
        self.groups.append(group)
        self._open.append(group)
        del self._open[:-_DEEPEST]

    def _go_on(self, place: _Place) -> None:
        while len(self._open) > 1 and self._belongs_outside(place):
            self._open.pop()
        if first := self._unmarked_first(place):
            self._begin(first)
        if self._begins_without_first(place):
            self._begin(place)
        else:
            self._open[-1].places.append(place)

    def _unmarked_first(self, place: _Place) -> _Place | None:
        """The first of an inner list that no mark stands before: 三是开展检查，发现问题一是……，二是…… ."""
        last, ordinal = self._open[-1].last, place.ordinal
        if ordinal.number != 2 or ordinal.opens or last.ordinal.number < 2 or last.rank != place.rank:
            return None
        start = last.ordinal.end
        if ordinal.form not in LINES or not (found := loosely(place.node.text[start : ordinal.start], 1)):
            return None
        return place._replace(ordinal=ordinal._replace(number=1, start=start + found[0], end=start + found[1]))

    def _begins_without_first(self, place: _Place) -> bool:
        """Whether a 二是 is the first of another list, its 一是 lost: the list above is done and stands elsewhere."""
        above = self._open[-1]
        if place.ordinal.number != 2 or not above.sound or above.last.rank == place.rank:
            return False
        return not place.ordinal.opens or place.rank - above.last.rank > 1

    def _belongs_outside(self, place: _Place) -> bool:
        inner, number, word = self._open[-1], place.ordinal.number, place.ordinal.word
        if not inner.sound:
            return False
        outer = [
            group
            for group in self._open[:-1]
            if group.last.ordinal.number == number - 1
            and (group.last.rank == place.rank or (group.last.ordinal.opens and place.ordinal.opens))
        ]
        if inner.last.ordinal.number != number - 1:
            return bool(outer)
        # both could go on: 二是 goes on with 一是 rather than with 一要
        return inner.last.ordinal.word != word and any(group.last.ordinal.word == word for group in outer)

    def _close(self, place: _Place) -> None:
        if self._open:
            number = self._open[-1].last.ordinal.number + 1
            self._open[-1].places.append(place._replace(ordinal=place.ordinal._replace(number=number)))
            self._open.clear()


def extract(document: Document) -> tuple[Enumeration, ...]:
    """The enumerations of a draft, ordered by their first label.

    A lone item is one only as 一是, 二是 …, or as a ② right behind a label.
    """
    leaves = tuple(leaf for leaf in document.prose if leaf.kind is not Kind.LABEL)
    found: list[Enumeration] = []
    for form, groups in _collect(leaves).items():
        whole = _join(groups) if form in LINES else groups
        for group in whole:
            if form in LINES:
                _fill(group, leaves)
            if (len(group.places) > 1 or form is Form.IS or _is_lone_second(group)) and not _is_reference(group):
                items = tuple(place.item() for place in group.places)
                closed = group.last.node.text.startswith("最后", group.last.ordinal.start)
                span = items[0].label.to(items[-1].label)
                found.append(Enumeration(span, form, items, closed, group.first.ordinal.word))
    return tuple(sorted(found, key=lambda enumeration: enumeration.span))


def _collect(leaves: Iterable[Node]) -> dict[Form, list[_Group]]:
    """The groups of every form; those that number clauses only never cross a paragraph."""
    collectors: dict[Form, _Collector] = {}
    block = 0
    for rank, leaf in enumerate(leaves):
        block += leaf.kind in _BLOCKS
        for ordinal in find(leaf.text, _body_start(leaf)):
            collector = collectors.setdefault(ordinal.form, _Collector())
            collector.add(_Place(ordinal, leaf, rank), block if ordinal.form in LINES else rank)
    return {form: collector.groups for form, collector in collectors.items()}


def _body_start(leaf: Node) -> int:
    """Where the words behind a section's own number begin: that number is no item, unless its list goes on in the line (①…；②…)."""
    if leaf.kind is not Kind.HEADING or leaf.label is None:
        return 0
    start = leaf.prose.index(leaf.label.span.end)
    if leaf.label.form is Form.CIRCLED and any(mark in _CIRCLED for mark in leaf.text[start:]):
        return 0
    return start


def _join(groups: list[_Group]) -> list[_Group]:
    """Put together what is one list after all."""
    joined: list[_Group] = []
    for group in groups:
        before = joined[-1] if joined else None
        if before and (_goes_on_across_blocks(before, group) or _swapped(before, group)):
            before.places.extend(group.places)
            before.block = group.block
        else:
            joined.append(group)
    return joined


def _goes_on_across_blocks(before: _Group, group: _Group) -> bool:
    """Paragraphs 一是 and 二是 that have sections of their own between them."""
    number = group.first.ordinal.number
    return number > 1 and before.block != group.block and before.last.ordinal.number == number - 1


def _swapped(before: _Group, group: _Group) -> bool:
    """A lone item with the rest of its list right behind it: 二是 一是 三是, 一是 一是 三是."""
    if len(before.places) > 1 or before.block != group.block or group.first.rank - before.last.rank > 1:
        return False
    number = before.first.ordinal.number
    numbers = {place.ordinal.number for place in group.places}
    return (number not in numbers and number <= len(numbers) + 1) or (number == 1 and 2 not in numbers)


def _fill(group: _Group, leaves: tuple[Node, ...]) -> None:
    """Add the items that are numbered in some other way, or not at the start of a clause: 主要一是…；二是…, 首先…；二是…."""
    numbers = {place.ordinal.number for place in group.places}
    missing = sorted(set(range(1, max(numbers))) - numbers)
    for number in missing:
        at = next(n for n, place in enumerate(group.places) if place.ordinal.number > number)
        after = group.places[at]
        before = group.places[at - 1] if at else None
        for leaf, rank, start, end in _between(before, after, leaves):
            if place := loosely(leaf.text[start:end], number):
                ordinal = after.ordinal._replace(
                    number=number, start=start + place[0], end=start + place[1], opens=False
                )
                group.places.insert(at, _Place(ordinal, leaf, rank))
                break


def _between(before: _Place | None, after: _Place, leaves: tuple[Node, ...]) -> Iterator[tuple[Node, int, int, int]]:
    """The stretches of text between two items, the nearest first; before a first item, its own paragraph and the one above."""
    yield after.node, after.rank, before.ordinal.end if before and before.rank == after.rank else 0, after.ordinal.start
    lowest = before.rank if before else max(after.rank - 1, 0)
    for rank in range(after.rank - 1, lowest - 1, -1):
        leaf = leaves[rank]
        if leaf.kind in _BLOCKS:
            return
        yield leaf, rank, before.ordinal.end if before and rank == before.rank else 0, len(leaf.text)


def _is_lone_second(group: _Group) -> bool:
    """Whether a group is nothing but a ② with only a label before it in its paragraph."""
    ordinal, text = group.first.ordinal, group.first.node.text
    if len(group.places) > 1 or ordinal.form is not Form.CIRCLED or ordinal.number != 2:
        return False
    return ordinal.opens or text[: ordinal.start].rstrip().endswith(("：", ":"))


def _is_reference(group: _Group) -> bool:
    """Whether marks follow each other with nothing to say between them (①③, ①、③): they name items, they do not open any."""
    pairs = zip(group.places, group.places[1:], strict=False)
    return any(b.rank == a.rank and b.ordinal.start - a.ordinal.end < 2 for a, b in pairs)
