"""What a planted fault is, and the operators that plant one.

An operator is a pure function of a draft's text and a source of chance: it looks for the places where its fault can be made with small
patterns of its own, takes one of them and makes the fault the way people do. It knows nothing of the linter's parser or rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random
from typing import NamedTuple


class Place(NamedTuple):
    """A stretch of the changed text where a finding about the fault may stand; its lines count whole.

    Attributes:
        start: first character.
        end: one past the last; equal to ``start`` where something was cut.
        near: how many lines before and after count as well.
    """

    start: int
    end: int
    near: int = 0


class Edit(NamedTuple):
    """Characters to put in the place of others."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Planted:
    """A draft with one fault in it.

    Attributes:
        text: the changed draft.
        places: where a finding about the fault may stand.
        what: what was done, in a few words, for whoever looks at a miss.
        whole: the fault is that something is not there, so that a finding counts wherever it stands.
        checkable: whether the draft alone can show the fault; a number that nothing else depends on cannot be checked.
    """

    text: str
    places: tuple[Place, ...]
    what: str
    whole: bool = False
    checkable: bool = True


Plant = Callable[[str, Random], Planted | None]


@dataclass(frozen=True)
class Operator:
    """A way to make a fault.

    Attributes:
        rule: the rule of the catalogue that the fault belongs to.
        plant: plants one fault, or returns None where the draft has no place for it.
        accepts: further codes that name this fault rightly: a total that was changed may be found by its parts, its share or its repetition.
        pair: works on the second of two drafts that belong together, so that both must be checked together.
    """

    rule: str
    plant: Plant
    accepts: tuple[str, ...] = ()
    pair: bool = False

    @property
    def name(self) -> str:
        """The rule and what is done, unique."""
        return f"{self.rule}/{self.plant.__name__.replace('_', '-')}"

    @property
    def family(self) -> str:
        """The letters of the rule's code."""
        return self.rule.rstrip("0123456789")

    @property
    def codes(self) -> frozenset[str]:
        """All codes under which the fault may be found."""
        return frozenset((self.rule, *self.accepts))


def edited(
    text: str,
    edits: Iterable[Edit],
    what: str,
    *,
    also: Iterable[tuple[int, int]] = (),
    near: int = 0,
    whole: bool = False,
    checkable: bool = True,
) -> Planted:
    """The text with these edits made at once.

    Args:
        text: the draft.
        edits: what to change; they may not overlap.
        what: what was done.
        also: further stretches of the old text, outside the edits, where a finding may stand.
        near: how many lines around each edit count.
        whole: a finding counts wherever it stands.
        checkable: whether the draft alone can show the fault.
    """
    parts: list[str] = []
    places: list[Place] = []
    shifts: list[tuple[int, int]] = []
    done = length = 0
    for edit in sorted(edits):
        kept = text[done : edit.start]
        parts += (kept, edit.text)
        length += len(kept)
        places.append(Place(length, length + len(edit.text), near))
        length += len(edit.text)
        done = edit.end
        shifts.append((edit.end, length - edit.end))
    parts.append(text[done:])

    def moved(position: int) -> int:
        return position + max((shift for shift in shifts if shift[0] <= position), default=(0, 0))[1]

    places += [Place(moved(start), moved(end)) for start, end in also]
    return Planted("".join(parts), tuple(places), what, whole, checkable)


def replaced(
    text: str,
    start: int,
    end: int,
    new: str,
    *,
    also: Iterable[tuple[int, int]] = (),
    near: int = 0,
    whole: bool = False,
    checkable: bool = True,
) -> Planted:
    """The text with one stretch replaced."""
    what = f"{_short(text[start:end])} -> {_short(new)}"
    return edited(text, [Edit(start, end, new)], what, also=also, near=near, whole=whole, checkable=checkable)


def cut(text: str, start: int, end: int, *, near: int = 1, whole: bool = False, checkable: bool = True) -> Planted:
    """The text with one stretch cut out."""
    return edited(
        text, [Edit(start, end, "")], f"cut {_short(text[start:end])}", near=near, whole=whole, checkable=checkable
    )


def _short(words: str) -> str:
    words = words.replace("\n", "⏎")
    return f"“{words}”" if len(words) <= 60 else f"“{words[:34]}……{words[-20:]}”"
