"""Rules about numbering (层次序数)."""

from __future__ import annotations

from disclosure_lint.rule import Rule

RULES: tuple[Rule, ...] = ()
