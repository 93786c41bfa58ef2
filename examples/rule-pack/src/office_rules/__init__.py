"""Rules of our office. ``RULES`` is what disclosure-lint asks a pack for."""

from __future__ import annotations

from disclosure_lint.rule import Rule
from office_rules import deadline_far_off

RULES: tuple[Rule, ...] = (deadline_far_off.RULE,)
