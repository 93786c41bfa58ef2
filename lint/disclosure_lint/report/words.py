"""Text made fit to show on a terminal: no control characters, no line breaks."""

from __future__ import annotations

from disclosure_grammar.pattern import Pattern

_UNSEEN = Pattern("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def visible(text: str) -> str:
    """The text with what steers a terminal or cannot be seen made visible, length unchanged.

    White space of any kind becomes a space, the rest (escape codes, marks that turn the writing direction, halves of
    surrogate pairs) becomes the replacement character.
    """
    return _UNSEEN.sub(lambda match: " " if match[0].isspace() else "\ufffd", text)


def one_line(text: str) -> str:
    """The text made visible, in one line, without the spaces that line breaks leave behind."""
    if "\n" in text or "\r" in text:
        text = " ".join(text.split())
    return visible(text)
