"""What identifies a person made unreadable, wherever words of the draft are shown.

Numbers are masked however they are spelled. Names and addresses are masked where they were found and wherever the same words stand
again; a name of two characters may also be part of another word (高明 in 提高明显), so that elsewhere it is masked only where no other
word runs into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from disclosure_grammar.numerals import fold
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Source, Span
from disclosure_lint.facts.model import Personal

_KEEP = {
    "identity": (6, 0),
    "bank-card": (6, 0),
    "mobile": (3, 2),
    "address": (3, 0),
    "informant": (1, 0),
    "exposed": (1, 0),
}
"""How many characters stay readable at the start and at the end.

Enough for the author to tell which number is meant, too little to reach or identify anybody: of an identity number the code of
the county, of a card the bank that issued it, of a mobile number the network and two digits, of a name the surname.
"""
_WORDS = frozenset({"address", "informant", "exposed"})
_FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
_SHORTEST_PART = 5
"""Digits: a shorter part of a number that is broken over two lines tells nothing, and may stand in any date."""
_SHORT_NAME = 2
_BETWEEN = r"[\s\-－–—.．·\u200b-\u200f\u202a-\u202e\u2060\ufeff]{0,2}"
_AHEAD = r"(?:(?<![\u4e00-\u9fff])|(?<=[人对向给与和及由将被让请经为系长记任员师民志属子女据报约见访问促]))"
_BEHIND = (
    r"(?![\u4e00-\u9fff])|(?=[的反举投信提说称同等于在到向对因就表多已曾是为家户案事诉信本先和与及被"
    r"之所来上检控实身电联签满认不女答告回送进开作道解核了当受给退])"
)


def _digits(written: str) -> str:
    """A number as plain digits (and X): half-width, nothing between them."""
    folded = fold(written).replace("Ｘ", "X").replace("ｘ", "X").upper()
    return "".join(character for character in folded if character.isascii() and character.isalnum())


class Masker:
    """Masks what identifies a person in one draft; the length of a text never changes."""

    def __init__(self, source: Source, personal: Iterable[Personal] = ()) -> None:
        self._source = source
        self._personal = tuple(personal)

    @cached_property
    def _hidden(self) -> frozenset[int]:
        """The offsets of the source that must not be shown."""
        offsets: set[int] = set()
        for fact in self._personal:
            places = [fact.span.start + place for place in _readable(self._source.slice(fact.span))]
            offsets.update(_inner(places, fact.kind))
        return frozenset(offsets)

    @cached_property
    def _kinds(self) -> dict[str, str]:
        """The kind of each number; of one that is broken over two lines, the parts too, of which nothing is to be seen."""
        kinds: dict[str, str] = {}
        for fact in self._personal:
            written = self._source.slice(fact.span)
            if _in_words(fact, written):
                continue
            parts = [_digits(part) for part in re.split(r"[\r\n\v]+", written)]
            kinds |= {part: "part" for part in parts if len(part) >= _SHORTEST_PART}
            kinds[_digits(written)] = fact.kind
        return kinds

    @cached_property
    def _named(self) -> dict[str, str]:
        """The kind of each name and address, by its words without the spaces in it."""
        written = ((fact, self._source.slice(fact.span)) for fact in self._personal)
        return {"".join(words.split()): fact.kind for fact, words in written if _in_words(fact, words)}

    @cached_property
    def _numbers(self) -> Pattern:
        """Finds every personal number, in half-width or full-width digits, with or without spaces between them."""
        forms = (
            _BETWEEN.join(f"[{digit}{digit.lower()}{digit.translate(_FULL_WIDTH)}]" for digit in number)
            for number in sorted(self._kinds, key=len, reverse=True)
        )
        return Pattern("|".join(forms))

    @cached_property
    def _words(self) -> Pattern:
        """Finds every name and address, with or without spaces in it."""
        return Pattern("|".join(map(_anywhere, sorted(self._named, key=len, reverse=True))))

    def text(self, text: str) -> str:
        """The text with everything personal in the draft masked."""
        if self._kinds:
            text = self._numbers.sub(lambda match: _masked(match[0], self._kinds[_digits(match[0])]), text)
        if self._named:
            text = self._words.sub(lambda match: _masked(match[0], self._named["".join(match[0].split())]), text)
        return text

    def slice(self, span: Span) -> str:
        """The words of the draft in a span, masked even where the span cuts a number in two."""
        text = self._source.slice(span)
        if not self._personal:
            return text
        return self.text("".join("*" if span.start + at in self._hidden else one for at, one in enumerate(text)))


def _in_words(fact: Personal, written: str) -> bool:
    """Whether what is masked is words and not a number alone."""
    return fact.kind in _WORDS and any("\u4e00" <= character <= "\u9fff" for character in written)


def _anywhere(words: str) -> str:
    """A pattern for words, and for a short name where it can only be that name."""
    pattern = r"\s*".join(map(re.escape, words))
    return f"{_AHEAD}{pattern}(?:{_BEHIND})" if len(words) <= _SHORT_NAME else pattern


def _masked(written: str, kind: str) -> str:
    hidden = set(_inner(_readable(written), kind))
    return "".join("*" if index in hidden else character for index, character in enumerate(written))


def _readable(written: str) -> list[int]:
    """The places of the letters, digits and Chinese characters."""
    return [index for index, character in enumerate(written) if character.isalnum()]


def _inner(places: list[int], kind: str) -> list[int]:
    """The places left when those are taken away that may stay readable."""
    head, tail = _KEEP.get(kind, (0, 0))
    return places[head : len(places) - tail]
