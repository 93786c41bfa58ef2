"""Counts held against what they list: quoted words, the items 一是…二是… behind a colon, the sections that follow, sections by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from disclosure_grammar import numerals
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.comparisons.model import Comparison, Operand, Verdict
from disclosure_lint.comparisons.tallies import Tally, captions, level_tally
from disclosure_lint.facts import Facts
from disclosure_lint.facts.figures.quoted_lists import NUMERAL
from disclosure_lint.facts.headings.census import Census
from disclosure_lint.facts.model import Enumeration, QuotedList

_ANNOUNCED = Pattern(
    r"(?P<lead>[^，,。；;：:]*?)(?P<below>以下|下列|如下|下面)?[ \u3000]?"
    rf"(?P<figure>(?P<number>{NUMERAL})[ \u3000]?(?:个|项|条|点|大|方面|种|类|步|处)(?P<noun>[\u4e00-\u9fff]{{0,8}}))[”\"’]?"
    r"(?P<mark>[，,]?(?:即|就是|分别是|分别为|具体是|主要是|具体为)?[：:]|[，,]即|——|。)$"
)
_ANOTHER_MATTER = Pattern(r"针对|对照|根据|按照|依据|结合|围绕|反馈|指出|涉及|对|就")
_TAIL = 60  # how far back an announcement is looked for
_TELLING = (Kind.PARAGRAPH, Kind.POINT, Kind.DASH, Kind.LABEL, Kind.CAPTION)
_NEAR = 2  # a list that is shorter or longer than announced by more gives only some items, or is another list
_NAMED = 4  # fewer names may stand in headings by chance


def compare(document: Document, facts: Facts) -> Iterator[Comparison]:
    """Every count that lists what it counts."""
    census = Census(document)
    for listed in facts.quoted_lists:
        yield from _words(listed)
        yield from _named_sections(document, census, listed)
    above = dict(zip(document.flow[1:], document.flow, strict=False))
    lone = {(e.items[0].node, e.form) for e in facts.enumerations if len(e.items) == 1}
    for enumeration in facts.enumerations:
        # a lone 一是 in the same paragraph leaves open whose item a later 三是 is
        if (enumeration.items[0].node, enumeration.form) not in lone:
            yield from _points(above, enumeration)
    yield from _following(document, census)


def _words(listed: QuotedList) -> Iterator[Comparison]:
    """“德、纪、法、责”四个维度."""
    agrees = listed.count in (len(listed.items), *listed.ways)
    if agrees or listed.certain:
        operand = Operand(
            listed.items[0].to(listed.items[-1]),
            f"这里列出{len(listed.items)}项",
            f"{len(listed.items)} items are listed here",
        )
        yield _comparison(
            listed.figure,
            (operand,),
            listed.count,
            listed.count if agrees else len(listed.items),
            "列出的词语",
            "words listed",
        )


def _named_sections(document: Document, census: Census, listed: QuotedList) -> Iterator[Comparison]:
    """“…领航、…护航”六大工程 and the sections that carry their names."""
    names = [document.source.slice(item) for item in listed.items]
    if len(names) < _NAMED or any(len(name) < 2 for name in names) or listed.count != len(names):
        return
    for sections in census.children.values():
        holders = [next((s for s in sections if name in s.title), None) for name in names]
        found = [section for section in holders if section is not None]
        operands = tuple(Operand(s.title_span or s.heading.words, "对应的标题", "the heading for it") for s in found)
        if len(found) == len(names):
            yield _comparison(
                listed.figure, operands, listed.count, listed.count, "对应的标题", "headings of that name"
            )
        elif len(found) == len(names) - 1 and not _mentioned(document, names[holders.index(None)]):
            lost = listed.items[holders.index(None)]
            lone = Operand(lost, "标题中没有的一项", "the one without a heading")
            yield _comparison(
                listed.figure,
                (lone, *operands),
                listed.count,
                len(found),
                "对应的标题",
                "headings of that name",
                "named",
            )


def _mentioned(document: Document, name: str) -> bool:
    """Whether a line that may be a heading holds the name."""
    kinds = (Kind.HEADING, Kind.CAPTION, Kind.LABEL, Kind.OPENING, Kind.POINT, Kind.DASH)
    return any(name in leaf.text for leaf in document.of(*kinds))


def _points(above: Mapping[Node, Node], enumeration: Enumeration) -> Iterator[Comparison]:
    """做到三个坚持：一是…；二是…；三是…."""
    numbers = [item.number for item in enumeration.items]
    if len(numbers) < 2 or numbers != list(range(1, len(numbers) + 1)):
        return
    first = enumeration.items[0]
    node, at = first.node, first.node.prose.index(first.label.start)
    if not node.text[:at].strip():
        if node not in above or above[node].kind not in _TELLING:
            return
        node, at = above[node], len(above[node].text)
    found = _announcement(node, at)
    if found is None:
        return
    count, figure, sure = found
    if count == len(numbers) or (sure and abs(count - len(numbers)) <= _NEAR):
        operands = tuple(Operand(item.label, "列举的一项", "an item of the list") for item in enumeration.items)
        yield _comparison(figure, operands, count, len(numbers), "随后列举的项", "items that follow")


def _announcement(node: Node, end: int) -> tuple[int, Span, bool] | None:
    """The count that a text up to ``end`` closes with, and whether it surely announces what follows."""
    text = node.text[max(0, end - _TAIL) : end].rstrip(" \t\u3000")
    begin = max((m.end() for m in re.finditer(r"[，,。；;：:](?!$)", text[:-1])), default=0)
    match = _ANNOUNCED.match(text, begin)
    number = numerals.parse(match["number"]) if match else None
    if match is None or number is None:
        return None
    sure = bool(match["below"]) or (match["mark"] != "。" and not _ANOTHER_MATTER.search(match["lead"]))
    offset = max(0, end - _TAIL)
    return number, node.prose.span(offset + match.start("figure"), offset + match.end("figure")), sure


def _following(document: Document, census: Census) -> Iterator[Comparison]:
    """制定以下六个方面措施。 and the sections right below it; 做到四个坚持： and the dashes behind it."""
    prose = document.flow
    for place, (leaf, after) in enumerate(pairwise(prose)):
        if leaf.kind not in _TELLING or after.kind not in (Kind.HEADING, Kind.DASH):
            continue
        found = _announcement(leaf, len(leaf.text))
        if found is None:
            continue
        if after.kind is Kind.DASH:
            tally, certain = _dashes(prose[place + 1 :])
            what = ("下面的条目", "items below")
        else:
            tally, certain = _sections_below(document, census, leaf, after, found[0])
            what = ("下面的标题", "headings below")
        count, figure, sure = found
        if tally.count > 1 and (count == tally.count or (sure and certain)):
            yield _comparison(figure, tally.operands(), count, tally.count, *what)


def _dashes(leaves: Sequence[Node]) -> tuple[Tally, bool]:
    """The dashes behind an announcement; certain only where no paragraph stands between them."""
    found: list[Node] = []
    between = broken = False
    for leaf in leaves:
        if leaf.kind is Kind.DASH:
            broken = broken or between
            found.append(leaf)
        elif leaf.kind is Kind.PARAGRAPH and not leaf.text.rstrip().endswith(("：", ":")):
            between = True
        else:
            break
    return Tally(len(found), tuple(found), "", ""), not broken


def _sections_below(document: Document, census: Census, leaf: Node, after: Node, count: int) -> tuple[Tally, bool]:
    """The sections right below a paragraph; not certain where numbers left out account for the difference."""
    root = document.section_of(leaf) or document.root
    level = next(iter(census.under(root)), None)
    if level is None or level.sections[0].heading is not after:
        return Tally(0, (), "", ""), False
    tally = level_tally(level)
    spare = max(level.lost, captions(document, root))
    return tally, not tally.count < count <= tally.count + spare


def _comparison(
    figure: Span,
    operands: tuple[Operand, ...],
    stated: int,
    counted: int,
    what: str,
    things: str,
    variant: str = "main",
) -> Comparison:
    agrees = stated == counted
    zh = f"{what}共{counted}个，" + ("与所说的数量一致" if agrees else f"与所说的{stated}个不符")
    en = f"{counted} {things}: " + ("as stated" if agrees else f"{stated} stated")
    verdict = Verdict.VERIFIED if agrees else Verdict.CONTRADICTED
    data = {"what_zh": what, "what_en": things, "variant": variant}
    return Comparison("list", verdict, figure, operands, str(stated), str(counted), zh, en, True, data)
