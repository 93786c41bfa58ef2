"""Accounts: a total with the figures that say what became of its parts (共17个，已完成15个，正在整改2个)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from disclosure_lint.comparisons.counts import Count, alike
from disclosure_lint.facts.model import Status

_AMONG = re.compile(r"其中|包括|包含|(?<!不)含")
_OPEN = re.compile(r"等(?![级次候待])|另有|此外|其他|还有.{0,6}(?:等|若干)|若干|部分(?:问题|事项)")
_OVERLAPPING = re.compile(r"长期|持续|巩固|坚持|深化")
_PART = re.compile(r"其中|立行立改|即知即改|立查立改|边查边改|限期整改|长期整改|分阶段整改|新增")
_ABSENT = re.compile(r"(?:上一?|前|首|往)(?:轮|次|年)|同期|去年")


@dataclass(slots=True)
class Account:
    """A total and its parts.

    Attributes:
        whole: the total.
        parts: the figures with a status that belong to it, in the order of the text.
        nested: figures that count part of a part (已完成15个，其中阶段性完成3个), each behind its part.
        far: whether the parts stand apart from the total, in another paragraph.
    """

    whole: Count
    parts: list[Count] = field(default_factory=list)
    nested: list[tuple[Count, Count]] = field(default_factory=list)
    far: bool = False

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
        return any(part.status is Status.ONGOING and _OVERLAPPING.search(part.lead) for part in self.parts)

    @property
    def open(self) -> bool:
        """Whether the text says that the parts are not all."""
        return any(_OPEN.search(part.words) for part in self.parts)

    @property
    def done(self) -> Count | None:
        """The one figure of what is done, or None where there is none or several."""
        done = [part for part in self.parts if part.status is Status.DONE]
        return done[0] if len(done) == 1 else None


def accounts_of(counts: tuple[Count, ...]) -> list[Account]:
    """The accounts of a draft, in the order of their totals."""
    accounts: dict[int, Account] = {}
    for index, count in enumerate(counts):
        if not count.accounted or not count.key:
            continue
        outer = _outer(counts, index)
        if outer is not None and id(outer) in (holder := _holders(accounts)):
            accounts[holder[id(outer)]].nested.append((outer, count))
            continue
        whole = _whole(counts, index)
        if whole is None:
            continue
        account = accounts.setdefault(id(whole), Account(whole))
        account.parts.append(count)
        account.far |= whole.quantity.node is not count.quantity.node
    return sorted(accounts.values(), key=lambda account: account.whole.span)


def _holders(accounts: dict[int, Account]) -> dict[int, int]:
    return {id(part): key for key, account in accounts.items() for part in account.parts}


def _outer(counts: tuple[Count, ...], index: int) -> Count | None:
    """The part that a figure behind 其中 belongs to: the accounted figure right before, in the same sentence."""
    count = counts[index]
    before = counts[index - 1] if index else None
    if before is None or before.sentence != count.sentence or not before.accounted or not _AMONG.search(count.lead):
        return None
    return before


def _whole(counts: tuple[Count, ...], index: int) -> Count | None:
    """The total a part belongs to: the nearest before it in its paragraph, else the only one of the draft."""
    part = counts[index]
    for other in _backwards(counts, index):
        if _may_hold(other, part):
            return other
    if not part.overview:
        return None
    totals = [other for other in counts if other.status is Status.TOTAL and other.overview and _may_hold(other, part)]
    values = {(other.value, other.exact) for other in totals}
    same_scope = [other for other in totals if other.scope == part.scope]
    return same_scope[0] if len(values) == 1 and same_scope and part.problem else None


def _backwards(counts: tuple[Count, ...], index: int) -> Iterator[Count]:
    node = counts[index].quantity.node
    for other in reversed(counts[:index]):
        if other.quantity.node is not node:
            return
        yield other


def _may_hold(whole: Count, part: Count) -> bool:
    return (
        not whole.accounted
        and not _PART.search(whole.lead)
        and whole.key == part.key
        and alike(whole.quantity.unit, part.quantity.unit)
        and not _ABSENT.search(whole.words)
    )
