"""Rules about totals (数字与数字)."""

from __future__ import annotations

from disclosure_lint.rule import Rule

RULES: tuple[Rule, ...] = ()
