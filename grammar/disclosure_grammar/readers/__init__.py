"""From the bytes of a file to a Source. One module a file format; this one chooses."""

from __future__ import annotations

import os

from disclosure_grammar.markup import looks_like_markdown
from disclosure_grammar.readers.text import decode
from disclosure_grammar.readers.unreadable import Unreadable
from disclosure_grammar.source import Source

DEFAULT_MAX_SIZE = 50 * 1024 * 1024
"""Bytes: a larger file is refused unless the caller says otherwise."""

MARKDOWN = (".md", ".markdown", ".mdown")
TEXT = (".txt", ".text")

__all__ = ["DEFAULT_MAX_SIZE", "MARKDOWN", "TEXT", "Source", "Unreadable", "from_bytes", "read"]


def read(path: str, max_size: int = DEFAULT_MAX_SIZE) -> Source:
    """Read one file.

    Args:
        path: the file; it is also the name the Source carries.
        max_size: the most bytes a file may have.

    Raises:
        Unreadable: it cannot be opened, is too large, is binary, or is in no encoding we know.
    """
    try:
        size = os.stat(path).st_size
        if size > max_size:
            raise Unreadable.too_large(size, max_size)
        with open(path, "rb") as file:
            data = file.read(max_size + 1)
    except OSError as error:
        raise Unreadable.from_os(error) from error
    return from_bytes(data, path, max_size)


def from_bytes(data: bytes, path: str, max_size: int = DEFAULT_MAX_SIZE) -> Source:
    """Make a Source of bytes that were read elsewhere (standard input); ``path`` decides the format.

    Raises:
        Unreadable: there are too many of them, they are binary, or in no encoding we know.
    """
    if len(data) > max_size:
        raise Unreadable.too_large(len(data), max_size)
    text, encoding = decode(data)
    written = path.lower().endswith(MARKDOWN) or looks_like_markdown(text)
    return Source(path, text, "markdown" if written else "text", encoding)
