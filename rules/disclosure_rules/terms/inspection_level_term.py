"""TRM003: 巡视 and 巡察 mixed up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_grammar.source import Span
from disclosure_lint.rule import (
    DISCLOSURES,
    PRACTICE,
    Bad,
    Draft,
    Edit,
    Finding,
    Fix,
    Good,
    Related,
    Rule,
    Safety,
    Severity,
    Text,
    Value,
)

if TYPE_CHECKING:
    from disclosure_lint.facts.expressions.inspections import Inspections

_ELSEWHERE = Text("另一处写的是“{other}”", "elsewhere it reads “{other}”")


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag the word that the level of the sender rules out, then words for one inspection that disagree."""
    if "巡" not in draft.source.text:
        return
    from disclosure_lint.facts.expressions.inspections import Inspections

    inspections = Inspections(draft.document, draft.facts.running_text)
    said: set[Span] = set()
    for finding in (*_by_level(inspections), *_of_cities(inspections), *_answered(inspections)):
        if finding.span is not None and finding.span not in said:
            said.add(finding.span)
            yield finding


def _by_level(inspections: Inspections) -> Iterator[Finding]:
    for variant, right, senders in (
        ("county", "巡察", inspections.of_counties()),
        ("province", "巡视", inspections.of_provinces()),
        ("patrol", "巡察", inspections.patrols()),
    ):
        for sender in senders:
            fields: dict[str, Value] = {"written": sender.span, "committee": sender.committee}
            yield Finding(sender.word, fields, variant, fix=_fix(sender.word, right))


def _of_cities(inspections: Inspections) -> Iterator[Finding]:
    """One city sends groups of both names: the rarer word is the slip; 巡视 where both are as frequent."""
    by_word: dict[str, list[tuple[Span, Span]]] = {"巡视": [], "巡察": []}
    for sender in inspections.of_cities():
        by_word[sender.said].append((sender.span, sender.word))
    if not all(by_word.values()):
        return
    wrong, right = ("巡察", "巡视") if len(by_word["巡察"]) < len(by_word["巡视"]) else ("巡视", "巡察")
    other = by_word[right][0][0]
    for span, word in by_word[wrong]:
        related = (Related(other, _ELSEWHERE, {"other": other}),)
        yield Finding(word, {"written": span, "other": other}, "city", related=related, fix=_fix(word, right))


def _answered(inspections: Inspections) -> Iterator[Finding]:
    answered = inspections.answered()
    if answered is None:
        return
    for word in answered.otherwise:
        fields: dict[str, Value] = {"written": word, "right": answered.word}
        fix = _fix(word, answered.word)
        if answered.committee:
            yield Finding(word, fields | {"committee": answered.committee}, "sent", fix=fix)
        else:
            related = (Related(answered.witness, _ELSEWHERE, {"other": answered.witness}),)
            yield Finding(word, fields | {"other": answered.witness}, "answered", related=related, fix=fix)


def _fix(word: Span, right: str) -> Fix:
    return Fix(Text(f"改为：{right}", f"write: {right}"), (Edit(word, right),), Safety.DISPLAY)


RULE = Rule(
    code="TRM003",
    name="inspection-level-term",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    summary=Text(
        "“巡视”和“巡察”用混了。",
        "“巡视” (by the Central Committee or a province) and “巡察” (by a city, a county or a unit) are mixed up.",
    ),
    messages={
        "county": Text(
            "这里写的是“{written}”，而{committee}派出的是“巡察”，中央和省一级派出的才是“巡视”。",
            "This reads “{written}”, but what {committee} sends out is a 巡察; only the centre and the provinces send out a 巡视.",
        ),
        "province": Text(
            "这里写的是“{written}”，而{committee}派出的是“巡视”，市县一级派出的才是“巡察”。",
            "This reads “{written}”, but what {committee} sends out is a 巡视; only cities and counties send out a 巡察.",
        ),
        "patrol": Text(
            "这里写的是“{written}”，{committee}派出的应为“巡察”，“巡查”是指巡逻、检查。",
            "This reads “{written}”, but what {committee} sends out is a 巡察; 巡查 means a patrol.",
        ),
        "city": Text(
            "这里写的是“{written}”，另一处写的是“{other}”，同一级派出的只有一种。",
            "This reads “{written}” and elsewhere “{other}”: one committee sends out one kind only.",
        ),
        "sent": Text(
            "这里写的是“{written}”，而这次是{committee}派出的，应当写“{right}”。",
            "This reads “{written}”, but this group was sent by {committee}: it should read “{right}”.",
        ),
        "answered": Text(
            "这里写的是“{written}”，别处写的是“{other}”，同一次工作应当都写“{right}”。",
            "This reads “{written}” and elsewhere “{other}”: one inspection should be called “{right}” throughout.",
        ),
    },
    help=Text(
        "对照反馈意见，看是哪一级派出的：中央、省（自治区、直辖市）党委用“巡视”，市、县党委用“巡察”，全文改成一致。",
        "See in the findings who sent the group: 巡视 for the centre and provinces, 巡察 for cities and counties; write it alike throughout.",
    ),
    why=Text(
        "一字之差就是两级党委的工作，写混了读者会以为弄错了是谁来检查的。",
        "The one character tells which level inspected; mixed up, the reader wonders who came.",
    ),
    basis=PRACTICE,
    fixes=(Safety.DISPLAY,),
    check=check,
    examples=(
        Bad(
            "2023年4月，县委第二⟦巡视⟧组对县法院党组开展了常规⟦巡视⟧。\n",
            fixed="2023年4月，县委第二巡察组对县法院党组开展了常规巡察。\n",
        ),
        Bad(
            "省委第三⟦巡察⟧组反馈的问题已全部整改。\n",
            fixed="省委第三巡视组反馈的问题已全部整改。\n",
        ),
        Bad(
            "中共青岚县水利局党组关于⟦巡视⟧整改进展情况的通报\n\n2023年4月6日至6月5日，县委第二巡察组对县水利局党组开展了常规巡察。"
            "7月14日，反馈了巡察意见。现将⟦巡视⟧整改进展情况予以公布。\n一、整改进展\n已完成。\n",
            fixed="中共青岚县水利局党组关于巡察整改进展情况的通报\n\n2023年4月6日至6月5日，县委第二巡察组对县水利局党组开展了常规巡察。"
            "7月14日，反馈了巡察意见。现将巡察整改进展情况予以公布。\n一、整改进展\n已完成。\n",
        ),
        Bad(
            "江州市委第一巡察组、市委第二巡察组先后进驻。市委第一⟦巡视⟧组反馈的问题已整改。\n",
            fixed="江州市委第一巡察组、市委第二巡察组先后进驻。市委第一巡察组反馈的问题已整改。\n",
        ),
        Good("省委第七巡视组对市中级法院党组进行了专项巡视。院党组对照市委巡察基层法院发现的问题自查自纠。\n"),
        Good(
            "市县联动巡察组对县法院党组进行了巡察。学习中央、省委关于巡视巡察工作的指示精神，配合中央巡视、省委巡视整改。\n"
        ),
        Good("2021年3月，市委巡视八组对我院党组开展了常规巡视。市委巡视组指出了突出问题。\n"),
        Good("省委巡视组对县委巡视组织得力，县委巡视整改办公室逐项督办。公司党委配合集团党组巡视组开展巡视。\n"),
    ),
)
