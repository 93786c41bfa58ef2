"""The examples of a rule are its tests."""

from __future__ import annotations

import pytest
from office_rules import RULES

from disclosure_lint.rule import Rule
from disclosure_lint.testing import check_examples


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in RULES])
def test_examples(rule: Rule) -> None:
    """Every Bad is found at its marks, every Good is left alone."""
    check_examples(rule)
