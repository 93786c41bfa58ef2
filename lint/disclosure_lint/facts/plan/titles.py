"""What the title of a part of a plan says about it: that it holds measures, states a problem, or only names an owner or a limit."""

from __future__ import annotations

import re

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose
from disclosure_grammar.tree import Node
from disclosure_lint.facts.plan.owners import OWNER_NAME, is_owner_name
from disclosure_lint.facts.table_columns import Columns
from disclosure_lint.facts.time.deadlines import LIMIT_NAME, is_limit_name

_MEASURE_PART = Pattern(
    r"措施|举措|任务|整改内容|整改事项|工作内容|重点工作|整改重点|重点整改|整改清单|问题清单|主要工作|问题整改|整改安排"
)
_LONGEST = 30  # a longer title tells of one problem, whatever words it uses
_APART = Pattern(
    r"保障|组织领导|指导思想|总体要求|总体目标|工作目标|整改目标|目标任务|基本原则|工作要求|有关要求|督促检查|监督检查"
)
_SAFEGUARD = Pattern(
    r"组织领导|加强领导|强化领导|落实责任|压实责任|强化责任|督查|督导|督促|监督检查|问责|统筹|宣传|信息报送|氛围|考核"
)
_PROBLEM = Pattern(
    r"^(?:存在|主要|具体|突出|反馈)?(?:的)?(?:主要|突出|具体)?(?:问题|不足|差距)(?:表现|描述)?$|问题表现|原因分析|具体表现"
)
_ATTRIBUTE = Pattern(
    rf"[ \u3000]*(?:[-*•·]|——?)?[ \u3000]*[（(【\[]?[ \u3000]*"
    rf"(?:{OWNER_NAME.pattern}|[^，,。；;：:、]{{0,4}}?(?:{LIMIT_NAME.pattern}))(?:要求)?[ \u3000]*[：:】\]]"
)
_TOTAL = Pattern(r"\s*[合总小共]\s*计[：:]?\s*")
_MEASURE_COLUMN = Pattern(r"措施|举措|任务|整改内容|工作内容|整改事项")


def names_measures(node: Node) -> bool:
    """Whether a section or labelled block holds measures by its name: 整改措施：."""
    return not is_attribute(node) and _MEASURE_PART.search(node.title) is not None


def opens_measures(section: Node) -> bool:
    """Whether a section is a part with measures by its title; a part called 工作措施 may hold what safeguards the work."""
    return len(section.title) <= _LONGEST and names_measures(section) and not holds_safeguards(section)


def stands_apart(title: str) -> bool:
    """Whether a part with that title speaks of aims, demands or safeguards, not of single measures."""
    return _APART.search(title) is not None


def states_problem(title: str) -> bool:
    """Whether a section or labelled block with that title states what is wrong: 存在问题：."""
    return _PROBLEM.search(title) is not None


def is_attribute(node: Node) -> bool:
    """Whether a numbered line or a label only says who or by when: 2.责任领导：周某, 完成时限：."""
    name = re.split("[：:]", node.title, maxsplit=1)[0]
    return is_limit_name(name) or is_owner_name(name)


def opens_with_attribute(leaf: Node) -> bool:
    """Whether a paragraph or point opens with the label of an owner or a limit: （责任领导：周某；完成时限：6月底）."""
    return _ATTRIBUTE.match(leaf.text) is not None


def holds_safeguards(section: Node) -> bool:
    """Whether most sections under this one speak of leadership, supervision and accountability."""
    titles = [child.title for child in section.sections]
    return len(titles) >= 2 and sum(bool(_SAFEGUARD.search(title)) for title in titles) * 3 >= len(titles) * 2


def has_measures(named: Columns) -> bool:
    """Whether a table has a column for measures and one for their limits."""
    return named.has(_MEASURE_COLUMN) and named.has(LIMIT_NAME)


def measure_cell(named: Columns, row: Node) -> Prose | None:
    """The cell of a row that says what will be done, or None; a row that adds up the others says nothing of the kind."""
    if any(_TOTAL.fullmatch(cell.text) for cell in row.cells):
        return None
    return next((cell for cell in named.cells(row, _MEASURE_COLUMN) if cell.text.strip()), None)
