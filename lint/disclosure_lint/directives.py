"""Suppressions written into the draft, and what they silence.

``<!-- disclosure-lint: ignore TOT003 reason -->`` silences rules in the next block, or, behind words, in the line it stands in;
``ignore-section`` in the section it stands in or, right before a heading, in the section that begins there; ``ignore-file`` in the
whole draft, findings without a place included. 忽略, 忽略本节 and 忽略全文 say the same. Several rules are separated by commas; a rule
is named by code, name, prefix or ``ALL``; ``until=2025-06-30`` may follow. In a table the row it stands in is meant. The comment must stand on one line.

Comments are found in the text, not in the tree, so that they work in a draft that does not parse well. The tree only tells how
far a block or a section reaches. A finding is silenced where it *begins*. The rules that judge the run (SUP, DOC005) cannot be
suppressed by a comment, or a comment could hide itself; SUP rules are switched off like any other, DOC005 never.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Source, Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.registry import nearest
from disclosure_lint.rule import Rule
from disclosure_lint.run import Fault, FaultKind, Suppression
from disclosure_lint.suppress import Directive, resolve

_COMMENT = Pattern(r"<!--[ \t\u3000]*disclosure[-_ ]?lint\b(?P<body>(?:(?!-->)[^\r\n])*)(?P<close>-->)?", re.IGNORECASE)
_ANY_COMMENT = Pattern(r"<!--.*?-->", re.DOTALL)
_KEYWORD = Pattern(r"[ \t\u3000]*[:：][ \t\u3000]*(忽略[\u4e00-\u9fff]*|[^\s,，]*)")
_TARGETS = Pattern(
    r"[ \t\u3000]*([A-Za-z][\w-]*(?:[ \t\u3000]*[,，、][ \t\u3000]*[A-Za-z][\w-]*|[ \t\u3000]+[A-Z]{3}\d{3}(?![\w-]))*)",
    re.ASCII,
)
_TARGET = Pattern(r"[A-Za-z][\w-]*", re.ASCII)
_UNTIL = Pattern(r"\buntil(?:[ \t]*[=＝:：][ \t]*|[ \t]+(?=\d))(\S+)")
_NO_WORDS = " \t\u3000>|*+-"  # spaces and the marks of a quoted block, a list item, a table
_BLOCK, _SECTION, _FILE = "block", "section", "file"
_KEYWORDS = {
    "ignore": _BLOCK, "ignore-section": _SECTION, "ignore-file": _FILE, "忽略": _BLOCK, "忽略本节": _SECTION, "忽略全文": _FILE,
}  # fmt: skip
_ELSEWHERE = {
    "ignore-next": "ignore",
    "ignore-line": "ignore",
    "disable": "ignore",
    "disable-next": "ignore",
    "disable-file": "ignore-file",
}
"""What other linters call it."""


def directives(document: Document, rules: Sequence[Rule], today: date) -> tuple[Directive, ...]:
    """The suppressions written into a draft, in the order of the text."""
    source = document.source
    found = []
    for match in _COMMENT.finditer(source.text):
        leaf = document.leaf_at(match.start())
        if leaf.kind is Kind.CODE or source.text[max(match.start() - 1, 0)] == "`":
            continue  # shown, not meant
        scope, suppression = _read(match, rules, today)
        found.append(Directive(suppression, _reach(scope, suppression.span or leaf.span, document)))
    return tuple(found)


def _read(match: re.Match[str], rules: Sequence[Rule], today: date) -> tuple[str, Suppression]:
    """What a comment says: its scope and the rest."""
    span, body, start = Span(*match.span()), match["body"], match.start("body")
    if not match["close"]:
        return _BLOCK, Suppression(span, faults=(Fault(FaultKind.UNCLOSED, span),))
    keyword = _KEYWORD.match(body)
    if keyword is None or not keyword[1]:
        return _BLOCK, Suppression(span, faults=(Fault(FaultKind.BARE, span),))
    word = keyword[1].lower()
    if word not in _KEYWORDS:
        place = Span(start + keyword.start(1), start + keyword.end(1))
        near = nearest(word, (*_KEYWORDS, *_ELSEWHERE))
        fault = Fault(FaultKind.KEYWORD, place, keyword[1], _ELSEWHERE.get(near, near))
        return _BLOCK, Suppression(span, faults=(fault,))
    named = _TARGETS.match(body, keyword.end())
    if named is None:
        return _KEYWORDS[word], Suppression(span, faults=(Fault(FaultKind.EMPTY, span),))
    words = [(m[0], Span(start + m.start(), start + m.end())) for m in _TARGET.finditer(body, *named.span(1))]
    targets, faults = resolve(words, rules)
    until = _UNTIL.search(body, named.end())
    last = _day(until[1]) if until else None
    if until and last is None:
        faults = (*faults, Fault(FaultKind.DATE, Span(start + until.start(1), start + until.end(1)), until[1]))
    return _KEYWORDS[word], Suppression(
        span, targets=targets, faults=faults, until=until[1] if until else "", expired=last is not None and last < today
    )


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _reach(scope: str, comment: Span, document: Document) -> Span | None:
    if scope == _FILE:
        return None
    block = _own_line(comment, document) or _next_block(comment, document)
    if scope == _BLOCK:
        return block if block else Span(comment.end, comment.end)
    return _section(comment, block, document)


def _own_line(comment: Span, document: Document) -> Span | None:
    """The blocks of the line a comment stands in, where there are words in it."""
    source = document.source
    line = source.line(source.position(comment.start).line)
    if not _has_words(source.slice(line)):
        return None
    first, last = _ends(document, line.start, line.end)
    return first.span.to(last.span)


def _next_block(comment: Span, document: Document) -> Span | None:
    """The blocks of the next line that holds words."""
    source = document.source
    for number in range(source.position(comment.end).line + 1, len(source.line_starts) + 1):
        line = source.line(number)
        if not _has_words(source.slice(line)) or document.leaf_at(line.start).kind in (Kind.COMMENT, Kind.BLANK):
            continue
        return _blocks(document, line.start, line.end)
    return None


def _has_words(line: str) -> bool:
    return _ANY_COMMENT.sub("", line).strip(_NO_WORDS) != ""


def _blocks(document: Document, start: int, end: int) -> Span:
    """The blocks of the line below a comment: usually one, two where a heading runs into its text; a table counts as one."""
    first, last = _ends(document, start, end)
    return _whole(first, document).to(_whole(last, document))


def _ends(document: Document, start: int, end: int) -> tuple[Node, Node]:
    """The first and the last leaf of a line."""
    return document.leaf_at(start), document.leaf_at(max(end - 1, start))


def _whole(leaf: Node, document: Document) -> Span:
    parent = document.parent(leaf)
    return parent.span if parent is not None and parent.kind is Kind.TABLE else leaf.span


def _section(comment: Span, block: Span | None, document: Document) -> Span:
    """The section that begins right after a comment, else the one it stands in, else what stands before the first section."""
    if block is not None:
        opening = document.leaf_at(block.start)
        if opening.kind is Kind.HEADING and _comments_only(document.source, comment.end, block.start):
            return _of(opening, document) or block
    around = _of(document.leaf_at(comment.start), document)
    if around is not None:
        return around
    first = document.sections[0].span.start if document.sections else len(document.source.text)
    return Span(0, max(first, comment.start))


def _of(leaf: Node, document: Document) -> Span | None:
    section = document.section_of(leaf)
    return section.span if section is not None else None


def _comments_only(source: Source, start: int, end: int) -> bool:
    return start <= end and not _ANY_COMMENT.sub("", source.text[start:end]).strip()
