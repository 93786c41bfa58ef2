"""One logical line of a draft."""

from __future__ import annotations

from typing import NamedTuple

from disclosure_grammar.source import Prose, Span
from disclosure_grammar.tree import Kind

SPACES = " \t\u3000\xa0\ufeff\u200b"


class Line(NamedTuple):
    """One logical line.

    Attributes:
        span: all it covers.
        prose: its words; no line break among them.
        kind: what it is, where that needs no grammar (comment, code, rule, row, blank, a page number); otherwise None.
        depth: the # of a Markdown heading.
        bold: whether all of it is bold in Markdown.
        cells: the cells of a row.
    """

    span: Span
    prose: Prose
    kind: Kind | None = None
    depth: int = 0
    bold: bool = False
    cells: tuple[Prose, ...] = ()
