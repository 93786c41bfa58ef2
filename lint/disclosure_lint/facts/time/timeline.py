"""The dates of a draft with the years and months they leave out.

今年 is counted from the signing date. A bare 8月22日 takes the year of its sentence, else of the same day named elsewhere before,
else of its paragraph, else the one that puts it next before the signing date or next after the feedback. Where none of these
is to be had the year stays open: a date without a year is better than one with the wrong year.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from disclosure_grammar.source import Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.model import Period, When
from disclosure_lint.facts.time import calendar
from disclosure_lint.facts.time.dates import FROM_TEXT, Found, Mention, find, month_offset, year_offset
from disclosure_lint.facts.time.milestones import signing_of

_AHEAD = ("前", "之前", "以前", "底前", "完成", "内完成")
_FED_BACK = "反馈"
_SIGHT = 60  # how far behind a date the verb may stand that says what happened then


class Timeline(NamedTuple):
    """All dates and ranges of a draft, in the order of the text."""

    dates: tuple[When, ...]
    periods: tuple[Period, ...]


def build(document: Document) -> Timeline:
    """Find and resolve the dates of a draft."""
    found = [(leaf, each) for leaf in document.prose if (each := find(leaf.text)).mentions]
    resolver = _resolver(document, found)
    dates: list[When] = []
    periods: list[Period] = []
    for leaf, each in found:
        whens = resolver.resolve(leaf, each)
        dates.extend(whens)
        for start, end in each.ranges:
            first, last = whens[start], whens[end]
            periods.append(Period(first.span.to(last.span), leaf, first, last))
    return Timeline(tuple(dates), tuple(periods))


def _resolver(document: Document, found: Sequence[tuple[Node, Found]]) -> _Resolver:
    """A resolver that counts from the milestones that are dated in full."""
    full: list[When] = []
    feedback: date | None = None
    for leaf, each in found:
        closing = {end for _, end in each.ranges}
        for index, mention in enumerate(each.mentions):
            if mention.year and mention.month and mention.day:
                full.append(_when(leaf, mention, mention.year, mention.month))
                if feedback is None and index not in closing and _before_feedback(leaf, each, index):
                    feedback = full[-1].first
    signing = signing_of(document, [when for when in full if when.first])
    return _Resolver(signing and signing.first, feedback)


def _before_feedback(leaf: Node, found: Found, index: int) -> bool:
    """Whether a date stands, in the sentence that tells of the feedback, where no other year comes between."""
    if leaf.kind in (Kind.DATE, Kind.HEADING):
        return False
    start = found.mentions[index].end
    told = leaf.text.find(_FED_BACK, start, start + _SIGHT)
    if told < 0 or any(mark in leaf.text[start:told] for mark in "。！？"):
        return False
    return not any(mention.year for mention in found.mentions[index + 1 :] if mention.start < told)


def _when(leaf: Node, mention: Mention, year: int | None, month: int | None) -> When:
    """A mention as a date, with the year and month it states or inherits."""
    first, last = calendar.days(year, month, mention.day, mention.part) or (None, None)
    return When(
        leaf.prose.span(mention.start, mention.end),
        leaf,
        year,
        month,
        mention.day,
        mention.precision,
        first,
        last,
        inherited=mention.year is None and year is not None,
        relative=mention.word,
    )


@dataclass(slots=True)
class _Resolver:
    """What the text has said about years so far: in the draft, in the paragraph, in the sentence."""

    signing: date | None
    feedback: date | None
    named: dict[tuple[int | None, int | None], int] = field(default_factory=dict)
    last: int | None = None
    told: int | None = None  # the year of the date before, in this paragraph
    lent: int | None = None  # the last year of this paragraph that a bare date can take
    lent_here: int | None = None  # the same in this sentence
    ended: When | None = None  # the end of the range that stands just before, in this paragraph

    def resolve(self, leaf: Node, found: Found) -> list[When]:
        """The dates of one leaf."""
        self.told = self.lent = self.lent_here = self.ended = None
        whens: list[When] = []
        closing = dict(found.ranges)
        opening = {end: start for start, end in found.ranges}
        at = 0
        for index, mention in enumerate(found.mentions):
            if any(mark in leaf.text[at : mention.start] for mark in "。！？"):
                self.lent_here = None
            at = mention.end
            opener = whens[opening[index]] if index in opening else None
            closer = found.mentions[closing[index]] if index in closing else None
            when = self._when(leaf, mention, opener, closer)
            whens.append(when)
            self._remember(mention, when, opener)
        return whens

    def _remember(self, mention: Mention, when: When, opener: When | None) -> None:
        self.ended = when if opener is not None else None
        if when.year is None:
            return
        self.told = when.year
        if mention.lends:
            self.last = when.year
            if when.month is not None:
                self.named[when.month, when.day] = when.year
            if mention.year or mention.word or (opener is not None and self.lent_here == opener.year):
                self.lent = self.lent_here = when.year  # what follows a range over New Year goes on in the new one

    def _when(self, leaf: Node, mention: Mention, opener: When | None, closer: Mention | None) -> When:
        year, month = mention.year, mention.month
        if mention.word:
            year, month = self._relative(mention)
        elif year is None:
            year = self._inherit(leaf.text, mention, opener, closer)
            if opener is not None and month is None and mention.day is not None:
                month = opener.month
        return _when(leaf, mention, year, month)

    def _relative(self, mention: Mention) -> tuple[int | None, int | None]:
        """The year and month that 今年, 同年, 上月 stand for."""
        signed = self.signing
        shift = year_offset(mention.word)
        if shift is not None:
            base = self.told if mention.word in FROM_TEXT else None
            if base is None and signed is not None and mention.word not in FROM_TEXT - {"当年"}:
                base = signed.year
            return (None if base is None else base + shift), mention.month
        months = month_offset(mention.word)
        there = calendar.add_months(signed.replace(day=1), months) if signed and months is not None else None
        return (there.year, there.month) if there else (None, None)

    def _inherit(self, text: str, mention: Mention, opener: When | None, closer: Mention | None) -> int | None:
        """The year of a date that names none."""
        if opener is not None:
            return _following(opener, mention)
        if closer is not None and closer.year is not None:
            return closer.year
        if self.lent_here is not None:
            return self._fed_back_after(text, mention, self.lent_here)
        if (mention.month, mention.day) in self.named:
            return self.named[mention.month, mention.day]
        if self.lent is not None:
            return self._fed_back_after(text, mention, self.lent)
        return self._by_milestones(text, mention)

    def _fed_back_after(self, text: str, mention: Mention, year: int) -> int:
        """The year lent, or the next where the findings of an inspection that has just been named were fed back."""
        ended, days = self.ended, calendar.days(year, mention.month, mention.day, mention.part)
        if ended is None or ended.first is None or days is None or days[1] >= ended.first:
            return year
        after = calendar.days(year + 1, mention.month, mention.day, mention.part)
        if _FED_BACK not in text[mention.end : mention.end + _SIGHT // 2] or after is None:
            return year
        return year if self.signing is not None and after[0] > self.signing else year + 1

    def _by_milestones(self, text: str, mention: Mention) -> int | None:
        if self.signing is not None:
            year = self.signing.year
            days = calendar.days(year, mention.month, mention.day, mention.part)
            ahead = mention.part in ("年底", "年末", "年内") or text.startswith(_AHEAD, mention.end)
            return year if ahead or (days is not None and days[0] <= self.signing) else None
        if self.feedback is not None and mention.month is not None:
            days = calendar.days(self.feedback.year, mention.month, mention.day, mention.part)
            return days and (self.feedback.year if days[1] >= self.feedback else self.feedback.year + 1)
        return self.last if mention.month is not None else None


def _following(opener: When, mention: Mention) -> int | None:
    """The year of a range's end: that of its start, or the next where the range runs over New Year."""
    if opener.year is None or opener.month is None or mention.month is None or opener.month > 12:
        return opener.year
    over = (mention.month - opener.month) % 12
    return opener.year + 1 if mention.month < opener.month and over <= 6 else opener.year


def inside(dates: Iterable[When], span: Span) -> list[When]:
    """The dates that stand within a stretch."""
    return [when for when in dates if span.contains(when.span)]
