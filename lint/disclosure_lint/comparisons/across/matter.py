"""Whether a plan and a disclosure can be about one matter: whoever checks a whole folder together has plans of many bodies in it."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.tree import Document, Kind
from disclosure_lint.facts import Facts
from disclosure_lint.facts.parties.bodies import differ, in_title


def apart(disclosure: Document, facts: Facts, plan: Document, plan_facts: Facts) -> bool:
    """Whether the two drafts surely come from different bodies: every name in the one differs from every name in the other."""
    ours, theirs = list(_names(disclosure, facts)), list(_names(plan, plan_facts))
    return bool(ours) and bool(theirs) and all(differ(one, other) for one in ours for other in theirs)


def _names(document: Document, facts: Facts) -> Iterator[str]:
    """The bodies that the title and the signature name."""
    for title in document.of(Kind.TITLE):
        body = in_title(title.prose)
        if body is not None:
            yield body.name
    for span in facts.signature.bodies:
        yield document.source.slice(span)
