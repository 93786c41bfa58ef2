"""What came of a run over one draft, for the few rules that judge the run itself: crashed rules and suppressions."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from disclosure_grammar.source import Source, Span


class Crash(NamedTuple):
    """A rule that raised. The words of the exception are left out: they may quote the draft."""

    code: str
    name: str
    exception: str


class Target(NamedTuple):
    """One entry in the rule list of a suppression.

    Attributes:
        text: the code, name or prefix as written.
        span: its place in the draft; None in the file beside the draft.
        codes: the rules it stands for; empty where there is no such rule.
    """

    text: str
    span: Span | None
    codes: frozenset[str]


class FaultKind(StrEnum):
    """What can be wrong with a suppression."""

    EMPTY = "empty"  # no rule is named
    UNKNOWN = "unknown"  # no rule has that code or name
    KEYWORD = "keyword"  # neither ignore, ignore-section nor ignore-file
    BARE = "bare"  # nothing at all after the name of the tool
    UNCLOSED = "unclosed"  # no --> in the line
    DATE = "date"  # until is no date
    PROTECTED = "protected"  # the rule cannot be suppressed
    MISSING = "missing"  # an entry of the file beside the draft lacks something; ``word`` says what
    ENTRY = "entry"  # it has something that means nothing; ``word`` says what
    FILE = "file"  # the file beside the draft cannot be read; ``word`` says why


class Fault(NamedTuple):
    """Why a suppression, or a part of it, does nothing.

    Attributes:
        kind: what is wrong.
        span: the place of the wrong words in the draft; None in the file beside it.
        word: the wrong word.
        nearest: what may have been meant, or an empty string.
    """

    kind: FaultKind
    span: Span | None
    word: str = ""
    nearest: str = ""


class Suppression(NamedTuple):
    """A suppression and what became of it.

    Attributes:
        span: the comment in the draft, of a comment in a Word document the words it is attached to; None for an entry of the file beside it.
        place: ``disclosure-lint.suppress.toml:7`` for such an entry, otherwise an empty string.
        targets: the rules it names.
        faults: what is wrong with it.
        until: its last day as written, or an empty string.
        expired: whether that day is over; it then silences nothing.
        idle: the targets that silenced nothing although their rules were run.
        remark: whether it is a comment in a Word document, which stands beside the text.
    """

    span: Span | None
    place: str = ""
    targets: tuple[Target, ...] = ()
    faults: tuple[Fault, ...] = ()
    until: str = ""
    expired: bool = False
    idle: tuple[Target, ...] = ()
    remark: bool = False

    def removal(self, source: Source) -> Span | None:
        """What to take out of the text so that nothing is left of the comment: its whole line where it has one of its own."""
        if self.span is None or self.remark:
            return None
        number = source.position(self.span.start).line
        line = source.line(number)
        before, after = source.text[line.start : self.span.start], source.text[self.span.end : line.end]
        if before.strip() or after.strip():
            return Span(line.start + len(before.rstrip(" \t")), self.span.end) if not after.strip() else self.span
        end = source.line_starts[number] if number < len(source.line_starts) else len(source.text)
        return Span(line.start, end)


class Run(NamedTuple):
    """What came of the rules that judge the draft."""

    crashes: tuple[Crash, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
