"""Rules about contacts (联系方式)."""

from __future__ import annotations

from disclosure_lint.rule import Rule

RULES: tuple[Rule, ...] = ()
