"""Counts held against the structure of the draft.

A figure that stands alone is verified only where words bind it to what is counted; equal numbers by themselves prove nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.comparisons import chains
from disclosure_lint.comparisons.model import Comparison
from disclosure_lint.comparisons.tallies import (
    Tally,
    common,
    contradicted,
    countable,
    generic,
    lead_of,
    level_tally,
    mark_of,
    of_problems,
    on_the_matter,
    verified,
    words_of,
)
from disclosure_lint.facts import Facts
from disclosure_lint.facts.figures.vocabulary import GROUP_NOUNS, GROUP_UNITS
from disclosure_lint.facts.headings.census import Census, Level, Recurring, Table, bare
from disclosure_lint.facts.model import Quantity

_COMMON = Pattern(r"针对|关于|整改|事项|问题|任务|具体|的|等|\W")
_REST = ("事项", "问题", "任务", "项目", "意见", "建议")
_CORE = 3  # fewer characters in common are no name
_PARTS = 12  # a draft of more parts has no part for each body that reported
_NAME = 4  # a part is named by as many characters of its heading
_NEAR = 5  # a level this large that is off by one is worth a word


def compare(document: Document, facts: Facts) -> Iterator[Comparison]:
    """Every figure that counts items or groups, held against what can be counted in the tree."""
    census = Census(document)
    quantities = [quantity for quantity in facts.quantities if countable(quantity)]
    found = list(chains.compare(document, census, quantities))
    yield from found
    settled = {comparison.figure for comparison in found}
    singles = [quantity for quantity in quantities if quantity.span not in settled]
    yield from _Singles(document, census, singles).compare()


class _Singles:
    """Figures that stand alone."""

    def __init__(self, document: Document, census: Census, quantities: Sequence[Quantity]) -> None:
        self.document = document
        self.census = census
        self.quantities = quantities
        self.runs: dict[Node, tuple[Node, ...]] = {}  # paragraphs in which a figure agreed with a run, and its sections

    def compare(self) -> Iterator[Comparison]:
        unsettled: list[Quantity] = []
        for quantity in self.quantities:
            comparison = self._by_words(quantity)
            if comparison is not None:
                yield comparison
            else:
                unsettled.append(quantity)
        for quantity in unsettled:
            if comparison := self._other_run(quantity) or self._beside_level(quantity) or self._beside_rows(quantity):
                yield comparison

    def _by_words(self, quantity: Quantity) -> Comparison | None:
        return (
            self._openings(quantity)
            or self._heading(quantity)
            or self._aspects(quantity)
            or self._labels(quantity)
            or self._problems(quantity)
            or self._rows(quantity)
        )

    def _verified(self, quantity: Quantity, tally: Tally) -> Comparison:
        return verified(quantity, tally, words_of(self.document, quantity))

    def _openings(self, quantity: Quantity) -> Comparison | None:
        """举一反三事项32项 beside thirty-two paragraphs that open 针对“举一反三”整改事项."""
        core = _COMMON.sub("", quantity.noun)
        for opening in self.census.openings if len(core) >= _CORE else ():
            if _COMMON.sub("", opening.words) != core:
                continue
            tally = _recurring(opening)
            if tally.count == quantity.value:
                return self._verified(quantity, tally)
            if abs(tally.count - quantity.value) <= 2:
                return contradicted(quantity, tally, words_of(self.document, quantity), firm=False)
        return None

    def _heading(self, quantity: Quantity) -> Comparison | None:
        """A heading that says how many sections it has: （一）党的建设方面4个问题."""
        section = self.document.parent(quantity.node) if quantity.node.kind is Kind.HEADING else None
        levels = self.census.under(section) if section else ()
        level = next(iter(levels), None)
        if level is None or quantity.value != len(level.sections) or not (generic(quantity) or _of_groups(quantity)):
            return None
        return self._verified(quantity, level_tally(level))

    def _aspects(self, quantity: Quantity) -> Comparison | None:
        """六个方面 beside six sections that all call themselves an aspect."""
        words = ("方面", quantity.noun if quantity.noun in GROUP_NOUNS else quantity.unit)
        endings = tuple(f"{word}{rest}" for word in words for rest in ("", "问题", "的问题", "存在的问题"))
        for level in self._tops.get(int(quantity.value), ()) if _of_groups(quantity) else ():
            if all(bare(section.title).endswith(endings) for section in level.sections):
                return self._verified(quantity, level_tally(level))
        return None

    @cached_property
    def _tops(self) -> dict[int, list[Level]]:
        """The levels right below the root or a part, by the number of their sections."""
        tops: dict[int, list[Level]] = {}
        for level in self.census.levels:
            if level.depth == 1 and level.root.level in (None, 1):
                tops.setdefault(len(level.sections), []).append(level)
        return tops

    def _labels(self, quantity: Quantity) -> Comparison | None:
        """六个方面存在的突出问题 beside six labels that read 存在问题."""
        node = quantity.node
        words = node.text[node.prose.index(quantity.span.end) : node.prose.index(quantity.clause.end)]
        for label in self.census.labels if _of_groups(quantity) else ():
            if len(label.nodes) == quantity.value and _read_in(label.words, words):
                return self._verified(quantity, _recurring(label))
        return None

    def _problems(self, quantity: Quantity) -> Comparison | None:
        """具体问题27项 beside the run of problem headings 1. to 27."""
        if not (generic(quantity) and on_the_matter(quantity)):
            return None
        for run in self.census.runs:
            if (
                len(run.sections) < run.whole
                and len(run.sections) == quantity.value
                and of_problems(self.census, run.sections)
            ):
                self.runs.setdefault(quantity.node, run.sections)
                return self._verified(quantity, _run(run.sections))
        for level in self._levels_for(quantity):
            whole = level.root is self.document.root
            if quantity.value in level.counts[: 1 if whole else 2] and not self._mixed(level):
                return self._verified(quantity, level_tally(level, int(quantity.value)))
        return None

    @cached_property
    def _problem_levels(self) -> tuple[tuple[Level, frozenset[Node]], ...]:
        """The levels whose headings read as problems, each with its sections as a set."""
        return tuple(
            (level, frozenset(level.sections))
            for level in self.census.levels
            if len(level.sections) > 1 and level.root.level in (None, 1) and of_problems(self.census, level.sections)
        )

    @cached_property
    def _parts(self) -> frozenset[Node]:
        return frozenset(level.root for level, _ in self._problem_levels if level.root is not self.document.root)

    def _levels_for(self, quantity: Quantity) -> list[Level]:
        """The levels a figure of problems may count: of the part it names, where there are several, and not one it stands in."""
        inside = set(self.document.ancestors(quantity.node))
        root: Node | None = None
        above = 0
        if len(self._parts) > 1:
            named = self._named(self._parts, quantity)
            root, above = (named, 0) if named else (self.document.root, 1)
        fitting = [
            level
            for level, sections in self._problem_levels
            if (root is None or (level.root is root and level.depth > above)) and sections.isdisjoint(inside)
        ]
        return sorted(fitting, key=lambda level: level.root is self.document.root)  # a part says more than the whole

    def _named(self, parts: frozenset[Node], quantity: Quantity) -> Node | None:
        """The part whose heading shares the most with the words before a figure, and with no other figure's more."""
        if len(parts) > _PARTS:
            return None
        shared, part = max(((common(part.title, lead_of(quantity)), part) for part in parts), key=itemgetter(0))
        leads = [lead_of(other) for other in self.quantities if other.node is quantity.node and generic(other)]
        return part if shared >= max(_NAME, *(common(part.title, lead) for lead in leads)) else None

    def _mixed(self, level: Level) -> bool:
        """Whether the level holds headings of several forms, which are unlikely to be counted as one."""
        sections = set(level.sections)
        return any(len(run.sections) < run.whole and sections.issuperset(run.sections) for run in self.census.runs)

    def _other_run(self, quantity: Quantity) -> Comparison | None:
        """The run that is left where another figure of the paragraph agreed with the first and the two make up the whole."""
        first = self.runs.get(quantity.node)
        if first is None or not quantity.noun.endswith(_REST):
            return None
        for run in self.census.runs:
            both = len(run.sections) + len(first)
            if (
                run.sections != first
                and len(run.sections) == quantity.value
                and run.whole == both
                and _adjoin(first, run.sections)
            ):
                return self._verified(quantity, _run(run.sections))
        return None

    def _rows(self, quantity: Quantity) -> Comparison | None:
        """问题23个 beside a table of twenty-three numbered rows whose header says 问题."""
        for table in self.census.tables if generic(quantity) else ():
            if len(table.rows) == quantity.value and quantity.noun[-2:] in table.header.text:
                return self._verified(quantity, _rows(table))
        return None

    def _beside_level(self, quantity: Quantity) -> Comparison | None:
        """重点问题12项 beside eleven headings: not proven wrong, but worth a look."""
        if quantity.chain is not None or not (
            generic(quantity) and quantity.noun.endswith("问题") and on_the_matter(quantity)
        ):
            return None
        for level in self._levels_for(quantity):
            count = len(level.sections)
            if level.root is self.document.root or count < _NEAR or level.lost:
                continue
            if abs(count - quantity.value) == 1 and all("问题" in bare(s.title) for s in level.sections):
                return contradicted(quantity, level_tally(level), words_of(self.document, quantity), firm=False)
        return None

    def _beside_rows(self, quantity: Quantity) -> Comparison | None:
        """问题12个 beside the only table of problems, which has eleven rows."""
        if len(self.census.tables) != 1 or not (generic(quantity) and on_the_matter(quantity)):
            return None
        (table,) = self.census.tables
        count = len(table.rows)
        if quantity.noun[-2:] not in table.header.text or count < _NEAR or not 0 < abs(count - quantity.value) <= 2:
            return None
        return contradicted(quantity, _rows(table), words_of(self.document, quantity), firm=False)


def _rows(table: Table) -> Tally:
    count = len(table.rows)
    return Tally(count, table.rows, f"表中有序号的行共{count}行", f"{count} numbered rows")


def _of_groups(quantity: Quantity) -> bool:
    """Whether a figure counts aspects or categories, not single things."""
    return quantity.noun in GROUP_NOUNS or quantity.unit in GROUP_UNITS


def _recurring(found: Recurring) -> Tally:
    count, words = len(found.nodes), found.words.replace("“", "‘").replace("”", "’")
    if found.nodes[0].kind is Kind.OPENING:
        zh, en = f"以“{words}”开头的段落共{count}个", f"{count} paragraphs that open with {words}"
    else:
        zh, en = f"“{words}”一栏共{count}处", f"{count} places labelled {words}"
    return Tally(count, found.nodes, zh, en)


def _run(sections: tuple[Node, ...]) -> Tally:
    count, first, last = len(sections), mark_of(sections[0]), mark_of(sections[-1])
    return Tally(
        count,
        sections,
        f"写法相同、序号从“{first}”连到“{last}”的标题共{count}个",
        f"{count} headings built alike and numbered {first} to {last}",
    )


def _adjoin(first: tuple[Node, ...], second: tuple[Node, ...]) -> bool:
    """Whether the numbering of one run goes on from the other."""
    ends = [(a[-1].label, b[0].label) for a, b in ((first, second), (second, first))]
    return any(a and b and a.number is not None and b.number == a.number + 1 for a, b in ends)


def _read_in(label: str, words: str) -> bool:
    """Whether the characters of a label stand in a text in this order, nearly side by side: 存在问题 in 存在的突出问题."""
    pattern = r"[^\W\d_]{0,4}".join(map(re.escape, label))
    return len(label) >= _CORE and re.search(pattern, words) is not None
