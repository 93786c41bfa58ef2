"""The measures of a plan, each with the time limit and the owner it has or inherits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from disclosure_grammar.source import Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.deadlines import LIMIT_NAME, is_limit_name
from disclosure_lint.facts.measure_units import (
    MEASURE_COLUMN,
    Unit,
    is_attribute,
    names_measures,
    states_problem,
    units,
)
from disclosure_lint.facts.milestones import Milestones
from disclosure_lint.facts.model import Deadline, Duration, Owner, TimeLimit, When
from disclosure_lint.facts.plan_limits import PlanLimits
from disclosure_lint.facts.table_columns import Columns, cell_span

_BARE_TITLE = re.compile(r"(?:整改|工作|具体|主要)?(?:措施|举措|任务)")
_LIMIT_LABEL = re.compile(
    r"(?:时限|期限|完成时间|整改时间|办结时间)[ \u3000]?[：:][ \u3000]*([^，,。；;：:、\n）)|]{1,20})"
)
_LEDGER = re.compile(
    r"附[件表](?!精神)|见附|(?:整改|任务|问题|销号|总)[^，,。；、]{0,4}台[账帐]|时间表|路线图|任务书"
    r"|(?:任务|责任|整改|问题)(?:分解|分工|责任)?(?:清单|分解表|分工表|一览表)"
)
_CLAUSE_END = re.compile(r"[，,。；;：:！]")


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of a plan.

    Attributes:
        node: the section, labelled block, point or table row.
        span: the words it opens with: what a finding points at.
        limit: the place of a limit that holds for it, its own or an inherited one, or None.
        owner: the place of its owner, own or inherited, or None.
        instead: what is written where the limit should stand and says no time (完成时限：长期坚持), or None.
        vague: a vague word that is the only limit in it (尽快), or None.
    """

    node: Node
    span: Span
    limit: Span | None
    owner: Span | None
    instead: Span | None
    vague: Deadline | None


@dataclass(frozen=True, slots=True)
class Plan:
    """The measures of a plan, and the words that refer to a ledger or timetable outside the text (台账, 附件), if any."""

    measures: tuple[Measure, ...]
    ledger: Span | None


def extract(
    document: Document,
    dates: Sequence[When],
    durations: Sequence[Duration],
    deadlines: Sequence[Deadline],
    owners: Sequence[Owner],
    milestones: Milestones,
) -> Plan:
    """The measures of a plan; a draft of another genre has few or none."""
    limits = PlanLimits(document, dates, durations, deadlines, milestones)
    assigned = _Owners(owners)
    found = list(units(document.root, False))
    general = limits.general(found)
    measures = tuple(
        _measure(document, unit, limits, assigned, general) for block in found for unit in _refine(block, limits)
    )
    tabled = any(unit.columns is not None for unit in found)
    inside = {leaf for unit in found for leaf in unit.node.leaves()}
    return Plan(measures, None if tabled else _ledger(document, inside))


def _ledger(document: Document, inside: set[Node]) -> Span | None:
    """The first words outside the measures that refer to a ledger or an annex."""
    for leaf in document.prose:
        if leaf in inside:
            continue
        if leaf.kind is Kind.ANNEX_NOTE:
            return leaf.words
        match = _LEDGER.search(leaf.text)
        if match:
            return leaf.prose.span(*match.span())
    return None


def _refine(unit: Unit, limits: PlanLimits) -> Iterator[Unit]:
    """The points of a block are judged one by one where most of them have limits of their own."""
    limited = sum(bool(limits.own((point,))) for point in unit.points)
    if len(unit.points) >= 2 and limited * 2 >= len(unit.points):
        yield from (Unit(point) for point in unit.points)
    else:
        yield unit


class _Owners:
    """Owners by leaf."""

    def __init__(self, owners: Sequence[Owner]) -> None:
        self.by_leaf: dict[Node, Span] = {}
        for owner in owners:
            self.by_leaf.setdefault(owner.node, owner.name)

    def of(self, leaves: Iterable[Node]) -> Span | None:
        """The first owner in some leaves."""
        return next((self.by_leaf[leaf] for leaf in leaves if leaf in self.by_leaf), None)


def _own_leaves(node: Node) -> Iterator[Node]:
    """The leaves of a measure that speak of it, its statement of the problem left out."""
    if not node.children:
        yield node
    for child in node.children:
        if not (child.kind is Kind.LABELLED and states_problem(child)):
            yield from _own_leaves(child)


def _measure(document: Document, unit: Unit, limits: PlanLimits, owners: _Owners, general: Span | None) -> Measure:
    if unit.columns is not None:
        return _row(document, unit, unit.columns, limits, owners)
    leaves = list(_own_leaves(unit.node))
    limit, owner = limits.own(leaves), owners.of(leaves)
    instead = next((words for leaf in leaves if (words := _labelled_words(document, leaf))), None)
    vague = limits.of_kind(leaves, TimeLimit.VAGUE)
    below = unit.node
    for above in document.ancestors(unit.node):
        own, named = _words_of(above, below)
        below = above
        limit = limit or limits.passed_on(own) or limits.passed_on(named, named=True)
        owner = owner or owners.of([*own, *named])
        instead = instead or next((words for leaf in named if (words := _labelled_words(document, leaf))), None)
        vague = vague or limits.of_kind(named, TimeLimit.VAGUE)
    limit = limit or general or _done_already(document, instead)
    return Measure(unit.node, _opening_words(unit.node), limit, owner, instead, vague)


def _done_already(document: Document, instead: Span | None) -> Span | None:
    """Words such as 已完成 where the limit should stand: no limit is wanted any more."""
    return (
        instead if instead is not None and re.match(r"已|完成整改|整改完成", document.source.slice(instead)) else None
    )


def _labelled_words(document: Document, leaf: Node) -> Span | None:
    """What stands behind a label that promises a time limit: 长期坚持 in 完成时限：长期坚持."""
    above = document.parent(leaf)
    text = leaf.text
    if above is not None and above.kind is Kind.LABELLED and leaf is not above.heading and is_limit_name(above.title):
        return _clip(leaf, leaf.words) if text.strip() else None
    match = _LIMIT_LABEL.search(text)
    return leaf.prose.span(*match.span(1)) if match else None


def _words_of(node: Node, below: Node) -> tuple[list[Node], list[Node]]:
    """What a section or block says for what stands below it.

    Its heading and paragraphs, and what its labels 完成时限： 责任领导： introduce; where it holds several blocks of measures, each
    with such labels behind it, those that belong to another block are left out.
    """
    speaking = () if node.kind is Kind.DOCUMENT else (Kind.HEADING, Kind.LABEL, Kind.OPENING, Kind.PARAGRAPH)
    own = [child for child in node.children if child.kind in speaking]
    named: list[Node] = []
    others = below.kind is not Kind.LABELLED  # sections share the labels of their parent
    mine = True
    for child in node.body:
        if child is below:
            named, mine = named if others else [], True
        elif child.kind is Kind.LABELLED and names_measures(child):
            mine = others
        elif child.kind in (Kind.LABELLED, Kind.SECTION) and is_attribute(child) and mine:
            named.extend(child.leaves())
    return own, named


def _row(document: Document, unit: Unit, named: Columns, limits: PlanLimits, owners: _Owners) -> Measure:
    """A row of a table; a cell left empty below a filled one belongs to it where the row's number is left empty too."""
    row = unit.node
    limit, owner = limits.own((row,)), owners.of((row,))
    number = named.rows.index(row)
    while limit is None and number and not named.rows[number].cells[0].text.strip():
        number -= 1
        limit, owner = limits.own((named.rows[number],)), owner or owners.of((named.rows[number],))
    told = next((cell for cell in named.cells(row, LIMIT_NAME) if cell.text.strip()), None)
    instead = _clip(row, cell_span(told)) if told is not None else None
    limit = limit or _done_already(document, instead)
    cell = next((cell for cell in named.cells(row, MEASURE_COLUMN) if cell.text.strip()), None)
    span = _clip(row, cell_span(cell)) if cell is not None else row.words
    return Measure(row, span, limit, owner, instead, limits.of_kind((row,), TimeLimit.VAGUE))


def _clip(leaf: Node, span: Span) -> Span:
    """A stretch up to the end of its first clause, and forty characters at the most."""
    start = leaf.prose.index(span.start)
    text = leaf.text[start : leaf.prose.index(span.end - 1) + 1]
    end = _CLAUSE_END.search(text, 4)
    return leaf.prose.span(start, start + min(end.start() if end else len(text), 40))


def _opening_words(node: Node) -> Span:
    """What a finding about a measure points at: its heading, its label with the first clause behind it, or its first clause."""
    if node.kind is Kind.LABELLED or (node.kind is Kind.SECTION and _BARE_TITLE.fullmatch(node.title)):
        first = next((leaf for part in node.body for leaf in part.leaves()), None)
        if first is not None and first.kind is not Kind.HEADING and first.span.start == node.heading.span.end:
            return node.heading.words.to(_clip(first, first.words))
        return node.heading.words
    if node.kind is Kind.SECTION:
        words, title = node.heading.words, node.heading.title_span
        return words if title is None else Span(words.start, title.end)
    return _clip(node, node.words)
