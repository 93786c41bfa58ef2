"""TXT006: half-width marks among Chinese words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from disclosure_lint.rule import (
    DISCLOSURES,
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
    Value,
)

if TYPE_CHECKING:
    from disclosure_lint.facts.marks.widths import HalfWidth, Widths

_FEW = 3  # so many half-width marks of a kind are slips, whatever the share
_FEWEST = 5  # so many at the least make a habit of the whole draft
_FOLDED = 20  # more slips than this are told together
_SHOWN = 10
_NAMES = {
    ",": Text("逗号", "commas"),
    ":": Text("冒号", "colons"),
    ";": Text("分号", "semicolons"),
    "?": Text("问号", "question marks"),
    "!": Text("叹号", "exclamation marks"),
    ".": Text("句号", "full stops"),
    "(": Text("括号", "brackets"),
}
_TITLE = Text("改用全角标点", "use full-width marks")
_PLACE = Text("“{mark}”是半角", "“{mark}” is half-width")


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag the draft once where half-width marks are its habit, each of them where they are slips."""
    widths = draft.facts.widths
    counted = [half for half in widths.half if half.counts]
    if not counted:
        return
    if _is_all_half(counted, widths):
        yield _whole(counted, "all", widths.half)
        return
    slips = _slips(counted, widths)
    habits = [half for half in counted if half.mark not in slips]
    single = [half for half in counted if half.mark in slips]
    if len(single) > _FOLDED:
        habits, single = counted, []
    if habits:
        yield _whole(habits, "some", habits, habits[:_SHOWN])
    for half in single:
        fields: dict[str, Value] = {"mark": half.span, "wide": half.wide}
        yield Finding(half.span, fields, fix=_fix((half,)))


def _is_all_half(counted: Sequence[HalfWidth], widths: Widths) -> bool:
    """Whether four of five marks at the least are half-width; the full stop has no half-width form that anybody uses."""
    wide = sum(count for mark, count in widths.wide.items() if mark != ".")
    return len(counted) >= _FEWEST and len(counted) >= 4 * wide


def _slips(counted: Sequence[HalfWidth], widths: Widths) -> frozenset[str]:
    """The kinds of mark of which few are half-width, or at the most one in five."""
    half = Counter(found.mark for found in counted)
    return frozenset(mark for mark, count in half.items() if count <= _FEW or count * 4 <= widths.wide[mark])


def _whole(
    counted: Sequence[HalfWidth], variant: str, changed: Sequence[HalfWidth], shown: Sequence[HalfWidth] = ()
) -> Finding:
    count = Counter(half.mark for half in counted)
    kinds = Text(
        "、".join(f"{_NAMES[mark].zh}{number}处" for mark, number in count.most_common()),
        ", ".join(f"{_NAMES[mark].en}: {number}" for mark, number in count.most_common()),
    )
    related = tuple(Related(half.span, _PLACE, {"mark": half.span}) for half in shown)
    return Finding(None, {"kinds": kinds, "number": len(counted)}, variant, related=related, fix=_fix(changed))


def _fix(halves: Sequence[HalfWidth]) -> Fix:
    return Fix(_TITLE, tuple(Edit(half.span, half.wide) for half in halves), independent=True)


RULE = Rule(
    code="TXT006",
    name="half-width-marks",
    genres=DISCLOSURES,
    severity=Severity.INFO,
    fixes=(Safety.SAFE,),
    summary=Text(
        "中文里用了半角标点；全稿如此只提示一次，个别如此逐处提示。",
        "Half-width marks among Chinese words: once a draft where that is its habit, each of them where they are slips.",
    ),
    messages={
        "main": Text(
            "这里用了半角标点“{mark}”，应当用全角的“{wide}”。",
            "“{mark}” is a half-width mark; the full-width “{wide}” belongs here.",
        ),
        "all": Text(
            "全稿用的是半角标点，共{number}处：{kinds}；中文应当用全角标点。",
            "The draft uses half-width marks throughout, {number} of them ({kinds}); Chinese takes full-width ones.",
        ),
        "some": Text(
            "本稿有{number}处半角标点：{kinds}；中文应当用全角标点。",
            "The draft holds {number} half-width marks ({kinds}); Chinese takes full-width ones.",
        ),
    },
    help=Text(
        "改用全角标点；数字、时间、网址、邮箱里的半角标点不用改。",
        "Use full-width marks; those inside numbers, times, web and mail addresses stay.",
    ),
    why=Text(
        "半角标点在中文里挤成一团，全角半角混用显得文稿是拼起来的。",
        "Half-width marks crowd Chinese text, and a mixture of widths makes a draft look pieced together.",
    ),
    basis=Text(
        "GB/T 15834—2011 第5.1条：中文使用全角标点", "GB/T 15834-2011, 5.1: Chinese text takes full-width marks"
    ),
    check=check,
    examples=(
        Bad(
            "一、总体情况\n(一)修订办法,组织培训;约谈3人,通报1次(含院内)。下一步:整改,销号。\n",
            fixed="一、总体情况\n（一）修订办法，组织培训；约谈3人，通报1次（含院内）。下一步：整改，销号。\n",
        ),
        Bad(
            "修订采购办法，组织培训3次，约谈3人，通报1次⟦,⟧收回钥匙2把，清退用房3间。\n",
            fixed="修订采购办法，组织培训3次，约谈3人，通报1次，收回钥匙2把，清退用房3间。\n",
        ),
        Bad(
            "修订采购办法（试行⟦)⟧，组织培训3次，约谈3人，通报1次。\n",
            fixed="修订采购办法（试行），组织培训3次，约谈3人，通报1次。\n",
        ),
        Good("截至10:30，共1,208件，比例3:1，完成率97.5%，金额（USD 3,000.00）。\n"),
        Good("(一)加强领导。查阅(2021)鄂01民初3号卷宗，联系邮箱：a.b@qinglan.gov.cn，网址：http://a.cn/?x=1,2。\n"),
        Good("整治挥发性有机物(VOCs)，修订办法1)、2)两条，艾力·买买提、阿依.古丽到会。\n"),
    ),
)
