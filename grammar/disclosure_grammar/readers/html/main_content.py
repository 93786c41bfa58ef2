"""Which lines of a page are the document, and which belong to the site around it.

The document is where the sentences are: the smallest block that holds nearly all of them. Around it a line is kept for what it says and for
where it stands: the title and what follows it above the sentences; signature, date, contact details, an annex below them. What is left out
must show that it belongs to the site: by its element (``nav``), by the name of its class, by being links, or by what only sites say. When in
doubt a line is kept; the rules report what looks as if it came along from a site.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto

from disclosure_grammar.readers.html import signs
from disclosure_grammar.readers.html.flow import Page
from disclosure_grammar.readers.html.line import Box, Line
from disclosure_grammar.readers.html.regions import Regions


class Place(Enum):
    """Where a line of a page belongs."""

    DOCUMENT = auto()
    RESIDUE = auto()  # of the site, in the middle of the document
    MARGIN = auto()  # what the site says of the document: source, day of publication
    SITE = auto()


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
        self._regions = Regions(page)
        self._site = self._regions.site
        self._annexes = set(self._list_annexes())
        self._judged: dict[Box, bool] = {}
        self._reached = self._signed = len(page.lines)

    def places(self) -> list[Place]:
        """The places of all lines."""
        regions = self._regions
        sentences = [n for n in range(regions.container.first, regions.container.last) if regions.is_sentence(n)]
        if not sentences:
            return [Place.DOCUMENT] * len(self._lines)
        first, last = sentences[0], max([sentences[-1], *filter(regions.is_sentence, regions.beside())])
        self._see_how_it_closes(first, last)
        title = self._title(first)
        return [
            Place.SITE
            if self._site[number] in regions.copies
            else self._above(number, title)
            if number < first
            else self._below(number)
            if number > last
            else self._between(number)
            for number in range(len(self._lines))
        ]

    def _see_how_it_closes(self, first: int, last: int) -> None:
        """Find the lines in which the document says how to reach the office and who signs it, outside the parts of the site."""
        for number in range(len(self._lines) - 1, first - 1, -1):
            words = self._lines[number].text.strip()
            if self._site[number] is None:
                if signs.says_contact(words):
                    self._reached = number
                if signs.says_signed(words) if number > last else signs.says_dated(words):
                    self._signed = number

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
        if signs.is_link(line) and not line.heading:
            return int(said)
        around = list(self._regions.outside(line.box))
        named = line.heading == 1 or any(map(signs.is_title, around))
        score = (3 if said else 0) + (3 if named else 1 if line.heading else 0)
        score -= 2 * any(map(signs.is_banner, around))
        return score + (score > 0 and self._regions.in_container(number))

    def _above(self, number: int, title: int | None) -> Place:
        """The place of a line in front of the first sentence."""
        line = self._lines[number]
        words = line.text.strip()
        if self._is_out(number) or (self._leads_away(line) and number != title):
            return Place.SITE
        if self._regions.in_container(number):
            if self._is_data(line) or signs.says_published(words):
                return Place.MARGIN
            return Place.SITE if title is not None and number < title and signs.says_site(words) else Place.DOCUMENT
        if title is not None and number < title and not self._belongs_to_title(number, title):
            return Place.SITE
        if self._regions.is_sentence(number):
            return Place.DOCUMENT
        if signs.says_data(words) or signs.says_published(words) or self._is_data(line):
            return Place.MARGIN
        return Place.SITE if signs.says_site(words) else Place.DOCUMENT

    def _is_out(self, number: int) -> bool:
        """Whether a line stands in a part of the site; the name of a class does not count against a title."""
        box, line = self._site[number], self._lines[number]
        return box is not None and (signs.is_surely_site(box) or line.linked > 0 or not signs.says_title(line.text))

    def _leads_away(self, line: Line) -> bool:
        """Whether a line that is no heading is links, or the way to the page."""
        return not line.heading and (signs.is_link(line) or (line.linked > 0 and signs.says_path(line.text)))

    def _belongs_to_title(self, number: int, title: int) -> bool:
        """Whether a line above the one taken for the title is a line of it as well."""
        line = self._lines[number]
        return line.box is self._lines[title].box and not line.linked

    def _is_data(self, line: Line) -> bool:
        """Whether the page itself calls a line data about the document."""
        words = line.text.strip()
        return (signs.says_data(words) or signs.says_day(words)) and any(
            map(signs.is_data, self._regions.outside(line.box))
        )

    # ---- among and below the sentences ----

    def _between(self, number: int) -> Place:
        """The place of a line between the first and the last sentence."""
        box = self._site[number]
        if box is None:
            return Place.DOCUMENT
        if not self._regions.in_container(number):
            return Place.SITE
        return Place.RESIDUE if signs.is_surely_site(box) else Place.DOCUMENT

    def _below(self, number: int) -> Place:
        """The place of a line behind the last sentence."""
        line = self._lines[number]
        words = line.text.strip()
        part = self._site[number]
        if part is not None:
            return Place.DOCUMENT if self._is_document(part) else Place.SITE
        if signs.is_link(line):
            return Place.DOCUMENT if number in self._annexes else Place.SITE
        if line.linked and signs.says_site(words):
            return Place.SITE
        part = self._block(number)
        if part is None:
            return Place.MARGIN if self._is_data(line) else Place.DOCUMENT
        if not self._is_document(part) or signs.says_site(words):
            return Place.MARGIN if signs.says_data(words) else Place.SITE
        return Place.DOCUMENT

    def _block(self, number: int) -> Box | None:
        """The largest block around a line that does not hold the container; None for a line in it or in a block around it."""
        if self._regions.in_container(number):
            return None
        return next(reversed(list(self._regions.outside(self._lines[number].box))), None)

    def _is_document(self, box: Box) -> bool:
        """Whether a block below the sentences belongs to the document: it says what documents close with, and nothing sites do."""
        if box not in self._judged:
            self._judged[box] = self._judge(box)
        return self._judged[box]

    def _judge(self, box: Box) -> bool:
        lines = self._lines[box.first : box.last]
        if any(signs.says_foot(line.text) for line in lines):
            return False
        if sum(line.linked for line in lines) > _LINKS * sum(line.size for line in lines):
            return any(signs.says_annex(line.text.strip()) for line in lines)
        if any(map(self._regions.is_sentence, range(box.first, box.last))):
            return True
        return self._closes(box, [line.text.strip() for line in lines if not signs.is_link(line)])

    def _closes(self, box: Box, texts: Sequence[str]) -> bool:
        """Whether a block says what documents close with; a part of the site must not only say it again."""
        known = box.first if self._site[box.first] is box else 0
        return (
            any(map(signs.says_end, texts))
            or (self._reached >= known and any(map(signs.says_contact, texts)))
            or (self._signed >= known and any(map(signs.says_signed, texts)))
        )

    def _list_annexes(self) -> Iterator[int]:
        """The lines that name annexes, and the links in a row below one."""
        before = -1
        for number, line in enumerate(self._lines):
            words = line.text.strip()
            goes_on = before == number - 1 >= 0 and (not words or (signs.is_link(line) and not signs.says_site(words)))
            if signs.says_annex(words) or (
                goes_on and (signs.says_item(words) or self._block(number) is self._block(before))
            ):
                before = number
                yield number
