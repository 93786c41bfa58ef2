"""How a draft numbers its headings, and where it breaks its own habit.

The headings of one form that follow one another make a run. Whether numbers start again under each heading above or run on across
them is the draft's own choice: it is inferred for each form, and with too little evidence both are accepted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from disclosure_grammar import numerals
from disclosure_grammar.tree import HEADING_FORMS, NOT_PROSE, Document, Form, Kind, Label, Node
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
        alone: whether this number alone is wrong: with the expected one the list is sound, and no other place names it.
    """

    slip: Slip
    section: Node
    expected: int
    missing: tuple[int, ...] = ()
    other: Node | None = None
    before: Node | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Misformed:
    """A heading whose number is right and whose form is that of another level: ``2、`` between ``一、`` and ``三、``.

    Attributes:
        section: the section.
        model: the label of a section of the level it belongs to.
    """

    section: Node
    model: Label


@dataclass(frozen=True, slots=True)
class _Judgement:
    faults: tuple[NumberingFault, ...]
    unnumbered: tuple[Unnumbered, ...]
    misformed: tuple[Misformed, ...]


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
    def _judged(self) -> _Judgement:
        return _judge(self._document, self.runs, self.groups)

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


def _above(document: Document, node: Node) -> Node | None:
    """The section, annex or draft a node stands in, labelled blocks not counted."""
    return next((a for a in document.ancestors(node) if a.kind in (Kind.SECTION, Kind.ANNEX, Kind.DOCUMENT)), None)


def _by_form(groups: Sequence[tuple[Node, ...]]) -> dict[Form, list[tuple[Node, ...]]]:
    forms: dict[Form, list[tuple[Node, ...]]] = {}
    for group in groups:
        label = group[0].label
        if label is not None:
            forms.setdefault(label.form, []).append(group)
    return forms


def _habit(document: Document, groups: Sequence[tuple[Node, ...]]) -> Habit:
    """The habit that the beginnings of the groups show; only a clear majority counts."""
    restart = run_on = 0
    for before, group in zip(groups, groups[1:], strict=False):
        restart += _begin(group) == 1
        run_on += _follows(before, group) and _grandparent(document, before) is _grandparent(document, group)
    if restart >= _FIRM_VOTES and restart > 2 * run_on:
        return Habit.RESTART
    return Habit.RUN_ON if run_on > 2 * restart else Habit.UNKNOWN


def _follows(before: tuple[Node, ...], group: tuple[Node, ...]) -> bool:
    """Whether a group goes on where the one before it ended."""
    return _begin(group) != 1 and _begin(group) in (number_of(before[-1]) + 1, _begin(before) + len(before))


def _begin(group: tuple[Node, ...]) -> int:
    """The number a group begins with; where its first is not followed by the next, the one that most of the others point to."""
    numbers = [number_of(section) for section in group]
    if numbers[0] == 1 or len(numbers) == 1 or numbers[1] == numbers[0] + 1:
        return numbers[0]
    return Counter(number - place for place, number in enumerate(numbers)).most_common(1)[0][0]


def _grandparent(document: Document, group: tuple[Node, ...]) -> Node | None:
    above = _above(document, group[0])
    return _above(document, above) if above is not None else None


def _runs(document: Document, form: Form, groups: Sequence[tuple[Node, ...]], habit: Habit) -> Iterator[Run]:
    chain: list[Node] = []
    breaks: set[int] = set()
    starts: tuple[int, ...] = (1,)
    last: tuple[Node, ...] | None = None
    for group in groups:
        joins = last is not None and (_grandparent(document, last) is _grandparent(document, group) or _follows(last, group))
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
    tail = last.text.rstrip()[-12:]
    return tail.endswith(("：", ":")) or any(word in tail for word in _LEADS_IN[2:])


def _judge(document: Document, runs: Sequence[Run], groups: Sequence[tuple[Node, ...]]) -> _Judgement:
    lazy = document.source.markup == "markdown"
    found = [(run, fault) for run in runs for fault in _faults_of(run, lazy=lazy)]
    misformed = list(_misformed(document, found))
    odd = {wrong.section for wrong in misformed}
    above = {run.sections[fault.index]: fault.slip for run, fault in found}
    faults: list[NumberingFault] = []
    lines: list[Unnumbered] = []
    for run, fault in found:
        if _is_excerpt(run, fault) or _follows_from(document, run, fault, above) or _explained(document, run, fault, odd):
            continue
        if _is_inline(document, run, fault):
            continue
        lost = _lost_lines(document, run, fault)
        lines.extend(lost)
        if not lost:
            faults.append(_on_tree(document, run, fault))
    lines.extend(find_lookalikes(document, groups, {line.node for line in lines}))
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


def _misformed(document: Document, found: Sequence[tuple[Run, SequenceFault]]) -> Iterator[Misformed]:
    """Pairs of faults that one label in the wrong form explains."""
    odd = {run.sections[fault.index] for run, fault in found}
    seen: set[Node] = set()
    for run, fault in found:
        wrong = _too_low(run, fault, odd) or _too_high(document, run, fault, odd)
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


def _too_high(document: Document, run: Run, fault: SequenceFault, odd: Collection[Node]) -> Misformed | None:
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


def _follows_from(document: Document, run: Run, fault: SequenceFault, above: Mapping[Node, Slip]) -> bool:
    """Whether numbers that run on are wrong only because the section above is: its items were lost or doubled with it."""
    section = run.sections[fault.index]
    parent = _above(document, section)
    if parent is None or above.get(parent) is not fault.slip:
        return False
    return not fault.index or _above(document, run.sections[fault.index - 1]) is not parent


def _explained(document: Document, run: Run, fault: SequenceFault, odd: Collection[Node]) -> bool:
    """Whether a fault goes back to a heading in the wrong form."""
    section = run.sections[fault.index]
    others = {section, _above(document, section)}
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
    """Whether the numbers that no line opens with stand inside a paragraph: 1.……；2.……。"""
    if fault.slip is not Slip.GAP or not fault.index:
        return False
    before, after = run.sections[fault.index - 1], run.sections[fault.index]
    text = document.source.text[before.heading.prose.offset(0) : after.span.start]
    label = after.label
    assert label is not None
    return all(re.search(rf"[。；;：:，,\s]{re.escape(written(label, number))}(?![0-9])", text) for number in fault.missing)


def _lost_lines(document: Document, run: Run, fault: SequenceFault) -> tuple[Unnumbered, ...]:
    if fault.slip is not Slip.GAP:
        return ()
    before = run.sections[fault.index - 1] if fault.index else None
    return find_in_gap(document, before, run.sections[fault.index], run.sections, fault.missing)


def _on_tree(document: Document, run: Run, fault: SequenceFault) -> NumberingFault:
    numbers = list(run.numbers)
    numbers[fault.index] = fault.expected
    alone = fault.slip is not Slip.GAP and not find_faults(numbers, run.starts, run.breaks)
    section = run.sections[fault.index]
    return NumberingFault(
        fault.slip,
        section,
        fault.expected,
        fault.missing,
        run.sections[fault.other] if fault.other is not None else None,
        run.sections[fault.index - 1] if fault.index else None,
        alone and not _is_referred_to(document, section),
    )


def _is_referred_to(document: Document, section: Node) -> bool:
    """Whether the text speaks of an item by this number (前述第（二）项)."""
    text = document.source.text
    if "第" not in text or section.label is None:
        return False
    number = number_of(section)
    names = {section.label.text.rstrip("、.．，,"), f"{number}项", f"{number}条", f"{number}点"}
    names |= {f"{numerals.chinese(number)}{unit}" for unit in "项条点"}
    return any(f"第{name}" in text for name in names)
