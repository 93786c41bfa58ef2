"""Rules about totals (数字与数字)."""

from __future__ import annotations

from disclosure_lint.rule import Rule
from disclosure_rules.totals import (
    completed_exceeds_total,
    conflicting_totals,
    count_structure_mismatch,
    listed_items_mismatch,
    missing_totals,
    parts_do_not_sum,
    percentage_impossible,
    percentage_mismatch,
    unexplained_remainder,
)

RULES: tuple[Rule, ...] = (
    completed_exceeds_total.RULE,
    parts_do_not_sum.RULE,
    percentage_mismatch.RULE,
    percentage_impossible.RULE,
    conflicting_totals.RULE,
    count_structure_mismatch.RULE,
    listed_items_mismatch.RULE,
    unexplained_remainder.RULE,
    missing_totals.RULE,
)
