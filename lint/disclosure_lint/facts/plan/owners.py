"""Who is responsible: 责任领导：…, 由…牵头, and the columns of a table that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.model import Owner
from disclosure_lint.facts.table_columns import columns

OWNER_NAME = Pattern(
    r"责任(?:校|院|局|厅|处|委|县|市|区|镇|乡)?(?:领导|部门|单位|人|处室|科室|主体|股室|站所|岗位|组|支部|科|处|部|班子成员|党[组委]成员|党委委员)"
    r"|(?:牵头|主责|主办|承办|落实|包联|包保|挂牌|督办|分管|整改责任)(?:校|院|局|厅|县|市|区)?(?:领导|部门|单位|人|处室|科室)"
    r"|(?:整改|具体|项目)负责人"
)
"""What a label or a column is called that names who is responsible."""

_LABELLED = Pattern(
    rf"(?P<label>{OWNER_NAME.pattern})[ \u3000]?(?:[：:]|为(?!由))[ \u3000]*(?P<name>[^，,。；;：:\n）)|]{{1,60}})"
)
_LED = Pattern(
    r"(?<![理事缘自])由(?P<name>[^，,。；;：:、“”\n由]{2,30}?(?:、[^，,。；;：:“”\n由]{2,20}){0,5}?)"
    r"(?:同志)?(?:共同|具体|亲自|统一)?(?P<verb>牵头|负责(?!同志|人|制)|承办|承担|组织实施|主抓|统筹)(?!的)"
)
_LEADS = Pattern(
    r"(?:^|[，,。；;（(：: ])(?P<name>[^，,。；;：:、“”（()）\n由是]{2,20}?)(?:亲自)?(?<!的)(?P<verb>牵头(?!单位|部门|领导|人|抓总作用|支持|下|作用))"
)
_NOBODY = Pattern(r"^[ \u3000]*(?:无|/|－|-|—|待定|暂无)?[ \u3000]*$")


def extract(document: Document) -> tuple[Owner, ...]:
    """The owners a draft names, in the order of the text."""
    in_tables = dict(_in_tables(document))
    found: list[Owner] = []
    for leaf in document.prose:
        if leaf.kind is Kind.ROW:
            found.extend(in_tables.get(leaf, ()))
            continue
        found.extend(_below_label(document, leaf))
        found.extend(find(leaf))
    return tuple(found)


def find(leaf: Node) -> Iterator[Owner]:
    """The owners that one leaf names by itself."""
    text = leaf.text
    seen = -1
    patterns = [_LABELLED] * any(word in text for word in ("责任", "领导", "部门", "单位", "负责人"))
    patterns += [_LED] * ("由" in text) + [_LEADS] * ("牵头" in text)
    matches = sorted(
        (match for pattern in patterns for match in pattern.finditer(text)), key=lambda match: match.start("name")
    )
    for match in matches:
        if match.start("name") > seen and not _NOBODY.match(match["name"]):
            seen = match.end()
            yield Owner(leaf.prose.span(match.start(), match.end()), leaf, leaf.prose.span(*match.span("name")))


def is_owner_name(title: str) -> bool:
    """Whether a label or heading announces who is responsible and nothing else."""
    return len(title) <= 14 and bool(OWNER_NAME.match(title))


def _below_label(document: Document, leaf: Node) -> Iterator[Owner]:
    """The words that a label such as 责任领导： introduces."""
    above = document.parent(leaf)
    if (
        above is None
        or above.kind not in (Kind.LABELLED, Kind.SECTION)
        or leaf is above.heading
        or not is_owner_name(above.title)
    ):
        return
    name = re.match(r"[ \u3000]*([^，,。；;\n]{1,60})", leaf.text)
    if name is not None and not _NOBODY.match(name[1]):
        span = leaf.prose.span(*name.span(1))
        yield Owner(above.heading.words.to(span), leaf, span)


def _in_tables(document: Document) -> Iterator[tuple[Node, tuple[Owner, ...]]]:
    for named in columns(document):
        for row in named.rows if named.has(OWNER_NAME) else ():
            yield (
                row,
                tuple(_cell_owner(row, cell) for cell in named.cells(row, OWNER_NAME) if not _NOBODY.match(cell.text)),
            )


def _cell_owner(row: Node, cell: Prose) -> Owner:
    span = cell.span(0, len(cell.text))
    return Owner(span, row, span)
