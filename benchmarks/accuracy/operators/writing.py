"""Faults in marks and words: what was left over, lost, doubled or pasted twice."""

from __future__ import annotations

import re
from random import Random

from model import Edit, Operator, Planted, cut, edited, replaced
from text import DATE, lines, paragraphs, pick, sentences, signature, title


def _inside(text: str, pattern: str) -> list[re.Match[str]]:
    """Matches between the title and the signature, outside tables and headings of Markdown."""
    start, signed = title(text)[0][1], signature(text)
    end = signed[0].start if signed else len(text)
    return [match for match in re.finditer(pattern, text) if start <= match.start() < end]


def place_blanked(text: str, random: Random) -> Planted | None:
    """*市, *县: the name of a place taken out of the model draft."""
    match = pick(random, _inside(text, r"(?:全|我|该)(?=[市县省区])"))
    return None if match is None else replaced(text, *match.span(), "*")


def date_blanked(text: str, random: Random) -> Planted | None:
    """A date whose month and day were never filled in."""
    choices = _inside(text, DATE)
    match = pick(random, choices)
    if match is None:
        return None
    year = match[0][:5]
    return replaced(text, *match.span(), year + random.choice(("×月×日", "X月X日", "__月__日", "XX月XX日")))


def figure_blanked(text: str, random: Random) -> Planted | None:
    """A figure that was to be filled in later."""
    match = pick(random, _inside(text, r"(?<![0-9０-９.])[0-9０-９]{1,4}(?=[个项次份件人名万户])"))
    if match is None:
        return None
    return replaced(text, *match.span(), random.choice(("××", "XX", "__", "【】", "（ ）")))


def note_left(text: str, random: Random) -> Planted | None:
    """A note of the drafter to himself."""
    line = pick(random, paragraphs(text)[1:])
    if line is None:
        return None
    note = random.choice(("（待补充）", "【待核实】", "（此处补充数据）", "TODO", "（待定）", "【请政治部补充】"))
    at = line.start + len(line.text.rstrip()) - 1
    return edited(text, [Edit(at, at, note)], f"added “{note}”")


_RESIDUE_TOP = (
    "当前位置：首页 > 通知公告",
    "发布时间：2024-03-18 浏览次数：1046",
    "来源：本站 作者： 点击数：327",
    "【字体：大 中 小】",
)
_RESIDUE_END = (
    "【打印本页】【关闭窗口】",
    "上一篇：关于召开警示教育大会的通知",
    "阅读全文",
    "复制下载",
    "版权所有 未经许可不得转载",
    "分享到：",
)


def page_top_left(text: str, random: Random) -> Planted | None:
    """A line of the web page above the title."""
    line = random.choice(_RESIDUE_TOP)
    return edited(text, [Edit(0, 0, f"{line}\n")], f"a first line “{line}”")


def page_end_left(text: str, random: Random) -> Planted | None:
    """A line of the web page below the draft."""
    line = random.choice(_RESIDUE_END)
    gap = "" if text.endswith("\n") else "\n"
    return edited(text, [Edit(len(text), len(text), f"{gap}{line}\n")], f"a last line “{line}”")


def page_inside_left(text: str, random: Random) -> Planted | None:
    """A line of the web page between two paragraphs."""
    row = pick(random, paragraphs(text)[1:])
    if row is None:
        return None
    line = random.choice(("阅读全文", "复制下载", "展开剩余60%", "点击查看更多"))
    return edited(text, [Edit(row.end, row.end, f"\n{line}")], f"a line “{line}”", near=0)


def _mark_cut(text: str, random: Random, marks: str) -> Planted | None:
    choices = _inside(text, f"[{marks}]")
    match = pick(random, choices)
    if match is None:
        return None
    line = next(row for row in lines(text) if row.start <= match.start() <= row.end)
    if (
        re.match(r"[ \t\u3000#*]*[（(][0-9０-９一二三四五六七八九十]+[）)]", line.text)
        and match.start() - line.start < 12
    ):
        return None
    return cut(text, *match.span(), near=0)


def bracket_lost(text: str, random: Random) -> Planted | None:
    """An opening or closing bracket was lost."""
    return _mark_cut(text, random, "（）()")


def quote_lost(text: str, random: Random) -> Planted | None:
    """An opening or closing quotation mark was lost."""
    return _mark_cut(text, random, "“”")


def title_mark_lost(text: str, random: Random) -> Planted | None:
    """A mark of a title was lost."""
    return _mark_cut(text, random, "《》")


def quote_turned(text: str, random: Random) -> Planted | None:
    """A closing quotation mark was typed as an opening one."""
    match = pick(random, _inside(text, "”"))
    return None if match is None else replaced(text, *match.span(), "“")


def stop_lost(text: str, random: Random) -> Planted | None:
    """A paragraph has lost its full stop."""
    line = pick(random, paragraphs(text))
    if line is None:
        return None
    at = line.start + len(line.text.rstrip()) - 1
    return cut(text, at, at + 1, near=0)


def stop_made_comma(text: str, random: Random) -> Planted | None:
    """A paragraph ends in a comma."""
    line = pick(random, paragraphs(text))
    if line is None:
        return None
    at = line.start + len(line.text.rstrip()) - 1
    return replaced(text, at, at + 1, "，")


def stop_doubled(text: str, random: Random) -> Planted | None:
    """A full stop typed twice: 。。."""
    match = pick(random, _inside(text, "。"))
    return None if match is None else replaced(text, *match.span(), "。。")


def mark_doubled(text: str, random: Random) -> Planted | None:
    """A mark typed twice: ，， or ；； or 、、."""
    match = pick(random, _inside(text, "[，、；：]"))
    return None if match is None else replaced(text, *match.span(), match[0] * 2)


def marks_collide(text: str, random: Random) -> Planted | None:
    """，。 where words between two marks were taken out."""
    match = pick(random, _inside(text, "(?<=[\u4e00-\u9fff0-9])[。；]"))
    return None if match is None else replaced(text, *match.span(), random.choice("，、") + match[0])


def space_in_words(text: str, random: Random) -> Planted | None:
    """A blank inside a phrase."""
    choices = [
        line.start + match.start()
        for line in paragraphs(text)
        for match in re.finditer("(?<=[\u4e00-\u9fff]{2})(?=[\u4e00-\u9fff]{3})", line.text)
    ]
    at = pick(random, choices)
    return (
        None
        if at is None
        else edited(text, [Edit(at, at, " ")], f"a blank in “{text[at - 3 : at]} {text[at : at + 3]}”")
    )


def wide_space_in_words(text: str, random: Random) -> Planted | None:
    """Two blanks inside a sentence, where a line of a page ended."""
    choices = [
        line.start + match.start()
        for line in paragraphs(text)
        for match in re.finditer("(?<=[\u4e00-\u9fff]{4})(?=[\u4e00-\u9fff]{4})", line.text)
    ]
    at = pick(random, choices)
    if at is None:
        return None
    return edited(
        text,
        [Edit(at, at, random.choice(("  ", "\u3000")))],
        f"a wide blank in “{text[at - 3 : at]} {text[at : at + 3]}”",
    )


def paragraph_twice(text: str, random: Random) -> Planted | None:
    """A paragraph was pasted twice."""
    line = pick(random, [row for row in paragraphs(text) if len(row.text) > 45])
    if line is None:
        return None
    gap = "\n\n" if text[line.end : line.end + 2] == "\n\n" else "\n"
    return edited(
        text,
        [Edit(line.end, line.end, gap + line.text)],
        f"pasted “{line.text.strip()[:24]}…” twice",
        also=[(line.start, line.end - 1)],
        near=0,
    )


def sentence_twice(text: str, random: Random) -> Planted | None:
    """A long sentence stands twice in its paragraph."""
    choices = [
        (start, end)
        for line in paragraphs(text)
        for start, end in sentences(text, line.start, line.end)
        if end - start > 28 and text[end - 1] == "。" and start > line.start and text[start] != "*"
    ]
    chosen = pick(random, choices)
    if chosen is None:
        return None
    start, end = chosen
    return edited(text, [Edit(end, end, text[start:end])], f"“{text[start : start + 24]}…” twice")


def paragraph_pasted_later(text: str, random: Random) -> Planted | None:
    """A paragraph was pasted in once more, under another heading."""
    rows = [row for row in paragraphs(text) if len(row.text) > 60]
    if len(rows) < 4:
        return None
    one, other = random.sample(rows, 2)
    gap = "\n\n" if "\n\n" in text[one.start : other.end] or "\n\n" in text[other.start : one.end] else "\n"
    body = re.sub(r"^[ \t\u3000]*(?:[0-9０-９]{1,2}[.．、]|[（(].{1,3}[）)]|[一二三四五六七八九]是)", "", one.text)
    return edited(
        text,
        [Edit(other.end, other.end, gap + body)],
        f"pasted “{body.strip()[:24]}…” elsewhere again",
        also=[(one.start, one.end - 1)],
    )


OPERATORS = (
    Operator("TXT001", place_blanked),
    Operator("TXT001", date_blanked, ("DAT007", "STR006")),
    Operator("TXT001", figure_blanked),
    Operator("TXT001", note_left),
    Operator("TXT002", page_top_left),
    Operator("TXT002", page_end_left),
    Operator("TXT002", page_inside_left),
    Operator("TXT003", bracket_lost),
    Operator("TXT003", quote_lost),
    Operator("TXT003", title_mark_lost),
    Operator("TXT003", quote_turned),
    Operator("TXT004", stop_lost),
    Operator("TXT004", stop_made_comma),
    Operator("TXT005", stop_doubled),
    Operator("TXT005", mark_doubled),
    Operator("TXT005", marks_collide),
    Operator("TXT007", space_in_words),
    Operator("TXT007", wide_space_in_words),
    Operator("TXT008", paragraph_twice, ("NUM003",)),
    Operator("TXT008", sentence_twice),
    Operator("TXT008", paragraph_pasted_later, ("NUM001",)),
)
