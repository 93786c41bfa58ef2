"""PII006: one name left in full beside a disciplinary outcome, where the draft hides the others."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.facts.model import Personal
from disclosure_lint.rule import (
    EVERY_GENRE,
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
)

_HIDDEN = Text("这里的姓名已隐去：“{hidden}”", "here a name is hidden: “{hidden}”")


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag the full names that a draft lets slip among those it hides."""
    for fact in draft.facts.personal:
        if fact.kind == "exposed" and fact.other is not None:
            related = Related(fact.other, _HIDDEN, {"hidden": fact.other})
            fields = {"name": fact.span, "hidden": fact.other}
            yield Finding(fact.span, fields, related=(related,), fix=_fix(draft, fact))


def _fix(draft: Draft, fact: Personal) -> Fix:
    """The name as a draft would hide it; the author must see that two people do not become one."""
    hidden = draft.source.slice(fact.span)[:1] + "某某"
    return Fix(Text(f"改为“{hidden}”", f"write “{hidden}”"), (Edit(fact.span, hidden),), Safety.DISPLAY)


RULE = Rule(
    code="PII006",
    name="anonymisation-broken",
    genres=EVERY_GENRE,
    severity=Severity.WARNING,
    summary=Text(
        "别处用“某某”隐去姓名，这里受处分、处理的人却写了全名。",
        "A person who was disciplined is named in full, though the draft hides other names.",
    ),
    messages={
        "main": Text(
            "文中别处写作“{hidden}”，隐去了姓名，这里受处分或处理的“{name}”（已遮盖）却是全名。",
            "Elsewhere the draft hides names (“{hidden}”), but here “{name}” (masked), who was disciplined, is named in full.",
        )
    },
    help=Text(
        "全文统一：要么都隐去（如“李某某”“原科长李某”），要么按批准公开的范围都写全名。",
        "Be consistent: hide all such names, or write all in full as far as publication was approved.",
    ),
    why=Text(
        "同一份稿子里有的隐去、有的写全名，多半是漏改；处分情况一公开就收不回来。",
        "Names hidden here and written out there are mostly an oversight, and a published sanction cannot be called back.",
    ),
    basis=PRACTICE,
    fixes=(Safety.DISPLAY,),
    check=check,
    examples=(
        Bad(
            "一、整改情况\n对李某某进行诫勉谈话，给予财务科原科长⟦王建军⟧党内警告处分。\n",
            fixed="一、整改情况\n对李某某进行诫勉谈话，给予财务科原科长王某某党内警告处分。\n",
        ),
        Bad("一、整改情况\n张某、刘某退缴津贴1.2万元。对⟦赵建华⟧、副科长⟦孙立⟧批评教育。\n"),
        Bad("一、整改情况\n⟦王建军⟧因违规发放津贴受到党内严重警告处分，李××被免职。\n"),
        Bad("一、整改情况\n1.李某某，诫勉谈话；\n2.⟦王海波⟧，党内警告。\n"),
        Bad("一、整改情况\n责令⟦王建军⟧退缴违规领取的补贴，对陈某某立案审查。\n"),
        Good("一、整改情况\n给予财务科原科长王建军党内警告处分，对李红进行诫勉谈话。\n"),
        Good("一、整改情况\n免去张志远水利局局长职务，任命李建华为水利局局长。对李某某诫勉。\n"),
        Good("一、整改情况\n党组书记王建军对李某某进行诫勉谈话。责任领导：王建军。\n"),
        Good("一、整改情况\n对李某某诫勉谈话，对施工单位通报批评，给予严重警告处分3人，对文旅局约谈。\n"),
        Good("一、整改情况\n依法审理刘某某等24人涉黑案件。召开王建军严重违纪违法案警示教育大会，处分2人。\n"),
        Good("一、整改情况\n对某些单位、某镇负责人批评教育，给予李红警告处分。\n"),
    ),
)
