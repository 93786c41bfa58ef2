"""What the parts of a plan say for the measures that stand below them: headings, lead paragraphs, labels for a whole group."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.measure_titles import is_attribute, names_measures, opens_with_attribute
from disclosure_lint.facts.measure_units import Unit

_SPEAKING = (Kind.HEADING, Kind.LABEL, Kind.OPENING, Kind.PARAGRAPH)


@dataclass(slots=True)
class Said:
    """What one part says for what stands below it.

    Attributes:
        own: its heading and paragraphs.
        shared: what its labels 完成时限： 责任领导： introduce, for all its sections.
        of_block: the same for each block of measures, where every block has such labels behind it.
    """

    own: list[Node] = field(default_factory=list)
    shared: list[Node] = field(default_factory=list)
    of_block: dict[Node, list[Node]] = field(default_factory=dict)


class Context:
    """What is said for measures by the parts above them, worked out once for each part."""

    def __init__(self, document: Document, units: Sequence[Unit]) -> None:
        self._document = document
        self._said: dict[Node, Said] = {}
        measures = {unit.node for unit in units if unit.node.kind is Kind.SECTION}
        parents = {parent: None for node in measures if (parent := document.parent(node)) is not None}
        groups = [[child for child in parent.children if child in measures] for parent in parents]
        self._ends = {node: self._end(node) for node in measures}
        self._closing = {node: self._ends[group[-1]] for group in groups for node in group[:-1]}

    def above(self, node: Node) -> list[tuple[Said, list[Node]]]:
        """What each part above a measure says, the nearest first, with the words of the labels that are meant for it."""
        found = []
        below = node
        for part in self._document.ancestors(node):
            said = self._of(part)
            named = said.of_block.get(below, []) if below.kind is Kind.LABELLED else said.shared
            found.append((said, named))
            below = part
        return found

    def closing(self, node: Node) -> list[Node]:
        """What the labels behind the last measure of a group introduce, for the other measures of the group."""
        return self._closing.get(node, [])

    def labels_close_groups(self, told: Callable[[Sequence[Node]], object]) -> bool:
        """Whether labels behind the last measure of a group speak for the whole group.

        They do where no measure but the last of its group has labels that tell the thing in question.
        """
        return not any(told(self._ends[node]) for node in self._closing)

    def _of(self, part: Node) -> Said:
        said = self._said.get(part)
        if said is None:
            said = self._said[part] = self._read(part)
        return said

    def _read(self, part: Node) -> Said:
        said = Said()
        if part.kind is not Kind.DOCUMENT:
            said.own = [child for child in part.children if child.kind in _SPEAKING]
        blocks: list[Node] = []  # the last block of measures and the last other one
        for child in part.body:
            if child.kind in (Kind.LABELLED, Kind.SECTION) and is_attribute(child):
                leaves = list(child.leaves())
                said.shared.extend(leaves)
                for block in blocks:
                    said.of_block[block].extend(leaves)
            elif child.kind is Kind.LABELLED:
                said.of_block[child] = []
                kept = [] if names_measures(child) else [block for block in blocks if names_measures(block)]
                blocks = [*kept, child]
        return said

    def _end(self, section: Node) -> list[Node]:
        """What the labels introduce that stand in lines of their own at the end of a section."""
        text = self._document.source.text
        found: list[Node] = []
        for child in reversed(section.body):
            if child.kind is Kind.BLANK:
                continue
            labelled = is_attribute(child) if child.kind is Kind.LABELLED else opens_with_attribute(child)
            if not labelled or text[child.span.start - 1] not in "\r\n":
                break
            found.extend(child.leaves())
        return found
