"""Which paragraphs are headings by what the file says, whatever their words begin with."""

from __future__ import annotations

from disclosure_grammar.readers.word.styles import Styles
from disclosure_grammar.readers.word.xml import Element

_LONGEST = 60  # characters
_BODY_TEXT = "9"  # a w:outlineLvl that says there is none


def depth(words: str, properties: Element | None, styles: Styles) -> int | None:
    """The depth of a heading, 1 for a title and from 2 for what stands below it; None for a paragraph that is none.

    Args:
        words: of the paragraph, with its automatic number. What is long or a sentence is a body paragraph, whatever its style.
        properties: its w:pPr.
        styles: of the document.
    """
    level = _level(properties, styles)
    if level is None or len(words) > _LONGEST or not words.strip() or words.rstrip().endswith("。"):
        return None
    return level + 1


def _level(properties: Element | None, styles: Styles) -> int | None:
    """The outline level as ``Styles.outline`` counts; what the paragraph says itself counts more than its style."""
    direct = properties.value("w:outlineLvl") if properties is not None else None
    if direct == _BODY_TEXT:
        return None
    if direct in tuple("012345678"):
        return int(direct) + 1
    return styles.outline(styles.of_paragraph(properties))
