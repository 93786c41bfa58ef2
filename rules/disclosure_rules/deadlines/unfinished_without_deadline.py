"""DDL002: work that is reported as not done yet, without saying by when it will be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from disclosure_lint.facts.model import Deadline
    from disclosure_lint.facts.time.milestones import Milestones
    from disclosure_lint.facts.unfinished.open_work import OpenWork

_LIMIT = Text("这个统一时限到{due}为止", "this general limit ran until {due}")
_FEEDBACK = Text("从反馈之日算起", "counted from the feedback")
_TODAY = Text("到这一天时限已过", "by this day the limit had passed")


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag remainders and promises that no date serves; what has a date that is over is DDL005."""
    for work in draft.facts.open_work:
        if work.limit is None and not work.own:
            yield _finding(work, draft.facts.milestones)


def _finding(work: OpenWork, milestones: Milestones) -> Finding:
    grade = "firm" if work.firm else "thin"
    if work.count is None:
        return Finding(work.span, {"words": work.span}, "promise", grade)
    if work.passed is None or work.passed.due is None:
        return Finding(work.span, {"words": work.span}, "main", grade)
    day = work.passed.due
    due = Text(f"{day.year}年{day.month}月{day.day}日", day.isoformat())
    fields: dict[str, Value] = {"words": work.span, "limit": work.passed.span, "due": due}
    values = {"stated": day.isoformat(), "computed": _day(milestones)}
    return Finding(work.span, fields, "passed", grade, tuple(_operands(work.passed, due, milestones)), values)


def _day(milestones: Milestones) -> str:
    today = milestones.today
    return today.first.isoformat() if today is not None and today.first is not None else ""


def _operands(passed: Deadline, due: Text, milestones: Milestones) -> Iterator[Related]:
    yield Related(passed.span, _LIMIT, {"due": due})
    if passed.kind == "duration" and milestones.feedback is not None:
        yield Related(milestones.feedback.span, _FEEDBACK)
    if milestones.today is not None:
        yield Related(milestones.today.span, _TODAY)


_SIGNED = "中共云溪市第二人民医院委员会\n2024年8月5日\n"

RULE = Rule(
    code="DDL002",
    name="unfinished-without-deadline",
    genres=PROGRESS_AND_REPORT,
    severity=Severity.ERROR,
    structural=True,
    grades={"thin": Severity.WARNING},
    summary=Text("没有完成的事项没有写明完成时限。", "Unfinished work has no date by which it will be done."),
    messages={
        "main": Text(
            "“{words}”说明还有事项没有完成，但没有写明何时完成。",
            "“{words}” says that something is not done yet, but not by when it will be.",
        ),
        "passed": Text(
            "“{words}”说明还有事项没有完成，但没有自己的完成时限；文中的统一时限“{limit}”到{due}为止，已经过了。",
            "“{words}” says that something is not done yet and gives it no date of its own; the general limit “{limit}” ran out on {due}.",
        ),
        "promise": Text(
            "“{words}”说的是还没有做完的事，但没有写明何时完成。",
            "“{words}” is still to be done, but the text does not say by when.",
        ),
    },
    help=Text(
        "在这句话后面补上预计完成的日期，最好同时写明责任部门；确实需要长期坚持的，写明“长期坚持”。",
        "Add the date by which it will be done, and better the department in charge; if it is to go on for good, say so (长期坚持).",
    ),
    why=Text(
        "没有完成的什么时候完成，是群众看到通报首先会问的。",
        "When the rest will be done is the first thing that readers ask.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("二、整改进展\n反馈的32个问题，已完成整改30个，⟦剩余2个⟧正在推进。\n"),
        Bad("二、整改进展\n查摆整改事项15项，完成11项、⟦阶段性完成4项⟧。\n"),
        Bad(
            "一、整改组织\n2024年2月20日，巡察组反馈了意见。医院党委明确3个月内完成全部整改。\n二、整改进展\n"
            "反馈问题26个，已完成24个，⟦未完成2个⟧。\n" + _SIGNED
        ),
        Bad(
            "二、整改进展\n（一）资产管理不规范\n整改情况：已收回门面3间，⟦拟报主管部门批准后公开招租⟧。\n",
            severity=Severity.WARNING,
        ),
        Bad(
            "二、整改进展\n（一）账目不清\n整改情况：已核对往来账。⟦后期将委托会计师事务所进行审计⟧。\n",
            severity=Severity.WARNING,
        ),
        Bad(
            "二、整改进展\n（一）产权不清\n整改情况：已办理产权证18所，⟦剩余6所正在补办规划手续⟧。\n",
            severity=Severity.WARNING,
        ),
        Good("二、整改进展\n（一）产权不清\n整改情况：已办理产权证18所，剩余6所已划归街道，不再办理。\n"),
        Good("二、整改进展\n反馈的32个问题，已完成整改30个，剩余2个正在推进，预计2024年12月底前完成。\n"),
        Good("二、整改进展\n反馈的32个问题，已完成整改30个，其余2个需长期坚持。\n"),
        Good(
            "二、整改进展\n（一）资产管理不规范\n整改情况：提前拟定议题；拟于2024年10月公开招租；积极争取上级支持。\n"
        ),
        Good("三、下一步工作安排\n对未完成的2个问题，拟进一步压实责任，争取早日完成。\n"),
        Good("二、整改进展\n（一）信访件办理\n存在问题：还有3件信访事项尚未办结。\n整改情况：均已办结。\n"),
    ),
)
