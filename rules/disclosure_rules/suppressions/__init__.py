"""Rules about the suppressions of a draft (忽略批注), in the text and beside it."""

from __future__ import annotations

from disclosure_lint.rule import Rule
from disclosure_rules.suppressions import (
    expired_suppression,
    malformed_suppression,
    suppression_in_final_text,
    unused_suppression,
)

RULES: tuple[Rule, ...] = (
    unused_suppression.RULE,
    malformed_suppression.RULE,
    expired_suppression.RULE,
    suppression_in_final_text.RULE,
)
