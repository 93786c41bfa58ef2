"""CIT004: a document cited under a title that another had replaced by then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from disclosure_grammar.source import Span
from disclosure_lint.facts.model import Citation, When
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

_WORK = timedelta(days=366)  # what a disclosure tells of happened within a year before its signing
_LAWS = ("法", "法通则", "法总则")  # an old law still governs what happened while it was in force
_WHEN = Text("据以判断的时间", "the time this is judged by")


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag old titles used for what was done after their replacement; what happened before is rightly told with them."""
    if "《" not in draft.source.text:
        return
    from disclosure_lint.facts.citations.context import is_past, same_sentence
    from disclosure_lint.reference.titles import NameKind, known

    names, citations = known(), draft.facts.citations
    for citation in citations:
        entry = names.get(citation.name)
        if entry is None or entry.kind is not NameKind.SUPERSEDED or citation.inner:
            continue
        since = entry.since
        if is_past(citation) or any(c.name == entry.title and same_sentence(c, citation) for c in citations):
            continue
        when = _used_after(draft, citation, since) if since else None
        if since and when:
            is_law = citation.name.endswith(_LAWS) and not citation.name.endswith("办法")
            grade = "firm" if entry.dated and not is_law else "thin"
            yield _finding(citation, entry.title, since, when, grade)


def _used_after(draft: Draft, citation: Citation, since: date) -> When | None:
    """The date which shows that the title was used after its replacement; None where it may have been used before."""
    dates = [when for when in draft.facts.dates if when.first is not None and when.last is not None]
    told = [when for when in dates if when.node is citation.node and when.span.start < citation.span.start]
    if told:
        return told[-1] if _begins(told[-1]) >= since else None
    milestones = draft.facts.milestones
    inspection = milestones.inspection.start if milestones.inspection else None
    framed = [when for when in (inspection, milestones.feedback) if when is not None and when.first is not None]
    if framed:
        earliest = min(framed, key=_begins)
        return earliest if _begins(earliest) >= since else None
    today = milestones.today
    return today if today is not None and today.first is not None and today.first - _WORK >= since else None


def _begins(when: When) -> date:
    return when.first or date.min


def _finding(citation: Citation, title: str, since: date, when: When, grade: str) -> Finding:
    written = f"《{title}》"
    year = Text(f"{since.year}年{since.month}月", f"{since:%B %Y}")
    fields: dict[str, Value] = {"old": citation.span, "new": written, "since": year, "when": when.span}
    inside = Span(citation.span.start + 1, citation.span.end - 1)
    return Finding(
        citation.span,
        fields,
        grade=grade,
        related=(Related(when.span, _WHEN),),
        values={"stated": citation.title, "computed": title},
        fix=Fix(Text(f"改为{written}", f"write {written}"), (Edit(inside, title),), Safety.DISPLAY),
    )


RULE = Rule(
    code="CIT004",
    name="superseded-title",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    grades={"thin": Severity.INFO},
    summary=Text(
        "引用的文件当时已经被新的文件取代。",
        "A document is cited that another had replaced by the time.",
    ),
    messages={
        "main": Text(
            "{old}到{since}已由{new}取代，而这里说的是此后的事（依据“{when}”判断）。",
            "By {since} {old} had been replaced by {new}, and this is about a later time (judged by “{when}”).",
        )
    },
    help=Text(
        "说的是现在执行的文件，就改用新名称；说的是过去的事，就写明时间，或者在旧名称前加“原”。",
        "Cite the new title if that is the rule followed now; if the past is meant, give its date or say that the old rule (原) is meant.",
    ),
    why=Text(
        "引用已经失效的文件，会让人以为学习、执行的还是旧规定。",
        "Citing what is no longer in force suggests that the old rule is still being studied and applied.",
    ),
    basis=PRACTICE,
    check=check,
    fixes=(Safety.DISPLAY,),
    examples=(
        Bad(
            "2023年3月1日，县委第二巡察组反馈了意见。\n一、整改情况\n组织学习⟦《信访条例》⟧，规范办理群众来信。\n中共青岚县人民法院党组\n2023年9月8日\n"
        ),
        Bad(
            "一、整改情况\n2020年8月，院党组学习⟦《中国共产党党组工作条例（试行）》⟧。\n中共青岚县人民法院党组\n2021年9月8日\n"
        ),
        Bad("一、整改措施\n1.落实⟦《推进领导干部能上能下若干规定(试行)》⟧。\n青岚县水利局\n2024年6月3日\n", "plan"),
        Bad(
            "一、整改情况\n2022年5月，组织干警学习⟦《合同法》⟧。\n中共青岚县人民法院党组\n2022年9月8日\n",
            severity=Severity.INFO,
        ),
        Good("一、整改情况\n2021年8月，组织学习《信访条例》。\n中共青岚县人民法院党组\n2023年9月8日\n"),
        Good(
            "一、整改情况\n学习《信访工作条例》，对照原《信访条例》查找不足。\n中共青岚县人民法院党组\n2023年9月8日\n"
        ),
        Good("一、整改情况\n《信访条例》已废止，相关制度均已清理。\n中共青岚县人民法院党组\n2023年9月8日\n"),
        Good("一、整改情况\n学习《信访条例》。\n"),
    ),
)
