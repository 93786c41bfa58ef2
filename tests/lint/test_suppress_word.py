"""Suppressions written as comments of a Word document: read like those in a text, reaching what they are attached to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Block, Layout, Part, Remark, Source, Span
from disclosure_lint.diagnostic import FileReport
from disclosure_lint.directives import directives
from disclosure_lint.engine import lint
from disclosure_lint.facts.revisions import RemarkKind, kind_of
from disclosure_lint.registry import load_rules
from disclosure_lint.rule import EVERY_GENRE, PRACTICE, Check, Draft, Finding, Rule, Severity, Text
from disclosure_lint.settings import FileSettings

TODAY = date(2024, 8, 23)
ORDER = "disclosure-lint: ignore AAA001 原文如此"
DRAFT = """\
中共青岚县人民法院党组关于巡察整改进展情况的通报
开头坏。
一、组织领导情况
第一段坏。
第二段坏。
（一）加强学习坏
学习坏。
二、整改落实情况
落实坏。
"""


def _places(draft: Draft, options: object) -> Iterator[Finding]:
    at = draft.source.text.find("坏")
    while at >= 0:
        yield Finding(Span(at, at + 1))
        at = draft.source.text.find("坏", at + 1)


def _whole(draft: Draft, options: object) -> Iterator[Finding]:
    yield Finding(None)


def _rule(code: str, name: str, check: Check) -> Rule:
    text = Text("有问题。", "A fault.")
    return Rule(
        code=code, name=name, genres=EVERY_GENRE, severity=Severity.ERROR, summary=text, messages={"main": text},
        help=text, why=text, basis=PRACTICE, check=check, examples=(),
    )  # fmt: skip


BAD_WORD = _rule("AAA001", "bad-word", _places)
WHOLE = _rule("AAA002", "whole-draft", _whole)
JUDGES = tuple(one for one in load_rules() if one.judges_run)
COMMENTS_LEFT = next(one for one in load_rules() if one.code == "DOC004")
RULES = (BAD_WORD, WHOLE, *JUDGES)


def word(text: str, *remarks: tuple[str, str], blocks: tuple[Block, ...] = ()) -> Source:
    """A document with comments, each given by the words it is attached to and its own."""
    places = [(text.index(words), words, said) for words, said in remarks]
    made = tuple(Remark(Span(at, at + len(words)), said, "王") for at, words, said in sorted(places))
    return Source("a.docx", text, layout=Layout("docx", blocks=blocks, remarks=made))


def check(source: Source, *rules: Rule, stage: str = "draft") -> FileReport:
    settings = FileSettings.default(rules or (BAD_WORD, *JUDGES), "progress", stage)
    return lint(source, settings._replace(known=RULES, today=TODAY))


def lines(report: FileReport) -> list[int]:
    assert report.source is not None
    return [report.source.position(d.span.start).line for d in report.diagnostics if d.code == "AAA001" and d.span]


def codes(report: FileReport) -> list[str]:
    return [d.code for d in report.diagnostics]


@pytest.mark.parametrize(
    ("words", "keyword", "left"),
    [
        pytest.param("第一段", "ignore", [2, 5, 6, 7, 9], id="its-paragraph"),
        pytest.param("段坏。\n第二", "ignore", [2, 6, 7, 9], id="two-paragraphs"),
        pytest.param("第一段坏。\n", "ignore", [2, 5, 6, 7, 9], id="with-the-paragraph-mark"),
        pytest.param("", "忽略全文", [], id="file"),
        pytest.param("第二段", "忽略本节", [2, 9], id="section"),
        pytest.param("组织领导", "ignore-section", [2, 9], id="section-at-its-heading"),
        pytest.param("加强学习", "ignore-section", [2, 4, 5, 9], id="inner-section"),
        pytest.param("开头", "ignore-section", [4, 5, 6, 7, 9], id="before-the-first-section"),
        pytest.param(DRAFT, "ignore", [], id="everything-selected"),
        pytest.param("落实坏。\n", "ignore", [2, 4, 5, 6, 7], id="last-paragraph"),
    ],
)
def test_reach(words: str, keyword: str, left: list[int]) -> None:
    report = check(word(DRAFT, (words, f"disclosure-lint: {keyword} AAA001 原文如此")))
    assert lines(report) == left
    assert report.suppressed == 6 - len(left)
    assert "SUP001" not in codes(report)


def test_a_heading_that_runs_into_its_text_is_one_paragraph() -> None:
    report = check(word("一、情况\n1.坚持坏学习。一是学习坏。\n2.坚持整改。一是坏。\n", ("坚持坏", ORDER)))
    assert lines(report) == [3]


def test_a_soft_break_does_not_end_the_paragraph() -> None:
    assert lines(check(word("一、情况\n第一行坏。\v第二行坏。\n另一段坏。\n", ("第一行", ORDER)))) == [3]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("disclosure-lint: ignore AAA001", id="no-reason"),
        pytest.param("disclosure-lint：忽略AAA001，原文如此", id="chinese-tight"),
        pytest.param("Disclosure-lint: Ignore AAA001", id="capital-of-word"),
        pytest.param("disclosure\u2011lint: ignore bad-word", id="hard-hyphen"),
        pytest.param("disclosure－lint：ignore－file AAA001", id="wide-hyphens"),
        pytest.param("disclosure-lint: ignore AAA002、AAA001 原文如此", id="list"),
        pytest.param("\xa0disclosure-lint\xa0:\xa0ignore\xa0AAA001", id="hard-spaces"),
        pytest.param("disclosure-lint: ignore AAA001 until=2024-08-23", id="last-day"),
        pytest.param("\ndisclosure-lint: ignore ALL\n上级文件就是这样写的。\n王", id="further-lines"),
        pytest.param("disclosure-lint: ignore AAA002 甲\ndisclosure-lint: ignore AAA001 乙", id="two-orders"),
    ],
)
def test_spellings(said: str) -> None:
    report = check(word("一、情况\n坏。\n", ("坏", said)), BAD_WORD, WHOLE, *JUDGES)
    assert "AAA001" not in codes(report)
    assert "SUP002" not in codes(report)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("disclosure-lint说这里不对，请核", id="told-of"),
        pytest.param("disclosure-lint 提示的问题已核", id="told-of-with-a-space"),
        pytest.param("见下：\ndisclosure-lint: ignore AAA001", id="not-at-the-beginning"),
        pytest.param("", id="empty"),
    ],
)
def test_other_comments_are_left_to_people(said: str) -> None:
    report = check(word("一、情况\n坏。\n", ("坏", said)), BAD_WORD, COMMENTS_LEFT, *JUDGES)
    assert sorted(codes(report)) == ["AAA001", "DOC004"]


def test_answers_of_this_tool_are_no_orders() -> None:
    remark = Remark(Span(0, 1), ORDER, "disclosure-lint")
    assert kind_of(remark) is RemarkKind.OWN
    report = check(Source("a.docx", "坏。\n", layout=Layout("docx", remarks=(remark,))))
    assert codes(report) == ["AAA001"]


@pytest.mark.parametrize(
    ("said", "code", "word_said"),
    [
        pytest.param("disclosure-lint: ignore AAA001", "SUP001", "AAA001", id="unused"),
        pytest.param("disclosure-lint: ignore AAA01x", "SUP002", "AAA01x", id="unknown-rule"),
        pytest.param("disclosure-lint: ingore AAA001", "SUP002", "ignore", id="wrong-keyword"),
        pytest.param("disclosure-lint", "SUP002", "ignore", id="bare"),
        pytest.param("disclosure-lint ignore AAA001", "SUP002", "ignore", id="no-colon"),
        pytest.param("disclosure-lint: ignore AAA001 until=2024-08-22", "SUP003", "2024-08-22", id="expired"),
    ],
)
def test_what_is_wrong_is_said_at_the_anchor_and_has_no_fix(said: str, code: str, word_said: str) -> None:
    report = check(word("一、情况\n已逐项整改。\n", ("逐项", said)))
    (found,) = report.diagnostics
    assert (found.code, found.span, found.fix) == (code, Span(6, 8), None)
    assert word_said in found.message.zh


def test_a_comment_at_a_point_is_about_its_paragraph() -> None:
    text = "一、情况\n已逐项整改。\n\n"
    for at in (8, len(text) - 1):
        remark = Remark(Span(at, at), ORDER, "王")
        (found,) = check(Source("a.docx", text, layout=Layout("docx", remarks=(remark,)))).diagnostics
        assert (found.code, found.span) == ("SUP001", Span(5, 11))


def test_findings_without_a_place() -> None:
    for keyword, left in (("ignore", ["AAA002"]), ("ignore-file", [])):
        assert codes(check(word("已整改。\n", ("整改", f"disclosure-lint: {keyword} AAA002")), WHOLE)) == left


def table(*rows: tuple[str, ...], head: str = "一、情况\n") -> tuple[str, tuple[Block, ...]]:
    text, blocks = head, []
    for number, row in enumerate(rows, 1):
        start, cells = len(text), []
        for cell in row:
            cells.append(Span(len(text), len(text) + len(cell)))
            text += cell + "\n"
        blocks.append(Block(Span(start, len(text)), Part.ROW, number, 1, tuple(cells)))
    return text, tuple(blocks)


def test_in_a_table_the_rows_it_touches() -> None:
    text, blocks = table(("事项", "情况"), ("甲", "坏\n坏"), ("乙", "坏"), ("丙", "坏"))
    assert lines(check(word(text, ("甲", ORDER), blocks=blocks))) == [8, 10]
    assert lines(check(word(text, ("坏\n乙", ORDER), blocks=blocks))) == [10]


def test_left_in_the_final_text() -> None:
    source = word(DRAFT, ("第一段", f"{ORDER}\n{ORDER}"), ("第二段", ORDER), ("学习坏", "请核对"))
    found = [
        d for d in check(source, BAD_WORD, COMMENTS_LEFT, *JUDGES, stage="final").diagnostics if d.code != "AAA001"
    ]
    assert [(d.code, d.span and source.slice(d.span)) for d in found if d.code != "SUP001"] == [
        ("SUP004", "第一段"),
        ("DOC004", "学习坏"),
    ]
    assert "Word" in found[0].message.zh
    assert len(found[0].related) == 1


ORDERS = st.lists(
    st.sampled_from(
        ["disclosure-lint", ":", "：", " ignore ", "忽略", " ignore-section ", "忽略全文", "AAA001", ",", "until=", "2024-01-01", "\n", "—", "请核", " "]
    ),
    max_size=12,
).map("".join)  # fmt: skip


@given(
    st.text("坏。\n\v一、（）1.\t", max_size=40),
    st.lists(st.tuples(ORDERS, st.integers(0, 40), st.integers(0, 40)), max_size=3),
)
def test_any_comment(text: str, made: list[tuple[str, int, int]]) -> None:
    size = len(text)
    remarks = tuple(Remark(Span(min(a, b, size), min(max(a, b), size)), said, "王") for said, a, b in made)
    document = parse(Source("a.docx", text, layout=Layout("docx", remarks=remarks)))
    for directive in directives(document, RULES, TODAY):
        suppression = directive.suppression
        assert suppression.remark
        assert suppression.removal(document.source) is None
        assert suppression.span is not None
        assert suppression.span.end <= size
        assert directive.reach is None or directive.reach.end <= size
