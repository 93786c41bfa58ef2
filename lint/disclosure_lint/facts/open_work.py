"""What a disclosure says is not done yet: counted remainders (阶段性完成14个) and single promises (拟公开招租)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from disclosure_grammar.source import Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.milestones import Milestones
from disclosure_lint.facts.model import Deadline, TimeLimit, When
from disclosure_lint.facts.remainders import Remainder, find

OUTLOOK = re.compile(
    r"下一步|下步|下一阶段|下阶段|今后|努力方向|工作打算|工作安排|工作计划|工作措施与计划|计划安排|工作思路|后续工作|持续整改"
)
"""Parts that look ahead: what they promise is not held against a date."""

_PROBLEMS = re.compile(
    r"^(?:存在|主要|具体|突出|反馈)?(?:的)?(?:主要|突出|具体)?(?:问题|不足|差距)(?:表现|描述)?$|问题表现|原因分析|具体表现"
)
_LEFT_PART = re.compile(r"未完成|未整改|尚未|正在推进|持续推进|剩余|阶段性|长期整改|持续整改")
_FOR_ALL = re.compile(
    r"(?:深度|全面|全部|集中|持续|各项|所有|剩余|其余|未完成)[^，。；]{0,8}(?:整改|问题|任务|事项|完成)|(?:整改|问题|任务|事项)[^，。；]{0,6}(?:全部|全面)[^，。；]{0,4}完成"
)


@dataclass(frozen=True, slots=True)
class OpenWork:
    """Something not done yet.

    Attributes:
        node: the leaf it stands in.
        span: the words that say so.
        count: how many, for a counted remainder; None for a single promise.
        firm: whether it is a remainder that plainly wants a date.
        limit: the place of a date that serves it, or None.
        passed: a time limit for it that ran out before the day the draft speaks of, or None.
        own: whether ``passed`` stands in the words about this work, not in a general clause.
    """

    node: Node
    span: Span
    count: int | None
    firm: bool
    limit: Span | None
    passed: Deadline | None
    own: bool = False


def extract(
    document: Document, deadlines: Sequence[Deadline], dates: Sequence[When], milestones: Milestones
) -> tuple[OpenWork, ...]:
    """The open work of a draft, in the order of the text."""
    today = milestones.today
    limits = _Limits(document, deadlines, dates, today.first if today else None)
    return tuple(
        limits.serve(leaf, found) for leaf in document.prose if _speaks(document, leaf) for found in find(leaf.text)
    )


def _speaks(document: Document, leaf: Node) -> bool:
    """Whether a leaf reports what was done: not a heading, not a statement of problems, not an outlook."""
    if leaf.kind not in (Kind.PARAGRAPH, Kind.POINT, Kind.DASH):
        return False
    return not (is_outlook(document, leaf) or any(_PROBLEMS.search(title) for title in _titles(document, leaf)))


def is_outlook(document: Document, leaf: Node) -> bool:
    """Whether a leaf stands in a part that looks ahead, or opens as one outside the items (下一步，我院将…)."""
    titles = _titles(document, leaf)
    if any(OUTLOOK.search(title) for title in titles):
        return True
    return len(titles) < 2 and OUTLOOK.match(leaf.text.lstrip(" \t\u3000")) is not None


def _titles(document: Document, leaf: Node) -> list[str]:
    return [above.title for above in document.ancestors(leaf) if above.kind in (Kind.SECTION, Kind.LABELLED)]


class _Limits:
    """Time limits by leaf, and the general ones."""

    def __init__(
        self, document: Document, deadlines: Sequence[Deadline], dates: Sequence[When], today: date | None
    ) -> None:
        self.document = document
        self.today = today
        self.deadlines: dict[Node, list[Deadline]] = {}
        self.dates: dict[Node, list[When]] = {}
        for deadline in deadlines:
            self.deadlines.setdefault(deadline.node, []).append(deadline)
        for when in dates:
            self.dates.setdefault(when.node, []).append(when)
        self.general = list(self._general())

    def serve(self, leaf: Node, found: Remainder) -> OpenWork:
        """The open work with the date that serves it."""
        span = leaf.prose.span(found.start, found.end)
        near = list(self._near(leaf, found))
        ahead = next((each.span for each in near if not self._over(each)), None)
        passed = next((each for each in near if self._over(each)), None)
        own = passed is not None
        if ahead is None and not own:
            ahead = self._named_there(leaf, found)
        if ahead is None and not own and found.count is not None:
            ahead = next((each.span for each in self.general if not self._over(each)), None)
            over = [each for each in self.general if self._over(each)]
            passed = max(over, key=lambda each: (each.due or date.min, each.span), default=None)
        return OpenWork(leaf, span, found.count, found.firm, ahead, passed, own)

    def _over(self, deadline: Deadline) -> bool:
        return deadline.due is not None and self.today is not None and deadline.due < self.today

    def _near(self, leaf: Node, found: Remainder) -> Iterator[Deadline]:
        """The dates in the sentence, and in what follows it in the same paragraph about a counted remainder."""
        start, end = self._reach(leaf, found)
        for deadline in self.deadlines.get(leaf, ()):
            if (
                deadline.kind in (TimeLimit.DATE, TimeLimit.DURATION)
                and start <= leaf.prose.index(deadline.span.start) < end
            ):
                yield deadline

    def _reach(self, leaf: Node, found: Remainder) -> tuple[int, int]:
        text = leaf.text
        start = max(text.rfind(mark, 0, found.start) for mark in "。；;！") + 1
        if found.count is not None:
            return start, len(text)
        first = text.find("。", found.end)
        second = text.find("。", first + 1) if first >= 0 else -1
        return start, second if second >= 0 else len(text)

    def _named_there(self, leaf: Node, found: Remainder) -> Span | None:
        """A bare date in the sentence that lies ahead (预计2025年6月验收) or of which only the year is known."""
        text = leaf.text
        stop = text.find("。", found.start)
        stop = stop if stop >= 0 else len(text)
        for when in self.dates.get(leaf, ()):
            at = leaf.prose.index(when.span.start)
            if found.start <= at < stop and (self.today is None or when.last is None or when.last >= self.today):
                return when.span
        for deadline in self.deadlines.get(leaf, ()):
            if (
                deadline.kind is TimeLimit.FREQUENCY
                and found.count is None
                and found.start <= leaf.prose.index(deadline.span.start) < stop
            ):
                return deadline.span
        return None

    def _general(self) -> Iterator[Deadline]:
        """Limits set for all that is open: 1年内完成深度整改, 未完成的于2025年6月底前全部完成, a part that lists what is left."""
        for leaf, deadlines in self.deadlines.items():
            left = any(_LEFT_PART.search(title) for title in self.document.path(leaf))
            for deadline in deadlines:
                if deadline.kind is TimeLimit.DATE or (
                    deadline.kind is TimeLimit.DURATION and deadline.due is not None
                ):
                    at = leaf.prose.index(deadline.span.start)
                    start = max(leaf.text.rfind(mark, 0, at) for mark in "。；;！") + 1
                    stop = leaf.text.find("。", at)
                    if left or _FOR_ALL.search(leaf.text[start : stop if stop >= 0 else len(leaf.text)]):
                        yield deadline
