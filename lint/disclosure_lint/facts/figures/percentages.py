"""Percentages and differences in percentage points."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from disclosure_grammar.numerals import CHINESE, fold, parse, parse_decimal
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose
from disclosure_grammar.tree import Document
from disclosure_lint.facts.figures.clauses import Clauses
from disclosure_lint.facts.figures.quantities import NUMBER, bound_around
from disclosure_lint.facts.model import Bound, Percentage

_PER_CENT = Pattern(rf"(?<![0-9０-９A-Za-z.．])(?P<number>{NUMBER})[ \u3000]?[%％]")
_SPOKEN = Pattern(rf"百分之(?P<number>[{CHINESE}]+(?:点[{CHINESE}]+)?|{NUMBER})")
_POINTS = Pattern(rf"(?P<numbers>(?:{NUMBER}(?:个百分点)?[、，,和及])*{NUMBER})[ \u3000]?个?百分点")
_NUMBER = Pattern(NUMBER)
_RATE = Pattern(
    r"(?P<noun>[^\W\d_]{0,16}?(?:率|占比|比例|比重|满意度|完成度|总数|占))(?:的|均|都|已|又|分别|仅|就|也|高)*(?:为|是|达到|达|升至|提升至|提升到|上升至|降至|降低至|"
    r"下降至|提高到|提高至|保持在|稳定在|控制在|[:：])?$"
)
_WINDOW = 40
"""No rate and its verb are longer."""

_LEAD = Pattern(r".*(?:其中|截至目前|目前|已|实现|确保|使|推动|做到|以及|[和、及])(?!谐|时)(?=..)")


class Found(NamedTuple):
    """A percentage at its place in a text; places are offsets in the text."""

    start: int
    end: int
    value: Fraction
    decimals: int
    points: bool
    noun: str
    bound: Bound
    clause: tuple[int, int]


def extract(document: Document) -> tuple[Percentage, ...]:
    """The percentages of a draft, in the order of the text."""
    return tuple(
        Percentage(
            span=node.prose.span(found.start, found.end),
            node=node,
            value=found.value,
            decimals=found.decimals,
            points=found.points,
            noun=found.noun,
            bound=found.bound,
            clause=node.prose.span(*found.clause),
        )
        for node in document.prose
        for found in find(node.prose)
    )


def find(prose: Prose) -> tuple[Found, ...]:
    """The percentages of one block of text."""
    text = prose.text
    if "%" not in text and "％" not in text and "百分" not in text:
        return ()
    clauses = Clauses(text)
    return tuple(sorted(_found(clauses), key=lambda found: found.start))


def _found(clauses: Clauses) -> Iterator[Found]:
    text = clauses.text
    for match in _PER_CENT.finditer(text):
        yield from _one(clauses, match.span(), match["number"], points=False)
    if "百分" not in text:
        return
    for match in _SPOKEN.finditer(text):
        yield from _one(clauses, match.span(), match["number"], points=False)
    for match in _POINTS.finditer(text):
        numbers = list(_NUMBER.finditer(text, match.start(), match.end("numbers")))
        for number in numbers:
            end = match.end() if number is numbers[-1] else number.end()
            yield from _one(clauses, (number.start(), end), number[0], points=True)


def _one(clauses: Clauses, place: tuple[int, int], number: str, *, points: bool) -> Iterator[Found]:
    if clauses.quoted(place[0]) == "《":
        return
    value = _value(number)
    if value is None:
        return
    written = fold(number)
    decimals = len(written.partition(".")[2] or written.partition("点")[2])
    start, end, bound = bound_around(clauses.text, *place)
    clause = clauses.clause(place[0])
    yield Found(
        start,
        end,
        value,
        decimals,
        points,
        _noun(clauses.plain[max(clause[0], start - _WINDOW) : start]),
        bound,
        clause,
    )


def _value(number: str) -> Fraction | None:
    whole, point, part = number.partition("点")
    if not point:
        return parse_decimal(fold(number))
    left, right = parse(whole), [parse(digit) for digit in part]
    if left is None or None in right:
        return None
    return Fraction(f"{left}.{''.join(map(str, right))}")


def _noun(before: str) -> str:
    match = _RATE.search(before)
    if match is None:
        return ""
    noun = _LEAD.sub("", match["noun"])
    return "占比" if noun.endswith(("占", "总数")) else noun
