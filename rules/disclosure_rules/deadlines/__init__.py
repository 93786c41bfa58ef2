"""Rules about deadlines (时限与责任)."""

from __future__ import annotations

from disclosure_lint.rule import Rule
from disclosure_rules.deadlines import (
    deadline_passed,
    measure_without_deadline,
    measure_without_owner,
    period_exceeded,
    unfinished_without_deadline,
    vague_deadline,
)

RULES: tuple[Rule, ...] = (
    measure_without_deadline.RULE,
    unfinished_without_deadline.RULE,
    vague_deadline.RULE,
    measure_without_owner.RULE,
    deadline_passed.RULE,
    period_exceeded.RULE,
)
