"""Faults in totals, parts, shares and counts of what the draft lists."""

from __future__ import annotations

import re
from random import Random

from model import Edit, Operator, Planted, cut, edited, replaced
from text import (
    CHINESE,
    Heading,
    ascii_digits,
    closing,
    headings,
    is_plan,
    like,
    lines,
    mark,
    other_digit,
    pick,
    runs,
    runs_on,
)

_N = "([0-9０-９]{1,6})"
_UNIT = "[个项条件份户处人名笔宗起类家台卷批本套]"
_STOP = "[^。；\n]"


def _with_digit_changed(text: str, start: int, end: int, random: Random) -> tuple[int, int, str]:
    at = random.randrange(start, end)
    return at, at + 1, other_digit(text[at], random, leading=at == start and end - start > 1)


def _occurrences(text: str, number: str, unit: str) -> int:
    """How often this number of these things is stated, alone and not as a part of another number."""
    return len(re.findall(rf"(?<![0-9０-９.]){number}(?={unit})", text))


def done_beyond_total(text: str, random: Random) -> Planted | None:
    """More is said to be done than there was."""
    pattern = re.compile(
        rf"{_N}({_UNIT}){_STOP}{{0,16}}?[，,、]?{_STOP}{{0,10}}?(?:已?完成(?:整改)?|已整改|已化解|已办理|已办结|已落实|已发放){_N}(?=\2)"
    )
    choices = [match for match in pattern.finditer(text) if _value(match[3]) <= _value(match[1])]
    match = pick(random, choices)
    if match is None:
        return None
    new = str(_value(match[1]) + random.randint(1, 6))
    return replaced(text, match.start(3), match.end(3), like(new, match[3]), also=[match.span(1)])


def _value(digits: str) -> int:
    return int(ascii_digits(digits))


def done_typed_double(text: str, random: Random) -> Planted | None:
    """A digit of what is done was typed twice: 277 of 27."""
    pattern = re.compile(rf"{_N}({_UNIT}){_STOP}{{0,22}}?(?:完成(?:整改)?|整改到位|化解|办理|办结|落实|发放){_N}(?=\2)")
    choices = [match for match in pattern.finditer(text) if _value(match[3]) <= _value(match[1])]
    match = pick(random, choices)
    if match is None:
        return None
    at = random.randrange(match.start(3), match.end(3))
    return replaced(text, at, at + 1, text[at] * 2, also=[match.span(1)])


def _partitions(text: str) -> list[tuple[tuple[int, int], list[tuple[int, int]]]]:
    """A total and the parts right behind it that add up to it: 412件，其中移送256件、返还98件、依法处理58件."""
    found = []
    total = re.compile(rf"{_N}({_UNIT})(?:{_STOP}{{0,9}}?其中|[，,]{_STOP}{{0,4}}?)(?={_STOP}{{0,14}}?[0-9０-９])")
    for match in total.finditer(text):
        end = re.search("[。；\n]", text[match.end() :])
        stretch = text[match.end() : match.end() + (end.start() if end else 0)]
        parts = []
        for part in re.finditer(rf"{_N}(?={match[2]})", stretch):
            parts.append((match.end() + part.start(), match.end() + part.end()))
            if sum(_value(text[slice(*each)]) for each in parts) == _value(match[1]) and len(parts) > 1:
                found.append((match.span(1), parts))
                break
    return found


_NO_MORE_KINDS = re.compile(
    r"剩余|其余|余下|另外?(?=[0-9０-９])|未|分别|正职.*副职|跨.*内部|高.*中.*低|特别.*一般|保留|重大决策|[审诉]结.*未"
)
_TWICE = re.compile(r"处分|诫勉|约谈|批评教育")


def _shows(text: str, total: tuple[int, int], parts: list[tuple[int, int]], whole: int, values: list[int]) -> bool:
    """Whether a list shows by itself that it does not make its total.

    Parts that make more are wrong, unless a thing can stand in two of them (one person punished in two ways). Parts that make less may be some
    of them only (412件，其中移送256件、返还98件), unless the words leave room for no more; and 另有14套 may be more than the total.
    """
    words = text[total[0] : parts[-1][1] + 1]
    if _TWICE.search(words) or re.search("另有", words):
        return False
    return sum(values) > whole or _NO_MORE_KINDS.search(words) is not None


def part_changed(text: str, random: Random) -> Planted | None:
    """One part was changed and the total was not."""
    chosen = pick(random, _partitions(text))
    if chosen is None:
        return None
    total, parts = chosen
    at = random.choice(parts)
    start, end, new = _with_digit_changed(text, *at, random)
    values = [
        _value(text[at[0] : start] + new + text[end : at[1]]) if part == at else _value(text[slice(*part)])
        for part in parts
    ]
    checkable = _shows(text, total, parts, _value(text[slice(*total)]), values)
    return replaced(text, start, end, new, also=[total, *parts], checkable=checkable)


def partition_total_changed(text: str, random: Random) -> Planted | None:
    """The total was changed and its parts were not."""
    chosen = pick(random, _partitions(text))
    if chosen is None:
        return None
    total, parts = chosen
    start, end, new = _with_digit_changed(text, *total, random)
    whole = _value(text[total[0] : start] + new + text[end : total[1]])
    checkable = _shows(text, total, parts, whole, [_value(text[slice(*part)]) for part in parts])
    return replaced(text, start, end, new, also=parts, checkable=checkable)


_SUM = re.compile(rf"{_N}({_UNIT}|次)[、，,]{_STOP}{{1,30}}?{_N}\2{_STOP}{{0,30}}?(?:共计|合计|共){_N}(?=\2)")


def sum_changed(text: str, random: Random) -> Planted | None:
    """共计, 合计: the sum behind its parts was changed."""
    match = pick(random, list(_SUM.finditer(text)))
    if match is None:
        return None
    return replaced(text, *_with_digit_changed(text, *match.span(4), random), also=[match.span()])


_LEFT = re.compile(
    rf"{_N}({_UNIT}){_STOP}{{0,24}}?(?:已?[完化办整落发核规偿归收][^，,。；\n0-9]{{1,5}})({_N})\2[^。；\n]{{0,30}}?"
    rf"[，,、](?:剩余|其余|余下|未完成的?|另有?|尚有|正在整改|正在推进|取得阶段性成效|未化解的){_N}(?=\2)"
)


def _remainders(text: str) -> list[re.Match[str]]:
    """Total, done and left of one thing in one sentence that agree."""
    return [match for match in _LEFT.finditer(text) if _value(match[1]) == _value(match[3]) + _value(match[5])]


def remainder_changed(text: str, random: Random) -> Planted | None:
    """What is left was changed: total, done and left no longer agree."""
    match = pick(random, _remainders(text))
    if match is None:
        return None
    return replaced(text, *_with_digit_changed(text, *match.span(5), random), also=[match.span(1), match.span(3)])


_RATE = re.compile(r"(?:率(?:为|达到?|均为)?|占(?:比)?|比例为?)(?P<rate>[0-9０-９]{1,3}(?:[.．][0-9０-９]{1,2})?)[%％]")


def _bases(text: str) -> list[tuple[tuple[int, int], list[re.Match[str]]]]:
    """Rates that two numbers of the same sentence give to the digit, and the numbers that do."""
    found = []
    for match in _RATE.finditer(text):
        begin = max(text.rfind(stop, 0, match.start()) for stop in "。；\n") + 1
        numbers = [
            number
            for number in re.finditer(rf"(?<![0-9.年]){_N}(?={_UNIT}(?!次))", text[: match.start()])
            if number.start() >= begin
        ]
        rate, decimals = _rate(match["rate"])
        pairs = [
            (small, big)
            for big in numbers
            for small in numbers
            if small is not big
            and 0 < _value(small[0]) <= _value(big[0])
            and round(100 * _value(small[0]) / _value(big[0]), decimals) == rate
        ]
        if pairs:
            found.append((match.span("rate"), list({number for pair in pairs for number in pair})))
    return found


def _rate(words: str) -> tuple[float, int]:
    """A rate and how many decimals it has."""
    whole, _, decimals = ascii_digits(words).replace("．", ".").partition(".")
    return float(f"{whole}.{decimals or 0}"), len(decimals)


def _based_rates(text: str) -> list[tuple[int, int]]:
    """Where rates stand that two numbers of the same sentence give to the digit."""
    return [rate for rate, _ in _bases(text)]


def _rounded(text: str, rate: tuple[int, int], new: str) -> bool:
    """Whether a rate would be the same one rounded up or down instead: 94.2 for 94.12 is no fault by the catalogue."""
    value, decimals = _rate(new)
    values = [_value(number[0]) for place, numbers in _bases(text) if place == rate for number in numbers]
    return any(abs(100 * small / big - value) < 10**-decimals for big in values for small in values if small <= big)


def rate_digit_changed(text: str, random: Random) -> Planted | None:
    """A digit of a rate was mistyped."""
    rate = pick(random, _based_rates(text))
    if rate is None:
        return None
    digits = [at for at in range(*rate) if text[at] not in ".．"]
    at = random.choice(digits)
    new = other_digit(text[at], random, leading=at == rate[0])
    if _rounded(text, rate, text[rate[0] : at] + new + text[at + 1 : rate[1]]):
        return None
    return replaced(text, at, at + 1, new)


def rate_digits_swapped(text: str, random: Random) -> Planted | None:
    """Two neighbouring digits of a rate changed places: 97.74 instead of 97.47."""
    choices = []
    for start, end in _based_rates(text):
        choices += [
            at
            for at in range(start, end - 1)
            if text[at] not in ".．"
            and text[at + 1] not in ".．"
            and text[at] != text[at + 1]
            and text[at + 1] not in "0０"
        ]
    at = pick(random, choices)
    return None if at is None else replaced(text, at, at + 2, text[at + 1] + text[at])


def rate_not_updated(text: str, random: Random) -> Planted | None:
    """The figures went up by one after the rate had been worked out: done and left were changed, the rate was not."""
    pattern = rf"(?:完成(?:整改)?|落实|整改到位){_N}({_UNIT})[，,](?:整改)?(?:完成|到位|落实)?率(?:为|达)?[0-9.]+[%％]"
    choices = [
        match
        for match in re.finditer(pattern, text)
        if _occurrences(text, match[1], match[2]) == 1 and _value(match[1]) > 2
    ]
    match = pick(random, choices)
    if match is None:
        return None
    new = like(str(_value(match[1]) - 1), match[1])
    return replaced(text, *match.span(1), new, also=[match.span()])


_COMPLETION = re.compile(
    r"(?:完成率|整改率|办结率|反馈率|回复率|采纳率|到位率|落实率|调解成功率|签订率|合格率|普测率|备案率|设立率)(?:均?为|达到?)?(?P<rate>[0-9０-９]{1,3}(?:[.．][0-9０-９]+)?)[%％]"
)


def rate_over_hundred(text: str, random: Random) -> Planted | None:
    """A completion rate of more than all."""
    match = pick(random, list(_COMPLETION.finditer(text)))
    if match is None:
        return None
    whole, point, rest = ascii_digits(match["rate"]).replace("．", ".").partition(".")
    new = random.choice(["1" + whole if len(whole) < 3 else whole + "0", str(100 + int(whole) % 90 + 1)])
    return replaced(text, *match.span("rate"), like(new + point + rest, match["rate"]))


def decimal_point_lost(text: str, random: Random) -> Planted | None:
    """9524% for 95.24%."""
    choices = [at for match in _COMPLETION.finditer(text) for at in range(*match.span("rate")) if text[at] in ".．"]
    at = pick(random, choices)
    return None if at is None else cut(text, at, at + 1, near=0)


_STATED = re.compile(
    rf"(?<![0-9０-９.]){_N}([个项条])(?=(?:具体|重点|主要)?(?:问题|整改措施|措施|任务|整改任务|事项|{_STOP}?(?:问题|措施)))"
)


def _repeated(text: str) -> list[re.Match[str]]:
    """Statements of how many problems or measures there are, of which the draft makes several with the same number."""
    found = list(_STATED.finditer(text))

    def noun(match: re.Match[str]) -> str:
        return (
            "措施"
            if "措施" in text[match.end() : match.end() + 5]
            else "任务"
            if "任务" in text[match.end() : match.end() + 5]
            else "问题"
        )

    counts: dict[tuple[int, str], int] = {}
    for match in found:
        counts[(_value(match[1]), noun(match))] = counts.get((_value(match[1]), noun(match)), 0) + 1
    biggest = {kind: max(number for number, each in counts if each == kind) for _, kind in counts}
    return [
        match
        for match in found
        if counts[(_value(match[1]), noun(match))] > 1 and _value(match[1]) == biggest[noun(match)]
    ]


def repeated_total_changed(text: str, random: Random) -> Planted | None:
    """A total that the draft states several times was changed in one place."""
    choices = _repeated(text)
    match = pick(random, choices)
    if match is None:
        return None
    also = [other.span(1) for other in choices if other.start() != match.start()]
    return replaced(text, *_with_digit_changed(text, *match.span(1), random), also=also)


def repeated_total_off_by_one(text: str, random: Random) -> Planted | None:
    """One problem came or went and only one of the places was brought up to date."""
    choices = _repeated(text)
    match = pick(random, choices)
    if match is None:
        return None
    new = str(_value(match[1]) + random.choice((-1, 1)))
    also = [other.span(1) for other in choices if other.start() != match.start()]
    return replaced(text, *match.span(1), like(new, match[1]), also=also)


def rest_to_do_changed(text: str, random: Random) -> Planted | None:
    """The last part speaks of another number of open problems than the part before."""
    pattern = re.compile(
        rf"对(?:正在整改|正在推进|未完成整改|未完成|基本完成|取得阶段性成效|剩余|尚未完成)的?{_N}([个项条])(?:问题|任务|措施)"
    )
    choices = [
        match for match in pattern.finditer(text) if len(re.findall(rf"(?<![0-9０-９.]){match[1]}{match[2]}", text)) > 1
    ]
    match = pick(random, choices)
    if match is None:
        return None
    new = str(_value(match[1]) + random.randint(1, 3))
    return replaced(text, *match.span(1), like(new, match[1]))


def _tied(text: str) -> set[int]:
    """Where the figures begin on which others depend: remainders, sums, bases of rates, repeated totals."""
    found = {match.start(1) for match in _repeated(text)}
    for match in _remainders(text):
        found.update(match.start(group) for group in (1, 3, 5))
    for match in _SUM.finditer(text):
        found.update(match.start(group) for group in (1, 3, 4))
    for _, numbers in _bases(text):
        found.update(number.start() for number in numbers)
    return found


def any_figure_changed(text: str, random: Random) -> Planted | None:
    """A digit of any counted figure was mistyped. Most figures stand alone, and no reader of the draft could tell."""
    figures = [match for match in re.finditer(rf"(?<![0-9０-９.]){_N}(?={_UNIT}|次|人次)", text) if len(match[1]) > 1]
    match = pick(random, figures)
    if match is None:
        return None
    start, end, new = _with_digit_changed(text, *match.span(1), random)
    number = _value(text[match.start(1) : start] + new + text[end : match.end(1)])
    checkable = match.start(1) in _tied(text) or _breaks_list(text, match.span(1), number)
    return replaced(text, start, end, new, checkable=checkable)


def _breaks_list(text: str, at: tuple[int, int], number: int) -> bool:
    """Whether another number at this place makes a list show that it does not make its total."""
    for total, parts in _partitions(text):
        if at in (total, *parts):
            whole, *values = (number if each == at else _value(text[slice(*each)]) for each in (total, *parts))
            return _shows(text, total, parts, whole, values)
    return False


_CHAIN = re.compile(rf"{_N}(?:个方面|大?类)[、的]?(?:{_N}(?:个类别|大?类)[、的]?)?(?:{_N}[个项条](?:具体)?问题)?")


def _countable(text: str, number: int, digits: str) -> bool:
    """Whether something in the draft bears this number out: as many headings or rows, or the number stated again."""
    start, end = _longest_part(text)
    inner = [heading for heading in headings(text) if start < heading.line.start < end]
    counts = {len(group) for group in runs(text, 1) if start < group[0].line.start < end}
    counts.update(sum(each.style == heading.style for each in inner) for heading in inner)
    rows = re.findall(r"^(?:\| *)?[0-9]{1,2}(?:\t| *\|)", text, re.MULTILINE)
    return number in counts | {len(rows)} or _occurrences(text, digits, "[个条项](?:具体|重点)?问题") > 1


def chain_changed(text: str, random: Random) -> Planted | None:
    """3个方面11类30个问题: one number of the chain is one off."""
    choices = [
        match.span(group)
        for match in _CHAIN.finditer(text)
        if sum(match[group] is not None for group in (1, 2, 3)) >= 2
        for group in (1, 2, 3)
        if match[group]
    ]
    at = pick(random, choices)
    if at is None:
        return None
    digits = text[slice(*at)]
    number = _value(digits)
    new = str(number + random.choice((-1, 1) if number > 1 else (1,)))
    return replaced(text, *at, like(new, digits), checkable=_countable(text, number, digits))


def _problem_runs(text: str) -> list[list[Heading]]:
    """Groups of problems whose headings, taken together, are as many as the draft says there are problems."""
    total = {_value(match[1]) for match in _STATED.finditer(text)}
    start, end = _longest_part(text)
    found = []
    for group in runs(text, 2):
        style = group[0].style
        inner = sum(heading.style == style and start < heading.line.start < end for heading in headings(text))
        if style.endswith("1") and not runs_on(text, style) and inner in total and start < group[0].line.start < end:
            found.append(group)
    return found


def item_added(text: str, random: Random) -> Planted | None:
    """A problem was added at the end of its part, numbered well, and the totals were not brought up to date."""
    group = pick(random, _problem_runs(text))
    if group is None:
        return None
    last = group[-1]
    end = min(last.end, closing(text))
    model = text[last.line.start : last.mark[0]] + mark(last, last.number + 1, text)
    gap = "\n\n" if text[:end].endswith("\n\n") else "\n"
    below = gap if text[last.line.end : end].strip() else "。"
    body = f"关于“档案整理不及时”的问题{below}已对近三年的文书档案逐卷核对，缺漏材料全部补齐，归档率达到要求。"
    return edited(
        text,
        [Edit(end, end, f"{model}{body}{gap}")],
        f"added an item {last.number + 1} behind {last.words[:16]!r}",
        also=[match.span() for match in _STATED.finditer(text)],
        near=1,
    )


def last_item_dropped(text: str, random: Random) -> Planted | None:
    """The last problem of a part was taken out, and the totals were not brought up to date."""
    group = pick(random, _problem_runs(text))
    if group is None:
        return None
    last = group[-1]
    return edited(
        text,
        [Edit(last.line.start, min(last.end, closing(text)), "")],
        f"cut the last item {last.words[:20]!r}",
        also=[match.span() for match in _STATED.finditer(text)],
        near=1,
    )


_LISTED = re.compile(
    r"(?P<list>[\u4e00-\u9fff“”]{2,10}(?:、[\u4e00-\u9fff“”]{2,10}){2,8})[”]?等?(?P<count>[三四五六七八九]|[3-9])"
    r"[个大项张类种本](?:[\u4e00-\u9fff]{1,6})"
)
_ANNOUNCED = re.compile(
    r"(?P<count>[三四五六七八九]|[3-9])[个大项张类种本步](?:[\u4e00-\u9fff]{1,5})?[”]?(?:[：:]|[，,]即)(?P<list>[\u4e00-\u9fff]{2,12}(?:[、，,][\u4e00-\u9fff]{2,16}){2,8})(?=[。；”])"
)


def _lists(text: str) -> list[re.Match[str]]:
    """A list and the number of its members beside it that agree."""
    found = []
    for pattern in (_LISTED, _ANNOUNCED):
        for match in pattern.finditer(text):
            count = CHINESE.index(match["count"]) + 1 if match["count"] in CHINESE else int(match["count"])
            if len(re.split("[、，,]", match["list"])) == count:
                found.append(match)
    return found


def list_count_changed(text: str, random: Random) -> Planted | None:
    """The number beside a list no longer fits the list."""
    match = pick(random, _lists(text))
    if match is None:
        return None
    old, step = match["count"], random.choice((-1, 1))
    new = CHINESE[CHINESE.index(old) + step] if old in CHINESE else str(int(old) + step)
    return replaced(text, *match.span("count"), new, also=[match.span()])


def list_member_dropped(text: str, random: Random) -> Planted | None:
    """A member of a counted list was dropped."""
    match = pick(random, _lists(text))
    if match is None:
        return None
    members = list(re.finditer("[、，,][^、，,]+", match["list"]))
    member = random.choice(members[:-1] or members)
    start = match.start("list") + member.start()
    return cut(text, start, start + len(member[0]), near=0)


_OPEN_CLAUSE = re.compile(rf"[，,；](?:其中)?(?:剩余|其余|余下|尚有|余){_STOP}{{0,3}}?{_N}({_UNIT}){_STOP}*(?=[。；])")
_OTHER_CLAUSE = re.compile(
    rf"[，,；](?:未完成|未化解|另外?|正在推进|正在整改|尚未完成|其他){_STOP}{{0,4}}?{_N}({_UNIT}){_STOP}*(?=[。；])"
)


_DONE_SO_FAR = re.compile(rf"(?<!院)(?:已|完成)[^，,。；0-9０-９]{{0,8}}{_N}$")
_STILL_OPEN = re.compile(r"未完成|尚未|正在|阶段性|基本完成|剩余|其余")


def _remainder_cut(text: str, random: Random, pattern: re.Pattern[str]) -> Planted | None:
    """Cut what is said of the rest, where its silence is a fault to whoever reads the draft alone.

    It is none where nothing says that all were to be dealt with (清理58笔，核销49笔: the others may need no write-off) or that the body itself
    has to do it (提出抗诉4件，法院已改判3件); where measures are left and the same paragraph still speaks of the problems they are for; and where
    the draft speaks of problems not done elsewhere.
    """
    choices = []
    for match in pattern.finditer(text):
        begin = max(text.rfind(stop, 0, match.start()) for stop in "。；\n") + 1
        numbers = [_value(number[0]) for number in re.finditer(rf"{_N}(?={match[2]})", text[begin : match.start()])]
        gone = _value(match[1])
        alone = _occurrences(text, match[1], match[2]) == 1
        last = max(
            (number for number in re.finditer(rf"{_N}(?={match[2]})", text[begin : match.start()])),
            key=lambda number: number.start(),
            default=None,
        )
        done = last is not None and _DONE_SO_FAR.search(text[begin : begin + last.end()]) is not None
        if (
            alone
            and done
            and any(big - small == gone for big in numbers for small in numbers)
            and not _spoken_of(text, begin, match)
        ):
            choices.append((match, begin))
    chosen = pick(random, choices)
    if chosen is None or is_plan(text):
        return None
    match, begin = chosen
    return cut(text, *match.span(), near=0)


def _spoken_of(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the draft still speaks of what is not done once this clause is cut."""
    start, end = text.rfind("\n", 0, begin) + 1, text.find("\n", match.end())
    counted = text[begin : match.start()]
    around = text[start : match.start()] + text[match.end() : end]
    if re.search(r"[0-9０-９][条项](?:整改)?(?:措施|任务)", counted):
        return _STILL_OPEN.search(around) is not None
    rest = text[: match.start()] + text[match.end() :]
    return re.search(r"[0-9０-９][个条项](?:具体)?问题", counted) is not None and (
        re.search(r"(?:未完成|尚未|剩余|其余)[^，,。；\n0-9０-９]{0,6}问题", rest) is not None
    )


def remainder_dropped(text: str, random: Random) -> Planted | None:
    """剩余, 其余: what is left of a total is no longer mentioned."""
    return _remainder_cut(text, random, _OPEN_CLAUSE)


def other_remainder_dropped(text: str, random: Random) -> Planted | None:
    """未完成, 另有: what is left of a total is no longer mentioned."""
    return _remainder_cut(text, random, _OTHER_CLAUSE)


def _longest_part(text: str) -> tuple[int, int]:
    """The part about the problems: the longest of the parts at the top, without its own heading."""
    tops = next((group for group in runs(text, 3) if group[0].style in {"N、", "第N部分", "第N章"}), [])
    longest = max(tops, key=lambda heading: heading.end - heading.line.start, default=None)
    return (longest.line.end, longest.end) if longest else (0, 0)


def _outside_problems(text: str) -> list[re.Match[str]]:
    """The sentences of the draft up to its closing part, without the headings and paragraphs on the problems."""
    first, end = _longest_part(text)
    inner = [heading.line.start for heading in headings(text) if first < heading.line.start < end]
    start = inner[0] if inner else end
    return [
        match for match in re.finditer(r"[^。；\n]+[。；]?", text[: closing(text)]) if not start <= match.start() < end
    ]


_OF_ALL = re.compile(
    r"(?:[0-9０-９]{1,6}|[二三四五六七八九十百]{1,5})[个项条](?:[^，,。；\n0-9０-９]{1,8}的)?(?:具体)?(?:反馈)?(?:问题|整改措施|措施|整改任务|任务|具体任务|举一反三事项)"
)
_STATE = re.compile("完成|整改到位|整改完毕|落实率|落实$|全部落实|销号|未完成|正在|阶段性|见底")


def _wrapped(text: str) -> bool:
    """Whether paragraphs are broken into lines, so that a sentence cannot be taken out line by line."""
    return any(
        len(line.text) > 30 and line.text[-1] not in "。；：:）)" and "\t" not in line.text
        for line in lines(text)[4:20]
    )


def completion_never_stated(text: str, _random: Random) -> Planted | None:
    """Every sentence that says how many of the problems are done is gone; how many there were is still said."""
    if is_plan(text) or _wrapped(text):
        return None
    gone = [
        match
        for match in _outside_problems(text)
        if _OF_ALL.search(match[0]) and _STATE.search(match[0].rstrip("。；"))
    ]
    if not gone:
        return None
    edits = [Edit(*match.span(), "") for match in gone]
    return edited(text, edits, f"cut {len(gone)} sentences on completion", near=1, whole=True)


def totals_never_stated(text: str, _random: Random) -> Planted | None:
    """Neither how many problems there were nor how many are done is said."""
    if is_plan(text) or _wrapped(text) or re.search("[（(][0-9０-９]+[个条项]", text):
        return None
    counted = re.compile(rf"{_N}(?:个方面|大?类)|{_OF_ALL.pattern}")
    gone = [match for match in _outside_problems(text) if counted.search(match[0])]
    if not gone or re.search("(?:以上|上述)[^。\n]{0,16}问题[^。\n]{0,12}(?:完成|到位)", text):
        return None  # the part on the problems itself ends with how many there were and that they are done
    edits = [Edit(*match.span(), "") for match in gone]
    return edited(text, edits, f"cut {len(gone)} sentences with totals", near=1, whole=True)


_FIGURES = ("TOT001", "TOT002", "TOT003", "TOT004", "TOT005", "TOT006", "TOT008")

OPERATORS = (
    Operator("TOT001", done_beyond_total, _FIGURES),
    Operator("TOT001", done_typed_double, _FIGURES),
    Operator("TOT002", part_changed, _FIGURES),
    Operator("TOT002", partition_total_changed, _FIGURES),
    Operator("TOT002", sum_changed, _FIGURES),
    Operator("TOT002", remainder_changed, _FIGURES),
    Operator("TOT003", rate_digit_changed, _FIGURES),
    Operator("TOT003", rate_digits_swapped, _FIGURES),
    Operator("TOT003", rate_not_updated, _FIGURES),
    Operator("TOT004", rate_over_hundred, _FIGURES),
    Operator("TOT004", decimal_point_lost, _FIGURES),
    Operator("TOT005", repeated_total_changed, _FIGURES),
    Operator("TOT005", repeated_total_off_by_one, _FIGURES),
    Operator("TOT005", rest_to_do_changed, _FIGURES),
    Operator("TOT005", any_figure_changed, _FIGURES),
    Operator("TOT006", chain_changed, _FIGURES),
    Operator("TOT006", item_added, _FIGURES),
    Operator("TOT006", last_item_dropped, _FIGURES),
    Operator("TOT007", list_count_changed),
    Operator("TOT007", list_member_dropped),
    Operator("TOT008", remainder_dropped, ("TOT002",)),
    Operator("TOT008", other_remainder_dropped, ("TOT002",)),
    Operator("TOT009", completion_never_stated),
    Operator("TOT009", totals_never_stated),
)
