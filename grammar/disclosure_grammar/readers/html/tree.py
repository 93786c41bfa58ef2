"""A page as a tree of elements, put together as a browser does where tags are missing or crossed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from disclosure_grammar.readers.html.tokens import Markup, Token, attributes, tokens

DEEPEST = 200
"""Elements in one another; what is nested deeper stands beside the deepest one, as in a browser."""

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li",
    "listing", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul", "xmp",
})  # fmt: skip
"""The elements that begin and end paragraphs."""

_VOID = frozenset({
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta", "param", "source",
    "track", "wbr",
})  # fmt: skip
_TRANSPARENT = frozenset(
    {"html", "head", "body", "tbody", "thead", "tfoot"}
)  # their tags are often missing and say nothing needed here
_ENCLOSING = frozenset({
    "applet", "audio", "button", "canvas", "datalist", "del", "dialog", "map", "math", "object", "optgroup", "select", "svg", "template",
    "video", "xml",
})  # fmt: skip
"""What is not shown ends where it says so, whatever was left open in it."""

_CELLS = frozenset({"td", "th", "caption"})
_TABLE = frozenset({"table"})
_IMPLIED = {
    name: (frozenset(ended.split()), frozenset(hidden_by.split()))
    for name, ended, hidden_by in (
        ("li", "li", "ul ol menu dir table"), ("dt", "dt dd", "dl table"), ("dd", "dt dd", "dl table"), ("tr", "tr caption", "table"),
        ("td", "td th", "tr table"), ("th", "td th", "tr table"), ("option", "option", "select"),
    )
}  # fmt: skip
"""Which open elements a start tag ends, and which hide them from it."""


class Words(NamedTuple):
    """A stretch of the page between tags, by its offsets, or a comment."""

    start: int
    end: int
    comment: bool = False


class Element:
    """An element of a page.

    Attributes:
        name: in lower case.
        attributes: by names in lower case.
        start: the offset of its start tag.
        parent: the element it stands in; None for the root.
        depth: how many stand above it.
        children: what stands in it, in order.
        table: the innermost table it stands in, or None.
        has_table: of a table, whether another one stands in it.
    """

    __slots__ = ("attributes", "children", "depth", "has_table", "name", "parent", "start", "table")

    def __init__(self, name: str, given: dict[str, str], start: int, parent: Element | None) -> None:
        self.name = name
        self.attributes = given
        self.start = start
        self.parent = parent
        self.depth: int = parent.depth + 1 if parent is not None else 0
        self.children: list[Element | Words] = []
        self.has_table = False
        self.table: Element | None = None
        if parent is not None:
            self.table = parent if parent.name == "table" else parent.table
        if name == "table" and self.table is not None:
            self.table.has_table = True

    def walk(self) -> Iterator[Element]:
        """All elements below this one, in the order of the page."""
        stack = [child for child in reversed(self.children) if isinstance(child, Element)]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(child for child in reversed(element.children) if isinstance(child, Element))

    def elements(self) -> Iterator[Element]:
        """The elements directly in this one."""
        return (child for child in self.children if isinstance(child, Element))


class Tree(NamedTuple):
    """A page.

    Attributes:
        root: an element without a name that holds all others.
        title: the words of its ``title``, as they stand in the page.
        marked: whether it has any markup.
    """

    root: Element
    title: str
    marked: bool


def tree(page: str) -> Tree:
    """The tree of a page; anything is one.

    Raises:
        Unreadable: it has too many tags.
    """
    builder = _Builder()
    title = ""
    marked = False
    for one in tokens(page):
        marked = marked or one.token is not Token.WORDS
        if one.token is Token.RAW:
            if one.name == "title" and not title:
                title = page[one.start : one.end]
            continue
        builder.add(one)
    return Tree(builder.root, title, marked)


class _Builder:
    def __init__(self) -> None:
        self.root = self._open = Element("", {}, 0, None)
        self._count: dict[str, int] = {}  # how many of each name are open
        self._beyond = 0  # open elements that stand too deep to be any

    def add(self, one: Markup) -> None:
        if one.token is Token.START:
            self._start(one)
        elif one.token is Token.END:
            self._end(one)
        else:
            self._open.children.append(Words(one.start, one.end, one.token is Token.COMMENT))

    def _start(self, one: Markup) -> None:
        name = one.name
        if name in _TRANSPARENT:
            self._part_of_table(name)
            return
        self._imply(name)
        given = attributes(one.attributes) if one.attributes and not one.attributes.isspace() else {}
        element = Element(name, given, one.start, self._open)
        self._open.children.append(element)
        if name in _VOID:
            return
        if self._open.depth >= DEEPEST:
            self._beyond += 1
            return
        self._open = element
        self._count[name] = self._count.get(name, 0) + 1

    def _part_of_table(self, name: str) -> None:
        """``tbody`` ends the row before it."""
        if name[0] == "t":
            self._close(frozenset({"tr"}), _TABLE)

    def _imply(self, name: str) -> None:
        """End what a start tag ends without an end tag."""
        if name in BLOCKS and name != "table":
            self._close(frozenset({"p"}), _CELLS | _TABLE)
        if name == "a":
            self._close(frozenset({"a"}), BLOCKS)
        if name in _IMPLIED:
            self._close(*_IMPLIED[name])

    def _end(self, one: Markup) -> None:
        name = one.name
        if name == "br":
            self._open.children.append(Element("br", {}, one.start, self._open))
        elif name in _TRANSPARENT:
            self._part_of_table(name)
        elif self._beyond:
            self._beyond -= 1
        else:
            self._close(frozenset({name}), self._hiding(name))

    @staticmethod
    def _hiding(name: str) -> frozenset[str]:
        """The elements over which an end tag does not reach."""
        if name == "table" or name in _ENCLOSING:
            return frozenset()
        if name not in BLOCKS:
            return BLOCKS  # </b> ends no paragraph that began behind <b>
        return _TABLE if name in ("tr", "td", "th") else _CELLS | _TABLE

    def _close(self, names: frozenset[str], hidden_by: frozenset[str]) -> None:
        """End the innermost open element of one of these names and all in it, unless another one hides it."""
        if not any(map(self._count.get, names)):
            return
        element: Element | None = self._open
        while element is not None and element.name not in names:
            if element.name in hidden_by:
                return
            element = element.parent
        while element is not None and element.parent is not None and self._open is not element.parent:
            self._count[self._open.name] -= 1
            self._open = self._open.parent or self.root
