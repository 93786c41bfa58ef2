"""Where on a page the document is: the smallest block that holds nearly all of its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from disclosure_grammar.readers.html import signs
from disclosure_grammar.readers.html.flow import Page
from disclosure_grammar.readers.html.line import Box

_NEARLY_ALL = 0.9  # of the sentences stand in the document
_NAMED = 0.6  # suffice where the page names its article
_TOO_MUCH = 0.3  # of the sentences do not stand in a part of the site
_TEASERS = 3  # links at least, and as many of them as sentences
_COPIED = 3  # sentences at least: a paragraph that was pasted twice is the draft's own fault


class Regions:
    """The document of a page and the parts of the site around it.

    Attributes:
        lines: those of the page.
        site: for each line the outermost part of the site it stands in, or None.
        copies: the parts of the site that say the document once more, for other screens.
        container: the block that holds the document.
    """

    def __init__(self, page: Page) -> None:
        self.lines = page.lines
        self._weights = list(map(signs.weight, page.lines))
        self._all = _sums(self._weights)
        self._links = _sums(map(signs.is_link, page.lines))
        self._any = _sums(weight > 0 for weight in self._weights)
        self.site = self._parts_of_site(page.box)
        self._sentences = self._sums_outside_site()
        self.copies = frozenset(self._copies(page.box))
        for copy in self.copies:
            self.site[copy.first : copy.last] = [copy] * (copy.last - copy.first)
        self._sentences = self._sums_outside_site()
        self.container = self._find(page.box)
        self._path = set(_around(self.container))

    def is_sentence(self, number: int) -> bool:
        """Whether a line is a sentence, or a row of a table, and outside the parts of the site."""
        return self._sentences[number + 1] > self._sentences[number]

    def in_container(self, number: int) -> bool:
        """Whether a line stands in the block that holds the document."""
        return self.container.first <= number < self.container.last

    def outside(self, box: Box) -> Iterator[Box]:
        """A block and those around it, as far as they do not hold the container."""
        while box not in self._path and box is not self.container:
            yield box
            if box.parent is None:
                return
            box = box.parent

    def beside(self) -> range:
        """The lines of the block around the container; of the page itself none are taken on trust."""
        around = self.container.parent
        return range(around.first, around.last) if around is not None and around.parent is not None else range(0)

    def _sums_outside_site(self) -> list[int]:
        return _sums(0 if part else weight for weight, part in zip(self._weights, self.site, strict=True))

    def _parts_of_site(self, root: Box) -> list[Box | None]:
        found: list[Box | None] = [None] * len(self.lines)
        stack = [root]
        while stack:
            box = stack.pop()
            if self._is_site(box) and _sum(self._all, box) <= _TOO_MUCH * self._all[-1]:
                found[box.first : box.last] = [box] * (box.last - box.first)
            else:
                stack.extend(box.children)
        return found

    def _is_site(self, box: Box) -> bool:
        if signs.is_site(box) or self._has_teasers(box):
            return True
        return box.last > box.first and signs.says_more(self.lines[box.first].text)

    def _has_teasers(self, box: Box) -> bool:
        """Whether a block leads to other pages and tells a little of each."""
        links = _sum(self._links, box)
        if links < _TEASERS or not 0 < _sum(self._any, box) <= links:
            return False
        lines = self.lines[box.first : box.last]
        return not any(signs.says_close(line.text.strip()) for line in lines if not signs.is_link(line))

    def _copies(self, root: Box) -> list[Box]:
        """The blocks that say once more what the one beside them says, where that is nearly all the page says."""
        box, whole = root, self._sentences[-1]
        while box.children:
            largest = max(box.children, key=self._share)
            if self._share(largest) < _NEARLY_ALL * whole:
                copies = self._like(largest, box.children)
                held = sum(map(self._share, (largest, *copies)))
                return copies if held >= _NEARLY_ALL * whole else []
            box = largest
        return []

    def _like(self, box: Box, others: Iterable[Box]) -> list[Box]:
        """Those of some blocks that have the same sentences as another one."""
        own = set(self._texts(box))
        most = _NEARLY_ALL * self._share(box)
        alike = (other for other in others if other is not box and self._share(other) >= most)
        return [other for other in alike if len(texts := self._texts(other)) >= _COPIED and own.issuperset(texts)]

    def _share(self, box: Box) -> int:
        return _sum(self._sentences, box)

    def _texts(self, box: Box) -> list[str]:
        return [self.lines[number].text.strip() for number in range(box.first, box.last) if self.is_sentence(number)]

    def _find(self, root: Box) -> Box:
        """The smallest block that holds nearly all sentences."""
        box, whole = root, self._sentences[-1]
        while True:
            largest = max(box.children, key=self._share, default=None)
            if largest is None or largest.element.name not in signs.HOLDERS or self._is_of_table(largest):
                return box
            share = self._share(largest)
            if not share or share < (_NAMED if signs.is_article(largest) else _NEARLY_ALL) * whole:
                return box
            box, whole = largest, share

    def _is_of_table(self, box: Box) -> bool:
        """Whether a block is a table of data or in one."""
        return (
            box.element.name in ("table", "tr", "td")
            and box.last > box.first
            and self.lines[box.last - 1].row is not None
        )


def _sums(values: Iterable[int]) -> list[int]:
    return list(accumulate(values, initial=0))


def _sum(sums: Sequence[int], box: Box) -> int:
    return sums[box.last] - sums[box.first]


def _around(box: Box) -> Iterator[Box]:
    while box.parent is not None:
        box = box.parent
        yield box
