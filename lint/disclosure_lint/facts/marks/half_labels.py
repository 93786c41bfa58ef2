"""Numbers that have lost one of their brackets: （二加强领导, 二）加强领导, （1）…；2）…；（3）… ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure_grammar import numerals
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_lint.facts.marks.paragraphs import Paragraph

_NUMERAL = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_HALF = Pattern(
    rf"\s*(?:[（(](?P<opened>{_NUMERAL})(?![0-9０-９.．、年月日%％）)]|$)|(?P<closed>[1-9１-９][0-9０-９]?|[一二三四五六七八九十]{{1,3}})[）)])"
)
_INLINE = Pattern(r"(?<![0-9０-９A-Za-z.．])([（(]?)([0-9０-９]{1,2})[）)]")
_BOUNDARY = "，。；：、,;: "
_LEAST = 2  # so many whole numbers show how the draft writes them


class HalfLabel(NamedTuple):
    """A number with one bracket.

    Attributes:
        bracket: the bracket that is left.
        numeral: the number.
        value: what it counts.
        opens: whether the opening bracket is left.
    """

    bracket: Span
    numeral: Span
    value: int | None
    opens: bool


class _Half(NamedTuple):
    paragraph: Paragraph
    start: int
    end: int
    opens: bool

    @property
    def arabic(self) -> bool:
        return _is_arabic(self.paragraph.prose.text[self.start])

    def label(self) -> HalfLabel:
        prose = self.paragraph.prose
        at = self.start - 1 if self.opens else self.end
        value = numerals.parse(prose.text[self.start : self.end])
        return HalfLabel(prose.span(at, at + 1), prose.span(self.start, self.end), value, self.opens)


def extract(paragraphs: Sequence[Paragraph]) -> tuple[HalfLabel, ...]:
    """The half numbers of a draft that numbers with whole ones, in the order of the text.

    （一 and 一） number nothing anywhere; 1） is sound unless there is just one of it.
    """
    whole: Counter[bool] = Counter()
    halves: list[_Half] = []
    found: list[_Half] = []
    open_before = False  # 0） may close what the line before has opened
    for paragraph in paragraphs:
        text, label = paragraph.prose.text, paragraph.leaf.label
        if label is not None and label.text[0] in "（(":
            whole[_is_arabic(label.text[1:].strip()[:1])] += 1
        elif (match := _HALF.match(text)) and not open_before:
            name = "opened" if match["opened"] else "closed"
            halves.append(_Half(paragraph, match.start(name), match.end(name), name == "opened"))
        if text.count("）") + text.count(")") > 1:
            found += _inside(paragraph)
        open_before = _opens_more(text)
    sound = sum(half.arabic and not half.opens for half in halves)
    found += (half for half in halves if whole[half.arabic] >= _LEAST and (not half.arabic or half.opens or sound == 1))
    return tuple(sorted({half.label() for half in found}))


def _inside(paragraph: Paragraph) -> Iterator[_Half]:
    """The one number without its opening bracket in a paragraph that numbers with both; a gap between two others tells of itself."""
    text = paragraph.prose.text
    labels = [match for match in _INLINE.finditer(text) if match[1] or text[max(match.start() - 1, 0)] in _BOUNDARY]
    odd = [number for number, match in enumerate(labels) if not match[1] and match.start()]
    if len(odd) == 1 and len(labels) > 1 and not 0 < odd[0] < len(labels) - 1:
        match, other = labels[odd[0]], labels[odd[0] - 1 if odd[0] else 1]
        follows = numerals.parse(match[2]) == (numerals.parse(other[2]) or 0) + (1 if odd[0] else -1)
        if not follows or _opens_more(text[: match.start()]):
            return
        yield _Half(paragraph, match.start(2), match.end(2), False)


def _opens_more(text: str) -> bool:
    """Whether a text has more opening than closing brackets."""
    return text.count("（") + text.count("(") > text.count("）") + text.count(")")


def _is_arabic(numeral: str) -> bool:
    return "0" <= numeral <= "9" or "０" <= numeral <= "９"
