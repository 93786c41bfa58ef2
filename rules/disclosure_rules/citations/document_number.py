"""CIT005: a document number whose year is not in 〔〕, or with 第 or leading zeros."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_grammar.source import Span
from disclosure_lint.rule import DISCLOSURES, Bad, Draft, Edit, Finding, Fix, Good, Rule, Safety, Severity, Text

if TYPE_CHECKING:
    from disclosure_lint.facts.citations.numbers import DocumentNumber


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag each number once, whatever is wrong with it."""
    if "号" not in draft.source.text:
        return
    from disclosure_lint.facts.citations.numbers import extract

    for number in extract(draft.document):
        if not number.bracketed or number.nth or number.zeros or _is_short(number.year):
            yield _finding(number)


def _is_short(year: Span) -> bool:
    return year.end - year.start < 4


def _finding(number: DocumentNumber) -> Finding:
    faults: list[Text] = []
    edits: list[Edit] = []
    if not number.bracketed:
        faults.append(Text("年份应当用六角括号“〔〕”括起", "the year belongs in the brackets “〔〕”"))
        edits += [Edit(number.opening, "〔"), Edit(number.closing, "〕")]
    if _is_short(number.year):
        faults.append(Text("年份应当写全四位", "the year takes all its four digits"))
        edits.append(Edit(Span(number.year.start, number.year.start), "20"))
    if number.nth:
        faults.append(Text("序号前不加“第”", "no “第” stands before the number"))
        edits.append(Edit(number.nth, ""))
    if number.zeros:
        faults.append(Text("序号不编虚位，前面不加“0”", "the number has no leading zeros"))
        edits.append(Edit(number.zeros, ""))
    reason = Text("，".join(fault.zh for fault in faults), "; ".join(fault.en for fault in faults))
    title = Text("按规范的写法改", "write the number in the standard form")
    safety = Safety.DISPLAY if number.zeros or _is_short(number.year) else Safety.SAFE
    return Finding(number.span, {"number": number.span, "reason": reason}, fix=Fix(title, tuple(edits), safety))


RULE = Rule(
    code="CIT005",
    name="document-number",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    summary=Text(
        "发文字号的年份没有用六角括号、没有写全，或者序号前加了“第”、编了虚位。",
        "A document number whose year is not in 〔〕 or not in full, or with 第 or leading zeros before the number.",
    ),
    messages={
        "main": Text(
            "发文字号“{number}”不规范：{reason}。",
            "The document number “{number}” is not in the standard form: {reason}.",
        )
    },
    help=Text(
        "写成“国办发〔2012〕14号”的样子：年份用全称，放在“〔〕”里，序号直接写数字。",
        "Write it like “国办发〔2012〕14号”: the year in full between “〔〕”, then the bare number.",
    ),
    why=Text(
        "发文字号写得不规范，读者按字号去查文件就可能查不到。",
        "A number in another form may not be found when a reader looks the document up.",
    ),
    basis=Text("GB/T 9704—2012第7.2.5条", "GB/T 9704-2012, 7.2.5"),
    check=check,
    fixes=(Safety.SAFE, Safety.DISPLAY),
    examples=(
        Bad(
            "根据《党政机关公文处理工作条例》（中办发⟦[2012]14号⟧），制定本方案。\n",
            "plan",
            fixed="根据《党政机关公文处理工作条例》（中办发〔2012〕14号），制定本方案。\n",
        ),
        Bad(
            "一、整改情况\n印发青法⟦(2021)12号⟧、青法办⟦【2021】第8号⟧文件。\n",
            fixed="一、整改情况\n印发青法〔2021〕12号、青法办〔2021〕8号文件。\n",
        ),
        Bad(
            "一、整改情况\n印发青水党组发⟦〔2021〕012号⟧。\n",
            fixed="一、整改情况\n印发青水党组发〔2021〕12号。\n",
        ),
        Bad("一、整改情况\n印发青水发⟦〔24〕12号⟧。\n", fixed="一、整改情况\n印发青水发〔2024〕12号。\n"),
        Good(
            "一、整改情况\n中标通知书编号为青招（2024）18号，采信青鉴[2024]第7号鉴定意见书，收回鄂0581执保（2023）112号案款。\n"
        ),
        Good("一、整改情况\n落实国办发〔2012〕14号、法释〔2020〕17号和国务院令第711号，执行2021年第3号通告。\n"),
        Good(
            "一、整改情况\n（2021）青01民终123号案件已再审，退回不动产权证青国用(2009)第0123号，审计报告为青审字[2021]第012号。\n"
        ),
    ),
)
