"""The same thing counted in two places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_lint.comparisons.accounts import Account
from disclosure_lint.comparisons.counts import COME_TO, Count, Sentence, by_sentence, loose
from disclosure_lint.comparisons.echoes import PART
from disclosure_lint.comparisons.model import Comparison, Operand, Verdict
from disclosure_lint.comparisons.wording import named
from disclosure_lint.facts.figures.vocabulary import GROUP_UNITS, ITEM_UNITS
from disclosure_lint.facts.model import Status

_LOCAL = Pattern(r"该(?![委局院校厅办县市区])|此(?!次)|这[类些方]")
"""Words that point at what was named just before: 该方面问题共5个."""

_MOST_HELD = 40
"""A draft names its totals a few times; where it goes on like that it is no disclosure."""

_SELF = Pattern(r"查摆|自查|排查|检视|征求|征集|收集|对照检查|班子")
"""Words for what a body found or collected itself."""

_LEAST_COMMON = 10
"""Smaller numbers of ordinary things meet by chance."""

_MOST_NAMED = 6
"""So many other places are named beside a figure; nobody reads more."""

_FOUND = ("问题", "问题表现", "意见", "建议", "意见建议")
_DERIVED = ("事项", "任务", "措施", "举措")


def compare(
    counts: tuple[Count, ...], accounts: tuple[Account, ...], *, agreements: bool = True
) -> Iterator[Comparison]:
    """Hold every count against the other counts of the same thing; what agrees is told only where ``agreements`` are wanted."""
    wholes = frozenset(account.whole.span for account in accounts)
    sentences = by_sentence(counts)
    told: set[frozenset[int]] = set()
    for group in groups(counts).values():
        if len(group) > 1:
            if agreements:
                yield from _agreeing(group)
            yield from _conflicting(deciding(group, wholes), sentences, told)


Group = tuple[str, str, str]
"""What counts of the same thing share: what is counted, the family of its measure word, who found it or what became of it."""


def groups(counts: tuple[Count, ...]) -> Mapping[Group, list[Count]]:
    """The exact counts by what they count."""
    found: defaultdict[Group, list[Count]] = defaultdict(list)
    for count in counts:
        if count.exact and count.key:
            found[loose(count.key), _family(count.quantity.unit), _side(count)].append(count)
    return found


def _side(count: Count) -> str:
    """What may be held against each other: totals by who found them, parts by their status."""
    return count.status.value if count.accounted else _finder(count)


def _finder(count: Count) -> str:
    return "self" if count.origin == "self" and count.key.endswith(_FOUND) else ""


def _family(unit: str) -> str:
    if unit in ITEM_UNITS:
        return "item"
    return "group" if unit in GROUP_UNITS else unit


def _agreeing(group: list[Count]) -> Iterator[Comparison]:
    """One verified comparison for each figure that another place repeats."""
    alike: defaultdict[object, list[Count]] = defaultdict(list)
    for count in group:
        if count.overview if count.problem else count.value >= _LEAST_COMMON:
            alike[count.value, count.sentence.scope, count.problem or count.key].append(count)
    for same in alike.values():
        first = {count.sentence: count for count in reversed(same)}
        places = list(islice(reversed(first.values()), _MOST_NAMED + 1))
        for count in same:
            others = [other for other in places if other.sentence is not count.sentence][:_MOST_NAMED]
            if others:
                yield _agreement(count, others)


def _agreement(count: Count, others: list[Count]) -> Comparison:
    return Comparison(
        kind="repeat",
        verdict=Verdict.VERIFIED,
        figure=count.span,
        operands=_operands(others),
        stated=str(count.value),
        computed=str(count.value),
        zh=f"{named(count)}，与别处所写一致。",
        en=f"{count.value}, as elsewhere.",
    )


def _conflicting(
    usable: list[Count], sentences: Mapping[Sentence, list[Count]], told: set[frozenset[int]]
) -> Iterator[Comparison]:
    """One contradiction where two places count the same problems, matters or measures differently.

    Where two sentences differ in what is done, they differ in what is left as well; that is told once.
    """
    tally = Counter(count.value for count in usable)
    if len(tally) != 2:
        return
    (_, most), (_, fewest) = tally.most_common()
    first = usable[0].value
    wrong = min(tally, key=lambda value: tally[value]) if most != fewest else next(v for v in tally if v != first)
    for count in usable:
        others = [other for other in usable if other.value != count.value and _comparable(count, other, sentences)]
        if count.value == wrong and others:
            pair = frozenset({count.sentence.number, others[0].sentence.number})
            if not (count.accounted and pair in told):
                yield _contradiction(count, others)
            told |= {pair} if count.accounted else set()
            return


def deciding(group: list[Count], wholes: frozenset[Span]) -> list[Count]:
    """The counts that state a total of their own for the whole draft, each the only one of its kind in its sentence."""
    crowd = Counter(sentence for sentence, _ in {(count.sentence, count.value) for count in group})
    deciding = (count for count in group if crowd[count.sentence] == 1 and _decides(count, wholes))
    return list(islice(deciding, _MOST_HELD))


def _decides(count: Count, wholes: frozenset[Span]) -> bool:
    if not (count.problem and count.overview) or count.sentence.scope[0] or count.sentence.says(_LOCAL):
        return False
    if count.accounted or count.status is Status.TOTAL:
        return True
    return not count.lead.strip() and (count.span in wholes or _heads(count))


def _heads(count: Count) -> bool:
    """Whether it names all at the head of what is told of them: 61项任务中; or ends a chain of what was reported: 3个方面17个问题."""
    if count.quantity.chain is not None:
        return count.key in _FOUND and not count.sentence.says(_SELF)
    prose = count.quantity.node.prose
    return prose.text[prose.index(count.span.end - 1) + 1 :].removeprefix(count.quantity.noun).startswith("中")


def _comparable(count: Count, other: Count, sentences: Mapping[Sentence, list[Count]]) -> bool:
    """Whether two counts speak of the same things, the same round, the same moment."""
    return same_matter(count, other, sentences) and (not is_derived(count) or linked(count, other, sentences))


def same_matter(count: Count, other: Count, sentences: Mapping[Sentence, list[Count]]) -> bool:
    """Whether nothing around two counts says that they count different things, or the same ones at different times."""
    timeless = count.accounted and (count.referring or other.referring)
    return (timeless or _same_time(count, other)) and same_things(count, other, sentences)


def same_things(count: Count, other: Count, sentences: Mapping[Sentence, list[Count]]) -> bool:
    """Whether nothing around two counts says that they count different things, whenever that was."""
    if _scope(count) != _scope(other) or (count.accounted and count.status is not other.status):
        return False
    if _subject(count, other) != _subject(other, count) or _explained(count, other, sentences):
        return False
    if count.key != other.key and not (_near(count.value, other.value) or _fewer_refined(count, other)):
        return False  # 12 problems, refined to 27 具体问题
    return not ({count.origin, other.origin} == {"refined", "feedback"} and loose(count.key) == count.key == other.key)


def _subject(count: Count, other: Count) -> str:
    """Whose or what part a count may be; 已完成 is no such word where one of the two points back: 对已完成的18个问题."""
    refers = count.accounted and (count.referring or other.referring)
    return COME_TO.sub("", count.subject) if refers else count.subject


def _scope(count: Count) -> tuple[frozenset[str], frozenset[str]]:
    """The other sources and bodies its sentence speaks of; 班子成员 who share the work out are none."""
    sources, bodies = count.sentence.scope
    words = count.sentence.words
    return (sources, bodies - {"班子"}) if words.count("班子") == words.count("班子成员") else (sources, bodies)


def is_derived(count: Count) -> bool:
    """Whether it counts matters, tasks or measures that the body itself made of what it was told."""
    return count.key in _DERIVED or not count.key.endswith(_FOUND)


def linked(count: Count, other: Count, sentences: Mapping[Sentence, list[Count]]) -> bool:
    """Whether something says that two counts of tasks or measures mean the same ones."""
    return _qualified(count, other) or _definite(count) or _definite(other) or _share_companion(count, other, sentences)


def _near(value: int, other: int) -> bool:
    return abs(value - other) * 10 <= max(value, other)


def _fewer_refined(count: Count, other: Count) -> bool:
    """Whether tasks or measures are fewer where they are called 具体: what is refined is never less."""
    finer, coarser = (count, other) if count.key.startswith("具体") else (other, count)
    return is_derived(count) and finer.value < coarser.value


def _definite(count: Count) -> bool:
    """Whether a count names things already told of: 制定的45条, or 64条整改措施 at the head of its clause."""
    return count.restated or not count.lead.strip()


def _same_time(count: Count, other: Count) -> bool:
    here, there = count.sentence, other.sentence
    if here.years and there.years and not here.years & there.years:
        return False
    return not count.accounted or here.moment == there.moment


def _qualified(count: Count, other: Count) -> bool:
    """Whether both carry the same name of their own (举一反三事项), so that no other matters are meant."""
    return count.key == other.key and any(
        count.key.endswith(word) and len(count.key) >= len(word) + 3 for word in _DERIVED[:2]
    )


def _share_companion(count: Count, other: Count, sentences: Mapping[Sentence, list[Count]]) -> bool:
    """Whether both sentences count the same problems alike, so that the figures beside them speak of the same round."""

    def companions(which: Count) -> set[tuple[str, int]]:
        return {(loose(near.key), near.value) for near in sentences[which.sentence]
                if near.problem and near.key.endswith(_FOUND) and near is not which}  # fmt: skip

    return bool(companions(count) & companions(other))


def _explained(count: Count, other: Count, sentences: Mapping[Sentence, list[Count]]) -> bool:
    """Whether a figure beside them is just the difference (反馈问题12个，自查问题15个，共27个)."""
    gap = abs(count.value - other.value)
    near = sentences[count.sentence] + sentences[other.sentence]
    if (
        count.status is Status.LEFT
        and sum(part.value for part in near if part.status in (Status.STAGED, Status.ONGOING)) >= gap
    ):
        return any(part.status in (Status.STAGED, Status.ONGOING) for part in near)
    return any(
        beside.value == gap
        and beside.exact
        and beside.problem
        and not beside.accounted
        and beside.key[-2:] == count.key[-2:]
        for beside in near
    )


def _contradiction(count: Count, others: list[Count]) -> Comparison:
    computed = others[0]
    firm = is_derived(count) or all(other.key == count.key for other in others)  # 74项任务 are the 75项具体任务
    return Comparison(
        kind="repeat",
        verdict=Verdict.CONTRADICTED if firm else Verdict.UNVERIFIABLE,
        figure=count.span,
        operands=_operands(others),
        stated=str(count.value),
        computed=str(computed.value),
        zh=f"这里写{named(count)}，另一处写{named(computed)}，两处不一致。",
        en=f"{count.value} here, {computed.value} elsewhere, for the same things.",
        firm=firm,
        data={"here_zh": named(count), "there_zh": named(computed)} | ({PART: "yes"} if count.accounted else {}),
    )


def _operands(counts: list[Count]) -> tuple[Operand, ...]:
    return tuple(Operand(count.span, f"另一处：{named(count)}", f"elsewhere: {count.value}") for count in counts)
