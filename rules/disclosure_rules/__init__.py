"""The rules that come with disclosure-lint, one module each, by family."""

from __future__ import annotations

from disclosure_lint.rule import Rule
from disclosure_rules import (
    citations,
    contacts,
    dates,
    deadlines,
    document,
    numbering,
    privacy,
    sets,
    structure,
    suppressions,
    terms,
    totals,
    writing,
)

RULES: tuple[Rule, ...] = (
    *structure.RULES,
    *numbering.RULES,
    *totals.RULES,
    *deadlines.RULES,
    *dates.RULES,
    *contacts.RULES,
    *privacy.RULES,
    *citations.RULES,
    *terms.RULES,
    *writing.RULES,
    *sets.RULES,
    *document.RULES,
    *suppressions.RULES,
)
