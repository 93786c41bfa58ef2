"""DDL002, DDL003 and DDL005 on single passages: what is still to be done by the words around it, and what only looks so."""

from __future__ import annotations

import re

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.comparisons import Comparisons
from disclosure_lint.facts import Facts
from disclosure_lint.rule import Draft
from disclosure_rules.deadlines import RULES

_MARK = re.compile(r"⟦(DDL\d{3}):(.*?)⟧", re.DOTALL)
_HEAD = (
    "中共青岚县水利局党组关于巡察整改进展情况的通报\n2023年4月10日至6月9日，县委第二巡察组对我局党组进行了巡察，8月15日反馈了意见。"
    "现将整改情况通报如下。\n一、组织领导情况\n局党组召开会议5次。\n二、整改落实情况\n（一）关于“资产管理不规范”的问题\n"
)
_END = "\n中共青岚县水利局党组\n2024年3月6日\n"
_NEXT = "\n三、下一步工作打算\n持续抓好整改。"


def check(marked: str) -> None:
    """Every finding of the family in a disclosure signed on 6 March 2024, in its place."""
    text = _MARK.sub(lambda match: match[2], marked)
    document = parse(Source("draft.txt", text))
    facts = Facts(document)
    draft = Draft(document, "progress", facts, Comparisons(document, facts))
    findings = [
        (rule.code, text[finding.span.start : finding.span.end] if finding.span else "")
        for rule in RULES
        if "progress" in rule.genres
        for finding in rule.check(draft, rule.options() if rule.options else None)
    ]
    assert sorted(findings) == sorted(match.groups() for match in _MARK.finditer(marked))


OPEN = {
    "will-be-two-clauses-on": "整改情况：发还保证金83笔，⟦DDL002:其余3笔因当事人下落不明，已依法公告，将处理完毕⟧。",
    "dated-two-clauses-on": "整改情况：发还保证金83笔，其余3笔因当事人下落不明，已依法公告，将于2025年3月31日前处理完毕。",
    "will-be": "整改情况：清理外借设备12台，⟦DDL002:其余3台将收回⟧。",
    "will-be-in-the-next-clause": "整改情况：已办证18户，⟦DDL002:未办证的4户因资料不全，将抓紧补办⟧。",
    "another": "整改情况：已办证18户，⟦DDL002:另4户将陆续办理⟧。",
    "under-way": "整改情况：已处置门面7间，⟦DDL002:剩余2间正在挂牌⟧。",
    "under-way-with-somebody": "整改情况：2处房产权属不清，⟦DDL002:正在与住建局协商⟧。",
    "formalities": "整改情况：改造方案已编制完成，相关手续⟦DDL002:正在申报⟧。",
    "in-a-numbered-sentence": "1.核销坏账3笔，⟦DDL002:其余5笔将收回⟧。\n2.健全台账1本。",
    "soon": "整改情况：已清退5人，余下2人⟦DDL003:近期⟧清退到位。",
    "passed-rest": "整改情况：已收回欠款46万元，剩余12万元⟦DDL005:2023年12月底前⟧收回。",
    "passed-next-stage": "整改情况：其余2座水闸已完成招标，⟦DDL005:2023年12月31日前⟧完工。",
    "passed-under-way": "整改情况：3处资产正在评估，⟦DDL005:2023年12月底前⟧完成处置。",
    "passed-all-of-them": "整改情况：3处资产均将于⟦DDL005:2023年12月底前⟧完成处置。",
    "passed-beside-one-ahead": "整改情况：1座水闸将于⟦DDL005:2023年10月底前⟧竣工，2座将于2024年10月底前竣工。",
}
SETTLED = {
    "takes-not-will": "整改情况：清退办公用房6间，其余2间将钥匙移交机关事务中心。",
    "takes-with-verb": "整改情况：收回欠款56万元，其余3户将房产作价抵偿，已过户。",
    "done-since": "整改情况：清退办公用房4间，另1间将改为会议室，已改造完成。",
    "moved-away": "整改情况：剩余2名同志正在国外学习，不列入轮岗范围。",
    "at-the-end-of-a-term": "整改情况：其余5名干部将于任期届满后按程序轮岗。",
    "not-ours": "整改情况：已查处5起，另2起已移送公安机关，公安机关正在办理。",
    "names-cases": "整改情况：对正在办理的6起案件逐案评查，建立台账。",
    "dated-in-the-sentence-before": "整改情况：将于2024年5月底前完成验收。目前正在办理规划核实手续。",
    "dated-in-the-next-clause": "整改情况：手续正在办理，2024年4月底前办结。",
    "numbered-problems": "存在问题：\n1.还有3笔往来款尚未清理；\n2.其余2处资产将移交。\n整改情况：均已完成。",
    "done-by-then": "整改情况：28处隐患中立行立改25处，其余3处于2023年12月底前整改到位。",
    "done-by-then-of-problems": "整改情况：剩余3个问题，于2023年11月30日前整改到位。",
    "takes-what-was-due": "整改情况：将2023年12月31日前到期的合同全部重新签订。",
    "planned-and-done": "整改情况：计划于2023年10月底前召开推进会，会议已于10月18日召开。",
    "planned-and-put-off": "整改情况：原计划2023年10月底前完成的改造，因汛期顺延至2024年6月底前完成。",
    "promised-and-paid": "整改情况：承诺将于2023年10月底前清偿的2户，现已还清。",
    "cases-since-closed": "整改情况：针对12个正在办理的信访事项，逐件明确包案领导，已全部办结。",
    "old-problems-since-closed": "整改情况：对上一轮巡察反馈的3个未完成问题挂牌督办，全部销号。",
    "takes-a-budget": "整改情况：将2023年度决算全部公开，接受监督。",
    "drafted-anew": "整改情况：内容空泛的2份方案退回重拟，通报批评2个科室。",
    "soon-was": "整改情况：其余3名同志近期谈话中均表示认识到位。",
}


@pytest.mark.parametrize("name", OPEN)
def test_open_work_wants_a_date(name):
    check(_HEAD + OPEN[name] + _NEXT + _END)


@pytest.mark.parametrize("name", SETTLED)
def test_settled_work_wants_none(name):
    check(_HEAD + SETTLED[name] + _NEXT + _END)


@pytest.mark.parametrize(
    "words",
    [
        "对未完成的2个问题挂牌督办，⟦DDL005:2023年12月底前⟧全部销号。",
        "按照2023年12月底前完成的标准持续巩固。",
        "对2023年12月31日前完成的整改事项开展回头看。",
        "力争2024年12月底前建成示范单位。",
    ],
    ids=["passed", "standard", "look-back", "ahead"],
)
@pytest.mark.parametrize("title", ["下一步工作打算", "进一步巩固深化整改成果的措施"])
def test_a_date_in_the_outlook_lies_ahead(title, words):
    check(f"{_HEAD}整改情况：已完成。\n三、{title}\n（一）持续整改。{words}{_END}")


def test_a_table_of_what_is_left_looks_ahead():
    annex = "附表：未完成问题推进表\n序号\t问题\t措施\t完成时限\n1\t产权不清\t补办手续\t⟦DDL005:2023年12月底前⟧\n2\t账目不清\t逐笔核对\t2024年6月底前\n"
    check(f"{_HEAD}整改情况：已完成。{_NEXT}{_END}{annex}")


def test_a_table_of_what_was_done_does_not():
    annex = "附表：整改情况表\n序号\t问题\t措施\t完成时限\n1\t产权不清\t补办手续\t2023年12月底前\n2\t账目不清\t逐笔核对\t2023年10月底前\n"
    check(f"{_HEAD}整改情况：已完成。{_NEXT}{_END}{annex}")
