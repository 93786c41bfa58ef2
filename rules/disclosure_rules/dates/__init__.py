"""Rules about dates (日期)."""

from __future__ import annotations

from disclosure_lint.rule import Rule
from disclosure_rules.dates import (
    date_format,
    date_order,
    duration_mismatch,
    impossible_date,
    missing_as_of_date,
    stale_figures,
    unresolvable_date,
)

RULES: tuple[Rule, ...] = (
    impossible_date.RULE,
    date_order.RULE,
    duration_mismatch.RULE,
    missing_as_of_date.RULE,
    stale_figures.RULE,
    unresolvable_date.RULE,
    date_format.RULE,
)
