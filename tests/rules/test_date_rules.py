"""The rules about dates, over whole drafts: what each says, and that one fault gives one finding."""

from __future__ import annotations

import pytest

from disclosure_lint.diagnostic import Diagnostic
from disclosure_lint.engine import lint_text
from disclosure_lint.rule import Rule, Severity
from disclosure_lint.settings import Active, FileSettings
from disclosure_rules import dates
from disclosure_rules.deadlines import period_exceeded

RULES: tuple[Rule, ...] = (*dates.RULES, period_exceeded.RULE)

TITLE = "云溪市第二人民医院党委关于巡察整改进展情况的通报\n"
INSPECTED = "根据市委统一部署，2023年10月9日至12月8日，市委第五巡察组对医院党委开展了为期2个月的巡察。"
FED_BACK = "2024年2月22日，市委第五巡察组反馈了巡察意见。现将整改情况通报如下。\n"
COUNTED = "一、整改情况\n截至2024年8月20日，反馈的16个问题已完成整改15个，其余1个将于2024年12月底前完成。\n"
REST = "（一）设备闲置的问题\n已调拨设备12台。%s\n二、下一步打算\n将于2024年9月12日召开总结会。\n联系电话：0717-5550132。\n"
SIGNED = "中共云溪市第二人民医院委员会\n2024年8月23日\n"
CLEAN = TITLE + INSPECTED + FED_BACK + COUNTED + REST % "" + SIGNED


def run(text: str, genre: str = "progress", **options: object) -> list[Diagnostic]:
    active = tuple(Active(rule, options_of(rule, options)) for rule in RULES)
    return list(lint_text(text, FileSettings(active, RULES, genre=genre)).diagnostics)


def options_of(rule: Rule, options: dict[str, object]) -> object:
    """The options of a rule, those among ``options`` that it knows set."""
    if rule.options is None:
        return None
    return rule.options(**{name: value for name, value in options.items() if name in rule.options.__slots__})


def codes(text: str, genre: str = "progress") -> list[str]:
    return [diagnostic.code for diagnostic in run(text, genre)]


def test_a_clean_draft_is_left_alone():
    assert run(CLEAN) == []
    assert run(CLEAN.replace("，", ",").replace("（", "(").replace("）", ")")) == []


FAULTS = [
    ("12月8日", "12月32日", ["DAT001"]),
    ("2024年2月22日", "2024年2月30日", ["DAT001"]),
    ("2024年8月23日", "2024年8月33日", ["DAT001"]),
    ("2024年2月22日", "2023年2月22日", ["DAT002"]),
    ("2024年8月23日", "2023年8月23日", ["DAT002"]),
    ("2024年8月20日", "2024年9月20日", ["DAT002"]),
    ("2024年8月20日", "2023年8月20日", ["DAT002"]),
    ("2023年10月9日至12月8日", "2023年12月8日至10月9日", ["DAT002"]),
    ("为期2个月", "为期3个月", ["DAT003"]),
    ("为期2个月", "为期20天", ["DAT003"]),
    ("截至2024年8月20日，", "", ["DAT004"]),
    ("截至2024年8月20日", "截至目前", ["DAT004"]),
    ("截至2024年8月20日", "截至2024年4月20日", ["DAT005"]),
    ("2024年8月23日", "2024.8.23", ["DAT007"]),
    ("2024年8月23日", "二〇二四年八月二十三日", ["DAT007"]),
    ("2024年8月23日", "2024年8月", ["DAT007"]),
    (INSPECTED + "2024年2月22日", "根据市委统一部署，2022年2月22日", ["DDL006"]),
]


@pytest.mark.parametrize(("right", "wrong", "expected"), FAULTS, ids=[str(number) for number in range(len(FAULTS))])
def test_one_fault_gives_one_finding(right, wrong, expected):
    text = CLEAN.replace(right, wrong)
    assert text != CLEAN
    assert codes(text) == expected


def test_every_operand_is_related_and_stated():
    text = CLEAN.replace("2024年8月23日", "2023年8月23日")
    (finding,) = run(text)
    assert finding.severity is Severity.ERROR
    assert finding.values == {"stated": "2023-08-23", "computed": "2024-08-20"}
    assert [text[place.span.start : place.span.end] for place in finding.related] == [
        "2023年10月9日至12月8日",
        "2024年2月22日",
        "2024年8月20日",
    ]
    assert "成文日期“2023年8月23日”早于数据截止日期“2024年8月20日”" in finding.message.zh


def test_without_any_date_this_year_is_asked_about_once():
    text = TITLE + "一、整改情况\n今年以来学习9次，今年8月设立党总支。\n二、下一步打算\n明年3月完成。\n"
    (finding,) = run(text)
    assert (finding.code, len(finding.related)) == ("DAT006", 2)
    assert "3处" in finding.message.zh


def test_the_most_days_between_figures_and_signing_can_be_set():
    assert [found.code for found in run(CLEAN, days=2)] == ["DAT005"]


def test_after_2024_the_period_is_judged_only_when_asked():
    late = CLEAN.replace("2024年8月", "2025年8月").replace("2024年12月底", "2025年12月底")
    assert codes(late) == []
    assert [found.code for found in run(late, months_since_2024=6)] == ["DDL006"]
    assert {found.severity for found in run(late, months_since_2024=6)} == {Severity.INFO}


def test_a_period_of_its_own_counts():
    text = CLEAN.replace(INSPECTED + "2024年2月22日", "明确18个月完成集中整改。2022年12月22日")
    assert codes(text) == []


def test_a_plan_is_held_to_the_order_too():
    plan = (
        "青岚县水利局巡察整改方案\n2024年3月4日至4月30日，县委巡察组开展巡察，2024年6月12日反馈意见。\n一、整改措施\n"
        "1.修订办法。2024年9月底前完成。\n青岚县水利局\n%s\n"
    )
    assert codes(plan % "2024年6月28日", "plan") == []
    assert codes(plan % "2024年5月28日", "plan") == ["DAT002"]
    assert codes(plan % "2024年6月31日", "plan") == ["DAT001"]
