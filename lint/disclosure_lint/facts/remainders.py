"""Words that say that something is not done yet: counted remainders (阶段性完成14个) and single promises (拟公开招租)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure_grammar.numerals import parse
from disclosure_lint.facts.clauses import Clauses

_COUNT = r"(?P<number>[0-9０-９]{1,4}|[一二两三四五六七八九十百]{1,4})[余多]?(?P<unit>个(?!月|工作|小时|季|星期)|项|条|件|类)"
_UNDER_WAY = r"(?:积极|有序|稳步|加快|抓紧|持续|全力|扎实|着力|按计划|按时序|逐步)*(?:推进|整改|办理|落实|实施|处理|化解|解决)(?:落实)?(?:之?中)?"
_STAGED = r"阶段性(?:完成|办结|整改)(?:整改)?(?:任务)?"
_UNFINISHED = r"(?:尚|仍|暂|还)?未(?:能|全部|按期|按时|如期)?(?:完成|办结|销号|解决|整改)(?:整改|到位|完成)?(?!率)"
_FIRM = rf"{_STAGED}|正在?{_UNDER_WAY}|{_UNFINISHED}|[仍尚还]在{_UNDER_WAY}"
_THIN = r"基本(?:完成|整改到位)(?:整改)?|部分完成(?:整改)?|持续(?:推进|整改)|取得阶段性(?:成效|成果|进展)|(?:推进|整改|办理)中"
_REST = r"剩余|余下|其余|还剩下?|尚余|尚剩|剩下"
_NOUN = r"(?:整改)?(?:具体)?(?:问题|任务|事项|措施|意见)?"
_BEFORE_COUNT = re.compile(
    rf"(?:(?P<firm>{_FIRM}|{_REST})|(?P<thin>{_THIN}))的?{_NOUN}(?:还有|共有|共计|共|有|为|[:：])?[ \u3000]?{_COUNT}"
)
_BEHIND_COUNT = re.compile(
    rf"(?<![第0-9０-９一二三四五六七八九十百.．]){_COUNT}(?P<gap>[^，,。；;、：:（()）0-9０-９]{{0,10}}?)"
    rf"(?:(?P<firm>{_FIRM})|(?P<thin>{_THIN}))"
)
_MATTER = re.compile(r"问题|事项|任务|措施|整改|反馈|信访|线索|交办|举报")
_STANDING = re.compile(r"长期|常态|长效|持续坚持|久久为功")
_DONE_ALREADY = re.compile(r"已(?:全部|经|全面)?(?:完成|整改|办结)|均已")

_ADVERB = re.compile(r"[的仍尚还均也都目前现暂时因故]+")
_NOTHING_ELSE = re.compile(
    r"$|[，,。；;、：:（(）)！!？?|\n \u3000”]|(?:整改|巡[视察]|反馈|具体|突出|重点|类|条)?(?:问题|任务|事项|措施|意见|信访|线索)"
    r"|整改|[正仍尚还均需已未在因为将按拟也都则待可暂属是由抓]|尽[快早]|争取|力争|全力|加快|限期|无法|不能|至今|主要|涉及|预计|其中|持续|基本|目前"
)
_SORTED = re.compile(
    r"立行立改|立整立改|立知立改|限期整改|限时整改|分为|分类"
)  # 立行立改12项、持续整改5项 sorts, it does not report

_VERBS = (
    "完成|出台|修订|制定|建设|建成|启动|开展|组织|提请|提交|报请|招租|招标|招聘|招录|清退|拆除|收回|追缴|追回|验收|移交|移送|办理|整改|印发|"
    "成立|调整|配备|充实|搬迁|改造|维修|采购|处置|拍卖|核销|兑付|退还|上报|申报|聘请|委托|评估|审计|选举|换届|公开|解决|落实|实施|安装|签订|投用"
)
_PROMISE = re.compile(
    r"(?<![草模虚比初自所研代起])拟(?![定订制稿办任提录聘发人选文题写合态真声称晋授]|公示|推荐|表彰|上会|转正|派)"
    r"|(?:后期|后续|下一步|下步|接下来)(?=[，,]?[^，,。；;]{0,8}?(?:将|拟|再|计划|待|会|由))"
    r"|(?<!积极)(?:争取|力争)(?=[^，,。；;]{0,24}(?:完成|办结|解决|竣工|投入使用|建成|出台|尽[早快]|早日|充实))"
    r"|将于(?!是)|(?<![按照原])计划(?=[于在]|[0-9０-９]{1,4}[年月]|[明今]年|[年月]底)"
    r"|预计(?=[^，,。；;]{0,16}(?:完成|建成|竣工|投用|办结|到位))"
    r"|(?:(?:目前|现|仍|尚|还)已?正?在|(?:其余|剩余|余下)[^，,。；;]{0,12}?正在?)(?:通过[^，,。；;]{0,8}?)?(?:积极|有序|稳步|加快|抓紧|全力)?"
    r"(?:办理|招标|采购|施工|报批|审批|修订|起草|筹建|协调|推进|整改|追缴|追讨|改造|评估|履行)(?![^，,。；;]{0,12}的)"
    r"|(?<![对如若因])(?:尚|仍|暂)未(?:完成|办结|整改到位|解决|收回|追回|验收|办理)(?![^，,。；;]{0,10}的|前|之前)"
)
_STATUS = re.compile(
    r"[ \u3000]*(?:(?:整改|完成|进展)(?:情况|状态)[：:])?(正在(?:推进|整改|办理)(?:中)?|(?:尚)?未完成(?:整改)?|(?:推进|整改)中|阶段性完成|部分完成)(?=[。；;])"
)
_COUNTED_MARKS = ("未", "正", "在", "阶段", "基本", "持续", "余", "剩", "中", "部分")
_PROMISE_MARKS = (
    "拟",
    "后期",
    "后续",
    "下一步",
    "下步",
    "接下来",
    "争取",
    "力争",
    "将于",
    "计划",
    "预计",
    "在",
    "未",
    "余",
)
_HABIT = re.compile(
    r"(?:[，,]|我[院局校委办]|党[组委]|将|会|要|再|由|拟|计划){0,4}(?:持续|继续|进一步|不断|长期|坚持|定期|常态|加强|强化|加大|严格|巩固|深化|认真|切实|"
    r"始终|深入|举一反三|全面|充分|结合|按照|紧[盯扣]|聚焦|围绕|以)"
)
_NOUN_BEHIND_PLANNED = re.compile(r"[^，,。；;]{0,14}(?:的|人选|对象|名单|人员|议题|干部)")


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
    counted = any(mark in text for mark in _COUNTED_MARKS)
    promised = any(mark in text for mark in _PROMISE_MARKS)
    if not counted and not promised:
        return
    if status := _STATUS.match(text):
        yield Remainder(status.start(1), status.end(1), None, False, status=True)
        return
    clauses = Clauses(text)
    found: dict[tuple[int, int], Remainder] = {}
    if counted:
        matches = [match for pattern in (_BEFORE_COUNT, _BEHIND_COUNT) for match in pattern.finditer(clauses.plain)]
        for match in sorted(matches, key=lambda match: (match["firm"] is None, match.start())):
            if (remainder := _remainder(clauses, match)) is not None:
                found.setdefault(clauses.sentence(match.start()), remainder)
    if promised:
        for match in _PROMISE.finditer(clauses.plain):
            if (remainder := _promise(clauses, match)) is not None:
                found.setdefault(clauses.sentence(match.start()), remainder)
    yield from sorted(found.values(), key=lambda remainder: remainder.start)


def _remainder(clauses: Clauses, match: re.Match[str]) -> Remainder | None:
    """A counted remainder, unless it counts something else, is nothing, or is to go on for good."""
    text = clauses.plain
    start, end = clauses.sentence(match.start())
    sentence = text[start:end]
    part_end = min((at for mark in "；;。" if (at := text.find(mark, match.end())) >= 0), default=len(text))
    clause = text[slice(*clauses.clause(match.start()))]
    count = parse(match["number"])
    if not count or _STANDING.search(text[match.start() : part_end]) or _STANDING.search(clause):
        return None
    if not _MATTER.search(clause if match["unit"] == "件" else sentence):
        return None
    gap = match.groupdict().get("gap") or ""
    if _DONE_ALREADY.search(gap) or _behind_is_done(text, match) or not _of_matters(match, gap):
        return None
    if not match["firm"] and _SORTED.search(sentence):
        return None
    return Remainder(match.start(), match.end(), count, bool(match["firm"]))


def _of_matters(match: re.Match[str], gap: str) -> bool:
    """Whether problems or tasks are counted, not projects, cases or villages (正在推进的3个项目)."""
    if match.re is _BEHIND_COUNT:
        return not gap or _MATTER.search(gap) is not None or _ADVERB.fullmatch(gap) is not None
    return _NOTHING_ELSE.match(match.string, match.end()) is not None


def _behind_is_done(text: str, match: re.Match[str]) -> bool:
    """Whether the remainder is said to be done after all: 剩余3个问题已全部整改到位."""
    rest = re.match(r"[^，,。；;]{0,16}", text[match.end() :])
    return bool(
        rest
        and re.search(
            r"(?<!未)(?:已|均|全部|也)[^，。]{0,6}(?:完成|到位|办结|销号|解决|整改|完工|竣工|投用|建成)", rest.group()
        )
    )


def _promise(clauses: Clauses, match: re.Match[str]) -> Remainder | None:
    """A single promise, unless it only says that the office will go on as it does."""
    text = clauses.plain
    cue = match.group()
    stop = min((at for mark in "；;。！" if (at := text.find(mark, match.end())) >= 0), default=len(text))
    rest = text[match.end() : stop]
    if cue == "拟" and _NOUN_BEHIND_PLANNED.match(rest):
        return None
    if cue in ("后期", "后续", "下一步", "下步", "接下来") and (_HABIT.match(rest) or not re.search(_VERBS, rest[:40])):
        return None
    if cue in ("后期", "后续") and text[match.start() - 1 : match.start()] not in ("", *"，,。；;：:、 \u3000"):
        return None
    if _STANDING.search(rest):
        return None
    return Remainder(match.start(), min(stop, match.end() + 30), None, False)
