"""Who is responsible in a plan: for a measure, and in a clause that holds for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.figures.clauses import Clauses
from disclosure_lint.facts.model import Owner
from disclosure_lint.facts.plan.units import Unit, outside

_FOR_ALL = Pattern(
    r"(?:各项|各条|所有|全部|所列|以下|下列|上述|以上|每项|每条|逐项)[^，,。；;]{0,8}(?:任务|措施|问题|事项|整改)"
    r"|[各其](?:他|它|余)?(?:有关|相关)?(?:科室|处室|股室|部门|单位|支部)[^。；;]{0,8}(?:配合|协同|协作)"
)


class PlanOwners:
    """Owners by leaf."""

    def __init__(self, document: Document, owners: Sequence[Owner]) -> None:
        self._document = document
        self._by_leaf: dict[Node, Span] = {}
        self._owners = owners
        for owner in owners:
            self._by_leaf.setdefault(owner.node, owner.name)

    def of(self, leaves: Iterable[Node]) -> Span | None:
        """The first owner in some leaves."""
        return next((self._by_leaf[leaf] for leaf in leaves if leaf in self._by_leaf), None)

    def general(self, units: Sequence[Unit]) -> Span | None:
        """The owner of all measures, in a clause outside them: 以上各项整改任务由院长负总责、各分管领导牵头."""
        common = set(outside(self._document, units))
        for owner in self._owners:
            if owner.node in common and owner.node.kind is not Kind.HEADING:
                clauses = Clauses(owner.node.text)
                start, end = clauses.sentence(owner.node.prose.index(owner.span.start))
                if _FOR_ALL.search(clauses.plain, start, end):
                    return owner.name
        return None
