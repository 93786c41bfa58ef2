"""The numbering habit a draft shows, and the writing of numbers in a label's own style."""

from __future__ import annotations

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_grammar.tree import Form
from disclosure_lint.facts import Facts
from disclosure_lint.facts.headings.runs import Habit, with_number

RESTART = "一、甲类\n（一）学习\n已改。\n（二）作风\n已改。\n二、乙类\n（一）纪律\n已改。\n（二）廉政\n已改。\n三、丙类\n（一）制度\n已改。\n"
RUN_ON = "一、甲类\n（一）学习\n已改。\n（二）作风\n已改。\n二、乙类\n（三）纪律\n已改。\n（四）廉政\n已改。\n三、丙类\n（五）制度\n已改。\n"


def read(text):
    document = parse(Source("draft.txt", text))
    return document, Facts(document)


@pytest.mark.parametrize(
    ("text", "habit"),
    [
        pytest.param(RESTART, Habit.RESTART, id="restart"),
        pytest.param(RUN_ON, Habit.RUN_ON, id="run-on"),
        pytest.param(RUN_ON.replace("（三）", "（二）"), Habit.RUN_ON, id="run-on-with-a-fault"),
        pytest.param(RESTART.split("二、")[0], Habit.UNKNOWN, id="one-group"),
        pytest.param(RESTART.split("三、")[0], Habit.UNKNOWN, id="two-groups-that-restart"),
    ],
)
def test_habit(text, habit):
    assert read(text)[1].numbering.habits[Form.CHINESE_BRACKETED] is habit


def test_runs_join_what_runs_on():
    numbering = read(RUN_ON)[1].numbering
    assert [run.numbers for run in numbering.runs] == [(1, 2, 3), (1, 2, 3, 4, 5)]
    assert numbering.faults == numbering.unnumbered == numbering.misformed == ()


def test_a_first_number_that_lost_a_digit_does_not_end_what_runs_on():
    groups = [range(1, 6), range(6, 11), (1, 12, 13, 14)]
    text = "".join(
        f"（{name}）方面\n" + "".join(f"{number}.问题{number}。已改。\n" for number in numbers)
        for name, numbers in zip("一二三", groups, strict=True)
    )
    faults = read("一、整改情况\n" + text)[1].numbering.faults
    assert [(fault.section.title, fault.expected) for fault in faults] == [("问题1", 11)]


def test_items_that_go_missing_with_their_section_are_one_fault():
    text = RUN_ON.replace("二、乙类\n（三）纪律\n已改。\n（四）廉政\n已改。\n", "")
    faults = read(text)[1].numbering.faults
    assert [(fault.section.title, fault.missing) for fault in faults] == [("丙类", (2,))]


def test_a_list_below_a_heading_that_lost_its_number_begins_anew():
    text = "一、整改情况\n" + "".join(
        f"{label}关于“{name}执行不严”问题\n（1）问题表现：{name}不严。\n已改。\n"
        for label, name in (("1.", "会议制度"), ("2.", "财务制度"), ("", "考勤制度"), ("4.", "用车制度"))
    )
    numbering = read(text)[1].numbering
    assert numbering.faults == ()
    assert [(line.number, line.firm) for line in numbering.unnumbered] == [(3, True)]


@pytest.mark.parametrize(
    ("line", "number", "expected"),
    [
        ("一、甲", 12, "十二、"),
        ("（一）甲", 3, "（三）"),
        ("(一)甲", 3, "(三)"),
        ("1.甲", 10, "10."),
        ("１．甲", 10, "１０．"),
        ("（1）甲", 2, "（2）"),
        ("①甲", 3, "③"),
        ("第一部分 甲", 2, "第二部分"),
    ],
)
def test_written(line, number, expected):
    document, _ = read(f"{line}\n正文。\n")
    assert with_number(document.sections[0].label, number) == expected
