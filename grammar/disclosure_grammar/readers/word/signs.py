"""Elements of a run that stand for a character (ECMA-376 Part 1, 17.3.3)."""

from __future__ import annotations

from disclosure_grammar.readers.word.xml import Element
from disclosure_grammar.source import SOFT_BREAK

_SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:noBreakHyphen": "-", "w:cr": SOFT_BREAK, "w:br": SOFT_BREAK}
_PAGE_BREAKS = ("page", "column")
_UNKNOWN = "•"

_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆",
    0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    **{0x81 + at: chr(0x2460 + at) for at in range(10)}, **{0x8C + at: chr(0x2776 + at) for at in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□",
    **{0x6A + at: chr(0x2460 + at) for at in range(10)}, **{0x75 + at: chr(0x2776 + at) for at in range(10)},
}  # fmt: skip
_SYMBOL = {
    0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xD7: "·",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL, "wingdings 3": {}, "webdings": {}}


def sign(element: Element) -> str:
    """The character an element of a run stands for; an empty string where it is none, as with a soft hyphen."""
    if element.name == "w:sym":
        return _symbol(element.attributes.get("w:font", ""), element.attributes.get("w:char", ""))
    return _SIGNS.get(element.name, "")


def is_page_break(element: Element) -> bool:
    """Whether an element of a run ends the page or column: only between words does it end a line as well."""
    return element.attributes.get("w:type") in _PAGE_BREAKS and element.name == "w:br"


def _symbol(font: str, written: str) -> str:
    """A w:sym: what a symbol font shows is given in a common character, as far as one is known."""
    try:
        code = int(written, 16)
    except ValueError:
        return ""
    known = _FONTS.get(font.lower())
    if known is not None:
        return known.get(code & 0xFF, _UNKNOWN)
    shown = chr(code) if 0x20 <= code <= 0xFFFF else ""
    return shown if shown.isprintable() else _UNKNOWN
