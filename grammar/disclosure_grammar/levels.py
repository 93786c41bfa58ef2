"""Which heading stands under which: the rank of each form of label, inferred from the draft itself.

GB/T 9704-2012 (7.3.3) has 一、（一） 1. （1） in this order, with any level missing. A draft may do otherwise; the evidence is which form starts
anew at 1 under which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from disclosure_grammar import roles
from disclosure_grammar.line import SPACES
from disclosure_grammar.numerals import parse
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.pieces import BLOCKS, HEADINGS, Piece, Row

_USUAL = (
    "PART", "CHAPTER", "ARTICLE_SECTION", "CHINESE", "CHINESE_BRACKETED", "ARABIC", "ARABIC_BRACKETED", "ARABIC_HALF_BRACKET", "CIRCLED",
)  # fmt: skip
_END = "_END"
_EPILOGUE = Pattern(r"(?:结\s*束?\s*语|尾\s*声)$")
_PROBLEM = Pattern(r"问题[一二三四五六七八九十0-9０-９]{1,3}\s*[：:、.．]")
_CLOSE_ALL = frozenset({"SIGNATORY", "DATE", "ANNEX_NOTE", "NOTE", "RESIDUE"})


def number_of(label: str) -> int | None:
    """The number inside a label as the lexer matched it: ``（十一）`` is 11, ``第二部分`` is 2, ``3．`` is 3."""
    core = "".join(character for character in label if character in _NUMERALS)
    return parse(core)


_NUMERALS = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十百零〇①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")


def ranks(rows: Sequence[Row]) -> dict[str, int]:
    """The rank of every form the draft uses, 0 the highest."""
    forms = [row.type for row in rows if row.type in HEADINGS]
    order = [form for form in _USUAL if form in forms]
    under = _evidence(rows)
    for _ in order:
        for upper in range(len(order) - 1):
            high, low = order[upper], order[upper + 1]
            if under[low, high] >= 2 and under[high, low] == 0:
                order[upper], order[upper + 1] = low, high
    return {form: rank for rank, form in enumerate(order)}


def _evidence(rows: Sequence[Row]) -> Counter[tuple[str, str]]:
    """How often a form starts anew at 1 right behind a heading of another form that itself goes on: (outer, inner) -> times."""
    counts: Counter[tuple[str, str]] = Counter()
    last: dict[str, int] = {}
    previous: tuple[str, int] | None = None
    for row in rows:
        if row.type not in HEADINGS:
            continue
        number = number_of(row.label) or 0
        if previous and previous[0] != row.type and number == 1 and row.type in last and previous[1] > 1:
            counts[previous[0], row.type] += 1
        last[row.type] = number
        previous = (row.type, number)
    return counts


class _Nesting:
    """The containers that are open while the rows are read in order."""

    def __init__(self, rank: dict[str, int]) -> None:
        self._rank = rank
        self._open: list[tuple[str, int]] = []  # ("section", rank) or ("block", which sort of block)
        self._names: list[set[str]] = [set()]  # the labels seen directly inside each open container, the root first
        self._done: list[set[str]] = []  # labels seen in the latest closed section below each depth

    def heading(self, piece: Piece) -> Iterator[Piece]:
        """Close what a heading ends, then open its section."""
        rank = self._rank[piece.type]
        outranked = False
        while self._open and self._ends(rank):
            kind, open_rank = self._open[-1]
            outranked = outranked or (kind == "section" and open_rank > rank)
            yield self._close(piece)
        while outranked and self._open and self._open[-1][0] == "block":
            yield self._close(piece)  # the block holds lower headings: this one is above it
        piece.level = 1 + sum(kind == "section" for kind, _ in self._open)
        self._push("section", rank)
        yield piece

    def _ends(self, rank: int) -> bool:
        """Whether the innermost container ends before a heading of this rank: some section at or below it is open."""
        return any(kind == "section" and open_rank >= rank for kind, open_rank in self._open)

    def block(self, piece: Piece, name: str, lists: str = "") -> Iterator[Piece]:
        """Close what a label or opening ends, then open its block.

        Args:
            piece: the label or opening.
            name: its words.
            lists: the form of the headings that begin at 1 right below it, or an empty string.
        """
        if self._ends_list(name, lists):
            rank = self._rank[lists]
            while self._ends(rank):
                yield self._close(piece)
        if piece.type == "OPENING":
            while self._open and self._open[-1][0] == "block":
                yield self._close(piece)
        else:
            while self._open and self._open[-1] == ("block", 1):
                yield self._close(piece)
            if self._belongs_outside(name):
                while self._open[-1] != ("block", 1):
                    yield self._close(piece)
                yield self._close(piece)
        self._names[-1].add(name)
        self._push("block", 0 if piece.type == "OPENING" else 1)
        yield piece

    def _ends_list(self, name: str, lists: str) -> bool:
        """A label between two lists of one form belongs to their parent: it heads the second, and the items of the first have none."""
        if not lists or not self._open or self._open[-1] != ("section", self._rank[lists]):
            return False
        before = self._done[len(self._open) - 1]
        return bool(before) and name not in before

    def _belongs_outside(self, name: str) -> bool:
        """A label behind the last item of a labelled list belongs to the list's parent unless the other items have it as well."""
        labels = [depth for depth, entry in enumerate(self._open) if entry == ("block", 1)]
        if not labels or self._open[-1][0] != "section" or len(self._open) - 1 != labels[-1] + 1:
            return False
        siblings = self._done[labels[-1] + 1] if len(self._done) > labels[-1] + 1 else set()
        return bool(siblings) and name not in siblings

    def close_all(self, piece: Piece) -> Iterator[Piece]:
        """Close every container."""
        while self._open:
            yield self._close(piece)

    def close_blocks(self, piece: Piece) -> Iterator[Piece]:
        """Close the labelled blocks inside the innermost section."""
        while self._open and self._open[-1][0] == "block":
            yield self._close(piece)

    def _push(self, kind: str, rank: int) -> None:
        self._open.append((kind, rank))
        self._names.append(set())
        del self._done[len(self._open) :]
        while len(self._done) < len(self._open):
            self._done.append(set())

    def _close(self, piece: Piece) -> Piece:
        self._open.pop()
        seen = self._names.pop()
        depth = len(self._open)
        while len(self._done) <= depth:
            self._done.append(set())
        self._done[depth] = self._done[depth] | seen | {""}
        return Piece(_END, piece.line, piece.start, piece.start)


def _list_below(rows: Sequence[Row], number: int) -> str:
    """The form of the headings that begin at 1 in the line below a label that stands alone, or an empty string."""
    if len(rows[number].pieces) > 1 or number + 1 == len(rows):
        return ""
    below = rows[number + 1]
    return below.type if below.type in HEADINGS and number_of(below.label) == 1 else ""


def nest(rows: Sequence[Row], tail: int) -> Iterator[Piece]:
    """The pieces of the rows with an _END wherever a section or labelled block is over.

    Args:
        rows: the lines of one document or annex, their roles assigned.
        tail: the index of the first row of the closing part.
    """
    nesting = _Nesting(ranks(rows[:tail]))
    contacts_inside = False
    last = Piece("BLANK", 0, 0, 0)
    for number, row in enumerate(rows):
        first, *rest = row.pieces
        last = row.pieces[-1]
        if (number == tail and not contacts_inside) or (number >= tail and first.type in _CLOSE_ALL):
            yield from nesting.close_all(first)
        if first.type in HEADINGS:
            yield from nesting.heading(first)
            contacts_inside = roles.is_contact_heading(row.words)
        elif first.type in BLOCKS:
            yield from nesting.block(first, row.label.strip(SPACES + "：:"), _list_below(rows, number))
        else:
            if first.type == "CAPTION" and _EPILOGUE.match(row.text):
                yield from nesting.close_all(first)
            elif first.type == "CAPTION" or _PROBLEM.match(row.text):
                yield from nesting.close_blocks(first)
            yield first
        yield from rest
    yield from nesting.close_all(last)
