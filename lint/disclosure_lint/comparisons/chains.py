"""Chains of counts (3个方面11类问题30项问题) held against consecutive levels of one part of the tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Document
from disclosure_lint.comparisons.model import Comparison, Operand
from disclosure_lint.comparisons.tallies import (
    captions,
    contradicted,
    level_tally,
    of_problems,
    on_the_matter,
    verified,
    words_of,
)
from disclosure_lint.facts.headings.census import Census, Level
from disclosure_lint.facts.model import Quantity

_IN_PART = Pattern(
    r"涉密|不[予宜便]公开|节选|摘[编录要]|(?:部分|主要)(?:问题|内容)?(?:的?整改情况)?(?:予以)?公[开布]|选取"
)
"""Words that say that not everything is told."""
_FEW = 6  # two small numbers may agree with two levels by chance
_NEAR = 2  # a count further off counts something else
_NOT_SECTIONS = ("措施", "举措", "制度", "办法", "机制", "任务", "建议")
"""What a chain may end with that is told in prose, not in headings."""


class Alignment(NamedTuple):
    """A chain laid on levels: one level for each member, None where the tree ends above it."""

    chain: tuple[Quantity, ...]
    levels: tuple[Level | None, ...]

    @property
    def hits(self) -> int:
        """How many members agree with their level."""
        return sum(self.agrees(index) for index in range(len(self.chain)))

    @property
    def deepest(self) -> Level:
        """The lowest level that a member has."""
        return [level for level in self.levels if level is not None][-1]

    @property
    def inner(self) -> bool:
        """Whether the levels are those of a section inside a part."""
        return self.deepest.root.level not in (None, 1)

    @property
    def misses(self) -> tuple[int, ...]:
        """The members that have a level and do not agree with it."""
        return tuple(n for n, level in enumerate(self.levels) if level is not None and not self.agrees(n))

    def agrees(self, index: int) -> bool:
        """Whether a member is what its level counts."""
        level, value = self.levels[index], self.chain[index].value
        if level is None:
            return False
        # parts such as 组织领导 and 下一步打算 stand beside the aspects and have no sections of their own
        return value in level.counts or (index + 1 < len(self.chain) and value == level.parted)


def compare(document: Document, census: Census, quantities: Sequence[Quantity]) -> Iterator[Comparison]:
    """Hold every chain against the part of the tree it fits best."""
    chained = [quantity for quantity in quantities if quantity.chain is not None]
    ranked: dict[tuple[int, ...], list[Alignment]] = {}  # a draft may say the same chain many times

    def best_for(chain: tuple[Quantity, ...]) -> Alignment | None:
        values = tuple(int(quantity.value) for quantity in chain)
        if len(chain) > 1 and values not in ranked:
            ranked[values] = _ranked(census, chain, values)
        inside = set(document.ancestors(chain[0].node))
        best = next((each for each in ranked.get(values, ()) if inside.isdisjoint(each.deepest.sections)), None)
        return None if best is None else best._replace(chain=chain)

    for _, members in groupby(chained, key=lambda quantity: quantity.chain):
        chain = tuple(members)
        told = tuple(takewhile(lambda quantity: not quantity.noun.endswith(_NOT_SECTIONS), chain))
        best = best_for(chain)
        if 1 < len(told) < len(chain) and not (best and all(map(best.agrees, range(len(told), len(chain))))):
            best = best_for(told)  # the measures are told in prose
        if best is not None:
            yield from _judge(document, census, best)


def _ranked(census: Census, chain: tuple[Quantity, ...], values: Sequence[int]) -> list[Alignment]:
    """The alignments from the best: the most hits, then the most levels, then the fewest misses; of equals the last in the text.

    The root comes first in the census, and a part of the draft says more than the whole.
    """
    roots = census.roots_counting(values, least=1 if len(chain) == 2 else min(2, len(set(values))))
    found = [
        each for root in reversed(roots) for each in reversed([*_alignments(census.under(root), chain)]) if each.hits
    ]
    return sorted(found, key=lambda each: (-each.hits, each.levels.count(None), len(each.misses), each.inner))


def _alignments(levels: tuple[Level, ...], chain: tuple[Quantity, ...]) -> Iterator[Alignment]:
    for start in range(len(levels)):
        here = [levels[start + n] if start + n < len(levels) else None for n in range(len(chain))]
        yield Alignment(chain, tuple(here))


def _judge(document: Document, census: Census, alignment: Alignment) -> Iterator[Comparison]:
    missing = len(alignment.chain) - alignment.hits
    if alignment.hits >= 2 and (missing != len(alignment.misses) or missing <= 1) and _no_chance(census, alignment):
        yield from _agreeing(document, alignment)
        if missing == 1 == len(alignment.misses):
            yield from _mismatch(document, census, alignment, firm=True)
    elif alignment.hits == 1 and len(alignment.chain) == 2 and alignment.misses:
        yield from _mismatch(document, census, alignment, firm=False)


def _no_chance(census: Census, alignment: Alignment) -> bool:
    if alignment.hits > 2 or max(q.value for n, q in enumerate(alignment.chain) if alignment.agrees(n)) >= _FEW:
        return True
    return any(level is not None and of_problems(census, level.sections) for level in alignment.levels)


def _agreeing(document: Document, alignment: Alignment) -> Iterator[Comparison]:
    for index, (quantity, level) in enumerate(zip(alignment.chain, alignment.levels, strict=True)):
        if level is not None and alignment.agrees(index):
            yield verified(quantity, level_tally(level, int(quantity.value)), words_of(document, quantity))


def _mismatch(document: Document, census: Census, alignment: Alignment, *, firm: bool) -> Iterator[Comparison]:
    """The one member that does not agree, where nothing else explains it."""
    index = alignment.misses[0]
    quantity, level = alignment.chain[index], alignment.levels[index]
    if level is None or not _comparable(census, alignment, index, level):
        return
    value = int(quantity.value)
    nearest = min(level.counts, key=lambda count: abs(count - value))
    off = abs(nearest - value)
    if not on_the_matter(quantity) or _explained(document, level, value):
        return
    if not firm and not (_groups_differ(alignment, off) if index + 1 < len(alignment.chain) else off <= _NEAR):
        return
    others = tuple(
        Operand(
            other.span, "同一串数字中的这一项与标题数相符", "this figure of the same chain agrees with the headings"
        )
        for n, other in enumerate(alignment.chain)
        if alignment.agrees(n)
    )
    sure = firm and off <= max(_NEAR + 1, value // 4) and not _IN_PART.search(document.source.text)
    yield contradicted(quantity, level_tally(level, nearest), words_of(document, quantity), firm=sure, others=others)


def _groups_differ(alignment: Alignment, off: int) -> bool:
    """Whether the problems of a chain are just as many as the headings, and the groups above them one more or less."""
    problems, level = alignment.chain[-1].value, alignment.levels[-1]
    return level is not None and problems >= _FEW and problems == len(level.sections) and off == 1


def _comparable(census: Census, alignment: Alignment, index: int, level: Level) -> bool:
    """Whether the chain and the levels count the same: problems told in headings, in one part of the draft."""
    if alignment.inner or not of_problems(census, alignment.deepest.sections):
        return False
    if not index and level.parted < len(level.sections):  # other parts may stand beside the aspects
        return False
    return not any(member.noun.endswith(_NOT_SECTIONS) for member in alignment.chain)


def _explained(document: Document, level: Level, value: int) -> bool:
    """Whether numbers left out, or headings that lost theirs, account for the difference: other rules speak of those."""
    spare = max(level.lost, captions(document, level.root))
    return any(count < value <= count + spare for count in level.counts)
