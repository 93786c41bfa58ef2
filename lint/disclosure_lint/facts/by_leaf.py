"""Facts sorted by the leaf they stand in, and by their place in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

from disclosure_grammar.source import Span
from disclosure_grammar.tree import Node


class Placed(Protocol):
    """A fact with its place."""

    @property
    def span(self) -> Span:
        """Its words."""

    @property
    def node(self) -> Node:
        """The leaf it stands in."""


Fact = TypeVar("Fact", bound=Placed)


class ByLeaf(Generic[Fact]):
    """Facts of one kind, to be asked for by leaf or by a stretch of its text."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts: dict[Node, list[Fact]] = {}
        self._starts: dict[Node, list[int]] = {}
        for fact in facts:
            self._facts.setdefault(fact.node, []).append(fact)

    @property
    def leaves(self) -> Iterator[Node]:
        """The leaves that hold some."""
        return iter(self._facts)

    def of(self, leaf: Node) -> Sequence[Fact]:
        """The facts of a leaf, in the order of the text."""
        return self._facts.get(leaf, ())

    def between(self, leaf: Node, start: int, end: int) -> Sequence[Fact]:
        """The facts that begin in a stretch of a leaf's text."""
        facts = self._facts.get(leaf)
        if facts is None:
            return ()
        starts = self._starts.get(leaf)
        if starts is None:
            starts = self._starts[leaf] = [leaf.prose.index(fact.span.start) for fact in facts]
        return facts[bisect_left(starts, start) : bisect_left(starts, end)]
