"""The problems a plan lists against those the disclosure goes through.

Titles are compared by the pairs of neighbouring characters they share (Dice 1945, used here one way: which share of the plan's words
turns up): a title is often shortened, lengthened or turned round on its way into the disclosure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose, Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.plan.titles import holds_safeguards, stands_apart
from disclosure_lint.facts.table_columns import cell_span, columns

_PROBLEM = Pattern(
    r"^(?:关于|针对)|(?:不够|不到位|不力|不严|不实|不足|不强|不高|不深|不紧|不彻底|不扎实|不健全|不及时|不平衡|不完善|不明显|不合理|不透|不规范"
    r"|差距|薄弱|弱化|缺失|缺位|短板|弱项|滞后|缓慢|流于形式|偏少|偏弱|偏低|超期|漏洞|突出|存在"
    r"|混乱|松散|松懈|脱节|空转|走过场|缺乏|断档|虚化|淡化|不公|打折扣|失之于[宽软]|(?<!防止)(?<!杜绝)反弹)[^，,。；;]{0,10}$|问题$"
)
_PROBLEM_COLUMN = Pattern(r"问题(?!类)")
_QUOTED = Pattern(r"[“\"「]([^”\"」]{5,})[”\"」]")
_IDLE = Pattern(
    r"^关于|方面(?:的)?(?:突出|主要)?问题|的?问题(?:整改)?(?:情况)?$|整改(?:落实)?情况|[^\u4e00-\u9fffA-Za-z0-9]"
)
_FEWEST = 4
"""Pairs of characters: a shorter title is too common to be missed."""
_LONGEST = 40
"""Characters: a longer title tells what was done."""
_FOUND, _LOST, _LOST_IN_TEXT = 0.7, 0.45, 0.65
"""Shares of a title's pairs from which it is surely there, and up to which it is surely not among the titles, nor in any paragraph."""
_LEAST_COMMON = 3
_MOST_LOST = 0.25
"""A disclosure that leaves out more than that is an abridged one, or goes by another order."""
_TITLES = frozenset({Kind.HEADING, Kind.CAPTION, Kind.OPENING, Kind.LABEL})
_OPENING_WORDS = 60
"""How much of a paragraph or a row may be the name of the problem it speaks of."""


class Item(NamedTuple):
    """A problem that a plan lists, and the words that name it."""

    span: Span
    words: str


def missing(disclosure: Document, plan: Document) -> Iterator[Item]:
    """The problems of a plan that its disclosure passes over, where it goes through nearly all of the others."""
    wanted = [(item, pairs) for item in items(plan) if len(pairs := _pairs(item.words)) >= _FEWEST]
    if len(wanted) <= _LEAST_COMMON:
        return
    titles = [pairs for words in _titles(disclosure) if (pairs := _pairs(words))]
    shares = [_best(pairs, titles) for _, pairs in wanted]
    there = sum(share >= _FOUND for share in shares)
    lost = [both for both, share in zip(wanted, shares, strict=True) if share <= _LOST]
    if there < _LEAST_COMMON or there + len(lost) < len(wanted) * (1 - _MOST_LOST) or not lost:
        return
    if len(lost) > max(len(wanted) * _MOST_LOST, 1):
        return
    text = [_pairs(leaf.text) for leaf in disclosure.prose]
    yield from (item for item, pairs in lost if _best(pairs, text) <= _LOST_IN_TEXT)


def items(document: Document) -> Iterator[Item]:
    """The problems a draft lists: what the column for problems says, what stands in quotes behind 针对, else its innermost titles."""
    found = [
        Item(cell_span(cell), cell.text)
        for table in columns(document)
        for row in table.rows
        for cell in table.cells(row, _PROBLEM_COLUMN)
        if cell.text.strip()
    ]
    found = found or [
        Item(leaf.prose.span(*match.span(1)), match[1])
        for leaf in document.of(Kind.OPENING)
        if (match := _QUOTED.search(leaf.text))
    ]
    yield from found or _innermost(document)


def _innermost(document: Document) -> Iterator[Item]:
    for section in document.sections:
        span = section.heading.title_span
        if span is None or not _names_problem(section) or any(_names_problem(below) for below in section.sections):
            continue
        above = [section, *document.ancestors(section)]
        if not any(stands_apart(node.title) or holds_safeguards(node) for node in above):
            yield Item(span, section.title)


def _names_problem(section: Node) -> bool:
    return _FEWEST <= len(section.title) <= _LONGEST and _PROBLEM.search(section.title) is not None


def _titles(document: Document) -> Iterator[str]:
    """Whatever may name a problem in a disclosure: titles, and the words that paragraphs and rows open with."""
    for leaf in document.prose:
        yield from _words_of_cells(leaf.cells) if leaf.cells else (leaf.text[:_OPENING_WORDS],)
        if leaf.kind in _TITLES and len(leaf.text) > _OPENING_WORDS:
            yield leaf.text


def _words_of_cells(cells: Iterable[Prose]) -> Iterator[str]:
    return (cell.text for cell in cells)


def _pairs(words: str) -> frozenset[str]:
    plain = _IDLE.sub("", words)
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1))


def _best(wanted: frozenset[str], among: list[frozenset[str]]) -> float:
    """The largest share of the wanted pairs that one of the others holds."""
    return max((len(wanted & other) for other in among), default=0) / len(wanted)
