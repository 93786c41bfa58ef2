"""Where a heading ends and its body begins."""

from __future__ import annotations

import pytest

from disclosure_grammar.titles import title_end


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("坚持学习。", "一是制定计划。二是抓好落实。"),
        ("加强组织领导", ""),
        ("加强组织领导。", ""),
        ("针对“落实责任。要细化”意见，进行以下整改。", ""),
        ("针对“落实责任。要细化”意见。", "完善制度。"),
        ("关于“责任‘压实。’不够”问题（见附件。）。", "已完成。"),
        ("引号不配对“落实责任。", "完善制度。"),
        ("稳步起航：加强组织领导，扭住“牛鼻子”", ""),
        ("组织领导方面：", "成立领导小组。明确分工。"),
        ("真的吗？", "是的。"),
    ],
)
def test_title_end(title: str, body: str) -> None:
    assert title_end(title + body) == len(title)
