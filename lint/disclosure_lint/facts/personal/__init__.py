"""What identifies a person: numbers, homes, those who reported, names among masked ones. Each is looked for where a cheap sign shows."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Document
from disclosure_lint.facts.model import Personal

_LONG_NUMBER = Pattern(r"[1-9](?<![0-9][1-9])(?:[\s\-－.．·\u200b-\u2015\u2060\ufeff]{0,6}[0-9]){10}")
_LONG_WIDE_NUMBER = Pattern(r"[1-9１-９](?:[\s\-－.．·\u200b-\u2015\u2060\ufeff]{0,6}[0-9０-９]){10}")
"""Whatever may hold a personal number; landlines begin with 0 and most drafts have nothing else as long."""
_INFORMANTS = ("举报人", "反映人", "投诉人", "信访人", "上访人", "检举人", "控告人", "来访人", "来信人", "实名", "署名")
_HOMES = (
    "家住",
    "住址",
    "家庭地址",
    "现住",
    "现居",
    "居住",
    "常住地",
    "户籍",
    "户口",
    "租住",
    "，住",
    ",住",
    "（住",
    "(住",
    "某住",
)
_WIDE = tuple("０１２３４５６７８９")
_SIGNS = ("某", "×", "＊", "*")
_OUTCOMES = ("处分", "警告", "诫勉", "记过", "免职", "开除", "退缴", "立案", "批评", "谈话", "免去", "约谈", "组织处理")


def extract(document: Document) -> tuple[Personal, ...]:
    """What identifies a person in a draft, in the order of the text."""
    found = {fact.span: fact for fact in _all(document)}
    return tuple(found[span] for span in sorted(found)) if found else ()


def _all(document: Document) -> Iterator[Personal]:
    """The weaker kinds first: where two have the same span, the last stands."""
    text = document.source.text
    if _any(_SIGNS, text) and _any(_OUTCOMES, text):
        from disclosure_lint.facts.personal import exposed

        yield from exposed.extract(document, _SIGNS)
    if _any(_INFORMANTS, text):
        from disclosure_lint.facts.personal import informants

        yield from informants.extract(document, _INFORMANTS)
    if _any(_HOMES, text):
        from disclosure_lint.facts.personal import addresses

        yield from addresses.extract(document, _HOMES)
    if _has_long_number(text):
        from disclosure_lint.facts.personal import numbers

        yield from numbers.extract(document)


def _has_long_number(text: str) -> bool:
    return bool(_LONG_NUMBER.search(text) or (_any(_WIDE, text) and _LONG_WIDE_NUMBER.search(text)))


def _any(words: tuple[str, ...], text: str) -> bool:
    return any(word in text for word in words)
