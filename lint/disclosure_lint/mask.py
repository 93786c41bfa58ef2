"""Personal numbers made unreadable, wherever words of the draft are shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from disclosure_grammar.numerals import fold
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Source, Span
from disclosure_lint.facts.model import Personal

_KEEP = {"identity": (6, 0), "bank-card": (6, 0), "mobile": (3, 2)}
"""How many characters stay readable at the start and at the end.

Enough for the author to tell which number is meant, too little to reach or identify anybody: of an identity number the code of
the county, of a card the bank that issued it, of a mobile number the network and two digits.
"""
_FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
_SHORTEST_PART = 5
"""Digits: a shorter part of a number that is broken over two lines tells nothing, and may stand in any date."""
_BETWEEN = r"[\s\-－–—.．·]{0,2}"


def _digits(written: str) -> str:
    """A number as plain digits (and X): half-width, nothing between them."""
    folded = fold(written).replace("Ｘ", "X").replace("ｘ", "X").upper()
    return "".join(character for character in folded if character.isascii() and character.isalnum())


class Masker:
    """Masks the personal numbers of one draft; the length of a text never changes."""

    def __init__(self, source: Source, personal: Iterable[Personal] = ()) -> None:
        self._source = source
        self._personal = tuple(personal)

    @cached_property
    def _hidden(self) -> frozenset[int]:
        """The offsets of the source that must not be shown."""
        offsets: set[int] = set()
        for fact in self._personal:
            text = self._source.slice(fact.span)
            places = [fact.span.start + index for index, character in enumerate(text) if character.isalnum()]
            offsets.update(_inner(places, fact.kind))
        return frozenset(offsets)

    @cached_property
    def _kinds(self) -> dict[str, str]:
        """The kind of each number; of one that is broken over two lines, the parts too, of which nothing is to be seen."""
        kinds: dict[str, str] = {}
        for fact in self._personal:
            written = self._source.slice(fact.span)
            parts = [_digits(part) for part in re.split(r"[\r\n]+", written)]
            kinds |= {part: "part" for part in parts if len(part) >= _SHORTEST_PART}
            kinds[_digits(written)] = fact.kind
        return kinds

    @cached_property
    def _pattern(self) -> Pattern:
        """Finds every personal number, in half-width or full-width digits, with or without spaces between them."""
        forms = (
            _BETWEEN.join(f"[{digit}{digit.lower()}{digit.translate(_FULL_WIDTH)}]" for digit in number)
            for number in sorted(self._kinds, key=len, reverse=True)
        )
        return Pattern("|".join(forms))

    def text(self, text: str) -> str:
        """The text with every personal number of the draft masked."""
        return self._pattern.sub(self._masked, text) if self._kinds else text

    def slice(self, span: Span) -> str:
        """The words of the draft in a span, masked even where the span cuts a number in two."""
        text = self._source.slice(span)
        if not self._personal:
            return text
        return self.text("".join("*" if span.start + at in self._hidden else one for at, one in enumerate(text)))

    def _masked(self, match: re.Match[str]) -> str:
        written = match[0]
        places = [index for index, character in enumerate(written) if character.isalnum()]
        hidden = set(_inner(places, self._kinds[_digits(written)]))
        return "".join("*" if index in hidden else character for index, character in enumerate(written))


def _inner(places: list[int], kind: str) -> list[int]:
    """The places left when those are taken away that may stay readable."""
    head, tail = _KEEP.get(kind, (0, 0))
    return places[head : len(places) - tail]
