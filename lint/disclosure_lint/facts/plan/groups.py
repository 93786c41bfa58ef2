"""Measures that lack a thing together: where the draft says it once for each group, its loss is one fault, not one for each measure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from disclosure_grammar.source import Span
from disclosure_grammar.tree import Node

if TYPE_CHECKING:
    from disclosure_lint.facts.plan.measures import Measure


def by_group(
    measures: Sequence[Measure], missing: Sequence[Measure], told: Callable[[Measure], Span | None]
) -> Iterator[tuple[Node | None, list[Measure]]]:
    """The measures that lack a thing: all of a group together, with the section that holds them; any other alone, with None."""
    groups: dict[Node, list[Measure]] = {}
    for measure in measures:
        if measure.group is not None:
            groups.setdefault(measure.group, []).append(measure)
    usual = any(_told_once(group, members, told) for group, members in groups.items())
    yielded: set[Node] = set()
    for measure in missing:
        group = measure.group
        members = groups[group] if group is not None else []
        if group is None or not usual or len(members) < 2 or any(told(member) is not None for member in members):
            yield None, [measure]
        elif group not in yielded:
            yielded.add(group)
            yield group, members


def _told_once(group: Node, members: Sequence[Measure], told: Callable[[Measure], Span | None]) -> bool:
    """Whether one place in a group tells the thing for all its measures."""
    places = {told(member) for member in members}
    place = places.pop()
    return len(members) >= 2 and not places and place is not None and group.span.contains(place)
