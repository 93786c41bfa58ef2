"""Small whole drafts with one nasty passage each, and what the rules say of them."""

from __future__ import annotations

import re

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.comparisons import Comparisons
from disclosure_lint.facts import Facts
from disclosure_lint.rule import Draft, Rule, Severity
from disclosure_rules import contacts, deadlines, numbering, structure, totals

_MARK = re.compile(r"⟦([A-Z]{3}\d{3}):(.*?)⟧", re.DOTALL)
_RULES = (*structure.RULES, *numbering.RULES, *totals.RULES, *deadlines.RULES, *contacts.RULES)

_TOTALS = "反馈的18个问题已全部整改到位。"
_ITEMS = (
    "（一）理论学习不够深入\n制定年度学习计划，组织集中学习9次。\n（二）资产管理不规范\n完成资产清查，建立管理台账。\n"
)
_CONTACT = (
    "欢迎广大干部群众对整改情况进行监督。联系电话：0717-5550132；通信地址：青岚县迎宾路18号，邮政编码：443500；"
    "电子邮箱：qljt@qinglan.gov.cn。\n"
)


def disclosure(totals: str = _TOTALS, items: str = _ITEMS, contact: str = _CONTACT) -> str:
    """A disclosure that is sound but for what is put into it."""
    return (
        "中共青岚县交通运输局党组关于巡察整改进展情况的通报\n"
        "根据县委统一部署，2023年3月6日至4月28日，县委第二巡察组对县交通运输局党组开展了常规巡察，6月12日反馈了巡察意见。"
        "现将整改进展情况公布如下。\n"
        "一、整改责任落实情况\n局党组召开专题会议研究整改工作，成立领导小组。\n"
        f"{totals}\n二、反馈问题整改情况\n{items}三、下一步工作打算\n持续巩固整改成果，坚决防止问题反弹。\n"
        f"{contact}中共青岚县交通运输局党组\n2023年11月20日\n"
    )


def plan(measures: str) -> str:
    """A plan that is sound but for its measures."""
    return (
        "中共青岚县交通运输局党组关于落实县委第二巡察组反馈意见的整改方案\n"
        "2024年1月8日，县委第二巡察组向局党组反馈了巡察意见。为抓好整改落实，制定本方案。\n"
        "一、总体要求\n坚持问题导向，逐条逐项抓好整改落实。\n二、整改目标\n确保反馈问题条条有整改、件件有着落。\n"
        f"三、整改措施\n{measures}四、组织保障\n成立领导小组，加强督促检查。\n"
        "中共青岚县交通运输局党组\n2024年1月29日\n"
    )


def told(
    marked: str, genre: str = "progress", rules: tuple[Rule, ...] = _RULES
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """What is found in a draft and what is marked in it, by rule and words; remarks of the lowest severity do not matter."""
    text = _MARK.sub(lambda match: match[2], marked)
    document = parse(Source("draft.txt", text))
    facts = Facts(document)
    draft = Draft(document, genre, facts, Comparisons(document, facts))
    found = [
        (rule.code, text[finding.span.start : finding.span.end] if finding.span else "")
        for rule in rules
        if genre in rule.genres
        for finding in rule.check(draft, rule.options() if rule.options else None)
        if rule.grades.get(finding.grade, rule.severity) is not Severity.INFO
    ]
    return sorted(found), sorted((match[1], match[2]) for match in _MARK.finditer(marked))
