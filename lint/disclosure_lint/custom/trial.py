"""Holding a rule of one's own against its examples, as ``rules test`` does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source, Span
from disclosure_lint.custom.examples import Example
from disclosure_lint.custom.table import CustomRule
from disclosure_lint.quoting import shortened
from disclosure_lint.rule import Bad, Good, Rule, Text
from disclosure_lint.testing import findings, fixed, run

_NO_HIT = Text("没有应当指出的示例（hit）", "it has no example that it must find (hit)")
_NO_MISS = Text("没有不应指出的示例（miss）", "it has no example that it must leave alone (miss)")
_RAISED = Text("示例“{example}”使规则运行出错", "the example “{example}” makes it break down")
_SILENT = Text("应当指出而没有指出：“{example}”", "finds nothing in “{example}”")
_ELSEWHERE = Text(
    "应当指出{wanted}，实际指出的是{found}：“{example}”",
    "should find {wanted}, but finds {found}: “{example}”",
)
_LOUD = Text("不应指出而指出了{found}：“{example}”", "should leave “{example}” alone, but finds {found}")
_WRONG_FIX = Text(
    "“{example}”改后应为“{wanted}”，实际为“{after}”", "its fix makes “{after}” of “{example}”, not “{wanted}”"
)
_DEAD = Text(
    "没有一个示例能让正则表达式“{pattern}”匹配上，它可能永远查不到",
    "the pattern “{pattern}” matches in none of the examples: it may never match",
)
_WHOLE = Text("全文", "the draft as a whole")


def faults(custom: CustomRule) -> Iterator[Text]:
    """What is wrong with a rule, told by its examples; nothing where all of them hold."""
    drafts = [example.draft for example in custom.examples]
    if not any(isinstance(draft, Bad) for draft in drafts):
        yield _NO_HIT
    if not any(isinstance(draft, Good) for draft in drafts):
        yield _NO_MISS
    for example in custom.examples:
        fault = _fault(custom.rule, example)
        if fault is not None:
            yield fault
    if drafts:
        texts = [leaf.text for draft in drafts for leaf in parse(Source("", draft.text)).prose]
        for pattern in custom.patterns:
            if not any(re.search(pattern, text) for text in texts):
                yield _filled(_DEAD, pattern=pattern)


def _fault(rule: Rule, example: Example) -> Text | None:
    """Why an example does not hold, or None."""
    draft = example.draft
    report = run(rule, draft)
    quoted = _quoted(draft.marked if isinstance(draft, Bad) else draft.text)
    found = findings(rule, report)
    spans = tuple(each.span for each in found)
    if report.crashed:
        return _filled(_RAISED, example=quoted)
    if isinstance(draft, Good):
        return _filled(_LOUD, example=quoted, found=_shown(spans, draft.text)) if found else None
    if not found:
        return _filled(_SILENT, example=quoted)
    if example.exact and spans != draft.spans:
        wanted, other = _shown(draft.spans, draft.text), _shown(spans, draft.text)
        return _filled(_ELSEWHERE, example=quoted, wanted=wanted, found=other)
    if draft.fixed is not None and (after := fixed(draft.text, found)) != draft.fixed:
        return _filled(_WRONG_FIX, example=quoted, wanted=_quoted(draft.fixed), after=_quoted(after))
    return None


def _quoted(text: str) -> str:
    """An example on one line."""
    return shortened(text.strip().replace("\n", " "))


def _shown(spans: Sequence[Span | None], text: str) -> Text:
    """What stands at these places of an example, with line and column: words alone may not tell them apart."""
    shown = [_WHOLE if span is None else _place(span, Source("", text)) for span in spans]
    return Text("、".join(each.zh for each in shown), ", ".join(each.en for each in shown))


def _place(span: Span, source: Source) -> Text:
    words, at = _quoted(source.text[span.start : span.end]), source.position(span.start)
    return Text(f"“{words}”（{at.line}:{at.column}）", f"“{words}” ({at.line}:{at.column})")


def _filled(text: Text, **fields: str | Text) -> Text:
    zh, en = (
        text.lang(language).format(
            **{name: value.lang(language) if isinstance(value, Text) else value for name, value in fields.items()}
        )
        for language in ("zh", "en")
    )
    return Text(zh, en)
