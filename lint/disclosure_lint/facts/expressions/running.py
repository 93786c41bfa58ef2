"""Words sought in the running text of a draft: the text in one piece, and a search for many words at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from disclosure_grammar.source import Span
from disclosure_grammar.tree import Node

_QUOTES = "”\"„‟＂「」『』‘’'"
_SENTENCE_ENDS = "。！？!?\n"
_SENTENCE = 300  # so far a sentence is followed on either side


def fold(text: str) -> str:
    """The text with one sign for all quotation marks and one for all commas; every character keeps its place."""
    for mark in _QUOTES:
        text = text.replace(mark, "“")
    return text.replace(",", "，")


class RunningText(NamedTuple):
    """The words of leaves in one piece.

    Attributes:
        text: the words, a line for each leaf.
        folded: the same with one sign for all quotation marks and one for all commas.
        leaves: the leaves.
        starts: where each begins in ``text``.
    """

    text: str
    folded: str
    leaves: tuple[Node, ...]
    starts: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The place of ``text[start:end]``, which lies in one leaf, in the source."""
        number = bisect_right(self.starts, start) - 1
        begin = self.starts[number]
        return self.leaves[number].prose.span(start - begin, end - begin)

    def leaf(self, at: int) -> Node:
        """The leaf that ``text[at]`` lies in."""
        return self.leaves[bisect_right(self.starts, at) - 1]

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the sentence around ``text[start:end]``."""
        text, first, last = self.text, max(start - _SENTENCE, 0), min(end + _SENTENCE, len(self.text))
        behind = (at for mark in _SENTENCE_ENDS if (at := text.find(mark, end, last)) >= 0)
        return max(first, *(text.rfind(mark, first, start) + 1 for mark in _SENTENCE_ENDS)), min(behind, default=last)


def running_text(leaves: Iterable[Node]) -> RunningText:
    """The words of leaves in one piece."""
    chosen, starts, at = tuple(leaves), [], 0
    for leaf in chosen:
        starts.append(at)
        at += len(leaf.text) + 1
    text = "\n".join(leaf.text for leaf in chosen)
    return RunningText(text, fold(text), chosen, tuple(starts))


class Lexicon:
    """Words to be sought together: at each place the longest counts, and none is sought inside another."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_opening: dict[str, list[str]] = {}
        for word in words:
            if word:
                self._by_opening.setdefault(word[:2], []).append(word)
        for alike in self._by_opening.values():
            alike.sort(key=len, reverse=True)
        self._single = any(len(opening) == 1 for opening in self._by_opening)

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """The words in a text with their places, in order."""
        openings, single, free = self._by_opening, self._single, 0
        for at in range(len(text)):
            candidates = openings.get(text[at : at + 2])
            if (candidates is None and not single) or at < free:
                continue
            word = next((word for word in candidates or () if text.startswith(word, at)), "")
            if not word and single and text[at] in openings:
                word = text[at]
            if word:
                yield at, word
                free = at + len(word)
