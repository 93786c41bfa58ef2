"""The words of a suppression, read alike wherever they stand: in an HTML comment of a text or in a comment of a Word document.

``: ignore TOT003, TOT005 reason until=2025-06-30``: a colon, what to do, the rules, then anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_lint.registry import nearest
from disclosure_lint.rule import Rule
from disclosure_lint.run import Fault, FaultKind, Suppression
from disclosure_lint.suppress import resolve


class Scope(StrEnum):
    """How far a suppression reaches."""

    BLOCK = "block"
    SECTION = "section"
    FILE = "file"


class Order(NamedTuple):
    """What a comment orders."""

    scope: Scope
    suppression: Suppression


_KEYWORD = Pattern(r"[ \t\u3000]*[:：][ \t\u3000]*(忽略[\u4e00-\u9fff]*|[^\s,，]*)")
_TARGETS = Pattern(
    r"[ \t\u3000]*([A-Za-z][\w-]*(?:[ \t\u3000]*[,，、][ \t\u3000]*[A-Za-z][\w-]*|[ \t\u3000]+[A-Z]{3}\d{3}(?![\w-]))*)",
    re.ASCII,
)
_TARGET = Pattern(r"[A-Za-z][\w-]*", re.ASCII)
_UNTIL = Pattern(r"\buntil(?:[ \t]*[=＝:：][ \t]*|[ \t]+(?=\d))(\S+)")
_PLAIN = str.maketrans({"\xa0": " "} | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015－", "-"))
"""What Word and Chinese keyboards make of a space and a hyphen."""
_KEYWORDS = {
    "ignore": Scope.BLOCK, "ignore-section": Scope.SECTION, "ignore-file": Scope.FILE, "忽略": Scope.BLOCK, "忽略本节": Scope.SECTION, "忽略全文": Scope.FILE,
}  # fmt: skip
_ELSEWHERE = {
    "ignore-next": "ignore",
    "ignore-line": "ignore",
    "disable": "ignore",
    "disable-next": "ignore",
    "disable-file": "ignore-file",
}
"""What other linters call it."""


def read(body: str, span: Span, start: int | None, rules: Sequence[Rule], today: date) -> Order:
    """What a comment says.

    Args:
        body: what stands behind the name of the tool.
        span: the comment.
        start: where the body begins in the draft; None where it stands beside it, and all that is said of its words is said of ``span``.
        rules: all rules that may be named.
        today: decides what has expired.
    """

    def place(first: int, last: int) -> Span:
        return span if start is None else Span(start + first, start + last)

    body = body.translate(_PLAIN)
    keyword = _KEYWORD.match(body)
    if keyword is None or not keyword[1]:
        return Order(Scope.BLOCK, Suppression(span, faults=(Fault(FaultKind.BARE, span),)))
    word = keyword[1].lower()
    if word not in _KEYWORDS:
        near = nearest(word, (*_KEYWORDS, *_ELSEWHERE))
        fault = Fault(FaultKind.KEYWORD, place(*keyword.span(1)), keyword[1], _ELSEWHERE.get(near, near))
        return Order(Scope.BLOCK, Suppression(span, faults=(fault,)))
    named = _TARGETS.match(body, keyword.end())
    if named is None:
        return Order(_KEYWORDS[word], Suppression(span, faults=(Fault(FaultKind.EMPTY, span),)))
    words = [(match[0], place(*match.span())) for match in _TARGET.finditer(body, *named.span(1))]
    targets, faults = resolve(words, rules)
    until = _UNTIL.search(body, named.end())
    last = _day(until[1]) if until else None
    if until and last is None:
        faults = (*faults, Fault(FaultKind.DATE, place(*until.span(1)), until[1]))
    expired = last is not None and last < today
    written = until[1] if until else ""
    return Order(_KEYWORDS[word], Suppression(span, targets=targets, faults=faults, until=written, expired=expired))


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
