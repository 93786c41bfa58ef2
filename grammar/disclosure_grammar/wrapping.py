"""Drafts whose paragraphs a mail program, an editor or a PDF has broken into lines: whether one is such a draft, and what belongs together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from disclosure_grammar.line import SPACES, Line
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose, Span
from disclosure_grammar.tree import Kind

_FEWEST = 8  # lines to judge by
_NARROWEST, _PAGE, _WIDEST = 36, 50, 200  # columns: the least a wrapped line has, the least on a printed page, the most
_RAGGED = 3  # how far from the margin lines stop
_AMBIGUOUS = "“”‘’…—×"
_INDENT = Pattern(r"[ \t]{2}|\u3000")
_TITLE = Pattern(
    r"[ \t\u3000]*[^，。；：,;:\n]{0,60}关于[^。；;\n]{2,80}(?:通报|报告|方案|公告|公示|公开|通知)[ \t\u3000]*$"
)
"""A title that happens to reach the margin."""
_TOP = 4  # it is one of the first lines
_MARK = Pattern(r"[，。、；：！？,;:!?”）)]")
_NOTHING = Pattern(r"(?!)")
_SENTENCE_END = tuple("。；！？：;!?:”")
_OPENS_ANEW = Pattern(
    r"[ \t]{2,}|[\u3000]|[#|>*+•·●■◆▪-]|——|第?[（(]?[0-9０-９一二三四五六七八九十①-⑳]{1,3}(?:[、)）]|[.．](?![0-9０-９])|是|部分|章|节|[，,])|其[一二三四五]"
    r"|[【\[]|首先|其次|再次|最后|附件|针对[“‘\"]|[^，。；、]{2,10}[：:]"
)


class Wrapping(NamedTuple):
    """How a draft breaks its paragraphs into lines.

    Attributes:
        measure: how wide a line is.
        width: the measure at which lines are broken.
        opens: what opens the first line of a paragraph, so that the line before ends there although it is full.
    """

    measure: Callable[[Line], int]
    width: int
    opens: Pattern

    def is_full(self, line: Line, margin: int = 0) -> bool:
        """Whether a line goes up to the margin, a few marks or a word of Latin letters short of it at the most."""
        return line.kind is None and self.measure(line) >= self.width - (margin or max(4, self.width // 10))

    def goes_on(self, line: Line) -> bool:
        """Whether a line may go on with the paragraph of the line before."""
        return line.kind is None and not line.depth and not self.opens.match(line.prose.text)


def find(physical: Sequence[Line]) -> Wrapping | None:
    """How a draft wraps its lines, or None where its lines are paragraphs.

    Lines are broken at so many columns or at so many characters; the measure by which more of them reach the margin is the right one. Where
    none do, quotation marks may have been taken for narrow: many an editor counts them as one column.
    """
    plain = [line for line in physical if line.kind not in (Kind.BLANK, Kind.RESIDUE)]
    if len(plain) < _FEWEST or max(map(_characters, plain)) > _WIDEST:
        return None
    for measures in ((_columns, _characters), (_narrow_columns,)):
        fitted = [(_broken(plain, wrapping), wrapping) for wrapping in (_fit(physical, m) for m in measures)]
        most, wrapping = max(fitted, key=lambda pair: pair[0])
        if most:
            return wrapping
    return None


def _fit(physical: Sequence[Line], measure: Callable[[Line], int]) -> Wrapping:
    sizes = sorted(measure(line) for line in physical if line.kind is None) or [0]
    width = sizes[-1 - len(sizes) // 50]
    return Wrapping(measure, width, _opening(physical, measure, width))


def _broken(plain: Sequence[Line], wrapping: Wrapping) -> int:
    """How many lines stop at the margin in the middle of a sentence that the next line goes on with; 0 where a draft is not wrapped."""
    longest = max(wrapping.measure(line) for line in plain)
    columns = wrapping.width * (2 if wrapping.measure is _characters else 1)
    if not _NARROWEST <= columns <= _WIDEST or longest > wrapping.width * 3 // 2:
        return 0
    full = broken = 0
    for line, following in pairwise(plain):
        if wrapping.is_full(line, _RAGGED) and not _may_be_heading(line):
            full += 1
            broken += not line.prose.text.rstrip(SPACES).endswith(_SENTENCE_END) and wrapping.goes_on(following)
    # on a page of the usual width a few such lines will do, and others may end a paragraph at the margin by chance
    fewest, rarest, share = (3, 15, 5) if columns >= _PAGE else (4, 4, 7)
    return broken if broken >= fewest and full * rarest >= len(plain) and broken * 10 >= full * share else 0


def _may_be_heading(line: Line) -> bool:
    """Whether a line has a label and no mark inside: it may end in the middle of a sentence because headings do."""
    text = line.prose.text
    return "。" not in text and "，" not in text and bool(_OPENS_ANEW.match(text.lstrip(SPACES)))


def _opening(physical: Sequence[Line], measure: Callable[[Line], int], width: int) -> Pattern:
    """What opens a paragraph: by the habit of the draft a blank line above it, an indent, or else a label or mark."""
    short = Wrapping(measure, width, _OPENS_ANEW)
    ends = [(line, after) for line, after in pairwise(physical) if line.kind is None and not short.is_full(line)]
    if sum(after.kind is Kind.BLANK for _, after in ends) * 10 > len(ends) * 9:
        return _NOTHING
    behind = [after.prose.text for _, after in ends if after.kind is None]
    return _INDENT if sum(bool(_INDENT.match(text)) for text in behind) * 10 > len(behind) * 9 else _OPENS_ANEW


def _columns(line: Line) -> int:
    """How wide a line is in print: a Chinese character or mark takes two columns, as it takes two bytes in GB 18030."""
    return len(line.prose.text.rstrip(SPACES).encode("gb18030", "replace"))


def _narrow_columns(line: Line) -> int:
    """The same where marks that are no wider in Latin text take one column."""
    return _columns(line) - sum(map(line.prose.text.count, _AMBIGUOUS))


def _characters(line: Line) -> int:
    return len(line.prose.text.rstrip(SPACES))


def join(physical: Sequence[Line], wrapping: Wrapping) -> list[Line]:
    """The lines with those joined that are one paragraph; a page number inside a paragraph goes with it."""
    joined: list[Line] = []
    full = False
    for number, line in enumerate(physical):
        if full and line.kind is Kind.RESIDUE and _is_inside(physical, number, wrapping):
            joined[-1] = _glue(joined[-1], line)
            continue
        if full and wrapping.goes_on(line) and not _stands_alone(line, joined[-1], wrapping):
            joined[-1] = _glue(joined[-1], line)
        else:
            joined.append(line)
        full = wrapping.is_full(line) and not (len(joined) <= _TOP and _TITLE.match(joined[-1].prose.text))
    return joined


def _stands_alone(line: Line, before: Line, wrapping: Wrapping) -> bool:
    """Whether a short line without any mark, a signature or a date, stands below a full one at which a paragraph has ended."""
    ended = before.prose.text.rstrip(SPACES).endswith(_SENTENCE_END)
    return ended and not _MARK.search(line.prose.text) and not wrapping.is_full(line)


def _is_inside(physical: Sequence[Line], number: int, wrapping: Wrapping) -> bool:
    """Whether the paragraph above a page number goes on below it."""
    following = next((line for line in physical[number + 1 :] if line.kind not in (Kind.BLANK, Kind.RESIDUE)), None)
    return following is not None and wrapping.goes_on(following)


def _glue(line: Line, following: Line) -> Line:
    """A line with the next one joined to it; of a page number only the place is taken over."""
    if following.kind is not None:
        return line._replace(span=Span(line.span.start, following.span.end))
    head = line.prose.cut(0, len(line.prose.text.rstrip(SPACES)))
    lead = len(following.prose.text) - len(following.prose.text.lstrip(SPACES))
    tail = following.prose.cut(lead, len(following.prose.text))
    pieces = (*head.pieces, *((at + len(head.text), outside) for at, outside in tail.pieces))
    prose = Prose(head.text + tail.text, pieces)
    return Line(Span(line.span.start, following.span.end), prose, None, line.depth, line.bold)
