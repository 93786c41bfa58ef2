"""How long the inspection regulations allow between the feedback and the report on what was put right, version by version.

Local committees set periods of their own (three months, six months); the table holds the national rule alone.
"""

from __future__ import annotations

import os
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_CONFIRMED = ("seen-primary", "seen-secondary")


class Version(NamedTuple):
    """One version of the regulations.

    Attributes:
        first, last: the days of feedback it is for; ``last`` is None for the version in force.
        months: how many months it allows.
        name, name_en: the version and what it says, in words for the reader.
        confidence: how it is known: ``seen-primary``, ``seen-secondary``, ``memory-high``, ``memory-medium`` or ``uncertain``.
    """

    first: date
    last: date | None
    months: int
    name: str
    name_en: str
    confidence: str

    @property
    def confirmed(self) -> bool:
        """Whether the period was read in the text itself or in a quotation of it."""
        return self.confidence in _CONFIRMED


@lru_cache(maxsize=1)
def versions() -> tuple[Version, ...]:
    """The versions, the oldest first."""
    import csv

    path = os.path.join(os.path.dirname(__file__), "inspection_periods.csv")
    with open(path, encoding="utf-8", newline="") as table:
        return tuple(
            Version(
                date.fromisoformat(row["first"]),
                date.fromisoformat(row["last"]) if row["last"] else None,
                int(row["months"]),
                row["version"],
                row["version_en"],
                row["confidence"],
            )
            for row in csv.DictReader(table)
        )


def version_on(feedback: date) -> Version | None:
    """The version that was in force on a day, or None before the first one in the table."""
    return next(
        (each for each in versions() if each.first <= feedback and (each.last is None or feedback <= each.last)), None
    )
