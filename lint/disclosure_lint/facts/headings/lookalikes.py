"""Lines in the form of the numbered headings around them, though no number is left out where they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import NOT_PROSE, Document, Kind, Node
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
    title_span,
)

_HABIT = 3
_ALIKE = 2  # characters that a sentence shares at its ends with the headings it stands among
_CUSTOMARY = 40  # a draft with so many captions leaves them without a number on purpose
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
    captions = [leaf for leaf in document.prose if leaf.kind in (Kind.CAPTION, Kind.PARAGRAPH) and leaf not in known]
    members = {section: group for group in groups for section in group}
    count = sum(leaf.kind is Kind.CAPTION for leaf in captions)
    found: dict[tuple[Node, ...], list[Unnumbered]] = {}
    for leaf in captions:
        if not _may_be_heading(leaf, customary=count > _CUSTOMARY):
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
    if leaf.kind is Kind.CAPTION:
        return not customary
    return (is_sentence(text) or bool(lead_title(text))) and not _LEADS_IN.search(text)


def _lookalike(document: Document, leaf: Node, around: Sequence[tuple[Node, ...]], *, lone: bool) -> Unnumbered | None:
    text = leaf.text.strip(SPACES)
    if NO_HEADING.match(text) or _OFTEN_BARE.match(text):
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
    if leaf.kind is Kind.CAPTION:
        return len(siblings) == 1 and (
            _same_children(document, leaf, siblings) or _same_depth(document, leaf, siblings)
        )
    if is_sentence(text):
        alike = all(
            sibling.heading.text.rstrip(SPACES).endswith(text[-1]) and likeness(text, sibling.title) >= _ALIKE
            for sibling in siblings
        )
        return alike and _opens_list(document, leaf) and _same_children(document, leaf, siblings)
    run_in = len(siblings) > 1 and all(is_run_in(document, sibling) for sibling in siblings)
    return run_in and _same_frame(lead_title(text), [sibling.title.rstrip(STOPS) for sibling in siblings])


def _same_dress(document: Document, leaf: Node, text: str, siblings: Sequence[Node]) -> bool:
    """Whether a caption is written just as all of the siblings are: the same frame of words, the same things below."""
    titles = [sibling.title.rstrip(STOPS) for sibling in siblings]
    return (
        _same_frame(text, titles) or _same_children(document, leaf, siblings) or _same_label(document, leaf, siblings)
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
    own_line = document.source.text[max(leaf.span.start - 1, 0) : leaf.span.start] in ("\n", "\r", "")
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
