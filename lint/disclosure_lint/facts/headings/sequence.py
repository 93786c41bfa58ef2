"""Where a list of numbers stops counting up by one, told apart by what went wrong: a gap, a number twice, numbers out of order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

_FAR = 10  # a number so far ahead is a second list, or no number of this list at all


class Slip(StrEnum):
    """What went wrong in a list of numbers."""

    GAP = "gap"
    DUPLICATE = "duplicate"
    DISORDER = "disorder"


@dataclass(frozen=True, slots=True)
class SequenceFault:
    """One thing that went wrong.

    Attributes:
        slip: what it is.
        index: the number it shows at.
        expected: the number that belongs there.
        missing: the numbers that a gap leaves out.
        other: the index of the same number elsewhere, or of the number this one has changed places with; None where there is none.
    """

    slip: Slip
    index: int
    expected: int
    missing: tuple[int, ...] = ()
    other: int | None = None


def find_faults(
    numbers: Sequence[int], starts: Sequence[int] = (1,), breaks: Collection[int] = ()
) -> tuple[SequenceFault, ...]:
    """The faults of one list, each once, in the order of the list.

    Args:
        numbers: the numbers as they stand.
        starts: the numbers the list may begin with.
        breaks: the indices at which a new list may begin, because some words lead it in.
    """
    if not numbers:
        return ()
    walk = _Walk(numbers, breaks)
    walk.run(_start(numbers, starts))
    return tuple(sorted(_merge_swapped(walk.faults, numbers), key=lambda fault: fault.index))


def _start(numbers: Sequence[int], starts: Sequence[int]) -> int:
    """The number the list was meant to begin with."""
    if numbers[0] in starts:
        return numbers[0]
    miswritten = [start for start in starts if len(numbers) > 1 and numbers[1] == start + 1]
    below = [start for start in starts if start < numbers[0]]
    return max(miswritten or below or [min(starts)])


class _Walk:
    """Goes along a list and holds what the next number should be."""

    def __init__(self, numbers: Sequence[int], breaks: Collection[int]) -> None:
        self.numbers = numbers
        self.breaks = breaks
        self.faults: list[SequenceFault] = []
        self.expected = 1
        self.outer: list[int] = []  # what the lists that were left for an inner one would go on with
        self.begun = 0  # where the present list began
        self.seen: dict[int, int] = {}  # where each number of the present list stands
        self.holes: dict[int, int] = {}  # the fault that left a number out

    def run(self, start: int) -> None:
        self.expected = start
        index = 0
        while index < len(self.numbers):
            taken = self._step(index)
            self.seen.update((self.numbers[place], place) for place in range(index, index + taken))
            index += taken

    def _step(self, index: int) -> int:
        """Judge the number at ``index``; how many numbers are dealt with."""
        number, expected = self.numbers[index], self.expected
        following = self.numbers[index + 1] if index + 1 < len(self.numbers) else None
        if number == expected:
            self.expected += 1
        elif number == expected + 1 and following == expected:
            self._add(Slip.DISORDER, index, expected, other=index + 1)
            self.expected += 2
            return 2
        elif following == expected + 1 and not (number == 1 and following == 2):
            self._miswritten(index)
        elif number in self.outer:
            while self.outer.pop() != number:
                pass
            self._begin(index, number)
        elif number == 1 and self._may_restart(index, following):
            self.outer.append(expected)
            self._begin(index, number)
        elif number > expected:
            self._ahead(index, following)
        else:
            self._behind(index, following)
        return 1

    def _begin(self, index: int, number: int) -> None:
        """Another list begins, or goes on, at this place."""
        self.expected, self.begun = number + 1, index
        self.seen, self.holes = {}, {}

    def _may_restart(self, index: int, following: int | None) -> bool:
        return index in self.breaks or (following == 2 and index - self.begun > 1)

    def _miswritten(self, index: int) -> None:
        """The list goes on as if the number were the expected one."""
        number = self.numbers[index]
        same = self._same(index)
        # where the number stands once more there is a duplicate to show; otherwise it is merely out of order
        if abs(number - self.expected) < _FAR or same is not None:
            self._add(Slip.DISORDER if same is None else Slip.DUPLICATE, index, self.expected, other=same)
        self.expected += 1

    def _ahead(self, index: int, following: int | None) -> None:
        number, expected = self.numbers[index], self.expected
        far = number - expected >= _FAR
        if following == expected:  # one that does not belong here; the list goes on behind it
            if not far:
                self._add(Slip.DISORDER, index, expected, other=self._same(index))
            return
        if not far:
            missing = tuple(range(expected, number))
            self.holes.update(dict.fromkeys(missing, len(self.faults)))
            self._add(Slip.GAP, index, expected, missing=missing)
        self.expected = number + 1

    def _behind(self, index: int, following: int | None) -> None:
        number = self.numbers[index]
        if number in self.holes:  # what a gap left out comes later: it was moved, not lost
            place = self.holes.pop(number)
            fault = self.faults[place]
            self.faults[place] = replace(fault, missing=tuple(n for n in fault.missing if n != number))
            self._add(Slip.DISORDER, index, self.expected)
            return
        same = self._same(index)
        self._add(Slip.DISORDER if same is None else Slip.DUPLICATE, index, self.expected, other=same)
        if following != self.expected:
            self.expected = number + 1

    def _same(self, index: int) -> int | None:
        """Another place in the present list that has the same number, an earlier one first."""
        number = self.numbers[index]
        if number in self.seen:
            return self.seen[number]
        for place in range(index + 1, min(len(self.numbers), index + 2 * _FAR)):
            if place in self.breaks:
                return None
            if self.numbers[place] == number:
                return place
        return None

    def _add(
        self, slip: Slip, index: int, expected: int, missing: tuple[int, ...] = (), other: int | None = None
    ) -> None:
        self.faults.append(SequenceFault(slip, index, expected, missing, other))


def _merge_swapped(faults: list[SequenceFault], numbers: Sequence[int]) -> list[SequenceFault]:
    """Two numbers that stand in each other's place are one fault; a gap that was filled later is none."""
    merged: list[SequenceFault] = []
    places: dict[tuple[int, int], int] = {}
    for fault in faults:
        if fault.slip is Slip.GAP:
            if fault.missing:
                merged.append(fault)
            continue
        number = numbers[fault.index]
        partner = places.pop((number, fault.expected), None)
        if partner is not None:
            merged[partner] = replace(merged[partner], slip=Slip.DISORDER, other=fault.index)
        else:
            places[fault.expected, number] = len(merged)
            merged.append(fault)
    return merged
