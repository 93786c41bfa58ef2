"""Regular expressions that are compiled when they are first used.

There are some hundreds of them, most of which an ordinary draft never needs; compiling them all would take longer than the check.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    _TO_THE_END = 1 << 62


class Pattern:
    """A regular expression with the methods of ``re.Pattern`` that this project uses.

    A method that is called for the first time is taken from the compiled expression, to be called without a detour from then on.
    """

    __slots__ = ("_flags", "findall", "finditer", "fullmatch", "match", "pattern", "search", "split", "sub")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    if TYPE_CHECKING:

        def search(self, text: str, start: int = 0, end: int = _TO_THE_END, /) -> re.Match[str] | None:
            """The first match at or after ``start``."""

        def match(self, text: str, start: int = 0, end: int = _TO_THE_END, /) -> re.Match[str] | None:
            """The match that begins just at ``start``."""

        def fullmatch(self, text: str, start: int = 0, end: int = _TO_THE_END, /) -> re.Match[str] | None:
            """The match that is the whole text."""

        def finditer(self, text: str, start: int = 0, end: int = _TO_THE_END, /) -> Iterator[re.Match[str]]:
            """All matches, in order."""

        def findall(self, text: str, start: int = 0, end: int = _TO_THE_END, /) -> list[str]:
            """The text of all matches (of their group, where there is one)."""

        def split(self, text: str, /, maxsplit: int = 0) -> list[str]:
            """The stretches between the matches."""

        def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, /, count: int = 0) -> str:
            """The text with every match replaced."""

    else:

        def __getattr__(self, name: str) -> Any:
            method = getattr(re.compile(self.pattern, self._flags), name)
            setattr(self, name, method)
            return method
