"""Compound files for tests: what older office programs write, with any streams at the root."""

from __future__ import annotations

import struct
from collections.abc import Mapping

SECTOR = 512
END, FREE, TABLE, NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF


def old_word(*, locked: bool = False) -> bytes:
    """The first bytes of the main stream of a Word document."""
    return struct.pack("<6H", 0xA5EC, 0x00C1, 0, 0x0804, 0, 0x0100 if locked else 0).ljust(4096, b"\0")


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A file with these streams at its root, each padded to the 4096 bytes from which one has sectors of its own."""
    names = ["Root Entry", *streams]
    directory = -(-len(names) * 128 // SECTOR)
    chains = [list(range(1, 1 + directory))]
    for data in streams.values():
        first = chains[-1][-1] + 1
        chains.append(list(range(first, first + max(len(data), 4096) // SECTOR)))
    table = {0: TABLE} | {
        sector: following for chain in chains for sector, following in zip(chain, [*chain[1:], END], strict=True)
    }
    entries = [_entry("Root Entry", 5, END, 0, child=1 if streams else NONE)]
    for number, (name, data) in enumerate(streams.items(), 1):
        neighbour = number + 1 if number < len(streams) else NONE
        entries.append(_entry(name, 2, chains[number][0], max(len(data), 4096), right=neighbour))
    body = b"".join(entries).ljust(directory * SECTOR, b"\0")
    body += b"".join(data.ljust(max(len(data), 4096) // SECTOR * SECTOR, b"\0") for data in streams.values())
    fat = struct.pack("<128I", *(table.get(sector, FREE) for sector in range(128)))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<109I", 0, *[FREE] * 108)
    return header + fat + body


def _entry(name: str, kind: int, first: int, size: int, *, right: int = NONE, child: int = NONE) -> bytes:
    raw = name.encode("utf-16-le")
    head = raw.ljust(64, b"\0") + struct.pack("<HBB3I", len(raw) + 2, kind, 1, NONE, right, child)
    return head + bytes(36) + struct.pack("<IQ", first, size)
