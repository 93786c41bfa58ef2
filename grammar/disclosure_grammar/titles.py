"""Where the title of a heading ends and its body begins, when both stand in one line."""

from __future__ import annotations

from disclosure_grammar.line import SPACES
from disclosure_grammar.pattern import Pattern

_OPEN = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "(": ")", "【": "】", "「": "」", "『": "』"}
_CLOSE = frozenset(_OPEN.values())
_STOPS = Pattern(r"[。！？“”‘’《》〈〉（）()【】「」『』]")
_COLON = Pattern(r"[：:]")
_LONGEST_BEFORE_COLON = 40


def title_end(text: str, start: int = 0) -> int:
    """Where the title that begins at ``start`` ends: behind its full stop or colon, or at the end of the text.

    A full stop inside quotation marks or brackets ends nothing (``认真落实“……责任。要……”意见``). A colon ends a title only where a whole
    sentence follows.
    """
    stop = _sentence_end(text, start)
    colon = _COLON.search(text, start, min(start + _LONGEST_BEFORE_COLON, len(text)))
    if colon and colon.end() < stop and "。" in text[colon.end() :] and _depth(text[start : colon.start()]) == 0:
        return colon.end()
    return stop if text[stop:].strip(SPACES) else len(text)


def _sentence_end(text: str, start: int) -> int:
    awaited: list[str] = []
    for match in _STOPS.finditer(text, start):
        mark = match[0]
        if mark in _OPEN:
            awaited.append(_OPEN[mark])
        elif mark in _CLOSE:
            if mark in awaited:
                del awaited[awaited.index(mark) :]
        elif not awaited:
            return match.end()
    if awaited and (bare := text.find("。", start)) >= 0:
        return bare + 1  # a quotation that is never closed hides nothing
    return len(text)


def _depth(text: str) -> int:
    return sum(text.count(mark) for mark in _OPEN) - sum(text.count(mark) for mark in _CLOSE)
