"""The words of the draft in messages: personal numbers masked, long quotations cut, places said in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from disclosure_grammar.source import Span
from disclosure_grammar.tree import Document
from disclosure_lint.diagnostic import Other, Place
from disclosure_lint.mask import Masker
from disclosure_lint.rule import Draft, Fix, Related, Safety, Text, Value

if TYPE_CHECKING:
    from disclosure_lint.where import Where

_QUOTE_HEAD, _QUOTE_TAIL = 30, 14
_LINE_BREAK = r"[ \t\u3000]*[\r\n\v]+[ \t\u3000]*"


class Words:
    """Puts the words of the draft into messages, personal numbers masked and long quotations cut in the middle."""

    def __init__(self, draft: Draft, masker: Masker) -> None:
        self.masker = masker
        self.plans = tuple(Other(plan.source, plan.facts.personal) for plan in draft.plans)
        self.plan_maskers = tuple(Masker(*plan) for plan in self.plans)
        self._layout = draft.source.layout
        self._where = _finder(draft.document, masker)
        self._where_in_plans = tuple(
            _finder(plan.document, its) for plan, its in zip(draft.plans, self.plan_maskers, strict=True)
        )

    def fill(self, text: Text, fields: Mapping[str, Value], plan: int | None = None) -> Text:
        """A message with its fields filled in; spans are places of the draft, or of one of its plans."""
        return Text(
            text.zh.format(**{name: self._word(value, "zh", plan) for name, value in fields.items()}),
            text.en.format(**{name: self._word(value, "en", plan) for name, value in fields.items()}),
        )

    def place(self, related: Related) -> Place:
        """A related place, ready to show."""
        plan = related.plan
        words = self.fill(related.message, related.fields, plan)
        if plan is None:
            return Place(related.span, words, where=self.where(related.span))
        finder = self._where_in_plans[plan]
        return Place(related.span, words, self.plans[plan], finder.of(related.span) if finder else None)

    def where(self, span: Span | None) -> Text | None:
        """Where a place of the draft is, for a draft whose lines nobody sees."""
        return self._where.of(span) if self._where else None

    def values(self, values: Mapping[str, str] | None) -> Mapping[str, str] | None:
        """What was compared."""
        return None if values is None else {name: self._masked(value) for name, value in values.items()}

    def fix(self, fix: Fix | None) -> Fix | None:
        """A fix whose title may be shown; its edits stay exact, for they go into the draft.

        One that would change what stands in no file, such as an automatic number, can only be shown; of independent edits those are left out.
        """
        if fix is None:
            return None
        title = Text(self._masked(fix.title.zh), self._masked(fix.title.en))
        possible = tuple(edit for edit in fix.edits if not self._layout.is_generated(edit.span))
        if len(possible) == len(fix.edits):
            return fix._replace(title=title)
        if fix.independent and possible:
            return fix._replace(title=title, edits=possible)
        return fix._replace(title=title, safety=Safety.DISPLAY)

    def _word(self, value: Value, language: str, plan: int | None) -> str | int:
        if isinstance(value, Span):
            return shortened((self.masker if plan is None else self.plan_maskers[plan]).slice(value))
        if isinstance(value, Text):
            return self._masked(value.lang(language))
        return self._masked(value) if isinstance(value, str) else value

    def _masked(self, text: str) -> str:
        """Words without the personal numbers of any of the drafts."""
        for masker in (self.masker, *self.plan_maskers):
            text = masker.text(text)
        return text


def shortened(quote: str) -> str:
    """A quotation on one line, cut in the middle where it is long."""
    quote = re.sub(_LINE_BREAK, "", quote)
    if len(quote) <= _QUOTE_HEAD + _QUOTE_TAIL + 2:
        return quote
    return f"{quote[:_QUOTE_HEAD]}……{quote[-_QUOTE_TAIL:]}"


def _finder(document: Document, masker: Masker) -> Where | None:
    """What says where places of a draft are; None for plain text, whose lines are seen."""
    if document.source.layout.format == "text":
        return None
    from disclosure_lint.where import Where

    return Where(document, masker)
