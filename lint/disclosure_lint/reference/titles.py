"""National rules and laws by their titles, and the other names they go by: wrong, short, superseded.

The table is ``titles.csv``. A row whose title was only remembered and never seen in a source says no more than that there is such a
title: its wrong, loose and superseded names are left out.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import NamedTuple


class NameKind(StrEnum):
    """What a name is to the document of its row; also the columns of the table that hold names."""

    TITLE = "title"
    WRONG = "wrong"  # a misquotation: nothing is called so
    LOOSE = "loose"  # not the title, but understood: a particle or a word left out
    TRIAL = "trial"  # the title without its （试行） or 暂行
    SHORT = "short"  # a customary short name
    SUPERSEDED = "superseded"  # what it, or what it replaced, was called before
    OTHER = "other"  # a document of its own with a name much like it


class Known(NamedTuple):
    """What is known of a name.

    Attributes:
        kind: what the name is.
        title: the title in force.
        seen: whether that title was seen in a source.
        replaced: for a superseded name, when the title in force replaced it: ``2022-05-01``, ``2019-04`` or ``2003``.
        dated: whether that day is more than a faint memory.
    """

    kind: NameKind
    title: str
    seen: bool = True
    replaced: str = ""
    dated: bool = True

    @property
    def since(self) -> date | None:
        """The first day by which a superseded name was surely replaced: all of ``2019`` is over on 1 January 2020."""
        if not self.replaced:
            return None
        year, month, day = (*map(int, self.replaced.split("-")), 0, 0)[:3]
        if day:
            return date(year, month, day)
        return date(year + month // 12, month % 12 + 1, 1) if month else date(year + 1, 1, 1)


_SPEAKING = (NameKind.WRONG, NameKind.LOOSE, NameKind.TRIAL, NameKind.SUPERSEDED)
_SILENT = (NameKind.SHORT, NameKind.OTHER)
_DATED = ("seen", "memory-high")


@cache
def known() -> Mapping[str, Known]:
    """Every name that may be relied on, written as ``facts.citations.titles.fold`` writes it."""
    path = os.path.join(os.path.dirname(__file__), "titles.csv")
    with open(path, encoding="utf-8") as file:
        heads, *lines = (line.rstrip("\n").split(",") for line in file)
    columns = {name: column for column, name in enumerate(heads)}
    found: dict[str, Known] = {}
    for cells in lines:
        title = cells[columns["title"]]
        seen = cells[columns["title_confidence"]].startswith("seen")
        dated = cells[columns["year_confidence"]] in _DATED
        found[title] = Known(NameKind.TITLE, title, seen)
        for kind in _SILENT + _SPEAKING if seen else _SILENT:
            for entry in filter(None, cells[columns[kind]].split("|")):
                name, _, day = entry.partition("@")
                found[name] = Known(kind, title, seen, day, dated)
    return found
