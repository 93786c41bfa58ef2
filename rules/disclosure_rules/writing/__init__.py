"""Rules about placeholders, page residue, marks and spaces (文字)."""

from __future__ import annotations

from disclosure_lint.rule import Rule
from disclosure_rules.writing import (
    duplicated_paragraph,
    half_width_marks,
    missing_full_stop,
    page_residue,
    placeholder,
    repeated_mark,
    stray_space,
    unbalanced_marks,
)

RULES: tuple[Rule, ...] = (
    placeholder.RULE,
    page_residue.RULE,
    unbalanced_marks.RULE,
    missing_full_stop.RULE,
    repeated_mark.RULE,
    half_width_marks.RULE,
    stray_space.RULE,
    duplicated_paragraph.RULE,
)
