"""``count``: words that must occur so often at least, or so often at most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from disclosure_lint.custom.model import Kind, Plan
from disclosure_lint.custom.parts import Region
from disclosure_lint.custom.values import Table
from disclosure_lint.custom.words import Wanted
from disclosure_lint.invalid import InvalidError
from disclosure_lint.rule import Finding, Related, Text, Value

_MIN, _MAX = "min", "max"
_SHOWN = 10
_ALSO = Text("第{number}处", "number {number}")


def read(table: Table) -> Plan:
    """Words or patterns, and how many of them there may be in all."""
    wanted = table.wanted()
    least, most = table.number(_MIN, 1), table.number(_MAX, 0)
    if least is None and most is None:
        raise InvalidError((), Text("没有写次数：请写 min 或 max。", "it says no number: give min or max."))
    if least is not None and most is not None and least > most:
        raise InvalidError((_MIN,), Text("min 大于 max。", "min is greater than max."))
    words = wanted.shown
    limits = {name: value for name, value in ((_MIN, least), (_MAX, most)) if value is not None}
    zh = "，".join(f"至少出现{value}次" if name == _MIN else f"至多出现{value}次" for name, value in limits.items())
    en = ", ".join(f"at least {value}" if name == _MIN else f"at most {value}" for name, value in limits.items())
    return Plan(
        partial(_look, wanted),
        (wanted,),
        Text(f"{words.zh}{zh}。", f"How often {words.en} may occur: {en}."),
        options=limits,
    )


def _look(wanted: Wanted, regions: Iterable[Region], options: Any) -> Iterator[Finding]:
    least, most = getattr(options, _MIN, None), getattr(options, _MAX, None)
    limits = {name: value for name, value in ((_MIN, least), (_MAX, most)) if value is not None}
    for region in regions:
        found = [prose.span(*stretch) for prose in region.prose for stretch in wanted.find(prose.text)]
        fields: dict[str, Value] = {"words": wanted.named, "part": region.name, "count": len(found), **limits}
        if most is not None and len(found) > most:
            others = [(number, span) for number, span in enumerate(found, 1) if number != most + 1][:_SHOWN]
            related = tuple(Related(span, _ALSO, {"number": number}) for number, span in others)
            yield Finding(found[most], fields, "many", related=related)
        elif least is not None and len(found) < least:
            yield Finding(region.place, fields, "few")


KIND = Kind(
    keys=("words", "patterns", _MIN, _MAX),
    fields=("words", "part", "count", _MIN, _MAX),
    messages={
        "many": Text(
            "{part}里{words}出现了{count}次，应当至多{max}次。", "{words} in {part}: {count}, should be at most {max}."
        ),
        "few": Text(
            "{part}里{words}出现了{count}次，应当至少{min}次。", "{words} in {part}: {count}, should be at least {min}."
        ),
    },
    help=Text("按规定的次数增减。", "Add or leave out some."),
    read=read,
)
