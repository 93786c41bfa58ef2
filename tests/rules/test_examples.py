"""Every example of every rule, run through the engine: a Bad is found at its very marks, a Good stays silent."""

from __future__ import annotations

import string
from itertools import pairwise

import pytest

from disclosure_grammar.source import Source, Span
from disclosure_lint.diagnostic import Diagnostic, FileReport
from disclosure_lint.engine import lint_text
from disclosure_lint.registry import load_rules
from disclosure_lint.rule import PRACTICE, Bad, Draft, Finding, Good, Rule, Severity, Text
from disclosure_lint.settings import Active, FileSettings

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


def run(rule: Rule, example: Bad | Good) -> FileReport:
    """The report of one rule over one example; a rule that judges the run gets the others to judge."""
    options = rule.options(**example.options) if rule.options else None
    active = [Active(rule, options)]
    known = RULES
    if rule.judges_run:
        active += [Active.default(other) for other in RULES if not other.judges_run]
    if rule.always and isinstance(example, Bad):
        active.append(Active.default(CRASHING))
    return lint_text(example.text, FileSettings(tuple(active), known, genre=example.genre), path="example.txt")


def own(rule: Rule, report: FileReport) -> list[Diagnostic]:
    return [diagnostic for diagnostic in report.diagnostics if diagnostic.code == rule.code]


def examples(kind: type[Bad] | type[Good]) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.code}-{number}")
        for rule in RULES
        for number, example in enumerate(rule.examples)
        if isinstance(example, kind)
    ]


@pytest.mark.parametrize(("rule", "example"), examples(Bad))
def test_bad_example_is_found_at_its_marks(rule: Rule, example: Bad) -> None:
    report = run(rule, example)
    found = own(rule, report)
    shown = [(d.span and report.source.slice(d.span), d.message.zh) for d in found]
    assert [d.span for d in found] == list(example.spans), shown
    assert {d.severity for d in found} == {example.severity or rule.severity}
    for diagnostic in found:
        assert_sound(diagnostic, report)


@pytest.mark.parametrize(("rule", "example"), examples(Good))
def test_good_example_is_silent(rule: Rule, example: Good) -> None:
    report = run(rule, example)
    assert [(d.span and report.source.slice(d.span), d.message.zh) for d in own(rule, report)] == []
    assert report.crashed == ()


@pytest.mark.parametrize(("rule", "example"), [case for case in examples(Bad) if case.values[1].fixed is not None])
def test_fix_leads_to_the_fixed_text_and_silence(rule: Rule, example: Bad) -> None:
    found = own(rule, run(rule, example))
    text = example.text
    edits = {edit for diagnostic in found if diagnostic.fix for edit in diagnostic.fix.edits}
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == example.fixed
    after = Bad(text, example.genre, options=example.options)
    assert own(rule, run(rule, after)) == []


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in RULES])
def test_a_rule_with_fixes_shows_one(rule: Rule) -> None:
    offered = [d.fix for example in rule.examples for d in own(rule, run(rule, example)) if d.fix is not None]
    if offered:
        assert any(isinstance(example, Bad) and example.fixed is not None for example in rule.examples)


def assert_sound(diagnostic: Diagnostic, report: FileReport) -> None:
    """What holds for every finding of every rule."""
    source = report.source
    assert source is not None
    for span in (diagnostic.span, *(place.span for place in diagnostic.related)):
        assert span is None or 0 <= span.start <= span.end <= len(source.text)
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
