"""STR001-STR007 on whole drafts: what is missing is named, and what only looks missing is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.comparisons import Comparisons
from disclosure_lint.facts import Facts
from disclosure_lint.rule import Bad, Draft, Severity
from disclosure_rules import numbering, structure

TITLE = "中共青岚县水利局党组关于巡察整改进展情况的通报\n"
LEAD = "根据县委统一部署，2023年4月10日至6月9日，县委第二巡察组对我局党组进行了巡察。2023年7月20日，县委第二巡察组反馈了巡察意见。现将整改情况通报如下。\n"
FIRST = (
    "一、组织落实整改情况\n（一）加强组织领导\n成立整改工作领导小组，党组书记任组长，召开专题会议6次。\n"
    "（二）压实整改责任\n逐项明确责任领导和完成时限。\n"
)
SECOND = (
    "二、问题整改进展情况\n（一）关于“学习不够深入”问题\n组织专题学习6次。\n（二）关于“作风不够扎实”问题\n"
    "开展督查3次。\n（三）关于“制度不够健全”问题\n修订制度4项。\n"
)
THIRD = "三、下一步工作打算\n（一）持续抓好整改\n对尚未完成的问题紧盯不放。\n（二）健全长效机制\n把好的做法固定下来。\n"
CONTACT = "欢迎广大干部群众对巡察整改落实情况进行监督。联系电话：0931-8800123；邮政地址：青岚县建设路12号；电子邮箱：qlslj@qinglan.gov.cn。\n"
BODY = "中共青岚县水利局党组\n"
DATE = "2023年11月6日\n"
WHOLE = TITLE + LEAD + FIRST + SECOND + THIRD + CONTACT + BODY + DATE

PLAN = (
    "青岚县水利局落实县委巡察反馈意见整改工作方案\n为切实抓好整改，特制定本方案。\n一、总体要求\n（一）指导思想\n坚持问题导向。\n（二）工作目标\n2024年6月底前全部完成整改。\n"
    "二、整改任务\n（一）关于学习问题\n每月学习一次，责任单位：办公室。\n（二）关于作风问题\n每季度督查一次，责任单位：监察室。\n（三）关于制度问题\n2024年3月底前修订，责任单位：办公室。\n"
    "三、组织保障\n（一）加强领导\n成立领导小组。\n（二）严格督查\n对账销号。\n"
)


def read(text: str, genre: str = "progress", path: str = "draft.txt") -> Draft:
    document = parse(Source(path, text, "markdown" if path.endswith(".md") else "text"))
    facts = Facts(document)
    return Draft(document, genre, facts, Comparisons(document, facts))


def found(text: str, genre: str = "progress", path: str = "draft.txt") -> list[tuple[str, Severity, str | None]]:
    draft = read(text, genre, path)
    return [
        (rule.code, rule.graded(finding.grade), draft.source.slice(finding.span) if finding.span else None)
        for rule in structure.RULES
        if genre in rule.genres
        for finding in rule.check(draft, None)
    ]


def codes(text: str, genre: str = "progress", path: str = "draft.txt") -> list[str]:
    return [code for code, _, _ in found(text, genre, path)]


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        pytest.param(WHOLE, "progress", id="disclosure"),
        pytest.param(
            WHOLE.replace("，", ",").replace("（", "(").replace("）", ")").replace("：", ":"),
            "progress",
            id="half-width",
        ),
        pytest.param(PLAN, "plan", id="plan"),
        pytest.param(
            TITLE + BODY + "（2023年11月6日）\n" + LEAD + FIRST + SECOND + THIRD + CONTACT,
            "progress",
            id="signed-under-the-title",
        ),
        pytest.param(
            TITLE + LEAD + FIRST + SECOND + THIRD + CONTACT + "青岚县水利局    2023年11月6日\n",
            "progress",
            id="signed-in-one-line",
        ),
        pytest.param(
            TITLE + LEAD + FIRST + SECOND + THIRD + CONTACT + BODY + "二〇二三年十一月六日\n",
            "progress",
            id="chinese-date",
        ),
        pytest.param(
            TITLE + LEAD + FIRST + SECOND + THIRD + CONTACT + BODY + "中共青岚县纪律检查委员会\n" + DATE,
            "progress",
            id="two-bodies",
        ),
        pytest.param(WHOLE + "（此件公开发布）\n", "progress", id="note-behind-the-date"),
        pytest.param(
            WHOLE.removesuffix(BODY + DATE) + "（中共青岚县水利局党组）\n（2023年11月6日）\n",
            "progress",
            id="signed-in-brackets",
        ),
        pytest.param(
            WHOLE.removesuffix(BODY + DATE) + "署名：中共青岚县水利局党组\n日期：2023年11月6日\n",
            "progress",
            id="signed-with-labels",
        ),
        pytest.param(
            WHOLE.removesuffix(DATE) + "二O二三年十一月六日\n", "progress", id="date-with-a-letter-for-the-zero"
        ),
        pytest.param(
            WHOLE + "\n" + WHOLE.replace("水利", "林业").replace("（一）加强组织领导", "（一）强化组织领导"),
            "progress",
            id="two-disclosures-in-one-file",
        ),
        pytest.param(
            TITLE
            + "目录\n一、组织落实整改情况\n二、问题整改进展情况\n三、下一步工作打算\n"
            + WHOLE.removeprefix(TITLE),
            "progress",
            id="list-of-contents",
        ),
        pytest.param(WHOLE + "责任编辑：办公室\n打印本页\n关闭窗口\n", "progress", id="page-residue"),
        pytest.param(
            TITLE + LEAD + SECOND.replace("二、", "一、") + "下一步，我局将继续抓好后续整改。\n" + BODY + DATE,
            "progress",
            id="short",
        ),
        pytest.param(
            TITLE
            + "现将整改情况通报如下。\n"
            + FIRST.replace("（一）", "2023年4月10日至6月9日，县委第二巡察组巡察了我局。7月20日反馈了意见。\n（一）")
            + SECOND
            + THIRD
            + BODY
            + DATE,
            "progress",
            id="lead-in-the-first-section",
        ),
        pytest.param(
            "青岚县审计整改情况公告\n根据审计报告，现将整改情况公告如下。\n" + FIRST + SECOND + THIRD + BODY + DATE,
            "progress",
            id="no-inspection",
        ),
    ],
)
def test_whole_drafts_are_silent(text, genre):
    assert found(text, genre) == []


W, E = Severity.WARNING, Severity.ERROR


@pytest.mark.parametrize(
    ("text", "genre", "expected"),
    [
        pytest.param(WHOLE.removeprefix(TITLE), "progress", [("STR001", W, None)], id="no-title"),
        pytest.param(WHOLE.replace(FIRST, ""), "progress", [], id="a-gap-tells-of-the-lost-part"),
        pytest.param(WHOLE.replace("一、组织", "组织"), "progress", [], id="a-part-whose-number-was-lost"),
        pytest.param(
            WHOLE.replace("进展情况的通报", "", 1),
            "progress",
            [("STR001", W, "中共青岚县水利局党组关于巡察整改")],
            id="title-without-kind",
        ),
        pytest.param(PLAN.split("\n", 1)[1], "plan", [("STR001", W, None)], id="plan-without-title"),
        pytest.param(
            PLAN.replace("意见整改工作方案", "意见", 1),
            "plan",
            [("STR001", W, "青岚县水利局落实县委巡察反馈意见")],
            id="title-ends-in-its-matter",
        ),
        pytest.param(
            WHOLE.replace("2023年7月20日，县委第二巡察组反馈了巡察意见。", "").replace(
                "成立整改工作领导小组", "7月21日召开党组会传达学习巡察反馈意见，成立整改工作领导小组"
            ),
            "progress",
            [("STR002", W, LEAD.strip().replace("2023年7月20日，县委第二巡察组反馈了巡察意见。", ""))],
            id="only-the-day-the-feedback-was-studied",
        ),
        pytest.param(
            (TITLE + FIRST + SECOND + THIRD + BODY + DATE).replace("巡察", ""),
            "progress",
            [("STR002", W, "一、组织落实整改情况")],
            id="no-lead-at-all",
        ),
        pytest.param(
            WHOLE.replace("2023年7月20日，县委第二巡察组反馈了巡察意见。", ""),
            "progress",
            [("STR002", W, LEAD.strip().replace("2023年7月20日，县委第二巡察组反馈了巡察意见。", ""))],
            id="no-feedback-date",
        ),
        pytest.param(
            WHOLE.replace("2023年4月10日至6月9日，", ""),
            "progress",
            [("STR002", W, LEAD.strip().replace("2023年4月10日至6月9日，", ""))],
            id="no-period",
        ),
        pytest.param(
            WHOLE.replace(LEAD, "现将巡察整改情况通报如下。\n"),
            "progress",
            [("STR002", W, "现将巡察整改情况通报如下。")],
            id="bare-lead",
        ),
        pytest.param(
            TITLE + LEAD + SECOND.replace("二、", "一、") + THIRD.replace("三、", "二、") + CONTACT + BODY + DATE,
            "progress",
            [("STR003", W, None)],
            id="no-responsibility",
        ),
        pytest.param(
            TITLE + LEAD + FIRST + SECOND + "（四）关于“执纪不够严格”问题\n处理3人次。\n" + CONTACT + BODY + DATE,
            "progress",
            [("STR003", W, None)],
            id="no-next-steps",
        ),
        pytest.param(
            TITLE
            + LEAD
            + FIRST
            + THIRD.replace("三、", "二、")
            + "（三）加强监督\n定期检查。\n（四）强化责任\n严格问责。\n"
            + CONTACT
            + BODY
            + DATE,
            "progress",
            [("STR003", W, None)],
            id="no-progress",
        ),
        pytest.param(
            PLAN.split("三、组织保障")[0] + "（四）关于纪律问题\n每月检查一次，责任单位：监察室。\n",
            "plan",
            [("STR003", W, None)],
            id="plan-without-safeguards",
        ),
        pytest.param(
            WHOLE.replace(BODY, "", 1).replace(BODY, ""), "progress", [("STR005", E, "2023年11月6日")], id="unsigned"
        ),
        pytest.param(WHOLE.replace(DATE, ""), "progress", [("STR006", E, "中共青岚县水利局党组")], id="undated"),
        pytest.param(
            WHOLE.replace(BODY + DATE, ""), "progress", [("STR005", E, None), ("STR006", E, None)], id="neither"
        ),
        pytest.param(
            WHOLE.replace(BODY + DATE, "时间：2026-01-31\n来源：青岚水利\n"),
            "progress",
            [("STR005", E, None), ("STR006", E, None)],
            id="residue-is-no-signature",
        ),
        pytest.param(
            WHOLE.replace(BODY, "中共云溪县水利局党组\n"),
            "progress",
            [("STR007", W, "中共云溪县水利局党组")],
            id="another-county",
        ),
        pytest.param(
            WHOLE.replace(BODY, "中共青岚县林业局党组\n"),
            "progress",
            [("STR007", W, "中共青岚县林业局党组")],
            id="another-bureau",
        ),
        pytest.param(
            WHOLE.replace(BODY, "中共云溪区人民医院委员会\n"),
            "progress",
            [("STR007", W, "中共云溪区人民医院委员会")],
            id="a-body-of-another-sort-and-place",
        ),
        pytest.param(WHOLE.replace(BODY, "青岚县水利局\n"), "progress", [], id="the-body-for-its-committee"),
        pytest.param(
            WHOLE.replace(BODY, "中共青岚县委巡察工作领导小组办公室\n"), "progress", [], id="the-inspection-office"
        ),
        pytest.param(
            WHOLE.replace("组织专题学习6次。\n", ""),
            "progress",
            [("STR004", E, "关于“学习不够深入”问题")],
            id="empty-first",
        ),
        pytest.param(
            WHOLE.replace("修订制度4项。\n", ""), "progress", [("STR004", E, "关于“制度不够健全”问题")], id="empty-last"
        ),
        pytest.param(
            WHOLE.replace(SECOND, "二、问题整改进展情况\n"),
            "progress",
            [("STR004", E, "问题整改进展情况")],
            id="empty-part",
        ),
        pytest.param(
            WHOLE.replace("对尚未完成的问题紧盯不放。\n", ""),
            "progress",
            [("STR004", W, "持续抓好整改")],
            id="empty-one-of-two",
        ),
    ],
)
def test_what_is_missing_is_named(text, genre, expected):
    assert found(text, genre) == expected


@pytest.mark.parametrize(
    ("marked", "severity"),
    [
        pytest.param(
            "一、整改落实\n1.针对学习不深入问题，进行以下整改。\n组织学习6次。\n"
            "2.⟦针对作风不扎实问题，进行以下整改⟧。\n3.针对制度不健全问题，进行以下整改。\n修订制度4项。\n",
            E,
            id="heading-that-promises",
        ),
        pytest.param(
            "一、整改落实\n1.坚持理论学习。组织学习6次。\n2.⟦坚持改进作风⟧。\n3.坚持健全制度。修订制度4项。\n",
            W,
            id="run-in-without-body",
        ),
        pytest.param(
            "一、整改落实\n1.针对“学习不深入”的问题。组织学习6次。\n2.⟦针对“执行领导干部重大事项‘两个报告’制度不够严格”的问题⟧。\n"
            "3.针对“制度不健全”的问题。修订制度4项。\n",
            W,
            id="run-in-problem-of-many-words-without-body",
        ),
        pytest.param(
            "1.学习不深入\n整改情况：组织学习6次。\n2.作风不扎实\n⟦整改情况：⟧\n3.制度不健全\n整改情况：修订制度4项。\n",
            E,
            id="label-without-text",
        ),
        pytest.param(
            "一、整改落实\n1.学习不深入。（已完成）\n组织学习6次。\n2.⟦作风不扎实⟧。（已完成）\n3.制度不健全。（已完成）\n修订制度4项。\n",
            W,
            id="nothing-but-a-remark",
        ),
        pytest.param(
            "一、整改落实\n（一）学习方面\n| 问题 | 措施 |\n| 学习少 | 每月一次 |\n（二）⟦作风方面⟧\n"
            "（三）制度方面\n修订制度4项。\n（四）纪律方面\n检查3次。\n",
            E,
            id="table-counts-as-text",
        ),
    ],
)
def test_empty_section(marked, severity):
    example = Bad(marked)
    words = [example.text[span.start : span.end] for span in example.spans]
    assert found(example.text, "report") == [("STR004", severity, each) for each in words]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "一、存在的主要问题\n（一）学习不够深入\n（二）作风不够扎实\n（三）制度不够健全\n二、整改措施\n逐项制定措施。\n",
            id="list-of-problems",
        ),
        pytest.param(
            "一、工作措施\n1.严格值班值守制度，坚持领导带班。\n2.加强学习。每月组织一次集中学习，开展交流研讨。\n"
            "3.改进作风。每季度开展一次督查，通报结果。\n二、其他\n无。\n",
            id="heading-is-a-sentence",
        ),
        pytest.param(
            "一、存在问题\n1.学习不够深入\n2.作风不够扎实\n以上问题均已整改。\n二、下一步\n持续用力。\n",
            id="mere-list-with-a-paragraph-behind",
        ),
        pytest.param(
            "二、问题整改\n1.制度执行不严\n整改情况：修订制度4项。\n2.岗位调整频繁\n（1）轮岗过多\n"
            "整改情况：规范轮岗。\n（2）交接不清\n整改情况：明确交接。\n",
            id="category-without-items",
        ),
        pytest.param(
            "一、整改落实\n1.学习不深入（已完成）\n2.作风不扎实（已完成）\n3.制度不健全（已完成）\n", id="remarks-only"
        ),
        pytest.param(
            "一、整改任务\n（一）学习\n（1）整改措施\n①每月学习一次。\n（2）责任领导：陈某\n（3）责任科室：办公室\n",
            id="values-behind-colons",
        ),
        pytest.param(
            "1.甲\n存在问题：学习少。\n整改情况：学习6次。\n2.乙\n整改情况：督查3次。\n3.存在问题：\n（1）检查少。\n（2）通报少。\n整改情况：\n"
            "（1）检查3次。\n（2）通报2起。\n",
            id="label-between-two-lists",
        ),
        pytest.param("一、下一步\n1.加强学习。\n改进作风。\n3.健全制度。\n", id="an-item-that-lost-its-number"),
        pytest.param(
            "三、整改措施\n针对以上问题，制定以下措施。\n（一）加强学习\n每月一次。\n（二）改进作风\n每季一次。\n",
            id="opening-before-the-list",
        ),
        pytest.param(
            "（一）学习方面\n存在问题：次数少。\n整改措施：\n1.每月一次。\n（二）作风方面\n存在问题：下乡少。\n"
            "整改措施：\n1.每月一次。\n（三）纪律方面\n存在问题：考勤松。\n整改措施：\n1.每日考勤。\n",
            id="labels-before-lists",
        ),
    ],
)
def test_nothing_is_empty(text):
    assert "STR004" not in codes(text)


@pytest.mark.parametrize("rule", structure.RULES, ids=lambda rule: rule.code)
def test_what_an_unfinished_draft_lacks(rule):
    assert rule.unfinished == (rule.code in {"STR001", "STR002", "STR003", "STR005", "STR006"})


LINES = st.sampled_from(
    [
        *(
            "一、组织领导",
            "二、",
            "（一）加强领导。成立专班。",
            "（三）、作风",
            "1.学习",
            "1、作风",
            "3.制度。",
            "①纪律",
            "第一部分 总则",
        ),
        *(
            "整改措施：",
            "存在问题：不够",
            "针对“学习”问题，进行以下整改。",
            "一是学习。",
            "小标题",
            "、丢号",
            "（）丢号",
        ),
        *(
            "中共青岚县水利局党组",
            "2023年11月6日",
            "附件：1.清单",
            "附件1",
            "| 1 | 2 |",
            "",
            "\t",
            "“",
            "电话：0931-8800123",
        ),
    ]
)


@given(st.lists(LINES, max_size=25).map("\n".join) | st.text(max_size=200), st.sampled_from(["draft.txt", "draft.md"]))
def test_any_text(text, path):
    for genre in ("progress", "plan"):
        draft = read(text, genre, path)
        for rule in (*structure.RULES, *numbering.RULES):
            for finding in rule.check(draft, rule.options() if rule.options else None):
                places = [finding.span, *(related.span for related in finding.related)]
                assert all(place is None or place.end <= len(text) for place in places)
                rule.graded(finding.grade)
                names = {name: str(value) for name, value in finding.fields.items()}
                assert rule.messages[finding.variant].zh.format(**names)
                assert rule.messages[finding.variant].en.format(**names)


@pytest.mark.parametrize("title", ["附件", "监督方式", "联系方式"])
def test_what_stands_at_the_end_of_a_draft_is_not_missing(title):
    text = WHOLE.replace(CONTACT, f"四、{title}\n{CONTACT}附件：1.整改清单\n")
    assert "STR004" not in codes(text)


def test_an_emptied_section_hides_the_gap_in_numbers_that_run_on():
    items = (
        "一、整改情况\n（一）学习方面\n1.学习不深入\n已整改。\n2.记录不规范\n已整改。\n（二）作风方面\n"
        "（三）纪律方面\n4.考勤不严\n已整改。\n（四）廉政方面\n5.教育不够\n已整改。\n"
    )
    assert found(items, "report") == [("STR004", E, "作风方面")]
    draft = read(items, "report")
    assert draft.facts.numbering.faults == ()
