"""The program as a process of its own: encodings, locales, pipes, signals, and what it must not import."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SLOW_MODULES = (
    "rich", "pathspec", "asyncio", "importlib.metadata", "phonenumbers", "concurrent.futures", "docx", "zipfile", "xml", "html", "subprocess",
    "difflib", "pypdf", "disclosure_grammar.readers.ole", "disclosure_grammar.readers.word", "disclosure_grammar.readers.html",
)  # fmt: skip


def environment(**extra):
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMP", "TEMP") if name in os.environ}
    return kept | {"PYTHONPATH": os.pathsep.join(str(ROOT / name) for name in ("lint", "grammar", "rules"))} | extra


def program(*arguments, cwd, stdin=b"", **extra):
    """What the program prints, as bytes."""
    return subprocess.run(
        [sys.executable, "-m", "disclosure_lint", *arguments],
        cwd=cwd,
        env=environment(**extra),
        input=stdin,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("extra", "encoding"),
    [
        ({"PYTHONIOENCODING": "gbk"}, "gbk"),
        ({"LC_ALL": "C"}, "utf-8"),
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "utf-8"),
        ({"PYTHONUTF8": "1"}, "utf-8"),
        ({"PYTHONIOENCODING": "utf-16"}, "utf-16"),
    ],
    ids=["gbk-console", "c-locale", "bare-c-locale", "utf8-mode", "utf-16"],
)
def test_output_in_any_encoding(faulty, tmp_path, extra, encoding):
    (tmp_path / faulty).write_text("\U00020bb7" + (tmp_path / faulty).read_text("utf-8"), encoding="utf-8")
    full = program("check", faulty, cwd=tmp_path, **extra)
    assert full.returncode == 1
    assert full.stderr == b""
    assert "错误 TOT003" in full.stdout.decode(encoding)
    data = program("check", faulty, "--output-format", "json", cwd=tmp_path, **extra)
    assert json.loads(data.stdout.decode(encoding))["summary"]["errors"] == 2


def test_signs_that_a_code_page_lacks_are_not_used(faulty, tmp_path):
    for arguments in (["check", faulty], ["figures", faulty], ["outline", faulty], ["explain", "TOT003"]):
        out = program(*arguments, cwd=tmp_path, PYTHONIOENCODING="gbk").stdout.decode("gbk")
        assert "整改" in out
        assert "?" not in out


@pytest.mark.parametrize(
    ("extra", "words"),
    [
        ({}, "个错误"),
        ({"LANG": "C.UTF-8"}, "个错误"),
        ({"LC_ALL": "POSIX"}, "个错误"),
        ({"LANG": "zh_CN.UTF-8"}, "个错误"),
        ({"LANG": "en_US.UTF-8"}, "2 errors"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "de_DE.UTF-8"}, "2 errors"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "个错误"),
    ],
    ids=["unset", "c", "posix", "chinese", "english", "lc-all-first", "lc-messages-before-lang"],
)
def test_language_follows_the_locale(monkeypatch, lint, faulty, extra, words):
    for name, value in extra.items():
        monkeypatch.setenv(name, value)
    assert words in lint("check", faulty).out
    assert "个错误" in lint("check", faulty, "--lang", "zh").out


@pytest.mark.parametrize("name", ["json", "concise"])
def test_plain_formats_import_nothing_slow(faulty, tmp_path, name):
    script = (
        "import sys; from disclosure_lint.cli import main; "
        f"main(['check', {faulty!r}, '--output-format', {name!r}]); "
        f"sys.stderr.write(' '.join(m for m in {SLOW_MODULES!r} if m in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout
    assert done.stderr == ""


def test_rules_load_facts_only_where_there_is_something_to_read(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    script = (
        "import sys; from disclosure_lint.cli import main; main(['check', 'empty.txt']); "
        "analyses = tuple(f'disclosure_lint.{name}.' for name in ('facts', 'comparisons', 'reference')); "
        "sys.stderr.write(' '.join(name for name in sys.modules if name.startswith(analyses)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout
    masking = {"disclosure_lint.facts.personal"}
    models = {"disclosure_lint.facts.model", "disclosure_lint.comparisons.model"}
    assert set(done.stderr.split()) == masking | models


def test_full_without_colour_needs_no_rich(faulty, tmp_path):
    script = (
        f"import sys; from disclosure_lint.cli import main; main(['check', {faulty!r}]); print('rich' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.endswith("False\n")


def test_colour(faulty, tmp_path):
    assert b"\x1b[" not in program("check", faulty, cwd=tmp_path).stdout
    assert b"\x1b[" in program("check", faulty, "--color", "always", cwd=tmp_path, NO_COLOR="1").stdout
    for command in ("figures", "outline"):
        assert b"\x1b[" not in program(command, faulty, cwd=tmp_path).stdout
        assert b"\x1b[" in program(command, faulty, "--color", "always", cwd=tmp_path).stdout


@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are a Unix thing")
@pytest.mark.parametrize(("extra", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_terminal_is_coloured_unless_it_asks_not_to_be(faulty, tmp_path, extra, coloured):
    import pty

    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "disclosure_lint", "check", faulty],
        cwd=tmp_path,
        env=environment(**({"TERM": "xterm-256color", "PYTHONUTF8": "1"} | extra)),
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=follower,
    )
    os.close(follower)
    out = b""
    try:
        while chunk := os.read(leader, 65536):
            out += chunk
    except OSError:  # how Linux says that the other end is closed
        pass
    finally:
        os.close(leader)
    assert process.wait() == 1
    assert "错误" in out.decode()
    assert (b"\x1b[" in out) is coloured


def test_utf8_paths_and_bytes_in_names(faulty, tmp_path):
    name = "整改 通报.txt"
    (tmp_path / name).write_bytes((tmp_path / faulty).read_bytes())
    done = program("check", name, "--output-format", "json", cwd=tmp_path)
    assert json.loads(done.stdout)["files"][0]["path"] == name


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
def test_broken_pipe_is_quiet(faulty, tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-m", "disclosure_lint", "check", faulty, "--output-format", "json"],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate()
    assert err == b""
    assert process.returncode == 141


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
def test_interrupt_is_quiet(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-m", "disclosure_lint", "check", "-"],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    process.stdin.write(b"x" * 500_000)  # more than a pipe holds: returns when the program has begun to read
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert process.returncode == 130
    assert out == b""
    assert err.strip() == b""


def test_module_and_command_are_the_same(faulty, tmp_path):
    from disclosure_lint.cli import main

    assert callable(main)
    assert program("--version", cwd=tmp_path).stdout.startswith(b"disclosure-lint ")


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
@pytest.mark.parametrize("name", ["json", "sarif", "github", "concise", "full"])
def test_names_that_are_no_text(faulty, tmp_path, name):
    odd = tmp_path / os.fsdecode(b"\xff\xfe.txt")
    odd.write_bytes((tmp_path / faulty).read_bytes())
    done = program("check", str(odd), "--output-format", name, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_names_in_a_bare_c_locale(faulty, tmp_path):
    (tmp_path / "整改.txt").write_bytes((tmp_path / faulty).read_bytes())
    extra = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = program("check", "整改.txt", "没有.txt", "--output-format", "json", cwd=tmp_path, **extra)
    assert [file["path"] for file in json.loads(done.stdout)["files"]] == ["整改.txt", "没有.txt"]
    assert done.stderr.decode("utf-8").startswith("没有.txt: ")


@pytest.mark.skipif(os.name == "nt", reason="streams are closed otherwise there")
@pytest.mark.parametrize(("closed", "code"), [(">&-", 1), ("2>&-", 1), ("<&-", 1), (">/dev/full", 2)])
def test_streams_that_are_closed_or_full(faulty, tmp_path, closed, code):
    if "full" in closed and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    done = subprocess.run(
        ["sh", "-c", f'"$0" -m disclosure_lint check {faulty} {closed}', sys.executable],
        cwd=tmp_path, env=environment(), capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == (code == 2)


def test_closed_standard_input(tmp_path, lint, monkeypatch):
    outcome = lint("check", "-", "--output-format", "json")
    assert outcome.code == 0
    monkeypatch.setattr(sys, "stdin", None)
    from disclosure_lint.cli import main

    assert main(["check", "-", "--quiet"]) == 2


def test_an_interrupt_while_importing_is_quiet(tmp_path):
    script = (
        "import sys, runpy\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'disclosure_lint.cli': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Finder())\n"
        "runpy.run_module('disclosure_lint', run_name='__main__')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment(), capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
