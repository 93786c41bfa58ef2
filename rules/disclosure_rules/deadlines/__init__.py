"""Rules about deadlines (时限与责任)."""

from __future__ import annotations

from disclosure_lint.rule import Rule

RULES: tuple[Rule, ...] = ()
