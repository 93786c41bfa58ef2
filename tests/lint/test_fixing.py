"""Choosing corrections and making them, round after round."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import disclosure_rules
from disclosure_grammar.source import Block, Change, ChangeKind, Layout, Part, Remark, Source, Span
from disclosure_lint.diagnostic import Diagnostic, FileReport
from disclosure_lint.engine import lint
from disclosure_lint.fixing import MOST_ROUNDS, SAFE_ONLY, WITH_UNSAFE, Obstacle, fix
from disclosure_lint.fixing.revision import Revision
from disclosure_lint.fixing.units import Unit, choose, edits_of, units
from disclosure_lint.rule import Edit, Fix, Safety, Severity, Text
from disclosure_lint.settings import Active, FileSettings

WORDS = Text("", "")


def edit(start: int, end: int, text: str = "") -> Edit:
    return Edit(Span(start, end), text)


def finding(code: str, *edits: Edit, safety: Safety = Safety.SAFE, independent: bool = False) -> Diagnostic:
    correction = Fix(WORDS, edits, safety, independent)
    return Diagnostic(code, code, Severity.WARNING, WORDS, None, WORDS, WORDS, "", fix=correction)


def checker(rules: dict[str, Callable[[str], list[tuple[Edit, ...]]]]) -> Callable[[Source], FileReport]:
    """A check with rules that say what to edit."""

    def check(source: Source) -> FileReport:
        found = [finding(code, *edits) for code, rule in rules.items() for edits in rule(source.text)]
        return FileReport("", source=source, diagnostics=tuple(found))

    return check


def replacing(old: str, new: str) -> Callable[[str], list[tuple[Edit, ...]]]:
    """A rule that has something replaced wherever it stands."""

    def rule(text: str) -> list[tuple[Edit, ...]]:
        places = [at for at in range(len(text)) if text.startswith(old, at)]
        return [(edit(at, at + len(old), new),) for at in places]

    return rule


def applied(text: str, *wanted: Unit) -> str:
    return Revision.of(Source("", text)).then(edits_of(choose(wanted))).source.text


@pytest.mark.parametrize(
    ("wanted", "result"),
    [
        ([Unit("A", (edit(1, 2, "x"),)), Unit("B", (edit(3, 4, "y"),))], "0x2y45"),
        ([Unit("A", (edit(1, 3, "x"),)), Unit("B", (edit(2, 4, "y"),))], "0x345"),
        ([Unit("A", (edit(0, 1, ""), edit(4, 5, ""))), Unit("B", (edit(3, 5, "y"),))], "1235"),
        ([Unit("A", (edit(2, 3, "x"),)), Unit("B", (edit(0, 1, "y"), edit(2, 4, "z")))], "01x345"),
        ([Unit("A", (edit(1, 2, "x"),)), Unit("B", (edit(1, 2, "x"), edit(5, 6, "")))], "0x234"),
        ([Unit("A", (edit(3, 3, "x"),)), Unit("B", (edit(3, 3, "x"),))], "012x345"),
        ([Unit("A", (edit(3, 3, "x"),)), Unit("B", (edit(3, 3, "y"),))], "012x345"),
        ([Unit("A", (edit(3, 3, "x"),)), Unit("B", (edit(3, 4, "y"),))], "012x345"),
        ([Unit("A", (edit(2, 3, "x"),)), Unit("B", (edit(3, 3, "y"),))], "01x345"),
        ([Unit("A", (edit(2, 4, "x"),)), Unit("B", (edit(3, 3, "y"),))], "01x45"),
        ([Unit("A", (edit(2, 3, "x"),)), Unit("B", (edit(3, 4, "y"),))], "01xy45"),
        ([Unit("A", (edit(2, 3, "x"), edit(3, 3, "+"), edit(3, 4, "y")))], "01x+y45"),
        ([Unit("A", (edit(0, 0, "<"),)), Unit("B", (edit(6, 6, ">"),))], "<012345>"),
    ],
    ids=[
        "apart", "overlapping", "first-wins-whole", "a-part-in-the-way", "shared-edit", "same-insertion", "two-insertions",
        "insertion-before-replaced", "insertion-behind-replaced", "insertion-inside", "side-by-side", "one-fix-side-by-side", "ends",
    ],
)  # fmt: skip
def test_what_is_made_at_once(wanted, result):
    assert applied("012345", *wanted) == result


@pytest.mark.parametrize(
    ("found", "made"),
    [
        (finding("A", edit(1, 2, "1")), []),
        (finding("A", edit(1, 2, "1"), edit(2, 3, "x")), [(edit(2, 3, "x"),)]),
        (finding("A", edit(1, 3, "x"), edit(2, 4, "y")), []),
        (finding("A", edit(2, 2, "x"), edit(2, 2, "y")), []),
        (finding("A", edit(3, 4, "y"), edit(1, 2, "x")), [(edit(1, 2, "x"), edit(3, 4, "y"))]),
        (finding("A", edit(3, 4, "y"), edit(1, 2, "x"), independent=True), [(edit(1, 2, "x"),), (edit(3, 4, "y"),)]),
        (finding("A", edit(1, 2, "x"), safety=Safety.UNSAFE), []),
        (finding("A", edit(1, 2, "x"), safety=Safety.DISPLAY), []),
    ],
    ids=[
        "no-effect",
        "partly-no-effect",
        "contradicts",
        "two-at-a-place",
        "sorted",
        "independent",
        "unsafe",
        "display",
    ],
)
def test_what_a_finding_asks_for(found, made):
    assert [unit.edits for unit in units([found], Source("", "012345"), SAFE_ONLY)] == made


def test_unsafe_only_when_asked_for_and_display_never():
    kinds = [finding(safety.name, edit(at, at + 1, "x"), safety=safety) for at, safety in enumerate(Safety)]
    lint = lambda source: FileReport("", diagnostics=tuple(kinds) if source.text == "012" else ())  # noqa: E731
    assert fix(Source("", "012"), lint).source.text == "x12"
    assert fix(Source("", "012"), lint, WITH_UNSAFE).source.text == "xx2"
    assert fix(Source("", "012"), lint, frozenset(Safety)).source.text == "xx2"


def test_goes_on_until_nothing_is_left():
    done = fix(Source("", "aaaa"), checker({"A": replacing("aa", "b"), "B": replacing("bb", "c")}))
    assert done.source.text == "c"
    assert done.made == {"A": 2, "B": 1}
    assert done.edits == (edit(0, 4, "c"),)
    assert done.restless == frozenset()


def test_corrections_that_undo_each_other_are_left_out():
    done = fix(
        Source("", "a1"), checker({"A": replacing("a", "b"), "B": replacing("b", "a"), "C": replacing("1", "2")})
    )
    assert done.source.text == "a2"
    assert done.restless == {"A", "B"}
    assert done.made == {"C": 1}


def test_a_correction_that_feeds_itself_is_left_out():
    calls = []

    def check(source: Source) -> FileReport:
        calls.append(source.text)
        return checker({"A": replacing("a", "aa"), "C": replacing("1", "2")})(source)

    done = fix(Source("", "1a"), check)
    assert done.source.text == "2a"
    assert done.restless == {"A"}
    assert len(calls) <= MOST_ROUNDS + 3


def test_ten_rounds_are_enough_for_ten():
    lint = checker({"A": lambda text: [(edit(0, 1, chr(ord(text[0]) + 1)),)] if text[0] < "k" else []})
    assert fix(Source("", "a"), lint).source.text == "k"
    assert fix(Source("", "A"), lint).restless == {"A"}


def test_automatic_numbers_are_not_touched():
    source = Source("", "一、甲，\n乙,丙\n", layout=Layout("docx", generated=(Span(0, 2),)))
    rules = {"A": replacing("、", "."), "B": replacing(",", "，"), "C": lambda text: [(edit(0, 0, "x"),)]}
    done = fix(source, checker(rules))
    assert done.source.text == "一、甲，\n乙，丙\n"
    assert done.obstacles == {Obstacle.GENERATED: 2}
    assert done.source.layout.generated == (Span(0, 2),)


def test_behind_an_automatic_number_words_may_be_put_in():
    source = Source("", "一、甲\n", layout=Layout("docx", generated=(Span(0, 2),)))
    lint = checker({"A": lambda text: [] if "x" in text else [(edit(2, 2, "x"),)]})
    done = fix(source, lint)
    assert done.source.text == "一、x甲\n"
    assert done.source.layout.generated == (Span(0, 2),)


def test_what_the_file_forbids_is_counted_and_asked_in_places_of_the_first_text():
    asked = []

    def obstructs(span: Span) -> Obstacle | None:
        asked.append(span)
        return Obstacle.FIELD if span == Span(4, 5) else None

    rules = {"A": replacing("aa", "b"), "B": lambda text: replacing("x", "y")(text) if "b" in text else []}
    done = fix(Source("", "aaxxx"), checker(rules), obstructs=obstructs)
    assert done.source.text == "byyx"
    assert done.obstacles == {Obstacle.FIELD: 1}
    assert Span(4, 5) in asked


def test_the_layout_moves_along():
    text = "甲\n一、乙丙\n1\n2\n"
    layout = Layout(
        "docx",
        blocks=(Block(Span(0, 2), Part.HEADING), Block(Span(7, 11), Part.ROW, 1, 1, (Span(7, 8), Span(9, 9), Span(9, 10)))),
        generated=(Span(2, 4),),
        changes=(Change(ChangeKind.DELETION, Span(5, 5)),),
        remarks=(Remark(Span(4, 6), "x"),),
        pictures=(2, 5, 11),
    )  # fmt: skip
    edits = (edit(1, 1, "。"), edit(4, 4, "新"), edit(6, 6, "。"), edit(8, 8, "个"), edit(9, 10, "22"))
    after = Revision.of(Source("", text, layout=layout)).then(edits).source
    assert after.text == "甲。\n一、新乙丙。\n1个\n22\n"
    (heading, row), moved = after.layout.blocks, after.layout
    assert after.slice(heading.span) == "甲。\n"
    assert after.slice(row.span) == "1个\n22\n"
    assert [after.slice(cell) for cell in row.cells] == ["1个", "", "22"]
    assert after.slice(moved.generated[0]) == "一、"
    assert after.slice(moved.remarks[0].span) == "新乙丙。"
    assert moved.changes[0].span == Span(7, 7)
    assert [after.text[at:][:1] for at in moved.pictures] == ["一", "丙", ""]


TEXTS = st.text("ab，。\n", max_size=12)


@st.composite
def histories(draw, texts=TEXTS):
    """A text, a few rounds of disjoint edits, and what they make of it."""
    text = draw(texts)
    rounds, now = [], text
    for _ in range(draw(st.integers(0, 4))):
        places = sorted(draw(st.lists(st.integers(0, len(now)), max_size=6, unique=True)))
        spans = [Span(one, other) for one, other in zip(places[::2], places[1::2], strict=False)]
        edits = [Edit(span, draw(st.text("xyab", max_size=2))) for span in spans]
        rounds.append(edits)
        for each in reversed(edits):
            now = now[: each.span.start] + each.text + now[each.span.end :]
    return text, rounds, now


@given(histories())
def test_edits_upon_edits_are_edits_of_the_first_text(history):
    text, rounds, now = history
    revision = Revision.of(Source("", text))
    for edits in rounds:
        revision = revision.then(edits)
    assert revision.source.text == now
    again = text
    for each in reversed(revision.edits):
        assert text[each.span.start : each.span.end] != each.text
        again = again[: each.span.start] + each.text + again[each.span.end :]
    assert again == now
    spans = [each.span for each in revision.edits]
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(histories(st.integers(0, 12).map(lambda number: "一二三四五六七八九十百千"[:number])), st.data())
def test_origins_hold_what_is_left_of_them_and_nothing_else(history, data):
    text, rounds, now = history
    revision = Revision.of(Source("", text))
    for edits in rounds:
        revision = revision.then(edits)
    low, high = sorted(data.draw(st.tuples(st.integers(0, len(now)), st.integers(0, len(now)))))
    origin = revision.origin(Span(low, high))
    inside, outside = set(now[low:high]) & set(text), set(now[:low] + now[high:]) & set(text)
    assert inside <= set(text[origin.start : origin.end])
    assert outside.isdisjoint(text[origin.start : origin.end])


LINES = st.lists(
    st.sampled_from(
        [
            "中共青岚县水利局党组关于巡察整改进展情况的通报", "一、组织领导情况", "二,整改落实情况", "(一)关于学习不深入问题", "（二）、关于作风不实问题",
            "1、修订采购办法,组织培训3次,约谈3人。。", "2.对问题逐一建立台 账，逐项销号；。", "整改情况:印发《关于贯彻《条例》的通知》", "三、下一步打算",
            "持续整治”吃拿卡要“问题，通报2起", "联系电话：0717- 555 0132，邮箱：ｘｃｂ＠qinglan.example", "依据云委发[2023]第012号文件。", "2024.8.3",
            "<!-- disclosure-lint: ignore TXT005 原文 -->", "| 问题 | 时限 |", "加强队伍建设加强队伍建设，提升能力", "", "上一篇：关于召开会议的通知",
        ]
    ),
    max_size=14,
)  # fmt: skip

SLIPS = st.lists(st.tuples(st.integers(0, 400), st.sampled_from("，。,.;；：“”《》（） 　、1一二")), max_size=8)


@settings(max_examples=60, deadline=None)
@given(LINES, st.sampled_from(["\n", "\r\n"]), SLIPS)
def test_any_draft_comes_to_rest(written, end, slips):
    text = end.join(written)
    for at, mark in slips:
        text = text[:at] + mark + text[at:]
    rules = tuple(map(Active.default, disclosure_rules.RULES))
    check = lambda source: lint(source, FileSettings(rules, disclosure_rules.RULES))  # noqa: E731
    for wanted in (SAFE_ONLY, WITH_UNSAFE):
        done = fix(Source("x.txt", text), check, wanted)
        assert not done.report.crashed
        again = fix(done.source, check, wanted)
        assert again.edits == ()
        assert again.report.diagnostics == done.report.diagnostics
