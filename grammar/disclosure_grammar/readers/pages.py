"""From printed pages to the text of a document: page numbers left out, what stands on every page said once, broken lines joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple
from unicodedata import normalize

from disclosure_grammar.source import Block, Layout, Part, Source, Span

_NUMBER = re.compile(
    r"[-—－–~·/|第\s]*([0-9０-９]{1,4})\s*页?[-—－–~·/|,，共of\s]*(?:[0-9０-９]{1,4}\s*页?)?", re.IGNORECASE
)
_GAP = re.compile("(?<=[0-9A-Za-z%‰]) (?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) (?=[0-9A-Za-z])")
"""A space that nobody typed: layout sets Chinese and Latin characters a little apart."""
_DIGITS = re.compile(r"[0-9０-９]+")
_FEWEST = 3  # pages on which a line stands before it is a running one
_RAREST = 3  # it stands on one page in so many, as headers of left and right pages do
_LONGEST = 60  # characters of such a line
_SENTENCE = ("。", "；", "：", "，", "、")
_ENDS = ("。", "；", "！", "？", "”")
_DEEPEST = 3  # lines above or below the text of a page
_WORD = re.compile(r"[“‘（《【]*(?:[!-~]+[\u4e00-\u9fff]?|.)")  # what is not parted at the end of a line: 41名
_MARKS = "，。、；：！？”’）》】"  # do not stand at the start of a line
_CLOSING = re.compile(f"[{_MARKS}]+")
_WIDE = 1.3  # a word may be so many times as wide as it is thought to be, what parts it from Chinese included
_LABEL = re.compile(r"第?[（(]?[0-9一二三四五六七八九十①-⑳]{1,3}(?:[、)）章节]|[.．](?![0-9])|是)|附件")
_CAPTION = re.compile(r"[^，。；、]{2,10}[：:]")
_SHORT = 4  # characters by which a line may stop short
_INDENT, _MOST_INDENT = 1.5, 4.5  # characters by which a paragraph is indented
_RADICALS = "⺁厂⺒巳⺝月⺟母⺠民⺩王⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟"
_KANGXI = range(0x2F00, 0x2FD6)


class Printed(NamedTuple):
    """A line on a page.

    Attributes:
        text: its characters.
        left: where it begins, in points from the left.
        right: where it ends, as near as that is known.
        size: of its first letters, in points; 0 where the places are not known.
    """

    text: str
    left: float = 0.0
    right: float = 0.0
    size: float = 0.0


def width(text: str) -> float:
    """How wide a text is, in the size of its letters: what is no Chinese is half as wide."""
    return sum(0.5 if character < "\u2000" else 1.0 for character in text)


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
        line._replace(text=text.rstrip())
        for line in page
        for text in _GAP.sub("", line.text.translate(_characters())).split("\n")
    ]
    first, last = 0, len(lines)
    while first < last and not lines[first].text:
        first += 1
    while last > first and not lines[last - 1].text:
        last -= 1
    return lines[first:last]


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
    """The text of the pages, lines joined that are one paragraph."""
    column = _Column.of([line for line in chain.from_iterable(bodies) if line.size])
    parts: list[str] = []
    before: Printed | None = None
    for number, body in enumerate(bodies):
        page = "\f" if number else ""
        for line in body:
            goes_on = before is not None and column is not None and column.goes_on(before, line)
            parts += (("" if goes_on or before is None else "\n"), page, line.text.lstrip() if goes_on else line.text)
            page, before = "", line
        parts.append(page)
    return "".join(parts) + "\n"


class _Column(NamedTuple):
    """Where the lines of a document stand.

    Attributes:
        left: where most of them begin.
        right: where full ones end.
        size: of the letters of most of them.
        indented: whether the first line of a paragraph is indented.
    """

    left: float
    right: float
    size: float
    indented: bool

    @classmethod
    def of(cls, lines: Sequence[Printed]) -> _Column | None:
        """The column of a document; None where too few lines are full to know it."""
        if not lines:
            return None
        size = Counter(round(line.size) for line in lines).most_common(1)[0][0]
        usual = [line for line in lines if round(line.size) == size]
        left = Counter(round(line.left) for line in usual).most_common(1)[0][0]
        shifts = [line.left - left for line in usual]
        if sum(shift < -size / 2 for shift in shifts) * 4 > len(shifts):  # most lines are first lines: short paragraphs
            left = min(round(line.left) for line in usual)
        ends = sorted(line.right - width(_hanging(line.text)) * line.size for line in usual)
        right = ends[-1 - len(ends) // 50]
        if sum(end > right - 2 * size for end in ends) < _FEWEST:
            return None
        first = sum(_INDENT * size <= line.left - left <= _MOST_INDENT * size for line in usual)
        return cls(left, right, size, first >= _FEWEST and first * 10 >= len(usual))

    def goes_on(self, before: Printed, line: Printed) -> bool:
        """Whether a line goes on with the paragraph of the line before: that was full, and this one is no first line."""
        if not (before.size and line.size) or abs(before.size - line.size) > 1:
            return False
        if abs(line.left - self.left) > self.size / 2 or before.left > self.left + _MOST_INDENT * self.size:
            return False
        text = line.text.lstrip()
        word = _WORD.match(text)
        if word is None or (not self.indented and _opens(before.text, text)):
            return False
        closing = _CLOSING.match(text, word.end())
        most = width(word[0]) * _WIDE + (width(closing[0]) if closing else 0)
        if self.indented:  # what is not indented opens no paragraph, so that the line before need not be quite full
            most = max(most, _SHORT)
        return before.right + most * line.size > self.right + 1


def _opens(before: str, text: str) -> bool:
    """Whether a line that is not indented opens a paragraph all the same, as its first words have it."""
    return bool(_LABEL.match(text)) or (before.endswith(_ENDS) and bool(_CAPTION.match(text)))


def _hanging(line: str) -> str:
    """The marks at the end of a line: they may stand in the margin."""
    return line[len(line.rstrip(_MARKS)) :]


@cache
def _characters() -> dict[int, str]:
    """What a font may have taken for something else: radicals that look like characters, line ends that are none."""
    kangxi = {code: normalize("NFKC", chr(code)) for code in _KANGXI}
    others = {ord(radical): character for radical, character in zip(_RADICALS[::2], _RADICALS[1::2], strict=True)}
    return kangxi | others | {ord(sign): "\n" for sign in "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"}
