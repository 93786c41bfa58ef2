"""TRM004: a term that the user's own list rules out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from disclosure_lint.rule import (
    DISCLOSURES,
    Bad,
    Draft,
    Edit,
    Finding,
    Fix,
    Good,
    Rule,
    Safety,
    Severity,
    Text,
)

if TYPE_CHECKING:
    from disclosure_lint.facts.expressions.running import Lexicon


@dataclass(frozen=True)
class Options:
    """The user's own terms.

    Attributes:
        terms: what must not be written, each with what to write instead.
        banned: what must not be written at all.
        allowed: longer words that hold one of these and are sound.
    """

    terms: Mapping[str, str] = field(default_factory=dict)
    banned: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not all(map(str.strip, (*self.terms, *self.terms.values(), *self.banned, *self.allowed))):
            raise ValueError('"" (terms, banned, allowed)')
        for term, right in self.terms.items():
            if term == right:
                raise ValueError(f'terms: "{term}" = "{right}"')
        for term in (*self.banned, *self.allowed):
            if term in self.terms or (term in self.banned and term in self.allowed):
                raise ValueError(f'"{term}" (terms, banned, allowed)')

    @cached_property
    def lexicon(self) -> Lexicon:
        """All of them with the sound words that hold one: none is sought inside another."""
        from disclosure_lint.facts.expressions.running import Lexicon

        longer = (right for term, right in self.terms.items() if term in right)
        return Lexicon((*self.terms, *self.banned, *self.allowed, *longer))


def check(draft: Draft, options: Options) -> Iterator[Finding]:
    if not options.terms and not options.banned:
        return
    running = draft.facts.running_text
    for start, term in options.lexicon.find(running.text):
        span = running.span(start, start + len(term))
        if term in options.terms:
            right = options.terms[term]
            fix = Fix(Text(f"改为：{right}", f"write: {right}"), (Edit(span, right),), Safety.DISPLAY)
            yield Finding(span, {"term": span, "right": right}, fix=fix)
        elif term in options.banned:
            yield Finding(span, {"term": span}, "banned")


RULE = Rule(
    code="TRM004",
    name="user-term",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    summary=Text(
        "本单位词表里规定不用的词。",
        "A term that your own list rules out.",
    ),
    messages={
        "main": Text(
            "按词表，“{term}”应写作“{right}”。",
            "Your list says “{right}” instead of “{term}”.",
        ),
        "banned": Text(
            "词表规定不用“{term}”。",
            "Your list rules out “{term}”.",
        ),
    },
    help=Text(
        "按词表改；词表在配置的 [options.TRM004] 里：terms 写“不用的词 = 应写的词”，banned 写禁用的词，allowed 写包含这些字但可以用的词。",
        "Change it as the list says. The list stands under [options.TRM004]: terms pairs a wrong term with the right one, "
        "banned lists terms not to be used, allowed lists longer words in which they are sound.",
    ),
    why=Text(
        "每个单位都有自己的规范名称和容易写错的词，只有本单位知道。",
        "Every office has names and terms that it alone knows how to write.",
    ),
    basis=Text("用户的词表", "your own list of terms"),
    options=Options,
    fixes=(Safety.DISPLAY,),
    check=check,
    examples=(
        Bad(
            "优化⟦营商环镜⟧，建设⟦一站式服务⟧中心。\n",
            fixed="优化营商环境，建设一站式诉讼服务中心。\n",
            options={"terms": {"营商环镜": "营商环境", "一站式服务": "一站式诉讼服务"}},
        ),
        Bad(
            "有关情况请向⟦信访科⟧反映。\n",
            options={"banned": ("信访科",)},
        ),
        Good("优化营商环境，推进一站式诉讼服务。\n"),
        Good(
            "履行全面从严治党主体责任，学习总书记重要讲话。\n",
            options={"terms": {"从严治党": "全面从严治党"}, "banned": ("习总书记",), "allowed": ("学习总书记",)},
        ),
    ),
)
