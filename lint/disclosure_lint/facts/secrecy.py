"""Secrecy marks (密级标志) and marks of internal papers, as they stand at the head or the foot of a paper.

What a text says about secrecy (保密工作, 商业秘密, 涉密人员, 工作秘密管理) is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import SOFT_BREAK, Source, Span
from disclosure_grammar.tree import Document, Kind

_LEVEL = r"(?:绝\s{0,4}密|机\s{0,4}密|秘\s{0,4}密)"
_PERIOD = r"(?:[0-9０-９一二三四五六七八九十]{1,3}\s?(?:年|个月|月|天|日)|长期)"
_STARRED = Pattern(rf"{_LEVEL}级?\s?(?:[★☆✩](?:\s?{_PERIOD})?|[*＊]\s?{_PERIOD})")
_INTERNAL = (
    rf"(?:内\s{{0,4}}部\s{{0,4}}(?:[★☆]\s?(?:{_PERIOD}|资料|文件|材料)?|资\s{{0,2}}料|文\s{{0,2}}件|材\s{{0,2}}料|刊\s{{0,2}}物|参阅|参考|传阅|掌握|使用)|"
    rf"(?:仅供|限)(?:党?内部|本院|本局|本单位|机关内部)(?:参阅|参考|传阅|使用|掌握|阅读|工作)(?:使用)?|[此本]件不(?:予)?公开(?:发布)?|(?:信息)?公开(?:选项|属性|方式|类别)\s?[：:]\s?(?:此件)?(?:不予公开|不公开|依申请公开)|工作秘密(?:\s?[★☆*＊]?\s?{_PERIOD})?)"
)
_WARNING = (
    r"(?:注意保[存密]|妥善保[管存]|不[得准可宜]?(?:擅自)?(?:外传|公开|复制|复印|扩散|翻印|转载|传播)|"
    r"(?:严禁|请勿|禁止|切勿)(?:外传|复制|扩散|翻印|传播|公开)|[用阅]后(?:收回|销毁))"
)
_URGENCY = r"(?:特\s?急|加\s?急|平\s?急|急\s?件)"
_NUMBER = r"(?:份号[：:]?\s*)?[0-9０-９]{6}"
_GAP = r"[\s，,、；;：:·|]{0,6}"
_OPEN, _CLOSE = r"[\s#>*_【〔\[（(〖《“]{0,8}", r"[\s*_】〕\]）)〗》”。！!]{0,8}"
_LINE = Pattern(
    rf"{_OPEN}(?:[★☆✩]\s?)?(?:{_NUMBER}{_GAP})?(?:{_URGENCY}{_GAP})?(?:密\s?级(?:和保密期限)?\s?[：:]?\s{{0,4}})?"
    rf"(?P<mark>{_LEVEL}级?(?:\s?[★☆✩](?:\s?{_PERIOD})?|\s?[*＊]\s?{_PERIOD}|\s{{1,2}}{_PERIOD})?|{_LEVEL}级?(?:文件|资料|材料)|"
    rf"(?:[本此该](?:件|文件|材料|资料|通报|方案)[为系属是]*于?)?{_INTERNAL}(?:{_GAP}{_WARNING}){{0,3}}|{_WARNING}(?:{_GAP}{_WARNING}){{0,2}})"
    rf"(?:{_GAP}保密期限\s?[：:]?\s?{_PERIOD})?(?:{_GAP}{_URGENCY})?(?:[\s·|]{{1,30}}{_NUMBER})?{_CLOSE}"
)
_WORDS = frozenset(_LINE.pattern + "0123456789０１２３４５６７８９ \t\u00a0\u3000")
"""Every character a mark is written with: most lines have others, and the long pattern need not be tried."""
_STARS = "★☆✩*＊"
_PLAIN = Pattern(rf"{_INTERNAL}{_GAP}{_WARNING}")
"""Words that can be a mark only, wherever they fill a line: 内部资料，不得外传."""
_SIGNS = ("密", "内部", "内 部", "内\u3000部", "外传", "不公开", "不予公开", "申请公开")
_MENTIONED = Pattern(r"(?:标|印|注明|加盖|字样|定为|密级|标志|标识|[“‘「《])[^。；;]{0,20}$")
_TOLD_OF = Pattern(
    r"[^，,。；;、）)]{0,8}(?:文件|载体|资料|材料|字样|问题|[0-9０-９一二三四五六七八九十]+[份件]|各)|[、，,][^。；;]{0,16}各?[0-9０-９]+[份件]"
)
"""What stands behind a mark in a sentence about papers that bear it: 产生秘密★5年文件3份."""
_LEVEL_FIRST = Pattern(_LEVEL)
_NEAR = 24
_EDGE_LINES = 6
_LINE_MOST = 40
_NOT_SHOWN = frozenset({Kind.COMMENT, Kind.CODE})


class Mark(NamedTuple):
    """A mark.

    Attributes:
        span: its words.
        secret: whether it is a level of secrecy; otherwise it says that the paper is internal.
    """

    span: Span
    secret: bool


def marks(document: Document) -> tuple[Mark, ...]:
    """The marks of a draft: a level with its star anywhere but in a sentence that speaks of marks, words on a line of their own."""
    lines = sorted({_line_at(document.source, at) for at in _places(document.source.text)})
    edges = _edges(document) if lines else frozenset()
    return tuple(mark for line in lines for mark in _in_line(document, line, edges))


def _line_at(source: Source, at: int) -> Span:
    """The line around an offset, as whoever reads sees it."""
    line = source.line(source.position(at).line)
    start = max(line.start, source.text.rfind(SOFT_BREAK, line.start, at) + 1)
    end = source.text.find(SOFT_BREAK, at, line.end)
    return Span(start, end if end >= 0 else line.end)


def _places(text: str) -> Iterator[int]:
    """Where a mark may be."""
    for sign in _SIGNS:
        at = text.find(sign)
        while at >= 0:
            yield at
            at = text.find(sign, at + 1)


def _in_line(document: Document, line: Span, edges: frozenset[int]) -> Iterator[Mark]:
    text = document.source.slice(line)
    alone = _LINE.fullmatch(text) if len(text) <= _LINE_MOST and _WORDS.issuperset(text) else None
    starred = list(_STARRED.finditer(text)) if alone is None and _has_star(text) else []
    if alone is None and not starred:
        return
    leaf = document.leaf_at(line.start)
    kind = leaf.kind
    if kind in _NOT_SHOWN or (kind is Kind.MARGIN and leaf not in document.margins):
        return
    if alone is not None:
        at_edge = kind is Kind.MARGIN or document.source.position(line.start).line in edges
        if (at_edge and kind is not Kind.RESIDUE) or _STARRED.search(text) or _PLAIN.search(text):
            yield _mark(line, alone.span("mark"), text)
        return
    for match in starred:
        told = _TOLD_OF.match(text, match.end()) is not None
        if not told and not _MENTIONED.search(text, max(match.start() - _NEAR, 0), match.start()):
            yield _mark(line, match.span(), text)


def _has_star(text: str) -> bool:
    return any(star in text for star in _STARS)


def _mark(line: Span, place: tuple[int, int], text: str) -> Mark:
    start, end = place
    return Mark(Span(line.start + start, line.start + end), _LEVEL_FIRST.match(text, start) is not None)


def _edges(document: Document) -> frozenset[int]:
    """The numbers of the first lines that hold something, down to the first heading, and of the last, up to the last heading.

    Notes and the margins of pages stand behind the last line.
    """
    source = document.source
    count = source.position(max(document.flow_end - 1, 0)).line
    headings = [
        source.position(section.span.start).line for section in document.sections[:: max(len(document.sections) - 1, 1)]
    ]
    below, above = (headings[0], headings[-1]) if headings else (count + 1, 0)
    first: list[int] = []
    last: list[int] = []
    for found, numbers in ((first, range(1, below)), (last, range(count, above, -1))):
        for number in numbers:
            if source.slice(source.line(number)).strip():
                found.append(number)
            if len(found) == _EDGE_LINES:
                break
    return frozenset((*first, *last))
