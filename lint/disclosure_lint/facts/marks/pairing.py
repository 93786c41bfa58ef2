"""Which opening mark of a text belongs to which closing one, and which marks have no partner."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern

STRAIGHT = '"'
_CLOSED_BY = {
    "“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "【": "】", "〔": "〕", "[": "]", "「": "」", "『": "』",
}  # fmt: skip
_TITLES = "《〈"
_OPENS = {**{mark: mark for mark in _CLOSED_BY}, "(": "（", "［": "["}
_CLOSES = {**{closing: opening for opening, closing in _CLOSED_BY.items()}, ")": "（", "］": "["}
_MARKS = Pattern(r'["＂“”‘’《》〈〉（）()【】〔〕\[\]［］「」『』]')
_LABEL = Pattern(
    r"(?:(?<![0-9０-９A-Za-z.．])(?:[0-9０-９]{1,2}|[A-Za-z])|(?<![^\W0-9A-Za-z_])[一二三四五六七八九十]{1,3}|[①-⑳]|[:;][-']?)$"
)
_BOUND = r"[ ]?[-－+＋]?[0-9０-９.．%％∞]+[ ]?"
_INTERVAL = Pattern(rf"[\[［(（]{_BOUND}[，,]{_BOUND}[\]］)）]")
"""An interval of numbers, whose two brackets differ where it is half open: [60,80)."""
_SHORT_QUOTE = 40  # so far ahead the end of a quotation is looked for
LATIN_BESIDE = Pattern(r"[A-Za-z0-9]")


def closing(opening: str) -> str:
    """The mark that closes what this one opens."""
    return _CLOSED_BY.get(opening, opening)


def family(mark: str) -> str:
    """The family of an opening or closing mark, named by its full-width opening one."""
    return _OPENS.get(mark) or _CLOSES.get(mark, STRAIGHT)


class Pair(NamedTuple):
    """A sound pair: where its two marks are in the text of a paragraph."""

    opening: str
    start: int
    end: int


class Lone(NamedTuple):
    """A mark without a partner. ``blocked``: the opening mark a closing one met instead of its own; -1 where none."""

    at: int
    family: str
    opens: bool
    blocked: int = -1


class Scan:
    """The marks of one text, paired by a stack.

    Attributes:
        text: the text.
        pairs: the pairs, in the order of their closing marks.
        lone: the marks without a partner, in the order of the text.
        nested: pairs of title marks right inside others of their kind, with where those open.
        labels: the closing brackets of labels: 1）.
    """

    def __init__(self, text: str, straight: str) -> None:
        self.text = text
        self.pairs: list[Pair] = []
        self.lone: list[Lone] = []
        self.nested: list[tuple[Pair, int]] = []
        self._open: list[tuple[str, int]] = []
        self._titles: list[tuple[str, int]] = []
        self._count: Counter[str] = Counter()
        self.labels: list[int] = []
        intervals = _interval_marks(text)
        for match in _MARKS.finditer(text):
            mark, at = match[0], match.start()
            if at in intervals:
                continue
            if mark in straight:
                self._straight(at)
            elif mark in _OPENS:
                self._push(_OPENS[mark], at)
            else:
                self._close(_CLOSES[mark], at)
        if self._open or self.lone:
            self._finish()

    def _push(self, family: str, at: int) -> None:
        if family == "‘" and self.text[at + 1 : at + 2].isdigit() and "’" not in self.text[at : at + _SHORT_QUOTE]:
            return  # ‘21, but not ‘20条’
        self._open.append((family, at))
        self._count[family] += 1
        if family in _TITLES:
            self._titles.append((family, at))

    def _close(self, family: str, at: int) -> None:
        if family == "（" and self._is_label(at):
            self.labels.append(at)
        elif self._count[family]:
            self._pop(family, at)
        elif family == "“" and self._count[STRAIGHT]:
            self._take_straight(at)
        elif family != "‘" or not LATIN_BESIDE.match(self.text, max(at - 1, 0)):
            self.lone.append(Lone(at, family, False, self._open[-1][1] if self._open else -1))

    def _is_label(self, at: int) -> bool:
        """Whether a closing bracket belongs to a label: 1）, a), not （1）."""
        label = _LABEL.search(self.text[max(at - 4, 0) : at])
        if label is None:
            return False
        return not (self._open and self._open[-1] == ("（", at - len(label[0]) - 1))

    def _pop(self, family: str, at: int) -> None:
        """Close the innermost open mark of a family; marks opened inside it stay without a partner."""
        while True:
            open_family, start = self._open.pop()
            self._count[open_family] -= 1
            if open_family in _TITLES:
                self._titles.pop()
            if open_family == family:
                break
            self._leave(open_family, start)
        pair = Pair(family, start, at)
        self.pairs.append(pair)
        if family in _TITLES and self._titles and self._titles[-1][0] == family:
            self.nested.append((pair, self._titles[-1][1]))

    def _straight(self, at: int) -> None:
        """A mark that opens and closes alike: it closes a quotation that is open, whichever way that was opened."""
        if self._open and self._open[-1][0] == "“":
            self._pop("“", at)
        elif self._count[STRAIGHT]:
            self._take_straight(at)
        elif not self.text[max(at - 1, 0) : at].isdigit():  # 24" is a measure
            self._push(STRAIGHT, at)

    def _take_straight(self, at: int) -> None:
        place = next(n for n in range(len(self._open) - 1, -1, -1) if self._open[n][0] == STRAIGHT)
        _, start = self._open.pop(place)
        self._count[STRAIGHT] -= 1
        self.pairs.append(Pair(STRAIGHT, start, at))

    def _finish(self) -> None:
        """Give up on what is still open, the innermost first."""
        for family, start in reversed(self._open):
            self._leave(family, start)
        self.lone.sort()

    def _leave(self, family: str, start: int) -> None:
        """Give up waiting for the partner of an opening mark; （共30） is no label after all."""
        if family == "（" and self.labels and self.labels[-1] > start:
            self.pairs.append(Pair(family, start, self.labels.pop()))
        else:
            self.lone.append(Lone(start, family, True))


def _interval_marks(text: str) -> frozenset[int]:
    """Where the brackets of intervals are; a text without square brackets has none that are half open."""
    if not any(mark in text for mark in "[]［］"):
        return frozenset()
    return frozenset(at for match in _INTERVAL.finditer(text) for at in (match.start(), match.end() - 1))
