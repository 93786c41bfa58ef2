"""Counts of the census in words: what was counted, how many there are, and whether they are what a figure counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.comparisons.echoes import LEAST, MOST
from disclosure_lint.comparisons.model import Comparison, Operand, Verdict
from disclosure_lint.facts.figures.clauses import Clauses
from disclosure_lint.facts.figures.vocabulary import GROUP_UNITS, ITEM_UNITS
from disclosure_lint.facts.headings.census import Census, Level, bare
from disclosure_lint.facts.model import Bound, Quantity, Status

_TROUBLE = Pattern(
    r"不|未|没有|缺|欠|差距|短板|弱|问题|不足|松|软|虚|滞后|隐患|风险|违规|违纪|违反|流于|脱节|淡薄|偏差|偏少|偏低|偏慢|"
    r"单一|形式化|现象|漏洞|混乱|迟缓|缓慢|有待|依然|仍|较少|较慢|较低|薄|简单|浮|粗"
)
_GENERIC = Pattern(
    r"(?:巡[视察]|审计|督[察查导]|检查|反馈|指出|整改|具体|重点|突出|主要|个性|共性|存在|查摆|发现|检视|方面|组|的|各类|需要?|任务)*(?:问题|意见|事项|任务)"
)
_MATTER = Pattern(r"反馈|指出|巡[视察]|审计|督[察查导]|移交|细化|梳理|归纳|整改")
_OTHER_MATTER = Pattern(r"民主生活会|组织生活会|对照检查|自查|谈心谈话|征求|上一?[轮次]|历次|以往|此前")
_MOST = 0.8  # the share of headings that must speak of a problem for their level to count as problems


@dataclass(frozen=True, slots=True)
class Tally:
    """Something that was counted.

    Attributes:
        count: how many there are.
        nodes: the headings or paragraphs counted.
        zh, en: what they are and how many, in a phrase.
    """

    count: int
    nodes: tuple[Node, ...]
    zh: str
    en: str

    def operands(self) -> tuple[Operand, ...]:
        """The first and the last of what was counted."""
        if not self.nodes:
            return ()
        first, last = _place(self.nodes[0]), _place(self.nodes[-1])
        if len(self.nodes) == 1:
            return (first,)
        return (
            Operand(first.span, "清点从这里开始", "the count starts here"),
            Operand(last.span, "清点到这里为止", "the count ends here"),
        )


def _place(node: Node) -> Operand:
    heading = node.heading
    label = heading.label.span if heading.label else None
    title = heading.title_span or heading.words
    return Operand(label.to(title) if label else title, "清点的就是这里", "this is what was counted")


def level_tally(level: Level, value: int | None = None) -> Tally:
    """A level as a tally; where that gives ``value``, with the branches that end above it, or without those that end at it."""
    label = level.root.label
    where, inside = (f"“{label.text}”之下", f"under {label.text}") if label else ("全文", "in the draft")
    mark = mark_of(level.sections[0])
    own = len(level.sections)
    zh, en = f"{where}“{mark}”一级的标题共{own}个", f"{own} headings like {mark} {inside}"
    if value is None or value == own:
        return Tally(own, level.sections, zh, en)
    if value in level.counts:
        more = value - own
        zh, en = (
            f"{zh}，加上没有下级标题的上级标题{more}个，合计{value}个",
            f"{en} and {more} above them without any, {value} in all",
        )
    else:
        zh, en = f"{zh}，其中有下级标题的{value}个", f"{en}, {value} of them with headings below"
    return Tally(value, level.sections, zh, en)


def mark_of(section: Node) -> str:
    """The number of a section as the draft writes it."""
    return section.label.text if section.label else ""


def verified(quantity: Quantity, tally: Tally, words: str) -> Comparison:
    """A figure that agrees with a tally."""
    return Comparison(
        "structure",
        Verdict.VERIFIED,
        quantity.span,
        tally.operands(),
        words,
        str(tally.count),
        f"{tally.zh}，与“{words}”一致",
        f"{tally.en}: agrees with {words}",
    )


def contradicted(
    quantity: Quantity, tally: Tally, words: str, *, firm: bool, others: tuple[Operand, ...] = ()
) -> Comparison:
    """A figure that does not agree with a tally."""
    return Comparison(
        "structure",
        Verdict.CONTRADICTED if firm else Verdict.UNVERIFIABLE,
        quantity.span,
        (*others, *tally.operands()),
        words,
        str(tally.count),
        f"文中写“{words}”，但{tally.zh}",
        f"the text says {words}, but there are {tally.en}",
        firm,
        {"counted_zh": tally.zh, "counted_en": tally.en, LEAST: str(tally.count), MOST: str(tally.count)},
    )


def countable(quantity: Quantity) -> bool:
    """Whether a figure may be held against the tree: a whole number of items or groups, said to be all of them."""
    return (
        quantity.bound is Bound.EXACT
        and quantity.value.denominator == 1
        and 2 <= quantity.value <= 500
        and quantity.unit in ITEM_UNITS | GROUP_UNITS
        and (quantity.status in (Status.TOTAL, Status.OTHER) or _all_done(quantity))
    )


def _all_done(quantity: Quantity) -> bool:
    """Whether a figure of what is done is the total as well: 27项问题均已完成."""
    node = quantity.node
    after = node.text[node.prose.index(quantity.span.end) : node.prose.index(quantity.clause.end)]
    return quantity.status is Status.DONE and re.search(r"均|全部|都已", after) is not None


def generic(quantity: Quantity) -> bool:
    """Whether a figure counts problems or tasks as such, not problems of one particular kind."""
    return bool(_GENERIC.fullmatch(quantity.noun))


def on_the_matter(quantity: Quantity) -> bool:
    """Whether the sentence of a figure speaks of what was reported back and is put right, not of some other inquiry."""
    node = quantity.node
    return _speaks_of_it(node, _clauses(node).sentence(node.prose.index(quantity.number.start)))


@lru_cache(maxsize=1)
def _clauses(node: Node) -> Clauses:
    return Clauses(node.text)


@lru_cache(maxsize=8)
def _speaks_of_it(node: Node, sentence: tuple[int, int]) -> bool:
    return bool(_MATTER.search(node.text, *sentence)) and not _OTHER_MATTER.search(node.text, *sentence)


def lead_of(quantity: Quantity) -> str:
    """The words that lead up to a figure in its part of the clause: 选人用人专项检查反馈的 of 6个问题."""
    node = quantity.node
    start, end = node.prose.index(quantity.clause.start), node.prose.index(quantity.number.start)
    return node.text[start:end].rpartition("、")[2]


def common(one: str, other: str) -> int:
    """The length of the longest stretch two texts share."""
    best = 0
    for start in range(len(one)):
        while one[start : start + best + 1] in other and start + best < len(one):
            best += 1
    return best


def of_problems(census: Census, sections: Sequence[Node]) -> bool:
    """Whether headings name problems (not measures): by their words, or because each says below how it was put right."""
    troubled = sum(_is_problem(census, section) for section in sections)
    return troubled >= _MOST * len(sections)


def _is_problem(census: Census, section: Node) -> bool:
    if section.title.startswith(("针对", "关于")) or _TROUBLE.search(bare(section.title)):
        return True
    return section not in census.children and any(
        child.kind is Kind.LABELLED and child.heading.title.startswith("整改") for child in section.body
    )


def captions(document: Document, root: Node) -> int:
    """How many lines under a node look like headings and have no number."""
    return sum(node.kind is Kind.CAPTION for node in root.walk()) if root is not document.root else 0


def words_of(document: Document, quantity: Quantity) -> str:
    """The figure as the draft writes it, with its noun where the two stand side by side: 具体问题27项, 六个方面."""
    text, span, noun = document.source.text, quantity.span, quantity.noun
    start, end = span.start, span.end
    if noun and text.startswith(noun, end):
        end += len(noun)
    elif noun and text.endswith(noun, 0, start):
        start -= len(noun)
    return text[start:end].replace("“", "‘").replace("”", "’")
