"""Dates that no calendar has, and the text that only looks like one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.facts import Facts
from disclosure_lint.facts.time.impossible import Fault, extract


def found(text: str) -> list[tuple[str, str]]:
    document = parse(Source("draft.txt", text))
    facts = Facts(document)
    return [
        (text[each.span.start : each.span.end], each.fault) for each in extract(document, facts.dates, facts.periods)
    ]


FAULTY = [
    ("2024年2月30日召开会议。", "2024年2月30日", Fault.DAY),
    ("2月30日召开会议。", "2月30日", Fault.DAY),
    ("4月31日前完成。", "4月31日", Fault.DAY),
    ("2024年8月0日召开会议。", "2024年8月0日", Fault.DAY),
    ("２０２４年６月３１日召开会议。", "２０２４年６月３１日", Fault.DAY),
    ("二〇二四年九月三十一日召开会议。", "二〇二四年九月三十一日", Fault.DAY),
    ("2024年13月5日召开会议。", "2024年13月5日", Fault.MONTH),
    ("13月5日召开会议。", "13月5日", Fault.MONTH),
    ("2024年13月召开会议。", "2024年13月", Fault.MONTH),
    ("2024年0月5日召开会议。", "2024年0月5日", Fault.MONTH),
    ("2023年2月29日召开会议。", "2023年2月29日", Fault.LEAP),
    ("2023年2月1日至29日开展培训。", "29日", Fault.LEAP),
    ("2023年10月9日至11月31日开展巡察。", "11月31日", Fault.DAY),
    ("完成时限：2024.4.31。", "2024.4.31", Fault.DAY),
    ("2024-02-30召开会议。", "2024-02-30", Fault.DAY),
    ("20224年8月3日召开会议。", "20224年8月", Fault.WRITTEN),
    ("202年8月3日召开会议。", "202年8月", Fault.WRITTEN),
    ("2024年8月3月召开会议。", "2024年8月3月", Fault.WRITTEN),
    ("2024年8日3日召开会议。", "2024年8日3日", Fault.WRITTEN),
    ("2204年8月3日召开会议。", "2204年8月3日", Fault.YEAR),
    ("去年2月29日召开会议。\n中共青岚县水利局党组\n2024年8月3日\n", "去年2月29日", Fault.LEAP),
]


@pytest.mark.parametrize(("text", "words", "fault"), FAULTY, ids=[str(number) for number in range(len(FAULTY))])
def test_a_date_that_cannot_be(text, words, fault):
    assert found("一、整改情况\n" + text) == [(words, fault)]


SOUND = [
    "2024年2月29日召开会议，2月29日前完成。",
    "费用由12.5万元降至8.3万元，占比4.31%。",
    "24小时内办结，30日内反馈，31日前报送。",
    "（2024）鄂0502民初1331号、鄂水发〔2024〕2-30号。",
    "系统升级到2024.13.2版，见2024-2-30号文件。",
    "印发《关于2月30日专题会议的说明》。",
    "刑期13月，累计工作13月以上，羁押24月15日。",
    "核查发现，签字日期出现2月30日等不存在的日期，已责令更正。",
    "发票日期误写为4月31日，已更正。",
    "8月32号楼已完成改造。"[2:],
    "2024年3日内审核率97.7%。",
    "2024年8月、9月召开会议2次。",
    "到2035年基本建成，建院2000年8月。",
    "1至12月办结案件31件。",
    "<!-- 2月30日 -->",
]


@pytest.mark.parametrize("text", SOUND, ids=[str(number) for number in range(len(SOUND))])
def test_what_is_sound_or_no_date(text):
    assert found("一、整改情况\n" + text + "\n") == []


_PIECES = [
    "2024",
    "20224",
    "年",
    "13",
    "2",
    "月",
    "30",
    "31",
    "日",
    "至",
    "-",
    ".",
    "今年",
    "，",
    "。",
    "\n",
    "《",
    "》",
    "二月三十日",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=20).map("".join))
def test_any_text_gives_places_in_order(text):
    document = parse(Source("draft.txt", text))
    facts = Facts(document)
    spans = [each.span for each in extract(document, facts.dates, facts.periods)]
    assert spans == sorted(spans)
    assert all(not one.overlaps(other) for one, other in pairwise(spans))
    assert all(span.end <= len(text) for span in spans)
