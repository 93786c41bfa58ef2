"""Measure how many planted faults ``disclosure-lint`` finds, and how often it is wrong about clean drafts.

    python benchmarks/accuracy/run.py [--seed 1] [--plants 24] [--family TOT] [--rule TOT003] [--jobs 2] [--misses 5] [--json] [--write]

``--plants`` is how many faults each operator plants. Every fault is planted alone, in a clean draft; its chance comes from the seed, the
operator and its number, so that a single one can be planted again. ``--write`` writes the page ``rules/ACCURACY.md`` anew.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random

import load
from load import PAIRS, Draft
from model import Operator
from operators import OPERATORS
from page import page, table
from score import Clean, Outcome, Result, Seen, judged, new_findings, seen, tallied

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "rules" / "ACCURACY.md"
SEED, PLANTS = 1, 24


def _plan(operator: Operator, name: str) -> str | None:
    return PAIRS[name] if operator.pair else None


@cache
def _before(name: str, plan: str | None) -> tuple[Seen, ...]:
    """What is said of the clean draft, with or without its plan."""
    return tuple(seen(load.check(name, load.draft(name).text, plan)))


def planting(operator: Operator, number: int, seed: int, names: Sequence[str]) -> Result | None:
    """Plant one fault in the first draft that has a place for it, drafts taken in an order of chance, and check it."""
    key = f"{seed}/{operator.name}/{number}"
    random = Random(key)
    for name in random.sample(names, len(names)):
        clean = load.draft(name)
        planted = operator.plant(clean.text, random)
        if planted is None:
            continue
        plan = _plan(operator, name)
        new = new_findings(_before(name, plan), seen(load.check(name, planted.text, plan)))
        said = tuple(f"{each.severity} {each.code} {each.first}: {each.message}" for each in new)
        line = planted.text.count("\n", 0, planted.places[0].start) + 1
        return Result(operator.name, operator.rule, name, key, line, planted.what, judged(operator, planted, new), said)
    return None


def _task(task: tuple[str, int, int, tuple[str, ...]]) -> Result | None:
    name, number, seed, names = task
    return planting(next(each for each in OPERATORS if each.name == name), number, seed, names)


def _names(operator: Operator, drafts: Sequence[Draft]) -> tuple[str, ...]:
    return tuple(each.name for each in drafts if not operator.pair or each.name in PAIRS)


def measure(operators: Sequence[Operator], drafts: Sequence[Draft], seed: int, plants: int, jobs: int) -> list[Result]:
    """The results of all operators, in their order; those that find no place in any draft give none."""
    tasks = [
        (operator.name, number, seed, _names(operator, drafts)) for operator in operators for number in range(plants)
    ]
    if jobs < 2:
        found: list[Result | None] = [_task(task) for task in tasks]
    else:
        with multiprocessing.get_context("spawn").Pool(jobs) as pool:
            found = pool.map(_task, tasks, chunksize=8)
    return [result for result in found if result is not None]


def clean_drafts(drafts: Sequence[Draft]) -> list[Clean]:
    """What is said of the clean drafts; a disclosure whose plan is there is checked together with it."""
    cleans = []
    for each in drafts:
        report = load.check(each.name, each.text, PAIRS.get(each.name))
        cleans.append(Clean(each.name, report.genre or "", each.text.count("\n"), tuple(seen(report))))
    return cleans


def misses(results: Sequence[Result], most: int) -> Iterator[str]:
    """Some faults of each operator that were not found, with what was said instead."""
    by_operator: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        if result.outcome in {Outcome.MISSED, Outcome.ELSEWHERE, Outcome.INFO}:
            by_operator[result.operator].append(result)
    for name, found in by_operator.items():
        yield f"{name}: {len(found)} not found"
        for result in found[:most]:
            yield f"  {result.outcome} {result.draft}:{result.line} {result.what}   [{result.seed}]"
            yield from (f"      {words[:200]}" for words in result.said)


def _chosen(arguments: argparse.Namespace) -> list[Operator]:
    wanted = [
        operator
        for operator in OPERATORS
        if (not arguments.family or operator.family in arguments.family)
        and (not arguments.rule or operator.rule in arguments.rule)
        and (not arguments.operator or operator.name in arguments.operator)
    ]
    if not wanted:
        sys.exit("no operator fits")
    return wanted


def _as_json(cleans: Sequence[Clean], results: Sequence[Result]) -> str:
    value = {
        "clean": [clean._asdict() | {"findings": [each._asdict() for each in clean.findings]} for clean in cleans],
        "planted": [result._asdict() for result in results],
    }
    return json.dumps(value, ensure_ascii=False, indent=1)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--plants", type=int, default=PLANTS, help="faults that each operator plants")
    parser.add_argument("--family", action="append", help="only operators of this family (TOT); may be given again")
    parser.add_argument("--rule", action="append", help="only operators of this rule (TOT003); may be given again")
    parser.add_argument("--operator", action="append", help="only this operator (TOT003/rate-digit-changed)")
    parser.add_argument("--jobs", type=int, default=multiprocessing.cpu_count())
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="show N faults of each operator that were not found"
    )
    parser.add_argument("--json", action="store_true", help="everything as JSON instead of the tables")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    return parser


def main() -> None:
    parser = _parser()
    arguments = parser.parse_args()
    partial = arguments.family or arguments.rule or arguments.operator
    if arguments.write and partial:
        parser.error("the page is written from all operators")
    drafts = load.drafts()
    cleans = clean_drafts(drafts)
    results = measure(_chosen(arguments), drafts, arguments.seed, arguments.plants, arguments.jobs)
    if arguments.json:
        print(_as_json(cleans, results))
        return
    if arguments.write:
        PAGE.write_text(page(cleans, results, load.rules(), arguments.seed, arguments.plants), "utf-8")
    print("\n".join(table(cleans, tallied(results))))
    if arguments.misses:
        print("\n".join(misses(results, arguments.misses)))


if __name__ == "__main__":
    main()
