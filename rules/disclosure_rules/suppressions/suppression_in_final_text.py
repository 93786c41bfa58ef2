"""SUP004: a suppression still stands in a text that is about to be published."""

from __future__ import annotations

from disclosure_lint.rule import (
    EVERY_GENRE,
    PRACTICE,
    Bad,
    Commented,
    Draft,
    Finding,
    Good,
    Iterator,
    Related,
    Rule,
    Severity,
    Text,
)

_ANOTHER = Text("这里还有一条", "here is another")


def check(draft: Draft, options: None) -> Iterator[Finding]:
    left = [suppression for suppression in draft.run.suppressions if suppression.span is not None]
    spans = list(dict.fromkeys(suppression.span for suppression in left if suppression.span is not None))
    if draft.stage != "final" or not spans:
        return
    source = draft.source
    hidden = source.markup == "markdown" or source.layout.format == "html"
    yield Finding(
        spans[0],
        {"count": len(spans)},
        variant="hidden" if hidden else "word" if all(suppression.remark for suppression in left) else "main",
        grade="hidden" if hidden else "firm",
        related=tuple(Related(span, _ANOTHER) for span in spans[1:]),
    )


RULE = Rule(
    code="SUP004",
    name="suppression-in-final-text",
    genres=EVERY_GENRE,
    severity=Severity.WARNING,
    grades={"hidden": Severity.INFO},
    summary=Text("定稿中还留着忽略批注。", "Suppressions are left in the final text."),
    messages={
        "main": Text(
            "定稿中还有{count}条忽略批注；按纯文本发布时，读者会看到这些批注。",
            "Suppressions in the final text: {count}; published as plain text, every reader sees them.",
        ),
        "word": Text(
            "定稿中还有{count}条用来忽略问题的批注（disclosure-lint: ignore……）；发布Word文件时，读者会看到。",
            "Comments that suppress findings (disclosure-lint: ignore …) in the final text: {count}; every reader of the Word file will "
            "see them.",
        ),
        "hidden": Text(
            "定稿中还有{count}条忽略批注；网页上看不见，但网页源代码里看得到。",
            "Suppressions in the final text: {count}; the page does not show them, but its source does.",
        ),
    },
    help=Text(
        "发布前删去这些批注，还要保留的移到文稿旁的disclosure-lint.suppress.toml；还在起草的，检查时加上--stage draft。",
        "Before publishing remove the comments and move what must stay suppressed to disclosure-lint.suppress.toml beside the draft; "
        "while still drafting, check with --stage draft.",
    ),
    why=Text(
        "公开的通报里留着内部批注，读者会看到哪些问题被放过。",
        "A published disclosure with such comments tells every reader which findings were let pass.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("一、整改落实情况\n⟦<!-- disclosure-lint: ignore TOT003 四舍五入 -->⟧\n整改完成率为90%。\n"),
        Bad(
            "一、整改落实情况\n⟦整改完成率为90%⟧。\n",
            asides=(Commented("整改完成率为90%", "disclosure-lint: ignore TOT003 四舍五入"),),
        ),
        Good("一、整改落实情况\n<!-- 待办公室核对 -->\n整改完成率为90%。\n"),
    ),
    judges_run=True,
)
