"""The parts of a draft that a rule of one's own may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import takewhile
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose, Span
from disclosure_grammar.tree import NOT_PROSE, Document, Kind, Node
from disclosure_lint.custom.words import Wanted, masked
from disclosure_lint.rule import Text


class PartName(StrEnum):
    """The parts that are named by a word."""

    DRAFT = "draft"
    TITLE = "title"
    LEAD = "lead"
    BODY = "body"
    HEADINGS = "headings"
    CONTACTS = "contacts"
    SIGNATURE = "signature"
    CLOSING = "closing"


class Named(StrEnum):
    """The parts that are told by words of the draft."""

    SECTION = "section"
    COLUMN = "column"


class Part(NamedTuple):
    """A part of a draft.

    Attributes:
        name: which.
        title: for a section, what its heading must hold; for a column, what its head must hold.
        paragraphs: whether each of its paragraphs is judged on its own.
    """

    name: PartName | Named = PartName.DRAFT
    title: Wanted = Wanted()
    paragraphs: bool = False

    @property
    def called(self) -> Text:
        """What whoever asks about the rule calls it."""
        if self.name is Named.SECTION:
            return Text(f"{self.title.shown.zh}部分", f"the part under {self.title.shown.en}")
        if self.name is Named.COLUMN:
            return Text(f"{self.title.shown.zh}一栏", f"the column {self.title.shown.en}")
        return _NAMES[self.name]


class Region(NamedTuple):
    """A stretch of the draft that is judged on its own.

    Attributes:
        prose: its words, block by block; words that the user allows are out of sight.
        place: where to say that something is lacking; None for the draft as a whole.
        name: what messages call it.
        headings: whether its blocks are headings.
    """

    prose: tuple[Prose, ...]
    place: Span | None
    name: Text
    headings: bool = False


_NAMES: dict[PartName | Named, Text] = {
    PartName.DRAFT: Text("全文", "the draft"),
    PartName.TITLE: Text("标题", "the title"),
    PartName.LEAD: Text("导语", "the lead"),
    PartName.BODY: Text("正文", "the body"),
    PartName.HEADINGS: Text("各级标题", "the headings"),
    PartName.CONTACTS: Text("联系方式部分", "the contact lines"),
    PartName.SIGNATURE: Text("落款", "the signature"),
    PartName.CLOSING: Text("结尾部分", "the closing"),
}
_PARAGRAPH = Text("这一段", "this paragraph")
_CELL = Text("这一格", "this cell")
_WHOLE = (PartName.DRAFT, PartName.BODY, PartName.HEADINGS)
_AT_THE_END = (Kind.CONTACTS, Kind.SIGNATURE, Kind.ANNEX)
_NOT_BODY = (Kind.TITLE, Kind.SALUTATION, Kind.INVITATION, Kind.NOTE)
_LONG = 30
_HEADED = (Kind.SECTION, Kind.LABELLED, Kind.CAPTION)
_BREAKS = (Kind.SECTION, Kind.CAPTION, *_AT_THE_END)


def regions(document: Document, part: Part, allowed: Pattern | None) -> Iterator[Region]:
    """The stretches of a draft that a part stands for; none where the draft has no such part."""
    for region in _regions(document, part):
        prose = tuple(_seen(each, allowed) for each in region.prose)
        if not part.paragraphs:
            yield region._replace(prose=prose)
            continue
        yield from (Region((each,), each.span(0, len(each.text)), _PARAGRAPH) for each in prose if each.text)


def _regions(document: Document, part: Part) -> Iterator[Region]:
    if part.name is Named.COLUMN:
        yield from _cells(document, part.title)
    elif part.name is Named.SECTION:
        yield from _sections(document.root, part.title)
    else:
        leaves = _LEAVES[part.name](document)
        if leaves or part.name is PartName.DRAFT:
            prose = tuple(leaf.prose for leaf in leaves)
            place = None if part.name in _WHOLE else leaves[0].words
            prose = (_joined(prose),) if part.name is PartName.TITLE else prose
            yield Region(prose, place, _NAMES[part.name], headings=part.name is PartName.HEADINGS)


def _lead(document: Document) -> list[Node]:
    """What stands between the title and the first heading; the first paragraph of a draft without headings."""
    found: list[Node] = []
    for leaf in document.prose:
        if leaf.kind in (Kind.HEADING, Kind.CAPTION, Kind.LABEL, Kind.OPENING, Kind.ROW):
            return found
        if leaf.kind is Kind.PARAGRAPH:
            found.append(leaf)
    return found[:1]


def _body(document: Document) -> list[Node]:
    """Everything but title, salutation, contact lines, signature and annex."""
    found: list[Node] = []
    stack = list(reversed(document.root.children))
    while stack:
        node = stack.pop()
        if node.kind in _AT_THE_END or node.kind in _NOT_BODY:
            continue
        if node.children:
            stack.extend(reversed(node.children))
        elif node.kind not in NOT_PROSE:
            found.append(node)
    return found


def _under(*kinds: Kind) -> Callable[[Document], list[Node]]:
    """The leaves under, or of, these kinds of nodes."""

    def leaves(document: Document) -> list[Node]:
        found = {leaf: None for node in document.of(*kinds) for leaf in node.leaves() if leaf.kind not in NOT_PROSE}
        return list(found)

    return leaves


_LEAVES: dict[PartName | Named, Callable[[Document], list[Node]]] = {
    PartName.DRAFT: lambda document: list(document.prose),
    PartName.TITLE: _under(Kind.TITLE),
    PartName.LEAD: _lead,
    PartName.BODY: _body,
    PartName.HEADINGS: _under(Kind.HEADING, Kind.CAPTION),
    PartName.CONTACTS: _under(Kind.CONTACTS, Kind.INVITATION),
    PartName.SIGNATURE: _under(Kind.SIGNATURE),
    PartName.CLOSING: _under(Kind.CONTACTS, Kind.INVITATION, Kind.SIGNATURE),
}


def _sections(node: Node, title: Wanted) -> Iterator[Region]:
    """What stands under the headings, labels and captions that match; one below another that matches belongs to that."""
    covered = 0
    for at, child in enumerate(node.children):
        if at < covered:
            continue
        if child.kind not in _HEADED or not any(title.find(child.title)):
            yield from _sections(child, title)
            continue
        below = child.body
        if child.kind is Kind.CAPTION:
            below = tuple(takewhile(lambda sibling: sibling.kind not in _BREAKS, node.children[at + 1 :]))
            covered = at + 1 + len(below)
        leaves = [leaf for each in below for leaf in each.leaves() if leaf.kind not in NOT_PROSE]
        place = child.heading.title_span or child.heading.words
        yield Region(tuple(leaf.prose for leaf in leaves), place, _quoted(child.title))


def _quoted(title: str) -> Text:
    """A heading as messages name it; some are whole sentences."""
    words = title if len(title) <= _LONG else f"{title[:_LONG]}……"
    return Text(f"“{words}”", f"“{words}”")


def _cells(document: Document, title: Wanted) -> Iterator[Region]:
    from disclosure_lint.facts.table_columns import columns

    for table in columns(document):
        numbers = [number for number, name in enumerate(table.names) if any(title.find(name))]
        for row in table.rows:
            for number in numbers:
                if number < len(row.cells):
                    cell = row.cells[number]
                    yield Region((cell,), cell.span(0, len(cell.text)) if cell.text else row.words, _CELL)


def _joined(prose: tuple[Prose, ...]) -> Prose:
    """Several lines of a title as one: a word may stand across them."""
    text, pieces = "", []
    for each in map(_trimmed, prose):
        pieces += [(len(text) + inside, outside) for inside, outside in each.pieces]
        text += each.text
    return Prose(text, tuple(pieces))


def _seen(prose: Prose, allowed: Pattern | None) -> Prose:
    """What a rule sees of a block: without the spaces around it, and without the words that are right."""
    inner = _trimmed(prose)
    return inner if allowed is None else Prose(masked(inner.text, allowed), inner.pieces)


def _trimmed(prose: Prose) -> Prose:
    text = prose.text.rstrip()
    start = len(text) - len(text.lstrip())
    return prose.cut(start, len(text)) if start or len(text) < len(prose.text) else prose
