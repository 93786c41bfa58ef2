"""Words in running text: many sought at once, lists that spell out sets, inspections; on any text, in exact places."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.facts import Facts
from disclosure_lint.facts.expressions import expansions, misquotations
from disclosure_lint.facts.expressions.inspections import Inspections
from disclosure_lint.facts.expressions.running import Lexicon, RunningText, fold, running_text
from disclosure_lint.reference.phrases import phrases

PIECES = [
    "“", "”", '"', "，", ",", "。", "、", "和", "（", "）", "《", "》", "\n", "\r\n", "　", "等", "即", "一、", "截止", "2024年5月31日",
    "四个意识", "政治意识", "大局意识", "核心意识", "看齐意识", "责任意识", "增强", "坚定", "三会一课", "党课", "支部党员大会",
    "巡视", "巡察", "巡查", "县委", "省委", "市委", "第二", "组", "整改", "开展", "反馈", "现将", "关于", "情况", "联动",
    "习总书记", "学", "布署", "发", "名", "台帐", "二个确立", "三个区分", "容错", "习近平新时代", "以习近平同志", "思想", "错别字",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60)


@given(texts)
@settings(deadline=None)
def test_any_text_is_read_and_every_place_is_exact(text: str) -> None:
    document = parse(Source("x.txt", text))
    running = Facts(document).running_text
    spans = []
    for slip in misquotations.extract(running):
        spans.append(slip.span)
        assert fold(text[slip.span.start : slip.span.end]) != fold(slip.right)
    for listing in expansions.extract(running, [phrase for phrase in phrases() if phrase.members]):
        spans += [listing.span, *listing.words]
        assert all(listing.span.contains(word) for word in listing.words)
        for number, word in zip(listing.members, listing.words, strict=True):
            written = re.sub(r"[“”\"\s]", "", text[word.start : word.end])
            assert written in listing.phrase.members[number]
    inspections = Inspections(document, running)
    for senders in (inspections.of_counties, inspections.of_provinces, inspections.of_cities, inspections.patrols):
        for sender in senders():
            spans += [sender.span, sender.word]
            assert re.sub(r"\s", "", text[sender.word.start : sender.word.end]) in ("巡视", "巡察", "巡查")
    answered = inspections.answered()
    spans += [answered.witness, *answered.otherwise] if answered else []
    assert all(span.start < span.end <= len(text) for span in spans)


@given(st.text("甲乙丙", max_size=30), st.sets(st.text("甲乙丙", min_size=1, max_size=4), max_size=8))
@settings(deadline=None)
def test_many_words_are_found_as_one_pattern_would_find_them(text: str, words: set[str]) -> None:
    pattern = re.compile("|".join(sorted(words, key=len, reverse=True)) or r"(?!)")
    assert list(Lexicon(words).find(text)) == [(match.start(), match[0]) for match in pattern.finditer(text)]


def running(text: str) -> RunningText:
    return running_text(parse(Source("x.txt", text)).prose)


def test_running_text_leads_back_to_the_source() -> None:
    text = "关于整改情况的通报\n　　一、组织落实\n（一）提高站位。学习“两个确立”,\n落实。\n"
    here = running(text)
    for word in ("整改情况", "组织落实", "两个确立", "落实。"):
        at = here.text.rindex(word)
        span = here.span(at, at + len(word))
        assert text[span.start : span.end] == word
    assert len(here.folded) == len(here.text)
    assert "“两个确立“，" in here.folded


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("甲。乙丙丁。戊", "乙丙丁"),
        ("甲\n乙丙丁\n戊", "乙丙丁"),
        ("丙", "丙"),
        ("甲！乙；丙，丁？戊", "乙；丙，丁"),
    ],
)
def test_sentence(text: str, sentence: str) -> None:
    here = RunningText(text, text, (), (0,))
    start, end = here.sentence(text.index("丙"), text.index("丙") + 1)
    assert text[start:end] == sentence
