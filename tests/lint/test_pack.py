"""A rule pack outside the package, from the configuration to the diagnostic: nothing of the linter knows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure_lint.config import load
from disclosure_lint.engine import lint_text
from disclosure_lint.rule import Severity

CONFIG = """
packs = ["disclosure_rules", "pack_of_a_township"]
select = ["TWN"]

[severity]
short-committee = "error"

[options.TWN001]
most = 1

[[per-file]]
files = ["old/"]
ignore = ["TWN001"]
"""
DRAFT = (
    "一、组织领导\n镇委召开会议。\n<!-- disclosure-lint: ignore TWN001 原文如此 -->\n镇委印发方案。\n镇委逐项销号。\n"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "disclosure-lint.toml").write_text(CONFIG, encoding="utf-8")


def found(path: str, **overrides: object) -> list[tuple[str, str, int]]:
    config = load(".", overrides=overrides)
    report = lint_text(DRAFT, config.for_file(path, config.rules()), path)
    assert report.source is not None
    return [(d.code, d.severity.value, report.source.position(d.span.start).line) for d in report.diagnostics if d.span]


def test_rule_of_the_pack_runs_as_configured() -> None:
    assert found("a.txt") == [("TWN001", "error", 2)]
    assert found("a.txt", options={"TWN001": {"most": 9}}) == [("TWN001", "error", 2), ("TWN001", "error", 5)]
    assert found("a.txt", severity={"TWN001": "info"})[0][1] == Severity.INFO
    assert found("old/a.txt") == []


def test_without_the_pack_its_rule_is_unknown_to_suppressions() -> None:
    (Path("disclosure-lint.toml")).write_text('select = ["SUP002"]\n', encoding="utf-8")
    assert found("a.txt") == [("SUP002", "warning", 3)]
