"""What can be counted in the tree of a draft: sections by level, runs of numbers, openings and labels that recur, table rows.

The census only counts; what a figure of the draft has to do with one of these counts is for the comparisons to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Document, Kind, Node

_QUOTED = Pattern(r"“[^”]*”|‘[^’]*’|\"[^\"]*\"|「[^」]*」")
_OPENING_QUOTE = Pattern(r"[“‘\"「]")
_SHORTEST_RUN = 3  # fewer headings or openings alike may be chance
_LONGEST_SHARED = 40  # an opening shares no more than this with others before its quotation
_RANK = Pattern(r"序\s*号|编\s*号")
_NUMBER = Pattern(r"\s*[（(]?[0-9０-９]{1,4}[）)]?[.．、]?\s*")
"""A running number as it is typed, and as a word processor writes it: 1, 1., （1）."""


class Level(NamedTuple):
    """The sections at one depth under a root.

    Attributes:
        root: a section, or the root of the document.
        depth: how far below the root, from 1.
        sections: the sections at that depth, in order.
        ended: how many sections have none below them though others have, at each depth above this one, the nearest first.
        parted: how many of the sections have sections below them.
    """

    root: Node
    depth: int
    sections: tuple[Node, ...]
    ended: tuple[int, ...]
    parted: int

    @property
    def counts(self) -> tuple[int, ...]:
        """What a draft may call the number of this level: with or without the branches that end above it."""
        return tuple(dict.fromkeys(accumulate((len(self.sections), *self.ended))))

    @property
    def lost(self) -> int:
        """How many numbers are left out before and within the level, whether its numbering restarts under each parent or runs on."""
        numbers = [s.label.number for s in self.sections if s.label and s.label.number]
        pairs = zip([0, *numbers], numbers, strict=False)
        return sum(number - before - 1 if number > before else number - 1 for before, number in pairs)


class Run(NamedTuple):
    """Sections whose numbers run on and whose headings are built alike."""

    sections: tuple[Node, ...]
    whole: int  # how many sections the numbering holds in all, runs of another form included


class Recurring(NamedTuple):
    """Leaves that begin with the same words: 针对“举一反三”整改事项“…”问题, or labels that are the same (存在问题)."""

    words: str
    nodes: tuple[Node, ...]


class Table(NamedTuple):
    """The rows of a table that carry a running number, and the words of its header."""

    header: Node
    rows: tuple[Node, ...]


class Census:
    """The counts of one document, each worked out on first use."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def children(self) -> dict[Node, tuple[Node, ...]]:
        """The sections right below each section, and below the root; labels between them do not matter, annexes are left out."""
        document, below = self._document, dict[Node, list[Node]]()
        for section in document.sections:
            above = next(
                (n for n in document.ancestors(section) if n.kind in (Kind.SECTION, Kind.ANNEX)), document.root
            )
            if above.kind is not Kind.ANNEX:
                below.setdefault(above, []).append(section)
        return {node: tuple(sections) for node, sections in below.items()}

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The levels under every section that has some, and under the root."""
        return tuple(level for levels in self._by_root.values() for level in levels)

    @cached_property
    def _by_root(self) -> dict[Node, tuple[Level, ...]]:
        return {root: tuple(self._below(root)) for root in self.children}

    @cached_property
    def _by_count(self) -> dict[int, tuple[Node, ...]]:
        roots: dict[int, dict[Node, None]] = {}
        for level in self.levels:
            for count in (*level.counts, level.parted):
                roots.setdefault(count, {})[level.root] = None
        return {count: tuple(found) for count, found in roots.items()}

    def under(self, root: Node) -> tuple[Level, ...]:
        """The levels below one section or the root, from the top."""
        return self._by_root.get(root, ())

    def roots_counting(self, values: Sequence[int], least: int) -> list[Node]:
        """The sections (and the root) below which at least so many of the values count a level, in the order of the text."""
        hits = Counter(root for value in dict.fromkeys(values) for root in self._by_count.get(value, ()))
        return [root for root in self.children if hits[root] >= least]

    def _below(self, root: Node) -> Iterator[Level]:
        sections, depth, ended = self.children.get(root, ()), 1, tuple[int, ...]()
        while sections:
            parted = sum(section in self.children for section in sections)
            yield Level(root, depth, sections, ended, parted)
            ended = (len(sections) - parted, *ended)
            sections = tuple(child for section in sections for child in self.children.get(section, ()))
            depth += 1

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The runs of continuous numbers, told apart by the form of their headings."""
        return tuple(run for level in self.under(self._document.root) for run in _runs(level.sections))

    @cached_property
    def openings(self) -> tuple[Recurring, ...]:
        """Openings that share their words up to a quotation, the longest shared words first."""
        leaves = [leaf for leaf in self._document.prose if leaf.kind is Kind.OPENING]
        return tuple(_recurring((leaf, _openings(leaf.title or leaf.text)) for leaf in leaves))

    @cached_property
    def labels(self) -> tuple[Recurring, ...]:
        """Labels that recur: 存在问题, 整改措施."""
        leaves = (leaf for leaf in self._document.prose if leaf.kind is Kind.LABEL)
        return tuple(_recurring((leaf, [leaf.title.strip()]) for leaf in leaves if leaf.title.strip()))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables with a column of running numbers."""
        return tuple(table for node in self._document.of(Kind.TABLE) if (table := _table(node)))


def bare(title: str) -> str:
    """A heading without the words it quotes, which say nothing about how it is built."""
    return _QUOTED.sub("“”", title)


def _form(title: str) -> tuple[str, bool, str]:
    """How a heading is built: its first words, whether a quotation follows them at once, and what stands behind the last quotation."""
    skeleton = bare(title)
    head, quote, rest = skeleton.partition("“”")
    if not quote:
        return "", False, ""
    return skeleton[:2], len(head) <= len("针对"), rest.rpartition("“”")[2]


def _runs(sections: Sequence[Node]) -> Iterator[Run]:
    """Cut a level where its numbering starts again and, within one numbering, where the form of the headings changes."""
    for series in _series(sections):
        forms = [_form(section.title) for section in series]
        begin = 0
        for index in range(1, len(series) + 1):
            if index == len(series) or forms[index] != forms[begin]:
                if index - begin >= _SHORTEST_RUN:
                    yield Run(tuple(series[begin:index]), len(series))
                begin = index


def _series(sections: Sequence[Node]) -> Iterator[list[Node]]:
    """The stretches of a level whose numbers count up one by one."""
    series: list[Node] = []
    for section in sections:
        number = section.label.number if section.label else None
        last = series[-1].label if series else None
        if series and (number is None or last is None or last.number is None or number != last.number + 1):
            yield series
            series = []
        series.append(section)
    if series:
        yield series


def _openings(text: str) -> list[str]:
    """The words before each quotation at the start of an opening."""
    return [text[: quote.start()] for quote in _OPENING_QUOTE.finditer(text, 0, _LONGEST_SHARED) if quote.start()]


def _recurring(leaves: Iterable[tuple[Node, list[str]]]) -> Iterator[Recurring]:
    """Group leaves by the longest words that enough of them share."""
    known = list(leaves)
    shared = Counter(words for _, starts in known for words in starts)
    groups: dict[str, list[Node]] = {}
    for leaf, starts in known:
        common = [words for words in starts if shared[words] >= _SHORTEST_RUN]
        if common:
            groups.setdefault(max(common, key=len), []).append(leaf)
    for words in sorted(groups, key=len, reverse=True):
        yield Recurring(words, tuple(groups[words]))


def _table(node: Node) -> Table | None:
    rows = [child for child in node.children if child.kind is Kind.ROW]
    if len(rows) <= _SHORTEST_RUN or not any(_RANK.fullmatch(cell.text) for cell in rows[0].cells):
        return None
    column = next(n for n, cell in enumerate(rows[0].cells) if _RANK.fullmatch(cell.text))
    numbered = tuple(row for row in rows[1:] if len(row.cells) > column and _NUMBER.fullmatch(row.cells[column].text))
    return Table(rows[0], numbered)
