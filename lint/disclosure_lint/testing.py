"""For the authors of rule packs: a rule's examples are its tests, and this runs them (``docs/write-a-rule.md`` shows how)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from disclosure_grammar.source import Source
from disclosure_lint.asides import layout
from disclosure_lint.diagnostic import Diagnostic, FileReport
from disclosure_lint.engine import Companion, lint
from disclosure_lint.rule import Bad, Good, Rule
from disclosure_lint.settings import Active, FileSettings

__all__ = ["check_example", "check_examples", "findings", "fixed", "run"]


def check_examples(rule: Rule) -> None:
    """Hold every example of a rule against the rule.

    Raises:
        AssertionError: one does not hold, or the rule lacks a ``Bad`` or a ``Good``.
    """
    for kind in (Bad, Good):
        assert any(isinstance(example, kind) for example in rule.examples), (
            f"{rule.code} has no example {kind.__name__}(…)"
        )
    for example in rule.examples:
        check_example(rule, example)


def check_example(
    rule: Rule, example: Bad | Good, beside: Sequence[Rule] = (), known: Sequence[Rule] = ()
) -> FileReport:
    """Hold one example against its rule: a ``Bad`` is found at its very marks, and its fixes lead to silence; a ``Good`` is left alone.

    Args:
        rule: the rule.
        example: the example.
        beside: other rules to run, for a rule that judges the run.
        known: all rules there are, for a rule about suppressions.

    Raises:
        AssertionError: the example does not hold.
    """
    report = run(rule, example, beside, known)
    assert rule.code not in report.crashed, f"{rule.code} raised at {example.text!r}"
    found = findings(rule, report)
    shown = [(each.span and example.text[each.span.start : each.span.end], each.message.zh) for each in found]
    if isinstance(example, Good):
        assert not found, f"{rule.code} should be silent at {example.text!r}, but found {shown}"
        return report
    assert tuple(each.span for each in found) == example.spans, (
        f"{rule.code} should find {example.marked!r}, but found {shown}"
    )
    severity = example.severity or rule.severity
    assert {each.severity for each in found} == {severity}, (
        f"{rule.code} should call {example.marked!r} {severity}: {shown}"
    )
    if example.fixed is not None:
        _check_fix(rule, example, found, beside, known)
    return report


def _check_fix(
    rule: Rule, example: Bad, found: Sequence[Diagnostic], beside: Sequence[Rule], known: Sequence[Rule]
) -> None:
    after = fixed(example.text, found)
    assert after == example.fixed, f"the fixes of {rule.code} make {after!r} of {example.text!r}, not {example.fixed!r}"
    again = run(rule, Good(after, example.genre, example.options, example.plans, example.asides), beside, known)
    assert not findings(rule, again), f"{rule.code} finds something after its own fixes: {after!r}"


def run(rule: Rule, example: Bad | Good, beside: Iterable[Rule] = (), known: Sequence[Rule] = ()) -> FileReport:
    """The report of a rule over an example, which other rules may be run beside."""
    options = rule.options(**example.options) if rule.options else None
    active = (Active(rule, options), *map(Active.default, beside))
    settings = FileSettings(active, tuple(known) or tuple(each.rule for each in active), genre=example.genre)
    plans = [Companion(Source(f"plan-{number}.txt", plan), "plan") for number, plan in enumerate(example.plans, 1)]
    source = Source("example.txt", example.text, layout=layout(example.text, example.asides))
    return lint(source, settings, plans)


def findings(rule: Rule, report: FileReport) -> tuple[Diagnostic, ...]:
    """What a rule itself found."""
    return tuple(each for each in report.diagnostics if each.code == rule.code)


def fixed(text: str, found: Iterable[Diagnostic]) -> str:
    """A draft after all the fixes of some findings."""
    edits = {edit for each in found if each.fix is not None for edit in each.fix.edits}
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
