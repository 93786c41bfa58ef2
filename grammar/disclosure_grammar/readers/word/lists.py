"""The lists that ``word/numbering.xml`` defines, their references followed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from disclosure_grammar.readers.word.styles import Style, Styles
from disclosure_grammar.readers.word.xml import Element, whole

LEVELS = 9
_LONGEST = 255  # Word takes no more than 31 characters
_NESTED = 8  # lists that stand for a style that stands for a list …
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_IN_SYMBOL_FONT = re.compile("[!-\xff\ue000-\uf8ff]")
_SYMBOL_FONTS = frozenset({"wingdings", "wingdings 2", "wingdings 3", "webdings", "symbol", "marlett"})
_CUSTOM = re.compile("(0{1,9}1)(?:,|$)")


class Level(NamedTuple):
    """A ``w:lvl``: how one level of a list is numbered.

    Attributes:
        start: the first number.
        form: the format, as ``number_formats.written`` takes it.
        text: the label, with ``%1`` to ``%9`` for the numbers.
        spaced: whether anything stands between the label and the words.
        legal: whether all numbers in the label are plain decimals.
        restart: the level, counted from 1, behind which it starts anew, as the file states it; 0 for never; None where it does not say.
        style: the id of the paragraph style linked to it, or an empty string.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    spaced: bool = True
    legal: bool = False
    restart: int | None = None
    style: str = ""

    @classmethod
    def of(cls, element: Element) -> Level:
        """A ``w:lvl``; one without ``w:start`` starts at 0."""
        form = _form(element)
        raw = (element.value("w:lvlText") or "")[:_LONGEST]
        return cls(
            start=max(whole(element.value("w:start")) or 0, 0),
            form=form,
            text=_readable(element, raw, form),
            spaced=element.value("w:suff") != "nothing" or raw != raw.rstrip(),
            legal=element.on("w:isLgl") or False,
            restart=whole(element.value("w:lvlRestart")),
            style=element.value("w:pStyle") or "",
        )

    def restarts_behind(self, used: int, own: int) -> bool:
        """Whether this level, number ``own`` from 0, starts anew behind a paragraph of the higher level ``used``."""
        stated = self.restart if self.restart is not None and 0 <= self.restart <= own else own
        return used < stated


_UNDEFINED = Level()


class NumberedList(NamedTuple):
    """A ``w:num``: a list that paragraphs can belong to.

    Attributes:
        key: what its count is kept under: the id of its ``w:abstractNum``, or of an earlier one that is the same list to Word.
        levels: its levels by number, from 0.
        starts: by level, the number that its first paragraph gets whatever went before.
        single: whether it has but one level, whatever a paragraph says.
    """

    key: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]
    single: bool = False

    def level(self, number: int) -> Level:
        """A level; a plain one where the list does not define it."""
        return self.levels.get(number, _UNDEFINED)

    def start(self, level: int) -> int:
        """The number a level begins with whenever it starts anew."""
        return self.starts.get(level, self.level(level).start)

    def level_by_style(self, styles: tuple[Style, ...]) -> int:
        """The level of a paragraph that names none itself: the one linked to its style, or else the one that its style names."""
        linked = {level.style: number for number, level in self.levels.items() if level.style}
        for style in styles:
            if style.id in linked:
                return linked[style.id]
            if style.place.level is not None:
                return style.place.level
        return 0


def numbered_lists(root: Element | None, styles: Styles) -> dict[int, NumberedList]:
    """The lists of ``word/numbering.xml`` by their ``w:numId``, but for those that refer to nothing; none without such a part."""
    return _Definitions(root, styles).lists() if root is not None else {}


def _form(level: Element) -> str:
    """The format of a level: Word writes one that older programs do not know as a choice with a fallback."""
    choices = [choice for alternatives in level.all("mc:AlternateContent") for choice in alternatives.children]
    formats = [found for one in (*choices, level) if (found := one.child("w:numFmt")) is not None]
    for found in formats:
        custom = _CUSTOM.match(found.attributes.get("w:format", ""))
        if custom is not None:
            return custom[1]
    return formats[-1].attributes.get("w:val", "decimal") if formats else "decimal"


def _readable(level: Element, text: str, form: str) -> str:
    """The text of a level in characters that everyone has: signs that only a symbol font knows become a plain bullet."""
    run = level.child("w:rPr")
    if run is not None and run.on("w:vanish"):
        return ""
    if form != "bullet":
        return _PRIVATE.sub("•", text)
    if level.child("w:lvlPicBulletId") is not None:
        return "•"
    fonts = run.child("w:rFonts") if run is not None else None
    if fonts is not None and any(name.lower() in _SYMBOL_FONTS for name in fonts.attributes.values()):
        return _IN_SYMBOL_FONT.sub("•", text)
    return "○" if text == "o" else _PRIVATE.sub("•", text)  # the letter is what Word draws its second bullet with


class _Definitions:
    """The elements of ``word/numbering.xml`` while their references are followed."""

    def __init__(self, root: Element, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, Element] = {}
        self._by_style: dict[str, str] = {}
        self._nums: dict[int, Element] = {}
        self._levels: dict[str, Mapping[int, Level]] = {}
        self._same: dict[tuple[str, frozenset[tuple[int, Level]]], str] = {}
        for element in root.all("w:abstractNum"):
            key = element.attributes.get("w:abstractNumId", "").strip()
            self._abstracts.setdefault(key, element)
            self._by_style.setdefault(element.value("w:styleLink") or "", key)
        for element in root.all("w:num"):
            number = whole(element.attributes.get("w:numId"))
            if number is not None:
                self._nums.setdefault(number, element)

    def lists(self) -> dict[int, NumberedList]:
        made = {number: self._list(element) for number, element in self._nums.items()}
        return {number: numbered for number, numbered in made.items() if numbered is not None}

    def _list(self, num: Element) -> NumberedList | None:
        key = (num.value("w:abstractNumId") or "").strip()
        abstract = self._abstracts.get(key)
        if abstract is None:
            return None
        levels, starts = dict(self._levels_of(key)), {}
        for override in num.all("w:lvlOverride"):
            number = whole(override.attributes.get("w:ilvl"))
            if number is None or not 0 <= number < LEVELS:
                continue
            level, start = override.child("w:lvl"), whole(override.value("w:startOverride"))
            if level is not None:
                levels[number] = Level.of(level)
            if start is not None:
                starts[number] = max(start, 0)
        return NumberedList(
            self._key(key, abstract), levels, starts, abstract.value("w:multiLevelType") == "singleLevel"
        )

    def _key(self, key: str, abstract: Element) -> str:
        """What the count of an abstract list is kept under: to Word, copies that have kept its ``w:nsid`` are the same list."""
        name = (abstract.value("w:nsid") or "").strip("0 ")
        return self._same.setdefault((name, frozenset(self._levels_of(key).items())), key) if name else key

    def _levels_of(self, key: str, depth: int = 0) -> Mapping[int, Level]:
        """The levels of an abstract list: its own, or those of the list style it stands for."""
        if key not in self._levels:
            abstract = self._abstracts.get(key)
            levels = _levels(abstract) if abstract is not None else {}
            style = abstract.value("w:numStyleLink") if abstract is not None else None
            if style and not levels and depth < _NESTED:
                levels = self._levels_of(self._styled(style), depth + 1)
            self._levels[key] = levels
        return self._levels[key]

    def _styled(self, style_id: str) -> str:
        """The abstract list that defines a list style."""
        if style_id in self._by_style:
            return self._by_style[style_id]
        place = self._styles.numbering(style_id)
        num = self._nums.get(place.number or 0) if place is not None else None
        return (num.value("w:abstractNumId") or "").strip() if num is not None else ""


def _levels(abstract: Element) -> Mapping[int, Level]:
    """The levels that stand in an abstract list."""
    levels: dict[int, Level] = {}
    for element in abstract.all("w:lvl"):
        number = whole(element.attributes.get("w:ilvl"))
        if number is not None and 0 <= number < LEVELS:
            levels.setdefault(number, Level.of(element))
    return levels
