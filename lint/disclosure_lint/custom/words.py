"""What a rule of one's own looks for: words as they stand, and patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from disclosure_grammar.pattern import Pattern
from disclosure_lint.rule import Text

Stretch = tuple[int, int]

_WIDE = {
    ord(narrow): wide
    for narrow, wide in zip(",.:;!?%()0123456789", "，．：；！？％（）０１２３４５６７８９", strict=True)
}
_SAME = {wide: chr(narrow) for narrow, wide in _WIDE.items()}
_SHOWN = 4
_OR = Text("或", " or ")
_ASKED = Text("规定的内容", "what is asked for")


def folded(text: str) -> str:
    """The text with half-width marks and digits: the same language as with full-width ones."""
    return "".join(_SAME.get(character, character) for character in text)


def literal(word: str) -> str:
    """A regular expression for a word, whichever width its marks and digits have."""
    return "".join(
        f"[{narrow}{wide}]" if (wide := _WIDE.get(ord(narrow))) else re.escape(narrow) for narrow in folded(word)
    )


def any_of(words: Iterable[str]) -> Pattern:
    """A regular expression for any of these words, the longest first."""
    return Pattern("|".join(literal(word) for word in sorted(set(words), key=len, reverse=True)))


@dataclass(frozen=True)
class Wanted:
    """Words and patterns, any of which counts.

    Attributes:
        words: as they must stand; half-width and full-width marks and digits are the same.
        patterns: regular expressions.
    """

    words: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()

    @cached_property
    def _compiled(self) -> tuple[Pattern, ...]:
        words = (any_of(self.words),) if self.words else ()
        return (*words, *map(Pattern, self.patterns))

    def find(self, text: str) -> Iterator[Stretch]:
        """Where any of them stands: from left to right, the longest where several begin, none inside another."""
        found = (match.span() for pattern in self._compiled for match in pattern.finditer(text))
        end = 0
        for start, stop in sorted(found, key=lambda stretch: (stretch[0], -stretch[1])):
            if start >= end:
                yield start, stop
                end = stop

    @cached_property
    def named(self) -> Text:
        """The words for a message; a pattern says nothing to whoever reads it."""
        return shown(self.words) if self.words else _ASKED

    @cached_property
    def shown(self) -> Text:
        """The words and patterns for whoever asks what the rule is about."""
        return shown((*self.words, *self.patterns))


def shown(words: Sequence[str], last: Text = _OR) -> Text:
    """Words in quotation marks, ``last`` before the last of them; of many, the first few."""
    quoted = [f"“{word}”" for word in words[:_SHOWN]]
    if len(words) > _SHOWN:
        return Text("".join(quoted) + "等", ", ".join(quoted) + " or the like")
    *others, end = quoted
    if not others:
        return Text(end, end)
    return Text("、".join(others) + last.zh + end, ", ".join(others) + last.en + end)


def masked(text: str, allowed: Pattern) -> str:
    """The text with the words that are right put out of sight; of the same length."""
    return allowed.sub(lambda match: "\0" * len(match[0]), text)
