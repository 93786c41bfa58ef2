"""How a signing date is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_lint.facts.time.date_form import Odd, read

RIGHT = ["2024年8月3日", "2024年12月31日", "（2024年8月3日）"]
NONE = [
    "××××年×月×日",
    "    年  月  日",
    "2024年13月3日",
    "2024年2月30日",
    "2024.8",
    "8月3日",
    "",
    "202年8月3日",
    "年月日",
    "2024年8月3日召开",
]


@pytest.mark.parametrize("words", RIGHT + NONE, ids=[str(number) for number in range(len(RIGHT + NONE))])
def test_a_right_date_and_what_is_none(words):
    assert read(words) is None


ODD = [
    ("2024年08月03日", (Odd.ZEROS,), "2024年8月3日"),
    ("2024年8月03日", (Odd.ZEROS,), "2024年8月3日"),
    ("2024.8.3", (Odd.MARKS,), "2024年8月3日"),
    ("2024-08-03", (Odd.MARKS,), "2024年8月3日"),
    ("2024/8/3", (Odd.MARKS,), "2024年8月3日"),
    ("２０２４．８．３", (Odd.WIDE, Odd.MARKS), "2024年8月3日"),
    ("二〇二四年八月三日", (Odd.CHINESE,), "2024年8月3日"),
    ("二○二四年八月二十三日", (Odd.CHINESE,), "2024年8月23日"),
    ("二零二四年十二月三十一日", (Odd.CHINESE,), "2024年12月31日"),
    ("二O二四年元月廿三日", (Odd.CHINESE, Odd.LETTER), "2024年1月23日"),
    ("2024年八月三日", (Odd.CHINESE,), "2024年8月3日"),
    ("2O24年8月3日", (Odd.LETTER,), "2024年8月3日"),
    ("２０２４年８月３日", (Odd.WIDE,), "2024年8月3日"),
    ("2024 年 8 月 3 日", (Odd.SPACED,), "2024年8月3日"),
    ("2024年8月3号", (Odd.NUMBER,), "2024年8月3日"),
    ("2024年8月3", (Odd.NO_DAY_WORD,), "2024年8月3日"),
    ("2024年8月3日。", (Odd.STOP,), "2024年8月3日"),
    ("24年8月3日", (Odd.SHORT_YEAR,), "2024年8月3日"),
    ("2024年8月", (Odd.NO_DAY,), ""),
    ("2024年8月 日", (Odd.SPACED, Odd.NO_DAY), ""),
    ("二〇二四年八月", (Odd.CHINESE, Odd.NO_DAY), ""),
]


@pytest.mark.parametrize(("words", "odd", "proper"), ODD, ids=[str(number) for number in range(len(ODD))])
def test_an_odd_form(words, odd, proper):
    form = read(words)
    assert form is not None
    assert (set(form.odd), form.proper) == (set(odd), proper)


@given(st.text("0123456789２年月日号.-/〇二四八三十O 。（）", max_size=16))
def test_a_proper_form_is_right_in_itself(words):
    form = read(words)
    if form is not None and form.proper:
        assert read(form.proper) is None
