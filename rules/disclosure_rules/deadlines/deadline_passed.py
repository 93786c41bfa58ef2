"""DDL005: a deadline that had passed when the draft was signed, for work still open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Kind
from disclosure_lint.facts.model import Deadline, TimeLimit, When
from disclosure_lint.rule import DISCLOSURES, PRACTICE, Bad, Draft, Finding, Good, Related, Rule, Severity, Text, Value

_SAID_DONE = Pattern(r"已|了|均(?![将于应须需在拟要可])|截至|完成情况")
_SINCE = Pattern(r"以来")
_SIGNED = Text("成文日期", "the signing date")
_AS_OF = Text("数据截止日期", "the as-of date")


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag deadlines before the draft's own day, in a plan for any measure, in a report for work still open."""
    today = draft.facts.milestones.today
    if today is None or today.first is None:
        return
    found = _of_plan(draft, today.first) if draft.genre == "plan" else _of_report(draft, today.first)
    role = _SIGNED if today.node.kind is Kind.DATE else _AS_OF
    for deadline in found:
        if deadline.due is not None:
            yield _finding(deadline, deadline.due, today, today.first, role)


def _of_report(draft: Draft, today: date) -> Iterator[Deadline]:
    """The dates of open work, and any other set in words that look ahead; a general limit that DDL002 names is left to it."""
    facts = draft.facts
    unserved = [work for work in facts.open_work if work.limit is None and work.passed is not None]
    if not unserved and not any(each.due is not None and each.due < today for each in facts.deadlines):
        return
    from disclosure_lint.facts.unfinished.overdue import overdue

    general = {work.passed for work in unserved if not work.own}
    found = {
        work.passed for work in unserved if work.own and work.passed is not None
    }  # one may be set for several things
    found.update(deadline for deadline in overdue(draft.document, facts.deadlines, today) if deadline not in general)
    yield from sorted(found, key=lambda deadline: deadline.span)


def _of_plan(draft: Draft, signed: date) -> Iterator[Deadline]:
    """The dates set in the parts of a plan that lie before the plan itself."""
    from disclosure_lint.facts.figures.clauses import Clauses

    clauses = Clauses("")
    for deadline in draft.facts.deadlines:
        if deadline.kind is not TimeLimit.DATE or deadline.due is None or deadline.due >= signed:
            continue
        prose = deadline.node.prose
        if "年" not in draft.source.slice(deadline.span) or not draft.document.path(deadline.node):
            continue
        if clauses.text is not prose.text:
            clauses = Clauses(prose.text)
        at = prose.index(deadline.span.start)
        told = _SAID_DONE.search(clauses.plain, *clauses.sentence(at)) or _SINCE.search(
            clauses.plain, *clauses.clause(at)
        )
        if not told:
            yield deadline


def _finding(deadline: Deadline, due: date, today: When, day: date, role: Text) -> Finding:
    fields: dict[str, Value] = {"deadline": deadline.span, "today": today.span, "role": role}
    values = {"stated": due.isoformat(), "computed": day.isoformat()}
    return Finding(deadline.span, fields, related=(Related(today.span, role),), values=values)


RULE = Rule(
    code="DDL005",
    name="deadline-passed",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    summary=Text(
        "没有完成的事项，时限在成文之前就过了。",
        "The deadline of work still open had passed when the draft was signed.",
    ),
    messages={
        "main": Text(
            "时限“{deadline}”早于{role}“{today}”，已经过了，而这里写的是还没有完成的事。",
            "The deadline “{deadline}” lies before {role}, “{today}”: it had passed, though the work is still open.",
        )
    },
    help=Text(
        "核对年份和日期；如果时限确实已过，就写明现在的进展和新的完成时限。",
        "Check the year and the day; if the deadline has passed, say how things stand and set a new one.",
    ),
    why=Text(
        "时限在公开之前就过了，读者一眼就能看出来。",
        "A deadline that has run out before the text is published is the first thing a reader notices.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "二、整改进展\n反馈的32个问题，已完成30个，剩余2个正在推进，预计⟦2023年12月底前⟧完成。\n中共青岚县人民法院党组\n2024年3月5日\n"
        ),
        Bad(
            "青岚县水利局巡察整改方案\n一、整改措施\n1.修订采购办法。⟦2023年9月底前⟧完成。\n2.开展排查。2024年9月底前完成。\n青岚县水利局\n2024年6月3日\n",
            "plan",
        ),
        Good(
            "二、整改进展\n反馈的32个问题，已完成30个，剩余2个正在推进，预计2024年12月底前完成。\n中共青岚县人民法院党组\n2024年3月5日\n"
        ),
        Good(
            "二、整改进展\n按照2023年12月底前完成的要求，32个问题已全部整改到位。\n中共青岚县人民法院党组\n2024年3月5日\n"
        ),
        Good("二、整改进展\n反馈的32个问题，已完成30个，剩余2个正在推进，预计2023年12月底前完成。\n"),
    ),
)
