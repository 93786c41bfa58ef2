"""The runs of numbers that the headings of a draft make.

The headings of one form that follow one another make a run. Whether numbers start again under each heading above or run on across
them is the draft's own choice: it is inferred for each form, and with too little evidence both are accepted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from disclosure_grammar import numerals
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import HEADING_FORMS, NOT_PROSE, Document, Form, Kind, Label, Node

_LEADS_IN = Pattern(r"[：:]$|如下|下列|(?<![0-9０-９岁级元次年人名万个%％])以下")
_FIRM_VOTES = 2
_TWO_DIGITS = 10
_NUMERAL = Pattern(r"[0-9]+|[０-９]+|[零〇○一二三四五六七八九十百]+|[①-⑳]")
_TO_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_MOST_CIRCLED = 20

Group = tuple[Node, ...]
"""The sections of one form under one heading."""


class Habit(StrEnum):
    """What the numbers of one form do under the next heading above."""

    RESTART = "restart"
    RUN_ON = "run-on"
    UNKNOWN = "unknown"


class Run(NamedTuple):
    """Numbered headings of one form that belong to one list.

    Attributes:
        form: how their labels are written.
        sections: the headings' sections, in the order of the text.
        starts: the numbers the run may begin with.
        breaks: the places in ``sections`` at which a new list may begin.
    """

    form: Form
    sections: tuple[Node, ...]
    starts: tuple[int, ...]
    breaks: frozenset[int]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers as they stand."""
        return tuple(number_of(section) for section in self.sections)


def number_of(section: Node) -> int:
    """The number of a section that has one."""
    assert section.label is not None
    assert section.label.number is not None
    return section.label.number


def with_number(label: Label, number: int) -> str:
    """A label with another number, written the same way: ``（三）`` for 3 after ``（二）``."""

    def numeral(match: re.Match[str]) -> str:
        first = match[0][0]
        if first in "0123456789":
            return str(number)
        if "０" <= first <= "９":
            return str(number).translate(_TO_FULL_WIDTH)
        if "①" <= first <= "⑳":
            return numerals.circled(number) if number <= _MOST_CIRCLED else str(number)
        return numerals.chinese(number)

    return _NUMERAL.sub(numeral, label.text, count=1)


def groups_of(document: Document) -> Iterator[Group]:
    """The numbered sections by parent and form, in the order of their first."""
    groups: dict[tuple[Node, Form], list[Node]] = {}
    for section in document.sections:
        if section.label is not None and section.label.number is not None:
            groups.setdefault((_home(document, section), section.label.form), []).append(section)
    return (tuple(group) for group in groups.values())


def _home(document: Document, section: Node) -> Node:
    """What a section is numbered in: the node above it, unless that is a labelled block whose own list stands lower (整改措施：1. 2. （二）)."""
    home = document.parent(section) or document.root
    while home.kind is Kind.LABELLED and _rank(home.sections[0]) > _rank(section):
        home = document.parent(home) or document.root
    return home


def _rank(section: Node) -> int:
    return HEADING_FORMS.index(section.label.form) if section.label is not None else 0


def above(document: Document, node: Node) -> Node | None:
    """The section, annex or draft a node stands in, labelled blocks not counted."""
    return next((a for a in document.ancestors(node) if a.kind in (Kind.SECTION, Kind.ANNEX, Kind.DOCUMENT)), None)


def by_form(groups: Sequence[Group]) -> dict[Form, list[Group]]:
    """The groups of each form, in the order of the text."""
    forms: dict[Form, list[Group]] = {}
    for group in groups:
        label = group[0].label
        if label is not None:
            forms.setdefault(label.form, []).append(group)
    return forms


def habit_of(document: Document, groups: Sequence[Group]) -> Habit:
    """The habit that the beginnings of the groups show; only a clear majority counts."""
    restart = run_on = 0
    for before, group in pairwise(groups):
        restart += _begin(group) == 1
        run_on += _follows(before, group) and _grandparent(document, before) is _grandparent(document, group)
    if restart >= _FIRM_VOTES and restart > 2 * run_on:
        return Habit.RESTART
    return Habit.RUN_ON if run_on > 2 * restart else Habit.UNKNOWN


def _follows(before: Group, group: Group) -> bool:
    """Whether a group goes on where the one before it ended."""
    return _begin(group) != 1 and _begin(group) in (number_of(before[-1]) + 1, _begin(before) + len(before))


def _begin(group: Group) -> int:
    """The number a group begins with; where its first is not followed by the next, the one that most of the others point to.

    A 1 is believed, unless the others make it a 11 that has lost a digit.
    """
    numbers = [number_of(section) for section in group]
    if len(numbers) == 1 or numbers[1] == numbers[0] + 1:
        return numbers[0]
    begin = Counter(number - place for place, number in enumerate(numbers)).most_common(1)[0][0]
    return numbers[0] if numbers[0] == 1 and begin < _TWO_DIGITS else begin


def _grandparent(document: Document, group: Group) -> Node | None:
    parent = above(document, group[0])
    return above(document, parent) if parent is not None else None


def runs_of(document: Document, form: Form, groups: Sequence[Group], habit: Habit) -> Iterator[Run]:
    """The runs that the groups of one form make under a habit: each group by itself, or joined where they run on."""
    chain: list[Node] = []
    breaks: set[int] = set()
    starts: tuple[int, ...] = (1,)
    last: tuple[Node, ...] | None = None
    for group in groups:
        joins = last is not None and (
            _grandparent(document, last) is _grandparent(document, group) or _follows(last, group)
        )
        if chain and not (habit is Habit.RUN_ON and joins):
            yield Run(form, tuple(chain), starts, frozenset(breaks))
            follows = number_of(chain[-1]) + 1
            chain, breaks = [], set()
            starts = (1,) if habit is Habit.RESTART else (1, follows)
        elif chain:
            breaks.add(len(chain))
        breaks.update(len(chain) + place for place in _breaks(document, group))
        chain.extend(group)
        last = group
    if chain:
        yield Run(form, tuple(chain), starts, frozenset(breaks))


def _breaks(document: Document, group: Group) -> Iterator[int]:
    """The places in a group at which some words, or headings of another form, lead a new list in."""
    text = document.source.text
    for index in range(1, len(group)):
        before, section = group[index - 1], group[index]
        if text[before.span.end : section.span.start].strip() or _led_in(before):
            yield index


def _led_in(section: Node) -> bool:
    """Whether a section ends in words that open a list."""
    last = None
    for leaf in section.leaves():
        if leaf.kind not in NOT_PROSE:
            last = leaf
    if last is None or last is section.heading:
        return False
    if last.kind in (Kind.CAPTION, Kind.LABEL, Kind.OPENING):
        return True
    return bool(_LEADS_IN.search(last.text.rstrip()[-12:]))
