"""Corrections written into a Word document: in the runs they are about, with their formatting, as plain or as tracked changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from disclosure_grammar.readers.word.model import Piece, Run, Word
from disclosure_grammar.source import Span
from disclosure_lint.fixing import Obstacle
from disclosure_lint.rule import Edit
from disclosure_lint.word.copies import mirrored
from disclosure_lint.word.editable import Editable
from disclosure_lint.word.names import names
from disclosure_lint.word.numbers import Numbers
from disclosure_lint.word.splice import Replacement, Splices, blocks_of, element_of, part_of
from disclosure_lint.word.tracked import Change, Marks, TrackedRun, Tracking, insertions, words_like

__all__ = ["Tracking", "revise"]

_Runs = dict[Run, dict[Piece, list[Change]]]
_MOST_COMPARED = 1_000_000  # pairs of characters: beyond that comparing costs more than it is worth


def revise(word: Word, edits: Iterable[Edit], tracking: Tracking | None = None) -> bytes:
    """The file with edits made in it. Everything but the runs they are in keeps its bytes.

    Args:
        word: the document as it was read.
        edits: none overlaps another; words that are put in take the formatting of the run they stand in or behind.
        tracking: marks them as tracked insertions and deletions, to be accepted or rejected; without, they are simply made.

    Raises:
        ValueError: ``Editable.obstacle`` has something against one of them.
    """
    editable = Editable(word)
    parts: dict[str, _Runs] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for piece, change in _changes(word, editable, edits):
        assert piece.run is not None  # a piece that can be changed stands in a run
        parts[piece.run.part][piece.run][piece].append(change)
    marks = None
    if tracking is not None:
        marks = Marks(tracking, Numbers(*(part_of(word, part) for part in {*parts, word.main})))
    made: dict[str, bytes] = {}
    for part, runs in parts.items():
        splices = Splices(part_of(word, part))
        new = _plain(word, part, runs) if marks is None else _tracked(word, part, runs, marks)
        for replacement in mirrored(new, editable.copies(part)):
            splices.replace(*replacement)
        made[part] = splices.made()
    return word.package.rewritten(made)


def _changes(word: Word, editable: Editable, edits: Iterable[Edit]) -> Iterator[tuple[Piece, Change]]:
    """The edits as changes of pieces, in order."""
    for edit in sorted(edits, key=lambda edit: edit.span):
        obstacle = editable.obstacle(edit.span)
        if obstacle is not None:
            raise ValueError(f"the edit at {edit.span.start} cannot be made: {obstacle}")
        for small in _smallest(edit, word):
            yield from _in_pieces(word, editable, small, edit.span)


def _in_pieces(word: Word, editable: Editable, edit: Edit, whole: Span) -> Iterator[tuple[Piece, Change]]:
    """An edit by the pieces it is in; of those whose words are replaced, the first takes the new ones."""
    span, text = edit
    if not len(span):
        home = editable.home(span.start, whole.start if len(whole) else -1)
        assert not isinstance(home, Obstacle)  # there is none against the edit it is part of
        piece, at = home
        yield piece, Change(at, at, text)
        return
    for piece in word.pieces_in(span.start, span.end):
        yield piece, Change(max(span.start - piece.start, 0), min(span.end, piece.end) - piece.start, text)
        text = ""


def _smallest(edit: Edit, word: Word) -> Iterator[Edit]:
    """An edit as the smallest ones that do the same, so that what stays as it is keeps its own formatting."""
    from difflib import SequenceMatcher

    old, start = word.source.slice(edit.span), edit.span.start
    if len(old) * len(edit.text) > _MOST_COMPARED:
        yield edit
        return
    for kind, low, high, first, last in SequenceMatcher(None, old, edit.text, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Edit(Span(start + low, start + high), edit.text[first:last])


def _plain(word: Word, part: str, runs: _Runs) -> Iterator[Replacement]:
    """The changes of a part, simply made."""
    data = part_of(word, part)
    for changed in runs.values():
        for piece, changes in changed.items():
            words = _after(word.source.slice(Span(*piece[:2])), changes)
            yield Replacement(*element_of(data, piece), words_like(data, piece, words))


def _tracked(word: Word, part: str, runs: _Runs, marks: Marks) -> Iterator[Replacement]:
    """The changes of a part as tracked ones."""
    data = part_of(word, part)
    prefix = names(data)
    inserted = insertions(blocks_of(word, part), {run.start for run in runs if run.insertion})
    for run, pieces in runs.items():
        tracked = TrackedRun(data, run, marks, prefix, inserted.get(run.start))
        for piece, changes in pieces.items():
            tracked.change(piece, word.source.slice(Span(*piece[:2])), changes)
        yield tracked.made()


def _after(text: str, changes: Sequence[Change]) -> str:
    """The words of a piece with its changes made."""
    for start, end, new in reversed(changes):
        text = text[:start] + new + text[end:]
    return text
