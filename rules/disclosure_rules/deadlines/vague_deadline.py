"""DDL003: 尽快, 近期, 适时 where a time limit should stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Kind, Node
from disclosure_lint.facts.model import Deadline, TimeLimit
from disclosure_lint.rule import DISCLOSURES, PRACTICE, Bad, Draft, Finding, Good, Rule, Severity, Text

if TYPE_CHECKING:
    from disclosure_lint.facts.by_leaf import Placed
    from disclosure_lint.facts.figures.clauses import Clauses

_TO_BE_DONE = Pattern(
    r"将|拟|计划|争取|力争|下一步|下步|后期|后续|正在|正抓紧|预计|(?:剩余|其余|余下|另外?|未[^，,。；;：:的]{1,5}的)[ \u3000]?[0-9０-９一二两三四五六七八九十]"
)
_PROMISED = Pattern(r"近期(?:之?内)?(?:将|拟)")
_ASKED = Pattern(r"要求|督促|责令|提醒|催促|推动|指导|敦促|建议|商请|催办|确保|便于|以便|希望|呼吁")
_DONE = Pattern(r"已|了|均|得到|完毕")
_SIGHT = 200  # how far back a reader looks for what is promised


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag the vague word that is all a measure or a promise has for a limit."""
    found = _in_measures(draft) if draft.genre == "plan" else _in_reports(draft)
    for deadline in found:
        yield Finding(deadline.span, {"word": deadline.span})


def _in_measures(draft: Draft) -> Iterator[Deadline]:
    found = (measure.vague for measure in draft.facts.plan.measures if measure.limit is None)
    yield from dict.fromkeys(vague for vague in found if vague is not None)  # one may stand for a whole group


def _in_reports(draft: Draft) -> Iterator[Deadline]:
    """Vague words in what is still to be done, one a sentence; what has a date, or what DDL002 flags anyway, is left out."""
    from disclosure_lint.facts.by_leaf import ByLeaf
    from disclosure_lint.facts.figures.clauses import Clauses
    from disclosure_lint.facts.unfinished.outlook import is_whole_item

    facts = draft.facts
    settled: list[Placed] = [work for work in facts.open_work if work.limit is None]
    settled += [deadline for deadline in facts.deadlines if deadline.kind.says_when]
    settled += facts.dates
    places = ByLeaf(sorted(settled, key=lambda fact: fact.span))
    vague = (deadline for deadline in facts.deadlines if deadline.kind is TimeLimit.VAGUE)
    for leaf, deadlines in groupby(vague, lambda deadline: deadline.node):
        if leaf.kind in (Kind.HEADING, Kind.TITLE, Kind.OPENING) and not is_whole_item(draft.document, leaf):
            continue
        if not _reports(draft, leaf):
            continue
        clauses = Clauses(leaf.text)
        flagged = -1
        for deadline in deadlines:
            at = leaf.prose.index(deadline.span.start)
            start, end = clauses.sentence(at)
            if start > flagged and _is_promised(clauses, at) and not places.between(leaf, start, end):
                flagged = start
                yield deadline


def _reports(draft: Draft, leaf: Node) -> bool:
    from disclosure_lint.facts.unfinished.outlook import in_an_item, is_outlook

    return in_an_item(draft.document, leaf) and not is_outlook(draft.document, leaf)


def _is_promised(clauses: Clauses, at: int) -> bool:
    """Whether a vague word tells when something will be done that is still to be done."""
    if clauses.quoted(at):
        return False
    start, end = clauses.clause(at)
    if _ASKED.search(clauses.plain, start, at) or _DONE.search(clauses.plain, start, end):
        return False
    if _PROMISED.match(clauses.plain, at):
        return True
    return _TO_BE_DONE.search(clauses.plain, max(clauses.sentence(at)[0], at - _SIGHT), at) is not None


RULE = Rule(
    code="DDL003",
    name="vague-deadline",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    summary=Text("只写“尽快”“近期”“适时”，没有写明时限。", "A vague word stands where a time limit should."),
    messages={
        "main": Text(
            "“{word}”不是时限：这里没有写具体的日期、期限或频次。",
            "“{word}” is no time limit: no date, length of time or frequency is given here.",
        )
    },
    help=Text(
        "换成具体时限，例如“2024年10月底前”“一个月内”。",
        "Put a real limit in its place, such as 2024年10月底前 or 一个月内.",
    ),
    why=Text(
        "“尽快”没有期限，既无法督办，也无法销号。", "What is to be done soon can be neither followed up nor closed."
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "青岚县水利局巡察整改方案\n一、整改措施\n（一）完善采购制度。⟦尽快⟧修订采购办法。\n（二）开展排查。9月底前完成。\n",
            "plan",
        ),
        Bad("二、整改进展\n（一）设备闲置\n整改情况：已登记造册，院办正在联系接收单位，手续齐备后将⟦尽快⟧调拨。\n"),
        Good("青岚县水利局巡察整改方案\n一、整改措施\n（一）完善采购制度。尽快修订采购办法，9月底前印发。\n", "plan"),
        Good("二、整改进展\n（一）设备闲置\n整改情况：督促各科室尽快归还，均已归还到位。近期发生的两起纠纷已调解。\n"),
        Good("二、整改进展\n（一）设备闲置\n整改情况：将尽快办理调拨手续，2024年9月底前完成。\n"),
    ),
)
