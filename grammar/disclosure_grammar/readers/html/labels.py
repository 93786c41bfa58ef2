"""The numbers and bullets of lists, which stand nowhere in the page and are shown by the browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from disclosure_grammar.readers.html.look import is_hidden, is_unseen, style
from disclosure_grammar.readers.html.tree import Element
from disclosure_grammar.readers.word.number_formats import written

BULLET = "•"
_TYPED = re.compile(
    r"\s*(?:[（(]?\s*[0-9０-９]{1,3}\s*[)）.．、]|[（(]?[一二三四五六七八九十百]{1,5}[)）、.．是]|第[一二三四五六七八九十百0-9]{1,4}[章节条部]|[①-⑳•·●■◆▪○◇▲★*—-])"
)
_NUMBER = re.compile(r"\s*([+-]?[0-9]{1,9})")
_MOST = 3999  # Roman numerals go no further, Chinese ones to 9999
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_BULLETS = frozenset({"disc", "circle", "square", "disclosure-open", "disclosure-closed"})


def labels(container: Element) -> Iterator[tuple[Element, str]]:
    """The items of a list with what the browser puts in front of each; an empty string where it is nothing."""
    items = [
        child for child in container.elements() if child.name == "li" and not (is_hidden(child) or is_unseen(child))
    ]
    step = -1 if container.name == "ol" and "reversed" in container.attributes else 1
    count = _number(container.attributes.get("start"))
    if count is None:
        count = len(items) if step < 0 else 1
    for item in items:
        value = _number(item.attributes.get("value"))
        count = count if value is None else value
        yield item, _label(count, _type(item, container))
        count += step


def _number(given: str | None) -> int | None:
    match = _NUMBER.match(given) if given else None
    return int(match[1]) if match else None


def _type(item: Element, container: Element) -> str:
    """The list-style-type of an item."""
    for element in (item, container):
        shown = style(element)
        if kind := shown.get("list-style-type"):
            return kind.strip("\"'")
        for word in shown.get("list-style", "").split():
            if word == "none" or word in _BULLETS or word in _FORMS:
                return word
        if given := element.attributes.get("type"):
            return _TYPES.get(given, given.lower())
    return "decimal" if container.name == "ol" else "disc"


def _label(count: int, kind: str) -> str:
    if kind == "none":
        return ""
    if kind in _BULLETS:
        return BULLET
    write, suffix = _FORMS.get(kind, (str, "."))
    return (write(count) if 0 < count <= _MOST else str(count)) + suffix


def _letters(first: str) -> Callable[[int], str]:
    def write(count: int) -> str:
        made = ""
        while count:
            count, letter = divmod(count - 1, 26)
            made = chr(ord(first) + letter) + made
        return made

    return write


def _form(name: str) -> Callable[[int], str]:
    """A form that Word has as well."""
    return lambda count: written(count, name)


_FORMS: Mapping[str, tuple[Callable[[int], str], str]] = {
    "decimal": (str, "."),
    "decimal-leading-zero": (_form("decimalZero"), "."),
    **dict.fromkeys(("lower-alpha", "lower-latin"), (_letters("a"), ".")),
    **dict.fromkeys(("upper-alpha", "upper-latin"), (_letters("A"), ".")),
    "lower-roman": (_form("lowerRoman"), "."),
    "upper-roman": (_form("upperRoman"), "."),
    "cjk-decimal": (_form("ideographDigital"), "、"),
    "simp-chinese-informal": (_form("chineseCountingThousand"), "、"),
    **dict.fromkeys(("trad-chinese-informal", "cjk-ideographic"), (_form("taiwaneseCountingThousand"), "、")),
    "simp-chinese-formal": (_form("chineseLegalSimplified"), "、"),
    "trad-chinese-formal": (_form("ideographLegalTraditional"), "、"),
    "cjk-heavenly-stem": (_form("ideographTraditional"), "、"),
    "cjk-earthly-branch": (_form("ideographZodiac"), "、"),
}
"""How the types of CSS write a number, and what they put behind it (CSS Counter Styles, 6 and 7)."""


def is_list(element: Element) -> bool:
    """Whether an element is a list whose items carry numbers or bullets."""
    return element.name in _LISTS


def is_typed(item: str) -> bool:
    """Whether a label was typed in front of an item: its list then shows none, some style sheet says so."""
    return bool(_TYPED.match(item))
