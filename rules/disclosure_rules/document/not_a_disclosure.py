"""DOC002: the text is no disclosure, plan or report, so next to nothing was checked."""

from __future__ import annotations

from disclosure_lint.rule import PRACTICE, Bad, Draft, Finding, Good, Iterator, Rule, Severity, Text


def check(draft: Draft, options: None) -> Iterator[Finding]:
    if any(leaf.text.strip() for leaf in draft.document.prose):
        yield Finding(None)


RULE = Rule(
    code="DOC002",
    name="not-a-disclosure",
    genres=frozenset({"other"}),
    severity=Severity.INFO,
    summary=Text(
        "文稿不像整改情况通报、整改方案或报告，多数规则没有检查。",
        "The text does not look like a disclosure, plan or report, so most rules were not run.",
    ),
    messages={
        "main": Text(
            "这份文稿不像整改情况通报、整改方案或报告，只按不分文种的少数规则作了检查。",
            "This text does not look like a disclosure, plan or report; only the few rules for any text were run.",
        )
    },
    help=Text(
        "如果确是整改通报或方案，请用 --genre progress 或 --genre plan 指明；如果不是，可在配置的 exclude 中排除这份文件。",
        "If it is a disclosure or a plan, say so with --genre progress or --genre plan; if not, list the file under exclude in "
        "the configuration.",
    ),
    why=Text(
        "文种认错，检查就落空，看上去却像没有问题。",
        "A text taken for something else goes unchecked and looks as if it were in order.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("食堂本周菜谱\n周一：土豆烧牛肉。\n周二：西红柿炒鸡蛋。\n", genre="other"),
        Good("\n", genre="other"),
        Good("中共青岚县人民法院党组关于巡察整改进展情况的通报\n", genre="progress"),
    ),
)
