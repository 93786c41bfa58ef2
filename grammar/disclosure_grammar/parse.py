"""From a Source to its Document. The only module that imports Lark; parsing is total: any text has a tree.

Lark's lexer types the lines, ``roles`` and ``levels`` name and nest them, and Lark's LALR(1) parser groups them by the grammar in
``document.lark``. Its tables are ready made in ``document.tables`` (see ``tables``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from disclosure_grammar import levels, roles, tail
from disclosure_grammar.line import SPACES, Line
from disclosure_grammar.lines import lines
from disclosure_grammar.pieces import BLOCKS, HEADINGS, POINTS, Piece, Row
from disclosure_grammar.source import Prose, Source, Span
from disclosure_grammar.titles import title_end
from disclosure_grammar.tree import NOT_PROSE, Document, Form, Kind, Label, Node

if TYPE_CHECKING:
    from lark import Lark

_KINDS = {
    "TEXT": Kind.PARAGRAPH, "OPENING": Kind.OPENING, "LABEL": Kind.LABEL, "DASH": Kind.DASH, "ANNEX_NOTE": Kind.ANNEX_NOTE,
    "ANNEX_TITLE": Kind.ANNEX_NOTE,
    **{name: Kind[name] for name in (
        "TITLE", "SALUTATION", "CAPTION", "NOTE", "FOOTNOTE", "MARGIN", "RESIDUE", "CONTENTS", "COMMENT", "CODE", "RULE", "BLANK", "ROW", "CONTACT",
        "INVITATION", "SIGNATORY", "DATE",
    )},
    **dict.fromkeys(HEADINGS, Kind.HEADING), **dict.fromkeys(POINTS - {"DASH"}, Kind.POINT),
}  # fmt: skip
_OUTSIDE = ("FOOTNOTE", "MARGIN")  # what stands behind the document; the readers put it there
_TRIM = SPACES + "。.：:；;，,"


def parse(source: Source) -> Document:
    """Parse a draft.

    Returns:
        A document whose leaves cover every character of the source once and in order. Nothing is refused.
    """
    found, wrapped = lines(source)
    if not found:
        return Document(source, Node(Kind.DOCUMENT, Span(0, 0)), wrapped)
    rows = _rows(found)
    pieces = list(_arranged(rows))
    tree = _group(pieces)
    return Document(source, _Builder(found, pieces).root(tree, len(source.text)), wrapped)


@cache
def _parser() -> Lark:
    from disclosure_grammar import tables

    return tables.load()


def _rows(found: Sequence[Line]) -> list[Row]:
    """The logical lines, typed by the lexer; those without words have their type already."""
    text = "\n".join(line.prose.text if line.kind is None else "" for line in found)
    rows = [Row(line, number, (line.kind or Kind.BLANK).name, "", []) for number, line in enumerate(found)]
    interactive = _parser().parse_interactive(text)
    for token in interactive.lexer_thread.lex(interactive.parser_state):  # type: ignore[no-untyped-call]
        row = rows[(token.line or 1) - 1]
        if row.type == "BLANK" and row.line.kind is None:
            row.type = token.type
            if token.type != "TEXT":
                row.label = str(token)
    for row in rows:
        row.pieces = list(_pieces(row))
    return rows


def _pieces(row: Row) -> Iterator[Piece]:
    """Cut a line where its heading or label ends and a body runs on behind it."""
    text, label = row.line.prose.text, len(row.label)
    end = len(text)
    if row.type in HEADINGS:
        end = title_end(text, label)
    elif row.type == "LABEL":
        end = label
    yield Piece(row.type, row.index, 0, end, label)
    if text[end:].strip(SPACES):
        yield Piece("TEXT", row.index, end, len(text))


def _arranged(rows: Sequence[Row]) -> Iterator[Piece]:
    """The pieces of all lines with the ends of sections among them: the document, whole annexes, notes and page margins."""
    last = next((at for at, row in enumerate(rows) if row.type in _OUTSIDE), len(rows))
    yield from _body(rows[:last])
    yield from (row.pieces[0] for row in rows[last:])


def _body(rows: Sequence[Row]) -> Iterator[Piece]:
    tail.page_foot(rows)
    starts = [0, *tail.annex_starts(rows), len(rows)]
    for start, end in pairwise(starts):
        part = rows[start:end]
        if start == 0:
            yield from levels.nest(part, roles.assign(part))
            continue
        part[0].retype("ANNEX_TITLE")
        yield part[0].pieces[0]
        for row in part[1:]:
            if row.type == "TEXT" and row.text and len(row.text) <= 40 and not row.text.endswith("。"):
                row.retype("CAPTION")
        yield from levels.nest(part[1:], len(part))
        yield Piece("_END", part[-1].index, 0, 0)


def _group(pieces: Iterable[Piece]) -> Any:
    """Lark's tree over the pieces; every token carries the number of its piece."""
    from lark import Token

    interactive = _parser().parse_interactive("")
    for number, piece in enumerate(pieces):
        interactive.feed_token(Token(piece.type, "", start_pos=number, line=1, column=1))
    return interactive.feed_eof()  # type: ignore[no-untyped-call]


class _Builder:
    """Turns Lark's tree into nodes."""

    def __init__(self, found: Sequence[Line], pieces: Sequence[Piece]) -> None:
        self._lines = found
        self._pieces = pieces
        following: dict[int, int] = {}
        for piece in reversed(pieces):
            if piece.type != "_END":
                following[id(piece)] = self._next if piece.line == self._next_line else -1
                self._next, self._next_line = piece.start, piece.line
        self._following = following

    _next = -1
    _next_line = -1

    def root(self, tree: Any, length: int) -> Node:
        return Node(Kind.DOCUMENT, Span(0, length), children=self._children(tree))

    def _children(self, tree: Any) -> tuple[Node, ...]:
        return tuple(
            self._leaf(self._pieces[child.start_pos]) if not hasattr(child, "children") else self._container(child)
            for child in tree.children
        )

    def _container(self, tree: Any) -> Node:
        children = self._children(tree)
        head = children[0]
        kind = Kind(str(tree.data))
        span = head.span.to(children[-1].span)
        if kind in (Kind.SECTION, Kind.LABELLED):
            return Node(kind, span, Prose(""), head.label, head.level, head.title, head.title_span, (), children)
        return Node(kind, span, children=children)

    def _leaf(self, piece: Piece) -> Node:
        line, kind = self._lines[piece.line], _KINDS[piece.type]
        prose = (
            line.prose if piece.end - piece.start == len(line.prose.text) else line.prose.cut(piece.start, piece.end)
        )
        start = line.span.start if piece.start == 0 else line.prose.offset(piece.start)
        following = self._following[id(piece)]
        end = line.span.end if following < 0 else line.prose.offset(following)
        if kind in NOT_PROSE and kind not in (Kind.RESIDUE, Kind.MARGIN, Kind.CONTENTS):
            prose = Prose("", ((0, start),))
        label = _label(piece, line.prose)
        title, title_span = _title(piece, line.prose, kind)
        level = piece.level if kind is Kind.HEADING else None
        return Node(
            kind, Span(start, end), prose, label, level, title, title_span, line.cells if kind is Kind.ROW else ()
        )


def _label(piece: Piece, prose: Prose) -> Label | None:
    """The label a piece opens with, for the forms that number something."""
    if piece.label_end == 0 or piece.type in BLOCKS:
        return None
    matched = prose.text[: piece.label_end]
    text = matched.strip(SPACES)
    if not text:
        return None
    start = matched.index(text)
    form = Form[piece.type] if piece.type in Form.__members__ else _form_of(text)
    if form is None:
        return None
    number = {"首": 1, "其": 2, "再": 3}.get(text[0]) if form is Form.FIRST else levels.number_of(text)
    mark = text.lstrip("第（( \u3000").lstrip(
        "0123456789０１２３４５６７８９一二三四五六七八九十百零〇①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ \u3000"
    )
    return Label(form, number, text, prose.span(start, start + len(text)), mark)


def _form_of(text: str) -> Form | None:
    """The form of a label whose line was given another part to play (a numbered contact line, an item of 附件：)."""
    if text[0] in "（(":
        return Form.CHINESE_BRACKETED if text[1:2] in "一二三四五六七八九十" else Form.ARABIC_BRACKETED
    if text[0] in "①②③④⑤⑥⑦⑧⑨⑩":
        return Form.CIRCLED
    if text[0] in "一二三四五六七八九十":
        return Form.CHINESE
    return Form.ARABIC if text[0] in "0123456789０１２３４５６７８９" else None


def _title(piece: Piece, prose: Prose, kind: Kind) -> tuple[str, Span | None]:
    """The words of a heading, caption, label or opening without label, closing marks and spaces."""
    if kind not in (Kind.HEADING, Kind.CAPTION, Kind.LABEL, Kind.OPENING, Kind.TITLE):
        return "", None
    start = piece.label_end if kind is Kind.HEADING else piece.start
    words = prose.text[start : piece.end]
    title = (
        words.strip(SPACES)
        if kind in (Kind.TITLE, Kind.CAPTION)
        else words.strip(_TRIM + ("【】[]" if kind is Kind.LABEL else ""))
    )
    if not title:
        return "", None
    at = start + words.index(title)
    return title, prose.span(at, at + len(title))
