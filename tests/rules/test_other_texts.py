"""Texts beside the plain disclosure, and passages of disclosures, that an editor would let stand: no error and no warning."""

from __future__ import annotations

import nasty
import pytest

from disclosure_grammar.genre import detect
from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_rules import RULES

TEXTS = {
    "notice-that-one-task-is-done": (
        "关于省级环保督察反馈第十二项整改任务完成情况的公示\n"
        "根据督察整改销号工作要求，现将省级环保督察反馈第十二项整改任务完成情况公示如下：\n"
        "一、整改任务\n青岚县城区雨污分流改造滞后，雨季溢流问题突出。\n二、整改责任单位\n青岚县住房和城乡建设局\n"
        "三、整改时限\n2023年12月底\n四、整改完成情况\n已完成管网改造12.6公里，雨季溢流问题得到解决。\n"
        "公示期：2024年1月8日至1月19日。公示期间如有异议，请向青岚县生态环境局反映。\n"
        "联系电话：0717-5550132；通信地址：青岚县迎宾路18号\n青岚县生态环境局\n2024年1月8日\n"
    ),
    "notice-that-an-inspection-begins": (
        "根据十四届县委第六轮巡察工作部署，县委第一巡察组从2024年3月11日至5月31日，对县水利局党组开展巡察。"
        "巡察组受理反映局党组领导班子及其成员问题的来信来电来访，整改落实情况也可反映。\n"
        "值班电话：0717-5550132，受理时间为工作日上午8:30至12:00。\n中共青岚县委第一巡察组\n2024年3月11日\n"
    ),
    "report-to-the-congress": (
        "关于青岚县2023年度审计查出问题整改情况的报告\n——2024年7月25日在县人大常委会第十九次会议上\n"
        "县审计局局长 王建国\n主任、各位副主任，各位委员：\n"
        "我受县人民政府委托，报告审计查出问题的整改情况，请予审议。去年以来，县委高度重视审计整改。\n一、总体情况\n"
        "审计查出问题46个，截至2024年6月底，已完成整改44个，其余2个2024年12月底前完成。\n二、主要做法\n"
        "云溪镇建立长效机制，对2022年审计提出的21个问题进行持续整改，清理往来款项15笔。\n"
    ),
    "rules-on-rectification": (
        "云溪学院审计整改工作办法（试行）\n第一条 为严格落实审计整改责任，提升审计整改质量，制定本办法。\n"
        "第二条 被审计单位主要负责人是审计整改工作第一责任人，应当贯彻落实党委的决定。\n"
        "第三条 对审计发现的问题，应当在收到审计报告30日内报送整改情况。\n"
    ),
    "news-of-an-inspection": (
        "6月21日下午，学校召开巡视反馈意见整改落实工作会议。党委书记主持会议，全体班子成员参加。\n"
        "根据省委第一巡视组的反馈意见，学校将整改任务明确为12项，由班子成员分工负责。会议要求，一个问题一个问题地解决，"
        "在此基础上形成整改情况通报。（记者 夏建华）\n"
    ),
    "speech": (
        "在巡察整改工作推进会上的讲话\n同志们：\n一、提高站位，扛起整改责任\n针对巡察指出的46项问题，要逐项整改到位，全部完成整改。\n"
        "二、压实责任，抓好整改落实\n各党组要落实主体责任，按期整改到位。\n"
    ),
}

PASSAGES = {
    "parts-reached-so-far": nasty.disclosure(
        "截至2023年10月底，县直部门共查找问题282个，已完成整改80个、已阶段性完成108个；牵头部门共查找问题90个，已完成整改8个、"
        "已阶段性完成45个。其余问题2024年6月底前完成。"
    ),
    "few-of-many-done": nasty.disclosure(
        "截至2023年10月底，共查找问题118个，已完成整改17个、已阶段性完成13个，其余问题2024年6月底前完成。"
    ),
    "done-from-body-to-body": nasty.disclosure(
        "县清单列出的12个问题，截至2023年10月底，东城镇完成2个，西河镇1个，南山乡1个；反馈的18个问题已全部整改到位。"
    ),
    "parts-of-two-totals": nasty.disclosure(
        "反馈的18个问题已全部整改到位。局党组自查发现一般问题28个和重点问题2个，其中有5个涉及工程管理，有7个涉及资金管理，均已整改。"
    ),
    "list-of-names-under-a-heading": nasty.disclosure(
        items="（一）成立工作专班\n组长：王建国\n副组长：李卫东\n成员：各科室负责人\n（二）学习不够深入\n组织集中学习9次。\n"
        "（三）资产管理不规范\n完成资产清查，建立管理台账。\n"
    ),
    "figure-inside-a-quotation": nasty.disclosure(
        "针对反馈的27条问题，截至2023年10月底，“食堂监管缺位、整改责任扛得不牢11条问题已整改完成”的做法得到肯定，"
        "理论学习等16条问题需长期坚持。"
    ),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_sound_text_of_another_sort_is_not_flagged(text: str) -> None:
    genre = detect(parse(Source("draft.txt", text)))
    assert nasty.told(text, genre, RULES)[0] == []


@pytest.mark.parametrize("draft", PASSAGES.values(), ids=PASSAGES.keys())
def test_a_sound_passage_is_not_flagged(draft: str) -> None:
    assert nasty.told(draft)[0] == []
