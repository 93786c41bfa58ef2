"""Rules about titles and document numbers (引用)."""

from __future__ import annotations

from disclosure_lint.rule import Rule
from disclosure_rules.citations import (
    document_number,
    inconsistent_title,
    near_title,
    superseded_title,
    wrong_title,
)

RULES: tuple[Rule, ...] = (
    wrong_title.RULE,
    near_title.RULE,
    inconsistent_title.RULE,
    superseded_title.RULE,
    document_number.RULE,
)
