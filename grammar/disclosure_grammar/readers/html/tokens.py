"""The tags, comments and words of a page with their places, in time linear in its length.

Written here because ``html.parser`` lacks three things that are needed: time that stays linear whatever is left open (100 KB of ``<a `` take
it a minute before the fix of CPython issue 135462, which 3.11.7, 3.12.1 and 3.13.0 lack), the place of every token as an offset, and the same
answer under every Python version (that fix changed what becomes of unfinished tags and comments). Like a browser it refuses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from html import unescape
from typing import NamedTuple

from disclosure_grammar.readers.unreadable import Unreadable

_MOST = 200_000
"""Tags and comments: 300 printed pages saved by Word have two thirds of them."""

_OPENS = re.compile(r"<(?=[a-zA-Z/!?])")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)((?>[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))*+)>")
_TAG_OPENS = re.compile(r"</?[a-zA-Z]")
_EMPTY_COMMENT = re.compile(r"<!---?>")
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = re.compile(r"([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]*+)))?")
_RAW = frozenset({"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript"})
_MOST_WORDS = 4096  # characters of a tag beyond which its attributes are not looked at: they hold data, not markup


class Token(Enum):
    """What a token is."""

    START = auto()
    END = auto()
    WORDS = auto()
    RAW = auto()  # all that stands in a script, a style sheet and the like
    COMMENT = auto()


class Markup(NamedTuple):
    """One token.

    Attributes:
        token: what it is.
        start, end: its offsets in the page; of a comment with its marks.
        name: of a tag or of the element that RAW stands in, in lower case; otherwise empty.
        attributes: of a start tag, as written.
    """

    token: Token
    start: int
    end: int
    name: str = ""
    attributes: str = ""


def tokens(page: str) -> Iterator[Markup]:
    """The tokens of a page, in order; declarations and what is written like them are none.

    Raises:
        Unreadable: there are too many.
    """
    at, count = 0, 0
    while opening := _OPENS.search(page, at):
        start = opening.start()
        if start > at:
            yield Markup(Token.WORDS, at, start)
        count += 1
        if count > _MOST:
            raise too_complex()
        found, at = _markup(page, start)
        if found is None:
            continue
        yield found
        if found.token is Token.START and found.name in _RAW:
            end = _raw_end(page, at, found.name)
            yield Markup(Token.RAW, at, end, found.name)
            at = end
    if at < len(page):
        yield Markup(Token.WORDS, at, len(page))


def too_complex() -> Unreadable:
    """The page has more tags, or shows more lines, than any document: it would take long, and much memory."""
    return Unreadable(
        "网页过于复杂（标签或行数过多），不像正常的文稿；请把正文复制到 .docx 或 .txt 文件再检查",
        "the page is too complex (too many tags or lines); copy its text into a .docx or .txt file and check that",
    )


def attributes(written: str) -> dict[str, str]:
    """The attributes of a start tag: names in lower case, values without character references; the first of a name counts."""
    found: dict[str, str] = {}
    if len(written) > _MOST_WORDS:
        written = written[:_MOST_WORDS]
    for match in _ATTRIBUTE.finditer(written):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), unescape(value) if "&" in value else value)
    return found


def _markup(page: str, start: int) -> tuple[Markup | None, int]:
    """The token that a ``<`` begins and the offset behind it; what is never closed reaches to the end of the page."""
    match = _TAG.match(page, start)
    if match is not None:
        token = Token.END if match[1] else Token.START
        return Markup(token, start, match.end(), match[2].lower(), "" if match[1] else match[3]), match.end()
    if page.startswith("<!--", start):
        if empty := _EMPTY_COMMENT.match(page, start):
            return None, empty.end()
        close = _COMMENT_END.search(page, start + 4)
        end = close.end() if close else len(page)
        return Markup(Token.COMMENT, start, end), end
    close_at = -1 if _TAG_OPENS.match(page, start) else page.find(">", start)
    return None, close_at + 1 if close_at >= 0 else len(page)


def _raw_end(page: str, start: int, name: str) -> int:
    """Where the end tag of an element begins whose content is no markup."""
    close = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(page, start)
    return close.start() if close else len(page)
