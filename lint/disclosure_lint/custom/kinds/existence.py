"""``existence``: words that must not occur."""

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
    """Words or patterns, any of which is a finding."""
    wanted = table.wanted()
    words = wanted.shown
    return Plan(
        partial(_look, wanted),
        (wanted,),
        Text(f"不应出现{words.zh}。", f"{words.en} should not occur."),
    )


def _look(wanted: Wanted, regions: Iterable[Region], options: Any) -> Iterator[Finding]:  # noqa: ARG001
    for region in regions:
        for prose in region.prose:
            for stretch in wanted.find(prose.text):
                span = prose.span(*stretch)
                yield Finding(span, {"text": span})


KIND = Kind(
    keys=("words", "patterns"),
    fields=("text",),
    messages={"main": Text("出现了“{text}”。", "“{text}” should not stand here.")},
    help=Text("删去，或者换一种写法。", "Leave it out, or put it another way."),
    read=read,
)
