"""Lists of numbers: what is wrong with them, each thing once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_lint.facts.headings.sequence import Slip, find_faults

GAP, DUPLICATE, DISORDER = Slip.GAP, Slip.DUPLICATE, Slip.DISORDER


@pytest.mark.parametrize(
    "numbers",
    [
        [],
        [1],
        [1, 2, 3],
        [1, 2, 3, 1, 2],  # a second list
        [1, 2, 3, 1, 2, 4, 5],  # a list inside the third item
        [1, 2, 28, 29, 30],  # far ahead: another count altogether
    ],
)
def test_sound(numbers):
    assert find_faults(numbers) == ()


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([1, 3], [(GAP, 1, (2,), None)]),
        ([2, 3, 4], [(GAP, 0, (1,), None)]),
        ([1, 2, 4, 5], [(GAP, 2, (3,), None)]),
        ([1, 2, 3, 6], [(GAP, 3, (4, 5), None)]),
        ([1, 3, 5], [(GAP, 1, (2,), None), (GAP, 2, (4,), None)]),
        ([1, 1, 2, 3], [(DUPLICATE, 1, (), 0)]),
        ([1, 2, 2, 3, 4], [(DUPLICATE, 2, (), 1)]),
        ([1, 2, 2, 4], [(DUPLICATE, 2, (), 1)]),
        ([1, 3, 3, 4], [(DUPLICATE, 1, (), 2)]),
        ([2, 2, 3], [(DUPLICATE, 0, (), 1)]),
        ([1, 2, 1, 4], [(DUPLICATE, 2, (), 0)]),
        ([1, 2, 3, 2], [(DUPLICATE, 3, (), 1)]),
        ([1, 2, 3, 3, 3, 4], [(DUPLICATE, 3, (), 2), (DUPLICATE, 4, (), 3)]),
        ([1, 3, 2, 4], [(DISORDER, 1, (), 2)]),
        ([2, 1, 3], [(DISORDER, 0, (), 1)]),
        ([1, 2, 4, 3], [(DISORDER, 2, (), 3)]),
        ([1, 4, 3, 2, 5], [(DISORDER, 1, (), 3)]),  # the second and the fourth changed places
        ([1, 3, 4, 2, 5], [(DISORDER, 3, (), None)]),  # one item was moved
        ([1, 2, 7, 4, 5], [(DISORDER, 2, (), None)]),
        ([1, 5, 2, 3], [(DISORDER, 1, (), None)]),
    ],
)
def test_faults(numbers, expected):
    assert [(f.slip, f.index, f.missing, f.other) for f in find_faults(numbers)] == expected


def test_a_break_lets_a_list_begin_anew_with_one_item():
    assert find_faults([1, 2, 3, 1], breaks={3}) == ()
    assert [f.slip for f in find_faults([1, 2, 3, 1])] == [DUPLICATE]


def test_a_run_may_go_on_where_the_last_one_ended():
    assert find_faults([5, 6], starts=(1, 5)) == ()
    assert [(f.slip, f.missing) for f in find_faults([6, 7], starts=(1, 5))] == [(GAP, (5,))]


@given(st.lists(st.integers(0, 30), max_size=40), st.sets(st.integers(0, 40)))
def test_any_numbers(numbers, breaks):
    for fault in find_faults(numbers, breaks=breaks):
        assert 0 <= fault.index < len(numbers)
        assert fault.other is None or 0 <= fault.other < len(numbers)
        assert bool(fault.missing) == (fault.slip is GAP)


@given(st.integers(2, 40), st.data())
def test_one_planted_fault_is_found_once(length, data):
    numbers = list(range(1, length + 1))
    place = data.draw(st.integers(0, length - 2))
    kind = data.draw(st.sampled_from(["swap", "drop", "double"]))
    if kind == "swap":
        numbers[place : place + 2] = [place + 2, place + 1]
    elif kind == "drop":
        del numbers[place]
    else:
        numbers.insert(place, numbers[place])
    slips = [fault.slip for fault in find_faults(numbers)]
    assert slips == [{"swap": DISORDER, "drop": GAP, "double": DUPLICATE}[kind]]
