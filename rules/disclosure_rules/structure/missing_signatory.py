"""STR005: nobody signs the disclosure."""

from __future__ import annotations

from disclosure_lint.rule import PROGRESS, Bad, Draft, Finding, Good, Iterator, Rule, Severity, Text


def check(draft: Draft, options: None) -> Iterator[Finding]:
    signed = draft.facts.signature
    if signed.body is not None:
        return
    if signed.date is not None:
        yield Finding(signed.date, {"date": signed.date}, variant="dated")
    else:
        yield Finding(None)


RULE = Rule(
    code="STR005",
    name="missing-signatory",
    genres=PROGRESS,
    severity=Severity.ERROR,
    unfinished=True,
    summary=Text("没有署名（发文机关）。", "No issuing body signs the disclosure."),
    messages={
        "main": Text(
            "全文没有署名：正文后面没有发文机关名称。",
            "The draft is not signed: no issuing body is named below the text.",
        ),
        "dated": Text(
            "有成文日期“{date}”，但没有署名（发文机关名称）。",
            "The draft is dated “{date}” but not signed: no issuing body is named.",
        ),
    },
    help=Text(
        "在成文日期上一行写发文机关全称，如“中共××县××局党组”。",
        "Write the full name of the issuing body on the line above the date.",
    ),
    why=Text(
        "没有署名，群众不知道由谁负责，通报也不完整。",
        "An unsigned disclosure is incomplete, and nobody answers for it.",
    ),
    basis=Text("GB/T 9704—2012 第7.3.5条：署名和成文日期", "GB/T 9704-2012, 7.3.5: signature and date"),
    check=check,
    examples=(
        Bad("一、组织领导情况\n已成立专班。\n二、整改落实情况\n已整改。\n欢迎广大群众监督。联系电话：0931-8800123。\n"),
        Bad("一、组织领导情况\n已成立专班。\n二、整改落实情况\n已整改。\n⟦2023年11月6日⟧\n"),
        Good("一、组织领导情况\n已成立专班。\n二、整改落实情况\n已整改。\n中共青岚县水利局党组\n2023年11月6日\n"),
        Good(
            "关于巡察整改进展情况的通报\n中共青岚县水利局党组\n（2023年11月6日）\n根据县委统一部署，现将整改情况通报如下。\n一、组织领导情况\n已成立专班。\n"
        ),
    ),
)
