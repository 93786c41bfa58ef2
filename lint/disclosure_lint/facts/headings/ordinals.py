"""The words and marks that number the items of an enumeration in prose: 一是, 其二, 首先, 第三，, ①, (1), 1）, 1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from disclosure_grammar import numerals
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Form

_CHINESE = "[一二三四五六七八九十]{1,3}"
_COMMA = "，,、：:"
_ORDINAL = Pattern(
    r"(?=[一二三四五六七八九十第其首再最①-⑳（(0-9０-９])"  # what any of them starts with: lets the search skip the rest
    rf"(?:(?:第(?P<nth>{_CHINESE})(?P<word>[，,：:]|、(?!第?[一二三四五六七八九十0-9０-９])|是|要(?![点件素]))"
    rf"|其(?P<of>{_CHINESE})(?=[{_COMMA}是])"
    rf"|(?P<is>{_CHINESE})(?P<verb>是(?!否|非)|要(?![素点件义务领求害闻职目]))"
    rf"|(?P<first>首先|其次|再次(?=[{_COMMA}是要])|最后(?=[{_COMMA}是要])))"
    r"|(?P<circled>[①-⑳])"
    r"|[（(](?P<bracketed>[0-9０-９]{1,2})[）)]"
    r"|(?P<half>[0-9０-９]{1,2})[）)]"
    r"|(?P<arabic>[0-9０-９]{1,2})[.．、](?![.．]|[0-9０-９](?![0-9０-９]{3}年|[0-9０-９]?月)))"  # 2.2024年 and 2.5月 are no decimals
)
_FORMS = {
    "nth": Form.ORDINAL,
    "of": Form.OF_THEM,
    "is": Form.IS,
    "first": Form.FIRST,
    "circled": Form.CIRCLED,
    "bracketed": Form.ARABIC_BRACKETED,
    "half": Form.ARABIC_HALF_BRACKET,
    "arabic": Form.ARABIC,
}
_MOST = 50  # no list in prose is longer; a higher number counts something else
_ORDER = {"首先": 1, "其次": 2, "再次": 3}
_CLAUSE_ENDS = frozenset("。．.；;：:，,、！!？?“”‘’\"'（(）)—…|")
_SENTENCE_ENDS = frozenset("。．；;：:！!？?|")
_SPACES = " \t\u3000*_#>•·-"  # with what Markdown and list bullets leave in a plain text

LINES = frozenset({Form.IS, Form.OF_THEM, Form.FIRST, Form.ORDINAL})
"""The forms that may number paragraphs as well as clauses; the others number sections where they open a line."""


class Ordinal(NamedTuple):
    """One such word or mark in a text.

    Attributes:
        form: which kind it is.
        number: what it counts; 0 for 最后, which comes after whatever came before.
        start, end: its place in the text.
        word: what stands behind the numeral (是, 要), where items may be told apart by it; otherwise empty.
        opens: whether nothing stands before it in its paragraph.
        sentence: whether it opens a sentence or part of one, not just a clause behind a comma.
    """

    form: Form
    number: int
    start: int
    end: int
    word: str
    opens: bool
    sentence: bool


def find(text: str, begin: int = 0) -> Iterator[Ordinal]:
    """The ordinals that stand at the start of a clause, from ``begin`` on."""
    for match in _ORDINAL.finditer(text, begin):
        before = match.start()
        while before > begin and text[before - 1] in _SPACES:
            before -= 1
        mark = text[before - 1] if before > begin else ""
        name = str(match.lastgroup if match.lastgroup not in ("word", "verb") else "nth" if match["nth"] else "is")
        if not _stands(_FORMS[name], mark):
            continue
        number = _ORDER.get(match[name], 0) if name == "first" else numerals.parse(match[name])
        if number is None or number > _MOST or (number == 0 and name != "first"):
            continue
        # the comma behind 第一， is no part of the label; 是 and 要 are
        word = (match["verb"] or "") if name == "is" else ""
        end = match.end() if match["word"] in (None, "是", "要") else match.end() - 1
        yield Ordinal(_FORMS[name], number, match.start(), end, word, not mark, not mark or mark in _SENTENCE_ENDS)


def _stands(form: Form, mark: str) -> bool:
    """Whether an ordinal of this form may stand behind this mark (empty: the start of the paragraph)."""
    if form is Form.CIRCLED or not mark:
        return True
    if form in LINES:
        return mark in _CLAUSE_ENDS
    return mark in _SENTENCE_ENDS or (form is Form.ARABIC_BRACKETED and mark in "，,")


def loosely(text: str, number: int) -> tuple[int, int] | None:
    """Where a text says ``number`` in any of these ways, at the start of a clause or not; the last place, or None."""
    if not 1 <= number <= 99:
        return None
    numeral = numerals.chinese(number)
    others = {1: "|首先|首要|先是|一方面|一个是|一则", 2: "|其次|另一方面|二则|再就是", 3: "|再次|再就是|三则"}.get(
        number, ""
    )
    pattern = rf"(?<![第十万唯统同单专逐之]){numeral}[ \u3000]?(?:是|要(?!求|务|素|件|点))|其{numeral}|第{numeral}[{_COMMA}是要]{others}"
    places = [(found.start(), found.end()) for found in re.finditer(pattern, text)]
    return places[-1] if places else None


def written(form: Form, number: int, word: str = "") -> str:
    """The label of an item as the draft would write it: 三是, 其三, 再次, 第三, ③, (3), 3）, 3."""
    if form is Form.FIRST:
        return next((name for name, place in _ORDER.items() if place == number), "最后")
    if form is Form.CIRCLED:
        return numerals.circled(number) if number <= 20 else str(number)
    if form in LINES:
        before = {Form.OF_THEM: "其", Form.ORDINAL: "第"}.get(form, "")
        return f"{before}{numerals.chinese(number)}{word}"
    return {Form.ARABIC: f"{number}.", Form.ARABIC_HALF_BRACKET: f"{number}）"}.get(form, f"（{number}）")
