"""What stands in an element once the elements that only wrap others are taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from disclosure_grammar.readers.word.changes import Context
from disclosure_grammar.readers.word.fields import is_link
from disclosure_grammar.readers.word.xml import Element

_CHANGES = frozenset({"w:ins", "w:del", "w:moveTo", "w:moveFrom"})
_WRAPPERS = frozenset(
    {"w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:hyperlink", "w:bdo", "w:dir", "w:fldSimple", "mc:Choice", "mc:Fallback"}
) | _CHANGES  # fmt: skip
_ALTERNATIVES = "mc:AlternateContent"
_PICTURES = frozenset({"blip", "imagedata", "chart", "relIds", "OLEObject"})  # whatever their namespace


def unwrapped(
    elements: Iterable[Element], context: Context, progress: Callable[[], int]
) -> Iterator[tuple[Element, Context]]:
    """Elements in order, those in wrappers in place of the wrappers, each with its context.

    Of alternatives the first is given; a further one only if ``progress`` says that whoever takes the elements found nothing in the ones
    before: what it returns has not changed.
    """
    waiting: list[tuple[Element, Context, int | None]] = [(element, context, None) for element in elements]
    waiting.reverse()
    while waiting:
        element, around, before = waiting.pop()
        if before is not None and progress() != before:
            continue
        if element.name in _WRAPPERS:
            inside = _inside(element, around)
            waiting.extend((child, inside, None) for child in reversed(element.children))
        elif element.name == _ALTERNATIVES:
            now = progress()
            waiting.extend((child, around, now) for child in reversed(element.children) if child.name in _WRAPPERS)
        else:
            yield element, around


def _inside(element: Element, around: Context) -> Context:
    if element.name in _CHANGES:
        return around.within(element)
    if element.name == "w:fldSimple" and not is_link(element.attributes.get("w:instr", "")):
        return around._replace(field=True)
    return around


class Drawing(NamedTuple):
    """What a w:drawing, w:pict or w:object holds.

    Attributes:
        boxes: its words: the w:txbxContent of its text boxes, and each v:textpath, which draws its string. What stands inside another
            text box is not among them.
        is_picture: whether there is something else to see.
    """

    boxes: tuple[Element, ...]
    is_picture: bool


def drawing(element: Element) -> Drawing:
    """What stands in a w:drawing, w:pict or w:object; of alternatives the first that has words."""
    boxes: list[Element] = []
    is_picture = False
    waiting: list[tuple[Element, int | None]] = [(element, None)]
    while waiting:
        one, before = waiting.pop()
        if before is not None and len(boxes) != before:
            continue
        if one.name == "w:txbxContent" or (one.name == "v:textpath" and one.attributes.get("string", "").strip()):
            boxes.append(one)
            continue
        is_picture = is_picture or one.name.rpartition(":")[2] in _PICTURES
        now = len(boxes) if one.name == _ALTERNATIVES else None
        waiting.extend((child, now) for child in reversed(one.children))
    return Drawing(tuple(boxes), is_picture)


def words(element: Element) -> str:
    """The words of an equation or of the base of a ruby, one behind the other; a fraction with its stroke."""
    parts: list[str] = []
    for one in element.walk():
        if one.name in ("m:t", "w:t"):
            parts.append(one.text)
        elif one.name == "m:den":
            parts.append("/")
    return plain("".join(parts))


def plain(text: str) -> str:
    """Character data as it is shown: a line end in it is a space."""
    return text.replace("\n", " ").replace("\r", " ") if "\n" in text or "\r" in text else text
