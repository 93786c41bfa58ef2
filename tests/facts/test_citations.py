"""Titles in book-title marks: nesting, lost marks, exact places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Prose, Source
from disclosure_lint.facts.citations import extract, find

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


@given(st.text(alphabet="《》〈〉<>＜＞学习 。"))
def test_any_text_gives_titles_between_their_marks(text: str) -> None:
    for start, end in find(Prose(text)):
        assert text[start] in "《〈＜<"
        assert text[end - 1] in "》〉＞>"
        assert end - start > 2
