"""The parts of a draft, told by titles and openings."""

from __future__ import annotations

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.facts.parts import Part, has_part, lists_problems


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
        ("一、整改进展\n（一）健全长效机制\n已改。\n（二）学习\n已改。\n二、存在困难\n无。\n", Part.NEXT, False),
    ],
)
def test_parts(text, part, expected):
    assert has_part(read(text), part) is expected


def test_a_draft_of_problems_has_no_parts():
    assert lists_problems(read("一、关于学习问题\n已改。\n二、关于作风问题\n已改。\n三、下一步\n持续。\n"))
    assert not lists_problems(read("一、组织领导\n已成立专班。\n二、整改进展\n已改。\n三、下一步\n持续。\n"))
