"""The days that frame a draft, and what it says happened when."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.facts import Facts
from disclosure_lint.facts.time.events import Step

SIGNED = "\n中共云溪市第二人民医院委员会\n2024年8月23日\n"
LEAD = "2023年10月9日至12月8日，市委第五巡察组对医院党委开展了巡察，2024年2月22日反馈了巡察意见。\n一、整改情况\n"


def facts_of(text: str) -> Facts:
    return Facts(parse(Source("draft.txt", text)))


FEEDBACK = [
    ("2024年2月22日，市委第五巡察组向医院党委反馈了巡察意见。", "2024-02-22"),
    ("2024年2月22日，市委巡察组召开巡察情况反馈会，指出问题16个。", "2024-02-22"),
    ("2024年2月22日,市委第五巡察组巡察医院党委情况反馈会议召开,市委巡察办到会。", "2024-02-22"),
    ("2024年2月22日收到巡察反馈意见。", "2024-02-22"),
    ("2024年2月22日，市委巡察组反馈4个方面16个问题。", "2024-02-22"),
    ("2024年2月22日巡察反馈后，医院党委立即部署。", "2024-02-22"),
    ("2023年10月9日至12月8日，巡察组开展巡察，并于2024年2月22日反馈了意见。", "2024-02-22"),
    ("2024年1月8日至3月8日，巡察组开展巡察，3月21日反馈意见。", "2024-03-21"),
    ("2023年10月9日至12月8日，巡察组开展巡察，2月22日反馈了意见。", "2024-02-22"),
    ("2023年11月20日至1月20日，巡察组开展巡察，3月5日反馈了意见。", "2024-03-05"),
    ("2019年8月20日至10月15日接受了巡察，同年11月22日收到反馈意见。", "2019-11-22"),
    ("2024年4月22日至5月24日巡察我院后于6月18日反馈的意见，现将情况通报如下。", "2024-06-18"),
    ("2021年3月1日至4月30日开展巡视，2021年7月27日反馈意见。2024年1月开展巡察，2024年2月22日反馈意见。", "2024-02-22"),
    # what was done about the findings is not the feedback
    ("2024年3月5日，医院党委召开会议，传达学习巡察反馈意见。", None),
    ("2024年3月5日，医院党委召开巡察反馈意见整改动员会。", None),
    ("2024年3月5日，医院党委对照巡察反馈意见制定措施。", None),
    ("2024年3月5日召开巡察反馈问题专题民主生活会。", None),
    ("截至2024年8月20日，巡察反馈的16个问题已完成整改15个。", None),
    ("2024年6月30日前，巡察反馈意见全部整改到位。", None),
    ("2024年3月5日，向群众反馈了办理结果。", None),
    ("2024年2月，市委巡察组反馈了巡察意见。", None),
]


@pytest.mark.parametrize(("text", "day"), FEEDBACK, ids=[str(number) for number in range(len(FEEDBACK))])
def test_the_day_of_the_feedback(text, day):
    feedback = facts_of(text + SIGNED).milestones.feedback
    assert (feedback and str(feedback.first)) == day


INSPECTION = [
    ("2023年10月9日至12月8日，市委第五巡察组对医院党委开展了巡察。", "2023-12-08"),
    ("2023年10月至12月，市委第五巡察组对医院党委开展了巡察。", "2023-12-31"),
    ("2022年1月1日至2023年12月31日的医保基金使用情况，市医保局开展了检查。", None),
    ("对2022年1月1日至2023年12月31日采购项目开展审计。", None),
    ("2021年至2023年开展内部巡察3轮。", None),
    ("2024年3月1日至5月31日，对照巡察反馈意见集中整改。", None),
    ("2024年3月1日至5月31日，集中整改巡察反馈问题。", None),
]


@pytest.mark.parametrize(("text", "day"), INSPECTION, ids=[str(number) for number in range(len(INSPECTION))])
def test_the_dates_of_the_inspection(text, day):
    inspection = facts_of(text + SIGNED).milestones.inspection
    assert (inspection and str(inspection.end.last)) == day


AS_OF = [
    "截至2024年8月20日，", "截止2024年8月20日，", "截至到2024年8月20日，", "截止至2024年8月20日，", "截止到 2024年8月20日，",
    "（数据截止日期：2024年8月20日）", "统计截至日期为2024年8月20日，",
]  # fmt: skip


@pytest.mark.parametrize("words", AS_OF, ids=[str(number) for number in range(len(AS_OF))])
def test_an_as_of_date(words):
    (as_of,) = facts_of(f"{words}已完成整改15个。{SIGNED}").milestones.as_of
    assert str(as_of.first) == "2024-08-20"


def test_the_plan_and_the_signing():
    stones = facts_of(
        LEAD + "2024年3月15日，印发《市委巡察组反馈意见整改方案》。" + SIGNED + "附件1\n清单\n2024年9月1日\n"
    ).milestones
    assert stones.plan is not None
    assert str(stones.plan.first) == "2024-03-15"
    assert stones.signing is not None
    assert str(stones.signing.first) == "2024-08-23"


EVENTS = [
    ("截至2024年8月20日，反馈的16个问题已完成整改15个。", Step.AS_OF, "2024年8月20日"),
    ("现将截至2024年8月20日的整改情况通报如下。", Step.AS_OF, "2024年8月20日"),
    ("截至9月20日，反馈的16个问题已完成整改15个。", Step.AS_OF, "9月20日"),
    ("截至2024年8月20日，共开展培训12次。", Step.DONE, "2024年8月20日"),
    ("截至2023年12月31日，2022年市委巡察反馈的12个问题已完成整改。", Step.DONE, "2023年12月31日"),
    ("已于2024年9月12日完成采购。", Step.DONE, "2024年9月12日"),
    ("2024年9月12日，医院党委召开专题会议。", Step.DONE, "2024年9月12日"),
    ("2024年9月12日印发了采购办法。", Step.DONE, "2024年9月12日"),
    ("截至2024年8月底前完成。", None, ""),
    ("截至2025年6月，力争全部完成整改。", None, ""),
    ("意见反馈截至2024年9月30日。", None, ""),
    ("将于2024年9月12日召开总结会。", None, ""),
    ("计划2024年10月15日印发办法。", None, ""),
    ("2024年12月20日前召开专题会议。", None, ""),
    ("已明确于2024年12月底前完成。", None, ""),
    ("已定于2024年10月15日召开会议。", None, ""),
    ("2024年9月1日起执行新标准。", None, ""),
    ("工作安排如下：一是2024年9月2日，召开推进会；二是2024年9月30日，印发办法。", None, ""),
    ("建院30年8月3日召开庆典。", None, ""),
    ("今年9月12日，医院党委召开专题会议。", None, ""),
]


@pytest.mark.parametrize(("text", "step", "words"), EVENTS, ids=[str(number) for number in range(len(EVENTS))])
def test_what_is_said_to_be_so_by_a_day(text, step, words):
    source = LEAD + text + SIGNED
    told = [event for event in facts_of(source).events if event.step in (Step.PLAN, Step.AS_OF, Step.DONE)]
    expected = [] if step is None else [(step, words)]
    assert [(event.step, source[event.span.start : event.span.end]) for event in told] == expected


def test_the_steps_come_in_their_order():
    text = LEAD + "截至2024年8月20日，反馈的16个问题已完成整改15个。" + SIGNED
    assert [event.step for event in facts_of(text).events] == [
        Step.INSPECTION,
        Step.FEEDBACK,
        Step.AS_OF,
        Step.SIGNED,
    ]


_PIECES = [
    "2024年8月3日", "8月3日", "今年", "至", "截至", "反馈", "了", "巡察", "意见", "已于", "召开", "，", "。", "\n", "一、", "整改方案",
    "印发", "的", "24年", "二O二四年", "2月30日", "附件\n", "中共青岚县委员会\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=24).map("".join))
def test_any_draft_gives_events_inside_it(text):
    for event in facts_of(text).events:
        assert text[event.span.start : event.span.end].strip()
        assert event.when.first is not None
