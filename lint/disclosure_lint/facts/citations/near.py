"""Known titles that a title resembles up to a slip of the pen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from disclosure_grammar.pattern import Pattern
from disclosure_lint.facts.citations.wordings import alike, differing
from disclosure_lint.reference.titles import NameKind, known

_PREFIX = Pattern(r"^(?:中国共产党|中共中央|中华人民共和国|最高人民法院)")
_SHORTEST, _LONG = 8, 14  # core lengths from which one and two characters are a slip, not another document
_CONFUSED = 6  # as long as this a name is known though a character is confused with another
_EDGE = 2  # the first words tell documents apart (local names), the last their sort (办法, 规定): both must be the same


def near(name: str) -> str | None:
    """The title that a folded name nearly is; None where there is none or the name is that title."""
    if len(name) >= _CONFUSED and (title := _confusable().get(alike(name))):
        return title
    core = _core(name)
    if len(core) < _SHORTEST - 1 or core[-1] == "）":
        return None
    for title, other in _titles().get((core[:_EDGE], core[-_EDGE:]), ()):
        slips = 2 if min(len(core), len(other)) >= _LONG else 1
        if core != other and max(len(core), len(other)) >= _SHORTEST and is_slip(core, other, slips):
            return title
    return None


@cache
def _titles() -> Mapping[tuple[str, str], list[tuple[str, str]]]:
    """The titles that were seen in a source, by the edges of their cores."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for title, entry in known().items():
        core = _core(title)
        if entry.kind is NameKind.TITLE and entry.seen and len(core) >= _SHORTEST:
            found.setdefault((core[:_EDGE], core[-_EDGE:]), []).append((title, core))
    return found


@cache
def _confusable() -> Mapping[str, str]:
    """The right names, written as ``alike`` writes them, each with its title."""
    right = (NameKind.TITLE, NameKind.SHORT)
    return {alike(name): entry.title for name, entry in known().items() if entry.kind in right}


def _core(name: str) -> str:
    return _PREFIX.sub("", name).removesuffix("（试行）")


def is_slip(one: str, other: str, slips: int) -> bool:
    """Whether two texts differ by a stretch of up to ``slips`` characters left out, or by one character, or by two exchanged.

    Digits are never slips: they number documents.
    """
    gap = abs(len(one) - len(other))
    if gap > slips:
        return False
    here, there = differing(one, other)
    if any(map(str.isdigit, here + there)):
        return False
    if gap:
        return not (here and there)
    return len(here) == 1 or (len(here) == 2 and here == there[::-1])
