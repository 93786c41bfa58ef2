"""What was done to a Word document and said about it beside its words: tracked changes and comments, as a reader counts them."""

from __future__ import annotations

import re
from enum import StrEnum

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Change, ChangeKind, Remark, Source, Span
from disclosure_grammar.tree import Document

OWN_AUTHOR = "disclosure-lint"
"""Who is named as the author of the comments that ``annotate`` writes."""

_SUPPRESSION = Pattern(
    r"[ \t\u3000\xa0\ufeff]*disclosure[-_ \u2010-\u2015－]?lint(?P<words>[ \t\u3000\xa0]*(?:[:：]|ignore|忽略|$).*|$)",
    re.IGNORECASE,
)
"""A line that gives an order to the tool; 《disclosure-lint 说这里不对》 is a remark like any other."""


class RemarkKind(StrEnum):
    """Whom a comment is for."""

    PERSON = "person"  # from one person to another
    OWN = "own"  # an answer of this tool
    SUPPRESSION = "suppression"  # an order to it


def kind_of(remark: Remark) -> RemarkKind:
    """Whom a comment is for: its author and the opening of its text tell."""
    if remark.author.strip() == OWN_AUTHOR:
        return RemarkKind.OWN
    return RemarkKind.SUPPRESSION if orders(remark) else RemarkKind.PERSON


def orders(remark: Remark) -> tuple[str, ...]:
    """The orders to this tool in a comment that begins with one, each without the name of the tool; further lines may say anything."""
    lines = [line for line in remark.text.splitlines() if line.strip()]
    if not lines or remark.author.strip() == OWN_AUTHOR or _SUPPRESSION.fullmatch(lines[0]) is None:
        return ()
    return tuple(match["words"] for match in map(_SUPPRESSION.fullmatch, lines) if match)


def anchor(document: Document, span: Span) -> Span | None:
    """The words that something beside the text is about.

    Of a point they are those of its paragraph; of an empty paragraph those that stand above it, else the first of the draft. None where
    the draft has no words at all.
    """
    source = document.source
    if source.slice(span).strip():
        return span
    line = source.line(source.position(span.start).line)
    words = source.slice(line)
    if words.strip():
        start = line.start + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))
    leaves = [leaf for leaf in document.leaves if leaf.text.strip()]
    above = [leaf for leaf in leaves if leaf.span.start <= span.start]
    return above[-1].words if above else leaves[0].words if leaves else None


def changes(source: Source) -> tuple[Change, ...]:
    """The tracked changes as people count them: what was moved stands where it has words, and its former place is not counted again."""
    listed = source.layout.changes
    moved = any(change.kind is ChangeKind.MOVE and len(change.span) for change in listed)
    return tuple(change for change in listed if not moved or change.kind is not ChangeKind.MOVE or len(change.span))
