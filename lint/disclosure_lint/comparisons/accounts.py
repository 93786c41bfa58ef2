"""Accounts: a total with the figures that say what became of its parts (共17个，已完成15个，正在整改2个)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import takewhile

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_lint.comparisons.counts import FOUND_MORE, Count, alike, between, loose
from disclosure_lint.facts.model import Status

_AMONG = Pattern(r"其中|包括|包含|(?<!不)含")
ALTOGETHER = Pattern(r"合计|共计|总计|总共|累计|一共")
_ALL_TOLD = Pattern(r"合计|共计|总计|总共|累计|一共|(?<![公中])共有?$")
"""Words before a sum of things told of one by one: 两批共21个问题全部办结."""
_OPEN = Pattern(r"等(?![级次候待])|另有|此外|其他|还有.{0,6}(?:等|若干)|若干|部分(?:问题|事项)")
_OVERLAPPING = Pattern(r"长期|持续|巩固|坚持|深化")
_NEAR = 40
"""How many figures back a total is looked for."""

_PART = Pattern(
    r"其中|立行立改|即知即改|立查立改|边查边改|限期整改|长期整改|分阶段整改|新增|另外|另有|其余|其他|剩余|余下"
)
_CLOSING = '”’」》"'
_SET = Pattern(r"下达|年度任务|(?:计划|目标)(?!的)")
"""What was set to be done, and may be exceeded: 下达任务150件，已完成162件."""

_ABSENT = Pattern(r"(?:上一?|前|首|往)(?:轮|次|年)|同期|去年|此前|结转|连同|加上")


@dataclass(slots=True)
class Account:
    """A total and its parts.

    Attributes:
        whole: the total.
        parts: the figures with a status that belong to it, in the order of the text.
        nested: figures that count part of a part (已完成15个，其中阶段性完成3个), each behind its part.
        far: whether the parts stand apart from the total, in another paragraph.
        habitual: whether other accounts of the draft are told in the same statuses and leave a rest as well.
    """

    whole: Count
    parts: list[Count] = field(default_factory=list)
    nested: list[tuple[Count, Count]] = field(default_factory=list)
    far: bool = False
    habitual: bool = False

    @property
    def exact(self) -> bool:
        """Whether every figure is a whole number without vagueness."""
        return self.whole.exact and all(part.exact for part in self.parts)

    @property
    def sum(self) -> int:
        """The sum of the parts."""
        return sum(part.value for part in self.parts)

    @property
    def exclusive(self) -> bool:
        """Whether no two parts share a status, so that nothing is counted twice."""
        statuses = [part.status for part in self.parts]
        return len(set(statuses)) == len(statuses) and len({part.sentence for part in self.parts}) == 1

    @property
    def overlapping(self) -> bool:
        """Whether a part may be counted in another one as well: 长期坚持 says how long, not whether it is done."""
        return any(lasting(part) for part in self.parts)

    @property
    def open(self) -> bool:
        """Whether the text says that the parts are not all."""
        return any(part.sentence.says(_OPEN) for part in self.parts)

    @property
    def told_in_part(self) -> bool:
        """Whether only what has been reached is told, and the rest, which is much or left out everywhere, is still to come."""
        if self.sum >= self.whole.value or any(part.status in (Status.LEFT, Status.ONGOING) for part in self.parts):
            return False
        return self.habitual or self.sum * 2 < self.whole.value

    @property
    def done(self) -> Count | None:
        """The one figure of what is done, or None where there is none or several."""
        done = [part for part in self.parts if part.status is Status.DONE]
        return done[0] if len(done) == 1 else None


def lasting(part: Count) -> bool:
    """Whether a part says how long the work goes on (长期坚持) rather than that it is not done."""
    return part.status is Status.ONGOING and bool(_OVERLAPPING.search(part.lead))


def accounts_of(counts: tuple[Count, ...]) -> tuple[Account, ...]:
    """The accounts of a draft, in the order of their totals."""
    accounts = tuple(_Ledger(counts).accounts())
    alike_told: defaultdict[tuple[Status, ...], list[Account]] = defaultdict(list)
    for account in accounts:
        if len(account.parts) > 1:
            alike_told[tuple(part.status for part in account.parts)].append(account)
    for told in alike_told.values():
        if len(told) > 1 and all(account.sum < account.whole.value for account in told):
            for account in told:
                account.habitual = True
    return accounts


class _Ledger:
    """Finds for every part the total it belongs to."""

    def __init__(self, counts: tuple[Count, ...]) -> None:
        self._counts = counts
        self._by_whole: dict[Span, Account] = {}
        self._by_part: dict[Span, Account] = {}
        self._totals: defaultdict[str, list[Count]] = defaultdict(list)
        for count in counts:
            if count.status is Status.TOTAL and count.overview:
                self._totals[loose(count.key)].append(count)

    def accounts(self) -> list[Account]:
        for index, count in enumerate(self._counts):
            if count.accounted and count.key and not _ALL_TOLD.search(count.lead):
                self._book(index, count)
        return sorted(self._by_whole.values(), key=lambda account: account.whole.span)

    def _book(self, index: int, part: Count) -> None:
        outer = self._counts[index - 1] if index else None
        if outer is not None and outer.sentence is part.sentence and outer.accounted and _AMONG.search(part.lead):
            if outer.span in self._by_part:
                self._by_part[outer.span].nested.append((outer, part))
            return
        if self._completes(index, part):
            return
        whole = self._whole(index, part)
        if whole is None:
            return
        account = self._by_whole.setdefault(whole.span, Account(whole))
        if part.referring and any(_told_of(part, other) for other in account.parts):
            return  # 正在推进的10个问题 are those told of before
        account.parts.append(part)
        account.far |= whole.quantity.node is not part.quantity.node
        self._by_part[part.span] = account

    def _completes(self, index: int, part: Count) -> bool:
        """Whether it is the last of the parts of a part: the 1 in 未完成3个，其中2个年底前完成，1个需长期坚持."""
        total = part.value
        for at in range(index - 1, max(index - _NEAR, 0), -1):
            inner, outer = self._counts[at], self._counts[at - 1]
            if inner.sentence is not part.sentence or not alike(inner.quantity.unit, part.quantity.unit):
                return False
            total += inner.value
            if _AMONG.search(inner.lead):
                return outer.sentence is part.sentence and outer.accounted and outer.value == total
        return False

    def _whole(self, index: int, part: Count) -> Count | None:
        """The total of a part: the nearest before it in its paragraph, else the only one of the draft."""
        node = part.quantity.node
        if part.names_all and (same := self._told_before(index, part)) is not None:
            return same
        rivals: list[Count] = []
        closed: Count | None = None
        for at in range(index - 1, max(index - _NEAR, 0) - 1, -1):
            other = self._counts[at]
            if other.quantity.node is not node:
                break
            if self._taken_up(other, part):
                return other
            if _foreign(other, part):
                continue
            if self._is_closed(other, part) and _may_hold(other, part):
                closed = closed or other
                continue
            if _may_hold(other, part):
                rivals += self._earlier_rivals(at, part)
                return None if _confused(other, part, rivals) else other
            if _rivals(other, part):
                rivals.append(other)
        if closed is not None:
            return closed
        return self._only_total(part) if not rivals else None

    def _is_closed(self, whole: Count, part: Count) -> bool:
        """Whether all of a total is accounted for, so that what is not done belongs rather to another one."""
        account = self._by_whole.get(whole.span)
        return account is not None and part.status is not Status.DONE and account.sum == whole.value

    def _told_before(self, index: int, part: Count) -> Count | None:
        """The total a part names once more: in 33个问题细化为78条……33个问题已整改完成 it is the 33, not the 78."""
        before = self._counts[max(index - _NEAR, 0) : index]
        same = (o for o in reversed(before) if o.value == part.value and o.quantity.node is part.quantity.node)
        return next((other for other in same if _may_hold(other, part)), None)

    def _taken_up(self, whole: Count, part: Count) -> bool:
        """Whether things not done are counted anew: 未整改到位的3个问题，现已整改到位2个，1个正在推进."""
        if not (whole.referring and whole.sentence is part.sentence and whole.value >= part.value):
            return False
        if whole.status is Status.DONE or part.referring or not _same_things(whole, part):
            return False
        return part.status is Status.DONE or whole.span in self._by_whole

    def _earlier_rivals(self, index: int, part: Count) -> list[Count]:
        """The totals before the nearest one, back to the last part of another account."""
        before = takewhile(lambda at: not self._counts[at].accounted, range(index - 1, max(index - _NEAR, 0) - 1, -1))
        same = takewhile(lambda at: self._counts[at].sentence is part.sentence, before)
        return [self._counts[at] for at in same if _rivals(self._counts[at], part)]

    def _only_total(self, part: Count) -> Count | None:
        if not (part.overview and part.problem):
            return None
        totals = [total for total in self._totals[loose(part.key)][:_NEAR] if _may_hold(total, part)]
        if len({(total.value, total.exact) for total in totals}) != 1:
            return None
        return next((total for total in totals if total.sentence.scope == part.sentence.scope), None)


def _told_of(part: Count, other: Count) -> bool:
    """Whether a part that points back may mean another: of the same status, or in another place told of in other words for not done."""
    if part.status is other.status:
        return True
    elsewhere = part.quantity.node is not other.quantity.node
    return elsewhere and Status.DONE not in (part.status, other.status)


def _may_hold(whole: Count, part: Count) -> bool:
    return (
        not whole.accounted
        and not _PART.search(whole.lead)
        and _same_things(whole, part)
        and not whole.sentence.says(_ABSENT)
        and not _SET.search(whole.lead)
        and (not _quoted(whole) or _quoted(part))
    )


def _quoted(count: Count) -> bool:
    """Whether a figure stands inside a quotation, or what a lost mark makes one: no total of what is told outside of it."""
    if not count.lead.endswith("□"):
        return False
    prose = count.quantity.node.prose
    return prose.text[prose.index(count.quantity.number.start) - 1] not in _CLOSING


def _foreign(whole: Count, part: Count) -> bool:
    """Whether a part names another source than the total does: 审计移交问题7个，巡察反馈问题完成41个."""
    if not whole.sources or whole.sources & part.sources:
        return False
    return bool(part.sources) or part.origin == "feedback"


def _same_things(whole: Count, part: Count) -> bool:
    return loose(whole.key) == loose(part.key) and alike(whole.quantity.unit, part.quantity.unit)


def _rivals(other: Count, part: Count) -> bool:
    """Whether another total of the same sentence could be meant by a part that does not name its noun."""
    return (
        other.sentence is part.sentence
        and not other.accounted
        and not _PART.search(other.lead)
        and other.quantity.unit == part.quantity.unit
        and other.quantity.chain is None
        and not part.explicit
        and (other.problem or "整改" not in part.lead)  # projects are checked, problems are rectified
    )


def _confused(whole: Count, part: Count, rivals: list[Count]) -> bool:
    """Whether the part may belong to something else than the nearest total.

    So it is behind a list of totals (信访件12件、交办件3件，已办结15件), and where more was found on the way (排查同类问题，已整改12个).
    """
    if not part.explicit and (rivals or whole.listed):
        return True
    if whole.listed and part.quantity.noun not in part.lead:
        return True  # 30个问题和60条措施已完成86项
    return bool(FOUND_MORE.search(between(whole, part))) or (
        part.sentence.number - whole.sentence.number > 1 and not part.overview
    )
