"""What a round of corrections makes: which fixes, given those that are wanted, and in what order."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from disclosure_grammar.source import Source, Span
from disclosure_lint.diagnostic import Diagnostic
from disclosure_lint.rule import Edit, Safety

SAFE_ONLY = frozenset({Safety.SAFE})
WITH_UNSAFE = frozenset({Safety.SAFE, Safety.UNSAFE})


class Obstacle(StrEnum):
    """Why an edit cannot be made in a file that is more than its text."""

    GENERATED = "generated"  # an automatic number, which stands nowhere in the file
    FIELD = "field"  # the result of a field, which the next update writes anew
    PARAGRAPH = "paragraph"  # a paragraph would begin or end elsewhere, or there would be one less
    SIGN = "sign"  # something that is no text: a tab, a break, a symbol
    CHANGE = "change"  # somebody's tracked deletion stands in the middle of it
    COPY = "copy"  # the file holds the words a second time, and not in the same form


Obstructs = Callable[[Span], Obstacle | None]
"""What stands against writing words in place of a stretch of the first text; None where nothing does."""


class Unit(NamedTuple):
    """Edits that are made together or not at all.

    Attributes:
        code: the rule whose fix they are.
        edits: those with an effect, in the order of the text.
    """

    code: str
    edits: tuple[Edit, ...]


def units(diagnostics: Iterable[Diagnostic], source: Source, wanted: frozenset[Safety]) -> list[Unit]:
    """The fixes of findings, in the order of the text.

    A fix without effect is left out, and one whose edits contradict each other. Of a fix whose edits are independent each is a unit of
    its own.
    """
    found: list[Unit] = []
    for diagnostic in diagnostics:
        fix = diagnostic.fix
        if fix is None or fix.safety not in wanted:
            continue
        edits = sorted({edit for edit in fix.edits if source.slice(edit.span) != edit.text}, key=lambda edit: edit.span)
        if fix.independent:
            found += [Unit(diagnostic.code, (edit,)) for edit in edits]
        elif edits and not any(_contradict(one.span, other.span) for one, other in pairwise(edits)):
            found.append(Unit(diagnostic.code, tuple(edits)))
    return sorted(found, key=lambda unit: unit.edits[0].span)


def choose(wanted: Iterable[Unit]) -> list[Unit]:
    """The units that can be made at once: whatever comes first in the text wins, and what is in its way waits for another round.

    The same edit asked for twice is made once, for both.
    """
    taken: set[Edit] = set()
    spans: list[Span] = []
    chosen: list[Unit] = []
    for unit in wanted:
        new = [edit for edit in unit.edits if edit not in taken]
        if any(_is_taken(edit.span, spans) for edit in new):
            continue
        for edit in new:
            taken.add(edit)
            insort(spans, edit.span)
        chosen.append(unit)
    return chosen


def edits_of(chosen: Iterable[Unit]) -> tuple[Edit, ...]:
    """All edits of units that were chosen together, each once."""
    return tuple({edit: None for unit in chosen for edit in unit.edits})


def _contradict(one: Span, other: Span) -> bool:
    """Whether two edits of one fix, in order, cannot both be made: they share a character, or put different words in at one place."""
    return one.end > other.start or one == other


def _is_taken(span: Span, spans: Sequence[Span]) -> bool:
    """Whether a span meets one of those in order; of them none meets another, so that the nearest ones tell."""
    at = bisect_left(spans, span)
    return any(_meet(span, near) for near in spans[max(at - 2, 0) : at + 2])


def _meet(one: Span, other: Span) -> bool:
    """Whether two edits are in each other's way: they share a character, or one puts words in where the other begins or ends."""
    if len(one) and len(other):
        return one.overlaps(other)
    return one.start <= other.end and other.start <= one.end
