"""Repetitions: paragraphs, sentences and phrases said twice, and formulas that are meant."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.facts.expressions.running import running_text
from disclosure_lint.facts.writing.repeats import Repeat, extract

LONG = "局党组召开专题会议研究部署，制定整改方案，明确责任领导和完成时限。"
OTHER = "对全县42座小型水库逐一开展安全鉴定，完成除险加固9座，落实管护经费。"


def repeats(text: str) -> tuple[Source, tuple[Repeat, ...]]:
    source = Source("draft", text)
    document = parse(source)
    return source, extract(document, running_text(document.prose))


@pytest.mark.parametrize(
    ("again", "adjacent"),
    [
        (f"{LONG}\n", True),
        (f"\n\n{LONG}\n", True),
        (f"{OTHER}\n{LONG}\n", False),
        (f"二、下一步\n　　{LONG.replace('，', ',')}\n", False),
    ],
    ids=["at-once", "blank-line", "apart", "spaces-and-widths"],
)
def test_a_paragraph_is_found_again(again: str, adjacent: bool) -> None:
    source, (repeat,) = repeats(f"一、整改情况\n{LONG}\n{again}")
    assert (repeat.kind, repeat.adjacent, repeat.paragraphs) == ("paragraph", adjacent, 1)
    assert source.slice(repeat.first) == LONG
    assert source.slice(repeat.span).replace(",", "，") == LONG


@pytest.mark.parametrize(
    "label", ["一是{}\n二是{}\n", "——{}\n——{}\n", "整改措施：{}\n整改成效：{}\n", "1.学习不深入。{}\n2.调研不够。{}\n"]
)
def test_a_label_makes_no_difference(label: str) -> None:
    _, (repeat,) = repeats("一、整改情况\n" + label.format(LONG, LONG))
    assert repeat.kind == "paragraph"


def test_paragraphs_copied_together_are_one_repetition() -> None:
    block = f"1.学习不深入。\n{LONG}\n2.调研不经常。\n{OTHER}\n"
    source, (repeat,) = repeats(f"一、整改情况\n{block}{block}3.作风不实。\n已整改。\n")
    assert (repeat.kind, repeat.paragraphs, repeat.adjacent) == ("paragraphs", 2, True)
    assert source.slice(repeat.span) == source.slice(repeat.first) == block.strip()


def test_the_whole_draft_twice_is_one_repetition() -> None:
    draft = f"中共青岚县水利局党组关于巡察整改情况的通报\n一、整改情况\n{LONG}\n{OTHER}\n中共青岚县水利局党组\n2024年8月3日\n"
    assert [repeat.paragraphs for repeat in repeats(draft * 2)[1]] == [2]


@pytest.mark.parametrize(
    "text",
    [
        f"一、整改情况\n{LONG}\n{LONG.replace('责任领导', '牵头领导')}\n",
        "一、甲\n已完成整改并长期坚持，确保不反弹不回潮见实效。\n二、乙\n已完成整改并长期坚持，确保不反弹不回潮见实效。\n",
        "一、甲\n责任单位：办公室、机关党委、规划科、水资源科、财务科\n二、乙\n责任单位：办公室、机关党委、规划科、水资源科、财务科\n",
        f"一、甲\n| 1 | {LONG} |\n| 2 | {LONG} |\n",
        f"一、甲\n针对“{LONG}”问题，修订制度2项。\n针对“{LONG}”问题，开展培训3次。\n",
        f"方案\n一、甲\n{LONG}\n青岚县水利局\n2024年8月3日\n附件1\n{LONG}\n",
        "一、甲\n落实落实再落实，研究研究再说，召开审判委员会委员会议，党委办公室办公室主任到会。\n",
        "一、甲\n约谈某某公司、某某公司，李某某、李某某，5个党支部、3个党支部。\n",
    ],
    ids=["a-word-differs", "state", "owner", "table", "problem-quoted", "annex", "emphatic", "withheld"],
)
def test_what_is_meant_is_no_repetition(text: str) -> None:
    assert repeats(text)[1] == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("进一步加强队伍建设加强队伍建设。", "加强队伍建设"),
        ("坚持和发展中国特色社会主义中国特色社会主义。", "中国特色社会主义"),
        ("进一步进一步健全制度。", "进一步"),
        ("压实责任，压实责任，", "压实责任"),
        ("机关党委、机关党委牵头。", ""),
    ],
    ids=["phrase", "long-phrase", "adverb", "clause", "goes-on"],
)
def test_a_phrase_said_twice_is_found(text: str, words: str) -> None:
    source, found = repeats(f"一、整改情况\n{text}\n")
    assert [source.slice(repeat.span) for repeat in found] == ([words] if words else [])
    assert [source.slice(repeat.first) for repeat in found] == ([words] if words else [])


@pytest.mark.parametrize("between", ["同时，健全制度。", "健全制度。\n"], ids=["same-paragraph", "next-paragraph"])
def test_a_sentence_said_twice_is_found(between: str) -> None:
    source, found = repeats(f"一、整改情况\n{LONG}{between}{LONG}按月通报。\n")
    assert [(repeat.kind, source.slice(repeat.span)) for repeat in found] == [("sentence", LONG[:-1])]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([LONG, OTHER, "一是", "\n", "1.学习。", "加强管理", "、", "。", " "]), max_size=24).map(
        "".join
    )
)
def test_places_are_apart_and_say_the_same(text: str) -> None:
    source, found = repeats(text)
    end = 0
    for repeat in found:
        assert end <= repeat.span.start < repeat.span.end <= len(text)
        assert repeat.first.start < repeat.span.start
        end = repeat.span.end
        if repeat.kind in ("sentence", "phrase"):
            assert source.slice(repeat.first) == source.slice(repeat.span)


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_at_all(text: str) -> None:
    source, found = repeats(text)
    assert all(repeat.span.end <= len(source.text) for repeat in found)


@pytest.mark.parametrize("unit", ["整", "整改", "加强管理", "加强管理，", f"{LONG}\n", LONG, "加强党的建设加强"])
def test_a_long_run_takes_no_longer_than_it_must(unit: str) -> None:
    document = parse(Source("draft", unit * (20000 // len(unit))))
    started = time.perf_counter()
    extract(document, running_text(document.prose))
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    "item",
    [f"（1）{LONG}\n", f"（1）组织学习研讨并修订三项制度。{LONG}\n", f"1.关于学习不深入的问题。{LONG}\n"],
    ids=["numbered-sentence", "heading-that-runs-on", "problem"],
)
def test_a_numbered_item_pasted_at_once_is_found(item: str) -> None:
    source, (repeat,) = repeats("一、整改情况\n" + item * 2)
    assert (repeat.kind, repeat.adjacent) == ("paragraph", True)
    assert source.slice(repeat.span) == source.slice(repeat.first) == item.strip()


def test_an_item_pasted_without_its_number_is_found() -> None:
    source, (repeat,) = repeats(f"一、整改情况\n1.学习不深入。{LONG}\n2.调研不够。{OTHER}\n学习不深入。{LONG}\n")
    assert source.slice(repeat.first) == f"1.学习不深入。{LONG}"
    assert source.slice(repeat.span) == f"学习不深入。{LONG}"


def test_headings_that_recur_apart_are_meant() -> None:
    problem = "关于学习贯彻上级决策部署不够及时、结合实际研究落实不够深入的问题。"
    assert repeats(f"一、存在问题\n1.{problem}\n2.作风不实。\n二、整改措施\n1.{problem}\n修订制度。\n")[1] == ()
