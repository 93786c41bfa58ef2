"""Paragraphs, sentences and phrases that stand in a draft twice, word for word.

Everything is found by hashing whole units: the time grows with the length of the draft and no faster.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import LINE_ENDS, Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.expressions.running import RunningText


class RepeatKind(StrEnum):
    """How much is repeated."""

    PARAGRAPH = "paragraph"
    PARAGRAPHS = "paragraphs"
    SENTENCE = "sentence"
    PHRASE = "phrase"


class Repeat(NamedTuple):
    """Words that have been said before.

    Attributes:
        span: the later place.
        first: the earlier place.
        kind: how much is repeated.
        paragraphs: how many paragraphs, formulas left out.
        length: how many characters, without headings, formulas and spaces.
        times: how often the paragraph stands in the whole draft.
        adjacent: whether nothing stands between the two places.
    """

    span: Span
    first: Span
    kind: RepeatKind
    paragraphs: int
    length: int
    times: int
    adjacent: bool


_BODY = frozenset({Kind.PARAGRAPH, Kind.POINT, Kind.DASH, Kind.INVITATION})
_WITH_IT = frozenset({*_BODY, Kind.HEADING, Kind.LABEL, Kind.OPENING, Kind.CAPTION, Kind.TITLE})
"""What may be copied along with paragraphs."""
_SHORTEST_PARAGRAPH, _SHORTEST_SENTENCE, _SHORTEST_SAID_AT_ONCE, _SHORTEST_PHRASE = 20, 30, 12, 4
_SENTENCE = Pattern(rf"[^。；！？;!?\n]{{{_SHORTEST_SENTENCE},}}")
_LABEL = Pattern(
    r"\s*(?:(?:[一二三四五六七八九十]{1,2}[是要]|其[一二三四五]|[①-⑩]|[（(]?[0-9]{1,2}[)）.、．])[，,]?)?\s*"
)
_WORDS = Pattern(rf"[\u4e00-\u9fff]{{{_SHORTEST_PHRASE},}}")
_FOLDS = (
    (" ", ""),
    ("\u3000", ""),
    ("\t", ""),
    ("\xa0", ""),
    (",", "，"),
    (":", "："),
    (";", "；"),
    ("(", "（"),
    (")", "）"),
)
_FORMULA = Pattern(
    r"(?:主要|具体|第一|直接|整改)?(?:责任|牵头|配合|协办|主办|分管|完成|办结|整改)(?:领导|单位|部门|科室|处室|股室|时限|期限|责任人?|人|状态|类型|情况|进展|结果|成效|目标)[：:]"
    r"|(?:时限|期限|目标)[：:]|(?:该|此|本)?项?(?:问题)?.{0,3}(?:已完成|已整改|完成整改|整改完成|长期坚持|持续推进)"
)
"""How words begin that are the same item after item: who is responsible, by when, how far it is."""
_PROBLEM = Pattern(r"针对|关于|对于?[“‘]")
_OF_A_FORMULA = Pattern(r"责任|时限|期限|牵头|单位|部门|领导|状态")
_ADVERBS = ("进一步", "切实", "持续", "全面", "不断", "充分", "深入", "坚决")  # nobody says these twice on purpose
_LIST_MARKS = "，、；,;"
_OPENING = 3
_EACH = Pattern(r"[一逐][个项条件户村家人次类处本]")
"""How a phrase begins that is said twice to mean one after another: 一个问题一个问题地解决."""
_NEVER_A_SLIP = frozenset("一锟")
_OF_AN_OFFICE = Pattern(r"书记|主任|成员|主席|[部院校局会厅处科]?长|副|[议员务]|主持|会议")


def extract(document: Document, running: RunningText) -> tuple[Repeat, ...]:
    """The repetitions of a draft in the order of the text; of those inside one another only the larger.

    Args:
        document: the draft.
        running: its prose in one piece.
    """
    found = [*_paragraphs(document), *_sentences(document), *_phrases(running)]
    kept: list[Repeat] = []
    for repeat in sorted(found, key=lambda repeat: (repeat.span.start, -repeat.span.end)):
        if not kept or kept[-1].span.end <= repeat.span.start:
            kept.append(repeat)
    return tuple(kept)


def _paragraphs(document: Document) -> Iterator[Repeat]:
    """Paragraphs said before, each with those behind and the headings above that are repeated as well."""
    leaves = document.prose
    folds = [(mark, folded) for mark, folded in _FOLDS if mark in document.source.text]
    keys = [_key(leaf, folds) if leaf.kind in _WITH_IT else "" for leaf in leaves]
    counts = _counted(document, leaves, keys)
    times = Counter(key for key, counted in zip(keys, counts, strict=True) if counted)
    headed = {
        keys[at] + keys[at + 1]: at
        for at in range(len(leaves) - 1)
        if counts[at + 1] and _runs_on(document, leaves[at])
    }
    if not times or (max(times.values()) == 1 and headed.keys().isdisjoint(times)):
        return
    annexed = {leaf for annex in document.of(Kind.ANNEX) for leaf in annex.leaves()}
    first: dict[str, int] = {}
    at = 0
    while at < len(leaves):
        key, end = keys[at], at + 1
        if counts[at]:
            before = first.setdefault(key, at)
            if before < at and (leaves[before] in annexed) == (leaves[at] in annexed):
                start, end = _run(keys, before, at)
                earlier = range(before + start - at, before + end - at)
                lengths = [len(keys[n]) for n in range(start, end) if counts[n]]
                yield _repeat(leaves, earlier, range(start, end), lengths, times[key])
            elif key in headed:  # a heading with its text, and the same without its number as a paragraph
                one, other = range(headed[key], headed[key] + 2), range(at, at + 1)
                earlier, later = (one, other) if one.start < at else (other, one)
                yield _repeat(leaves, earlier, later, [len(key)], 2)
        at = end


def _runs_on(document: Document, leaf: Node) -> bool:
    """Whether a heading or label goes on with its text in the same line."""
    return leaf.kind in (Kind.HEADING, Kind.LABEL) and document.source.text[leaf.span.end - 1] not in LINE_ENDS


def _counted(document: Document, leaves: Sequence[Node], keys: Sequence[str]) -> list[bool]:
    """Which leaves are not meant to be said again: the paragraphs, and headings that follow themselves at once.

    A numbered sentence is a heading in the tree; apart from one another headings may well be the same.
    """
    counts = [_counts(document, leaf, key) for leaf, key in zip(leaves, keys, strict=True)]
    for at in range(1, len(leaves)):
        if leaves[at].kind is Kind.HEADING and len(keys[at]) >= _SHORTEST_PARAGRAPH:
            for lines in (1, 2):  # the heading alone, or with the text that goes on behind it
                if at >= lines and keys[at - lines : at] == keys[at : at + lines]:
                    counts[at - lines] = counts[at] = True
    return counts


def _counts(document: Document, leaf: Node, key: str) -> bool:
    """Whether a leaf is a paragraph of the text, long enough and no formula."""
    if leaf.kind not in _BODY or len(key) < _SHORTEST_PARAGRAPH or _FORMULA.match(key):
        return False
    above = document.parent(leaf)
    return above is None or above.kind is not Kind.LABELLED or not _OF_A_FORMULA.search(above.title)


def _run(keys: Sequence[str], before: int, at: int) -> tuple[int, int]:
    """How far the leaves around ``at`` repeat those around ``before``: the first of them and the end."""
    distance = at - before
    start, end = at, at + 1
    while (
        start - 1 > before
        and start - 1 - distance >= 0
        and keys[start - 1]
        and keys[start - 1] == keys[start - 1 - distance]
    ):
        start -= 1
    while end < len(keys) and end - distance < start and keys[end] and keys[end] == keys[end - distance]:
        end += 1
    return start, end


def _repeat(leaves: Sequence[Node], earlier: range, later: range, lengths: Sequence[int], times: int) -> Repeat:
    return Repeat(
        leaves[later[0]].words.to(leaves[later[-1]].words),
        leaves[earlier[0]].words.to(leaves[earlier[-1]].words),
        RepeatKind.PARAGRAPHS if len(lengths) > 1 else RepeatKind.PARAGRAPH,
        len(lengths),
        sum(lengths),
        times,
        adjacent=earlier.stop == later.start,
    )


def _key(leaf: Node, folds: Sequence[tuple[str, str]]) -> str:
    """The words of a leaf by which it is compared: without its label, spaces and the width of its marks."""
    text = leaf.text
    if leaf.label is not None:
        text = text.lstrip(" \t\u3000").removeprefix(leaf.label.text)
    for mark, folded in folds:
        text = text.replace(mark, folded)
    return text


def _sentences(document: Document) -> Iterator[Repeat]:
    """Sentences said before in the same paragraph or in the one right above."""
    above: dict[str, tuple[str, Node, int]] = {}  # by how they begin
    for leaf in document.prose:
        if leaf.kind not in _BODY:
            above = {}
            continue
        here: dict[str, tuple[str, Node, int]] = {}
        if len(leaf.text) > _SHORTEST_SENTENCE:
            yield from _at_once(leaf)
            for words, start in _long_sentences(leaf):
                beginning = words[:_SHORTEST_SENTENCE]
                before = here.get(beginning) or above.get(beginning)
                if before and _begins_with(words, before[0]) and not (_FORMULA.match(words) or _PROBLEM.match(words)):
                    yield _said_again(before[0], (leaf, start), before[1:])
                here.setdefault(beginning, (words, leaf, start))
        above = here


def _begins_with(words: str, said: str) -> bool:
    """Whether a sentence says what another said, and perhaps goes on."""
    return words.startswith(said) and words[len(said) : len(said) + 1] in ("", "，", ",")


def _said_again(words: str, later: tuple[Node, int], earlier: tuple[Node, int]) -> Repeat:
    """The repetition of a sentence, from the leaves and places where it begins."""
    span, first = (leaf.prose.span(start, start + len(words)) for leaf, start in (later, earlier))
    return Repeat(span, first, RepeatKind.SENTENCE, 1, len(words), 2, adjacent=later[0] is earlier[0])


def _long_sentences(leaf: Node) -> Iterator[tuple[str, int]]:
    """The sentences, and the long parts of sentences, of a leaf, without the labels that open them; and where they begin."""
    for match in _SENTENCE.finditer(leaf.text):
        opened = _LABEL.match(match[0])
        label = opened.end() if opened else 0
        words = match[0][label:].rstrip()
        if len(words) >= _SHORTEST_SENTENCE:
            yield words, match.start() + label


def _at_once(leaf: Node) -> Iterator[Repeat]:
    """Sentences that follow themselves at once, however they begin."""
    at, before = 0, ""
    for sentence in leaf.text.split("。"):
        words = sentence.strip()
        if words == before and len(words) >= _SHORTEST_SAID_AT_ONCE:
            start = at + sentence.index(words)
            yield _said_again(words, (leaf, start), (leaf, leaf.text.rindex(words, 0, at)))
        at, before = at + len(sentence) + 1, words


def _phrases(running: RunningText) -> Iterator[Repeat]:
    """Phrases of four characters or more that follow themselves at once: 加强队伍建设加强队伍建设, 加强管理、加强管理."""
    text = running.text
    for adverb in _ADVERBS:
        if (at := text.find(adverb * 2)) >= 0:
            yield from _phrase(running, at, at + len(adverb), len(adverb))
    runs = _WORDS.findall(text)
    alike = {number for number, (words, then) in enumerate(pairwise(runs), 1) if words == then}
    # what is said twice has all its characters twice
    crowded = (
        number
        for number, words in enumerate(runs)
        if len(words) >= 2 * _OPENING and len(words) - len(set(words)) >= _OPENING
    )
    doubled = {number: found for number in crowded if (found := _twice(runs[number]))}
    if not (alike or doubled):
        return
    last = 0, 0
    for number, match in enumerate(_WORDS.finditer(text)):
        start, end = match.span()
        if number in doubled:
            first, length = doubled[number]
            yield from _phrase(running, start + first, start + first + length, length)
        elif number in alike and start - last[1] == 1 and text[last[1]] in _LIST_MARKS and "某" not in match[0]:
            yield from _phrase(running, last[0], start, end - start)
        last = start, end


def _twice(words: str) -> tuple[int, int] | None:
    """Where the first phrase begins that a run of words says twice, and its length; or None."""
    if words.startswith(words[:_OPENING], _OPENING) and (found := _opened_twice(words)):
        return found
    return _doubled(words)


def _doubled(words: str) -> tuple[int, int] | None:
    """Where the first phrase begins that follows itself at once, and its length; or None."""
    seen: dict[str, int] = {}
    for at in range(len(words) - _SHORTEST_PHRASE + 1):
        opening = words[at : at + _SHORTEST_PHRASE]
        before = seen.get(opening)
        if before is not None and at - before >= _SHORTEST_PHRASE and words[before:at] == words[at : 2 * at - before]:
            return None if _EACH.match(words, before) else (before, at - before)
        seen[opening] = at
    return None


def _opened_twice(words: str) -> tuple[int, int] | None:
    """The same where three characters open a clause twice: 院党组院党组高度重视, not 党支部党支部书记 or 一步步一步步, nor 锟斤拷."""
    meant = (
        not _NEVER_A_SLIP.isdisjoint(words[:_OPENING])
        or len(set(words[:_OPENING])) < _OPENING
        or _OF_AN_OFFICE.match(words, 2 * _OPENING)
    )
    return None if meant else (0, _OPENING)


def _phrase(running: RunningText, first: int, second: int, length: int) -> Iterator[Repeat]:
    if running.leaf(second).kind is not Kind.ROW:
        spans = running.span(second, second + length), running.span(first, first + length)
        yield Repeat(*spans, RepeatKind.PHRASE, 1, length, 2, adjacent=True)
