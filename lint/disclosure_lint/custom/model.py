"""What a kind of rule is made of, and what it makes of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from disclosure_lint.custom.parts import Region
from disclosure_lint.custom.values import Table
from disclosure_lint.custom.words import Wanted
from disclosure_lint.rule import Finding, Safety, Text

Look = Callable[[Iterable[Region], Any], Iterator[Finding]]
"""Goes through the regions of a draft, with the rule's options, and yields what it finds."""


class Plan(NamedTuple):
    """What a kind makes of a table.

    Attributes:
        look: finds.
        wanted: everything that is looked for.
        summary: what the rule flags, unless the table says it.
        fixes: how safe its fixes are; none where it offers none.
        options: the values of the table that the user may set otherwise for some files, by name.
    """

    look: Look
    wanted: tuple[Wanted, ...]
    summary: Text
    fixes: tuple[Safety, ...] = ()
    options: Mapping[str, int] = MappingProxyType({})


class Kind(NamedTuple):
    """A kind of rule.

    Attributes:
        keys: the keys that a table of this kind may have besides those of every kind.
        fields: the fields that its messages may have.
        messages: what its findings say by variant, unless the table says it.
        help: what to do, unless the table says it.
        read: makes a plan of a table.
    """

    keys: tuple[str, ...]
    fields: tuple[str, ...]
    messages: Mapping[str, Text]
    help: Text
    read: Callable[[Table], Plan]
