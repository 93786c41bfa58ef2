"""Passages about deadlines that a rule once misread."""

from __future__ import annotations

import nasty
import pytest

_DONE = "截至2023年11月10日，反馈的18个问题已完成整改15个，"

SOUND = {
    "rest-listed-below-with-dates": nasty.disclosure(
        _DONE + "未完成的3个问题如下：\n（1）农村公路改造，2024年4月底前完成；\n（2）站房维修，2024年6月30日前完成；\n"
        "（3）薪酬改革，2024年二季度出台方案并实施。"
    ),
    "rest-of-the-sentence-before": nasty.disclosure(
        "截至2023年11月10日，反馈的18个问题已完成16个。剩余2项：一是土地权证办理，2024年12月底前完成；二是企业清算注销，2025年6月底前完成。"
    ),
    "soon-past": nasty.disclosure(
        items="（一）执法不规范\n近期召开专题会议2次，近期发生的2起投诉均已办结。\n（二）资产管理不规范\n完成资产清查。\n"
    ),
}

FAULTY = {
    "rest-listed-below-one-date-over": nasty.disclosure(
        _DONE
        + "未完成的3个问题如下：\n（1）农村公路改造，2024年4月底前完成；\n（2）站房维修，⟦DDL005:2023年6月30日前⟧完成；\n"
        "（3）薪酬改革，2024年6月底前完成。"
    ),
    "rest-listed-below-one-without-date": nasty.disclosure(
        _DONE + "⟦DDL002:未完成的3个⟧问题如下：\n（1）农村公路改造，2024年4月底前完成；\n（2）站房维修，正在招标；\n"
        "（3）薪酬改革，2024年6月底前完成。"
    ),
    "rest-of-the-sentence-before": nasty.disclosure(
        "截至2023年11月10日，反馈的18个问题已完成16个。⟦DDL002:剩余2项⟧：一是土地权证办理，材料已备齐；二是企业清算注销，已公告。"
    ),
    "soon-will": nasty.disclosure(
        items="（一）惠民资金监管不到位\n发现3户违规享受补贴，⟦DDL003:近期⟧将全部追缴到位。\n（二）资产管理不规范\n完成资产清查。\n"
    ),
}

SOUND_PLANS = {
    "items-that-open-with-dates": nasty.plan(
        "（一）强化理论武装\n1.坚持“第一议题”制度，每月至少学习一次。（责任人：刘建国）\n2.2024年一季度末完成读本配发。（责任人：刘建国）\n"
        "（二）规范财务管理\n1.自本方案印发之日起30个工作日内清理往来账款。（责任人：周敏）\n2.5月上旬前修订报销制度。（责任人：周敏）\n"
        "3.年底前完成固定资产盘点。（责任人：周敏）\n"
    ),
    "stages-without-numbers": nasty.plan(
        "第一阶段：动员部署（2024年2月1日至2月10日）\n1.召开动员会，分解任务，由办公室牵头。\n"
        "第二阶段：集中整改（2024年2月11日至4月30日）\n1.逐项开展整改，由办公室牵头。\n2.核查普法经费，由计财科牵头。\n"
        "第三阶段：总结评估（2024年5月）\n1.开展成效自评，由办公室牵头。\n"
    ),
    "before-an-event": nasty.plan(
        "（一）主责主业\n1.春节前完成欠薪专项行动。责任人：周敏。\n2.两会前完成矛盾纠纷排查。责任人：周敏。\n"
        "（二）基层建设\n1.用半年时间完成站所规范化建设。责任人：周敏。\n"
    ),
}

FAULTY_PLANS = {
    "no-limit-beside-items-that-open-with-dates": nasty.plan(
        "（一）强化理论武装\n1.每月至少学习一次。（责任人：刘建国）\n2.2024年一季度末完成读本配发。（责任人：刘建国）\n"
        "（二）规范财务管理\n1.2024年3月底前清理往来账款。（责任人：周敏）\n⟦DDL001:2.修订报销制度⟧。（责任人：周敏）\n"
    ),
    "no-owner-beside-items-that-open-with-dates": nasty.plan(
        "（一）强化理论武装\n1.每月至少学习一次。（责任人：刘建国）\n2.2024年一季度末完成读本配发。（责任人：刘建国）\n"
        "（二）规范财务管理\n1.2024年3月底前清理往来账款。（责任人：周敏）\n⟦DDL004:2.2024年5月底前修订报销制度⟧。\n"
    ),
    "problem-in-the-heading": nasty.plan(
        "（一）问题：组织生活不规范。\n措施：规范记录，每月抽查。责任人：刘建国。时限：2024年2月起，每月。\n"
        "（二）问题：公车管理不严。\n⟦DDL001:措施：公车全部加装定位⟧，定点加油。责任人：周敏。\n"
        "（三）问题：合同审查不严。\n措施：合同须经法律顾问审查。责任人：周敏。时限：2024年4月30日前。\n"
    ),
}


@pytest.mark.parametrize("draft", SOUND.values(), ids=SOUND)
def test_sound_disclosures_are_silent(draft: str) -> None:
    found, marked = nasty.told(draft)
    assert found == marked


@pytest.mark.parametrize("draft", FAULTY.values(), ids=FAULTY)
def test_faulty_disclosures_are_told(draft: str) -> None:
    found, marked = nasty.told(draft)
    assert found == marked


@pytest.mark.parametrize("draft", SOUND_PLANS.values(), ids=SOUND_PLANS)
def test_sound_plans_are_silent(draft: str) -> None:
    found, marked = nasty.told(draft, "plan")
    assert found == marked


@pytest.mark.parametrize("draft", FAULTY_PLANS.values(), ids=FAULTY_PLANS)
def test_faulty_plans_are_told(draft: str) -> None:
    found, marked = nasty.told(draft, "plan")
    assert found == marked
