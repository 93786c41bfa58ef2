"""SUP003: a suppression whose last day is over."""

from __future__ import annotations

from disclosure_lint.rule import EVERY_GENRE, PRACTICE, Bad, Draft, Finding, Good, Iterator, Rule, Severity, Text, Value


def check(draft: Draft, options: None) -> Iterator[Finding]:
    for suppression in draft.run.suppressions:
        if suppression.expired:
            names = [target.text for target in suppression.targets]
            fields: dict[str, Value] = {
                "rules": Text("、".join(names), ", ".join(names)),
                "until": suppression.until,
                "place": suppression.place,
            }
            yield Finding(suppression.span, fields, variant="main" if suppression.span else "beside")


RULE = Rule(
    code="SUP003",
    name="expired-suppression",
    genres=EVERY_GENRE,
    severity=Severity.WARNING,
    summary=Text("抑制已经过期。", "A suppression is out of date."),
    messages={
        "main": Text(
            "这条抑制（{rules}）只到 {until}，现已过期，问题重新列出。",
            "This suppression ({rules}) ran until {until}; it is over, and the finding is shown again.",
        ),
        "beside": Text(
            "{place} 的抑制条目（{rules}）只到 {until}，现已过期，问题重新列出。",
            "The entry at {place} ({rules}) ran until {until}; it is over, and the finding is shown again.",
        ),
    },
    help=Text(
        "改好被抑制的问题并删去这条抑制；确需继续保留的，写明理由并改 until 的日期。",
        "Put the fault right and remove the suppression; if it must stay, say why and set a later date.",
    ),
    why=Text("当时说好到期处理，到期就该处理。", "It was put off until a day, and the day is over."),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("一、整改落实情况\n⟦<!-- disclosure-lint: ignore TOT003 until=2020-06-30 待核实 -->⟧\n整改完成率为90%。\n"),
        Good("一、整改落实情况\n<!-- disclosure-lint: ignore TOT003 until=2999-12-31 待核实 -->\n整改完成率为90%。\n"),
    ),
    judges_run=True,
)
