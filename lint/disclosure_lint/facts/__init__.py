"""What a draft states, found in its tree. Each kind of fact is worked out on first use, by a module of its own."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from disclosure_grammar.tree import Document
from disclosure_lint.facts import model

if TYPE_CHECKING:
    from disclosure_lint.facts.citations.variants import Variant
    from disclosure_lint.facts.expressions.running import RunningText
    from disclosure_lint.facts.headings.numbering import Numbering
    from disclosure_lint.facts.marks.endings import OpenEnd
    from disclosure_lint.facts.marks.half_labels import HalfLabel
    from disclosure_lint.facts.marks.pairs import Pairs
    from disclosure_lint.facts.marks.paragraphs import Paragraph
    from disclosure_lint.facts.marks.repeats import Run
    from disclosure_lint.facts.marks.spaces import Gap
    from disclosure_lint.facts.marks.widths import Widths
    from disclosure_lint.facts.parties.signature import Signature
    from disclosure_lint.facts.plan.measures import Plan
    from disclosure_lint.facts.time.events import Event
    from disclosure_lint.facts.time.milestones import Milestones
    from disclosure_lint.facts.time.timeline import Timeline
    from disclosure_lint.facts.unfinished.open_work import OpenWork


class Facts:
    """The facts of one document, in the order of the text. Facts state; they do not judge."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def quantities(self) -> tuple[model.Quantity, ...]:
        """Counted numbers (27项, 近4000万元); fixed expressions and names of mechanisms are none."""
        from disclosure_lint.facts.figures.quantities import extract

        return extract(self._document)

    @cached_property
    def percentages(self) -> tuple[model.Percentage, ...]:
        """Percentages and differences in percentage points."""
        from disclosure_lint.facts.figures.percentages import extract

        return extract(self._document)

    @cached_property
    def quoted_lists(self) -> tuple[model.QuotedList, ...]:
        """Listed words that are counted right behind."""
        from disclosure_lint.facts.figures.quoted_lists import extract

        return extract(self._document)

    @cached_property
    def enumerations(self) -> tuple[model.Enumeration, ...]:
        """Runs of 一是…二是… and the like."""
        from disclosure_lint.facts.headings.enumerations import extract

        return extract(self._document)

    @cached_property
    def _timeline(self) -> Timeline:
        from disclosure_lint.facts.time.timeline import build

        return build(self._document)

    @property
    def dates(self) -> tuple[model.When, ...]:
        """Dates, with years and months inherited from the text before."""
        return self._timeline.dates

    @property
    def periods(self) -> tuple[model.Period, ...]:
        """Ranges of dates."""
        return self._timeline.periods

    @cached_property
    def milestones(self) -> Milestones:
        """The days that frame the draft: inspection, feedback, as-of date, signing."""
        from disclosure_lint.facts.time.milestones import extract

        return extract(self._document, self.dates, self.periods)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The dated steps from the inspection to the signing."""
        from disclosure_lint.facts.time.events import events

        return events(self._document, self.dates, self.milestones)

    @cached_property
    def durations(self) -> tuple[model.Duration, ...]:
        """Lengths of time."""
        from disclosure_lint.facts.time.durations import extract

        return extract(self._document)

    @cached_property
    def deadlines(self) -> tuple[model.Deadline, ...]:
        """Time limits, frequencies, and words that stand where a limit should."""
        from disclosure_lint.facts.time.deadlines import extract

        return extract(self._document, self.dates, self.durations, self.milestones)

    @cached_property
    def owners(self) -> tuple[model.Owner, ...]:
        """Responsible leaders and departments."""
        from disclosure_lint.facts.plan.owners import extract

        return extract(self._document)

    @cached_property
    def plan(self) -> Plan:
        """The measures of a plan, each with the time limit and the owner it has or inherits."""
        from disclosure_lint.facts.plan.measures import extract

        return extract(self._document, self.dates, self.durations, self.deadlines, self.owners, self.milestones)

    @cached_property
    def open_work(self) -> tuple[OpenWork, ...]:
        """What a disclosure says is not done yet, each with the time limit that serves it."""
        from disclosure_lint.facts.unfinished.open_work import extract

        return extract(self._document, self.deadlines, self.dates, self.milestones)

    @cached_property
    def contacts(self) -> tuple[model.Contact, ...]:
        """Phone numbers, addresses, mailboxes."""
        from disclosure_lint.facts.contacts.contacts import extract

        return extract(self._document)

    @cached_property
    def invitations(self) -> tuple[model.Invitation, ...]:
        """Sentences that ask the public to supervise and to report."""
        from disclosure_lint.facts.contacts.invitation import extract

        return extract(self._document)

    @cached_property
    def citations(self) -> tuple[model.Citation, ...]:
        """Titles in 《》."""
        from disclosure_lint.facts.citations.titles import extract

        return extract(self._document)

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """Titles under which the draft seems to cite one document twice."""
        from disclosure_lint.facts.citations.variants import find

        return find(self.citations)

    @cached_property
    def running_text(self) -> RunningText:
        """The prose in one piece, for words that are sought wherever they stand."""
        from disclosure_lint.facts.expressions.running import running_text

        return running_text(self._document.prose)

    @cached_property
    def personal(self) -> tuple[model.Personal, ...]:
        """What identifies a person: numbers, homes, informants, names among masked ones."""
        from disclosure_lint.facts.personal import extract

        return extract(self._document)

    @cached_property
    def numbering(self) -> Numbering:
        """How the draft numbers its headings, and where it breaks its own habit."""
        from disclosure_lint.facts.headings.numbering import Numbering

        return Numbering(self._document)

    @cached_property
    def signature(self) -> Signature:
        """Who signs, and when."""
        from disclosure_lint.facts.parties.signature import signature

        return signature(self._document)

    @cached_property
    def _paragraphs(self) -> tuple[Paragraph, ...]:
        from disclosure_lint.facts.marks.paragraphs import paragraphs

        return paragraphs(self._document)

    @cached_property
    def pairs(self) -> Pairs:
        """Quotation marks, brackets and book-title marks: which belong together, and which are out of balance."""
        from disclosure_lint.facts.marks.pairs import extract

        return extract(self._paragraphs)

    @cached_property
    def half_labels(self) -> tuple[HalfLabel, ...]:
        """Numbers that have lost one of their brackets."""
        from disclosure_lint.facts.marks.half_labels import extract

        return extract(self._paragraphs)

    @cached_property
    def widths(self) -> Widths:
        """The half-width marks among Chinese words, and how many full-width ones there are."""
        from disclosure_lint.facts.marks.widths import extract

        return extract(self._paragraphs, self.pairs)

    @cached_property
    def repeated_marks(self) -> tuple[Run, ...]:
        """Marks that follow one another where only one can stand."""
        from disclosure_lint.facts.marks.repeats import extract

        return extract(self._paragraphs)

    @cached_property
    def stray_spaces(self) -> tuple[Gap, ...]:
        """Spaces inside Chinese phrases."""
        from disclosure_lint.facts.marks.spaces import extract

        return extract(self._paragraphs)

    @cached_property
    def open_ends(self) -> tuple[OpenEnd, ...]:
        """Body paragraphs that just stop although their like end in a full stop."""
        from disclosure_lint.facts.marks.endings import extract

        return extract(self._document)
