"""The parts of a draft, told by titles and openings."""

from __future__ import annotations

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.facts.parts import Part, has_heading, has_part, is_of_one_task, lists_problems


def read(text):
    return parse(Source("draft.txt", text))


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("一、履行主体责任情况\n研究部署。\n二、整改进展\n已改。\n", Part.RESPONSIBILITY, True),
        ("为落实意见，党组成立领导小组。\n一、整改进展\n已改。\n二、存在困难\n无。\n", Part.RESPONSIBILITY, True),
        ("一、整改进展\n（一）学习\n已改。\n二、存在困难\n无。\n", Part.RESPONSIBILITY, False),
        ("一、整改进展\n已改。\n二、存在困难\n无。\n今后，我局将久久为功。\n", Part.NEXT, True),
        (
            "一、政治方面\n已改。\n二、作风方面\n已改。\n下一步，我局将一抓到底。如有意见建议，请与我局联系。\n联系电话：0712-5550108\n",
            Part.NEXT,
            True,
        ),
        ("局党委制定整改措施66项。\n一、政治方面\n已改。\n二、作风方面\n已改。\n", Part.RESPONSIBILITY, True),
        (
            "根据巡察工作领导小组部署，县委巡察组巡察了我局。\n一、整改进展\n已改。\n二、存在困难\n无。\n",
            Part.RESPONSIBILITY,
            False,
        ),
        ("一、整改进展\n制定的66条整改措施已落实60条。\n二、存在困难\n无。\n", Part.RESPONSIBILITY, False),
        (
            "一、整改进展\n（一）学习\n1.记录不全\n继续补齐。\n2.次数少\n已改。\n3.不深入\n已改。\n二、存在困难\n无。\n暂无。\n没有。\n",
            Part.NEXT,
            False,
        ),
        ("一、整改进展\n已改。\n二、存在困难\n无。\n我局将持续抓好整改，久久为功。\n", Part.NEXT, True),
        ("一、整改进展\n（一）健全长效机制\n已改。\n（二）学习\n已改。\n二、存在困难\n无。\n", Part.NEXT, False),
    ],
)
def test_parts(text, part, expected):
    assert has_part(read(text), part) is expected


def test_a_draft_of_problems_has_no_parts():
    assert lists_problems(read("一、关于学习问题\n已改。\n二、关于作风问题\n已改。\n三、下一步\n持续。\n"))
    assert not lists_problems(read("一、组织领导\n已成立专班。\n二、整改进展\n已改。\n三、下一步\n持续。\n"))


def test_a_part_with_a_heading_of_its_own():
    document = read("为落实意见，成立领导小组。\n一、整改进展\n已改。\n二、下一步打算\n持续抓好整改。\n")
    assert has_heading(document, Part.PROGRESS)
    assert has_heading(document, Part.NEXT)
    assert not has_heading(document, Part.RESPONSIBILITY)
    assert has_part(document, Part.RESPONSIBILITY)


def test_a_title_may_speak_of_leading_and_of_progress_at_once():
    document = read("一、强化政治担当\n成立专班。\n二、坚持问题导向，全力推动巡察整改见行见效\n（一）学习\n已补学。\n")
    assert has_heading(document, Part.PROGRESS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("关于省级督察反馈第十二项整改任务完成情况的公示\n一、整改任务\n河道清淤。\n", True),
        ("关于督察整改任务（序号7）整改情况的公示\n已完成清淤。\n", True),
        ("关于第十二项整改任务进展的通报\n已完成清淤。\n", False),
        ("关于巡察整改情况的公示\n反馈的12项问题，已完成11项。\n", False),
    ],
)
def test_a_notice_of_one_task(text, expected):
    assert is_of_one_task(read(text)) is expected
