"""TXT007: a space inside a Chinese phrase."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_lint.rule import (
    DISCLOSURES,
    PRACTICE,
    Bad,
    Draft,
    Edit,
    Finding,
    Fix,
    Good,
    Related,
    Rule,
    Safety,
    Severity,
    Text,
)

if TYPE_CHECKING:
    from disclosure_lint.facts.marks.spaces import Gap

_FOLDED = 10  # more than this come from the layout of the draft and are told together
_TITLE = Text("去掉空格", "take out the space")
_PLACE = Text("“{phrase}”", "“{phrase}”")


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag each space inside a phrase, or all of them at once where there are many."""
    gaps = draft.facts.stray_spaces
    if len(gaps) > _FOLDED:
        related = tuple(Related(gap.span, _PLACE, {"phrase": gap.phrase}) for gap in gaps[:_FOLDED])
        yield Finding(None, {"number": len(gaps)}, "many", "thin", related, fix=_fix(*gaps))
        return
    for gap in gaps:
        yield Finding(gap.span, {"phrase": gap.phrase}, grade="thin" if gap.heading else "firm", fix=_fix(gap))


def _fix(*gaps: Gap) -> Fix:
    """A space that cuts off a single character means nothing; between words it may part two phrases or two names."""
    safety = Safety.SAFE if all(gap.plain for gap in gaps) else Safety.UNSAFE
    return Fix(_TITLE, tuple(Edit(gap.span, "") for gap in gaps), safety, independent=True)


RULE = Rule(
    code="TXT007",
    name="stray-space",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    structural=True,
    grades={"thin": Severity.INFO},
    fixes=(Safety.SAFE, Safety.UNSAFE),
    summary=Text(
        "词语中间有多余的空格。",
        "A space inside a Chinese phrase.",
    ),
    messages={
        "main": Text(
            "“{phrase}”中间有多余的空格。",
            "“{phrase}” holds a stray space.",
        ),
        "many": Text(
            "正文里有{number}处汉字之间夹着空格，像是排版或者转换格式留下的。",
            "The text holds {number} spaces between Chinese characters, left over from layout or conversion, it seems.",
        ),
    },
    help=Text(
        "去掉空格；如果这里本来是两个名字、两句标语，就改用顿号或逗号。",
        "Take the space out; where it parts two names or two slogans, use a mark instead.",
    ),
    why=Text(
        "词语中间的空格多半是粘贴、换行留下的，看上去像漏了字。",
        "Such spaces are left over from pasting and line breaks and look as if a character were missing.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "以“当面⟦ ⟧沟通”方式通报，对照方案逐项推进⟦ ⟧整改落实工作。\n",
            fixed="以“当面沟通”方式通报，对照方案逐项推进整改落实工作。\n",
        ),
        Bad("对反馈的32个问题逐一建立台⟦　⟧账，逐项销号。\n", fixed="对反馈的32个问题逐一建立台账，逐项销号。\n"),
        Bad(
            "（一）意识形⟦ ⟧态阵地管理不严\n关停公众号2个。\n",
            severity=Severity.INFO,
            fixed="（一）意识形态阵地管理不严\n关停公众号2个。\n",
        ),
        Good("（一）提高政治站位 压实整改责任\n召开会议3次。\n"),
        Good("《推进府院良性联动 助力法治政府建设》等3篇信息被采用，开展“不忘初心 牢记使命”主题教育。\n"),
        Good("成立由院长 张明任组长、张 三、李 明为成员的领导小组，成员名单：王小红 李大伟 赵建国。\n"),
        Good("整改情况 一是修订办法，组织培训。二是约谈3 人，收回钥匙 2 把。\n"),
        Good("院 长  张三\n电  话：0717-5550132\n"),
    ),
)
