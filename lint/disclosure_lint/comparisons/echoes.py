"""One fault, one finding: what only follows from a figure already known to be in dispute is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from disclosure_grammar.source import Span
from disclosure_lint.comparisons.model import Comparison, Verdict

LEAST, MOST = "least", "most"
"""The names under which a comparison's ``data`` says which totals would satisfy it; no MOST: any larger one."""

PART = "part"
"""The name under which a repeat says that it repeats a part (正在推进的2个), not a total."""


_SUMS = ("arithmetic", "exceeds")


def without_echoes(found: list[Comparison]) -> list[Comparison]:
    """The comparisons, without those that hold once a disputed figure is what another place says it is.

    Where one place says 25 problems and another 27, “27 done of 25” is the same slip seen a second time. A part that differs from
    its second mention is told by its sum, where that is wrong as well.
    """
    conflicts = [
        comparison for comparison in found if comparison.kind == "repeat" and comparison.verdict is not Verdict.VERIFIED
    ]
    left = _without_wrong_rates(found)
    if not conflicts:
        return left
    disputed = _disputed(conflicts)
    left = [comparison for comparison in left if not _is_echo(comparison, disputed)]
    summed = {place for comparison in left if _is_wrong_sum(comparison) for place in _places(comparison)}
    return [
        comparison for comparison in left if not (PART in comparison.data and summed.intersection(_places(comparison)))
    ]


def _without_wrong_rates(found: list[Comparison]) -> list[Comparison]:
    """The comparisons, without a remainder left unexplained where the rate of the same two figures is wrong: one of them is."""
    wrong = {
        place
        for comparison in found
        if comparison.kind == "percentage" and comparison.verdict is Verdict.CONTRADICTED
        for place in _places(comparison)
    }
    return [
        comparison
        for comparison in found
        if comparison.kind != "remainder" or not wrong.issuperset(_places(comparison))
    ]


def _is_wrong_sum(comparison: Comparison) -> bool:
    return comparison.kind in _SUMS and comparison.verdict is Verdict.CONTRADICTED


def _places(comparison: Comparison) -> tuple[Span, ...]:
    return (comparison.figure, *(operand.span for operand in comparison.operands))


def _disputed(conflicts: list[Comparison]) -> Mapping[Span, set[int]]:
    """For each total in dispute, what other places say it is."""
    disputed: defaultdict[Span, set[int]] = defaultdict(set)
    for comparison in conflicts:
        if PART in comparison.data or comparison.verdict is not Verdict.CONTRADICTED:
            continue
        disputed[comparison.figure].add(int(comparison.computed))
        for operand in comparison.operands:
            disputed[operand.span].add(int(comparison.stated))
    return disputed


def _is_echo(comparison: Comparison, disputed: Mapping[Span, set[int]]) -> bool:
    if comparison.verdict is Verdict.VERIFIED or LEAST not in comparison.data:
        return False
    least, most = int(comparison.data[LEAST]), comparison.data.get(MOST)
    values = [value for place in _places(comparison) for value in disputed.get(place, ())]
    return any(least <= value and (most is None or value <= int(most)) for value in values)
