"""Lines that are headings in all but their number, among headings that have one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from disclosure_grammar.source import Span
from disclosure_grammar.tree import NOT_PROSE, Document, Form, Kind, Node

_SPACES = " \t\u3000\xa0"
_STOPS = "。！？；!?;"
_TITLE_END = re.compile(r"[。：:！？]")
_LONGEST_TITLE = 40
_HABIT = 3
_LEFT_MARKS = tuple("、.．（()）")
_LIKE = 6  # characters that two titles share at their ends
_LEFTOVER = {
    Form.CHINESE: re.compile(r"[、.．]\s*(?=[\u4e00-\u9fff“《])"),
    Form.ARABIC: re.compile(r"[、.．]\s*(?=[\u4e00-\u9fff“《])"),
    Form.CHINESE_BRACKETED: re.compile(r"(?:[（(]\s*[）)]|[）)])、?\s*(?=[\u4e00-\u9fff“《])"),
    Form.ARABIC_BRACKETED: re.compile(r"[（(]\s*[）)]、?\s*(?=[\u4e00-\u9fff“《])"),
    Form.ARABIC_HALF_BRACKET: re.compile(r"[）)]\s*(?=[\u4e00-\u9fff“《])"),
}
_NO_HEADING = re.compile(
    r"附[件表：:]|特此|此致|专此|中共|抄[送报]|来源|发布|联系|电话|地址|邮|主送|监督|举报|备注|注[：:]|目录|.*[0-9０-９]{4}年[^，。]*日$"
)
_OFTEN_BARE = re.compile(
    r"结束语|结语|前言|引言|导语|(?:存在|反馈|主要|具体|突出)的?(?:主要|突出|具体)?(?:问题|不足)$"
    r"|整改(?:情况|措施|进展|成效|结果|目标|任务|落实情况)$"
)
"""Captions that many drafts leave without a number on purpose."""


@dataclass(frozen=True, slots=True)
class Unnumbered:
    """A heading without its number.

    Attributes:
        node: the leaf.
        span: its words, or the first sentence of them where the body runs on.
        siblings: the sections it belongs among.
        number: the number that is missing, or None where it cannot be told.
        firm: whether it is near-certain.
    """

    node: Node
    span: Span
    siblings: tuple[Node, ...]
    number: int | None
    firm: bool


# ---- where a number is missing ----


def find_in_gap(
    document: Document, before: Node | None, after: Node, siblings: Sequence[Node], missing: Sequence[int]
) -> tuple[Unnumbered, ...]:
    """The lines that stand just where the missing numbers belong; empty unless there is one for each number.

    Args:
        document: the draft.
        before: the section with the number before the gap, or None where the list lacks its first.
        after: the section with the number behind the gap.
        siblings: all sections of the run.
        missing: the numbers left out.
    """
    leaves = [leaf for leaf in _between(document, before, after) if _fits(document, leaf, before, siblings)]
    found = sorted(leaves, key=lambda leaf: _rank(leaf, siblings), reverse=True)
    if len(found) < len(missing):
        return ()
    chosen = sorted(found[: len(missing)], key=document.order)
    if len(found) > len(missing) and _rank(found[len(missing)], siblings) == _rank(found[len(missing) - 1], siblings):
        return ()
    return tuple(
        Unnumbered(leaf, _title_span(leaf), tuple(siblings), number, firm=True)
        for leaf, number in zip(chosen, missing, strict=True)
    )


def _between(document: Document, before: Node | None, after: Node) -> Iterator[Node]:
    """The leaves that stand between two numbered headings, the headings themselves left out."""
    above = (
        before if before is not None else next((n for n in document.ancestors(after) if n.kind is Kind.SECTION), None)
    )
    leaves = [leaf for leaf in document.leaves if leaf.kind not in NOT_PROSE and leaf.span.end <= after.span.start]
    if above is not None:
        yield from (leaf for leaf in leaves if leaf.span.start >= above.heading.span.end)
        return
    # above the first heading of a draft stand its title and lead
    lead = next((place for place, leaf in enumerate(leaves) if leaf.kind is Kind.PARAGRAPH), len(leaves))
    yield from (leaf for leaf in leaves[lead + 1 :] if leaf.kind is Kind.CAPTION)


def _fits(document: Document, leaf: Node, before: Node | None, siblings: Sequence[Node]) -> bool:
    """Whether a leaf could be one of the siblings without its number."""
    text = leaf.text.strip(_SPACES)
    if not text or _runs_in(document, leaf, before):
        return False
    if leaf.kind is Kind.CAPTION:
        return not _NO_HEADING.match(text) and (not _hold_captions(before, siblings) or _is_like(text, siblings))
    if leaf.kind is Kind.OPENING:
        return _is_no_common_opening(document, leaf, siblings)
    if leaf.kind is not Kind.PARAGRAPH:
        return False
    if _leftover(text, siblings):
        return True
    if _is_whole_item(before, siblings):
        return not text.endswith(("：", ":"))
    return bool(_lead_title(text)) and sum(_is_run_in(document, sibling) for sibling in siblings) * 2 > len(siblings)


def _hold_captions(before: Node | None, siblings: Sequence[Node]) -> bool:
    """Whether captions without a number are usual below these headings."""
    return any(
        child.kind is Kind.CAPTION for sibling in siblings if sibling is not before for child in sibling.children
    )


def _is_like(text: str, siblings: Sequence[Node]) -> bool:
    return max((_likeness(text, sibling.title) for sibling in siblings), default=0) >= _LIKE


def _is_no_common_opening(document: Document, leaf: Node, siblings: Sequence[Node]) -> bool:
    """Whether 针对…… reads like the numbered headings rather than like the other openings of the draft, which have no number."""
    text = leaf.text.strip(_SPACES)
    others = [other.text.strip(_SPACES) for other in document.of(Kind.OPENING) if other is not leaf]
    usual = _common_start(others) if len(others) > 1 else ""
    if len(usual) >= _LIKE and not text.startswith(usual):
        return True
    numbered = max((_likeness(text, sibling.title) for sibling in siblings), default=0)
    return numbered >= _LIKE and numbered > max((_likeness(text, other) for other in others), default=0)


def _runs_in(document: Document, leaf: Node, before: Node | None) -> bool:
    """Whether a leaf is the body that runs on in the line of its heading."""
    return (
        before is not None and len(before.children) > 1 and before.children[1] is leaf and _is_run_in(document, before)
    )


def _is_run_in(document: Document, section: Node) -> bool:
    """Whether the body of a section begins in the line of its heading."""
    children = section.children
    if len(children) < 2 or children[1].kind is not Kind.PARAGRAPH:
        return False
    return document.source.text[children[0].span.end - 1] not in "\r\n"


def _is_whole_item(before: Node | None, siblings: Sequence[Node]) -> bool:
    """Whether the items of a list are one paragraph each, number and all, and one of them has a second paragraph behind it."""
    if before is None or len(_body(before)) != 1:
        return False
    others = [sibling for sibling in siblings[:-1] if sibling is not before]
    return bool(others) and not any(_body(sibling) for sibling in others)


def _body(section: Node) -> list[Node]:
    return [child for child in section.body if child.kind not in NOT_PROSE]


def _rank(leaf: Node, siblings: Sequence[Node]) -> tuple[bool, bool, int]:
    text = leaf.text.strip(_SPACES)
    likeness = max((_likeness(text, sibling.title) for sibling in siblings), default=0)
    return bool(_leftover(text, siblings)), leaf.kind is Kind.CAPTION, likeness


def _common_start(texts: Sequence[str]) -> str:
    """The characters that all texts begin with."""
    first, last = min(texts), max(texts)
    length = next((n for n, character in enumerate(first) if n >= len(last) or last[n] != character), len(first))
    return first[:length]


def _likeness(text: str, title: str) -> int:
    """How many characters two titles share at their ends."""
    text, title = text.rstrip(_STOPS), title.rstrip(_STOPS)
    return len(_common_start([text, title])) + len(_common_start([text[::-1], title[::-1]]))


def _leftover(text: str, siblings: Sequence[Node]) -> re.Match[str] | None:
    """What is left of a label whose number is gone: （）, 、 at the start of the line."""
    label = siblings[0].label if siblings else None
    pattern = _LEFTOVER.get(label.form) if label is not None else None
    return pattern.match(text) if pattern is not None else None


def _lead_title(text: str) -> str:
    """The first sentence of a paragraph where it is short enough for a heading and more follows."""
    end = _TITLE_END.search(text)
    if end is None or not 4 <= end.start() <= _LONGEST_TITLE or end.end() == len(text):
        return ""
    return text[: end.start()]


def _title_span(leaf: Node) -> Span:
    """The words of a heading-like leaf, without the body that runs on."""
    text = leaf.text
    start = len(text) - len(text.lstrip(_SPACES))
    lead = _lead_title(text.strip(_SPACES)) if leaf.kind is Kind.PARAGRAPH else ""
    return leaf.prose.span(start, start + len(lead)) if lead else leaf.words


# ---- where no number is missing, but the form tells ----


def find_lookalikes(
    document: Document, groups: Sequence[tuple[Node, ...]], known: Collection[Node]
) -> Iterator[Unnumbered]:
    """Lines in the form of the numbered headings around them, though no number is left out."""
    captions = [leaf for leaf in document.prose if leaf.kind in (Kind.CAPTION, Kind.PARAGRAPH) and leaf not in known]
    members = {section: group for group in groups if len(group) > 1 for section in group}
    lone = sum(leaf.kind is Kind.CAPTION for leaf in captions) == 1
    found: dict[tuple[Node, ...], list[Unnumbered]] = {}
    for leaf in captions:
        if leaf.kind is Kind.PARAGRAPH and leaf.text.strip(_SPACES)[:1] not in _LEFT_MARKS:
            continue
        around = [members[above] for above in document.ancestors(leaf) if above in members]
        line = _lookalike(document, leaf, around, lone=lone)
        if line is not None:
            found.setdefault(line.siblings, []).append(line)
    for lines in found.values():
        if len(lines) < _HABIT:  # beyond that the draft leaves such lines without a number on purpose
            yield from lines


def _lookalike(document: Document, leaf: Node, around: Sequence[tuple[Node, ...]], *, lone: bool) -> Unnumbered | None:
    text = leaf.text.strip(_SPACES)
    if _NO_HEADING.match(text) or _OFTEN_BARE.match(text):
        return None
    for siblings in around:
        if _leftover(text, siblings) or (leaf.kind is Kind.CAPTION and _same_dress(document, leaf, text, siblings)):
            return Unnumbered(leaf, _title_span(leaf), siblings, _number_for(document, leaf, siblings), firm=True)
    if leaf.kind is not Kind.CAPTION or not around:
        return None
    marked = next((siblings for siblings in around if _same_markup(document, leaf, siblings)), None)
    if marked is not None:
        inside = leaf.span.start < marked[-1].span.start
        return Unnumbered(
            leaf, _title_span(leaf), marked, None if inside else _number_for(document, leaf, marked), firm=inside
        )
    if lone and _has_own_body(document, leaf, around[0]):
        return Unnumbered(leaf, _title_span(leaf), around[0], None, firm=False)
    return None


def _same_dress(document: Document, leaf: Node, text: str, siblings: Sequence[Node]) -> bool:
    """Whether a caption is written just as all of the siblings are: the same frame of words, the same things below."""
    titles = [sibling.title.rstrip(_STOPS) for sibling in siblings]
    return (
        _same_frame(text, titles) or _same_children(document, leaf, siblings) or _same_label(document, leaf, siblings)
    )


def _same_frame(text: str, titles: Sequence[str]) -> bool:
    head = _common_start(list(titles))
    tail = _common_start([title[::-1] for title in titles])[::-1]
    if len(head) + len(tail) < 4 or not (head and tail) or any(len(title) <= len(head) + len(tail) for title in titles):
        return False
    return text.startswith(head) and text.endswith(tail) and len(text) > len(head) + len(tail)


def _same_markup(document: Document, leaf: Node, siblings: Sequence[Node]) -> bool:
    marks = {_markup(document, sibling.heading) for sibling in siblings}
    return len(marks) == 1 and "" not in marks and _markup(document, leaf) in marks


def _markup(document: Document, leaf: Node) -> str:
    """The Markdown characters that open a line (``##``, ``**``), or an empty string."""
    before = document.source.text[leaf.span.start : leaf.words.start].strip()
    return before if before[:1] in ("#", "*", "_") else ""


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
    if len(siblings) < 3 or leaf not in body or any(_is_run_in(document, sibling) for sibling in siblings):
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
