"""Numbers of official documents (发文字号): the year in brackets and the number behind it, 国办发〔2012〕14号."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from disclosure_grammar.numerals import fold
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose, Span
from disclosure_grammar.tree import Document

_PAIRS = dict(zip("[［(（【〖﹝{〈<＜〔", "]］)）】〗﹞}〉>＞〕", strict=True))
_NUMBER = Pattern(
    r"(?P<open>[\[［(（【〖﹝{〈<＜〔]) ?(?P<year>(?:19|20|１９|２０)\d\d|(?<=〔)[0-4]\d) ?(?P<close>[\]］)）】〗﹞}〉>＞〕])"
    r" ?(?P<nth>第?) ?(?P<number>\d{1,5}) ?号"
    r"(?![楼栋井线路门院厂房库机车台地令证]|审计|评估|检[测验]|鉴定|判决|裁定|.{0,4}书)"
)
_CODE = Pattern(r"[\u4e00-\u9fff]$")
# What stands before a number that is no 发文字号: orders and announcements, serials, cases, certificates, reports of firms.
_OTHER = Pattern(
    r"(?:令|公告|通告|公示|[公通简专快]报|纪要|[知建议见定诉]书|提案|建议|议案|督办[单函]|[字证用权立案诉初终再执备许]|[纪检法监]建|答复|合同|协议|编号|工单|标段?|项目"
    r"|档案|发票|附件|[县镇村路街])(?:编?号)?[为是：:]?$|[0-9]{2}(?![年月日号项份件条个])[\u4e00-\u9fff]{1,3}$"
)
_CALLED_OTHERWISE = Pattern(r"(?:编号|[证案单票]号|批[准复]?号|条码)[为是：:]?[^，,。；;、（()）]{0,8}$")
"""What stands somewhat before a number that the text calls something else: 中标通知书编号为…."""


class DocumentNumber(NamedTuple):
    """The year and number of a document.

    Attributes:
        span: from the opening bracket to 号.
        opening, closing: the brackets around the year.
        year: the year.
        nth: 第 before the number; an empty span where there is none.
        zeros: the zeros that lead the number; an empty span where there are none.
        bracketed: whether the brackets are 〔〕.
    """

    span: Span
    opening: Span
    closing: Span
    year: Span
    nth: Span
    zeros: Span
    bracketed: bool


def find(prose: Prose) -> Iterator[DocumentNumber]:
    """The document numbers of one block; court cases ((2021)青01民终3号) and certificates are none."""
    text = prose.text
    for match in _NUMBER.finditer(text):
        before = text[max(match.start() - 14, 0) : match.start()].rstrip()
        if _PAIRS[match["open"]] != match["close"] or not _CODE.search(before) or _is_other(before):
            continue
        digits = fold(match["number"])
        zeros = len(digits) - len(digits.lstrip("0"))
        first = match.start("number")
        yield DocumentNumber(
            prose.span(match.start(), match.end()),
            prose.span(*match.span("open")),
            prose.span(*match.span("close")),
            prose.span(*match.span("year")),
            prose.span(*match.span("nth")),
            prose.span(first, first + (zeros if zeros < len(digits) else 0)),
            match["open"] == "〔",
        )


def _is_other(before: str) -> bool:
    """Whether the words before a number say that it is none of an official document."""
    return bool(_OTHER.search(before) or _CALLED_OTHERWISE.search(before))


def extract(document: Document) -> Iterator[DocumentNumber]:
    """The document numbers of a draft, in the order of the text."""
    if _NUMBER.search(document.source.text) is None and not document.wrapped:
        return
    for leaf in document.prose:
        yield from find(leaf.prose)
