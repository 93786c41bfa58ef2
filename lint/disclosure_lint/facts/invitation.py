"""Where the public is invited to supervise and to report (欢迎…监督；如有意见建议，请…反映)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.model import Invitation

_TAIL, _LEAD = 12, 6  # leaves at either end; 欢迎群众提意见 in the middle of a draft tells of a measure
_PEOPLE = "干部|群众|社会|党员|公众|各界|市民|职工|师生|患者|广大|大家|企业|代表|员工"
_ANSWER = "反映|反馈|联系|提出|来电|来信|来函|来访|致电|致函|告知|举报|拨打|邮寄|寄送|发送"
_ASKED = (
    "(?:[如若](?:果)?(?:您|你|大家)?(?:有|对|发现|存在)|有(?:何|任何|其他|不同|什么)?(?:意见|建议|异议|问题))"
    "[^。！!\\n]{0,60}?(?:请|可|欢迎)[^。！!\\n]{0,60}?"
)
_PATTERNS = (
    re.compile(rf"(?:欢迎|敬请|恳请|诚请|诚邀|期盼)[^。！!\n]{{0,60}}?(?:监督|批评|{_ANSWER})"),
    re.compile(
        rf"(?:提请|邀请|请)(?:予以|予|社会)?[^。！!，,；;\n]{{0,12}}?(?:{_PEOPLE})[^。！!；;\n]{{0,60}}?(?:监督|{_ANSWER})"
    ),
    re.compile(r"请(?:予以|予|给予)?监督"),
    re.compile(rf"{_ASKED}(?:{_ANSWER})"),
    re.compile(r"(?:公布|公开|公示|通报|通告)[^。！!；;\n]{0,24}?接受[^。！!；;\n]{0,24}?监督"),
)
_CLOSE = re.compile(r"[。！!；;，,：:\n]|$")
_HINTS = ("欢迎", "请", "监督", "意见", "建议", "异议", "期盼")


def find(text: str) -> tuple[int, int] | None:
    """The stretch of a text that invites, from the first such words to the end of the last such clause; None where there are none."""
    if not any(hint in text for hint in _HINTS):
        return None
    found = [match.span() for pattern in _PATTERNS if (match := pattern.search(text))]
    if not found:
        return None
    last = max(end for _, end in found)
    close = _CLOSE.search(text, last)
    return min(start for start, _ in found), close.start() if close else len(text)


def extract(document: Document) -> tuple[Invitation, ...]:
    """The invitations at the beginning and end of a draft, in the order of the text."""
    return tuple(_extract(document.prose))


def _extract(leaves: tuple[Node, ...]) -> Iterator[Invitation]:
    for number, leaf in enumerate(leaves):
        closing = number >= len(leaves) - _TAIL or leaf.kind in (Kind.INVITATION, Kind.CONTACT, Kind.NOTE)
        if not closing and number >= _LEAD:
            continue
        place = find(leaf.text)
        if place:
            yield Invitation(leaf.prose.span(*place), leaf)
