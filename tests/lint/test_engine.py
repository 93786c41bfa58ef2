"""The engine: severities, words, crashes, order, genres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_grammar.source import Layout, Source, Span
from disclosure_lint.diagnostic import FileReport
from disclosure_lint.engine import lint, lint_text
from disclosure_lint.quoting import shortened
from disclosure_lint.registry import load_rules
from disclosure_lint.rule import (
    EVERY_GENRE,
    PLAN,
    PRACTICE,
    Check,
    Draft,
    Edit,
    Finding,
    Fix,
    Related,
    Rule,
    Severity,
    Text,
    Value,
)
from disclosure_lint.settings import Active, FileSettings

ALL_RULES = load_rules()
CRASHED = next(rule for rule in ALL_RULES if rule.code == "DOC005")
IDENTITY = "11010519491231002X"


def rule(check: Check, code: str = "AAA001", message: str = "有问题。", genres: frozenset[str] = EVERY_GENRE) -> Rule:
    text = Text(message, message)
    return Rule(
        code=code,
        name=code.lower(),
        genres=genres,
        severity=Severity.ERROR,
        grades={"thin": Severity.INFO},
        summary=text,
        messages={"main": text},
        help=text,
        why=text,
        basis=PRACTICE,
        check=check,
        examples=(),
    )


def yields(*findings: Finding) -> Check:
    def check(draft: Draft, options: object) -> Iterator[Finding]:
        yield from findings

    return check


def run(text: str, *rules: Rule, genre: str | None = "progress", stage: str = "final") -> FileReport:
    return lint_text(text, FileSettings.default(rules, genre, stage))


@pytest.mark.parametrize(
    ("grade", "stage", "unfinished", "override", "expected"),
    [
        pytest.param("firm", "final", False, None, "error", id="firm"),
        pytest.param("thin", "final", False, None, "info", id="thin"),
        pytest.param("firm", "draft", False, None, "error", id="draft"),
        pytest.param("firm", "draft", True, None, "info", id="unfinished-draft"),
        pytest.param("firm", "final", True, None, "error", id="unfinished-final"),
        pytest.param("firm", "draft", True, Severity.WARNING, "warning", id="override-beats-stage"),
        pytest.param("thin", "final", False, Severity.ERROR, "error", id="override-beats-grade"),
    ],
)
def test_severity(grade: str, stage: str, unfinished: bool, override: Severity | None, expected: str) -> None:
    one = replace(rule(yields(Finding(None, grade=grade))), unfinished=unfinished)
    report = lint_text("整改。", FileSettings((Active(one, None, override),), (one,), "progress", stage))
    assert [d.severity.value for d in report.diagnostics] == [expected]


@pytest.mark.parametrize(
    ("flags", "override", "expected"),
    [
        pytest.param({}, None, "error", id="words"),
        pytest.param({"structural": True}, None, "info", id="structure"),
        pytest.param({"unfinished": True}, None, "info", id="absence"),
        pytest.param({"structural": True}, Severity.ERROR, "error", id="override"),
    ],
)
def test_what_was_guessed_from_a_page_proves_little(
    flags: dict[str, Any], override: Severity | None, expected: str
) -> None:
    one = replace(rule(yields(Finding(None))), **flags)
    settings = FileSettings((Active(one, None, override),), (one,), "progress")
    guessed = Source("a.pdf", "整改。", layout=Layout("pdf", approximate=True))
    assert [d.severity.value for d in lint(guessed, settings).diagnostics] == [expected]
    exact = Source("a.txt", "整改。")
    assert [d.severity.value for d in lint(exact, settings).diagnostics] == ["error"]


def _raises(draft: Draft, options: object) -> Iterator[Finding]:
    yield Finding(None)
    raise LookupError(f"draft: {draft.source.text}")


@pytest.mark.parametrize(
    ("broken", "exception"),
    [
        pytest.param(_raises, "LookupError", id="raises"),
        pytest.param(yields(Finding(Span(0, 99))), "ValueError", id="span-outside"),
        pytest.param(
            yields(Finding(None, related=(Related(Span(98, 99), Text("a", "b")),))), "ValueError", id="related-outside"
        ),
        pytest.param(yields(Finding(None, grade="faint")), "KeyError", id="unknown-grade"),
        pytest.param(yields(Finding(None, variant="other")), "KeyError", id="unknown-variant"),
        pytest.param(lambda draft, options: None, "TypeError", id="no-findings-at-all"),
    ],
)
def test_a_broken_rule_is_reported_and_the_others_run(broken: Check, exception: str) -> None:
    report = run("机密内容。", rule(broken), rule(yields(Finding(Span(0, 2))), "AAA002"), CRASHED)
    assert [d.code for d in report.diagnostics] == ["DOC005", "AAA002"]
    assert report.crashed == ("AAA001",)
    message = report.diagnostics[0].message
    assert "AAA001" in message.zh
    assert exception in message.zh
    assert "机密" not in message.zh + message.en
    assert report.diagnostics[0].severity is Severity.ERROR


def test_missing_message_field_is_a_crash() -> None:
    report = run("整改。", rule(yields(Finding(None)), message="“{quote}”有误。"), CRASHED)
    assert report.crashed == ("AAA001",)


def test_words_of_the_draft_are_filled_in_masked_and_shortened() -> None:
    text = f"王某{IDENTITY}已退款。\n" + "整改" * 40 + "。\n二、下一步打算\n继续整改。\n"
    long = Span(text.index("整"), text.index("。\n二"))
    fields: dict[str, Value] = {
        "who": Span(0, 20),
        "long": long,
        "words": Text("中文", "English"),
        "count": 3,
        "id": IDENTITY,
    }
    finding = Finding(
        Span(0, 20),
        fields,
        related=(Related(long, Text("见“{who}”", "see “{who}”"), {"who": Span(2, 20)}),),
        values={"stated": IDENTITY},
        fix=Fix(Text(f"删去{IDENTITY}", f"remove {IDENTITY}"), (Edit(Span(0, 20), f"王某{IDENTITY[:6]}"),)),
    )
    report = run(text, rule(yields(finding), message="{who}|{long}|{words}|{count}|{id}"))
    (found,) = report.diagnostics
    who, quote, words, count, number = found.message.zh.split("|")
    assert who == "王某110105************"
    assert len(quote) == 46
    assert "……" in quote
    assert (words, count, number) == ("中文", "3", "110105************")
    assert "|English|" in found.message.en
    assert found.related[0].message.zh == "见“110105************”"
    assert found.values == {"stated": "110105************"}
    assert found.fix is not None
    assert found.fix.title.zh == "删去110105************"
    assert [fact.kind for fact in report.personal] == ["identity"]


def test_quotation_over_several_lines_is_one_line() -> None:
    assert shortened("前半句，\r\n　　后半句") == "前半句，后半句"


def test_sorted_by_place_with_whole_draft_findings_first() -> None:
    spans = (Span(3, 4), None, Span(0, 5), Span(0, 2))
    report = run("整改落实情况", rule(yields(*map(Finding, spans))), rule(yields(Finding(Span(0, 2))), "AAA000"))
    assert [(d.span, d.code) for d in report.diagnostics] == [
        (None, "AAA001"),
        (Span(0, 2), "AAA000"),
        (Span(0, 2), "AAA001"),
        (Span(0, 5), "AAA001"),
        (Span(3, 4), "AAA001"),
    ]


def test_only_rules_of_the_genre_run() -> None:
    one = rule(yields(Finding(None)), genres=PLAN)
    assert len(run("整改。", one, genre="plan").diagnostics) == 1
    assert run("整改。", one, genre="other").diagnostics == ()


def test_genre_is_detected_unless_it_is_given() -> None:
    text = "今天食堂吃什么\n土豆。\n"
    assert run(text, genre=None).genre == "other"
    assert run(text, genre="plan").genre == "plan"


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", "\x00", "。", "<!--", "\ud800"])
@pytest.mark.parametrize("markup", ["text", "markdown"])
def test_strange_texts_pass_through_all_rules(text: str, markup: str) -> None:
    report = lint(Source("a.txt", text, markup), FileSettings.default(ALL_RULES))
    assert report.crashed == ()
    assert all(d.fingerprint for d in report.diagnostics)


PIECES = st.sampled_from(
    [
        "一、", "二、", "（一）", "(二)", "1.", "2．", "3、", "①", "一是", "二是", "首先，", "——", "整改措施：", "针对“学习不深入”问题，",
        "27个", "２７项", "二十七条", "完成26个", "97.47%", "其中", "分别为", "共计", "2024年8月23日", "2024年2月30日", "12月底前", "3个月内",
        "为期2个月", "联系电话：", "0971-6161234", "邮编：810000", "qinglan@example.cn", "“德、纪、法”三个维度", "《整改方案》", "欢迎监督。",
        "中共青岚县人民法院党组", "关于巡察整改进展情况的通报", "附件：1.清单", "| 问题 | 措施 |", "| --- | --- |", "# ", "**", "<!-- x -->", "```",
        "，", "。", "；", "：", ",", "(", ")", " ", "\u3000", "\t", "\n", "\n\n", "\r\n", "\r", "\x0b", "\u2028", "\ufeff", "\U00020bb7", "牵头", "长期坚持",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(PIECES, max_size=60).map("".join),
    st.sampled_from(["text", "markdown"]),
    st.sampled_from(["progress", "plan", "report", None]),
)
def test_no_text_makes_a_rule_crash(text: str, markup: str, genre: str | None) -> None:
    report = lint_text(text, FileSettings.default(ALL_RULES, genre), markup=markup)
    assert report.crashed == ()
    for diagnostic in report.diagnostics:
        for span in (diagnostic.span, *(place.span for place in diagnostic.related)):
            assert span is None or span.end <= len(text)
    assert len({d.fingerprint for d in report.diagnostics}) == len(report.diagnostics)


class TestFingerprint:
    """Stable under moves, distinct between findings."""

    @staticmethod
    def prints(text: str) -> list[str]:
        def words(draft: Draft, options: object) -> Iterator[Finding]:
            at = draft.source.text.find("坏")
            while at >= 0:
                yield Finding(Span(at, at + 1))
                at = draft.source.text.find("坏", at + 1)

        return [d.fingerprint for d in run(text, rule(words)).diagnostics]

    BASE = "一、组织领导情况\n开会坏。\n二、整改落实情况\n改得坏。\n"

    def test_moves_and_new_numbers_change_nothing(self) -> None:
        moved = "\n前言。\n一、总体情况\n好。\n二、组织领导情况\n开会坏。\n三、整改落实情况\n　　改得坏。\n"
        assert self.prints(moved) == self.prints(self.BASE)

    def test_heading_without_its_number(self) -> None:
        assert self.prints("一、坏情况\n好。\n") == self.prints("七、坏情况\n好。\n")

    def test_other_section_or_other_words_make_another(self) -> None:
        base = self.prints(self.BASE)
        assert self.prints(self.BASE.replace("组织领导", "思想认识"))[0] != base[0]
        assert self.prints(self.BASE.replace("开会坏", "开大会坏"))[0] != base[0]

    def test_equal_findings_are_told_apart(self) -> None:
        prints = self.prints("一、情况\n坏坏。\n坏坏。\n")
        assert len(set(prints)) == 4

    def test_no_number_of_a_person_goes_into_it(self) -> None:
        other = "11010519880101123X"
        text = f"一、情况\n王某{IDENTITY}坏。\n二、下一步打算\n继续整改。\n"
        assert self.prints(text) == self.prints(text.replace(IDENTITY, other))

    def test_whole_draft(self) -> None:
        one = rule(yields(Finding(None), Finding(None)))
        first, second = (d.fingerprint for d in run("甲", one).diagnostics)
        assert first != second
        assert [d.fingerprint for d in run("乙\n丙", one).diagnostics] == [first, second]
