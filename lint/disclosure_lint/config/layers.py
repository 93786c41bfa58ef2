"""One place that sets values: a file, a table of a file, the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from disclosure_lint.errors import ConfigError
from disclosure_lint.rule import Text

Key = str | int


class Origin(NamedTuple):
    """Where a value comes from.

    Attributes:
        kind: ``default``, ``command line`` or ``file``.
        path: the file, or an empty string.
        line: the line in it, from 1, or None.
        line_text: that line.
    """

    kind: str
    path: str = ""
    line: int | None = None
    line_text: str = ""

    def lang(self, language: str) -> str:
        """The origin in words: ``disclosure-lint.toml:3``, ``command line``, ``default``."""
        if self.kind == "file":
            return f"{self.path}:{self.line}" if self.line else self.path
        return _WORDS[self.kind].lang(language)


_WORDS = {"default": Text("默认值", "default"), "command line": Text("命令行", "command line")}
DEFAULT = Origin("default")
COMMAND_LINE = Origin("command line")


@dataclass(frozen=True, slots=True)
class Layer:
    """The values that one place sets, already checked for their form.

    Attributes:
        values: by key, as the file writes the keys.
        files: the globs of the files it holds for; none: for all.
        path: the file, or an empty string for the command line.
        keys: the keys that lead to this table of the file.
        lines: the line of every key of the file.
        text: the lines of the file.
    """

    values: Mapping[str, Any]
    files: tuple[str, ...] = ()
    path: str = ""
    keys: tuple[Key, ...] = ()
    lines: Mapping[tuple[Key, ...], int] = field(default_factory=dict)
    text: Sequence[str] = ()

    def origin(self, *keys: Key) -> Origin:
        """Where a value of this layer stands: its own line, or that of the nearest key above it."""
        if not self.path:
            return COMMAND_LINE
        whole = (*self.keys, *keys)
        line = next((self.lines[whole[:n]] for n in range(len(whole), 0, -1) if whole[:n] in self.lines), None)
        return Origin("file", self.path, line, self.text[line - 1] if line else "")

    def error(self, reason: Text, *keys: Key) -> ConfigError:
        """What is wrong with a value, with its place."""
        if not self.path:
            option = f"--{keys[0]}" if keys else ""
            return ConfigError(Text(f"{option}：{reason.zh}", f"{option}: {reason.en}") if option else reason)
        origin = self.origin(*keys)
        return ConfigError(reason, self.path, origin.line, origin.line_text)
