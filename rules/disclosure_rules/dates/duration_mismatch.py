"""DAT003: a length of time that its own dates do not give."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.rule import DISCLOSURES, PRACTICE, Bad, Draft, Finding, Good, Rule, Severity, Text, Value


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag lengths that are off by more than half a unit, and rough ones that are off by more than a rough word excuses."""
    if not any(duration.of for duration in draft.facts.durations):
        return
    for comparison in draft.comparisons.of("duration"):
        contradicted = comparison.verdict == "contradicted"
        if not contradicted and comparison.firm:
            continue
        data = comparison.data
        fields: dict[str, Value] = {
            "stated": comparison.figure,
            "range": data["range"],
            "computed": Text(data["zh"], data["en"]),
        }
        yield Finding.of(comparison, fields, "main" if contradicted else "rough", "firm" if contradicted else "thin")


RULE = Rule(
    code="DAT003",
    name="duration-mismatch",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    grades={"thin": Severity.WARNING},
    summary=Text(
        "“为期”“历时”多久，与起止日期对不上。",
        "A length of time (为期, 历时) that does not agree with the dates beside it.",
    ),
    messages={
        "main": Text(
            "写的是{stated}，而“{range}”按日历是{computed}。",
            "The text says {stated}, but “{range}” is {computed} by the calendar.",
        ),
        "rough": Text(
            "写的是大约{stated}，而“{range}”按日历是{computed}，相差较多。",
            "The text says about {stated}, but “{range}” is {computed} by the calendar, which is far off.",
        ),
    },
    help=Text(
        "核对起止日期和时长，改正写错的一个。",
        "Check the dates and the length against each other and correct the one that is wrong.",
    ),
    why=Text(
        "起止日期和时长写在一句话里，读者一算就知道对不对。",
        "The dates and the length stand in one sentence; any reader can work it out.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("2023年3月6日至5月5日，市委第五巡察组对市水利局党组开展了为期⟦3个月⟧的常规巡察。\n"),
        Bad("2024年4月8日至4月27日，县纪委监委开展了为期⟦30天⟧的专项督查。\n"),
        Bad(
            "2023年3月6日至9月5日，市委第五巡察组对市水利局党组开展了为期近⟦两个月⟧的常规巡察。\n",
            severity=Severity.WARNING,
        ),
        Bad("2024年7月15日至9月15日（为期⟦1个月⟧），县林业局对木材加工厂开展了检查。\n"),
        Bad("2024年6月24日至6月28日，名单公示为期⟦10个工作日⟧。\n"),
        Good("2023年3月6日至5月2日，市委第五巡察组对市水利局党组开展了为期两个月的常规巡察。\n"),
        Good("2023年3月6日至5月20日，市委第五巡察组对市水利局党组开展了为期2个多月的常规巡察。\n"),
        Good("2024年5月6日至5月17日，县纪委监委开展了为期10天的专项督查。\n"),
        Good("2024年1月至6月，县法院组织了为期3天的集中培训。\n"),
        Good("县财政局对2022年1月1日至2023年12月31日的专项资金开展了为期1个月的检查。\n"),
    ),
)
