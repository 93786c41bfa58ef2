"""What Word keeps beside the words of an example: tracked changes and comments, said by the words they are about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from disclosure_grammar.source import PLAIN, Change, ChangeKind, Layout, Remark, Span


class Tracked(NamedTuple):
    """A tracked change at the first place where ``words`` stand; a deletion stands before them, for what it is about is gone."""

    words: str
    kind: ChangeKind = ChangeKind.INSERTION


class Commented(NamedTuple):
    """A comment on the first place where ``words`` stand."""

    words: str
    text: str
    author: str = "张三"


Aside = Tracked | Commented


def layout(text: str, asides: Iterable[Aside]) -> Layout:
    """What a Word document with these asides says of its text; of a text without asides nothing.

    Raises:
        ValueError: the words of one do not stand in the text.
    """
    made = tuple(asides)
    if not made:
        return PLAIN
    changes = [Change(aside.kind, _place(text, aside)) for aside in made if isinstance(aside, Tracked)]
    remarks = [Remark(_place(text, aside), aside.text, aside.author) for aside in made if isinstance(aside, Commented)]
    return Layout(
        "docx",
        changes=tuple(sorted(changes, key=lambda change: change.span)),
        remarks=tuple(sorted(remarks, key=lambda remark: remark.span)),
    )


def _place(text: str, aside: Aside) -> Span:
    start = text.index(aside.words)
    gone = isinstance(aside, Tracked) and aside.kind is ChangeKind.DELETION
    return Span(start, start if gone else start + len(aside.words))
