"""Fixed expressions of official prose: how they read, what belongs to them, and how they are misquoted.

Two tables stand behind this: ``phrases.csv`` has one row for each expression, ``wrong_forms.csv`` one for each way to get it wrong. Cells hold
lists whose items are parted by ``|``; members of a set may be written in several ways, parted by ``/``. No cell holds a comma or a quote of
the CSV format, so that a line can be split at its commas; the full-width marks of the expressions are other characters.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

_LONG = 5  # a set of so many may have lost two members and still be known
_UNSURE = frozenset({"memory-medium", "uncertain"})


class Order(StrEnum):
    """Whether the members of a set stand in one order."""

    FIXED = "fixed"
    NAMED = "named"  # fixed, but the members are common words: only beside the name of the set
    FREE = "free"


class Whole(StrEnum):
    """When it is a fault that a list lacks one member of its set."""

    ALWAYS = "always"
    INSIDE = "inside"  # when those before and behind it are there: an older, shorter set was sound in its time
    NAMED = "named"  # when the name of the set stands right beside the list
    NEVER = "never"


class Certainty(StrEnum):
    """How sure it is that a wrong form is a slip."""

    SURE = "sure"
    TOLERATED = "tolerated"  # not the set wording, but often met with
    LEGITIMATE = "legitimate"  # also sound prose: kept on record with the reason why it is not sought


class Phrase(NamedTuple):
    """An expression.

    Attributes:
        text: the expression as it should read.
        kind: ``set`` (a numbered set or fixed list), ``expression``, ``name`` or ``spelling``.
        variants: other sound ways to write it.
        members: of a set, each with its ways of writing; empty where the set is not spelt out alike everywhere.
        order: whether the members stand in one order.
        whole: when a list may not lack one.
        confidence: how it is known: ``seen-primary``, ``seen-secondary``, ``memory-high``, ``memory-medium`` or ``uncertain``.
        source, source_en: where it stands, in words for the reader; empty for what is not sure enough to be sought.
    """

    text: str
    kind: str
    variants: tuple[str, ...]
    members: tuple[tuple[str, ...], ...]
    order: Order
    whole: Whole
    confidence: str
    source: str
    source_en: str

    @property
    def known(self) -> bool:
        """Whether it was seen in a source or is well known."""
        return self.confidence not in _UNSURE


class WrongForm(NamedTuple):
    """A way to get an expression wrong.

    Attributes:
        wrong, right: what is written, and what should stand in its place.
        phrase: the expression it belongs to.
        certainty: how sure it is that this is a slip.
        near: words one of which must stand in the same sentence; empty where it needs none.
        unless: sound words that hold the same characters.
        note: why it is not sought, or only near other words.
    """

    wrong: str
    right: str
    phrase: Phrase
    certainty: Certainty
    near: tuple[str, ...]
    unless: tuple[str, ...]
    note: str


@lru_cache(maxsize=1)
def phrases() -> tuple[Phrase, ...]:
    """All expressions."""
    return tuple(
        Phrase(
            text,
            kind,
            _items(variants),
            tuple(tuple(member.split("/")) for member in _items(members)),
            Order(order or "free"),
            Whole(whole or "never"),
            confidence,
            source,
            source_en,
        )
        for text, kind, variants, members, order, whole, confidence, source, source_en in _rows("phrases.csv")
    )


def spelt_out(text: str) -> tuple[Phrase, ...]:
    """The known sets whose members a text holds, one missing, two of a long set."""
    return tuple(phrase for phrase in phrases() if phrase.known and phrase.members and _holds(text, phrase.members))


def _holds(text: str, members: tuple[tuple[str, ...], ...]) -> bool:
    may_lack = 1 if len(members) < _LONG else 2
    for ways in members:
        if not any(way in text for way in ways):
            may_lack -= 1
            if may_lack < 0:
                return False
    return True


@lru_cache(maxsize=1)
def wrong_forms() -> tuple[WrongForm, ...]:
    """All wrong forms, those that are not sought included."""
    by_text = {phrase.text: phrase for phrase in phrases()}
    return tuple(
        WrongForm(wrong, right, by_text[phrase], Certainty(certainty), _items(near), _items(unless), note)
        for wrong, right, phrase, certainty, near, unless, note in _rows("wrong_forms.csv")
    )


def _items(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _rows(name: str) -> Iterator[list[str]]:
    """The rows of a table without its head."""
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8", newline="") as file:
        lines = file.read().split("\n")
    return (line.rstrip("\r").split(",") for line in lines[1:] if line)
