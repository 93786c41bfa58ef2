"""Names of persons: where a word can be one, and where a draft hides one behind 某."""

from __future__ import annotations

from disclosure_grammar.pattern import Pattern
from disclosure_lint.reference.surnames import COMPOUND, SURNAMES, WORDS

LONGEST = 4
SURNAME = "".join(sorted(SURNAMES))
"""The surnames of one character, for use in a character class."""
_NOT_GIVEN = frozenset("的了是被把等不这那们各每某及就都个件条项次元号岁吗呢吧问题反映举报投诉访称说令致须给")
_NOT_LAST = frozenset(
    "长员人者官部局院所室科委办厅校厂店站队镇乡县区省党司记任层组类案时后前内外上下已未可能和与在为对从到向因于由村街团庄湾屯寨沟坪坝费款"
)
_TITLES = (
    "女士 先生 小姐 太太 同志 大爷 大妈 大娘 大叔 大姐 大哥 大伯 阿姨 奶奶 爷爷 婆婆 老伯 老汉 老太 师傅 老师 同学 教授 医生 护士 法官 警官 律师 "
    "会计 支书 经理 总 姐 哥 叔 嫂 婶 姨 氏"
)
_HONORIFICS = frozenset(_TITLES.split())
"""What follows a surname alone: 李女士 hides the name as well as 李某 does."""
_ALIAS = Pattern(r"[（(][^（()）]{0,4}化名[^（()）]{0,4}[）)]")
_SOUNDS = (
    "[阿艾爱安奥巴拜贝本比别布达代丹德迪丁杜多尔法菲夫福盖格古哈海汗合赫胡霍吉加江杰卡开凯坎柯克肯库拉来赖莱兰勒雷里力丽利林卢鲁鹿罗洛马玛迈买麦曼梅美蒙孟"
    "米明莫木穆姆那娜纳乃尼涅努诺帕派佩皮普其恰切琴热仁日如茹萨赛桑瑟沙山舍申孙斯丝苏索塔台太泰坦汤特提铁图吐托陀瓦万旺维魏温翁沃乌吾武西希锡夏肖谢辛"
    "雅亚延扬耶叶伊依以英尤玉裕约泽扎则孜再祖佐娃甫逊都素守荪居妮]"
)
_DOTTED = Pattern(rf"{_SOUNDS}{{2,8}}(?:[·•・‧]{_SOUNDS}{{2,8}}){{1,2}}")
"""Names such as 阿依古丽·买买提, in the characters that write the sounds of other languages."""
_THING = "[某些个种类项件条款地县市区镇乡村局院公单企职部科室校街站处人位工厂年月日]"
MASKED = Pattern(
    rf"(?:(?<![关对由位处属基鉴至])于|[{SURNAME.replace('于', '')}])(?:某{{1,2}}(?!{_THING})|[×＊*]{{1,2}}|[xX]{{2}})"
)
"""A name of which only the surname is written."""


def is_name(word: str) -> bool:
    """Whether a word of two to four characters can be the full name of a person."""
    size = 2 if word[:2] in COMPOUND and len(word) > 2 else 1
    given = word[size:]
    if not 1 <= len(given) <= 2 or (size == 1 and word[0] not in SURNAMES) or word[:2] in WORDS or given in _HONORIFICS:
        return False
    return not (_NOT_GIVEN.intersection(given) or given[-1] in _NOT_LAST) and all(
        "\u4e00" <= one <= "\u9fff" for one in given
    )


def is_alias(text: str, end: int) -> bool:
    """Whether the name that ends there is said to be made up: 刘桂兰（化名）."""
    return _ALIAS.match(text, end) is not None


def name_at(text: str, start: int, behind: Pattern) -> int | None:
    """Where the name that begins at ``start`` ends, given what may stand behind it; None where there is none."""
    dotted = _DOTTED.match(text, start)
    if dotted is not None:
        return dotted.end() if behind.match(text, dotted.end()) else None
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
