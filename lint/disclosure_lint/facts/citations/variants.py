"""Titles under which one document seems to be cited twice: （试行） here and not there, 细则 and 规则, a word more or less."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from disclosure_lint.facts.by_leaf import ByLeaf
from disclosure_lint.facts.citations import context
from disclosure_lint.facts.citations.titles import fold
from disclosure_lint.facts.citations.wordings import (
    Wording,
    differing,
    inserted,
    names_a_body,
    plain_stem,
    without_body,
    wording,
)
from disclosure_lint.facts.model import Citation
from disclosure_lint.reference.titles import NameKind, known

_SHORTEST = 4  # a body shorter than this (《会议制度》) is too common to tell documents apart
_COMMON = 6  # a 办法 and a 制度 may well be two documents when their matter is so short (采购管理)
_TELLING = 10  # as long as this a stem is, give or take a word, one of a kind
_MOST_ALIKE = 8  # so many titles with one beginning and end are a series of documents
_SAME_RANK = frozenset(("办法", "规定", "制度", "方法"))  # 细则 and 规程 may well stand below a 办法 of the same name
_FUNGIBLE = frozenset(("办法", "规定", "制度", "规程", "规则", "细则", "方法"))


class Difference(StrEnum):
    """How two titles of one document differ."""

    TRIAL = "trial"  # （试行） or 暂行
    SORT = "sort"  # 规则, 细则
    LETTER = "letter"  # 督查, 督察
    WORDS = "words"  # 的, 工作, 关于
    ORDER = "order"  # 管理保护, 保护管理
    PREFIX = "prefix"  # 中国共产党


class Variant(NamedTuple):
    """A name of a document that differs from the name the draft uses otherwise.

    Attributes:
        places: where the draft uses this name, in the order of the text.
        usual: where it uses the other.
        difference: how the two differ.
        words: the words that one has and the other lacks; for a sort or a letter, how this name writes it.
        certain: whether hardly two documents could be meant.
    """

    places: tuple[Citation, ...]
    usual: tuple[Citation, ...]
    difference: Difference
    words: str
    certain: bool = True


class _Name(NamedTuple):
    text: str
    places: tuple[Citation, ...]
    wording: Wording


def find(citations: Sequence[Citation]) -> tuple[Variant, ...]:
    """The variants among the titles of a draft, in the order of the text."""
    names = _names(citations)
    if len(names) < 2:
        return ()
    found: dict[str, Variant] = {}
    for group in (*_groups(names), *_lookalikes(names)):
        usual, *others = sorted(group, key=_rank)
        for other in others:
            variant = None if usual.text in found else _compare(other, usual)
            if variant is not None:
                found.setdefault(other.text, variant)
    return tuple(sorted(found.values(), key=lambda variant: variant.places[0].span))


def _names(citations: Sequence[Citation]) -> list[_Name]:
    """The names that may be compared, each with its places."""
    places: dict[str, list[Citation]] = {}
    for citation in citations:
        if not citation.inner:
            places.setdefault(citation.name, []).append(citation)
    if len(places) < 2:
        return []
    leaves = dict.fromkeys(citation.node for citation in citations)
    defined = {fold(name) for leaf in leaves for name in context.short_names(leaf.text)}
    table = known()
    settled = (NameKind.WRONG, NameKind.SUPERSEDED, NameKind.OTHER)
    return [
        _Name(name, tuple(there), wording(name))
        for name, there in places.items()
        if name not in defined and not (name in table and table[name].kind in settled)
    ]


def _rank(name: _Name) -> tuple[bool, int, int]:
    """The name to hold the others against comes first: the official one, the most frequent one, the longest."""
    entry = known().get(name.text)
    return entry is None or entry.kind is not NameKind.TITLE, -len(name.places), -len(name.text)


def _groups(names: Sequence[_Name]) -> Iterator[list[_Name]]:
    """Names with one stem; one with the name of the issuing body before the stem joins those without."""
    by_stem: dict[str, list[_Name]] = {}
    for name in names:
        by_stem.setdefault(name.wording.stem, []).append(name)
    joining: dict[str, list[list[_Name]]] = {}
    for stem, group in by_stem.items():
        for rest in without_body(stem):
            if rest in by_stem:
                joining.setdefault(rest, []).append(group)
    for stem, group in by_stem.items():
        joined = joining.get(stem, [])
        whole = group + joined[0] if len(joined) == 1 else group  # two bodies: two documents
        if len(whole) > 1:
            yield whole


def _lookalikes(names: Sequence[_Name]) -> Iterator[list[_Name]]:
    """Pairs of long names of one sort that begin and end alike."""
    alike: dict[tuple[str, str, str], list[_Name]] = {}
    for name in names:
        stem = name.wording.stem
        if len(stem) >= _TELLING:
            alike.setdefault((stem[:3], stem[-3:], name.wording.sort), []).append(name)
    for group in alike.values():
        if 1 < len(group) <= _MOST_ALIKE:
            yield from ([one, other] for at, one in enumerate(group) for other in group[at + 1 :])


def _compare(name: _Name, usual: _Name) -> Variant | None:
    difference = _difference(name, usual)
    if difference is None or _are_told_apart(name, usual):
        return None
    kind, words, certain = difference
    if kind is Difference.TRIAL:
        on_trial, settled = (name, usual) if name.wording.trial else (usual, name)
        if any(map(context.is_trial_left_behind, on_trial.places)) or any(map(context.is_wanting, settled.places)):
            return None
        replaced = on_trial.places[-1].span < settled.places[0].span and context.is_made_here(settled.places[0])
        certain = certain and not replaced
    if kind is Difference.SORT and any(map(context.is_made_here, name.places)):
        certain = certain and not any(map(context.is_made_here, usual.places))
    return Variant(name.places, usual.places, kind, words, certain)


def _are_told_apart(name: _Name, usual: _Name) -> bool:
    """Whether the draft itself treats the two names as two documents, or one as the former name of the other."""
    if any(context.is_past(place) for place in (*name.places, *usual.places)):
        return True
    numbers = [{context.document_number(place) for place in each.places} - {""} for each in (name, usual)]
    if all(numbers) and not numbers[0] & numbers[1]:
        return True
    by_leaf = ByLeaf(usual.places)
    if any(context.same_sentence(one, other) for one in name.places for other in by_leaf.of(one.node)):
        return True
    foreign = [any(map(context.is_foreign, places)) for places in (name.places, usual.places)]
    return foreign[0] != foreign[1]


def _difference(name: _Name, usual: _Name) -> tuple[Difference, str, bool] | None:
    """How two names differ, in what words, and whether they can hardly be two documents; None where they may well be."""
    one, other = name.wording, usual.wording
    if min(len(one.body), len(other.body)) < _SHORTEST:
        return None
    kinds = [entry.kind for entry in map(known().get, (name.text, usual.text)) if entry is not None]
    if len(kinds) == 2 and (kinds[0] is kinds[1] or NameKind.SHORT in kinds):
        return None
    if one.stem != other.stem or one.sort != other.sort:
        if NameKind.TITLE in kinds or NameKind.SHORT in kinds:
            return None  # a national rule, and what an office made after its example
        return _difference_of_sorts(one, other) if one.stem == other.stem else _difference_of_stems(one, other)
    if plain_stem(one.body) != plain_stem(other.body):
        return Difference.LETTER, differing(one.body, other.body)[0], True
    if bool(one.trial) != bool(other.trial):
        return Difference.TRIAL, one.trial or other.trial, True
    if one.body != other.body:
        return _difference_of_bodies(one, other)
    if one.prefix != other.prefix and "中华人民共和国" not in (one.prefix, other.prefix):
        return Difference.PREFIX, one.prefix or other.prefix, False
    return None


def _difference_of_bodies(one: Wording, other: Wording) -> tuple[Difference, str, bool] | None:
    """How the bodies of two titles with one stem differ: light words more in one, or at another place."""
    if len(one.body) >= _COMMON and sorted(one.body) == sorted(other.body):
        return Difference.ORDER, differing(one.body, other.body)[0], True
    words = inserted(*sorted((one.body, other.body), key=len))
    return (Difference.WORDS, words, True) if words and len(one.stem) >= _SHORTEST else None


def _difference_of_sorts(one: Wording, other: Wording) -> tuple[Difference, str, bool] | None:
    if {one.sort, other.sort} <= _FUNGIBLE and one.body == other.body:
        sorts = {one.sort, other.sort}
        certain = sorts == {"规则", "细则"} or (sorts <= _SAME_RANK and len(one.body) >= _TELLING)
        return (Difference.SORT, one.sort, certain) if certain or len(one.body) >= _COMMON else None
    return None


def _difference_of_stems(one: Wording, other: Wording) -> tuple[Difference, str, bool] | None:
    """How names differ whose stems do: one has the issuing body in front, or they are long and nearly the same."""
    if one.sort != other.sort:
        return None
    short, long = sorted((one.stem, other.stem), key=len)
    if long.endswith(short) and short in without_body(long):
        return (Difference.TRIAL, one.trial or other.trial, True) if bool(one.trial) != bool(other.trial) else None
    less, words = differing(short, long)
    if less or not words or len(words) > 3 or names_a_body(words) or any(map(str.isdigit, words)):
        return None
    return Difference.WORDS, words, False
