"""``substitution``: words that should read otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose
from disclosure_lint.custom.model import Kind, Plan
from disclosure_lint.custom.parts import Region
from disclosure_lint.custom.values import Table, expression, word
from disclosure_lint.custom.words import Wanted, any_of, folded, shown
from disclosure_lint.invalid import InvalidError
from disclosure_lint.rule import Edit, Finding, Fix, Safety, Text

_WORDS, _PATTERNS = "words", "patterns"
_AND = Text("、", ", ")


class _Swap(NamedTuple):
    """Something wrong, and what a match of it should read; None where it is right as it stands."""

    wrong: Pattern
    right: Callable[[re.Match[str]], str | None]


def read(table: Table) -> Plan:
    """Tables of wrong = right, of words and of patterns."""
    words, patterns = table.replacements(_WORDS), table.replacements(_PATTERNS)
    swaps = (*_of_words(words), *(_of_pattern(*pair) for pair in patterns.items()))
    if not swaps:
        raise InvalidError(
            (),
            Text(
                "没有写要改什么：请写 words = { 错 = 对 }。",
                "it says nothing to replace: give words = { wrong = right }.",
            ),
        )
    safety = Safety(table.choice("fix", tuple(Safety), Safety.DISPLAY))
    pairs = tuple(f"{wrong} → {right}" for wrong, right in (words | patterns).items())
    listed = shown(pairs, _AND)
    summary = Text(f"应当改用规定的写法：{listed.zh}。", f"Should read otherwise: {listed.en}.")
    wanted = Wanted(tuple(words), tuple(patterns))
    return Plan(partial(_look, swaps, safety), (wanted,), summary, (safety,))


def _of_words(words: Mapping[str, str]) -> Iterator[_Swap]:
    """All words at once, as there may be thousands; those of which only the width is wrong must stand just so."""
    widths, others = {}, {}
    for wrong, right in words.items():
        word(wrong, _WORDS, wrong)
        if wrong == right:
            raise InvalidError((_WORDS, wrong), Text("改了等于没改。", "the right form is the same as the wrong one."))
        if folded(wrong) == folded(right):
            widths[wrong] = right
        else:
            others[folded(wrong)] = right
    if widths:
        yield _Swap(Pattern("|".join(map(re.escape, widths))), lambda match: widths[match[0]])
    if others:
        yield _Swap(any_of(others), partial(_unless_right, others))


def _unless_right(words: Mapping[str, str], match: re.Match[str]) -> str | None:
    """What a word should read, unless it stands in its right form already: the 党委 of 镇党委."""
    wrong = folded(match[0])
    right = words[wrong]
    form, at = folded(right), -1
    while (at := form.find(wrong, at + 1)) >= 0:
        start = match.start() - at
        if start >= 0 and folded(match.string[start : start + len(form)]) == form:
            return None
    return right


def _of_pattern(wrong: str, right: str) -> _Swap:
    expression(wrong, _PATTERNS, wrong)
    try:
        match = re.compile(f"{wrong}|").match("")
        assert match is not None, "an empty alternative always matches"
        match.expand(right)
    except (re.error, IndexError) as problem:
        raise InvalidError(
            (_PATTERNS, wrong),
            Text(f"“{right}”不能作替换（{problem}）。", f"'{right}' cannot replace it ({problem})."),
        ) from problem
    return _Swap(Pattern(wrong), lambda match: new if (new := match.expand(right)) != match[0] else None)


def _look(swaps: tuple[_Swap, ...], safety: Safety, regions: Iterable[Region], options: Any) -> Iterator[Finding]:  # noqa: ARG001
    for region in regions:
        for prose in region.prose:
            yield from _in(prose, swaps, safety)


def _in(prose: Prose, swaps: tuple[_Swap, ...], safety: Safety) -> Iterator[Finding]:
    """The findings in one block: from left to right, the longest where several begin, none inside another."""
    found = [(match, swap.right(match)) for swap in swaps for match in swap.wrong.finditer(prose.text)]
    end = 0
    for match, right in sorted(found, key=lambda pair: (pair[0].start(), -pair[0].end())):
        if right is None or match.start() < end:
            continue
        end = match.end()
        span = prose.span(*match.span())
        fix = None
        if len(span) == len(match[0]):  # no line end or markup inside
            quoted = Text(f"改为“{right}”", f"write “{right}”") if right else Text("删去", "leave it out")
            fix = Fix(quoted, (Edit(span, right),), safety)
        yield Finding(span, {"text": span, "replacement": right}, fix=fix)


KIND = Kind(
    keys=(_WORDS, _PATTERNS, "fix"),
    fields=("text", "replacement"),
    messages={"main": Text("“{text}”应写作“{replacement}”。", "“{text}” should read “{replacement}”.")},
    help=Text("按提示的写法改。", "Write it as shown."),
    read=read,
)
