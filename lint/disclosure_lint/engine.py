"""From a source to a report: parse, run the rules, make diagnostics of what they find, apply suppressions.

The engine prints nothing, reads no file and knows no rule by name. A rule that raises, or whose finding makes no sense, is left out
whole and reported; the others still run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from disclosure_grammar.genre import detect
from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source, Span
from disclosure_grammar.tree import Document
from disclosure_lint.comparisons import Comparisons
from disclosure_lint.diagnostic import Diagnostic, FileReport
from disclosure_lint.facts import Facts
from disclosure_lint.fingerprint import Fingerprints
from disclosure_lint.mask import Masker
from disclosure_lint.quoting import Words
from disclosure_lint.rule import Draft, Finding, Severity
from disclosure_lint.run import Crash, Run, Suppression
from disclosure_lint.settings import Active, FileSettings
from disclosure_lint.suppress import Directive, apply

_COMMENT = "<!--"


class Companion(NamedTuple):
    """A draft of the same matter, to check another one against; ``genre`` None to detect it."""

    source: Source
    genre: str | None = None


FOLLOWS_A_PLAN = frozenset({"progress", "report"})
"""The genres that are held against plans."""


def lint(source: Source, settings: FileSettings, companions: Sequence[Companion] = ()) -> FileReport:
    """Check one draft; a disclosure or report also against those of its companions that are plans."""
    return lint_document(parse(source), settings, companions)


def lint_text(text: str, settings: FileSettings, path: str = "<text>", markup: str = "text") -> FileReport:
    """Check a draft given as text."""
    return lint(Source(path, text, markup), settings)


def lint_document(document: Document, settings: FileSettings, companions: Sequence[Companion] = ()) -> FileReport:
    """Check a draft that is already parsed."""
    draft = _draft(document, settings.genre, settings.stage)
    genre, facts = draft.genre, draft.facts
    if companions and genre in FOLLOWS_A_PLAN:
        draft = replace(draft, plans=tuple(_plans(draft, companions)))
    masker = Masker(document.source, facts.personal)
    fitting = [
        active for active in settings.active if genre in active.rule.genres and (draft.plans or not active.rule.across)
    ]

    rules = _Pass(draft, masker)
    rules.run(active for active in fitting if not active.rule.judges_run)
    diagnostics = _fingerprinted(rules.diagnostics, document, masker)
    ran = frozenset(active.rule.code for active in fitting).difference(crash.code for crash in rules.crashes)
    applied = apply(diagnostics, _directives(document, settings), ran)
    about_run = _judge_run(rules, fitting, applied.suppressions)
    return FileReport(
        path=document.source.path,
        source=document.source,
        document=document,
        genre=genre,
        diagnostics=_sorted((*applied.kept, *_fingerprinted(about_run, document, masker))),
        suppressed=len(applied.silenced),
        silenced=applied.silenced,
        personal=facts.personal,
        crashed=tuple(crash.code for crash in rules.crashes),
        plans=tuple(plan.source.path for plan in draft.plans),
    )


def _plans(draft: Draft, companions: Sequence[Companion]) -> Iterator[Draft]:
    """The companions that are plans of the same matter as the draft."""
    from disclosure_lint.comparisons.across.matter import apart  # most drafts are checked alone

    for each in companions:
        other = _draft(parse(each.source), each.genre, draft.stage)
        if other.genre == "plan" and not apart(draft.document, draft.facts, other.document, other.facts):
            yield other


def _draft(document: Document, genre: str | None, stage: str) -> Draft:
    facts = Facts(document)
    return Draft(document, genre or detect(document), facts, Comparisons(document, facts, agreements=False), stage)


def _directives(document: Document, settings: FileSettings) -> tuple[Directive, ...]:
    """The suppressions in the draft and beside it."""
    found: tuple[Directive, ...] = ()
    today = settings.today or date.today()
    if _COMMENT in document.source.text or document.source.layout.remarks:
        from disclosure_lint.directives import directives  # most drafts have none

        found = directives(document, settings.known, today)
    if settings.sidecar is not None:
        found += settings.sidecar.directives(document.source.path, settings.known, today)
    return found


class _Pass:
    """Runs rules over a draft and keeps what they find and which of them raise."""

    def __init__(self, draft: Draft, masker: Masker) -> None:
        self.draft = draft
        self.words = Words(draft, masker)
        self.diagnostics: list[Diagnostic] = []
        self.crashes: list[Crash] = []

    def run(self, rules: Iterable[Active]) -> None:
        """Run the rules; the findings of one that raises are left out."""
        for active in rules:
            try:
                self.diagnostics += self._run(active)
            except Exception as error:  # whatever a rule does, the others must still run
                self.crashes.append(Crash(active.rule.code, active.rule.name, type(error).__name__))

    def _run(self, active: Active) -> list[Diagnostic]:
        """All diagnostics of a rule, or none when one of its findings makes no sense."""
        return [self._diagnostic(active, finding) for finding in active.rule.check(self.draft, active.options)]

    def _diagnostic(self, active: Active, finding: Finding) -> Diagnostic:
        rule, words = active.rule, self.words
        _demand_inside(finding, self.draft)
        return Diagnostic(
            code=rule.code,
            name=rule.name,
            severity=severity(active, finding.grade, self.draft.stage, guessed=self.draft.source.layout.approximate),
            message=words.fill(rule.messages[finding.variant], finding.fields),
            span=finding.span,
            help=rule.help,
            basis=rule.basis,
            fingerprint="",
            related=tuple(words.place(related) for related in finding.related),
            values=words.values(finding.values),
            fix=words.fix(finding.fix),
            where=words.where(finding.span),
        )


def severity(active: Active, grade: str, stage: str = "final", *, guessed: bool = False) -> Severity:
    """How grave a finding of a rule is.

    As the user sets it; else info for what a draft at work lacks, and for what a text whose paragraphs were guessed from a page only seems to
    lack; else by its grade.
    """
    rule, graded = active.rule, active.rule.graded(grade)
    if active.severity is not None:
        return active.severity
    if (stage == "draft" and rule.unfinished) or (guessed and (rule.unfinished or rule.structural)):
        return Severity.INFO
    return graded


def _judge_run(rules: _Pass, fitting: Sequence[Active], suppressions: tuple[Suppression, ...]) -> list[Diagnostic]:
    """Run the rules that judge the run; those that are always on come last, to see the others crash."""
    before = len(rules.diagnostics)
    for always in (False, True):
        rules.draft = replace(rules.draft, run=Run(tuple(rules.crashes), suppressions))
        rules.run(active for active in fitting if active.rule.judges_run and active.rule.always is always)
    return rules.diagnostics[before:]


def _demand_inside(finding: Finding, draft: Draft) -> None:
    """See that every span of a finding is a place of the text it speaks of.

    Raises:
        ValueError: one is not.
    """
    texts = (draft if place.plan is None else draft.plans[place.plan] for place in finding.related)
    places = [(draft, span) for span in _own_spans(finding)]
    places.extend(zip(texts, (place.span for place in finding.related), strict=True))
    if any(span.end > len(where.source.text) for where, span in places):
        raise ValueError("a span outside the draft")


def _own_spans(finding: Finding) -> Iterator[Span]:
    if finding.span is not None:
        yield finding.span
    yield from (value for value in finding.fields.values() if isinstance(value, Span))
    if finding.fix is not None:
        yield from (edit.span for edit in finding.fix.edits)


def _sorted(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """In the order of the text, findings about the whole draft first."""
    return tuple(
        sorted(diagnostics, key=lambda d: (d.span.start if d.span else -1, d.span.end if d.span else -1, d.code))
    )


def _fingerprinted(diagnostics: Iterable[Diagnostic], document: Document, masker: Masker) -> tuple[Diagnostic, ...]:
    """The diagnostics in order, each with its fingerprint."""
    fingerprints = Fingerprints(document, masker)
    return tuple(d._replace(fingerprint=fingerprints.of(d.code, d.span)) for d in _sorted(diagnostics))
