"""The benchmark script runs and says what it measured; how fast the program is, no test can tell."""

from __future__ import annotations

import shutil
import sys

from scratch import ROOT, run


def test_table_has_a_line_for_each_case(tmp_path):
    anything = shutil.which("true")
    done = run(sys.executable, ROOT / "benchmarks" / "run.py", "--pairs", "1", "--command", anything, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    cases = [line.split("|")[1].strip() for line in done.stdout.splitlines() if line.startswith("|")][2:]
    assert cases == [
        "empty concise",
        "empty json",
        "clean concise",
        "clean json",
        "growth x1",
        "growth x10",
        "growth x100",
        *(f"{name}, {pages} pages" for name in ("word", "dense word") for pages in (30, 100, 300)),
    ]
    assert "Growth of the time beyond start-up, text: x1 to x10: " in done.stdout
    assert "Growth of the time beyond start-up, Word: 30 pages to 100 pages: " in done.stdout
