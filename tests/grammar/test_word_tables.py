"""Tables of Word documents: rows and cells, however they are wrapped, merged or hidden."""

from __future__ import annotations

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.readers.word.model import Word
from disclosure_grammar.source import Part
from disclosure_grammar.tree import Kind
from word_files import p, tbl
from word_snippets import (
    box,
    cell,
    check,
    read,
    row,
    sdt,
    table,
)


def cells(word: Word) -> list[list[str]]:
    blocks = [block for block in word.source.layout.blocks if block.part is Part.ROW]
    return [[word.source.slice(span) for span in block.cells] for block in blocks]


TABLES = [
    pytest.param(tbl(["问题", "措施"], ["甲", ""]), [["问题", "措施"], ["甲", ""]], "问题\n措施\n甲\n\n", id="plain"),
    pytest.param(tbl([p("甲") + p("乙"), "丙"]), [["甲\n乙", "丙"]], "甲\n乙\n丙\n", id="two-paragraphs"),
    pytest.param(
        tbl([p("甲") + tbl(["内", "层"]) + p(), "丙"]), [["甲\n内\n层\n", "丙"]], "甲\n内\n层\n\n丙\n", id="nested"
    ),
    pytest.param(
        table(row(cell(p("甲"), properties='<w:gridSpan w:val="3"/>'), cell(p("乙")))),
        [["甲", "", "", "乙"]],
        "甲\n乙\n",
        id="wide",
    ),
    pytest.param(
        table(
            row(
                cell(p("甲"), properties='<w:gridSpan w:val="99999"/>'),
                cell(p("乙"), properties='<w:gridSpan w:val="-1"/>'),
            )
        ),
        [["甲", *[""] * 62, "乙"]],
        "甲\n乙\n",
        id="absurdly-wide",
    ),
    pytest.param(
        table(
            row(cell(p("甲"), properties='<w:vMerge w:val="restart"/>'), cell(p("乙"))),
            row(cell(p("藏"), p(), properties="<w:vMerge/>"), cell(p("丙"))),
        ),
        [["甲", "乙"], ["", "丙"]],
        "甲\n乙\n\n丙\n",
        id="tall",
    ),
    pytest.param(
        table(row(cell(p("甲")), cell(p("乙")), properties='<w:gridBefore w:val="1"/>')),
        [["", "甲", "乙"]],
        "甲\n乙\n",
        id="first-column-left-out",
    ),
    pytest.param(
        table(
            row(cell(p("问题")), cell(p("措施")), properties="<w:tblHeader/>"),
            row(cell(p("藏")), properties="<w:hidden/>"),
            row(cell(p("甲")), cell(p("乙"))),
        ),
        [["问题", "措施"], ["甲", "乙"]],
        "问题\n措施\n甲\n乙\n",
        id="head-and-hidden-row",
    ),
    pytest.param(
        sdt(table(sdt(row(sdt(cell(p("甲"))), "<w:customXml>" + cell(p("乙")) + "</w:customXml>")))),
        [["甲", "乙"]],
        "甲\n乙\n",
        id="controls",
    ),
    pytest.param(table(row(cell(), cell(p("乙")))), [["", "乙"]], "\n乙\n", id="cell-without-paragraph"),
    pytest.param(
        table(row(cell(p("甲", box(p("框")))), cell(p("乙")))), [["甲\n框", "乙"]], "甲\n框\n乙\n", id="box-in-a-cell"
    ),
    pytest.param(p("前", box(tbl(["甲", "乙"]))) + p("后"), [["甲", "乙"]], "前\n甲\n乙\n后\n", id="table-in-a-box"),
    pytest.param(table() + table(row()) + p("后"), [], "后\n", id="nothing-in-it"),
]


@pytest.mark.parametrize(("body", "rows", "text"), TABLES)
def test_tables(body: str, rows: list[list[str]], text: str) -> None:
    word = read(body)
    assert word.source.text == text
    assert cells(word) == rows
    check(word)
    found = [[one.text for one in node.cells] for node in parse(word.source).root.walk() if node.kind is Kind.ROW]
    assert [[one.replace("\n", "") for one in row] for row in found] == [
        [one.replace("\n", "") for one in row] for row in rows
    ]


def test_rows_are_counted_in_their_tables() -> None:
    word = read(tbl(["甲", ""], ["乙", ""]), tbl(["丙", ""]), p("丁"))
    assert [(b.table, b.number) for b in word.source.layout.blocks] == [(1, 1), (1, 2), (2, 1)]


def test_a_frame_around_text_is_no_table() -> None:
    inner = p("关于整改进展情况的通报", style="T") + p("一、问题") + tbl(["甲", "乙"]) + p("二、措施")
    word = read(table(row(cell(inner)), row(sdt(cell(p("2025年3月8日"))))))
    assert word.source.text == "关于整改进展情况的通报\n一、问题\n甲\n乙\n二、措施\n2025年3月8日\n"
    assert [(one.part, word.source.slice(one.span)) for one in word.source.layout.blocks] == [
        (Part.HEADING, "关于整改进展情况的通报\n"),
        (Part.ROW, "甲\n乙\n"),
    ]
    check(word)


def test_paragraphs_know_their_cells() -> None:
    word = read(p("甲"), tbl(["乙", p("丙") + tbl(["丁"]) + p("戊", box(p("己")))]), p("庚"))
    assert [(word.source.text[one.start], one.cell) for one in word.paragraphs] == [
        ("甲", 0), ("乙", 1), ("丙", 2), ("丁", 3), ("戊", 2), ("己", 2), ("庚", 0),
    ]  # fmt: skip
