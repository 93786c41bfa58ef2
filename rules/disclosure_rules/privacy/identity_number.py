"""PII001: an identity number (居民身份证号码) in a text for publication."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.rule import EVERY_GENRE, Bad, Draft, Finding, Good, Rule, Severity, Text


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag identity numbers: those that compute as errors, those that only look like one or are called one as warnings."""
    for fact in draft.facts.personal:
        if fact.kind == "identity":
            grade = "firm" if fact.firm else "thin"
            yield Finding(fact.span, {"number": fact.span}, fact.form, grade)


RULE = Rule(
    code="PII001",
    name="identity-number",
    genres=EVERY_GENRE,
    severity=Severity.ERROR,
    grades={"thin": Severity.WARNING},
    summary=Text("文中有居民身份证号码。", "An identity card number stands in the text."),
    messages={
        "main": Text(
            "“{number}”（已遮盖）是居民身份证号码：地区码、出生日期和校验码都对得上。",
            "“{number}” (masked here) is an identity card number: area code, birth date and check digit all fit.",
        ),
        "mistyped": Text(
            "“{number}”（已遮盖）像是居民身份证号码，只是校验码或出生日期对不上，可能录入有误，但仍能指向具体的人。",
            "“{number}” (masked here) looks like an identity card number with a wrong check digit or birth date; "
            "mistyped or not, it points at somebody.",
        ),
        "old": Text(
            "“{number}”（已遮盖）像是15位的旧版居民身份证号码，其中含有出生日期。",
            "“{number}” (masked here) looks like an identity card number of the old 15-digit form, birth date included.",
        ),
        "length": Text(
            "“{number}”（已遮盖）在文中被称作身份证号码，但位数或格式不对，可能录入有误。",
            "The text calls “{number}” (masked here) an identity card number, though its length or form is wrong; "
            "it may be mistyped.",
        ),
    },
    help=Text(
        "删去整个号码，不要只遮盖几位；需要区分同名的人时，用“张某某”加职务或案号。如果它不是身份证号码，请在前面写明是什么编号。",
        "Delete the whole number rather than mask a few digits; tell people apart by post or case number. "
        "If it is no identity number, say before it what it numbers.",
    ),
    why=Text(
        "身份证号码终身不变，一经公开就无法收回，泄露公民个人身份信息要承担法律责任。",
        "An identity number never changes and cannot be called back once published; leaking it is punishable.",
    ),
    basis=Text(
        "《中华人民共和国居民身份证法》第三条、第十九条；《中华人民共和国民法典》第一千零三十四条、第一千零三十九条",
        "Resident Identity Card Law, articles 3 and 19; Civil Code, articles 1034 and 1039",
    ),
    check=check,
    examples=(
        Bad(
            "一、整改情况\n已向当事人王某（身份证号：⟦429900198702301203⟧）退还保证金2万元。\n",
            severity=Severity.WARNING,
        ),
        Bad("一、整改情况\n已向当事人王某（身份证号：⟦429900198703151246⟧）退还保证金2万元。\n"),
        Bad("一、整改情况\n补发名单：⟦429900198703151248⟧，补发金额1200元。\n", severity=Severity.WARNING),
        Bad("一、整改情况\n持旧证⟦429900870315124⟧的退休职工已完成登记。\n", severity=Severity.WARNING),
        Bad("一、整改情况\n当事人身份证号⟦42990019870315124⟧登记有误，已更正。\n", severity=Severity.WARNING),
        Good("一、整改情况\n供应商统一社会信用代码91420500MA49ABCD1X，已列入黑名单。\n"),
        Good("一、整改情况\n（2023）青0521民初1234号案件已办结，相关款项429900198703151248元为测试数据。\n"),
        Good("一、整改情况\n设备编号429900198703151246，纳税人识别号429900751012345，均已更正。\n"),
        Good("一、整改情况\n资产编号429900198703151248的设备已完成处置，合同号420521202303150012。\n"),
        Good("一、整改情况\n身份证号码429900********1246已作遮盖处理。\n"),
    ),
)
