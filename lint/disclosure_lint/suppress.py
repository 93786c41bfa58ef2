"""What suppressions silence, wherever they are written: in the draft (``directives``) or beside it (``sidecar``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from disclosure_grammar.source import Span
from disclosure_lint.diagnostic import Diagnostic
from disclosure_lint.errors import UnknownRuleError
from disclosure_lint.registry import find
from disclosure_lint.rule import Rule
from disclosure_lint.run import Fault, FaultKind, Suppression, Target


class Directive(NamedTuple):
    """A suppression and what it reaches.

    Attributes:
        suppression: what it says.
        reach: the stretch of the draft in which it works; None for the whole draft.
        fingerprint: the one finding it is about, for a suppression kept beside the draft; otherwise an empty string.
        sure: whether it can be meant for this draft only, so that it may be called unused.
    """

    suppression: Suppression
    reach: Span | None = None
    fingerprint: str = ""
    sure: bool = True

    def hits(self, diagnostic: Diagnostic) -> Iterator[Target]:
        """The targets of this directive that a finding answers to."""
        if self.fingerprint and self.fingerprint != diagnostic.fingerprint:
            return
        if self.reach is not None and not (
            diagnostic.span and self.reach.start <= diagnostic.span.start < self.reach.end
        ):
            return
        yield from (target for target in self.suppression.targets if diagnostic.code in target.codes)


class Applied(NamedTuple):
    """The findings that are left, those that are silenced, and what became of each suppression."""

    kept: tuple[Diagnostic, ...]
    silenced: tuple[Diagnostic, ...]
    suppressions: tuple[Suppression, ...]


def apply(diagnostics: Iterable[Diagnostic], found: Sequence[Directive], ran: frozenset[str]) -> Applied:
    """Hold findings against suppressions.

    Args:
        diagnostics: all findings, with fingerprints.
        found: the suppressions.
        ran: the codes of the rules that were run; a target none of whose rules ran is not idle.
    """
    kept: list[Diagnostic] = []
    silenced: list[Diagnostic] = []
    used: set[tuple[int, Target]] = set()
    for diagnostic in diagnostics:
        hits = {(number, target) for number, directive in enumerate(found) for target in directive.hits(diagnostic)}
        used |= hits
        if not all(found[number].suppression.expired for number, _ in hits):
            silenced.append(diagnostic)
            continue
        spared, there = _spared(diagnostic, found)
        used |= there
        kept.append(spared)
    return Applied(tuple(kept), tuple(silenced), tuple(_state(found, used, ran)))


def _spared(diagnostic: Diagnostic, found: Sequence[Directive]) -> tuple[Diagnostic, set[tuple[int, Target]]]:
    """A finding that tells many slips as one, without the corrections of those where its rule is suppressed, and by what."""
    fix = diagnostic.fix
    used: set[tuple[int, Target]] = set()
    if fix is None or not fix.independent or not found:
        return diagnostic, used
    edits = []
    for edit in fix.edits:
        slip = diagnostic._replace(span=edit.span)
        hits = {(number, target) for number, directive in enumerate(found) for target in directive.hits(slip)}
        used |= hits
        if all(found[number].suppression.expired for number, _ in hits):
            edits.append(edit)
    if len(edits) == len(fix.edits):
        return diagnostic, used
    return diagnostic._replace(fix=fix._replace(edits=tuple(edits)) if edits else None), used


def _state(found: Sequence[Directive], used: set[tuple[int, Target]], ran: frozenset[str]) -> Iterator[Suppression]:
    for number, directive in enumerate(found):
        suppression = directive.suppression
        busy = {target for target in suppression.targets if (number, target) in used}
        if directive.sure:
            idle = tuple(t for t in suppression.targets if t not in busy and t.codes & ran)
            yield suppression._replace(idle=() if suppression.expired else idle)
        elif busy or suppression.faults:
            yield suppression


def resolve(
    words: Iterable[tuple[str, Span | None]], rules: Sequence[Rule]
) -> tuple[tuple[Target, ...], tuple[Fault, ...]]:
    """The rules that names in a suppression stand for, and what is wrong with them."""
    targets: list[Target] = []
    faults: list[Fault] = []
    for word, span in words:
        try:
            found = find(rules, word)
        except UnknownRuleError as error:
            faults.append(Fault(FaultKind.UNKNOWN, span, word, error.nearest))
            continue
        codes = frozenset(rule.code for rule in found if not rule.judges_run)
        if codes:
            targets.append(Target(word, span, codes))
        else:
            faults.append(Fault(FaultKind.PROTECTED, span, word))
    return tuple(targets), tuple(faults)
