"""From the bytes of a file to a Source. One module a file format; this one chooses, and imports no more than it takes."""

from __future__ import annotations

import os

from disclosure_grammar.markup import looks_like_markdown
from disclosure_grammar.readers.formats import CONVERTED, MARKDOWN, Format, detect
from disclosure_grammar.readers.text import decode
from disclosure_grammar.readers.unreadable import Unreadable
from disclosure_grammar.source import Source

DEFAULT_MAX_SIZE = 50 * 1024 * 1024
"""Bytes: a larger file is refused unless the caller says otherwise."""

VIEWS = ("final", "original")
"""How tracked changes can be read: as if all were accepted, or as if none had been made."""

__all__ = ["DEFAULT_MAX_SIZE", "MARKDOWN", "VIEWS", "Source", "Unreadable", "from_bytes", "load", "read", "word_bytes"]


def read(path: str, max_size: int = DEFAULT_MAX_SIZE, view: str = "final") -> Source:
    """Read one file.

    Args:
        path: the file; it is also the name the Source carries.
        max_size: the most bytes a file may have.
        view: one of ``VIEWS``.

    Raises:
        Unreadable: it cannot be opened, is too large, or is no draft in a format we know.
    """
    return from_bytes(load(path, max_size), path, max_size, view)


def load(path: str, max_size: int = DEFAULT_MAX_SIZE) -> bytes:
    """The bytes of one file.

    Raises:
        Unreadable: it cannot be opened or is too large.
    """
    try:
        size = os.stat(path).st_size
        if size > max_size:
            raise Unreadable.too_large(size, max_size)
        with open(path, "rb") as file:
            data = file.read(max_size + 1)
    except OSError as error:
        raise Unreadable.from_os(error) from error
    if len(data) > max_size:  # it has no size to ask for, or grew
        raise Unreadable.too_large(len(data), max_size)
    return data


def from_bytes(data: bytes, path: str, max_size: int = DEFAULT_MAX_SIZE, view: str = "final") -> Source:
    """Make a Source of bytes that were read elsewhere (standard input).

    Args:
        data: the bytes; they decide the format.
        path: the name the Source carries; its ending decides the format where the bytes leave it open.
        max_size: the most bytes there may be.
        view: one of ``VIEWS``.

    Raises:
        Unreadable: there are too many of them, or they are no draft in a format we know.
    """
    if len(data) > max_size:
        raise Unreadable.too_large(len(data), max_size)
    kind = detect(data, path)
    if kind is Format.TEXT:
        return _text(data, path)
    if kind is Format.HTML:
        from disclosure_grammar.readers.html import read_html

        return read_html(data, path)
    if kind is Format.PDF:
        from disclosure_grammar.readers.pdf import read_pdf

        return read_pdf(data, path)
    from disclosure_grammar.readers.word import read_word

    return read_word(_as_word(data, kind), path, view).source


def word_bytes(data: bytes, path: str) -> bytes:
    """A draft as a Word document (.docx).

    Of a .docx these are the bytes themselves (``word_bytes(data, path) is data``); of a .doc, .wps, .odt or .rtf they are a copy that was
    converted, never to be written over the original.

    Raises:
        Unreadable: it is no document of a word processor, or cannot be converted.
    """
    kind = detect(data, path)
    if kind is not Format.WORD and kind not in CONVERTED:
        raise Unreadable(
            "不是 Word 文档（.docx，或 .doc、.wps、.odt、.rtf），里面不能有批注和修订；请用 Word 或 WPS 打开并另存为 .docx",
            "no Word document (.docx, or .doc, .wps, .odt, .rtf): it can hold no comments or tracked changes; open it in Word or WPS "
            "and save it as .docx",
        )
    return _as_word(data, kind)


def _as_word(data: bytes, kind: Format) -> bytes:
    if kind is Format.WORD:
        return data
    from disclosure_grammar.readers.office import to_word

    return to_word(data, kind)


def _text(data: bytes, path: str) -> Source:
    text, encoding = decode(data)
    written = path.lower().endswith(MARKDOWN) or looks_like_markdown(text)
    return Source(path, text, "markdown" if written else "text", encoding)
