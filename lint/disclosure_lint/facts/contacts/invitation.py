"""Where the public is invited to supervise and to report (欢迎…监督；如有意见建议，请…反映)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.model import Invitation

_TAIL, _LEAD = 12, 6  # leaves at either end; 欢迎群众提意见 in the middle of a draft tells of a measure
_PEOPLE = "干部|群众|社会|党员|公众|各界|市民|职工|师生|患者|广大|大家|企业|代表|员工"
_ANSWER = "反映|反馈|联系|提出|来电|来信|来函|来访|致电|致函|告知|举报|拨打|邮寄|寄送|发送"
_ASKED = r"(?:[如若](?:果)?(?:您|你|大家)?(?:有|对|发现|存在)|有(?:何|任何|其他|不同|什么)?(?:意见|建议|异议|问题|疑问|疑义)).{0,60}?(?:请|可|欢迎).{0,120}?"
_PATTERN = "|".join(
    (
        rf"(?:欢迎|敬请|恳请|诚请|诚邀|期盼).{{0,60}}?(?:监督|批评|{_ANSWER})",
        rf"请.{{0,16}}?(?:{_PEOPLE}).{{0,60}}?(?:监督|{_ANSWER})|请(?:予以|予|给予)?监督",
        rf"{_ASKED}(?:{_ANSWER})",
        r"(?:公布|公开|公示|通报|通告).{0,24}?接受.{0,24}?监督",
        r"(?:诚恳|诚挚|真诚|恳切|虚心|随时)接受.{0,24}?监督",
        rf"(?:{_PEOPLE}).{{0,12}}?可(?:以)?通过.{{0,60}}?(?:监督|{_ANSWER})|可(?:以)?向.{{1,20}}?(?:反映|反馈|提出|举报)",
        r"(?:期待|期盼).{0,20}?(?:意见|建议)|(?:意见|监督|举报)(?:反馈|举报|反映)?(?:方式|渠道|途径)(?=[:：如]|$)",
    )
)
_SENTENCE_ENDS, _CLAUSE_ENDS = "。！!", "；;，,：:"
_HINTS = ("欢迎", "请", "监督", "意见", "建议", "异议", "期盼", "反映", "举报", "疑")


def find(text: str) -> tuple[int, int] | None:
    """The stretch of a text that invites, from the first such words to the end of the last such clause; None where there are none."""
    if not any(hint in text for hint in _HINTS):
        return None
    found: list[tuple[int, int]] = []
    for start, end in _sentences(text):
        found += (match.span() for match in _pattern().finditer(text, start, end))
    if not found:
        return None
    last = found[-1][1]
    marks = _SENTENCE_ENDS + _CLAUSE_ENDS
    return found[0][0], next((at for at in range(last, len(text)) if text[at] in marks), len(text))


@cache
def _pattern() -> Pattern:
    return Pattern(_PATTERN)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for at, character in enumerate(text):
        if character in _SENTENCE_ENDS:
            yield start, at
            start = at + 1
    yield start, len(text)


def extract(document: Document) -> tuple[Invitation, ...]:
    """The invitations at the beginning and end of a draft, in the order of the text."""
    return tuple(_extract(document.flow))


def _extract(leaves: tuple[Node, ...]) -> Iterator[Invitation]:
    for number, leaf in enumerate(leaves):
        closing = number >= len(leaves) - _TAIL or leaf.kind in (Kind.INVITATION, Kind.CONTACT, Kind.NOTE)
        if not closing and number >= _LEAD:
            continue
        place = find(leaf.text)
        if place:
            yield Invitation(leaf.prose.span(*place), leaf)
