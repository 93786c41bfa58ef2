"""Names of persons: where a word can be one, and where a draft hides one behind 某."""

from __future__ import annotations

from disclosure_grammar.pattern import Pattern
from disclosure_lint.reference.surnames import COMPOUND, SURNAMES, WORDS

LONGEST = 4
SURNAME = "".join(sorted(SURNAMES))
"""The surnames of one character, for use in a character class."""
_NOT_GIVEN = frozenset("的了是被把等不这那们各每某及就都个件条项次元号岁吗呢吧问题反映举报投诉访称说令致须给")
_NOT_LAST = frozenset(
    "长员人者官部局院所室科委办厅校厂店站队镇乡县区省党司记任层组类案时后前内外上下已未可能和与在为对从到向因于由庄湾屯寨沟坪坝费款"
)
_THING = "[某些个种类项件条款地县市区镇乡村局院公单企职部科室校街站处人位工厂年月日]"
MASKED = Pattern(
    rf"(?:(?<![关对由位处属基鉴至])于|[{SURNAME.replace('于', '')}])(?:某{{1,2}}(?!{_THING})|[×＊*]{{1,2}}|[xX]{{2}})"
)
"""A name of which only the surname is written."""


def is_name(word: str) -> bool:
    """Whether a word of two to four characters can be the full name of a person."""
    size = 2 if word[:2] in COMPOUND and len(word) > 2 else 1
    given = word[size:]
    if not 1 <= len(given) <= 2 or (size == 1 and word[0] not in SURNAMES) or word[:2] in WORDS:
        return False
    return not (_NOT_GIVEN.intersection(given) or given[-1] in _NOT_LAST) and all(
        "\u4e00" <= one <= "\u9fff" for one in given
    )


def name_at(text: str, start: int, behind: Pattern) -> int | None:
    """Where the name that begins at ``start`` ends, given what may stand behind it; None where there is none."""
    ends = [
        end
        for end in range(min(start + LONGEST, len(text)), start + 1, -1)
        if is_name(text[start:end]) and behind.match(text, end)
    ]
    return ends[0] if ends else None


def name_before(text: str, end: int, ahead: Pattern) -> int | None:
    """Where the name that ends at ``end`` begins, given what may stand ahead of it (a pattern that ends with ``$``)."""
    for start in range(max(end - LONGEST, 0), end - 1):
        if is_name(text[start:end]) and (start == 0 or ahead.search(text, max(start - LONGEST, 0), start)):
            return start
    return None
