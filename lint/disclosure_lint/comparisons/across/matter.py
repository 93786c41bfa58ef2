"""Whether a plan and a disclosure can be about one matter: whoever checks a whole folder together has plans of many bodies in it."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.tree import Document, Kind
from disclosure_lint.facts import Facts
from disclosure_lint.facts.parties.bodies import differ, in_title
from disclosure_lint.facts.time.milestones import Milestones


def apart(disclosure: Document, facts: Facts, plan: Document, plan_facts: Facts) -> bool:
    """Whether the two drafts are surely about different matters.

    Either every body that the one names differs from every body that the other names, or the plan was signed before the inspection
    began that the disclosure follows.
    """
    if _is_of_an_earlier_round(plan_facts.milestones, facts.milestones):
        return True
    ours, theirs = list(_names(disclosure, facts)), list(_names(plan, plan_facts))
    return bool(ours) and bool(theirs) and all(differ(one, other) for one in ours for other in theirs)


def _is_of_an_earlier_round(plan: Milestones, disclosure: Milestones) -> bool:
    signed, inspected = plan.signing, disclosure.inspection
    if signed is None or signed.last is None or inspected is None or inspected.start.first is None:
        return False
    return signed.last < inspected.start.first


def _names(document: Document, facts: Facts) -> Iterator[str]:
    """The bodies that the title and the signature name."""
    for title in document.of(Kind.TITLE):
        body = in_title(title.prose)
        if body is not None:
            yield body.name
    for span in facts.signature.bodies:
        yield document.source.slice(span)
