"""What a rule is made of: the one interface between rules and everything else.

A rule is one frozen value, ``Rule``, beside a plain function ``check(draft, options)`` that yields findings. It knows the draft's
tree, facts and comparisons; severity, files, suppression and output are the engine's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import ChangeKind, Source, Span
from disclosure_grammar.tree import Document
from disclosure_lint.asides import Aside, Commented, Tracked
from disclosure_lint.comparisons import Comparisons
from disclosure_lint.comparisons.model import Comparison
from disclosure_lint.facts import Facts
from disclosure_lint.run import Run


class Severity(StrEnum):
    """How grave a finding is. ``error`` is near-certain."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


class Text(NamedTuple):
    """The same words in Chinese and English; both may hold ``str.format`` fields, the same ones."""

    zh: str
    en: str

    def lang(self, language: str) -> str:
        """The words in ``"zh"`` or ``"en"``."""
        return self.en if language == "en" else self.zh


Value = str | int | Span | Text
"""What a message field may hold. A Span stands for the words of the draft there: the engine puts them in, personal numbers masked."""


class Safety(StrEnum):
    """Whether a fix may be applied unasked: ``safe`` changes no meaning, ``display`` is only shown."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


class Edit(NamedTuple):
    """Put ``text`` in place of ``span`` of the source."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A change that removes a finding.

    Attributes:
        title: what it does.
        edits: made together or not at all.
        safety: whether it may be made unasked.
        independent: whether each edit is a change of its own, so that some may be made where others cannot: many slips told as one finding.
    """

    title: Text
    edits: tuple[Edit, ...]
    safety: Safety = Safety.SAFE
    independent: bool = False


_NO_FIELDS: Mapping[str, Value] = MappingProxyType({})


class Related(NamedTuple):
    """A second place that belongs to a finding: every operand of a comparison is one.

    Attributes:
        span: the place.
        message: what stands there.
        fields: what the message's ``{fields}`` stand for.
        plan: which of ``draft.plans`` the place is in; None for the draft itself. Spans among the fields are places of the same text.
    """

    span: Span
    message: Text
    fields: Mapping[str, Value] = _NO_FIELDS
    plan: int | None = None


class Finding(NamedTuple):
    """What a rule yields.

    Attributes:
        span: the exact characters, or None for a finding about the whole draft.
        fields: what the message's ``{fields}`` stand for.
        variant: which of the rule's ``messages`` applies.
        grade: ``"firm"`` or ``"thin"`` evidence, or another grade the rule declares; the engine maps it to a severity.
        related: further places, each with its own words.
        values: what was compared, such as ``{"stated": "97.74%", "computed": "97.47%"}``, or None.
        fix: a change that removes the finding, or None.
    """

    span: Span | None
    fields: Mapping[str, Value] = _NO_FIELDS
    variant: str = "main"
    grade: str = "firm"
    related: tuple[Related, ...] = ()
    values: Mapping[str, str] | None = None
    fix: Fix | None = None

    @classmethod
    def of(
        cls, comparison: Comparison, fields: Mapping[str, Value], variant: str = "main", grade: str = "firm"
    ) -> Finding:
        """The finding that a comparison gives rise to, with every operand and what was stated and computed."""
        return cls(
            comparison.figure,
            fields,
            variant,
            grade,
            related=tuple(Related(operand.span, Text(operand.zh, operand.en)) for operand in comparison.operands),
            values={"stated": comparison.stated, "computed": comparison.computed},
        )


@dataclass(frozen=True)
class Draft:
    """All that a rule may look at.

    Attributes:
        document: the tree.
        genre: ``progress``, ``plan``, ``report`` or ``other``.
        facts: quantities, dates, contacts and the like; each kind is worked out on first use.
        comparisons: what figures were held against each other, with the outcome; worked out on first use.
        stage: ``draft`` or ``final``.
        run: what came of the other rules, for a rule with ``judges_run``; empty for all others.
        plans: the plans that a disclosure is checked together with, in the order of their paths; otherwise empty.
    """

    document: Document
    genre: str
    facts: Facts
    comparisons: Comparisons
    stage: str = "final"
    run: Run = field(default_factory=Run)
    plans: tuple[Draft, ...] = ()

    @property
    def source(self) -> Source:
        """The text the tree was made from."""
        return self.document.source


_MARKS = Pattern(r"⟦(.*?)⟧", re.DOTALL)


@dataclass(frozen=True)
class Bad:
    """A draft in which the rule finds just what ⟦…⟧ marks, in this order.

    Attributes:
        marked: the draft with its marks. No mark at all: one finding about the whole draft (``span`` None).
        genre: the genre the draft is taken to be.
        severity: what the findings must be graded, where it is not the rule's first severity.
        fixed: the draft after the findings' fixes, where the rule has fixes.
        options: options of the rule for this example.
        plans: the plans the draft is checked together with.
        asides: the tracked changes and comments in it, for a draft that is a Word document.
    """

    marked: str
    genre: str = "progress"
    severity: Severity | None = None
    fixed: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    plans: tuple[str, ...] = ()
    asides: tuple[Aside, ...] = ()

    def __post_init__(self) -> None:
        parts = self.marked.split("⟦")
        if "⟧" in parts[0] or any(part.count("⟧") != 1 for part in parts[1:]):
            raise ValueError(f"unpaired marks in an example: {self.marked!r}")

    @property
    def text(self) -> str:
        """The draft without the marks."""
        return self.marked.replace("⟦", "").replace("⟧", "")

    @property
    def spans(self) -> tuple[Span | None, ...]:
        """Where the findings must be."""
        found: list[Span | None] = []
        for number, match in enumerate(_MARKS.finditer(self.marked)):
            start = match.start() - 2 * number
            found.append(Span(start, start + len(match[1])))
        return tuple(found) or (None,)


@dataclass(frozen=True)
class Good:
    """A draft in which the rule finds nothing, worth showing because it could be thought a fault."""

    text: str
    genre: str = "progress"
    options: Mapping[str, Any] = field(default_factory=dict)
    plans: tuple[str, ...] = ()
    asides: tuple[Aside, ...] = ()


GENRES = ("progress", "plan", "report", "other")
PROGRESS = frozenset({"progress"})
PLAN = frozenset({"plan"})
PROGRESS_AND_PLAN = PROGRESS | PLAN
PROGRESS_AND_REPORT = frozenset({"progress", "report"})
DISCLOSURES = frozenset({"progress", "plan", "report"})
EVERY_GENRE = frozenset(GENRES)

Check = Callable[[Draft, Any], Iterable[Finding]]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule, complete.

    Attributes:
        code: ``TOT003``; name: ``percentage-mismatch``; aliases: names it had before.
        genres: the genres it speaks about.
        severity: the severity of grade ``firm``; ``grades`` gives the other grades theirs.
        summary: one sentence: what it flags.
        messages: the sentences a finding may say, by variant; ``main`` where there is one only.
        help: what to do about it.
        why: why it matters to whoever publishes the draft.
        basis: the norm, as ``reference`` saw it, or that it is practice.
        check: yields the findings; gets the draft and the rule's options (an instance of ``options``, or None).
        options: a frozen dataclass whose fields have defaults, or None.
        examples: at least one Bad and one Good.
        unfinished: whether it flags what an unfinished draft lacks by nature: info at ``--stage draft``.
        structural: whether it rests on where paragraphs, headings and rows of tables begin and end: info where that was guessed from a page.
        enabled: whether it is on without being asked for.
        judges_run: whether it judges the run and not the draft: it comes after the others and reads ``draft.run``.
        always: whether it is on whatever the user selects or ignores.
        fixes: how safe the fixes are that it offers, the safest first; none where it offers none.
        across: whether it holds a disclosure against its plans: it runs only where ``draft.plans`` has any.
    """

    code: str
    name: str
    genres: frozenset[str]
    severity: Severity
    summary: Text
    messages: Mapping[str, Text]
    help: Text
    why: Text
    basis: Text
    check: Check
    examples: tuple[Bad | Good, ...]
    grades: Mapping[str, Severity] = field(default_factory=dict)
    options: type[Any] | None = None
    aliases: tuple[str, ...] = ()
    unfinished: bool = False
    structural: bool = False
    enabled: bool = True
    judges_run: bool = False
    always: bool = False
    fixes: tuple[Safety, ...] = ()
    across: bool = False

    def graded(self, grade: str) -> Severity:
        """The severity of a grade.

        Raises:
            KeyError: the rule does not declare that grade.
        """
        return self.severity if grade == "firm" else self.grades[grade]


PRACTICE = Text("实践做法", "practice")
"""The basis of a rule that no norm we have seen demands."""

__all__ = [
    "DISCLOSURES",
    "EVERY_GENRE",
    "GENRES",
    "PLAN",
    "PRACTICE",
    "PROGRESS",
    "PROGRESS_AND_PLAN",
    "PROGRESS_AND_REPORT",
    "Bad",
    "ChangeKind",
    "Commented",
    "Draft",
    "Edit",
    "Finding",
    "Fix",
    "Good",
    "Iterator",
    "Related",
    "Rule",
    "Safety",
    "Severity",
    "Source",
    "Span",
    "Text",
    "Tracked",
]
