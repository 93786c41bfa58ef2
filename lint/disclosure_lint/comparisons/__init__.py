"""What the figures of a draft were held against, and how it came out: the ground of the TOT rules and of ``figures``.

Each module beside this one makes one sort of comparison; a contradiction is reported only where the evidence is firm.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from disclosure_grammar.tree import Document
from disclosure_lint.comparisons.model import Comparison
from disclosure_lint.facts import Facts

if TYPE_CHECKING:
    from disclosure_lint.comparisons.accounts import Account
    from disclosure_lint.comparisons.counts import Count


class Comparisons:
    """All comparisons of one document, worked out on first use.

    Figures that are repeated elsewhere without contradiction are many, and only ``figures`` shows them: a check leaves them out
    (``agreements`` false).
    """

    def __init__(self, document: Document, facts: Facts, *, agreements: bool = True) -> None:
        self._document = document
        self._facts = facts
        self._agreements = agreements

    @cached_property
    def counts(self) -> tuple[Count, ...]:
        """The counted numbers of the draft, each with what decides whether it may be compared with another."""
        from disclosure_lint.comparisons.counts import counts_of

        return counts_of(self._document, self._facts)

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """The totals of which the draft says what became of their parts."""
        from disclosure_lint.comparisons.accounts import accounts_of

        return accounts_of(self.counts)

    @cached_property
    def all(self) -> tuple[Comparison, ...]:
        """Every comparison, in the order of the figures judged."""
        from disclosure_lint.comparisons.compare import compare

        return compare(self._document, self._facts, self.counts, self.accounts, agreements=self._agreements)

    def of(self, *kinds: str) -> tuple[Comparison, ...]:
        """The comparisons of these kinds."""
        return tuple(comparison for comparison in self.all if comparison.kind in kinds)
