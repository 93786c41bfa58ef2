"""STR006: the disclosure is not dated."""

from __future__ import annotations

from disclosure_lint.rule import PROGRESS, Bad, Draft, Finding, Good, Iterator, Rule, Severity, Text


def check(draft: Draft, options: None) -> Iterator[Finding]:
    signed = draft.facts.signature
    if signed.date is not None:
        return
    if signed.body is not None:
        yield Finding(signed.body, {"body": signed.body}, variant="signed")
    else:
        yield Finding(None)


RULE = Rule(
    code="STR006",
    name="missing-signing-date",
    genres=PROGRESS,
    severity=Severity.ERROR,
    unfinished=True,
    summary=Text("没有成文日期。", "The disclosure is not dated."),
    messages={
        "main": Text(
            "全文没有成文日期：正文后面没有写年月日。",
            "The draft is not dated: there is no year, month and day below the text.",
        ),
        "signed": Text("署名“{body}”后面没有成文日期。", "No date follows the signature “{body}”."),
    },
    help=Text(
        "在署名下一行写成文日期，用阿拉伯数字写全年、月、日，如“2024年8月3日”。",
        "Write the date below the signature, in full and in Arabic numerals: 2024年8月3日.",
    ),
    why=Text(
        "没有成文日期，“今年”“截至目前”就不知道指什么时候，也看不出整改是否按期完成。",
        "Undated, words like “this year” mean nothing, and nobody can tell whether the work was in time.",
    ),
    basis=Text(
        "GB/T 9704—2012 第7.3.5.4条：成文日期用阿拉伯数字将年、月、日标全",
        "GB/T 9704-2012, 7.3.5.4: the date is written in full in Arabic numerals",
    ),
    check=check,
    examples=(
        Bad("一、组织领导情况\n已成立专班。\n二、整改落实情况\n已整改。\n欢迎广大群众监督。联系电话：0931-8800123。\n"),
        Bad("一、组织领导情况\n已成立专班。\n二、整改落实情况\n已整改。\n⟦中共青岚县水利局党组⟧\n"),
        Good("一、组织领导情况\n已成立专班。\n二、整改落实情况\n已整改。\n中共青岚县水利局党组\n2023年11月6日\n"),
        Good("一、组织领导情况\n已成立专班。\n二、整改落实情况\n已整改。\n青岚县水利局  二〇二三年十一月六日\n"),
    ),
)
