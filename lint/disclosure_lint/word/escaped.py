"""Characters of a text among the bytes of the XML that holds it."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    rb"(?P<nothing><!--.*?-->|<\?.*?\?>)|(?P<open><!\[CDATA\[)|(?P<close>\]\]>)"
    rb"|&[^;]*;|\r\n|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*",
    re.DOTALL,
)
_RAW_TOKEN = re.compile(rb"(?P<close>\]\]>)|\r\n|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*")


def byte_offset(data: bytes, first: int, last: int, index: int) -> tuple[int, bool]:
    """Where a character of escaped words begins.

    Args:
        data: the part, in UTF-8.
        first: where the words begin: entities, CDATA sections, comments and processing instructions as they stand.
        last: where they end.
        index: the character, from 0.

    Returns:
        Its byte offset, and whether it stands in a CDATA section. For the index behind the last character: ``last``.
    """
    words = data[first:last]
    if not any(sign in words for sign in (b"&", b"<", b"\r")):
        return first + len(words.decode()[:index].encode()), False
    at, in_cdata = first, False
    while at < last:
        token = _token(data, at, last, in_cdata=in_cdata)
        if token.lastgroup is None:
            if index == 0:
                return at, in_cdata
            index -= 1
        elif token.lastgroup != "nothing":
            in_cdata = token.lastgroup == "open"
        at = token.end()
    return last, False


def _token(data: bytes, at: int, last: int, *, in_cdata: bool) -> re.Match[bytes]:
    """The next character, or the markup that stands before it; in a CDATA section nothing but its end is markup."""
    match = (_RAW_TOKEN if in_cdata else _TOKEN).match(data, at, last)
    if match is None:
        raise ValueError(f"no UTF-8 at {at}")
    return match
