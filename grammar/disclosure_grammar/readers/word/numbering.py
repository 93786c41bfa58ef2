"""Automatic numbers of a Word document, counted and written as Word shows them.

ECMA-376 Part 1, 17.9 says what the elements mean. Where it leaves a gap or Word departs from it ([MS-OI29500], notes on 17.9), Word
counts:

- The count belongs to the ``w:abstractNum``: lists (``w:num``) that share one go on with each other's count, unless a
  ``w:startOverride`` says otherwise; that takes effect once in a list, at its first paragraph of such a level. So do lists whose
  ``w:abstractNum`` are copies of one another with the same ``w:nsid``.
- A level starts anew behind a paragraph of any higher level, unless its ``w:lvlRestart`` says otherwise.
- A level that was skipped has been counted: behind 1.1 with no 1 before it, the next paragraph of the highest level is 2.
- A text that refers to a level below its own is not shown at all.
- An empty paragraph is numbered like any other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from disclosure_grammar.readers.word.changes import before_change
from disclosure_grammar.readers.word.lists import LEVELS, NumberedList, numbered_lists
from disclosure_grammar.readers.word.number_formats import written
from disclosure_grammar.readers.word.styles import ListPlace, Styles
from disclosure_grammar.readers.word.xml import Element

_PLACEHOLDER = re.compile("%([1-9])")
_SPACED = frozenset(
    "〇-*+"
)  # what would run together with the words behind it, beside letters, digits and Chinese characters


class Numbering:
    """The lists of a document, and which paragraph belongs to which."""

    def __init__(self, lists: Mapping[int, NumberedList], styles: Styles) -> None:
        self._lists = lists
        self._styles = styles

    @classmethod
    def of(cls, root: Element | None, styles: Styles) -> Numbering:
        """The lists of ``word/numbering.xml``; none where a document has no such part."""
        return cls(numbered_lists(root, styles), styles)

    def counter(self, *, original: bool = False) -> Counter:
        """A new count of all lists, for one story.

        Args:
            original: whether paragraphs are numbered as they were before the tracked changes.
        """
        return Counter(self, original=original)

    def place(self, properties: Element | None) -> tuple[int, NumberedList, int] | None:
        """Where a paragraph with this ``w:pPr`` stands: the ``w:numId``, the list, the level; None where it is not numbered."""
        styles = self._styles.chain(self._styles.of_paragraph(properties))
        number, level = ListPlace.of(properties)
        if number is None:
            number = next((style.place.number for style in styles if style.place.number is not None), 0)
        found = self._lists.get(number) if number else None
        if found is None:
            return None
        if found.single:
            level = 0
        return number, found, found.level_by_style(styles) if level is None else level


class Counter:
    """The numbers of one story, given its paragraphs in reading order."""

    def __init__(self, numbering: Numbering, *, original: bool = False) -> None:
        self._numbering = numbering
        self._original = original
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[int] = set()

    def label(self, properties: Element | None) -> str:
        """The number of the next paragraph, as it stands in front of its words.

        Args:
            properties: its ``w:pPr``. A paragraph that Word does not show, or that is but the mark of a section break, has no number
                and does not count: it is not to be asked for.

        Returns:
            The label without what Word puts behind it, but with one space where it would run together with the words; an empty
            string where there is none.
        """
        place = self._numbering.place(_unchanged(properties) if self._original else properties)
        if place is None:
            return ""
        number, numbered, level = place
        return _label(numbered, level, self._advance(number, numbered, level)) if level in numbered.levels else ""

    def _advance(self, number: int, numbered: NumberedList, level: int) -> Sequence[int]:
        """Count one paragraph of a level; what the levels down to it stand at."""
        counts = self._counts.setdefault(numbered.key, [None] * LEVELS)
        before = counts[level]
        begins = level in numbered.starts and number not in self._begun
        if begins:
            self._begun.add(number)
        counts[level] = numbered.start(level) if begins or before is None else before + 1
        for lower in range(level + 1, LEVELS):
            if numbered.level(lower).restarts_behind(level, lower):
                counts[lower] = None
        reached = [numbered.start(at) if count is None else count for at, count in enumerate(counts[: level + 1])]
        counts[: level + 1] = reached
        return reached


def runs_together(label: str, words: str) -> bool:
    """Whether the point of a label and the digit that the words begin with would read as one figure: ``1.`` and ``3个问题``."""
    return label[-1:] in (".", "．") and words[:1].isdecimal()


def _label(numbered: NumberedList, level: int, counts: Sequence[int]) -> str:
    """The label of a paragraph, given what the levels down to its own stand at."""
    shown = numbered.level(level)

    def numeral(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        return written(counts[at], "decimal" if shown.legal else numbered.level(at).form)

    label = shown.text
    if shown.form != "bullet":
        if any(int(at) > level + 1 for at in _PLACEHOLDER.findall(label)):
            return ""
        label = _PLACEHOLDER.sub(numeral, label)
    label = " ".join(label.split())
    last = label[-1:]
    return f"{label} " if shown.spaced and (last.isalpha() or last.isdecimal() or last in _SPACED) else label


def _unchanged(properties: Element | None) -> Element | None:
    """The properties a paragraph had before the tracked changes; a number put there by one is a change of its own."""
    before = before_change(properties, "w:pPrChange")
    place = before.child("w:numPr") if before is not None else None
    if before is None or place is None or place.child("w:ins") is None:
        return before
    unnumbered = Element(before.name, before.attributes, before.start)
    unnumbered.children = [child for child in before.children if child is not place]
    return unnumbered
