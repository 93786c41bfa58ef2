"""What stands under a heading or label, and where nothing does although it does everywhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from disclosure_grammar.source import Span
from disclosure_grammar.tree import NOT_PROSE, Document, Kind, Node

_SPACES = " \t\u3000\xa0"
_LONGEST_TITLE = 40
_SENTENCE = re.compile(r"[。；;！!]|[，,].*[，,]|\d+\s*(?:次|项|个|件|人|份|万|元)|已|并")
_RIGHTED = re.compile(r"(?:整改|落实|工作|具体)?(?:措施|情况|成效|进展|结果)$")
_MOST = 0.25  # where more of a list is empty, being empty is the rule
_FEW = 3


class Lack(StrEnum):
    """What is missing."""

    SECTION = "section"  # a heading with nothing under it
    LABEL = "label"  # 整改措施： with nothing behind it
    MEASURE = "measure"  # an item without the 整改措施： its siblings have


@dataclass(frozen=True, slots=True)
class Empty:
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
    found = [*_labels(document)]
    for group in groups:
        found.extend(_sections(group))
        found.extend(_measures(group))
    return tuple(sorted(found, key=lambda empty: empty.span))


def _has_text(node: Node) -> bool:
    """Whether anything stands behind the first leaf of a container."""
    opener = node.heading
    return any(leaf is not opener and leaf.kind not in NOT_PROSE for leaf in node.leaves())


def _sections(group: tuple[Node, ...]) -> Iterator[Empty]:
    full = [section for section in group if _has_text(section)]
    empty = [section for section in group if not _has_text(section)]
    if not empty or not full:
        return
    firm = len(full) > 1 and (len(empty) == 1 or len(empty) <= _MOST * len(group))
    pair = len(group) == 2 and full[0] is not group[-1]
    top = group[0].level == 1 and len(group) == 2
    if not (firm or pair or top):
        return
    for section in empty:
        if not _says_enough(section, full):
            yield Empty(Lack.SECTION, section, _title(section), _title(full[0]), firm=firm)


def _says_enough(section: Node, full: Sequence[Node]) -> bool:
    """Whether a heading is a sentence that needs nothing more."""
    title = section.title.strip(_SPACES)
    if section.heading.text.rstrip(_SPACES).endswith(("。", "；", ";", "！")):
        return True
    longest = max(len(model.title) for model in full)
    return len(title) > max(_LONGEST_TITLE, longest + longest // 2) or bool(_SENTENCE.search(title) and len(title) > longest)


def _title(node: Node) -> Span:
    heading = node.heading
    return heading.title_span or heading.words


def _labels(document: Document) -> Iterator[Empty]:
    blocks: dict[str, list[Node]] = {}
    for block in document.of(Kind.LABELLED):
        name = block.heading.title if block.heading.kind is Kind.LABEL else str(Kind.OPENING)
        blocks.setdefault(name, []).append(block)
    for members in blocks.values():
        full = [block for block in members if _has_text(block)]
        empty = [block for block in members if block not in full and not _goes_on(document, block)]
        if len(full) > 1 and empty and len(empty) <= max(1, _MOST * len(members)):
            yield from (Empty(Lack.LABEL, block, block.heading.words, full[0].heading.words) for block in empty)


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
    labels = {item: {b.heading.title: b for b in item.body if b.kind is Kind.LABELLED and b.heading.kind is Kind.LABEL} for item in group}
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
