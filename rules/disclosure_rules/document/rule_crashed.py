"""DOC005: a rule broke down, so what it looks for was not checked."""

from __future__ import annotations

from disclosure_lint.rule import EVERY_GENRE, PRACTICE, Bad, Draft, Finding, Good, Iterator, Rule, Severity, Text


def check(draft: Draft, options: None) -> Iterator[Finding]:
    for crash in draft.run.crashes:
        yield Finding(None, {"code": crash.code, "name": crash.name, "exception": crash.exception})


RULE = Rule(
    code="DOC005",
    name="rule-crashed",
    genres=EVERY_GENRE,
    severity=Severity.ERROR,
    summary=Text(
        "一条规则运行时出错，它该查的内容没有查。", "A rule broke down, and what it looks for was not checked."
    ),
    messages={
        "main": Text(
            "规则{code}（{name}）运行时出错（{exception}），它该查的内容没有查；其他规则不受影响。",
            "Rule {code} ({name}) broke down ({exception}) and what it looks for was not checked; the other rules were run.",
        )
    },
    help=Text(
        "这是检查工具的缺陷，不是文稿的问题：请把规则编号和出错名称报给维护者；急用时可用 --ignore 关掉这条规则，并人工核对它该查的内容。",
        "The fault is in the tool, not in the draft: report the code and the kind of error to the maintainers. To go on meanwhile, "
        "switch the rule off with --ignore and check by hand what it looks for.",
    ),
    why=Text(
        "规则没有跑完却不作声，没查过的内容就会被当成没有问题。",
        "If a broken rule kept silent, what it did not check would pass for sound.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("一、整改落实情况\n已逐项整改。\n"),
        Good("一、整改落实情况\n已逐项整改。\n"),
    ),
    judges_run=True,
    always=True,
)
