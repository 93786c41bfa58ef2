"""Make a long clean Word document: the draft of ``make_draft`` as an office has it in Word.

    python benchmarks/make_word.py OUT [--pages 100] [--dense]

Its headings are numbered by Word, its words cut into runs where digits begin and end and where somebody went on writing, and a small table
follows every fiftieth problem. How much goes on a page was counted in print, with the lines of GB/T 9704.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

import make_draft

sys.path.append(str(Path(__file__).parents[1] / "scripts"))
from word_writer import Draft, List

BYTES = 1310
DENSE_BYTES = 930
"""Of the draft in UTF-8, on a page."""
PROBLEMS = List(4)
COLUMNS = ("台账", "责任部门", "进展")
TABLE, ROWS = 50, 5
_HEADING = re.compile(r"[一二三]、(.+)")
_ASPECT = re.compile(r"（[一二三四]）(.+)")
_PROBLEM = re.compile(r"\d+\.(.+?。)(.+)")
_SENTENCE = re.compile(r"[^。]+。")


def document(pages: int, *, dense: bool = False) -> bytes:
    """A clean disclosure of about so many pages, some five paragraphs on each, or twelve where it is dense."""
    draft = Draft("整改进展情况的通报", "办公厅")
    draft.header("云溪市人民政府办公厅")
    draft.page_numbers()
    title, *lines = (line for line in make_draft.draft(pages * (DENSE_BYTES if dense else BYTES)).splitlines() if line)
    draft.add(title, style="a3")
    problems = 0
    for line in lines:
        if match := _HEADING.fullmatch(line):
            draft.add(match[1], style="1")
        elif match := _ASPECT.fullmatch(line):
            draft.add(match[1], style="2")
        elif match := _PROBLEM.fullmatch(line):
            problems += 1
            _problem(draft, problems, match[1], match[2], dense)
            if problems % TABLE == 0:
                _table(draft, problems)
        else:
            draft.add(line)
    return draft.pack()


def _problem(draft: Draft, number: int, title: str, answer: str, dense: bool) -> None:
    """A problem and its answer in one paragraph; where it is dense, a paragraph for each sentence, none of which stands twice."""
    if not dense:
        draft.add(title + answer, numbers=PROBLEMS)
        return
    draft.add(title, numbers=PROBLEMS)
    for sentence in _SENTENCE.findall(answer):
        draft.add(f"{sentence[:-1]}（台账第{number}条）。")


def _table(draft: Draft, problems: int) -> None:
    numbers = range(problems - TABLE + 1, problems + 1, TABLE // ROWS)
    rows = [(f"第{number}条", make_draft.OFFICES[number % len(make_draft.OFFICES)], "已完成") for number in numbers]
    draft.table((3600, 2400, 2700), COLUMNS, rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--dense", action="store_true", help="about twelve paragraphs a page in place of five")
    arguments = parser.parse_args()
    arguments.out.write_bytes(document(arguments.pages, dense=arguments.dense))


if __name__ == "__main__":
    main()
