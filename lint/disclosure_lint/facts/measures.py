"""The measures of a plan: which parts of the tree they are, and the time limit and the owner each has or inherits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from disclosure_grammar.source import Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.deadlines import LIMIT_NAME, is_limit_name
from disclosure_lint.facts.milestones import Milestones
from disclosure_lint.facts.model import Deadline, Duration, Owner, Precision, TimeLimit, When
from disclosure_lint.facts.owners import is_owner_name
from disclosure_lint.facts.table_columns import Columns, cell_span, columns

_MEASURE_PART = re.compile(
    r"措施|举措|任务|整改内容|整改事项|工作内容|重点工作|整改重点|重点整改|整改清单|问题清单|主要工作|问题整改|整改安排"
)
_NEVER = re.compile(
    r"保障|组织领导|指导思想|总体要求|总体目标|工作目标|整改目标|目标任务|基本原则|工作要求|有关要求|督促检查|监督检查"
)
_BARE_TITLE = re.compile(r"(?:整改|工作|具体|主要)?(?:措施|举措|任务)")
_SAFEGUARD = re.compile(
    r"组织领导|加强领导|强化领导|落实责任|压实责任|强化责任|督查|督导|督促|监督检查|问责|统筹|宣传|信息报送|氛围|考核"
)
_PROBLEM = re.compile(
    r"^(?:存在|主要|具体|突出|反馈)?(?:的)?(?:主要|突出|具体)?(?:问题|不足|差距)(?:表现|描述)?$|问题表现|原因分析|具体表现"
)
_SCHEDULE = re.compile(r"整改期限|整改时限|时间安排|进度安排|步骤|阶段|时间节点|整改时间|工作安排")
_MEASURE_COLUMN = re.compile(r"措施|举措|任务|整改内容|工作内容|整改事项")
_GENERAL = re.compile(
    r"各项|所有|全部|全面|整改任务|整改工作|本方案|集中整改|反馈[^，。]{0,6}问题|整改措施|问题整改|上述|以上|以下|如下"
)
_LIMIT_LABEL = re.compile(
    r"(?:时限|期限|完成时间|整改时间|办结时间)[ \u3000]?[：:][ \u3000]*([^，,。；;：:、\n）)|]{1,20})"
)
_LEDGER = re.compile(
    r"附[件表](?!精神)|见附|(?:整改|任务|问题|销号|总)[^，,。；、]{0,4}台[账帐]|时间表|路线图|任务书"
    r"|(?:任务|责任|整改|问题)(?:分解|分工|责任)?(?:清单|分解表|分工表|一览表)"
)
_PAST = re.compile(r"以来|以前|之前的|起?(?:发生|印发|出台|制定的|召开的|查处|通报的|反馈)|度")
_WORK = re.compile(r"[^，,。；;的]{0,14}(?:完成|建成|实现|出台|启动|力争|达到|全面)")
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
    limits = _Limits(document, dates, durations, deadlines, milestones)
    assigned = _Owners(owners)
    units = list(_units(document.root, False))
    general = limits.general(units)
    measures = tuple(
        _measure(document, unit, limits, assigned, general) for block in units for unit in _refine(block, limits)
    )
    tabled = any(unit.columns is not None for unit in units)
    inside = {leaf for unit in units for leaf in unit.node.leaves()}
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


# --- which nodes are measures ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Unit:
    """A measure before it is known whether its points are measures of their own; ``columns`` for the rows of a table."""

    node: Node
    points: tuple[Node, ...] = ()
    columns: Columns | None = None


def _units(node: Node, active: bool) -> Iterator[_Unit]:
    """The measures under a node, in the order of the text; ``active`` inside a part that holds measures."""
    for child in node.body:
        if child.kind is Kind.SECTION:
            yield from _section(child, active)
        elif child.kind is Kind.LABELLED:
            yield from _labelled(child, active)
        elif child.kind is Kind.TABLE:
            yield from _table(child)
        elif child.kind is Kind.ANNEX:
            yield from _units(child, active)


def _section(section: Node, active: bool) -> Iterator[_Unit]:
    title = section.title
    if _is_attribute(section):
        return
    if _PROBLEM.search(title) or (not active and _NEVER.search(title)):
        for table in (node for node in section.walk() if node.kind is Kind.TABLE):
            yield from _table(table)
        return
    opens = bool(_MEASURE_PART.search(title)) and len(title) <= 30 and (active or not _is_safeguard(section))
    inner = list(_units(section, active or opens))
    if inner:
        yield from inner
    elif active:
        yield _Unit(section, _points(section))
    elif opens:
        points = _points(section) or _paragraphs(section)
        yield from (_Unit(point) for point in points)


def _is_attribute(node: Node) -> bool:
    """Whether a numbered line or a label only says who or by when: 2.责任领导：周某, 完成时限：."""
    name = re.split("[：:]", node.title, maxsplit=1)[0]
    return is_limit_name(name) or is_owner_name(name)


def _is_safeguard(section: Node) -> bool:
    """Whether a part called 工作措施 holds what safeguards the work: leadership, supervision, accountability."""
    titles = [child.title for child in section.sections]
    return len(titles) >= 2 and sum(bool(_SAFEGUARD.search(title)) for title in titles) * 3 >= len(titles) * 2


def _labelled(block: Node, active: bool) -> Iterator[_Unit]:
    title = block.title
    opening = block.heading.kind is Kind.OPENING
    if _is_attribute(block) or (_PROBLEM.search(title) and not opening):
        return
    if opening or _MEASURE_PART.search(title):
        inner = list(_units(block, True))
        if inner:
            yield from inner
        elif block.body:
            yield _Unit(block, _points(block))
    else:
        yield from _units(block, active)


def _table(table: Node) -> Iterator[_Unit]:
    named = columns(table)
    if named is not None and named.has(_MEASURE_COLUMN) and named.has(LIMIT_NAME):
        yield from (_Unit(row, (), named) for row in named.rows)


def _points(node: Node) -> tuple[Node, ...]:
    return tuple(
        point
        for child in node.body
        if child.kind is Kind.ENUMERATION
        for point in child.children
        if point.kind is not Kind.PARAGRAPH
    )


def _paragraphs(node: Node) -> tuple[Node, ...]:
    """The paragraphs of a part without sections that may be measures; the lead is none."""
    found = [child for child in node.body if child.kind is Kind.PARAGRAPH]
    return tuple(
        child
        for child in found
        if not child.text.rstrip().endswith(("：", ":")) and not re.search("如下|以下", child.text)
    )


def _refine(unit: _Unit, limits: _Limits) -> Iterator[_Unit]:
    """The points of a block are judged one by one where most of them have limits of their own."""
    limited = sum(bool(limits.own((point,))) for point in unit.points)
    if len(unit.points) >= 2 and limited * 2 >= len(unit.points):
        yield from (_Unit(point) for point in unit.points)
    else:
        yield unit


# --- what they have and inherit ------------------------------------------------------------------------------------------


class _Owners:
    """Owners by leaf."""

    def __init__(self, owners: Sequence[Owner]) -> None:
        self.by_leaf: dict[Node, Span] = {}
        for owner in owners:
            self.by_leaf.setdefault(owner.node, owner.name)

    def of(self, leaves: Iterable[Node]) -> Span | None:
        """The first owner in some leaves."""
        return next((self.by_leaf[leaf] for leaf in leaves if leaf in self.by_leaf), None)


class _Limits:
    """Time limits by leaf, and what counts as one in a plan."""

    def __init__(
        self,
        document: Document,
        dates: Sequence[When],
        durations: Sequence[Duration],
        deadlines: Sequence[Deadline],
        milestones: Milestones,
    ) -> None:
        self.document = document
        self.today = milestones.today
        self.deadlines: dict[Node, list[Deadline]] = {}
        self.dates: dict[Node, list[When]] = {}
        self.lengths: dict[Node, list[Duration]] = {}
        for deadline in deadlines:
            self.deadlines.setdefault(deadline.node, []).append(deadline)
        for when in dates:
            self.dates.setdefault(when.node, []).append(when)
        for duration in durations:
            if duration.of:
                self.lengths.setdefault(duration.node, []).append(duration)

    def own(self, leaves: Iterable[Node]) -> Span | None:
        """The first limit in some leaves: a deadline, a frequency, a date ahead, a stated length."""
        for leaf in leaves:
            for deadline in self.deadlines.get(leaf, ()):
                if deadline.kind.says_when:
                    return deadline.span
            for when in self.dates.get(leaf, ()):
                if self._ahead(leaf, when):
                    return when.span
            for duration in self.lengths.get(leaf, ()):
                return duration.span
        return None

    def passed_on(self, leaves: Iterable[Node], *, named: bool = False) -> Span | None:
        """The first limit in some leaves that holds for what stands below them; how often something is done is not passed on."""
        for leaf in leaves:
            for deadline in self.deadlines.get(leaf, ()):
                if deadline.kind in (TimeLimit.DATE, TimeLimit.DURATION) or (
                    named and deadline.kind is TimeLimit.FREQUENCY
                ):
                    return deadline.span
            if leaf.kind is Kind.HEADING:
                for when in self.dates.get(leaf, ()):
                    if self._ahead(leaf, when):
                        return when.span
        return None

    def of_kind(self, leaves: Iterable[Node], kind: TimeLimit) -> Deadline | None:
        """The first word of that kind in some leaves."""
        return next((each for leaf in leaves for each in self.deadlines.get(leaf, ()) if each.kind is kind), None)

    def general(self, units: Sequence[_Unit]) -> Span | None:
        """A limit for the whole plan: a clause outside the measures, a part about the schedule, a table of limits."""
        inside = {leaf for unit in units for leaf in unit.node.leaves()}
        holders = {
            above for unit in units for above in self.document.ancestors(unit.node) if above.kind is Kind.SECTION
        }
        for leaf in self.document.prose:
            if leaf in inside or leaf.kind is Kind.ROW or (leaf not in self.deadlines and leaf not in self.dates):
                continue
            if not any(above in holders for above in self.document.ancestors(leaf)):
                limit = self._for_all(leaf)
                if limit is not None:
                    return limit
        return self._timetable(units)

    def _for_all(self, leaf: Node) -> Span | None:
        """A limit in a leaf outside the parts with measures that holds for the whole plan."""
        scheduled = any(_SCHEDULE.search(title) for title in self.document.path(leaf))
        for deadline in self.deadlines.get(leaf, ()):
            lasting = deadline.kind in (TimeLimit.DATE, TimeLimit.DURATION)
            if lasting and (scheduled or _GENERAL.search(_sentence(leaf, deadline.span))):
                return deadline.span
        if not scheduled:
            return None
        return next((when.span for when in self.dates.get(leaf, ()) if self._ahead(leaf, when)), None)

    def _timetable(self, units: Sequence[_Unit]) -> Span | None:
        """A table of the draft most of whose rows have limits."""
        rows = [unit for unit in units if unit.columns is not None]
        limited = [span for unit in rows if (span := self.own((unit.node,)))]
        return limited[0] if rows and len(limited) * 2 > len(rows) else None

    def _ahead(self, leaf: Node, when: When) -> bool:
        """Whether a bare date says when something will be done: 2024年9月, or a year with its work (2024年完成12个小区改造)."""
        end = leaf.prose.index(when.span.end - 1) + 1
        if _PAST.match(leaf.text, end) or (when.precision is Precision.YEAR and not _WORK.match(leaf.text, end)):
            return False
        return when.last is None or self.today is None or self.today.first is None or when.last >= self.today.first


def _sentence(leaf: Node, span: Span) -> str:
    text, at = leaf.text, leaf.prose.index(span.start)
    start = max(text.rfind(mark, 0, at) for mark in "。！") + 1
    end = text.find("。", at)
    return text[start : end if end >= 0 else len(text)]


def _own_leaves(node: Node) -> Iterator[Node]:
    """The leaves of a measure that speak of it, its statement of the problem left out."""
    if not node.children:
        yield node
    for child in node.children:
        if not (child.kind is Kind.LABELLED and _PROBLEM.search(child.title)):
            yield from _own_leaves(child)


def _measure(document: Document, unit: _Unit, limits: _Limits, owners: _Owners, general: Span | None) -> Measure:
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
        elif child.kind is Kind.LABELLED and not _is_attribute(child) and _MEASURE_PART.search(child.title):
            mine = others
        elif child.kind in (Kind.LABELLED, Kind.SECTION) and _is_attribute(child) and mine:
            named.extend(child.leaves())
    return own, named


def _row(document: Document, unit: _Unit, named: Columns, limits: _Limits, owners: _Owners) -> Measure:
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
    cell = next((cell for cell in named.cells(row, _MEASURE_COLUMN) if cell.text.strip()), None)
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
