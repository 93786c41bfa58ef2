"""Lists that spell out a fixed set: “四个意识”（政治意识、大局意识、核心意识、看齐意识）."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_lint.facts.expressions.running import RunningText, fold
from disclosure_lint.reference.phrases import Phrase

_BOUNDS = frozenset("，。；：:;！!？?（）()【】[]《》\n\t|—…")
_JOINT = Pattern(r"、|以及|[和与及]")
_LEAD = 6  # so many characters may stand before a member inside a list: 坚定“四个自信”
_REACH = 14  # how far the name of a set may stand from the list
_SHORTEST = 2
_APART = 30  # the most between the beginnings of two members of a list
_TO_THE_LIST = Pattern(r"“?(?:制度|要求|(?:战略|总体)布局)?[（(：:，]{0,2}(?:即|是指|指的是|就是|包括|为)?[：:]?“?")
_TO_THE_NAME = Pattern(r"“?[）)]?“?(?:这|的|等)?“?")
_OPEN = Pattern(r"“?(?:等|之类|…)")


class Member(NamedTuple):
    """A member in a list: which of the set it is, which item of the list, and its place in the running text."""

    number: int
    item: int
    start: int
    end: int


class Expansion(NamedTuple):
    """A list with two members of a set at least.

    Attributes:
        span: from the first member to the last.
        phrase: the set.
        members: the numbers of the members, from 0, in the order of the list.
        words: the members as the list writes them.
        named: whether the name of the set stands right beside the list.
        alone: whether the list begins and ends with members.
        unbroken: whether nothing else stands between them.
        stray: the one foreign item that stands in the place of a member, all others being in theirs; or None.
        open: whether it says that it is not complete (等).
        text: the words of the span, folded.
        rest: what else stands in the sentence, folded.
    """

    span: Span
    phrase: Phrase
    members: tuple[int, ...]
    words: tuple[Span, ...]
    named: bool
    alone: bool
    unbroken: bool
    stray: Span | None
    open: bool
    text: str
    rest: str

    @property
    def complete(self) -> bool:
        """Whether every member is there just once."""
        return sorted(self.members) == list(range(len(self.phrase.members)))

    @property
    def missing(self) -> tuple[int, ...]:
        """The members that are not there."""
        return tuple(n for n in range(len(self.phrase.members)) if n not in self.members)


def extract(running: RunningText, sets: Iterable[Phrase]) -> Iterator[Expansion]:
    """The lists of a draft that spell out these sets, set by set."""
    for phrase in sets:
        yield from _of_set(running, phrase)


def _of_set(running: RunningText, phrase: Phrase) -> Iterator[Expansion]:
    """The lists that hold members of one set."""
    done = -1
    places = sorted(set(_places(running.folded, phrase)))
    for at, following in pairwise(places):
        if at < done or following - at > _APART:
            continue
        start, done = _segment(running.folded, at)
        items = tuple(_items(running.folded, start, done))
        members = tuple(_members(running.folded, items, phrase))
        if len(members) >= _SHORTEST:
            yield _expansion(running, phrase, items, members)


def _places(text: str, phrase: Phrase) -> Iterator[int]:
    for ways in phrase.members:
        for way in ways:
            at = text.find(way)
            while at >= 0:
                yield at
                at = text.find(way, at + 1)


def _segment(text: str, at: int) -> tuple[int, int]:
    """The stretch around a place that no mark but quotation marks and 、 divides."""
    start = end = at
    while start > 0 and text[start - 1] not in _BOUNDS:
        start -= 1
    while end < len(text) and text[end] not in _BOUNDS:
        end += 1
    return start, end


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items of a list."""
    at = start
    for joint in _JOINT.finditer(text, start, end):
        yield at, joint.start()
        at = joint.end()
    yield at, end


def _members(text: str, items: Sequence[tuple[int, int]], phrase: Phrase) -> Iterator[Member]:
    """The items that are members: the first may begin, the last may go on with other words."""
    for item, (start, end) in enumerate(items):
        places = [at for at in range(start, end) if text[at] != "“"]
        bare = "".join(text[at] for at in places)
        found = [
            (len(way), number, at)
            for number, ways in enumerate(phrase.members)
            for way in ways
            if (at := bare.find(way) if item == len(items) - 1 else len(bare) - len(way)) >= 0
            and bare.startswith(way, at)
            and (item == 0 or at <= _LEAD)
        ]
        if found:
            length, number, at = max(found)
            yield Member(number, item, places[at], places[at + length - 1] + 1)


def _expansion(
    running: RunningText, phrase: Phrase, items: Sequence[tuple[int, int]], members: Sequence[Member]
) -> Expansion:
    text, start, end = running.folded, members[0].start, members[-1].end
    first, last = running.sentence(start, end)
    return Expansion(
        span=running.span(start, end),
        phrase=phrase,
        members=tuple(member.number for member in members),
        words=tuple(running.span(member.start, member.end) for member in members),
        named=_named(text, phrase, start, end),
        alone=members[0].item == 0 and members[-1].item == len(items) - 1,
        unbroken=members[-1].item - members[0].item == len(members) - 1,
        stray=_stray(running, phrase, items, members),
        open=bool(_OPEN.match(text, end)),
        text=text[start:end],
        rest=text[first:start] + text[end:last],
    )


def _named(text: str, phrase: Phrase, start: int, end: int) -> bool:
    """Whether the name of the set stands right before or behind the list."""
    for name in map(_name, (phrase.text, *phrase.variants)):
        before = text.rfind(name, max(start - _REACH - len(name), 0), start)
        if before >= 0 and _TO_THE_LIST.fullmatch(text, before + len(name), start):
            return True
        behind = text.find(name, end, end + _REACH)
        if behind >= 0 and _TO_THE_NAME.fullmatch(text, end, behind):
            return True
    return False


def _name(expression: str) -> str:
    """The words in quotation marks that name a set: 四个全面 in “四个全面”战略布局."""
    opening, closing = expression.find("“"), expression.find("”")
    return fold(expression[opening + 1 : closing] if 0 <= opening < closing else expression)


def _stray(
    running: RunningText, phrase: Phrase, items: Sequence[tuple[int, int]], members: Sequence[Member]
) -> Span | None:
    """The foreign item between members that all stand where they stand in the set."""
    missing = [n for n in range(1, len(phrase.members) - 1) if n not in {member.number for member in members}]
    if len(missing) != 1 or len(items) != len(phrase.members) or len(members) != len(items) - 1:
        return None
    if any(member.number != member.item for member in members):
        return None
    start, end = items[missing[0]]
    return running.span(start, end) if end > start else None
