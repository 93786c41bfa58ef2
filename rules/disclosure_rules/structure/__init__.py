"""Rules about structure (标题、落款等文种要件)."""

from __future__ import annotations

from disclosure_lint.rule import Rule
from disclosure_rules.structure import (
    empty_section,
    missing_lead,
    missing_section,
    missing_signatory,
    missing_signing_date,
    missing_title,
    signatory_mismatch,
)

RULES: tuple[Rule, ...] = (
    missing_title.RULE,
    missing_lead.RULE,
    missing_section.RULE,
    empty_section.RULE,
    missing_signatory.RULE,
    missing_signing_date.RULE,
    signatory_mismatch.RULE,
)
