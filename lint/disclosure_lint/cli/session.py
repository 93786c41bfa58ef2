"""What a command works with: the configuration, the files it is to look at, and how it may show what it finds."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from disclosure_grammar.readers import from_bytes
from disclosure_grammar.readers import load as load_file
from disclosure_grammar.readers.unreadable import Unreadable
from disclosure_grammar.source import Source
from disclosure_lint.cli import terminal
from disclosure_lint.config import Config, load
from disclosure_lint.errors import UserError
from disclosure_lint.files import STDIN, Entry, collect
from disclosure_lint.report import View
from disclosure_lint.rule import Rule, Text

STDIN_NAME = "<stdin>"
_EMPTY = Text("没有找到要检查的草稿（.docx、.txt、.md、.html）", "no drafts (.docx, .txt, .md, .html) found")
_APPROXIMATE = Text(
    "由 PDF 还原的文字和位置都是近似的，最好检查导出它的 Word 文档",
    "text and places from a PDF are approximate; better check the Word document it was made from",
)
_NO_STDIN = Text("没有标准输入可读", "there is no standard input")
_BOTH = Text("--config 和 --isolated 只能用一个", "--config and --isolated cannot be used together")
_NO_DASH = Text(
    "--stdin-filename 只用于标准输入，要同“-”一起写", "--stdin-filename is for the standard input and goes with “-”"
)


@dataclass(frozen=True)
class Session:
    """One call of the program, made of plain values, so that a worker process can be given the same.

    Attributes:
        paths: what the user named; nothing is the current folder.
        config_file: the configuration to read instead of the nearest.
        isolated: whether to read none.
        overrides: what the command line sets, by the keys of the configuration; None is not set.
        stdin_filename: what to call the standard input.
        together: whether all drafts are of one matter.
        revisions: how tracked changes are read, ``"final"`` or ``"original"``.
    """

    paths: tuple[str, ...] = ()
    config_file: str | None = None
    isolated: bool = False
    overrides: Mapping[str, Any] = field(default_factory=dict)
    stdin_filename: str | None = None
    together: bool = False
    revisions: str = "final"

    def __post_init__(self) -> None:
        """See that what was given goes together.

        Raises:
            UserError: it does not.
        """
        if self.config_file is not None and self.isolated:
            raise UserError(_BOTH)
        if self.stdin_filename is not None and STDIN not in self.paths:
            raise UserError(_NO_DASH)

    @cached_property
    def config(self) -> Config:
        """The configuration, looked for upwards from the folder that holds all the paths."""
        return load(_common_folder(self._named), self.config_file, self.isolated, self.overrides)

    @property
    def _named(self) -> tuple[str, ...]:
        return tuple(self.stdin_filename or "." if path == STDIN else path for path in self.paths) or (".",)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of the packs; every rule that the configuration names is among them."""
        rules = self.config.rules()
        self.config.check(rules)
        return rules

    @cached_property
    def language(self) -> str:
        """The language of all words."""
        return self.config.lang or terminal.language()

    def entries(self) -> tuple[Entry, ...]:
        """The files that the paths lead to; says so where there are none."""
        if not self._collected:
            terminal.complain(_EMPTY.lang(self.language))
        return self._collected

    @cached_property
    def _collected(self) -> tuple[Entry, ...]:
        return collect(self.paths or (".",), self.config.exclude, self.config.base)

    def companions(self, entry: Entry) -> tuple[Entry, ...]:
        """The drafts of the same matter as a draft: all that are checked together with it, else those of its sets."""
        if self.together:
            return tuple(other for other in self._collected if other != entry)
        return tuple(Entry(_from_here(path)) for path in self.config.companions(self.name(entry)))

    def name(self, entry: Entry) -> str:
        """What to call a draft: text that can be written, whatever bytes its name is made of."""
        name = (self.stdin_filename or STDIN_NAME) if entry.path == STDIN else entry.path
        try:
            name.encode()
        except UnicodeEncodeError:  # no UTF-8, or a locale in which Python does not read it as such
            return os.fsencode(name).decode("utf-8", "replace")
        return name

    def source(self, entry: Entry) -> Source | Text:
        """The draft at a path, or why it cannot be read."""
        try:
            return from_bytes(self.data(entry), self.name(entry), self.config.max_size, self.revisions)
        except Unreadable as error:
            return Text(error.zh, error.en)
        except Exception as error:
            if os.environ.get("DISCLOSURE_LINT_DEBUG"):
                raise
            return broken(error)

    def data(self, entry: Entry) -> bytes:
        """The file at a path, or what stands on the standard input.

        Raises:
            Unreadable: there is none, or it cannot be opened or is too large.
        """
        if entry.error is not None:
            raise Unreadable(*entry.error)
        if entry.path != STDIN:
            return load_file(entry.path, self.config.max_size)
        if sys.stdin is None:
            raise Unreadable(*_NO_STDIN)
        return self._standard_input

    @cached_property
    def _standard_input(self) -> bytes:
        """What stands on the standard input, read once: with ``--together`` it is held against every other draft."""
        return sys.stdin.buffer.read(self.config.max_size + 1)

    def view(self, color: str) -> View:
        """How to show things."""
        return terminal.view(lang=self.language, color=color)

    def complain_of_unread(self, outcomes: Iterable[tuple[str, Text | None]]) -> int:
        """The exit code for files that were only to be shown, given as path and error; says which could not be read."""
        unread = [(path, error) for path, error in outcomes if error is not None]
        for path, error in unread:
            self.complain_of(path, error)
        return 2 if unread else 0

    def warn_if_approximate(self, source: Source) -> None:
        """Say so where what a draft is shown to say was guessed from a page."""
        if source.layout.approximate:
            self.complain_of(source.path, _APPROXIMATE)

    def complain_of(self, path: str, error: Text) -> None:
        """One line on the standard error about a file that was not done."""
        terminal.complain(f"{path or repr(path)}: {error.lang(self.language)}")


def broken(error: Exception) -> Text:
    """That the program is at fault. The words of the exception are left out: they may quote the draft."""
    what = type(error).__name__
    return Text(f"程序内部错误（{what}），这份草稿没有查完", f"internal error ({what}): the draft was not checked")


def _from_here(path: str) -> str:
    """An absolute path as the user would write it: from the working directory, where that holds it."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return path
    return path if relative.startswith(os.pardir) else relative


def _common_folder(paths: Sequence[str]) -> str:
    """The innermost folder above all paths, or the working directory where there is none (other drives)."""
    folders = [path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths]
    try:
        return os.path.commonpath([os.path.abspath(folder) for folder in folders])
    except ValueError:
        return os.getcwd()
