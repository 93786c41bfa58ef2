"""The census: levels, runs of numbers, openings and labels that recur, rows of tables."""

from __future__ import annotations

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.facts.headings.census import Census, bare

DRAFT = (
    "一、工作开展情况\n加强领导。\n"
    "二、整改情况\n"
    "（一）党建方面\n1.学习不够\n（1）计划不细\n修订。\n（2）研讨不多\n增加。\n2.活动不规范\n补记。\n"
    "（二）业务方面\n1.办件超时\n（1）受理慢\n加快。\n"
    "三、下一步打算\n继续。\n"
)


def _census(text: str) -> Census:
    return Census(parse(Source("draft.txt", text)))


def test_levels_are_counted_under_each_root() -> None:
    levels = {(level.root.title, level.depth): level.counts for level in _census(DRAFT).levels}
    assert levels[("", 1)] == (3,)
    assert levels[("整改情况", 1)] == (2,)
    assert levels[("整改情况", 2)] == (3,)
    assert levels[("整改情况", 3)] == (3, 4)
    assert levels[("", 4)] == (3, 4, 6)


def test_a_level_knows_how_many_of_its_sections_have_sections() -> None:
    first = next(level for level in _census(DRAFT).levels if level.depth == 1 and level.root.title == "")
    assert first.parted == 1


def test_numbers_left_out_are_counted_whether_the_numbering_restarts_or_runs_on() -> None:
    for text, lost in (
        ("1.甲\n2.乙\n3.丙\n", 0),
        ("1.甲\n3.丙\n", 1),
        ("（一）甲\n1.甲\n2.乙\n（二）乙\n1.丙\n2.丁\n", 0),
        ("（一）甲\n1.甲\n2.乙\n（二）乙\n3.丙\n5.丁\n", 1),
        ("（一）甲\n1.甲\n2.乙\n（二）乙\n2.丙\n3.丁\n", 1),
    ):
        whole = [level.lost for level in _census(text).levels if not level.root.title]
        assert sum(whole) == lost, text


def test_runs_are_told_apart_by_the_form_of_their_headings() -> None:
    text = "".join(f"{n}.针对第{n}方面存在的问题和“改进{n}”整改意见，进行以下整改。\n改。\n" for n in range(1, 5))
    text += "".join(f"{n}.针对“事项{n}”问题，进行以下整改。\n改。\n" for n in range(5, 8))
    assert [(len(run.sections), run.whole) for run in _census(text).runs] == [(4, 7), (3, 7)]


def test_openings_are_grouped_by_the_words_before_their_quotation() -> None:
    text = "1.学习不够\n改。\n" + "".join(f"针对“延伸”事项“甲{n}”问题，进行以下整改。\n改。\n" for n in range(3))
    text += "".join(f"针对“乙{n}”问题，进行以下整改。\n改。\n" for n in range(4))
    groups = {opening.words: len(opening.nodes) for opening in _census(text).openings}
    assert groups == {"针对“延伸”事项": 3, "针对": 4}


def test_labels_are_counted() -> None:
    text = "".join(f"（{n}）标题\n存在问题：少。\n整改措施：多。\n" for n in "一二三")
    assert {label.words: len(label.nodes) for label in _census(text).labels} == {"存在问题": 3, "整改措施": 3}


def test_only_numbered_rows_of_a_table_count() -> None:
    rows = "".join(f"| {n} | 问题{n} |\n" for n in range(1, 5))
    (table,) = _census(f"| 序号 | 问题 |\n|---|---|\n{rows}| 合计 | 4项 |\n").tables
    assert len(table.rows) == 4
    assert _census("| 单位 | 问题 |\n|---|---|\n| 办公室 | 甲 |\n| 财务科 | 乙 |\n| 人事科 | 丙 |\n").tables == ()


def test_quoted_words_say_nothing_about_how_a_heading_is_built() -> None:
    assert bare("针对“存在‘不作为’现象”问题") == "针对“”问题"


def test_a_draft_without_sections_has_nothing_to_count() -> None:
    census = _census("整改已经完成。\n")
    assert (census.levels, census.runs, census.openings, census.labels, census.tables) == ((), (), (), (), ())
