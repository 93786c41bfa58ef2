"""The examples of a rule of one's own: what it must find and what it must leave alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from disclosure_lint.custom.values import Table
from disclosure_lint.invalid import InvalidError, unknown_key, wrong_type
from disclosure_lint.rule import GENRES, Bad, Good, Text

_HIT, _MISS, _GENRE, _FIXED = "hit", "miss", "genre", "fixed"
KEYS = (_HIT, _MISS, _GENRE, _FIXED)
_TEXTS = ("若干段文字", "a list of texts")
_WANTED = ("{ hit = […], miss = […] }", "{ hit = […], miss = […] }")


class Example(NamedTuple):
    """An example of a table.

    Attributes:
        draft: with what must be found in it, or that nothing must.
        exact: whether ``⟦…⟧`` marks the very places; otherwise anything that is found will do.
    """

    draft: Bad | Good
    exact: bool = False


def read_examples(table: Table, genres: frozenset[str]) -> tuple[Example, ...]:
    """The examples of a table: ``{ hit = […], miss = […] }``, or several of these.

    Raises:
        InvalidError: they are not written like that.
    """
    value = table.values.get("examples", {})
    genre = next(genre for genre in GENRES if genre in genres)
    if isinstance(value, Mapping):
        return tuple(_examples(value, genre, genres, "examples"))
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise InvalidError(("examples",), wrong_type("examples", value, *_WANTED))
    found: list[Example] = []
    for number, each in enumerate(value):
        if not isinstance(each, Mapping):
            raise InvalidError(("examples", number), wrong_type("examples", each, *_WANTED))
        found.extend(_examples(each, genre, genres, "examples", number))
    return tuple(found)


def _examples(values: Mapping[str, Any], genre: str, genres: frozenset[str], *keys: str | int) -> Iterator[Example]:
    for key in values:
        if key not in KEYS:
            raise InvalidError((*keys, key), unknown_key(key, dict.fromkeys(KEYS)))
    try:
        table = Table(
            {
                key: [value] if isinstance(value, str) and key in (_HIT, _MISS) else value
                for key, value in values.items()
            }
        )
        genre = table.choice(_GENRE, tuple(each for each in GENRES if each in genres), genre)
        fixed = _text(table, _FIXED)
        for number, text in enumerate(_texts(table, _HIT)):
            yield _hit(text, genre, fixed, number)
        for text in _texts(table, _MISS):
            yield Example(Good(text, genre))
    except InvalidError as error:
        raise InvalidError((*keys, *error.keys), error.reason) from None


def _hit(text: str, genre: str, fixed: str | None, number: int) -> Example:
    try:
        return Example(Bad(text, genre, fixed=fixed), exact="⟦" in text)
    except ValueError as error:
        raise InvalidError((_HIT, number), Text("⟦ 和 ⟧ 不成对。", "⟦ and ⟧ do not come in pairs.")) from error


def _texts(table: Table, key: str) -> tuple[str, ...]:
    """Drafts, however many lines they have."""
    value = table.values.get(key, [])
    if not isinstance(value, Sequence):
        raise InvalidError((key,), wrong_type(key, value, *_TEXTS))
    for number, text in enumerate(value):
        if not isinstance(text, str):
            raise InvalidError((key, number), wrong_type(key, text, *_TEXTS))
        if not text.strip():
            raise InvalidError((key, number), Text("示例是空的。", "the example is empty."))
    return tuple(value)


def _text(table: Table, key: str) -> str | None:
    value = table.values.get(key)
    if value is not None and not isinstance(value, str):
        raise InvalidError((key,), wrong_type(key, value, "字符串", "a string"))
    return value
