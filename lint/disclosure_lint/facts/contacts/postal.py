"""Postal addresses, P.O. boxes and postcodes in folded text."""

from __future__ import annotations

from functools import cache

from disclosure_grammar.pattern import Pattern
from disclosure_lint.facts.contacts.folding import is_han

_STOPS = "。；;|\n!?"
_STOP_WORDS = ("   ", "http:", "https:", "www.")
_COMPLETE = tuple(
    "号 室 楼 层 院 院内 栋 幢 座 口 侧 旁 处 内 厦 中心 信箱 机关 面 角 ) 收".split()  # noqa: SIM905
)
_PARTS = frozenset("路街道巷镇乡村号楼室区县市厦院弄里厂场园角侧")
_REJECTED = ("已", "被", "进行", "制定", "完成")
_WAYS = ("大道", "大街", "胡同", "路", "街", "巷", "弄", "道", "村", "镇", "里", "区")
_WAY_MOST, _PLACE_MOST = 10, 30
_NUMBER = Pattern(r"[0-9甲乙一二三四五六七八九十]{1,5} ?(?:-[0-9]{1,4})? ?号(?!文|令|公|提|案|线|信)")
_INSIDE = Pattern(r"[0-9A-Za-z\-]{0,5}(?:号楼|室|楼|层|栋|座|院)")
_LONE = Pattern(r"[,( ]{0,2}(?<![0-9A-Za-z\-])[0-9]{6}(?![0-9A-Za-z\-])")
_RUN = Pattern(r"[0-9]{2,9}(?![0-9A-Za-z\-]| ?-)")
_LETTERED = Pattern(r"(?=[0-9]*[OoIl])(?=(?:[OoIl]*[0-9]){3})[0-9OoIl]{5,7}(?![0-9A-Za-z\-])")
_BROKEN = Pattern(r"[0-9]{1,5}(?: {1,2}[0-9]{1,5}){1,5}(?![0-9\-])")
_DIGITS = 6


def address(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The address that begins at ``start``: up to the mark that ends it, or None where the words are no address."""
    while start < end and text[start] in ' ,、:"“':
        start += 1
    close = _end_at_comma(text, start, _stop(text, start, end))
    close = _balanced(text, start, close)
    while close > start and text[close - 1] in ' ,、(:”"':
        close -= 1
    words = text[start:close]
    if len(words) < 4 or _PARTS.isdisjoint(words) or any(word in words for word in _REJECTED):
        return None
    return start, close


def _stop(text: str, start: int, end: int) -> int:
    """Where a full stop, another sort of detail or a postcode ends what begins at ``start``."""
    lone = _LONE.search(text, start, end)
    if lone and not text.startswith(("号", "室", "楼", "栋"), lone.end()):
        end = lone.start()
    return next((at for at in range(start, end) if text[at] in _STOPS or text.startswith(_STOP_WORDS, at)), end)


def _balanced(text: str, start: int, end: int) -> int:
    """The end without a bracket that was opened and not closed (号(邮编), or closed and not opened ((地址:…号))."""
    surplus = text.count("(", start, end) - text.count(")", start, end)
    if surplus > 0:
        return end + 1 if text.startswith(")", end) else text.rindex("(", start, end)
    return text.rindex(")", start, end) if surplus < 0 else end


def _end_at_comma(text: str, start: int, end: int) -> int:
    """Where a comma ends the address: what stands before it is complete, or what stands behind it is not part of one."""
    for at in range(start, end):
        if text[at] in ",、" and (text.endswith(_COMPLETE, start, at) or _PARTS.isdisjoint(text[at:end])):
            return at
    return end


@cache
def _box() -> Pattern:
    return Pattern(
        r"[0-9A-Za-z一二三四五六七八九十百零〇\-]{1,10} {0,2}号? {0,2}(?:邮政)?(?:专用)?(?:邮政)?信箱(?:[0-9A-Za-z\-]{1,8} ?(?:号|分箱)?)?"
        r"|(?:邮政|专用)信箱 ?[第(]? ?[0-9A-Za-z][0-9A-Za-z\-]{0,8}(?![0-9A-Za-z个只处部]) ?号?|信箱 ?[第(]? ?[0-9A-Z][0-9A-Z\-]{0,8} ?号"
    )


def is_box(text: str) -> bool:
    """Whether an address is a numbered P.O. box."""
    return "信箱" in text and bool(_box().search(text))


def boxes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The numbered P.O. boxes in a text, without the place names before them."""
    return [match.span() for match in _box().finditer(text, start, end)] if "信箱" in text else []


def street_addresses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Addresses that show by their shape alone: 建设路12号, with the place names before it."""
    found: list[tuple[int, int]] = []
    for number in _NUMBER.finditer(text, start, end):
        first = _place(text, max(start, found[-1][1] if found else 0, number.start() - _PLACE_MOST), number.start())
        way = text[max(first, number.start() - _WAY_MOST) : number.start()]
        if number.start() - first >= 2 and any(word in way for word in _WAYS):
            inside = _INSIDE.match(text, number.end(), end)
            found.append((first, inside.end() if inside else number.end()))
    return found


def _place(text: str, start: int, end: int) -> int:
    """Where the Chinese words that end at ``end`` begin."""
    while end > start and is_han(text[end - 1]):
        end -= 1
    return end


def postcode(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The digits that begin at ``start``, few or many, as long as they could be meant for a postcode."""
    broken = _BROKEN.match(text, start, end)
    if broken and len(broken[0].replace(" ", "")) == _DIGITS:
        return broken.span()
    match = _RUN.match(text, start, end) or _LETTERED.match(text, start, end)
    return match.span() if match else None


def postcode_fault(digits: str) -> str:
    """Why a postcode cannot be right: ``postcode-letters``, ``-length``, ``-unassigned``, or an empty string."""
    if not digits.isdecimal():
        return "postcode-letters"
    if len(digits) != _DIGITS:
        return "postcode-length"
    return "postcode-unassigned" if digits[:2] == "00" or (digits[0] == "9" and digits[:3] != "999") else ""
