"""Counts held against what they list: right, wrong, and too uncertain to say."""

from __future__ import annotations

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.comparisons.lists import compare
from disclosure_lint.facts import Facts

PLAN = "三、整改措施\n制定以下{}个方面措施。\n（一）加强学习\n修订制度。\n（二）加强检查\n每月检查。\n（三）加强问责\n逐项问责。\n"
NAMES = "实施“政治铸魂、审判提质、作风固本、清风护航”四大工程。\n"
NAMED_SECTIONS = "一、政治铸魂\n学。\n二、审判提质\n审。\n三、作风固本\n改。\n四、清风护航\n廉。\n"

AGREES = {
    "quoted": ("从“德、纪、法、责”四个维度剖析。\n", "四个维度"),
    "quoted-arabic": ("从“德、纪、法、责”4个维度剖析。\n", "4个维度"),
    "quoted-straight": ('从"德、纪、法、责"四个维度剖析。\n', "四个维度"),
    "quoted-each": ("紧盯“立案”“审判”“执行”三个环节。\n", "三个环节"),
    "quoted-each-parted": ("紧盯“立案”、“审判”、“执行”三个环节。\n", "三个环节"),
    "quoted-with-title": ("学习“《党章》、《纪律处分条例》、《监督条例》”三项内容。\n", "三项"),
    "quoted-commas": ("围绕“听得进,沉得下,干得成”三个要求。\n", "三个要求"),
    "quoted-and": ("围绕“学习、检查和问责”三个环节。\n", "三个环节"),
    "five-ones": ("以“上一堂党课、读一本书、写一篇心得、办一次教育、走一次基层”为主要内容的“五个一”活动。\n", "五个一"),
    "bare": ("从教育、管理、监督三个环节入手。\n", "三个环节"),
    "bare-and": ("从思想、组织和作风三个方面查摆。\n", "三个方面"),
    "bare-and-inside-an-item": ("则从资产结构、流程与制度、资金保障和合规调整四个方面作了介绍。\n", "四个方面"),
    "bare-with-other-lead": ("聚焦立案、审判、执行三个环节开展检查。\n", "三个环节"),
    "points-inline": ("做到三个坚持：一是坚持学习；二是坚持检查；三是坚持问责。\n", "三个坚持"),
    "points-lines": ("重点抓好以下三项工作：\n一是学习。\n二是检查。\n三是问责。\n", "三项工作"),
    "points-circled": ("主要存在两个问题：①学习不够；②检查不严。\n", "两个问题"),
    "points-behind-stop": ("提出三条意见。一是加强学习；二是加强检查；三是加强问责。\n", "三条意见"),
    "dashes": ("做到三个强化：\n——强化学习。\n——强化检查。\n——强化问责。\n", "三个强化"),
    "sections": (PLAN.format("三"), "三个方面措施"),
    "sections-spaced": (PLAN.format(" 3 "), "3 个方面措施"),
    "dashes-with-text-between": ("做到三个到位：\n——学习到位。\n——检查到位。\n认真查。\n——问责到位。\n", "三个到位"),
    "named-sections": (NAMES + NAMED_SECTIONS, "四大工程"),
}

DIFFERS = {
    "quoted": ("从“德、纪、法”四个维度剖析。\n", "四个维度", "3"),
    "quoted-more": ("从“德、纪、法、责、情”四个维度剖析。\n", "四个维度", "5"),
    "quoted-each": ("紧盯“立案”“审判”三个环节。\n", "三个环节", "2"),
    "five-ones": ("以“上一堂党课、读一本书、写一篇心得”为主要内容的“五个一”活动。\n", "五个一", "3"),
    "bare": ("从教育、管理、监督四个环节入手。\n", "四个环节", "3"),
    "points": ("做到三个坚持：一是坚持学习；二是坚持检查。\n", "三个坚持", "2"),
    "points-lines": ("重点抓好以下三项工作。\n一是学习。\n二是检查。\n三是问责。\n四是公开。\n", "三项工作", "4"),
    "dashes": ("做到四个强化：\n——强化学习。\n——强化检查。\n——强化问责。\n", "四个强化", "3"),
    "sections": (PLAN.format("四"), "四个方面措施", "3"),
    "named-sections": (NAMES + NAMED_SECTIONS.replace("清风护航", "廉政宣传"), "四大工程", "3"),
}

UNCERTAIN = {
    "and-so-on": "从“德、纪、法”等四个维度剖析。\n",
    "begun-before-the-quotation": "加强“一把手”和“关键岗位”“重点人员”三类人员监管，抓作风、“人、财、物”四个方面。\n",
    "dashes-with-text-between": "做到两个到位：\n——学习到位。\n——检查到位。\n认真查。\n——问责到位。\n",
    "characters": "牢记“忠诚、干净、担当”六个字，做到“为民、务实、清廉”六字要求。\n",
    "joined-quotations": "设置“登记成功”和“登记超时”两个场景。\n",
    "adverbs": "深入、系统梳理五个方面问题。\n",
    "adverbs-behind-from": "从严、从实抓好三个方面工作，从快、从紧推进两个环节。\n",
    "verbs": "在查找、梳理三个方面问题的基础上开展整改。\n",
    "uneven-items": "从严格教育管理、制度三个方面入手。\n",
    "fixed-expressions": "增强“四个意识”、坚定“四个自信”、做到“两个维护”。\n",
    "events": "开展“学条例、守规矩”3次专题学习、“讲规范、比质效”两场竞赛。\n",
    "quoted-slogan-alone": "落实“一支部一品牌、一党员一旗帜”要求。\n",
    "other-matter": "针对3个问题：一是组织补学；二是修订制度。\n",
    "far-off": "共有12个方面：一是学习；二是检查。\n",
    "broken-list": "做到三个坚持：一是坚持学习；三是坚持问责。\n",
    "number-further-away": "提出三条意见，要求立即整改：一是加强学习；二是加强检查。\n",
    "sections-with-a-gap": PLAN.format("四").replace("（三）", "（四）"),
    "sections-not-announced": PLAN.format("四").replace("以下", ""),
    "named-in-part": NAMES + "一、政治铸魂\n学。\n二、其他工作\n做。\n",
    "named-under-another-heading": NAMES + NAMED_SECTIONS.replace("四、清风护航\n", "四、廉政建设\n——清风护航。\n"),
    "table": "| 序号 | 事项 |\n|---|---|\n| 1 | 从教育、管理两个方面 |\n",
}


def _judged(text: str) -> dict[str, list[tuple[str, str]]]:
    document = parse(Source("draft.txt", text))
    judged: dict[str, list[tuple[str, str]]] = {}
    for found in compare(document, Facts(document)):
        judged.setdefault(document.source.slice(found.figure), []).append((found.verdict.value, found.computed))
    return judged


@pytest.mark.parametrize(("text", "figure"), AGREES.values(), ids=AGREES)
def test_a_count_that_agrees_with_its_list_is_verified(text: str, figure: str) -> None:
    judged = _judged(text)
    assert list(judged) == [figure]
    assert {verdict for verdict, _ in judged[figure]} == {"verified"}


@pytest.mark.parametrize(("text", "figure", "counted"), DIFFERS.values(), ids=DIFFERS)
def test_a_count_that_differs_from_its_list_is_contradicted(text: str, figure: str, counted: str) -> None:
    judged = _judged(text)
    assert [found for found in judged[figure] if found[0] == "contradicted"] == [("contradicted", counted)]


@pytest.mark.parametrize("text", UNCERTAIN.values(), ids=UNCERTAIN)
def test_what_may_be_no_list_is_not_contradicted(text: str) -> None:
    assert not [found for judged in _judged(text).values() for found in judged if found[0] == "contradicted"]
