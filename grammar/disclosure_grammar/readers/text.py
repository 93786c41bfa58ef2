"""Decoding and encoding: UTF-8 with or without BOM, UTF-16 with BOM, GB18030 when it is not UTF-8."""

from __future__ import annotations

from disclosure_grammar.readers.unreadable import Unreadable

_CONTROLS = bytes(sorted(set(range(32)) - {9, 10, 11, 12, 13, 26, 27})) + b"\x7f"
_MARKS = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
_MOST_CONTROLS = 0.005  # a stray control character is an accident, more are not text


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file and the name of its encoding (with which it can be written back alike).

    Raises:
        Unreadable: the bytes are no text, or are in no encoding we know.
    """
    if data.startswith(b"\xef\xbb\xbf"):
        return _strict(data, "utf-8-sig"), "utf-8-sig"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strict(data, "utf-16"), "utf-16-le" if data.startswith(b"\xff\xfe") else "utf-16-be"
    _refuse_binary(data)
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "gb18030" and not _plausible(text):
            break
        return text, encoding
    raise Unreadable.undecodable()


def encode(text: str, encoding: str, before: str) -> bytes:
    """A changed text as a file, in the encoding it came in, byte order mark included.

    A file in GBK, the older part of GB18030, stays one: the programs that write such files do not read what the newer part adds.

    Args:
        text: what the file is to hold.
        encoding: the name that ``decode`` gave.
        before: what the file held.

    Raises:
        UnicodeEncodeError: the encoding lacks a character.
    """
    if encoding in _MARKS:
        return _MARKS[encoding] + text.encode(encoding)
    if encoding == "gb18030" and _holds("gbk", before):
        return text.encode("gbk")
    return text.encode(encoding)


def _holds(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable.undecodable() from error


def _refuse_binary(data: bytes) -> None:
    if b"\0" in data or len(data) - len(data.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(data):
        raise Unreadable.binary()


def _plausible(text: str) -> bool:
    """Whether a GB18030 reading looks like Chinese: almost any bytes can be read as GB18030, into rare characters."""
    strange = sum(
        not ("\u4e00" <= c <= "\u9fff" or c < "\x80" or "\u2010" <= c <= "\u30ff" or "\uff00" <= c <= "\uffef")
        for c in text
    )
    return strange * 10 <= len(text)
