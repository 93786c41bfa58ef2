"""What came of holding rules against their examples, for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure_lint.report import View
from disclosure_lint.report.colour import paint
from disclosure_lint.report.json import SCHEMA, dump
from disclosure_lint.report.layout import Line
from disclosure_lint.rule import Rule, Text

_PASSED = Text("通过", "passed")
_FAILED = Text("不通过", "failed")
_EXAMPLES = Text("示例{}个", "examples: {}")
_SUMMARY = Text("检验规则{}条：{}条通过，{}条不通过", "{} rules tested: {} passed, {} failed")


class Trial(NamedTuple):
    """A rule and what is wrong with it.

    Attributes:
        rule: the rule.
        path: the file it is written in.
        line: the line there, from 1, or None.
        faults: what its examples show; none where it passed.
    """

    rule: Rule
    path: str
    line: int | None
    faults: tuple[Text, ...]


def as_text(trials: Sequence[Trial], view: View) -> str:
    """A line for each rule, a line for each fault, and how many passed."""
    return paint((*(line for trial in trials for line in _trial(trial, view)), *_summary(trials, view)), view)


def _summary(trials: Sequence[Trial], view: View) -> Iterator[Line]:
    if trials:
        failed = sum(bool(trial.faults) for trial in trials)
        yield ((view.say(_SUMMARY).format(len(trials), len(trials) - failed, failed), "strong"),)


def _trial(trial: Trial, view: View) -> Iterator[Line]:
    place = f"{trial.path}:{trial.line}" if trial.line else trial.path
    passed = not trial.faults
    yield (
        (trial.rule.code, "strong"),
        (f" {trial.rule.name}  ", ""),
        (view.say(_PASSED if passed else _FAILED), "good" if passed else "error"),
        (f"  {view.say(_EXAMPLES).format(len(trial.rule.examples))}  {place}", "dim"),
    )
    yield from (((f"  {view.say(fault)}", ""),) for fault in trial.faults)


def as_json(trials: Sequence[Trial], view: View) -> str:
    """The same as one JSON object."""
    failed = sum(bool(trial.faults) for trial in trials)
    return dump(
        {
            "schema": SCHEMA,
            "rules": [
                {
                    "code": trial.rule.code,
                    "name": trial.rule.name,
                    "path": trial.path,
                    "line": trial.line,
                    "examples": len(trial.rule.examples),
                    "faults": [view.say(fault) for fault in trial.faults],
                }
                for trial in trials
            ],
            "summary": {"rules": len(trials), "passed": len(trials) - failed, "failed": failed},
        },
        view,
    )
