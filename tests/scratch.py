"""Places outside the working tree where tests run the real program: clones, a command on the PATH, a package index."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("lint", "grammar", "rules")
_IDENTITY = {
    "GIT_AUTHOR_NAME": "test",
    "GIT_AUTHOR_EMAIL": "test@example.invalid",
    "GIT_COMMITTER_NAME": "test",
    "GIT_COMMITTER_EMAIL": "test@example.invalid",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def environment(**extra: str) -> dict[str, str]:
    """The environment of a user's shell: no variable of git, pytest or a test run leaks into it."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "PYTEST_", "DISCLOSURE_LINT", "COV_"))
        and name not in {"PYTHONPATH", "NO_COLOR"}
    }
    return {**inherited, **_IDENTITY, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8", **extra}


def run(*command: str | Path, cwd: Path, **extra: str) -> subprocess.CompletedProcess[str]:
    """Run a command and keep what it says on stdout and stderr apart; stdin is empty."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment(**extra),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def git(*arguments: str, cwd: Path) -> str:
    """Run git; what it prints."""
    done = run("git", *arguments, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return done.stdout


def clone(target: Path) -> Path:
    """A git repository with the working tree as it stands, committed: what a clone will be once it is pushed."""
    listed = git("ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT).split("\0")
    for name in filter(None, listed):
        source = ROOT / name
        if source.is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target / name)
    commit_all(target)
    return target


def commit_all(folder: Path) -> str:
    """Make the folder a git repository with everything committed; the commit."""
    git("init", "--quiet", "--initial-branch=main", cwd=folder)
    git("add", "--all", cwd=folder)
    git("commit", "--quiet", "--message=all", cwd=folder)
    return git("rev-parse", "HEAD", cwd=folder).strip()


def command_folder(target: Path) -> Path:
    """A folder for the PATH in which ``disclosure-lint`` is the program of this working tree, installed or not."""
    target.mkdir(parents=True, exist_ok=True)
    program = target / "disclosure-lint"
    roots = os.pathsep.join(str(ROOT / name) for name in PACKAGES)
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{roots}${{PYTHONPATH:+:$PYTHONPATH}}" exec "{sys.executable}" -m disclosure_lint "$@"\n',
        "utf-8",
    )
    program.chmod(0o755)
    return target


@functools.cache
def _why_no_index() -> str:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-cache-dir"]
        command += ["--retries", "0", "--timeout", "5", "--dest", folder, "click"]
        try:
            done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
        except subprocess.TimeoutExpired:
            return "no package index answers within a minute"
    return "" if done.returncode == 0 else "no package index can be reached (pip download click fails)"


def need_index() -> None:
    """Skip the test, with the reason, where no package index can be reached."""
    if reason := _why_no_index():
        pytest.skip(reason)
