"""Comments: what they say, and the words they are about."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure_grammar.readers.word.contents import plain
from disclosure_grammar.readers.word.xml import Element
from disclosure_grammar.source import Remark, Span

_SPACES = ("w:tab", "w:br", "w:cr")


class Anchors:
    """Where comments are anchored, found on the walk through the text."""

    def __init__(self) -> None:
        self._starts: dict[str, int] = {}
        self._ends: dict[str, int] = {}
        self._points: dict[str, int] = {}

    def mark(self, element: Element, offset: int) -> None:
        """A w:commentRangeStart, w:commentRangeEnd or w:commentReference stands at an offset."""
        found = {
            "w:commentRangeStart": self._starts,
            "w:commentRangeEnd": self._ends,
            "w:commentReference": self._points,
        }
        found[element.name].setdefault(element.attributes.get("w:id", ""), offset)

    def span(self, comment: str) -> Span | None:
        """What a comment is about; None where no place refers to it, and Word does not show it."""
        places = [found[comment] for found in (self._starts, self._ends, self._points) if comment in found]
        if not places:
            return None
        if comment in self._starts and comment in self._ends:
            places = places[:2]
        return Span(min(places), max(places))


def remarks(comments: Iterable[Element], anchors: Anchors) -> tuple[Remark, ...]:
    """The comments of ``word/comments.xml`` that are anchored in the text, in its order."""
    found: dict[str, Remark] = {}
    for comment in comments:
        number = comment.attributes.get("w:id", "")
        span = anchors.span(number) if comment.name == "w:comment" else None
        if span is not None:
            found.setdefault(number, Remark(span, _said(comment), comment.attributes.get("w:author", "")))
    return tuple(sorted(found.values(), key=lambda remark: remark.span))


def _said(comment: Element) -> str:
    """The text of a comment, a line for each paragraph."""
    lines: list[str] = []
    for element in comment.walk():
        if element.name == "w:p":
            lines.append("")
        elif element.name == "w:t" and lines:
            lines[-1] += plain(element.text)
        elif element.name in _SPACES and lines:
            lines[-1] += " "
    return "\n".join(lines).strip()
