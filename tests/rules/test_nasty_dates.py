"""Dates as drafts really write them: sentences on which a rule about dates once went wrong, each in a whole draft."""

from __future__ import annotations

import re

import pytest

from disclosure_lint.engine import lint_text
from disclosure_lint.rule import Rule
from disclosure_lint.settings import Active, FileSettings
from disclosure_rules import dates

RULES: tuple[Rule, ...] = dates.RULES
_MARK = re.compile(r"⟦(DAT\d{3}):(.*?)⟧")

HEAD = (
    "中共青岚县林业局党组关于巡察整改进展情况的通报\n"
    "2024年1月8日至3月8日，县委第二巡察组对县林业局党组开展了巡察，并于2024年5月6日反馈了意见。\n一、整改情况\n"
)
COUNTED = "截至2024年11月5日，反馈的17个问题已完成整改16个，剩余1个2025年6月底前完成。\n"
SIGNED = "\n中共青岚县林业局党组\n2024年11月12日\n"


def findings(text: str) -> list[tuple[str, str]]:
    active = tuple(Active(rule, rule.options() if rule.options else None) for rule in RULES)
    found = lint_text(text, FileSettings(active, RULES, genre="progress")).diagnostics
    return [(each.code, text[each.span.start : each.span.end]) for each in found if each.span is not None]


BODIES = {
    "ends-behind-a-comma": "整治工作自⟦DAT002:2024年9月30日开始，至2024年7月1日⟧结束。",
    "over-by-the-signing": "⟦DAT002:2024年9月14日至7月15日⟧，局党组开展了专项整治。",
    "term-that-runs-on": "合同期自2024年9月1日至8月31日，完成了备案；2024年10月1日至5月31日森林防火期，落实护林员37名。",
    "lasts-until": "评查工作从⟦DAT002:2024年8月30日持续到2024年6月8日⟧。",
    "month-that-is-still-to-come": "⟦DAT002:2025年8月⟧，局党组召开会议传达了反馈意见。",
    "told-behind-a-comma": "⟦DAT002:2024年12月3日⟧，局党组听取了整改情况汇报。",
    "plan-made-on-the-feedback-before-it": "⟦DAT002:2024年4月1日⟧，局党组根据反馈意见印发了整改方案。",
    "length-in-brackets": "2024年7月15日至9月15日（为期⟦DAT003:1个月⟧）对木材加工厂进行检查。",
    "took-less-than-its-dates": "2024年5月8日至11月5日，历时⟦DAT003:三个月⟧完成集中整改。",
    "from-and-to-in-words": "从2024年8月5日开始到8月9日结束，历时⟦DAT003:2周⟧。",
    "more-workdays-than-days": "2024年6月24日至6月28日，公示为期⟦DAT003:10个工作日⟧。",
    "month-that-ends-a-range": "2024年6至⟦DAT001:13月⟧开展排查。",
    "on-to-the-end-of-a-term": "自2024年6月1日起，至2027年5月31日止。",
    "open-range": "整治从2024年6月3日开始，到目前仍在进行；2024年5月20日启动。",
    "a-meeting-planned": "2025年1月，待县委批复后传达学习。拟于2025年2月召开会议，研究了会议方案。",
    "a-course-within-its-months": "2024年1月至6月，为期3天的培训班举办了2期；2024年6月3日至7月5日，历时25天完成清查。",
    "workdays-with-a-weekend-worked": "2024年9月23日至9月29日，公示期为期6个工作日。",
    "term-of-a-sentence": "刑期6至13月的罪犯档案已补正。",
    "plan-of-an-audit": "2024年4月1日，局党组根据审计反馈意见印发了整改方案；5月20日，印发巡察整改方案。",
    "plan-of-another-supervision": "2023年11月8日，印发省级生态环境保护督察反馈问题整改方案。",
    "plan-of-what-was-put-right-at-once": "2024年3月20日，按照县委巡察办要求制定了巡察立行立改问题整改方案。",
}


def _unmarked(marked: str) -> tuple[str, list[tuple[str, str]]]:
    return _MARK.sub(r"\2", marked), _MARK.findall(marked)


@pytest.mark.parametrize("marked", BODIES.values(), ids=BODIES)
def test_in_the_body(marked: str) -> None:
    body, expected = _unmarked(marked)
    assert findings(HEAD + COUNTED + body + SIGNED) == expected


DRAFTS = {
    "two-limits-and-no-as-of-date": (
        HEAD + "反馈的20个问题，目前已完成整改⟦DAT004:18个⟧，剩余2个分别于12月底、明年3月底前完成。" + SIGNED
    ),
    "limits-of-two-years": (
        HEAD + "39个问题完成整改⟦DAT004:37个⟧，正在推进2个，拟于2024年年底、2025年6月前完成。" + SIGNED
    ),
    "done-by-two-days": HEAD + "反馈的20个问题，6月底、10月底前已完成整改18个，其余2个正在推进。" + SIGNED,
    "set-with-spaces": (
        "2024 年 1 月 8 日至 3 月 8 日，县委第二巡察组开展了巡察，2024 年 5 月 6 日反馈。\n一、整改情况\n"
        "截至 2024 年 11 月 5 日，17 个问题已全部整改。\n中共青岚县林业局党组\n2024 年 11 月 12 日\n"
    ),
    "the-signing-alone-with-spaces": (
        HEAD + "截至2024年11月5日，17个问题已全部整改。\n中共青岚县林业局党组\n⟦DAT007:2024 年 11 月 12 日⟧\n"
    ),
}


@pytest.mark.parametrize("marked", DRAFTS.values(), ids=DRAFTS)
def test_in_a_draft(marked: str) -> None:
    text, expected = _unmarked(marked)
    assert findings(text) == expected
