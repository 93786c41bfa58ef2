"""Suppressions: what they reach, what is wrong with them, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar import endings
from disclosure_grammar.parse import parse
from disclosure_grammar.source import Layout, Source, Span
from disclosure_lint.diagnostic import FileReport
from disclosure_lint.directives import directives
from disclosure_lint.engine import lint, lint_text
from disclosure_lint.registry import load_rules
from disclosure_lint.rule import EVERY_GENRE, PRACTICE, Draft, Finding, Rule, Severity, Text
from disclosure_lint.settings import FileSettings
from disclosure_lint.sidecar import read

WORD = "坏"
TODAY = date(2024, 8, 23)


def _places(draft: Draft, options: object) -> Iterator[Finding]:
    at = draft.source.text.find(WORD)
    while at >= 0:
        yield Finding(Span(at, at + 1))
        at = draft.source.text.find(WORD, at + 1)


def _whole(draft: Draft, options: object) -> Iterator[Finding]:
    yield Finding(None)


def rule(code: str, name: str, check: object) -> Rule:
    text = Text("有问题。", "A fault.")
    return Rule(
        code=code,
        name=name,
        genres=EVERY_GENRE,
        severity=Severity.ERROR,
        summary=text,
        messages={"main": text},
        help=text,
        why=text,
        basis=PRACTICE,
        check=check,
        examples=(),
    )


BAD_WORD = rule("AAA001", "bad-word", _places)
WHOLE = rule("AAA002", "whole-draft", _whole)
JUDGES = tuple(one for one in load_rules() if one.judges_run)
RULES = (BAD_WORD, WHOLE, *JUDGES)


def check(text: str, *rules: Rule, stage: str = "draft", settings: FileSettings | None = None) -> FileReport:
    settings = settings or FileSettings.default(rules or (BAD_WORD, *JUDGES), "progress", stage)
    return lint_text(text, settings._replace(known=RULES, today=TODAY), path="a.txt")


def lines(report: FileReport, code: str = "AAA001") -> list[int]:
    assert report.source is not None
    return [report.source.position(d.span.start).line for d in report.diagnostics if d.code == code and d.span]


def codes(report: FileReport) -> list[str]:
    return [d.code for d in report.diagnostics]


DRAFT = """\
中共青岚县人民法院党组关于巡察整改进展情况的通报
开头坏。
一、组织领导情况
第一段坏。
第二段坏。
（一）加强学习坏
学习坏。
（二）压实责任
责任坏。
二、整改落实情况
落实坏。
"""


def with_comment(before_line: int, comment: str) -> str:
    drafted = DRAFT.split("\n")
    drafted.insert(before_line - 1, comment)
    return "\n".join(drafted)


@pytest.mark.parametrize(
    ("before", "keyword", "left"),
    [
        pytest.param(4, "ignore", [2, 6, 7, 8, 10, 12], id="next-paragraph"),
        pytest.param(6, "ignore", [2, 4, 5, 8, 10, 12], id="next-heading"),
        pytest.param(4, "ignore-section", [2, 12], id="section-with-its-subsections"),
        pytest.param(3, "ignore-section", [2, 12], id="before-a-heading"),
        pytest.param(7, "ignore-section", [2, 4, 5, 10, 12], id="inner-section"),
        pytest.param(6, "忽略本节", [2, 4, 5, 10, 12], id="before-an-inner-heading"),
        pytest.param(2, "ignore-section", [5, 6, 7, 8, 10, 12], id="before-the-first-section"),
        pytest.param(12, "ignore-section", [2, 4, 5, 6, 7, 9], id="at-the-end"),
        pytest.param(1, "ignore-file", [], id="file"),
        pytest.param(9, "忽略全文", [], id="file-in-chinese"),
        pytest.param(11, "忽略", [2, 4, 5, 6, 7, 9], id="last-paragraph"),
    ],
)
def test_reach(before: int, keyword: str, left: list[int]) -> None:
    report = check(with_comment(before, f"<!-- disclosure-lint: {keyword} AAA001 原文如此 -->"))
    assert lines(report) == left
    assert report.suppressed == 7 - len(left)
    assert codes(report).count("SUP001") == 0


@pytest.mark.parametrize(
    "comment",
    [
        pytest.param("<!-- disclosure-lint: ignore AAA001 -->", id="no-reason"),
        pytest.param("<!--disclosure-lint:ignore AAA001-->", id="tight"),
        pytest.param("<!-- disclosure-lint： 忽略AAA001，原文如此 -->", id="chinese-tight"),
        pytest.param("<!-- disclosure-lint: ignore bad-word 原文如此 -->", id="name"),
        pytest.param("<!-- disclosure-lint: ignore AAA 原文如此 -->", id="prefix"),
        pytest.param("<!-- disclosure-lint: ignore ALL 原文如此 -->", id="all"),
        pytest.param("<!-- disclosure-lint: ignore AAA002、AAA001 原文如此 -->", id="list"),
        pytest.param("　<!-- disclosure-lint: ignore aaa001 until=2024-08-23 -->", id="last-day"),
        pytest.param("<!-- Disclosure-Lint: Ignore AAA001 -->", id="capitals"),
        pytest.param("<!-- disclosure_lint: ignore AAA001 -->", id="underscore"),
        pytest.param("<!-- disclosure-lint: ignore AAA002 AAA001 原文如此 -->", id="codes-without-a-comma"),
    ],
)
def test_spellings(comment: str) -> None:
    report = check(f"一、情况\n{comment}\n\n<!-- 备注 -->\n坏。\n坏。\n")
    assert lines(report) == [6]
    assert codes(report) == ["AAA001"]


def test_comment_behind_words_means_its_own_line() -> None:
    report = check("一、情况\n坏。<!-- disclosure-lint: ignore AAA001 原文如此 -->\n坏。\n")
    assert lines(report) == [3]


def test_heading_that_runs_into_its_text_is_one_block() -> None:
    report = check(
        "一、情况\n<!-- disclosure-lint: ignore AAA001 原文如此 -->\n1.坚持坏学习。一是学习坏。\n2.坚持整改。一是坏。\n"
    )
    assert lines(report) == [4]


def test_table_is_one_block() -> None:
    table = "| 问题 | 措施 |\n| --- | --- |\n| 坏 | 改 |\n| 坏 | 改 |\n"
    report = check(f"一、情况\n\n<!-- disclosure-lint: ignore AAA001 原文如此 -->\n{table}\n坏。\n")
    assert lines(report) == [9]


def test_comment_in_a_quoted_block_or_list_means_the_next_line() -> None:
    for mark in ("> ", "- ", "* "):
        report = check(f"一、情况\n\n{mark}<!-- disclosure-lint: ignore AAA001 原文如此 -->\n{mark}坏。\n\n坏。\n")
        assert lines(report) == [6], mark


def test_only_the_whole_file_reaches_findings_without_a_place() -> None:
    for keyword, left in (("ignore", ["AAA002"]), ("ignore-section", ["AAA002"]), ("ignore-file", [])):
        report = check(f"<!-- disclosure-lint: {keyword} AAA002 -->\n一、情况\n已整改。\n", WHOLE)
        assert codes(report) == left


def test_code_shown_in_markdown_is_no_suppression() -> None:
    text = "# 说明\n\n```\n<!-- disclosure-lint: ignore AAA001 -->\n```\n\n`<!-- disclosure-lint: ignore AAA001 -->`\n\n坏。\n"
    settings = FileSettings.default(RULES, "progress", "draft")
    report = lint_text(text, settings._replace(today=TODAY), "a.md", "markdown")
    assert [d.code for d in report.diagnostics] == ["AAA002", "AAA001"]


def test_no_comment_silences_what_judges_the_run() -> None:
    report = check("<!-- disclosure-lint: ignore-file ALL -->\n<!-- disclosure-lint: ignore NUM -->\n一、情况\n坏。\n")
    assert lines(report) == []
    assert codes(report) == ["SUP002"]
    report = check("<!-- disclosure-lint: ignore-file SUP002,DOC005 -->\n一、情况\n")
    assert codes(report) == ["SUP002", "SUP002"]


def test_a_rule_that_did_not_run_is_not_called_unused() -> None:
    off = FileSettings.default(JUDGES, "progress", "draft")
    report = check("<!-- disclosure-lint: ignore-file AAA001 -->\n一、情况\n已整改。\n", settings=off)
    assert codes(report) == []


def test_unused_and_expired_and_partly_used() -> None:
    report = check("一、情况\n<!-- disclosure-lint: ignore AAA001 -->\n好。\n")
    assert codes(report) == ["SUP001"]
    report = check("一、情况\n<!-- disclosure-lint: ignore AAA001 until=2024-08-22 -->\n坏。\n")
    assert codes(report) == ["SUP003", "AAA001"]
    report = check("<!-- disclosure-lint: ignore-file AAA001,AAA002 -->\n一、情况\n坏。\n", BAD_WORD, WHOLE, *JUDGES)
    assert codes(report) == []
    report = check("一、情况\n<!-- disclosure-lint: ignore AAA002,AAA001 -->\n坏。\n", BAD_WORD, WHOLE, *JUDGES)
    assert codes(report) == ["AAA002", "SUP001"]


def test_good_part_of_a_malformed_suppression_works() -> None:
    report = check("一、情况\n<!-- disclosure-lint: ignore AAA001,AAA01x -->\n坏。\n")
    assert codes(report) == ["SUP002"]
    assert "AAA001" in report.diagnostics[0].message.zh


def test_left_in_the_final_text() -> None:
    text = "一、情况\n<!-- disclosure-lint: ignore AAA001 -->\n坏。\n<!-- disclosure-lint: ignore AAA001 -->\n坏。\n"
    report = check(text, stage="final")
    (left,) = report.diagnostics
    assert (left.code, left.severity, len(left.related)) == ("SUP004", Severity.WARNING, 1)
    settings = FileSettings.default(RULES, "progress")._replace(today=TODAY)
    hidden = [d for d in lint_text(text, settings, "a.md", "markdown").diagnostics if d.code == "SUP004"]
    assert [d.severity for d in hidden] == [Severity.INFO]
    page = lint(Source("a.html", text, layout=Layout(format="html")), settings).diagnostics
    assert [d.message.zh for d in page if d.code == "SUP004"] == [hidden[0].message.zh]


PIECES = st.sampled_from(
    [
        "<!--", "-->", "disclosure-lint", ":", "：", " ignore ", " ignore-section ", "忽略全文", "AAA001", ",", "、", "until=", "2024-01-01",
        "坏。", "\n", "\r\n", "一、情况", "（一）", "| a |", "```", "`", " ",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["text", "markdown"]))
def test_any_text(text: str, markup: str) -> None:
    document = parse(Source("a.txt", text, markup))
    for directive in directives(document, RULES, TODAY):
        span = directive.suppression.span
        assert span is not None
        assert text[span.start : span.end].startswith("<!--")
        assert directive.reach is None or directive.reach.end <= len(text)
        for target in directive.suppression.targets:
            assert target.span is not None
            assert text[target.span.start : target.span.end] == target.text


class TestBesideTheDraft:
    """The file with suppressions by fingerprint."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        (tmp_path / "a.txt").write_text("", encoding="utf-8")
        return tmp_path

    def run(self, folder: Path, toml: str, text: str = "一、情况\n坏。\n") -> FileReport:
        (folder / "disclosure-lint.suppress.toml").write_text(toml, encoding="utf-8")
        path = str(folder / "a.txt")
        settings = FileSettings(
            (), RULES, "progress", "final", read(str(folder / "disclosure-lint.suppress.toml")), TODAY
        )
        active = FileSettings.default((BAD_WORD, *JUDGES)).active
        return lint_text(text, settings._replace(active=active), path)

    def fingerprint(self, text: str = "一、情况\n坏。\n") -> str:
        return check(text).diagnostics[0].fingerprint

    def test_silences_the_one_finding_wherever_it_moves(self, folder: Path) -> None:
        toml = f'[[suppress]]\nfingerprint = "{self.fingerprint()}"\ncode = "AAA001"\nreason = "原文如此"\nuntil = 2024-08-23\n'
        report = self.run(folder, toml, "\n\n前言。\n三、情况\n好。\n坏。\n")
        assert codes(report) == []
        assert report.suppressed == 1

    def test_expired(self, folder: Path) -> None:
        toml = f'[[suppress]]\nfingerprint = "{self.fingerprint()}"\ncode = "AAA001"\nreason = "原文如此"\nuntil = "2024-08-22"\n'
        report = self.run(folder, toml)
        assert codes(report) == ["SUP003", "AAA001"]
        assert "disclosure-lint.suppress.toml:1" in report.diagnostics[0].message.zh

    @pytest.mark.parametrize("other", [*(f"b{ending}" for ending in endings.ALL), "b.HTM"])
    def test_a_document_beside_the_draft_may_be_meant(self, folder: Path, other: str) -> None:
        toml = '[[suppress]]\nfingerprint = "0"\ncode = "AAA001"\nreason = "原文如此"\n'
        (folder / other).write_bytes(b"")
        assert codes(self.run(folder, toml)) == ["AAA001"]

    def test_unused_is_said_only_where_it_is_sure(self, folder: Path) -> None:
        toml = '[[suppress]]\nfingerprint = "0"\ncode = "AAA001"\nreason = "原文如此"\n'
        assert codes(self.run(folder, toml)) == ["SUP001", "AAA001"]
        (folder / "b.txt").write_text("", encoding="utf-8")
        assert codes(self.run(folder, toml)) == ["AAA001"]
        assert codes(self.run(folder, toml + 'draft = "a.txt"\n')) == ["SUP001", "AAA001"]
        assert codes(self.run(folder, toml + 'draft = "b.txt"\n')) == ["AAA001"]

    @pytest.mark.parametrize(
        ("toml", "words"),
        [
            pytest.param('code = "AAA001"\nreason = "x"', "“fingerprint”", id="no-fingerprint"),
            pytest.param('fingerprint = "0"\nreason = "x"', "“code”", id="no-code"),
            pytest.param('fingerprint = "0"\ncode = "AAA001"', "“reason”", id="no-reason"),
            pytest.param('fingerprint = "0"\ncode = "AAA001"\nreason = " "', "“reason”", id="empty-reason"),
            pytest.param('fingerprint = "0"\ncode = "AAA01"\nreason = "x"', "AAA001", id="unknown-rule"),
            pytest.param('fingerprint = "0"\ncode = "AAA002"\nreason = "x"\nuntil = "soon"', "soon", id="no-date"),
            pytest.param('fingerprint = "0"\ncode = "AAA002"\nreason = "x"\ndraft = 3', "draft = 3", id="no-draft"),
            pytest.param('fingerprint = "0"\ncode = "AAA002"\nreason = "x"\nutil = 1', "until", id="unknown-key"),
        ],
    )
    def test_malformed_entry(self, folder: Path, toml: str, words: str) -> None:
        self.is_malformed(self.run(folder, f"[[suppress]]\n{toml}\n"), words)

    def test_an_entry_without_a_reason_does_nothing(self, folder: Path) -> None:
        report = self.run(folder, f'[[suppress]]\nfingerprint = "{self.fingerprint()}"\ncode = "AAA001"\n')
        assert codes(report) == ["SUP002", "AAA001"]

    @pytest.mark.parametrize(
        ("toml", "words"),
        [
            pytest.param("[[suppress]\n", "line 1", id="no-toml"),
            pytest.param("[suppress]\n", "[[suppress]]", id="no-array"),
            pytest.param("[[ignore]]\n", "ignore", id="other-table"),
        ],
    )
    def test_malformed_file(self, folder: Path, toml: str, words: str) -> None:
        self.is_malformed(self.run(folder, toml), words)

    def is_malformed(self, report: FileReport, words: str) -> None:
        malformed = [d for d in report.diagnostics if d.code == "SUP002"]
        assert len(malformed) == 1
        assert words in malformed[0].message.zh
        assert "disclosure-lint.suppress.toml" in malformed[0].message.zh


def test_a_comment_in_a_row_of_a_table_is_about_that_row() -> None:
    table = "一、情况\n| 事项 | 情况 |\n|---|---|\n| 甲 | 坏 {} |\n| 乙 | 坏 |\n"
    comment = "<!-- disclosure-lint: ignore AAA001 -->"
    assert lines(check(table.format(comment))) == [5]
    above = table.format("").replace("| 事项", f"{comment}\n\n| 事项")
    assert lines(check(above)) == []


def test_until_needs_no_equals_sign() -> None:
    text = "一、情况\n<!-- disclosure-lint: ignore AAA001 until {} -->\n坏。\n"
    assert lines(check(text.format("2024-08-22"))) == [3]
    assert "SUP003" in codes(check(text.format("2024-08-22")))
    assert codes(check(text.format("the ledger is there"))) == []


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("忽略本段", "忽略本节"),
        ("ignore-next", "ignore"),
        ("ignore-next-line", "ignore"),
        ("disable-file", "ignore-file"),
    ],
    ids=["chinese", "next", "next-line", "disable-file"],
)
def test_a_wrong_keyword_is_shown_with_the_right_one(word: str, meant: str) -> None:
    report = check(f"一、情况\n<!-- disclosure-lint: {word} AAA001 -->\n坏。\n")
    fault = next(d for d in report.diagnostics if d.code == "SUP002")
    assert fault.span is not None
    assert report.source is not None
    assert report.source.slice(fault.span) == word
    assert f"“{meant}”" in fault.message.zh
    assert lines(report) == [3]


def test_a_suppression_of_a_rule_that_crashed_is_not_called_unused() -> None:
    def breaks(draft: Draft, options: object) -> Iterator[Finding]:
        raise ZeroDivisionError

    broken = rule("AAA001", "bad-word", breaks)
    report = check("一、情况\n<!-- disclosure-lint: ignore AAA001 -->\n坏。\n", broken, *JUDGES)
    assert report.crashed == ("AAA001",)
    assert "SUP001" not in codes(report)
