"""Which parts of the tree of a plan are measures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.plan.titles import (
    has_measures,
    is_attribute,
    measure_cell,
    names_measures,
    opens_measures,
    opens_with_attribute,
    stands_apart,
    states_problem,
)
from disclosure_lint.facts.table_columns import Columns, columns

_FEW = 3  # so many sections with limits show that the sections of a draft are measures


class Unit(NamedTuple):
    """A measure before it is known whether its points are measures of their own; ``columns`` for the rows of a table."""

    node: Node
    points: tuple[Node, ...] = ()
    columns: Columns | None = None


def units(document: Document) -> list[Unit]:
    """The measures of a plan that has parts, labels or tables for them, in the order of the text."""
    rows = {row: named for named in columns(document) if has_measures(named) for row in named.rows}
    return list(_Units(rows).under(document.root, active=False))


class _Units:
    """Looks for measures; ``active`` is said of a part that holds measures."""

    def __init__(self, rows: Mapping[Node, Columns]) -> None:
        self.rows = rows

    def under(self, node: Node, *, active: bool) -> Iterator[Unit]:
        """The measures under a node."""
        for child in node.body:
            if child.kind is Kind.SECTION:
                yield from self._of_section(child, active)
            elif child.kind is Kind.LABELLED:
                yield from self._of_block(child, active)
            elif child.kind is Kind.TABLE:
                yield from self._of_table(child)
            elif child.kind is Kind.ANNEX:
                yield from self.under(child, active=active)

    def _of_section(self, section: Node, active: bool) -> Iterator[Unit]:
        if is_attribute(section):
            return
        told = any(child.kind is Kind.LABELLED and names_measures(child) for child in section.body)
        if (states_problem(section.title) and not told) or (not active and stands_apart(section.title)):
            for table in (node for node in section.walk() if node.kind is Kind.TABLE):
                yield from self._of_table(table)
            return
        opens = not active and opens_measures(section)
        inner = list(self.under(section, active=active or opens))
        if inner:
            yield from inner
        elif active:
            yield Unit(section, _points(section))
        elif opens:
            yield from (Unit(point) for point in _points(section) or _paragraphs(section))

    def _of_block(self, block: Node, active: bool) -> Iterator[Unit]:
        opening = block.heading.kind is Kind.OPENING
        if is_attribute(block) or (states_problem(block.title) and not opening):
            return
        if not opening and not names_measures(block):
            yield from self.under(block, active=active)
            return
        inner = list(self.under(block, active=True))
        if inner:
            yield from inner
        elif block.body:
            yield Unit(block, _points(block))

    def _of_table(self, table: Node) -> Iterator[Unit]:
        """The rows that name a measure: a sum, or the name of a group of rows, is none."""
        for row in table.children:
            named = self.rows.get(row)
            if named is not None and measure_cell(named, row) is not None:
                yield Unit(row, (), named)


def listed_by_problem(document: Document, limited: Callable[[Node], bool]) -> list[Unit]:
    """The innermost sections of a plan that has no part for its measures, where most of them have limits.

    Such a plan lists its measures right under the problems: 一、政治建设方面, 1.学习不深。修订制度，9月底前完成。
    """
    found = [
        section
        for section in document.sections
        if not section.sections and not is_attribute(section) and not _apart(document, section)
    ]
    some = sum(limited(section) for section in found)
    return [Unit(section, _points(section)) for section in found] if some >= _FEW and some * 2 > len(found) else []


def _apart(document: Document, section: Node) -> bool:
    return any(stands_apart(title) or states_problem(title) for title in document.path(section))


def outside(document: Document, found: Sequence[Unit]) -> Iterator[Node]:
    """The leaves that belong neither to a measure nor to a part with measures: what may hold for the whole plan."""
    inside = {leaf for unit in found for leaf in unit.node.leaves()}
    holders = {above for unit in found for above in document.ancestors(unit.node) if above.kind is Kind.SECTION}
    for leaf in document.prose:
        if leaf in inside or leaf.kind is Kind.ROW:
            continue
        if not any(above in holders for above in document.ancestors(leaf)):
            yield leaf


def _points(node: Node) -> tuple[Node, ...]:
    return tuple(
        point
        for child in node.body
        if child.kind is Kind.ENUMERATION
        for point in child.children
        if point.kind is not Kind.PARAGRAPH and not opens_with_attribute(point)
    )


def _paragraphs(node: Node) -> tuple[Node, ...]:
    """The paragraphs of a part without sections that may be measures; the lead is none."""
    found = [child for child in node.body if child.kind is Kind.PARAGRAPH]
    return tuple(
        child
        for child in found
        if not child.text.rstrip().endswith(("：", ":")) and not re.search("如下|以下", child.text)
    )
