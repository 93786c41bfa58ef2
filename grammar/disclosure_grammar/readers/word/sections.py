"""Sections of a document, and the headers and footers that its pages show (ECMA-376 Part 1, 17.6 and 17.10)."""

from __future__ import annotations

from disclosure_grammar.readers.word.xml import Element
from disclosure_grammar.source import Part

_MARGINS = {"w:headerReference": Part.HEADER, "w:footerReference": Part.FOOTER}


class Margins:
    """The headers and footers of the sections so far.

    A section without one of a kind goes on with that of the section before. One for the first page or for even pages may stand in the file
    and show nowhere: Word keeps it when its use is switched off.

    Attributes:
        shown: those that some page shows, by the ids of their relations.
    """

    def __init__(self, *, two_sided: bool) -> None:
        """Start before the first section.

        Args:
            two_sided: whether even pages have headers and footers of their own.
        """
        self.shown: list[tuple[Part, str]] = []
        self._always = frozenset({"default", "even"} if two_sided else {"default"})
        self._current: dict[tuple[Part, str], str] = {}

    def add(self, section: Element) -> None:
        """A section with this w:sectPr ends."""
        for child in section.children:
            part = _MARGINS.get(child.name)
            if part is not None:
                self._current[part, child.attributes.get("w:type", "default")] = child.attributes.get("r:id", "")
        kinds = self._always | {"first"} if section.on("w:titlePg") else self._always
        self.shown += ((part, relation) for (part, kind), relation in self._current.items() if kind in kinds)


def is_break(paragraph: Element) -> bool:
    """Whether a paragraph is but the mark of a section break: that has no number."""
    properties = paragraph.child("w:pPr")
    if properties is None or properties.child("w:sectPr") is None:
        return False
    return not any(element.name == "w:t" and element.text for element in paragraph.walk())
