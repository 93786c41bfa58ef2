"""Right sentences that speak of marks, dates, titles, blanks and secrecy, beside sentences in which the same is a fault."""

from __future__ import annotations

import pytest

from disclosure_lint.engine import lint_text
from disclosure_lint.registry import load_rules
from disclosure_lint.settings import FileSettings

RULES = tuple(rule for rule in load_rules() if rule.code.startswith(("TXT00", "DAT00", "CIT001", "SEC001")))
DRAFT = (
    "中共云岭县水务局党组关于巡察整改进展情况的通报\n2024年3月4日至5月10日，县委第二巡察组开展了常规巡察，6月3日反馈了意见。截至2024年9月30日，"
    "16个问题已全部完成整改。\n一、整改进展情况\n（一）关于制度执行不严的问题\n{}\n二、下一步工作打算\n持续巩固成果。\n"
    "中共云岭县水务局党组\n2024年10月12日\n"
)
SOUND = {
    "quoted-figure": "教育干部“管住‘8小时’之外”，落实“‘20条’硬措施”。",
    "quoted-date-form": "修订公文模板，改正‘202X年X月X日’等空格未填的字样。",
    "draft-of-the-plan": "2024年5月20日印发《巡察整改工作方案（征求意见稿）》；6月20日印发整改方案。",
    "rounds-of-a-month": "2024年6月1日至9月20日，先后开展3轮为期1个月的集中整治。",
    "shorter-than-planned": "2024年6月1日至6月30日开展清理，由原计划为期90天压缩至30天。",
    "false-date-corrected": "发现1名党员入党时间填为1998年2月30日，已重新认定。",
    "title-corrected": "将学习材料中的《中国共产党党章》更正为《中国共产党章程》。",
    "papers-with-marks": "2022年以来共产生秘密★5年文件3份，均已登记。",
    "blanks-filled": "补齐租赁合同中“____”等空白条款12处。",
    "empty-brackets-told": "清理台账中存在“【】”空置的记录6条。",
}
FAULTY = {
    "quote-never-closed": ("落实‘硬措施，强化监督。", "TXT003"),
    "impossible-day": ("2024年6月31日召开专题会议。", "DAT001"),
    "wrong-title": ("组织学习《中国共产党党章》4次。", "CIT001"),
    "mark-left": ("按照县委通知（机密★3年）要求整改到位。", "SEC001"),
    "blank-left": ("修订制度____项。", "TXT001"),
    "length-that-is-wrong": ("2024年6月1日至9月30日，开展了为期两个月的专项整治。", "DAT003"),
}


def found(sentence: str) -> list[str]:
    report = lint_text(DRAFT.format(sentence), FileSettings.default(RULES, "progress"))
    return [each.code for each in report.diagnostics if each.severity != "info"]


@pytest.mark.parametrize("sentence", SOUND.values(), ids=SOUND)
def test_sound(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(("sentence", "code"), FAULTY.values(), ids=FAULTY)
def test_faulty(sentence: str, code: str) -> None:
    assert found(sentence) == [code]
