"""Time limits that had run out by the day a disclosure speaks of, though the words around them tell of work still to be done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.figures.clauses import Clauses
from disclosure_lint.facts.model import Deadline, TimeLimit
from disclosure_lint.facts.unfinished.open_work import speaks
from disclosure_lint.facts.unfinished.outlook import is_outlook

_WITH_YEAR = Pattern(r"[0-9０-９]{4}年")
_DONE = Pattern(r"已|了(?!解|结)|均(?![将于应须需在拟要可]|计划|预计|明确)")
_OF_THE_PAST = Pattern(r"原[定拟计]|原则上|要求|责令|督促|约定|规定|延期|延长|顺延|推迟|延至|改为|调整[为至到]|实际")
_NAMED = Pattern(
    r"[^，,。；;]{1,4}的|[^，,。；;]{0,16}(?:(?:完成|整改|办结|到位|销号|建成|竣工|解决|实施|开展)的|的[0-9０-９一二两三四五六七八九十])"
)
_AIM = Pattern(
    r"(?:(?<!按)(?<!按照)计划|(?<![现已])将|拟|预计|预期|力争|争取|最迟|至迟)(?:全部|分别|陆续|均|依次)?(?P<at>[于在到至]|不晚于|不迟于)?[ \u3000]?$"
)
_BEFORE = ("前", "内", "止")  # 将2023年度预算公开 sets no date for anything
_UNDER_WAY = Pattern(r"正在[^，,。；;的]{1,16}[，,]|[尚仍]未[^，,。；;的]{1,12}[，,]|[仍尚]在[^，,。；;的]{1,12}[，,]")
_THE_REST = Pattern(r"已[^；;]{0,60}(?:剩余|其余|余下|剩下|另外?)的?[ \u3000]?[0-9０-９一二两三四五六七八九十]")
_NEXT_STAGE = Pattern(
    r"(?:剩余|其余|余下|剩下|另外?)的?[ \u3000]?[0-9０-９一二两三四五六七八九十][^，,。；;]{0,30}?已[^，,。；;]{1,16}[，,]$"
)
_TO_DO = Pattern(r"[^，,。；;]{0,16}(?:完成|办结|销号|到位|解决|清零|整改|建成|竣工|完工|验收|交付|投用)")
_SINCE_DONE = Pattern(r"[，,][^，,。；;]{0,10}已")
_SIGHT = 160  # how far a reader looks along a sentence
_LEFT_TABLE = Pattern(r"未完成|未整改|未销号|正在整改|剩余|下一步|后续|推进计划")


def overdue(document: Document, deadlines: Iterable[Deadline], today: date) -> Iterator[Deadline]:
    """The dates for open work that lie before a day, in the order of the text."""
    clauses = Clauses("")
    for deadline in deadlines:
        if deadline.kind is not TimeLimit.DATE or deadline.due is None or deadline.due >= today:
            continue
        leaf = deadline.node
        if not _WITH_YEAR.match(document.source.slice(deadline.span)):
            continue
        if leaf.kind is Kind.ROW:
            if _lists_what_is_left(document, leaf):
                yield deadline
            continue
        outlook = is_outlook(document, leaf)
        if not (outlook or speaks(document, leaf)):
            continue
        if clauses.text is not leaf.text:
            clauses = Clauses(leaf.text)
        if _is_open(clauses, leaf, deadline, outlook=outlook):
            yield deadline


def _is_open(clauses: Clauses, leaf: Node, deadline: Deadline, *, outlook: bool) -> bool:
    """Whether the words around a date say that what it is set for is still to be done."""
    start, end = leaf.prose.index(deadline.span.start), leaf.prose.index(deadline.span.end - 1) + 1
    text = clauses.plain
    first, last = _near(clauses.clause(start), start, end)
    opens, stops = _near(clauses.sentence(start), start, end)
    if _DONE.search(text, first, last) or _OF_THE_PAST.search(text, opens, stops) or _NAMED.match(text, end):
        return False
    if not outlook and _SINCE_DONE.search(text, end, _part_end(text, end, stops)):
        return False
    if outlook and _TO_DO.match(text, end):
        return True
    part = max(text.rfind(mark, opens, start) for mark in "；;") + 1 or opens
    aim = _AIM.search(text[max(start - 14, opens) : start])
    if aim and (aim["at"] or text[end - 1] in _BEFORE or _TO_DO.match(text, end)):
        return True
    return bool(
        _UNDER_WAY.search(text, part, start)
        or _THE_REST.search(text, part, start)
        or _NEXT_STAGE.search(text[max(start - 80, part) : start])
    )


def _near(stretch: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """As much of a clause or sentence as a reader sees around a date."""
    return max(stretch[0], start - _SIGHT), min(stretch[1], end + _SIGHT)


def _part_end(text: str, start: int, stop: int) -> int:
    """Where the part of a sentence ends that a semicolon closes."""
    return min((at for mark in "；;" if (at := text.find(mark, start, stop)) >= 0), default=stop)


def _lists_what_is_left(document: Document, row: Node) -> bool:
    """Whether a row stands in a table of what is not done yet, by the name of the table or of its part."""
    above = [node for node in document.ancestors(row) if node.kind in (Kind.ANNEX, Kind.SECTION, Kind.LABELLED)]
    return bool(above) and _LEFT_TABLE.search(above[0].heading.text) is not None
