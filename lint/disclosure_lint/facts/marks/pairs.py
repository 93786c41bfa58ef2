"""What is out of balance among the marks that come in pairs.

Marks pair inside a paragraph. What one paragraph opens and one of the next closes is a quotation of several paragraphs, or a
paragraph broken into lines; a quotation of several paragraphs may also open each of them and close only the last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from enum import StrEnum
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose, Span
from disclosure_grammar.tree import Kind
from disclosure_lint.facts.marks.pairing import LATIN_BESIDE, STRAIGHT, Lone, Pair, Scan
from disclosure_lint.facts.marks.paragraphs import Paragraph

_PHRASE_END = Pattern(r"[，。；：、！？,;:!?“”‘’《》〈〉（）()【】〔〕\[\]「」『』\s]")
_STOP = Pattern(r"[，。；！？,;!?]")
_SWAPPED_MOST, _ALIKE_MOST, _PHRASE_MOST, _ACROSS_MOST, _CELLS_MOST = 40, 24, 30, 6, 24
_MISMATCHED_MOST = 80
_ALWAYS_ALIKE = 4  # so many quotation marks of one direction and none of the other: the draft has only the one


class Imbalance(StrEnum):
    """What is wrong with a mark."""

    UNCLOSED = "unclosed"  # “文字
    UNOPENED = "unopened"  # 文字”
    SWAPPED = "swapped"  # ”文字“
    ALIKE = "alike"  # “文字“
    MISMATCHED = "mismatched"  # （文字】
    CROSSED = "crossed"  # “文（字”样）
    STRAIGHT = "straight"  # an odd number of "
    NESTED = "nested"  # 《关于印发《方案》的通知》


class Fault(NamedTuple):
    """A mark that is not one of a sound pair.

    Attributes:
        kind: what is wrong.
        opening: the opening mark as its family is named: （ stands for ( as well.
        mark: the place of the mark.
        other: the place of the other mark that is part of the matter, or None.
        words: the words its partner should stand behind or before, or None.
        number: the numeral, where the mark is what is left of the bracketed number that opens a line; otherwise an empty string.
    """

    kind: Imbalance
    opening: str
    mark: Span
    other: Span | None = None
    words: Span | None = None
    number: str = ""


class Pairs(NamedTuple):
    """The paired marks of a draft.

    Attributes:
        found: the pairs of every paragraph, by its number.
        faults: what is out of balance, in the order of the text.
    """

    found: tuple[Sequence[Pair], ...]
    faults: tuple[Fault, ...]


def extract(paragraphs: Sequence[Paragraph]) -> Pairs:
    """Pair the marks of a draft, paragraph by paragraph."""
    straight = _always_alike(paragraphs)
    found: list[Sequence[Pair]] = []
    faults: list[tuple[int, Fault, Lone | None]] = []
    labelled: set[int] = set()
    for number, paragraph in enumerate(paragraphs):
        scan = Scan(paragraph.prose.text, straight)
        found.append(scan.pairs)
        if scan.labels:
            labelled.add(number)
        if scan.lone or scan.nested:
            faults += ((number, fault, lone) for fault, lone in _faults(scan, paragraph.prose))
    return Pairs(tuple(found), tuple(_inside_paragraphs(faults, paragraphs, labelled)) if faults else ())


def _always_alike(paragraphs: Sequence[Paragraph]) -> str:
    """The quotation mark that opens and closes alike in a draft that has only this one; " does so everywhere."""
    count: Counter[str] = Counter()
    for paragraph in paragraphs:
        text = paragraph.prose.text
        for mark in "“”":
            count[mark] += text.count(mark)
    for mark, other in ("“”", "”“"):
        if count[mark] >= _ALWAYS_ALIKE and not count[other]:
            return STRAIGHT + "＂" + mark
    return STRAIGHT + "＂"


def _faults(scan: Scan, prose: Prose) -> Iterator[tuple[Fault, Lone | None]]:
    """What is wrong in one paragraph; with the mark itself where only its partner is missing."""
    taken: set[int] = set()
    for kind, first, second in (*_of_one_family(scan), *_of_two_families(scan)):
        if first.at in taken or second.at in taken:
            continue
        taken |= {first.at, second.at}
        mark, other = prose.span(first.at, first.at + 1), prose.span(second.at, second.at + 1)
        yield Fault(kind, first.family, mark, other, _words(prose, first.at + 1, second.at)), None
    for lone in scan.lone:
        if lone.at in taken:
            continue
        mark = prose.span(lone.at, lone.at + 1)
        if lone.family == STRAIGHT:
            yield Fault(Imbalance.STRAIGHT, STRAIGHT, mark), None
            continue
        if lone.family == "[" and LATIN_BESIDE.search(scan.text, max(lone.at - 1, 0), lone.at + 2):
            continue  # [0,1) is an interval
        kind = Imbalance.UNCLOSED if lone.opens else Imbalance.UNOPENED
        yield Fault(kind, lone.family, mark, None, _beside(scan.text, prose, lone)), lone
    if scan.nested:
        closed = {pair.start for pair in scan.pairs}
        for pair, around in scan.nested:
            if around in closed:
                mark, other = prose.span(pair.start, pair.start + 1), prose.span(pair.end, pair.end + 1)
                yield Fault(Imbalance.NESTED, pair.opening, mark, other, prose.span(pair.start, pair.end + 1)), None


def _of_one_family(scan: Scan) -> Iterator[tuple[Imbalance, Lone, Lone]]:
    """Two marks of one family that belong together although something is wrong with them."""
    last: dict[str, Lone] = {}
    for lone in scan.lone:
        before = last.pop(lone.family, None)
        if before is not None and lone.family != STRAIGHT:
            between = scan.text[before.at + 1 : lone.at]
            if before.opens and not lone.opens:
                yield Imbalance.CROSSED, before, lone
                continue
            if lone.opens and not before.opens:
                if between and len(between) <= _SWAPPED_MOST and "。" not in between:
                    yield Imbalance.SWAPPED, before, lone
                    continue
            elif len(between) <= _ALIKE_MOST and between and not _STOP.search(between):
                yield Imbalance.ALIKE, before, lone
                continue
        last[lone.family] = lone


def _of_two_families(scan: Scan) -> Iterator[tuple[Imbalance, Lone, Lone]]:
    """An opening mark that a mark of another family closes."""
    openings = {lone.at: lone for lone in scan.lone if lone.opens}
    for lone in scan.lone:
        opening = None if lone.opens else openings.get(lone.blocked)
        if opening is None or opening.family == STRAIGHT or lone.at - opening.at > _MISMATCHED_MOST:
            continue
        if "。" not in scan.text[opening.at : lone.at]:
            yield Imbalance.MISMATCHED, opening, lone


def _beside(text: str, prose: Prose, lone: Lone) -> Span | None:
    """The words next to a mark without a partner, up to the next mark."""
    if lone.opens:
        end = _PHRASE_END.search(text, lone.at + 1, lone.at + 1 + _PHRASE_MOST)
        if end is None and len(text) > lone.at + 1 + _PHRASE_MOST:
            return None
        return _words(prose, lone.at + 1, end.start() if end else len(text))
    start = max(lone.at - _PHRASE_MOST, 0)
    ends = list(_PHRASE_END.finditer(text, start, lone.at))
    if not ends and start:
        return None
    return _words(prose, ends[-1].end() if ends else start, lone.at)


def _words(prose: Prose, start: int, end: int) -> Span | None:
    return prose.span(start, end) if start < end else None


def _inside_paragraphs(
    faults: Sequence[tuple[int, Fault, Lone | None]], paragraphs: Sequence[Paragraph], labelled: Set[int]
) -> Iterator[Fault]:
    """The faults without those that a later paragraph makes good; ``labelled`` are those with the closing brackets of labels."""
    excused: set[Span] = set()
    pending: dict[str, list[tuple[int, Fault]]] = {}
    for number, fault, lone in faults:
        if lone is None:
            continue
        leaf = paragraphs[number].leaf
        most = _CELLS_MOST if leaf.kind is Kind.ROW else _ACROSS_MOST
        waiting = pending.setdefault(fault.opening, [])
        if lone.opens:
            waiting.append((number, fault))
            if fault.opening in "“‘「『" and _opens_with(paragraphs, number + 1, fault.opening):
                excused.add(fault.mark)
            if fault.opening == "（" and not labelled.isdisjoint((number + 1, number + 2)):
                excused.add(fault.mark)  # （8:00—17:3 is broken before 0）
        elif waiting and number - waiting[-1][0] <= most and paragraphs[waiting[-1][0]].leaf is not leaf:
            excused |= {fault.mark, waiting.pop()[1].mark}
    yield from sorted((fault for _, fault, _ in faults if fault.mark not in excused), key=lambda fault: fault.mark)


def _opens_with(paragraphs: Sequence[Paragraph], number: int, mark: str) -> bool:
    return number < len(paragraphs) and paragraphs[number].prose.text.lstrip(" \t\u3000").startswith(mark)
