"""Names of bodies: found, stripped to their core, told apart."""

from __future__ import annotations

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.facts.parties.bodies import core, differ, in_title, inspected, place_of, unlike


def read(text):
    return parse(Source("draft.txt", text))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("中共青岚县人民法院党组", "青岚县人民法院", False),
        ("中共云溪市中级人民法院党组", "市中级法院", False),
        ("青岚县卫生健康委员会", "县卫健委员会", False),
        ("中共青岚县人民法院党组", "云溪县人民法院", True),
        ("云溪市第二中级人民法院", "云溪市第三中级人民法院", True),
        ("青岚县水利局", "青岚县林业局", True),
        ("青岚县人民法院", "中共青岚县人民检察院党组", True),
        ("青岚县水利局", "中共青岚县人民检察院党组", False),
        ("中共青岚县委巡察办", "青岚县水利局", False),
        ("青岚县人民政府", "青岚县水利局", False),
        ("中共江州城市建设投资集团有限公司委员会", "市城投集团", False),
        ("中共江州城市建设投资集团有限公司委员会", "市水务集团", True),
    ],
)
def test_bodies_differ(first, second, expected):
    assert differ(first, second) is differ(second, first) is expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("中共云溪区审计局党组", "青岚县人民医院", True),
        ("中共云溪区审计局党组", "南屏理工大学", True),
        ("中共云溪市卫生健康委员会党组", "市第二人民医院", False),
        ("中共云溪市第二人民医院委员会", "第二人民医院", False),
        ("中共云溪市水务集团有限公司委员会", "云溪市水务集团", False),
    ],
)
def test_bodies_unlike(first, second, expected):
    assert unlike(first, second) is unlike(second, first) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("中共青岚县人民法院党组", "青岚"),
        ("青岚自治县水利局", "青岚"),
        ("县水利局", ""),
        ("南屏理工大学", ""),
        ("经济开发区管理委员会", ""),
        ("高新区人民法院", ""),
    ],
)
def test_place_of_a_body(name, expected):
    assert place_of(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("中共青岚县人民法院党组", "青岚县人民法院"),
        ("中国共产党青岚县水利局党组（盖章）", "青岚县水利局"),
        ("中共青岚县水利局机关党委", "青岚县水利局"),
        ("中共云溪学院委员会", "云溪学院"),
        ("青岚县卫生健康委员会", "青岚县卫生健康委员会"),
    ],
)
def test_core(name, expected):
    assert core(name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中共青岚县水利局党组关于巡察整改进展情况的通报", "青岚县水利局"),
        ("　云溪市第二人民医院2023年巡察整改情况公示", "云溪市第二人民医院"),
        ("关于巡察整改进展情况的通报", None),
        ("我局整改情况通报", None),
        ("云溪市公安局交通警察支队党委关于市公安局党委巡察组反馈意见整改情况的通报", None),
    ],
)
def test_body_in_title(text, expected):
    document = read(f"{text}\n正文第一段。\n")
    body = in_title(document.prose[0].prose)
    assert (body and body.name) == expected
    assert body is None or document.source.slice(body.span) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年4月至6月，县委第二巡察组对青岚县水利局党组进行了巡察。", "青岚县水利局"),
        ("对照巡察反馈意见，县委巡察组向中共青岚县水利局党组反馈了意见。", "青岚县水利局"),
        ("县委第二巡察组对我局党组进行了巡察。", None),
        ("对全县各级人民法院开展巡察。", None),
    ],
)
def test_inspected_body(text, expected):
    document = read(f"{text}\n")
    body = inspected(document.prose[0].prose)
    assert (body and body.name) == expected
