"""The dates of a draft against the order in which things happen."""

from __future__ import annotations

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.comparisons.chronology import conflicts, is_backward
from disclosure_lint.facts import Facts

INSPECTED = "2023年10月9日至12月8日，市委第五巡察组对医院党委开展了巡察。"
FED_BACK = "2024年2月22日，市委第五巡察组反馈了巡察意见。\n"
COUNTED = "一、整改情况\n截至2024年8月20日，反馈的16个问题已完成整改15个。\n"
SIGNED = "中共云溪市第二人民医院委员会\n2024年8月23日\n"


def found(text: str) -> list[tuple[str, list[str]]]:
    """The dates in the way, each with those it contradicts."""
    facts = Facts(parse(Source("draft.txt", text)))
    return [
        (
            text[each.event.span.start : each.event.span.end],
            [text[other.span.start : other.span.end] for other in each.others],
        )
        for each in conflicts(facts.events)
    ]


def draft(inspected: str = INSPECTED, fed_back: str = FED_BACK, counted: str = COUNTED, signed: str = SIGNED) -> str:
    return inspected + fed_back + counted + signed


FAULTY = [
    (draft(fed_back=FED_BACK.replace("2024", "2023")), "2023年2月22日", ["2023年10月9日至12月8日"]),
    (draft(fed_back=FED_BACK.replace("2024年2", "2024年11")), "2024年11月22日", ["2024年8月20日", "2024年8月23日"]),
    (draft(inspected=INSPECTED.replace("2023", "2024")), "2024年10月9日至12月8日", ["2024年2月22日", "2024年8月20日", "2024年8月23日"]),
    (draft(counted=COUNTED.replace("8月20日", "9月20日")), "2024年9月20日", ["2024年8月23日"]),
    (draft(counted=COUNTED.replace("2024年8月20日", "9月20日")), "9月20日", ["2024年8月23日"]),
    (draft(counted=COUNTED.replace("2024年8月20日", "今年9月20日")), "今年9月20日", ["2024年8月23日"]),
    (draft(counted=COUNTED.replace("2024", "2023")), "2023年8月20日", ["2023年10月9日至12月8日", "2024年2月22日"]),
    (draft(signed=SIGNED.replace("2024", "2023")), "2023年8月23日", ["2023年10月9日至12月8日", "2024年2月22日", "2024年8月20日"]),
    (draft(signed="院党委于2024年9月5日召开了会议。\n" + SIGNED), "2024年9月5日", ["2024年8月23日"]),
    (draft(fed_back=FED_BACK + "2023年3月1日，印发巡察反馈意见整改方案。\n"), "2023年3月1日", ["2023年10月9日至12月8日", "2024年2月22日"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event", "others"), FAULTY, ids=[str(number) for number in range(len(FAULTY))])
def test_a_date_in_the_way_is_found_once(text, event, others):
    assert found(text) == [(event, others)]


SOUND = [
    draft(),
    draft(counted=COUNTED.replace("8月20日", "8月底")),
    draft(counted=COUNTED.replace("2024年8月20日", "2024年8月")),
    draft(fed_back="2月22日，市委第五巡察组反馈了巡察意见。\n"),
    draft(inspected="2023年10月至2024年2月，市委第五巡察组对医院党委开展了巡察。"),
    draft(counted="一、整改情况\n截至2023年12月31日，上一轮巡察反馈的12个问题已全部整改。\n"),
    draft(counted="一、整改情况\n截至2023年12月31日，立行立改问题8个已完成整改。\n"),
    draft(counted="一、整改情况\n截至2021年6月30日，应整改而未整改到位的有3项，尚有欠款未收回。\n"),
    draft(counted=COUNTED + "其余1个将于2024年12月底前完成。2024年9月12日前召开总结会。\n"),
    draft(counted=COUNTED + "2023年11月5日，巡察组反馈立行立改问题3个，已完成整改。\n"),
    draft(signed="2024年8月\n"),
    INSPECTED + FED_BACK + COUNTED.replace("2024年8月20日", "12月20日"),
]


@pytest.mark.parametrize("text", SOUND, ids=[str(number) for number in range(len(SOUND))])
def test_sound_and_uncertain_dates_are_left_alone(text):
    assert found(text) == []


RANGES = [
    ("2023年10月9日至2023年8月8日，开展了培训。", True),
    ("2023年10月9日至2022年12月8日，市委巡察组开展了巡察。", True),
    ("2023年12月8日至10月9日，市委巡察组对医院开展了巡察。", True),
    ("2024年3月16日至14日，开展了培训。", True),
    ("2023年至2021年，开展了培训。", True),
    ("2023年11月20日至1月20日，市委巡察组开展了巡察。", False),
    ("合同期自2023年5月1日至4月30日。", False),
    ("近三年（2023年—2021年）接待费逐年上升。", False),
    ("倒查2023年12月至2020年1月的合同。", False),
    ("2024年3月16日至16日，开展了培训。", False),
    ("2024年3月至3月底，开展了培训。", False),
]


@pytest.mark.parametrize(("text", "backward"), RANGES, ids=[str(number) for number in range(len(RANGES))])
def test_a_range_that_ends_before_it_starts(text, backward):
    (period,) = Facts(parse(Source("draft.txt", text + "\n"))).periods
    assert is_backward(period) is backward
