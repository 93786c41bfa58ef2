"""Sound sentences in which totals, parts and remainders only look as if they disagreed, and the faulty ones beside them."""

from __future__ import annotations

import pytest

from disclosure_lint.engine import lint_text
from disclosure_lint.registry import load_rules
from disclosure_lint.settings import FileSettings

RULES = tuple(rule for rule in load_rules() if rule.code.startswith(("TOT", "DDL")))
DRAFT = (
    "中共云岭县水务局党组关于巡察整改进展情况的通报\n2024年6月3日，县委第二巡察组反馈了意见。截至2024年9月30日，16个问题已全部完成整改。\n"
    "一、整改进展情况\n（一）关于落实惠民政策不到位的问题\n{}\n二、下一步工作打算\n持续巩固成果。\n"
)
SOUND = {
    "item-of-a-list": "排查租赁合同40份，解除5份、修订12份、移交法院诉讼4份。",
    "fates-that-meet": "核查固定资产200件，报废30件、移交下属单位保留170件、修改登记信息15件。",
    "handed-over-and-pulled-down": "排查桥梁40座，移交养护25座，报废拆除20座。",
    "changed-and-handed-over": "清理合同50份，修订30份，移交法务审查28份。",
    "another-thing-undone": "检查用水户50户，已登记48户，未交水费6户。",
    "another-thing-not-bought": "检查公务车30辆，已登记28辆，未购保险4辆。",
    "two-batches": "第一批维修泵站10座，两批已完工16座。",
    "wider-scope": "查出闲置设备20台，全县已处置26台。",
    "carried-over": "今年立案12件，加上往年积案，已办结15件。",
    "carried-over-included": "受理信访件20件，包括往年积案在内，已化解24件。",
    "another-official": "一名干部分管业务，另一名干部正在主持审计工作。",
    "from-one-to-another": "从一个科室流转到另一个科室，将办理时间压缩三成。",
    "months-to-come": "未来的3个月，将清理历史欠费。",
    "a-subset": "全县共有水库27座，已登记20座为重点水库。",
    "checked": "检查供水企业17家，已处理3家。",
    "talked-to": "对40名新任职干部开展谈话，已轮岗12名。",
    "issued": "制定制度18项，已公开6项。",
}
FAULTY = {
    "kept-or-not": ("对18项制度开展评估，保留11项、修订5项、废止4项。", "TOT002"),
    "undone-of-the-same": ("清理案款419笔，已发放402笔，未发放19笔。", "TOT002"),
    "part-larger": ("撰写调研报告8篇，其中9篇获市领导批示。", "TOT002"),
}


def found(sentence: str) -> list[str]:
    report = lint_text(DRAFT.format(sentence), FileSettings.default(RULES, "progress"))
    assert report.source is not None
    line = DRAFT.split("{}", maxsplit=1)[0].count("\n") + 1
    places = [(each.code, each.span) for each in report.diagnostics if each.span]
    return [code for code, span in places if report.source.position(span.start).line == line]


@pytest.mark.parametrize("sentence", SOUND.values(), ids=SOUND)
def test_sound(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(("sentence", "code"), FAULTY.values(), ids=FAULTY)
def test_faulty(sentence: str, code: str) -> None:
    assert found(sentence) == [code]
