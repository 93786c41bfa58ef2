"""What a disclosure says is not done yet: counted remainders (阶段性完成14个) and single promises (拟公开招租)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_grammar.tree import NOT_PROSE, Document, Kind, Node
from disclosure_lint.facts.by_leaf import ByLeaf
from disclosure_lint.facts.model import Deadline, TimeLimit, When
from disclosure_lint.facts.time.milestones import Milestones
from disclosure_lint.facts.unfinished.outlook import in_an_item, is_outlook, is_whole_item, titles_above
from disclosure_lint.facts.unfinished.remainders import Remainder, find

_PROBLEMS = Pattern(
    r"^(?:存在|主要|具体|突出|反馈)?(?:的)?(?:主要|突出|具体)?(?:问题|不足|差距)(?:表现|描述)?$|问题表现|原因分析|具体表现"
)
_PROBLEM_LIST = Pattern(
    r"^(?!关于|针对|对|[“\"]).*(?:存在|主要|突出|具体|反馈|指出|发现)的?[^，。；]{0,4}(?:问题|不足|差距)$"
)
_LEFT_PART = Pattern(r"未完成|未整改|尚未|正在推进|持续推进|剩余|阶段性|长期整改|持续整改")
_FOR_ALL = Pattern(
    r"(?:深度|全面|全部|集中|持续|各项|所有|剩余|其余|未完成|(?:正在(?:整改|推进|办理)|(?:阶段性|基本|部分)完成)的)[^，。；]{0,8}(?:整改|问题|任务|事项|完成)|(?:整改|问题|任务|事项)[^，。；]{0,6}(?:全部|全面)[^，。；]{0,4}完成"
)

_MARKED_OPEN = Pattern(
    r"[（(](?:正在(?:整改|推进|办理)中?|(?:尚)?未完成(?:整改)?|(?:推进|整改)中|阶段性完成|部分完成|基本完成|持续推进)[）)]"
)
_SAID_OPEN = Pattern(
    r"(?:^|[，,。；;])[^，,。；;：:0-9０-９]{0,16}(?:正在(?:整改|推进|办理)中?|尚?未完成|阶段性完成|部分完成|基本完成|持续推进)(?=[，,。；;])"
)
"""A clause that says the same of an item: ……8名。基本完成，2025年6月底前全部到岗。"""
_DONE = Pattern(r"已|了|均(?![将于应须需在拟要可]|计划|预计)")
_STILL_TO_COME = Pattern(r"[将拟未尚仍在因]|预计|计划|力争|争取|阶段性|基本")
_STANDING = Pattern(r"长期坚持|持续坚持|常态化|久久为功")

_LISTED_BELOW = Pattern(r"(?:如下|以下|分别(?:是|为)|[：:])[^，。；]{0,8}[：:。]?\s*$")
_LISTS = (Kind.ENUMERATION, Kind.TABLE)

_SAME = Pattern(
    r"(?:正在|未完成|尚未|其余|剩余|余下|以上|上述|该|这|阶段性|基本)"
)  # opens a sentence about the same matters
_REPORTING = (Kind.PARAGRAPH, Kind.POINT, Kind.DASH)
_ONCE = (TimeLimit.DATE, TimeLimit.DURATION)
_SIGHT = 100  # how far back a reader looks for the start of a sentence; twice as far ahead for its end


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
        limits.serve(leaf, found)
        for leaf in document.prose
        if speaks(document, leaf)
        for found in find(leaf.text)
        if found.count is not None or in_an_item(document, leaf)
    )


def speaks(document: Document, leaf: Node) -> bool:
    """Whether a leaf reports what was done: not the title of a part, not a statement of problems, not an outlook."""
    if leaf.kind not in _REPORTING and not _is_reporting_item(document, leaf):
        return False
    return not (is_outlook(document, leaf) or any(_PROBLEMS.search(title) for title in titles_above(document, leaf)))


def _is_reporting_item(document: Document, leaf: Node) -> bool:
    """Whether a heading is a whole item of a list, and the list is none of problems."""
    if leaf.kind is not Kind.HEADING or not is_whole_item(document, leaf):
        return False
    return not any(_PROBLEM_LIST.search(title) for title in titles_above(document, leaf))


class _Item(NamedTuple):
    """A listed item of what is left: the place of a limit ahead, and a limit that is over."""

    ahead: Span | None
    passed: Deadline | None


class _Limits:
    """Time limits by leaf, and the general ones."""

    def __init__(
        self, document: Document, deadlines: Sequence[Deadline], dates: Sequence[When], today: date | None
    ) -> None:
        self.document = document
        self.today = today
        self.deadlines = ByLeaf(deadlines)
        self.dates = ByLeaf(dates)
        general = list(self._general(deadlines))
        sure = [each for each in general if each.due is not None or each.kind is TimeLimit.DATE]
        self.unsure = len(general) > len(sure)  # a general limit of which nobody can say whether it has passed
        self.ahead = next((each.span for each in sure if not self._over(each)), None)
        self.passed = max(
            (each for each in sure if self._over(each)),
            key=lambda each: (each.due or date.min, each.span),
            default=None,
        )

    def serve(self, leaf: Node, found: Remainder) -> OpenWork:
        """The open work with the date that serves it."""
        span = leaf.prose.span(found.start, found.end)
        near = list(self._of_item(leaf) if found.status else self._near(leaf, found))
        ahead = next((each.span for each in near if not self._over(each)), None) or self._named_there(leaf, found)
        if ahead is None and found.count is None:
            ahead = self._set_before(leaf, found)
        if ahead is not None:
            return OpenWork(leaf, span, found.count, found.firm, ahead, None)
        listed = self._listed(leaf, found.count)
        if listed and all(item.ahead for item in listed):
            return OpenWork(leaf, span, found.count, found.firm, listed[0].ahead, None)
        over = next((each for each in near if self._over(each) and self._of_this(leaf, found, each)), None)
        over = over or next((item.passed for item in listed if item.passed and not item.ahead), None)
        if over is not None and over.node is leaf and _tells_of_the_past(leaf, found, over):
            return OpenWork(leaf, span, found.count, found.firm, over.span, None)
        if over is not None or found.count is None:
            return OpenWork(leaf, span, found.count, found.firm, None, over, over is not None)
        firm = (
            found.firm and not self.unsure and found.count > self.dated_items and not any(item.ahead for item in listed)
        )
        return OpenWork(leaf, span, found.count, firm, self.ahead or self._marked(found.count), self.passed)

    def _listed(self, leaf: Node, count: int | None) -> list[_Item]:
        """The items that are counted here and listed right below (未完成的3个问题如下：), or an empty list."""
        above = self.document.parent(leaf)
        if count is None or above is None or not _LISTED_BELOW.search(leaf.text):
            return []
        behind = above.children[above.children.index(leaf) + 1 :]
        nodes = [node for each in behind for node in (each.children if each.kind in _LISTS else (each,))]
        items = [self._item(node) for node in nodes if node.kind not in NOT_PROSE][:count]
        return items if len(items) == count else []

    def _item(self, node: Node) -> _Item:
        leaves = list(node.leaves())
        limits = [each for leaf in leaves for each in self.deadlines.of(leaf) if each.kind in _ONCE]
        ahead = next((each.span for each in limits if not self._over(each)), None)
        dates = (when for leaf in leaves for when in self.dates.of(leaf) if self._lies_ahead(when))
        return _Item(ahead or next((when.span for when in dates), None), next(filter(self._over, limits), None))

    def _lies_ahead(self, when: When) -> bool:
        return self.today is None or when.last is None or when.last >= self.today

    def _marked(self, count: int) -> Span | None:
        """A limit of the items marked as open (……8月底前完成。（正在整改）) where there are so many and each says when."""
        limits = [span for span in self.marked_items if span is not None]
        return limits[0] if count <= len(limits) == len(self.marked_items) else None

    @cached_property
    def marked_items(self) -> list[Span | None]:
        """What each item marked as open says of its time: a limit ahead or that it goes on for good, else None."""
        marked = [leaf for leaf in self.document.prose if _MARKED_OPEN.search(leaf.text)]
        return [self._says_when(leaf) for leaf in marked or self._said_open()]

    def _said_open(self) -> list[Node]:
        """The leaves of items that say in a clause that they are open, one a section."""
        said = [leaf for leaf in self.document.prose if _SAID_OPEN.search(leaf.text)]
        said = [leaf for leaf in said if in_an_item(self.document, leaf) and not is_outlook(self.document, leaf)]
        return list({self.document.section_of(leaf): leaf for leaf in said}.values())

    def _says_when(self, leaf: Node) -> Span | None:
        section = self.document.section_of(leaf)
        for each in (leaf,) if section is None else section.leaves():
            if ahead := next((limit.span for limit in self.deadlines.of(each) if not self._over(limit)), None):
                return ahead
            if standing := _STANDING.search(each.text):
                return each.prose.span(*standing.span())
        return None

    @cached_property
    def dated_items(self) -> int:
        """How many single problems have a date ahead of their own; so many may be what a count of open work speaks of."""
        found = {
            self.document.section_of(leaf)
            for leaf in self.deadlines.leaves
            if leaf.kind in _REPORTING and in_an_item(self.document, leaf) and not is_outlook(self.document, leaf)
            if any(each.kind in _ONCE and not self._over(each) for each in self.deadlines.of(leaf))
        }
        return len(found)

    def _over(self, deadline: Deadline) -> bool:
        return deadline.due is not None and self.today is not None and deadline.due < self.today

    def _near(self, leaf: Node, found: Remainder) -> Iterator[Deadline]:
        """The dates in the clause before the words and in what follows them: for a counted remainder, to the end of the paragraph."""
        text = leaf.text
        start = max(text.rfind(mark, max(found.start - _SIGHT, 0), found.start) for mark in "，,。；;！") + 1
        end = len(text) if found.count is not None else _stop(text, _stop(text, found.end) + 1)
        return (
            each
            for each in self.deadlines.between(leaf, start or max(found.start - _SIGHT, 0), end)
            if each.kind in _ONCE
        )

    def _set_before(self, leaf: Node, found: Remainder) -> Span | None:
        """A date ahead in the sentence before, for a single promise: 将于2024年6月底前完成验收。目前正在办理手续."""
        stop = max(leaf.text.rfind(mark, max(found.start - _SIGHT, 0), found.start) for mark in "。！")
        start = max(leaf.text.rfind(mark, max(stop - _SIGHT, 0), max(stop, 0)) for mark in "。！") + 1
        before = self.deadlines.between(leaf, start, stop) if stop > 0 else ()
        return next((each.span for each in before if each.kind in _ONCE and not self._over(each)), None)

    def _of_item(self, leaf: Node) -> Iterator[Deadline]:
        """The dates in the section whose status the words state."""
        section = self.document.section_of(leaf)
        for each in (leaf,) if section is None else section.leaves():
            yield from (deadline for deadline in self.deadlines.of(each) if deadline.kind.says_when)

    def _of_this(self, leaf: Node, found: Remainder, deadline: Deadline) -> bool:
        """Whether a date that is over was set for this very work, in words about it, and not for something since done."""
        if deadline.node is not leaf:
            return False
        at = leaf.prose.index(deadline.span.start)
        opens = max(leaf.text.rfind(mark, max(at - _SIGHT, 0), at) for mark in "，,。；;！") + 1 or max(at - _SIGHT, 0)
        clause = leaf.text[opens : _stop(leaf.text, at, "，,。；;")]
        stop = _stop(leaf.text, found.end)
        if found.count is not None and _SAME.match(leaf.text, stop + 1):
            stop = _stop(leaf.text, stop + 1)
        return at < stop and not _DONE.search(clause)

    def _named_there(self, leaf: Node, found: Remainder) -> Span | None:
        """A bare date in the sentence that lies ahead (预计2025年6月验收) or of which only the year is known; how often, for a promise."""
        stop = _stop(leaf.text, found.start)
        for when in self.dates.between(leaf, found.start, stop):
            if self._lies_ahead(when):
                return when.span
        for deadline in self.deadlines.between(leaf, found.start, stop):
            if deadline.kind is TimeLimit.FREQUENCY and found.count is None:
                return deadline.span
        return None

    def _general(self, deadlines: Sequence[Deadline]) -> Iterator[Deadline]:
        """Limits set for all that is open: 1年内完成深度整改, 未完成的于2025年6月底前全部完成, a part that lists what is left."""
        for deadline in deadlines:
            if deadline.kind in _ONCE:
                leaf = deadline.node
                at = leaf.prose.index(deadline.span.start)
                start = max(leaf.text.rfind(mark, max(at - _SIGHT, 0), at) for mark in "。；;！") + 1 or max(
                    at - _SIGHT, 0
                )
                if _FOR_ALL.search(leaf.text, start, _stop(leaf.text, at)) or any(
                    _LEFT_PART.search(title) for title in self.document.path(leaf)
                ):
                    yield deadline


def _tells_of_the_past(leaf: Node, found: Remainder, over: Deadline) -> bool:
    """Whether a date that is over is the day by which the rest was done: 立行立改25个，其余3个于11月底前整改到位."""
    at = leaf.prose.index(over.span.start)
    if found.count is None or at < found.start:
        return False
    start = max(leaf.text.rfind(mark, max(found.start - _SIGHT, 0), found.start) for mark in "。；;！") + 1
    return not (_STILL_TO_COME.search(leaf.text, found.start, at) or "已" in leaf.text[start : found.start])


def _stop(text: str, start: int, marks: str = "。！") -> int:
    """Where the first of some marks stands at or after a place, or as far behind it as a reader looks."""
    end = min(start + 2 * _SIGHT, len(text))
    return min((at for mark in marks if (at := text.find(mark, start, end)) >= 0), default=end)
