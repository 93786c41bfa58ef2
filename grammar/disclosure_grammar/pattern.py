"""Regular expressions that are compiled when they are first used.

There are some hundreds of them, most of which an ordinary draft never needs; compiling them all would take longer than the check.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator


class Pattern:
    """A regular expression with the methods of ``re.Pattern`` that this project uses."""

    __slots__ = ("_compiled", "_flags", "pattern")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def _get(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._flags)
        return self._compiled

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match at or after ``start``."""
        return self._get().search(text, start) if end is None else self._get().search(text, start, end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match that begins just at ``start``."""
        return self._get().match(text, start) if end is None else self._get().match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match that is the whole text."""
        return self._get().fullmatch(text, start) if end is None else self._get().fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches, in order."""
        return self._get().finditer(text, start) if end is None else self._get().finditer(text, start, end)

    def findall(self, text: str, start: int = 0, end: int | None = None) -> list[str]:
        """The text of all matches (of their group, where there is one)."""
        return self._get().findall(text, start) if end is None else self._get().findall(text, start, end)

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        """The stretches between the matches."""
        return self._get().split(text, maxsplit)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with every match replaced."""
        return self._get().sub(replacement, text, count)
