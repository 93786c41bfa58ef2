"""Lines of printed pages put together: one column or two, indented or not, with titles, and letters set apart."""

from __future__ import annotations

import pytest

from disclosure_grammar.readers.columns import Printed
from disclosure_grammar.readers.pages import assemble

SIZE = 16.0
MEASURE = 28  # characters in a line
TITLE = "中共青岚县人民法院党组关于县委第一巡察组反馈意见整改进展情况的通报"
DRAFT = [
    "根据县委统一部署，2024年1月8日至3月8日，县委第一巡察组对院党组开展了常规巡察，3月21日反馈了意见，现将整改进展情况通报如下。",
    "第一部分　组织落实情况",
    "院党组成立整改工作领导小组，召开专题会议5次，对照反馈的问题逐项整改，逐条明确责任领导、责任部门和完成时限。",
    "（一）提高政治站位。修订学习制度，组织集中学习12次，交流发言36人次，学习的针对性和实效性得到明显增强。",
    "（二）强化督导问效。建立周调度、月通报制度，约谈部门负责人4人次，发出督办通知17份，签订责任书18份，推动问题见底清零。",
    "第二部分　下一步工作安排",
    "院党组将持续巩固整改成果，强化跟踪问效，推动法院工作高质量发展，欢迎广大干部群众对整改情况进行监督。",
]


def lines(text: str, left: float, indent: float, measure: int, pitch: float = 1.0, whole: float = 0) -> list[Printed]:
    """A paragraph in lines; ``whole`` is by how much all of them are indented."""
    made, at = [], 0
    while at < len(text):
        shift = whole + (indent if at == 0 else 0)
        room = int(measure - shift)
        part = text[at : at + room]
        while at + room < len(text) and text[at + room] in "，。、；：":  # no mark at the start of a line
            part, room = part[:-1], room - 1
        start = left + shift * SIZE * pitch
        made.append(Printed(part, start, start + len(part) * SIZE, SIZE))
        at += room
    return made


def title(measure: int) -> list[Printed]:
    parts = [TITLE[at : at + measure] for at in range(0, len(TITLE), measure)]
    middle = 80 + MEASURE * SIZE / 2
    return [Printed(part, middle - len(part) * 11, middle + len(part) * 11, 22) for part in parts]


@pytest.mark.parametrize("measure", [9, 12, 20])
def test_a_title_is_put_together(measure: int) -> None:
    page = [*title(measure), *(line for text in DRAFT for line in lines(text, 80, 2, MEASURE))]
    assert assemble([page], "a.pdf").text.splitlines() == [TITLE, *DRAFT]


def test_a_title_ends_where_something_else_begins() -> None:
    head = [
        Printed("青岚县人民法院文件", 120, 480, 36),
        *title(20),
        Printed("（公开稿）", 264, 344, SIZE),
        Printed("一、情况", 256, 344, 22),
    ]
    page = [*head, *(line for text in DRAFT for line in lines(text, 80, 2, MEASURE))]
    assert assemble([page], "a.pdf").text.splitlines() == [
        "青岚县人民法院文件",
        TITLE,
        "（公开稿）",
        "一、情况",
        *DRAFT,
    ]


@pytest.mark.parametrize("indent", [0, 2])
def test_columns_side_by_side(indent: float) -> None:
    column = [line for text in DRAFT for line in lines(text, 80, indent, 16)]
    half = len(column) // 2
    right = [line._replace(left=line.left + 280, right=line.right + 280) for line in column[half:]]
    assert assemble([[*column[:half], *right]], "a.pdf").text.splitlines() == DRAFT


def test_paragraphs_that_are_indented_as_a_whole() -> None:
    page = [
        line
        for text in DRAFT
        for line in lines(text, 80, 0 if text.startswith("（") else 2, MEASURE, whole=2 if text.startswith("（") else 0)
    ]
    assert assemble([page], "a.pdf").text.splitlines() == DRAFT


def test_letters_set_apart_are_closed_up() -> None:
    page = [
        line._replace(text=" ".join(line.text), right=line.left + len(line.text) * SIZE * 1.1)
        if len(line.text) > 20
        else line
        for text in DRAFT
        for line in lines(text, 80, 2, 24, 1.1)
    ]
    text = assemble([page], "a.pdf").text
    assert text.replace(" ", "").splitlines() == DRAFT
    assert not [line for line in text.splitlines() if " ，" in line or "党 组" in line]


def test_spaces_that_were_typed_stay() -> None:
    typed = "联系人：周 明 电话：0717-5550132"
    assert assemble([[Printed(typed)]], "a.pdf").text == typed + "\n"


def test_short_lines_at_the_margin_stay_apart() -> None:
    close = ["联系电话：0717-5550132", "通信地址：青岚县迎宾路30号青岚县人民法院机关党委", "邮政编码：443400"]
    page = [line for text in DRAFT for line in lines(text, 80, 2, MEASURE)]
    page += [Printed(text, 80, 80 + len(text) * 14, SIZE) for text in close]
    assert assemble([page], "a.pdf").text.splitlines() == [*DRAFT, *close]
