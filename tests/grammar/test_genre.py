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
        ("县审计局关于审计发现问题整改落实情况的公告\n一、情况\n", "progress"),
        ("青岚县人民法院党组关于县委巡察反馈意见的整改方案\n为抓好整改。\n一、目标\n", "plan"),
        ("民主生活会查摆问题整改方案\n一、指导思想\n", "plan"),
        ("关于巡察整改方案落实情况的通报\n一、情况\n", "progress"),
        ("为抓好整改落实，特制定本方案。\n一、目标\n整改到位。\n", "plan"),
        ("青岚县法院全面从严治党工作总结\n一、党组高度重视\n贯彻落实主体责任，干警作风好转。\n", "report"),
        ("Read me\n\nThis is a program.\n", "other"),
        ("会议通知\n下午三点开会。\n", "other"),
        ("", "other"),
    ],
)
def test_detect(text: str, genre: str) -> None:
    assert detect(parse(Source("draft", text))) == genre
