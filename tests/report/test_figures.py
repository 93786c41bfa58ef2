"""Figures with their verdicts, put together from facts and comparisons made by hand."""

from __future__ import annotations

from fractions import Fraction
from types import SimpleNamespace

import pytest

from disclosure_grammar.source import Source, Span
from disclosure_grammar.tree import Kind, Node
from disclosure_lint.comparisons.model import Comparison, Operand, Verdict
from disclosure_lint.facts.model import Bound, Duration, Percentage, Personal, Quantity, Status
from disclosure_lint.figures import Figure, assemble, tally
from disclosure_lint.report import View
from disclosure_lint.report.figures import FileFigures, as_json, as_text

TEXT = "反馈79项问题，已完成77项，完成率97.74%，用时3个月，从“学、做”三个方面入手。"
LEAF = Node(Kind.PARAGRAPH, Span(0, len(TEXT)))


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


def quantity(words, value, unit, noun=""):
    place = span(words)
    return Quantity(place, LEAF, place, Fraction(value), unit, noun, Bound.EXACT, Status.OTHER, place)


TOTAL = quantity("79项", 79, "项", "问题")
DONE = quantity("77项", 77, "项", "问题")
RATE = Percentage(span("97.74%"), LEAF, Fraction("97.74"), 2, False, "完成率", Bound.EXACT, span("97.74%"))
MONTHS = Duration(span("3个月"), LEAF, Fraction(3), "month", Bound.EXACT)
FACTS = SimpleNamespace(quantities=(TOTAL, DONE, quantity("3个", 3, "个")), percentages=(RATE,), durations=(MONTHS,))


def comparison(figure, verdict, kind="percentage"):
    return Comparison(
        kind, verdict, figure, (Operand(TOTAL.span, "总数", "total"),), "97.74%", "97.47%", "算不出", "no"
    )


def figures(*comparisons):
    return assemble(FACTS, SimpleNamespace(all=comparisons))


def by_text(found):
    return {TEXT[f.span.start : f.span.end]: f for f in found}


def test_every_figure_is_listed_once_in_order():
    found = figures()
    assert [TEXT[f.span.start : f.span.end] for f in found] == ["79项", "77项", "97.74%", "3个月"]
    assert [(f.value, f.unit) for f in found] == [(79, "项"), (77, "项"), (Fraction("97.74"), "%"), (3, "month")]
    assert {f.verdict for f in found} == {Verdict.UNVERIFIABLE}


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ([], "unverifiable"),
        (["unverifiable"], "unverifiable"),
        (["unverifiable", "verified"], "verified"),
        (["verified", "contradicted"], "contradicted"),
    ],
)
def test_the_gravest_verdict_counts(verdicts, expected):
    found = by_text(figures(*(comparison(RATE.span, Verdict(verdict)) for verdict in verdicts)))
    assert found["97.74%"].verdict == expected
    assert len(found["97.74%"].checks) == len(verdicts)


def test_a_comparison_of_a_part_belongs_to_its_figure():
    number = Span(TOTAL.span.start, TOTAL.span.start + 2)
    assert by_text(figures(comparison(number, Verdict.VERIFIED)))["79项"].verdict is Verdict.VERIFIED


def test_a_compared_place_that_is_no_figure_is_listed_too():
    found = by_text(figures(comparison(span("三个方面"), Verdict.CONTRADICTED, "list")))
    assert found["三个方面"] == Figure(span("三个方面"), None, "", "", found["三个方面"].checks)
    assert tally(tuple(found.values())) == {Verdict.VERIFIED: 0, Verdict.CONTRADICTED: 1, Verdict.UNVERIFIABLE: 4}


def test_table_and_json(file_regression):
    source = Source("a.txt", TEXT)
    personal = (Personal(span("79"), LEAF, "other"),)
    file = FileFigures("a.txt", None, source, figures(comparison(RATE.span, Verdict.CONTRADICTED)), personal)
    pages = [as_text([file], View("zh")), as_text([file], View("en", encoding="gbk")), as_json([file], View("zh"))]
    file_regression.check("\n".join(pages), encoding="utf-8")
    assert "79" not in pages[0]
