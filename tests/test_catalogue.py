"""``rules/README.md`` is what the rules say; ``pytest tests/test_catalogue.py --force-regen`` writes it anew."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from disclosure_lint.catalogue import markdown, options, toml
from disclosure_lint.registry import load_rules
from disclosure_lint.rule import DISCLOSURES, PRACTICE, Bad, Good, Rule, Severity, Text

README = Path(__file__).parents[1] / "rules" / "README.md"


def test_catalogue_is_up_to_date(file_regression):
    file_regression.check(markdown(load_rules()), fullpath=README, encoding="utf-8")


@dataclasses.dataclass(frozen=True)
class Options:
    at_most: int = 3
    words: tuple[str, ...] = ("尽快", "a|b")
    strict: bool = False


def test_an_entry_says_everything_about_a_rule(file_regression):
    rule = Rule(
        code="ZZZ001",
        name="made-up",
        aliases=("older-name",),
        genres=DISCLOSURES,
        severity=Severity.ERROR,
        grades={"thin": Severity.INFO},
        summary=Text("查一件事。", "Flags a thing | this."),
        messages={"main": Text("有{what}。", "There is {what}."), "other": Text("另有。", "More.")},
        help=Text("改。", "Change it."),
        why=Text("要紧。", "It matters."),
        basis=PRACTICE,
        check=lambda draft, options: (),
        options=Options,
        unfinished=True,
        enabled=False,
        examples=(
            Bad("一、⟦甲⟧\n", severity=Severity.INFO, fixed="一、乙\n", options={"at_most": 2}),
            Good("```\n乙\n```\n", genre="plan"),
        ),
    )
    file_regression.check(markdown([rule]), encoding="utf-8", extension=".md")
    assert options(rule) == {"at-most": 3, "words": ("尽快", "a|b"), "strict": False}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "true"),
        (3, "3"),
        ("a", '"a"'),
        (("a", "b"), '["a", "b"]'),
        ((), "[]"),
        ({}, "{}"),
        ({"甲.乙": "丙", "a": ("b",)}, '{ "甲.乙" = "丙", "a" = ["b"] }'),
        (0.5, "0.5"),
        ('a"\\', '"a\\"\\\\"'),
    ],
)
def test_toml(value, written):
    assert toml(value) == written
