"""Counted lists as facts: items, count and certainty, at their exact places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Prose, Source
from disclosure_lint.facts.figures.quoted_lists import extract, find

CASES = {
    "quoted": ("从“德、纪、法、责”四个维度剖析", ["德", "纪", "法", "责"], 4, "四个维度", True),
    "quoted-each": ("紧盯“立案”“审判”三个环节", ["立案", "审判"], 3, "三个环节", True),
    "open": ("从“德、纪”等四个维度", ["德", "纪"], 4, "四个维度", False),
    "titles-inside": ("学习“《党章》、《条例》”两项内容", ["《党章》", "《条例》"], 2, "两项", True),
    "nested-marks-part-nothing": ("落实“《党章、准则》、条例”两项", ["《党章、准则》", "条例"], 2, "两项", True),
    "brackets-part-nothing": (
        "围绕“学（党章、条例）、查、改”三个环节",
        ["学（党章、条例）", "查", "改"],
        3,
        "三个环节",
        True,
    ),
    "commas": ("做到“听得进，沉得下，干得成”三个要求", ["听得进", "沉得下", "干得成"], 3, "三个要求", True),
    "commas-and-marks": ("做到“听得进、记得住，干得成”三个要求", ["听得进", "记得住，干得成"], 3, "三个要求", False),
    "bare": ("从教育、管理、监督三个环节入手", ["教育", "管理", "监督"], 3, "三个环节", True),
    "bare-uneven": ("从干部教育管理、监督三个环节入手", ["干部教育管理", "监督"], 3, "三个环节", False),
    "full-width-number": ("从“德、纪、法、责”４个维度", ["德", "纪", "法", "责"], 4, "４个维度", True),
}


@pytest.mark.parametrize(("text", "items", "count", "figure", "certain"), CASES.values(), ids=CASES)
def test_counted_lists_are_found(text: str, items: list[str], count: int, figure: str, certain: bool) -> None:
    (found,) = find(Prose(text))
    assert [text[start:end] for start, end in found.items] == items
    assert (found.count, text[slice(*found.figure)], found.certain) == (count, figure, certain)


def test_words_that_may_join_two_items_leave_other_ways_to_count() -> None:
    (found,) = find(Prose("从学习和培训、检查以及问责三个方面"))
    assert (len(found.items), found.ways) == (2, (3, 4))


@pytest.mark.parametrize(
    "text",
    [
        "增强“四个意识”",
        "“一把手”三个必须",
        "深入、系统梳理五个方面问题",
        "从严、从实抓好三个方面工作",
        "“十四五”、“十三五”规划",
        "",
    ],
)
def test_prose_is_no_counted_list(text: str) -> None:
    assert list(find(Prose(text))) == []


def test_spans_are_places_in_the_draft() -> None:
    source = Source("draft.txt", "根据通知。\n从“德、纪、法、责”四个维度剖析。\n")
    (found,) = extract(parse(source))
    assert source.slice(found.span) == "“德、纪、法、责”四个维度"
    assert source.slice(found.figure) == "四个维度"
    assert [source.slice(item) for item in found.items] == ["德", "纪", "法", "责"]


@given(st.text(alphabet='从“”"、，和等三四个方面维度环节德纪法《》（）。'))
def test_any_text_gives_places_inside_it(text: str) -> None:
    for found in find(Prose(text)):
        assert 0 <= found.start < found.figure[0] < found.figure[1] <= found.end <= len(text)
        assert all(found.start <= start < end <= found.figure[0] for start, end in found.items)
        assert found.count >= 2
