"""Faults in fixed expressions and in the words for the two kinds of inspection."""

from __future__ import annotations

import re
from random import Random

from model import Edit, Operator, Planted, edited, replaced
from text import paragraphs, pick

_SLIPS = (
    ("“两个确立”", "“两个确定”"),
    ("“四个意识”", "“四种意识”"),
    ("“四个自信”", "“四种自信”"),
    ("“两个维护”", "“两个坚决”"),
    ("“一岗双责”", "“一岗两责”"),
    ("“三重一大”", "“三重大一”"),
    ("“三会一课”", "“三课一会”"),
    ("“第一议题”", "“首个议题”"),
    ("末位表态", "末尾表态"),
    ("“四种形态”", "“四个形态”"),
    ("习近平新时代中国特色社会主义思想", "习近平新时代特色社会主义思想"),
    ("“三个规定”", "“三项规定”"),
)
_SENTENCES = (
    "坚定“四个意识”、增强“四个自信”、做到“两个维护”，推动整改走深走实。",
    "严格落实“四不二直”工作要求开展督查。",
    "压实党组“二个责任”，层层传导压力。",
    "班子成员切实履行“一岗两责”，抓好分管领域整改。",
    "严格执行主要负责人末尾表态制度。",
    "深刻领悟“两个确定”的决定性意义。",
    "严格落实“三重大一”决策制度。",
    "始终以习近平总书记为核心的党中央保持高度一致。",
)


def _added(text: str, sentence: str, random: Random) -> Planted | None:
    line = pick(random, paragraphs(text)[1:])
    if line is None:
        return None
    at = line.start + len(line.text.rstrip())
    return edited(text, [Edit(at, at, sentence)], f"added “{sentence}”")


def expression_slipped(text: str, random: Random) -> Planted | None:
    """A fixed expression of the draft with a slip in it."""
    choices = [(match.span(), wrong) for right, wrong in _SLIPS for match in re.finditer(right, text)]
    chosen = pick(random, choices)
    if chosen is None:
        return None
    at, wrong = chosen
    return replaced(text, *at, wrong)


def misquotation_added(text: str, random: Random) -> Planted | None:
    """A sentence with a fixed expression that is quoted wrongly."""
    return _added(text, random.choice(_SENTENCES), random)


_SETS = (
    ("不敢腐、不能腐、不想腐", ("不敢腐、不想腐、不能腐", "不能腐、不敢腐、不想腐", "不敢腐、不能腐")),
    (
        "政治判断力、政治领悟力、政治执行力",
        ("政治判断力、政治执行力", "政治领悟力、政治判断力、政治执行力", "政治判断力、政治执行力、政治领悟力"),
    ),
)


def expansion_spoilt(text: str, random: Random) -> Planted | None:
    """A member of a fixed list was lost or moved."""
    choices = [(match.span(), wrong) for right, forms in _SETS for match in re.finditer(right, text) for wrong in forms]
    chosen = pick(random, choices)
    if chosen is None:
        return None
    at, wrong = chosen
    return replaced(text, *at, wrong)


def spoilt_expansion_added(text: str, random: Random) -> Planted | None:
    """A sentence with a fixed list that lacks a member or has them in another order."""
    sentence = random.choice(
        (
            "增强政治意识、核心意识、大局意识、看齐意识这“四个意识”。",
            "一体推进不敢腐、不想腐、不能腐。",
            "坚定理论自信、道路自信、制度自信、文化自信这“四个自信”。",
            "不断提高政治判断力、政治执行力、政治领悟力。",
            "严守政治纪律、组织纪律、廉政纪律、群众纪律、工作纪律、生活纪律。",
        )
    )
    return _added(text, sentence, random)


def level_mixed_up(text: str, random: Random) -> Planted | None:
    """巡视 where the draft is about a 巡察, or the other way round; an earlier round may have been of the other kind."""
    visits, checks = len(re.findall("巡视", text)), len(re.findall("巡察", text))
    if visits + checks < 6 or min(visits, checks) > 2:
        return None
    wrong, right = ("巡视", "巡察") if checks > visits else ("巡察", "巡视")
    choices = [
        match.span()
        for match in re.finditer(right, text)
        if not re.search("《[^》]*$", text[max(0, match.start() - 30) : match.start()])
        and wrong not in text[match.start() - 2 : match.end() + 2]
        and text[match.start() - 1] not in "轮次年"
    ]
    at = pick(random, choices)
    return None if at is None else replaced(text, *at, wrong)


def level_of_team_mixed_up(text: str, random: Random) -> Planted | None:
    """县委巡视组, 省委巡察组."""
    choices = [
        (match.span(2), "巡视" if match[2] == "巡察" else "巡察")
        for match in re.finditer("([省市县区]委(?:第[一二三四五六七八九十]+)?)(巡[视察])(?=组|工作|办)", text)
        if (match[1][0] == "省") is (match[2] == "巡视")
    ]
    chosen = pick(random, choices)
    if chosen is None:
        return None
    at, wrong = chosen
    return replaced(text, *at, wrong)


OPERATORS = (
    Operator("TRM001", expression_slipped),
    Operator("TRM001", misquotation_added),
    Operator("TRM002", expansion_spoilt, ("TRM001",)),
    Operator("TRM002", spoilt_expansion_added, ("TRM001",)),
    Operator("TRM003", level_mixed_up),
    Operator("TRM003", level_of_team_mixed_up),
)
