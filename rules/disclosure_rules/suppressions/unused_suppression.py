"""SUP001: a suppression that silences nothing."""

from __future__ import annotations

from disclosure_lint.rule import (
    EVERY_GENRE,
    PRACTICE,
    Bad,
    Commented,
    Draft,
    Edit,
    Finding,
    Fix,
    Good,
    Iterator,
    Rule,
    Safety,
    Severity,
    Span,
    Text,
    Value,
)

_REMOVE = Text("删去这条忽略批注", "Remove the suppression")


def check(draft: Draft, options: None) -> Iterator[Finding]:
    for suppression in draft.run.suppressions:
        if not suppression.idle:
            continue
        names = [target.text for target in suppression.idle]
        fields: dict[str, Value] = {"rules": Text("、".join(names), ", ".join(names)), "place": suppression.place}
        if suppression.span is None:
            yield Finding(None, fields, variant="beside")
        elif len(suppression.idle) == len(suppression.targets):
            fix = None if suppression.faults else _removal(suppression.removal(draft.source))
            yield Finding(suppression.span, fields, fix=fix)
        else:
            for target in suppression.idle:
                yield Finding(target.span, {"rules": target.text, "place": ""}, variant="partly")


def _removal(span: Span | None) -> Fix | None:
    return Fix(_REMOVE, (Edit(span, ""),)) if span else None


RULE = Rule(
    code="SUP001",
    name="unused-suppression",
    genres=EVERY_GENRE,
    severity=Severity.WARNING,
    summary=Text("忽略批注没有用上。", "A suppression silences nothing."),
    messages={
        "main": Text(
            "这条批注要忽略{rules}，但它管的范围内没有这样的问题。",
            "This comment suppresses {rules}, but there is no such finding where it applies.",
        ),
        "partly": Text(
            "这条批注列了{rules}，但它管的范围内没有这样的问题。",
            "This comment lists {rules}, but there is no such finding where it applies.",
        ),
        "beside": Text(
            "{place}的忽略条目（{rules}）在这份文稿中没有对应的问题。",
            "The entry at {place} ({rules}) matches no finding of this draft.",
        ),
    },
    help=Text(
        "问题已经改好的，删去这条忽略说明；位置写错的，移到它该管的那一段前面（Word中的批注，加在那一段上）。",
        "If the fault is gone, remove the suppression; if it stands in the wrong place, move it before the block it is meant for (a comment in "
        "Word: onto that paragraph).",
    ),
    why=Text(
        "用不上的批注留着，以后出了同样的问题也看不到。",
        "A suppression that is left behind will hide the next fault of its kind.",
    ),
    basis=PRACTICE,
    fixes=(Safety.SAFE,),
    check=check,
    examples=(
        Bad(
            "一、整改落实情况\n⟦<!-- disclosure-lint: ignore TOT003 四舍五入 -->⟧\n整改完成率为90%。\n",
            fixed="一、整改落实情况\n整改完成率为90%。\n",
        ),
        Bad(
            "一、整改落实情况\n三、下一步打算\n<!-- disclosure-lint: 忽略全文 NUM002,⟦TOT003⟧ 原文如此 -->\n继续整改。\n",
        ),
        Bad(
            "一、整改落实情况\n⟦整改完成率为90%⟧。\n",
            asides=(Commented("整改完成率为90%", "disclosure-lint: ignore TOT003 四舍五入"),),
        ),
        Good(
            "一、整改落实情况\n已逐项整改。\n<!-- disclosure-lint: ignore NUM002 第二部分另行公布 -->\n三、下一步打算\n继续整改。\n"
        ),
        Good("一、整改落实情况\n已逐项整改。<!-- 此处待核 -->\n"),
    ),
    judges_run=True,
)
