"""Counted numbers: what is one, what it counts, how exact it is, what the things have come to."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Prose, Source
from disclosure_lint.facts.figures import statuses
from disclosure_lint.facts.figures.quantities import extract, find

# text, then for each quantity: its words, value, unit, noun
READ = [
    # the noun behind, before, inherited
    ("反馈27项具体问题", [("27项", 27, "项", "具体问题")]),
    ("反馈具体问题27项", [("27项", 27, "项", "具体问题")]),
    ("共反馈具体问题27个，已完成整改27个", [("27个", 27, "个", "具体问题"), ("27个", 27, "个", "具体问题")]),
    ("提出整改意见21条,已落实21条。", [("21条", 21, "条", "整改意见"), ("21条", 21, "条", "整改意见")]),
    ("研究制定举一反三事项32项", [("32项", 32, "项", "举一反三事项")]),
    ("推动改革、促进发展事项15项", [("15项", 15, "项", "推动改革、促进发展事项")]),
    ("查摆“促改革促发展”整改事项15个", [("15个", 15, "个", "“促改革促发展”整改事项")]),
    ("区委巡察反馈的36个问题，已整改到位35个", [("36个", 36, "个", "问题"), ("35个", 35, "个", "问题")]),
    ("反馈的17个问题已整改15个", [("17个", 17, "个", "问题"), ("15个", 15, "个", "问题")]),
    ("制定整改措施112条，逐条明确责任", [("112条", 112, "条", "整改措施")]),
    ("修订完善制度规定40项", [("40项", 40, "项", "制度规定")]),
    ("收到群众信访举报件45件，已办结43件", [("45件", 45, "件", "群众信访举报件"), ("43件", 43, "件", "群众信访举报件")]),
    ("召开专题会议12次，研究部署", [("12次", 12, "次", "专题会议")]),
    ("开展谈心谈话67次", [("67次", 67, "次", "谈心谈话")]),
    ("与6个社区党支部结对", [("6个", 6, "个", "社区党支部")]),
    ("走访企业32家，提出建议19条", [("32家", 32, "家", "企业"), ("19条", 19, "条", "建议")]),
    ("评选6篇优秀裁判文书、4件精品案件", [("6篇", 6, "篇", "优秀裁判文书"), ("4件", 4, "件", "精品案件")]),
    ("其中立行立改类12项、限期整改类15项", [("12项", 12, "项", "立行立改类"), ("15项", 15, "项", "限期整改类")]),
    ("细化为重点问题8项、具体问题19项", [("8项", 8, "项", "重点问题"), ("19项", 19, "项", "具体问题")]),
    ("反馈问题27个，制定措施63条。已完成整改25个，落实措施60条", [
        ("27个", 27, "个", "问题"), ("63条", 63, "条", "措施"), ("25个", 25, "个", "问题"), ("60条", 60, "条", "措施"),
    ]),
    ("完成问题整改17个", [("17个", 17, "个", "问题")]),
    ("问题清单共27条的内容", [("27条", 27, "条", "内容")]),
    # numerals
    ("查摆了六个方面存在的突出问题", [("六个", 6, "个", "方面")]),
    ("从四个维度剖析", [("四个", 4, "个", "维度")]),
    ("反馈二十七个问题", [("二十七个", 27, "个", "问题")]),
    ("反馈问题一百零二条", [("一百零二条", 102, "条", "问题")]),
    ("两个党支部", [("两个", 2, "个", "党支部")]),
    ("十二项任务", [("十二项", 12, "项", "任务")]),
    ("反馈问题２７个", [("２７个", 27, "个", "问题")]),
    ("受理案件1,234件", [("1,234件", 1234, "件", "案件")]),
    ("追缴资金3.5万元", [("3.5万元", 35000, "元", "资金")]),
    ("涉案标的近4000万元", [("近4000万元", 40_000_000, "元", "涉案标的")]),
    ("执行到位1.2亿元", [("1.2亿元", 120_000_000, "元", "执行到位")]),
    ("清理土地12.5亩", [("12.5亩", Fraction(25, 2), "亩", "清理土地")]),
    ("受教育3万余人次", [("3万余人次", 30_000, "人次", "受教育")]),
    ("发放资料5千册，惠及2千人", [("2千人", 2000, "人", "")]),
    ("剩余一个问题正在推进", [("一个", 1, "个", "问题")]),
    ("未完成整改的一项", [("一项", 1, "项", "")]),
    # chains and groups
    ("5大类13个方面意见细化为79个具体问题", [
        ("5大类", 5, "大类", ""), ("13个", 13, "个", "方面"), ("79个", 79, "个", "具体问题"),
    ]),
    ("7方面31项任务", [("7方面", 7, "方面", "方面"), ("31项", 31, "项", "任务")]),
    ("发布10大典型案例", [("10大", 10, "大", "典型案例")]),
    ("实施六大工程", [("六大", 6, "大", "工程")]),
    ("编印11编52项制度", [("11编", 11, "编", ""), ("52项", 52, "项", "制度")]),
    ("每季度召开1次分析研判会", [("1次", 1, "次", "")]),
    ("“六大类65项”的规范模板", [("65项", 65, "项", "六大类")]),
]  # fmt: skip

NO_QUANTITY = [
    "2024年8月22日", "为期2个月的巡视", "3个工作日内", "两个季度", "六个月以上", "12个月以上未结案件", "一个半小时", "近三个年度",
    "60天", "同比提升9.4个百分点", "第3项", "第十二条", "第五纪检监察组", "一审二审案件", "位居全省前三名", "排名全省第3位",
    "进一步统一思想", "一是加强学习", "一系列举措", "之一", "一批典型", "一些问题", "一定程度", "一般问题", "一律问责", "一起整改",
    "坚定四个自信", "落实八项规定精神", "“四个意识”", "“三重一大”事项", "一案双查", "“三会一课”", "“四类案件”", "防止干预司法“三个规定”",
    "“1+3+N”机制", "“二三四”中药材保护机制", "“十二条禁令”", "党的二十大精神", "党的二十届三中全会", "《十项措施》", "《2024年12项任务分工方案》",
    "（2023）云01民初12号", "〔2021〕5号", "0717-5550132", "建设大道46号", "三五个", "百余件", "几十个", "整改完成率97.47%", "全国31省", "45岁以下",
    "",
]  # fmt: skip


def read(text: str) -> list[tuple[str, Fraction, str, str]]:
    return [(text[found.start : found.end], found.value, found.unit, found.noun) for found in find(Prose(text))]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=f"read-{n}") for n, case in enumerate(READ)])
def test_what_is_counted(text: str, expected: list[tuple[str, Fraction, str, str]]) -> None:
    assert [found for found in read(text) if found[2] != "册"] == expected


@pytest.mark.parametrize("text", [pytest.param(text, id=f"none-{n}") for n, text in enumerate(NO_QUANTITY)])
def test_what_is_no_count(text: str) -> None:
    assert read(text) == []


BOUNDS = [
    ("200余次", "more"), ("近4000万元", "about"), ("约30人", "about"), ("不少于12次", "more"), ("至少3项", "more"), ("不超过5个", "less"),
    ("15个以上", "more"), ("15个左右", "about"), ("超15个", "more"), ("27个", "exact"), ("10多家", "more"), ("5至10个", "about"),
    ("5-10个", "about"), ("20人以内", "less"), ("最近3次", "exact"), ("逾百万元，12万余元", "more"), ("不低于30项", "more"), ("最多3次", "less"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bound"), [pytest.param(*case, id=f"bound-{n}") for n, case in enumerate(BOUNDS)])
def test_how_exact(text: str, bound: str) -> None:
    assert [found.bound for found in find(Prose(text))] == [bound]


STATUSES = [
    ("共反馈问题27个", "total"), ("巡察反馈的17个问题", "total"), ("细化为79个具体问题", "total"), ("梳理问题40个", "total"),
    ("制定整改措施112条", "total"), ("已完成整改27个", "done"), ("整改到位35个", "done"), ("已销号12项", "done"), ("办结43件", "done"),
    ("已整改15个", "done"), ("均已落实21条", "done"), ("反馈的17个问题均已整改到位", "done"), ("阶段性完成14个", "staged"),
    ("基本完成3项", "staged"), ("5项取得阶段性成效", "staged"), ("正在推进2项", "ongoing"), ("长期坚持2个", "ongoing"),
    ("持续整改3个", "ongoing"), ("正在办理2件", "ongoing"), ("2项正在有序推进", "ongoing"), ("1项推进中", "ongoing"), ("未完成2个", "left"),
    ("尚未整改到位1个", "left"), ("剩余2个", "left"), ("其余77个问题已全部完成整改", "done"), ("没有完成的3项", "left"),
    ("还有2个问题", "left"), ("召开会议12次", "other"), ("拟完成3项", "other"), ("12月底前完成15项", "other"), ("完成率以15项计", "other"),
    ("完成时限明确的15项", "total"), ("剩余2个正在推进", "ongoing"), ("整改15个", "done"), ("未整改问题1个", "left"),
    ("列出公共服务事项15项", "total"), ("长期坚持类7项", "other"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status"), [pytest.param(*case, id=f"status-{n}") for n, case in enumerate(STATUSES)])
def test_what_became_of_them(text: str, status: str) -> None:
    assert [found.status for found in find(Prose(text))] == [status]


CHAINS = [
    ("反馈的3个方面11类问题30项问题的具体表现", [0, 0, 0]),
    ("将5大类13个方面意见细化为79个具体问题", [0, 0, 0]),
    ("5个方面、11类、共30项具体问题", [0, 0, 0]),
    ("3个方面11项问题，4个方面17项任务", [0, 0, 1, 1]),
    ("12个问题细化为27个具体问题", [0, 0]),
    ("重点问题12项、具体问题27项、问题表现42个", [None, None, None]),
    ("共反馈具体问题27个，已完成整改27个", [None, None]),
    ("查摆5个、6个、3个，共计14个", [None, None, None, None]),
    ("召开会议3次，5个部门参加", [None, None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "chains"), [pytest.param(*case, id=f"chain-{n}") for n, case in enumerate(CHAINS)])
def test_levels_of_one_count(text: str, chains: list[int | None]) -> None:
    assert [found.chain for found in find(Prose(text))] == chains


def test_places_in_the_source_and_chains_of_a_draft() -> None:
    text = "**一、整改情况**\n\n反馈的3个方面**11类**问题，\n\n- 涉及4个方面17项问题，已完成15项。\n联系电话：0717-5550132转12人\n"
    document = parse(Source("draft.md", text, "markdown"))
    found = extract(document)
    assert [text[q.span.start : q.span.end] for q in found][:5] == ["3个", "11类", "4个", "17项", "15项"]
    assert [text[q.number.start : q.number.end] for q in found][:5] == ["3", "11", "4", "17", "15"]
    assert [q.chain for q in found][:5] == [0, 0, 1, 1, None]
    assert text[found[4].clause.start : found[4].clause.end] == "已完成15项"


PIECES = [
    "反馈", "问题", "27项", "３个", "六个方面", "，", "。", "、", "已完成", "共", "“", "”", "《", "》", "一", "万元", "第", "%", "其中", "\n",
]  # fmt: skip


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=25).map("".join)))
def test_any_text_gives_sound_quantities(text: str) -> None:
    prose = Prose(text, ((0, 7),))
    last = 0
    for found in find(prose):
        assert last <= found.start <= found.number[0] < found.number[1] <= found.end <= len(text)
        assert found.clause[0] <= found.number[0] < found.clause[1]
        assert found.value >= 0
        assert text[found.start : found.end].find(found.unit) > 0
        assert prose.span(found.start, found.end).start == found.start + 7
        last = found.end


def test_a_very_long_run_before_a_figure_is_no_bare_status():
    assert statuses.bare("其中已完成整改")
    assert not statuses.bare("已完成" * 41)
