"""The two hooks, run by the real pre-commit program in a repository of drafts that takes them from a clone of this one."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import scratch
from word_files import document, p

FAULTY = scratch.ROOT / "examples" / "faulty-disclosure.txt"
CLEAN = scratch.ROOT / "examples" / "clean-disclosure.txt"

HOOKS = (scratch.ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.markdown", "a.docx", "folder/整改.docx", "a.html", "a.htm"])
def test_what_the_hooks_look_at(name):
    patterns = re.findall(r"^  files: (.+)$", HOOKS, re.MULTILINE)
    assert len(patterns) == 2
    assert all(re.search(pattern, name) for pattern in patterns)
    assert not any(re.search(pattern, name + end) for pattern in patterns for end in ("x", ".bak", "~"))


@pytest.mark.parametrize("name", ["~$通报.docx", "drafts/~$通报.docx", ".~通报.docx", "通报~$.docx", "a.docx"])
def test_what_word_keeps_beside_an_open_document_is_left_out(name):
    patterns = [hook["exclude"] for hook in yaml.safe_load(HOOKS)]
    assert len(patterns) == 2
    assert all(bool(re.search(pattern, name)) is name.split("/")[-1].startswith(("~$", ".~")) for pattern in patterns)


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, Path]:
    """A clone of the project, its commit, and a home for pre-commit, so that the hook is installed once."""
    scratch.need_index()
    clone = scratch.clone(tmp_path_factory.mktemp("clone"))
    return clone, scratch.git("rev-parse", "HEAD", cwd=clone).strip(), tmp_path_factory.mktemp("pre-commit-home")


@pytest.fixture
def commit(hooks, tmp_path):
    """Commit one draft in a fresh repository that has one of the hooks."""
    clone, revision, home = hooks

    def commit(hook: str, draft: Path) -> subprocess.CompletedProcess[str]:
        (tmp_path / ".pre-commit-config.yaml").write_text(
            f"repos:\n- repo: {clone.as_uri()}\n  rev: {revision}\n  hooks:\n  - id: {hook}\n", "utf-8"
        )
        scratch.commit_all(tmp_path)
        installed = scratch.run(sys.executable, "-m", "pre_commit", "install", cwd=tmp_path, PRE_COMMIT_HOME=str(home))
        assert installed.returncode == 0, installed.stdout + installed.stderr
        (tmp_path / "drafts").mkdir()
        shutil.copy(draft, tmp_path / "drafts" / draft.name)
        scratch.git("add", "drafts", cwd=tmp_path)
        return scratch.run("git", "commit", "--message=draft", cwd=tmp_path, PRE_COMMIT_HOME=str(home))

    return commit


def drafts_in_history(repository: Path) -> list[str]:
    return scratch.git("ls-tree", "-r", "--name-only", "HEAD", "drafts", cwd=repository).split()


@pytest.mark.index
def test_a_faulty_draft_blocks_the_commit(commit, tmp_path):
    done = commit("disclosure-lint", FAULTY)
    assert done.returncode == 1
    assert "drafts/faulty-disclosure.txt" in done.stderr
    assert "TOT003" in done.stderr
    assert drafts_in_history(tmp_path) == []


@pytest.mark.index
def test_a_clean_draft_passes(commit, tmp_path):
    done = commit("disclosure-lint", CLEAN)
    assert done.returncode == 0, done.stderr
    assert drafts_in_history(tmp_path) == ["drafts/clean-disclosure.txt"]


@pytest.mark.index
def test_a_word_document_is_checked_like_any_draft(commit, tmp_path):
    lines = FAULTY.read_text("utf-8").splitlines()
    draft = tmp_path.parent / "faulty-disclosure.docx"
    draft.write_bytes(document(*map(p, lines)))
    done = commit("disclosure-lint", draft)
    assert done.returncode == 1
    assert "drafts/faulty-disclosure.docx" in done.stderr
    assert "TOT003" in done.stderr
    assert drafts_in_history(tmp_path) == []


@pytest.mark.index
def test_the_second_hook_shows_the_findings_and_never_fails(commit, tmp_path):
    done = commit("disclosure-lint-warn", FAULTY)
    assert done.returncode == 0, done.stderr
    assert "TOT003" in done.stderr
    assert drafts_in_history(tmp_path) == ["drafts/faulty-disclosure.txt"]


@pytest.mark.index
def test_the_second_hook_lets_a_file_pass_that_cannot_be_read(commit, tmp_path):
    broken = tmp_path.parent / "broken.txt"
    broken.write_bytes(b"\x00\xff\xfe\x00 no text at all \x81")
    done = commit("disclosure-lint-warn", broken)
    assert done.returncode == 0, done.stderr
    assert "drafts/broken.txt" in done.stderr
