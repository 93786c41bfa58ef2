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
_NO_TITLE = ("。", "|")  # no title runs across a sentence or the cells of a table
_FOLDED = {ord(full): chr(number + ord("0")) for number, full in enumerate("０１２３４５６７８９")}
_FOLDED |= {ord(written): kept for written, kept in zip("(),<>＜＞《》－–─-", "（），〈〉〈〉〈〉————", strict=True)}
_FOLDED |= dict.fromkeys(map(ord, " \t\n\r\u3000\xa0"), "")


def find(prose: Prose) -> Iterator[tuple[int, int]]:
    """The stretches of ``prose.text`` from an opening to its closing mark, an outer title before those inside it.

    Angle brackets count inside 《》 only. A mark without its partner is passed over.
    """
    text = prose.text
    if "《" not in text:
        return
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark not in _CLOSES:
            if mark == "《" or opened:
                opened.append((mark, at))
                del opened[:-8]  # nobody nests deeper: the marks before have lost their partners
            continue
        partner = next((n for n in range(len(opened) - 1, -1, -1) if opened[n][0] in _CLOSES[mark]), None)
        if partner is None:
            continue
        start = opened[partner][1]
        del opened[partner:]
        if 1 < at - start <= _LONGEST and not any(text.find(stop, start, at) >= 0 for stop in _NO_TITLE):
            found.append((start, at + 1))
    yield from sorted(found, key=lambda place: (place[0], -place[1]))


def fold(title: str) -> str:
    """A title as the table of titles writes it: full-width brackets, half-width digits, no spaces."""
    folded = title.translate(_FOLDED)
    if '"' not in folded:
        return folded
    parts = folded.split('"')
    return "".join(part + ("“" if number % 2 == 0 else "”") for number, part in enumerate(parts[:-1])) + parts[-1]


def extract(document: Document) -> tuple[Citation, ...]:
    """The titles a draft cites, in the order of the text."""
    if "《" not in document.source.text:
        return ()
    found: list[Citation] = []
    for leaf in document.prose:
        outer = 0
        for start, end in find(leaf.prose):
            title = leaf.text[start + 1 : end - 1]
            found.append(Citation(leaf.prose.span(start, end), leaf, title, fold(title), end <= outer))
            outer = max(outer, end)
    return tuple(found)
