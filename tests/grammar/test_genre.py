"""Which sort of text a draft is."""

from __future__ import annotations

import pytest

from disclosure_grammar.genre import detect
from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("中共青岚县委关于巡察整改进展情况的通报\n正文。\n", "progress"),
        ("根据安排，现将巡视整改进展情况予以公布。\n一、总体情况\n完成。\n", "progress"),
        ("反馈后立即整改。现根据有关规定将巡察整改进展情况予以公布。\n一、总体情况\n完成。\n", "progress"),
        ("县审计局关于审计发现问题整改落实情况的公告\n一、情况\n", "progress"),
        ("青岚县人民法院党组关于县委巡察反馈意见的整改方案\n为抓好整改。\n一、目标\n", "plan"),
        ("民主生活会查摆问题整改方案\n一、指导思想\n", "plan"),
        ("关于巡察整改方案落实情况的通报\n一、情况\n", "progress"),
        ("为抓好整改落实，特制定本方案。\n一、目标\n整改到位。\n", "plan"),
        ("青岚县法院全面从严治党工作总结\n一、党组高度重视\n贯彻落实主体责任，干警作风好转。\n", "report"),
        ("Read me\n\nThis is a program.\n", "other"),
        ("会议通知\n下午三点开会。\n", "other"),
        # what speaks of rectification and discloses none
        ("青岚学院审计整改工作办法（试行）\n第一条 为落实审计整改主体责任，领导班子应当贯彻落实本办法。\n", "report"),
        (
            "关于2023年度审计查出问题整改情况的报告\n主任、各位副主任，各位委员：\n县委高度重视整改，问题均已整改到位。\n",
            "report",
        ),
        (
            "关于专项审计发现问题整改情况的函\n市审计局：\n现将整改情况函告如下：\n一、总体情况\n县委重视整改。\n",
            "report",
        ),
        ("县委召开巡察整改推进会\n6月5日，县委召开巡察整改推进会，要求各党组落实主体责任，按期整改到位。\n", "report"),
        (
            "今年以来，审计局紧盯整改，对已整改的及时销号，对整改不力的约谈，督促整改到位，全部完成整改，整改率提高。\n",
            "other",
        ),
        (
            "青岚县自然资源局认真做好耕地保护督察整改工作\n县政府高度重视整改，要求整改到位。截至目前，已完成整改6个。\n",
            "other",
        ),
        ("关于县级环保督察已完成整改任务的公示\n一、整改任务\n河道清淤。\n", "progress"),
        (
            "一、总体情况\n巡察反馈后立即整改，全面整改，深入整改。\n二、具体情况\n问题已整改，均已完成整改，整改到位。\n",
            "progress",
        ),
        ("", "other"),
    ],
)
def test_detect(text: str, genre: str) -> None:
    assert detect(parse(Source("draft", text))) == genre
