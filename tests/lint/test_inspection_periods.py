"""The versions of the inspection regulations."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from disclosure_lint.reference.inspection_periods import version_on, versions


def test_the_versions_follow_one_another_without_a_gap() -> None:
    assert versions()[-1].last is None
    for earlier, later in pairwise(versions()):
        assert earlier.last is not None
        assert earlier.last + timedelta(days=1) == later.first
    assert all(each.months > 0 and each.name and each.name_en for each in versions())


@pytest.mark.parametrize(
    ("day", "months", "confirmed"),
    [(date(2015, 8, 3), 2, True), (date(2024, 2, 7), 2, True), (date(2024, 2, 8), 6, False)],
)
def test_the_version_in_force(day: date, months: int, confirmed: bool) -> None:
    version = version_on(day)
    assert version is not None
    assert (version.months, version.confirmed) == (months, confirmed)


def test_before_the_first_version_there_is_none() -> None:
    assert version_on(date(2015, 8, 2)) is None
