"""DAT007: the signing date is not written as it should be."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.source import Span
from disclosure_lint.rule import (
    DISCLOSURES,
    Bad,
    Draft,
    Edit,
    Finding,
    Fix,
    Good,
    Rule,
    Safety,
    Severity,
    Text,
    Value,
)

_ODD = {
    "chinese": Text("用了汉字数字", "Chinese numerals"),
    "marks": Text("用了点、横线或斜线", "points, dashes or strokes"),
    "letter": Text("用字母或圆圈代替了数字0", "a letter or a circle for the digit 0"),
    "wide": Text("用了全角数字", "full-width digits"),
    "spaced": Text("中间有空格", "spaces inside"),
    "zeros": Text("月、日前面多了0", "a 0 before the month or the day"),
    "number": Text("“日”写成了“号”", "号 for 日"),
    "no-day-word": Text("少了“日”字", "no 日 at its end"),
    "stop": Text("后面多了句号", "a full stop behind it"),
    "short-year": Text("年份只写了两位", "a year of two digits"),
    "no-day": Text("没有写明几日", "no day"),
}
_PROPER = "2024年8月3日"


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag a signing date in any other form than 2024年8月3日."""
    span = draft.facts.signature.date
    if span is None or _is_of_the_page(draft, span):
        return
    words = draft.source.slice(span)
    if words.endswith("印发"):
        words = words[:-2]
    from disclosure_lint.facts.time.date_form import Odd, read

    form = read(words)
    if form is None or (form.odd == (Odd.WIDE,) and _digits_are_wide(draft)):
        return
    if form.odd == (Odd.SPACED,) and _dates_are_spaced(draft, span):
        return
    lead = len(words) - len(words.lstrip("（("))
    span = Span(span.start + lead, span.start + len(words.rstrip("）)")))
    odd = [_ODD[each] for each in form.odd]
    fields: dict[str, Value] = {
        "words": span,
        "odd": Text("，".join(each.zh for each in odd), " and ".join(each.en for each in odd)),
    }
    if not form.proper:
        yield Finding(span, fields, "incomplete")
        return
    safety = Safety.DISPLAY if "short-year" in form.odd else Safety.SAFE
    fix = Fix(Text(f"改为“{form.proper}”", f"write {form.proper}"), (Edit(span, form.proper),), safety)
    yield Finding(span, fields | {"proper": form.proper}, fix=fix)


def _digits_are_wide(draft: Draft) -> bool:
    """Whether the draft writes all its digits full-width: then the date is like the rest."""
    from disclosure_lint.facts.marks import digits

    return digits.are_wide(draft.document)


def _dates_are_spaced(draft: Draft, signed: Span) -> bool:
    """Whether the draft sets all its dates with spaces around the numbers, as some converters and typesetters do."""
    others = [when.span for when in draft.facts.dates if when.precision == "day" and not signed.overlaps(when.span)]
    return len(others) > 1 and all(" " in draft.source.slice(span) for span in others)


def _is_of_the_page(draft: Draft, span: Span) -> bool:
    """Whether a date stands above the text, where web pages put theirs: 2024-08-05."""
    if "年" in draft.source.slice(span):
        return False
    sections = draft.document.sections
    return span.start < (sections[0].span.start if sections else len(draft.source.text) // 2)


RULE = Rule(
    code="DAT007",
    name="date-format",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    fixes=(Safety.SAFE, Safety.DISPLAY),
    summary=Text(
        f"成文日期的写法不规范：应写作“{_PROPER}”。",
        f"The signing date is not written the way it should be: {_PROPER}.",
    ),
    messages={
        "main": Text(
            "成文日期“{words}”{odd}，应写作“{proper}”。",
            "The signing date “{words}” has {odd}; it should read “{proper}”.",
        ),
        "incomplete": Text(
            "成文日期“{words}”{odd}：年、月、日应当写全。",
            "The signing date “{words}” has {odd}: it should give year, month and day.",
        ),
    },
    help=Text(
        f"用阿拉伯数字写全年、月、日，月、日前面不加0，写作“{_PROPER}”这样。",
        f"Write year, month and day in full, in Arabic numerals without leading zeros: {_PROPER}.",
    ),
    why=Text(
        "成文日期是公文的法定要素，写法不统一会显得不严肃，也不便检索。",
        "The date is a formal part of the document; an odd form looks careless and is hard to search for.",
    ),
    basis=Text(
        "GB/T 9704—2012 第7.3.5.4条：成文日期用阿拉伯数字将年、月、日标全，月、日不编虚位（即1不编为01）",
        "GB/T 9704-2012, 7.3.5.4: the date is written in full in Arabic numerals, month and day without a leading zero",
    ),
    check=check,
    examples=(
        Bad(
            "一、整改情况\n已整改。\n中共青岚县水利局党组\n⟦2024年08月03日⟧\n",
            fixed="一、整改情况\n已整改。\n中共青岚县水利局党组\n2024年8月3日\n",
        ),
        Bad(
            "一、整改情况\n已整改。\n中共青岚县水利局党组\n⟦二〇二四年八月二十三日⟧\n",
            fixed="一、整改情况\n已整改。\n中共青岚县水利局党组\n2024年8月23日\n",
        ),
        Bad(
            "一、整改情况\n已整改。\n中共青岚县水利局党组\n⟦2024.8.3⟧\n",
            fixed="一、整改情况\n已整改。\n中共青岚县水利局党组\n2024年8月3日\n",
        ),
        Bad(
            "一、整改情况\n已整改。\n中共青岚县水利局党组\n（⟦２０２４年 ８月 ３日⟧）\n",
            fixed="一、整改情况\n已整改。\n中共青岚县水利局党组\n（2024年8月3日）\n",
        ),
        Bad(
            "一、整改情况\n已整改。\n中共青岚县水利局党组\n⟦24年8月3日⟧\n",
            fixed="一、整改情况\n已整改。\n中共青岚县水利局党组\n2024年8月3日\n",
        ),
        Bad("一、整改情况\n已整改。\n中共青岚县水利局党组\n⟦2024年8月⟧\n"),
        Good("一、整改情况\n已整改。\n中共青岚县水利局党组\n2024年8月3日\n"),
        Good(
            "一、整改情况\n反馈的２８个问题，已于２０２４年６月３０日前全部完成整改，修订制度１２项，清退资金４．６万元。\n"
            "中共青岚县水利局党组\n２０２４年８月３日\n"
        ),
        Good(
            "2024 年 2 月 6 日，县委第二巡察组反馈了意见。\n一、整改情况\n截至 2024 年 8 月 1 日，已全部整改。\n"
            "中共青岚县水利局党组\n2024 年 8 月 3 日\n"
        ),
        Good("一、整改情况\n已于2024年08月03日整改。\n中共青岚县水利局党组\n2024年10月30日\n"),
        Good("一、整改情况\n已整改。\n中共青岚县水利局党组\n××××年×月×日\n"),
        Good("关于巡察整改进展情况的通报\n2024-08-05\n一、整改情况\n已整改。\n中共青岚县水利局党组\n2024年8月3日\n"),
    ),
)
