"""``required``: words of which one at least must occur."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from disclosure_lint.custom.model import Kind, Plan
from disclosure_lint.custom.parts import Region
from disclosure_lint.custom.values import Table
from disclosure_lint.custom.words import Wanted
from disclosure_lint.rule import Finding, Text


def read(table: Table) -> Plan:
    """Words or patterns, any of which will do."""
    wanted = table.wanted()
    words = wanted.shown
    return Plan(
        partial(_look, wanted),
        (wanted,),
        Text(f"应当写到{words.zh}，而没有写。", f"{words.en} should occur, but does not."),
    )


def _look(wanted: Wanted, regions: Iterable[Region], options: Any) -> Iterator[Finding]:  # noqa: ARG001
    for region in regions:
        if not any(any(wanted.find(prose.text)) for prose in region.prose):
            yield Finding(region.place, {"words": wanted.named, "part": region.name})


KIND = Kind(
    keys=("words", "patterns"),
    fields=("words", "part"),
    messages={"main": Text("{part}没有写到{words}。", "Missing from {part}: {words}.")},
    help=Text("补上；确实不需要的，请注明理由并忽略这一处。", "Add it, or give a reason and suppress the finding."),
    read=read,
)
