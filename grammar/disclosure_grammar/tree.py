"""The tree of a draft: what each line is, what stands under what, and how the headings are numbered.

The leaves of a tree cover the text: every character stands in exactly one leaf, and the leaves come in the order of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from disclosure_grammar.source import Prose, Source, Span


class Kind(StrEnum):
    """What a node is. Containers have children and no words of their own; the rest are leaves."""

    # containers
    DOCUMENT = "document"
    SECTION = "section"  # a numbered heading and what stands under it; the first child is its HEADING
    LABELLED = "labelled"  # a LABEL or an OPENING and what it introduces; the first child is that leaf
    ENUMERATION = "enumeration"  # POINT or DASH leaves that follow one another, each with what continues it
    TABLE = "table"  # ROW leaves
    CONTACTS = "contacts"  # CONTACT leaves (and invitations among them)
    SIGNATURE = "signature"  # SIGNATORY and DATE leaves
    ANNEX = "annex"  # an ANNEX_NOTE and its list, or a whole annex behind the signature
    # leaves
    TITLE = "title"
    SALUTATION = "salutation"  # 主送机关
    HEADING = "heading"  # label and title of a section; a body that runs on in the same line is a PARAGRAPH of its own
    CAPTION = "caption"  # a line that looks like a heading and has no number
    LABEL = "label"  # 整改措施： 存在问题： 整改情况：, without what follows it in the line
    OPENING = "opening"  # 针对“……”问题，进行以下整改。
    POINT = "point"  # a paragraph that opens 一是 / 其一 / 首先 / 第一，
    DASH = "dash"  # a paragraph that opens with —— or a list bullet
    PARAGRAPH = "paragraph"
    ROW = "row"  # one row of a table
    INVITATION = "invitation"  # the public is asked to supervise; may carry contact details as well
    CONTACT = "contact"
    SIGNATORY = "signatory"  # 落款
    DATE = "date"  # 成文日期
    ANNEX_NOTE = "annex-note"  # 附件：1. …
    NOTE = "note"  # 附注, in brackets at the end
    FOOTNOTE = "footnote"  # a footnote or endnote of a Word document; all stand behind the document
    MARGIN = "margin"  # a page header or footer of a Word document; all stand at the end
    RESIDUE = "residue"  # what belongs to the web page, not to the document
    CONTENTS = "contents"  # a line of the list of contents
    COMMENT = "comment"  # an HTML comment that fills its lines, front matter
    CODE = "code"  # a fenced block
    RULE = "rule"  # ---- or the separator row of a table
    BLANK = "blank"


CONTAINERS = frozenset(
    {
        Kind.DOCUMENT, Kind.SECTION, Kind.LABELLED, Kind.ENUMERATION, Kind.TABLE, Kind.CONTACTS, Kind.SIGNATURE, Kind.ANNEX,
    }
)  # fmt: skip
NOT_PROSE = frozenset({Kind.RESIDUE, Kind.CONTENTS, Kind.COMMENT, Kind.CODE, Kind.RULE, Kind.BLANK, Kind.MARGIN})
"""Leaves whose text says nothing about the matter of the draft: no fact is found in them."""


class Form(StrEnum):
    """How a label is written. The headings stand in their usual order of rank (GB/T 9704-2012, 7.3.3)."""

    PART = "第一部分"
    CHAPTER = "第一章"
    ARTICLE_SECTION = "第一节"
    CHINESE = "一、"
    CHINESE_BRACKETED = "（一）"
    ARABIC = "1."
    ARABIC_BRACKETED = "（1）"
    ARABIC_HALF_BRACKET = "1）"
    CIRCLED = "①"
    # points: they number paragraphs, not sections
    IS = "一是"
    OF_THEM = "其一"
    FIRST = "首先"
    ORDINAL = "第一，"
    DASH = "——"


HEADING_FORMS: tuple[Form, ...] = tuple(Form)[:9]


class Label(NamedTuple):
    """The number that opens a line.

    Attributes:
        form: how it is written.
        number: what it counts, or None (a dash; a numeral out of range).
        text: the label as written, without the spaces around it: ``（一）``, ``1．``, ``一是``.
        span: the place of ``text``.
        mark: what follows the bare number inside the label: ``、`` ``.`` ``．`` ``)`` ``）、`` or nothing.
    """

    form: Form
    number: int | None
    text: str
    span: Span
    mark: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A node of the tree.

    Attributes:
        kind: what it is.
        span: all that it covers; a leaf includes its line end.
        prose: its own words without line end and markup (empty for containers and for leaves in ``NOT_PROSE`` other than RESIDUE,
            CONTENTS and MARGIN; of a ROW a tab stands between cells; of a ROW, FOOTNOTE or MARGIN a line feed stands between
            paragraphs). The prose of a
            heading or point includes its label.
        label: the number that opens it, for HEADING and SECTION, POINT and DASH, numbered annex lines.
        level: the depth of a SECTION (and its HEADING) among the sections above it, from 1; otherwise None.
        title: the words of a heading, caption, label or opening without number, closing full stop and spaces; the first cell
            onwards of nothing else.
        title_span: the place of ``title``, or None.
        cells: the cells of a ROW, each trimmed.
        children: what stands under it, in order.
    """

    kind: Kind
    span: Span
    prose: Prose = field(default_factory=lambda: Prose(""))
    label: Label | None = None
    level: int | None = None
    title: str = ""
    title_span: Span | None = None
    cells: tuple[Prose, ...] = ()
    children: tuple[Node, ...] = ()

    @property
    def text(self) -> str:
        """The words of a leaf: ``prose.text``."""
        return self.prose.text

    @property
    def words(self) -> Span:
        """The span of a leaf's words without surrounding spaces and line end; the whole span where it has none."""
        text = self.prose.text
        stripped = text.strip(" \t\u3000")
        if not stripped:
            return self.span
        start = text.index(stripped)
        return self.prose.span(start, start + len(stripped))

    @property
    def heading(self) -> Node:
        """The leaf that opens a container (its HEADING, LABEL or OPENING); a leaf is its own."""
        return self.children[0] if self.children else self

    @property
    def body(self) -> tuple[Node, ...]:
        """What stands under the opening leaf of a section or labelled block."""
        return self.children[1:] if self.kind in (Kind.SECTION, Kind.LABELLED) else self.children

    @property
    def sections(self) -> tuple[Node, ...]:
        """The sections directly under this node; a label between (整改措施：, then 1. 2. 3.) makes no difference."""
        found: list[Node] = []
        stack = list(reversed(self.children))
        while stack:
            node = stack.pop()
            if node.kind is Kind.SECTION:
                found.append(node)
            elif node.kind is Kind.LABELLED:
                stack.extend(reversed(node.children))
        return tuple(found)

    def walk(self) -> Iterator[Node]:
        """This node and everything under it, in the order of the text, parents first."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def leaves(self) -> Iterator[Node]:
        """The leaves under this node, in the order of the text."""
        return (node for node in self.walk() if node.kind not in CONTAINERS)


@dataclass(frozen=True, eq=False)
class Document:
    """A parsed draft.

    Attributes:
        source: the text it was parsed from.
        root: the node of kind DOCUMENT.
        wrapped: whether the draft breaks its paragraphs into lines of like length, so that lines were joined.
    """

    source: Source
    root: Node
    wrapped: bool = False

    @cached_property
    def _by_kind(self) -> dict[Kind, list[Node]]:
        found: dict[Kind, list[Node]] = {}
        for node in self._order:
            found.setdefault(node.kind, []).append(node)
        return found

    @cached_property
    def leaves(self) -> tuple[Node, ...]:
        """All leaves; together they cover the text."""
        return tuple(node for node in self._order if node.kind not in CONTAINERS)

    @cached_property
    def prose(self) -> tuple[Node, ...]:
        """The leaves whose words belong to the document, page residue and comments left out."""
        return tuple(leaf for leaf in self.leaves if leaf.kind not in NOT_PROSE)

    @cached_property
    def flow(self) -> tuple[Node, ...]:
        """The same without footnotes and endnotes, which stand behind the text: for whoever asks what comes next or last."""
        return tuple(leaf for leaf in self.prose if leaf.kind is not Kind.FOOTNOTE)

    @cached_property
    def margins(self) -> tuple[Node, ...]:
        """The page headers and footers; of several that say the same, as those of first and other pages often do, the first.

        What a site says around an article is no part of the draft: a web page has none.
        """
        if self.source.layout.format == "html":
            return ()
        found: dict[str, Node] = {}
        for leaf in self.of(Kind.MARGIN):
            found.setdefault(leaf.text.strip(), leaf)
        return tuple(found.values())

    @cached_property
    def flow_end(self) -> int:
        """The offset at which the text ends and its notes and the margins of its pages begin."""
        behind = (leaf.span.start for leaf in self.of(Kind.FOOTNOTE, Kind.MARGIN))
        return next(behind, len(self.source.text))

    @cached_property
    def sections(self) -> tuple[Node, ...]:
        """All numbered sections, in the order of the text."""
        return tuple(self.of(Kind.SECTION))

    @cached_property
    def _parents(self) -> dict[Node, Node]:
        return {child: node for node in self._order for child in node.children}

    @cached_property
    def _order(self) -> dict[Node, int]:
        return {node: number for number, node in enumerate(self.root.walk())}

    def order(self, node: Node) -> int:
        """The rank of a node in the order of the text, parents before children."""
        return self._order[node]

    def parent(self, node: Node) -> Node | None:
        """The node above, or None for the root."""
        return self._parents.get(node)

    def ancestors(self, node: Node) -> Iterator[Node]:
        """The nodes above, the nearest first, the root last."""
        above = self._parents.get(node)
        while above is not None:
            yield above
            above = self._parents.get(above)

    def section_of(self, node: Node) -> Node | None:
        """The section a node stands in (a section stands in itself), or None."""
        if node.kind is Kind.SECTION:
            return node
        return next((above for above in self.ancestors(node) if above.kind is Kind.SECTION), None)

    def path(self, node: Node) -> tuple[str, ...]:
        """The titles of the sections a node stands in, the outermost first, numbers left out."""
        inner = [node] if node.kind is Kind.SECTION else []
        above = [*inner, *(a for a in self.ancestors(node) if a.kind is Kind.SECTION)]
        return tuple(section.title for section in reversed(above))

    def of(self, *kinds: Kind) -> Iterator[Node]:
        """The nodes of these kinds, in the order of the text."""
        found = [node for kind in dict.fromkeys(kinds) for node in self._by_kind.get(kind, ())]
        return iter(found if len(kinds) == 1 else sorted(found, key=self._order.__getitem__))

    def leaf_at(self, offset: int) -> Node:
        """The leaf that covers an offset (the last leaf for the end of the text)."""
        low, high = 0, len(self.leaves) - 1
        while low < high:
            middle = (low + high) // 2
            if self.leaves[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        return self.leaves[low]
