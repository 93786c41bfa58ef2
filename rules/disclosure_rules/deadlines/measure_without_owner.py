"""DDL004: a measure of a plan for which nobody is named as responsible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_lint.rule import PLAN, PRACTICE, Bad, Draft, Finding, Good, Related, Rule, Severity, Text, Value

if TYPE_CHECKING:
    from disclosure_grammar.tree import Node
    from disclosure_lint.facts.plan.measures import Measure, Plan

_SOME, _HARDLY = 5, 5  # one measure of five without an owner, or fewer, was forgotten
_NAMED = 3  # how many measures a finding about the whole plan shows
_EXAMPLE = Text("这条没有写明责任领导或责任部门", "nobody is named here")
_LEDGER = Text(
    "方案提到另有台账、附件或清单，责任领导和责任部门也许写在那里",
    "the plan speaks of a ledger or annex; the owners may stand there",
)


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag single measures where most have an owner, and gaps in a column; a plan that hardly names any gets one finding."""
    from disclosure_lint.facts.plan.groups import by_group

    plan = draft.facts.plan
    missing = [measure for measure in plan.measures if measure.owner is None]
    grade = "thin" if plan.ledger is not None else "firm"
    for measure in plan.measures:
        if measure.owner is not None and measure.unfilled:
            fields: dict[str, Value] = {"measure": measure.span, "column": measure.unfilled}
            yield Finding(measure.span, fields, "unfilled", grade)
    if not missing:
        return
    if (len(plan.measures) - len(missing)) * 2 < len(plan.measures):
        yield _whole(plan, missing, grade)
        return
    if len(plan.measures) >= _SOME and len(missing) * _HARDLY <= len(plan.measures):
        grade = "firm"  # a ledger may hold the owners of all measures, hardly those of this one alone
    for group, measures in by_group(plan.measures, missing, lambda measure: measure.owner):
        yield _group(plan, group, measures, grade) if group else _single(plan, measures[0], grade)


def _single(plan: Plan, measure: Measure, grade: str) -> Finding:
    return Finding(measure.span, {"measure": measure.span}, "main", grade, _ledger(plan))


def _group(plan: Plan, group: Node, measures: list[Measure], grade: str) -> Finding:
    shown = tuple(Related(measure.span, _EXAMPLE) for measure in measures)
    fields: dict[str, Value] = {"group": group.heading.words, "count": len(measures)}
    return Finding(group.heading.words, fields, "group", grade, (*shown, *_ledger(plan)))


def _ledger(plan: Plan) -> tuple[Related, ...]:
    return (Related(plan.ledger, _LEDGER),) if plan.ledger is not None else ()


def _whole(plan: Plan, missing: list[Measure], grade: str) -> Finding:
    fields = {"total": len(plan.measures), "missing": len(missing)}
    shown = tuple(Related(measure.span, _EXAMPLE) for measure in missing[:_NAMED])
    return Finding(None, fields, "whole", grade, (*shown, *_ledger(plan)))


_HEAD = "云溪市第二人民医院巡察整改方案\n一、整改措施\n"

RULE = Rule(
    code="DDL004",
    name="measure-without-owner",
    genres=PLAN,
    severity=Severity.WARNING,
    structural=True,
    grades={"thin": Severity.INFO},
    summary=Text("方案里的整改措施没有写明责任领导或责任部门。", "A measure of a plan names nobody as responsible."),
    messages={
        "main": Text(
            "“{measure}”这条措施没有写明责任领导或责任部门，而方案里多数措施都写了。",
            "The measure “{measure}” names no responsible leader or department, though most measures of this plan do.",
        ),
        "group": Text(
            "“{group}”下面的{count}条措施都没有写明责任领导或责任部门，而方案的其他部分写了。",
            "The {count} measures under “{group}” name nobody as responsible, though other parts of the plan do.",
        ),
        "unfilled": Text(
            "“{measure}”这一行的“{column}”栏是空的，而其他各行都填了。",
            "In the row “{measure}” the column “{column}” is empty, though every other row fills it.",
        ),
        "whole": Text(
            "方案共有{total}条整改措施，其中{missing}条没有写明责任领导或责任部门。",
            "Of the {total} measures of this plan {missing} name no responsible leader or department.",
        ),
    },
    help=Text(
        "写明责任领导和责任部门，例如“责任领导：张某；责任部门：办公室”，或“由办公室牵头”；“党组”“全院”这样的集体不算。",
        "Name the leader and the department in charge (责任领导：…；责任部门：…, or 由…牵头); a collective such as 党组 does not count.",
    ),
    why=Text(
        "没有责任人的措施没有人督办，也没有人可以问责。", "A measure that belongs to nobody is followed up by nobody."
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            _HEAD
            + "1.修订采购办法。9月底前完成。责任部门：设备科\n2.开展廉政谈话。每季度一次。责任部门：纪检室\n⟦3.清理闲置设备⟧。10月底前完成。\n",
            "plan",
        ),
        Bad(_HEAD + "1.修订采购办法。9月底前完成。\n2.开展廉政谈话。每季度一次。\n", "plan"),
        Bad(
            _HEAD
            + "1.修订采购办法。由设备科牵头。\n2.开展廉政谈话。由纪检室牵头。\n3.公开账目。由财务科牵头。\n4.规范合同。由财务科牵头。\n"
            "⟦5.清理闲置设备⟧。10月底前完成。\n二、组织保障\n制定整改任务台账，对账销号。\n",
            "plan",
        ),
        Bad(
            _HEAD + "1.修订采购办法。由设备科牵头。\n2.开展廉政谈话。由纪检室牵头。\n⟦3.清理闲置设备⟧。10月底前完成。\n"
            "二、组织保障\n制定整改任务台账，对账销号。\n",
            "plan",
            Severity.INFO,
        ),
        Bad(
            _HEAD + "序号\t整改措施\t责任领导\t责任部门\t完成时限\n1\t修订采购办法\t周某\t设备科\t9月底\n"
            "2\t⟦清理闲置设备⟧\t\t设备科\t9月底\n3\t开展廉政谈话\t李某\t纪检室\t8月底\n4\t公开账目\t李某\t财务科\t8月底\n"
            "5\t规范合同\t李某\t财务科\t8月底\n",
            "plan",
        ),
        Good(
            _HEAD + "1.修订采购办法。由设备科牵头，9月底前完成。\n2.开展廉政谈话。每季度一次。责任领导：周某\n", "plan"
        ),
        Good(
            _HEAD
            + "（一）采购管理\n1.修订采购办法。9月底前完成。\n2.清理供应商名录。9月底前完成。\n责任部门：设备科\n",
            "plan",
        ),
        Good(
            _HEAD
            + "（一）采购管理（责任部门：设备科）\n1.修订采购办法。9月底前完成。\n2.清理供应商名录。10月底前完成。\n",
            "plan",
        ),
    ),
)
