"""The rules about marks: habits, folding, what another rule tells, and fixes that leave nothing to fix."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_lint.diagnostic import FileReport
from disclosure_lint.engine import lint_text
from disclosure_lint.rule import Rule, Safety
from disclosure_lint.settings import Active, FileSettings
from disclosure_rules.numbering import unnumbered_section
from disclosure_rules.writing import half_width_marks, missing_full_stop, repeated_mark, stray_space, unbalanced_marks

RULES = (
    unbalanced_marks.RULE,
    missing_full_stop.RULE,
    repeated_mark.RULE,
    half_width_marks.RULE,
    stray_space.RULE,
)
ALPHABET = "“”《》〈（）()，。、；：！,.:;! \u3000\n一二1２a修订制度办法"


def run(text: str, *rules: Rule) -> FileReport:
    active = tuple(Active.default(rule) for rule in rules)
    return lint_text(text, FileSettings(active, rules, genre="progress"))


def fixed(report: FileReport, text: str) -> str:
    edits = {edit for found in report.diagnostics if found.fix for edit in found.fix.edits}
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


CLEAN = {
    "headings": "一、组织领导\n（一）提高站位，压实责任\n召开会议12次，专题研究整改工作。\n",
    "inline-numbers": "（1）更新公示牌；（2）组织培训；（3）落实经费（含2023年结转）。\n",
    "half-bracket-numbers": "措施如下：1）修订制度；2）开展培训；3）通报结果（见附件1）。\n",
    "titles": "修订《青岚县人民法院审判监督办法（试行）》（青法〔2023〕12号），学习《党章》《条例》。\n",
    "case-numbers": "查阅（2022）鄂0528民初123号、（2023）鄂05民终45号等卷宗36册。\n",
    "quotation-in-quotation": "巡察组指出“‘第一议题’制度落实不严格”，书记说：“要‘真改实改’。”\n",
    "figures": "共清退1,208.5万元，比例为3:1，时间为8:30—11:30，同比上升12.5%。\n",
    "feeling": "真的改了吗？！改了！！群众说：“好……”\n",
    "names": "成立由局长 王建国任组长，张 明、李 红、欧阳 文为成员的专班。\n",
    "letters-spread": "组  长：王建国\n副组长：李  红\n成  员：张 明 赵 磊 孙立新\n",
    "slogans": "开展“学习新思想 建功新时代”演讲比赛，《清风徐来 廉润初心》获评优秀作品。\n",
    "spaces-around-numbers": "新增 2 个窗口，配备 12 名干部，推广 APP 应用。\n",
    "contacts": "联系电话：0717-5550132；传真：（0717）5550133；邮箱：jw@qinglan.gov.cn；邮编：443413。\n",
    "two-part-name": "阿不都热依木.艾买提同志带队，古丽·阿依努尔参加。\n",
    "speech": "会议强调：\n“一要提高认识。\n“二要压实责任。\n“三要强化督导。”\n会后全局迅速行动。\n",
    "labels": "责任单位：办公室、财务股\n责任人：王建国\n完成时限：2024年6月底前\n",
    "annexes": "附件：1.问题清单\n2.责任清单\n",
    "table": "| 序号 | 问题 | 措施 |\n|---|---|---|\n| 1 | 学习不深入 | 修订计划（含测试） |\n| 2 | 票据不规范 | 开展自查 |\n",
    "mechanisms": "推行“1+3+N”机制，落实“5+2”“白+黑”要求，占比＜5%的有3家。\n",
    "run-in-signature": "党委书记、院长　张　明\n",
    "numbers-in-brackets": "（1）（2）项已完成，（3）项正在推进。\n",
    "three-in-a-slogan": "开展了“廉洁 公正 高效”专项行动，效果明显。\n",
    "articles": "第一条　工作目标。全面完成整改。\n第二条　整改措施。逐项对账销号。\n",
    "points": "——坚持问题导向。逐项销号。\n——坚持标本兼治。修订制度。\n——坚持举一反三。自查问题。\n",
}


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN)
def test_sound_text(text: str) -> None:
    report = run(text, *RULES)
    assert [(found.code, found.message.zh) for found in report.diagnostics] == []


def test_a_lost_bracket_of_a_number_is_told_once() -> None:
    text = "一、总体情况\n（一）提高站位\n召开会议3次。\n（二压实责任\n约谈3人。\n（三）强化督导\n通报1次。\n"
    report = run(text, unbalanced_marks.RULE, unnumbered_section.RULE)
    assert [found.code for found in report.diagnostics] == ["NUM001"]


def test_a_lost_bracket_that_the_numbering_cannot_tell_is_told_here() -> None:
    text = "整改措施：（1）修订办法；（2）组织培训；3）开展自查。\n"
    (found,) = run(text, unbalanced_marks.RULE, unnumbered_section.RULE).diagnostics
    assert found.message.zh == "序号“3”只有右括号，没有左括号。"


def test_a_draft_in_half_width_is_told_once_with_its_brackets() -> None:
    text = "一、情况\n(一)修订办法,组织培训,约谈3人,通报1次;收回钥匙(2把).\n"
    report = run(text, half_width_marks.RULE)
    (found,) = report.diagnostics
    assert found.span is None
    assert "逗号3处" in found.message.zh
    assert fixed(report, text) == "一、情况\n（一）修订办法，组织培训，约谈3人，通报1次；收回钥匙（2把）。\n"


def test_slips_are_told_each_and_many_of_them_at_once() -> None:
    slip = "修订办法,组织培训，约谈3人，通报1次，收回钥匙2把，清退用房。\n"
    assert len(run(slip * 20, half_width_marks.RULE).diagnostics) == 20
    (found,) = run(slip * 21, half_width_marks.RULE).diagnostics
    assert found.span is None
    assert len(found.related) == 10


def test_a_habit_of_one_mark_is_told_once() -> None:
    text = "整改情况:修订办法，组织培训，约谈3人。\n" * 6
    (found,) = run(text, half_width_marks.RULE).diagnostics
    assert found.span is None
    assert "冒号6处" in found.message.zh


def test_many_gaps_are_told_at_once() -> None:
    text = "推进整改落实工作，形成台 账。\n\n" * 11
    report = run(text, stray_space.RULE)
    (found,) = report.diagnostics
    assert found.span is None
    assert found.fix is not None
    assert found.fix.safety is Safety.SAFE
    assert run(fixed(report, text), stray_space.RULE).diagnostics == ()


@pytest.mark.parametrize(
    "rule", [pytest.param(rule, id=rule.code) for rule in RULES if rule is not unbalanced_marks.RULE]
)
@settings(deadline=None)
@given(text=st.text(alphabet=ALPHABET, max_size=120))
def test_a_fix_leaves_nothing_that_it_could_fix(rule: Rule, text: str) -> None:
    report = run(text, rule)
    assert report.crashed == ()
    for _ in range(4):  # a full stop put in may let another paragraph be told
        if not report.diagnostics:
            return
        text = fixed(report, text)
        report = run(text, rule)
    assert report.diagnostics == ()


@settings(deadline=None)
@given(text=st.text(alphabet=ALPHABET, max_size=120))
def test_no_text_makes_the_rules_crash(text: str) -> None:
    report = run(text, *RULES)
    assert report.crashed == ()
    assert all(0 <= found.span.start <= found.span.end <= len(text) for found in report.diagnostics if found.span)
