"""How body paragraphs end, by the draft's own habit: which of them just stop although their like end in a full stop."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import LINE_ENDS, Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.marks.paragraphs import is_ideograph

_SPACES = " \t\u3000\xa0\ufeff\u200b"
_BODY = frozenset({Kind.PARAGRAPH, Kind.POINT, Kind.DASH, Kind.OPENING})
_BEFORE_SENTENCE = _BODY | {Kind.HEADING, Kind.LABEL, Kind.OPENING}
_PROSE = "prose"
_ONE_SENTENCE = frozenset({Kind.CAPTION, Kind.OPENING, Kind.HEADING})
_ENDS_SECTION = frozenset(
    {Kind.HEADING, Kind.INVITATION, Kind.CONTACT, Kind.SIGNATORY, Kind.DATE, Kind.ANNEX_NOTE, None}
)
_ENDED = frozenset("。！？；：….!?;:．—～~")
_BROKEN = frozenset("，、,")
_CLOSING = frozenset("”’」』》）)】〕]")
_BRACKETS = {"）": "（(", ")": "（(", "】": "【", "〕": "〔", "]": "["}  # and what opens them
_INVITES = Pattern(r"(?:监督|意见|建议|反映|反馈|举报|支持|告知)[。\s]*$")
_FIGURE = Pattern(r"[0-9０-９][^0-9０-９，,]{0,2}[个次项件人名元份条家户期场宗起%％]")
_COMMA = Pattern(r"[，；,;]")
_MARK = Pattern(r"[，。；：、！？,;:!?\s]")
_STOP = Pattern(r"[。！？；;!?]")
_NAMES_A_PROBLEM = Pattern(
    r"(?:问题|方面|情况|如下|不够|不到位|不足|不力|差距|弱化|薄弱|短板|偏差|不严|不实|不深|不高|不强|不紧|不规范|不健全|现象|欠缺|缺失|滞后)[”’」）)]*$"
)
_LABELLED = Pattern(r"(?![^：:]*(?:情况|措施|进展|结果|成效|表现)[：:])[^，。；：:]{2,12}[：:]")
_LONG, _MIDDLING, _SHORT = 40, 25, 8
_CLOSINGS_MOST = 4
_WIDEST = 60  # characters of a line that may have been broken
_FULL_SHARE = 0.75  # of the width of the draft: a line so long is full
_CLAUSE_MOST, _WORDS_SHOWN = 12, 8
_ALWAYS_LEAST, _ALWAYS_SHARE = 5, 0.95  # so many others that nearly all end properly leave no doubt about a short one
_LIKE_LEAST, _LIKE_SHARE = 3, 0.8  # how many others of its like there must be, and how many of those must end properly


class Ending(StrEnum):
    """How a paragraph ends."""

    ENDED = "ended"  # in a full stop or another mark that may end it
    BARE = "bare"  # in a word
    BROKEN = "broken"  # in a comma
    OTHER = "other"  # in a number, a Latin word: no prose


class OpenEnd(NamedTuple):
    """A body paragraph that just stops.

    Attributes:
        span: its last words.
        node: the paragraph.
        end: the offset behind its last character that is no space.
        ending: BARE or BROKEN.
        like: how many other paragraphs of the kind there are.
        ended: how many of those end properly.
        whole: whether what follows cannot be the rest of it.
    """

    span: Span
    node: Node
    end: int
    ending: Ending
    like: int
    ended: int
    whole: bool


def ending_of(text: str) -> Ending:
    """How a text ends."""
    bare = text.rstrip(_SPACES)
    for _ in range(_CLOSINGS_MOST):
        if bare[-1:] not in _CLOSING:
            break
        if bare[-1] in _BRACKETS and (start := _opening(bare)) > 0 and bare[:start].rstrip(_SPACES)[-1:] in _ENDED:
            return Ending.ENDED  # 。（已完成） 。【已销号】
        bare = bare[:-1]
    last = bare[-1:]
    if last in _ENDED and last:
        return Ending.ENDED
    if last in _BROKEN and last:
        return Ending.BROKEN
    return Ending.BARE if last == "%" or last == "％" or is_ideograph(last) else Ending.OTHER


def _opening(text: str) -> int:
    """Where the bracket that a text ends with is opened; -1 where it is not."""
    return max(map(text.rfind, _BRACKETS[text[-1]]))


def extract(document: Document) -> tuple[OpenEnd, ...]:
    """The body paragraphs that just stop although their like do not, in the order of the text."""
    groups: dict[tuple[str, str], list[tuple[Node, Ending]]] = defaultdict(list)
    leaves = document.flow
    for number, leaf in enumerate(leaves):
        like = _like(document, leaves, number)
        if like is not None and (ending := ending_of(leaf.text)) is not Ending.OTHER:
            groups[like].append((leaf, ending))
    for kind in (Kind.POINT, Kind.DASH, Kind.OPENING):
        if 0 < len(groups.get((kind, ""), ())) <= _LIKE_LEAST:
            groups[_PROSE, ""] += groups.pop((kind, ""))  # too few to have a habit of their own
    found = [end for group in groups.values() for end in _open_ends(document, group)]
    return tuple(sorted(found, key=lambda end: end.end))


def _like(document: Document, leaves: Sequence[Node], number: int) -> tuple[str, str] | None:
    """Which others a paragraph is like; None for what is no body.

    Paragraphs of several sentences or clauses are alike wherever they stand, and so is what follows a heading in its line; those of one
    clause are like those of their kind behind the same label; a numbered line with nothing under it is like other such lines.
    """
    leaf = leaves[number]
    if leaf.kind is Kind.HEADING:
        return ("item", leaf.label.form) if leaf.label and _is_item(document, leaf) else None
    if leaf.kind is Kind.CAPTION:
        return (_PROSE, "") if _is_sentence(leaves, number) else None
    if leaf.kind not in _BODY and not (leaf.kind is Kind.INVITATION and _INVITES.search(leaf.text)):
        return None
    text = leaf.text.rstrip(_SPACES)[:-1]
    label = "" if "。" in text else _label_of(document, leaf)
    if not label and ("。" in text or _COMMA.search(text)):
        return _PROSE, ""
    return (_PROSE, "") if _runs_in(document, leaf) else (leaf.kind, label)


def _runs_in(document: Document, leaf: Node) -> bool:
    """Whether a paragraph begins in the line of a heading."""
    parent = document.parent(leaf)
    if parent is None or parent.kind is not Kind.SECTION or parent.children[1:2] != (leaf,):
        return False
    return leaf.span.start > 0 and document.source.text[leaf.span.start - 1] not in LINE_ENDS


def _is_item(document: Document, leaf: Node) -> bool:
    """Whether a numbered line has nothing under it and reports a figure or holds a comma: it is no heading."""
    parent = document.parent(leaf)
    if parent is None or len(parent.children) > 1:
        return False
    return bool(_COMMA.search(leaf.text) or _FIGURE.search(leaf.text))


def _is_sentence(leaves: Sequence[Node], number: int) -> bool:
    """Whether a line that looks like a caption is a sentence that lost its full stop: it follows another, reports a figure, captions nothing."""
    text = leaves[number].text.rstrip(_SPACES)
    if "。" in text[:-1]:
        return True
    commas = len(_COMMA.findall(text[:-1]))
    if not number or not commas or (commas < 2 and leaves[number - 1].kind not in _BEFORE_SENTENCE):
        return False
    following = leaves[number + 1].kind if number + 1 < len(leaves) else None
    return (following in _ENDS_SECTION and commas > 1) or bool(_FIGURE.search(text))


def _label_of(document: Document, leaf: Node) -> str:
    """The label a paragraph stands behind (整改时限：), or an empty string."""
    parent = document.parent(leaf)
    if parent is None or parent.kind is not Kind.LABELLED or parent.children[0].kind is not Kind.LABEL:
        return ""
    return parent.children[0].title


def _open_ends(document: Document, group: Sequence[tuple[Node, Ending]]) -> Iterator[OpenEnd]:
    ended = sum(ending is Ending.ENDED for _, ending in group)
    like = len(group) - 1
    if ended < _LIKE_LEAST or ended < _LIKE_SHARE * like or ended > like:
        return
    always = ended >= _ALWAYS_LEAST and ended >= _ALWAYS_SHARE * like
    for leaf, ending in group:
        if ending is Ending.ENDED or not _is_prose(document, leaf, ending, always):
            continue
        if not (_is_heading(leaf) or _in_annex(document, leaf) or _may_go_on(document, leaf)):
            yield _open_end(document, leaf, ending, like, ended)


def _is_prose(document: Document, leaf: Node, ending: Ending, always: bool) -> bool:
    """Whether a paragraph says something in sentences.

    It holds a sentence that ends, or ends in a comma, or is long and has commas; where all others of its like end in a full stop, less will do.
    """
    text = leaf.text.strip(_SPACES)
    if len(text) < _SHORT or (text[0] in "（(《“" and text[-1] in "）)》”"):
        return False
    if _LABELLED.match(text) and not _STOP.search(text):
        return False
    if ending is Ending.BROKEN or leaf.kind in _ONE_SENTENCE or _STOP.search(text[:-1]):
        return True
    commas = len(_COMMA.findall(text))
    if (commas >= 2 and len(text) >= _MIDDLING) or (commas == 1 and len(text) >= _LONG):
        return True
    plain = leaf.kind is Kind.PARAGRAPH and not _label_of(document, leaf) and not _runs_in(document, leaf)
    return always and (not plain or commas > 0 or bool(_FIGURE.search(text)))


def _is_heading(leaf: Node) -> bool:
    """Whether a line names a problem and what follows is about it."""
    text = leaf.text.strip(_SPACES)
    return leaf.kind is not Kind.POINT and not _STOP.search(text) and bool(_NAMES_A_PROBLEM.search(text))


def _in_annex(document: Document, leaf: Node) -> bool:
    return any(above.kind is Kind.ANNEX for above in document.ancestors(leaf))


def _may_go_on(document: Document, leaf: Node) -> bool:
    """Whether the last line of a paragraph is full, in a draft with broken lines, and no blank line follows: the line below may belong to it.

    Too short a draft does not show that its lines are broken; there blank lines between its paragraphs have to do.
    """
    source = document.source
    if leaf.span.end == len(source.text) or not (document.wrapped or _is_spaced(document)):
        return False
    last = source.position(leaf.prose.span(0, len(leaf.text)).end).line
    if source.position(leaf.span.end).line > last + 1:
        return False
    width = sorted(after - before for before, after in pairwise(source.line_starts))[-1 - len(source.line_starts) // 50]
    return len(source.line(last)) >= _FULL_SHARE * width and (document.wrapped or width <= _WIDEST)


def _is_spaced(document: Document) -> bool:
    """Whether blank lines part the paragraphs of a draft."""
    text = document.source.text
    blank = sum(text[start:end].isspace() for start, end in pairwise(document.source.line_starts))
    return 2 * blank >= len(document.flow)


def _open_end(document: Document, leaf: Node, ending: Ending, like: int, ended: int) -> OpenEnd:
    bare = leaf.text.rstrip(_SPACES)
    marks = [mark.end() for mark in _MARK.finditer(bare, max(len(bare) - _CLAUSE_MOST, 0), len(bare) - 2)]
    start = marks[-1] if marks else max(len(bare) - _WORDS_SHOWN, 0)
    span = leaf.prose.span(start, len(bare))
    return OpenEnd(span, leaf, span.end, ending, like, ended, _is_whole(document, leaf))


def _is_whole(document: Document, leaf: Node) -> bool:
    """Whether a new paragraph begins behind this one beyond doubt: a blank line, a heading, an indent, the end, a paragraph of Word."""
    following = next((other for other in document.flow if other.span.start >= leaf.span.end), None)
    if following is None or following.kind is not Kind.PARAGRAPH:
        return True
    gap = document.source.slice(Span(leaf.prose.span(0, len(leaf.text)).end, following.span.start))
    ends = max(gap.count("\n"), gap.count("\r"))
    return (
        ends > 1
        or (ends == 1 and document.source.layout.format == "docx")
        or following.text[:1] in ("\u3000", " ", "\t")
    )
