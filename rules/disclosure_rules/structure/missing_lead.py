"""STR002: the lead does not say who inspected, when, and when the findings were given."""

from __future__ import annotations

import re

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_grammar.tree import Kind, Node
from disclosure_lint.rule import PRACTICE, PROGRESS, Bad, Draft, Finding, Good, Iterator, Rule, Severity, Text

_INSPECTED = Pattern(r"巡视|巡察")
_GROUP = Pattern(
    r"(?:中央|国家|省|市|县|区|州|盟|旗|党|工|委|联动|交叉|提级|第?[一二三四五六七八九十\d]{1,3})[^，。；]{0,8}巡[视察][^，。；]{0,8}组"
    r"|巡[视察](?:指导)?[一二三四五六七八九十\d]{0,3}组|巡[视察](?:办|机构|工作领导小组)|(?:党委|党组|工委|[省市县区州]委|中央)[^，。；]{0,12}(?:巡[视察])"
)
_FEEDBACK = Pattern(r"反馈|通报了?[^，。]{0,12}(?:意见|问题)")
_DATE = Pattern(
    r"[\d０-９]{1,4}\s*[年月]|[\d０-９]{4}[./-][\d０-９]{1,2}|[二三四五六七八九十一〇○零]{2,4}[年月]|\d{1,2}日"
)
_RANGE = Pattern(r"[年月日]\s*(?:至|到|—|-|~|～|－|–|起)|(?:为期|历时|集中)[^，。]{0,8}(?:个月|天|周)")
_ONE_DATE = 3  # 年, 月 and 日 of a single date
_OFTEN = 3
_NAMES = {
    "group": Text("巡视巡察机构", "the inspecting body"),
    "period": Text("巡视巡察的起止时间", "the period of the inspection"),
    "feedback": Text("反馈意见的时间", "the date on which the findings were given"),
}


def check(draft: Draft, options: None) -> Iterator[Finding]:
    leaves = [
        leaf for leaf in draft.document.prose if leaf.kind not in (Kind.TITLE, Kind.SIGNATORY, Kind.DATE, Kind.NOTE)
    ]
    lead = _lead(draft, leaves)
    named = any(_INSPECTED.search(leaf.text) for leaf in [*lead, *draft.document.of(Kind.TITLE)])
    if not named and sum(bool(_INSPECTED.search(leaf.text)) for leaf in leaves) < _OFTEN:
        return  # what was put right was found by an audit or a meeting: no inspection to tell of
    missing = [name for name in _NAMES if name in _missing("".join(leaf.text.strip() for leaf in lead))]
    if not missing:
        return
    zh = "、".join(_NAMES[name].zh for name in missing)
    en = ", ".join(_NAMES[name].en for name in missing)
    yield Finding(_place(lead), {"missing": Text(zh, en)})


def _lead(draft: Draft, leaves: list[Node]) -> list[Node]:
    """What stands above the second heading of the highest level."""
    top = [section.span.start for section in draft.document.sections if section.level == 1]
    end = top[1] if len(top) > 1 else len(draft.source.text)
    return [leaf for leaf in leaves if leaf.span.start < end]


def _missing(text: str) -> set[str]:
    missing = set() if _GROUP.search(text) else {"group"}
    sentences = re.split(r"[。；]", text)
    told = [s for s in sentences if _DATE.search(s)]
    feedback = [s for s in told if _FEEDBACK.search(s)]
    inspection = [
        s
        for s in told
        if _INSPECTED.search(s) and (_RANGE.search(s) or s not in feedback or len(_DATE.findall(s)) > _ONE_DATE)
    ]
    if not inspection and not any(_RANGE.search(s) for s in told):
        missing.add("period")
    if not feedback:
        missing.add("feedback")
    return missing


def _place(lead: list[Node]) -> Span | None:
    """The first paragraph of the lead, where there is one."""
    first = next((leaf for leaf in lead if leaf.kind is Kind.PARAGRAPH), None)
    return first.words if first is not None else None


RULE = Rule(
    code="STR002",
    name="missing-lead",
    genres=PROGRESS,
    severity=Severity.WARNING,
    unfinished=True,
    summary=Text(
        "开头没有写明巡视巡察机构、起止时间和反馈时间。",
        "The lead does not say who inspected, when, or when the findings were given.",
    ),
    messages={"main": Text("开头部分没有写明{missing}。", "The lead does not state {missing}.")},
    help=Text(
        "在开头一段补上，如“2023年4月10日至6月9日，县委第二巡察组对我局进行了巡察；7月20日反馈了巡察意见”。",
        "Add it to the first paragraph: which group inspected, from when to when, and the day of the feedback.",
    ),
    why=Text(
        "群众要知道这次整改针对的是哪一次巡视巡察，有没有拖延。",
        "The public must see which inspection this answers and whether it was answered in time.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "中共青岚县水利局党组关于巡察整改进展情况的通报\n⟦根据县委统一部署，县委第二巡察组对我局党组进行了巡察，并反馈了巡察意见。现将整改情况通报如下。⟧\n"
            "一、组织领导情况\n已成立专班。\n二、整改落实情况\n已整改。\n"
        ),
        Bad(
            "中共青岚县水利局党组关于巡察整改进展情况的通报\n⟦根据巡察工作安排，现将整改情况通报如下。⟧\n"
            "一、组织领导情况\n已成立专班。\n二、整改落实情况\n已整改。\n"
        ),
        Good(
            "中共青岚县水利局党组关于巡察整改进展情况的通报\n2023年4月10日至6月9日，县委第二巡察组对我局党组进行了巡察。7月20日，反馈了巡察意见。\n"
            "一、组织领导情况\n已成立专班。\n二、整改落实情况\n已整改。\n"
        ),
        Good(
            "现将巡视整改进展情况予以公布。\n一、履行主体责任情况\n2021年3月1日至4月30日，市委巡视二组对我院党组开展了巡视。2021年7月27日反馈了意见。\n"
            "二、整改落实情况\n已整改。\n"
        ),
    ),
)
