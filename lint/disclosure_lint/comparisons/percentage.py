"""Percentages recomputed from their figures, or tried against their base alone (GRIM)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import accumulate, groupby
from math import ceil, floor

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_lint.comparisons.accounts import ALTOGETHER, Account, lasting
from disclosure_lint.comparisons.arithmetic import told_wrong
from disclosure_lint.comparisons.counts import Count, alike, loose
from disclosure_lint.comparisons.echoes import LEAST, MOST
from disclosure_lint.comparisons.model import Comparison, Operand, Verdict
from disclosure_lint.comparisons.rounding import roundings
from disclosure_lint.comparisons.wording import figure, per_cent, sum_in_english
from disclosure_lint.facts.figures.clauses import Clauses
from disclosure_lint.facts.model import Bound, Percentage, Status

SURE = Fraction(9, 10)
"""How likely a percentage picked at random must be impossible before an impossible one is called so."""

_NEAR = 12
"""How many figures back the figures of a percentage are looked for."""

_DEEDS = (
    "普查|普测|备案|培训|参训|走访|入户|签收|签约|归档|建档|接种|体检|抽查|巡查|巡听|旁听|配备|安装|发放|兑付|拆除|修复|公示|上网|登记|办证|发证|"
    "竣工|验收|清理|收回|清收|追回|核查|复核|见面|送达|回访|采集|调解成功"
)
"""What can be done with each of many things, and with no more than all."""

_OF_THESE = Pattern(
    rf"(?:完成|整改|办结|销号|回复|答复|落实|采纳|反馈|化解|解决|合格|到位|办理|处置|清退|签订|通过|达标|整治|{_DEEDS})率$"
)
_DEED_RATE = Pattern(rf"(?:{_DEEDS})率$")
_SINGLED_OUT = Pattern(r"其中|发现|查出|评出|认定")
_SHARE = Pattern(r"^占?(?:比|比例|比重)$")
_CHANGE = Pattern(r"[由从].{0,12}$")
_OTHERS = Pattern(r"其[中余他]|剩余|余下|另")
_DUE = Pattern(r"应(?:参|到|考|出|收|训)")
_CAME = Pattern(r"实(?:参|到|考|出|收|训)|实际(?:参|到)")
_ATTENDANCE = Pattern(r"(?:参[会考训加与]|到[会课岗位]|出[勤席]|[回收]收|收回)率$")
_PARTIAL = Pattern(r"阶段|到期|按期|按时|如期|序时|当期|年度|应|首")
"""A rate of those that were due, not of all."""

_AT_MOST_ALL = Pattern(
    rf"(?<!拨备)(?:整改|办结|销号|回复|答复|采纳|反馈|覆盖|合格|到位|知晓|满意|参与|参会|到课|出勤|签订|公开|录入|及时|优秀|通过|{_DEEDS})(?:完成|到位)?率$|占比$|满意度$|(?:问题|整改).{{0,4}}完成率$"
)
_BARE_RATE = Pattern(
    r"^(?:整改|及时|按期|按时|总|总体|综合|问题|任务|意见|事项|信访|集中)*"
    r"(?:完成|整改|办结|销号|回复|答复|落实|采纳|反馈|化解|解决|合格|到位|办理)(?:完成|到位)?率$"
)


def compare(
    percentages: tuple[Percentage, ...], counts: tuple[Count, ...], accounts: tuple[Account, ...]
) -> Iterator[Comparison]:
    """Hold percentages against the counts beside them; percentage points are none."""
    rates = [percentage for percentage in percentages if not percentage.points]
    starts = [count.span.start for count in counts]
    wrong = _wrong(accounts)
    wholes = {part.span: account.whole for account in accounts for part in account.parts}
    last: Percentage | None = None
    for node, of_leaf in groupby(rates, key=lambda percentage: percentage.node):
        clauses = Clauses(node.prose.text)
        for percentage in of_leaf:
            low, high = (bisect_left(starts, place) for place in _reach(percentage, clauses))
            beside = list(counts[max(low, high - _NEAR) : high])
            beside += _done_behind(percentage, beside, counts[high : high + 2])
            account = next((wrong[count.span] for count in beside if count.span in wrong), None)
            if account is None or not _would_fit(percentage, account):
                yield from _judge(percentage, _with_whole(percentage, beside, wholes), wholes, last)
            last = percentage


def _reach(percentage: Percentage, clauses: Clauses) -> tuple[int, int]:
    """Where the figures of a percentage may stand: before it in its sentence, back to the nearest semicolon."""
    prose = percentage.node.prose
    at = prose.index(percentage.span.start)
    start = clauses.sentence(at)[0]
    start = max(start, *(clauses.plain.rfind(mark, start, at) + 1 for mark in "；;"))
    return prose.offset(start), percentage.span.start


def _done_behind(percentage: Percentage, beside: list[Count], behind: tuple[Count, ...]) -> list[Count]:
    """What is done, where the rate stands before it: 问题28个，整改完成率96.4%，已完成27个."""
    if not beside or not behind or any(count.accounted for count in beside) or _operands_of(percentage, beside):
        return []
    first = behind[0]
    same = first.sentence is beside[-1].sentence and loose(first.key) == loose(beside[-1].key)
    fits = first.status is Status.DONE and same and _BARE_RATE.search(percentage.noun)
    return [first] if fits and not _OTHERS.search(first.lead) else []


def _with_whole(percentage: Percentage, beside: list[Count], wholes: Mapping[Span, Count]) -> list[Count]:
    """The figures beside a share; for the share of one part of an account its total as well: 反馈52个，完成46个；正在推进6个，占11.5%."""
    if len(beside) != 1 or not _SHARE.search(percentage.noun):
        return beside
    whole = wholes.get(beside[0].span)
    return beside if whole is None or whole.sentence is not beside[0].sentence else [whole, *beside]


def _wrong(accounts: tuple[Account, ...]) -> dict[Span, Account]:
    """The figures that already disagree among themselves, with the account they belong to."""
    return {
        count.span: account for account in accounts if told_wrong(account) for count in (account.whole, *account.parts)
    }


def _would_fit(percentage: Percentage, account: Account) -> bool:
    """Whether putting one figure of a wrong account right would make the percentage right: then it is no second fault."""
    done, whole = account.done, account.whole.value
    if done is None or done.value > whole:
        return True
    others = account.sum - done.value
    pairs = ((whole - others, whole), (done.value, done.value + others), (done.value, whole))
    return any(
        base > 0 and percentage.value in roundings(Fraction(100 * part, base), percentage.decimals)
        for part, base in pairs
    )


def _at_most_all(percentage: Percentage, counts: list[Count]) -> bool:
    """Whether a rate is one of things of which no more than all can be done; a target may be exceeded, problems not."""
    if _AT_MOST_ALL.search(percentage.noun):
        return True
    return _BARE_RATE.search(percentage.noun) is not None and any(
        count.key.endswith(("问题", "措施", "意见", "建议", "事项")) for count in counts
    )


def _judge(
    percentage: Percentage, counts: list[Count], wholes: Mapping[Span, Count], last: Percentage | None
) -> Iterator[Comparison]:
    if percentage.value > 100 and percentage.bound is Bound.EXACT and _at_most_all(percentage, counts):
        yield _over(percentage)
        return
    if percentage.bound is not Bound.EXACT:
        return
    pair = _operands_of(percentage, counts) or _last_of_several(percentage, counts, wholes)
    if pair is not None:
        if not _counts_more(percentage, *pair, counts):
            yield from _recomputed(percentage, *pair)
        return
    base = _base(percentage, counts, last)
    if base is not None:
        yield from _tried(percentage, base)


def _operands_of(percentage: Percentage, counts: list[Count]) -> tuple[Count, Count] | None:
    """The base and the part of a rate, where there is just one candidate for each."""
    counts = [count for count in counts if count.exact and count.value > 0]
    rate = _OF_THESE.search(percentage.noun) and not _PARTIAL.search(percentage.noun)
    if len(counts) > 1 and _ATTENDANCE.search(percentage.noun) and _due(counts[-2], counts[-1]):
        return counts[-2], counts[-1]
    if not (rate or _SHARE.search(percentage.noun)) or len(counts) < 2:
        return None
    last = counts[-1]
    same = [
        count for count in counts if alike(count.quantity.unit, last.quantity.unit) and not _is_level(count, counts)
    ]
    if _SHARE.search(percentage.noun):
        return (same[0], same[1]) if len(same) == 2 and same[1] is last and _shares(same[0], same[1]) else None
    done = _summed_up([count for count in same if count.status is Status.DONE])
    wholes = [count for count in same if not count.accounted]
    if len(done) == 1 and len(wholes) == 1:
        specific = _DEED_RATE.search(percentage.noun) is not None and _acts(percentage, done[0])
        if done[0].key == wholes[0].key or not done[0].key or specific:
            return wholes[0], done[0]
    if not done and len(same) > 1 and _acts(percentage, same[-1]) and same[-1].value <= same[-2].value:
        return next(
            (pair for pair in ((base, same[-1]) for base in same[:-1]) if _fits(percentage, *pair)),
            (same[-2], same[-1]),
        )
    return None


def _last_of_several(
    percentage: Percentage, counts: list[Count], wholes: Mapping[Span, Count]
) -> tuple[Count, Count] | None:
    """The account told last before a bare rate that fits no account beside it: 15个问题已完成13个，44条措施已完成41条，完成率93.2%."""
    if not _BARE_RATE.search(percentage.noun) or _PARTIAL.search(percentage.noun) or not counts:
        return None
    pairs = [(wholes[part.span], part) for part in counts if part.status is Status.DONE and part.span in wholes]
    pairs = [pair for pair in pairs if pair[0].exact and pair[1].exact and pair[0] in counts and pair[0].value > 0]
    if (
        len(pairs) < 2
        or pairs[-1][1] is not counts[-1]
        or any(word in percentage.noun for word in ("问题", "任务", "意见", "事项"))
    ):
        return None
    sums = (sum(whole.value for whole, _ in pairs), sum(part.value for _, part in pairs))
    if percentage.value in roundings(Fraction(100 * sums[1], sums[0]), percentage.decimals):
        return None
    return next((pair for pair in reversed(pairs) if _fits(percentage, *pair)), pairs[-1])


def _fits(percentage: Percentage, whole: Count, part: Count) -> bool:
    return percentage.value in roundings(Fraction(100 * part.value, whole.value), percentage.decimals)


def _summed_up(done: list[Count]) -> list[Count]:
    """Only the sum, where it is given behind its terms: 集中整改期内完成30个，期后完成7个，累计完成37个."""
    return done[-1:] if done and ALTOGETHER.search(done[-1].lead) else done


def _due(whole: Count, part: Count) -> bool:
    """Whether two counts set those that came against those that should have: 应考320人，实考318人."""
    return bool(_DUE.search(whole.lead) and _CAME.match(part.lead.strip("、，, "))) and part.value <= whole.value


def _counts_more(percentage: Percentage, whole: Count, part: Count, counts: list[Count]) -> bool:
    """Whether the rate counts what is done in part as done, too: 已完成15个，基本完成1个，完成率94.1%."""
    more = [count for count in counts if count.key == part.key and (count.status is Status.STAGED or lasting(count))]
    if percentage.value in roundings(Fraction(100 * part.value, whole.value), percentage.decimals):
        return False
    totals = accumulate((count.value for count in more), initial=part.value)
    return any(
        percentage.value in roundings(Fraction(100 * total, whole.value), percentage.decimals) for total in totals
    )


def _shares(whole: Count, part: Count) -> bool:
    """Whether the part belongs to the whole (其中, or the same things), and is no later state of it (由286个调整为293个)."""
    if whole.accounted or part.value > whole.value or _CHANGE.search(whole.lead):
        return False
    if "其中" in part.lead or whole.key == part.key:
        return True
    return _SINGLED_OUT.search(part.lead) is not None and whole.key[-2:] == part.key[-2:]


def _is_level(count: Count, counts: list[Count]) -> bool:
    """Whether a count is an upper level of a chain that goes on (4个方面 before 17个问题)."""
    chain = count.quantity.chain
    return chain is not None and any(other.quantity.chain == chain and other.span > count.span for other in counts)


def _acts(percentage: Percentage, part: Count) -> bool:
    """Whether the part is counted by the verb of the rate: 回复901次, 及时回复率."""
    match = _OF_THESE.search(percentage.noun)
    return match is not None and match[0].removesuffix("率") in part.lead + part.quantity.noun


def _recomputed(percentage: Percentage, whole: Count, part: Count) -> Iterator[Comparison]:
    exact = Fraction(100 * part.value, whole.value)
    stated, computed = _written(percentage), per_cent(exact, percentage.decimals)
    sums = f"{part.value}÷{whole.value}"
    operands = (
        Operand(part.span, f"分子：{figure(part)}", f"part: {part.value}"),
        Operand(whole.span, f"分母：{figure(whole)}", f"base: {whole.value}"),
    )
    if percentage.value in roundings(exact, percentage.decimals):
        zh, en = f"{sums}＝{stated}，相符。", f"{part.value} of {whole.value} is {stated}, as stated."
        yield Comparison("percentage", Verdict.VERIFIED, percentage.span, operands, stated, stated, zh, en)
        rate = Operand(percentage.span, f"比率：{stated}", f"rate: {stated}")
        for count, other in zip((whole, part), operands, strict=True):
            value = str(count.value)
            yield Comparison("percentage", Verdict.VERIFIED, count.span, (other, rate), value, value, zh, en)
        return
    yield Comparison(
        kind="percentage",
        verdict=Verdict.CONTRADICTED,
        figure=percentage.span,
        operands=operands,
        stated=stated,
        computed=computed,
        zh=f"{sums}＝{computed}，与所写{stated}不符。",
        en=f"{part.value} of {whole.value} is {computed}, not {stated}.",
        data={"sums_zh": sums, "sums_en": sum_in_english(sums)} | _bases(percentage, part.value),
    )


def _bases(percentage: Percentage, part: int) -> dict[str, str]:
    """The bases that would give the percentage."""
    step = Fraction(1, 10**percentage.decimals)
    least = {LEAST: str(ceil(100 * part / (percentage.value + step)))}
    return least if percentage.value <= step else least | {MOST: str(floor(100 * part / (percentage.value - step)))}


def _base(percentage: Percentage, counts: list[Count], last: Percentage | None) -> Count | None:
    """The one count that a bare rate of completion can be a share of."""
    if not _BARE_RATE.search(percentage.noun) or _PARTIAL.search(percentage.noun):
        return None
    usable = [count for count in counts if not _is_level(count, counts)]
    if len(usable) != 1 or not usable[0].exact or usable[0].accounted or usable[0].value == 0:
        return None
    if (
        not usable[0].key.endswith(("问题", "事项", "任务", "意见", "信访件", "举报件"))
        or usable[0].status is not Status.TOTAL
    ):
        return None
    between = last is not None and usable[0].span.end <= last.span.start
    return None if between else usable[0]


def _tried(percentage: Percentage, base: Count) -> Iterator[Comparison]:
    """Whether any whole number of the base gives the percentage."""
    decimals, size = percentage.decimals, base.value
    chance = 1 - Fraction(2 * (size + 1), 100 * 10**decimals)
    if chance < SURE or percentage.value > 100:
        return
    nearest = round(percentage.value * size / 100)
    given = {part: Fraction(100 * part, size) for part in (nearest - 1, nearest, nearest + 1) if 0 <= part <= size}
    fit = next((part for part, rate in given.items() if percentage.value in roundings(rate, decimals)), None)
    stated = _written(percentage)
    operands = (Operand(base.span, f"基数：{figure(base)}", f"base: {size}"),)
    if fit is not None:
        zh, en = f"{fit}÷{size}可得{stated}。", f"{fit} of {size} gives {stated}."
        yield Comparison("possible", Verdict.VERIFIED, percentage.span, operands, stated, stated, zh, en)
        return
    near = [per_cent(rate, decimals) for rate in given.values()]
    near_zh, near_en = "、".join(near), ", ".join(near)
    yield Comparison(
        kind="possible",
        verdict=Verdict.CONTRADICTED,
        figure=percentage.span,
        operands=operands,
        stated=stated,
        computed=near_zh,
        zh=f"以{figure(base)}为基数，任何整数都得不出{stated}，最接近的是{near_zh}。",
        en=f"No whole number out of {size} gives {stated}; the nearest are {near_en}.",
        data={"whole": figure(base), "base": str(size), "near_zh": near_zh, "near_en": near_en},
    )


def _over(percentage: Percentage) -> Comparison:
    stated = _written(percentage)
    return Comparison(
        kind="possible",
        verdict=Verdict.CONTRADICTED,
        figure=percentage.span,
        operands=(),
        stated=stated,
        computed="100%",
        zh=f"比率{stated}超过了100%。",
        en=f"A rate of {stated} is more than all there is.",
    )


def _written(percentage: Percentage) -> str:
    return per_cent(percentage.value, percentage.decimals)
