"""The numbers of tracked changes, of which no two in a part may be the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

_ID = re.compile(rb"([\s:]id\s*=\s*[\"'])(\d+)(?=[\"'])")


class Numbers:
    """Gives out numbers that no mark bears in some parts; they are looked through when the first one is asked for."""

    def __init__(self, *parts: bytes) -> None:
        self._free = _free(parts)

    def new(self) -> int:
        """A number that nothing has."""
        return next(self._free)

    def renumbered(self, xml: bytes) -> bytes:
        """A copy of XML in which every mark has a new number."""
        return _ID.sub(lambda match: b"%s%d" % (match[1], self.new()), xml)


def _free(parts: tuple[bytes, ...]) -> Iterator[int]:
    taken = {int(match[2]) for part in parts for match in _ID.finditer(part)}
    yield from (number for number in count(1) if number not in taken)
