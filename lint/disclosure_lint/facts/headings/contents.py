"""What stands under a heading or label, and where nothing does although it does everywhere else."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_grammar.tree import NOT_PROSE, Document, Form, Kind, Node

_SPACES = " \t\u3000\xa0"
_LONGEST_TITLE = 40
_SENTENCE = Pattern(r"[。；;！!《]|[，,].*[，,]|\d+\s*(?:次|项|个|件|人|份|万|元)|已|并")
_RIGHTED = Pattern(r"(?:整改|落实|工作|具体)?(?:措施|情况|成效|进展|结果)$")
_ELSEWHERE = Pattern(
    r"附[件表录]|联系|监督|举报|渠道|公示期|落款"
)  # what these announce may stand at the end of the draft
_MOST = 0.25  # where more of a list is empty, being empty is the rule
_FEW = 3
_MANY = 8  # so many headings of a form with text under them leave no doubt about the one without
_PROBLEM = Pattern(r"^(?:关于|针对)|(?:问题|方面)$|不(?:够|到位|力|严|足|深|实)|有差距")
_ASKS_FOR_A_NAME = Pattern(r"(?:单位|部门|科室|责任人|领导|时限|期限|时间|目标|类型|状态|进度)$")
"""Headings under which a name or a few words are all there is, and stand there like a caption: 二、整改责任单位 / 县水利局."""
_NAMES_PROBLEM = Pattern(r"^(?:关于|针对)[“\"「][^“”\"」]+[”\"」]的?(?:反馈)?问题$")  # says not what was done
_PAIR = 2
_VALUE = Pattern(r"^[^，。；：:]{2,8}[：:].")  # 责任领导：陈某
_TELLS = Pattern(r"[，,；;].*[0-9０-９]")
"""What no caption says: it is a sentence that has lost its full stop."""
_REMARK = Pattern(r"\s*[（(][^（）()]{1,30}[）)]\s*$")
_STOPS = ("。", "；", ";", "！")
_PROMISE = Pattern(r"(?:以下|如下|下列)[^，。；]{0,12}[。：:]?$")


class Lack(StrEnum):
    """What is missing."""

    SECTION = "section"  # a heading with nothing under it
    LABEL = "label"  # 整改措施： with nothing behind it
    MEASURE = "measure"  # an item without the 整改措施： its siblings have


class Empty(NamedTuple):
    """A place where something is missing.

    Attributes:
        lack: what is missing.
        node: the section or labelled block.
        span: the words of its heading.
        model: the heading of a sibling that has what is missing.
        label: the title of the missing label, for MEASURE.
        firm: whether it is near-certain.
    """

    lack: Lack
    node: Node
    span: Span
    model: Span
    label: str = ""
    firm: bool = True


def empty_places(document: Document, groups: Sequence[tuple[Node, ...]]) -> tuple[Empty, ...]:
    """All places where something is missing that their siblings have, in the order of the text."""
    found = [*_labels(document), *_openings(document)]
    having: dict[Form | None, list[Node]] = {}
    lacking: Counter[Form | None] = Counter()
    for group in groups:
        full = [section for section in group if _has_text(section)]
        having.setdefault(_form(group[0]), []).extend(full)
        lacking[_form(group[0])] += len(group) - len(full)
    for group in groups:
        form = _form(group[0])
        if lacking[form]:
            found.extend(_sections(group, having[form], alone=lacking[form] == 1))
        found.extend(_measures(group))
    pictures = document.source.layout.pictures
    return tuple(
        sorted((empty for empty in found if not _holds_any(empty.node.span, pictures)), key=lambda empty: empty.span)
    )


def _holds_any(span: Span, offsets: Sequence[int]) -> bool:
    """Whether one of some ascending offsets lies in a span: a picture is what stands under its heading."""
    at = bisect_left(offsets, span.start)
    return at < len(offsets) and offsets[at] < span.end


def _form(section: Node) -> Form | None:
    return section.label.form if section.label is not None else None


def _has_text(node: Node) -> bool:
    """Whether anything stands behind the first leaf of a container; a remark (（已完成）) and the caption of what follows do not count.

    Several short lines are no captions but a list: 组长：…, 副组长：…; a table without its rules.
    """
    leaves = [leaf for leaf in _behind(node) if not _REMARK.match(leaf.text)]
    if any(leaf.kind is not Kind.CAPTION or _TELLS.search(leaf.text) for leaf in leaves):
        return True
    return len(leaves) > 1 or (len(leaves) == 1 and bool(_ASKS_FOR_A_NAME.search(node.title)))


def _behind(node: Node) -> Iterator[Node]:
    opener = node.heading
    return (leaf for leaf in node.leaves() if leaf is not opener and leaf.kind not in NOT_PROSE)


def _sections(group: tuple[Node, ...], having: Sequence[Node], *, alone: bool) -> Iterator[Empty]:
    """The empty ones of a list, judged by the rest of the list and by all headings of the form.

    Args:
        group: the list.
        having: all sections of the draft in that form with text under them.
        alone: whether only one section of that form has none.
    """
    full = [section for section in group if _has_text(section)]
    empty = [section for section in group if not _has_text(section) and not _stands_elsewhere(section, group)]
    if not empty:
        return
    usual = alone and len(having) - len(full) >= _FEW
    firm = len(full) > 1 and (len(empty) == 1 or len(empty) <= _MOST * len(group))
    # of two headings one may be the last of a mere list, with a paragraph behind it: then the whole draft must speak against it
    thin = len(full) == 1 == len(empty) and (full[0] is not group[-1] or group[0].level == 1 or usual)
    single = not full and usual and _promises(empty[0])
    sure = alone and len(having) >= _MANY
    if not (firm or thin or single):
        return
    models = full or having
    for section in empty:
        stopped = _runs_in(section)
        if _promises(section):
            yield Empty(Lack.SECTION, section, _title(section), _title(models[0]), firm=firm or single)
        elif not _says_enough(section, models) and (not stopped or len(full) > 1 or usual):
            certain = (firm and not stopped and not any(_behind(section))) or (
                sure and bool(_PROBLEM.search(section.title.rstrip("。")))
            )
            yield Empty(Lack.SECTION, section, _title(section), _title(models[0]), firm=certain)


def _stands_elsewhere(section: Node, group: tuple[Node, ...]) -> bool:
    """Whether a heading announces annexes or contact details, which close the draft outside of all sections."""
    return section is group[-1] and bool(_ELSEWHERE.search(section.title))


def _promises(section: Node) -> bool:
    """Whether a heading says that something follows (……进行以下整改)."""
    return bool(_PROMISE.search(section.heading.text.rstrip(_SPACES)))


def _says_enough(section: Node, full: Sequence[Node]) -> bool:
    """Whether a heading is a sentence that needs nothing more."""
    title = section.title.strip(_SPACES).rstrip("。；;！!")
    if _VALUE.search(title):
        return True
    longest = max(len(model.title) for model in full)
    if _NAMES_PROBLEM.search(title):
        return False
    if section.heading.text.rstrip(_SPACES).endswith(_STOPS):
        short = len(title) <= min(longest + 2, _LONGEST_TITLE)
        return not (short and all(_runs_in(model) for model in full)) or bool(_SENTENCE.search(title))
    return len(title) > max(_LONGEST_TITLE, longest + longest // 2) or bool(
        _SENTENCE.search(title) and len(title) > longest
    )


def _runs_in(section: Node) -> bool:
    """Whether the body of a section goes on in the line of its heading, behind a title with a full stop."""
    return section.heading.text.rstrip(_SPACES).endswith(_STOPS)


def _title(node: Node) -> Span:
    heading = node.heading
    return heading.title_span or heading.words


def _openings(document: Document) -> Iterator[Empty]:
    """针对……进行以下整改。 with nothing behind it, where the other openings of the same words have their measures."""
    full = [
        block.heading for block in document.of(Kind.LABELLED) if block.heading.kind is Kind.OPENING and _has_text(block)
    ]
    if len(full) < _PAIR:
        return
    for leaf in document.prose:
        text = leaf.text.strip(_SPACES)
        if leaf.kind is not Kind.PARAGRAPH or not text.startswith("针对") or not _PROMISE.search(text):
            continue
        parent = document.parent(leaf)
        if parent is not None and parent.kind in (Kind.SECTION, Kind.LABELLED) and parent.children[-1] is leaf:
            yield Empty(Lack.LABEL, leaf, leaf.words, full[0].words)


def _labels(document: Document) -> Iterator[Empty]:
    blocks: dict[str, list[Node]] = {}
    for block in document.of(Kind.LABELLED):
        name = block.heading.title if block.heading.kind is Kind.LABEL else str(Kind.OPENING)
        blocks.setdefault(name, []).append(block)
    for members in blocks.values():
        full = [block for block in members if _has_text(block)]
        empty = [
            block
            for block in members
            if block not in full and not _goes_on(document, block) and _is_usual(document, block)
        ]
        if len(full) > 1 and empty and len(empty) <= max(1, _MOST * len(members)):
            yield from (Empty(Lack.LABEL, block, block.heading.words, full[0].heading.words) for block in empty)


def _is_usual(document: Document, block: Node) -> bool:
    """Whether another item of the list has the label of a block too; a label that none has belongs to the list that follows it."""
    item = document.parent(block)
    above = document.parent(item) if item is not None and item.kind is Kind.SECTION else None
    others = [section for section in above.sections if section is not item] if above is not None else []
    name = block.heading.title
    return not others or any(child.heading.title == name for other in others for child in other.body)


def _goes_on(document: Document, block: Node) -> bool:
    """Whether the text goes on behind a label though the tree ends its block there (a caption, a table)."""
    parent = document.parent(block)
    if parent is None:
        return False
    behind = parent.children[parent.children.index(block) + 1 :]
    following = next((node for node in behind if node.kind not in NOT_PROSE), None)
    return following is not None and following.kind not in (Kind.SECTION, Kind.LABELLED, Kind.CONTACTS, Kind.SIGNATURE)


def _measures(group: tuple[Node, ...]) -> Iterator[Empty]:
    """Items that have their problem but not the measures that all their siblings have."""
    labels = {
        item: {b.heading.title: b for b in item.body if b.kind is Kind.LABELLED and b.heading.kind is Kind.LABEL}
        for item in group
    }
    names = {name for found in labels.values() for name in found if _RIGHTED.search(name)}
    for name in sorted(names):
        having = [item for item in group if name in labels[item]]
        lacking = [item for item in group if name not in labels[item]]
        if len(having) < _FEW or len(lacking) != 1:
            continue
        item = lacking[0]
        if labels[item] and not item.sections and not any(_RIGHTED.search(other) for other in labels[item]):
            model = labels[having[0]][name].heading.words
            yield Empty(Lack.MEASURE, item, _title(item), model, label=name, firm=False)
