"""Write .docx files the way Word and WPS write them, so that examples and benchmarks read what people really send.

A text typed over weeks does not stand in one run: Word cuts it where fonts, languages, spell checking, saving and tracked changes had a say.
``Draft`` does the same, by rules that know neither clock nor chance: the same calls give the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

import word_parts as parts

WHEN = "2026-03-02T09:30:00Z"
_WORDS = re.compile(r"[!-~]+|[^!-~]+")
_CHINESE = '<w:rFonts w:hint="eastAsia"/>'


class Xml(str):
    """Content that is markup already."""

    __slots__ = ()


class Cell(NamedTuple):
    """A cell of a table.

    Attributes:
        text: its words.
        across: how many columns it covers.
        down: ``"restart"`` where a cell over several rows begins, ``"continue"`` where it goes on.
        number: whether it holds an automatic number in place of words.
    """

    text: str = ""
    across: int = 1
    down: str = ""
    number: bool = False


@dataclass(frozen=True)
class List:
    """A list of automatic numbers that is applied to paragraphs directly: w:numId and level."""

    number: int
    level: int = 0


class Draft:
    """A document in the making: a paragraph a call, then ``pack``."""

    def __init__(self, title: str, author: str) -> None:
        self._about = (title, author)
        self._body: list[str] = []
        self._comments: list[tuple[str, str]] = []
        self._notes: list[str] = []
        self._links: list[str] = []
        self._changes = count(901)
        self._runs = count(1)
        self._bookmarks = count(1)  # 0 is where the cursor was when the draft was saved
        self._margins: dict[str, str] = {}

    def add(
        self, *content: str, style: str = "", numbers: List | None = None, mark: str = "", layout: str = ""
    ) -> None:
        r"""Add a paragraph.

        Args:
            content: words, and markup from the other methods, in order; ``\v`` is a line break.
            style: the id of its style; that of ordinary text if empty.
            numbers: the list it belongs to; headings belong to one by their style.
            mark: ``"ins"`` or ``"del"`` where the end of the paragraph is a tracked change (together with all its words).
            layout: more XML for its properties.
        """
        properties = f'<w:pStyle w:val="{style}"/>' if style else ""
        if numbers is not None:
            properties += f'<w:numPr><w:ilvl w:val="{numbers.level}"/><w:numId w:val="{numbers.number}"/></w:numPr>'
        properties += layout
        if mark:
            properties += f"<w:rPr><w:{mark} {self._change('周明远')}/></w:rPr>"
        number = len(self._body) + 1
        before = "<w:r><w:lastRenderedPageBreak/></w:r>" if number % 14 == 0 else ""
        if number == 9:
            before += '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
        self._body.append(
            f'<w:p w14:paraId="{0x1A000000 + number:08X}" w14:textId="77777777" w:rsidR="00C31D7A" w:rsidRDefault="00A9{number % 16:X}4E1">'
            f"{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{before}{self.words(*content)}</w:p>"
        )

    def words(self, *content: str) -> Xml:
        """Words as runs, markup as it is."""
        return Xml("".join(one if isinstance(one, Xml) else self._cut(one) for one in content))

    def inserted(self, *content: str) -> Xml:
        """Words that were inserted with change tracking on."""
        return Xml(f"<w:ins {self._change('周明远')}>{self.words(*content)}</w:ins>")

    def deleted(self, text: str) -> Xml:
        """Words that were deleted with change tracking on."""
        runs = self._cut(text).replace("<w:t>", '<w:delText xml:space="preserve">').replace("</w:t>", "</w:delText>")
        return Xml(f"<w:del {self._change('周明远')}>{runs}</w:del>")

    def commented(self, author: str, text: str, *content: str) -> Xml:
        """Words with a comment on them."""
        number = len(self._comments)
        self._comments.append((author, text))
        return Xml(
            f'<w:commentRangeStart w:id="{number}"/>{self.words(*content)}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:rPr><w:rStyle w:val="ab"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
        )

    def note(self, text: str) -> Xml:
        """The mark of a footnote, and the footnote."""
        self._notes.append(text)
        return Xml(f'<w:r><w:rPr><w:rStyle w:val="a9"/></w:rPr><w:footnoteReference w:id="{len(self._notes)}"/></w:r>')

    def link(self, address: str, text: str) -> Xml:
        """A hyperlink."""
        self._links.append(address)
        return Xml(f'<w:hyperlink r:id="link{len(self._links)}" w:history="1">{self.words(text)}</w:hyperlink>')

    def bookmarked(self, name: str, *content: str) -> Xml:
        """Words that a cross reference can refer to by name."""
        number = next(self._bookmarks)
        return Xml(
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{self.words(*content)}<w:bookmarkEnd w:id="{number}"/>'
        )

    def field(self, code: str, result: str) -> Xml:
        """A field and the result that is shown for it."""
        return Xml(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{self.words(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    def red_head(self, body: str, number: str) -> Xml:
        """The red head of a document as a text box: the body that issues it, and its number."""
        lines = (
            f'<w:p><w:pPr><w:pStyle w:val="ae"/></w:pPr>{self.words(body)}</w:p>'
            f'<w:p><w:pPr><w:pStyle w:val="ad"/><w:jc w:val="center"/></w:pPr>{self.words(number)}</w:p>'
        )
        return Xml(parts.text_box(lines))

    def table(self, widths: Sequence[int], head: Sequence[str], rows: Sequence[Sequence[str | Cell]]) -> None:
        """Add a table with a head that is repeated on every page; widths in twentieths of a point."""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        made = [self._row(widths, head, "<w:cantSplit/><w:tblHeader/>")]
        made += (self._row(widths, row, "<w:cantSplit/>") for row in rows)
        self._body.append(f"<w:tbl>{parts.TABLE_PROPERTIES}<w:tblGrid>{grid}</w:tblGrid>{''.join(made)}</w:tbl>")

    def header(self, text: str) -> None:
        """The header of every page."""
        line = f'<w:p><w:pPr><w:pStyle w:val="a4"/></w:pPr>{self.words(text)}</w:p>'
        self._margins |= {"header1": line, "header2": line}

    def page_numbers(self) -> None:
        """Page numbers between dashes, right on odd and left on even pages, as official documents have them."""
        for name, side in (("footer1", "right"), ("footer2", "left")):
            self._margins[name] = parts.page_number(
                side, self.words("— "), self.field(r"PAGE  \* MERGEFORMAT", "1"), self.words(" —")
            )

    def pack(self) -> bytes:
        """The file."""
        written = parts.package(
            about=self._about, body="".join(self._body), comments=self._comments, notes=[self.words(note) for note in self._notes],
            links=self._links, margins=self._margins, when=WHEN,
        )  # fmt: skip
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for name, text in written.items():
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # the date Word writes
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, text.encode())
        return packed.getvalue()

    def _change(self, author: str) -> str:
        return f'w:id="{next(self._changes)}" w:author={quoteattr(author)} w:date="{WHEN}"'

    def _cut(self, text: str) -> str:
        """Words as Word cuts them: digits and letters apart, and long stretches where somebody once went on writing."""
        runs = []
        for line, words in enumerate(text.split("\v")):
            if line:
                runs.append("<w:r><w:br/></w:r>")
            for piece in _WORDS.findall(words):
                latin = piece[0] <= "~"
                number = next(self._runs)
                cut = len(piece) // 3 if not latin and len(piece) > 12 and number % 3 == 0 else 0
                runs.extend(_run(half, latin, number) for half in (piece[:cut], piece[cut:]) if half)
                if number % 11 == 0:
                    runs.append('<w:proofErr w:type="gramStart"/><w:proofErr w:type="gramEnd"/>')
        return "".join(runs)

    def _row(self, widths: Sequence[int], row: Sequence[str | Cell], properties: str) -> str:
        cells, column = [], 0
        for one in row:
            cell = one if isinstance(one, Cell) else Cell(one)
            width = sum(widths[column : column + cell.across])
            column += cell.across
            looks = f'<w:tcW w:w="{width}" w:type="dxa"/>'
            looks += f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
            looks += {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[cell.down]
            number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>' if cell.number else ""
            cells.append(
                f'<w:tc><w:tcPr>{looks}<w:vAlign w:val="center"/></w:tcPr>'
                f'<w:p><w:pPr><w:pStyle w:val="ad"/>{number}</w:pPr>{self.words(cell.text)}</w:p></w:tc>'
            )
        return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _run(text: str, latin: bool, number: int) -> str:
    looks = "" if latin else f"<w:rPr>{_CHINESE}</w:rPr>"
    saved = f' w:rsidR="00B{number % 4096:03X}5F"' if number % 5 == 0 else ""
    keep = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<w:r{saved}>{looks}<w:t{keep}>{escape(text)}</w:t></w:r>"
