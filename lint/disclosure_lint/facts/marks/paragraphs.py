"""The paragraphs whose marks belong together: one a line of the document, or a paragraph in a cell of a table, a note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure_grammar.source import LINE_ENDS, Prose
from disclosure_grammar.tree import Document, Kind, Node


class Paragraph(NamedTuple):
    """One paragraph.

    Attributes:
        prose: its words; a heading and the body that runs on behind it are one, and so are the lines of the title.
        leaf: the leaf it begins with.
        label_end: where in its text the number that opens it ends; 0 where it has none.
    """

    prose: Prose
    leaf: Node
    label_end: int


def paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """The paragraphs of a draft, in the order of the text; page residue and code are none."""
    found: list[Paragraph] = []
    together: list[Node] = []
    for leaf in document.prose:
        if together and not _runs_on(document, together[-1], leaf):
            found += _made(together)
            together = []
        together.append(leaf)
    return (*found, *_made(together))


def _runs_on(document: Document, leaf: Node, following: Node) -> bool:
    """Whether a leaf stands in the line of the one before it, or both are lines of the title."""
    if leaf.kind is Kind.TITLE:
        return following.kind is Kind.TITLE
    return leaf.span.end == following.span.start and document.source.text[leaf.span.end - 1] not in LINE_ENDS


def _made(together: Sequence[Node]) -> Iterator[Paragraph]:
    if not together:
        return
    leaf = together[0]
    if leaf.kind is Kind.ROW:
        yield from (Paragraph(prose, leaf, 0) for cell in leaf.cells for prose in _lines(cell))
        return
    if leaf.kind is Kind.FOOTNOTE:
        yield from (Paragraph(prose, leaf, 0) for prose in _lines(leaf.prose))
        return
    prose = leaf.prose if len(together) == 1 else _joined([part.prose for part in together])
    label = leaf.label
    yield Paragraph(prose, leaf, prose.text.find(label.text) + len(label.text) if label else 0)


def _lines(prose: Prose) -> Iterator[Prose]:
    """The paragraphs in a cell or a note."""
    start = 0
    for line in prose.text.split("\n"):
        yield prose if len(line) == len(prose.text) else prose.cut(start, start + len(line))
        start += len(line) + 1


def _joined(parts: Sequence[Prose]) -> Prose:
    texts: list[str] = []
    pieces: list[tuple[int, int]] = []
    length = 0
    for part in parts:
        pieces += ((length + inside, outside) for inside, outside in part.pieces)
        texts.append(part.text)
        length += len(part.text)
    return Prose("".join(texts), tuple(pieces))


def is_ideograph(character: str) -> bool:
    """Whether a character is a Chinese one (not a mark, not a digit); an empty string is not."""
    return "㐀" <= character <= "鿿" or character == "〇" or "𠀀" <= character <= "𳑿"
