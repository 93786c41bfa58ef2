"""The counted numbers of a draft in the light in which they may be compared: of what, where, of which round, as of when."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from disclosure_grammar.source import Span
from disclosure_grammar.tree import Document, Node
from disclosure_lint.facts import Facts
from disclosure_lint.facts.clauses import Clauses
from disclosure_lint.facts.model import Bound, Quantity, Status
from disclosure_lint.facts.vocabulary import GROUP_UNITS, ITEM_UNITS, PROBLEM_NOUNS

ACCOUNTED = frozenset({Status.DONE, Status.STAGED, Status.ONGOING, Status.LEFT})
"""The statuses that say what became of part of the things counted; they exclude each other."""

_DETAIL = re.compile(r"方面$|问题$|不够|不到位|不力|不严|不实|不足|不强|不高|不深|不规范|差距|薄弱|弱化|缺失|缺位|短板|弱项|^关于[“\"‘]")
_OVERVIEW = re.compile(r"组织|领导|总体|整体|基本情况|概况|工作开展|做法|成效|部署|责任|下一?步|打算|今后")
_NEUTRAL = re.compile(
    r"^(?:(?:中央|省委|市委|县委|区委|党委|党组|第.|巡视|巡察|组|我院|我局|我校|我办|本院|本局|反馈|指出|提出|的|整改|存在|上述|该|此次|本次|本轮|各类|相关|有关)(?=..))+"
)
_MARKS = re.compile(r"[“”‘’\"、,，（）() ]")
_OTHER_SOURCE = re.compile(
    r"审计|督察|督导|督查|回头看|自查|民主生活会|组织生活会|主题教育|教育整顿|选人用人|意识形态|检查|上一?轮|首轮|前期|检察建议|信访|测评|专题会议|"
    r"新增|新发现|合并|另外|此外|以往|历次|往年"
)
_WHERE = re.compile(r"全市|全县|全区|全省|全州|全系统|基层|下属|下级|所属|直属|各党支部|各支部|各科室|各部门|各乡镇|个人|班子成员|党员干部")
_YEAR = re.compile(r"[0-9０-９]{4}(?=年)")
_WHEN = re.compile(r"截至|截止|目前|现已|期间|集中整改期|月底|年底|累计")
_FEEDBACK = re.compile(r"反馈|指出|巡视|巡察")
_SELF = re.compile(r"查摆|自查|排查|检视|查找|征集|征求|收集|发现")


@dataclass(frozen=True, slots=True)
class Count:
    """A quantity with what decides whether it may be compared with another.

    Attributes:
        key: what is counted, in a form that is the same wherever the same things are meant.
        sentence: the number of its sentence within the draft.
        words: the words of its sentence, quotations masked.
        lead: the words right before the figure, from the start of its clause or the end of the figure before it.
        overview: whether it stands where the draft speaks of the whole (not under the heading of a single problem).
    """

    quantity: Quantity
    key: str
    sentence: int
    words: str
    lead: str
    overview: bool

    @property
    def span(self) -> Span:
        """The place of the quantity."""
        return self.quantity.span

    @property
    def value(self) -> int:
        """The number; whole for whatever is compared here."""
        return int(self.quantity.value)

    @property
    def status(self) -> Status:
        """The status of the quantity."""
        return self.quantity.status

    @property
    def accounted(self) -> bool:
        """Whether it says what became of part of the things."""
        return self.quantity.status in ACCOUNTED

    @property
    def exact(self) -> bool:
        """Whether it is a whole number without vagueness."""
        return self.quantity.bound is Bound.EXACT and self.quantity.value.denominator == 1

    @property
    def problem(self) -> bool:
        """Whether it counts what a disclosure accounts for: problems, opinions, matters, tasks, measures."""
        return self.key.endswith(PROBLEM_NOUNS) and self.quantity.unit in ITEM_UNITS

    @property
    def scope(self) -> tuple[frozenset[str], frozenset[str]]:
        """The other sources and other bodies its sentence speaks of."""
        return frozenset(_OTHER_SOURCE.findall(self.words)), frozenset(_WHERE.findall(self.words))

    @property
    def years(self) -> frozenset[str]:
        """The years its sentence names."""
        return frozenset(_YEAR.findall(self.words))

    @property
    def moment(self) -> frozenset[str]:
        """The words that tie its sentence to a moment."""
        return frozenset(_WHEN.findall(self.words))

    @property
    def origin(self) -> str:
        """Who found what is counted: ``feedback``, ``self`` or unknown."""
        if _SELF.search(self.lead):
            return "self"
        return "feedback" if _FEEDBACK.search(self.lead) else ""


def alike(unit: str, other: str) -> bool:
    """Whether two measure words may count the same things."""
    if unit == other:
        return True
    return (unit in ITEM_UNITS and other in ITEM_UNITS) or (unit in GROUP_UNITS and other in GROUP_UNITS)


def key_of(quantity: Quantity) -> str:
    """What a quantity counts, marks and words that make no difference left out."""
    noun = _NEUTRAL.sub("", _MARKS.sub("", quantity.noun))
    for head in ("事项", "问题", "任务", "意见", "措施"):
        if noun.endswith("整改" + head):
            noun = noun.removesuffix("整改" + head) + head
    return noun


@lru_cache(maxsize=1)
def counts_of(document: Document, facts: Facts) -> tuple[Count, ...]:
    """The counts of a draft, in the order of the text."""
    return tuple(_counts(document, facts))


def by_sentence(counts: tuple[Count, ...]) -> Mapping[int, list[Count]]:
    """The counts, sentence by sentence."""
    groups: defaultdict[int, list[Count]] = defaultdict(list)
    for count in counts:
        groups[count.sentence].append(count)
    return groups


def _counts(document: Document, facts: Facts) -> Iterator[Count]:
    node: Node | None = None
    clauses = Clauses("")
    overview, number, last, end = False, 0, (-1, -1), 0
    for quantity in facts.quantities:
        if quantity.node is not node:
            node = quantity.node
            clauses = Clauses(node.prose.text)
            overview, last, end = is_overview(document, node), (-1, -1), 0
        at = node.prose.index(quantity.number.start)
        here = clauses.sentence(at)
        if here != last:
            number, last = number + 1, here
        start = max(clauses.clause(at)[0], end)
        end = node.prose.index(quantity.span.end - 1) + 1
        yield Count(quantity, key_of(quantity), number, clauses.plain[slice(*here)], clauses.plain[start:at], overview)


def is_overview(document: Document, node: Node) -> bool:
    """Whether a place speaks of the whole rectification rather than of one problem."""
    titles = document.path(node)
    if any(_DETAIL.search(title) for title in titles):
        return False
    return len(titles) <= 1 or any(_OVERVIEW.search(title) for title in titles)
