"""DAT006: 今年 or 上月 in a draft without a date to count from."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Kind
from disclosure_lint.facts.model import When
from disclosure_lint.rule import (
    PRACTICE,
    PROGRESS_AND_REPORT,
    Bad,
    Draft,
    Finding,
    Good,
    Related,
    Rule,
    Severity,
    Text,
    Value,
)

_FROM_NOW = frozenset({"今年", "去年", "明年", "本月", "上月", "上个月", "下月", "下个月"})
_EVERY_MONTH = Pattern(r"每|逐月|按月|月度")
_REGULARLY = Pattern(r"(?:通报|总结|汇报|报告|报送|上报|分析|研判|梳理|复盘|公布|公示|对照|检查|回顾|对|将)$")
"""What is done over and over with the month before: 通报上月办理情况."""
_ANOTHER = Text("这里也一样", "here as well")
_SIGHT = 30
_OPENING, _LINE = 4, 60  # leaves at the head of a draft, and characters of a line that is no sentence
_SHOWN = 8


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag the first word that is counted from the day of writing, in a draft that does not tell that day."""
    source = draft.source.text
    if "年" not in source and "月" not in source:
        return
    facts = draft.facts
    if facts.signature.date is not None or facts.milestones.today is not None:
        return
    if any(when.year and when.node.kind is Kind.TITLE for when in facts.dates) or _is_dated_above(draft):
        return  # 2023年工作报告
    found = [when for when in facts.dates if when.relative in _FROM_NOW and when.last is None and _is_meant(when)]
    if found:
        fields: dict[str, Value] = {"words": found[0].span, "count": len(found)}
        related = tuple(Related(when.span, _ANOTHER) for when in found[1 : _SHOWN + 1])
        yield Finding(found[0].span, fields, "one" if len(found) == 1 else "several", related=related)


def _is_dated_above(draft: Draft) -> bool:
    """Whether a line of its own under the title tells the day: ——2024年7月25日在县人大常委会会议上."""
    opening = {leaf for leaf in draft.document.prose[:_OPENING] if len(leaf.text) <= _LINE and "。" not in leaf.text}
    return any(when.last is not None and not when.inherited and when.node in opening for when in draft.facts.dates)


def _is_meant(when: When) -> bool:
    """Whether the word speaks of one year or month: not quoted, not the last month of every report."""
    prose = when.node.prose
    start, end = prose.index(when.span.start), prose.index(when.span.end - 1) + 1
    near = max(start - _SIGHT, 0)
    quoted = prose.text.rfind("“", near, start) > prose.text.rfind("”", near, start)
    if quoted or when.relative.endswith("年"):
        return not quoted
    around = prose.text[near:start].rpartition("。")[2] + prose.text[start : end + _SIGHT].partition("。")[0]
    return not (_EVERY_MONTH.search(around) or _REGULARLY.search(prose.text[near:start]))


RULE = Rule(
    code="DAT006",
    name="unresolvable-date",
    genres=PROGRESS_AND_REPORT,
    severity=Severity.WARNING,
    summary=Text(
        "用了“今年”“上月”，全文却没有可以推算的日期。",
        "“今年” or “上月” in a draft without a date to count from.",
    ),
    messages={
        "one": Text(
            "“{words}”是哪一年、哪一月看不出来：全文没有成文日期，也没有带年份的截止日期。",
            "Nobody can tell which year or month “{words}” means: the draft has neither a signing date nor an as-of date with its year.",
        ),
        "several": Text(
            "“{words}”等{count}处是哪一年、哪一月看不出来：全文没有成文日期，也没有带年份的截止日期。",
            "Nobody can tell which year or month “{words}” and the like ({count} places) mean: "
            "the draft has neither a signing date nor an as-of date with its year.",
        ),
    },
    help=Text(
        "写明年份，例如把“今年8月”写成“2024年8月”，并补上成文日期。",
        "Write the year (2024年8月 for 今年8月), and date the draft.",
    ),
    why=Text(
        "公开的材料会留存多年，到那时没有人知道“今年”是哪一年。",
        "What is published stays for years; later nobody knows which year 今年 was.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("一、整改情况\n⟦今年⟧以来组织集中学习9次，今年8月设立了党总支。\n"),
        Bad("一、整改情况\n已于⟦上月⟧全部退缴。\n"),
        Good("一、整改情况\n今年以来组织集中学习9次。\n中共青岚县水利局党组\n2024年8月23日\n"),
        Good("一、整改情况\n截至2024年8月20日，已完成整改14个。今年以来组织集中学习9次。\n"),
        Good("青岚县水利局2023年巡察整改工作报告\n一、整改情况\n今年以来组织集中学习9次。\n", "report"),
        Good("一、整改情况\n建立月报制度，每月5日前报送上月情况。组织收看“今年要这样干”节目。\n"),
    ),
)
