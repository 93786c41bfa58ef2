"""Every example of every rule, run through the engine: a Bad is found at its very marks, a Good stays silent."""

from __future__ import annotations

import string
from itertools import pairwise
from typing import Any

import pytest

from disclosure_grammar.source import Source, Span
from disclosure_lint.diagnostic import Diagnostic, FileReport
from disclosure_lint.registry import load_rules
from disclosure_lint.rule import PRACTICE, Bad, Draft, Finding, Good, Rule, Safety, Severity, Text
from disclosure_lint.testing import check_example, findings, run

RULES = load_rules(("disclosure_rules", "pack_of_a_township"))


def _raise(draft: Draft, options: object) -> list[Finding]:
    raise RuntimeError(draft.source.text)


CRASHING = Rule(
    code="ZZZ999",
    name="always-raises",
    genres=frozenset({"progress", "plan", "report", "other"}),
    severity=Severity.ERROR,
    summary=Text("总是出错。", "Always raises."),
    messages={"main": Text("无。", "None.")},
    help=Text("无。", "None."),
    why=Text("无。", "None."),
    basis=PRACTICE,
    check=_raise,
    examples=(),
)
"""What the Bad examples of the rule about crashed rules need beside them: no text makes a sound rule crash."""


def surroundings(rule: Rule, example: Bad | Good) -> dict[str, Any]:
    """What runs beside a rule: a rule that judges the run gets the others to judge."""
    beside = [other for other in RULES if rule.judges_run and not other.judges_run]
    if rule.always and isinstance(example, Bad):
        beside.append(CRASHING)
    return {"beside": beside, "known": RULES}


def examples(kind: type[Bad] | type[Good]) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.code}-{number}")
        for rule in RULES
        for number, example in enumerate(rule.examples)
        if isinstance(example, kind)
    ]


@pytest.mark.parametrize(("rule", "example"), examples(Bad))
def test_bad_example_is_found_at_its_marks(rule: Rule, example: Bad) -> None:
    report = check_example(rule, example, **surroundings(rule, example))
    for diagnostic in findings(rule, report):
        assert_sound(diagnostic, report)


@pytest.mark.parametrize(("rule", "example"), examples(Good))
def test_good_example_is_silent(rule: Rule, example: Good) -> None:
    report = check_example(rule, example, **surroundings(rule, example))
    assert report.crashed == ()


def found(rule: Rule, example: Bad | Good) -> tuple[Diagnostic, ...]:
    return findings(rule, run(rule, example, **surroundings(rule, example)))


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in RULES])
def test_a_rule_shows_the_fixes_it_says_it_has(rule: Rule) -> None:
    offered = {d.fix.safety for example in rule.examples for d in found(rule, example) if d.fix is not None}
    assert offered == set(rule.fixes)
    if offered - {Safety.DISPLAY}:
        assert any(isinstance(example, Bad) and example.fixed is not None for example in rule.examples)


def assert_sound(diagnostic: Diagnostic, report: FileReport) -> None:
    """What holds for every finding of every rule."""
    source = report.source
    assert source is not None
    assert diagnostic.span is None or diagnostic.span.end <= len(source.text)
    for place in diagnostic.related:
        assert place.span.end <= len((place.other.source if place.other else source).text)
    assert diagnostic.fingerprint
    assert all(place.span != diagnostic.span or place.message for place in diagnostic.related)
    for text in (diagnostic.message, diagnostic.help, *(place.message for place in diagnostic.related)):
        for words in (text.zh, text.en):
            assert words.strip() == words != ""
            assert not any(sign in words for sign in ("{", "}", "None", "“”", "''", '""', "‘’", "  ", "Span("))
            assert "\n" not in words
    for words in (diagnostic.message.zh, diagnostic.help.zh):
        assert words[-1] in "。？！）”", words
    assert source.position(diagnostic.span.start if diagnostic.span else 0).line >= 1
    assert all(value for value in (diagnostic.values or {}).values())
    if diagnostic.fix is not None:
        assert_edits_apart([edit.span for edit in diagnostic.fix.edits], source)
        assert diagnostic.fix.title.zh
        assert diagnostic.fix.title.en


def assert_edits_apart(spans: list[Span], source: Source) -> None:
    ordered = sorted(spans)
    assert spans
    assert ordered[-1].end <= len(source.text)
    assert all(not one.overlaps(other) for one, other in pairwise(ordered))


def test_marks_and_format_fields_are_not_left_in_texts() -> None:
    for rule in RULES:
        for text in (rule.summary, rule.help, rule.why, rule.basis):
            for words in (text.zh, text.en):
                assert not [field for _, field, _, _ in string.Formatter().parse(words) if field is not None]
