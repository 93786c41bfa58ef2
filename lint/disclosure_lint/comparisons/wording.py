"""Words for figures in the sentences of comparisons."""

from __future__ import annotations

from fractions import Fraction

from disclosure_grammar.pattern import Pattern
from disclosure_lint.comparisons.counts import Count
from disclosure_lint.facts.model import Status

_ZH = {
    Status.TOTAL: "总数", Status.DONE: "已完成", Status.STAGED: "阶段性完成", Status.ONGOING: "正在推进", Status.LEFT: "未完成",
    Status.OTHER: "",
}  # fmt: skip
_LASTING = Pattern(r"长期|持续")
_REST = Pattern(r"剩余|其余|余下|还剩|剩下")
_UNFIT = Pattern(r"[0-9０-９{}□]")
_SCALES = {1000: "千", 10**4: "万", 10**6: "百万", 10**7: "千万", 10**8: "亿"}
_EN = {
    Status.TOTAL: "total", Status.DONE: "done", Status.STAGED: "done in part", Status.ONGOING: "under way", Status.LEFT: "left",
    Status.OTHER: "counted",
}  # fmt: skip


def status_zh(count: Count) -> str:
    """The status of a count in Chinese, near to the words of the draft."""
    if count.status is Status.ONGOING and _LASTING.search(count.lead):
        return "长期坚持"
    if count.status is Status.LEFT and _REST.search(count.lead):
        return "剩余"
    return _ZH[count.status]


def accounted_zh(parts: list[Count]) -> str:
    """The parts with their statuses: 已完成15个、正在推进2个."""
    return "、".join(f"{status_zh(part)}{figure(part)}" for part in parts)


def accounted_en(parts: list[Count]) -> str:
    """The parts with their statuses: 15 done, 2 under way."""
    return ", ".join(f"{part.value} {status_en(part)}" for part in parts)


def status_en(count: Count) -> str:
    """The status of a count in English."""
    return _EN[count.status]


def figure(count: Count) -> str:
    """A count as a number with its measure word: 27项, 312.5万元."""
    return f"{amount(count.value, count)}{count.quantity.unit}"


def amount(value: int, like: Count) -> str:
    """A number in the scale in which the draft writes a count: 3125000 beside 10.5万 is 312.5万."""
    scale = like.scale
    if scale not in _SCALES:
        return str(value)
    number = Fraction(value, scale)
    digits = str(number.numerator) if number.denominator == 1 else f"{float(number):.6f}".rstrip("0")
    return digits + _SCALES[scale]


def named(count: Count) -> str:
    """A count with its noun: 具体问题27项."""
    return with_name(count, count.quantity.noun)


def with_name(count: Count, name: str) -> str:
    """A count with a name before it. A name that holds digits may be personal, and is left out."""
    return figure(count) if _UNFIT.search(name) else f"{name}{figure(count)}"


def joined(parts: list[Count]) -> str:
    """The parts as a sum: 15＋2."""
    return "＋".join(amount(part.value, part) for part in parts)


def sum_in_english(words: str) -> str:
    """A sum as English writes it: 15 + 2 = 17."""
    return words.replace("＋", " + ").replace("÷", " ÷ ").replace("＝", " = ")


def per_cent(value: Fraction, decimals: int) -> str:
    """A percentage rounded half up, with so many decimals: 97.47%."""
    scaled = value * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(decimals + 1, "0")
    return f"{digits[:-decimals]}.{digits[-decimals:]}%" if decimals else f"{digits}%"
