"""The rules about deadlines on small plans and disclosures, sound and faulty: every finding of the family, in its place."""

from __future__ import annotations

import re
import time

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.comparisons import Comparisons
from disclosure_lint.facts import Facts
from disclosure_lint.rule import Draft
from disclosure_rules.deadlines import RULES

_MARK = re.compile(r"⟦(DDL\d{3}):(.*?)⟧", re.DOTALL)


def found(text: str, genre: str) -> list[tuple[str, str, str]]:
    """Code, grade and words of each finding; findings about the whole draft have no words."""
    document = parse(Source("draft.txt", text))
    facts = Facts(document)
    draft = Draft(document, genre, facts, Comparisons(document, facts))
    findings = [
        (rule.code, finding)
        for rule in RULES
        if genre in rule.genres
        for finding in rule.check(draft, rule.options() if rule.options else None)
    ]
    findings.sort(key=lambda each: (each[1].span is not None, each[1].span.start if each[1].span else 0, each[0]))
    return [
        (code, finding.grade, text[finding.span.start : finding.span.end] if finding.span else "")
        for code, finding in findings
    ]


def check(marked: str, genre: str, grade: str | None = None, whole: tuple[str, ...] = ()) -> None:
    text = _MARK.sub(lambda match: match[2], marked)
    expected = [(code, "") for code in whole] + [(match[1], match[2]) for match in _MARK.finditer(marked)]
    got = found(text, genre)
    assert [(code, words) for code, _, words in got] == expected
    if grade:
        assert {each for _, each, _ in got} == {grade}


TITLE = (
    "青岚县自然资源局党组关于落实县委巡察反馈意见的整改方案\n"
    "根据县委统一部署，县委第二巡察组于2024年3月4日至4月28日对局党组开展了巡察，5月20日反馈了意见。现制定本方案。\n"
)
SIGNED = "中共青岚县自然资源局党组\n2024年6月10日\n"

PLANS = {
    "labels-under-every-problem": TITLE
    + "一、总体要求\n提高站位。\n二、整改任务及措施\n（一）政治学习不够深入\n1.第一议题制度落实不到位\n整改措施：修订学习制度，组织专题学习。\n"
    "责任领导：周某\n"
    "责任部门：办公室\n完成时限：2024年7月底\n2.调查研究不够扎实\n⟦DDL001:整改措施：制定调研计划⟧，形成调研报告。\n责任领导：李某\n责任部门：规划股\n"
    + SIGNED,
    "one-limit-for-every-problem": TITLE
    + "一、整改任务及措施\n（一）政治学习不够深入\n整改措施：\n（1）修订学习制度。\n（2）组织专题学习。\n责任领导：周某\n完成时限：2024年7月底\n"
    "（二）耕地保护责任落实不严\n整改措施：\n（1）开展图斑核查。\n（2）健全田长制。\n责任领导：李某\n完成时限：2024年9月底\n"
    + SIGNED,
    "each-measure-has-its-own": TITLE
    + "三、整改措施\n（一）修订采购办法。2024年7月底前印发。责任领导：周某\n（二）清理闲置土地。10月底前完成。责任领导：李某\n"
    "⟦DDL001:（三）规范合同管理⟧。组织业务培训。责任领导：王某\n" + SIGNED,
    "frequency-counts": TITLE
    + "三、整改措施\n（一）修订采购办法。2024年7月底前印发。责任领导：周某\n（二）强化监督。每季度开展一次内部检查。责任领导：李某\n"
    + SIGNED,
    "duration-counts": TITLE
    + "三、整改措施\n（一）修订采购办法。两个月内印发。责任领导：周某\n（二）清理账目。利用三个月时间完成。责任领导：李某\n"
    + SIGNED,
    "status-is-no-limit": TITLE
    + "三、整改措施\n（一）修订采购办法。7月底前印发。责任领导：周某\n（二）清理账目。9月底前完成。责任领导：李某\n"
    "⟦DDL001:（三）改进作风⟧。立行立改，长期坚持。责任领导：李某\n" + SIGNED,
    "parent-heading-with-date": TITLE
    + "三、整改措施\n（一）立行立改事项（2024年6月底前完成，责任领导：周某）\n1.修订采购办法。\n2.清理账目。\n"
    "（二）集中整改事项（2024年9月底前完成，责任领导：李某）\n1.规范合同。\n" + SIGNED,
    "parent-lead-with-date": TITLE
    + "三、整改措施\n（一）强化理论武装\n以下措施由办公室牵头，于2024年8月底前完成。\n1.修订学习制度。\n2.开展专题研讨。\n"
    + SIGNED,
    "plan-wide-clause": TITLE
    + "二、整改目标\n2024年11月底前全面完成集中整改任务。\n三、整改措施\n1.修订采购办法。责任领导：周某\n2.清理账目。责任领导：李某\n"
    + SIGNED,
    "plan-wide-duration": TITLE
    + "二、整改期限\n集中整改为期3个月，自2024年6月至8月。\n三、整改措施\n1.修订采购办法。责任领导：周某\n2.清理账目。责任领导：李某\n"
    + SIGNED,
    "stages": TITLE
    + "二、实施步骤\n（一）动员部署（2024年6月上旬）\n召开动员会。\n（二）集中整改（2024年6月中旬至8月底）\n逐项整改。\n三、整改措施\n"
    "1.修订采购办法。责任领导：周某\n" + SIGNED,
    "table-with-all-limits": TITLE
    + "二、整改任务\n| 序号 | 问题 | 整改措施 | 责任领导 | 完成时限 |\n|---|---|---|---|---|\n| 1 | 学习不深 | 修订制度 | 周某 | 2024年7月底 |\n"
    "| 2 | 监管不严 | 开展排查 | 李某 | 每季度 |\n" + SIGNED,
    "table-with-an-empty-cell": TITLE
    + "二、整改任务\n| 序号 | 问题 | 整改措施 | 责任领导 | 完成时限 |\n|---|---|---|---|---|\n| 1 | 学习不深 | 修订制度 | 周某 | 2024年7月底 |\n"
    "| 2 | 监管不严 | ⟦DDL001:开展排查⟧ | 李某 | |\n| 3 | 账目不清 | 清理账目 | 李某 | 2024年9月底 |\n" + SIGNED,
    "safeguards-are-no-measures": TITLE
    + "三、整改措施\n1.修订采购办法。7月底前印发。责任领导：周某\n四、保障措施\n（一）加强组织领导。成立领导小组。\n"
    "（二）严肃问责。对敷衍整改的严肃追责。\n" + SIGNED,
    "problems-are-no-measures": TITLE
    + "一、存在问题\n（一）学习不深。\n（二）监管不严。\n二、整改措施\n1.修订采购办法。7月底前印发。责任领导：周某\n"
    + SIGNED,
    "points-with-limits": TITLE
    + "二、整改措施\n（一）强化理论武装\n一是修订学习制度，7月底前印发。\n二是开展研讨，8月底前完成。\n⟦DDL001:三是组织测试⟧，检验成效。\n责任领导：周某\n"
    + SIGNED,
    "points-under-one-limit": TITLE
    + "二、整改措施\n（一）强化理论武装\n一是修订学习制度。\n二是开展研讨。\n完成时限：2024年8月底\n责任领导：周某\n"
    + SIGNED,
    "one-owner-is-missing": TITLE
    + "二、整改措施\n1.修订采购办法。7月底前印发。责任部门：办公室\n2.清理账目。9月底前完成。责任部门：财务股\n⟦DDL004:3.规范合同⟧。9月底前完成。\n"
    + SIGNED,
    "vague-word": TITLE
    + "二、整改措施\n1.修订采购办法。7月底前印发。责任部门：办公室\n⟦DDL001:2.清理账目⟧。⟦DDL003:尽快⟧完成核对。责任部门：财务股\n"
    + SIGNED,
    "limit-before-the-plan": TITLE
    + "二、整改措施\n1.修订采购办法。⟦DDL005:2023年7月底前⟧印发。责任部门：办公室\n2.清理账目。9月底前完成。责任部门：财务股\n"
    + SIGNED,
    "half-width-marks": (
        "青岚县自然资源局党组整改方案\n三、整改措施\n(一)修订采购办法.2024年7月底前印发.责任领导:周某\n"
        "⟦DDL001:(二)清理账目⟧。组织核对,形成报告。责任领导:李某\n"
    ),
    "parts-and-chapters": (
        "云溪大学党委巡视整改方案\n第一部分 整改措施\n一、加强党的政治建设\n1.修订议事规则。2024年9月前完成。责任单位：党政办\n"
        "⟦DDL001:2.开展专题培训⟧。责任单位：组织部\n第二部分 组织保障\n一、加强领导\n成立专班。\n"
    ),
    "no-measures-part": "青岚县自然资源局整改方案\n一、总体要求\n提高站位。\n二、工作要求\n压实责任。\n",
    "numbered-labels": TITLE
    + "二、整改内容\n（一）理论学习不深入\n1.问题表现：学习计划执行不严。\n2.整改措施：修订学习计划。\n3.责任领导：周某\n4.整改时限：2024年7月底\n"
    "（二）质量把关不严\n1.问题表现：复核流于形式。\n2.⟦DDL001:整改措施：制定复核细则⟧，开展检查。\n3.责任领导：李某\n".replace(
        "2.⟦DDL001:", "⟦DDL001:2."
    )
    + SIGNED,
    "safeguards-under-another-name": TITLE + "二、整改任务\n1.修订采购办法。7月底前印发。责任领导：周某\n"
    "三、工作措施\n（一）加强组织领导。成立专班。\n（二）强化督导检查。逐项督办。\n" + SIGNED,
    "done-already": TITLE
    + "二、整改任务\n（一）账目不清\n整改措施：清理账目。\n责任领导：周某\n完成时限：已完成\n"
    + SIGNED,
    "month-and-day-in-a-column": TITLE
    + "二、整改任务\n| 序号 | 整改措施 | 责任领导 | 完成时限 |\n|---|---|---|---|\n| 1 | 修订制度 | 周某 | 6.30前 |\n| 2 | 清理账目 | 李某 | 全年 |\n"
    + SIGNED,
    "before-the-school-year": TITLE + "二、整改任务\n1.清理食堂账目。秋季学期开学前完成。责任领导：周某\n" + SIGNED,
    "labels-without-headings": TITLE
    + "整改措施：修订制度。\n责任领导：周某\n完成时限：2024年7月底\n⟦DDL001:整改措施：清理账目⟧。\n责任领导：李某\n"
    "整改措施：规范合同。\n责任领导：李某\n完成时限：2024年9月底\n" + SIGNED,
    "blocks-with-labels-behind-each": TITLE
    + "二、整改任务\n（一）履职方面\n问题一：学习不深。\n整改措施：修订制度。\n责任领导：周某\n完成时限：2024年7月底\n"
    "问题二：监管不严。\n⟦DDL001:整改措施：开展排查⟧。\n责任领导：李某\n" + SIGNED,
    "a-year-with-its-work": TITLE + "二、整改任务\n1.改造小区。2024年完成12个小区改造。责任领导：周某\n" + SIGNED,
    "hours-of-a-rule": TITLE
    + "二、整改措施\n1.规范信访办理。自受理之日起15个工作日内答复。责任部门：信访股\n"
    + SIGNED,
    "labels-behind-the-last-of-a-group": TITLE
    + "二、整改措施\n（一）教风建设抓得不实\n1.开展师德培训。\n2.签订师德承诺书。\n责任人：周某  责任处室：教务处  完成时限：2024年9月10日前\n"
    "（二）食堂管理不规范\n1.改造后厨。\n2.建立陪餐制度。\n责任人：李某  责任处室：总务处  完成时限：2024年8月底前\n"
    + SIGNED,
    "bracketed-labels-behind-a-group": TITLE
    + "二、整改措施\n（一）耕地保护压力传导不够\n1．签订目标责任书。\n2．核查卫片图斑。\n（责任领导：周某；责任科室：耕保科；整改时限：2024年7月底）\n"
    "（二）闲置土地处置缓慢\n1．逐宗制定处置方案。\n2．严控新增用地。\n（责任领导：李某；责任科室：利用科；整改时限：2024年9月底）\n三、组织保障\n压实责任。\n"
    + SIGNED,
    "labels-behind-each-of-a-group": TITLE
    + "二、整改措施\n（一）教风建设抓得不实\n1.开展师德培训。\n责任人：周某\n完成时限：2024年7月底\n⟦DDL001:2.签订师德承诺书⟧。\n责任人：周某\n"
    "3.开展明察暗访。\n责任人：李某\n完成时限：2024年9月底\n" + SIGNED,
    "a-group-without-its-limit": TITLE
    + "二、整改内容\n（一）立行立改类（2024年7月底前完成）\n1.完善学习计划。责任人：周某\n2.精简文件。责任人：李某\n"
    "⟦DDL001:（二）限期整改类⟧\n3.核查统计数据。责任人：周某\n4.撰写分析报告。责任人：李某\n" + SIGNED,
    "a-group-without-its-owner": TITLE
    + "二、整改措施\n（一）教风建设\n1.开展师德培训。7月底前完成。\n2.签订承诺书。7月底前完成。\n责任人：周某\n"
    "（二）食堂管理\n1.改造后厨。8月底前完成。\n2.建立陪餐制度。8月底前印发。\n责任人：李某\n"
    "⟦DDL004:（三）财务管理⟧\n1.组织培训。8月底前完成。\n2.核对账目。9月底前完成。\n" + SIGNED,
    "one-owner-for-all-measures": TITLE
    + "二、责任分工\n本方案所列整改任务由局长周某总负责，各分管领导按照分工牵头。\n三、整改措施\n1.修订采购办法。7月底前印发。\n2.清理账目。9月底前完成。\n"
    + SIGNED,
    "a-campaign-led-by-one-office": TITLE
    + "二、重点任务\n（一）开展自查。7月底前完成。\n（二）开展抽查。9月底前完成。\n三、工作要求\n（一）加强组织领导。执法科负责牵头，各科室密切配合。\n"
    + SIGNED,
    "dashes-with-labels": TITLE
    + "二、整改措施\n（一）主业弱化\n- 整改措施：恢复基层社8个；组织科技下乡。\n- 责任领导：周某\n- 完成时限：2024年9月底\n"
    "（二）监管不力\n⟦DDL001:- 整改措施：清查资产⟧；建立合同台账。\n- 责任领导：李某\n"
    "（三）作风不实\n- 整改措施：制定考核办法。\n- 责任领导：李某\n- 完成时限：2024年10月底\n" + SIGNED,
    "problems-instead-of-parts": TITLE
    + "一、战斗堡垒作用发挥不够\n1.支部换届，7月底前完成。责任人：周某\n2.每月开展主题党日。责任人：周某\n"
    "二、服务收费不透明\n1.公示收费标准，7月20日前完成。责任人：李某\n⟦DDL001:2.重新签订供货协议⟧。责任人：李某\n"
    + SIGNED,
    "rows-that-name-a-group": TITLE
    + "二、整改任务\n| 序号 | 问题 | 整改措施 | 责任领导 | 责任部门 | 期限 |\n|---|---|---|---|---|---|\n| （一） | 治理不够有力 | | | | |\n"
    "| 1 | 网格不精细 | 重新划分网格 | 周某 | 治理办 | 6月底前 |\n| 2 | 减负不到位 | 制定准入清单 | 周某 | 党政办 | 7月底前 |\n"
    "| （二） | 保障有短板 | | | | |\n| 3 | 停车难 | ⟦DDL001:新增停车位⟧ | 李某 | 城管办 | |\n| 4 | 设施不足 | 新建老年食堂 | 李某 | 民政办 | 9月底前 |\n"
    + SIGNED,
    "lines-that-name-a-group-part-a-table": "青岚县文化和旅游局巡察整改清单\n二、整改任务\n"
    "问题\t整改措施\t牵头领导\t责任股室\t整改时限\n一、阵地管理不严\n监管不到位\t开展专项整治\t周某\t市场股\t2024年8月31日\n"
    "审核不严\t建立三审制度\t周某\t艺术股\t2024年7月31日\n二、文物保护不力\n隐患多\t⟦DDL004:开展安全巡查⟧\t\t文物股\t2024年10月31日\n"
    "数字化慢\t⟦DDL001:采集藏品数据⟧\t李某\t博物馆\t\n利用率低\t更新图书\t李某\t图书馆\t2024年12月31日\n",
    "a-column-of-groups": TITLE
    + "二、整改任务\n| 类别 | 问题 | 整改措施 | 责任科室 | 完成时间 |\n|---|---|---|---|---|\n| 政治责任 | 推进慢 | 召开推进会 | 规划科 | 2024.06.30 |\n"
    "| | 体系不全 | ⟦DDL001:修订预案⟧ | 应急办 | |\n| 为民服务 | 签约不实 | 开展抽查 | 基层科 | 2024.09.30 |\n| | 药品短缺 | 落实配备 | 药政科 | 2024.07.31 |\n"
    + SIGNED,
    "cells-merged-over-a-group": TITLE
    + "二、整改任务\n| 类别 | 整改措施 | 责任科室 | 完成时间 |\n|---|---|---|---|\n| 政治责任 | 召开推进会 | 规划科 | 2024.06.30 |\n| | 修订预案 | | |\n"
    "| 为民服务 | 开展抽查 | 基层科 | 2024.09.30 |\n| | 落实配备 | | |\n" + SIGNED,
    "a-merged-owner-beside-own-limits": TITLE
    + "二、整改任务\n| 序号 | 整改措施 | 责任部门 | 完成时限 |\n|---|---|---|---|\n| 1 | 修订制度 | 办公室 | 7月底 |\n| | 开展培训 | | 8月底 |\n"
    "| 2 | 清理账目 | 财务股 | 9月底 |\n" + SIGNED,
    "a-vague-word-behind-its-label": TITLE
    + "二、整改措施\n1.修订采购办法。（责任部门：办公室；完成时限：7月底前）\n⟦DDL001:2.审核干部档案⟧。（责任部门：人事科；完成时限：⟦DDL003:近期⟧）\n"
    + SIGNED,
    "promised-and-to-be-kept-up": TITLE
    + "二、整改措施\n（一）作风不实\n整改措施：制定考核办法。\n责任领导：周某\n整改时限：2024年6月30日前完成并长期坚持\n"
    + SIGNED,
}


@pytest.mark.parametrize("name", PLANS)
def test_plans(name):
    check(PLANS[name], "plan")


LEDGER = "三、组织保障\n（一）建立整改工作台账，对账销号。\n"


@pytest.mark.parametrize(
    "clause",
    [
        "清查2021年以来的罚没物品，⟦DDL005:2023年9月底前⟧处置完毕。",
        "各项措施均应于⟦DDL005:2023年9月底前⟧完成。",
        "2023年9月底前已完成清查，2024年9月底前处置完毕。",
        "党的二十大以来，2023年9月底前的欠账逐年减少，2024年9月底前清零。",
    ],
    ids=["since-in-another-clause", "all-should", "done", "since"],
)
def test_dates_before_the_plan_itself(clause):
    check(
        TITLE
        + "二、整改措施\n1.修订采购办法。由办公室牵头，2024年9月底前完成。\n2.清理库存。由财务股牵头。"
        + clause
        + "\n"
        + SIGNED,
        "plan",
    )


def test_a_thousands_mark_ends_no_clause():
    text = (
        TITLE
        + "二、整改措施\n1.修订采购办法。由办公室牵头，2024年9月底前完成。\n2.发放物资。由财务股牵头。\n（1）⟦DDL001:印发资料6,000份⟧，入户宣传。\n"
    )
    assert "印发资料6,000份" in "".join(words for _, _, words in found(_MARK.sub(lambda match: match[2], text), "plan"))


def test_a_ledger_makes_the_evidence_thin():
    text = (
        "青岚县自然资源局整改方案\n二、整改措施\n1.修订办法。7月底前印发。由办公室牵头。\n⟦DDL001:2.清理账目⟧。由财务股牵头。\n"
        + LEDGER
    )
    check(text, "plan", "thin")


def test_limits_that_stand_in_an_annex_are_told_as_information():
    text = (
        "青岚县自然资源局整改方案\n二、整改措施\n明确责任领导和完成时限（详见附件）。\n1.修订办法。7月底前印发。由办公室牵头。\n"
        "⟦DDL001:2.清理账目⟧。由财务股牵头。\n附件：整改任务清单\n"
    )
    check(text, "plan", "slight")


def test_a_labelled_status_is_told_as_information():
    text = "青岚县自然资源局整改方案\n二、整改措施\n（一）作风不实\n⟦DDL001:整改措施：改进作风⟧。\n责任领导：周某\n完成时限：长期坚持\n"
    check(text, "plan", "slight")


def test_a_labelled_vague_word_is_firm_evidence():
    text = "青岚县自然资源局整改方案\n二、整改措施\n（一）作风不实\n⟦DDL001:整改措施：改进作风⟧。\n责任领导：周某\n完成时限：⟦DDL003:尽快⟧完成\n"
    check(text, "plan", "firm")


def test_many_limits_in_words_only_get_one_finding():
    items = "".join(
        f"（{number}）问题{number}\n整改措施：修订制度。\n责任领导：周某\n完成时限：{limit}\n"
        for number, limit in zip("一二三四五六七八", ["立行立改"] * 6 + ["2024年9月底"] * 2, strict=True)
    )
    check("青岚县自然资源局整改方案\n二、整改任务\n" + items, "plan", "slight", ("DDL001",))


def test_a_plan_without_any_limit_or_owner_gets_one_finding_each():
    items = "".join(f"{number}.修订第{number}项制度。\n" for number in range(1, 13))
    check("青岚县自然资源局整改方案\n二、整改措施\n" + items, "plan", "firm", ("DDL001", "DDL004"))


def test_a_merged_cell_holds_for_the_rows_below_it():
    check(
        "二、整改任务\n| 序号 | 整改措施 | 责任部门 | 完成时限 |\n|---|---|---|---|\n| 1 | 修订制度 | 办公室 | 7月底 |\n| | 开展培训 | | |\n"
        "| 2 | 清理账目 | 财务股 | 9月底 |\n",
        "plan",
    )


HEAD = (
    "青岚县人民法院关于巡察整改进展情况的通报\n县委巡察组于2023年10月9日至12月8日开展巡察，2024年1月22日反馈了意见。\n"
)
END = "中共青岚县人民法院党组\n2024年8月5日\n"
ITEM = "二、整改进展情况\n（一）资产管理不规范\n整改情况："

DISCLOSURES = {
    "all-done": HEAD + "二、整改进展情况\n反馈的32个问题，已完成整改32个。\n" + END,
    "remainder-without-a-date": HEAD
    + "二、整改进展情况\n反馈的32个问题，已完成整改30个，⟦DDL002:剩余2个⟧正在推进。\n"
    + END,
    "remainder-with-a-date": HEAD
    + "二、整改进展情况\n反馈的32个问题，已完成整改30个，剩余2个正在推进，预计2024年12月底前完成。\n"
    + END,
    "remainder-dated-in-the-next-sentence": HEAD
    + "二、整改进展情况\n反馈的32个问题，已完成整改30个，其余2个正在推进。以上2个问题将于2024年12月前办结。\n"
    + END,
    "remainder-dated-elsewhere": HEAD
    + "二、整改进展情况\n反馈的32个问题，已完成整改30个，未完成2个。\n三、未完成事项\n（一）产权登记。2024年12月底前完成。\n"
    + END,
    "remainder-for-good": HEAD + "二、整改进展情况\n反馈的32个问题，已完成整改30个，2个需长期坚持。\n" + END,
    "general-limit-ahead": HEAD
    + "一、组织情况\n明确2024年12月底前完成全部整改任务。\n二、整改进展情况\n已完成整改30个，阶段性完成2个问题。\n"
    + END,
    "general-limit-over": HEAD
    + "一、组织情况\n明确6个月内完成全部整改任务。\n二、整改进展情况\n已完成整改问题30个，⟦DDL002:阶段性完成2个⟧。\n"
    + END,
    "own-limit-over": HEAD
    + "二、整改进展情况\n已完成整改问题30个，剩余2个问题计划⟦DDL005:2024年3月底前⟧完成。\n"
    + END,
    "own-limit-over-but-renewed": HEAD
    + "二、整改进展情况\n剩余2个问题原定2024年3月底前完成，现延至2024年12月底前完成。\n"
    + END,
    "promise": HEAD + ITEM + "已收回门面3间，⟦DDL002:拟报批后公开招租⟧。\n" + END,
    "promise-with-a-year": HEAD + ITEM + "已收回门面3间，争取于2025年公开招租。\n" + END,
    "promise-under-way": HEAD + ITEM + "已完成测绘，⟦DDL002:目前正在办理产权登记⟧。\n" + END,
    "promise-in-the-outlook": HEAD
    + "三、下一步工作打算\n（一）持续整改\n拟修订资产管理办法，争取早日完成产权登记，适时开展“回头看”。\n"
    + END,
    "promise-in-a-closing-paragraph": HEAD
    + "二、整改进展情况\n已完成整改32个。\n下一步，我院将修订资产管理办法，尽快完成产权登记。\n"
    + END,
    "words-that-only-look-like-promises": HEAD
    + ITEM
    + "提前拟定议题，草拟办法，积极争取上级支持，后期管理进一步规范。\n"
    + END,
    "going-on-as-before": HEAD + ITEM + "已收回门面3间，下一步将持续加强资产监管。\n" + END,
    "vague": HEAD + ITEM + "已向主管部门报告，批复后将⟦DDL003:尽快⟧移交。\n" + END,
    "vague-words-in-reports": HEAD
    + ITEM
    + "督促承租人尽快搬离，现已全部收回；适时通报案例；近期发生的纠纷已调解。\n"
    + END,
    "problem-statement": HEAD
    + "二、整改进展情况\n（一）资产管理不规范\n存在问题：3个问题尚未完成整改。\n整改情况：均已整改到位。\n"
    + END,
    "cases-are-no-problems": HEAD + ITEM + "清理积案23件，未结案件2件均在审限内。\n" + END,
    "rest-under-way": HEAD + ITEM + "已注销企业6家，⟦DDL002:其余2家企业正在办理注销手续⟧。\n" + END,
    "done-by-an-earlier-date": HEAD
    + "二、整改进展情况\n反馈的32个问题，2024年3月底前已完成30个，⟦DDL002:剩余2个⟧正在推进。\n"
    + END,
    "sorted-not-reported": HEAD
    + "二、整改进展情况\n整改任务46项，其中立行立改20项、限期整改18项、持续整改8项，均已完成。\n"
    + END,
    "slogans": HEAD + "一、组织落实情况\n力争把整改成果尽快转化为发展实效，争取早日完成任务。\n" + END,
    "projects-are-no-problems": HEAD
    + "二、整改进展情况\n对照整改任务，正在推进的3个项目均已竣工，其余2个支部已换届。\n"
    + END,
    "firm-before-thin": HEAD + "二、整改进展情况\n32个问题中，完成25个，基本完成5个，⟦DDL002:正在推进2个⟧。\n" + END,
    "a-problem-named-like-an-outlook": HEAD
    + "二、整改进展情况\n（一）工作计划执行不到位\n整改情况：已修订计划，⟦DDL002:拟报党组会审定后印发⟧。\n"
    "（二）组织领导不力\n整改情况：⟦DDL002:拟成立工作专班⟧。\n" + END,
    "item-under-way": HEAD
    + "二、整改进展情况\n（一）产权不清\n⟦DDL002:正在推进⟧。已完成测绘41宗，其余待核实后登记。\n"
    + END,
    "item-under-way-with-a-date-below": HEAD
    + "二、整改进展情况\n（一）产权不清\n整改情况：正在推进。\n一是完成测绘41宗。\n二是办理登记，2025年6月底前完成。\n"
    + END,
    "zero": HEAD + "二、整改进展情况\n反馈的32个问题，已完成整改32个，未完成0个。\n" + END,
    "chinese-numeral": HEAD
    + "二、整改进展情况\n反馈的三十二个问题，已完成三十个，⟦DDL002:其余两个⟧正在抓紧整改。\n"
    + END,
    "the-rest-of-something": HEAD
    + ITEM
    + "已办理产权证18所，⟦DDL002:剩余6所正在补办规划手续⟧。摸排闲置资产52处，已盘活37处，⟦DDL002:其余15处已纳入盘活计划⟧。\n"
    + END,
    "the-rest-has-a-date": HEAD
    + ITEM
    + "已加固38户，剩余3户已搬离并设置警示标志。尚有2栋宿舍未改造，2024年12月底前完成。其余2家正在注销，均已办结。\n"
    + END,
    "hired-people": HEAD + ITEM + "已引进11人，⟦DDL002:拟招聘专业技术人员40名⟧。对拟招录人员进行了公示。\n" + END,
    "planned-and-done-since": HEAD
    + ITEM
    + "拟设置临时疏导点5处，目前已设置5处。拟修订考核办法，新办法已印发执行。\n"
    + END,
    "a-procedure-under-way": HEAD + ITEM + "项目用地已落实，⟦DDL002:正在办理用地规划许可⟧。\n" + END,
    "a-part-for-what-is-left": HEAD
    + "四、尚未完成的整改事项及下一步安排\n（一）土地办证\n已办理4宗，剩余3宗计划⟦DDL005:2024年3月底前⟧完成。\n"
    "（二）企业改革\n已注销3家，⟦DDL002:其余2家正在履行清算程序⟧。\n" + END,
    "the-rest-has-gone-elsewhere": HEAD
    + ITEM
    + "已化解45件，剩余3件已进入司法程序。已延伸42公里，⟦DDL002:其余18公里已纳入供水规划⟧。\n"
    + END,
    "hired-by-a-past-date": HEAD + ITEM + "2024年拟招录公务员5名，已于7月完成招录。\n" + END,
    "an-outlook-as-the-last-paragraph": HEAD
    + ITEM
    + "已修订合同办法。\n下一步，局党组将继续紧盯未完成的2个问题，倒排工期，尽快销号。\n"
    + END,
    "told-twice": HEAD
    + "二、整改进展情况\n反馈的32个问题，已完成30个，⟦DDL002:未完成2个⟧。未完成的2个问题均已制定推进计划。\n"
    + END,
    "a-passed-date-in-the-next-sentence": HEAD
    + "二、整改进展情况\n反馈的32个问题，已完成31个，正在推进1个。正在推进的问题计划⟦DDL005:2024年3月底前⟧完成。\n"
    + END,
    "an-earlier-date-of-something-done": HEAD
    + "二、整改进展情况\n反馈的32个问题，2024年3月底前已完成31个，⟦DDL002:正在推进1个⟧。\n"
    + END,
}


@pytest.mark.parametrize("name", DISCLOSURES)
def test_disclosures(name):
    check(DISCLOSURES[name], "progress")


@pytest.mark.parametrize(
    ("text", "grade"), [("剩余2个问题正在推进。", "firm"), ("基本完成2个问题。", "thin"), ("拟公开招租。", "thin")]
)
def test_a_counted_remainder_is_firm_and_a_promise_thin(text, grade):
    (finding,) = found("二、整改进展情况\n（一）资产管理\n" + text + "\n", "progress")
    assert finding[:2] == ("DDL002", grade)


def test_a_remainder_whose_items_have_dates_is_thin_evidence():
    text = (
        "二、整改进展情况\n反馈的32个问题，已完成30个，阶段性完成2个。\n（一）危房整治\n剩余3户于2024年10月底前完成加固。\n"
        "（二）管网改造\n剩余1.8公里计划2024年12月底前完工。\n2024年8月5日\n"
    )
    assert [(code, grade) for code, grade, _ in found(text, "progress")] == [("DDL002", "thin")]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("9月30日前补办手续。（正在整改）", []),
        ("正在补办手续。（正在整改）", ["DDL002"]),
        ("长期坚持。（持续推进）", []),
    ],
    ids=["all-dated", "one-undated", "one-for-good"],
)
def test_items_marked_as_open_speak_for_the_count(second, expected):
    text = (
        "二、整改进展情况\n反馈的9个问题，7个已完成整改，2个正在整改。\n（一）教学方面\n1.教师不足。2024年8月底前招聘3名。（正在整改）\n"
        f"2.手续不全。{second}\n3.账目不清。已核对。（已完成）\n2024年8月5日\n"
    )
    assert [code for code, *_ in found(text, "progress")][:1] == expected


@pytest.mark.parametrize(
    ("points", "grade"),
    [
        ("一是修订制度，7月底前印发。\n二是开展研讨，8月底前完成。\n三是健全机制。\n四是组织测试。\n", "thin"),
        ("一是修订制度，7月底前印发。\n二是开展研讨，8月底前完成。\n三是组织测试。\n", "firm"),
    ],
    ids=["half", "all-but-one"],
)
def test_points_of_which_some_have_no_limit(points, grade):
    text = "青岚县自然资源局整改方案\n二、整改措施\n（一）强化理论武装\n" + points + "责任领导：周某\n"
    assert {(code, told) for code, told, _ in found(text, "plan")} == {("DDL001", grade)}


def test_a_status_as_a_clause_of_a_measure_is_thin_evidence():
    text = "青岚县自然资源局整改方案\n二、整改措施\n1.修订办法。7月底前印发。由办公室牵头。\n⟦DDL001:2.改进作风⟧。立行立改，长期坚持。由机关党委牵头。\n"
    check(text, "plan", "thin")


@pytest.mark.parametrize(
    "unit", ["拟", "尽快完成，", "拟于2023年5月完成，", "剩余2个问题，", "正在办理，", "由办公室牵头、"]
)
def test_the_time_taken_grows_no_faster_than_the_text(unit):
    def seconds(count: int) -> float:
        text = "二、整改进展情况\n（一）资产管理\n" + unit * count + "\n2024年8月5日\n"
        start = time.perf_counter()
        found(text, "progress")
        return time.perf_counter() - start

    least = min(seconds(300) for _ in range(3))
    assert min(seconds(6000) for _ in range(3)) < 20 * 8 * least  # 400 times as long if it were quadratic


def test_a_general_limit_counted_from_an_unknown_day_makes_the_evidence_thin():
    text = "一、组织情况\n明确6个月内完成全部整改任务。\n二、整改进展情况\n已完成30个，剩余2个问题正在推进。\n"
    assert [(code, grade) for code, grade, _ in found(text, "progress")] == [("DDL002", "thin")]


def test_an_expired_general_limit_names_every_operand():
    text = _MARK.sub(lambda match: match[2], DISCLOSURES["general-limit-over"])
    document = parse(Source("draft.txt", text))
    facts = Facts(document)
    rule = next(rule for rule in RULES if rule.code == "DDL002")
    (finding,) = rule.check(Draft(document, "progress", facts, Comparisons(document, facts)), None)
    assert [text[each.span.start : each.span.end] for each in finding.related] == [
        "6个月内",
        "2024年1月22日",
        "2024年8月5日",
    ]
    assert finding.values == {"stated": "2024-07-22", "computed": "2024-08-05"}


def test_plans_and_reports_are_kept_apart():
    text = "二、整改进展情况\n（一）资产管理\n剩余2个问题正在推进。\n"
    assert found(text, "report")
    assert found(text, "other") == []
