"""Rules about the document as a whole (整篇文稿)."""

from __future__ import annotations

from disclosure_lint.rule import Rule
from disclosure_rules.document import not_a_disclosure, rule_crashed

RULES: tuple[Rule, ...] = (
    not_a_disclosure.RULE,
    rule_crashed.RULE,
)
