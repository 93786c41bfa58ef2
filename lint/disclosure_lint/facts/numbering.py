"""How a draft numbers its headings, and where it breaks its own habit.

The headings of one form that follow one another make a run. Whether numbers start again under each heading above or run on across
them is the draft's own choice: it is inferred for each form, and with too little evidence both are accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from disclosure_grammar import numerals
from disclosure_grammar.tree import NOT_PROSE, Document, Form, Kind, Label, Node
from disclosure_lint.facts.sequence import SequenceFault, Slip, find_faults
from disclosure_lint.facts.unnumbered import Unnumbered, find_in_gap, find_lookalikes

_LEADS_IN = ("：", ":", "以下", "如下", "下列")
_FEW = 3  # how many numbers may be lost at the start of a list before it is taken for an excerpt
_FIRM_VOTES = 2
_NUMERAL = re.compile(r"[0-9]+|[０-９]+|[零〇○一二三四五六七八九十百]+|[①-⑳]")
_TO_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_MOST_CIRCLED = 20


class Habit(StrEnum):
    """What the numbers of one form do under the next heading above."""

    RESTART = "restart"
    RUN_ON = "run-on"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Run:
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


@dataclass(frozen=True, slots=True)
class NumberingFault:
    """One number that breaks the habit.

    Attributes:
        slip: a gap, a duplicate or a disorder.
        section: the section whose label shows it.
        expected: the number that belongs there.
        missing: the numbers a gap leaves out.
        other: the section with the same number, or the one this has changed places with.
        before: the section of the run that stands just before, if any.
    """

    slip: Slip
    section: Node
    expected: int
    missing: tuple[int, ...] = ()
    other: Node | None = None
    before: Node | None = None


class Numbering:
    """The numbering of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def groups(self) -> tuple[tuple[Node, ...], ...]:
        """The numbered sections by parent and form, in the order of their first."""
        return tuple(_groups(self._document))

    @cached_property
    def habits(self) -> dict[Form, Habit]:
        """What the draft does with each form."""
        return {form: _habit(self._document, groups) for form, groups in _by_form(self.groups).items()}

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """All runs of numbers."""
        return tuple(
            run
            for form, groups in _by_form(self.groups).items()
            for run in _runs(self._document, form, groups, self.habits[form])
        )

    @cached_property
    def _judged(self) -> tuple[tuple[NumberingFault, ...], tuple[Unnumbered, ...]]:
        faults: list[NumberingFault] = []
        lines: list[Unnumbered] = []
        for run in self.runs:
            for fault in find_faults(run.numbers, run.starts, run.breaks):
                if _is_excerpt(run, fault):
                    continue
                lost = _lost_lines(self._document, run, fault)
                lines.extend(lost)
                if not lost:
                    faults.append(_on_tree(run, fault))
        lines.extend(find_lookalikes(self._document, self.groups, {line.node for line in lines}))
        order = self._document.order
        return (
            tuple(sorted(faults, key=lambda fault: order(fault.section))),
            tuple(sorted(lines, key=lambda line: order(line.node))),
        )

    @property
    def faults(self) -> tuple[NumberingFault, ...]:
        """Gaps, duplicates and disorder; a heading that has merely lost its number makes no gap."""
        return self._judged[0]

    @property
    def unnumbered(self) -> tuple[Unnumbered, ...]:
        """Headings without a number among numbered ones."""
        return self._judged[1]


def number_of(section: Node) -> int:
    """The number of a section that has one."""
    assert section.label is not None
    assert section.label.number is not None
    return section.label.number


def written(label: Label, number: int) -> str:
    """Another number, written the way a label is: ``（三）`` for 3 after ``（二）``."""

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


def _groups(document: Document) -> Iterator[tuple[Node, ...]]:
    for parent in document.root.walk():
        groups: dict[Form, list[Node]] = {}
        for child in parent.children:
            if child.kind is Kind.SECTION and child.label is not None and child.label.number is not None:
                groups.setdefault(child.label.form, []).append(child)
        yield from (tuple(group) for group in groups.values())


def _by_form(groups: Sequence[tuple[Node, ...]]) -> dict[Form, list[tuple[Node, ...]]]:
    forms: dict[Form, list[tuple[Node, ...]]] = {}
    for group in groups:
        label = group[0].label
        if label is not None:
            forms.setdefault(label.form, []).append(group)
    return forms


def _habit(document: Document, groups: Sequence[tuple[Node, ...]]) -> Habit:
    """The habit that the firsts of the groups show; only a clear majority counts."""
    restart = run_on = 0
    for before, group in zip(groups, groups[1:], strict=False):
        first, last = number_of(group[0]), number_of(before[-1])
        restart += first == 1
        run_on += first == last + 1 and _grandparent(document, before) is _grandparent(document, group)
    if restart >= _FIRM_VOTES and restart > 2 * run_on:
        return Habit.RESTART
    if run_on >= _FIRM_VOTES and run_on > 2 * restart:
        return Habit.RUN_ON
    return Habit.UNKNOWN


def _grandparent(document: Document, group: tuple[Node, ...]) -> Node | None:
    parent = document.parent(group[0])
    return document.parent(parent) if parent is not None else None


def _runs(document: Document, form: Form, groups: Sequence[tuple[Node, ...]], habit: Habit) -> Iterator[Run]:
    chain: list[Node] = []
    breaks: set[int] = set()
    starts: tuple[int, ...] = (1,)
    last: tuple[Node, ...] | None = None
    for group in groups:
        joins = last is not None and _grandparent(document, last) is _grandparent(document, group)
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


def _breaks(document: Document, group: tuple[Node, ...]) -> Iterator[int]:
    """The places in a group at which some words, or headings of another form, lead a new list in."""
    parent = document.parent(group[0])
    assert parent is not None
    places = {child: place for place, child in enumerate(parent.children)}
    for index in range(1, len(group)):
        before, section = group[index - 1], group[index]
        between = parent.children[places[before] + 1 : places[section]]
        if any(child.kind not in NOT_PROSE for child in between) or _led_in(before):
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
    tail = last.text.rstrip()[-12:]
    return tail.endswith(("：", ":")) or any(word in tail for word in _LEADS_IN[2:])


def _is_excerpt(run: Run, fault: SequenceFault) -> bool:
    """Whether a list that starts late is no list of this draft (a quoted item, a line that only looks numbered)."""
    if fault.slip is not Slip.GAP or fault.index:
        return False
    return len(fault.missing) > _FEW or (len(run.sections) == 1 and fault.missing != (1,))


def _lost_lines(document: Document, run: Run, fault: SequenceFault) -> tuple[Unnumbered, ...]:
    if fault.slip is not Slip.GAP:
        return ()
    before = run.sections[fault.index - 1] if fault.index else None
    return find_in_gap(document, before, run.sections[fault.index], run.sections, fault.missing)


def _on_tree(run: Run, fault: SequenceFault) -> NumberingFault:
    return NumberingFault(
        fault.slip,
        run.sections[fault.index],
        fault.expected,
        fault.missing,
        run.sections[fault.other] if fault.other is not None else None,
        run.sections[fault.index - 1] if fault.index else None,
    )
