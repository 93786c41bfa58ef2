"""Markdown as a mask: what is hidden, and that the words behind it keep their places."""

from __future__ import annotations

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_grammar.tree import Kind


def words(text: str, markup: str = "markdown") -> list[str]:
    return [leaf.text for leaf in parse(Source("draft.md", text, markup)).prose]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完成**27项**整改。", ["完成27项整改。"]),
        ("完成 *27* 项。", ["完成 27 项。"]),
        ("完成`27`项，见[台账](a.md)和![图](b.png)。", ["完成27项，见台账和图。"]),
        ("> 引用的话。", ["引用的话。"]),
        ("### （一）甲 ###", ["（一）甲"]),
        ("甲<br/>乙<b>丙</b>。", ["甲乙丙。"]),
        ("甲<!-- 不是正文 -->乙。", ["甲乙。"]),
        ("联系邮箱：a_b_c@d.cn。", ["联系邮箱：a_b_c@d.cn。"]),
        ("推动*市高质量发展，建设*省。", ["推动*市高质量发展，建设*省。"]),
        ("一\\. 不是编号。", ["一. 不是编号。"]),
        ("标题\n===\n正文。", ["标题", "正文。"]),
    ],
)
def test_markup_is_masked(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_comments_are_masked_in_text_as_well() -> None:
    assert words("甲<!-- 乙\n丙 -->丁。\n<!-- 戊 -->\n**己**。", "text") == ["甲", "丁。", "**己**。"]


def test_unclosed_comment_runs_to_the_end() -> None:
    assert words("甲。\n<!-- 乙\n丙。", "text") == ["甲。"]


def test_table_cells_keep_their_places() -> None:
    document = parse(Source("a.md", "| 问题 | **时限** |\n|:--|--:|\n| 甲 |  |\n", "markdown"))
    rows = [leaf for leaf in document.leaves if leaf.kind is Kind.ROW]
    assert [[cell.text for cell in row.cells] for row in rows] == [["问题", "时限"], ["甲", ""]]
    assert document.source.slice(rows[0].cells[1].span(0, 2)) == "时限"


def test_tables_pasted_with_tabs() -> None:
    document = parse(Source("a.txt", "序号\t问题\t时限\n1\t甲\t年底\n"))
    rows = [leaf for leaf in document.leaves if leaf.kind is Kind.ROW]
    assert [[cell.text for cell in row.cells] for row in rows] == [["序号", "问题", "时限"], ["1", "甲", "年底"]]
