"""DDL001: a measure of a plan without a date, a length of time or a frequency."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from disclosure_grammar.pattern import Pattern
from disclosure_lint.rule import PLAN, PRACTICE, Bad, Draft, Finding, Good, Related, Rule, Severity, Text, Value

if TYPE_CHECKING:
    from disclosure_grammar.tree import Node
    from disclosure_lint.facts.plan.measures import Measure, Plan

_NAMED = 3  # how many measures a finding about the whole plan shows
_SOME, _HARDLY = 5, 5  # words for a limit in one measure of five, or in fewer, are not how a plan sets its limits
_UNNAMED = Pattern(r"限[时期]")
_FOR_GOOD = Pattern(r"长期|持续|坚持|常态|经常")
_INSTEAD = Text("这里没有说何时改完", "this does not say by when")
_VAGUE = Text("这个词不算时限", "this word is no time limit")
_LEDGER = Text(
    "方案提到另有台账、附件或时间表，时限也许写在那里",
    "the plan speaks of a ledger, annex or timetable; the limit may stand there",
)
_EXAMPLE = Text("这条没有时限", "no time limit here")


@dataclass(frozen=True, slots=True)
class Options:
    """What is a matter of taste.

    Attributes:
        one_by_one: up to how many measures are named one by one in a plan that sets hardly any limit.
    """

    one_by_one: int = 5


def check(draft: Draft, options: Options) -> Iterator[Finding]:
    """Flag each measure that has no limit and inherits none; a plan with hardly any limit gets one finding."""
    from disclosure_lint.facts.plan.groups import by_group

    plan = draft.facts.plan
    missing = [measure for measure in plan.measures if measure.limit is None]
    worded = [measure for measure in missing if _worded(measure)]
    if len(missing) > options.one_by_one and (len(plan.measures) - len(missing)) * 10 <= len(plan.measures):
        yield _whole("whole", plan, missing, _grade(plan, sure=not worded))
        return
    if len(worded) > options.one_by_one:
        yield _whole("worded", plan, worded, "slight")
        missing = [measure for measure in missing if measure not in worded]
    odd = len(plan.measures) >= _SOME and len(worded) * _HARDLY <= len(plan.measures)
    for group, measures in by_group(plan.measures, missing, lambda measure: measure.limit):
        if group is not None:
            yield _group(plan, group, measures)
        else:
            yield _single(plan, measures[0], unnamed=odd and _is_unnamed(draft, measures[0]))


def _grade(plan: Plan, *, sure: bool) -> str:
    """Slight where the plan says that the limits stand in an annex, thin where they may stand in a ledger."""
    if plan.elsewhere:
        return "slight"
    return "firm" if sure and plan.ledger is None else "thin"


def _worded(measure: Measure) -> bool:
    """Whether words stand where the limit should that may mean one (长期坚持); 尽快 means none."""
    vague = measure.vague is not None and measure.instead is not None and measure.instead.contains(measure.vague.span)
    return measure.instead is not None and not vague


def _is_unnamed(draft: Draft, measure: Measure) -> bool:
    """Whether the words that stand for a limit promise one and do not name it: 限时完成. Of 立行立改 nobody can be so sure."""
    words = draft.source.slice(measure.instead) if measure.instead is not None else ""
    return _UNNAMED.search(words) is not None and not _FOR_GOOD.search(words)


def _ledger(plan: Plan) -> tuple[Related, ...]:
    return (Related(plan.ledger, _LEDGER),) if plan.ledger is not None else ()


def _whole(variant: str, plan: Plan, missing: list[Measure], grade: str) -> Finding:
    shown = tuple(Related(measure.instead or measure.span, _EXAMPLE) for measure in missing[:_NAMED])
    fields = {"total": len(plan.measures), "missing": len(missing)}
    return Finding(None, fields, variant, grade, (*shown, *_ledger(plan)))


def _group(plan: Plan, group: Node, measures: list[Measure]) -> Finding:
    shown = tuple(Related(measure.span, _EXAMPLE) for measure in measures)
    grade = "slight" if any(map(_worded, measures)) else _grade(plan, sure=True)
    fields: dict[str, Value] = {"group": group.heading.words, "count": len(measures)}
    return Finding(group.heading.words, fields, "group", grade, (*shown, *_ledger(plan)))


def _single(plan: Plan, measure: Measure, *, unnamed: bool) -> Finding:
    words = measure.instead if _worded(measure) else measure.status if measure.vague is None else None
    if words is not None:
        grade = "slight" if _worded(measure) and not unnamed else _grade(plan, sure=False)
        fields = {"measure": measure.span, "word": words}
        return Finding(measure.span, fields, "status", grade, (Related(words, _INSTEAD), *_ledger(plan)))
    vague = (Related(measure.vague.span, _VAGUE),) if measure.vague is not None else ()
    grade = _grade(plan, sure=measure.certain)
    return Finding(measure.span, {"measure": measure.span}, "main", grade, (*vague, *_ledger(plan)))


_HEAD = "青岚县水利局党组巡察整改方案\n一、总体要求\n提高站位，压实责任。\n二、整改措施\n"

RULE = Rule(
    code="DDL001",
    name="measure-without-deadline",
    genres=PLAN,
    severity=Severity.ERROR,
    structural=True,
    grades={"thin": Severity.WARNING, "slight": Severity.INFO},
    summary=Text("方案里的整改措施没有写明完成时限。", "A measure of a plan has no time limit."),
    messages={
        "main": Text(
            "“{measure}”这条措施没有完成时限：本身没有写日期、期限或频次，上级标题和全文也没有适用于它的时限。",
            "The measure “{measure}” has no time limit: it states no date, length of time or frequency, and neither its heading "
            "nor the plan as a whole sets one for it.",
        ),
        "group": Text(
            "“{group}”下面的{count}条措施都没有完成时限，而方案的其他部分写了统一的时限。",
            "The {count} measures under “{group}” have no time limit, though other parts of the plan set one for all of theirs.",
        ),
        "status": Text(
            "“{measure}”这条措施的时限只写“{word}”，没有说何时改完。",
            "The time limit of the measure “{measure}” is only “{word}”: that does not say by when.",
        ),
        "worded": Text(
            "方案共有{total}条整改措施，其中{missing}条的时限只写“长期坚持”“立行立改”一类的话，没有说何时改完。",
            "Of the {total} measures of this plan {missing} have a limit in words only (长期坚持, 立行立改): they do not say by when.",
        ),
        "whole": Text(
            "方案共有{total}条整改措施，其中{missing}条没有完成时限，全文也没有统一的时限。",
            "Of the {total} measures of this plan {missing} have no time limit, and the plan sets none for all of them.",
        ),
    },
    help=Text(
        "给每条措施写上完成时限，例如“2024年9月底前”“3个月内”“每季度一次”；如果时限统一，就在方案里写明“各项措施于2024年12月底前完成”；"
        "如果时限写在附件或台账里，就在正文注明。",
        "Give every measure a limit such as 2024年9月底前, 3个月内 or 每季度一次; where one limit holds for all, say so once in the plan; where it "
        "stands in an annex or ledger, refer to it.",
    ),
    why=Text(
        "没有时限的措施无法督办和销号，验收时也说不清是否按期完成。",
        "A measure without a limit can be neither followed up nor closed, and nobody can say whether it was done in time.",
    ),
    basis=PRACTICE,
    check=check,
    options=Options,
    examples=(
        Bad(
            _HEAD + "（一）完善采购制度。2024年9月底前修订采购办法。\n⟦（二）加强廉政教育⟧。组织干部学习典型案例。\n",
            "plan",
        ),
        Bad(
            _HEAD
            + "（一）理论学习不深\n整改措施：每月组织一次集中学习。\n（二）监管不严\n⟦整改措施：开展工程质量排查⟧。\n责任科室：建设科\n",
            "plan",
        ),
        Bad(
            _HEAD + "（一）完善采购制度。9月底前修订采购办法。\n⟦（二）清理闲置设备⟧。\n完成时限：长期坚持\n",
            "plan",
            Severity.INFO,
        ),
        Bad(
            _HEAD
            + "1.完善采购制度。完成时限：2024年9月底\n2.清理闲置设备。完成时限：2024年8月底\n3.公开账目。完成时限：每季度\n"
            "4.规范合同。完成时限：2024年9月底\n⟦5.收回外借设备⟧。完成时限：限时完成\n",
            "plan",
            Severity.WARNING,
        ),
        Bad(
            _HEAD
            + "1.完善采购制度。完成时限：2024年9月底\n2.清理闲置设备。完成时限：2024年8月底\n3.公开账目。完成时限：每季度\n"
            "4.规范合同。完成时限：2024年9月底\n⟦5.收回外借设备⟧。完成时限：立行立改\n",
            "plan",
            Severity.INFO,
        ),
        Bad(
            _HEAD
            + "1.完善采购制度。每季度检查一次。\n⟦2.加强廉政教育⟧。开展谈心谈话。\n三、组织保障\n建立整改台账，对账销号。\n",
            "plan",
            Severity.WARNING,
        ),
        Bad(
            _HEAD
            + "1.完善采购制度。每季度检查一次。\n⟦2.加强廉政教育⟧。开展谈心谈话。\n三、组织保障\n时限见附件《整改任务清单》。\n",
            "plan",
            Severity.INFO,
        ),
        Bad(
            _HEAD + "1.完善制度。\n2.开展培训。\n3.清理设备。\n4.约谈负责人。\n5.公开账目。\n6.规范合同。\n",
            "plan",
        ),
        Bad(
            _HEAD + "（一）采购管理（10月底前完成）\n1.修订采购办法。\n2.清理供应商名录。\n"
            "⟦（二）资产管理⟧\n1.清理闲置设备。\n2.核对固定资产账目。\n",
            "plan",
        ),
        Good(
            _HEAD + "（一）完善采购制度。9月底前修订采购办法。\n（二）加强廉政教育。每季度组织一次警示教育。\n", "plan"
        ),
        Good(_HEAD + "（一）加强采购管理（2024年10月底前完成）\n1.修订采购办法。\n2.清理供应商名录。\n", "plan"),
        Good(
            "青岚县水利局整改方案\n一、整改目标\n各项整改任务于2024年12月底前全部完成。\n二、整改措施\n1.修订采购办法。\n2.清理供应商名录。\n",
            "plan",
        ),
        Good(
            _HEAD
            + "1.修订采购办法。3个月内印发。\n三、组织保障\n（一）加强组织领导。成立领导小组。\n（二）强化监督问责。\n",
            "plan",
        ),
    ),
)
