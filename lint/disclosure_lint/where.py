"""Where a place of a draft is, in words that find it in a program without line numbers: paragraph, nearest heading, row, page margin."""

from __future__ import annotations

from bisect import bisect_right

from disclosure_grammar.source import Block, Part, Source, Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.mask import Masker
from disclosure_lint.rule import Text

_LINES_ARE_SEEN = frozenset({"text", "html"})
"""Formats of which people see the lines: line and column say it all."""
_HEADING_MOST = 24
_PAGE_END = "\f"
_MARGINS = {Part.HEADER: Text("页眉", "page header"), Part.FOOTER: Text("页脚", "page footer")}
_NOTES = {Part.FOOTNOTE: Text("脚注", "footnote"), Part.ENDNOTE: Text("尾注", "endnote")}


class Places:
    """Says shortly where the places of one text are; of a text whose lines people see it says nothing."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._starts = tuple(block.span.start for block in source.layout.blocks)

    def of(self, span: Span) -> Text | None:
        """第12段, 表1第3行（第40段）, 页眉, 脚注2, 第3页; None where line and column serve better."""
        layout = self._source.layout
        if layout.format in _LINES_ARE_SEEN:
            return None
        block = self._block(span.start)
        if block is not None and block.part in _MARGINS:
            return _MARGINS[block.part]
        if layout.format == "pdf":
            page = self._source.text.count(_PAGE_END, 0, span.start) + 1
            return Text(f"第{page}页", f"page {page}")
        paragraphs = self._paragraphs(span)
        if block is None or block.part is Part.HEADING:
            return paragraphs
        if block.part is Part.ROW:
            return Text(
                f"表{block.table}第{block.number}行（{paragraphs.zh}）",
                f"table {block.table}, row {block.number} ({paragraphs.en})",
            )
        if block.part is Part.TEXT_BOX:
            return Text(f"文本框（{paragraphs.zh}）", f"text box ({paragraphs.en})")
        if block.part in _NOTES:
            number, name = block.number or "", _NOTES[block.part]
            return Text(f"{name.zh}{number}", f"{name.en} {number}".rstrip())
        return paragraphs

    def is_under_headings(self, span: Span) -> bool:
        """Whether a heading above helps to find a place: in the body, not in a table, a text box, a note or a margin."""
        if self._source.layout.format in ("pdf", *_LINES_ARE_SEEN):
            return False
        block = self._block(span.start)
        return block is None or block.part is Part.HEADING

    def _paragraphs(self, span: Span) -> Text:
        """第12段, 第12至14段: a line of the text is a paragraph."""
        words = len(self._source.slice(span).rstrip())
        first = self._source.position(span.start).line
        last = self._source.position(span.start + max(words - 1, 0)).line
        if first == last:
            return Text(f"第{first}段", f"paragraph {first}")
        return Text(f"第{first}至{last}段", f"paragraphs {first} to {last}")

    def _block(self, offset: int) -> Block | None:
        at = bisect_right(self._starts, offset) - 1
        block = self._source.layout.blocks[at] if at >= 0 else None
        return block if block is not None and offset < block.span.end else None


class Where:
    """Says where the places of one draft are, with the heading they stand under."""

    def __init__(self, document: Document, masker: Masker) -> None:
        self._document = document
        self._masker = masker
        self._places = Places(document.source)

    def of(self, span: Span | None) -> Text | None:
        """第12段（“二、整改落实情况”之下); None where line and column serve better, or there is no place."""
        short = self._places.of(span) if span is not None else None
        if span is None or short is None or not self._places.is_under_headings(span):
            return short
        heading = self._heading(span)
        if not heading:
            return short
        return Text(f"{short.zh}（“{heading}”之下）", f"{short.en} (under “{heading}”)")

    def _heading(self, span: Span) -> str:
        """The nearest heading above a place, masked and cut to a length; of a heading the one above it."""
        leaf = self._document.leaf_at(span.start)
        section: Node | None = self._document.section_of(leaf)
        if section is not None and leaf.kind is Kind.HEADING:
            above = self._document.parent(section)
            section = self._document.section_of(above) if above is not None else None
        if section is None:
            return ""
        heading = section.heading
        start = heading.label.span.start if heading.label else heading.span.start
        end = heading.title_span.end if heading.title_span else heading.words.end
        words = "".join(self._masker.slice(Span(start, max(start, end))).split())
        return words if len(words) <= _HEADING_MOST else f"{words[:_HEADING_MOST]}……"
