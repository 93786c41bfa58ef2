"""Headings with two numbers (二、二、整改情况): one was typed though the word processor numbers the line by itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from disclosure_grammar.levels import number_of
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_grammar.tree import Document, Form, Label

_CHINESE = "[一二三四五六七八九十百]{1,5}"
_FIGURES = "[0-9０-９]{1,3}"
_FORMS = {
    Form.PART: Pattern(rf"第{_CHINESE}部分"),
    Form.CHAPTER: Pattern(rf"第{_CHINESE}章"),
    Form.ARTICLE_SECTION: Pattern(rf"第{_CHINESE}节"),
    Form.CHINESE: Pattern(rf"{_CHINESE}[、.．](?![一二三四五六七八九十])"),  # 一、二级公路 is no second number
    Form.CHINESE_BRACKETED: Pattern(rf"[（(]{_CHINESE}[）)]"),
    Form.ARABIC: Pattern(rf"{_FIGURES}[、.．](?=[\u4e00-\u9fff“《])"),
    Form.ARABIC_BRACKETED: Pattern(rf"[（(]{_FIGURES}[）)]"),
    Form.CIRCLED: Pattern("[①-⑳]"),
}
_SPACES = " \t\u3000\xa0"


class Doubled(NamedTuple):
    """A heading with two numbers.

    Attributes:
        label: the first.
        again: the place of the second, with the spaces behind it.
        number: the place of the second alone.
        automatic: whether the word processor puts the first.
    """

    label: Label
    again: Span
    number: Span
    automatic: bool


def find(document: Document) -> Iterator[Doubled]:
    """The headings of which a second number of the same form follows the first, in the order of the text.

    Where no number is automatic only the same number is one too many: 1.1.关于…… may be a number of two levels.
    """
    generated = document.source.layout.generated
    for section in document.sections:
        label, prose = section.label, section.heading.prose
        pattern = _FORMS.get(label.form) if label is not None else None
        if label is None or pattern is None:
            continue
        start = prose.index(label.span.end - 1) + 1
        start += len(prose.text[start:]) - len(prose.text[start:].lstrip(_SPACES))
        match = pattern.match(prose.text, start)
        if match is None:
            continue
        at = bisect_right(generated, label.span.start, key=lambda span: span.start) - 1
        automatic = at >= 0 and generated[at].end > label.span.start
        if automatic or (label.form is not Form.ARABIC and number_of(match[0]) == label.number):
            rest = prose.text[match.end() :]
            spaces = len(rest) - len(rest.lstrip(_SPACES))
            yield Doubled(label, prose.span(start, match.end() + spaces), prose.span(*match.span()), automatic)
