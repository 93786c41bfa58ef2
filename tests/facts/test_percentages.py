"""Percentages: value, decimals, points, what they are a rate of."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.source import Prose
from disclosure_lint.facts.figures.percentages import find

# text, then for each percentage: its words, value, decimals, whether in points, noun, bound
READ = [
    ("整改完成率97.47%", [("97.47%", "97.47", 2, False, "整改完成率", "exact")]),
    ("问题整改完成率达到100%。", [("100%", "100", 0, False, "问题整改完成率", "exact")]),
    ("文书上网率均达到９８．５％", [("９８．５％", "98.5", 1, False, "文书上网率", "exact")]),
    ("45岁以下干警占比61.83%", [("61.83%", "61.83", 2, False, "岁以下干警占比", "exact")]),
    ("占总数的40%", [("40%", "40", 0, False, "占比", "exact")]),
    ("满意率为百分之九十八点五", [("百分之九十八点五", "98.5", 1, False, "满意率", "exact")]),
    ("化解率不低于85%", [("不低于85%", "85", 0, False, "化解率", "more")]),
    ("到位率约90%", [("约90%", "90", 0, False, "到位率", "about")]),
    ("同比提升9.4个百分点", [("9.4个百分点", "9.4", 1, True, "", "exact")]),
    ("分别提高2.43和0.67个百分点", [("2.43", "2.43", 2, True, "", "exact"), ("0.67个百分点", "0.67", 2, True, "", "exact")]),
    ("分别降低1.3、0.441个百分点", [("1.3", "1.3", 1, True, "", "exact"), ("0.441个百分点", "0.441", 3, True, "", "exact")]),
    ("标注率4.51%、监管率98.96%", [("4.51%", "4.51", 2, False, "标注率", "exact"), ("98.96%", "98.96", 2, False, "监管率", "exact")]),
    ("执行到位率提升至46.29%", [("46.29%", "46.29", 2, False, "执行到位率", "exact")]),
    ("《关于提高5%的意见》", []),
    ("百分百投入", []),
    ("没有比率", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=f"read-{n}") for n, case in enumerate(READ)])
def test_percentages(text: str, expected: list[tuple[str, str, int, bool, str, str]]) -> None:
    found = [(text[p.start : p.end], p.value, p.decimals, p.points, p.noun, p.bound) for p in find(Prose(text))]
    assert found == [(words, Fraction(value), *rest) for words, value, *rest in expected]


PIECES = ["完成率", "百分之", "九十", "点", "五", "97.4", "%", "％", "个百分点", "、", "，", "。", "２", "不低于"]


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=20).map("".join)))
def test_any_text_gives_sound_percentages(text: str) -> None:
    for found in find(Prose(text)):
        assert 0 <= found.start < found.end <= len(text)
        assert found.clause[0] <= found.end
        assert found.value >= 0
        assert found.decimals >= 0
