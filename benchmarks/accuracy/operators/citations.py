"""Faults in the titles and numbers of documents that a draft cites."""

from __future__ import annotations

import re
from random import Random

from model import Edit, Operator, Planted, edited, replaced
from text import paragraphs, pick, signing_day

_WRONG = {
    "中国共产党章程": ("中国共产党党章",),
    "中国共产党巡视工作条例": ("中国共产党巡视条例", "中国共产党巡察工作条例"),
    "中国共产党纪律处分条例": ("中国共产党党员纪律处分条例", "中国共产党党纪处分条例"),
    "中国共产党支部工作条例（试行）": ("中国共产党党支部工作条例（试行）",),
    "中国共产党重大事项请示报告条例": ("中国共产党重大事项请示汇报条例", "中国共产党重大事项报告条例"),
    "中国共产党党组工作条例": ("中国共产党党组条例",),
    "中国共产党普通高等学校基层组织工作条例": (
        "中国共产党普通高校基层党组织工作条例",
        "中国共产党普通高等学校基层党组织工作条例",
    ),
    "关于新形势下党内政治生活的若干准则": ("关于新形势下党内生活的若干准则",),
    "中国共产党党内监督条例": ("中国共产党监督条例",),
}
_SENTENCE = (
    "严格执行《{}》。",
    "组织党员干部认真学习《{}》。",
    "对照《{}》开展自查。",
)


def _added(text: str, sentence: str, random: Random) -> Planted | None:
    line = pick(random, paragraphs(text)[1:])
    if line is None:
        return None
    at = line.start + len(line.text.rstrip())
    return edited(text, [Edit(at, at, sentence)], f"added “{sentence}”")


def title_miswritten(text: str, random: Random) -> Planted | None:
    """A title that the draft cites rightly was written as people remember it."""
    choices = [
        (match.span(1), wrong)
        for match in re.finditer("《([^《》\n]+)》", text)
        for wrong in _WRONG.get(match[1].replace("(", "（").replace(")", "）"), ())
    ]
    chosen = pick(random, choices)
    if chosen is None:
        return None
    at, wrong = chosen
    return replaced(text, *at, wrong)


def wrong_title_added(text: str, random: Random) -> Planted | None:
    """A sentence with a title as people remember it."""
    wrong = random.choice([each for forms in _WRONG.values() for each in forms])
    return _added(text, random.choice(_SENTENCE).format(wrong), random)


_LOCAL = re.compile(r"《([^《》\n]{6,40}(?:办法|规定|细则|规则|制度|规范)(?:[（(]试行[）)])?)》")


def _local_titles(text: str) -> list[re.Match[str]]:
    return list(_LOCAL.finditer(text))


def _renamed(title: str, random: Random) -> str:
    """The same document under a name that is a little off."""
    bare = re.sub("[（(]试行[）)]$", "", title)
    if bare != title:
        return bare
    forms = [f"{bare}（试行）"]
    for old, new in (
        ("管理办法", "管理规定"),
        ("工作办法", "工作规定"),
        ("规则", "细则"),
        ("办法", "规定"),
        ("制度", "办法"),
    ):
        if bare.endswith(old):
            forms.append(bare.removesuffix(old) + new)
            break
    return random.choice(forms)


def second_name(text: str, random: Random) -> Planted | None:
    """A document cited twice has another name the second time."""
    found = _local_titles(text)
    choices = [match for match in found if sum(match[1] == other[1] for other in found) > 1]
    match = pick(random, choices)
    if match is None:
        return None
    also = [other.span(1) for other in found if other[1] == match[1] and other.start() != match.start()]
    return replaced(text, *match.span(1), _renamed(match[1], random), also=also)


def second_name_added(text: str, random: Random) -> Planted | None:
    """A document is cited again, under another name."""
    match = pick(random, [match for match in _local_titles(text) if len(match[1]) > 8])
    if match is None:
        return None
    planted = _added(text, random.choice(_SENTENCE).format(_renamed(match[1], random)), random)
    if planted is None:
        return None
    where = planted.text.find(match[0])
    return Planted(
        planted.text,
        (*planted.places, planted.places[0]._replace(start=where, end=where + len(match[0]))),
        planted.what,
    )


_SUPERSEDED = (
    (2016, "中国共产党党员领导干部廉洁从政若干准则"),
    (2021, "中国共产党基层组织选举工作暂行条例"),
    (2016, "中国共产党巡视工作条例（试行）"),
    (2019, "中国共产党党组工作条例（试行）"),
    (2017, "中国共产党党内监督条例（试行）"),
    (2020, "中国共产党党内法规和规范性文件备案规定"),
)


def old_title_added(text: str, random: Random) -> Planted | None:
    """A sentence with the title of a rule that another has replaced years ago."""
    day = signing_day(text)
    choices = [title for year, title in _SUPERSEDED if day and day.year > year + 1]
    title = pick(random, choices)
    return None if title is None else _added(text, random.choice(_SENTENCE).format(title), random)


def old_title_left(text: str, random: Random) -> Planted | None:
    """A title that the draft cites rightly in the form of its trial version."""
    day = signing_day(text)
    choices = [
        match.span(1)
        for match in re.finditer("《(中国共产党(?:巡视工作|党组工作|党内监督)条例)》", text)
        if day and day.year > 2019
    ]
    at = pick(random, choices)
    return None if at is None else replaced(text, at[1], at[1], "（试行）")


_NUMBER = re.compile(r"(?P<open>〔)(?P<year>20[0-9]{2})(?P<close>〕)(?P<number>[0-9]{1,4})号")


def number_in_other_brackets(text: str, random: Random) -> Planted | None:
    """The year of a document number in brackets of another kind."""
    match = pick(random, list(_NUMBER.finditer(text)))
    if match is None:
        return None
    left, right = random.choice(("[]", "【】", "（）", "()", "［］"))
    return replaced(text, *match.span(), f"{left}{match['year']}{right}{match['number']}号")


def number_badly_formed(text: str, random: Random) -> Planted | None:
    """A document number with 第 or a leading zero."""
    match = pick(random, list(_NUMBER.finditer(text)))
    if match is None:
        return None
    number = random.choice((f"第{match['number']}", f"0{match['number']}"))
    return replaced(text, *match.span("number"), number)


OPERATORS = (
    Operator("CIT001", title_miswritten),
    Operator("CIT001", wrong_title_added),
    Operator("CIT003", second_name),
    Operator("CIT003", second_name_added),
    Operator("CIT004", old_title_added, ("CIT003",)),
    Operator("CIT004", old_title_left, ("CIT003",)),
    Operator("CIT005", number_in_other_brackets),
    Operator("CIT005", number_badly_formed),
)
