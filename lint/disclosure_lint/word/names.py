"""What the elements of WordprocessingML are called in a part, so that new ones can be written beside them."""

from __future__ import annotations

import re
from typing import NamedTuple

from disclosure_grammar.readers.word.xml import PREFIXES, tag_end

_ROOT = re.compile(rb"<[^?!]")
_DECLARED = re.compile(rb"\sxmlns:([^\s=]+)\s*=\s*[\"']([^\"']*)[\"']")
_DECLARED_DEFAULT = re.compile(rb"\sxmlns\s*=\s*[\"']([^\"']*)[\"']")
_WORD = frozenset(namespace.encode() for namespace, prefix in PREFIXES.items() if prefix == "w")
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Names(NamedTuple):
    """How to write an element in a part: ``b"<%s:ins%s %s:id=…" % (names.prefix, names.declaration, names.prefix)``.

    Attributes:
        prefix: stands for the main namespace wherever an element is written with the declaration.
        declaration: `` xmlns:w="…"`` for the outermost of the elements written; empty where the root has declared the prefix for good.
        namespace: the main namespace of the file, transitional or strict.
    """

    prefix: bytes
    declaration: bytes
    namespace: bytes

    def tag(self, name: str) -> bytes:
        """The name of an element or attribute."""
        return b"%s:%s" % (self.prefix, name.encode())


def names(data: bytes) -> Names:
    """The names of a part, by what its root declares."""
    match = _ROOT.search(data)
    root = data[match.start() : tag_end(data, match.start())] if match else b""
    for prefix, namespace in _DECLARED.findall(root):
        if namespace in _WORD and len(re.findall(rb"\sxmlns:%s\s*=" % re.escape(prefix), data)) == 1:
            return Names(prefix, b"", namespace)
    used = [*_DECLARED.findall(data), *((b"", namespace) for namespace in _DECLARED_DEFAULT.findall(data))]
    namespace = next((namespace for _, namespace in used if namespace in _WORD), _TRANSITIONAL)
    taken = {prefix for prefix, _ in used}
    prefix = next(each for each in (b"w", *(b"w%d" % number for number in range(len(taken) + 1))) if each not in taken)
    return Names(prefix, b' xmlns:%s="%s"' % (prefix, namespace), namespace)
