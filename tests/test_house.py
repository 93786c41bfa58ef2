"""The house is in order: linted, typed, documented, and CI runs what the README says."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib

import pytest
import yaml

from scratch import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
READMES = ("README.md", "README.zh-CN.md")
TEST_COMMAND = "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest"
CHECK_COMMAND = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/disclosure-lint check examples"


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["ruff", "check", "."], id="ruff-check"),
        pytest.param(["ruff", "format", "--check", "."], id="ruff-format"),
        pytest.param(["mypy"], id="mypy-strict"),
    ],
)
def test_tool_is_content(arguments):
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("readme", READMES)
def test_readme_gives_the_two_commands_for_a_fresh_machine(readme):
    first_screen = (ROOT / readme).read_text("utf-8").splitlines()[:70]
    assert CHECK_COMMAND in first_screen
    assert TEST_COMMAND in first_screen


def test_ci_runs_the_readme_command_to_the_letter():
    script = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert script[-1] == TEST_COMMAND


def test_hooks_are_as_promised_and_documented():
    hooks = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert set(hooks) == {"disclosure-lint", "disclosure-lint-warn"}
    for hook in hooks.values():
        assert hook["types"] == ["file"]
        assert hook["require_serial"] is True
        assert re.search(hook["files"], "drafts/通报.txt")
        assert not re.search(hook["files"], "drafts/通报.txt.bak")
    assert hooks["disclosure-lint-warn"]["verbose"] is True
    for readme in READMES:
        text = (ROOT / readme).read_text("utf-8")
        assert all(f"- id: {name}\n" in text for name in hooks), readme


def test_change_log_knows_this_version():
    version = re.escape(PROJECT["project"]["version"])
    assert re.search(rf"^## \[{version}\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)


def test_licence_files_are_there():
    assert "Apache License" in (ROOT / "LICENSE").read_text("utf-8")
    assert all((ROOT / name).is_file() for name in PROJECT["project"]["license-files"])


def test_every_package_says_that_it_is_typed():
    for package in PROJECT["tool"]["mypy"]["packages"]:
        (root,) = (folder for folder in PROJECT["tool"]["mypy"]["mypy_path"] if (ROOT / folder / package).is_dir())
        assert (ROOT / root / package / "py.typed").is_file(), package
