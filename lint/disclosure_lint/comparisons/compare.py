"""Every comparison of a draft, gathered."""

from __future__ import annotations

from disclosure_grammar.tree import Document
from disclosure_lint.comparisons import (
    arithmetic,
    durations,
    leftovers,
    lists,
    percentage,
    remainder,
    repeat,
    structure,
)
from disclosure_lint.comparisons.accounts import Account
from disclosure_lint.comparisons.counts import Count
from disclosure_lint.comparisons.echoes import without_echoes
from disclosure_lint.comparisons.model import Comparison
from disclosure_lint.facts import Facts


def compare(
    document: Document,
    facts: Facts,
    counts: tuple[Count, ...],
    accounts: tuple[Account, ...],
    *,
    agreements: bool = True,
) -> tuple[Comparison, ...]:
    """All comparisons, in the order of the figures judged; with ``agreements`` also of figures that are merely repeated."""
    found = [
        *arithmetic.compare(document, counts, accounts),
        *percentage.compare(facts.percentages, counts, accounts),
        *repeat.compare(counts, accounts, agreements=agreements),
        *remainder.compare(document, counts, accounts),
        *leftovers.compare(document, counts, accounts),
        *structure.compare(document, facts),
        *lists.compare(document, facts),
        *durations.compare(document, facts),
    ]
    return tuple(sorted(without_echoes(found), key=lambda comparison: (comparison.figure, comparison.kind)))
