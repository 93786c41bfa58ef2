"""Web pages: published and saved ones, and drafts that a word processor saved as one.

What is read is what a browser shows: words with spaces collapsed, a paragraph a line, the numbers of lists, the rows of tables. Nothing is
fetched and no script is run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure_grammar.readers.html.decode import decode
from disclosure_grammar.readers.html.flow import Page, flow
from disclosure_grammar.readers.html.line import Line
from disclosure_grammar.readers.html.main_content import Place, places
from disclosure_grammar.readers.html.signs import weight
from disclosure_grammar.readers.html.tree import Element, tree
from disclosure_grammar.readers.unreadable import Unreadable
from disclosure_grammar.source import Block, Layout, Part, Positions, Source, Span

_LOADED = frozenset({"script", "iframe", "frame", "frameset", "img", "object", "embed", "canvas"})
_LONGEST_HEADING = 80
_NUMBER = re.compile(r"[0-9]{1,6}")


def read_html(data: bytes, path: str) -> Source:
    """Read a page.

    Args:
        data: the bytes of the file.
        path: the name to show.

    Returns:
        The text of the document without the site around it; each character knows its line and column in the file.

    Raises:
        Unreadable: the bytes are no text, there are too many tags or lines, or the page shows no words.
    """
    page, encoding = decode(data)
    parsed = tree(page)
    shown = flow(page, parsed.root, spaces=not parsed.marked)
    if parsed.marked and not any(map(weight, shown.lines)):
        revealed = flow(page, parsed.root, hidden=True)
        shown = revealed if any(map(weight, revealed.lines)) else shown
    if not any(line.text.strip() for line in shown.lines):
        _refuse_empty(parsed.root)
    return _Assembly(path, page, encoding, shown).source()


def _refuse_empty(root: Element) -> None:
    """A page whose words come from elsewhere must not pass for a draft without faults."""
    if any(element.name in _LOADED for element in root.walk()):
        raise Unreadable(
            "网页里没有可见的文字（正文由脚本、框架或图片显示）；请在浏览器中打开，把正文复制到 .docx 或 .txt 再检查",
            "the page has no words in it (a script, a frame or a picture shows them); open it in a browser and copy its text into a .docx or .txt file",
        )


class _Placed(NamedTuple):
    line: Line
    part: Part | None = None
    number: int = 0
    group: object = None  # lines of one group are one block


class _Assembly:
    """Puts the chosen lines of a page together."""

    def __init__(self, path: str, page: str, encoding: str, shown: Page) -> None:
        self._path = path
        self._page = page
        self._encoding = encoding
        self._shown = shown
        self._parts: list[str] = []
        self._length = 0
        self._pieces: list[tuple[int, int]] = []
        self._generated: list[Span] = []
        self._blocks: list[Block] = []
        self._tables: dict[int, int] = {}  # the rows so far of each table of the page
        self._numbers: dict[int, int] = {}

    def source(self) -> Source:
        """The text with all that is known of it."""
        placed = self._placed()
        at = 0
        while at < len(placed):
            end = at + 1
            while end < len(placed) and placed[at].group is not None and placed[end].group is placed[at].group:
                end += 1
            self._write(placed[at:end])
            at = end
        if placed:
            self._pieces.append((self._length, placed[-1].line.end))
        positions = Positions(tuple(self._pieces) or ((0, 0),), _line_starts(self._page))
        layout = Layout("html", tuple(self._blocks), tuple(self._generated), positions=positions)
        return Source(self._path, "".join(self._parts), encoding=self._encoding, layout=layout)

    def _placed(self) -> list[_Placed]:
        """The lines of the document in order, its notes behind them, and last what the page says of it."""
        lines = self._shown.lines
        chosen = places(self._shown)
        title = _title(lines, chosen)
        body: list[_Placed] = []
        notes: list[_Placed] = []
        margin: list[_Placed] = []
        for number, (line, place) in enumerate(zip(lines, chosen, strict=True)):
            if line.note and place is Place.DOCUMENT:
                notes.append(_note(line))
            elif place is Place.MARGIN:
                margin.append(_Placed(line, Part.HEADER))
            elif place is Place.RESIDUE:
                body.append(_Placed(line, Part.RESIDUE))
            elif place is Place.DOCUMENT:
                body.append(_body(line, is_title=number == title))
        return [*_trimmed(body), *notes, *margin]

    def _write(self, group: Sequence[_Placed]) -> None:
        """Write the lines of a block, or one that is none."""
        start = self._length
        cells: dict[int, Span] = {}
        for each in group:
            span = self._line(each.line)
            first = cells.get(each.line.cell)
            cells[each.line.cell] = span if first is None else first.to(span)
        head = group[0]
        if head.part is None:
            return
        span, row = Span(start, self._length), head.line.row
        if row is None or head.part is not Part.ROW:
            self._blocks.append(Block(span, head.part, head.number))
            return
        table = self._tables.setdefault(row.table, len(self._tables) + 1)
        number = self._numbers[table] = self._numbers.get(table, 0) + 1
        self._blocks.append(Block(span, Part.ROW, number, table, tuple(_columns(cells, row.wide))))

    def _line(self, line: Line) -> Span:
        start = self._length
        self._pieces.extend((start + inside, outside) for inside, outside in line.pieces if inside < len(line.text))
        end = start + len(line.text)
        self._pieces.append((end, line.end))
        self._parts += (line.text, "\n")
        self._length = end + 1
        if line.generated:
            self._generated.append(Span(start, start + line.generated))
        return Span(start, end)


def _body(line: Line, *, is_title: bool) -> _Placed:
    if line.row is not None:
        return _Placed(line, Part.ROW, group=line.row)
    words = line.text.strip()
    if is_title:
        return _Placed(line, Part.HEADING, 1)
    if line.heading and words and len(words) <= _LONGEST_HEADING and not words.endswith(("。", "；")):
        return _Placed(line, Part.HEADING, line.heading + 1)
    return _Placed(line)


def _note(line: Line) -> _Placed:
    kind, _, name = line.note.partition(" ")
    number = _NUMBER.search(name)
    return _Placed(line, Part(kind), int(number[0]) if number else 0, line.note)


def _title(lines: Sequence[Line], chosen: Sequence[Place]) -> int | None:
    """The line of the first and highest heading in front of the sentences, where it is one line."""
    heads = []
    for number, (line, place) in enumerate(zip(lines, chosen, strict=True)):
        if place is not Place.DOCUMENT or not line.text:
            continue
        if line.row is not None or (line.text.endswith("。") and not line.heading):
            break
        if line.heading:
            heads.append(number)
    best = min(heads, key=lambda number: lines[number].heading, default=None)
    if best is None or lines[best].heading != 1:
        return None
    alone = sum(lines[number].box is lines[best].box for number in heads) == 1
    return best if alone else None


def _columns(cells: dict[int, Span], wide: Sequence[int]) -> Iterator[Span]:
    """The words of each cell, with an empty span for each further column that a wide one covers."""
    for number, more in enumerate(wide):
        span = cells.get(number)
        if span is not None:
            yield span
            yield from (Span(span.end, span.end) for _ in range(more))


def _trimmed(body: list[_Placed]) -> list[_Placed]:
    """The lines without empty ones at the start and at the end."""
    first, last = 0, len(body)
    while first < last and not body[first].line.text and body[first].part is None:
        first += 1
    while last > first and not body[last - 1].line.text and body[last - 1].part is None:
        last -= 1
    return body[first:last]


def _line_starts(page: str) -> tuple[int, ...]:
    return Source("", page).line_starts
