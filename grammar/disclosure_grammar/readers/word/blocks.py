"""The blocks of a story, its paragraphs and tables, with the text boxes that hang on them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from disclosure_grammar.readers.unreadable import Unreadable
from disclosure_grammar.readers.word.changes import Context, before_change
from disclosure_grammar.readers.word.composition import Composition
from disclosure_grammar.readers.word.contents import plain, unwrapped
from disclosure_grammar.readers.word.fields import Fields
from disclosure_grammar.readers.word.headings import depth
from disclosure_grammar.readers.word.model import PieceKind, Story
from disclosure_grammar.readers.word.remarks import Anchors
from disclosure_grammar.readers.word.runs import Runs, Setting
from disclosure_grammar.readers.word.sections import Margins, is_break
from disclosure_grammar.readers.word.styles import Styles
from disclosure_grammar.readers.word.tables import columns, goes_on, is_covered, is_frame, is_hidden, skipped
from disclosure_grammar.readers.word.xml import Element
from disclosure_grammar.source import Block, Part, Span

_COMMENT_MARKS = ("w:commentRangeStart", "w:commentRangeEnd")
_ELSEWHERE = ("w:altChunk", "w:subDoc")  # what Word fills in from another file when it opens this one


class Blocks:
    """Reads blocks into the text.

    Attributes:
        runs: reads the runs in them; its ``setting`` says where the walk is.
        apart: the stretches that are told apart.
        margins: the headers and footers of its sections.
    """

    def __init__(
        self, out: Composition, anchors: Anchors, styles: Styles, setting: Setting, margins: Margins, *, original: bool
    ) -> None:
        self.runs = Runs(out, anchors, styles, setting)
        self.apart: list[Block] = []
        self.margins = margins
        self._out = out
        self._anchors = anchors
        self._styles = styles
        self._around = Context(original)
        self._enclosed = 0  # how many of the stretches that are told apart the walk is in
        self._tables = self._cells = 0  # how many there were
        self._cell = 0  # the number of the cell the walk is in
        self._properties: Element | None = None  # of the paragraph that the open line counts as

    def read(self, content: Iterable[Element]) -> None:
        """Read blocks; the last line may stay open."""
        self._read(content, self._around)

    def read_apart(self, part: Part, number: int, content: Iterable[Element]) -> None:
        """Read what stands outside the body, as one stretch."""
        start = self._out.length
        self._enclosed += 1
        self.read(content)
        self.close()
        self._enclosed -= 1
        if self._out.length > start:
            self.apart.append(Block(Span(start, self._out.length), part, number))

    def close(self) -> None:
        """End a line whose mark is not shown where nothing follows that could join it; there is none if it has no words."""
        if self._out.line is None:
            return
        if not self._out.is_empty:
            self._end(self._around)
            return
        self._out.line = None
        self._text_boxes(max(len(self._out.paragraphs) - 1, 0))

    def _read(self, content: Iterable[Element], context: Context) -> None:
        for element, around in unwrapped(content, context, self.runs.progress):
            if element.name == "w:p":
                self._paragraph(element, around)
            elif element.name == "w:tbl":
                self._table(element, around)
            else:
                self._other(element)

    def _other(self, element: Element) -> None:
        """What may stand between blocks, rows, cells or runs."""
        if element.name in _COMMENT_MARKS:
            self._anchors.mark(element, self._out.length)
        elif element.name == "w:sectPr":
            self._section(element)
        elif element.name in _ELSEWHERE:
            raise Unreadable.elsewhere()

    def _section(self, element: Element) -> None:
        self.margins.add(element)
        self._out.changes.add_format(element, self._out.length, self._out.length)

    def _paragraph(self, element: Element, around: Context) -> None:
        out, runs, start = self._out, self.runs, self._out.length
        properties = element.child("w:pPr")
        ending = properties.child("w:rPr") if properties is not None else None
        mark = around.marked(ending)
        read_as = before_change(properties, "w:pPrChange") if around.original else properties
        is_hidden = self._styles.is_hidden(self._styles.of_paragraph(read_as))
        is_joined = not mark.shown or _hides(ending, is_hidden)
        label = str if is_break(element) else partial(runs.setting.counter.label, properties)
        out.begin(element.start, label)
        if out.is_empty:
            self._properties = read_as
        if not is_joined:
            out.number()
        for child, inside in unwrapped(element.children, around, runs.progress):
            if child.name == "w:r":
                runs.read(child, inside, is_hidden)
            elif child.name in ("m:oMath", "m:oMathPara"):
                runs.read_equation(child, inside)
            else:
                self._other(child)
        self._finish(properties, ending, start)
        if is_joined:
            out.changes.add(mark, out.length, out.length)
        else:
            self._end(mark)

    def _finish(self, properties: Element | None, ending: Element | None, start: int) -> None:
        """Note what was tracked of the formatting of a paragraph, and the section that it ends."""
        out = self._out
        out.changes.add_format(properties, out.since(start), out.length)
        out.changes.add_format(ending, out.length, out.length)
        section = properties.child("w:sectPr") if properties is not None else None
        if section is not None:
            self._section(section)

    def _end(self, mark: Context) -> None:
        """End the open line, and read the text boxes that hang on it."""
        out, setting = self._out, self.runs.setting
        anchor = len(out.paragraphs) if setting.anchor is None else setting.anchor
        out.number()
        self._tell_apart()
        out.end(setting.story, setting.part, anchor, self._cell)
        out.changes.add(mark, out.length - 1, out.length)
        self._text_boxes(anchor)

    def _text_boxes(self, anchor: int) -> None:
        boxes, self.runs.boxes = self.runs.boxes, []
        outer = self.runs.setting
        story = Story.TEXT_BOX if outer.story is Story.BODY else outer.story
        for box in boxes:
            self.runs.setting = outer._replace(story=story, anchor=anchor, fields=Fields())
            if box.name == "v:textpath":
                self._lettering(box)
            else:
                self.read(box.children)
                self.close()
        self.runs.setting = outer

    def _lettering(self, element: Element) -> None:
        """Read words that are drawn, as a watermark is: they stand in an attribute, where nothing can be put in."""
        self._out.begin(element.start, str)
        self._properties = None
        self._out.add(plain(element.attributes["string"]), PieceKind.GENERATED, None, 0, 0)
        self._end(self._around)

    def _tell_apart(self) -> None:
        """Tell the open line apart: in a text box always, else if it is an entry of a list of contents or a heading by its style or level."""
        out = self._out
        story = self.runs.setting.story
        if out.line is None or self._enclosed or story not in (Story.BODY, Story.TEXT_BOX):
            return
        span = Span(out.line.start, out.length + 1)
        if story is Story.TEXT_BOX:
            self.apart.append(Block(span, Part.TEXT_BOX))
        elif self._styles.is_contents(self._styles.of_paragraph(self._properties)):
            self.apart.append(Block(span, Part.CONTENTS))
        elif (deep := depth(out.words, self._properties, self._styles)) is not None:
            self.apart.append(Block(span, Part.HEADING, deep))

    def _table(self, element: Element, around: Context) -> None:
        """Read a table; one that is a frame, stands inside another or outside the body has no rows that are told apart."""
        self.close()
        out, start, number = self._out, self._out.length, 0
        has_rows = not self._enclosed and not is_frame(element)
        for child, inside in unwrapped(element.children, around, self.runs.progress):
            if child.name != "w:tr":
                self._other(child)
                continue
            first = out.length
            self._enclosed += has_rows
            cells, merged = self._row(child, inside)
            self._enclosed -= has_rows
            if has_rows and out.length > first:
                self._tables += not number
                number += 1
                self.apart.append(Block(Span(first, out.length), Part.ROW, number, self._tables, cells, merged))
        for properties in (element.child("w:tblPr"), element.child("w:tblGrid")):
            out.changes.add_format(properties, start, out.length)

    def _row(self, element: Element, around: Context) -> tuple[tuple[Span, ...], tuple[int, ...]]:
        """Read a row; the spans of its cells, and the columns of those that go on from the row above."""
        out, start = self._out, self._out.length
        properties = element.child("w:trPr")
        context = around.marked(properties)
        if is_hidden(properties):
            context = context._replace(shown=False)
        cells = [Span(start, start)] * skipped(properties)
        merged: list[int] = []
        for child, inside in unwrapped(element.children, context, self.runs.progress):
            if child.name == "w:tc":
                column = len(cells)
                cells += self._read_cell(child, inside)
                merged += range(column, len(cells)) if goes_on(child.child("w:tcPr")) else ()
            else:
                self._other(child)
        out.changes.add(context, start, out.length)
        for formatted in (properties, element.child("w:tblPrEx")):
            out.changes.add_format(formatted, start, out.length)
        return tuple(cells), tuple(merged)

    def _read_cell(self, element: Element, around: Context) -> list[Span]:
        """Read a cell: its span, and empty ones for further columns it covers; nothing for one that is not shown."""
        out, start = self._out, self._out.length
        properties = element.child("w:tcPr")
        context = around.marked(properties)
        outer, self._cells = self._cell, self._cells + 1
        self._cell = self._cells
        if not is_covered(properties):
            self._read(element.children, context)
            self.close()
        if context.shown and out.length == start:
            self._blank(element)
        self._cell = outer
        if not context.shown:
            return []
        out.changes.add_format(properties, start, out.length)
        end = out.length - 1
        return [Span(start, end)] + [Span(end, end)] * (columns(properties) - 1)

    def _blank(self, cell: Element) -> None:
        """An empty line for a cell that shows nothing."""
        self._out.begin((cell.child("w:p") or cell).start, str)
        self._properties = None
        self._end(self._around)


def _hides(ending: Element | None, is_hidden: bool) -> bool:
    """Whether the mark at the end of a paragraph is hidden, so that the next paragraph runs on behind it."""
    direct = ending.on("w:vanish") if ending is not None else None
    return is_hidden if direct is None else direct
