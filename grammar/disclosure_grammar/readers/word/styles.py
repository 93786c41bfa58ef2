"""What the styles of a Word document say of the paragraphs and runs that use them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from disclosure_grammar.readers.word.xml import Element, whole

_DEEPEST = 50  # styles that stand on one another; Word itself allows fewer
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|contents|目录|wpsoffice手动目录)\s*(?:[1-9]|heading|标题)", re.IGNORECASE)
_TITLES = frozenset({"title", "标题"})


class ListPlace(NamedTuple):
    """Where a paragraph stands in the lists of a document, as far as one place says.

    Attributes:
        number: the ``w:numId`` of its list; 0 switches numbering off; None where nothing is said.
        level: its ``w:ilvl``, the highest level is 0; None where nothing is said.
    """

    number: int | None = None
    level: int | None = None

    @classmethod
    def of(cls, properties: Element | None) -> ListPlace:
        """What the ``w:numPr`` of a ``w:pPr`` says."""
        found = properties.child("w:numPr") if properties is not None else None
        return cls() if found is None else cls(whole(found.value("w:numId")), whole(found.value("w:ilvl")))


class Style(NamedTuple):
    """One style, without what it takes from the style it is based on.

    Attributes:
        id: its ``w:styleId``.
        based_on: the id of the style it is based on, or an empty string.
        outline: its outline level as ``Styles.outline`` counts; 10 for body text; None where it says nothing.
        contents: whether it is one for the lines of a list of contents.
        hidden: whether its text is hidden; None where it says nothing.
        place: where it stands in the lists.
    """

    id: str
    based_on: str
    outline: int | None
    contents: bool
    hidden: bool | None
    place: ListPlace

    @classmethod
    def of(cls, element: Element) -> Style:
        """A ``w:style``."""
        paragraph, run = element.child("w:pPr"), element.child("w:rPr")
        name = (element.value("w:name") or "").split(",")[0].strip()  # further names follow after commas
        return cls(
            element.attributes.get("w:styleId", ""),
            element.value("w:basedOn") or "",
            _outline(name, paragraph.value("w:outlineLvl") if paragraph is not None else None),
            _CONTENTS.fullmatch(name) is not None,
            run.on("w:vanish") if run is not None else None,
            ListPlace.of(paragraph),
        )


class Styles:
    """The styles of a document.

    Attributes:
        default: the id of the style of a paragraph that names none, or an empty string.
    """

    def __init__(self, styles: Iterable[Style], default: str = "") -> None:
        self.default = default
        self._styles: dict[str, Style] = {}
        for style in styles:
            self._styles.setdefault(style.id, style)
        self._chains: dict[str, tuple[Style, ...]] = {}

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        """The styles of ``word/styles.xml``; none where a document has no such part."""
        elements = list(root.all("w:style")) if root is not None else []
        return cls(map(Style.of, elements), next(filter(None, map(_default_id, elements)), ""))

    def chain(self, style_id: str | None) -> tuple[Style, ...]:
        """A style, the style it is based on, and so on; nothing for a style that does not exist."""
        key = style_id or ""
        if key not in self._chains:
            chain: list[Style] = []
            seen: set[str] = set()
            at = key
            while (style := self._styles.get(at)) is not None and at not in seen and len(chain) < _DEEPEST:
                chain.append(style)
                seen.add(at)
                at = style.based_on
            self._chains[key] = tuple(chain)
        return self._chains[key]

    def of_paragraph(self, properties: Element | None) -> str:
        """The id of the style of a paragraph with this ``w:pPr``; one that does not exist is the default one, as in Word."""
        named = properties.value("w:pStyle") if properties is not None else None
        return named if named in self._styles else self.default

    def outline(self, style_id: str | None) -> int | None:
        """The level a paragraph of the style has in the outline, 1 the highest; 0 for a title; None for body text."""
        found = next((style.outline for style in self.chain(style_id) if style.outline is not None), None)
        return found if found is not None and found <= 9 else None

    def is_contents(self, style_id: str | None) -> bool:
        """Whether a paragraph of the style is a line of a list of contents."""
        return any(style.contents for style in self.chain(style_id))

    def is_hidden(self, style_id: str | None) -> bool:
        """Whether text of a paragraph or character style is hidden."""
        return next((style.hidden for style in self.chain(style_id) if style.hidden is not None), False)

    def numbering(self, style_id: str | None) -> ListPlace | None:
        """The list the style puts a paragraph in, None for none; its level is None where only the list knows it (``w:pStyle``)."""
        places = [style.place for style in self.chain(style_id)]
        number = next((place.number for place in places if place.number is not None), None)
        level = next((place.level for place in places if place.level is not None), None)
        return ListPlace(number, level) if number else None


def _default_id(element: Element) -> str:
    """The id of a style if it is that of paragraphs that name none, otherwise an empty string."""
    attributes: Mapping[str, str] = element.attributes
    is_default = attributes.get("w:default", "0") not in ("0", "false", "off")
    return attributes.get("w:styleId", "") if is_default and attributes.get("w:type") == "paragraph" else ""


def _outline(name: str, level: str | None) -> int | None:
    """The outline level of a style by its name and its ``w:outlineLvl``.

    Word knows its own styles by name, and the file need not say that a heading is one. The title is told by its name alone: Chinese
    versions of Word give it the outline level of a heading.
    """
    if name.lower() in _TITLES:
        return 0
    stated = whole(level)
    if stated is not None and 0 <= stated <= 9:
        return stated + 1
    heading = _HEADING.fullmatch(name)
    return int(heading[1]) if heading is not None else None
