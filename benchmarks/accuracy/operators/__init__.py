"""All operators, a module for each family of rules."""

from __future__ import annotations

from model import Operator

from operators import (
    citations,
    contacts,
    dates,
    deadlines,
    numbering,
    privacy,
    sets,
    structure,
    suppressions,
    terms,
    totals,
    writing,
)

OPERATORS: tuple[Operator, ...] = (
    *structure.OPERATORS,
    *numbering.OPERATORS,
    *totals.OPERATORS,
    *deadlines.OPERATORS,
    *dates.OPERATORS,
    *contacts.OPERATORS,
    *privacy.OPERATORS,
    *citations.OPERATORS,
    *terms.OPERATORS,
    *writing.OPERATORS,
    *suppressions.OPERATORS,
    *sets.OPERATORS,
)
