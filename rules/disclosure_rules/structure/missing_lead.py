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
_WHOLE = 3  # parts that make a whole disclosure, what comes next among them
_TELLS = Pattern(
    r"巡[视察][^，,。；;]{0,14}组(?!反馈|指出|提出|移交|的)[^。；;]{0,50}(?:对|向|进驻|巡[视察])|对[^，,。；;]{2,40}(?:开展|进行|实施)[^，,。；;]{0,14}巡[视察](?!整改|反馈)"
    r"|接受[^，,。；;]{0,24}巡[视察]|巡[视察][^，,。；;]{0,6}(?:期间|时间)|进驻"
)
_RESPONDS = Pattern(r"传达|学习|研究|对照|召开[^，,]{0,24}会|部署|落实|整改|民主生活会|印发|制定|梳理")
_FEEDBACK_ON = Pattern(r"反馈[^，,。；;（(]{0,8}[（(][^）)]{0,14}[月日]")
_OCCASION = Pattern(r"巡[视察]|审计|督[察查导]|检查|民主生活|主题教育|考核|评估|监[察督]|排查|专项|信访")
_NAMES = {
    "group": Text("巡视巡察机构", "the inspecting body"),
    "period": Text("巡视巡察的起止时间", "the period of the inspection"),
    "feedback": Text("反馈意见的时间", "the date on which the findings were given"),
}


def check(draft: Draft, options: None) -> Iterator[Finding]:
    titles = list(draft.document.of(Kind.TITLE))
    leaves = [
        leaf for leaf in draft.document.prose if leaf.kind not in (Kind.TITLE, Kind.SIGNATORY, Kind.DATE, Kind.NOTE)
    ]
    lead = _lead(draft, leaves)
    named = any(_INSPECTED.search(leaf.text) for leaf in [*lead, *titles])
    if not named and sum(bool(_INSPECTED.search(leaf.text)) for leaf in leaves) < _OFTEN:
        # what was put right was found by an audit or a meeting: no inspection to tell of, but some occasion
        if titles and _is_whole(draft) and lead[0].kind is Kind.HEADING and not _tell_occasion([*titles, *lead]):
            yield Finding(lead[0].words, {"heading": lead[0].words}, variant="none")
        return
    above = (
        [leaf for leaf in lead if leaf.span.start < draft.document.sections[0].span.start] if _parts(draft) else lead
    )
    told = _missing(_text(above), _text(lead[len(above) :]))
    missing = [name for name in _NAMES if name in told]
    if not missing:
        return
    zh = "、".join(_NAMES[name].zh for name in missing)
    en = ", ".join(_NAMES[name].en for name in missing)
    yield Finding(_place(lead), {"missing": Text(zh, en)})


def _parts(draft: Draft) -> list[Node]:
    """The sections of the highest level."""
    return [section for section in draft.document.sections if section.level == 1]


def _is_whole(draft: Draft) -> bool:
    """Whether a draft has the parts of a disclosure, what comes next among them."""
    from disclosure_lint.facts.parts import Part, has_heading

    return len(_parts(draft)) >= _WHOLE and has_heading(draft.document, Part.NEXT)


def _lead(draft: Draft, leaves: list[Node]) -> list[Node]:
    """What stands above the second heading of the highest level."""
    top = _parts(draft)
    end = top[1].span.start if len(top) > 1 else len(draft.source.text)
    return [leaf for leaf in leaves if leaf.span.start < end]


def _text(leaves: list[Node]) -> str:
    return "".join(leaf.text.strip() for leaf in leaves)


def _tell_occasion(leaves: list[Node]) -> bool:
    """Whether some words say what inspection, audit or meeting the work goes back to."""
    return any(_OCCASION.search(leaf.text) for leaf in leaves)


def _missing(above: str, first_part: str) -> set[str]:
    """What neither the text above the first heading says nor that of the first part, which must say it in so many words."""
    missing = set() if _GROUP.search(above) or _GROUP.search(first_part) else {"group"}
    told = [s for s in re.split(r"[。；;]", above) if _DATE.search(s)]
    below = [s for s in re.split(r"[。；;]", first_part) if _DATE.search(s)]
    feedback = [s for s in told if _FEEDBACK.search(s)]
    inspection = any(
        _RANGE.search(s) or (_INSPECTED.search(s) and (s not in feedback or len(_DATE.findall(s)) > _ONE_DATE))
        for s in told
    )
    if not inspection and not any(_tells_of_inspection(s) for s in below):
        missing.add("period")
    if not feedback and not any(_tells_of_feedback(s) for s in below):
        missing.add("feedback")
    return missing


def _tells_of_inspection(sentence: str) -> bool:
    """Whether a dated sentence is about the inspection rather than about what was done after it."""
    if not _TELLS.search(sentence):
        return False
    return bool(_RANGE.search(sentence)) or not _tells_of_feedback(sentence) or len(_DATE.findall(sentence)) > _ONE_DATE


def _tells_of_feedback(sentence: str) -> bool:
    """Whether a dated sentence says when the findings were given, rather than when they were passed on or studied."""
    if _FEEDBACK_ON.search(sentence):
        return True
    for feedback in _FEEDBACK.finditer(sentence):
        dates = list(_DATE.finditer(sentence, 0, feedback.start()))
        if dates and not _RESPONDS.search(sentence, dates[-1].end(), feedback.start()):
            return True
    return False


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
    messages={
        "main": Text("开头部分没有写明{missing}。", "The lead does not state {missing}."),
        "none": Text(
            "没有开头一段：标题下面直接就是“{heading}”，看不出这次整改针对的是哪一次巡视、巡察或检查。",
            "There is no lead: “{heading}” stands right below the title, and nothing says what inspection the draft answers.",
        ),
    },
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
        Bad(
            "中共青岚县水利局党组关于巡察整改进展情况的通报\n⟦根据县委统一部署，县委第二巡察组对我局党组进行了巡察。现将整改情况通报如下。⟧\n"
            "一、组织领导情况\n7月21日召开党组会，传达学习巡察反馈意见；9月5日召开巡察整改专题民主生活会。\n二、整改落实情况\n已整改。\n"
        ),
        Bad(
            "青岚县水利局党组整改进展情况的通报\n⟦一、组织领导情况⟧\n党组第一时间传达反馈意见，成立整改工作专班。\n"
            "二、整改落实情况\n已整改。\n三、下一步打算\n持续抓好整改。\n"
        ),
        Good(
            "青岚县水利局关于审计查出问题整改情况的公告\n一、组织领导情况\n已成立专班。\n二、整改落实情况\n已整改。\n三、下一步打算\n持续抓好整改。\n"
        ),
        Good(
            "中共青岚县水利局党组关于巡察整改进展情况的通报\n一、基本情况\n2023年4月至6月，县委第二巡察组对我局党组进行了巡察，7月20日召开反馈会，指出问题12个。\n"
            "7月21日召开党组会传达学习反馈意见。\n二、整改落实情况\n已整改。\n"
        ),
        Good(
            "中共青岚县水利局党组关于巡察整改进展情况的通报\n2023年4月至6月，县委第二巡察组对我局党组进行了巡察。\n一、组织领导情况\n"
            "巡察反馈会（2023年7月20日）后第二天，党组即召开会议学习反馈意见。\n二、整改落实情况\n已整改。\n"
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
