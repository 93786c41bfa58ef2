"""A name for a finding that stays the same when lines move, sections are renumbered or the file is renamed.

It is a hash of the rule's code, the titles of the sections the finding stands in, the words of its block and an ordinal among
findings that are equal in all of these. It holds no line number and no path, and no number of a person goes into it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, cast

from disclosure_grammar.source import Span
from disclosure_grammar.tree import Document, Node
from disclosure_lint.mask import Masker

_LONG_NUMBER = r"[0-9０-９]{11,}[XxＸｘ]?"
_LENGTH = 16


class Fingerprints:
    """Gives out the fingerprints of one draft; findings must come in the order of the text."""

    def __init__(self, document: Document, masker: Masker) -> None:
        self._document = document
        self._masker = masker
        self._seen: Counter[tuple[str, ...]] = Counter()
        self._blocks: dict[Node, tuple[str, ...]] = {}

    def of(self, code: str, span: Span | None) -> str:
        """The fingerprint of the next finding with this code at this place."""
        place = (code, *self._block(span)) if span else (code,)
        ordinal = self._seen[place]
        self._seen[place] += 1
        return _hash("\x1f".join((*place, str(ordinal))))

    def _block(self, span: Span) -> tuple[str, ...]:
        """The section titles above a place and, hashed, the words of its block, which may be long and hold many findings."""
        leaf = self._document.leaf_at(span.start)
        known = self._blocks.get(leaf)
        if known is None:
            titles = (self._impersonal(title) for title in self._document.path(leaf))
            words = self._impersonal(_words(leaf, self._document))
            known = self._blocks[leaf] = (*titles, _hash("".join(words.split())))
        return known

    def _impersonal(self, words: str) -> str:
        """Words without what identifies a person: a hash of few digits is soon guessed."""
        return re.sub(_LONG_NUMBER, "#", self._masker.text(words))


def _words(leaf: Node, document: Document) -> str:
    """The words of a leaf without the number that opens it."""
    words = leaf.text or document.source.slice(leaf.span)
    label = leaf.label.text if leaf.label else ""
    return words.lstrip(" \t\u3000").removeprefix(label)


def _hash(words: str) -> str:
    digest: str = _sha256()(words.encode("utf-8", "surrogatepass")).hexdigest()
    return digest[:_LENGTH]


@cache
def _sha256() -> Callable[[bytes], Any]:
    """SHA-256 as it is built in, taken as ``random`` takes SHA-512: ``hashlib`` would load OpenSSL first, which is slow."""
    for name in ("_sha2", "_sha256"):  # from Python 3.12 on, and before
        try:
            return cast("Callable[[bytes], Any]", import_module(name).sha256)
        except ImportError:
            continue
    from hashlib import sha256

    return sha256
