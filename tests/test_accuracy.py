"""The accuracy benchmark plants real faults, counts them well, and its clean drafts are clean."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from random import Random

import load
import page
import pytest
from load import Draft
from model import Edit, Operator, Place, Planted, edited
from operators import OPERATORS
from run import clean_drafts, measure, misses
from score import Outcome, Seen, Tally, judged, new_findings, tallied, wilson

from disclosure_lint.rule import Severity
from scratch import ROOT, run

DRAFTS = load.drafts()
SAMPLE = tuple(load.draft(name) for name in ("court-county.txt", "company-plan.txt"))
# nothing in a plain text can hold these faults, or nothing is wrong until a user lists terms
NOT_PLANTED = {"DOC003", "DOC004", "DOC005", "TRM004"}


def planted_by(operator: Operator, drafts: Sequence[Draft] = DRAFTS) -> list[tuple[str, str, Planted]]:
    """What an operator plants in each draft."""
    pairs = (
        (draft.name, draft.text, operator.plant(draft.text, Random(draft.name)))
        for draft in drafts
        if draft.name in load.PAIRS or not operator.pair
    )
    return [(name, text, planted) for name, text, planted in pairs if planted is not None]


@pytest.mark.parametrize("operator", OPERATORS, ids=lambda operator: operator.name)
def test_operator_is_sound(operator):
    planted = planted_by(operator)
    assert planted, "no draft has a place for it"
    for name, text, fault in planted:
        assert fault.text != text, name
        assert fault.places, name
        assert all(0 <= place.start <= place.end <= len(fault.text) for place in fault.places), name
        assert fault.what, name
    again = planted_by(operator, DRAFTS[:6])
    assert again == planted[: len(again)]


def test_operators_have_names_of_their_own():
    assert len({operator.name for operator in OPERATORS}) == len(OPERATORS)


def test_every_rule_that_judges_has_two_operators():
    judging = {
        rule.code for rule in load.rules() if any(grade is not Severity.INFO for grade in rule.grades.values())
    } | {rule.code for rule in load.rules() if rule.severity is not Severity.INFO}
    counts = Counter(operator.rule for operator in OPERATORS)
    assert {code for code in judging - NOT_PLANTED if counts[code] < 2} == set()


def test_edits_are_made_at_once_and_places_move_along():
    fault = edited("甲乙丙丁戊", [Edit(3, 4, "四四"), Edit(1, 2, "")], "two edits", also=[(0, 1), (2, 3), (4, 5)])
    assert fault.text == "甲丙四四戊"
    assert [fault.text[place.start : place.end] for place in fault.places] == ["", "四四", "甲", "丙", "戊"]


@pytest.mark.parametrize(
    ("finding", "outcome"),
    [
        pytest.param(("TOT003", "error", 2, ()), Outcome.FOUND, id="at-place"),
        pytest.param(("TOT002", "warning", 2, ()), Outcome.FOUND, id="accepted-code"),
        pytest.param(("TOT003", "error", 4, ((2, 2),)), Outcome.FOUND, id="related-place"),
        pytest.param(("TOT003", "error", 4, ()), Outcome.ELSEWHERE, id="other-place"),
        pytest.param(("NUM002", "error", 2, ()), Outcome.ELSEWHERE, id="other-code"),
        pytest.param(("TOT003", "info", 2, ()), Outcome.INFO, id="info"),
        pytest.param(("NUM002", "info", 2, ()), Outcome.MISSED, id="info-of-another"),
        pytest.param(("TOT003", "error", 0, ()), Outcome.ELSEWHERE, id="whole-draft"),
    ],
)
def test_outcome_of_a_fault(finding, outcome):
    code, severity, line, related = finding
    operator = Operator("TOT003", lambda text, random: None, ("TOT002",))
    fault = Planted("甲\n乙\n丙\n丁\n", (Place(2, 3),), "a change")
    assert judged(operator, fault, [Seen(code, severity, "", "", line, line, related)]) is outcome


def test_fault_that_cannot_be_checked_is_no_miss():
    operator = Operator("TOT003", lambda text, random: None)
    fault = Planted("甲\n", (Place(0, 1),), "a change", checkable=False)
    outcome = judged(operator, fault, [])
    tally = Tally()
    tally.add(outcome)
    assert (outcome, tally.planted, tally.checkable, tally.recall) == (Outcome.UNCHECKABLE, 1, 0, None)


def test_what_the_clean_draft_has_is_not_new():
    old = Seen("CON011", "info", "信箱", "信箱", 9, 9, ())
    moved, new = old._replace(first=8, last=8), old._replace(code="CON005")
    assert new_findings([old], [moved, new, moved]) == [new, moved]


def test_interval_of_a_share():
    assert [round(end, 4) for end in wilson(95, 100)] == [0.8882, 0.9785]
    assert wilson(10, 10)[1] == pytest.approx(1)


@pytest.fixture(scope="module")
def sampled():
    """One plant of every other operator in two drafts."""
    return measure(OPERATORS[::2], SAMPLE, seed=3, plants=1, jobs=1)


def test_counts_add_up(sampled):
    by_rule, by_family, overall = tallied(sampled)
    assert len(sampled) > 40
    assert overall.planted == len(sampled) == sum(tally.planted for tally in by_rule.values())
    assert overall.counts == sum((tally.counts for tally in by_family.values()), Counter())
    assert sum(overall.counts.values()) == overall.checkable + overall.counts[Outcome.UNCHECKABLE]


def test_same_seed_gives_the_same(sampled):
    again = measure(OPERATORS[:20:2], SAMPLE, seed=3, plants=1, jobs=1)
    assert again == sampled[: len(again)]


def test_misses_can_be_shown(sampled):
    shown = "\n".join(misses(sampled, 1))
    lost = [result for result in sampled if result.outcome in {Outcome.MISSED, Outcome.ELSEWHERE, Outcome.INFO}]
    assert all(f"{result.operator}: 1 not found" in shown for result in lost)


def test_page_has_a_row_for_each_rule_and_draft(sampled):
    cleans = clean_drafts(SAMPLE)
    text = page.page(cleans, sampled, load.rules(), 3, 1)
    assert all(f"\n| {result.rule} [`" in text for result in sampled)
    assert all(f"\n| {draft.name}" in text for draft in SAMPLE)
    assert text == page.page(cleans, sampled, load.rules(), 3, 1)


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
def test_clean_draft_raises_no_error(draft):
    (clean,) = clean_drafts([draft])
    assert [each for each in clean.findings if each.severity == Severity.ERROR.value] == []


def test_published_page_is_about_these_drafts_and_operators():
    text = (ROOT / "rules" / "ACCURACY.md").read_text("utf-8")
    assert all(f"\n| {draft.name}" in text for draft in DRAFTS)
    assert all(f"\n| {operator.rule} [`" in text for operator in OPERATORS)


def test_script_runs_alone(tmp_path):
    script = ROOT / "benchmarks" / "accuracy" / "run.py"
    done = run(sys.executable, script, "--rule", "CON005", "--plants", "1", "--jobs", "1", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert {result["rule"] for result in json.loads(done.stdout)["planted"]} == {"CON005"}
