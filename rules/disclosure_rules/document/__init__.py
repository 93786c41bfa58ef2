"""Rules about the document as a whole (整篇文稿)."""

from __future__ import annotations

from disclosure_lint.rule import Rule
from disclosure_rules.document import comments_left, not_a_disclosure, rule_crashed, tracked_changes_left

RULES: tuple[Rule, ...] = (
    not_a_disclosure.RULE,
    tracked_changes_left.RULE,
    comments_left.RULE,
    rule_crashed.RULE,
)
