"""The page “Write your first rule” keeps its word: its files are written, its commands run, its outputs compared.

``pytest --force-regen tests/test_write_a_rule.py`` writes real output into the page.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tomllib
from pathlib import Path

import pytest

import scratch
from disclosure_lint.custom.examples import KEYS as EXAMPLE_KEYS
from disclosure_lint.custom.kinds import KINDS
from disclosure_lint.custom.parts import Named, PartName
from disclosure_lint.custom.table import COMMON_KEYS
from scratch import ROOT

PAGE = ROOT / "docs" / "write-a-rule.md"
TEXT = PAGE.read_text("utf-8")
PACK = ROOT / "examples" / "rule-pack"
_BLOCK = re.compile(
    r"(?:<!-- (?P<note>[^\n]*) -->\n)?```(?P<language>\w+)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)
ROOTS = os.pathsep.join(str(ROOT / name) for name in scratch.PACKAGES)


@pytest.fixture
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A PATH with the program of this working tree and the tools of this environment."""
    programs = scratch.command_folder(tmp_path_factory.mktemp("bin"))
    return os.pathsep.join([str(programs), str(Path(sys.executable).parent), os.environ["PATH"]])


def shell(script: str, cwd: Path, expected: int, **extra: str) -> str:
    done = scratch.run("bash", "-euo", "pipefail", "-c", script, cwd=cwd, **extra)
    assert done.returncode == expected, f"{script}\nexit {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def test_the_page_is_true(tmp_path, path, file_regression):
    """Block by block: a file is written, a command is run and its output put in the place of that on the page."""

    def real(match: re.Match[str]) -> str:
        note, text = match["note"] or "", match["text"]
        if note.startswith("file "):
            file = tmp_path / note.removeprefix("file ")
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, "utf-8")
        elif match["language"] == "sh":
            for command in text.splitlines():
                shell(f"{command} -p no:cacheprovider", tmp_path, 0, PATH=path, PYTHONPATH=ROOTS)
        elif match["language"] == "console":
            command = text.splitlines()[0].removeprefix("$ ")
            output = shell(command, tmp_path, int(note.removeprefix("exit ")), PATH=path)
            return match[0].replace(text, f"$ {command}\n{output}")
        return match[0]

    file_regression.check(_BLOCK.sub(real, TEXT), fullpath=PAGE, encoding="utf-8")


def test_every_block_is_of_use():
    for match in _BLOCK.finditer(TEXT):
        note = match["note"] or ""
        assert note.startswith(("file ", "exit ")) or match["language"] == "sh" or "office" in match["text"], match[0]
    assert TEXT.count("```") == 2 * len(_BLOCK.findall(TEXT))


def test_every_key_is_told():
    words = set(re.findall(r"`([^`\n]+)`", TEXT))
    told = {part for word in words for part in re.findall(r"[\w-]+", word)}
    keys = {*COMMON_KEYS, *(key for kind in KINDS.values() for key in kind.keys)}
    assert keys | set(KINDS) | {*PartName, *Named, *EXAMPLE_KEYS} <= told
    for name, kind in KINDS.items():
        (row,) = re.findall(rf"^\| `{name}` .*$", TEXT, re.MULTILINE)
        assert {field for field in kind.fields if f"`{{{field}}}`" not in row} == set(), name
        assert {key for key in kind.keys if f"`{key}" not in row} == set(), name


def test_the_template_is_what_the_page_says():
    told = [tomllib.loads(match["text"]) for match in _BLOCK.finditer(TEXT) if match["language"] == "toml"]
    project = tomllib.loads((PACK / "pyproject.toml").read_text("utf-8"))["project"]
    assert {"project": {"entry-points": project["entry-points"]}} in told
    assert {"packs": ["disclosure_rules", *project["entry-points"]["disclosure_lint.rules"]]} in told


def installed(folder: Path) -> Path:
    """The template as an installer leaves it: the package, and beside it what the distribution says of itself."""
    shutil.copytree(PACK / "src", folder)
    project = tomllib.loads((PACK / "pyproject.toml").read_text("utf-8"))["project"]
    about = folder / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n", "utf-8"
    )
    groups = project["entry-points"].items()
    lines = [line for group, entries in groups for line in (f"[{group}]", *(f"{k} = {v}" for k, v in entries.items()))]
    (about / "entry_points.txt").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


DRAFT = "二、整改进展\n剩余2个问题正在推进，2026年12月底前完成。\n中共青岚县水利局党组\n2024年3月5日\n"


@pytest.mark.parametrize("name", [pytest.param("office_rules", id="module"), pytest.param("office", id="entry-point")])
def test_the_template_works(name, tmp_path, path):
    folder = installed(tmp_path / "site") if name == "office" else shutil.copytree(PACK / "src", tmp_path / "src")
    (tmp_path / "disclosure-lint.toml").write_text(
        f'packs = ["disclosure_rules", "{name}"]\nselect = ["OFF"]\n', "utf-8"
    )
    (tmp_path / "a.txt").write_text(DRAFT, "utf-8")
    command = "disclosure-lint check a.txt --genre progress --output-format concise"
    output = shell(command, tmp_path, 0, PATH=path, PYTHONPATH=str(folder))
    assert output.splitlines()[0] == "a.txt:2:12: warning OFF001 时限“2026年12月底前”在34个月以后，超过了12个月。"
    assert "本单位整改工作规定" in shell(
        "disclosure-lint explain OFF001", tmp_path, 0, PATH=path, PYTHONPATH=str(folder)
    )


def test_the_tests_of_the_template_pass(tmp_path, path):
    shutil.copytree(PACK, tmp_path / "pack")
    shell("pytest -q -p no:cacheprovider", tmp_path / "pack", 0, PATH=path, PYTHONPATH=ROOTS)


def test_the_template_holds_no_drafts(tmp_path, path):
    shutil.copytree(PACK, tmp_path / "pack")
    assert "没有找到要检查的草稿" in shell("disclosure-lint check .", tmp_path / "pack", 0, PATH=path)
