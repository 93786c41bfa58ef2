"""The findings of a draft as comments in the Word document itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from disclosure_grammar.readers.word.model import Word
from disclosure_lint.diagnostic import FileReport
from disclosure_lint.word.anchors import Anchor, Anchors
from disclosure_lint.word.comments import Comment, Marks, added, free_numbers, marks
from disclosure_lint.word.grounds import Ground, grounds
from disclosure_lint.word.names import names
from disclosure_lint.word.splice import Order, Splices, part_of, place_after, place_before
from disclosure_lint.word.wording import Wording

MOST_COMMENTS = 10_000
"""In one document: more than anybody reads, and few enough for Word, which opens no file with more than 32 767."""


class Annotated(NamedTuple):
    """A document with comments.

    Attributes:
        data: the file.
        comments: how many were written; of more than ``MOST_COMMENTS`` findings those that come first.
    """

    data: bytes
    comments: int


def annotate(
    word: Word, report: FileReport, language: str, when: datetime, dates: Mapping[str, str] | None = None
) -> Annotated:
    """Write a comment for each finding, at its exact characters; every part that says nothing of comments keeps its bytes.

    Args:
        word: the document, without comments of an earlier run (``own.strip``).
        report: what came of its text; its findings are written in their order.
        language: ``"zh"`` or ``"en"``.
        when: the date of the comments, in local time.
        dates: the dates of comments of an earlier run, by their text; one that says the same again keeps its date.
    """
    anchors, wording = Anchors(word), Wording(word.source, report, language)
    placed = [(found, anchors.of(found.span)) for found in report.diagnostics]
    hung = [(found, anchor) for found, anchor in placed if anchor is not None][:MOST_COMMENTS]
    if not hung:
        return Annotated(word.package.rewritten({}), 0)
    now = f"{when:%Y-%m-%dT%H:%M:%SZ}"
    texts = [wording.comment(found, moved=anchor.moved) for found, anchor in hung]
    comments = [
        Comment(number, text, (dates or {}).get(text, now))
        for number, text in zip(free_numbers(word.package), texts, strict=False)
    ]
    body = _marked(word, [(comment.number, anchor) for comment, (_, anchor) in zip(comments, hung, strict=True)])
    return Annotated(
        word.package.rewritten({**added(word.package, comments), word.main: body}),
        len(comments),
    )


def _marked(word: Word, hung: list[tuple[int, Anchor]]) -> bytes:
    """The body with the marks of comments, given by their numbers."""
    data = part_of(word, word.main)
    called = names(data)
    around = grounds(word.main, data, [at for _, anchor in hung for at in _offsets(word, anchor)])
    splices = Splices(data)
    for number, anchor in hung:
        _mark(word, splices, marks(number, called), anchor, around)
    return splices.made()


def _offsets(word: Word, anchor: Anchor) -> tuple[int, int]:
    """The byte offsets of what an anchor begins and ends with: its runs, or its paragraph."""
    first = None if anchor.first is None else word.piece_at(anchor.first)
    last = None if anchor.first is None else word.piece_at(anchor.last)
    if first is None or first.run is None or last is None or last.run is None:
        return anchor.paragraph.at, anchor.paragraph.at
    return first.run.start, last.run.start


def _mark(word: Word, splices: Splices, marked: Marks, anchor: Anchor, around: Mapping[int, Ground]) -> None:
    """Put the marks of one comment around the characters of its anchor, or at the beginning of its paragraph."""
    begin, end = (around[at] for at in _offsets(word, anchor))
    first = None if anchor.first is None else place_before(word, anchor.first)
    last = None if anchor.first is None else place_after(word, anchor.last)
    if first is None or last is None:
        splices.insert(begin.head, marked.point)
        return
    splices.insert(begin.before(first), marked.opening, Order.OPENING)
    splices.insert(end.after(last), marked.closing, Order.CLOSING)
