"""Rules about document (整篇文稿)."""

from __future__ import annotations

from disclosure_lint.rule import Rule

RULES: tuple[Rule, ...] = ()
