"""Rules about numbering (层次序数)."""

from __future__ import annotations

from disclosure_lint.rule import Rule
from disclosure_rules.numbering import (
    enumeration_broken,
    level_skipped,
    mixed_number_style,
    numbering_disorder,
    numbering_duplicate,
    numbering_gap,
    unnumbered_section,
)

RULES: tuple[Rule, ...] = (
    unnumbered_section.RULE,
    numbering_gap.RULE,
    numbering_duplicate.RULE,
    numbering_disorder.RULE,
    level_skipped.RULE,
    mixed_number_style.RULE,
    enumeration_broken.RULE,
)
