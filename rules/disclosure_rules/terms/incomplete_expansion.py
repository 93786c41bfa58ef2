"""TRM002: a fixed set spelt out in the wrong order or without one of its members."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_grammar.pattern import Pattern
from disclosure_lint.rule import (
    DISCLOSURES,
    PRACTICE,
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

if TYPE_CHECKING:
    from disclosure_lint.facts.expressions.expansions import Expansion

_BETWEEN = Pattern(r"[“”\"„‟＂「」『』‘’'、和与及以]*")
_SURE = 3  # without its name, so many members make clear which set is meant
_LONG = 5  # a set of so many may have lost two members and still be known


def check(draft: Draft, options: None) -> Iterator[Finding]:
    from disclosure_lint.reference.phrases import spelt_out

    running = draft.facts.running_text
    sets = spelt_out(running.folded)
    if not sets:
        return
    from disclosure_lint.facts.expressions.expansions import extract
    from disclosure_lint.facts.expressions.misquotations import holds_wrong_form

    for list_ in extract(running, sets):
        variant = _fault(list_)
        if variant and not holds_wrong_form(list_.text):
            yield _finding(draft, list_, variant)


def _fault(list_: Expansion) -> str:
    """What is wrong with a list: ``order``, ``missing``, ``stray``, or nothing."""
    from disclosure_lint.reference.phrases import Order

    order = list_.phrase.order
    if list_.complete:
        sound = list(list_.members) == sorted(list_.members) or order is Order.FREE or not list_.unbroken
        meant = list_.named or (list_.alone and order is Order.FIXED)
        return "order" if meant and not sound else ""
    if list_.open or list(list_.members) != sorted(set(list_.members)) or not _meant_whole(list_):
        return ""
    if any(way in list_.rest for number in list_.missing for way in list_.phrase.members[number]):
        return ""
    if list_.stray is not None:
        return "stray"
    return "missing" if list_.unbroken and (list_.alone or order is not Order.FREE) else ""


def _meant_whole(list_: Expansion) -> bool:
    """Whether the list is meant to spell out the whole set."""
    from disclosure_lint.reference.phrases import Whole

    size, whole = len(list_.phrase.members), list_.phrase.whole
    lost = size - len(list_.members)
    if list_.named and whole is not Whole.NEVER:
        return lost <= (1 if size < _LONG else 2)
    if whole not in (Whole.ALWAYS, Whole.INSIDE) or lost != 1 or not list_.alone:
        return False
    return whole is Whole.ALWAYS or 0 < list_.missing[0] < size - 1


def _finding(draft: Draft, list_: Expansion, variant: str) -> Finding:
    phrase = list_.phrase
    names = [ways[0] for ways in phrase.members]
    missing = "、".join(names[number] for number in list_.missing)
    right = phrase.text if "、" in phrase.text else "、".join(names)
    fields: dict[str, Value] = {
        "list": list_.span,
        "right": right,
        "source": Text(phrase.source, phrase.source_en),
    }
    if variant != "order":
        fields["missing"] = missing
    if list_.stray is not None and variant == "stray":
        fields["stray"] = list_.stray
        title = Text(f"改为：{missing}", f"write: {missing}")
        return Finding(list_.span, fields, variant, fix=Fix(title, (Edit(list_.stray, missing),), Safety.DISPLAY))
    grade = "firm" if variant == "order" or list_.named or len(list_.members) >= _SURE else "thin"
    return Finding(list_.span, fields, variant, grade, fix=_in_order(draft, list_) if variant == "order" else None)


def _in_order(draft: Draft, list_: Expansion) -> Fix | None:
    """The members put in order; not where each has a verb of its own."""
    slice_ = draft.source.slice
    between = (draft.source.text[a.end : b.start] for a, b in zip(list_.words, list_.words[1:], strict=False))
    if not all(_BETWEEN.fullmatch(words) for words in between):
        return None
    sorted_words = [slice_(word) for _, word in sorted(zip(list_.members, list_.words, strict=True))]
    edits = tuple(
        Edit(span, word) for span, word in zip(list_.words, sorted_words, strict=True) if slice_(span) != word
    )
    return Fix(Text("按规范的顺序排列", "put them in the set order"), edits, Safety.DISPLAY)


RULE = Rule(
    code="TRM002",
    name="incomplete-expansion",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    grades={"thin": Severity.INFO},
    summary=Text(
        "固定提法展开写的时候，顺序不对、少了一项或者换了一项。",
        "A fixed set is spelt out in the wrong order, without one of its members, or with another in its place.",
    ),
    messages={
        "order": Text(
            "这里的顺序是：{list}。规范的顺序是：{right}（{source}）。",
            "The order here is: {list}. The set order is: {right} ({source}).",
        ),
        "missing": Text(
            "这里列出的是：{list}，少了“{missing}”。完整的内容是：{right}（{source}）。",
            "This lists: {list}, without “{missing}”. The whole set is: {right} ({source}).",
        ),
        "stray": Text(
            "这里列出的是：{list}，其中“{stray}”应为“{missing}”。完整的内容是：{right}（{source}）。",
            "This lists: {list}, where “{stray}” should read “{missing}”. The whole set is: {right} ({source}).",
        ),
    },
    help=Text(
        "对照原文补全、调好顺序；如果本来只想说其中几项，就写“等”，或者不写总的名称。",
        "Complete it and put it in order; if only some of them are meant, say so, or leave out the name of the set.",
    ),
    why=Text(
        "这类提法的内容和顺序都是固定的，少一项、换一项读者马上会看出来。",
        "Such sets have fixed members in a fixed order; readers notice at once when one is missing or misplaced.",
    ),
    basis=PRACTICE,
    fixes=(Safety.DISPLAY,),
    check=check,
    examples=(
        Bad(
            "教育干警增强⟦政治意识、核心意识、大局意识、看齐意识⟧。\n",
            fixed="教育干警增强政治意识、大局意识、核心意识、看齐意识。\n",
        ),
        Bad(
            "教育干警增强“四个意识”（⟦政治意识、大局意识、责任意识、看齐意识⟧）。\n",
            fixed="教育干警增强“四个意识”（政治意识、大局意识、核心意识、看齐意识）。\n",
        ),
        Bad("严明“六项纪律”，即⟦政治纪律、组织纪律、廉洁纪律、群众纪律、工作纪律⟧。\n"),
        Bad("党组坚持⟦集体领导、民主集中、会议决定⟧的原则，重大事项由党组会研究。\n"),
        Bad("不断提高⟦政治判断力、政治执行力⟧，抓好整改。\n", severity=Severity.INFO),
        Good("教育干警增强政治意识、大局意识，坚定道路自信、理论自信、制度自信、文化自信。\n"),
        Good("重点查处违反政治纪律、组织纪律、廉洁纪律、工作纪律的问题，整治形式主义、官僚主义。\n"),
        Good("严格落实“三会一课”制度，按期召开支部党员大会、支委会、党小组会，每季度讲一次党课。\n"),
        Good("“三重一大”（重大事项决策、重要干部任免、重要项目安排、大额资金使用）事项一律集体研究。\n"),
        Good("执行“六大纪律”，特别是政治纪律、组织纪律、廉洁纪律、群众纪律、工作纪律。\n"),
    ),
)
