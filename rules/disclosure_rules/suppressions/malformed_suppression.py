"""SUP002: a suppression that cannot be understood."""

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
    Rule,
    Severity,
    Text,
)


def check(draft: Draft, options: None) -> Iterator[Finding]:
    for suppression in draft.run.suppressions:
        place = suppression.place
        where = Text(f"{place}：", f"{place}: ") if place else Text("", "")
        for fault in suppression.faults:
            near = fault.nearest
            hint = Text(f"（是否应为“{near}”？）", f" (did you mean “{near}”?)") if near else Text("", "")
            yield Finding(fault.span, {"where": where, "word": fault.word, "hint": hint}, variant=fault.kind.value)


def _message(zh: str, en: str) -> Text:
    return Text("{where}" + zh, "{where}" + en)


RULE = Rule(
    code="SUP002",
    name="malformed-suppression",
    genres=EVERY_GENRE,
    severity=Severity.WARNING,
    summary=Text("忽略批注写得不对，不起作用。", "A suppression cannot be understood and does nothing."),
    messages={
        "empty": _message("这条忽略批注没有写明规则，不起作用。", "This suppression names no rule and does nothing."),
        "unknown": _message(
            "没有编号或名称为“{word}”的规则{hint}，这一项不起作用。",
            "No rule has the code or name “{word}”{hint}; this part does nothing.",
        ),
        "keyword": _message(
            "不认识“{word}”{hint}；忽略批注要写ignore、ignore-section或ignore-file。",
            "“{word}” is not understood{hint}; write ignore, ignore-section or ignore-file.",
        ),
        "bare": _message(
            "这条忽略批注没有写明要做什么；先写ignore、ignore-section或ignore-file，再写规则。",
            "This suppression does not say what to do; write ignore, ignore-section or ignore-file, then the rules.",
        ),
        "unclosed": _message(
            "这条忽略批注在本行内没有以“-->”结束，不起作用。",
            "This suppression does not end with --> on its line and does nothing.",
        ),
        "date": _message(
            "“{word}”不是日期；until要写成2025-06-30这样，否则这条忽略批注不会到期。",
            "“{word}” is no date; write until like 2025-06-30, or the suppression never expires.",
        ),
        "protected": _message(
            "“{word}”检查的是忽略批注和检查过程本身，不能用批注忽略；确实要关闭的，用--ignore或配置文件。",
            "“{word}” looks after suppressions and the run itself and cannot be suppressed; use --ignore or the configuration.",
        ),
        "missing": _message(
            "这个忽略条目缺少“{word}”，不起作用。", "This suppression lacks “{word}” and does nothing."
        ),
        "entry": _message("不认识“{word}”这一项{hint}。", "“{word}” is not understood{hint}."),
        "file": _message(
            "这个忽略文件读不懂（{word}），里面写的都不起作用。",
            "This file cannot be understood ({word}), so nothing in it takes effect.",
        ),
    },
    help=Text(
        "写成 <!-- disclosure-lint: ignore 规则编号 理由 -->，写在同一行；在Word批注里不写尖括号，"
        "写成disclosure-lint: ignore 规则编号 理由。规则编号可用命令disclosure-lint rules查看。",
        "Write <!-- disclosure-lint: ignore CODE reason --> on one line, or in a Word comment disclosure-lint: ignore CODE reason; "
        "disclosure-lint rules lists the codes.",
    ),
    why=Text(
        "批注写错就不起作用，作者却以为已经处理过了。",
        "A suppression with a mistake does nothing, while its author thinks the matter settled.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("一、整改落实情况\n⟦<!-- disclosure-lint: ignore -->⟧\n已逐项整改。\n"),
        Bad("一、整改落实情况\n<!-- disclosure-lint: ignore ⟦TOT033⟧ 四舍五入 -->\n已逐项整改。\n"),
        Bad("一、整改落实情况\n<!-- disclosure-lint: ⟦ingore⟧ TOT003 四舍五入 -->\n已逐项整改。\n"),
        Bad("一、整改落实情况\n⟦<!-- disclosure-lint: ignore TOT003 四舍五入⟧\n已逐项整改。\n"),
        Bad("一、整改落实情况\n<!-- disclosure-lint: ignore TOT003 until=⟦明年⟧ 四舍五入 -->\n已逐项整改。\n"),
        Bad("一、整改落实情况\n<!-- disclosure-lint: ignore-file ⟦SUP001⟧ -->\n已逐项整改。\n"),
        Bad("一、整改落实情况\n⟦已逐项整改⟧。\n", asides=(Commented("已逐项整改", "disclosure-lint：忽略"),)),
        Good("一、整改落实情况\n已逐项整改。\n", asides=(Commented("已逐项", "disclosure-lint 说这里有问题，请核"),)),
        Good("一、整改落实情况\n<!-- disclosure-lint: ignore TOT003，percentage-mismatch 四舍五入 -->\n已逐项整改。\n"),
        Good("一、整改落实情况\n<!-- 由 disclosure-lint 检查过 -->\n已逐项整改。\n"),
    ),
    judges_run=True,
)
