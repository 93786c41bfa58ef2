"""From printed pages to the text of a document: page numbers left out, what stands on every page said once, broken lines joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from unicodedata import normalize

from disclosure_grammar.readers.columns import Columns, Printed
from disclosure_grammar.source import Block, Layout, Part, Source, Span

_NUMBER = re.compile(
    r"[-—－–~·/|第\s]*([0-9０-９]{1,4})\s*页?[-—－–~·/|,，共of\s]*(?:[0-9０-９]{1,4}\s*页?)?", re.IGNORECASE
)
_SPACED = re.compile("(?<=[\u2e80-\uffef]) (?=[\u2e80-\uffef])")
"""A space between two Chinese characters. Typed ones are few: where many stand in a line its letters were only set apart."""
_MOST_TYPED = 0.25  # of the characters of a line have one before them
_GAP = re.compile("(?<=[0-9A-Za-z%‰]) (?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) (?=[0-9A-Za-z])")
"""A space that nobody typed: layout sets Chinese and Latin characters a little apart."""
_DIGITS = re.compile(r"[0-9０-９]+")
_FEWEST = 3  # pages on which a line stands before it is a running one
_RAREST = 3  # it stands on one page in so many, as headers of left and right pages do
_LONGEST = 60  # characters of such a line
_SENTENCE = ("。", "；", "：", "，", "、")
_DEEPEST = 3  # lines above or below the text of a page
_RADICALS = "⺁厂⺒巳⺝月⺟母⺠民⺩王⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟"
_KANGXI = range(0x2F00, 0x2FD6)


def assemble(pages: Sequence[Sequence[Printed]], path: str) -> Source:
    """The text of a PDF as a source; a form feed stands in front of each page but the first, in a paragraph where that goes on there.

    A line at the top or foot of several pages that differs only in its digits is no part of the text: as a number it is dropped, else it
    stands once behind the text as a header or footer.
    """
    bodies = [_cleaned(page) for page in pages]
    running = [(part, line) for part, edge in ((Part.HEADER, 0), (Part.FOOTER, -1)) for line in _running(bodies, edge)]
    text = _joined(bodies)
    blocks = []
    for part, line in running:
        blocks.append(Block(Span(len(text), len(text) + len(line) + 1), part))
        text += f"{line}\n"
    return Source(path, text, layout=Layout("pdf", tuple(blocks), approximate=True))


def _cleaned(page: Sequence[Printed]) -> list[Printed]:
    """The lines of a page as they were typed, without empty ones at the edges."""
    lines = [
        line._replace(text=_closed(text.rstrip()))
        for line in page
        for text in _GAP.sub("", line.text.translate(_characters())).split("\n")
    ]
    first, last = 0, len(lines)
    while first < last and not lines[first].text:
        first += 1
    while last > first and not lines[last - 1].text:
        last -= 1
    return lines[first:last]


def _closed(line: str) -> str:
    """A line without the spaces between its characters where it was justified with them."""
    closed = _SPACED.sub("", line)
    return closed if len(line) - len(closed) > _MOST_TYPED * len(closed) else line


def _running(bodies: Sequence[list[Printed]], edge: int) -> Iterator[str]:
    """Take the running lines off one edge of the pages; those that are more than a number, as they stand on their first page."""
    for _ in range(_DEEPEST):
        found = Counter(_shape(body[edge].text) for body in bodies if body)
        kept = {shape for shape, count in found.items() if count >= _FEWEST and count * _RAREST >= len(bodies)}
        told: set[str] = set()
        for number, body in enumerate(bodies, 1):
            if not body:
                continue
            line = body[edge].text
            shape, match = _shape(line), _NUMBER.fullmatch(line)
            if (shape and shape in kept) or (match and int(match[1]) == number):
                body.pop(edge)
                if not match and shape not in told:
                    told.add(shape)
                    yield line


def _shape(line: str) -> str:
    """A line without what changes from page to page; nothing of one that is too long to be repeated, or a sentence."""
    return "" if len(line) > _LONGEST or line.endswith(_SENTENCE) else _DIGITS.sub("#", line.strip())


def _joined(bodies: Sequence[Sequence[Printed]]) -> str:
    """The text of the pages, lines joined that are one paragraph, or the title."""
    columns = Columns(chain.from_iterable(bodies))
    parts: list[str] = []
    before: Printed | None = None
    in_title = True
    for number, body in enumerate(bodies):
        page = "\f" if number else ""
        for line in body:
            in_title = in_title and columns.is_large(line)
            goes_on = before is not None and (columns.goes_on_below if in_title else columns.goes_on)(before, line)
            parts += (("" if goes_on or before is None else "\n"), page, line.text.lstrip() if goes_on else line.text)
            page, before = "", line
        parts.append(page)
    return "".join(parts) + "\n"


@cache
def _characters() -> dict[int, str]:
    """What a font may have taken for something else: radicals that look like characters, line ends that are none."""
    kangxi = {code: normalize("NFKC", chr(code)) for code in _KANGXI}
    others = {ord(radical): character for radical, character in zip(_RADICALS[::2], _RADICALS[1::2], strict=True)}
    return kangxi | others | {ord(sign): "\n" for sign in "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"}
