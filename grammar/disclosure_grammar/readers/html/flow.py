"""The lines of a page as people see them, with the blocks they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from disclosure_grammar.readers.html import labels, look
from disclosure_grammar.readers.html.line import Box, Line, Row, Writer
from disclosure_grammar.readers.html.tables import Cell, Grid
from disclosure_grammar.readers.html.tokens import too_complex
from disclosure_grammar.readers.html.tree import Element, Words

_DIRECTIVE = re.compile(r"<!--[ \t\u3000]*disclosure[-_ ]?lint\b", re.IGNORECASE)
_HEADING = re.compile(r"h[1-6]$")
_NOTES = ("footnote", "endnote")
_BY_WORD = re.compile(r"content=[\"']?(?:Microsoft Word|Word\.Document)|urn:schemas-microsoft-com:office:word")
_HEAD = 4096
_MOST_LINES = 100_000  # cells of tables among them: 300 printed pages of tables have fewer
_LINE_END = re.compile(r"\r\n|\n|\r")


class Page(NamedTuple):
    """A page as it is shown.

    Attributes:
        lines: its lines, from top to bottom.
        box: the block that holds all others.
    """

    lines: list[Line]
    box: Box


@dataclass(slots=True)
class _Frame:
    """An element that is being gone through, and what its children inherit of it."""

    element: Element
    children: Iterator[Element | Words | Cell | Row]
    block: bool = False
    spaces: bool = False
    link: bool = False
    heading: int = 0
    note: str = ""
    cell: bool = False
    first: int = 0  # of a cell, how many lines stood before it


def flow(page: str, root: Element, *, hidden: bool = False, spaces: bool = False) -> Page:
    """Set the words of a page in lines.

    Args:
        page: its characters.
        root: its elements.
        hidden: whether to show as well what is hidden until a script shows it.
        spaces: whether spaces and line ends are shown as they are written.

    Raises:
        Unreadable: there are too many lines.
    """
    return _Flow(page, root, hidden=hidden, spaces=spaces).run()


class _Flow:
    def __init__(self, page: str, root: Element, *, hidden: bool, spaces: bool) -> None:
        self._page = page
        self._hidden = hidden
        self._grid = Grid(page)
        self._tables = 0
        self._lines: list[Line] = []
        self._writer = Writer(page, by_word=bool(_BY_WORD.search(page, 0, _HEAD)))
        self._box = self._root = Box(root, None, 0)
        self._row: Row | None = None
        self._label = ""
        self._labels: dict[Element, str] = {}
        self._stack = [_Frame(root, iter(root.children), spaces=spaces)]

    def run(self) -> Page:
        """Go through the page from its first character to its last."""
        while self._stack:
            frame = self._stack[-1]
            child = next(frame.children, None)
            if child is None:
                self._leave(frame)
                self._stack.pop()
            elif isinstance(child, Words):
                self._words(child, frame)
            elif isinstance(child, Element):
                self._element(child, frame)
            elif isinstance(child, Row):
                self._row = child
            else:
                self._cell(child, frame)
        self._end_line(None)
        self._root.last = len(self._lines)
        return Page(self._lines, self._root)

    def _words(self, words: Words, frame: _Frame) -> None:
        if words.comment:
            if _DIRECTIVE.match(self._page, words.start):
                text = self._page[words.start : words.end]
                self._writer.put(text, words.start, len(text))
        elif frame.spaces:
            self._preserved(words, frame)
        else:
            self._writer.collapsed(words.start, words.end, link=frame.link)

    def _preserved(self, words: Words, frame: _Frame) -> None:
        at = words.start
        if frame.element.children and frame.element.children[0] is words and frame.element.name in ("pre", "listing"):
            at = first.end() if (first := _LINE_END.match(self._page, at, words.end)) else at
        for match in _LINE_END.finditer(self._page, at, words.end):
            self._writer.preserved(at, match.start(), link=frame.link)
            self._break(match.start(), frame)
            at = match.end()
        self._writer.preserved(at, words.end, link=frame.link)

    def _element(self, element: Element, frame: _Frame) -> None:
        if look.is_unseen(element) or (look.is_hidden(element) and not self._hidden):
            return
        if element.name == "br":
            self._break(element.start, frame)
            return
        if element.name == "hr":
            self._end_line(frame)
            return
        below = _Frame(
            element,
            iter(element.children),
            look.is_block(element),
            look.keeps_spaces(element, frame.spaces),
            frame.link,
            frame.heading,
            frame.note,
        )
        if look.is_link(element):
            below.link = True
        if _HEADING.match(element.name):
            below.heading = int(element.name[1])
        if look.style(element).get("mso-element") in _NOTES:
            below.note = f"{look.style(element)['mso-element']} {element.attributes.get('id', '')}"
        self._open(below, frame)

    def _open(self, below: _Frame, frame: _Frame) -> None:
        element = below.element
        if below.block:
            self._end_line(frame)
            self._box = Box(element, self._box, len(self._lines))
        if labels.is_list(element):
            self._labels.update(labels.labels(element))
        elif element.name == "li":
            self._label = self._labels.get(element, "")
        elif element.name == "table" and self._row is None:
            rows = self._grid.rows(element)
            if rows is not None:
                below.children = self._rows(element, rows)
        self._stack.append(below)

    def _rows(self, table: Element, rows: list[list[Cell]]) -> Iterator[Element | Words | Row | Cell]:
        """What stands in a table of data: its caption, the comments in it, and its rows with their cells."""
        self._tables += 1
        yield from (child for child in table.elements() if child.name == "caption")
        comments = iter(sorted(child for child in table.children if isinstance(child, Words) and child.comment))
        comment = next(comments, None)
        for cells in rows:
            start = next((cell.element.start for cell in cells if cell.element is not None), 0)
            while comment is not None and comment.start < start:
                yield comment
                comment = next(comments, None)
            self._end_line(None)
            yield Row(self._tables)
            yield from cells
            self._row = None
        yield from () if comment is None else (comment, *comments)

    def _cell(self, cell: Cell, frame: _Frame) -> None:
        assert self._row is not None
        self._row.wide.append(cell.wide)
        if cell.element is None:
            self._add("", ((0, self._writer.end),), self._writer.end, frame)
            return
        self._box = Box(cell.element, self._box, len(self._lines))
        self._stack.append(
            _Frame(
                cell.element,
                iter(cell.element.children),
                block=True,
                spaces=frame.spaces,
                note=frame.note,
                cell=True,
                first=len(self._lines),
            )
        )

    def _leave(self, frame: _Frame) -> None:
        if look.is_label_of_word(frame.element):
            self._end_label()
        if not frame.block:
            return
        self._end_line(frame)
        if frame.cell and len(self._lines) == frame.first:
            self._add("", ((0, frame.element.start),), frame.element.start, frame)
        if frame.element.name == "li":
            self._label = ""
        self._box.last = len(self._lines)
        self._box = self._box.parent or self._root

    def _end_label(self) -> None:
        """Word typed the number of a list item and spaces for the tab behind it; a bullet in a font of its own is a letter in the file."""
        label = self._writer.trim()
        if len(label) == 1 and label < "\u0100" and not label.isdigit():
            self._writer.replace(labels.BULLET)
        elif label[-1:].isalnum():
            self._writer.put(" ", self._writer.end, 0)

    def _break(self, at: int, frame: _Frame) -> None:
        """End a line inside a paragraph; an empty one is shown, several in a row as one."""
        if self._writer:
            self._end_line(frame)
        elif not self._lines or self._lines[-1].text or self._lines[-1].row is not self._row:
            self._add("", ((0, at),), at, frame)

    def _end_line(self, frame: _Frame | None) -> None:
        writer = self._writer
        linked, any_words = writer.linked, bool(writer)
        text, pieces = writer.take()
        if not any_words:
            return
        line = self._add(text, pieces or ((0, writer.end),), writer.end, frame, linked)
        if text and self._label and not text.startswith("<!--"):
            if not labels.is_typed(text):
                line.put_label(self._label)
            self._label = ""

    def _add(
        self, text: str, pieces: tuple[tuple[int, int], ...], end: int, frame: _Frame | None, linked: int = 0
    ) -> Line:
        line = Line(text, pieces, end, self._box, linked)
        if frame is not None:
            line.heading, line.note = frame.heading, frame.note
        if self._row is not None:
            line.row, line.cell = self._row, len(self._row.wide) - 1
        self._lines.append(line)
        if len(self._lines) > _MOST_LINES:
            raise too_complex()
        return line
