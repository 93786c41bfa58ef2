"""A draft before and after its corrections, as a unified diff; what identifies a person is masked in it as everywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from disclosure_grammar.source import Span
from disclosure_lint.diagnostic import Other
from disclosure_lint.mask import Masker
from disclosure_lint.report import View
from disclosure_lint.report.words import one_line, visible

_AROUND = 3
_NO_LINE_END = "\\ No newline at end of file"
_STYLES = {"-": "error", "+": "good", "@": "code", "\\": "dim"}
_GROUP = tuple[str, int, int, int, int]


class _Lines(NamedTuple):
    """The lines of a draft: as they are, to be compared, and as they are shown."""

    exact: list[str]
    shown: list[str]


def render(before: Other, after: Other, view: View) -> str:
    """The lines in which two states of a draft differ, with those around them; nothing where they do not.

    Args:
        before: the draft as it is.
        after: what it is to be.
        view: how to show it.
    """
    old, new = _lines(before), _lines(after)
    groups = list(SequenceMatcher(None, old.exact, new.exact, autojunk=False).get_grouped_opcodes(_AROUND))
    if not groups:
        return ""
    path = one_line(before.source.path)
    lines = [f"--- {path}", f"+++ {path}"]
    for group in groups:
        lines.append(_heading(group))
        for operation in group:
            lines += _hunk(operation, old, new)
    return _painted(lines, view)


def _lines(draft: Other) -> _Lines:
    source = draft.source
    masked = Masker(source, draft.personal).slice(Span(0, len(source.text)))
    starts = source.line_starts
    ends = (*starts[1:], len(source.text))
    exact = [source.text[start:end] for start, end in zip(starts, ends, strict=True) if start < end]
    shown = [_plain(masked[start : start + len(line)]) for start, line in zip(starts, exact, strict=False)]
    return _Lines(exact, shown)


def _plain(line: str) -> str:
    """A line without its end and without what steers a terminal; tabs stay."""
    return "\t".join(map(visible, line.rstrip("\r\n").split("\t")))


def _hunk(operation: _GROUP, old: _Lines, new: _Lines) -> Iterator[str]:
    tag, old_start, old_end, new_start, new_end = operation
    if tag == "equal":
        yield from _marked(" ", new, new_start, new_end)
        return
    yield from _marked("-", old, old_start, old_end)
    yield from _marked("+", new, new_start, new_end)


def _marked(sign: str, lines: _Lines, start: int, end: int) -> Iterator[str]:
    for number in range(start, end):
        yield sign + lines.shown[number]
        if not lines.exact[number].endswith(("\n", "\r")):
            yield _NO_LINE_END


def _heading(group: list[_GROUP]) -> str:
    first, last = group[0], group[-1]
    return f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@"


def _range(start: int, end: int) -> str:
    """Lines as a diff counts them: the first, from 1, and how many."""
    number = end - start
    if number == 1:
        return str(start + 1)
    return f"{start + 1 if number else start},{number}"


def _painted(lines: list[str], view: View) -> str:
    if not view.colour:
        return "".join(f"{line}\n" for line in lines)
    from disclosure_lint.report.colour import paint

    styles = ["path", "path", *(_STYLES.get(line[0], "") for line in lines[2:])]
    return paint((((line, style),) for line, style in zip(lines, styles, strict=True)), view)
