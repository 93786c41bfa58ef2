"""Passages about fixed expressions and inspections that a rule once misread."""

from __future__ import annotations

import nasty
import pytest

from disclosure_rules import terms

RULES = terms.RULES[:3]  # the fourth knows only what users tell it
SENT_BY = (
    "中共{0}水务局党组关于{1}第二{2}组反馈意见整改进展情况的通报\n"
    "2023年9月4日至11月3日，{1}第二{2}组对{0}水务局党组开展了常规{2}，12月8日反馈了{2}意见。现将{2}整改情况通报如下。\n"
    "一、整改情况\n{3}\n{2}整改方案逐条落实。根据{2}反馈意见，{2}整改专班逐项督办。截至2024年5月31日，{2}反馈的12个问题全部完成。\n"
    "二、下一步打算\n持续巩固{2}整改成果。\n中共{0}水务局党组\n2024年6月11日\n"
)

SOUND = {
    "a-municipality-inspects-its-district": SENT_BY.format(
        "天河区", "天河区委", "巡察", "2021年市委第六巡视组巡视我区反馈的涉水问题2个，已整改。"
    ),
    "office-of-a-higher-level": SENT_BY.format(
        "青岚县", "县委", "巡察", "配合省委第三巡视组对县委巡视反馈问题开展排查。"
    ),
}

FAULTY = {
    "held-against-what-a-group-said": SENT_BY.format(
        "云溪市", "省委", "巡视", "制定方案，对照省委⟦TRM003:巡察⟧组反馈意见逐条整改。"
    ),
    "what-a-group-has-told": SENT_BY.format(
        "青岚县", "县委", "巡察", "对县委⟦TRM003:巡查⟧组反馈的问题逐项建立整改清单。"
    ),
    "a-name-across-a-line-break": (
        "中共松岭县白石镇委员会关于巡察整改进展情况的通报\n\n"
        "  2023年4月6日至6月5日，江州市委第一巡察组对白石镇党委开展了\n提级巡察。7月14日，市委第一巡察组向镇党委反馈了巡察意见。现\n"
        "将整改进展情况予以公布。\n\n  一、整改情况\n\n"
        "  镇党委坚决扛起整改主体责任，召开党委会5次、推进会3次，把反\n馈的21个问题分解到9个站办所，逐项明确责任人和时限，市委第一⟦TRM003:巡\n视⟧"
        "组反馈的问题已全部整改到位。\n\n中共松岭县白石镇委员会\n2024年1月9日\n"
    ),
    "not-doing": nasty.disclosure(
        items="（一）形式主义问题突出\n开展不担当、⟦TRM001:不做为问题⟧专项整治。\n（二）作风不实\n约谈⟦TRM001:不担当不做为⟧干部3名。\n"
    ),
}


@pytest.mark.parametrize("draft", SOUND.values(), ids=SOUND.keys())
def test_a_sound_passage_is_not_flagged(draft: str) -> None:
    assert nasty.told(draft, rules=RULES)[0] == []


@pytest.mark.parametrize("draft", FAULTY.values(), ids=FAULTY.keys())
def test_a_faulty_passage_is_flagged_where_it_is(draft: str) -> None:
    found, expected = nasty.told(draft, rules=RULES)
    assert found == expected
