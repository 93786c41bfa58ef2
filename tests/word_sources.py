"""Sources as the reader of Word documents makes them, written by hand: paragraphs, tables, notes and page margins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from disclosure_grammar.source import Block, Layout, Part, Source, Span

Cell = str | None
"""The words of a cell, its paragraphs separated by line feeds; None for a further column that the cell before it covers."""


class Table(NamedTuple):
    """A table, row by row."""

    rows: Sequence[Sequence[Cell]]


class Beside(NamedTuple):
    """A note or a page margin."""

    words: str
    part: Part = Part.FOOTNOTE
    number: int = 0


def table(*rows: Sequence[Cell]) -> Table:
    """A table, row by row."""
    return Table(rows)


def labelled(label: str, words: str) -> tuple[str, str]:
    """A paragraph that Word numbers itself."""
    return label, words


def word(*parts: str | tuple[str, str] | Table | Beside, path: str = "a.docx") -> Source:
    """A document of these parts: a string is a paragraph, or several with line feeds between."""
    text, tables = "", 0
    blocks: list[Block] = []
    generated: list[Span] = []
    for part in parts:
        start = len(text)
        if isinstance(part, Table):
            tables += 1
            text += _rows(part, tables, len(text), blocks)
        elif isinstance(part, Beside):
            text += part.words + "\n"
            blocks.append(Block(Span(start, len(text)), part.part, part.number))
        elif isinstance(part, str):
            text += part + "\n"
        else:
            generated.append(Span(start, start + len(part[0])))
            text += "".join(part) + "\n"
    return Source(path, text, layout=Layout("docx", tuple(blocks), tuple(generated)))


def _rows(made: Table, number: int, at: int, blocks: list[Block]) -> str:
    text = ""
    for row, cells in enumerate(made.rows, 1):
        start, spans = at + len(text), []
        for cell in cells:
            here = at + len(text)
            if cell is None:
                spans.append(Span(here - 1, here - 1))
                continue
            spans.append(Span(here, here + len(cell)))
            text += cell + "\n"
        blocks.append(Block(Span(start, at + len(text)), Part.ROW, row, number, tuple(spans)))
    return text
