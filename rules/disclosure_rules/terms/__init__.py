"""Rules about fixed expressions (提法)."""

from __future__ import annotations

from disclosure_lint.rule import Rule
from disclosure_rules.terms import incomplete_expansion, inspection_level_term, misquoted_expression, user_term

RULES: tuple[Rule, ...] = (
    misquoted_expression.RULE,
    incomplete_expansion.RULE,
    inspection_level_term.RULE,
    user_term.RULE,
)
