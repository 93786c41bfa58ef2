"""Every comparison of a draft, gathered."""

from __future__ import annotations

from disclosure_grammar.tree import Document
from disclosure_lint.comparisons import arithmetic, durations, lists, percentage, remainder, repeat, structure
from disclosure_lint.comparisons.echoes import without_echoes
from disclosure_lint.comparisons.model import Comparison
from disclosure_lint.facts import Facts

_MODULES = (arithmetic, percentage, repeat, remainder, structure, lists, durations)


def compare(document: Document, facts: Facts) -> tuple[Comparison, ...]:
    """All comparisons, in the order of the figures judged."""
    found = [comparison for module in _MODULES for comparison in module.compare(document, facts)]
    return tuple(sorted(without_echoes(found), key=lambda comparison: (comparison.figure, comparison.kind)))
