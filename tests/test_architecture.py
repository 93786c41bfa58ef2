"""The layers hold, and every rule module is listed."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import disclosure_rules
from disclosure_lint.rule import Rule

ROOT = Path(__file__).parents[1]
RULES_ROOT = Path(disclosure_rules.__file__).parent
FAMILIES = sorted(folder for folder in RULES_ROOT.iterdir() if (folder / "__init__.py").exists())
MODULES = sorted(path for family in FAMILIES for path in family.glob("*.py") if path.name != "__init__.py")
A_RULE_MAY_IMPORT = (
    "disclosure_lint.rule",
    "disclosure_lint.facts",
    "disclosure_lint.comparisons",
    "disclosure_lint.reference",
    "disclosure_grammar.tree",
    "disclosure_grammar.source",
    "disclosure_grammar.numerals",
    "disclosure_grammar.pattern",
)


def test_layers() -> None:
    roots = os.pathsep.join(str(ROOT / name) for name in ("lint", "grammar", "rules"))
    result = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))",
        ],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": roots, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("path", [pytest.param(path, id=f"{path.parent.name}-{path.stem}") for path in MODULES])
def test_rule_module(path: Path) -> None:
    foreign = {name for name in imports(path) if name.startswith(("disclosure_", "lark", "click", "rich", "pathspec"))}
    assert {name for name in foreign if not name.startswith(A_RULE_MAY_IMPORT)} == set()
    module = sys.modules.get(f"disclosure_rules.{path.parent.name}.{path.stem}")
    assert module is not None, f"{path.name} is not imported by its family"
    (rule,) = [value for value in vars(module).values() if isinstance(value, Rule)]
    assert module.RULE is rule
    assert rule in disclosure_rules.RULES
    assert path.stem == rule.name.replace("-", "_"), "a rule's module is named like the rule"


def test_every_listed_rule_has_a_module() -> None:
    assert len(disclosure_rules.RULES) == len(MODULES)
    assert {family.name for family in FAMILIES} == {path.parent.name for path in MODULES}
