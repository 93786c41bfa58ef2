"""The compound files of older office programs ([MS-CFB]): which streams stand at their root. Nothing else of them is read here."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

_ENTRY = 128  # bytes
_LAST = 0xFFFFFFFA  # from here on sector numbers have meanings of their own
_MOST_ENTRIES = 100_000
_NONE = 0xFFFFFFFF
_SHORT = 4096  # bytes: a stream below that has no sectors of its own
_WORD = (0xA5EC, 0xA5DC)
_ENCRYPTED = 0x0100  # in the flags of a Word document


def streams(data: bytes) -> Mapping[str, bytes]:
    """The names at the root, each with the first bytes of its stream; nothing where the file is damaged.

    At most 512 bytes; none for a folder, and none for a stream so short that it stands among others.
    """
    try:
        return dict(_at_root(data))
    except (struct.error, ValueError, IndexError):
        return {}


def is_encrypted(document: bytes) -> bool:
    """Whether the first bytes of a ``WordDocument`` stream say that it is protected with a password."""
    if len(document) < 12:
        return False
    kind, _, _, _, _, flags = struct.unpack_from("<6H", document)
    return kind in _WORD and bool(flags & _ENCRYPTED)


def _at_root(data: bytes) -> Iterator[tuple[str, bytes]]:
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        raise ValueError("no size of sectors")
    entries = b"".join(_chain(data, struct.unpack_from("<I", data, 48)[0], shift))
    seen: set[int] = set()
    waiting = [struct.unpack_from("<I", entries, 76)[0]]
    while waiting:
        number = waiting.pop()
        at = number * _ENTRY
        if number == _NONE or number in seen or at + _ENTRY > len(entries):
            continue
        seen.add(number)
        length = struct.unpack_from("<H", entries, at + 64)[0]
        first, size = struct.unpack_from("<II", entries, at + 116)
        name = entries[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        yield name, _sector(data, first, shift)[:512] if first < _LAST and size >= _SHORT else b""
        waiting += struct.unpack_from("<II", entries, at + 68)  # the neighbours; children are further down


def _chain(data: bytes, number: int, shift: int) -> Iterator[bytes]:
    """The sectors of the directory, from the first one on."""
    seen: set[int] = set()
    while number < _LAST and number not in seen and len(seen) << shift < _MOST_ENTRIES * _ENTRY:
        seen.add(number)
        yield _sector(data, number, shift)
        number = _following(data, number, shift)


def _following(data: bytes, number: int, shift: int) -> int:
    """The sector after another one, as the allocation table has it; a table too long for the header ends the chain."""
    table, slot = divmod(number, 1 << shift - 2)
    if table >= 109:
        return _NONE
    sector = struct.unpack_from("<I", data, 76 + 4 * table)[0]
    return int(struct.unpack_from("<I", _sector(data, sector, shift), 4 * slot)[0])


def _sector(data: bytes, number: int, shift: int) -> bytes:
    start = number + 1 << shift
    return data[start : start + (1 << shift)]
