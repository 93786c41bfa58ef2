"""The clean drafts, and the linter to check them with."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from disclosure_grammar.source import Source
from disclosure_lint.diagnostic import FileReport
from disclosure_lint.engine import Companion, lint
from disclosure_lint.registry import load_rules
from disclosure_lint.rule import Rule
from disclosure_lint.settings import FileSettings

DRAFTS = Path(__file__).parent / "drafts"
# a suppression that has run out has run out on this day, whenever the benchmark is run
TODAY = date(2026, 1, 1)
# which disclosure follows which plan
PAIRS = {"court-county.txt": "court-county-plan.txt", "housing-progress.txt": "housing-plan.md"}


class Draft(NamedTuple):
    """A clean draft."""

    name: str
    text: str


@cache
def drafts() -> tuple[Draft, ...]:
    """All clean drafts, by name."""
    return tuple(Draft(path.name, path.read_text("utf-8")) for path in sorted(DRAFTS.iterdir()))


def draft(name: str) -> Draft:
    """The draft of this name."""
    return next(each for each in drafts() if each.name == name)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules as they come."""
    return load_rules()


@cache
def _settings() -> FileSettings:
    return FileSettings.default(rules())._replace(today=TODAY)


def check(name: str, text: str, plan: str | None = None) -> FileReport:
    """What the linter says of a text; ``plan`` names the draft of the plan it follows."""
    companions = (Companion(_source(plan, draft(plan).text)),) if plan else ()
    return lint(_source(name, text), _settings(), companions)


def _source(name: str, text: str) -> Source:
    return Source(name, text, "markdown" if name.endswith(".md") else "text")
