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
    summary=Text("忽略批注已经过期。", "A suppression is out of date."),
    messages={
        "main": Text(
            "这条忽略批注（{rules}）只到{until}为止，现已过期，问题重新列出。",
            "This suppression ({rules}) ran until {until}; it is over, and the finding is shown again.",
        ),
        "beside": Text(
            "{place}的忽略条目（{rules}）只到{until}为止，现已过期，问题重新列出。",
            "The entry at {place} ({rules}) ran until {until}; it is over, and the finding is shown again.",
        ),
    },
    help=Text(
        "改正问题，删去这条批注；确实还要保留的，写明理由，并把until改成新的日期。",
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
