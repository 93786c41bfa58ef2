"""How an element is shown, as far as its tag and its own style say: not at all, as a block, with its spaces kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from disclosure_grammar.readers.html.tree import BLOCKS, Element

_UNSEEN = frozenset({
    "script", "style", "template", "svg", "math", "head", "title", "meta", "link", "base", "object", "embed", "applet", "audio", "video",
    "canvas", "iframe", "frame", "frameset", "noframes", "noscript", "noembed", "map", "area", "select", "option", "optgroup", "datalist",
    "button", "input", "textarea", "progress", "meter", "dialog", "rp", "rt", "del", "xml",
})  # fmt: skip
"""Never words of the page: scripts, pictures, controls, what is struck out, what is shown only to those who cannot see the rest."""

_NO_LINK = re.compile(r"\s*(?:#|mailto:|tel:|$)", re.IGNORECASE)
_INLINE = frozenset({"inline", "contents", "ruby"})
_NOTES_OF_WORD = frozenset({"comment-list", "comment"})
_COMMENT_OF_WORD = re.compile(r"MsoCommentReference|msocomtxt")
_KEPT_SPACES = frozenset({"pre", "pre-wrap", "pre-line", "break-spaces"})


def is_unseen(element: Element) -> bool:
    """Whether an element is never shown, scripts or not."""
    return element.name in _UNSEEN or style(element).get("mso-element") in _NOTES_OF_WORD


def is_hidden(element: Element) -> bool:
    """Whether an element is hidden until a script shows it, or from everybody."""
    given = element.attributes
    if not given:
        return False
    if "hidden" in given or given.get("aria-hidden", "").lower() == "true":
        return True
    shown = style(element)
    return (
        shown.get("display") == "none"
        or shown.get("mso-hide") == "all"
        or bool(_COMMENT_OF_WORD.match(given.get("class", "")))
    )


def is_block(element: Element) -> bool:
    """Whether an element begins and ends a paragraph."""
    display = style(element).get("display")
    if display is None:
        return element.name in BLOCKS
    return display not in _INLINE and (element.name in BLOCKS or not display.startswith("inline"))


def is_link(element: Element) -> bool:
    """Whether an element leads to another page or is a button; not to a place in this page, an address or a number to call."""
    given = element.attributes
    return element.name == "a" and ("onclick" in given or not _NO_LINK.match(given.get("href", "")))


def keeps_spaces(element: Element, inherited: bool) -> bool:
    """Whether spaces and line ends in an element are shown as they are written."""
    space = style(element).get("white-space")
    if space is not None:
        return space in _KEPT_SPACES
    return inherited or element.name in ("pre", "xmp", "listing")


def is_label_of_word(element: Element) -> bool:
    """Whether an element ends the number of a list item that Word typed: it holds the number, or the spaces for the tab behind it."""
    shown = style(element)
    return shown.get("mso-list") == "ignore" or shown.get("font") == '7.0pt "times new roman"'


def style(element: Element) -> Mapping[str, str]:
    """The style that an element carries itself: properties and values in lower case."""
    written = element.attributes.get("style")
    return _declarations(written) if written else {}


@lru_cache(maxsize=1024)
def _declarations(written: str) -> Mapping[str, str]:
    found = {}
    for declaration in written.lower().split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip()] = re.sub(r"\s*!important\s*$", "", value).strip()
    return found
