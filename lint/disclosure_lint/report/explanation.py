"""Rules for people who ask what they are: in full for ``explain``, one line each for ``rules``, and both as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from disclosure_grammar.pattern import Pattern
from disclosure_lint import catalogue
from disclosure_lint.report import SEVERITIES, View
from disclosure_lint.report.colour import paint
from disclosure_lint.report.json import SCHEMA, dump
from disclosure_lint.report.layout import Line, Piece, cells, wrap
from disclosure_lint.rule import Bad, Good, Rule, Text

_FIELD = Pattern(r"\{\w+\}")  # stands for words of the draft
_OFF = Text("（默认关闭）", " (off by default)")
_BAD = Text("错误示例", "bad")
_GOOD = Text("正确示例", "good")
_PLAN = Text("对照的方案", "plan")
_ASIDES = Text("Word文稿中的修订和批注", "in the Word document")
_INDENT = "  "


def as_text(rules: Sequence[Rule], view: View) -> str:
    """Everything the rules say of themselves."""
    return paint((line for rule in rules for line in _rule(rule, view)), view)


def as_list(rules: Sequence[Rule], view: View) -> str:
    """One line a rule, by family."""
    lines: list[Line] = []
    for family in dict.fromkeys(catalogue.family(rule) for rule in rules):
        lines.extend(
            [
                ((view.say(family), "path"),),
                *(_row(rule, view) for rule in rules if catalogue.family(rule) == family),
                (),
            ]
        )
    return paint(lines, view)


def as_json(rules: Sequence[Rule], view: View) -> str:
    """The rules as JSON, words in the language of the view."""
    return dump({"schema": SCHEMA, "rules": [_object(rule, view) for rule in rules]}, view)


def _row(rule: Rule, view: View) -> Line:
    word = view.say(SEVERITIES[rule.severity])
    pad = " " * (8 - cells(word, view))
    summary = view.say(rule.summary) + ("" if rule.enabled else view.say(_OFF))
    return (
        (f"{_INDENT}{rule.code:<8}", "strong"),
        (word, rule.severity.value),
        (pad, ""),
        (f"{rule.name:<26} ", ""),
        (summary, "dim"),
    )


def _rule(rule: Rule, view: View) -> Iterator[Line]:
    yield ((rule.code, "strong"), (f" {rule.name}", "strong"), (view.say(_OFF) if not rule.enabled else "", "dim"))
    yield from _wrapped(view.say(rule.summary), view)
    yield ()
    facts = list(_facts(rule, view))
    widest = max(cells(label, view) for label, _ in facts)
    for label, words in facts:
        yield from _wrapped(words, view, label + " " * (widest - cells(label, view) + 2))
    yield ()
    for example in rule.examples:
        yield from _example(example, view)


def _facts(rule: Rule, view: View) -> Iterator[tuple[str, str]]:
    say = view.say
    yield say(Text("为什么", "why")), say(rule.why)
    yield say(Text("怎么改", "what to do")), say(rule.help)
    yield say(Text("依据", "basis")), say(rule.basis)
    graded = catalogue.severities(rule, view.language)
    single = len(graded) == 1
    around = Text("{}（{}）", "{} ({})")
    words = (severity if single else say(around).format(severity, grade) for grade, severity in graded.items())
    yield say(Text("级别", "severity")), say(Text("、", ", ")).join(words)
    yield say(Text("适用", "genres")), catalogue.genres(rule, view.language)
    yield say(Text("自动修改", "fix")), catalogue.fixes(rule, view.language)
    if rule.across:
        yield say(Text("对照", "runs")), say(catalogue.ACROSS).replace("`", "")
    if rule.unfinished:
        yield say(Text("起草阶段", "at stage draft")), say(Text("--stage draft 时只作提示", "info only"))
    if rule.aliases:
        yield say(Text("曾用名", "former names")), ", ".join(rule.aliases)
    for name, default in catalogue.options(rule).items():
        yield say(Text("选项", "option")), f"{name} = {catalogue.toml(default)}"
    for message in rule.messages.values():
        yield say(Text("提示语", "says")), _FIELD.sub("…", say(message))


def _example(example: Bad | Good, view: View) -> Iterator[Line]:
    bad = isinstance(example, Bad)
    yield (
        (view.say(_BAD if bad else _GOOD), "error" if bad else "good"),
        (f" {view.say(catalogue.GENRE_NAMES[example.genre])}", "dim"),
    )
    bar = "│ " if view.unicode else "| "
    text = example.marked if isinstance(example, Bad) else example.text
    for line in text.rstrip("\n").split("\n"):
        yield ((_INDENT + bar, "dim"), *_marked(line, view))
    if example.asides:
        yield ((view.say(_ASIDES), "dim"),)
        yield from (((_INDENT + bar + view.say(catalogue.described(aside)), "dim"),) for aside in example.asides)
    for plan in example.plans:
        yield ((view.say(_PLAN), "dim"),)
        yield from (((_INDENT + bar + line, "dim"),) for line in plan.rstrip("\n").split("\n"))
    yield ()


def _marked(line: str, view: View) -> Iterator[Piece]:
    """The line with its marks: underlined where there is colour, otherwise drawn."""
    opening, closing = ("⟦", "⟧") if view.unicode else ("[[", "]]")
    inside = False
    for part in line.replace("⟧", "⟦").split("⟦"):
        if inside and view.colour:
            yield (part, "mark-error")
        else:
            yield (f"{opening}{part}{closing}" if inside else part, "")
        inside = not inside


def _wrapped(text: str, view: View, label: str = "") -> Iterator[Line]:
    indent = cells(label, view)
    for number, line in enumerate(wrap(text, min(view.width, 100) - len(_INDENT) - indent, view)):
        yield ((_INDENT, ""), (" " * indent if number else label, "dim"), (line, ""))


def _object(rule: Rule, view: View) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "aliases": list(rule.aliases),
        "enabled": rule.enabled,
        "severity": rule.severity.value,
        "grades": {grade: severity.value for grade, severity in {"firm": rule.severity, **rule.grades}.items()},
        "genres": sorted(rule.genres),
        "fixes": [safety.value for safety in rule.fixes],
        "across": rule.across,
        "summary": view.say(rule.summary),
        "messages": {variant: view.say(message) for variant, message in rule.messages.items()},
        "help": view.say(rule.help),
        "why": view.say(rule.why),
        "basis": view.say(rule.basis),
        "options": {name: _plain(value) for name, value in catalogue.options(rule).items()},
        "examples": [_example_object(example, view) for example in rule.examples],
    }


def _example_object(example: Bad | Good, view: View) -> dict[str, Any]:
    bad = isinstance(example, Bad)
    return {
        "kind": "bad" if bad else "good",
        "genre": example.genre,
        "text": example.marked if isinstance(example, Bad) else example.text,
        "plans": list(example.plans),
        "asides": [view.say(catalogue.described(aside)) for aside in example.asides],
    }


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, (set, frozenset)) else list(value) if isinstance(value, tuple) else value
