"""Lengths of time held against their dates."""

from __future__ import annotations

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.comparisons.durations import compare
from disclosure_lint.comparisons.model import Verdict
from disclosure_lint.facts import Facts

YES, NO, OPEN = Verdict.VERIFIED, Verdict.CONTRADICTED, Verdict.UNVERIFIABLE

CASES = [
    ("2021年3月1日至4月30日，开展了为期2个月的巡察。", YES, "2个月"),
    ("2023年10月29日至12月29日，开展了为期两个月的巡视。", YES, "2个月"),
    ("2021年3月1日至4月30日，开展了为期3个月的巡察。", NO, "2个月"),
    ("2021年3月1日至4月30日，开展了为期1个月的巡察。", NO, "2个月"),
    ("2020年7月20日至8月19日开展巡察，历时一个月。", YES, "1个月"),
    ("2024年3月至8月，开展为期6个月的专项整治。", YES, "6个月"),
    ("2024年3月至8月，开展为期5个月的专项整治。", YES, "6个月"),
    ("2024年3月1日至3月15日，开展为期15天的检查。", YES, "15天"),
    ("2024年3月1日至3月15日，开展为期14天的检查。", YES, "15天"),
    ("2024年3月1日至3月15日，开展为期20天的检查。", NO, "15天"),
    ("2024年3月4日至3月24日，开展为期3周的督导。", YES, "3周"),
    ("2023年1月1日至2023年12月31日，开展为期1年的整治。", YES, "1年"),
    ("2024年3月1日至4月20日，开展为期2个月的巡察。", OPEN, "1.7个月"),
    ("2024年3月1日至4月20日，开展为期约2个月的巡察。", YES, "1.7个月"),
    ("2024年1月至6月，组织为期3天的培训。", OPEN, "182天"),
    ("2024年5月6日至6月6日，历时24个工作日。", YES, "24个工作日"),
    # days may be working days, holidays left out
    ("2024年5月6日至5月17日，开展为期10天的专项检查。", OPEN, "12天"),
    ("2024年9月23日至10月18日，开展为期15天的专项检查。", OPEN, "26天"),
    ("2024年5月6日至5月17日，开展为期13天的专项检查。", NO, "12天"),
    ("2024年3月1日至5月31日，开展为期20天的专项检查。", NO, "92天"),
    ("2023年3月6日至9月5日，开展为期近2个月的巡察。", OPEN, "6个月"),
    ("2023年3月6日至4月30日的巡察历时3个月。", NO, "1.8个月"),
]


@pytest.mark.parametrize(("text", "verdict", "computed"), CASES, ids=[str(number) for number in range(len(CASES))])
def test_a_length_against_its_dates(text, verdict, computed):
    document = parse(Source("draft.txt", f"一、巡察情况\n{text}\n"))
    (comparison,) = compare(document, Facts(document))
    assert (comparison.kind, comparison.verdict, comparison.computed) == ("duration", verdict, computed)
    assert document.source.slice(comparison.figure) == comparison.stated
    assert comparison.computed in comparison.zh
    assert len(comparison.operands) == 2


NOTHING = [
    "2024年3月1日至4月20日开展巡察。为期2个月。",
    "2024年2月30日至4月20日，开展为期2个月的巡察。",
    "2024年3月1日至4月30日，两个月内完成。",
    "2021年3月1日至4月30日和2022年3月1日至4月30日，开展为期2个月的巡察。",
    "2020年至2023年，开展为期三年的行动。",
    "对2022年1月1日至2023年12月31日的专项资金开展为期1个月的检查。",
    "开展为期2个月的巡察。",
]


@pytest.mark.parametrize("text", NOTHING, ids=[str(number) for number in range(len(NOTHING))])
def test_what_cannot_be_held_against_each_other(text):
    document = parse(Source("draft.txt", f"一、巡察情况\n{text}\n"))
    assert list(compare(document, Facts(document))) == []
