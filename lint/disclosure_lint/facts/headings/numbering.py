"""Where the headings of a draft break its own habit of numbering."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from disclosure_grammar import numerals
from disclosure_grammar.tree import Document, Form, Label, Node
from disclosure_lint.facts.headings import doubled
from disclosure_lint.facts.headings.doubled import Doubled
from disclosure_lint.facts.headings.lookalikes import find_lookalikes
from disclosure_lint.facts.headings.runs import (
    Group,
    Habit,
    Run,
    above,
    by_form,
    groups_of,
    habit_of,
    number_of,
    runs_of,
    with_number,
)
from disclosure_lint.facts.headings.sequence import SequenceFault, Slip, find_faults
from disclosure_lint.facts.headings.unnumbered import Unnumbered, find_in_gap

_NEAR = 12  # how many siblings on either side of a gap show how its headings are written
_FEW = 3  # how many numbers may be lost at the start of a list before it is taken for an excerpt


class NumberingFault(NamedTuple):
    """One number that breaks the habit.

    Attributes:
        slip: a gap, a duplicate or a disorder.
        section: the section whose label shows it.
        expected: the number that belongs there.
        missing: the numbers a gap leaves out.
        other: the section with the same number, or the one this has changed places with.
        before: the section of the run that stands just before, if any.
        alone: whether this number alone is wrong: with the expected one the list is sound, and no other place names it.
    """

    slip: Slip
    section: Node
    expected: int
    missing: tuple[int, ...] = ()
    other: Node | None = None
    before: Node | None = None
    alone: bool = False


class Misformed(NamedTuple):
    """A heading whose number is right and whose form is that of another level: ``2、`` between ``一、`` and ``三、``.

    Attributes:
        section: the section.
        model: the label of a section of the level it belongs to.
    """

    section: Node
    model: Label


class _Judgement(NamedTuple):
    faults: tuple[NumberingFault, ...]
    unnumbered: tuple[Unnumbered, ...]
    misformed: tuple[Misformed, ...]


class Numbering:
    """The numbering of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The numbered sections by parent and form, in the order of their first."""
        return tuple(groups_of(self._document))

    @cached_property
    def habits(self) -> dict[Form, Habit]:
        """What the draft does with each form."""
        return {form: habit_of(self._document, groups) for form, groups in by_form(self.groups).items()}

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """All runs of numbers."""
        return tuple(
            run
            for form, groups in by_form(self.groups).items()
            for run in runs_of(self._document, form, groups, self.habits[form])
        )

    @cached_property
    def _judged(self) -> _Judgement:
        return _judge(self._document, self.runs, self.groups, self.habits)

    @property
    def faults(self) -> tuple[NumberingFault, ...]:
        """Gaps, duplicates and disorder; a heading that has merely lost its number makes no gap."""
        return self._judged.faults

    @property
    def unnumbered(self) -> tuple[Unnumbered, ...]:
        """Headings without a number among numbered ones."""
        return self._judged.unnumbered

    @property
    def misformed(self) -> tuple[Misformed, ...]:
        """Headings whose number fits their place, written in the form of another level."""
        return self._judged.misformed

    @cached_property
    def doubled(self) -> tuple[Doubled, ...]:
        """Headings with two numbers."""
        return tuple(doubled.find(self._document))


def _judge(
    document: Document, runs: Sequence[Run], groups: Sequence[Group], habits: Mapping[Form, Habit]
) -> _Judgement:
    lazy = document.source.markup == "markdown"
    found = [(run, fault) for run in runs for fault in _faults_of(run, lazy=lazy)]
    misformed = list(_misformed(found))
    odd = {wrong.section for wrong in misformed}
    running_on = {form for form, habit in habits.items() if habit is Habit.RUN_ON}
    slips = {run.sections[fault.index]: fault.slip for run, fault in found}
    faults: list[NumberingFault] = []
    lines: list[Unnumbered] = []
    for run, fault in found:
        if (
            _is_excerpt(run, fault)
            or _follows_from(document, run, fault, slips)
            or _explained(document, run, fault, odd)
        ):
            continue
        if _is_inline(document, run, fault) or _is_emptied(document, run, fault):
            continue
        lost = _lost_lines(document, run, fault, running_on)
        lines.extend(lost)
        if not lost:
            faults.append(_on_tree(document, run, fault))
    lines.extend(find_lookalikes(document, groups, {line.node for line in lines}))
    faults = [fault for fault in faults if not (_begins_anew(fault, lines) or _runs_on(document, fault, lines))]
    return _Judgement(
        tuple(sorted(faults, key=lambda fault: document.order(fault.section))),
        tuple(sorted(lines, key=lambda line: document.order(line.node))),
        tuple(misformed),
    )


def _faults_of(run: Run, *, lazy: bool) -> tuple[SequenceFault, ...]:
    """The faults of a run. Markdown may number every item 1.; elsewhere that is one fault: the numbers were lost."""
    if len(run.sections) > 1 and set(run.numbers) == {1}:
        return () if lazy and run.form is Form.ARABIC else find_faults(run.numbers[:2], run.starts)
    return find_faults(run.numbers, run.starts, run.breaks)


def _misformed(found: Sequence[tuple[Run, SequenceFault]]) -> Iterator[Misformed]:
    """Pairs of faults that one label in the wrong form explains."""
    odd = {run.sections[fault.index] for run, fault in found}
    seen: set[Node] = set()
    for run, fault in found:
        wrong = _too_low(run, fault, odd) or _too_high(run, fault, odd)
        if wrong is not None and wrong.section not in seen:
            seen.add(wrong.section)
            yield wrong


def _too_low(run: Run, fault: SequenceFault, odd: Collection[Node]) -> Misformed | None:
    """``2、`` below 一、 where 三、 comes next: the number that is missing above stands one level too low."""
    if fault.slip is not Slip.GAP or not fault.index or len(fault.missing) > 1:
        return None
    before = run.sections[fault.index - 1]
    below = [node for node in before.walk() if node is not before and node in odd and number_of(node) == fault.expected]
    model = before.label
    return Misformed(below[0], model) if len(below) == 1 and model is not None else None


def _too_high(run: Run, fault: SequenceFault, odd: Collection[Node]) -> Misformed | None:
    """``二、`` between （一） and （三）: the list below is cut in two, and goes on where it was left."""
    places = [place for place in (fault.index, fault.other) if place]
    for place in places:
        section, before = run.sections[place], run.sections[place - 1]
        if not section.sections or not before.sections or section.sections[0] not in odd:
            continue
        left, goes_on = before.sections[-1], section.sections[0]
        same = left.label is not None and goes_on.label is not None and left.label.form is goes_on.label.form
        if same and number_of(left) + 1 == number_of(section) == number_of(goes_on) - 1 and left.label is not None:
            return Misformed(section, left.label)
    return None


def _follows_from(document: Document, run: Run, fault: SequenceFault, slips: Mapping[Node, Slip]) -> bool:
    """Whether numbers that run on are wrong only because the section above is: its items were lost or doubled with it."""
    section = run.sections[fault.index]
    parent = above(document, section)
    if parent is None or slips.get(parent) is not fault.slip:
        return False
    return not fault.index or above(document, run.sections[fault.index - 1]) is not parent


def _explained(document: Document, run: Run, fault: SequenceFault, odd: Collection[Node]) -> bool:
    """Whether a fault goes back to a heading in the wrong form."""
    section = run.sections[fault.index]
    others = {section, above(document, section)}
    if fault.other is not None:
        others.add(run.sections[fault.other])
    if fault.slip is Slip.GAP and fault.index:
        others.update(run.sections[fault.index - 1].walk())
    return not others.isdisjoint(odd)


def _is_excerpt(run: Run, fault: SequenceFault) -> bool:
    """Whether a list that starts late is no list of this draft (a quoted item, a line that only looks numbered)."""
    if fault.slip is not Slip.GAP or fault.index:
        return False
    return len(fault.missing) > _FEW or (len(run.sections) == 1 and fault.missing != (1,))


def _is_inline(document: Document, run: Run, fault: SequenceFault) -> bool:
    """Whether the numbers that no line opens with stand inside a paragraph (1.……；2.……), or before a figure (5.5公里堤防……)."""
    if fault.slip is not Slip.GAP or not fault.index:
        return False
    before, after = run.sections[fault.index - 1], run.sections[fault.index]
    text = document.source.text[before.heading.prose.offset(0) : after.span.start]
    label = after.label
    assert label is not None
    written = (re.escape(with_number(label, number)) for number in fault.missing)
    return all(re.search(rf"[。；;：:，,\s]{each}(?![0-9０-９])|[\r\n][ \t\u3000]*{each}", text) for each in written)


def _is_emptied(document: Document, run: Run, fault: SequenceFault) -> bool:
    """Whether numbers that run on are missing because a section in between has lost all that stood under it."""
    if fault.slip is not Slip.GAP:
        return False
    after = run.sections[fault.index]
    start = 0
    if fault.index:
        before = run.sections[fault.index - 1]
        if above(document, before) is above(document, after):
            return False
        start = before.span.end
    place = bisect_left(document.sections, start, key=lambda section: section.span.start)
    between = takewhile(lambda section: section is not after, document.sections[place:])
    return any(len(section.children) == 1 and _is_higher(section, after) for section in between)


def _is_higher(section: Node, other: Node) -> bool:
    return section.level is not None and other.level is not None and section.level < other.level


def _lost_lines(
    document: Document, run: Run, fault: SequenceFault, running_on: Collection[Form]
) -> tuple[Unnumbered, ...]:
    if fault.slip is not Slip.GAP:
        return ()
    before = run.sections[fault.index - 1] if fault.index else None
    near = run.sections[max(fault.index - _NEAR, 0) : fault.index + _NEAR]
    return find_in_gap(document, before, run.sections[fault.index], near, fault.missing, running_on)


def _on_tree(document: Document, run: Run, fault: SequenceFault) -> NumberingFault:
    section = run.sections[fault.index]
    return NumberingFault(
        fault.slip,
        section,
        fault.expected,
        fault.missing,
        run.sections[fault.other] if fault.other is not None else None,
        run.sections[fault.index - 1] if fault.index else None,
        _is_alone(run, fault) and not _is_referred_to(document, section),
    )


def _begins_anew(fault: NumberingFault, lines: Sequence[Unnumbered]) -> bool:
    """Whether a list begins anew below a heading that has lost its number: the numbers are right, the heading is told of."""
    section, before = fault.section, fault.before
    if before is None or fault.slip is Slip.GAP or number_of(section) != 1:
        return False
    return any(
        line.firm
        and before.span.start < line.node.span.start < section.span.start
        and any(_is_higher(sibling, section) for sibling in line.siblings[:1])
        for line in lines
    )


def _runs_on(document: Document, fault: NumberingFault, lines: Sequence[Unnumbered]) -> bool:
    """Whether a list goes on below a heading that has lost its number, as automatic numbers do: the heading is told of."""
    section, label = fault.section, fault.section.label
    if fault.slip is not Slip.GAP or fault.before is not None or label is None:
        return False
    earlier = [
        other
        for other in document.sections[
            : bisect_left(document.sections, section.span.start, key=lambda each: each.span.start)
        ]
        if other.label is not None and other.label.form is label.form
    ]
    if not earlier or number_of(earlier[-1]) != number_of(section) - 1:
        return False
    return any(line.firm and earlier[-1].span.start < line.node.span.start < section.span.start for line in lines)


def _is_alone(run: Run, fault: SequenceFault) -> bool:
    """Whether the expected number fits between its neighbours."""
    before, after = fault.index - 1, fault.index + 1
    if fault.slip is Slip.GAP or (before >= 0 and number_of(run.sections[before]) != fault.expected - 1):
        return False
    return after == len(run.sections) or number_of(run.sections[after]) == fault.expected + 1


def _is_referred_to(document: Document, section: Node) -> bool:
    """Whether the text speaks of an item by this number (前述第（二）项)."""
    text = document.source.text
    if "第" not in text or section.label is None:
        return False
    number = number_of(section)
    names = {section.label.text.rstrip("、.．，,"), f"{number}项", f"{number}条", f"{number}点"}
    names |= {f"{numerals.chinese(number)}{unit}" for unit in "项条点"}
    return any(f"第{name}" in text for name in names)
