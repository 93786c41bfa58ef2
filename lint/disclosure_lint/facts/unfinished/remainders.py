"""Counted remainders (阶段性完成14个): words that say that so many problems or tasks are not done yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure_grammar.numerals import parse
from disclosure_grammar.pattern import Pattern
from disclosure_lint.facts.figures.clauses import Clauses
from disclosure_lint.facts.unfinished.promises import promises

_COUNT = r"(?P<number>[0-9０-９]{1,4}|[一二两三四五六七八九十百]{1,4})[余多]?(?P<unit>个(?!月|工作|小时|季|星期)|项|条|件|类)"
_UNDER_WAY = r"(?:积极|有序|稳步|加快|抓紧|持续|全力|扎实|着力|按计划|按时序|逐步)*(?:推进|整改|办理|落实|实施|处理|化解|解决)(?:落实)?(?:之?中)?"
_STAGED = r"阶段性(?:完成|办结|整改)(?:整改)?(?:任务)?"
_UNFINISHED = r"(?:尚|仍|暂|还)?未(?:能|全部|按期|按时|如期)?(?:完成|办结|销号|解决|整改)(?:整改|到位|完成)?(?!率)"
_FIRM = rf"{_STAGED}|正在?{_UNDER_WAY}|{_UNFINISHED}|[仍尚还]在{_UNDER_WAY}"
_THIN = r"基本(?:完成|整改到位)(?:整改)?|部分完成(?:整改)?|持续(?:推进|整改)|取得阶段性(?:成效|成果|进展)|(?:推进|整改|办理)中"
_REST = r"剩余|余下|其余|还剩下?|尚余|尚剩|剩下"
_LEFT = Pattern(_REST)
_NOUN = r"(?:整改)?(?:具体)?(?:问题|任务|事项|措施|意见)?"
_BEFORE_COUNT = Pattern(
    rf"(?:(?P<firm>{_FIRM}|{_REST})|(?P<thin>{_THIN}))的?{_NOUN}(?:还有|共有|共计|共|有|为|[:：])?[ \u3000]?{_COUNT}"
)
_BEHIND_COUNT = Pattern(
    rf"(?<![第0-9０-９一二三四五六七八九十百.．]){_COUNT}(?P<gap>[^，,。；;、：:（()）0-9０-９]{{0,10}}?)"
    rf"(?:(?P<firm>{_FIRM})|(?P<thin>{_THIN}))"
)
_MATTER = Pattern(r"问题|事项|任务|措施|整改|反馈|信访|线索|交办|举报")
_STANDING = Pattern(r"长期|常态|长效|持续坚持|久久为功")
_DONE_ALREADY = Pattern(r"已(?:全部|经|全面)?(?:完成|整改|办结)|均已")

_ADVERB = Pattern(r"[的仍尚还均也都目前现暂时因故]+")
_NOTHING_ELSE = Pattern(
    r"$|[，,。；;、：:（(）)！!？?|\n \u3000”]|(?:整改|巡[视察]|反馈|具体|突出|重点|类|条)?(?:问题|任务|事项|措施|意见|信访|线索)"
    r"|整改|[正仍尚还均需已未在因为将按拟也都则待可暂属是由抓]|尽[快早]|争取|力争|全力|加快|限期|无法|不能|至今|主要|涉及|预计|其中|持续|基本|目前"
)
_SORTED = Pattern(
    r"立行立改|立整立改|立知立改|限期整改|限时整改|分为|分类"
)  # 立行立改12项、持续整改5项 sorts, it does not report

_ABOUT = Pattern(r"(?:针对|对|就)[^，,。；;：:]{0,22}$")
_SINCE_DONE = Pattern(
    r"(?:已|均|都|现)?全部(?:销号|完成|办结|整改|化解|到位)|(?:均|都)已|已(?:经)?(?:全部|均)?(?:完成|办结|整改|销号|解决|化解|到位)"
)
_COUNTED_MARKS = ("未", "正", "在", "阶段", "基本", "持续", "余", "剩", "中", "部分")
_STATUS = Pattern(
    r"[ \u3000]*(?:(?:整改|完成|进展)(?:情况|状态)[：:])?(正在(?:推进|整改|办理)(?:中)?|(?:尚)?未完成(?:整改)?|(?:推进|整改)中|阶段性完成|部分完成)(?=[。；;])"
)
_PART_END = Pattern(r"[；;。]")
_AFTER_ALL = Pattern(
    r"[^，,。；;]{0,16}?(?<!未)(?:已|均|全部|也)[^，,。；;]{0,6}(?:完成|到位|办结|销号|解决|整改|完工|竣工|投用|建成)"
)
_SIGHT = 120  # how far a reader looks along a sentence


@dataclass(frozen=True, slots=True)
class Remainder:
    """Open work as written, with its place in the text.

    Attributes:
        start, end: the words that say so.
        count: how many, for a counted remainder; None for a single promise.
        firm: whether it is a remainder that plainly wants a date.
        status: whether it is the status of the whole item it opens (正在推进。……).
    """

    start: int
    end: int
    count: int | None
    firm: bool
    status: bool = False


def find(text: str) -> Iterator[Remainder]:
    """The remainders and promises of one block of text, one a sentence; quoted words are none."""
    if status := _STATUS.match(text):
        yield Remainder(status.start(1), status.end(1), None, False, status=True)
        return
    clauses = Clauses(text)
    found: dict[tuple[int, int], Remainder] = {}
    if any(mark in text for mark in _COUNTED_MARKS):
        for remainder in _Counted(clauses).remainders():
            found.setdefault(clauses.sentence(remainder.start), remainder)
    for start, end in promises(clauses):
        found.setdefault(clauses.sentence(start), Remainder(start, end, None, False))
    yield from sorted(found.values(), key=lambda remainder: remainder.start)


class _Counted:
    """Finds the counted remainders of one block of text."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.text = clauses.plain
        self.sentences: dict[tuple[int, int], tuple[bool, bool]] = {}

    def remainders(self) -> Iterator[Remainder]:
        """One for each number that is left: firm ones first, what repeats the number not again."""
        matches = [match for pattern in (_BEFORE_COUNT, _BEHIND_COUNT) for match in pattern.finditer(self.text)]
        seen: set[int] = set()
        for match in sorted(matches, key=lambda match: (match["firm"] is None, match.start())):
            count = parse(match["number"])
            if count and count not in seen and self._is_left(match):
                seen.add(count)
                yield Remainder(match.start(), match.end(), count, bool(match["firm"]))

    def _is_left(self, match: re.Match[str]) -> bool:
        """Whether problems or tasks are counted that are not done after all, are not to go on for good and are not just sorted."""
        if not _of_matters(match) or _AFTER_ALL.match(self.text, match.end()) or self._goes_on(match):
            return False
        if self._treated(match):
            return False
        of_problems, sorts = self._sentence(match.start())
        if match["unit"] == "件":
            start, end = self.clauses.clause(match.start())
            of_problems = _MATTER.search(self.text, start, min(end, match.end() + _SIGHT)) is not None
        return (of_problems or self._goes_back(match)) and (bool(match["firm"]) or not sorts)

    def _goes_back(self, match: re.Match[str]) -> bool:
        """Whether a sentence opens with what is left of the problems of the sentence before: 14项问题已完成12项。剩余2项."""
        start = self.clauses.sentence(match.start())[0]
        return 1 < start == match.start() and _LEFT.match(self.text, start) is not None and self._sentence(start - 2)[0]

    def _treated(self, match: re.Match[str]) -> bool:
        """Whether what was open is what something was done about, and the sentence says that it is done: 针对12个正在办理的事项，……已办结."""
        if match["thin"] and self.text.endswith("进行", match.start(), match.start("thin")):
            return True  # 对审计提出的21个问题进行持续整改: what is done about all of them
        end = min(self.clauses.sentence(match.start())[1], match.end() + _SIGHT)
        before = self.text[max(match.start() - 24, 0) : match.start()]
        return _ABOUT.search(before) is not None and _SINCE_DONE.search(self.text, match.end(), end) is not None

    def _goes_on(self, match: re.Match[str]) -> bool:
        """Whether the clause, or what follows up to the next semicolon, says that it is to go on for good."""
        end = _PART_END.search(self.text, match.end(), match.end() + _SIGHT)
        start = max(self.clauses.clause(match.start())[0], match.start() - _SIGHT)
        return _STANDING.search(self.text, start, end.start() if end else match.end() + _SIGHT) is not None

    def _sentence(self, index: int) -> tuple[bool, bool]:
        """Whether a sentence speaks of problems or tasks, and whether it only sorts them."""
        place = self.clauses.sentence(index)
        if place not in self.sentences:
            self.sentences[place] = (
                _MATTER.search(self.text, *place) is not None,
                _SORTED.search(self.text, *place) is not None,
            )
        return self.sentences[place]


def _of_matters(match: re.Match[str]) -> bool:
    """Whether problems or tasks are counted, not projects, cases or villages (正在推进的3个项目)."""
    if match.re.pattern != _BEHIND_COUNT.pattern:
        return _NOTHING_ELSE.match(match.string, match.end()) is not None
    gap = match["gap"]
    if _DONE_ALREADY.search(gap):
        return False
    return not gap or _MATTER.search(gap) is not None or _ADVERB.fullmatch(gap) is not None
