"""Lists whose items are counted right behind: “德、纪、法、责”四个维度, “立规”“执行”两个环节, 从教育、管理、监督三个方面."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure_grammar import numerals
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose
from disclosure_grammar.tree import Document
from disclosure_lint.facts.figures.vocabulary import FIXED_EXPRESSIONS, HEAD_NOUNS
from disclosure_lint.facts.model import QuotedList

NUMERAL = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[二三四五六七八九两])"
"""A pattern of a number of items one would list."""

_ASPECT = "方面|维度|层面|环节|角度|领域|层次|渠道|关口|步骤|阶段|要素"
_NOUN = f"(?:主要|重点|关键|具体|突出|重要)?(?:{HEAD_NOUNS}|{_ASPECT}|工程|行动|活动|意识|作用|平台|品牌|体系|计划|关系|坚持|结合|到位|强化|一)"
_COUNT = rf"(?P<figure>(?P<number>{NUMERAL})(?:个(?!字)|项|大(?!字)|种|类|条|方面|点|张(?=清单|网|表|名片|牌)|本(?=账|台账))(?:{_NOUN})?)"
_QUOTED_LIST = Pattern(
    r"(?=[“\"])(?P<list>(?:“[^“”]{1,300}”[、，,]?){1,12}|(?:\"[^\"]{1,300}\"[、，,]?){1,12})(?:为(?:主要|重点|核心|基本)?内容的)?(?P<open>等)?[“\"]?"
    + _COUNT
)
_TEAM = "(?:专项|工作|整改|督导)*(?:小组|工作组|专班)"
_BARE_COUNT = Pattern(
    rf"(?=[等“\"0-9０-９一二三四五六七八九十两])(?P<open>等)?(?P<quote>[“\"])?"
    rf"(?P<figure>(?P<number>{NUMERAL})(?:个|大|项|张|本|种)?(?P<noun>{_ASPECT}|清单|台账|机制|{_TEAM}))"
)
_SPELLED_OUT = Pattern(
    rf"(?P<figure>(?P<number>{NUMERAL})[个项大张]?(?P<word>[\u4e00-\u9fff]{{2,4}}))[”\"]?(?:[，,]?即(?:要|做到|坚持)?[：:]?|[：:])"
    r"(?P<list>[^。；;：:“”\"\n]{6,160})(?=[。；;\n]|$)"
)
_OFF = 2
"""A list that is longer or shorter by more is another list."""

_CLAUSE_START = Pattern(r"[，,。；;：:！？!?（）()“”\"]")
_LEAD = Pattern(
    r"从(?!严|快|重|轻|优|实|细|简|速)|围绕|聚焦|紧[扣盯]|抓[住好]?|把好|严把|涵盖|覆盖|包括|涉及|贯穿|打通|分为?|在|对|就|"
    r"明确|规范|细化|优化|完善|健全|强化|突出|排查|梳理|建立|形成|实行|落实|制定|修订|下设|分?设立?|成立|组建"
)
"""What a list of aspects hangs on."""

_FORMS = Pattern(r"设|成立|组建|分[为成]?$")
"""What a list of teams hangs on."""

_FUNCTION = Pattern(r"[从在对按分就于为成的了以]$")
_LONGEST_ITEM = 6
_NESTED = Pattern(r"《[^》]*》|（[^）]*）|\([^)]*\)|‘[^’]*’")
_JOINS = Pattern(r"以及|[和及与或暨]")
_LONGEST_CLAUSE = 120


@dataclass(frozen=True, slots=True)
class Found:
    """A list at its place in a text; places are offsets in the text."""

    start: int
    end: int
    items: tuple[tuple[int, int], ...]
    count: int
    figure: tuple[int, int]
    ways: tuple[int, ...] = ()
    certain: bool = True


def find(prose: Prose) -> Iterator[Found]:
    """The counted lists of one block of text."""
    text = prose.text
    quoted = list(_quoted(text)) if "“" in text or '"' in text else []
    yield from quoted
    yield from _spelled_out(text) if "、" in text or "”" in text or '"' in text else ()
    taken = {found.figure[0] for found in quoted}
    if "、" in text:
        yield from (found for found in _bare(text) if found.figure[0] not in taken)


def extract(document: Document) -> tuple[QuotedList, ...]:
    """The counted lists of a draft, in the order of the text."""
    lists: list[QuotedList] = []
    for leaf in document.prose:
        span = leaf.prose.span
        lists.extend(
            QuotedList(
                span(found.start, found.end),
                leaf,
                tuple(span(*item) for item in found.items),
                found.count,
                span(*found.figure),
                found.ways,
                found.certain,
            )
            for found in find(leaf.prose)
        )
    return tuple(sorted(lists, key=lambda each: each.span))


def _spelled_out(text: str) -> Iterator[Found]:
    """“五个到位”，即思想到位、组织到位…: every item holds the word that is counted."""
    for match in _SPELLED_OUT.finditer(text):
        count, word = numerals.parse(match["number"]), match["word"]
        items = _split(text, *match.span("list"))
        if count is None or len(items) < 2 or text.startswith(FIXED_EXPRESSIONS, match.start("figure")):
            continue
        if abs(count - len(items)) <= _OFF and all(text.count(word, *item) == 1 for item in items):
            certain = "等" not in text[items[-1][0] : items[-1][1]] and not _ways(text, items)
            yield Found(match.start(), match.end(), tuple(items), count, match.span("figure"), certain=certain)


def _quoted(text: str) -> Iterator[Found]:
    for match in _QUOTED_LIST.finditer(text):
        count = numerals.parse(match["number"])
        quotes = [(q.start(), q.end()) for q in re.finditer(r"“[^“”]*”|\"[^\"]*\"", match["list"])]
        quotes = [(match.start("list") + a, match.start("list") + b) for a, b in quotes]
        last = quotes[-1]
        items = _split(text, last[0] + 1, last[1] - 1)
        start = last[0]
        if len(items) == 1 and len(quotes) > 1:  # “立规”“执行”: each item in marks of its own
            if any(len(_split(text, a + 1, b - 1)) > 1 for a, b in quotes):
                continue
            items, start = [(a + 1, b - 1) for a, b in quotes], quotes[0][0]
        if count is None or len(items) < 2 or re.search(r"[。；;！？]", text[start : last[1]]):
            continue
        inner = text[start : last[1]]
        mixed = "、" in inner and re.search(r"[，,]", inner) is not None
        more = (
            text[start - 1 : start] in tuple("、和与及或") or "等" in inner[-2:]
        )  # the list began before the quotation
        certain = not (match["open"] or mixed or more)
        yield Found(start, match.end(), tuple(items), count, match.span("figure"), _ways(text, items), certain)


def _bare(text: str) -> Iterator[Found]:
    for match in _BARE_COUNT.finditer(text):
        count, end = numerals.parse(match["number"]), match.start()
        low = max(0, end - _LONGEST_CLAUSE)
        start = max((m.end() for m in _CLAUSE_START.finditer(text, low, end)), default=low)
        first = text.find("、", start, end)
        if count is None or first < 0:
            continue
        lead = _lead(text, start, first)
        named = _named_alike(text, start, end, match["noun"])
        if not named and (lead is None or match["quote"] or match["noun"] == "机制"):
            continue
        items = _split(text, lead.end() if lead else start, end)
        if not items:
            continue
        ways = _ways(text, items)
        sure = named or (lead is not None and _parallel(text, items, lead[0], match["noun"]))
        certain = sure and not (ways or match["open"]) and len(items) > 1 and abs(count - len(items)) <= _OFF
        yield Found(items[0][0], match.end(), tuple(items), count, match.span("figure"), ways, certain)


def _lead(text: str, start: int, end: int) -> re.Match[str] | None:
    """The last word in a stretch that a list can hang on and that leaves something of the first item."""
    leads = [match for match in _LEAD.finditer(text, start, end) if match.end() < end]
    return leads[-1] if leads else None


def _named_alike(text: str, start: int, end: int, noun: str) -> bool:
    """Whether every item ends with the word that is counted: 问题清单、责任清单“两张清单”."""
    items = _split(text, start, end)
    return len(items) > 1 and all(
        text.endswith(noun, begin, stop) and stop - begin > len(noun) for begin, stop in items
    )


def _parallel(text: str, items: list[tuple[int, int]], lead: str, noun: str) -> bool:
    """Whether items are names of about one length, none of which may hold a verb of its own: 动议、民主推荐、考察."""
    sizes = [end - begin for begin, end in items]
    if len(sizes) < 2 or max(sizes) > _LONGEST_ITEM or max(sizes) - min(sizes) > _OFF:
        return False
    if text[items[-1][1]] == "、" or _FUNCTION.search(text, *items[-1]):
        return False  # 机关、基层两级、三个方面
    if noun.endswith(("组", "专班")) and not _FORMS.search(lead):
        return False
    return not any(_LEAD.search(text, begin, end) for begin, end in items[1:])


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items between 、 (or commas, where there is no 、); marks inside titles and brackets part nothing."""
    plain = _NESTED.sub(lambda m: "□" * len(m[0]), text[start:end])
    mark = "、" if "、" in plain else "，" if "，" in plain else ","
    items, at = [], start
    for part in plain.split(mark):
        if part.strip():
            items.append((at, at + len(part)))
        at += len(part) + 1
    return items


def _ways(text: str, items: list[tuple[int, int]]) -> tuple[int, ...]:
    """How many items there are as well, when a 和 inside an item may part it in two."""
    joins = sum(len(_JOINS.findall(text, begin, end)) for begin, end in items)
    return tuple(range(len(items) + 1, len(items) + joins + 1))
