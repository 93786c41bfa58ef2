"""The measures of a plan, each with the time limit and the owner it has or inherits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.model import Deadline, Duration, Owner, TimeLimit, When
from disclosure_lint.facts.plan.context import Context, Said
from disclosure_lint.facts.plan.limits import PlanLimits
from disclosure_lint.facts.plan.responsible import PlanOwners
from disclosure_lint.facts.plan.rows import TableRows
from disclosure_lint.facts.plan.titles import measure_cell, states_problem
from disclosure_lint.facts.plan.units import Unit, listed_by_problem, units
from disclosure_lint.facts.plan.words import clip, done_already, instead_of_limit, opening_words
from disclosure_lint.facts.table_columns import Columns
from disclosure_lint.facts.time.milestones import Milestones

_LEDGER = Pattern(
    r"附[件表](?!精神)|见附|(?:整改|任务|问题|销号|总)[^，,。；、]{0,4}台[账帐]|时间表|路线图|任务书"
    r"|(?:任务|责任|整改|问题)(?:分解|分工|责任)?(?:清单|分解表|分工表|一览表)"
)

_ELSEWHERE = Pattern(
    r"(?:时限|期限|完成时间)[^。；;]{0,30}(?:[详另参]?见(?!效)|附后|附[件表])|(?:[详另参]见|附[件表])[^。；;]{0,20}(?:时限|期限|完成时间)"
)


class Measure(NamedTuple):
    """One measure of a plan.

    Attributes:
        node: the section, labelled block, point or table row.
        span: the words it opens with: what a finding points at.
        limit: the place of a limit that holds for it, its own or an inherited one, or None.
        owner: the place of its owner, own or inherited, or None.
        instead: what is written where the limit should stand and says no time (完成时限：长期坚持), or None.
        status: words in the measure itself that say how, not when, and are a clause of their own (立行立改，长期坚持。), or None.
        vague: a vague word that is the only limit in it (尽快), or None.
        group: the section that holds it together with others, or None.
        unfilled: the name of a column for owners that its row alone of the table leaves empty, or an empty string.
        certain: whether it is plainly a measure of its own, not one of some points of which not all have limits.
    """

    node: Node
    span: Span
    limit: Span | None
    owner: Span | None
    instead: Span | None
    status: Span | None
    vague: Deadline | None
    group: Node | None = None
    unfilled: str = ""
    certain: bool = True


class Plan(NamedTuple):
    """The measures of a plan.

    Attributes:
        measures: in the order of the text.
        ledger: the words that refer to a ledger or timetable outside the text (台账, 附件), or None.
        elsewhere: whether they say that the time limits stand there (完成时限详见附件).
    """

    measures: tuple[Measure, ...]
    ledger: Span | None
    elsewhere: bool = False


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
    found = units(document) or listed_by_problem(document, lambda section: limits.own(section.leaves()) is not None)
    reader = _Reader(document, found, limits, PlanOwners(document, owners))
    measures = _with_general_owner(
        [measure for unit in found for measure in reader.measures(unit)], reader.owners.general(found)
    )
    tabled = any(unit.columns is not None for unit in found)
    return Plan(measures, None, False) if tabled else Plan(measures, *_ledger(document, found))


def _with_general_owner(measures: list[Measure], general: Span | None) -> tuple[Measure, ...]:
    """A clause names the owner of all measures of a plan, unless most name one anyway: then those without one were forgotten."""
    missing = sum(measure.owner is None for measure in measures)
    if general is None or missing * 2 < len(measures):
        return tuple(measures)
    return tuple(measure if measure.owner else measure._replace(owner=general) for measure in measures)


def _ledger(document: Document, found: Sequence[Unit]) -> tuple[Span | None, bool]:
    """The first words outside the measures that refer to a ledger or an annex, and whether the limits are said to stand there."""
    inside = {leaf for unit in found for leaf in unit.node.leaves()}
    ledger: Span | None = None
    for leaf in document.prose:
        if leaf in inside:
            continue
        if match := _ELSEWHERE.search(leaf.text):
            return leaf.prose.span(*match.span()), True
        if ledger is None and leaf.kind is Kind.ANNEX_NOTE:
            ledger = leaf.words
        elif ledger is None and (match := _LEDGER.search(leaf.text)):
            ledger = leaf.prose.span(*match.span())
    return ledger, False


class _Told(NamedTuple):
    """What a part of the plan tells for the measures below it; as in ``Measure``."""

    limit: Span | None
    owner: Span | None
    instead: Span | None
    vague: Deadline | None


class _Reader:
    """Reads measures off the units of a plan."""

    def __init__(self, document: Document, found: Sequence[Unit], limits: PlanLimits, owners: PlanOwners) -> None:
        self.document = document
        self.limits = limits
        self.owners = owners
        self.context = Context(document, found)
        self.general = limits.general(found)
        self.limits_close = self.context.labels_close_groups(lambda end: limits.own(end) or self._instead(end))
        self.owners_close = self.context.labels_close_groups(owners.of)
        self.told: dict[Said, _Told] = {}
        self.tables: dict[Columns, TableRows] = {}

    def measures(self, unit: Unit) -> Iterator[Measure]:
        """The measure that a unit is, or its points where most of them have limits of their own."""
        if unit.columns is not None:
            yield self._row(unit.node, unit.columns)
            return
        limited = sum(self.limits.own((point,)) is not None for point in unit.points)
        if len(unit.points) >= 2 and limited * 2 >= len(unit.points):
            for point in unit.points:
                yield self._measure(point, certain=limited + 1 >= len(unit.points) >= 3)
        else:
            yield self._measure(unit.node)

    def _measure(self, node: Node, *, certain: bool = True) -> Measure:
        limits, owners = self.limits, self.owners
        leaves = list(_own_leaves(node))
        limit, owner = limits.own(leaves), owners.of(leaves)
        instead = self._instead(leaves)
        vague = limits.of_kind(leaves, TimeLimit.VAGUE)
        closing = self._told(self.context.closing(node))
        if self.limits_close:
            limit, instead = limit or closing.limit, instead or closing.instead
        if self.owners_close:
            owner = owner or closing.owner
        for said in self.context.above(node):
            told = self._told(said)
            limit, owner = limit or told.limit, owner or told.owner
            instead, vague = instead or told.instead, vague or told.vague
        limit = limit or self.general or done_already(self.document, instead)
        status = limits.status(leaves)
        return Measure(
            node, opening_words(node), limit, owner, instead, status, vague, self._group(node), certain=certain
        )

    def _group(self, node: Node) -> Node | None:
        above = self.document.parent(node)
        return None if above is None else self.document.section_of(above)

    def _told(self, said: Said) -> _Told:
        """What the words above a measure tell for it, worked out once for all measures below them."""
        told = self.told.get(said)
        if told is None:
            told = self.told[said] = _Told(
                self.limits.passed_on(said.own) or self.limits.passed_on(said.named, named=True),
                self.owners.of([*said.own, *said.named]),
                self._instead(said.named),
                self.limits.of_kind(said.named, TimeLimit.VAGUE),
            )
        return told

    def _instead(self, leaves: Sequence[Node]) -> Span | None:
        return next((words for leaf in leaves if (words := instead_of_limit(self.document, leaf))), None)

    def _row(self, row: Node, columns: Columns) -> Measure:
        table = self.tables.get(columns)
        if table is None:
            table = self.tables[columns] = TableRows(columns, self.limits.own, self.owners.of)
        told = table.instead(row)
        instead = clip(row, told[0]) if told else None
        limit = table.limit(row) or done_already(self.document, instead)
        owner = table.owner(row)
        cell = measure_cell(columns, row)
        span = row.words if cell is None else clip(row, cell.span(0, len(cell.text)))
        vague = self.limits.of_kind((row,), TimeLimit.VAGUE)
        return Measure(row, span, limit, owner, instead, None, vague, unfilled=table.unfilled(row))


def _own_leaves(node: Node) -> Iterator[Node]:
    """The leaves of a measure that speak of it, its statement of the problem left out."""
    if not node.children:
        yield node
    for child in node.children:
        if not (child.kind is Kind.LABELLED and states_problem(child.title)):
            yield from _own_leaves(child)
