"""The stretches of a draft that are read in one go."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.source import LINE_ENDS, Prose
from disclosure_grammar.tree import Document, Kind, Node


def passages(document: Document) -> Iterator[tuple[Node, Prose]]:
    """The words of each leaf, those that follow a heading on its line together with it: 1.举报电话：… says whose number follows.

    The leaf of such a pair is the one that follows the heading.
    """
    heading: Node | None = None
    text = document.source.text
    for leaf in document.prose:
        if heading is not None:
            together = heading.span.end == leaf.span.start
            yield (leaf, _joined(heading.prose, leaf.prose)) if together else (heading, heading.prose)
            if together:
                heading = None
                continue
        heading = leaf if leaf.kind is Kind.HEADING and text[leaf.span.end - 1] not in LINE_ENDS else None
        if heading is None:
            yield leaf, leaf.prose
    if heading is not None:
        yield heading, heading.prose


def _joined(first: Prose, second: Prose) -> Prose:
    size = len(first.text)
    return Prose(first.text + second.text, (*first.pieces, *((size + at, place) for at, place in second.pieces)))
