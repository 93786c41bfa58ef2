"""What the parts of a plan say for the measures that stand below them: headings, lead paragraphs, labels for a whole group."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from disclosure_grammar.source import LINE_ENDS
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.plan.titles import is_attribute, names_measures, opens_with_attribute
from disclosure_lint.facts.plan.units import Unit

_SPEAKING = (Kind.HEADING, Kind.LABEL, Kind.OPENING, Kind.PARAGRAPH)


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What one part says for what stands below it.

    Attributes:
        own: its heading and paragraphs.
        named: what its labels 完成时限： 责任领导： introduce.
    """

    own: tuple[Node, ...]
    named: tuple[Node, ...]


_NOTHING = Said((), ())


class Context:
    """What is said for measures by the parts above them, worked out once for each part."""

    def __init__(self, document: Document, units: Sequence[Unit]) -> None:
        self._document = document
        self._said: dict[Node, dict[Node | None, Said]] = {}
        measures = {unit.node for unit in units if unit.node.kind is Kind.SECTION}
        parents = {parent: None for node in measures if (parent := document.parent(node)) is not None}
        groups = [[child for child in parent.children if child in measures] for parent in parents]
        self._ends = {node: Said((), tuple(self._end(node))) for node in measures}
        self._closing = {node: self._ends[group[-1]] for group in groups for node in group[:-1]}

    def above(self, node: Node) -> Iterator[Said]:
        """What each part above a measure says for it, the nearest first."""
        below = node
        for part in self._document.ancestors(node):
            said = self._said.get(part)
            if said is None:
                said = self._said[part] = self._read(part)
            yield said[below if below.kind is Kind.LABELLED and below in said else None]
            below = part

    def closing(self, node: Node) -> Said:
        """What the labels behind the last measure of a group introduce, for the other measures of the group."""
        return self._closing.get(node, _NOTHING)

    def labels_close_groups(self, told: Callable[[Sequence[Node]], object]) -> bool:
        """Whether labels behind the last measure of a group speak for the whole group.

        They do where no measure but the last of its group has labels that tell the thing in question.
        """
        return not any(told(self._ends[node].named) for node in self._closing)

    def _read(self, part: Node) -> dict[Node | None, Said]:
        """What a part says for each block of measures in it, which may have such labels behind it, and for anything else."""
        shared: list[Node] = []
        of_block: dict[Node, list[Node]] = {}
        blocks: list[Node] = []  # the last block of measures and the last other one
        for child in part.body:
            if child.kind in (Kind.LABELLED, Kind.SECTION) and is_attribute(child):
                leaves = list(child.leaves())
                shared.extend(leaves)
                for block in blocks:
                    of_block[block].extend(leaves)
            elif child.kind is Kind.LABELLED:
                of_block[child] = []
                kept = [] if names_measures(child) else [block for block in blocks if names_measures(block)]
                blocks = [*kept, child]
        speaking = () if part.kind is Kind.DOCUMENT else _SPEAKING
        own = tuple(child for child in part.children if child.kind in speaking)
        return {None: Said(own, tuple(shared))} | {block: Said(own, tuple(named)) for block, named in of_block.items()}

    def _end(self, section: Node) -> list[Node]:
        """What the labels introduce that stand in lines of their own at the end of a section."""
        text = self._document.source.text
        found: list[Node] = []
        for child in reversed(section.body):
            if child.kind is Kind.BLANK:
                continue
            labelled = is_attribute(child) if child.kind is Kind.LABELLED else opens_with_attribute(child)
            if not labelled or text[child.span.start - 1] not in LINE_ENDS:
                break
            found.extend(child.leaves())
        return found
