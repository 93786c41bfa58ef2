"""Which files a run checks: those that are named, and the drafts in folders that are named.

In a folder every file with one of the endings in ``SOUGHT`` counts, apart from what .gitignore files and the ``exclude`` globs of the
configuration leave out, and from the files that Word and WPS keep beside a document that is open. Hidden folders, linked folders and those
that hold the pictures of a saved page are not entered. A file that is named is always checked, whatever its ending.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from disclosure_grammar.endings import SOUGHT
from disclosure_lint.rule import Text

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

STDIN = "-"
_OWNER_FILES = ("~$", ".~")
_OF_A_PAGE = ("_files", ".files")
_SKIPPED = frozenset({"node_modules", "__pycache__"})
_MISSING = Text("找不到这个文件或文件夹", "no such file or folder")


class Entry(NamedTuple):
    """A file to check, or a path that leads to none.

    Attributes:
        path: as the user would write it.
        error: why it cannot be checked, or None.
    """

    path: str
    error: Text | None = None


def collect(paths: Iterable[str], exclude: Sequence[str] = (), base: str = ".") -> tuple[Entry, ...]:
    """The files that paths lead to, sorted, each once.

    Args:
        paths: files and folders; ``-`` for standard input is passed on as it is.
        exclude: globs, read like lines of a .gitignore, of what folders are not to yield.
        base: the folder from which the globs hold.
    """
    found: dict[str, Entry] = {}
    for path in paths:
        for entry in _entries(path, exclude, base):
            found.setdefault(_identity(entry.path), entry)
    return tuple(sorted(found.values(), key=lambda entry: (entry.path != STDIN, entry.path.split(os.sep))))


def _entries(path: str, exclude: Sequence[str], base: str) -> Iterator[Entry]:
    if path == STDIN or os.path.isfile(path):
        yield Entry(path)
    elif os.path.isdir(path):
        yield from _Walk(exclude, base).over(path)
    elif os.path.exists(path):  # a pipe, a device: whoever names it wants it read
        yield Entry(path)
    else:
        yield Entry(path, _MISSING)


def _identity(path: str) -> str:
    return path if path == STDIN else os.path.normcase(os.path.abspath(path))


class _Walk:
    """Goes through a folder and leaves out what is ignored."""

    def __init__(self, exclude: Sequence[str], base: str) -> None:
        self._rules: dict[str, GitIgnoreSpec] = {}  # by the folder from which they hold
        self._excluded = (os.path.abspath(base), _spec(exclude)) if exclude else None

    def over(self, folder: str) -> Iterator[Entry]:
        for above in _repository_folders(os.path.abspath(folder)):
            self._learn(above)
        if self._rules and self._ignored(folder, "/"):
            self._rules.clear()  # whoever names an ignored folder wants what is in it
        yield from self._folder(os.path.normpath(folder))

    def _folder(self, folder: str) -> Iterator[Entry]:
        self._learn(os.path.abspath(folder))
        try:
            with os.scandir(folder) as scanned:
                children = sorted(scanned, key=lambda child: child.name)
        except OSError as error:
            cause = error.strerror or type(error).__name__
            yield Entry(folder, Text(f"文件夹打不开（{cause}）", f"the folder cannot be read ({cause})"))
            return
        pages = {
            os.path.splitext(child.name)[0] for child in children if child.name.lower().endswith((".html", ".htm"))
        }
        for child in children:
            path = child.name if folder == "." else os.path.join(folder, child.name)
            if child.is_dir(follow_symlinks=False):
                if not _is_skipped(child.name, pages) and not self._ignored(path, "/"):
                    yield from self._folder(path)
            elif _is_draft(child.name) and child.is_file() and not self._ignored(path):
                yield Entry(path)

    def _learn(self, folder: str) -> None:
        """Read the .gitignore of a folder, if it has one."""
        try:
            with open(os.path.join(folder, ".gitignore"), encoding="utf-8", errors="replace") as file:
                self._rules[folder] = _spec(_sound(file))
        except OSError:
            return

    def _ignored(self, path: str, end: str = "") -> bool:
        """Whether a file, or with ``end`` "/" a folder, is left out; the innermost .gitignore that speaks of it decides."""
        whole = os.path.abspath(path)
        if self._excluded is not None and _says(*self._excluded, whole, end):
            return True
        inward = (folder for folder in self._rules if whole.startswith(folder.rstrip(os.sep) + os.sep))
        for folder in sorted(inward, key=len, reverse=True):
            said = _says(folder, self._rules[folder], whole, end)
            if said is not None:
                return said
        return False


def _is_skipped(folder: str, pages: Collection[str]) -> bool:
    """Whether a folder is not entered: it is hidden, made by a program, or belongs to one of the pages saved beside it."""
    if folder.startswith(".") or folder in _SKIPPED:
        return True
    return any(folder.endswith(end) and folder.removesuffix(end) in pages for end in _OF_A_PAGE)


def _is_draft(file: str) -> bool:
    return file.lower().endswith(SOUGHT) and not file.startswith(_OWNER_FILES)


def _sound(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a .gitignore that mean something; git passes over the others as well."""
    for line in lines:
        try:
            _spec([line])
        except ValueError:
            continue
        yield line


def _spec(lines: Iterable[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # slow to import, so only where a folder is walked and something ignored

    return GitIgnoreSpec.from_lines(lines)


def _says(folder: str, spec: GitIgnoreSpec, whole: str, end: str) -> bool | None:
    """Whether the lines of a folder leave a path out (True), keep it (False) or do not speak of it (None)."""
    try:
        relative = os.path.relpath(whole, folder)
    except ValueError:  # another drive
        return None
    if relative.startswith(".."):
        return None
    return spec.check_file(relative.replace(os.sep, "/") + end).include


def _repository_folders(folder: str) -> list[str]:
    """The folders from the root of the git repository down to the one above; none outside a repository."""
    above: list[str] = []
    while True:
        if os.path.exists(os.path.join(folder, ".git")):
            return list(reversed(above))
        parent = os.path.dirname(folder)
        if parent == folder:
            return []
        folder = parent
        above.append(folder)
