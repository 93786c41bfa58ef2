"""The totals of a plan against those of the disclosure that follows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_lint.comparisons import Comparisons
from disclosure_lint.comparisons.counts import Count, by_sentence
from disclosure_lint.comparisons.repeat import Group, deciding, groups, is_derived, linked, same_things
from disclosure_lint.comparisons.wording import named

_NO_ROUND = Pattern(
    r"截[至止][到至于]?[ ]?(?P<as_of>[0-9０-９]{4})(?=年)|(?P<limit>[0-9０-９]{4})年(?:[^，,。；;、]{0,8}前|[底末内])"
)


class Conflict(NamedTuple):
    """A total that is not the same in both drafts.

    Attributes:
        here: the count in the disclosure.
        there: the count in the plan.
        fixed: whether it counts what the inspection handed over, which cannot change on the way; measures may be added to.
    """

    here: Count
    there: Count
    fixed: bool

    @property
    def named_here(self) -> str:
        """The count of the disclosure with its noun."""
        return named(self.here)

    @property
    def named_there(self) -> str:
        """The count of the plan with its noun."""
        return named(self.there)


def conflicts(disclosure: Comparisons, plan: Comparisons) -> Iterator[Conflict]:
    """The totals that a disclosure and its plan state differently, one for each thing counted.

    A draft that contradicts itself about a total has a finding of its own: that total is left out here.
    """
    sentences = {**by_sentence(disclosure.counts), **by_sentence(plan.counts)}
    stated, planned = _totals(disclosure), _totals(plan)
    both = [(stated[key], planned[key]) for key in stated if key in planned]
    agreed = any(here.value == there.value and not is_derived(here) for here, there in both)
    for here, there in both:
        if here.value == there.value or here.key != there.key or not _same_round(here, there):
            continue
        if not same_things(here, there, sentences):
            continue
        if not is_derived(here) or agreed or linked(here, there, sentences):
            yield Conflict(here, there, fixed=not is_derived(here))


def _same_round(here: Count, there: Count) -> bool:
    """Whether no years tell the rounds of two counts apart; those of as-of days and time limits say nothing of the round."""
    ours, theirs = here.sentence.years, there.sentence.years
    if ours & theirs:
        return True
    words = here.sentence.words
    return not theirs or ours <= {match["as_of"] or match["limit"] for match in _NO_ROUND.finditer(words)}


def _totals(comparisons: Comparisons) -> dict[Group, Count]:
    """What a draft says of each thing it counts as a whole, where all its mentions agree: the first mention."""
    wholes = frozenset(account.whole.span for account in comparisons.accounts)
    found: dict[Group, Count] = {}
    for key, group in groups(comparisons.counts).items():
        usable = [count for count in deciding(group, wholes) if not count.accounted]
        if usable and len({count.value for count in usable}) == 1:
            found[key] = usable[0]
    return found
