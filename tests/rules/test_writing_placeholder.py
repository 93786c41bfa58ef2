"""TXT001: one finding a placeholder, and one for all that are alike where a draft is full of them."""

from __future__ import annotations

import pytest

from disclosure_grammar.parse import parse
from disclosure_lint.comparisons import Comparisons
from disclosure_lint.facts import Facts
from disclosure_lint.rule import Draft, Finding, Source
from disclosure_rules.writing import placeholder

HEAD = "中共青岚县水利局党组关于巡察整改进展情况的通报\n一、整改情况\n"


def findings(text: str) -> list[Finding]:
    document = parse(Source("draft", text))
    facts = Facts(document)
    return list(placeholder.RULE.check(Draft(document, "progress", facts, Comparisons(document, facts)), None))


@pytest.mark.parametrize(("times", "expected"), [(2, 2), (10, 10), (11, 1), (300, 1)])
def test_a_template_full_of_one_placeholder_is_one_finding(times: int, expected: int) -> None:
    found = findings(HEAD + "完成XX项，按期办结。\n" * times)
    assert len(found) == expected
    assert {finding.grade for finding in found} == {"firm"}
    assert len(found[0].related) == (0 if expected > 1 else min(times - 1, 20))


def test_names_withheld_alike_are_one_finding() -> None:
    (company, case) = findings(HEAD + "约谈某某公司，查处××案。\n对某某公司罚款，就××案通报。\n")
    assert (company.grade, len(company.related)) == ("thin", 1)
    assert (case.grade, len(case.related)) == ("thin", 1)


def test_a_draft_that_withholds_names_by_habit_is_not_asked_about_them() -> None:
    assert findings(HEAD + "办结刘某某等24人案件，约谈某某公司，查处××案。\n") == []
