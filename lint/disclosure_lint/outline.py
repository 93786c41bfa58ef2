"""The outline of a draft: its tree without what only separates, and without the headings that their sections repeat."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.tree import Kind, Node

_LEFT_OUT = frozenset({Kind.BLANK, Kind.RULE})


def children(node: Node) -> Iterator[Node]:
    """What the outline shows under a node."""
    for child in node.children:
        if child.kind in _LEFT_OUT or (node.kind is Kind.SECTION and child.kind is Kind.HEADING):
            continue
        yield child


def level(node: Node) -> int | None:
    """The depth of a numbered section, from 1; nothing else has a level."""
    return node.level if node.kind is Kind.SECTION else None
