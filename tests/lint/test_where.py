"""Where a place is, in words: for people who have Word before them and no line numbers."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Block, Layout, Part, Positions, Source, Span
from disclosure_lint.diagnostic import Report
from disclosure_lint.engine import Companion, lint
from disclosure_lint.mask import Masker
from disclosure_lint.report import View, renderer
from disclosure_lint.rule import (
    EVERY_GENRE,
    PRACTICE,
    Check,
    Draft,
    Edit,
    Finding,
    Fix,
    Iterator,
    Related,
    Rule,
    Safety,
    Severity,
    Text,
)  # fmt: skip
from disclosure_lint.settings import FileSettings
from disclosure_lint.where import Where
from word_sources import Beside, labelled, table, word

DRAFT = word(
    "青岚县人民法院关于巡察整改进展情况的通报",
    "",
    "现将情况通报如下。",
    labelled("一、", "整改落实情况"),
    "已完成11个。",
    labelled("（一）", "关于理论学习不够深入、不够系统、不够经常并且流于形式的问题"),
    "已组织学习6次。\v已讲党课2次。",
    "另行说明。",
    table(("序号", "措施\n和要求"), ("1", "修订办法。")),
    Beside("内部资料", Part.TEXT_BOX),
    Beside("截至6月底。", Part.FOOTNOTE, 2),
    Beside("含历年。", Part.ENDNOTE),
    Beside("青岚县人民法院", Part.HEADER),
    Beside("— 1 —", Part.FOOTER),
)


def where(words: str, source: Source = DRAFT) -> Text | None:
    at = source.text.index(words)
    return Where(parse(source), Masker(source)).of(Span(at, at + len(words)))


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        pytest.param("现将", "第3段", "paragraph 3", id="before-the-first-heading"),
        pytest.param("整改落实", "第4段", "paragraph 4", id="a-heading-of-the-first-level"),
        pytest.param(
            "完成11个", "第5段（“一、整改落实情况”之下）", "paragraph 5 (under “一、整改落实情况”)", id="under-a-heading"
        ),
        pytest.param(
            "关于理论", "第6段（“一、整改落实情况”之下）", "paragraph 6 (under “一、整改落实情况”)", id="a-heading-under-a-heading"
        ),
        pytest.param(
            "讲党课", "第7段（“（一）关于理论学习不够深入、不够系统、不够经常并……”之下）",
            "paragraph 7 (under “（一）关于理论学习不够深入、不够系统、不够经常并……”)", id="behind-a-soft-break",
        ),
        pytest.param(
            "2次。\n另行", "第7至8段（“（一）关于理论学习不够深入、不够系统、不够经常并……”之下）",
            "paragraphs 7 to 8 (under “（一）关于理论学习不够深入、不够系统、不够经常并……”)", id="two-paragraphs",
        ),
        pytest.param("和要求", "表1第1行（第11段）", "table 1, row 1 (paragraph 11)", id="row"),
        pytest.param("修订", "表1第2行（第13段）", "table 1, row 2 (paragraph 13)", id="second-row"),
        pytest.param("内部资料", "文本框（第14段）", "text box (paragraph 14)", id="text-box"),
        pytest.param("截至", "脚注2", "footnote 2", id="footnote"),
        pytest.param("历年", "尾注", "endnote", id="endnote-without-a-number"),
        pytest.param("青岚县人民法院\n—", "页眉", "page header", id="header"),
        pytest.param("— 1", "页脚", "page footer", id="footer"),
    ],
)  # fmt: skip
def test_in_a_word_document(words: str, zh: str, en: str) -> None:
    assert where(words) == Text(zh, en)


def test_in_a_pdf_the_page() -> None:
    head = Block(Span(18, 21), Part.HEADER)
    source = Source(
        "a.pdf", "一、情况\n甲。\n\f乙。\n丙。\f丁。\n戊己\n", layout=Layout("pdf", (head,), approximate=True)
    )
    assert [where(words, source) for words in "甲乙丁"] == [Text(f"第{n}页", f"page {n}") for n in (1, 2, 3)]
    assert where("戊", source) == Text("页眉", "page header")


@pytest.mark.parametrize("layout", [Layout(), Layout("html")], ids=["text", "html"])
def test_nothing_where_lines_are_seen(layout: Layout) -> None:
    assert where("甲", Source("a", "一、情况\n甲。\n", layout=layout)) is None


def _rule(check: Check) -> Rule:
    text = Text("“{words}”有问题。", "“{words}” is wrong.")
    return Rule(
        code="AAA001", name="bad-word", genres=EVERY_GENRE, severity=Severity.ERROR, summary=text, messages={"main": text},
        help=Text("改掉。", "Put it right."), why=text, basis=PRACTICE, check=check, examples=(),
    )  # fmt: skip


def _find(draft: Draft, options: object) -> Iterator[Finding]:
    text = draft.source.text
    at, end = text.index("党课"), text.index("6次")
    yield Finding(
        Span(at, at + 2), {"words": Span(at - 4, at + 2)}, related=(Related(Span(end, end + 2), Text("见此", "this")),)
    )


def _report(source: Source, check: Check = _find) -> Report:
    return Report((lint(source, FileSettings.default((_rule(check),), "progress")),))


def _render(name: str, report: Report, language: str = "zh") -> str:
    return renderer(name)(report, View(language))


def test_the_report_for_people_says_it_in_place_of_line_and_column() -> None:
    shown = _render("full", _report(DRAFT))
    under = "第7段（“（一）关于理论学习不够深入、不够系统、不够经常并……”之下）"
    assert shown.split("\n")[2] == f"错误 AAA001 bad-word  {under}"
    assert "│ 第7段 见此" in shown
    assert "7 │ 已组织学习6次。 已讲党课2次。" in shown
    assert "“已讲党课”有问题。" not in shown  # the soft break before it is left out, nothing else
    assert "7:" not in shown


def test_json_has_it_beside_the_range_and_the_other_formats_keep_lines() -> None:
    report = _report(DRAFT)
    (found,) = json.loads(_render("json", report, "en"))["files"][0]["diagnostics"]
    assert found["where"].startswith("paragraph 7 (under ")
    assert found["range"]["start"] == {"line": 7, "column": 12}
    assert found["related"][0]["where"] == found["where"]
    assert _render("concise", report).startswith("a.docx:7:12: ")
    assert "line=7,col=12" in _render("github", report)
    (result,) = json.loads(_render("sarif", report))["runs"][0]["results"]
    assert result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"].startswith("第7段")
    assert result["relatedLocations"][0]["logicalLocations"][0]["fullyQualifiedName"].startswith("第7段")


@pytest.mark.parametrize(
    ("source", "given"),
    [
        pytest.param(Source("a.txt", "党课。\n"), True, id="text"),
        pytest.param(word("党课。"), False, id="word"),
        pytest.param(Source("a.html", "党课。\n", layout=Layout("html")), False, id="html"),
    ],
)
def test_sarif_gives_corrections_that_a_program_can_make_by_line_and_column(source: Source, given: bool) -> None:
    def check(draft: Draft, options: object) -> Iterator[Finding]:
        yield Finding(Span(0, 2), {"words": "党课"}, fix=Fix(Text("改掉", "change it"), (Edit(Span(0, 2), "听课"),)))

    (result,) = json.loads(_render("sarif", _report(source, check)))["runs"][0]["results"]
    assert ("fixes" in result) is given


def test_places_of_a_page_are_those_of_its_file() -> None:
    text = "一、情况\n已组织学习6次。已讲党课2次。\n"
    positions = Positions(((0, 30), (5, 70)), (0, 20, 60))
    report = _report(Source("a.html", text, layout=Layout("html", positions=positions)))
    shown = _render("full", report)
    assert shown.split("\n")[2] == "错误 AAA001 bad-word  3:21"
    assert "3 │ 已组织学习6次。已讲党课2次。" in shown
    assert _render("concise", report).startswith("a.html:3:21: ")
    assert "line=3,col=21" in _render("github", report)
    (found,) = json.loads(_render("json", report))["files"][0]["diagnostics"]
    assert (found["range"]["start"], found["where"]) == ({"line": 3, "column": 21}, None)
    (result,) = json.loads(_render("sarif", report))["runs"][0]["results"]
    assert result["locations"][0] == {
        "physicalLocation": {
            "artifactLocation": {"uri": "a.html"},
            "region": {"startLine": 3, "startColumn": 21, "endLine": 3, "endColumn": 23},
        }
    }


def test_a_place_in_the_plan_is_told_by_the_plan() -> None:
    def check(draft: Draft, options: object) -> Iterator[Finding]:
        if draft.plans:
            yield Finding(None, {"words": "甲"}, related=(Related(Span(0, 2), Text("方案", "plan"), plan=0),))

    plan = word("青岚县人民法院巡察整改方案", path="plan.docx")
    settings = FileSettings.default((_rule(check),), "progress")
    for source in (plan, Source("plan.txt", plan.text)):
        (found,) = lint(DRAFT, settings, [Companion(source, "plan")]).diagnostics
        assert found.where is None
        assert found.related[0].where == (Text("第1段", "paragraph 1") if source is plan else None)


def test_a_heading_shows_no_number_of_a_person() -> None:
    source = word("一、关于110101199003074514的问题", "已完成党课2次，学习6次。")
    report = _report(source)
    assert report.files[0].diagnostics[0].where == Text(
        "第2段（“一、关于110101************的问……”之下）", "paragraph 2 (under “一、关于110101************的问……”)"
    )


def _fixing(edits: tuple[Edit, ...], *, independent: bool = False) -> Check:
    def check(draft: Draft, options: object) -> Iterator[Finding]:
        fix = Fix(Text("改", "change"), edits, Safety.SAFE, independent)
        yield Finding(None, {"words": "甲"}, fix=fix)

    return check


NUMBERED = word(labelled("一、", "情况"), "已完成。", labelled("二、", "打算"))


@pytest.mark.parametrize(
    ("span", "safety"),
    [
        pytest.param(Span(0, 1), Safety.DISPLAY, id="in-a-number"),
        pytest.param(Span(0, 0), Safety.DISPLAY, id="before-a-number"),
        pytest.param(Span(1, 1), Safety.DISPLAY, id="into-a-number"),
        pytest.param(Span(2, 2), Safety.SAFE, id="behind-a-number"),
        pytest.param(Span(1, 4), Safety.DISPLAY, id="over-a-number"),
        pytest.param(Span(0, 14), Safety.DISPLAY, id="over-two-numbers"),
        pytest.param(Span(4, 10), Safety.SAFE, id="between-two-numbers"),
        pytest.param(Span(4, 11), Safety.DISPLAY, id="into-the-second"),
    ],
)
def test_a_fix_that_touches_an_automatic_number_is_only_shown(span: Span, safety: Safety) -> None:
    edit = Edit(span, "甲")
    (found,) = _report(NUMBERED, _fixing((edit,))).files[0].diagnostics
    assert found.fix is not None
    assert (found.fix.safety, found.fix.edits) == (safety, (edit,))


def test_of_independent_edits_those_that_can_be_made_are_kept() -> None:
    edits = (Edit(Span(1, 2), "，"), Edit(Span(8, 9), "！"), Edit(Span(11, 12), "，"))
    (found,) = _report(NUMBERED, _fixing(edits, independent=True)).files[0].diagnostics
    assert found.fix is not None
    assert (found.fix.safety, found.fix.edits) == (Safety.SAFE, (edits[1],))
    (found,) = _report(NUMBERED, _fixing(edits[:1], independent=True)).files[0].diagnostics
    assert found.fix is not None
    assert found.fix.safety is Safety.DISPLAY


WORDS = st.text("一、（）1甲。\v\t ", max_size=8)


@given(
    st.lists(st.tuples(WORDS, st.sampled_from([None, *Part])), min_size=1, max_size=8),
    st.integers(0, 80),
    st.integers(0, 80),
    st.sampled_from(["docx", "pdf", "html"]),
)
def test_any_place(parts: list[tuple[str, Part | None]], one: int, other: int, kind: str) -> None:
    text, blocks = "", []
    behind = (Part.FOOTNOTE, Part.ENDNOTE, Part.HEADER, Part.FOOTER)
    for words, part in sorted(parts, key=lambda each: each[1] in behind):
        start = len(text)
        text += words + "\n"
        if part is not None:
            blocks.append(Block(Span(start, len(text)), part, 1, 1, (Span(start, len(text) - 1),)))
    source = Source("a", text, layout=Layout(kind, tuple(blocks)))
    first, last = sorted((min(one, len(text)), min(other, len(text))))
    found = Where(parse(source), Masker(source)).of(Span(first, last))
    assert (found is None) == (kind == "html")
    if found is not None:
        assert "\n" not in found.zh + found.en
