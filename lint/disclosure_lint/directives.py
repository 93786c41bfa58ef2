"""Suppressions written into the draft, and what they silence.

``<!-- disclosure-lint: ignore TOT003 reason -->`` silences rules in the next block, or, behind words, in the line it stands in;
``ignore-section`` in the section it stands in or, right before a heading, in the section that begins there; ``ignore-file`` in the
whole draft, findings without a place included. 忽略, 忽略本节 and 忽略全文 say the same. Several rules are separated by commas; a rule
is named by code, name, prefix or ``ALL``; ``until=2025-06-30`` may follow. In a table the row it stands in is meant. The comment must stand on one line.

In a Word document a comment says the same: ``disclosure-lint: ignore TOT003 reason``, in a line of its own. It silences rules in the
paragraphs it is attached to (in a table: the rows), ``ignore-section`` in the section these begin in.

HTML comments are found in the text, not in the tree, so that they work in a draft that does not parse well. The tree only tells how
far a block or a section reaches. A finding is silenced where it *begins*. The rules that judge the run (SUP, DOC005) cannot be
suppressed by a comment, or a comment could hide itself; SUP rules are switched off like any other, DOC005 never.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Source, Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.directive_words import Order, Scope, read
from disclosure_lint.facts.revisions import anchor, orders
from disclosure_lint.rule import Rule
from disclosure_lint.run import Fault, FaultKind, Suppression
from disclosure_lint.suppress import Directive

_COMMENT = Pattern(r"<!--[ \t\u3000]*disclosure[-_ ]?lint\b(?P<body>(?:(?!-->)[^\r\n])*)(?P<close>-->)?", re.IGNORECASE)
_ANY_COMMENT = Pattern(r"<!--.*?-->", re.DOTALL)
_NO_WORDS = " \t\u3000>|*+-"  # spaces and the marks of a quoted block, a list item, a table


def directives(document: Document, rules: Sequence[Rule], today: date) -> tuple[Directive, ...]:
    """The suppressions written into a draft, those in its text first, each in the order of the text."""
    return (*_in_text(document, rules, today), *_in_remarks(document, rules, today))


def _in_text(document: Document, rules: Sequence[Rule], today: date) -> Iterator[Directive]:
    source = document.source
    for match in _COMMENT.finditer(source.text):
        leaf = document.leaf_at(match.start())
        if leaf.kind is Kind.CODE or source.text[max(match.start() - 1, 0)] == "`":
            continue  # shown, not meant
        span = Span(*match.span())
        order = _read(match, span, rules, today)
        yield Directive(order.suppression, _reach(order.scope, span, document))


def _read(match: re.Match[str], span: Span, rules: Sequence[Rule], today: date) -> Order:
    if not match["close"]:
        return Order(Scope.BLOCK, Suppression(span, faults=(Fault(FaultKind.UNCLOSED, span),)))
    return read(match["body"], span, match.start("body"), rules, today)


def _in_remarks(document: Document, rules: Sequence[Rule], today: date) -> Iterator[Directive]:
    """What comments of a Word document order; all that is said of one is said of the words it is attached to."""
    for remark in document.source.layout.remarks:
        said = orders(remark)
        span = anchor(document, remark.span) if said else None
        if span is None:
            continue
        for words in said:
            order = read(words, span, None, rules, today)
            reach = _reach_of_remark(order.scope, span, document)
            yield Directive(order.suppression._replace(remark=True), reach)


def _reach_of_remark(scope: Scope, words: Span, document: Document) -> Span | None:
    if scope is Scope.FILE:
        return None
    if scope is Scope.SECTION:
        return _section(words, None, document)
    source = document.source
    first = source.line(source.position(words.start).line)
    last = source.line(source.position(max(words.end - 1, words.start)).line)
    return document.leaf_at(first.start).span.to(document.leaf_at(max(last.end - 1, last.start)).span)


def _reach(scope: Scope, comment: Span, document: Document) -> Span | None:
    if scope is Scope.FILE:
        return None
    block = _own_line(comment, document) or _next_block(comment, document)
    if scope is Scope.BLOCK:
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
