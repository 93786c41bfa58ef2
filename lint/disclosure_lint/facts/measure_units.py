"""Which parts of the tree of a plan are measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure_grammar.tree import Kind, Node
from disclosure_lint.facts.deadlines import LIMIT_NAME, is_limit_name
from disclosure_lint.facts.owners import is_owner_name
from disclosure_lint.facts.table_columns import Columns, columns

_MEASURE_PART = re.compile(
    r"措施|举措|任务|整改内容|整改事项|工作内容|重点工作|整改重点|重点整改|整改清单|问题清单|主要工作|问题整改|整改安排"
)
_NEVER = re.compile(
    r"保障|组织领导|指导思想|总体要求|总体目标|工作目标|整改目标|目标任务|基本原则|工作要求|有关要求|督促检查|监督检查"
)
_SAFEGUARD = re.compile(
    r"组织领导|加强领导|强化领导|落实责任|压实责任|强化责任|督查|督导|督促|监督检查|问责|统筹|宣传|信息报送|氛围|考核"
)
_PROBLEM = re.compile(
    r"^(?:存在|主要|具体|突出|反馈)?(?:的)?(?:主要|突出|具体)?(?:问题|不足|差距)(?:表现|描述)?$|问题表现|原因分析|具体表现"
)
MEASURE_COLUMN = re.compile(r"措施|举措|任务|整改内容|工作内容|整改事项")


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure before it is known whether its points are measures of their own; ``columns`` for the rows of a table."""

    node: Node
    points: tuple[Node, ...] = ()
    columns: Columns | None = None


def units(node: Node, active: bool) -> Iterator[Unit]:
    """The measures under a node, in the order of the text; ``active`` inside a part that holds measures."""
    for child in node.body:
        if child.kind is Kind.SECTION:
            yield from _section(child, active)
        elif child.kind is Kind.LABELLED:
            yield from _labelled(child, active)
        elif child.kind is Kind.TABLE:
            yield from _table(child)
        elif child.kind is Kind.ANNEX:
            yield from units(child, active)


def _section(section: Node, active: bool) -> Iterator[Unit]:
    title = section.title
    if is_attribute(section):
        return
    if _PROBLEM.search(title) or (not active and _NEVER.search(title)):
        for table in (node for node in section.walk() if node.kind is Kind.TABLE):
            yield from _table(table)
        return
    opens = bool(_MEASURE_PART.search(title)) and len(title) <= 30 and (active or not _is_safeguard(section))
    inner = list(units(section, active or opens))
    if inner:
        yield from inner
    elif active:
        yield Unit(section, _points(section))
    elif opens:
        points = _points(section) or _paragraphs(section)
        yield from (Unit(point) for point in points)


def states_problem(node: Node) -> bool:
    """Whether a section or labelled block states what is wrong: 存在问题：."""
    return _PROBLEM.search(node.title) is not None


def names_measures(node: Node) -> bool:
    """Whether a labelled block holds measures by its name: 整改措施：."""
    return not is_attribute(node) and _MEASURE_PART.search(node.title) is not None


def is_attribute(node: Node) -> bool:
    """Whether a numbered line or a label only says who or by when: 2.责任领导：周某, 完成时限：."""
    name = re.split("[：:]", node.title, maxsplit=1)[0]
    return is_limit_name(name) or is_owner_name(name)


def _is_safeguard(section: Node) -> bool:
    """Whether a part called 工作措施 holds what safeguards the work: leadership, supervision, accountability."""
    titles = [child.title for child in section.sections]
    return len(titles) >= 2 and sum(bool(_SAFEGUARD.search(title)) for title in titles) * 3 >= len(titles) * 2


def _labelled(block: Node, active: bool) -> Iterator[Unit]:
    title = block.title
    opening = block.heading.kind is Kind.OPENING
    if is_attribute(block) or (_PROBLEM.search(title) and not opening):
        return
    if opening or _MEASURE_PART.search(title):
        inner = list(units(block, True))
        if inner:
            yield from inner
        elif block.body:
            yield Unit(block, _points(block))
    else:
        yield from units(block, active)


def _table(table: Node) -> Iterator[Unit]:
    named = columns(table)
    if named is not None and named.has(MEASURE_COLUMN) and named.has(LIMIT_NAME):
        yield from (Unit(row, (), named) for row in named.rows)


def _points(node: Node) -> tuple[Node, ...]:
    return tuple(
        point
        for child in node.body
        if child.kind is Kind.ENUMERATION
        for point in child.children
        if point.kind is not Kind.PARAGRAPH
    )


def _paragraphs(node: Node) -> tuple[Node, ...]:
    """The paragraphs of a part without sections that may be measures; the lead is none."""
    found = [child for child in node.body if child.kind is Kind.PARAGRAPH]
    return tuple(
        child
        for child in found
        if not child.text.rstrip().endswith(("：", ":")) and not re.search("如下|以下", child.text)
    )
