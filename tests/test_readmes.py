"""The README keeps its word: every command in it is run, every output in it is real, every file it shows is valid.

``pytest --force-regen tests/test_readmes.py`` writes real output into the terminal examples.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

import scratch
from scratch import ROOT

READMES = ("README.md", "README.zh-CN.md")
CLONE_URL = "https://git.example.org/disclosure-lint"
FRESH_MACHINE = ".venv/bin/disclosure-lint check examples"
TEST_SUITE = ".venv/bin/pytest"
_BLOCK = re.compile(
    r"(?:<!-- (?P<note>[^\n]*) -->\n)?```(?P<language>\w+)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)


@dataclass(frozen=True)
class Block:
    readme: str
    language: str
    text: str
    note: str

    @property
    def exit(self) -> int:
        return int(self.note.removeprefix("exit ")) if self.note.startswith("exit ") else 0

    @property
    def needs_index(self) -> bool:
        return self.note == "needs the index"


def blocks(*languages: str) -> list[Block]:
    return [
        Block(readme, match["language"], match["text"], match["note"] or "")
        for readme in READMES
        for match in _BLOCK.finditer((ROOT / readme).read_text("utf-8"))
        if match["language"] in languages
    ]


def cases(found: list[Block]) -> list:
    return [pytest.param(block, id=f"{block.readme}-{number}") for number, block in enumerate(found)]


SHELL = blocks("sh")
FRESH = [block for block in SHELL if FRESH_MACHINE in block.text]
SUITE = [block for block in SHELL if TEST_SUITE in block.text]
INDEX = [block for block in SHELL if block.needs_index]
PLAIN = [block for block in SHELL if block not in FRESH + SUITE + INDEX]


def make_drafts(folder: Path) -> Path:
    """What the commands of the README take for granted: examples, and drafts of an office."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    (folder / "drafts").mkdir()
    for ending in ("txt", "docx"):
        shutil.copy(ROOT / "examples" / f"clean-disclosure.{ending}", folder / "drafts" / f"notice.{ending}")
    shutil.copy(ROOT / "examples" / "university-disclosure.txt", folder / "drafts" / "university.txt")
    plan = (ROOT / "examples" / "plan.md").read_text("utf-8").replace("| 法规科 | |", "| 法规科 | 2025年3月底前 |")
    (folder / "drafts" / "plan.md").write_text(plan, "utf-8")
    return folder


@pytest.fixture
def office(tmp_path):
    return make_drafts(tmp_path)


@pytest.fixture
def path(tmp_path_factory):
    """A PATH on which ``disclosure-lint`` is the program of this working tree."""
    return os.pathsep.join([str(scratch.command_folder(tmp_path_factory.mktemp("bin"))), os.environ["PATH"]])


def shell(script: str, cwd: Path, expected: int = 0, **extra: str) -> str:
    done = scratch.run("bash", "-euo", "pipefail", "-c", script, cwd=cwd, **extra)
    assert done.returncode == expected, f"{script}\nexit {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def test_the_kinds_of_blocks_are_all_known():
    known = {"sh", "console", "toml", "yaml", "json", "python", "markdown", "vim"}
    for readme in READMES:
        assert {match["language"] for match in _BLOCK.finditer((ROOT / readme).read_text("utf-8"))} == known, readme
        assert len(re.findall(r"^```", (ROOT / readme).read_text("utf-8"), re.MULTILINE)) == 2 * len(
            [b for b in blocks(*known) if b.readme == readme]
        )


def test_both_readmes_show_the_same_commands_and_files():
    languages = ("sh", "yaml", "json", "vim", "toml")
    english, chinese = ([b for b in blocks(*languages) if b.readme == readme] for readme in READMES)
    assert [(b.language, b.text, b.note) for b in english] == [(b.language, b.text, b.note) for b in chinese]


@pytest.mark.parametrize(
    "link",
    sorted({(r, m) for r in READMES for m in re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / r).read_text("utf-8"))}),
)
def test_links_lead_somewhere(link):
    assert (ROOT / link[1]).exists(), link


@pytest.mark.parametrize("readme", READMES)
def test_terminal_examples_are_real(readme, office, path, file_regression):
    def real(match: re.Match[str]) -> str:
        if match["language"] != "console":
            return match[0]
        command = match["text"].splitlines()[0].removeprefix("$ ")
        block = Block(readme, "console", match["text"], match["note"] or "")
        output = shell(command, office, block.exit, PATH=path)
        return match[0].replace(match["text"], f"$ {command}\n{output}")

    text = (ROOT / readme).read_text("utf-8")
    file_regression.check(_BLOCK.sub(real, text), fullpath=ROOT / readme, encoding="utf-8")


@pytest.mark.parametrize("block", cases(PLAIN))
def test_commands_run(block, office, path):
    for command in block.text.splitlines():
        shell(command, office, block.exit, PATH=path)


@pytest.mark.index
@pytest.mark.parametrize("block", cases(FRESH[:1]))
def test_first_command_for_a_fresh_machine(block, tmp_path):
    scratch.need_index()
    output = shell(block.text, scratch.clone(tmp_path), expected=1)
    assert "TOT003" in output


def test_second_command_for_a_fresh_machine_is_what_ci_runs():
    assert [block.text for block in SUITE] == [(ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-1] + "\n"] * 2


@pytest.fixture(scope="module")
def installers(tmp_path_factory):
    """A virtual environment with pip, pipx and uv, and a home of its own for what they install."""
    scratch.need_index()
    home = tmp_path_factory.mktemp("home")
    done = scratch.run(sys.executable, "-m", "venv", home / "tools", cwd=home)
    assert done.returncode == 0, done.stderr
    done = scratch.run(home / "tools" / "bin" / "pip", "install", "--quiet", "pipx", "uv", cwd=home)
    assert done.returncode == 0, done.stderr
    return home


@pytest.mark.index
@pytest.mark.parametrize("block", cases(INDEX[: len(INDEX) // 2]))
def test_other_ways_to_install(block, installers, tmp_path):
    target = tmp_path / "installed"
    folders = {
        "PATH": os.pathsep.join([str(installers / "tools" / "bin"), os.environ["PATH"]]),
        "PIPX_HOME": str(target / "pipx"),
        "PIPX_BIN_DIR": str(target),
        "UV_TOOL_DIR": str(target / "uv"),
        "UV_TOOL_BIN_DIR": str(target),
        "UV_CACHE_DIR": str(tmp_path / "cache"),
    }
    clone = scratch.clone(tmp_path / "clone")
    shell(block.text, clone, **folders)
    program = next(
        found for folder in (target, clone / "office" / "bin") if (found := folder / "disclosure-lint").exists()
    )
    shell(f"'{program}' check examples/clean-disclosure.txt", clone)


def configurations(key: str) -> list:
    return cases([block for block in blocks("toml") if block.readme == READMES[0] and key in tomllib.loads(block.text)])


@pytest.mark.parametrize("block", configurations("select"))
def test_configuration_is_valid(block, office, path):
    (office / "disclosure-lint.toml").write_text(block.text, "utf-8")
    shown = shell("disclosure-lint config show", office, PATH=path)
    assert "disclosure-lint.toml" in shown
    shell("disclosure-lint check drafts", office, PATH=path)


@pytest.mark.parametrize("block", configurations("rules"))
def test_rules_of_the_readme_hold_against_their_examples(block, office, path):
    (office / "disclosure-lint.toml").write_text(block.text, "utf-8")
    assert "QLX001 more-or-less  通过" in shell("disclosure-lint rules test", office, PATH=path)


@pytest.mark.parametrize("block", configurations("suppress"))
def test_sidecar_silences_the_finding_with_its_fingerprint(block, office, path):
    draft = "examples/faulty-disclosure.txt"
    command = f"disclosure-lint check --exit-zero --output-format json {draft}"
    found = json.loads(shell(command, office, PATH=path))["files"][0]["diagnostics"]
    fingerprint = next(d["fingerprint"] for d in found if d["code"] == "TOT003")
    sidecar = office / "examples" / "disclosure-lint.suppress.toml"
    sidecar.write_text(block.text.replace("0123456789abcdef", fingerprint), "utf-8")
    after = json.loads(shell(command, office, PATH=path))
    assert after["summary"]["suppressed"] == 1
    assert [d["code"] for d in after["files"][0]["diagnostics"]] == [
        d["code"] for d in found if d["fingerprint"] != fingerprint
    ]


@pytest.mark.parametrize("block", cases(blocks("markdown")))
def test_comments_are_well_formed_suppressions(block, office, path):
    (office / "drafts" / "notice.md").write_text(
        block.text + (office / "drafts" / "notice.txt").read_text("utf-8"), "utf-8"
    )
    report = json.loads(
        shell(
            "disclosure-lint check --exit-zero --select SUP002,SUP004 --output-format json drafts/notice.md",
            office,
            PATH=path,
        )
    )
    assert [d["code"] for d in report["files"][0]["diagnostics"]] == ["SUP004"]


@pytest.mark.parametrize("block", cases(blocks("python")))
def test_rule_of_the_readme_works_as_a_pack(block, office, path):
    (office / "packs").mkdir()
    (office / "packs" / "office_rules.py").write_text(block.text, "utf-8")
    (packs,) = (b.text for b in blocks("toml") if b.readme == block.readme and "packs" in tomllib.loads(b.text))
    (office / "disclosure-lint.toml").write_text(packs, "utf-8")
    notice = office / "drafts" / "notice.txt"
    notice.write_text(notice.read_text("utf-8").replace("均已督促改正", "基本上已督促改正"), "utf-8")
    output = shell(
        "disclosure-lint check drafts/notice.txt --output-format concise",
        office,
        PATH=path,
        PYTHONPATH=str(office / "packs"),
    )
    assert "OFF001" in output


def yaml_blocks() -> dict[str, object]:
    return {
        "hooks" if "repos" in data else "github" if "jobs" in data else "gitlab": data
        for block in blocks("yaml")
        if block.readme == READMES[0]
        for data in [yaml.safe_load(block.text)]
    }


def test_pre_commit_example_names_the_hooks_of_this_project():
    (repository,) = yaml_blocks()["hooks"]["repos"]
    offered = [hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))]
    assert [hook["id"] for hook in repository["hooks"]] == offered
    assert repository["repo"] == CLONE_URL


def ci_commands(job: str) -> list[str]:
    data = yaml_blocks()[job]
    if job == "gitlab":
        return data["disclosure-lint"]["script"]
    return [step["run"] for step in data["jobs"]["disclosure-lint"]["steps"] if "run" in step]


@pytest.mark.parametrize("job", ["github", "gitlab"])
def test_ci_job_runs(job, office, path):
    for command in ci_commands(job):
        if not command.startswith("pip install "):
            shell(command, office, PATH=path)
    (report,) = (
        office / name for name in ("disclosure-lint.sarif", "disclosure-lint.json") if (office / name).exists()
    )
    assert json.loads(report.read_text("utf-8"))


@pytest.mark.index
def test_ci_job_installs(tmp_path):
    scratch.need_index()
    clone = scratch.clone(tmp_path / "clone")
    scratch.git("tag", "v0.1.0", cwd=clone)
    commands = {
        command for job in ("github", "gitlab") for command in ci_commands(job) if command.startswith("pip install ")
    }
    (command,) = commands
    shell(f"{sys.executable} -m venv venv", tmp_path)
    shell("venv/bin/" + command.replace(CLONE_URL, clone.as_uri()), tmp_path)
    shell("venv/bin/disclosure-lint check clone/examples/clean-disclosure.txt", tmp_path)


def concise(office: Path, path: str) -> list[str]:
    draft = office / "examples" / "faulty-disclosure.txt"
    command = f"disclosure-lint check --exit-zero --output-format concise {draft}"
    return shell(command, office, PATH=path).splitlines()


def test_problem_matchers_of_the_editor_read_every_line(office, path):
    (block,) = (b for b in blocks("json") if b.readme == READMES[0])
    patterns = [matcher["pattern"] for matcher in json.loads(block.text)["tasks"][0]["problemMatcher"]]
    for line in concise(office, path):
        pattern, match = next(
            (p, m) for p in patterns if (m := re.match(p["regexp"], line))
        )  # the first that matches, as there
        assert Path(match[pattern["file"]]).is_file()
        assert match[pattern["severity"]] in {"error", "warning", "info"}


def test_error_format_of_vim_reads_every_line(office, path):
    (block,) = (b for b in blocks("vim") if b.readme == READMES[0])
    value = re.search(r"errorformat=(.+)", block.text)[1].replace("\\ ", " ")
    items = {
        "%f": "(?P<f>.+?)",
        "%l": r"(?P<l>\d+)",
        "%c": r"(?P<c>\d+)",
        "%t": "(?P<t>.)",
        "%*[a-z]": "[a-z]+",
        "%m": "(?P<m>.+)",
    }
    patterns = [
        "".join(items.get(part, re.escape(part)) for part in re.split(r"(%\*\[a-z\]|%\w)", form))
        for form in value.split(",")
    ]
    for line in concise(office, path):
        match = next(m for p in patterns if (m := re.fullmatch(p, line)))
        assert Path(match["f"]).is_file()
        assert match["t"] in "ewi"
