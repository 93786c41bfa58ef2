"""Numerals, to numbers and back."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.numerals import chinese, circled, fold, parse, parse_decimal


@given(st.integers(0, 9999))
def test_chinese_numerals_go_there_and_back(number: int) -> None:
    assert parse(chinese(number)) == number


@given(st.integers(0, 10**15))
def test_arabic_numerals_in_every_width(number: int) -> None:
    full = str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert parse(str(number)) == parse(full) == parse(f"{number:,}") == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十", 10), ("十二", 12), ("二十", 20), ("一百零二", 102), ("一百一十", 110), ("两千", 2000), ("三万二千", 32000), ("一亿零三十", 100000030),
        ("二〇二四", 2024), ("二○二四", 2024), ("〇", 0), ("③", 3), ("⑳", 20), ("叁拾", 30),
    ],
)  # fmt: skip
def test_numerals(text: str, number: int) -> None:
    assert parse(text) == number


@pytest.mark.parametrize("text", ["", "近", "几十", "一是", "12a", "1.5", "9" * 5000, "²", "一" * 100])
def test_what_is_no_numeral(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3.5万", 35000),
        ("４０００万", 40000000),
        ("1.25亿", 125000000),
        ("97.47", Fraction("97.47")),
        ("三万", 30000),
        ("12", 12),
    ],
)
def test_decimals(text: str, value: Fraction) -> None:
    assert parse_decimal(text) == value


@pytest.mark.parametrize("text", ["1.2.3", "", ".", "9" * 300 + ".5"])
def test_what_is_no_decimal(text: str) -> None:
    assert parse_decimal(text) is None


@given(st.text(max_size=30))
def test_nothing_raises(text: str) -> None:
    parse(text)
    parse_decimal(text)
    assert len(fold(text)) == len(text)


def test_numbers_out_of_range_are_refused() -> None:
    with pytest.raises(ValueError, match="numeral"):
        chinese(10_000)
    with pytest.raises(ValueError, match="circled"):
        circled(21)
    assert circled(11) == "⑪"
