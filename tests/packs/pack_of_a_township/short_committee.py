"""TWN001: 镇委 where the house style says 镇党委."""

from __future__ import annotations

import re
from dataclasses import dataclass

from disclosure_lint.rule import EVERY_GENRE, PRACTICE, Bad, Draft, Finding, Good, Iterator, Rule, Severity, Text

_SHORT = re.compile(r"[镇乡]委(?!员)")


@dataclass(frozen=True)
class Options:
    """What the office may set.

    Attributes:
        most: how many places are named.
        allowed: words that hold the short name on purpose.
        strict: whether a thin finding is reported as well.
    """

    most: int = 10
    allowed: tuple[str, ...] = ()
    strict: bool = False


def check(draft: Draft, options: Options) -> Iterator[Finding]:
    left = options.most
    for leaf in draft.document.prose:
        for match in _SHORT.finditer(leaf.text):
            if left and not any(word in leaf.text for word in options.allowed):
                left -= 1
                span = leaf.prose.span(*match.span())
                yield Finding(span, {"short": span})


RULE = Rule(
    code="TWN001",
    name="short-committee",
    genres=EVERY_GENRE,
    severity=Severity.WARNING,
    summary=Text("“镇党委”不宜简称“镇委”。", "The township's Party committee is given a short name."),
    messages={"main": Text("“{short}”宜写作全称。", "Write out “{short}”.")},
    help=Text("改为“镇党委”“乡党委”。", "Write 镇党委 or 乡党委."),
    why=Text("简称不合本镇行文习惯。", "The short name is not the style of this office."),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("一、组织领导\n⟦镇委⟧召开专题会议。\n"),
        Bad("⟦镇委⟧召开会议，镇委书记到会。\n", options={"most": 1}),
        Good("镇党委召开专题会议，镇委员到会。\n"),
    ),
    options=Options,
)
