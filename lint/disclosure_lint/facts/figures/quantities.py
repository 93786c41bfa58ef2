"""Counted numbers: 27项具体问题, 近4000万元, 3个方面11类问题30项问题."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from disclosure_grammar.numerals import fold, parse, parse_decimal
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.figures.classifiers import measure_word
from disclosure_lint.facts.figures.clauses import Clauses
from disclosure_lint.facts.figures.nouns import noun_before, noun_behind, shared_head
from disclosure_lint.facts.figures.statuses import bare, status_of
from disclosure_lint.facts.figures.vocabulary import (
    FIXED_EXPRESSIONS,
    GROUP_NOUNS,
    GROUP_UNITS,
    ITEM_UNITS,
    PROBLEM_NOUNS,
)
from disclosure_lint.facts.model import Bound, Quantity, Status

NUMBER = r"(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]+)(?:[.．][0-9０-９]+)?"
"""A pattern of a number in Arabic digits."""

_ARABIC = Pattern(
    rf"(?<![0-9０-９A-Za-z.．/／+＋第#])(?P<number>{NUMBER})(?P<more>[余多]?)(?P<myriad>[千百]?[万亿]|千(?=[元米克人家件册]))?"
    r"(?P<still>[余多]?)[ \u3000]?"
)
_CHINESE = Pattern(
    r"(?<![0-9０-９零〇○一二三四五六七八九十百千万亿两几数第])(?P<number>[一二三四五六七八九两]?十[一二三四五六七八九]?|"
    r"[一二三四五六七八九两][百千][零一二三四五六七八九十百]*|[二三四五六七八九两]|"
    r"(?:(?<=剩余|其余|还有|尚有|尚余|还剩|余下|仅有|完成)|(?<=的))一)(?P<more>[余多]?)"
)
_CANDIDATE = Pattern(r"[0-9０-９一二三四五六七八九十两]")
_ORDINAL = Pattern(r"第[0-9０-９一二三四五六七八九十百、，,至到和及—-]*$")
_VAGUE_BEFORE = Pattern(
    r"(?P<less>不(?:超过|多于|高于|大于)|最多|至多|低于|少于(?<!不少于))$|"
    r"(?P<more>不(?:少于|低于|小于)|至少|最少|超过?|逾|多于|高于|突破)$|"
    r"(?P<about>(?<![最附就远])近|将近|接近|大约|约|大概)$|(?<=[0-9０-９一二三四五六七八九十])(?P<range>[-－—–~～至到])$"
)
_VAGUE_BEHIND = Pattern(r"(?P<more>及?以上|之多|多(?=[，。、；]))|(?P<less>及?以下|以内)|(?P<about>左右|上下)")
_FACTORS = {"千": 1000, "百万": 10**6, "千万": 10**7, "百亿": 10**10, "千亿": 10**11, "万": 10**4, "亿": 10**8}
_LINK = Pattern(
    r"(?P<noun>[^\W\d_]{0,8}?)[，,、]?(?P<verb>共|共计|总共|合计|细化(?:分解)?为|分解为|细分为|梳理(?:出|为)|归纳为|归为|包括|涉及|含|计)?"
)
_REFINING = ("细化", "分解", "细分", "归纳", "梳理")
_ADDS_UP = Pattern(r"(?:共计?|合计|总计|总共|一共)(?:有|为|是)?$")
_NEAR = 24
"""How many figures back a bare figure may take its noun from."""

_SKIPPED = frozenset({Kind.CONTACT, Kind.SIGNATORY, Kind.DATE, Kind.SALUTATION})


class Found(NamedTuple):
    """A counted number at its place in a text; places are offsets in the text.

    Attributes:
        start, end: the numeral with its measure word and the words of vagueness.
        number: the place of the numeral alone.
        chain: a number shared by the members of a chain within this text.
    """

    start: int
    end: int
    number: tuple[int, int]
    value: Fraction
    unit: str
    bound: Bound
    clause: tuple[int, int]
    noun: str = ""
    status: Status = Status.OTHER
    chain: int | None = None


def extract(document: Document) -> tuple[Quantity, ...]:
    """The counted numbers of a draft, in the order of the text."""
    found: list[Quantity] = []
    chains = 0
    for node in document.prose:
        if node.kind in _SKIPPED:
            continue
        here = find(node.prose, _label_end(node))
        found.extend(_quantity(node, item, chains) for item in here)
        chains += 1 + max((item.chain for item in here if item.chain is not None), default=-1)
    return tuple(found)


def find(prose: Prose, begin: int = 0) -> tuple[Found, ...]:
    """The counted numbers of one block of text, from the offset ``begin`` on."""
    text = prose.text
    if not _CANDIDATE.search(text, begin):
        return ()
    clauses = Clauses(text)
    numbers = list(_numbers(clauses, begin))
    if not numbers:
        return ()
    return tuple(_inherit(_chained(_named(clauses, numbers), text), clauses))


def _label_end(node: Node) -> int:
    return node.prose.index(node.label.span.end) if node.label is not None else 0


def _quantity(node: Node, found: Found, chains: int) -> Quantity:
    span = node.prose.span
    return Quantity(
        span=span(found.start, found.end),
        node=node,
        number=span(*found.number),
        value=found.value,
        unit=found.unit,
        noun=found.noun,
        bound=found.bound,
        status=found.status,
        clause=span(*found.clause),
        chain=None if found.chain is None else found.chain + chains,
    )


def _numbers(clauses: Clauses, begin: int) -> Iterator[Found]:
    """Every numeral with a measure word that counts something; what it counts is not known yet."""
    text = clauses.text
    found = [_counted(match, clauses, chinese=False) for match in _ARABIC.finditer(text, begin)]
    found += [_counted(match, clauses, chinese=True) for match in _CHINESE.finditer(text, begin)]
    return iter(sorted(filter(None, found), key=lambda count: count.number))


def _counted(match: re.Match[str], clauses: Clauses, *, chinese: bool) -> Found | None:
    """The count that a numeral opens, or None where it opens none."""
    text, number = clauses.text, match.span("number")
    unit = measure_word(text, match.end(), chinese=chinese)
    if not unit:
        return None
    quote = clauses.quoted(number[0])
    if quote == "《" or (quote and chinese) or text.startswith(FIXED_EXPRESSIONS, number[0]):
        return None
    value = _value(match, chinese=chinese)
    if value is None or _is_name(text, number[0], unit, value, chinese=chinese):
        return None
    start, end, bound = bound_around(text, number[0], match.end() + len(unit))
    if bound is Bound.EXACT and (match["more"] or (not chinese and match["still"])):
        bound = Bound.MORE
    return Found(start, end, number, value, unit, bound, clauses.clause(number[0]))


def _is_name(text: str, start: int, unit: str, value: Fraction, *, chinese: bool) -> bool:
    """Whether the words are a rank or an event: 第3项, 前三名, 党的二十大."""
    if _ORDINAL.search(text, max(0, start - 12), start) or (chinese and unit == "大" and value > 10):
        return True
    return unit in ("名", "位") and text[max(0, start - 1) : start] == "前"


def _value(match: re.Match[str], *, chinese: bool) -> Fraction | None:
    if chinese:
        whole = parse(match["number"])
        return None if whole is None else Fraction(whole)
    value = parse_decimal(fold(match["number"]))
    return value if value is None or not match["myriad"] else value * _FACTORS.get(match["myriad"], 1)


def bound_around(text: str, start: int, end: int) -> tuple[int, int, Bound]:
    """How exact a number is by the words around it, and its place with them."""
    bound = Bound.EXACT
    before = _VAGUE_BEFORE.search(text, max(0, start - 4), start)
    if before:
        bound = _bound(before)
        start = before.start() if not before["range"] else start
    after = _VAGUE_BEHIND.match(text, end)
    if after:
        bound = _bound(after)
        end = after.end()
    return start, end, bound


def _bound(match: re.Match[str]) -> Bound:
    return {"less": Bound.LESS, "more": Bound.MORE}.get(match.lastgroup or "", Bound.ABOUT)


def _named(clauses: Clauses, numbers: list[Found]) -> list[Found]:
    """The same with noun and status, as far as their own clause tells."""
    named: list[Found] = []
    text = clauses.text
    for index, found in enumerate(numbers):
        first, last = found.clause
        if index and numbers[index - 1].end > first:
            first = numbers[index - 1].end
            if text.startswith(named[-1].noun, first):
                first += len(named[-1].noun)
        alone = index + 1 == len(numbers) or numbers[index + 1].start >= last
        if not alone:
            last = numbers[index + 1].start
        before, after = text[first : found.start], text[found.end : max(last, found.end)]
        noun = found.unit if found.unit.endswith("方面") else noun_behind(after, found.unit)
        noun = noun or noun_before(before, clauses.plain[first : found.start]) or _noun_outside(clauses, found, named)
        status = status_of(clauses.plain[first : found.start], after if alone else "")
        if noun.endswith("类"):  # 长期坚持类 is a class, not a status
            status = Status.OTHER
        if status is Status.OTHER and named and _goes_on(named[-1], before, noun, first > found.clause[0]):
            status = named[-1].status
        named.append(found._replace(noun=noun, status=status))
    return named


def _noun_outside(clauses: Clauses, found: Found, named: list[Found]) -> str:
    """What a figure alone in brackets counts: 招生专业（68个）."""
    at = found.start - 1
    if at < 1 or clauses.text[at] not in "（(" or not clauses.text.startswith(("）", ")"), found.end):
        return ""
    begin = max(clauses.clause(at - 1)[0], named[-1].end if named else 0)
    return noun_before(clauses.text[begin:at], clauses.plain[begin:at])


def _goes_on(last: Found, before: str, noun: str, same_clause: bool) -> bool:
    """Whether a figure without a verb goes on with a list: 细化为重点问题8项、具体问题31项，意见建议5条."""
    return same_clause or (last.status is Status.TOTAL and noun.endswith(PROBLEM_NOUNS) and before.strip() == noun)


def _chained(numbers: list[Found], text: str) -> list[Found]:
    """The same with chains marked: figures that count one thing by ever finer levels."""
    chained: list[Found] = []
    chain = -1
    for found in numbers:
        last = chained[-1] if chained else None
        if last is not None and _follows(last, found, text):
            if last.chain is None:
                chain += 1
                chained[-1] = last._replace(chain=chain)
            chained.append(found._replace(chain=chain))
        else:
            chained.append(found)
    return chained


def _follows(last: Found, found: Found, text: str) -> bool:
    """Whether a figure goes on one level below the one before it."""
    grouping = last.unit in GROUP_UNITS or last.noun in GROUP_NOUNS
    gap = text[last.end : found.start]
    link = _LINK.fullmatch(gap)
    if link is None or last.value > found.value or found.bound is not Bound.EXACT or last.bound is not Bound.EXACT:
        return False
    if not grouping and last.unit not in ITEM_UNITS:
        return False
    if found.unit not in ITEM_UNITS | GROUP_UNITS:
        return False
    return grouping or (link["verb"] or "").startswith(_REFINING)


def _inherit(numbers: list[Found], clauses: Clauses) -> Iterator[Found]:
    """The same, each figure without a noun of its own counting what the figure before it counts."""
    known: list[Found] = []
    for found in numbers:
        noun = found.noun
        if not noun and found.unit in ITEM_UNITS:
            lead = _lead(found, known, clauses)
            source = _antecedent(found, known, clauses, lead) if bare(lead) else None
            if source is not None:
                noun = _shared_noun(source, found, known, clauses) if _ADDS_UP.search(lead) else source.noun
        known.append(found._replace(noun=noun) if noun != found.noun else found)
        yield known[-1]


def _shared_noun(source: Found, found: Found, known: list[Found], clauses: Clauses) -> str:
    """What a sum counts: 镇本级问题32个、村级问题145个，共177个 are 问题, not 村级问题."""
    begin = clauses.sentence(found.number[0])[0]
    nouns = {
        other.noun
        for other in known[-_NEAR:]
        if other.number[0] >= begin and other.unit == source.unit and other.status is source.status and other.noun
    }
    return source.noun if len(nouns) < 2 else shared_head(nouns)


def _lead(found: Found, known: list[Found], clauses: Clauses) -> str:
    """The words of its clause before a figure, the figure before it and its noun left out."""
    begin = max(found.clause[0], known[-1].end if known else 0)
    words = clauses.plain[begin : found.start]
    return words.removeprefix(known[-1].noun) if known else words


def _antecedent(found: Found, known: list[Found], clauses: Clauses, lead: str) -> Found | None:
    """The figure whose noun a bare figure takes over: the nearest with its measure word, else the nearest that counts items."""
    accounted = found.status in (Status.DONE, Status.STAGED, Status.ONGOING, Status.LEFT)
    begin = 0 if accounted else clauses.sentence(found.number[0])[0]
    near = [
        other
        for other in reversed(known[-_NEAR:])
        if other.noun and other.unit in ITEM_UNITS and other.number[0] >= begin
    ]
    near = [other for other in near if other.noun not in GROUP_NOUNS]
    if "整改" in lead:  # problems are rectified, measures are carried out
        near = [other for other in near if not other.noun.endswith(("措施", "举措", "制度", "建议"))] or near
    same = [other for other in near if other.unit == found.unit]
    named_again = (other for other in same if not lead and other.value == found.value)  # 28项中已完成27项
    return next(named_again, next(iter(same or near), None))
