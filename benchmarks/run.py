"""Measure whole-process runs of ``disclosure-lint check`` against ``python -c pass`` of the same environment.

    python benchmarks/run.py [--pairs 15] [--command PATH] [--python PATH] [--install]

Each run is followed by one of the yardstick and the ratio is taken pair by pair: machines drift, ratios hold. Standard library only.
"""

from __future__ import annotations

import argparse
import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import make_draft
import make_word

ROOT = Path(__file__).parents[1]
KILOBYTES = 96
GROWTH = (1, 10, 100)
PAGES = (30, 100, 300)


@dataclass(frozen=True)
class Case:
    """One line of the table: what is run, and how often at the most."""

    name: str
    arguments: tuple[str, ...]
    pairs: int


@dataclass(frozen=True)
class Result:
    """Medians of one case: seconds, seconds of the yardstick beside it, their ratio pair by pair, memory in MiB."""

    wall: float
    yard: float
    ratio: float
    peak: float
    exit: int


def once(command: Sequence[str | Path]) -> tuple[float, float, int]:
    """Run a command without input and output: wall time, peak memory in MiB (0 where the system does not tell), exit code."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as child:
        if not hasattr(os, "wait4"):
            child.wait()
            return time.perf_counter() - start, 0.0, child.returncode
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
    kilobyte = 1024 if sys.platform == "darwin" else 1
    return wall, usage.ru_maxrss / 1024 / kilobyte, child.returncode


def measure(command: Sequence[str | Path], yard: Sequence[str | Path], pairs: int) -> Result:
    """Medians over the pairs, after one run of each to warm up."""
    once(command)
    once(yard)
    runs = [(once(command), once(yard)[0]) for _ in range(pairs)]
    return Result(
        wall=statistics.median(run[0] for run, _ in runs),
        yard=statistics.median(beside for _, beside in runs),
        ratio=statistics.median(run[0] / beside for run, beside in runs),
        peak=statistics.median(run[1] for run, _ in runs),
        exit=runs[-1][0][2],
    )


def cases(folder: Path, pairs: int) -> Iterator[Case]:
    """The drafts, written into a folder, and the runs over them."""
    empty, clean = folder / "empty.txt", folder / "clean.txt"
    empty.write_bytes(b"")
    text = make_draft.draft(KILOBYTES * 1000)
    clean.write_text(text, "utf-8")
    for path in (empty, clean):
        for form in ("concise", "json"):
            yield Case(f"{path.stem} {form}", ("--output-format", form, str(path)), pairs)
    for times in GROWTH:
        path = folder / f"x{times}.txt"
        path.write_text(text * times, "utf-8")
        yield Case(f"growth x{times}", ("--output-format", "json", str(path)), max(3, pairs // times))
    for name, dense in (("word", False), ("dense word", True)):
        for pages in PAGES:
            path = folder / f"{name} {pages}.docx"
            path.write_bytes(make_word.document(pages, dense=dense))
            yield Case(f"{name}, {pages} pages", ("--output-format", "json", str(path)), max(3, pairs * 30 // pages))


def installed(folder: Path) -> Path:
    """A fresh environment with the project installed into it, not editable; its scripts."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", str(ROOT)], check=True)
    return scripts


def table(command: Path, python: Path, pairs: int, folder: Path) -> None:
    """Print the measurements as a Markdown table, and how time grows with length once start-up is taken away."""
    print("| case | pairs | seconds | yardstick F | ratio | peak MiB | exit |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    results: dict[str, Result] = {}
    for case in cases(folder, pairs):
        argv = [command, "check", "--isolated", "--exit-zero", *case.arguments]
        found = results[case.name] = measure(argv, [python, "-c", "pass"], case.pairs)
        print(
            f"| {case.name} | {case.pairs} | {found.wall:.3f} | {found.yard:.3f} | {found.ratio:.1f} F | {found.peak:.0f} | {found.exit} |",
            flush=True,
        )
    start = results["empty json"].wall
    for name, names in (
        ("text", {f"x{times}": f"growth x{times}" for times in GROWTH}),
        ("Word", {f"{pages} pages": f"word, {pages} pages" for pages in PAGES}),
        ("dense Word", {f"{pages} pages": f"dense word, {pages} pages" for pages in PAGES}),
    ):
        net = {short: max(results[long].wall - start, 1e-9) for short, long in names.items()}
        steps = (f"{a} to {b}: {net[b] / net[a]:.1f}" for a, b in itertools.pairwise(net))
        print(f"\nGrowth of the time beyond start-up, {name}:", ", ".join(steps), end="")
    print()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    beside = Path(sys.executable).parent
    parser.add_argument("--pairs", type=int, default=15)
    parser.add_argument("--command", type=Path, default=beside / "disclosure-lint", help="the program to measure")
    parser.add_argument("--python", type=Path, default=Path(sys.executable), help="the interpreter of its environment")
    parser.add_argument("--install", action="store_true", help="measure a fresh, non-editable install (needs an index)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        command, python = arguments.command, arguments.python
        if arguments.install:
            scripts = installed(folder / "environment")
            command, python = scripts / "disclosure-lint", scripts / "python"
        table(command, python, arguments.pairs, folder)


if __name__ == "__main__":
    main()
