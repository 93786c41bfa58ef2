"""Word documents (.docx): the package, its XML, automatic numbers, and the walk that makes a text of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from disclosure_grammar.readers.word.model import Word

__all__ = ["read_word"]


def read_word(data: bytes, path: str, view: str = "final") -> Word:
    """Read a Word document.

    Args:
        data: the bytes of a .docx, .docm, .dotx or .dotm.
        path: the name the Source carries; never opened.
        view: ``"final"`` reads tracked changes as if all were accepted, ``"original"`` as if all were rejected.

    Raises:
        Unreadable: it is no Word document, is damaged or encrypted, or unpacks to more than any document holds.
    """
    from disclosure_grammar.readers.word.package import Package
    from disclosure_grammar.readers.word.walk import read

    return read(Package.open(data), path, view)
