"""Lines in the form of the numbered headings around them, though no number is left out where they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from disclosure_grammar import numerals
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import LINE_ENDS
from disclosure_grammar.tree import NOT_PROSE, Document, Kind, Node
from disclosure_lint.facts.headings.runs import number_of
from disclosure_lint.facts.headings.unnumbered import (
    NO_HEADING,
    SPACES,
    STOPS,
    Unnumbered,
    common_start,
    is_run_in,
    is_sentence,
    lead_title,
    leftover,
    likeness,
    names_table,
    title_span,
)

_KINDS = (Kind.CAPTION, Kind.PARAGRAPH, Kind.OPENING)
_HABIT = 3
_TERSE = 20
_ALIKE = 2  # characters that a sentence shares at its ends with the headings it stands among
_CLOSE = 4  # characters that all titles share at their ends
_SAME_SORT = 2  # so many do where the numbers below tell the rest
_CLAUSES = Pattern(r"[，,、；;]")
_FIGURE = Pattern(r"[0-9０-９]+|[一二三四五六七八九十]+(?=[个项条])")
_COUNTED = Pattern(r"[（(]([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[个项条类](?:问题|事项|任务)?[）)]$")
_PROBLEMS = Pattern(r"(?<![0-9０-９.．])([0-9０-９]{1,3})[个项条](?:具体|反馈)?(?:问题|意见)")
_MANY = 8  # fewer problems are counted in passing as well
_TO_ASCII = str.maketrans("０１２３４５６７８９", "0123456789")
_INNER_LABEL = Pattern(r"(?:^|[。；;，,])[ \u3000]*([\u4e00-\u9fff]{2,6})[：:]")
_CUSTOMARY = 40  # a draft with so many captions leaves them without a number on purpose
_ENDS = tuple("。；;！？!?”）)")
_LEFT_MARKS = tuple("、.．（()）")
_LEADS_IN = Pattern(r"如下|以下|下列|[：:]$")
_OFTEN_BARE = Pattern(
    r"结束语|结语|前言|引言|导语|(?:存在|反馈|主要|具体|突出)的?(?:主要|突出|具体)?(?:问题|不足)$"
    r"|整改(?:情况|措施|进展|成效|结果|目标|任务|落实情况)$"
)
"""Captions that many drafts leave without a number on purpose."""
_PART = Pattern(
    r"(?:下一?步|下一?阶段|今后)[^，。：:]{0,8}(?:工作|打算|安排|计划|措施|思路|方向)$|(?:组织|工作)保障$|保障措施$|(?:工作|有关)要求$"
)
"""The last part of most disclosures and plans, numbered like the parts before it."""


def find_lookalikes(
    document: Document, groups: Sequence[tuple[Node, ...]], known: Collection[Node]
) -> Iterator[Unnumbered]:
    """Lines in the form of the numbered headings around them, though no number is left out."""
    captions = [leaf for leaf in document.prose if leaf.kind in _KINDS and leaf not in known]
    members = {section: group for group in groups for section in group}
    count = sum(leaf.kind is Kind.CAPTION and not names_table(document, leaf) for leaf in captions)
    openings = sum(leaf.kind is Kind.OPENING for leaf in captions)
    found: dict[tuple[Node, ...], list[Unnumbered]] = {}
    for leaf in captions:
        if not _may_be_heading(leaf, customary=(openings if leaf.kind is Kind.OPENING else count) > _CUSTOMARY):
            continue
        around = [members[above] for above in document.ancestors(leaf) if above in members]
        line = _lookalike(document, leaf, around, lone=count == 1)
        if line is not None:
            found.setdefault(line.siblings, []).append(line)
    for lines in found.values():
        if len(lines) < _HABIT:  # beyond that the draft leaves such lines without a number on purpose
            yield from lines


def _may_be_heading(leaf: Node, *, customary: bool) -> bool:
    """Whether a line is worth a look: a caption, or a paragraph that begins the way a heading without its number would."""
    text = leaf.text.strip(SPACES)
    if text[:1] in _LEFT_MARKS:
        return True
    if leaf.kind in (Kind.CAPTION, Kind.OPENING):
        return not customary
    return (is_sentence(text) or bool(lead_title(text))) and not _LEADS_IN.search(text)


def _lookalike(document: Document, leaf: Node, around: Sequence[tuple[Node, ...]], *, lone: bool) -> Unnumbered | None:
    text = leaf.text.strip(SPACES)
    if NO_HEADING.match(text) or _OFTEN_BARE.match(text) or names_table(document, leaf):
        return None
    for siblings in around:
        firm = len(siblings) > 1 and _is_surely_one(document, leaf, text, siblings)
        if firm or _is_probably_one(document, leaf, text, siblings):
            return Unnumbered(leaf, title_span(leaf), siblings, _number_for(document, leaf, siblings), firm=firm)
    lists = [siblings for siblings in around if len(siblings) > 1]
    if leaf.kind is not Kind.CAPTION or not lists:
        return None
    marked = next((siblings for siblings in lists if _same_markup(document, leaf, siblings)), None)
    if marked is not None:
        inside = leaf.span.start < marked[-1].span.start
        return Unnumbered(
            leaf, title_span(leaf), marked, None if inside else _number_for(document, leaf, marked), firm=inside
        )
    if lone and (_has_own_body(document, leaf, lists[0]) or _PART.match(text)):
        siblings = lists[-1] if _PART.match(text) else lists[0]
        return Unnumbered(leaf, title_span(leaf), siblings, None, firm=False)
    return None


def _is_surely_one(document: Document, leaf: Node, text: str, siblings: Sequence[Node]) -> bool:
    if leftover(text, siblings):
        return True
    return leaf.kind is Kind.CAPTION and _same_dress(document, leaf, text, siblings)


def _is_probably_one(document: Document, leaf: Node, text: str, siblings: Sequence[Node]) -> bool:
    """Whether a line is a heading beside a single other one, or one that ends like a sentence, or runs on into its body."""
    titles = [sibling.title.rstrip(STOPS) for sibling in siblings]
    if leaf.kind is Kind.CAPTION:
        if len(siblings) == 1:
            return _same_children(document, leaf, siblings) or _same_depth(document, leaf, siblings)
        paced = _CLAUSES.search(text) is not None and _same_pace(text, titles)
        return (paced or _same_close(text, titles)) and _is_only_one(document, leaf, siblings)
    if leaf.kind is Kind.OPENING:
        return len(siblings) > 1 and _same_frame(text.rstrip(STOPS), titles)
    if is_sentence(text):
        stops = all(sibling.heading.text.rstrip(SPACES).endswith(text[-1]) for sibling in siblings)
        terse = len(text) <= _TERSE and not _CLAUSES.search(text) and not _FIGURE.search(text)
        alike = stops and (terse or all(likeness(text, title) >= _ALIKE for title in titles))
        return alike and _opens_list(document, leaf) and _same_children(document, leaf, siblings)
    if len(siblings) < 2 or not all(is_run_in(document, sibling) for sibling in siblings):
        return False
    lead = lead_title(text)
    return _same_frame(lead, titles) or (
        _are_one_paragraph_each(document, leaf, siblings)
        and (
            _same_pace(lead, titles)
            or _same_close(lead, titles)
            or _same_inner_labels(text, siblings)
            or _makes_up_count(document, siblings)
        )
    )


def _same_pace(text: str, titles: Sequence[str]) -> bool:
    """Whether a line goes at the pace of all titles: as many clauses of as many characters (加强领导 / 强化监督; 提高站位，压实责任)."""
    paces = {tuple(map(len, _CLAUSES.split(title))) for title in (text, *titles)}
    return len(paces) == 1


def _same_close(text: str, titles: Sequence[str]) -> bool:
    """Whether a line ends as all titles do, whatever the figures in it: 方面（5个问题）."""
    return _shared_end((text, *titles)) >= _CLOSE


def _are_of_a_sort(titles: Sequence[str]) -> bool:
    """Whether all titles begin or end with the same two characters: 聚焦……, ……方面."""
    return max(len(common_start(titles)), _shared_end(titles)) >= _SAME_SORT


def _shared_end(titles: Sequence[str]) -> int:
    """How many characters all titles share at their ends, figures taken for equal."""
    return len(common_start([_FIGURE.sub("0", title)[::-1] for title in titles]))


def _same_inner_labels(text: str, siblings: Sequence[Node]) -> bool:
    """Whether a paragraph names the same things as the bodies of all siblings do: 责任领导：…；责任部门：…."""
    labels = _INNER_LABEL.findall(text)
    return len(labels) > 1 and all(_INNER_LABEL.findall(sibling.body[0].text) == labels for sibling in siblings)


def _makes_up_count(document: Document, siblings: Sequence[Node]) -> bool:
    """Whether one item more makes up what is counted: 选人用人方面（4个问题） in the heading above, 22个问题 of which 21 are numbered."""
    above = document.section_of(document.parent(siblings[0]) or document.root)
    counted = _COUNTED.search(above.title) if above is not None else None
    if counted is not None and numerals.parse(counted[1]) == len(siblings) + 1:
        return True
    label = siblings[-1].label
    number = (label.number or 0) + 1 if label is not None else 0
    return number >= _MANY and any(
        str(number) == figure.translate(_TO_ASCII) for figure in _PROBLEMS.findall(document.source.text)
    )


def _are_one_paragraph_each(document: Document, leaf: Node, siblings: Sequence[Node]) -> bool:
    """Whether the items of a list are one paragraph each, and only the last has a second that begins like a heading: this line."""
    above = _sibling_above(document, leaf, siblings)
    others = [sibling for sibling in siblings if sibling is not above]
    body = [child for child in above.body if child.kind not in NOT_PROSE]
    if above is not siblings[-1] or len(body) < 2 or body[1] is not leaf:
        return False
    if not body[0].text.rstrip(SPACES).endswith(_ENDS) or any(
        lead_title(child.text.strip(SPACES)) for child in body[2:]
    ):
        return False
    return all(len([child for child in other.body if child.kind not in NOT_PROSE]) == 1 for other in others)


def _is_only_one(document: Document, leaf: Node, siblings: Sequence[Node]) -> bool:
    """Whether no other caption stands under the siblings, and text follows this one."""
    captions = [child for sibling in siblings for child in sibling.body if child.kind is Kind.CAPTION]
    body = [child for child in _sibling_above(document, leaf, siblings).body if child.kind not in NOT_PROSE]
    return captions == [leaf] and leaf in body[1:-1]


def _same_dress(document: Document, leaf: Node, text: str, siblings: Sequence[Node]) -> bool:
    """Whether a caption is written just as all of the siblings are: the same frame of words, the same things below."""
    titles = [sibling.title.rstrip(STOPS) for sibling in siblings]
    return (
        _same_frame(text, titles)
        or _same_children(document, leaf, siblings)
        or _same_label(document, leaf, siblings)
        or (_are_of_a_sort((text, *titles)) and _cuts_running_list(document, leaf, siblings))
    )


def _same_frame(text: str, titles: Sequence[str]) -> bool:
    head = common_start(list(titles))
    tail = common_start([title[::-1] for title in titles])[::-1]
    if len(head) + len(tail) < 4 or not (head and tail) or any(len(title) <= len(head) + len(tail) for title in titles):
        return False
    return text.startswith(head) and text.endswith(tail) and len(text) > len(head) + len(tail)


def _same_markup(document: Document, leaf: Node, siblings: Sequence[Node]) -> bool:
    marks = {_markup(document, sibling.heading) for sibling in siblings}
    return len(marks) == 1 and "" not in marks and _markup(document, leaf) in marks


def _same_depth(document: Document, leaf: Node, siblings: Sequence[Node]) -> bool:
    """Whether a line is a Markdown heading with as many # as its siblings have."""
    return _markup(document, leaf).startswith("#") and _same_markup(document, leaf, siblings)


def _markup(document: Document, leaf: Node) -> str:
    """The Markdown characters that open a line (``##``, ``**``), or an empty string."""
    before = document.source.text[leaf.span.start : leaf.words.start].strip()
    return before if before[:1] in ("#", "*", "_") else ""


def _opens_list(document: Document, leaf: Node) -> bool:
    """Whether a leaf is a line of its own with a numbered heading right below it."""
    own_line = document.source.text[max(leaf.span.start - 1, 0) : leaf.span.start] in ("", *LINE_ENDS)
    return own_line and document.leaf_at(leaf.span.end).kind is Kind.HEADING


def _same_children(document: Document, leaf: Node, siblings: Sequence[Node]) -> bool:
    """Whether a caption is followed by a list of its own that starts again, as every sibling has one."""
    below = {child.label.form for sibling in siblings for child in sibling.sections[:1] if child.label is not None}
    if len(below) != 1 or not all(sibling.sections for sibling in siblings):
        return False
    order = document.order
    above = _sibling_above(document, leaf, siblings)
    behind = [child for child in above.sections if order(child) > order(leaf)]
    ahead = [child for child in above.sections if order(child) < order(leaf)]
    if not behind or not ahead or behind[0].label is None or behind[0].label.number != 1:
        return False
    return behind[0].label.form in below and len(behind) > 1


def _cuts_running_list(document: Document, leaf: Node, siblings: Sequence[Node]) -> bool:
    """Whether a caption stands in the middle of a list whose numbers run on from one sibling to the next."""
    lists = [
        [number_of(child) for child in sibling.sections if child.label and child.label.number] for sibling in siblings
    ]
    if not all(lists) or any(after[0] != before[-1] + 1 for before, after in pairwise(lists)):
        return False
    order = document.order
    sections = _sibling_above(document, leaf, siblings).sections
    return order(sections[0]) < order(leaf) < order(sections[-1])


def _same_label(document: Document, leaf: Node, siblings: Sequence[Node]) -> bool:
    """Whether a caption is followed by the same label (整改情况：) that stands right below every sibling."""
    names = {_first_label(sibling.body) for sibling in siblings}
    if len(names) != 1 or "" in names:
        return False
    body = _sibling_above(document, leaf, siblings).body
    return leaf in body and _first_label(body[body.index(leaf) + 1 :]) in names


def _first_label(nodes: Sequence[Node]) -> str:
    """The words of the label that comes first among some nodes, or an empty string."""
    first = next((node for node in nodes if node.kind not in NOT_PROSE), None)
    if first is None or first.kind is not Kind.LABELLED or first.heading.kind is not Kind.LABEL:
        return ""
    return first.heading.title


def _sibling_above(document: Document, leaf: Node, siblings: Sequence[Node]) -> Node:
    """The one of the siblings that a leaf stands in."""
    above = set(document.ancestors(leaf))
    return next(sibling for sibling in siblings if sibling in above)


def _has_own_body(document: Document, leaf: Node, siblings: Sequence[Node]) -> bool:
    """Whether a caption stands behind the finished body of a sibling and has text of its own."""
    above = _sibling_above(document, leaf, siblings)
    body = [child for child in above.body if child.kind not in NOT_PROSE]
    if len(siblings) < 3 or leaf not in body or any(is_run_in(document, sibling) for sibling in siblings):
        return False
    place = body.index(leaf)
    return (
        0 < place < len(body) - 1 and body[place - 1].kind is Kind.PARAGRAPH and body[place + 1].kind is Kind.PARAGRAPH
    )


def _number_for(document: Document, leaf: Node, siblings: Sequence[Node]) -> int | None:
    """The number a lost heading would have at the end of its list, where nothing behind it is numbered yet."""
    last = siblings[-1]
    if last in set(document.ancestors(leaf)) and last.label is not None and last.label.number is not None:
        return last.label.number + 1
    return None
