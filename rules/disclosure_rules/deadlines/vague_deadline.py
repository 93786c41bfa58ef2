"""DDL003: 尽快, 近期, 适时 where a time limit should stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure_grammar.source import Span
from disclosure_grammar.tree import Kind
from disclosure_lint.facts.clauses import Clauses
from disclosure_lint.facts.model import Deadline, TimeLimit
from disclosure_lint.facts.outlook import in_an_item, is_outlook
from disclosure_lint.rule import DISCLOSURES, PRACTICE, Bad, Draft, Finding, Good, Rule, Severity, Text

_TO_BE_DONE = re.compile(r"将|拟|计划|争取|力争|下一步|下步|后期|后续|正在|正抓紧|预计")
_ASKED = re.compile(r"要求|督促|责令|提醒|催促|推动|指导|敦促|建议|商请|催办|确保|便于|以便|希望|呼吁")
_DONE = re.compile(r"已|了|均|得到|完毕")


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag the vague word that is all a measure or a promise has for a limit."""
    found = _in_measures(draft) if draft.genre == "plan" else _in_reports(draft)
    for deadline in found:
        yield Finding(deadline.span, {"word": deadline.span})


def _in_measures(draft: Draft) -> Iterator[Deadline]:
    for measure in draft.facts.plan.measures:
        if measure.limit is None and measure.vague is not None:
            yield measure.vague


def _in_reports(draft: Draft) -> Iterator[Deadline]:
    """Vague words in what is still to be done; what DDL002 flags anyway is left to it."""
    flagged = [work.span for work in draft.facts.open_work if work.limit is None]
    timed = [deadline.span for deadline in draft.facts.deadlines if deadline.kind.says_when]
    timed += [when.span for when in draft.facts.dates]
    for deadline in draft.facts.deadlines:
        if deadline.kind is not TimeLimit.VAGUE or deadline.node.kind in (Kind.HEADING, Kind.TITLE, Kind.OPENING):
            continue
        sentence = _promise(draft, deadline)
        if sentence is not None and not any(sentence.overlaps(span) for span in (*flagged, *timed)):
            flagged.append(sentence)  # one finding a sentence
            yield deadline


def _promise(draft: Draft, deadline: Deadline) -> Span | None:
    """The sentence around a vague word, where it promises something that is still to be done."""
    prose = deadline.node.prose
    at = prose.index(deadline.span.start)
    clauses = Clauses(prose.text)
    if clauses.quoted(at) or is_outlook(draft.document, deadline.node) or not in_an_item(draft.document, deadline.node):
        return None
    start, end = clauses.sentence(at)
    clause_start, clause_end = clauses.clause(at)
    if _ASKED.search(clauses.plain, clause_start, at) or _DONE.search(clauses.plain, clause_start, clause_end):
        return None
    return prose.span(start, end) if _TO_BE_DONE.search(clauses.plain, start, at) else None


RULE = Rule(
    code="DDL003",
    name="vague-deadline",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    summary=Text("只用“尽快”“近期”“适时”代替时限", "A vague word stands where a time limit should"),
    messages={
        "main": Text(
            "“{word}”不是时限：这里没有写明具体的日期、期限或频次。",
            "“{word}” is no time limit: no date, length of time or frequency is given here.",
        )
    },
    help=Text(
        "换成具体时限，例如“2024年10月底前”“一个月内”。",
        "Put a real limit in its place, such as 2024年10月底前 or 一个月内.",
    ),
    why=Text(
        "“尽快”没有终点，既不能督办，也不能销号。", "What is to be done soon can be neither followed up nor closed."
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
