"""Enumerations as facts: which labels belong together, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_grammar.tree import Form
from disclosure_lint.facts.headings.enumerations import extract
from disclosure_lint.facts.headings.ordinals import find, written

LABELS = st.sampled_from(
    [
        "一是",
        "二是",
        "三是",
        "十一是",
        "一要",
        "首先",
        "其次，",
        "再次，",
        "最后，",
        "第一，",
        "第二，",
        "其一，",
        "①",
        "③",
        "(1)",
        "（２）",
        "1.",
        "2）",
    ]
)
TEXTS = st.lists(
    st.one_of(LABELS, st.sampled_from(["。", "；", "，", "：", "\n", "\r\n", "学习", "整改情况：", "“", "”", " "]))
).map("".join)


def _numbers(text: str) -> list[list[int]]:
    return [[item.number for item in found.items] for found in extract(parse(Source("draft.txt", text)))]


CASES = {
    "two-in-one-line": ("一是学；二是查。另外：一是立；二是行；三是评。\n", [[1, 2], [1, 2, 3]]),
    "nested-same-form": ("一是做到：一是学；二是查。二是总结。三是公开。\n", [[1, 2, 3], [1, 2]]),
    "nested-circled": ("一是学：①文件；②案例。二是查。\n", [[1, 2], [1, 2]]),
    "across-lines": ("一是学。\n共四次。\n二是查。\n三是评。\n", [[1, 2, 3]]),
    "per-section": ("1.学习不够\n一是学。\n二是研。\n2.作风不实\n一是查。\n二是评。\n", [[1, 2], [1, 2]]),
    "last-closes": ("首先，学。其次，查。最后，评。\n", [[1, 2, 3]]),
    "filled": ("院党组坚持一是学；二是查。\n", [[1, 2]]),
    "filled-by-another-word": ("首先，学；二是查；三是评。\n", [[1, 2, 3]]),
    "lone-first-word": ("首先要学。\n", []),
    "lone-is": ("一是学。\n", [[1]]),
    "first-lost-behind-a-sound-list": ("一是学。\n二是查。\n整改方面。\n二是评。\n三是改。\n", [[1, 2], [2, 3]]),
    "references": ("见附件①③。\n", []),
    "full-width-digits": ("核查：（１）合同；（２）台账。\n", [[1, 2]]),
    "crlf": ("一是学。\r\n二是查。\r\n", [[1, 2]]),
}


@pytest.mark.parametrize(("text", "numbers"), CASES.values(), ids=CASES)
def test_labels_are_grouped(text: str, numbers: list[list[int]]) -> None:
    assert _numbers(text) == numbers


def test_labels_have_their_exact_place() -> None:
    source = Source("draft.txt", "　　整改情况：一是学；二是查。\n**三是评。**\n")
    (found,) = extract(parse(source))
    assert [source.slice(item.label) for item in found.items] == ["一是", "二是", "三是"]
    assert source.slice(found.span) == "一是学；二是查。\n**三是"
    assert (found.form, found.word, found.closed) == (Form.IS, "是", False)


def test_a_last_word_closes_its_list() -> None:
    (found,) = extract(parse(Source("draft.txt", "首先，学。最后，评。\n")))
    assert found.closed
    assert found.form is Form.FIRST


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_text_gives_places_inside_it(text: str) -> None:
    source = Source("draft.txt", text)
    for found in extract(parse(source)):
        assert found.items
        for item in found.items:
            assert source.slice(item.label).strip()
            assert item.node.span.contains(item.label)
        starts = [item.label.start for item in found.items]
        assert starts == sorted(starts)
        assert found.span.start == starts[0]


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_ordinals_are_what_they_say(text: str) -> None:
    for ordinal in find(text):
        assert 0 <= ordinal.start < ordinal.end <= len(text)
        assert ordinal.number or text[ordinal.start : ordinal.end] == "最后"


@pytest.mark.parametrize(
    ("form", "number", "word", "label"),
    [
        (Form.IS, 12, "要", "十二要"),
        (Form.OF_THEM, 3, "", "其三"),
        (Form.ORDINAL, 2, "", "第二"),
        (Form.FIRST, 2, "", "其次"),
        (Form.FIRST, 7, "", "最后"),
        (Form.CIRCLED, 3, "", "③"),
        (Form.CIRCLED, 33, "", "33"),
        (Form.ARABIC, 4, "", "4."),
        (Form.ARABIC_BRACKETED, 4, "", "（4）"),
        (Form.ARABIC_HALF_BRACKET, 4, "", "4）"),
    ],
)
def test_a_label_can_be_written(form: Form, number: int, word: str, label: str) -> None:
    assert written(form, number, word) == label
