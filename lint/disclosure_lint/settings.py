"""What the engine must know to check one file. Plain values: where they come from is the matter of ``config``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from disclosure_lint.rule import Rule, Severity

if TYPE_CHECKING:
    from disclosure_lint.sidecar import Sidecar


class Active(NamedTuple):
    """A rule that is switched on.

    Attributes:
        rule: the rule.
        options: an instance of ``rule.options``, or None where the rule has none.
        severity: what the user sets, or None for the rule's own judgement.
    """

    rule: Rule
    options: Any = None
    severity: Severity | None = None

    @classmethod
    def default(cls, rule: Rule) -> Active:
        """The rule as it comes."""
        return cls(rule, rule.options() if rule.options else None)


class FileSettings(NamedTuple):
    """How one file is checked.

    Attributes:
        active: the rules that are on.
        known: all rules there are: a suppression may name one that is off.
        genre: the genre to take the draft for; None to detect it.
        stage: ``draft`` or ``final``.
        sidecar: the suppressions beside the draft, or None.
        today: the day against which ``until`` of a suppression is held; None for the day of the run.
    """

    active: tuple[Active, ...]
    known: tuple[Rule, ...]
    genre: str | None = None
    stage: str = "final"
    sidecar: Sidecar | None = None
    today: date | None = None

    @classmethod
    def default(cls, rules: Sequence[Rule], genre: str | None = None, stage: str = "final") -> FileSettings:
        """All of these rules that are on without being asked for, as they come."""
        active = tuple(Active.default(rule) for rule in rules if rule.enabled)
        return cls(active, tuple(rules), genre, stage)
