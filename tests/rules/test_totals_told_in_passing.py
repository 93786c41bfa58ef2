"""Totals told in passing, inside one problem or one measure: what is done, what is left, what a list holds, what a rate is of."""

from __future__ import annotations

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.comparisons import Comparisons
from disclosure_lint.facts import Facts
from disclosure_lint.rule import Draft
from disclosure_rules.totals import RULES

HEAD = "中共青岚县住房和城乡建设局党组关于巡察整改进展情况的通报\n\n2024年3月5日至4月30日，县委第二巡察组对局党组开展了巡察。\n\n"
DONE = "反馈的12个问题已全部完成整改。"


def findings(text: str) -> list[tuple[str, str, str]]:
    document = parse(Source("draft.txt", HEAD + text + "\n"))
    facts = Facts(document)
    draft = Draft(document, "progress", facts, Comparisons(document, facts))
    return [
        (rule.code, draft.source.slice(found.span) if found.span else "", found.grade or "firm")
        for rule in RULES
        for found in rule.check(draft, rule.options() if rule.options else None)
    ]


FAULTY = {
    "aspects": ("围绕教育、管理、考核四个方面完善制度。", ("TOT007", "四个方面", "firm")),
    "aspects-too-many": ("把好申报、评审、公示、备案3个关口。", ("TOT007", "3个关口", "firm")),
    "aspects-uneven": ("规范动议、民主推荐、考察、讨论决定、任职4个环节。", ("TOT007", "4个环节", "firm")),
    "teams": ("成立整改工作领导小组，下设文稿、数据、宣传四个小组。", ("TOT007", "四个小组", "firm")),
    "lists-by-name": ("建立政策清单、服务清单、责任清单“四张清单”。", ("TOT007", "四张清单", "firm")),
    "spelled-out": ("落实四项机制：会商机制、通报机制、考评机制。", ("TOT007", "四项机制", "firm")),
    "rest-of-dangers": ("排查隐患96处，已整治90处。", ("TOT008", "90处", "firm")),
    "rest-of-posts": ("12名任职超期的干部已轮岗9名。", ("TOT008", "9名", "firm")),
    "rest-of-cases": ("对信访案件逐案评查，共评查80件，已化解71件。", ("TOT008", "71件", "firm")),
    "more-than-there-were": ("梳理合同纠纷26起，已调处29起。", ("TOT001", "29起", "firm")),
    "more-than-found": ("核查账户320户，发现异常账户18户，已处置21户。", ("TOT001", "21户", "firm")),
    "rest-wrong": ("排查欠薪线索33条，已办结31条，剩余4条正在协调，8月底前办结。", ("TOT002", "33条", "firm")),
    "rest-without-already": ("清理闲置资产58处，盘活45处，其余11处2024年底前盘活。", ("TOT002", "58处", "firm")),
    "other-one": ("5名借调人员已清退3名，另1名2024年底前清退。", ("TOT002", "5名", "firm")),
    "rest-that-points-back": ("对18件积案制定方案，已化解12件，未化解的5件由局领导包案。", ("TOT002", "18件", "firm")),
    "kept-and-not": ("对26项制度开展评估，保留15项、修订9项、废止3项。", ("TOT002", "26项", "firm")),
    "kept-too-few": ("清理账号48个，注销21个、保留20个。", ("TOT002", "48个", "firm")),
    "all-grades": ("排查风险点96个，其中高风险12个、中风险30个、低风险52个。", ("TOT002", "96个", "firm")),
    "fates": ("查扣物品210件，其中返还120件、没收68件、移送32件。", ("TOT002", "210件", "firm")),
    "opposites-over": ("后备干部60名，其中正职后备22名、副职后备41名。", ("TOT002", "60名", "firm")),
    "opposites-under": ("后备干部60名，其中正职后备12名、副职后备33名。", ("TOT002", "60名", "thin")),
    "rules-summed": ("新制定制度9项、修订制度14项、废止制度3项，共计28项。", ("TOT002", "28项", "firm")),
    "rate-of-a-deed": ("230家卫生室已完成备案206家，其余24家正在办理，备案率91.6%。", ("TOT003", "91.6%", "firm")),
    "rate-of-the-nearest": ("走访企业60家，举办活动48家，参训45家，参训率95.8%。", ("TOT003", "95.8%", "firm")),
    "rate-over-all": ("组织全员轮训，参训率106%。", ("TOT004", "106%", "firm")),
    "share-of-those-reviewed": ("评查案件200件，发现瑕疵案件8件，占3%，均已补正。", ("TOT003", "3%", "firm")),
}


@pytest.mark.parametrize(("text", "expected"), FAULTY.values(), ids=FAULTY)
def test_a_slip_told_in_passing_is_found_once(text: str, expected: tuple[str, str, str]) -> None:
    assert findings(text + DONE) == [expected]


SOUND = {
    "joined": "围绕人员管理、财务、采购和基建四个方面开展自查。",
    "open": "对规划、建设、管理等5个环节逐一排查。",
    "subjects-before": "院领导、中层干部带头落实学习、考勤两项制度。",
    "people-in-teams": "分管领导、科室负责人分3个小组入户走访。",
    "office-and-teams": "下设办公室和综合协调、督查督办2个工作组。",
    "two-lists": "从机关、基层两级、三个方面查找差距。",
    "rules-in-fields": "健全完善重大事项、财务管理、物资采购4项制度。",
    "name-of-lists": "形成问题清单、任务清单，细化“两张清单”内容。",
    "target": "2023年下达任务150件，已完成162件。",
    "plan": "计划整治小区20个，已完成整治23个。",
    "cover-by-a-day": "2024年底前实现36个乡镇全覆盖，目前已覆盖28个。",
    "answers-of-others": "提出检察建议28份，已回复25份；发放问卷200份，已收回186份。",
    "taken-up": "收到建议46条，采纳38条。",
    "no-need-for-all": "清理合同120份，规范合同98份；检查账号26个，注销3个。",
    "rest-in-the-next-sentence": "排查隐患96处，已整治90处。未整治的6处均已设立警示标志，2024年10月底前完成。",
    "rest-by-number": "信访积案15件，已化解9件；对6件成立专班推进，2024年底前化解。",
    "two-sources": "2022年发现问题28个，2023年发现问题12个，已整改40个。",
    "two-things": "30个问题和60条措施已完成86项。",
    "other-things-made": "梳理合同136份，补签补充协议8份，剩余1份合同的对方已破产。",
    "found-on-the-way": "排查路口40处，发现隐患12处，已整改12处。",
    "partial-fates": "对22项制度开展清理，废止3项、修订7项。",
    "made-not-reviewed": "修订制度15项，废止制度4项、合并制度2项。",
    "punished-twice": "问责18人，其中党纪处分12人、政务处分9人（含同时给予两种处分5人）。",
    "not-only-chiefs": "交流干部26名，其中正职5名、副职9名，一般干部12名。",
    "growth": "受理案件360件，同比增加120件，同比增长率50%。",
    "bank": "不良贷款拨备覆盖率186%，资本充足率13.2%。",
    "beds": "病床使用率103%，年度任务完成率108%。",
    "two-rates": "评查案件120件，优秀案件48件，占40%；瑕疵案件6件，占5%。",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_what_a_careful_editor_passes_is_passed(text: str) -> None:
    assert findings(text + DONE) == []


ACROSS = {
    "left-later": (
        "截至2024年9月底，反馈的17个问题已完成整改14个，其余3个将于2024年底前完成。\n三、下一步打算\n一是对剩余5个问题紧盯不放。",
        ("TOT005", "5个", "firm"),
    ),
    "done-later": (
        "截至2024年9月底，反馈的17个问题已完成整改14个，取得阶段性成效3个。\n三、下一步打算\n（一）巩固整改成果。对已完成的13个问题开展复查。",
        ("TOT005", "13个", "firm"),
    ),
    "refined-tasks": (
        "将反馈的3个方面17个问题细化为64项具体任务。截至2024年9月底，17个问题已全部完成整改，70项任务已完成68项，其余2项年底前完成。",
        ("TOT005", "70项", "firm"),
    ),
    "chain-and-total": (
        "将4个方面19个问题细化为61项任务。截至2024年9月底，17个问题已完成整改15个，其余2个年底前完成。",
        ("TOT005", "17个", "firm"),
    ),
    "two-accounts-one-rate": (
        "15个问题已完成整改13个、基本完成2个，44条措施已完成41条，完成率91.2%，未完成的3条年底前完成。",
        ("TOT003", "91.2%", "firm"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), ACROSS.values(), ids=ACROSS)
def test_a_total_that_differs_elsewhere_is_found_once(text: str, expected: tuple[str, str, str]) -> None:
    assert findings(text) == [expected]


def test_what_is_left_may_hold_what_is_done_in_part() -> None:
    text = "反馈的17个问题已完成整改13个，取得阶段性成效3个，未完成1个，年底前完成。\n三、下一步打算\n一是对未完成的4个问题倒排工期。"
    assert findings(text) == []


def test_the_measures_left_are_those_for_the_problems_left() -> None:
    assert findings("16项问题已整改完成14项，2项正在推进，年底前完成；58条整改措施已落实54条，落实率93.1%。") == []


UNTOLD = {
    "rate-of-one-matter": "县委巡察组反馈问题12个。\n一、整改情况\n（一）燃气安全监管不力\n发现隐患58处，均已消除，隐患整改率100%。",
    "only-named": "县委巡察组反馈问题12个。\n一、整改情况\n（一）燃气安全监管不力\n开展检查6次。\n二、下一步打算\n（一）抓好已完成任务的巩固。",
    "only-discussed": "县委巡察组反馈问题12个，局党组召开会议6次，研究解决整改中的难点问题5个。",
}


@pytest.mark.parametrize("text", UNTOLD.values(), ids=UNTOLD)
def test_a_draft_that_never_says_what_came_of_its_problems_is_told_so(text: str) -> None:
    assert [code for code, _, _ in findings(text)] == ["TOT009"]


TREE = (
    "县委巡察组反馈{}个方面{}个问题，制定整改措施30条。反馈问题均已整改。\n一、整改情况\n（一）政治建设方面\n1.学习不深入\n补学。\n2.研讨不充分\n研讨。\n3.传达不及时\n传达。\n"
    "（二）队伍建设方面\n1.考察不细致\n重考。\n2.档案不完整\n补齐。\n3.轮岗不到位\n轮岗。\n"
)


@pytest.mark.parametrize(
    ("groups", "problems", "expected"),
    [(2, 6, []), (3, 6, [("TOT006", "3个", "thin")]), (2, 7, [("TOT006", "7个", "thin")]), (4, 6, [])],
    ids=["agree", "groups-differ", "problems-differ", "far-off"],
)
def test_a_chain_of_two_is_worth_a_word(groups: int, problems: int, expected: list[tuple[str, str, str]]) -> None:
    assert [found for found in findings(TREE.format(groups, problems)) if found[0] == "TOT006"] == expected


def test_a_table_one_row_short_is_worth_a_word() -> None:
    rows = "".join(f"| {n} | 第{n}类材料不全 | 补齐 |\n" for n in range(1, 7))
    text = f"县委巡察组反馈问题7个，均已完成整改，具体如下：\n\n| 序号 | 问题 | 整改情况 |\n|---|---|---|\n{rows}"
    assert ("TOT006", "7个", "thin") in findings(text)
