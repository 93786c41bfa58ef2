"""The characters of a page, whatever it says of its encoding.

Many an old page says ``gb2312`` and is UTF-8, or the other way round; others hold half a character where a system cut a text at so many
bytes. What the bytes are counts more than what the page says of them; characters that cannot be read become U+FFFD, as in a browser.
"""

from __future__ import annotations

import re

from disclosure_grammar.readers import text
from disclosure_grammar.readers.unreadable import Unreadable

_HEAD = 4096
_CHARSET = re.compile(rb"<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*[\"']?\s*([A-Za-z][\w-]*)", re.IGNORECASE)
_FOREIGN = {
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "iso-8859-1": "cp1252",
    "windows-1252": "cp1252",
    "us-ascii": "cp1252",
}
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_MOST_BROKEN = 200  # one character in so many may be broken
_MOST_STRANGE = 5  # one character in so many that are not ASCII may be none of those Chinese is written with


def decode(data: bytes) -> tuple[str, str]:
    """The text of a page and the name of its encoding.

    Raises:
        Unreadable: the bytes are no text, or in no encoding we know.
    """
    try:
        found, encoding = text.decode(data)
    except Unreadable:
        if b"\0" in data or data.startswith(_BOMS):
            raise
        return _declared(data)
    return (found, encoding) if encoding != "gb18030" or _chinese(found) else _declared(data)


def _declared(data: bytes) -> tuple[str, str]:
    """The text of a page whose bytes are neither sound UTF-8 nor sound GB 18030."""
    match = _CHARSET.search(data[:_HEAD])
    declared = match[1].decode("ascii").lower() if match else ""
    foreign = _FOREIGN.get(declared)
    for encoding in ("utf-8", "gb18030") if foreign is None else (foreign,):
        found = data.decode(encoding, "replace")
        broken = found.count("\ufffd")
        if broken * _MOST_BROKEN <= len(found) and (encoding != "gb18030" or _chinese(found)):
            return found, encoding
    raise Unreadable.undecodable()


def _chinese(found: str) -> bool:
    """Whether a page read as GB 18030 is Chinese: almost any bytes can be read so, into rare characters."""
    others = [c for c in found if c >= "\x80"]
    strange = sum(
        not (
            "\u4e00" <= c <= "\u9fff"
            or "\u2010" <= c <= "\u30ff"
            or "\uff00" <= c <= "\uffef"
            or c in "\xb7\xa0\xd7\ufffd"
        )
        for c in others
    )
    return strange * _MOST_STRANGE <= len(others)
