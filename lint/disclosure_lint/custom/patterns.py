r"""Which regular expressions a rule of one's own may have.

Refused is what cannot work on a Chinese draft (``\b``, line ends, matches of nothing) and, as far as it shows in the pattern itself,
what may take forever: ``.*`` without an end, and repeats that can combine in too many ways. What is left can still be slow on a paragraph
of many thousand like characters (``\d+年``), which no draft has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import prod
from re import _constants, _parser  # the only way to see how a pattern is built
from typing import Any

from disclosure_lint.rule import Text

_LOOPS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)
_POSSESSIVE = (_constants.POSSESSIVE_REPEAT, _constants.ATOMIC_GROUP)
_REPEATS = (*_LOOPS, _constants.POSSESSIVE_REPEAT)
_BOUNDARIES = (_constants.AT_BOUNDARY, _constants.AT_NON_BOUNDARY)
_STARTS = (_constants.AT_BEGINNING, _constants.AT_BEGINNING_STRING)
_WIDE = (_constants.ANY, _constants.NOT_LITERAL)
_WIDE_CLASSES = (
    _constants.CATEGORY_WORD,
    _constants.CATEGORY_NOT_SPACE,
    _constants.CATEGORY_NOT_DIGIT,
    _constants.CATEGORY_NOT_WORD,
)
_LINE_ENDS = (ord("\n"), ord("\r"))
_WAYS = 10_000
"""In how many ways the repeats of a pattern may combine."""
_FOREVER = 20
"""Two ways, so often repeated, are too many."""

_BOUNDARY = Text(
    "\\b 在中文里不起作用（汉字之间没有词的界线），请写出前后的字",
    "\\b does nothing in Chinese, where no boundary stands between words: write the characters around it",
)
_EMPTY = Text("它可以什么都不匹配，到处都会命中", "it can match nothing at all, and so would match everywhere")
_NEVER = Text("它不可能匹配任何文字", "it can never match")
_LINE = Text(
    "它含有换行，而正文是一段一段查的，段内没有换行",
    "it holds a line end, but paragraphs are searched one by one and hold none",
)
_ENDLESS = Text(
    "没有上限的“.*”“[^。]+”会跨过许多句子，也很慢；请写明最多多少字，如 [^。]{0,40}",
    "“.*” or “[^。]+” without an end reaches over many sentences and is slow: say how far at most, as in [^。]{0,40}",
)
_TOO_MANY = Text(
    "重复里套着重复，或者范围太大，可能的组合太多，遇到长文可能没完没了；请把次数写小，或者在量词后面加“+”",
    "its repeats can combine in too many ways, which may take forever on a long text: let them reach less far, or make them possessive with a + behind",
)

Items = Sequence[tuple[Any, Any]]


def fault(pattern: str) -> Text | None:
    """Why a pattern is not allowed, or None."""
    try:
        re.compile(pattern)
        items = _parser.parse(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return Text(f"不是有效的正则表达式（{error}）", f"it is no valid regular expression ({error})")
    everything = list(_walk(items))
    if any(op is _constants.AT and value in _BOUNDARIES for op, value in everything):
        return _BOUNDARY
    if items.getwidth()[0] == 0:
        return _EMPTY
    if any(op is _constants.LITERAL and value in _LINE_ENDS for op, value in everything):
        return _LINE
    if _is_impossible(items):
        return _NEVER
    if any(op in _REPEATS and value[1] is _constants.MAXREPEAT and _is_wide(value[2]) for op, value in everything):
        return _ENDLESS
    return _TOO_MANY if _ways(items) > _WAYS else None


def _walk(items: Items) -> Iterator[tuple[Any, Any]]:
    """All parts of a pattern, outer ones first."""
    for op, value in items:
        yield op, value
        for inner in _inner(op, value):
            yield from _walk(inner)


def _inner(op: Any, value: Any) -> list[Items]:
    if op in _REPEATS:
        return [value[2]]
    if op is _constants.SUBPATTERN:
        return [value[3]]
    if op is _constants.ATOMIC_GROUP:
        return [value]
    if op is _constants.BRANCH:
        return list(value[1])
    if op in (_constants.ASSERT, _constants.ASSERT_NOT):
        return [value[1]]
    if op is _constants.GROUPREF_EXISTS:
        return [part for part in value[1:] if part is not None]
    return []


def _is_impossible(items: Any) -> bool:
    """Whether characters must stand before the beginning or behind the end."""
    for at, (op, value) in enumerate(items):
        if op is _constants.AT:
            outside = items[:at] if value in _STARTS else items[at + 1 :]
            if outside.getwidth()[0]:
                return True
    return False


def _ways(items: Items) -> int:
    """In how many ways, at most and roughly, the search may try one place of a text again; more than ``_WAYS`` is just many."""
    ways = 1
    for op, value in items:
        if op in _LOOPS:
            ways *= _ways_of_loop(*value)
        elif op is _constants.BRANCH:
            each = [_ways(branch) for branch in value[1]]
            ways *= max(each) if _are_apart(value[1]) else max(*each, 2)
        elif op not in _POSSESSIVE:  # what is possessive or atomic is done with once it has matched
            for inner in _inner(op, value):
                ways *= _ways(inner)
        ways = min(ways, _WAYS + 1)
    return ways


def _ways_of_loop(least: int, most: int, body: Items) -> int:
    """Runs of the same digits or words are short: only ``.`` and the like can be tried at every length."""
    lengths = most - least + 1 if _is_wide(body) else min(most - least + 1, 2)
    return lengths * prod([_ways(body)] * min(most, _FOREVER))


def _is_wide(body: Items) -> bool:
    """Whether what is repeated is one character of nearly any kind."""
    if len(body) != 1:
        return False
    ((op, value),) = body
    if op is _constants.IN:
        return value[0][0] is _constants.NEGATE or any(
            kind is _constants.CATEGORY and category in _WIDE_CLASSES for kind, category in value
        )
    return op in _WIDE


def _are_apart(branches: Sequence[Items]) -> bool:
    """Whether the first character tells which of the alternatives it is."""
    firsts: set[int] = set()
    for branch in branches:
        own = _first_characters(branch)
        if not own or firsts & own:
            return False
        firsts |= own
    return True


def _first_characters(items: Items) -> set[int]:
    """The characters that a pattern may begin with, where it lists them; otherwise none."""
    if not items:
        return set()
    op, value = items[0]
    if op is _constants.LITERAL:
        return {value}
    if op is _constants.IN and all(kind is _constants.LITERAL for kind, _ in value):
        return {character for _, character in value}
    return set()
