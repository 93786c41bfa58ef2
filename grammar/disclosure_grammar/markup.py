"""Which characters of a draft are markup: hidden from the words, never removed from the text.

Markdown is read only as far as drafts use it: headings, emphasis, lists, tables, links, quotations, code, HTML comments. A
renderer's library gives block lines but no character offsets inside a line, and offsets are what a mask is made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure_grammar.pattern import Pattern

_COMMENT = Pattern(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = Pattern(r"^ {0,3}(#{1,6})(?:[ \t]+|$)")
_HEADINGS = Pattern(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_HEADING_END = Pattern(r"[ \t]+#+[ \t]*$")
_QUOTE = Pattern(r"^ {0,3}(?:>[ \t]?)+")
_FENCE = Pattern(r"^ {0,3}(`{3,}|~{3,})")
_RULE = Pattern(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)$")
_TABLE_RULE = Pattern(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_STRONG = Pattern(r"(\*\*\*|\*\*|___|__|~~)(?=\S)([^\n]+?)(?<=\S)\1")
_EMPHASIS = Pattern(r"(?<![*\w\\])(\*)(?=[^\s*])([^*\n，。；]+?)(?<=[^\s*])\*(?!\*)")
_CODE_SPAN = Pattern(r"(`+)([^`\n]+?)\1")
_LINK = Pattern(r"(!?\[)([^\]\n]*)(\]\([^)\n]*\))")
_TAG = Pattern(r"</?(?:a|b|br|strong|em|i|u|span|div|p|center|font|sub|sup)(?:\s[^<>\n]*)?/?>", re.IGNORECASE)
_ESCAPE = Pattern(r"\\(?=[!-/:-@\[-`{-~])")

Stretch = tuple[int, int]


def looks_like_markdown(text: str) -> bool:
    """Whether a text under another ending is Markdown all the same, as text pasted from a chat often is: two # headings or more."""
    return text.count("# ") > 1 and len(_HEADINGS.findall(text)) > 1


def comments(text: str) -> list[Stretch]:
    """The HTML comments of a text; an unclosed one runs to the end."""
    return [match.span() for match in _COMMENT.finditer(text)] if "<!--" in text else []


def heading_depth(line: str) -> int:
    """How many # open a Markdown line; 0 where it is no heading."""
    match = _HEADING.match(line)
    return len(match[1]) if match else 0


def is_fence(line: str) -> str:
    """The fence that opens or closes a code block, or an empty string."""
    match = _FENCE.match(line)
    return match[1] if match else ""


def is_rule(line: str) -> bool:
    """Whether a Markdown line only draws a line, or separates the head of a table."""
    return bool(_RULE.match(line)) or ("-" in line and "|" in line and bool(_TABLE_RULE.match(line)))


def is_bold(line: str) -> bool:
    """Whether a whole Markdown line is set bold."""
    bare = line.strip()
    return len(bare) > 4 and bare[:2] == bare[-2:] and bare[:2] in ("**", "__") and bare[:2] not in bare[2:-2]


def hidden(line: str) -> Iterator[Stretch]:
    """The markup inside one line of Markdown (no code), as stretches of the line, in no particular order."""
    for pattern in (_HEADING, _QUOTE):
        if match := pattern.match(line):
            yield match.span()
    if line.lstrip().startswith("#") and (match := _HEADING_END.search(line)):
        yield match.span()
    if "*" in line or "_" in line or "~" in line:
        yield from _paired(_STRONG, line)
        yield from _paired(_EMPHASIS, line)
    if "`" in line:
        yield from _paired(_CODE_SPAN, line)
    if "](" in line:
        for match in _LINK.finditer(line):
            yield match.span(1)
            yield match.span(3)
    if "<" in line:
        yield from (match.span() for match in _TAG.finditer(line))
    if "\\" in line:
        yield from (match.span() for match in _ESCAPE.finditer(line))


def _paired(pattern: Pattern, line: str) -> Iterator[Stretch]:
    for match in pattern.finditer(line):
        size = len(match[1])
        yield match.start(), match.start() + size
        yield match.end() - size, match.end()
