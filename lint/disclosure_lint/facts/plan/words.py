"""The words of a measure: those it opens with, and those that stand where its time limit should."""

from __future__ import annotations

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.time.deadlines import is_limit_name

_BARE_TITLE = Pattern(r"(?:整改|工作|具体|主要)?(?:措施|举措|任务)")
_MEASURE_LABEL = Pattern(
    r"[ \u3000]*(?:[-*•·]|——?)?[ \u3000]*[【\[]?(?:整改|工作|具体|主要)?(?:措施|举措|任务)[：:】\]]"
)
_LIMIT_LABEL = Pattern(
    r"(?:时限|期限|完成时间|整改时间|办结时间)[ \u3000]?[：:][ \u3000]*([^，,。；;：:、\n）)|]{1,20})"
)
_DONE = Pattern(r"已|完成整改|整改完成")
_CLAUSE_END = Pattern(r"[。；;！]|[，,：:](?![0-9０-９])|(?<![0-9０-９])[，,：:]")
_MOST = 40  # so many characters of a measure are shown


def clip(leaf: Node, span: Span) -> Span:
    """A stretch up to the end of its first clause, and forty characters at the most."""
    start = leaf.prose.index(span.start)
    text = leaf.text[start : leaf.prose.index(span.end - 1) + 1]
    label = _MEASURE_LABEL.match(text)
    end = _CLAUSE_END.search(text, label.end() if label else 4)
    return leaf.prose.span(start, start + min(end.start() if end else len(text), _MOST))


def opening_words(node: Node) -> Span:
    """What a finding about a measure points at: its heading, its label with the first clause behind it, or its first clause."""
    if node.kind is Kind.LABELLED or (node.kind is Kind.SECTION and _BARE_TITLE.fullmatch(node.title)):
        first = next((leaf for part in node.body for leaf in part.leaves()), None)
        if first is not None and first.kind is not Kind.HEADING and first.span.start == node.heading.span.end:
            return node.heading.words.to(clip(first, first.words))
        return node.heading.words
    if node.kind is Kind.SECTION:
        named = next((leaf for leaf in node.leaves() if _MEASURE_LABEL.match(leaf.text)), None)
        if named is not None and named is not node.heading:
            return clip(named, named.words)
        words, title = node.heading.words, node.heading.title_span
        return words if title is None else Span(words.start, title.end)
    return clip(node, node.words)


def instead_of_limit(document: Document, leaf: Node) -> Span | None:
    """What stands behind a label that promises a time limit: 长期坚持 in 完成时限：长期坚持."""
    above = document.parent(leaf)
    if above is not None and above.kind is Kind.LABELLED and leaf is not above.heading and is_limit_name(above.title):
        return clip(leaf, leaf.words) if leaf.text.strip() else None
    match = _LIMIT_LABEL.search(leaf.text)
    return leaf.prose.span(*match.span(1)) if match else None


def done_already(document: Document, instead: Span | None) -> Span | None:
    """Words such as 已完成 where the limit should stand: no limit is wanted any more."""
    return instead if instead is not None and _DONE.match(document.source.slice(instead)) else None
