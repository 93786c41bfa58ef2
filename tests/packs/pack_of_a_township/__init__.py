"""A rule pack as an office would keep one of its own: outside the package, loaded by name."""

from __future__ import annotations

from disclosure_lint.rule import Rule
from pack_of_a_township import short_committee

RULES: tuple[Rule, ...] = (short_committee.RULE,)
