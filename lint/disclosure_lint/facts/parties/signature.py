"""Who signs a draft and when: below the text, or directly under the title as published pages have it."""

from __future__ import annotations

from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose, Span
from disclosure_grammar.tree import Document, Kind, Node

_SPACES = " \t\u3000\xa0"
_DATE_AT_END = Pattern(
    r"[（(]?[0-9０-９]{4}\s*(?:年|[-./．])\s*[0-9０-９]{1,2}\s*(?:月|[-./．])\s*[0-9０-９]{1,2}\s*日?[）)]?(?:印发)?$"
    r"|[二〇○零][〇○零OＯo0０一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日(?:印发)?$"
)
_BODY_LINE = Pattern(
    r"^(?:中国共产党|中共)?[\u4e00-\u9fff（）()\s]{2,36}(?:党组|党委|党工委|委员会|法院|检察院|局|厅|政府|办公室|大学|学院|学校|医院|公司|集团|中心|银行|党总支|党支部)"
    r"(?:[（(][^（）()]{1,4}[）)])?$"
)
_LABELLED = Pattern(r"^(?:署名|落款|发布单位|发文机关)[：:]\s*")
_BRACKETED = Pattern(r"^[（(](.+)[）)]$")
_TAIL = 6  # lines from the end among which an unusual signature is looked for
_SHORT = 44
_LINE = Pattern(r"\S[^\n]*")
_PLAIN = (Kind.PARAGRAPH, Kind.CAPTION, Kind.CONTACT, Kind.NOTE, Kind.ROW)


class Signature(NamedTuple):
    """The two halves of a signature; None where one is missing.

    Attributes:
        bodies: the places of all bodies that sign.
        date: the place of the date.
    """

    bodies: tuple[Span, ...]
    date: Span | None

    @property
    def body(self) -> Span | None:
        """The first body that signs, or None."""
        return self.bodies[0] if self.bodies else None


def signature(document: Document) -> Signature:
    """The signature of a draft; what its annexes are signed with does not count."""
    annexed = {leaf for annex in document.of(Kind.ANNEX) for leaf in annex.leaves()}
    leaves = [leaf for leaf in document.flow if leaf not in annexed]
    bodies = tuple(leaf.words for leaf in leaves if leaf.kind is Kind.SIGNATORY)
    date = next((leaf.words for leaf in reversed(leaves) if leaf.kind is Kind.DATE), None)
    closing = [
        (leaf, line) for leaf in leaves[-_TAIL:] for line in _lines(leaf) if len(line.text.strip(_SPACES)) <= _SHORT
    ]
    if not bodies:
        bodies = tuple(_words(line) for leaf, line in closing if leaf.kind in _PLAIN and _names_body(line.text))
    if date is None:
        date = next((span for _, line in reversed(closing) if (span := _date_at_end(line)) is not None), None)
    return Signature(bodies, date)


def _lines(leaf: Node) -> list[Prose]:
    """The lines of a leaf that may be an unusual signature; in a table without borders a row may hold it and nothing else."""
    if leaf.kind is not Kind.ROW:
        return [leaf.prose]
    lines = [cell.cut(*match.span()) for cell in leaf.cells for match in _LINE.finditer(cell.text)]
    return lines if all(_names_body(line.text) or _date_at_end(line) is not None for line in lines) else []


def _words(line: Prose) -> Span:
    """The place of the words of a line."""
    words = line.text.strip(_SPACES)
    start = line.text.index(words)
    return line.span(start, start + len(words))


def _names_body(text: str) -> bool:
    """Whether a line is the name of a body, in brackets or behind 署名： perhaps."""
    bare = _LABELLED.sub("", text.strip(_SPACES))
    return bool(_BODY_LINE.match(_BRACKETED.sub(r"\1", bare)))


def _date_at_end(line: Prose) -> Span | None:
    text = line.text.rstrip(_SPACES)
    match = _DATE_AT_END.search(text)
    return line.span(*match.span()) if match is not None else None
