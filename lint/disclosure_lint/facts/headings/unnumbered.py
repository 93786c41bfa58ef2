"""Lines that are headings in all but their number, among headings that have one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import LINE_ENDS, Span
from disclosure_grammar.tree import HEADING_FORMS, NOT_PROSE, Document, Form, Kind, Node

SPACES = " \t\u3000\xa0"
STOPS = "。！？；!?;"
_TITLE_END = Pattern(r"[。：:！？]")
_LONGEST_TITLE = 40
_GOES_ON = ("；", ";")
_SAMPLE = 40  # so many of the other openings show how they are worded
_LIKE = 6  # characters that two titles share at their ends
_LEFTOVER = {
    Form.CHINESE: Pattern(r"[、.．]\s*(?=[\u4e00-\u9fff“《])"),
    Form.ARABIC: Pattern(r"[、.．]\s*(?=[\u4e00-\u9fff“《])"),
    Form.CHINESE_BRACKETED: Pattern(r"(?:[（(]\s*[）)]|[）)])、?\s*(?=[\u4e00-\u9fff“《])"),
    Form.ARABIC_BRACKETED: Pattern(r"[（(]\s*[）)]、?\s*(?=[\u4e00-\u9fff“《])"),
    Form.ARABIC_HALF_BRACKET: Pattern(r"[）)]\s*(?=[\u4e00-\u9fff“《])"),
}
_TABLE_NAME = Pattern(
    r"^[ \u3000]*表[ \u3000]?[0-9０-９一二三四五六七八九十]|表[ \u3000]*(?:[（(][^（()）]*[）)])?[ \u3000]*$|^[（( \u3000]*单位[：:]"
)
NO_HEADING = Pattern(
    r"附[件表：:]|特此|此致|专此|中共|抄[送报]|来源|发布|联系|电话|地址|邮|主送|监督|举报|备注|注[：:]|目录|.*[0-9０-９]{4}年[^，。]*日$"
)


class Unnumbered(NamedTuple):
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


def find_in_gap(
    document: Document,
    before: Node | None,
    after: Node,
    siblings: Sequence[Node],
    missing: Sequence[int],
    running_on: Collection[Form] = (),
) -> tuple[Unnumbered, ...]:
    """The lines that stand just where the missing numbers belong; empty unless there is one for each number.

    Args:
        document: the draft.
        before: the section with the number before the gap, or None where the list lacks its first.
        after: the section with the number behind the gap.
        siblings: the sections of the run around the gap.
        missing: the numbers left out.
        running_on: the forms whose numbers do not begin anew under each heading.
    """
    leaves = [
        leaf
        for leaf in _between(document, before, after)
        if _fits(document, leaf, before, siblings) and _ends_lists(document, leaf, after, running_on)
    ]
    found = sorted(leaves, key=lambda leaf: _rank(leaf, siblings), reverse=True)
    if len(found) < len(missing):
        return ()
    chosen = sorted(found[: len(missing)], key=document.order)
    if len(found) > len(missing) and _rank(found[len(missing)], siblings) == _rank(found[len(missing) - 1], siblings):
        return ()
    return tuple(
        Unnumbered(leaf, title_span(leaf), tuple(siblings), number, firm=True)
        for leaf, number in zip(chosen, missing, strict=True)
    )


def _between(document: Document, before: Node | None, after: Node) -> Iterator[Node]:
    """The leaves that stand between two numbered headings, the headings themselves left out."""
    above = (
        before if before is not None else next((n for n in document.ancestors(after) if n.kind is Kind.SECTION), None)
    )
    if above is not None:
        yield from _within(document.leaves, above.heading.span.end, after.span.start)
        return
    leaves = list(_within(document.leaves, 0, after.span.start))
    # above the first heading of a draft stand its title and lead
    lead = next((place for place, leaf in enumerate(leaves) if leaf.kind is Kind.PARAGRAPH), len(leaves))
    yield from (leaf for leaf in leaves[lead + 1 :] if leaf.kind is Kind.CAPTION)


def _ends_lists(document: Document, leaf: Node, after: Node, running_on: Collection[Form]) -> bool:
    """Whether no lower list goes on behind a line: below a heading that lost its number, what is numbered begins anew."""
    for section in _within(document.sections, leaf.span.end, after.span.start):
        if section.label is not None and _rank_of(section) > _rank_of(after):
            return section.label.number == 1 or section.label.form in running_on
    return True


def _within(nodes: Sequence[Node], start: int, end: int) -> Iterator[Node]:
    """Those of some nodes, in the order of the text, that begin in a stretch of it and say something."""
    place = bisect_left(nodes, start, key=lambda node: node.span.start)
    while place < len(nodes) and nodes[place].span.start < end:
        if nodes[place].kind not in NOT_PROSE:
            yield nodes[place]
        place += 1


def _rank_of(section: Node) -> int:
    return HEADING_FORMS.index(section.label.form) if section.label is not None else 0


def _fits(document: Document, leaf: Node, before: Node | None, siblings: Sequence[Node]) -> bool:
    """Whether a leaf could be one of the siblings without its number."""
    text = leaf.text.strip(SPACES)
    if not text or _runs_in(document, leaf, before):
        return False
    if leaf.kind is Kind.CAPTION:
        if NO_HEADING.match(text) or names_table(document, leaf):
            return False
        return not _hold_captions(before, siblings) or _is_like(text, siblings)
    if leaf.kind is Kind.OPENING:
        return _is_no_common_opening(document, leaf, siblings)
    if leaf.kind is not Kind.PARAGRAPH:
        return False
    if leftover(text, siblings):
        return True
    if is_sentence(text) and _is_like(text, siblings):
        return True
    if _is_whole_item(before, siblings) or _goes_on_with(text, before, siblings):
        return not text.endswith(("：", ":"))
    return bool(lead_title(text)) and sum(is_run_in(document, sibling) for sibling in siblings) * 2 > len(siblings)


def names_table(document: Document, leaf: Node) -> bool:
    """Whether a line right above a table is the name of the table: by its words, or because a heading stands right above it."""
    if document.leaf_at(leaf.span.end).kind is not Kind.ROW:
        return False
    above = document.leaf_at(leaf.span.start - 1) if leaf.span.start else leaf
    return _TABLE_NAME.search(leaf.text) is not None or above.kind is Kind.HEADING


def _hold_captions(before: Node | None, siblings: Sequence[Node]) -> bool:
    """Whether captions without a number are usual below these headings."""
    holding = [s for s in siblings if s is not before and any(child.kind is Kind.CAPTION for child in s.children)]
    return len(holding) > 1


def _is_like(text: str, siblings: Sequence[Node]) -> bool:
    return max((likeness(text, sibling.title) for sibling in siblings), default=0) >= _LIKE


def _is_no_common_opening(document: Document, leaf: Node, siblings: Sequence[Node]) -> bool:
    """Whether 针对…… reads like the numbered headings rather than like the other openings of the draft, which have no number."""
    text = leaf.text.strip(SPACES)
    openings = (other for other in document.of(Kind.OPENING) if other is not leaf)
    others = [other.text.strip(SPACES) for other in islice(openings, _SAMPLE)]
    usual = common_start(others) if len(others) > 1 else ""
    if len(usual) >= _LIKE and not text.startswith(usual):
        return True
    numbered = max((likeness(text, sibling.title) for sibling in siblings), default=0)
    return numbered >= _LIKE and numbered > max((likeness(text, other) for other in others), default=0)


def _runs_in(document: Document, leaf: Node, before: Node | None) -> bool:
    """Whether a leaf is the body that runs on in the line of its heading."""
    return (
        before is not None and len(before.children) > 1 and before.children[1] is leaf and is_run_in(document, before)
    )


def is_run_in(document: Document, section: Node) -> bool:
    """Whether the body of a section begins in the line of its heading."""
    children = section.children
    if len(children) < 2 or children[1].kind is not Kind.PARAGRAPH:
        return False
    return document.source.text[children[0].span.end - 1] not in LINE_ENDS


def _is_whole_item(before: Node | None, siblings: Sequence[Node]) -> bool:
    """Whether the items of a list are one paragraph each, number and all, and one of them has a second paragraph behind it."""
    if before is None or len(_body(before)) != 1:
        return False
    others = [sibling for sibling in siblings[:-1] if sibling is not before]
    return bool(others) and not any(_body(sibling) for sibling in others)


def _goes_on_with(text: str, before: Node | None, siblings: Sequence[Node]) -> bool:
    """Whether a line goes on with a list of whole items: its neighbours begin with the same words, or the one before ends in ； as it does."""
    if before is None or len(_body(before)) != 1 or before.sections:
        return False
    if text.endswith(_GOES_ON):
        return before.heading.text.rstrip(SPACES).endswith(_GOES_ON)
    head = common_start([sibling.title for sibling in siblings]) if len(siblings) > 1 else ""
    return len(head) > 1 and text.startswith(head) and not any(_body(sibling) for sibling in siblings[1:-1])


def _body(section: Node) -> list[Node]:
    return [child for child in section.body if child.kind not in NOT_PROSE]


def _rank(leaf: Node, siblings: Sequence[Node]) -> tuple[bool, bool, int]:
    text = leaf.text.strip(SPACES)
    nearest = max((likeness(text, sibling.title) for sibling in siblings), default=0)
    return bool(leftover(text, siblings)), leaf.kind is Kind.CAPTION, nearest


def common_start(texts: Sequence[str]) -> str:
    """The characters that all texts begin with."""
    first, last = min(texts), max(texts)
    length = next((n for n, character in enumerate(first) if n >= len(last) or last[n] != character), len(first))
    return first[:length]


def likeness(text: str, title: str) -> int:
    """How many characters two titles share at their ends."""
    text, title = text.rstrip(STOPS), title.rstrip(STOPS)
    return len(common_start([text, title])) + len(common_start([text[::-1], title[::-1]]))


def leftover(text: str, siblings: Sequence[Node]) -> re.Match[str] | None:
    """What is left of a label whose number is gone: （）, 、 at the start of the line."""
    label = siblings[0].label if siblings else None
    pattern = _LEFTOVER.get(label.form) if label is not None else None
    return pattern.match(text) if pattern is not None else None


def is_sentence(text: str) -> bool:
    """Whether a text is one sentence, short enough for a heading."""
    end = _TITLE_END.search(text)
    return end is not None and 4 <= end.start() <= _LONGEST_TITLE and end.end() == len(text)


def lead_title(text: str) -> str:
    """The first sentence of a paragraph where it is short enough for a heading and more follows."""
    end = _TITLE_END.search(text)
    if end is None or not 4 <= end.start() <= _LONGEST_TITLE or end.end() == len(text):
        return ""
    return text[: end.start()]


def title_span(leaf: Node) -> Span:
    """The words of a heading-like leaf, without the body that runs on."""
    text = leaf.text
    start = len(text) - len(text.lstrip(SPACES))
    lead = lead_title(text.strip(SPACES)) if leaf.kind is Kind.PARAGRAPH else ""
    return leaf.prose.span(start, start + len(lead)) if lead else leaf.words
