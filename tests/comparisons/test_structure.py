"""Counts held against the structure of small drafts: verified where words bind, silent where equal numbers are chance."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_grammar import numerals
from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.comparisons import lists
from disclosure_lint.comparisons.structure import compare
from disclosure_lint.facts import Facts

THREE_SIX = (
    "二、反馈问题整改情况\n"
    "（一）党的建设方面\n1.政治理论学习不够深入\n整改情况：修订学习制度。\n2.支部活动不够规范\n整改情况：补记会议。\n"
    "（二）审判执行方面\n3.长期未结案件清理不力\n整改情况：逐案清理。\n4.案款发放不及时\n整改情况：全部发放。\n"
    "（三）队伍管理方面\n5.年轻干警培养不足\n整改情况：开展轮岗。\n6.公车使用管理不严\n整改情况：更新台账。\n"
)
RESTARTING = (
    "一、党的建设方面\n1.学习不够深入\n修订学习制度。\n2.活动不够规范\n补记会议。\n3.研讨不够充分\n每月研讨。\n"
    "二、项目建设方面\n1.招标程序不规范\n重新培训。\n2.档案不完整\n补齐档案。\n"
    "三、资金管理方面\n1.报销审核不严\n追回资金。\n2.往来款清理不及时\n全部清理。\n3.预算执行偏慢\n按月通报。\n"
)
CHILDLESS = (
    "二、整改落实情况\n"
    "（一）政治建设方面\n1.学习教育有差距\n（1）学习不够深入\n整改情况：修订制度。\n（2）研讨不够充分\n整改情况：每月研讨。\n"
    "2.阵地管理不严\n整改情况：排查账号。\n"
    "（二）医疗服务方面\n1.候诊管理不到位\n（1）候诊时间偏长\n整改情况：分时预约。\n（2）标识不清\n整改情况：更换标识。\n（3）投诉回复慢\n整改情况：三日办结。\n"
    "2.药品管理有漏洞\n整改情况：双人核对。\n"
)
MEASURES = (
    "二、整改情况\n"
    "（一）党建方面\n1.学习不够深入\n（1）修订制度。\n（2）开展研讨。\n2.活动不规范\n（1）补记会议。\n（2）组织培训。\n"
    "（二）业务方面\n1.办件超时\n（1）逐件清理。\n（2）建立台账。\n2.窗口排队\n（1）增设窗口。\n（2）延时服务。\n"
)
TWO_RUNS = (
    "二、反馈问题整改情况\n（一）巡察反馈问题\n"
    "1.针对学习方面存在的问题和“抓好学习”整改意见，进行以下整改。\n补学文件。\n"
    "2.针对作风方面存在的问题和“改进作风”整改意见，进行以下整改。\n开展督察。\n"
    "3.针对用人方面存在的问题和“规范用人”整改意见，进行以下整改。\n修订办法。\n"
    "（二）自行查摆事项\n"
    "4.针对“调研不够”问题，进行以下整改。\n增加调研。\n"
    "5.针对“创新不足”问题，进行以下整改。\n开展试点。\n"
    "6.针对“协作不畅”问题，进行以下整改。\n建立例会。\n"
    "7.针对“宣传不力”问题，进行以下整改。\n开设专栏。\n"
)
OPENINGS = (
    "二、整改情况\n1.学习不够\n补学文件。\n针对“举一反三”事项“研讨不足”问题，进行以下整改。\n每月研讨。\n"
    "2.作风不实\n开展督察。\n针对“举一反三”事项“下沉不够”问题，进行以下整改。\n每周下沉。\n"
    "针对“举一反三”事项“回复不快”问题，进行以下整改。\n限时回复。\n"
)
LABELS = (
    "三、整改措施\n（一）提高站位\n存在问题：学习不深。\n整改措施：修订制度。\n（二）改进作风\n存在问题：调研不多。\n整改措施：增加调研。\n"
    "（三）敢于担当\n存在问题：创新不足。\n整改措施：开展试点。\n"
)
TABLE = (
    "二、问题清单\n| 序号 | 问题 | 措施 |\n|---|---|---|\n"
    "| 1 | 学习不够 | 补学 |\n| 2 | 作风不实 | 督察 |\n| 3 | 用人不严 | 修订 |\n| 4 | 台账不全 | 补齐 |\n"
)
PART = (
    THREE_SIX
    + "三、下一步打算\n（一）持续学习\n学。\n（二）持续检查\n查。\n（三）持续问责\n问。\n（四）持续公开\n公开。\n"
)

OUTER = (
    "一、加强组织领导\n成立专班。\n"
    "二、党的建设方面\n（一）学习不够深入\n1.计划不具体\n整改情况：修订计划。\n2.研讨不充分\n整改情况：每月研讨。\n（二）阵地管理不严\n整改情况：排查账号。\n"
    "三、项目建设方面\n（一）招标不规范\n1.资料不全\n整改情况：补齐资料。\n2.评审不严\n整改情况：重新培训。\n3.公示不及时\n整改情况：补公示。\n"
    "四、下一步打算\n持续整改。\n"
)
VERIFIED = {
    "chain-beside-other-parts": ("巡察反馈2个方面3类问题6项具体问题。\n" + OUTER, {"2个", "3类", "6项"}),
    "chain-of-two": ("县委巡察组反馈3个方面6个问题。\n" + THREE_SIX, {"3个", "6个"}),
    "chain-of-two-half-width": (
        "县委巡察组反馈3个方面,共6个问题.\n" + THREE_SIX.replace("（", "(").replace("）", ")"),
        {"3个", "6个"},
    ),
    "chain-restarting": ("审计指出三个方面8个问题。\n" + RESTARTING, {"三个", "8个"}),
    "chain-of-three-with-childless": ("巡察反馈2个方面4类问题7项具体问题。\n" + CHILDLESS, {"2个", "4类", "7项"}),
    "chain-with-measures": ("巡察反馈3个方面6个问题，制定整改措施21条。\n" + THREE_SIX, {"3个", "6个"}),
    "chain-deeper-than-tree": ("反馈3个方面6个问题17个具体表现。\n" + THREE_SIX, {"3个", "6个"}),
    "single-problems": ("市委巡察组反馈问题6个。\n" + THREE_SIX, {"6个"}),
    "single-problems-again": ("截至8月底，6个问题已整改5个。\n" + THREE_SIX, {"6个"}),
    "single-in-part": ("反馈的6项具体问题均已整改。\n" + PART, {"6项"}),
    "aspects-by-name": ("反馈意见涉及三个方面。\n" + THREE_SIX, {"三个"}),
    "categories-called-aspects": ("反馈的3大类13个方面意见已经整改。\n" + THREE_SIX, {"3大类"}),
    "runs-by-form": ("反馈具体问题3项，查摆推动发展事项4项。\n" + TWO_RUNS, {"3项", "4项"}),
    "openings": ("举一反三事项3项均已完成。\n" + OPENINGS, {"3项"}),
    "labels": ("查摆了三个方面存在的突出问题。\n" + LABELS, {"三个"}),
    "table": ("巡察反馈问题4个。\n" + TABLE, {"4个"}),
    "heading": (
        "一、巡察反馈4个问题整改情况\n（一）学习不够\n补学。\n（二）作风不实\n督察。\n（三）用人不严\n修订。\n（四）台账不全\n补齐。\n",
        {"4个"},
    ),
}

CONTRADICTED = {
    "chain-last": ("巡察反馈2个方面4类问题8项具体问题。\n" + CHILDLESS, {"8项": True}),
    "chain-middle": ("巡察反馈2个方面5类问题7项具体问题。\n" + CHILDLESS, {"5类": True}),
    "chain-first": ("巡察反馈3个方面4类问题7项具体问题。\n" + CHILDLESS, {"3个": True}),
    "chain-of-two": ("县委巡察组反馈3个方面7个问题。\n" + THREE_SIX, {"7个": False}),
    "chain-partly-told": (
        "巡察反馈2个方面4类问题8项具体问题，涉密问题不公开。\n" + CHILDLESS,
        {"8项": False},
    ),
    "openings": ("举一反三事项4项均已完成。\n" + OPENINGS, {"4项": False}),
}

SILENT = {
    "abridged": "反馈5大类13个方面意见，细化为79个具体问题。\n" + THREE_SIX,
    "other-parts-beside-the-aspects": "巡察反馈3个方面3类问题6项具体问题。\n" + OUTER,
    "measures-are-not-problems": "巡察反馈2个方面4个问题9项具体表现。\n" + MEASURES,
    "measure-count": "制定整改措施112条，建立制度9项。\n" + THREE_SIX,
    "other-noun": "制作展板6块，召开会议6次，发放清单6份。\n" + THREE_SIX,
    "particular-problems": "检查发现防控不到位问题6个。\n" + THREE_SIX,
    "manifestations": "细化为问题表现6个。\n" + THREE_SIX,
    "another-inquiry": "民主生活会查摆问题6个。\n" + THREE_SIX,
    "far-off": "巡察反馈问题23个。\n" + THREE_SIX,
    "vague": "巡察反馈问题6个以上，涉及10余个方面。\n" + THREE_SIX,
    "round-before": "上一轮巡察反馈的2个方面4类问题8项具体问题均已整改。\n" + CHILDLESS,
    "figure-inside-an-item": THREE_SIX.replace("修订学习制度", "督导检查指出问题7个，整改7个"),
    "gap-explains": ("巡察反馈2个方面4类问题8项具体问题。\n" + CHILDLESS).replace("（3）投诉", "（4）投诉"),
    "next-steps": "下一步抓好5个方面工作。\n" + PART,
    "no-sections": "巡察反馈3个方面6个问题。整改已全部完成。\n",
    "empty": "",
}


def _judged(text: str) -> dict[str, tuple[str, bool]]:
    document = parse(Source("draft.txt", text))
    found = compare(document, Facts(document))
    return {document.source.slice(c.figure): (c.verdict.value, c.firm) for c in found}


@pytest.mark.parametrize(("text", "figures"), VERIFIED.values(), ids=VERIFIED)
def test_figures_that_words_bind_to_the_tree_are_verified(text: str, figures: set[str]) -> None:
    judged = _judged(text)
    assert {figure for figure, (verdict, _) in judged.items() if verdict == "verified"} == figures
    assert not [figure for figure, (verdict, _) in judged.items() if verdict != "verified"]


@pytest.mark.parametrize(("text", "figures"), CONTRADICTED.values(), ids=CONTRADICTED)
def test_a_mismatch_is_firm_only_in_an_unbroken_chain(text: str, figures: dict[str, bool]) -> None:
    judged = _judged(text)
    assert {figure: firm for figure, (verdict, firm) in judged.items() if verdict != "verified"} == figures
    assert all((verdict == "contradicted") is firm for verdict, firm in judged.values() if verdict != "verified")


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_nothing_is_contradicted_on_thin_ground(text: str) -> None:
    assert not [figure for figure, (verdict, _) in _judged(text).items() if verdict != "verified"]


@pytest.mark.parametrize(
    "case", ["other-noun", "particular-problems", "manifestations", "another-inquiry", "measure-count"]
)
def test_equal_numbers_alone_verify_nothing(case: str) -> None:
    assert _judged(SILENT[case]) == {}


def test_a_figure_of_one_part_is_held_against_that_part() -> None:
    parts = (
        "一、巡察反馈问题整改情况\n1.学习不够\n补学。\n2.作风不实\n督察。\n3.用人不严\n修订。\n"
        "二、选人用人检查反馈问题整改情况\n1.考察不细\n重考。\n2.档案不全\n补齐。\n"
    )
    lead = "巡察反馈的3个问题、选人用人检查反馈的2个问题、意识形态检查反馈的2个问题均已整改。\n"
    document = parse(Source("draft.txt", lead + parts))
    assert [(document.source.slice(c.figure), c.figure.start) for c in compare(document, Facts(document))] == [
        ("3个", 5),
        ("2个", 19),
    ]


PIECES = st.sampled_from(
    ["反馈3个方面6个问题", "12类问题", "以下两个方面：", "一、学习不够", "（一）作风不实", "1.办件慢", "（1）排队长", "\n", "\n", "。", "：", "整改情况：",
     "针对“延伸”事项“甲”问题，进行以下整改。", "| 序号 | 问题 |\n|---|---|\n| 1 | 甲 |\n", "“甲、乙”三个环节", "一是", "二是", "——甲"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_text_is_compared_without_fail(text: str) -> None:
    document = parse(Source("draft.txt", text))
    facts = Facts(document)
    for found in (*compare(document, facts), *lists.compare(document, facts)):
        assert document.source.slice(found.figure).strip()
        assert all(0 <= operand.span.start <= operand.span.end <= len(text) for operand in found.operands)
        number = re.search(r"[0-9]+|[一二三四五六七八九十两]+", found.stated)
        stated = number and numerals.parse(number[0])
        assert found.verdict.value == (
            "verified" if str(stated) == found.computed else "contradicted" if found.firm else "unverifiable"
        )


def test_every_operand_is_a_place_in_the_draft() -> None:
    text = "巡察反馈2个方面4类问题8项具体问题。\n" + CHILDLESS
    document = parse(Source("draft.txt", text))
    wrong = next(c for c in compare(document, Facts(document)) if c.verdict.value == "contradicted")
    places = [document.source.slice(operand.span) for operand in wrong.operands]
    assert places == ["2个", "4类", "（1）学习不够深入", "（3）投诉回复慢"]
    assert wrong.computed == "7"
    assert "8项" in wrong.zh
    assert "合计7个" in wrong.zh
