"""Postal addresses, P.O. boxes and postcodes in folded text."""

from __future__ import annotations

import re

_HAN = r"\u4e00-\u9fff"
_STOP = re.compile(
    r"[。；;|\n!?]| {3,}|[,、 (]{0,2}(?<![0-9A-Za-z\-])[0-9]{6}(?![0-9A-Za-z号室楼栋\-])|[,、 (]{0,2}https?:|[,、 (]{0,2}www\."
)
_COMPLETE = re.compile(
    r"(?:号|室|楼|层|院|院内|栋|幢|座|口|侧|旁|处|内|厦|中心|大楼|信箱|法院|机关|办公室|面|角|对面|\)|收)$"
)
_PARTS = re.compile(r"[路街道巷镇乡村号楼室区县市厦院弄里厂场园角侧]")
_SHAPE = re.compile(
    rf"[{_HAN}]{{1,24}}?(?:大道|大街|胡同|路|街|巷|弄|道|村|镇|里|区)[{_HAN}]{{0,8}}?[0-9甲乙]{{1,5}} ?(?:-[0-9]{{1,4}})? ?号"
    rf"(?!(?:文|令|公告|提案|案|线))(?:[{_HAN}0-9A-Za-z\-]{{0,20}}?[0-9]{{0,5}}(?:室|楼|层|栋|院|座|大楼|大厦|法院|中心|委员会))?"
)
_BOX = re.compile(
    r"[0-9A-Za-z一二三四五六七八九十百零〇\-]{1,10} {0,2}号? {0,2}(?:邮政)?(?:专用)?(?:邮政)?信箱(?:[0-9A-Za-z\-]{1,8} ?(?:号|分箱)?)?"
    r"|(?:邮政|专用)信箱 ?[第(]? ?[0-9A-Za-z][0-9A-Za-z\-]{0,8}(?![0-9A-Za-z个只处部]) ?号?|信箱 ?[第(]? ?[0-9A-Z][0-9A-Z\-]{0,8} ?号"
)
_POSTCODE = re.compile(r"[0-9](?: ?[0-9]){2,9}(?![0-9\-]| ?-)")
_REJECTED = re.compile(r"[已被]|进行|制定|完成")


def address(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The address that begins at ``start``: up to the mark that ends it, or None where the words are no address."""
    while start < end and text[start] in ' ,、:"“':
        start += 1
    stop = _STOP.search(text, start, end)
    close = stop.start() if stop else end
    close = _end_at_comma(text, start, close)
    if text.count("(", start, close) > text.count(")", start, close):
        close = text.rindex("(", start, close) if not text.startswith(")", close) else close + 1
    while close > start and text[close - 1] in ' ,、(:”"':
        close -= 1
    words = text[start:close]
    if len(words) < 4 or not _PARTS.search(words) or _REJECTED.search(words):
        return None
    return start, close


def _end_at_comma(text: str, start: int, end: int) -> int:
    """Where a comma ends the address: what stands before it is complete, or what stands behind it is not part of one."""
    for at in range(start, end):
        if text[at] in ",、" and (_COMPLETE.search(text, start, at) or not _PARTS.search(text, at, end)):
            return at
    return end


def is_box(text: str) -> bool:
    """Whether an address is a numbered P.O. box."""
    return bool(_BOX.search(text))


def boxes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The numbered P.O. boxes in a text, without the place names before them."""
    return [match.span() for match in _BOX.finditer(text, start, end)]


def street_addresses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Addresses that show by their shape alone (建设路12号)."""
    return [match.span() for match in _SHAPE.finditer(text, start, end)]


def postcode(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The digits that begin at ``start``, few or many, as long as they could be meant for a postcode."""
    match = _POSTCODE.match(text, start, end)
    return match.span() if match else None


def postcode_fault(digits: str) -> str:
    """Why a postcode cannot be right: ``postcode-length``, ``postcode-unassigned``, or an empty string."""
    if len(digits) != 6:
        return "postcode-length"
    return "postcode-unassigned" if digits[:2] == "00" or (digits[0] == "9" and digits[:3] != "999") else ""
