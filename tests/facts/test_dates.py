"""Dates and ranges: as written, and with the years they leave out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.facts import Facts
from disclosure_lint.facts.model import Precision
from disclosure_lint.facts.time.calendar import add_months, days, length
from disclosure_lint.facts.time.dates import find


def written(text: str) -> list[tuple]:
    """Each date of a text: its words, year, month, day, part."""
    return [(text[m.start : m.end], m.year, m.month, m.day, m.part) for m in find(text).mentions]


def facts_of(text: str) -> Facts:
    return Facts(parse(Source("draft.txt", text)))


ONE = [
    ("2024年8月3日", 2024, 8, 3, ""),
    ("2024年08月03日", 2024, 8, 3, ""),
    ("2024 年 8 月 3 日", 2024, 8, 3, ""),
    ("2024-8-3", 2024, 8, 3, ""),
    ("2024-08-03", 2024, 8, 3, ""),
    ("2024.8.3", 2024, 8, 3, ""),
    ("2024．8．3", 2024, 8, 3, ""),
    ("2024/8/3", 2024, 8, 3, ""),
    ("２０２４年８月３日", 2024, 8, 3, ""),
    ("二〇二四年八月三日", 2024, 8, 3, ""),
    ("二○二四年十二月三十一日", 2024, 12, 31, ""),
    ("二零二三年十一月二十日", 2023, 11, 20, ""),
    ("2024年8月3号", 2024, 8, 3, ""),
    ("24年8月3日", 2024, 8, 3, ""),
    ("2O24年8月3日", 2024, 8, 3, ""),
    ("二O二四年八月三日", 2024, 8, 3, ""),
    ("二0二四年八月三日", 2024, 8, 3, ""),
    ("2024年八月三日", 2024, 8, 3, ""),
    ("2024—8—3", 2024, 8, 3, ""),
    ("2024年8月", 2024, 8, None, ""),
    ("2024年8月份", 2024, 8, None, ""),
    ("2024年元月", 2024, 1, None, ""),
    ("2024年", 2024, None, None, ""),
    ("2025年度", 2025, None, None, ""),
    ("8月22日", None, 8, 22, ""),
    ("三月二十一日", None, 3, 21, ""),
    ("10月", None, 10, None, ""),
    ("2024年12月底", 2024, 12, None, "底"),
    ("2024年12月末", 2024, 12, None, "末"),
    ("2024年5月上旬", 2024, 5, None, "上旬"),
    ("5月中旬", None, 5, None, "中旬"),
    ("5月下旬", None, 5, None, "下旬"),
    ("2024年3月初", 2024, 3, None, "初"),
    ("2024年底", 2024, None, None, "年底"),
    ("2024年年底", 2024, None, None, "年底"),
    ("2024年末", 2024, None, None, "年末"),
    ("2024年初", 2024, None, None, "年初"),
    ("2024年内", 2024, None, None, "年内"),
    ("2024年上半年", 2024, None, None, "上半年"),
    ("2024年下半年", 2024, None, None, "下半年"),
    ("2024年第一季度", 2024, None, None, "一季度"),
    ("2024年三季度", 2024, None, None, "三季度"),
    ("2024年第4季度", 2024, None, None, "四季度"),
    ("2021年春季", 2021, None, None, "春季"),
    ("年底", None, None, None, "年底"),
    ("上半年", None, None, None, "上半年"),
    ("第二季度", None, None, None, "二季度"),
    ("今年", None, None, None, ""),
    ("今年8月22日", None, 8, 22, ""),
    ("去年底", None, None, None, "年底"),
    ("明年3月", None, 3, None, ""),
    ("本月15日", None, None, 15, ""),
    ("上月底", None, None, None, "底"),
    ("月底", None, None, None, "底"),
    # impossible dates are kept as they are stated
    ("2024年2月30日", 2024, 2, 30, ""),
    ("2024年13月1日", 2024, 13, 1, ""),
    ("2024年4月31日", 2024, 4, 31, ""),
    ("0000年1月1日", 0, 1, 1, ""),
    ("2024-13-40", 2024, 13, 40, ""),
]


@pytest.mark.parametrize("case", ONE, ids=[str(number) for number in range(len(ONE))])
def test_a_date_is_read_as_it_stands(case):
    words = case[0]
    assert written(f"该项工作于{words}，由办公室办理。") == [case]


NONE = [
    "党的十九届五中全会精神",
    "“2+3+3+N”机制建设",
    "电话0717-5550132",
    "电话：0377-61550132，传真0377-2024-11",
    "（2024）鲁01民初315号",
    "青水发〔2024〕15号",
    "提高3.15个百分点",
    "服务器地址192.168.1.12",
    "按照《2024年度政治轮训方案》",
    "坚持一月一调度",
    "开展“一月一课一片一实践”",
    "每年6月组织评查",
    "每年底开展考核",
    "证明年龄和同年轻干部谈心",
    "基本年报制度",
    "一年两次，三年内",
    "历时3月",
    "9999999年",
    "每季度一次",
    "两个月内",
    "8月3号楼"[2:],
    "十月革命的历史意义",
    "扣发当月绩效，次月10日补发",
    "在院党组领导下",
    "",
]


@pytest.mark.parametrize("text", NONE, ids=[str(number) for number in range(len(NONE))])
def test_what_only_looks_like_a_date_is_none(text):
    assert written(text) == []


RANGES = [
    ("2021年3月1日至4月30日", "2021-03-01", "2021-04-30"),
    ("2021年8月4日至6日", "2021-08-04", "2021-08-06"),
    ("2024年8月4至6日", "2024-08-04", "2024-08-06"),
    ("2024年1至8月22日", "2024-01-01", "2024-08-22"),
    ("2024年1月至8月", "2024-01-01", "2024-08-31"),
    ("2024年1-8月", "2024-01-01", "2024-08-31"),
    ("2020年10月到12月", "2020-10-01", "2020-12-31"),
    ("2024年3月1日—5月31日", "2024-03-01", "2024-05-31"),
    ("2024年3月1日——5月31日", "2024-03-01", "2024-05-31"),
    ("2024年3月1日～5月31日", "2024-03-01", "2024-05-31"),
    ("2024年3月1日-5月31日", "2024-03-01", "2024-05-31"),
    ("2024年3月1日起至5月31日", "2024-03-01", "2024-05-31"),
    ("2024年3月1日（周五）至5月31日", "2024-03-01", "2024-05-31"),
    ("2023年11月20日至2024年1月20日", "2023-11-20", "2024-01-20"),
    ("2023年11月20日至1月20日", "2023-11-20", "2024-01-20"),
    ("2023年11月至次年2月", "2023-11-01", "2024-02-29"),
    ("2020-2023年", "2020-01-01", "2023-12-31"),
    ("2020年至2023年", "2020-01-01", "2023-12-31"),
    ("二〇二四年三月一日至四月三十日", "2024-03-01", "2024-04-30"),
    ("2024.3.1-2024.5.31", "2024-03-01", "2024-05-31"),
]


@pytest.mark.parametrize(("words", "first", "last"), RANGES, ids=[str(number) for number in range(len(RANGES))])
def test_a_range_lends_its_year_and_month(words, first, last):
    facts = facts_of(f"县委巡察组于{words}开展了工作。\n")
    (period,) = facts.periods
    assert (str(period.start.first), str(period.end.last)) == (first, last)


def test_a_range_that_runs_backwards_is_kept_so():
    (period,) = facts_of("2021年4月30日至3月1日，巡察组开展巡察。\n").periods
    assert period.start.first > period.end.last


def test_an_end_of_a_range_is_marked_as_inherited():
    (period,) = facts_of("2021年8月4日至6日，召开会议。\n").periods
    assert (period.start.inherited, period.end.inherited) == (False, True)


SIGNED = "\n中共青岚县人民法院党组\n2024年8月23日\n"
LEAD = "青岚县人民法院关于巡察整改进展情况的通报\n县委巡察组于2023年10月9日至12月8日开展巡察，2024年2月22日反馈了意见。\n一、整改情况\n"

RESOLVED = [
    ("截至今年8月22日，完成77个。", "今年8月22日", "2024-08-22"),
    ("去年共办结12件。", "去年", "2023-12-31"),
    ("明年6月底前完成。", "明年6月底", "2025-06-30"),
    ("本年度办结12件。", "本年度", "2024-12-31"),
    ("上月召开会议。", "上月", "2024-07-31"),
    ("下月10日召开会议。", "下月10日", "2024-09-10"),
    ("本月15日召开会议。", "本月15日", "2024-08-15"),
    ("年底前完成。", "年底", "2024-12-31"),
    ("6月30日前完成。", "6月30日", "2024-06-30"),
    ("11月底前完成。", "11月底", "2024-11-30"),
    ("上半年开展培训。", "上半年", "2024-06-30"),
    ("2023年5月4日印发办法，6月1日起施行。", "6月1日", "2023-06-01"),
    ("2019年5月印发，同年8月施行。", "同年8月", "2019-08-31"),
    ("2014年以来积压的案件，8月20日前清理完毕。", "8月20日", "2024-08-20"),
    ("按照2022年度计划，3月5日召开会议。", "3月5日", "2024-03-05"),
    ("2022年11月20日至1月20日开展培训，2月10日考试。", "2月10日", "2023-02-10"),
    ("2022年11月20日至1月20日开展巡察，3月5日反馈。", "3月5日", "2023-03-05"),
    ("2022年10月9日至12月8日开展巡察，2月22日反馈。", "2月22日", "2023-02-22"),
    ("2022年10月9日至12月8日开展巡察，9月22日动员。", "9月22日", "2022-09-22"),
]


@pytest.mark.parametrize(("text", "words", "last"), RESOLVED, ids=[str(number) for number in range(len(RESOLVED))])
def test_what_a_date_leaves_out_is_worked_out(text, words, last):
    source = LEAD + text + SIGNED
    facts = facts_of(source)
    when = next(when for when in facts.dates if source[when.span.start : when.span.end] == words)
    assert str(when.last) == last


def test_without_a_signing_date_this_year_stays_open():
    (when,) = facts_of("一、整改情况\n今年以来共学习9次。\n").dates
    assert (when.year, when.first, when.last, when.relative) == (None, None, None, "今年")


def test_without_a_signing_date_a_bare_day_follows_the_feedback():
    facts = facts_of("巡察组于2020年9月29日反馈了意见。\n一、整改情况\n10月15日召开民主生活会，1月8日通报。\n")
    assert [str(when.first) for when in facts.dates[1:]] == ["2020-10-15", "2021-01-08"]


def test_a_day_after_the_signing_without_a_year_stays_open():
    facts = facts_of(LEAD + "12月5日召开了会议。" + SIGNED)
    assert facts.dates[-2].year is None


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("2024年8月3日", Precision.DAY),
        ("2024年8月", Precision.MONTH),
        ("2024年底", Precision.PART),
        ("2024年", Precision.YEAR),
    ],
)
def test_precision(words, precision):
    assert find(words).mentions[0].precision is precision


@pytest.mark.parametrize("words", ["2024年2月30日", "2024年13月1日", "0000年1月1日", "2023年2月29日", "2024年4月0日"])
def test_impossible_dates_have_no_days(words):
    when = facts_of(f"会议于{words}召开。\n").dates[0]
    assert (when.first, when.last) == (None, None)


def test_milestones():
    facts = facts_of(LEAD + "截至2024年8月20日，完成77个。" + SIGNED)
    stones = facts.milestones
    assert stones.signing is not None
    assert stones.signing.first == date(2024, 8, 23)
    assert [when.first for when in stones.as_of] == [date(2024, 8, 20)]
    assert stones.feedback is not None
    assert stones.feedback.first == date(2024, 2, 22)
    assert stones.inspection is not None
    assert stones.inspection.end.last == date(2023, 12, 8)
    assert stones.today is stones.signing


def test_milestones_that_are_not_stated():
    stones = facts_of("一、整改情况\n召开会议3次。\n").milestones
    assert (stones.signing, stones.as_of, stones.feedback, stones.inspection, stones.today) == (
        None,
        (),
        None,
        None,
        None,
    )


def test_months_are_added_by_the_calendar():
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(9999, 12, 1), 1) is None
    assert length(date(2021, 3, 1), date(2021, 4, 30), "month") == 2
    assert length(date(2024, 3, 1), date(2024, 3, 21), "week") == 3


@given(
    st.integers(-5, 10_010),
    st.one_of(st.none(), st.integers(0, 15)),
    st.one_of(st.none(), st.integers(0, 40)),
    st.sampled_from(["", "底", "上旬", "年底", "上半年"]),
)
def test_no_numbers_break_the_calendar(year, month, day, part):
    found = days(year, month, day, part)
    assert found is None or found[0] <= found[1]


_PIECES = [
    "2024",
    "年",
    "8",
    "月",
    "3",
    "日",
    "至",
    "—",
    "底",
    "前",
    "二〇二四",
    "今年",
    "上半年",
    "第一季度",
    "《",
    "》",
    "。",
    "，",
    "-",
    ".",
    " ",
    "３",
    "（",
    "周五",
    "）",
]
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_PIECES), max_size=16).map("".join))


@given(TEXTS)
def test_any_text_gives_dates_inside_it(text):
    found = find(text)
    assert all(0 <= m.start < m.end <= len(text) for m in found.mentions)
    assert all(one.end <= other.start for one, other in zip(found.mentions, found.mentions[1:], strict=False))
    assert all(0 <= start < end < len(found.mentions) for start, end in found.ranges)


@given(st.lists(st.sampled_from([*_PIECES, "\n", "一、", "（一）", "截至", "反馈"]), max_size=24).map("".join))
def test_any_draft_gives_dates_with_true_spans(text):
    facts = facts_of(text)
    for when in facts.dates:
        assert text[when.span.start : when.span.end].strip() == text[when.span.start : when.span.end]
        assert (when.first is None) == (when.last is None)
    for period in facts.periods:
        assert period.span.start == period.start.span.start
        assert period.span.end == period.end.span.end


@given(st.integers(1, 9998), st.integers(1, 12))
def test_a_month_ends_the_day_before_the_next(year, month):
    found = days(year, month)
    after = days(year + month // 12, month % 12 + 1)
    assert found is not None
    assert after is not None
    assert (after[0] - found[1]).days == 1
