"""Which regular expressions a rule of one's own may have, and that those it may have are quick."""

from __future__ import annotations

import re
import time

import pytest

from disclosure_lint.custom.patterns import fault

REFUSED = {
    "boundary": [r"\b整改\b", r"\B改", r"(?:整|\b改)"],
    "matches nothing": ["", "整?", "(?=整)", "(a*)*", "^$", "$"],
    "line end": ["整\n改", r"整\r?\n改", r"(?:甲\n|\r)", r"(?:整|改\n)完"],
    "never match": ["整^改", "改$整", r"整\Z改", r"整改\A"],
    "without an end": [".*整改", "[^。]+整改", r"\w+", r"\S*+x", r"整[\s\S]*改", ".*?改"],
    "too many ways": [
        "整.{0,200}改.{0,200}完",
        "(?:a+)+",
        "(?:[^。]{1,8})+x",
        r"(?:(?:\d+年)*月)*日",
        "(?P<x>a*)+b",
        r"(?:\d*\.)*\d*x",
        "(?:甲?){30}乙",
        "(?:甲?甲){1,40}乙",
        "(?:甲|甲乙)*丙",
        "(?:a|b?)+c",
        "(?:.|甲){3,}乙",
        "(?:[甲乙]|乙丙)+丁",
    ],
    "no valid regular expression": ["(", "整(?#", "[", "*", "(?<=整+)改"],
}
ALLOWED = [
    "整改",
    "第[一二三]条",
    r"\d+年\d+月\d+日",
    "[^。]{0,40}整改",
    "(?:、[^、。]{1,8}+)+",
    "(?:、[^、]{1,8})*+整",
    "(?:万|亿|千)+元",
    r"(?:\d{4})+",
    r"(?:第\d+条)?规定",
    "^整改",
    "整改$",
    "(?<!不)完成",
    "(?!未)已完成",
    "(?i:todo)",
    r"(甲)\1",
    "(?:甲乙|丙丁)+",
    r"整[\s\S]改",
    r"[^\n]{0,9}完",
    r"(?:\d{1,4}年){1,3}",
    "(?:甲|甲乙|甲丙丁|乙|乙丙)[^。]{0,40}整改[^。]{0,40}",
    "(?>甲+)乙",
    "(?:甲|乙)?丙",
]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        pytest.param(pattern, words, id=f"{words}-{number}".replace(" ", "-"))
        for words, patterns in REFUSED.items()
        for number, pattern in enumerate(patterns)
    ],
)
def test_refused(pattern: str, words: str) -> None:
    reason = fault(pattern)
    assert reason is not None
    assert words in reason.en.replace("can match nothing", "matches nothing")
    assert reason.zh


@pytest.mark.parametrize("pattern", [pytest.param(p, id=f"pattern-{n}") for n, p in enumerate(ALLOWED)])
def test_allowed(pattern: str) -> None:
    assert fault(pattern) is None


@pytest.mark.parametrize("pattern", [pytest.param(p, id=f"pattern-{n}") for n, p in enumerate(ALLOWED)])
def test_what_is_allowed_is_quick_on_a_long_paragraph(pattern: str) -> None:
    compiled = re.compile(pattern)
    start = time.perf_counter()
    for character in ("整", "甲", "、", "第", "万", "1"):
        for _ in compiled.finditer(character * 2000):
            pass
    assert time.perf_counter() - start < 2
