"""Totals in the words of disclosures of many offices: the sound ones stay silent, the faulty ones are found at their place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.comparisons import Comparisons
from disclosure_lint.comparisons.model import Verdict
from disclosure_lint.facts import Facts
from disclosure_lint.rule import Draft
from disclosure_rules.totals import (
    completed_exceeds_total,
    conflicting_totals,
    missing_totals,
    parts_do_not_sum,
    percentage_impossible,
    percentage_mismatch,
    unexplained_remainder,
)

RULES = (
    completed_exceeds_total.RULE,
    parts_do_not_sum.RULE,
    percentage_mismatch.RULE,
    percentage_impossible.RULE,
    conflicting_totals.RULE,
    unexplained_remainder.RULE,
)


def draft(text: str) -> Draft:
    document = parse(Source("draft.txt", text))
    facts = Facts(document)
    return Draft(document, "progress", facts, Comparisons(document, facts))


def findings(text: str, grade: str | None = None) -> list[tuple[str, str]]:
    read = draft(text)
    return [
        (rule.code, text[finding.span.start : finding.span.end])
        for rule in RULES
        for finding in rule.check(read, None)
        if grade is None or finding.grade == grade
    ]


SOUND = [
    "县委巡察组共反馈4个方面17个问题，已完成整改15个，正在整改2个，完成率88.2%。",
    "省委第三巡视组反馈问题63个，已整改到位61个，长期坚持2个。",
    "信访件45件，已办结43件，正在办理2件。",
    "局党组共查摆问题126条，制定整改措施215条，已全部整改到位。",
    "截至6月30日，市委巡察反馈的58个问题已完成整改58个，整改完成率100%。",
    "对照巡察反馈的3个方面10类25项问题，制定整改措施88条，已完成25项。",
    "学院党委将反馈意见细化为36项整改任务，已完成33项，基本完成2项，持续推进1项。",
    "反馈问题27个，立行立改12个，已完成整改25个，剩余2个正在推进。",
    "移交信访线索11件，已办结11件；立案3件，处分4人，组织处理6人。",
    "集团党委梳理问题清单42项、任务清单42项、责任清单42项，已销号40项，未销号2项，预计年底前完成。",
    "反馈意见指出的22个问题中，19个已完成整改，3个取得阶段性成效。",
    "除1个问题因涉及诉讼需长期推进外，其余29个问题已全部整改完成。",
    "全院各党支部共查摆问题52个，其中机关支部18个、医疗支部34个。",
    "运用监督执纪“四种形态”处理31人次，其中第一种形态27人次、第二种形态3人次、第三种形态1人次。",
    "运用监督执纪“四种形态”处理31人次，其中第一种形态27人次。",
    "追缴资金120万元，其中违规津补贴35万元、公务接待12万元。",
    "全年召开党委会24次，专题研究巡察整改8次，听取汇报12次。",
    "共有党员86人，其中女党员31人，45岁以下党员40人，退休党员28人。",
    "开展廉政谈话140人次，其中班子成员谈话60人次、部门负责人谈话80人次。",
    "受理网上申请812次，答复806次，及时答复率99.26%。",
    "抽查卷宗320件，合格316件，合格率98.75%。",
    "发放问卷500份，收回486份，满意度97.3%。",
    "全市法院审结案件3786件，反馈率96.46%，同比提高2.43个百分点。",
    "任务分解为45项，计划6月底前完成30项，年底前完成45项。",
    "整改期间新建制度15项，修订制度22项，废止制度3项，共40项。",
    "反馈问题30余个，已完成整改28个，其余正在推进。",
    "截至5月底完成整改20个，截至8月底完成整改27个，反馈的27个问题全部清零。",
    "第一轮整改反馈问题12个，已全部完成；第二轮反馈问题18个，已完成17个，未完成1个。",
    "反馈的18个问题均已整改到位，其中长期坚持5个。",
    "办结信访件38件，其中上年结转3件、本年受理35件。",
    "本轮巡察反馈问题21个，其中党委8个、纪委5个、组织人事8个，已全部整改到位。",
    "反馈立行立改问题6个，已整改6个；反馈面上问题24个，已整改23个，剩余1个预计12月底完成。",
    "各项目标任务共70项，完成率98.6%，其余1项正在推进。",
    "约谈提醒12人，诫勉谈话3人，共计15人次。",
    "提出司法建议19条，采纳17条，采纳率89.5%。",
    "反馈意见涉及4个方面、13类、31个具体问题，已完成30个，1个正在推进。",
    "发现问题16个，已督促整改16个，移送线索2条。",
    "3个方面的问题已全部整改，5个问题需长期坚持。",
    "全县12个乡镇共排查隐患233处，整改233处，整改率100%。",
    "检查企业45家次，发现隐患130处，已整改126处，剩余4处正在整改。",
    "党组会研究议题40个，其中涉及整改议题16个。",
    "组织培训6期1200人次，其中线上4期、线下2期。",
    "市委巡察组反馈具体问题34个，其中：已完成整改30个，阶段性完成3个，未完成1个。",
    "共反馈问题17个,已完成整改15个,完成率88%,其余2个正在推进;提出意见8条,已落实8条。",
    "反馈问题13个，已完成整改12个（其中立行立改5个），正在整改1个。",
    "经过整改，19个问题中18个已整改到位，1个正在整改。",
    "对标46项任务，已完成44项，占95.7%，2项按时序推进。",
]  # fmt: skip

FAULTY = [
    ("县委巡察组共反馈4个方面17个问题，已完成整改14个，正在整改2个。", [("TOT002", "17个")]),
    ("县委巡察组共反馈4个方面17个问题，已完成整改15个，正在整改3个。", [("TOT002", "17个")]),
    ("省委第三巡视组反馈问题63个，已整改到位36个，未完成2个。", [("TOT002", "63个")]),
    ("反馈问题63个，已整改到位65个。", [("TOT001", "65个")]),
    ("提出整改意见21条,已落实22条。", [("TOT001", "22条")]),
    ("信访件45件，已办结54件。", [("TOT001", "54件")]),
    ("市委巡察反馈的58个问题已完成整改57个，正在整改1个，整改完成率100%。", [("TOT003", "100%")]),
    ("抽查卷宗320件，合格316件，合格率97.85%。", [("TOT003", "97.85%")]),
    ("反馈问题79个，已完成整改77个，剩余2个正在推进，整改完成率97.74%。", [("TOT003", "97.74%")]),
    ("反馈问题19个，已完成整改17个，其余2个预计年底完成，完成率89.9%。", [("TOT003", "89.9%")]),
    ("学院党委将反馈意见细化为36项整改任务，已完成33项，基本完成2项，持续推进2项。", []),
    ("学院党委将反馈意见细化为36项整改任务，已完成33项，基本完成2项，正在推进2项。", [("TOT002", "36项")]),
    ("运用“四种形态”处理31人次，其中第一种形态27人次、第二种形态3人次、第三种形态2人次。", [("TOT002", "31人次")]),
    ("本轮巡察反馈4个方面共41个问题，其中政治建设方面12个、思想建设方面9个、组织建设方面11个、作风建设方面8个。", [("TOT002", "41个")]),
    ("各支部分别查摆问题5个、6个、7个，共计19个。", [("TOT002", "19个")]),
    ("市委巡察组反馈具体问题34个，其中：已完成整改30个，阶段性完成3个，未完成2个。", [("TOT002", "34个")]),
    ("反馈问题34个，已完成整改30个。", [("TOT008", "30个")]),
    ("巡视反馈的41项整改任务，已完成40项，整改工作取得明显成效。", [("TOT008", "40项")]),
    ("巡察反馈的12个问题全部整改，问题整改率120%。", [("TOT004", "120%")]),
    ("省委巡视反馈问题83个，整改完成率97.50%。", [("TOT004", "97.50%")]),
    ("经过整改，19个问题中18个已整改到位，2个正在整改。", [("TOT002", "19个")]),
]  # fmt: skip

TRAPS = [
    "将反馈的5大类意见细化为27个具体问题。\n二、整改落实情况\n巡视反馈的12个问题，已完成整改12个。",
    # more than one total stands before the part
    "市委巡察反馈党委问题12个、纪委问题3个，已完成整改15个。",
    "受理信访件12件、交办件3件，已办结15件。",
    "收到问题线索12件，收到交办件3件，已办结15件。",
    "反馈问题17项，制定整改措施45项，已完成25项。",
    "反馈问题17个，举一反三排查同类问题，已整改31个。",
    "对巡察反馈的5个问题立行立改。同时开展自查自纠，已整改12个。",
    # what is counted, or of what, changes
    "收到线索12条，其中涉及问题35个。",
    "涉及4个乡镇、12个村，共35个问题。",
    "共有党支部3个，分别查摆问题5个、6个、7个。",
    "全校党支部由286个调整为293个，书记“双带头人”比例达到100%。",
    "按期换届党组织29个，调整党支部设置16个，完成换届的党组织29个。",
    "反馈问题17个，已完成15个，基本完成1个，正在整改1个，整改完成率94.1%。",
    "反馈问题20个，已完成15个，长期坚持5个，整改完成率100%。",
    "反馈问题17个，已完成整改15个，正在整改2个，到期问题整改率100%。",
    "制定整改措施58条，整改完成率97.4%，其余正在推进。",
    "反馈问题24个，整改完成率约90%，其余正在推进。",
    "收回问卷486份，群众满意率96.5%；反馈问题27个，已完成整改27个，完成率100%。",
    "投诉举报86件，办结84件，其余2件正在办理，按期办结率100%。",
    "新增整改任务6项，连同原有任务共36项，已完成35项，正在推进1项。",
    # other rounds, other finders, other bodies
    "市委巡察反馈问题21个，已全部整改到位。\n结合主题教育检视问题9个，已全部整改。",
    "市委巡察反馈问题21个，已全部整改到位。\n领导班子查摆问题30条，班子成员查摆问题96条。",
    "市委巡察反馈问题21个，已全部整改到位。\n审计反馈问题8个，已完成整改7个，正在整改1个。",
    "市委巡察反馈问题21个，已全部整改到位。\n2021年市委巡察反馈问题15个，均已销号。",
    "市委巡察反馈问题21个，已全部整改到位。\n区纪委监委反馈问题4个，已完成整改4个。",
    "市委巡察反馈问题21个，梳理问题63个，已全部整改到位。",
    "市委巡察反馈问题21个，已全部整改到位。\n选人用人专项检查反馈问题5个，已完成整改5个。",
    "市委巡察反馈问题21个，制定整改措施65条，已全部整改到位。\n针对作风问题，制定整改措施12条。",
    "市委巡察反馈问题21个，已全部整改到位。\n各支部召开组织生活会，查摆问题58个，制定措施77条。",
    "截至3月底，完成整改12个。截至6月底，完成整改20个。共反馈问题21个，剩余1个正在推进。",
    "征求意见建议35条，提出意见建议12条，采纳9条。反馈问题均已整改到位。",
    "市委巡察反馈问题21个，已完成整改21个。\n一、政治建设\n反馈问题5个，已完成整改5个。\n二、组织建设\n反馈问题16个，已完成整改16个。",
    "市委巡察反馈问题21个，已完成整改21个。\n（一）政治建设方面\n反馈问题5个，已完成整改5个。\n（二）组织建设方面\n反馈问题16个，已完成整改16个。",
]  # fmt: skip

SPREAD = [
    ("检查项目85个，发现问题23个，已完成整改32个。", [("TOT001", "32个")]),
    (
        "研究制定推动发展事项15项。\n二、整改落实情况\n查摆“推动发展”整改事项18个，已完成18个。",
        [("TOT005", "18个")],
    ),
    (
        "将反馈的5大类意见细化为78个具体问题。\n二、整改落实情况\n巡视反馈的79个问题，已完成整改79个。",
        [("TOT005", "79个")],
    ),
    (
        "将反馈意见细化为具体问题27项。\n二、整改落实情况\n本轮巡察共反馈具体问题28个，已完成整改27个，正在推进1个。",
        [("TOT005", "28个")],
    ),
    (
        "反馈的4个方面28个问题分解为84条整改措施。\n二、整改落实情况\n反馈的28个问题已全部整改到位；84条整改措施中，已完成74条，正在推进9条。",
        [("TOT002", "84条")],
    ),
    (
        "共制定整改措施64条。\n二、整改落实情况\n反馈问题均已整改到位。63条整改措施已落实60条，未落实的3条将于6月底前落实。",
        [("TOT005", "63条")],
    ),
    (
        "巡察反馈的17个问题，已完成整改15个，正在推进2个。\n三、下一步打算\n对正在推进的3个问题，紧盯不放。",
        [("TOT005", "3个")],
    ),
    (
        "巡察反馈问题30个、专项检查反馈问题6个，两类问题共38个。\n均已整改到位。",
        [("TOT002", "38个")],
    ),
    (
        "巡察反馈的30个问题已完成整改26个，专项检查反馈的6个问题已完成整改5个，两类问题合计完成整改32个，其余正在推进。",
        [("TOT002", "32个")],
    ),
    (
        "市委巡察反馈的79个问题，已完成整改77个，其余2个正在推进。\n二、具体情况\n79个问题中，已完成整改78个，正在推进1个。",
        [("TOT005", "78个")],
    ),
]

LEAD = "关于巡察整改进展情况的通报\n根据统一部署，现将整改进展情况通报如下。\n一、整改总体情况\n"


@pytest.mark.parametrize("text", [pytest.param(text, id=f"sound-{n}") for n, text in enumerate(SOUND)])
@pytest.mark.parametrize("width", ["full", "half"])
def test_sound_figures_are_left_alone(text: str, width: str) -> None:
    if width == "half":
        text = text.translate(str.maketrans("，：；（）", ",:;()"))
    assert findings(LEAD + text + "\n") == []


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=f"faulty-{n}") for n, case in enumerate(FAULTY)])
@pytest.mark.parametrize("width", ["full", "half"])
def test_faulty_figures_are_found(text: str, expected: list[tuple[str, str]], width: str) -> None:
    if width == "half":
        text = text.translate(str.maketrans("，：；（）", ",:;()"))
    assert findings(LEAD + text + "\n") == expected


@pytest.mark.parametrize("text", [pytest.param(text, id=f"trap-{n}") for n, text in enumerate(TRAPS)])
def test_what_only_looks_wrong_is_left_alone(text: str) -> None:
    assert findings(LEAD + text + "\n") == []


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=f"spread-{n}") for n, case in enumerate(SPREAD)])
def test_faults_across_sentences_and_sections(text: str, expected: list[tuple[str, str]]) -> None:
    assert findings(LEAD + text + "\n") == expected


FIGURES = [
    (
        "反馈问题17个，已完成整改15个，正在整改2个，完成率88.2%。",
        {"17个": True, "15个": True, "2个": True, "88.2%": True},
    ),
    ("共27项具体问题。\n反馈具体问题27个，已完成整改27个。", {"27项": True, "27个": True}),
    ("细化为重点问题12项、问题表现42个，召开会议12次。", {"12项": False, "42个": False, "12次": False}),
    ("共查摆问题126条，其中班子30条、个人96条。", {"126条": True, "30条": True, "96条": True}),
    ("反馈问题79个，整改完成率97.47%，其余正在推进。", {"97.47%": True}),
    ("新建制度15项，修订制度22项，废止制度3项，共40项。", {"40项": True, "3项": True}),
]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*case, id=f"figures-{n}") for n, case in enumerate(FIGURES)]
)
def test_agreement_is_verified_and_chance_is_not(text: str, expected: dict[str, bool]) -> None:
    read = draft(LEAD + text + "\n")
    verified = {read.source.slice(c.figure) for c in read.comparisons.all if c.verdict is Verdict.VERIFIED}
    assert {words: words in verified for words in expected} == expected
    assert not [c for c in read.comparisons.all if c.verdict is Verdict.CONTRADICTED]


def test_every_operand_of_a_contradiction_is_a_related_place() -> None:
    text = LEAD + "反馈问题34个，已完成整改30个，阶段性完成3个，未完成2个。\n"
    (finding,) = parts_do_not_sum.RULE.check(draft(text), None)
    assert [text[place.span.start : place.span.end] for place in finding.related] == ["30个", "3个", "2个"]
    assert finding.values == {"stated": "34", "computed": "35"}


PIECES = [
    "反馈", "问题", "27个", "28项", "3个方面", "，", "。", "；", "、", "已完成", "整改", "其中", "共计", "分别", "未完成", "正在推进", "完成率",
    "97.4%", "100%", "具体", "共", "0个", "占", "近", "\n", "一、", "（一）", "制定", "措施", "等",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=60, deadline=None)
def test_any_text_is_compared_without_a_crash(text: str) -> None:
    read = draft(text)
    for comparison in read.comparisons.all:
        assert comparison.zh
        assert comparison.en
        assert comparison.verdict is not Verdict.CONTRADICTED or comparison.stated != comparison.computed
        for span in (comparison.figure, *(operand.span for operand in comparison.operands)):
            assert 0 <= span.start < span.end <= len(text)
    assert findings(text) == findings(text)
    list(missing_totals.RULE.check(read, None))
