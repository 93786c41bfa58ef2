"""The outcome of holding one figure of a draft against others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from disclosure_grammar.source import Span


class Verdict(StrEnum):
    """The three outcomes of a consistency check."""

    VERIFIED = "verified"
    CONTRADICTED = "contradicted"
    UNVERIFIABLE = "unverifiable"


class Operand(NamedTuple):
    """One place that took part in a comparison, with what it is there for, in Chinese and English."""

    span: Span
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """One figure held against others.

    Attributes:
        kind: ``arithmetic`` (parts and wholes), ``exceeds`` (done against total), ``percentage``, ``possible`` (GRIM), ``repeat`` (the
            same thing counted twice), ``structure`` (a count against the tree), ``list`` (a count against what it lists),
            ``remainder`` (what is left unexplained), ``duration`` (a length against its dates).
        verdict: how it came out.
        figure: the figure judged.
        operands: every other place that was looked at.
        stated: what the text says, in short (97.74%).
        computed: what follows from the operands (97.47%), or an empty string.
        zh, en: one sentence that says what was compared and why.
        firm: whether a contradiction is near-certain; False also where what cannot be verified is far off (近2个月, by its dates six).
        data: further words a rule's message needs, by name.
    """

    kind: str
    verdict: Verdict
    figure: Span
    operands: tuple[Operand, ...]
    stated: str
    computed: str
    zh: str
    en: str
    firm: bool = True
    data: Mapping[str, str] = field(default_factory=dict)
