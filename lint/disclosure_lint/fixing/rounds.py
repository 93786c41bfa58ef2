"""Check, correct, check again: until a text is at rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Layout, Source, Span
from disclosure_lint.diagnostic import FileReport
from disclosure_lint.fixing.revision import Revision
from disclosure_lint.fixing.units import SAFE_ONLY, Obstacle, Obstructs, Unit, choose, edits_of, units
from disclosure_lint.rule import Edit, Safety

MOST_ROUNDS = 10

_NO_WORDS = Pattern("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

Lint = Callable[[Source], FileReport]
"""Checks a text; suppressed findings are not in the report."""


class Fixed(NamedTuple):
    """A text after its corrections.

    Attributes:
        first: what a check of the text as it was finds.
        source: the text as it is now, its layout moved along.
        report: what a check of that finds.
        edits: what makes it of the first text, in order; none overlaps another.
        made: how many corrections were made, by the code of the rule.
        obstacles: why corrections that were wanted could not be made, and how many of each.
        restless: the codes of the rules whose corrections came to no end; none of them was made.
    """

    first: FileReport
    source: Source
    report: FileReport
    edits: tuple[Edit, ...]
    made: Mapping[str, int]
    obstacles: Mapping[Obstacle, int]
    restless: frozenset[str]


def fix(source: Source, lint: Lint, wanted: frozenset[Safety] = SAFE_ONLY, obstructs: Obstructs | None = None) -> Fixed:
    """Correct a text until a check offers nothing more, in at most ``MOST_ROUNDS`` rounds.

    Rules whose corrections undo each other, or have not come to rest by then, are left out, and the rest is done without them. What a
    suppression silences at the beginning stays as it is, even where other corrections make the suppression lose its hold.

    Args:
        source: the text.
        lint: how to check it.
        wanted: which fixes to make, by their safety; ``display`` is never made.
        obstructs: what else must not be touched, besides automatic numbers.
    """
    restless: frozenset[str] = frozenset()
    while True:
        course = _Course(source, lint, wanted - {Safety.DISPLAY}, obstructs, restless)
        culprits = course.run()
        if not culprits:
            return course.fixed()
        restless |= culprits


class _Course:
    """One way through the rounds, without the rules that are known to come to no end."""

    def __init__(
        self,
        source: Source,
        lint: Lint,
        wanted: frozenset[Safety],
        obstructs: Obstructs | None,
        restless: frozenset[str],
    ) -> None:
        self._lint = lint
        self._wanted = wanted
        self._obstructs = obstructs
        self._restless = restless
        self._revision = Revision.of(source)
        self._first = self._report = lint(source)
        self._silenced = _silenced(self._first)
        self._made: Counter[str] = Counter()
        self._obstacles: Counter[Obstacle] = Counter()

    def run(self) -> frozenset[str]:
        """Go through the rounds; the codes of rules that come to no end, or none where the text is at rest."""
        seen = {self._revision.source.text: 0}
        rounds: list[frozenset[str]] = []
        while chosen := choose(self._possible()):
            if len(rounds) == MOST_ROUNDS:
                return frozenset(unit.code for unit in chosen)
            self._revision = self._revision.then(edits_of(chosen))
            self._made.update(unit.code for unit in chosen)
            rounds.append(frozenset(unit.code for unit in chosen))
            before = seen.setdefault(self._revision.source.text, len(rounds))
            if before < len(rounds):
                return frozenset().union(*rounds[before:])
            self._report = self._lint(self._revision.source)
        return frozenset()

    def fixed(self) -> Fixed:
        """What came of the rounds."""
        revision = self._revision
        return Fixed(
            self._first, revision.source, self._report, revision.edits, self._made, self._obstacles, self._restless
        )

    def _possible(self) -> list[Unit]:
        """The corrections that are wanted and can be made; what stands against the others is counted."""
        layout = self._revision.source.layout
        self._obstacles = Counter(_only_shown(self._report, layout))
        found = []
        for unit in units(self._report.diagnostics, self._revision.source, self._wanted):
            if unit.code in self._restless or self._is_silenced(unit):
                continue
            obstacle = next(filter(None, (self._obstacle(edit, layout) for edit in unit.edits)), None)
            if obstacle is None:
                found.append(unit)
            else:
                self._obstacles[obstacle] += 1
        return found

    def _is_silenced(self, unit: Unit) -> bool:
        """Whether a suppression has silenced in the first text what these edits correct."""
        silenced = self._silenced.get(unit.code, ())
        origins = [self._revision.origin(edit.span) for edit in unit.edits] if silenced else []
        return any(origin.overlaps(span) or origin == span for origin in origins for span in silenced)

    def _obstacle(self, edit: Edit, layout: Layout) -> Obstacle | None:
        """What stands against an edit of the text as it is now."""
        if layout.is_generated(edit.span):
            return Obstacle.GENERATED
        if self._obstructs is None:
            return None
        if _NO_WORDS.search(edit.text):
            return Obstacle.PARAGRAPH if "\n" in edit.text or "\r" in edit.text else Obstacle.SIGN
        return self._obstructs(self._revision.origin(edit.span))


def _only_shown(report: FileReport, layout: Layout) -> Iterator[Obstacle]:
    """The obstacle once for each correction that is only shown because it would change an automatic number."""
    for diagnostic in report.diagnostics if layout.generated else ():
        fix = diagnostic.fix
        if fix is not None and fix.safety is Safety.DISPLAY and any(layout.is_generated(e.span) for e in fix.edits):
            yield Obstacle.GENERATED


def _silenced(report: FileReport) -> Mapping[str, Sequence[Span]]:
    """What the corrections of silenced findings would change, by the codes of their rules."""
    spans: dict[str, list[Span]] = {}
    for diagnostic in report.silenced:
        if diagnostic.fix is not None:
            spans.setdefault(diagnostic.code, []).extend(edit.span for edit in diagnostic.fix.edits)
    return spans
