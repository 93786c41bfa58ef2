"""On which line each key of a TOML file stands: ``tomllib`` does not say, and an error should show the line."""

from __future__ import annotations

import re

from disclosure_grammar.pattern import Pattern

Path = tuple[str | int, ...]

_SPACE = Pattern(r"(?:[ \t\r\n]|#[^\n]*)*")
_BLANKS = Pattern(r"[ \t]*")
_KEY = Pattern(r"""[A-Za-z0-9_-]+|"(?:\\.|[^"\\])*"|'[^']*'""")
_STRING = Pattern(r'''"""(?:\\.|[^\\])*?"{3,5}|\'{3}.*?\'{3,5}|"(?:\\.|[^"\\])*"|'[^']*\'''', re.DOTALL)
_SCALAR = Pattern(r"[^,\]}#\r\n]*")


def lines(text: str) -> dict[Path, int]:
    """The line, from 1, of every key and array element of a TOML text that ``tomllib`` accepts.

    A path holds the keys from the outermost in; a number stands for an element of an array.
    """
    scanner = _Scanner(text)
    scanner.document()
    return scanner.places


class _Scanner:
    """Walks over valid TOML and notes where keys stand; values are only stepped over."""

    def __init__(self, text: str) -> None:
        self.places: dict[Path, int] = {}
        self._text = text
        self._at = 0
        self._line = 1
        self._counted = 0
        self._elements: dict[Path, int] = {}

    def document(self) -> None:
        table: Path = ()
        self._skip(_SPACE)
        while self._at < len(self._text):
            if self._text.startswith("[", self._at):
                table = self._header()
            else:
                self._pair(table)
            self._skip(_SPACE)

    def _header(self) -> Path:
        """``[a.b]`` or ``[[a.b]]``; a table of an array belongs to its last element."""
        width = 2 if self._text.startswith("[[", self._at) else 1
        self._at += width
        path: Path = ()
        keys = self._keys()
        for number, key in enumerate(keys):
            path = (*path, key)
            if width == 2 and number == len(keys) - 1:
                self._elements[path] = self._elements.get(path, 0) + 1
            self._note(path)
            if path in self._elements:
                path = (*path, self._elements[path] - 1)
                self._note(path)
        self._at += width
        return path

    def _pair(self, table: Path) -> None:
        path = table
        for key in self._keys():
            path = (*path, key)
            self._note(path)
        self._at += 1  # =
        self._skip(_BLANKS)
        self._value(path)

    def _keys(self) -> list[str]:
        keys = []
        while True:
            self._skip(_BLANKS)
            keys.append(_unquoted(self._skip(_KEY)))
            self._skip(_BLANKS)
            if not self._text.startswith(".", self._at):
                return keys
            self._at += 1

    def _value(self, path: Path) -> None:
        first = self._text[self._at : self._at + 1]
        if first == "[":
            self._array(path)
        elif first == "{":
            self._inline_table(path)
        elif first in "\"'":
            self._skip(_STRING)
        else:
            self._skip(_SCALAR)

    def _array(self, path: Path) -> None:
        self._at += 1
        number = 0
        self._skip(_SPACE)
        while not self._text.startswith("]", self._at):
            self._note((*path, number))
            self._value((*path, number))
            self._comma()
            number += 1
        self._at += 1

    def _inline_table(self, path: Path) -> None:
        self._at += 1
        self._skip(_SPACE)
        while not self._text.startswith("}", self._at):
            self._pair(path)
            self._comma()
        self._at += 1

    def _comma(self) -> None:
        self._skip(_SPACE)
        if self._text.startswith(",", self._at):
            self._at += 1
            self._skip(_SPACE)

    def _skip(self, pattern: Pattern) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise ValueError("not TOML")
        self._at = match.end()
        return match[0]

    def _note(self, path: Path) -> None:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        self.places.setdefault(path, self._line)


def _unquoted(key: str) -> str:
    if key[0] not in "\"'":
        return key
    import tomllib

    value: str = tomllib.loads(f"key = {key}")["key"]
    return value
