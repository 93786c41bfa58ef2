"""What counts as a time limit in a plan: for a measure, for all that stands under a heading, for the whole plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.by_leaf import ByLeaf
from disclosure_lint.facts.model import Deadline, Duration, Precision, TimeLimit, When
from disclosure_lint.facts.plan.units import Unit, outside
from disclosure_lint.facts.time.milestones import Milestones

_SCHEDULE = Pattern(r"整改期限|整改时限|时间安排|进度安排|步骤|阶段|时间节点|整改时间|工作安排")
_GENERAL = Pattern(
    r"各项|所有|全部|全面|整改任务|整改工作|本方案|集中整改|反馈[^，。]{0,6}问题|整改措施|问题整改|上述|以上|以下|如下"
)
_PAST = Pattern(r"以来|以前|之前的|起?(?:发生|印发|出台|制定的|召开的|查处|通报的|反馈)|度")
_WORK = Pattern(r"[^，,。；;的]{0,14}(?:完成|建成|实现|出台|启动|力争|达到|全面)")
_OPENS = Pattern(r"(?:^|[，,。；;：:、（( \u3000])[并且]?$")
_CLOSES = Pattern(r"[ \u3000]*(?:$|[，,。；;、）)\n])")


class PlanLimits:
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
        self.deadlines = ByLeaf(deadlines)
        self.dates = ByLeaf(dates)
        self.lengths = ByLeaf(duration for duration in durations if duration.of)

    def own(self, leaves: Iterable[Node]) -> Span | None:
        """The first limit in some leaves: a deadline, a frequency, a date ahead, a stated length."""
        for leaf in leaves:
            for deadline in self.deadlines.of(leaf):
                if deadline.kind.says_when:
                    return deadline.span
            for when in self.dates.of(leaf):
                if self._ahead(leaf, when):
                    return when.span
            for duration in self.lengths.of(leaf):
                return duration.span
        return None

    def passed_on(self, leaves: Iterable[Node], *, named: bool = False) -> Span | None:
        """The first limit in some leaves that holds for what stands below them; how often something is done is not passed on."""
        for leaf in leaves:
            for deadline in self.deadlines.of(leaf):
                if deadline.kind in (TimeLimit.DATE, TimeLimit.DURATION) or (
                    named and deadline.kind is TimeLimit.FREQUENCY
                ):
                    return deadline.span
            if leaf.kind is Kind.HEADING:
                for when in self.dates.of(leaf):
                    if self._ahead(leaf, when):
                        return when.span
        return None

    def of_kind(self, leaves: Iterable[Node], kind: TimeLimit) -> Deadline | None:
        """The first word of that kind in some leaves."""
        return next((each for leaf in leaves for each in self.deadlines.of(leaf) if each.kind is kind), None)

    def status(self, leaves: Iterable[Node]) -> Span | None:
        """The first words in some leaves that say how, not when, and are a clause of their own: 立行立改，长期坚持."""
        for leaf in leaves:
            for deadline in self.deadlines.of(leaf):
                if deadline.kind is TimeLimit.STATUS and _is_clause(leaf, deadline.span):
                    return deadline.span
        return None

    def general(self, units: Sequence[Unit]) -> Span | None:
        """A limit for the whole plan: a clause outside the measures, a part about the schedule, a table of limits."""
        for leaf in outside(self.document, units):
            if self.deadlines.of(leaf) or self.dates.of(leaf):
                limit = self._for_all(leaf)
                if limit is not None:
                    return limit
        return self._staged() or self._timetable(units)

    def _staged(self) -> Span | None:
        """The dates of a stage whose name is a line without a number: 第二阶段：集中整改（2024年2月11日至4月30日）."""
        stages = (leaf for leaf in self.document.of(Kind.CAPTION) if "阶段" in leaf.text)
        return next((limit for leaf in stages if (limit := self.own((leaf,)))), None)

    def _for_all(self, leaf: Node) -> Span | None:
        """A limit in a leaf outside the parts with measures that holds for the whole plan."""
        scheduled = any(_SCHEDULE.search(title) for title in self.document.path(leaf))
        for deadline in self.deadlines.of(leaf):
            lasting = deadline.kind in (TimeLimit.DATE, TimeLimit.DURATION)
            if lasting and (scheduled or _GENERAL.search(_sentence(leaf, deadline.span))):
                return deadline.span
        if not scheduled:
            return None
        return next((when.span for when in self.dates.of(leaf) if self._ahead(leaf, when)), None)

    def _timetable(self, units: Sequence[Unit]) -> Span | None:
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


def _is_clause(leaf: Node, span: Span) -> bool:
    """Whether some words stand between two marks, 并 and 等 aside."""
    start, end = leaf.prose.index(span.start), leaf.prose.index(span.end - 1) + 1
    return bool(_OPENS.search(leaf.text, max(start - 2, 0), start) and _CLOSES.match(leaf.text, end))


def _sentence(leaf: Node, span: Span) -> str:
    text, at = leaf.text, leaf.prose.index(span.start)
    start = max(text.rfind(mark, 0, at) for mark in "。！") + 1
    end = text.find("。", at)
    return text[start : end if end >= 0 else len(text)]
