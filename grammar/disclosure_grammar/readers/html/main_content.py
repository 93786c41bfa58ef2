"""Which lines of a page are the document, and which belong to the site around it.

The document is where the sentences are: the smallest block that holds nearly all of them. Around it a line is kept for what it says and for
where it stands: the title and what follows it above the sentences; signature, date, contact details, an annex below them. What is left out
must show that it belongs to the site: by its element (``nav``), by the name of its class, by being links, or by what only sites say. When in
doubt a line is kept; the rules report what looks as if it came along from a site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import accumulate

from disclosure_grammar.readers.html import signs
from disclosure_grammar.readers.html.flow import Page
from disclosure_grammar.readers.html.line import Box, Line


class Place(Enum):
    """Where a line of a page belongs."""

    DOCUMENT = auto()
    RESIDUE = auto()  # of the site, in the middle of the document
    MARGIN = auto()  # what the site says of the document: source, day of publication
    SITE = auto()


_NEARLY_ALL = 0.9  # of the sentences stand in the document
_NAMED = 0.6  # suffice where the page names its article
_TOO_MUCH = 0.3  # of the sentences do not stand in a part of the site
_LINKS = 0.5  # of the characters of a list of links lead elsewhere


def places(page: Page) -> list[Place]:
    """Where each line of a page belongs.

    All belong to the document where no sentence tells where it is, and where a word processor wrote the page.
    """
    if any(map(signs.is_section_of_word, page.box.children)):
        return [Place.DOCUMENT] * len(page.lines)
    return _Selection(page).places()


class _Selection:
    def __init__(self, page: Page) -> None:
        self._lines = page.lines
        weights = list(map(signs.weight, page.lines))
        self._all = _sums(weights)
        self._sizes = _sums(line.size for line in page.lines)
        self._linked = _sums(line.linked for line in page.lines)
        self._site = self._parts_of_site(page.box)
        self._sentences = _sums(0 if part else weight for weight, part in zip(weights, self._site, strict=True))
        self._container = self._find(page.box)
        self._path = set(_around(self._container))
        self._judged: dict[Box, bool] = {}

    def places(self) -> list[Place]:
        """The places of all lines."""
        sentences = [n for n in range(self._container.first, self._container.last) if self._is_sentence(n)]
        if not sentences:
            return [Place.DOCUMENT] * len(self._lines)
        first, last = sentences[0], max([sentences[-1], *filter(self._is_sentence, self._beside())])
        title = self._title(first)
        return [
            self._above(number, title)
            if number < first
            else self._below(number)
            if number > last
            else self._between(number)
            for number in range(len(self._lines))
        ]

    # ---- where the document is ----

    def _parts_of_site(self, root: Box) -> list[Box | None]:
        """For each line the outermost part of the site it stands in, or None."""
        found: list[Box | None] = [None] * len(self._lines)
        stack = [root]
        while stack:
            box = stack.pop()
            if self._is_site(box) and _sum(self._all, box) <= _TOO_MUCH * self._all[-1]:
                found[box.first : box.last] = [box] * (box.last - box.first)
            else:
                stack.extend(box.children)
        return found

    def _is_site(self, box: Box) -> bool:
        return signs.is_site(box) or (box.last > box.first and signs.says_more(self._lines[box.first].text))

    def _find(self, root: Box) -> Box:
        """The smallest block that holds nearly all sentences."""
        box, whole = root, self._sentences[-1]
        while True:
            largest = max(box.children, key=lambda child: _sum(self._sentences, child), default=None)
            if largest is None or largest.element.name not in signs.HOLDERS or self._is_of_table(largest):
                return box
            share = _sum(self._sentences, largest)
            if not share or share < (_NAMED if signs.is_article(largest) else _NEARLY_ALL) * whole:
                return box
            box, whole = largest, share

    def _is_of_table(self, box: Box) -> bool:
        """Whether a block is a table of data or in one."""
        return (
            box.element.name in ("table", "tr", "td")
            and box.last > box.first
            and self._lines[box.last - 1].row is not None
        )

    def _beside(self) -> range:
        """The lines of the block around the container; of the page itself none are taken on trust."""
        around = self._container.parent
        return range(around.first, around.last) if around is not None and around.parent is not None else range(0)

    def _is_sentence(self, number: int) -> bool:
        return self._sentences[number + 1] > self._sentences[number]

    # ---- above the first sentence ----

    def _title(self, first: int) -> int | None:
        """The line that is the title of the document, where there is one; of several that may be, the last."""
        scores = [(self._title_score(number), number) for number in range(first)]
        score, number = max(scores, default=(0, 0))
        return number if score > 0 else None

    def _title_score(self, number: int) -> int:
        """How much says that a line is the title; 0 or less where it is none."""
        line = self._lines[number]
        words = line.text.strip()
        if not words or len(words) > signs.SHORT or self._is_out(number) or signs.says_site(words):
            return 0
        if line.linked and signs.says_path(words):
            return 0
        said = signs.says_title(words)
        if _is_link(line) and not line.heading:
            return int(said)
        around = list(self._outside(line.box))
        named = line.heading == 1 or any(map(signs.is_title, around))
        score = (3 if said else 0) + (3 if named else 1 if line.heading else 0)
        score -= 2 * any(map(signs.is_banner, around))
        return score + (score > 0 and self._in_container(number))

    def _above(self, number: int, title: int | None) -> Place:
        """The place of a line in front of the first sentence."""
        line = self._lines[number]
        words = line.text.strip()
        if self._is_out(number) or (self._leads_away(line) and number != title):
            return Place.SITE
        if self._in_container(number):
            if self._is_data(line) or signs.says_published(words):
                return Place.MARGIN
            return Place.SITE if title is not None and number < title and signs.says_site(words) else Place.DOCUMENT
        if title is not None and number < title and not self._belongs_to_title(number, title):
            return Place.SITE
        if self._is_sentence(number):
            return Place.DOCUMENT
        if signs.says_data(words) or self._is_data(line):
            return Place.MARGIN
        return Place.SITE if signs.says_site(words) else Place.DOCUMENT

    def _is_out(self, number: int) -> bool:
        """Whether a line stands in a part of the site; the name of a class does not count against a title."""
        box, line = self._site[number], self._lines[number]
        return box is not None and (signs.is_surely_site(box) or line.linked > 0 or not signs.says_title(line.text))

    def _leads_away(self, line: Line) -> bool:
        """Whether a line that is no heading is links, or the way to the page."""
        return not line.heading and (_is_link(line) or (line.linked > 0 and signs.says_path(line.text)))

    def _belongs_to_title(self, number: int, title: int) -> bool:
        """Whether a line above the one taken for the title is a line of it as well."""
        line = self._lines[number]
        return line.box is self._lines[title].box and not line.linked

    def _is_data(self, line: Line) -> bool:
        """Whether the page itself calls a line data about the document."""
        words = line.text.strip()
        return (signs.says_data(words) or signs.says_day(words)) and any(map(signs.is_data, self._outside(line.box)))

    # ---- among and below the sentences ----

    def _between(self, number: int) -> Place:
        """The place of a line between the first and the last sentence."""
        box = self._site[number]
        if box is None:
            return Place.DOCUMENT
        if not self._in_container(number):
            return Place.SITE
        return Place.RESIDUE if signs.is_surely_site(box) else Place.DOCUMENT

    def _below(self, number: int) -> Place:
        """The place of a line behind the last sentence."""
        line = self._lines[number]
        words = line.text.strip()
        part = self._site[number]
        if part is not None:
            return Place.DOCUMENT if self._is_document(part) else Place.SITE
        if _is_link(line):
            return Place.DOCUMENT if signs.says_annex(words) else Place.SITE
        part = self._block(number)
        if part is None:
            return Place.MARGIN if self._is_data(line) else Place.DOCUMENT
        if not self._is_document(part) or signs.says_site(words):
            return Place.MARGIN if signs.says_data(words) else Place.SITE
        return Place.DOCUMENT

    def _block(self, number: int) -> Box | None:
        """The largest block around a line that does not hold the container; None for a line in it or in a block around it."""
        outside = None if self._in_container(number) else list(self._outside(self._lines[number].box))
        return outside[-1] if outside else None

    def _is_document(self, box: Box) -> bool:
        """Whether a block below the sentences belongs to the document: it says what documents close with, and nothing sites do."""
        if box not in self._judged:
            lines = [line.text.strip() for line in self._lines[box.first : box.last]]
            if any(map(signs.says_foot, lines)):
                judged = False
            elif _sum(self._linked, box) > _LINKS * _sum(self._sizes, box):
                judged = any(map(signs.says_annex, lines))
            else:
                judged = _sum(self._sentences, box) > 0 or any(map(signs.says_close, lines))
            self._judged[box] = judged
        return self._judged[box]

    def _outside(self, box: Box) -> Iterator[Box]:
        """A block and those around it, as far as they do not hold the container."""
        while box not in self._path and box is not self._container:
            yield box
            if box.parent is None:
                return
            box = box.parent

    def _in_container(self, number: int) -> bool:
        return self._container.first <= number < self._container.last


def _sums(values: Iterable[int]) -> list[int]:
    return list(accumulate(values, initial=0))


def _sum(sums: Sequence[int], box: Box) -> int:
    return sums[box.last] - sums[box.first]


def _is_link(line: Line) -> bool:
    return line.linked * 2 > len(line.text.strip())


def _around(box: Box) -> Iterator[Box]:
    while box.parent is not None:
        box = box.parent
        yield box
