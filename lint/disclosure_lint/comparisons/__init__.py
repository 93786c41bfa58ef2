"""What the figures of a draft were held against, and how it came out: the ground of the TOT rules and of ``figures``.

Each module beside this one makes one sort of comparison; a contradiction is reported only where the evidence is firm.
"""

from __future__ import annotations

from functools import cached_property

from disclosure_grammar.tree import Document
from disclosure_lint.comparisons.model import Comparison
from disclosure_lint.facts import Facts


class Comparisons:
    """All comparisons of one document, worked out on first use."""

    def __init__(self, document: Document, facts: Facts) -> None:
        self._document = document
        self._facts = facts

    @cached_property
    def all(self) -> tuple[Comparison, ...]:
        """Every comparison, in the order of the figures judged."""
        from disclosure_lint.comparisons.compare import compare

        return compare(self._document, self._facts)

    def of(self, *kinds: str) -> tuple[Comparison, ...]:
        """The comparisons of these kinds."""
        return tuple(comparison for comparison in self.all if comparison.kind in kinds)
