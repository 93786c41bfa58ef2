"""The rules that come with disclosure-lint, one module each, by family."""

from __future__ import annotations

from disclosure_lint.rule import Rule
from disclosure_rules import contacts, deadlines, document, numbering, structure, suppressions, totals

RULES: tuple[Rule, ...] = (
    *structure.RULES,
    *numbering.RULES,
    *totals.RULES,
    *deadlines.RULES,
    *contacts.RULES,
    *document.RULES,
    *suppressions.RULES,
)
