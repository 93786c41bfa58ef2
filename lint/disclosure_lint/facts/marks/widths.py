"""Half-width and full-width marks: which of them a draft uses among Chinese words, and where.

A mark counts where its neighbours are Chinese. Inside numbers, times, Latin words, web and mail addresses half-width marks are
right, and so are brackets around nothing but Latin letters and digits: none of them counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_grammar.tree import Kind
from disclosure_lint.facts.marks.pairing import Pair
from disclosure_lint.facts.marks.pairs import Pairs
from disclosure_lint.facts.marks.paragraphs import Paragraph, is_ideograph

WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
_HALF = Pattern(r"[,:;?!]")
_ALIKE = frozenset("，。、；：,;:")  # a mark beside another of its sort is a fault of another kind
_CHINESE = frozenset("〇《》【】〔〕、。，；：！？（）％")
_QUOTES = frozenset("“”‘’")
_END = " \t\u3000”’」』"
_BEFORE_STOP = "”’》）)】"
_LOOKED_INTO = 80  # characters of what brackets hold


class HalfWidth(NamedTuple):
    """A half-width mark where a full-width one belongs.

    Attributes:
        at: where it stands in the source.
        written: the mark.
        counts: whether it counts for the habit of the draft; the brackets of a label do not, and a pair of brackets counts once.
    """

    at: int
    written: str
    counts: bool = True

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(self.at, self.at + 1)

    @property
    def wide(self) -> str:
        """The full-width mark that belongs there."""
        return WIDE[self.written]

    @property
    def mark(self) -> str:
        """The kind of mark; brackets are of one kind."""
        return "(" if self.written == ")" else self.written


class Widths(NamedTuple):
    """The marks of a draft by width.

    Attributes:
        half: the half-width marks, in the order of the text.
        wide: how many full-width marks of each kind there are, by their half-width form.
    """

    half: tuple[HalfWidth, ...]
    wide: dict[str, int]


def extract(paragraphs: Sequence[Paragraph], pairs: Pairs) -> Widths:
    """The half-width marks among the Chinese words of a draft, and how many full-width ones there are."""
    half: list[HalfWidth] = []
    wide = dict.fromkeys(",:;?!.(", 0)
    for paragraph, found in zip(paragraphs, pairs.found, strict=True):
        text, offset = paragraph.prose.text, paragraph.prose.offset
        for mark in wide:
            wide[mark] += text.count(WIDE[mark])
        start = paragraph.label_end if paragraph.leaf.kind is Kind.HEADING else 0
        here = [
            HalfWidth(offset(match.start()), match[0])
            for match in _HALF.finditer(text, start)
            if _is_among_chinese(text, match.start())
        ]
        if (stop := _stop(text)) > paragraph.label_end:
            here.append(HalfWidth(offset(stop), "."))
        if "(" in text or ")" in text:
            here += _brackets(paragraph, found)
            here.sort()
        half += here
    return Widths(tuple(half), wide)


def _is_among_chinese(text: str, at: int) -> bool:
    """Whether Chinese words or marks stand beside a mark, or quotation marks on both sides of it."""
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    if before in _ALIKE or after in _ALIKE:
        return False
    return _is_chinese(after) or _is_chinese(before) or (before in _QUOTES and after in _QUOTES)


def _is_chinese(character: str) -> bool:
    return "㐀" <= character <= "鿿" or character in _CHINESE


def _stop(text: str) -> int:
    """Where the point is that ends a paragraph of Chinese words, or -1; inside one it may part the names of a person."""
    bare = text.rstrip(_END)
    before = bare[-2:-1]
    ends = bare.endswith(".") and before != "" and (is_ideograph(before) or before in _BEFORE_STOP)
    return len(bare) - 1 if ends else -1


def _brackets(paragraph: Paragraph, found: Sequence[Pair]) -> Iterator[HalfWidth]:
    """The half-width brackets around Chinese words, or half a pair the other half of which is full-width."""
    text, offset = paragraph.prose.text, paragraph.prose.offset
    for pair in found:
        if pair.opening != "（":
            continue
        opens, closes = text[pair.start] == "(", text[pair.end] == ")"
        label = pair.end < paragraph.label_end
        if not (opens or closes) or (opens and closes and not label and not _holds_chinese(text, pair)):
            continue
        if opens:
            yield HalfWidth(offset(pair.start), "(", not (label and closes))
        if closes:
            yield HalfWidth(offset(pair.end), ")", not opens)


def _holds_chinese(text: str, pair: Pair) -> bool:
    return any(map(is_ideograph, text[pair.start + 1 : min(pair.end, pair.start + _LOOKED_INTO)]))
