"""Word documents (.docx).

How a file becomes a text, and where to look:

- ``archive``, ``package``, ``xml``: the zip file, its parts and how they refer to one another, elements that know their bytes.
- ``styles``, ``lists``, ``number_formats``, ``numbering``: what the file says once for many paragraphs, and the numbers that follow from it.
- ``walk``: the order of the whole: body, notes, headers and footers (``sections``), comments (``remarks``).
- ``blocks``, ``tables``, ``headings``: paragraphs, rows and cells, what is told apart; ``runs``, ``signs``, ``fields``: what stands in a
  paragraph; ``contents``, ``changes``: what wraps it, tracked changes above all.
- ``composition``: the text as it grows; ``model``: what is handed out, each character with its place in the file.
"""

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
