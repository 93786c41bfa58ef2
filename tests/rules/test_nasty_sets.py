"""Plans and the disclosures that follow them, as bureaus really write them: pairs on which a rule once went wrong."""

from __future__ import annotations

import re

import pytest

from disclosure_grammar.source import Source
from disclosure_lint.engine import Companion, lint
from disclosure_lint.settings import FileSettings
from disclosure_rules.sets import RULES

_MARK = re.compile(r"⟦(XDC\d{3}):(.*?)⟧")
_SIGNED = "中共青岚县财政局党组\n%s\n"
_TITLE, _PLAN_TITLE = "中共青岚县财政局党组关于巡察整改进展情况的通报\n", "中共青岚县财政局党组巡察整改方案\n"
_FED_BACK = "2023年8月10日，县委第八巡察组反馈了意见"


def _plan(body: str, signed: str = "2023年8月31日") -> str:
    return _PLAN_TITLE + body + _SIGNED % signed


def _disclosure(body: str, signed: str = "2024年2月18日") -> str:
    return _TITLE + body + _SIGNED % signed


def findings(text: str, *plans: str) -> list[tuple[str, str]]:
    """The findings of the family, each with its words; one without a place of its own, with the words of its plan."""
    companions = [Companion(Source(f"plan-{number}.txt", plan), "plan") for number, plan in enumerate(plans)]
    report = lint(Source("progress.txt", text), FileSettings.default(RULES, "progress"), companions)
    assert report.crashed == ()
    found = []
    for each in sorted(report.diagnostics, key=lambda each: each.code):
        there = each.related[0]
        words = text[each.span.start : each.span.end] if each.span else there.other.source.slice(there.span)
        found.append((each.code, words))
    return found


_ITEMS = (
    "一、整改任务\n（一）村级财务报账不及时\n月清月结。\n（二）高标准农田管护缺位\n落实管护员。\n（三）低保动态管理不严\n逐户核查。\n"
    "（四）人居环境整治反弹\n每周调度。\n"
)

PAIRS = {
    "two-bodies-fed-back": (
        _disclosure("2023年8月10日，县委第八巡察组反馈了意见；8月20日，县委组织部反馈了选人用人检查意见。\n"),
        [_plan(_FED_BACK + "。\n"), _plan("2023年8月20日，县委组织部反馈了选人用人检查意见。\n")],
    ),
    "look-back-and-the-plan-of-the-first-round": (
        _disclosure("2023年9月4日至9月28日，县委第五巡察组开展了巡察“回头看”，2023年11月3日反馈了意见。\n"),
        [_plan("2021年7月9日，县委第二巡察组反馈了意见，指出26个问题。\n", "2021年8月2日")],
    ),
    "day-of-the-feedback": (
        _disclosure("⟦XDC002:2023年8月20日⟧，县委第八巡察组反馈了意见。\n"),
        [_plan(_FED_BACK + "。\n")],
    ),
    "total-as-of-the-next-year": (
        _disclosure(_FED_BACK + "。\n一、整改情况\n截至2024年2月9日，县委第八巡察组反馈的⟦XDC001:21个⟧问题已全部完成整改。\n"),
        [_plan("2023年8月10日，县委第八巡察组反馈20个问题。\n")],
    ),
    "limit-in-the-next-year": (
        _disclosure("一、整改情况\n反馈的⟦XDC001:21个⟧问题，已完成20个，1个2025年3月底前完成。\n"),
        [_plan("2023年8月10日，县委第八巡察组反馈20个问题。\n")],
    ),
    "total-of-an-earlier-round": (
        _disclosure("一、整改情况\n2019年，县委第一巡察组反馈的12个问题已全部完成整改。\n"),
        [_plan("2023年8月10日，县委第八巡察组反馈20个问题。\n")],
    ),
    "total-of-a-later-round": (
        _disclosure("一、整改情况\n2024年1月，县委第三巡察组反馈的12个问题已全部完成整改。\n"),
        [_plan("2023年8月10日，县委第八巡察组反馈20个问题。\n")],
    ),
    "problem-named-by-what-came-back": (
        _disclosure(
            "一、整改情况\n（一）村级财务报账不及时问题\n票据月清月结。\n（二）低保动态管理不严问题\n取消9户，新增14户。\n"
            "（三）人居环境整治反弹问题\n建立周调度机制。\n"
        ),
        [_plan(_ITEMS.replace("高标准农田管护缺位", "⟦XDC003:高标准农田管护缺位⟧"))],
    ),
    "problems-merged-under-other-names": (
        _disclosure(
            "一、整改情况\n（一）账务清理方面\n村级财务报账做到月清月结。\n（二）农田管护方面\n高标准农田落实管护员11名。\n"
            "（三）低保管理方面\n动态管理，取消9户。\n（四）人居环境方面\n整治不松劲，防止反弹。\n"
        ),
        [_plan(_ITEMS)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("disclosure", "plans"), PAIRS.values(), ids=PAIRS)
def test_pairs(disclosure: str, plans: list[str]) -> None:
    expected = [found for text in (disclosure, *plans) for found in _MARK.findall(text)]
    bare = [_MARK.sub(r"\2", text) for text in (disclosure, *plans)]
    assert findings(*bare) == expected
