"""Rules about several drafts of one matter: a disclosure against its plan (方案与通报之间)."""

from __future__ import annotations

from disclosure_lint.rule import Rule
from disclosure_rules.sets import plan_item_missing, plan_progress_dates, plan_progress_totals

RULES: tuple[Rule, ...] = (
    plan_progress_totals.RULE,
    plan_progress_dates.RULE,
    plan_item_missing.RULE,
)
