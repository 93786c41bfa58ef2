"""A zip file in memory: members read within limits, and a copy made in which some are replaced and the others keep their very bytes."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from disclosure_grammar.readers.unreadable import Unreadable

MOST_MEMBERS = 20_000
LARGEST_MEMBER = 200 << 20
"""Bytes of one unpacked member."""
LARGEST_SUM = 400 << 20
"""Bytes of all members that are unpacked."""
_SMALL = 16 << 20  # bytes: what may unpack from however little
_RATIO = 250  # XML of Word packs to a twentieth; deflate cannot do better than to a thousandth

_LOCAL, _CENTRAL, _END = b"PK\3\4", b"PK\1\2", b"PK\5\6"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED, _SIZES_BEHIND = 0x1, 0x8  # bits of a member's flags
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    struct.error,
    NotImplementedError,
)


class Archive:
    """The members of a zip file, found by name without regard to case or to how slashes lean."""

    def __init__(self, data: bytes) -> None:
        """Read the list of members.

        Raises:
            Unreadable: it is no zip file, is incomplete, or has more members than any document.
        """
        if data.count(_CENTRAL) > MOST_MEMBERS:  # before anything is made of them
            raise Unreadable.too_much()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise _broken(data) from error
        self._data = data
        self._members = {_key(member.filename): member for member in self._zip.infolist()}
        self._unpacked: dict[str, bytes] = {}
        self._sum = 0

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._members

    def read(self, name: str) -> bytes | None:
        """The bytes of a member; None where there is none of that name. They are unpacked once and kept.

        Raises:
            Unreadable: it is damaged, encrypted, or unpacks to more than any document holds.
        """
        key = _key(name)
        member = self._members.get(key)
        if member is None:
            return None
        if key not in self._unpacked:
            self._check(member)
            self._sum += member.file_size
            self._unpacked[key] = self._unpack(member)
        return self._unpacked[key]

    def _check(self, member: zipfile.ZipInfo) -> None:
        if member.flag_bits & _ENCRYPTED:
            raise Unreadable.locked()
        if member.compress_type not in _METHODS:
            raise Unreadable.damaged()
        size = member.file_size
        if size > LARGEST_MEMBER or self._sum + size > LARGEST_SUM:
            raise Unreadable.too_much()
        if size > _SMALL and size > _RATIO * member.compress_size:
            raise Unreadable.too_much()

    def _unpack(self, member: zipfile.ZipInfo) -> bytes:
        try:
            with self._zip.open(member) as file:
                found = file.read(member.file_size + 1)
        except (*_BROKEN, RuntimeError) as error:
            raise Unreadable.damaged() from error
        if len(found) != member.file_size:
            raise Unreadable.damaged()
        return found

    def rewritten(self, changed: Mapping[str, bytes]) -> bytes:
        """A copy with some members replaced or, where there was none of that name, added at the end.

        All others keep their bytes as they are packed, and their names, order, dates and attributes; nothing else is unpacked.

        Raises:
            Unreadable: the file is damaged.
        """
        replaced = {id(self._members[_key(name)]): data for name, data in changed.items() if name in self}
        added = {name: data for name, data in changed.items() if name not in self}
        copy, kept = _Copy(), 0
        try:
            for member, entry in self._entries():
                if id(member) in replaced:
                    copy.replace(entry, replaced[id(member)])
                    continue
                packed = self._packed(member, entry)
                kept += len(packed)
                if kept > len(self._data):  # members that lie over one another
                    raise Unreadable.damaged()
                copy.keep(entry, packed)
        except _BROKEN as error:
            raise Unreadable.damaged() from error
        for name, data in added.items():
            copy.add(name, data, self._zip.infolist()[0].date_time)
        return copy.closed(self._zip.comment)

    def _entries(self) -> Iterator[tuple[zipfile.ZipInfo, _Entry]]:
        """Each member with its record in the list at the end of the file."""
        at = self._zip.start_dir
        for member in self._zip.infolist():
            entry = _Entry(self._data, at)
            at = entry.end
            yield member, entry

    def _packed(self, member: zipfile.ZipInfo, entry: _Entry) -> bytes:
        """What stands before a member's data and the data, with the sizes in front even where they stood behind."""
        start = member.header_offset
        flags, names, extra = struct.unpack_from("<6xH18xHH", self._data, start)
        first = start + 30 + names + extra
        last = first + member.compress_size
        if not self._data.startswith(_LOCAL, start) or last > len(self._data):
            raise zipfile.BadZipFile
        entry.set(member.CRC, member.compress_size, member.file_size)
        head = bytearray(self._data[start:first])
        head[6:8] = struct.pack("<H", flags & ~_SIZES_BEHIND)
        head[14:26] = struct.pack("<LLL", member.CRC, member.compress_size, member.file_size)
        return bytes(head) + self._data[first:last]


class _Entry:
    """The record of a member in the list at the end of a zip file (APPNOTE.TXT, 4.3.12)."""

    def __init__(self, data: bytes, at: int) -> None:
        if not data.startswith(_CENTRAL, at):
            raise zipfile.BadZipFile
        name, extra, comment = struct.unpack_from("<HHH", data, at + 28)
        self.end = at + 46 + name + extra + comment
        self.record = bytearray(data[at : self.end])
        self.name = bytes(self.record[46 : 46 + name])
        flags = struct.unpack_from("<H", self.record, 8)[0]
        self.record[8:10] = struct.pack("<H", flags & ~_SIZES_BEHIND)

    @classmethod
    def new(cls, name: bytes, date: tuple[int, int, int, int, int, int]) -> _Entry:
        """The record of a member that is added."""
        year, month, day, hour, minute, second = date
        when = struct.pack(
            "<HH", hour << 11 | minute << 5 | second // 2, (max(year, 1980) - 1980) << 9 | month << 5 | day
        )
        versions, flags = struct.pack("<HH", 20, 20), struct.pack("<HH", 0x800, zipfile.ZIP_DEFLATED)
        return cls(
            _CENTRAL + versions + flags + when + struct.pack("<LLLHHHHHLL", 0, 0, 0, len(name), *[0] * 6) + name, 0
        )

    def set(self, checksum: int, packed: int, unpacked: int) -> None:
        self.record[16:28] = struct.pack("<LLL", checksum, packed, unpacked)

    def at(self, offset: int) -> bytes:
        """The record for a member that stands at an offset."""
        self.record[42:46] = struct.pack("<L", offset)
        return bytes(self.record)

    def pack(self, data: bytes) -> bytes:
        """The member anew, packed as it was: same name, date and method."""
        packed = data
        if struct.unpack_from("<H", self.record, 10)[0] == zipfile.ZIP_DEFLATED:
            deflate = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -15)
            packed = deflate.compress(data) + deflate.flush()
        self.set(zlib.crc32(data), len(packed), len(data))
        return _LOCAL + bytes(self.record[6:28]) + struct.pack("<HH", len(self.name), 0) + self.name + packed


class _Copy:
    """A zip file as it is written."""

    def __init__(self) -> None:
        self._members: list[bytes] = []
        self._records: list[bytes] = []
        self._length = 0

    def keep(self, entry: _Entry, packed: bytes) -> None:
        self._members.append(packed)
        self._records.append(entry.at(self._length))
        self._length += len(packed)

    def replace(self, entry: _Entry, data: bytes) -> None:
        self.keep(entry, entry.pack(data))

    def add(self, name: str, data: bytes, date: tuple[int, int, int, int, int, int]) -> None:
        self.replace(_Entry.new(name.encode(), date), data)

    def closed(self, comment: bytes) -> bytes:
        records = b"".join(self._records)
        count = len(self._records)
        end = _END + struct.pack("<HHHHLLH", 0, 0, count, count, len(records), self._length, len(comment)) + comment
        return b"".join((*self._members, records, end))


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _broken(data: bytes) -> Unreadable:
    if data.startswith(_LOCAL):
        return Unreadable.damaged()
    return Unreadable(
        "这不是 Word 文档（.docx）；请用 Word 或 WPS 打开并另存为 .docx 后再检查",
        "this is not a Word document (.docx); open it in Word or WPS, save it as .docx and check that",
    )
