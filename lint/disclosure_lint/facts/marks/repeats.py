"""Marks that follow one another where only one can stand: 。。 and ，。 but not …… or ？！."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_lint.facts.marks.paragraphs import Paragraph, is_ideograph

_RUN = Pattern(
    r"[，。、；：！？．,;:!?.](?:[ \u3000]?[，。、；：！？．,;:!?.])+"
)  # more than a space is a blank to be filled in
_WIDE = str.maketrans(",;:!?.．", "，；：！？。。")
_WIDE_MARKS = frozenset("，。、；：！？")
_SPACES = " \t\u3000"
_CLOSING, _OPENING = "”’》〉）】〕」』)]％%", "“‘《〈（【〔「『(["
_NAME = Pattern(r"[A-Za-z/\\]")
_FEELING = frozenset("！？")


class Run(NamedTuple):
    """Marks in a row.

    Attributes:
        span: from the first to the last of them.
        marks: the places of the marks, in order.
        kinds: the marks in full width, each once, in the order they come first.
        last: whether the paragraph ends here.
    """

    span: Span
    marks: tuple[Span, ...]
    kinds: str
    last: bool

    @property
    def same(self) -> bool:
        """Whether they are all the same mark."""
        return len(self.kinds) == 1


def extract(paragraphs: Sequence[Paragraph]) -> tuple[Run, ...]:
    """The runs of marks in a draft, in the order of the text."""
    return tuple(run for paragraph in paragraphs for run in _runs(paragraph))


def _runs(paragraph: Paragraph) -> Iterator[Run]:
    text, prose = paragraph.prose.text, paragraph.prose
    for match in _RUN.finditer(text):
        start, end = match.span()
        kinds = "".join(dict.fromkeys(character for character in match[0].translate(_WIDE) if character not in _SPACES))
        if (start < paragraph.label_end - 1 or (start < paragraph.label_end and len(kinds) > 1)) or not _is_fault(
            text, start, end, kinds
        ):
            continue
        marks = tuple(prose.span(at, at + 1) for at in range(start, end) if text[at] not in _SPACES)
        yield Run(prose.span(start, end), marks, kinds, not text[end:].strip(_SPACES))


def _is_fault(text: str, start: int, end: int, kinds: str) -> bool:
    if _FEELING.issuperset(kinds) or (kinds == "。" and sum(c in "。.．" for c in text[start:end]) > 2):
        return False  # ？！ is sound; 。。。 stands for an ellipsis
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    if text[start] in ".．" and not is_ideograph(before):
        return False  # 1.、 is a label
    if text[end - 1] == "." and _NAME.match(text, end):
        return False  # C#、.NET ..\\data
    if before and after and before in _OPENING and after in _CLOSING:
        return False  # speaks of the marks themselves
    if len(kinds) > 1 and (" " in text[start:end] or "\u3000" in text[start:end]):
        return False
    if any(c in _WIDE_MARKS for c in text[start:end]):
        return True
    return is_ideograph(before) or (before != "" and before in _CLOSING)
