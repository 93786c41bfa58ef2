"""What closes the report for people: numbers, and what can be done next."""

from __future__ import annotations

import pytest
from report_sample import FOUND, PERCENTAGE, report

from disclosure_grammar.source import Layout, Source, Span
from disclosure_lint.diagnostic import Diagnostic, FileReport, Report
from disclosure_lint.report import View, renderer
from disclosure_lint.rule import Edit, Fix, Safety, Text

TEXT = "整改完成率97.74%。。\n"
HINT_ZH = "写成 Word 批注：disclosure-lint annotate 文稿.docx -o 批注稿.docx"
HINT_EN = "Comments in Word: disclosure-lint annotate draft.docx -o commented.docx"


def found(safety: Safety | None, where: Text | None = None) -> Diagnostic:
    fix = None if safety is None else Fix(Text("删去", "remove"), (Edit(Span(11, 12), ""),), safety)
    return PERCENTAGE._replace(span=Span(5, 11), related=(), fix=fix, where=where)


def closing(kind: str, *diagnostics: Diagnostic, language: str = "zh") -> list[str]:
    """The lines behind the findings, without the one that names the command ``explain``."""
    source = Source("草稿", TEXT, layout=Layout(format=kind))
    text = renderer("full")(Report((FileReport("草稿", source=source, diagnostics=diagnostics),)), View(language))
    return text.split("disclosure-lint explain TOT003\n")[-1].splitlines()


@pytest.mark.parametrize(
    ("kind", "safeties", "number"),
    [
        ("text", (Safety.SAFE, Safety.SAFE, Safety.UNSAFE, Safety.DISPLAY, None), 2),
        ("docx", (Safety.SAFE, None), 1),
        ("text", (Safety.UNSAFE, Safety.DISPLAY, None), 0),
        ("html", (Safety.SAFE,), 0),
        ("pdf", (Safety.SAFE,), 0),
    ],
)
def test_says_how_many_findings_can_be_corrected(kind, safeties, number):
    said = f"可以直接改正{number}个：disclosure-lint fix（先看改什么，加 --diff）"
    diagnostics = [found(safety) for safety in safeties]
    assert [line for line in closing(kind, *diagnostics) if " fix" in line] == [said] * bool(number)


def test_says_it_in_english():
    assert closing("docx", found(Safety.SAFE), language="en") == [
        HINT_EN,
        "1 file checked: 1 error",
        "1 can be corrected: disclosure-lint fix (--diff shows the changes first)",
    ]


@pytest.mark.parametrize(
    ("kind", "diagnostics", "hint"),
    [
        ("docx", (found(None),), [HINT_ZH]),
        ("docx", (found(None), found(None)), [HINT_ZH]),
        ("docx", (), []),
        ("text", (found(None),), []),
        ("pdf", (found(None),), []),
    ],
    ids=["word", "once", "word-without-findings", "text", "pdf"],
)
def test_speaks_of_comments_where_a_word_document_has_findings(kind, diagnostics, hint):
    assert [line for line in closing(kind, *diagnostics) if "annotate" in line] == hint


def test_quiet_leaves_all_of_it_out():
    text = renderer("full")(report(), View("zh", quiet=True))
    assert len(FOUND) > 1
    assert "disclosure-lint" not in text.splitlines()[-1]
    assert " fix（" not in text


@pytest.mark.parametrize("width", [80, 110])
def test_a_place_in_words_has_a_line_of_its_own_where_it_does_not_fit(width):
    where = Text("第8段（“（二）细化整改任务，明确整改措施，压实各级责任”之下）", "")
    source = Source("草稿", TEXT, layout=Layout(format="docx"))
    one = Report((FileReport("草稿", source=source, diagnostics=(found(None, where),)),))
    lines = renderer("full")(one, View("zh", width=width)).splitlines()[2:4]
    if width == 80:
        assert lines == ["错误 TOT003 percentage-mismatch", f"     {where.zh}"]
    else:
        assert lines[0] == f"错误 TOT003 percentage-mismatch  {where.zh}"
