"""Time limits: dates by which, lengths within which, how often; and the words that only look like one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.model import Deadline, Duration, Precision, TimeLimit, When
from disclosure_lint.facts.table_columns import cell_span, columns
from disclosure_lint.facts.time import calendar
from disclosure_lint.facts.time.milestones import Milestones

LIMIT_NAME = Pattern(r"时限|期限|完成时间|整改时间|办结时间|时间节点|时间要求|销号时间|进度安排|时间安排")
"""What a label or a column is called that states time limits."""

_LABEL = Pattern(
    r"(?:时限|期限|完成时间|整改时间|办结时间|销号时间|时间节点|时间要求|截止时间|截止日期)(?:要求)?[ \u3000]?(?:[：:]|为|定为|是|至)[ \u3000]?$"
)
_BY = Pattern(
    r"[ \u3000]?(?:[（(][^（()）]{1,8}[）)])?"
    r"(?:(?:之前|以前|前)(?![任往来景期述者身列提后台端线沿]|所未)|之内|以内|内(?![容参务部])|为止|止(?!损|血))"
)
_BEFORE_THEN = Pattern(
    r"的|已|未|存在|积压|遗留|历史|(?:形成|发生|出台|印发|制定|签订|建成|立案|受理|入职|退休|任职|购置|成立|开工|入库|下发|作出)[^，,。；;]{0,8}的"
)
_AIM = Pattern(
    r"(?:将|拟|计划|预计|预期|力争|争取|确保|务必|务求|须|应|定|要|最迟|至迟|限)(?:[于在到]|不晚于|不迟于)?[ \u3000]?$|不[晚迟]于[ \u3000]?$"
)
_AT = Pattern(r"[于在到至，,；;。：:、（(]$|^$")
_DONE_BY = Pattern(
    r"(?!以来|起|期间)[^，,。；;！？]{0,14}?(?<!已)(?:完成(?!了|的)|整改到位(?!的)|办结|销号|建成|竣工|验收|投用|投入使用|清零|全部到位|落实到位)"
)
_WITHIN = Pattern(r"(?:的?时间)?(?:之内|以内|内)(?![容参务部])|的?时间[，,]?[^，,。；;]{0,12}完成")
_LOOKS_BACK = Pattern(r"(?:近|过去|最近|此前|前|连续|已|在过去的?|超过|逾|满)$")
_STATUS = Pattern(
    r"长期坚持|长期整改|持续整改|持续推进|常态化|立行立改|立知立改|立整立改|即知即改|即查即改|即行即改|立即整改|边查边改|边学边改|限时|限期"
)
_VAGUE = Pattern(r"尽快|尽早(?!期)|(?<![清])早日|(?<![合舒])适时(?!间|令)|择机|择期|近期")
_SOON = Pattern(r"(?:[将拟于在]|计划|争取|力争|预计|准备)$")
_SOON_AFTER = Pattern(r"内?(?:将|拟|予以|完成|启动)|内[^，。]{0,6}(?:完成|整改|解决|落实)")
_OF_THE_REST = Pattern(
    r"(?:(?:剩余|其余|余下)的?|另外?|未[^，,。；;：:的]{1,5}的)[ \u3000]?[0-9０-９一二两三四五六七八九十][^。；;]*$"
)
_LENGTH = "[0-9０-９一二两三四五六七八九十半]{0,3}个?"
_UNIT = "(?:工作日|季度?(?!节)|月(?!饼)|年度?(?!龄|级)|半年|周(?!边)|星期|旬|学期|学年|[日天](?!津|期))"
_OFTEN = Pattern(
    rf"每隔?{_LENGTH}{_UNIT}"
    r"|[按逐](?:季度?(?!节)|月|年度?(?!龄|级|限|[上下]|提|增|减|递|改)|周|旬|半年|学期|日(?![期常程]))"
    r"|(?<![0-9０-９一二三四五六七八九十第])(?:一|半|两|三|[12])个?(?:年|季度?|月|周|旬|日|天|学期)(?:至少|不少于)?[一两二三四1-9]"
    r"(?:次|个?调度|通报|总结|会商|汇报|报|研|评|查|督|讲|学|考|例会|会(?!议室)|检查|排查|清|结|更新|分析|反馈|调研|小结|梳理|谈|课|碰头)"
    r"|(?<![0-9０-９一二三四五六七八九十上本当下同元几个近数])(?:季度|月度|半年|(?<!每)[周月季旬])"
    r"(?:例会|调度|通报|反馈|报告|分析|会商|总结|检查|督查|督导|研判|汇报|点评|巡查|清零|报送|统计|考核|测试|排查|考试|测评|评查|评比|工作会)"
    r"|(?<![0-9０-９本上今下])年度(?:培训|评估|报告|审计|检查|清查|盘点|测评|轮训|督查|通报|体检|分析|白皮书|巡查|普查)"
    r"|日(?:调度|清零|研判|碰头)|双周(?:例会|调度|会商)|(?<![0-9０-９一二三四五六七八九十])年均"
)
_FREQUENT_MARKS = ("每", "按", "逐", "次", "例会", "调度", "通报", "度", "周", "月", "季", "半年", "年均")
_EVENT = Pattern(
    r"(?:春节|国庆节?|五一|七一|元旦|中秋节?|清明节?|端午节?|暑假|寒假|开学|学期末?|学年末?|汛期|换届|年终|供暖季|两会|雨季|入冬)(?:结束|到来|开始)?(?:之?前|以前)|学期末|学年末"
)
_IN_COLUMN = Pattern(r"(?<![0-9.．])(?:1[0-2]|0?[1-9])[.．/](?:[12][0-9]|3[01]|0?[1-9])(?![0-9.．/])(?![%％万亿])|全年")
_FROM_PLAN = Pattern(r"印发|下发|本方案|方案(?:通过|实施|发布)|发文")
_FROM_FEEDBACK = Pattern(r"反馈|整改|移交")


class _Leaf:
    """A leaf with the dates and lengths that stand in it."""

    def __init__(self, node: Node, limit_cells: Sequence[Span], limited: bool) -> None:
        self.node = node
        self.text = node.text
        self.limit_cells = limit_cells
        self.limited = limited
        self.dates: list[When] = []
        self.lengths: list[Duration] = []

    def place(self, span: Span) -> tuple[int, int]:
        """The place of a span of the source in the text."""
        return self.node.prose.index(span.start), self.node.prose.index(span.end - 1) + 1

    def named(self, span: Span, start: int) -> bool:
        """Whether a label or a column says that what stands there is a time limit."""
        if self.limited or any(cell.contains(span) for cell in self.limit_cells):
            return True
        return bool(_LABEL.search(self.text, max(start - 14, 0), start))

    def make(self, start: int, end: int, kind: TimeLimit, due: date | None = None) -> Deadline:
        """A deadline at a place of the text."""
        return Deadline(self.node.prose.span(start, end), self.node, kind, due)


def extract(
    document: Document, dates: Sequence[When], durations: Sequence[Duration], milestones: Milestones
) -> tuple[Deadline, ...]:
    """The time limits of a draft, in the order of the text."""
    cells = dict(_limit_cells(document))
    leaves = {leaf: _Leaf(leaf, cells.get(leaf, ()), _is_limited(document, leaf)) for leaf in document.prose}
    for when in dates:
        leaves[when.node].dates.append(when)
    for duration in durations:
        leaves[duration.node].lengths.append(duration)
    found: list[Deadline] = []
    for leaf in leaves.values():
        if leaf.node.kind is Kind.DATE:
            continue
        found.extend(sorted(_limits(leaf, milestones), key=lambda limit: limit.span))
    return tuple(found)


def _limit_cells(document: Document) -> Iterator[tuple[Node, tuple[Span, ...]]]:
    for named in columns(document):
        if named.has(LIMIT_NAME):
            for row in named.rows:
                yield row, tuple(cell_span(cell) for cell in named.cells(row, LIMIT_NAME))


def _is_limited(document: Document, leaf: Node) -> bool:
    """Whether the leaf is what a label such as 完成时限： introduces."""
    above = document.parent(leaf)
    return (
        above is not None and above.kind is Kind.LABELLED and leaf is not above.heading and is_limit_name(above.title)
    )


def is_limit_name(title: str) -> bool:
    """Whether a label or heading announces a time limit and nothing else."""
    return len(title) <= 12 and bool(LIMIT_NAME.search(title)) and not re.search("措施|任务|举措", title)


def _limits(leaf: _Leaf, milestones: Milestones) -> Iterator[Deadline]:
    for when in leaf.dates:
        limit = _by_date(leaf, when)
        if limit is not None:
            yield limit
    for duration in leaf.lengths:
        limit = _by_length(leaf, duration, milestones)
        if limit is not None:
            yield limit
    yield from words(leaf.node)
    for match in _EVENT.finditer(leaf.text):
        yield leaf.make(*match.span(), TimeLimit.DATE)
    for match in _IN_COLUMN.finditer(leaf.text) if leaf.limited or leaf.limit_cells else ():
        if leaf.named(leaf.node.prose.span(*match.span()), match.start()):
            yield leaf.make(*match.span(), TimeLimit.DATE)


def _by_date(leaf: _Leaf, when: When) -> Deadline | None:
    """The date as a limit: 2024年12月底前, 完成时限：2024年9月, 将于6月完成."""
    text = leaf.text
    start, end = leaf.place(when.span)
    tail = _BY.match(text, end)
    if tail is not None and not _BEFORE_THEN.match(text, tail.end()):
        return leaf.make(start, tail.end(), TimeLimit.DATE, when.last)
    before = text[max(start - 14, 0) : start]
    if leaf.named(when.span, start) or _AIM.search(before):
        return leaf.make(start, end, TimeLimit.DATE, when.last)
    if when.precision is not Precision.YEAR and _AT.search(before) and _DONE_BY.match(text, end):
        return leaf.make(start, end, TimeLimit.DATE, when.last)
    return None


def _by_length(leaf: _Leaf, duration: Duration, milestones: Milestones) -> Deadline | None:
    """The length as a limit: 3个月内, 用半年时间完成."""
    start, end = leaf.place(duration.span)
    tail = _WITHIN.match(leaf.text, end)
    if tail is None and not leaf.named(duration.span, start):
        return None
    if _LOOKS_BACK.search(leaf.text, max(start - 5, 0), start):
        return None
    stop = tail.end() if tail else end
    return leaf.make(start, stop, TimeLimit.DURATION, _due(leaf.text, start, duration, milestones))


def _due(text: str, start: int, duration: Duration, milestones: Milestones) -> date | None:
    """The last day of a length of time that is counted from the feedback or from the plan's own date."""
    sentence = text[text.rfind("。", 0, start) + 1 : (text.find("。", start) + 1 or len(text) + 1) - 1]
    base: When | None = None
    if _FROM_PLAN.search(sentence):
        base = milestones.signing
    elif _FROM_FEEDBACK.search(sentence):
        base = milestones.feedback
    if base is None or base.last is None:
        return None
    return calendar.add(base.last, duration.count, duration.unit)


def words(leaf: Node) -> Iterator[Deadline]:
    """How often, in what manner, how vaguely: the limits of one leaf that need no date."""
    text = leaf.text
    if any(mark in text for mark in _FREQUENT_MARKS):
        for match in _OFTEN.finditer(text):
            yield Deadline(leaf.prose.span(*match.span()), leaf, TimeLimit.FREQUENCY)
    for match in _STATUS.finditer(text):
        yield Deadline(leaf.prose.span(*match.span()), leaf, TimeLimit.STATUS)
    for match in _VAGUE.finditer(text):
        if match.group() != "近期" or _means_soon(text, *match.span()):
            yield Deadline(leaf.prose.span(*match.span()), leaf, TimeLimit.VAGUE)


def _means_soon(text: str, start: int, end: int) -> bool:
    """Whether 近期 says when something will be done, not when it was (近期发生的, 中近期目标)."""
    if text[start - 1 : start] in ("最", "中", "、") and start:
        return False
    if _LABEL.search(text, max(start - 14, 0), start):
        return True
    if _SOON.search(text, max(start - 2, 0), start) or _SOON_AFTER.match(text, end):
        return True
    return _OF_THE_REST.search(text, max(start - 40, 0), start) is not None
