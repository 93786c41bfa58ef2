"""Titles in book-title marks: 《中国共产党章程》, 《关于印发〈整改方案〉的通知》."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose
from disclosure_grammar.tree import Document
from disclosure_lint.facts.model import Citation

_MARK = Pattern(r"[《》〈〉＜＞<>]")
_CLOSES = {"》": "《", "〉": "〈＜<", "＞": "〈＜<", ">": "〈＜<"}
_LONGEST = 200  # a title longer than this has lost its closing mark


def find(prose: Prose) -> Iterator[tuple[int, int]]:
    """The stretches of ``prose.text`` from an opening to its closing mark, an outer title before those inside it.

    Angle brackets count inside 《》 only. A mark without its partner is passed over.
    """
    if "《" not in prose.text:
        return
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for match in _MARK.finditer(prose.text):
        mark, at = match[0], match.start()
        if mark not in _CLOSES:
            if mark == "《" or opened:
                opened.append((mark, at))
            continue
        partner = next((n for n in range(len(opened) - 1, -1, -1) if opened[n][0] in _CLOSES[mark]), None)
        if partner is None:
            continue
        start = opened[partner][1]
        del opened[partner:]
        if 1 < at - start <= _LONGEST:
            found.append((start, at + 1))
    yield from sorted(found, key=lambda place: (place[0], -place[1]))


def extract(document: Document) -> tuple[Citation, ...]:
    """The titles a draft cites, in the order of the text."""
    return tuple(
        Citation(leaf.prose.span(start, end), leaf, leaf.text[start + 1 : end - 1])
        for leaf in document.prose
        for start, end in find(leaf.prose)
    )
