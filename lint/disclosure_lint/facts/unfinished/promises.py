"""Single promises: words that say that one thing is still to be done (拟公开招租, 其余2家正在办理注销)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from disclosure_grammar.pattern import Pattern
from disclosure_lint.facts.figures.clauses import Clauses
from disclosure_lint.facts.unfinished.left_over import left_over

_VERBS = Pattern(
    "完成|出台|修订|制定|建设|建成|启动|开展|组织|提请|提交|报请|招租|招标|招聘|招录|清退|拆除|收回|追缴|追回|验收|移交|移送|办理|整改|印发|"
    "成立|调整|配备|充实|搬迁|改造|维修|采购|处置|拍卖|核销|兑付|退还|上报|申报|聘请|委托|评估|审计|选举|换届|公开|解决|落实|实施|安装|签订|投用"
)
_UNDER_WAY = "[补申续代]?办理?|招标|采购|施工|报批|审批|修订|起草|筹建|协调|推进|整改|追缴|追讨|改造|评估|履行|清算|编制|论证|协商|公示|完善"
_REST = (
    r"(?:其余|剩余|余下|剩下|还剩|尚余|尚有|还有|另有)的?[ \u3000]?(?:[0-9０-９]{1,4}|[一二两三四五六七八九十百]{1,4})[余多]?"
    r"(?:平方米|公里|万元|[个项条件户处家所宗名间套块亩人起笔辆台座栋米元份])"
)
_STILL_OPEN = (
    rf"(?:正(?:在)?(?:积极|有序|稳步|加快|抓紧|全力|按程序|依法)?(?:{_UNDER_WAY})|[仍尚还]在(?:{_UNDER_WAY})|[尚暂仍还]未"
    r"|未(?:完成|办理|办结|整改|收回|追回|到位|解决|搬迁|拆除|移交|验收|开工|竣工|清退|退还)|已?[纳列]入[^，,。；;]{0,12}(?:计划|规划|项目库)|已上?(?:报|提交|提请|申报|申请)|(?:办理|推进|施工|整改|清算)中)"
)
_PROMISE = Pattern(
    r"(?<![草模虚比初自所研代起重])拟(?![，,。；;、定订制稿办任提录聘发人选文题写合态真声称晋授]|公示|推荐|表彰|上会|转正|派)"
    r"|(?:后期|后续|下一步|下步|接下来)(?=[，,]?[^，,。；;]{0,8}?(?:将|拟|再|计划|待|会|由))"
    r"|(?<!积极)(?:争取|力争)(?=[^，,。；;]{0,24}(?:完成|办结|解决|竣工|投入使用|建成|出台|尽[早快]|早日|充实))"
    r"|将于(?!是)|(?<![按照原])计划(?=[于在]|[0-9０-９]{1,4}[年月]|[明今]年|[年月]底)"
    r"|预计(?=[^，,。；;]{0,16}(?:完成|完毕|建成|竣工|投用|投入|办结|到位|开工|取得|通过))"
    rf"|(?:(?:目前|现|仍|尚|还)已?正?在|(?:其余|剩余|余下)[^，,。；;]{{0,12}}?正在?)(?:通过[^，,。；;]{{0,8}}?)?(?:积极|有序|稳步|加快|抓紧|全力)?"
    rf"(?:{_UNDER_WAY})(?![^，,。；;]{{0,12}}的)"
    rf"|(?<=[，,。；;：:])正在(?:积极|有序|稳步|加快|抓紧|全力)?(?:[补申续]?办理?|申请|申报|报批|审批)(?![^，,。；;]{{0,16}}的)"
    rf"|{_REST}[^，,。；;]{{0,16}}?{_STILL_OPEN}(?![^，,。；;]{{0,12}}的)"
    r"|(?<![对如若因])(?:尚|仍|暂)未(?:完成|办结|整改到位|解决|收回|追回|验收|办理)(?![^，,。；;]{0,10}的|前|之前)"
)
_MARKS = (
    "拟", "后期", "后续", "下一步", "下步", "接下来", "争取", "力争", "将于", "计划", "预计", "在", "未", "余", "剩", "有", "另",
)  # fmt: skip
_IN_HAND = Pattern(
    r"(?<!对)正在(?:积极|有序|稳步|加快|抓紧|加紧|全力|按程序|依法)?(?:[与同向由][^，,。；;]{1,10}?)?(?:协调|沟通|对接)?"
    r"(?:[补申续代]?办理?|申请|申报|报批|审批|审核|评审|招标|公示|评估|清算|追缴|追讨|协商|洽谈|结算|协调|对接)(?:之?中)?(?=[，,。；;]|$)"
)
_LATER = ("后期", "后续", "下一步", "下步", "接下来")
_HABIT = Pattern(
    r"(?:[，,]|我[院局校委办]|党[组委]|将|会|要|再|由|拟|计划){0,4}(?:持续|继续|进一步|不断|长期|坚持|定期|常态|加强|强化|加大|严格|巩固|深化|认真|切实|"
    r"始终|深入|举一反三|全面|充分|结合|按照|紧[盯扣]|聚焦|围绕|以)"
)
_STANDING = Pattern(r"长期|常态|长效|持续坚持|久久为功")
_DONE_SINCE = Pattern(
    r"[，,](?:现|目前|日前|随后)已|[，,][^，,。；;]{0,8}已(?:于|清零)|(?:均|都)已"
    r"|已(?:于[^，,。；;]{0,12}?)?(?:全部|完成|办结|到位|印发|投入|投用|建成|开工|实施|执行|整改|解决)"
)
_NOUN_BEHIND_PLANNED = Pattern(r"[^，,。；;]{0,14}(?:的|人选|对象|名单|议题)|[^，,。；;]{0,3}(?:人员|干部)")
_OTHERS = Pattern(r"(?:机关|法院|检察院|纪委|监委|仲裁委?)[^，,。；;]{0,4}$")  # this office cannot date what they do
_NO_DATE_WANTED = Pattern(r"(?:届满|期满|到期|任满)[后时]|不(?:列入|纳入|再|需|予)")
_STOP = Pattern(r"[；;。！]")
_SHOWN = 30  # so many characters behind the cue are shown
_SIGHT = 80  # how far a reader looks along a sentence


def promises(clauses: Clauses) -> Iterator[tuple[int, int]]:
    """The places of the promises in a block of text, in order; quoted words are none."""
    text = clauses.plain
    if not any(mark in text for mark in _MARKS):
        return
    stops = [match.start() for match in _STOP.finditer(text)]
    patterns = (_PROMISE, _IN_HAND) if "正在" in text else (_PROMISE,)
    for match in (match for pattern in patterns for match in pattern.finditer(text)):
        at = bisect_left(stops, match.end())
        stop = stops[at] if at < len(stops) else len(text)
        rest = text[match.end() : min(stop, match.end() + _SIGHT)]
        if _is_meant(text, match, rest):
            yield match.start(), min(stop, match.end() + _SHOWN)
    for start, end in left_over(text):
        at = bisect_left(stops, end)
        stop = stops[at] if at < len(stops) else len(text)
        rest = text[end : min(stop, end + _SIGHT)]
        if not (_since_done("", rest, "") or _STANDING.search(rest) or _NO_DATE_WANTED.search(rest)):
            yield start, min(stop, end + _SHOWN)


def _is_meant(text: str, match: re.Match[str], rest: str) -> bool:
    """Whether something is promised: not that the office will go on as it does, nor what has been done since."""
    cue = match.group()
    if cue == "拟" and _NOUN_BEHIND_PLANNED.match(rest):
        return False
    if cue in _LATER and (_HABIT.match(rest) or not _VERBS.search(rest[:40])):
        return False
    if cue in ("后期", "后续") and match.start() and text[match.start() - 1] not in "，,。；;：:、 \u3000":
        return False
    if cue.startswith("正在") and _OTHERS.search(text, max(match.start() - 10, 0), match.start()):
        return False
    if _NO_DATE_WANTED.search(cue + rest):
        return False
    if _since_done(cue, rest, text[match.end() : match.end() + _SIGHT]):
        return False
    return not _STANDING.search(rest)


def _since_done(cue: str, rest: str, ahead: str) -> bool:
    """Whether what was still to be done then has been done by now: 拟设置5处，目前已设置5处."""
    if _DONE_SINCE.search(rest):
        return True
    sentence = ahead.partition("。")[0]
    return cue == "拟" and f"已{sentence[:2]}" in sentence[2:]
