"""Tracked changes in Word documents, in both views."""

from __future__ import annotations

import pytest

from disclosure_grammar.source import ChangeKind
from word_files import deleted, ins, p, r
from word_snippets import (
    BOLD,
    VANISH,
    cell,
    check,
    field,
    mark,
    moved,
    read,
    row,
    run,
    sdt,
    t,
    table,
)

CHANGES = [
    pytest.param(
        p("共", ins(r("27")), deleted("28"), "个"),
        "共27个\n",
        "共28个\n",
        {"insertion": ["27"], "deletion": [""]},
        id="words",
    ),
    pytest.param(
        p(ins(moved("del", run("<w:delText>甲</w:delText>"))), "乙"),
        "乙\n",
        "乙\n",
        {"deletion": [""]},
        id="inserted-and-deleted",
    ),
    pytest.param(
        p(moved("moveFrom", r("甲")), "乙", moved("moveTo", r("甲"))),
        "乙甲\n",
        "甲乙\n",
        {"move": ["", "甲"]},
        id="moved",
    ),
    pytest.param(
        p("甲", properties=mark("del")) + p("乙"), "甲乙\n", "甲\n乙\n", {"deletion": [""]}, id="deleted-mark"
    ),
    pytest.param(
        p("甲", properties=mark("ins")) + p("乙"), "甲\n乙\n", "甲乙\n", {"insertion": ["\n"]}, id="inserted-mark"
    ),
    pytest.param(
        p(deleted("甲"), properties=mark("del")) + p(deleted("乙"), properties=mark("del")) + p("丙"),
        "丙\n",
        "甲\n乙\n丙\n",
        {"deletion": [""]},
        id="deleted-paragraphs",
    ),
    pytest.param(
        p(ins(r("甲")), ins(r("乙", BOLD)), properties=mark("ins")) + p(ins(r("丙")), properties=mark("ins")) + p("丁"),
        "甲乙\n丙\n丁\n",
        "丁\n",
        {"insertion": ["甲乙\n丙\n"]},
        id="inserted-paragraphs",
    ),
    pytest.param(
        p("甲") + p(deleted("乙"), properties=mark("del")) + table(row(cell(p("丙")))),
        "甲\n丙\n",
        "甲\n乙\n丙\n",
        {"deletion": [""]},
        id="deleted-before-a-table",
    ),
    pytest.param(
        p("甲") + p(deleted("乙"), properties=mark("del")),
        "甲\n",
        "甲\n乙\n",
        {"deletion": [""]},
        id="deleted-at-the-end",
    ),
    pytest.param(
        table(
            row(cell(p("甲"))),
            row(cell(p(deleted("乙"))), cell(p(deleted("丙"))), properties='<w:del w:id="1" w:author="王"/>'),
        ),
        "甲\n",
        "甲\n乙\n丙\n",
        {"deletion": [""]},
        id="deleted-row",
    ),
    pytest.param(
        table(
            row(cell(p("甲"))), row(cell(p(ins(r("乙")))), cell(p("丙")), properties='<w:ins w:id="1" w:author="王"/>')
        ),
        "甲\n乙\n丙\n",
        "甲\n",
        {"insertion": ["乙\n丙\n"]},
        id="inserted-row",
    ),
    pytest.param(
        table(row(cell(p("甲"), properties='<w:cellDel w:id="1" w:author="王"/>'), cell(p("乙")))),
        "乙\n",
        "甲\n乙\n",
        {"deletion": [""]},
        id="deleted-cell",
    ),
    pytest.param(
        p(run(t("甲"), BOLD + '<w:rPrChange w:id="1" w:author="王"><w:rPr/></w:rPrChange>'), "乙"),
        "甲乙\n",
        "甲乙\n",
        {"format": ["甲"]},
        id="formatted-run",
    ),
    pytest.param(
        p("甲", properties='<w:pPrChange w:id="1" w:author="王"><w:pPr/></w:pPrChange>')
        + p("乙", properties='<w:pPrChange w:id="1" w:author="王"><w:pPr/></w:pPrChange>'),
        "甲\n乙\n",
        "甲\n乙\n",
        {"format": ["甲\n乙"]},
        id="formatted-paragraphs",
    ),
    pytest.param(
        p(run(t("甲"), VANISH + '<w:rPrChange w:id="1" w:author="王"><w:rPr/></w:rPrChange>'), "乙"),
        "乙\n",
        "甲乙\n",
        {"format": [""]},
        id="hidden-by-a-change",
    ),
    pytest.param(
        p(ins(r("甲"), author="王"), ins(r("乙"), author="李")),
        "甲乙\n",
        "\n",
        {"insertion": ["甲", "乙"]},
        id="two-people",
    ),
    pytest.param(p(ins(r("甲")), "乙", ins(r("丙"))), "甲乙丙\n", "乙\n", {"insertion": ["甲", "丙"]}, id="two-places"),
    pytest.param(
        p(ins('<w:hyperlink r:id="a">' + r("甲") + "</w:hyperlink>" + sdt(r("乙")))),
        "甲乙\n",
        "\n",
        {"insertion": ["甲乙"]},
        id="around-wrappers",
    ),
]


@pytest.mark.parametrize(("body", "final", "original", "changes"), CHANGES)
def test_tracked_changes(body: str, final: str, original: str, changes: dict[str, list[str]]) -> None:
    word, before = read(body), read(body, view="original")
    assert word.source.text == final
    assert before.source.text == original
    found: dict[str, list[str]] = {}
    for change in word.source.layout.changes:
        found.setdefault(change.kind.value, []).append(word.source.slice(change.span))
    assert found == changes
    assert {change.kind for change in before.source.layout.changes} == {ChangeKind(kind) for kind in changes}
    check(word)
    check(before)


def test_runs_know_the_changes_and_fields_they_stand_in() -> None:
    body = p(
        "甲",
        ins(r("乙")),
        field("PAGE", r("丙")),
        field(' HYPERLINK "mailto:a@b.cn" ', r("丁")),
        '<w:fldSimple w:instr="DATE">' + r("戊") + "</w:fldSimple>",
        moved("del", r("己")),
    )
    found = [(word.source.text[piece.start], piece.run) for word in [read(body)] for piece in word.pieces]
    assert [(one, run_.field, run_.insertion) for one, run_ in found if run_] == [
        ("甲", False, False),
        ("乙", False, True),
        ("丙", True, False),
        ("丁", False, False),
        ("戊", True, False),
    ]
    assert [piece.run.deletion for piece in read(body, view="original").pieces if piece.run] == [
        False,
        False,
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("body", "final", "original"),
    [
        pytest.param(
            p(deleted("甲"), num=(1, 0), properties=mark("del")) + p("乙", num=(1, 0)),
            "一、乙\n",
            "一、甲\n二、乙\n",
            id="deleted-paragraph",
        ),
        pytest.param(
            p("甲", num=(1, 0), properties=mark("del")) + p("乙") + p("丙", num=(1, 0)),
            "一、甲乙\n二、丙\n",
            "一、甲\n乙\n二、丙\n",
            id="joined",
        ),
        pytest.param(
            p(deleted("甲"), properties=mark("del")) + p("乙", num=(1, 0)),
            "一、乙\n",
            "甲\n一、乙\n",
            id="joined-to-nothing",
        ),
        pytest.param(
            p("甲", num=(1, 0), properties='<w:pPrChange w:author="王"><w:pPr/></w:pPrChange>'),
            "一、甲\n",
            "甲\n",
            id="numbered-by-a-change",
        ),
        pytest.param(
            table(row(cell(p("甲", num=(1, 0))), properties='<w:del w:author="王"/>')) + p("乙", num=(1, 0)),
            "一、乙\n",
            "一、甲\n二、乙\n",
            id="deleted-row",
        ),
    ],
)
def test_only_what_is_shown_is_numbered(body: str, final: str, original: str) -> None:
    assert read(body).source.text == final
    assert read(body, view="original").source.text == original
