"""E-mail addresses as people write them, broken ones included.

Works on a text and its folded form (``folding.fold``); places are the same in both.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern


class Fault(StrEnum):
    """Why an e-mail address cannot be right as it is written."""

    NO_AT = "email-no-at"
    MORE_AT = "email-more-at"
    NO_NAME = "email-no-name"  # nothing before the @
    NAME = "email-name"  # a dot at its edge, two dots in a row
    NO_DOMAIN = "email-no-domain"  # nothing behind the @
    NO_DOT = "email-no-dot"
    SEPARATOR = "email-separator"  # a comma or a Chinese full stop for the dot
    DOMAIN = "email-domain"  # a dot or dash at its edge, two dots in a row, an underscore
    ENDING = "email-ending"  # one that does not exist: 163.con, tj.govcn
    FULL_WIDTH = "email-full-width"


class Mailbox(NamedTuple):
    """One e-mail address.

    Attributes:
        start, end: where it stands.
        value: half-width, lower case in the domain, without spaces, a wrong separator mended.
        fault: why it cannot be right, or None.
        spaced: whether spaces stand in it.
    """

    start: int
    end: int
    value: str
    fault: Fault | None
    spaced: bool


PUBLIC_DOMAINS = frozenset(
    {
        "163.com", "126.com", "yeah.net", "188.com", "qq.com", "foxmail.com", "sina.com", "sina.com.cn", "sina.cn", "sohu.com",
        "139.com", "189.cn", "wo.cn", "wo.com.cn", "21cn.com", "aliyun.com", "tom.com", "263.net", "gmail.com", "hotmail.com",
        "outlook.com", "live.cn", "live.com", "msn.com", "yahoo.com", "yahoo.com.cn", "yahoo.cn", "icloud.com", "eyou.com",
        "vip.163.com", "vip.126.com", "vip.qq.com", "vip.sina.com", "vip.sohu.com", "88.com",
    }
)  # fmt: skip
"""Providers where anyone may open a mailbox."""

_PROVIDERS = {
    "163": {"com", "net"}, "126": {"com"}, "qq": {"com"}, "sina": {"com", "cn", "com.cn", "net"}, "sohu": {"com"}, "foxmail": {"com"},
    "139": {"com"}, "189": {"cn"}, "gmail": {"com"}, "hotmail": {"com"}, "outlook": {"com", "cn"}, "aliyun": {"com"},
}  # fmt: skip
_ENDINGS = frozenset(
    {
        "com", "cn", "net", "org", "int", "info", "biz", "cc", "tv", "me", "io", "top", "vip", "xyz", "mobi", "asia",
        "name", "pro", "site", "online", "tech", "wang", "ltd",
    }
)  # fmt: skip
_CUT_SHORT = frozenset(
    {"gov", "edu", "mil", "cm", "om", "or", "ne", "go", "ed", "on"}
)  # tj.gov without its .cn, chinacourt.or
_MISSPELT = ("com", "con", "cmo", "cn", "gov", "edu", "net", "ocm", "vom")
_LOCAL = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._%+-")
_DOMAIN = Pattern(
    r" {0,2}\.?[A-Za-z0-9_\-]++"
    r"(?:(?: ?\.{1,2} ?| ?[,。、·:;] ?(?=(?:com|cn|net|org|gov|edu|mil)(?![A-Za-z0-9])))[A-Za-z0-9_\-]++)*"
)
_HIDDEN_AT = Pattern(
    r"([A-Za-z0-9._%+\-]+) ?(?:[\[({<] ?(?:at|AT|@) ?[\])}>]|#) ?([A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+)"
)
_REPLACE = ("换", "替", "改为", "改成", "代表")
_WITHOUT_AT = Pattern(r"[A-Za-z0-9_\-]+(?: ?\. ?[A-Za-z0-9_\-]+)+")
_WEB = Pattern(r"(?:https?:|www\.)", re.IGNORECASE)


def read(original: str, folded: str, start: int, end: int) -> list[Mailbox]:
    """The e-mail addresses in ``folded[start:end]``: whatever stands around an @, right or wrong."""
    found: list[Mailbox] = []
    at = folded.find("@", start, end)
    while at >= 0:
        floor = found[-1].end if found else start
        mailbox = _around(original, folded, at, floor, end)
        if mailbox:
            found.append(mailbox)
        at = folded.find("@", max(at + 1, mailbox.end if mailbox else 0), end)
    return found


def _around(original: str, folded: str, at: int, floor: int, end: int) -> Mailbox | None:
    name_end = at
    while name_end > floor and folded[name_end - 1] == " " and at - name_end < 2:
        name_end -= 1
    start = name_end
    while start > floor and folded[start - 1] in _LOCAL:
        start -= 1
    if start > floor and folded[start - 1] in "*×":  # masked: nothing to judge
        return None
    close = at + 1
    while close < end and folded[close] == "@":
        close += 1
    domain = _DOMAIN.match(folded, close, end)
    stop = domain.end() if domain else close
    if not domain and (start == name_end or "\u3400" <= folded[close : close + 1] < "\uf900"):
        return None  # @某某 in a post; a domain in Chinese characters
    if folded.startswith("@", stop):  # a@b@c.cn
        more = _DOMAIN.match(folded, stop + 1, end)
        stop = more.end() if more else stop + 1
    return _judged(original, folded, start if start < name_end else at, stop)


def _judged(original: str, folded: str, start: int, end: int) -> Mailbox:
    written = folded[start:end]
    value = written.replace(" ", "")
    name, _, domain = value.partition("@")
    mended = re.sub(r"[,。、·:;]", ".", domain).lower()
    fault = _fault(name, domain, value.count("@"))
    if fault is None and original[start:end].replace("\u3000", " ").replace("\u00a0", " ") != written:
        fault = Fault.FULL_WIDTH
    return Mailbox(start, end, f"{name}@{mended}", fault, " " in written)


def _fault(name: str, domain: str, ats: int) -> Fault | None:
    if ats > 1:
        return Fault.MORE_AT
    if not name:
        return Fault.NO_NAME
    if not domain:
        return Fault.NO_DOMAIN
    if re.search(r"[,。、·:;]", domain):
        return Fault.SEPARATOR
    if name[0] == "." or name[-1] == "." or ".." in name:
        return Fault.NAME
    labels = domain.lower().split(".")
    if "_" in domain or any(not label or label[0] == "-" or label[-1] == "-" for label in labels):
        return Fault.DOMAIN
    if len(labels) == 1:
        return Fault.NO_DOT
    return None if _plausible(labels) else Fault.ENDING


def _plausible(labels: list[str]) -> bool:
    """Whether a domain may end like this: 163.com, tj.gov.cn; not 163.con, tj.govcn."""
    last = labels[-1]
    if len(last) == 1 or last in _CUT_SHORT:
        return False
    for place in (-2, -3):
        if len(labels) < -place or (place == -3 and labels[-2] not in _ENDINGS):
            continue
        ending = ".".join(labels[place + 1 :])
        if labels[place] == "gov":
            return len(ending) == 2  # of any country
        if labels[place] in _PROVIDERS:
            return ending in _PROVIDERS[labels[place]]
    return last in _ENDINGS or len(last) == 2 or not last.startswith(_MISSPELT)


def read_labelled(original: str, folded: str, start: int, end: int) -> list[Mailbox]:
    """The e-mail addresses behind an e-mail label, where one that has lost its @ is recognised as well."""
    found = read(original, folded, start, end)
    if found:
        return found
    hidden = _HIDDEN_AT.match(folded, start, end)
    if hidden:  # abc#163.com, abc[at]163.com: written so on purpose where the text says so
        told = "#" not in hidden[0] or any(word in folded for word in _REPLACE)
        return [
            Mailbox(
                hidden.start(), hidden.end(), f"{hidden[1]}@{hidden[2].lower()}", None if told else Fault.NO_AT, False
            )
        ]
    bare = _WITHOUT_AT.match(folded, start, end)
    if bare and not _WEB.match(bare[0]) and any(mark in bare[0].lower() for mark in (".c", ".n", ".g", ".o", ".e")):
        return [Mailbox(bare.start(), bare.end(), bare[0].replace(" ", ""), Fault.NO_AT, " " in bare[0])]
    return []
