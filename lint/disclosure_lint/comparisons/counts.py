"""The counted numbers of a draft in the light in which they may be compared: of what, where, of which round, as of when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from disclosure_grammar.numerals import fold, parse_decimal
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_grammar.tree import Document, Node
from disclosure_lint.facts import Facts
from disclosure_lint.facts.figures.clauses import Clauses
from disclosure_lint.facts.figures.vocabulary import GROUP_UNITS, ITEM_UNITS, PROBLEM_NOUNS
from disclosure_lint.facts.model import Bound, Quantity, Status

if TYPE_CHECKING:
    from fractions import Fraction

ACCOUNTED = frozenset({Status.DONE, Status.STAGED, Status.ONGOING, Status.LEFT})
"""The statuses that say what became of part of the things counted; they exclude each other."""

FOUND_MORE = Pattern(r"排查|自查|发现|清理出|梳理|查摆|举一反三|新增|检查出|另")
"""Words between a total and what was done by which more was found on the way: 反馈问题17个，排查同类问题，已整改31个."""
SENTENCES = Pattern(r"[^。！？!?；;\n]+")

_DETAIL = Pattern(
    r"(?:政治|思想|组织|作风|纪律|制度|队伍|廉政|文化|业务)建设|党建|意识形态|选人用人|财务|采购|方面$|问题$|不够|不到位|不力|不严|不实|不足|不强|不高|不深|不规范|差距|薄弱|弱化|缺失|缺位|短板|弱项|^关于[“\"‘]"
)
_OVERVIEW = Pattern(
    r"组织|领导|总体|整体|基本情况|概况|工作开展|做法|成效|部署|责任|下一?步|打算|今后|后续整改|整改成果"
)
_CHAPTER = Pattern(r"从严治党|组织路线|领导班子|决策部署|基层党?组织")
"""Fields of an inspection whose names hold a word of an overview: 落实党的组织路线情况."""
_REMARK = Pattern(r"[（(][^（）()]*[）)]$")
_NEUTRAL = Pattern(
    r"^(?:(?:中央|省委|市委|县委|区委|党委|党组|第.|巡视|巡察|组|我院|我局|我校|我办|本院|本局|反馈|指出|提出|的|整改|存在|上述|该|此次|本次|本轮|各类|相关|有关)(?=..))+"
)
_MARKS = Pattern(r"[“”‘’\"、,，（）() ]")
_OTHER_SOURCE = Pattern(
    r"审计|督察|督导|督查|回头看|自查|民主生活会|组织生活会|主题教育|教育整顿|选人用人|意识形态|检查|上一?轮|首轮|前期|检察建议|信访|测评|专题会议|"
    r"新增|新发现|合并|另外|此外|以往|历次|往年"
)
_WHERE = Pattern(
    r"全市|全县|全区|全省|全州|全系统|基层|下属|下级|所属|直属|各党支部|各支部|各科室|各部门|各乡镇|个人|班子|党员干部"
)
_NAMED = 30
"""So many characters before a figure may name who found what it counts."""

_YEAR = Pattern(r"[0-9０-９]{4}(?=年)")
_WHEN = Pattern(r"截至|截止|目前|现已|期间|集中整改期|月底|年底|累计")
_RESTATED = Pattern(r"(?:反馈|指出|提出|制定|查摆|梳理|排查|发现|细化|形成|明确|列出)(?:出|到)?的(?:这|全部|上述)?$")
_REFERS = Pattern(r"[对将把](?:剩余|其余|余下)$")
_FEEDBACK = Pattern(r"反馈|指出|巡视|巡察")
_REFINED = Pattern(r"细化|分解|梳理|归纳|细分")
_AS_OF = Pattern(r"(?:截[至止])?[0-9０-９年]*[0-9０-９]+月(?:[0-9０-９]+日|底|末)?")
_COMMON = Pattern(
    r"\W|(?:院|局|校|委|部|厅|办|所|公司|集团|中心|医院|学校|镇|街道|乡)?(?:党组|党委|党总支|党支部)|第[一二三四五六七八九十]+|^[一二三四五六七八九十]{1,2}是|"
    r"中央|省委|市委|县委|区委|旗委|州委|常规|专项|巡视|巡察|组|反馈|指出|提出|意见|整改|方案|期间|集中|制定|研究|细化|分解|梳理|归纳|查摆|"
    r"排查|查找|检视|认领|对照|针对|围绕|截至|截止|目前|逐[一条项]|本轮|本次|此次|累计|总计|共计|合计|全部|涉及|深入|认真|主动|进一步|分别|我[院局校办委]|"
    r"问题|事项|方面|具体|突出|存在|工作|情况|任务|清单|台账|措施|[将把对的了共为和及与到出有已就各并]"
)
COME_TO = Pattern(
    r"剩余|其余|余下|尚?未(?:完成|化解|办结|销号|到位)|取得|阶段性(?:成效|成果|进展)?|基本|正在|推进|完成|到位|目前|仍"
)
"""What is said of things that have a status, before their number."""

_SELF = Pattern(r"查摆|自查|排查|检视|查找|征集|征求|收集|发现")


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence that counts something.

    Attributes:
        number: its rank among the sentences of the draft that count something.
        words: its words, quotations masked.
    """

    number: int
    words: str
    _said: dict[Pattern, bool] = field(default_factory=dict, repr=False)

    @cached_property
    def scope(self) -> tuple[frozenset[str], frozenset[str]]:
        """The other sources and other bodies it speaks of."""
        return frozenset(_OTHER_SOURCE.findall(self.words)), frozenset(_WHERE.findall(self.words))

    @cached_property
    def years(self) -> frozenset[str]:
        """The years it names."""
        return frozenset(_YEAR.findall(self.words))

    @cached_property
    def moment(self) -> frozenset[str]:
        """The words that tie it to a moment."""
        return frozenset(_WHEN.findall(self.words))

    def says(self, pattern: Pattern) -> bool:
        """Whether a pattern occurs in its words; looked up once."""
        if pattern not in self._said:
            self._said[pattern] = bool(pattern.search(self.words))
        return self._said[pattern]


@dataclass(frozen=True, eq=False)
class Count:
    """A quantity with what decides whether it may be compared with another.

    Attributes:
        key: what is counted, in a form that is the same wherever the same things are meant.
        sentence: the sentence it stands in.
        lead: the words right before the figure, from the start of its clause or the end of the figure before it.
        joined: whether 、 or 和 joins it to the figure before.
        explicit: whether its own words name what it counts, rather than the words of a figure before it.
        listed: whether it is an item of a list of totals (信访件12件、交办件3件).
        overview: whether it stands where the draft speaks of the whole (not under the heading of a single problem).
    """

    quantity: Quantity
    key: str
    sentence: Sentence
    lead: str
    joined: bool
    explicit: bool
    listed: bool
    overview: bool

    @property
    def span(self) -> Span:
        """The place of the quantity."""
        return self.quantity.span

    @cached_property
    def value(self) -> int:
        """The number; whole for whatever is compared here."""
        return int(self.quantity.value)

    @cached_property
    def written(self) -> str:
        """The numeral as the draft writes it."""
        prose, number = self.quantity.node.prose, self.quantity.number
        return fold(prose.text[prose.index(number.start) : prose.index(number.end - 1) + 1])

    @cached_property
    def scale(self) -> int:
        """What the numeral is multiplied by: 10000 in 312.5万元."""
        if self.exact and self.quantity.value < 1000:
            return 1
        number = parse_decimal(self.written)
        return int(self.quantity.value / number) if number else 1

    @cached_property
    def slack(self) -> Fraction:
        """How far the number may be rounded: half of the last place of 312.5万元; counts of single things are not rounded."""
        from fractions import Fraction

        scale, decimals = self.scale, len(self.written.partition(".")[2])
        return Fraction(scale, 2 * 10**decimals) if scale > 1 or decimals else Fraction(0)

    @cached_property
    def status(self) -> Status:
        """The status of the quantity; what is said of a total named once more (反馈的17个问题均已整改) leaves it a total."""
        return Status.TOTAL if self.restated else self.quantity.status

    @property
    def referring(self) -> bool:
        """Whether it points back at things counted before: 正在推进的2个问题."""
        return self.lead.endswith("的") or (self.explicit and _REFERS.search(self.lead) is not None)

    @property
    def names_all(self) -> bool:
        """Whether it is said of all that it counts, named at the head of the clause, that they are done: 33个问题已整改完成."""
        return self.explicit and not self.lead.strip() and self.quantity.status is Status.DONE

    @cached_property
    def restated(self) -> bool:
        """Whether it names a total once more: 反馈的17个, 制定的45条."""
        return bool(_RESTATED.search(self.lead))

    @property
    def accounted(self) -> bool:
        """Whether it says what became of part of the things."""
        return self.status in ACCOUNTED

    @cached_property
    def exact(self) -> bool:
        """Whether it is a whole number without vagueness."""
        return self.quantity.bound is Bound.EXACT and self.quantity.value.denominator == 1

    @property
    def problem(self) -> bool:
        """Whether it counts what a disclosure accounts for: problems, opinions, matters, tasks, measures."""
        return self.key.endswith(PROBLEM_NOUNS) and self.quantity.unit in ITEM_UNITS

    @property
    def origin(self) -> str:
        """Who found what is counted: ``self``, ``refined`` out of what was reported, ``feedback``, or unknown."""
        for pattern, origin in ((_SELF, "self"), (_REFINED, "refined"), (_FEEDBACK, "feedback")):
            if pattern.search(self.lead):
                return origin
        return ""

    @property
    def sources(self) -> frozenset[str]:
        """Who found what is counted, where its own words name another source than the inspection (审计移交问题7个)."""
        return frozenset(_OTHER_SOURCE.findall(self.lead[-_NAMED:]))

    @property
    def subject(self) -> str:
        """The words before it that are neither its noun nor such as every total has: whose or what part it may be."""
        words = _AS_OF.sub("", self.lead.replace(self.quantity.noun, ""))
        unfinished = self.accounted and self.status is not Status.DONE
        return _COMMON.sub("", COME_TO.sub("", words) if unfinished else words)


def alike(unit: str, other: str) -> bool:
    """Whether two measure words may count the same things."""
    if unit == other:
        return True
    return (unit in ITEM_UNITS and other in ITEM_UNITS) or (unit in GROUP_UNITS and other in GROUP_UNITS)


def between(count: Count, other: Count) -> str:
    """What stands between two counts of one paragraph."""
    prose = count.quantity.node.prose
    return prose.text[prose.index(count.span.end - 1) + 1 : prose.index(other.span.start)]


def key_of(quantity: Quantity) -> str:
    """What a quantity counts, marks and words that make no difference left out."""
    noun = _NEUTRAL.sub("", _MARKS.sub("", quantity.noun))
    for head in ("事项", "问题", "任务", "意见", "措施"):
        if noun.endswith("整改" + head):
            noun = noun.removesuffix("整改" + head) + head
    return noun


def loose(key: str) -> str:
    """A key without 具体: 反馈的17个问题 are often its 17个具体问题."""
    return key.removeprefix("具体")


def counts_of(document: Document, facts: Facts) -> tuple[Count, ...]:
    """The counts of a draft, in the order of the text."""
    return tuple(_counts(document, facts))


def by_sentence(counts: tuple[Count, ...]) -> Mapping[Sentence, list[Count]]:
    """The counts, sentence by sentence."""
    groups: defaultdict[Sentence, list[Count]] = defaultdict(list)
    for count in counts:
        groups[count.sentence].append(count)
    return groups


def _counts(document: Document, facts: Facts) -> Iterator[Count]:
    number = 0
    for node, quantities in groupby(facts.quantities, key=lambda quantity: quantity.node):
        overview = is_overview(document, node)
        for count in _counts_of_leaf(node, quantities, overview, number):
            number = count.sentence.number
            yield count


def _counts_of_leaf(node: Node, quantities: Iterable[Quantity], overview: bool, number: int) -> Iterator[Count]:
    prose, clauses = node.prose, Clauses(node.prose.text)
    place, end = (-1, -1), 0
    sentence = Sentence(number, "")
    last: Quantity | None = None
    for quantity in quantities:
        at = prose.index(quantity.number.start)
        here = clauses.sentence(at)
        if here != place:
            place, sentence = here, Sentence(sentence.number + 1, clauses.plain[slice(*here)])
        start = max(clauses.clause(at)[0], end)
        beside = last is not None and start == end
        lead = clauses.plain[start:at].removeprefix(last.noun if last is not None and beside else "")
        joined = beside and lead.startswith(("、", "和", "及", "与"))
        end = prose.index(quantity.span.end - 1) + 1
        yield Count(
            quantity,
            key_of(quantity),
            sentence,
            lead,
            joined=joined,
            explicit=_names(quantity.noun, prose.text[start:at], prose.text[end : end + len(quantity.noun) + 1]),
            listed=joined and last is not None and alike(last.unit, quantity.unit) and quantity.chain is None,
            overview=overview,
        )
        last = quantity


def _names(noun: str, before: str, behind: str) -> bool:
    return bool(noun) and (noun in before or behind.removeprefix("的").startswith(noun))


def is_overview(document: Document, node: Node) -> bool:
    """Whether a place speaks of the whole rectification rather than of one problem."""
    titles = [_REMARK.sub("", title) for title in document.path(node)]
    if any(_DETAIL.search(title) for title in titles):
        return False
    return len(titles) <= 1 or any(_OVERVIEW.search(title) and not _CHAPTER.search(title) for title in titles)
