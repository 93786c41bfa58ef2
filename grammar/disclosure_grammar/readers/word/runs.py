"""Runs: words of one formatting, and all that can stand among them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from disclosure_grammar.readers.word.changes import Context, before_change
from disclosure_grammar.readers.word.composition import Composition
from disclosure_grammar.readers.word.contents import drawing, plain, unwrapped, words
from disclosure_grammar.readers.word.fields import Fields
from disclosure_grammar.readers.word.model import PieceKind, Run, Story
from disclosure_grammar.readers.word.numbering import Counter
from disclosure_grammar.readers.word.remarks import Anchors
from disclosure_grammar.readers.word.signs import is_page_break, sign
from disclosure_grammar.readers.word.styles import Styles
from disclosure_grammar.readers.word.xml import Element
from disclosure_grammar.source import Part

_SPACES = " \t\r\n"  # those of XML


class Setting(NamedTuple):
    """Where the walk is.

    Attributes:
        story: which text of the document.
        part, data: the part it stands in, by name and in bytes.
        counter: counts its automatic numbers.
        fields: those that are open.
        anchor: the index of the body paragraph it hangs on; None in the body itself.
    """

    story: Story
    part: str
    data: bytes
    counter: Counter
    fields: Fields
    anchor: int | None = None


class Reference(NamedTuple):
    """A reference to a footnote or endnote: the note's id, and the index of the body paragraph it stands in."""

    part: Part
    id: str
    anchor: int


class Runs:
    """Reads runs into the text; text boxes and notes that hang on them are collected for the walk.

    Attributes:
        setting: where the walk is.
        boxes: the words in drawings, waiting for the end of the line.
        notes: the references to notes so far.
    """

    def __init__(self, out: Composition, anchors: Anchors, styles: Styles, setting: Setting) -> None:
        self.setting = setting
        self.boxes: list[Element] = []
        self.notes: list[Reference] = []
        self._out = out
        self._anchors = anchors
        self._styles = styles
        self._found_boxes = 0
        self._element: Element | None = None
        self._context = Context()
        self._is_shown = True
        self._run: Run | None = None

    def progress(self) -> int:
        """A number that grows whenever something to show is found."""
        return self._out.length + self._found_boxes

    def read(self, element: Element, context: Context, is_hidden: bool) -> None:
        """Read a w:r.

        Args:
            element: the run.
            context: what the elements around it say.
            is_hidden: whether the style of the paragraph hides its words.
        """
        properties = element.child("w:rPr")
        self._element, self._context, self._run = element, context, None
        self._is_shown = context.shown and not self._hides(properties, is_hidden)
        start = self._out.length
        for child, _ in unwrapped(element.children, context, self.progress):
            handler = _HANDLERS.get(child.name)
            if handler is not None:
                handler(self, child)
        if context.change is not None or properties is not None:
            start = self._out.since(start)
            self._out.changes.add(context, start, self._out.length)
            self._out.changes.add_format(properties, start, self._out.length)

    def read_equation(self, element: Element, context: Context) -> None:
        """Read an m:oMath or m:oMathPara: one sign, however many characters it shows."""
        start = self._out.length
        shown = words(element) if context.shown and self.setting.fields.showing else ""
        if shown:
            data = self.setting.data
            run = self._made(element, None, context)
            self._out.add(shown, PieceKind.SIGN, run, element.start, element.end(data))
        self._out.changes.add(context, self._out.since(start), self._out.length)

    def _hides(self, properties: Element | None, is_hidden: bool) -> bool:
        """Whether a run with this w:rPr is hidden; as Word toggles it, two styles that both hide show."""
        if self._context.original:
            properties = before_change(properties, "w:rPrChange")
        if properties is None:
            return is_hidden
        direct = properties.on("w:vanish")
        if direct is not None:
            return direct
        style = properties.value("w:rStyle")
        return is_hidden != (style is not None and self._styles.is_hidden(style))

    def _made(self, element: Element, properties: Element | None, context: Context) -> Run:
        data = self.setting.data
        inner = element.inner(data)
        where = (inner, inner) if properties is None else (properties.start, properties.end(data))
        field = context.field or self.setting.fields.is_result
        return Run(self.setting.part, element.start, where, element.stop, field, context.insertion, context.deletion)

    def _add(self, text: str, kind: PieceKind, first: int, last: int, *, between: bool = False) -> None:
        element = self._element
        if element is None or not text:
            return
        is_result = self._context.field or self.setting.fields.is_result
        if self._run is None or self._run.field != is_result:
            self._run = self._made(element, element.child("w:rPr"), self._context)
        write = self._out.add_between if between else self._out.add
        write(text, kind, self._run, first, last)

    def _visible(self) -> bool:
        return self._is_shown and self.setting.fields.showing

    def _text(self, element: Element) -> None:
        if not element.text or not self._visible() or (element.name == "w:delText" and not self._context.deletion):
            return
        data, text = self.setting.data, element.text
        if element.children:  # of no known program: left alone as one sign
            self._add(plain(text), PieceKind.SIGN, element.start, element.end(data))
            return
        first, last = element.inner(data), element.stop
        if (text[0] in _SPACES or text[-1] in _SPACES) and element.attributes.get("xml:space") != "preserve":
            before, behind = _margins(data[first:last])
            first, last = first + len(before), last - len(behind)
            text = text[_length(before) : len(text) - _length(behind)]
        self._add(plain(text), PieceKind.TEXT, first, last)

    def _sign(self, element: Element) -> None:
        if self._visible():
            end = element.end(self.setting.data)
            self._add(sign(element), PieceKind.SIGN, element.start, end, between=is_page_break(element))

    def _ruby(self, element: Element) -> None:
        base = element.child("w:rubyBase")
        if base is not None and self._visible():
            self._add(words(base), PieceKind.SIGN, element.start, element.end(self.setting.data))

    def _field(self, element: Element) -> None:
        fields, kind = self.setting.fields, element.attributes.get("w:fldCharType")
        if kind == "begin":
            fields.begin()
        elif kind == "separate":
            fields.separate()
        elif kind == "end" and (shown := fields.end()) and self._is_shown:
            self._out.add(shown, PieceKind.GENERATED, None, 0, 0)

    def _instruction(self, element: Element) -> None:
        self.setting.fields.instruct(element.text)

    def _note(self, element: Element) -> None:
        if self._visible():
            part = Part.FOOTNOTE if element.name == "w:footnoteReference" else Part.ENDNOTE
            anchor = len(self._out.paragraphs) if self.setting.anchor is None else self.setting.anchor
            self.notes.append(Reference(part, element.attributes.get("w:id", ""), anchor))

    def _comment(self, element: Element) -> None:
        self._anchors.mark(element, self._out.length)

    def _drawing(self, element: Element) -> None:
        if self._visible():
            found = drawing(element)
            self.boxes += found.boxes
            self._found_boxes += len(found.boxes)
            if found.is_picture:
                self._out.pictures.append(self._out.length)


_HANDLERS: Mapping[str, Callable[[Runs, Element], None]] = {
    "w:t": Runs._text,
    "w:delText": Runs._text,
    **dict.fromkeys(("w:tab", "w:ptab", "w:br", "w:cr", "w:noBreakHyphen", "w:sym"), Runs._sign),
    "w:ruby": Runs._ruby,
    "w:fldChar": Runs._field,
    "w:instrText": Runs._instruction,
    "w:delInstrText": Runs._instruction,
    "w:footnoteReference": Runs._note,
    "w:endnoteReference": Runs._note,
    "w:commentReference": Runs._comment,
    "w:drawing": Runs._drawing,
    "w:pict": Runs._drawing,
    "w:object": Runs._drawing,
}


def _margins(words: bytes) -> tuple[bytes, bytes]:
    """The white space at the beginning and at the end of escaped words; the end is empty where there is nothing else."""
    inner = words.lstrip()
    return words[: len(words) - len(inner)], inner[len(inner.rstrip()) :]


def _length(spaces: bytes) -> int:
    """How many characters white space is: a line end counts as one."""
    return len(spaces.replace(b"\r\n", b"\n"))
