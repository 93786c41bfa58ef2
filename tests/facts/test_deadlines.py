"""Lengths of time, time limits, frequencies, and who is responsible."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.facts import Facts
from disclosure_lint.facts.model import Bound
from disclosure_lint.facts.time.durations import find
from disclosure_lint.facts.unfinished.remainders import find as remainders


def facts_of(text: str) -> Facts:
    return Facts(parse(Source("draft.txt", text)))


def numbered(cases: list) -> list[str]:
    return [str(number) for number in range(len(cases))]


LENGTHS = [
    ("开展为期2个月的巡察", "2个月", 2, "month", Bound.EXACT, "为期"),
    ("历时三周", "三周", 3, "week", Bound.EXACT, "历时"),
    ("为期约3个月", "3个月", 3, "month", Bound.ABOUT, "为期"),
    ("三年", "三年", 3, "year", Bound.EXACT, ""),
    ("60天", "60天", 60, "day", Bound.EXACT, ""),
    ("15个工作日", "15个工作日", 15, "workday", Bound.EXACT, ""),
    ("半年", "半年", Fraction(1, 2), "year", Bound.EXACT, ""),
    ("一周", "一周", 1, "week", Bound.EXACT, ""),
    ("两个季度", "两个季度", 2, "quarter", Bound.EXACT, ""),
    ("一个半月", "一个半月", Fraction(3, 2), "month", Bound.EXACT, ""),
    ("3年半", "3年半", Fraction(7, 2), "year", Bound.EXACT, ""),
    ("3至5个工作日", "3至5个工作日", 5, "workday", Bound.ABOUT, ""),
    ("两三个月", "两三个月", 3, "month", Bound.ABOUT, ""),
    ("3个多月", "3个多月", 3, "month", Bound.MORE, ""),
    ("不少于60天", "60天", 60, "day", Bound.MORE, ""),
    ("不超过10天", "10天", 10, "day", Bound.LESS, ""),
    ("30日内", "30日", 30, "day", Bound.EXACT, ""),
    ("24小时内", "24小时", 24, "hour", Bound.EXACT, ""),
    ("３个月", "３个月", 3, "month", Bound.EXACT, ""),
    ("十二个月", "十二个月", 12, "month", Bound.EXACT, ""),
]


@pytest.mark.parametrize("case", LENGTHS, ids=numbered(LENGTHS))
def test_a_length_of_time(case):
    text, *expected = case
    (length,) = find(text)
    assert [text[length.start : length.end], length.count, length.unit, length.bound, length.of] == expected


NO_LENGTHS = [
    "2024年8月15日",
    "第三年",
    "三周年",
    "一年级",
    "一季度",
    "上半年",
    "每半年",
    "一年一次",
    "二〇二四年",
    "八小时以外",
    "百年大党",
    "每3个月",
    "9999999年",
]


@pytest.mark.parametrize("text", NO_LENGTHS, ids=numbered(NO_LENGTHS))
def test_what_only_looks_like_a_length_is_none(text):
    assert find(text) == ()


LIMITS = [
    ("2024年12月底前完成。", "date", "2024年12月底前"),
    ("年底前完成。", "date", "年底前"),
    ("于6月30日前完成。", "date", "6月30日前"),
    ("2024年9月30日之前办结。", "date", "2024年9月30日之前"),
    ("2024年9月30日以前办结。", "date", "2024年9月30日以前"),
    ("完成时限：2024年9月", "date", "2024年9月"),
    ("（责任部门：办公室；完成时限：2024年9月30日）", "date", "2024年9月30日"),
    ("整改期限为2024年10月。", "date", "2024年10月"),
    ("将于2024年10月公开招租。", "date", "2024年10月"),
    ("预计2025年6月竣工。", "date", "2025年6月"),
    ("争取于2025年充实人员。", "date", "2025年"),
    ("力争2024年上半年出台。", "date", "2024年上半年"),
    ("2024年9月完成采购办法修订。", "date", "2024年9月"),
    ("2024年内全部办结。", "date", "2024年内"),
    ("最迟不晚于2024年11月20日提交。", "date", "2024年11月20日"),
    ("3个月内完成。", "duration", "3个月内"),
    ("一周内报送。", "duration", "一周内"),
    ("自收到通知之日起30日内答复。", "duration", "30日内"),
    ("15个工作日之内办结。", "duration", "15个工作日之内"),
    ("用半年时间完成清理。", "duration", "半年时间完成"),
    ("整改时限：三个月", "duration", "三个月"),
    ("每季度听取汇报。", "frequency", "每季度"),
    ("每月组织学习。", "frequency", "每月"),
    ("每年轮训一遍。", "frequency", "每年"),
    ("每半年检查一次。", "frequency", "每半年"),
    ("每两周碰头。", "frequency", "每两周"),
    ("每3个月排查。", "frequency", "每3个月"),
    ("每学期开展一次。", "frequency", "每学期"),
    ("每周五下午学习。", "frequency", "每周"),
    ("按季度调度。", "frequency", "按季度"),
    ("按月通报。", "frequency", "按月"),
    ("逐月核对账目。", "frequency", "逐月"),
    ("召开季度例会。", "frequency", "季度例会"),
    ("落实月通报制度。", "frequency", "月通报"),
    ("建立周例会制度。", "frequency", "周例会"),
    ("实行一月一调度。", "frequency", "一月一调度"),
    ("做到一年两次。", "frequency", "一年两次"),
    ("开展年度评估。", "frequency", "年度评估"),
    ("长期坚持。", "status", "长期坚持"),
    ("整改时限：长期坚持", "status", "长期坚持"),
    ("立行立改。", "status", "立行立改"),
    ("即知即改。", "status", "即知即改"),
    ("边查边改。", "status", "边查边改"),
    ("持续整改。", "status", "持续整改"),
    ("常态化开展评查。", "status", "常态化"),
    ("限时整改。", "status", "限时"),
    ("尽快修订办法。", "vague", "尽快"),
    ("尽早办结。", "vague", "尽早"),
    ("早日投用。", "vague", "早日"),
    ("适时开展“回头看”。", "vague", "适时"),
    ("择机公开招租。", "vague", "择机"),
    ("拟近期组织验收。", "vague", "近期"),
    ("近期内完成采购。", "vague", "近期"),
]


@pytest.mark.parametrize(("text", "kind", "words"), LIMITS, ids=numbered(LIMITS))
def test_a_time_limit(text, kind, words):
    source = "一、整改措施\n（一）采购管理\n" + text + "\n"
    found = [
        (deadline.kind.value, source[deadline.span.start : deadline.span.end])
        for deadline in facts_of(source).deadlines
    ]
    assert (kind, words) in found
    assert len([each for each in found if each[0] == kind]) == 1


NO_LIMITS = [
    "2018年以前形成的欠款已收回。",
    "2024年6月前任院长离任。",
    "2014年以来共办结12件。",
    "截至2024年8月22日，完成77个。",
    "于2024年6月完成了整改。",
    "近3年内没有发生同类问题。",
    "定期开展检查。",
    "2024年度考核。",
    "收入逐年提高。",
    "案件逐年下降。",
    "按照要求，按年龄分组。",
    "近期发生的纠纷已调解。",
    "中近期发展目标。",
    "合适时间再议。",
    "上月通报了情况，8月通报了情况。",
    "按日常要求办理，每名干警均签订。",
    "2021年3月1日至4月30日开展巡察。",
]


@pytest.mark.parametrize("text", NO_LIMITS, ids=numbered(NO_LIMITS))
def test_what_is_no_time_limit(text):
    assert facts_of("一、整改措施\n（一）采购管理\n" + text + "\n").deadlines == ()


def test_the_column_of_a_table_makes_a_date_a_limit():
    text = "| 序号 | 整改措施 | 责任部门 | 完成时限 |\n|---|---|---|---|\n| 1 | 修订办法 | 办公室 | 2024年9月 |\n| 2 | 开展排查 | 建设科 | 2个月 |\n"
    facts = facts_of(text)
    assert [(d.kind.value, text[d.span.start : d.span.end]) for d in facts.deadlines] == [
        ("date", "2024年9月"),
        ("duration", "2个月"),
    ]
    assert [text[owner.name.start : owner.name.end] for owner in facts.owners] == ["办公室", "建设科"]


def test_a_length_is_counted_from_the_feedback_or_from_the_plan():
    text = (
        "青岚县水利局整改方案\n县委巡察组于2024年5月16日反馈了意见。\n一、要求\n3个月内完成集中整改。\n本方案印发之日起10日内完成动员。\n"
        "申请材料5日内审核。\n青岚县水利局\n2024年6月3日\n"
    )
    assert [str(deadline.due) for deadline in facts_of(text).deadlines] == ["2024-08-16", "2024-06-13", "None"]


OWNERS = [
    ("责任领导：周某", ["周某"]),
    ("责任领导：周某；责任部门：办公室、财务科", ["周某", "办公室、财务科"]),
    ("（责任人：李某，完成时限：9月底）", ["李某"]),
    ("责任单位:建设科", ["建设科"]),
    ("牵头部门：政治部。", ["政治部"]),
    ("由设备科牵头，财务科配合。", ["设备科"]),
    ("由分管院领导负责落实。", ["分管院领导"]),
    ("由综合办公室具体负责。", ["综合办公室"]),
    ("院长亲自牵头抓好整改。", ["院长"]),
    ("责任党组成员：王某", ["王某"]),
    ("整改负责人：王某", ["王某"]),
    ("牵头校领导：陈某；牵头单位：党委宣传部", ["陈某", "党委宣传部"]),
    ("责任部门：无", []),
    ("压实责任，落实到人。", []),
    ("由主要负责同志带队。", []),
    ("明确责任领导、责任部门和完成时限。", []),
    ("在县委政法委的牵头支持下推进。", []),
]


@pytest.mark.parametrize(("text", "names"), OWNERS, ids=numbered(OWNERS))
def test_owners(text, names):
    source = "一、整改措施\n（一）采购管理\n" + text + "\n"
    assert [source[owner.name.start : owner.name.end] for owner in facts_of(source).owners] == names


REMAINDERS = [
    ("查摆事项15个，完成1个、阶段性完成14个。", "阶段性完成14个", 14, True),
    ("反馈问题32个，剩余2个正在推进。", "剩余2个", 2, True),
    ("反馈问题32个，其中2个问题正在推进。", "2个问题正在推进", 2, True),
    ("整改任务共30项，未完成3项。", "未完成3项", 3, True),
    ("反馈问题30个，尚未完成整改的3个。", "尚未完成整改的3个", 3, True),
    ("整改事项30项，其余三项正按计划推进。", "其余三项", 3, True),
    ("反馈问题32个，基本完成3个。", "基本完成3个", 3, False),
    ("反馈问题32个，持续推进3个。", "持续推进3个", 3, False),
    ("拟报批后公开招租。", "拟报批后公开招租", None, False),
    ("后期将提请党委研究决定。", "后期将提请党委研究决定", None, False),
    ("争取早日完成产权登记。", "争取早日完成产权登记", None, False),
    ("下一步将修订采购办法。", "下一步将修订采购办法", None, False),
    ("剩余6所正在补办规划手续。", "剩余6所正在补办规划手续", None, False),
    ("其余15处已纳入盘活计划。", "其余15处已纳入盘活计划", None, False),
    ("尚有2栋宿舍暂未改造。", "尚有2栋宿舍暂未改造", None, False),
    ("拟招聘专业技术人员40名。", "拟招聘专业技术人员40名", None, False),
    ("目前正在办理产权登记。", "目前正在办理产权登记", None, False),
]


@pytest.mark.parametrize(("text", "words", "count", "firm"), REMAINDERS, ids=numbered(REMAINDERS))
def test_open_work_is_found(text, words, count, firm):
    (found,) = remainders(text)
    assert (text[found.start : found.end], found.count, found.firm) == (words, count, firm)


NO_REMAINDERS = [
    "其余3户已搬离并设置警示标志。",
    "其余5人未发现问题。",
    "剩余2家正在清算，均已注销。",
    "拟公示5处，目前已公示5处。",
    "对剩余3户未搬迁的群众逐户走访。",
    "反馈问题32个，其余2个需长期坚持。",
    "反馈问题32个，长期坚持2个。",
    "反馈问题32个，剩余2个已全部整改到位。",
    "反馈问题32个，未完成0个。",
    "未结案件2件，未办结案件3件。",
    "正在办理的案件23件。",
    "共有3个方面的问题。",
    "提前拟定议题，草拟方案，模拟测试，虚拟仿真，拟任干部考察。",
    "对拟提拔的12名干部进行考察。",
    "拟发展对象3名。",
    "积极争取上级支持，争取资金200万元。",
    "下一步将持续加强监管。",
    "后期管理不规范的问题已整改。",
    "“未完成3项”的台账已补齐。",
    "对尚未完成的项目逐一约谈。",
    "正在建设的3个项目进度通报。",
    "整改完成率97%。",
    "在院党组领导下，未发现同类问题。",
]


@pytest.mark.parametrize("text", NO_REMAINDERS, ids=numbered(NO_REMAINDERS))
def test_what_is_no_open_work(text):
    assert list(remainders(text)) == []


_PIECES = [
    "3",
    "个",
    "月",
    "内",
    "前",
    "年底",
    "每",
    "季度",
    "完成时限：",
    "责任领导：",
    "由",
    "牵头",
    "2024年9月",
    "一",
    "半",
    "年",
    "拟",
    "剩余",
    "未完成",
    "正在推进",
    "尽快",
    "，",
    "。",
    "“",
    "”",
    "|",
    "\n",
    "长期坚持",
    "问题",
    "项",
]
TEXTS = st.lists(st.sampled_from(_PIECES), max_size=24).map("".join)


@given(st.one_of(st.text(max_size=60), TEXTS))
def test_any_text_gives_places_inside_it(text):
    assert all(0 <= each.start < each.end <= len(text) for each in find(text))
    assert all(0 <= each.start < each.end <= len(text) for each in remainders(text))


@given(TEXTS)
def test_any_draft_gives_limits_and_owners_with_true_spans(text):
    facts = facts_of("二、整改措施\n" + text)
    for span in [
        *(each.span for each in facts.deadlines),
        *(each.name for each in facts.owners),
        *(each.span for each in facts.open_work),
    ]:
        assert len(span) > 0
        assert span.end <= len(text) + 7
    for measure in facts.plan.measures:
        assert measure.node.span.contains(measure.span)
