"""Titles in book-title marks: nesting, lost marks, exact places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Prose, Source
from disclosure_lint.facts.citations.titles import extract, find, fold

CASES = {
    "plain": ("学习《中国共产党章程》。", ["《中国共产党章程》"]),
    "two-side-by-side": ("学习《党章》《条例》。", ["《党章》", "《条例》"]),
    "nested": ("《关于印发〈整改方案〉的通知》", ["《关于印发〈整改方案〉的通知》", "〈整改方案〉"]),
    "nested-full-width": ("《贯彻＜条例＞办法》", ["《贯彻＜条例＞办法》", "＜条例＞"]),
    "nested-half-width": ("《贯彻<条例>办法》", ["《贯彻<条例>办法》", "<条例>"]),
    "nested-alike": ("《关于《条例》的说明》", ["《关于《条例》的说明》", "《条例》"]),
    "nested-three-deep": (
        "《转发〈印发《方案》通知〉函》",
        ["《转发〈印发《方案》通知〉函》", "〈印发《方案》通知〉", "《方案》"],
    ),
    "quotation-inside": ("《“阳光司法”问答(试行)》", ["《“阳光司法”问答(试行)》"]),
    "never-closed": ("学习《党章。修订《办法》。", ["《办法》"]),
    "never-opened": ("学习党章》和《条例》。", ["《条例》"]),
    "inner-never-closed": ("《关于〈条例的通知》", ["《关于〈条例的通知》"]),
    "never-closed-before-another": ("修订《甲办法、《乙办法》。", ["《乙办法》"]),
    "across-sentences": ("学习《甲办法。随后印发乙办法》。", []),
    "across-cells": ("| 学习《甲办法 | 乙办法》 |", []),
    "empty": ("《》", []),
    "angle-brackets-alone": ("占比<5%>，〈略〉", []),
    "far-too-long": (f"《{'学' * 300}》", []),
}


@pytest.mark.parametrize(("text", "titles"), CASES.values(), ids=CASES)
def test_titles_are_found(text: str, titles: list[str]) -> None:
    assert [text[start:end] for start, end in find(Prose(text))] == titles


def test_spans_are_places_in_the_draft() -> None:
    source = Source("draft.md", "# 通报\n\n学习**《中国共产党章程》**。\n", markup="markdown")
    (citation,) = extract(parse(source))
    assert source.slice(citation.span) == "《中国共产党章程》"
    assert citation.title == "中国共产党章程"


def test_inner_titles_are_marked() -> None:
    text = "印发《关于印发〈审判管理办法〉的通知》《廉政手册》和《转发《公务接待办法》的通知》。\n"
    found = {citation.title: citation.inner for citation in extract(parse(Source("draft.txt", text)))}
    assert found == {
        "关于印发〈审判管理办法〉的通知": False,
        "审判管理办法": True,
        "廉政手册": False,
        "转发《公务接待办法》的通知": False,
        "公务接待办法": True,
    }


def test_a_title_broken_by_a_line_end_is_one() -> None:
    words = (
        "院党组坚持把学习贯彻党内法规摆在首位，认真学习《中国共产党章程》，并结合实际开展专题研讨，推动学习成果转化为工作成效。"
        * 6
    )
    lines = "\n".join(words[at : at + 32] for at in range(0, len(words), 32))
    source = Source("draft.txt", f"一、整改情况\n{lines}\n")
    found = extract(parse(source))
    assert [citation.name for citation in found] == ["中国共产党章程"] * 6
    assert any("\n" in source.slice(citation.span) for citation in found)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        pytest.param("廉政手册(试行)", "廉政手册（试行）", id="half-width-brackets"),
        pytest.param("关于印发<方案>的通知", "关于印发〈方案〉的通知", id="angle-brackets"),
        pytest.param("关于印发《方案》的通知", "关于印发〈方案〉的通知", id="book-title-marks-inside"),
        pytest.param("规划 (２０２３-2027年)", "规划（2023—2027年）", id="digits-dashes-spaces"),
        pytest.param('关于加强对"一把手"监督的意见', "关于加强对“一把手”监督的意见", id="straight-quotes"),
    ],
)
def test_titles_are_folded_for_comparison(written: str, folded: str) -> None:
    assert fold(written) == folded == fold(folded)


@given(st.text(alphabet="《》〈〉<>＜＞学习 。"))
def test_any_text_gives_titles_between_their_marks(text: str) -> None:
    for start, end in find(Prose(text)):
        assert text[start] in "《〈＜<"
        assert text[end - 1] in "》〉＞>"
        assert end - start > 2
