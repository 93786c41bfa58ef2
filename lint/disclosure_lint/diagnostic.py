"""What the engine makes of findings, and what every report is rendered from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from disclosure_grammar.source import Source, Span
from disclosure_grammar.tree import Document
from disclosure_lint.facts.model import Personal
from disclosure_lint.rule import Fix, Severity, Text


class Other(NamedTuple):
    """Another draft than the one a finding is in: its text, and what must be masked of it."""

    source: Source
    personal: tuple[Personal, ...] = ()


class Place(NamedTuple):
    """A related place with its words, ready to show.

    Attributes:
        other: the draft it is in, where that is not the finding's own.
        where: where it is, in words, in a draft whose lines nobody sees; otherwise None.
    """

    span: Span
    message: Text
    other: Other | None = None
    where: Text | None = None


class Diagnostic(NamedTuple):
    """A finding with everything a reader needs; the words are filled in and hold no personal number.

    Attributes:
        span: the exact characters, or None for a finding about the whole draft.
        fingerprint: stays the same when lines move: no line numbers, no path.
        where: where the characters are, in words, in a draft whose lines nobody sees (第12段, “二、整改落实情况”之下); otherwise None.
    """

    code: str
    name: str
    severity: Severity
    message: Text
    span: Span | None
    help: Text
    basis: Text
    fingerprint: str
    related: tuple[Place, ...] = ()
    values: Mapping[str, str] | None = None
    fix: Fix | None = None
    where: Text | None = None


@dataclass(frozen=True)
class FileReport:
    """What came of one file.

    Attributes:
        path: the name as the user gave it.
        error: why the file could not be read, one sentence, or None. Then everything below is empty.
        diagnostics: sorted by place, whole-draft findings first.
        suppressed: how many findings a suppression has silenced.
        silenced: these findings.
        personal: what must be masked wherever the text of the draft is shown.
        crashed: the codes of rules that raised.
        plans: the paths of the plans that the draft was held against.
    """

    path: str
    error: Text | None = None
    source: Source | None = None
    document: Document | None = None
    genre: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    suppressed: int = 0
    silenced: tuple[Diagnostic, ...] = ()
    baselined: int = 0
    personal: tuple[Personal, ...] = ()
    crashed: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """What came of a run."""

    files: tuple[FileReport, ...] = field(default=())

    def count(self, severity: Severity) -> int:
        """How many diagnostics have just this severity."""
        return sum(d.severity is severity for report in self.files for d in report.diagnostics)
