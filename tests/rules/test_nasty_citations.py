"""Titles and document numbers as drafts really cite them: sentences on which a rule about citations once went wrong."""

from __future__ import annotations

import re

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.comparisons import Comparisons
from disclosure_lint.facts import Facts
from disclosure_lint.rule import Draft
from disclosure_rules.citations import RULES

_MARK = re.compile(r"⟦(CIT\d{3}):(.*?)⟧")


def findings(text: str) -> list[tuple[str, str]]:
    document = parse(Source("draft.txt", text))
    facts = Facts(document)
    draft = Draft(document, "progress", facts, Comparisons(document, facts))
    found = [(finding.span, rule.code) for rule in RULES for finding in rule.check(draft, None)]
    return [(code, text[span.start : span.end]) for span, code in sorted(found)]


BODIES = {
    "case-of-execution": "鄂0581执保（2023）112号案款已收回，（2024）鄂0581行初23号判决已执行。",
    "opinion-of-experts": "收到省林业调查规划院林鉴[2024]第17号鉴定意见书、青评（2024）3号评估报告。",
    "tender": "中标通知书编号为青招（2024）118号。",
    "advice-and-answers": "对照云纪建〔2021〕第3号逐条整改，青政公开答复〔2023〕第7号被撤销。",
    "year-in-two-digits": "落实青林党发⟦CIT005:〔24〕12号⟧文件。",
    "angles": "印发《林业局合同管理制度》（青林发⟦CIT005:<2024>15号⟧）。",
    "file-of-the-housing-bureau": "落实青住建⟦CIT005:（2023）7号⟧文件。",
    "and": (
        "1.修订《关于加强和改进教师思想政治工作的实施意见》。\n2.落实⟦CIT003:《关于加强与改进教师思想政治工作的实施意见》⟧。\n"
        "3.对照《关于加强和改进教师思想政治工作的实施意见》开展督导。"
    ),
    "method-for-measures": (
        "1.印发《医院医疗设备采购管理办法》。\n2.执行《医院医疗设备采购管理办法》。\n3.对照⟦CIT003:《医院医疗设备采购管理方法》⟧检查。"
    ),
    "words-turned-round": (
        "1.修订《古树名木保护管理办法》。\n2.公开《古树名木保护管理办法》。\n3.落实⟦CIT003:《古树名木管理保护办法》⟧。"
    ),
    "number-behind-the-title": (
        "1.出台《青岚大学科技成果转化管理办法》（青大科〔2024〕11号）。\n2.落实⟦CIT003:《青岚大学科技成果转化管理办法（试行）》⟧奖励措施。\n"
        "3.《青岚大学科技成果转化管理办法》已公开。"
    ),
    "two-numbers": "1.出台《采购评审专家管理办法》（青大〔2023〕3号）。\n2.印发《采购评审专家管理规定》（青大〔2024〕8号）。",
    "wrong-in-one-word": "对照⟦CIT001:《中国共产党党纪处分条例》⟧开展自查。",
    "kinds-of-work": "1.修订《执行案款收发管理办法》。\n2.落实《执行案款收发工作办法》。",
}


@pytest.mark.parametrize("marked", BODIES.values(), ids=BODIES)
def test_in_the_body(marked: str) -> None:
    body = _MARK.sub(r"\2", marked)
    assert findings(f"一、整改情况\n{body}\n中共青岚县林业局党组\n2024年11月12日\n") == _MARK.findall(marked)
