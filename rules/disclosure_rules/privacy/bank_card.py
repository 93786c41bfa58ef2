"""PII002: the number of somebody's bank card or account in a text for publication."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.rule import EVERY_GENRE, Bad, Draft, Finding, Good, Rule, Severity, Text


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag card numbers: those that compute as errors, those that are only called one as warnings."""
    for fact in draft.facts.personal:
        if fact.kind == "bank-card":
            yield Finding(fact.span, {"number": fact.span}, fact.form, "firm" if fact.firm else "thin")


RULE = Rule(
    code="PII002",
    name="bank-card",
    genres=EVERY_GENRE,
    severity=Severity.ERROR,
    grades={"thin": Severity.WARNING},
    summary=Text("文中有个人的银行卡号或账号。", "The number of somebody's bank card or account stands in the text."),
    messages={
        "main": Text(
            "“{number}”（已遮盖）是银行卡号：位数、开头和校验位都对得上。",
            "“{number}” (masked here) is the number of a bank card: length, opening digits and check digit all fit.",
        ),
        "mistyped": Text(
            "“{number}”（已遮盖）在文中被称作银行卡号，只是校验位对不上，可能录入有误。",
            "The text calls “{number}” (masked here) the number of a bank card, though its check digit is wrong; "
            "it may be mistyped.",
        ),
        "account": Text(
            "“{number}”（已遮盖）写在账号的位置上，位数像个人银行卡号。",
            "“{number}” (masked here) stands where an account number does and has the length of a personal card number.",
        ),
    },
    help=Text(
        "公开稿里不需要写卡号，删去整个号码；如果是单位对公账户，请写明户名。",
        "A published text needs no card number: delete all of it. If it is the account of an office, name the holder.",
    ),
    why=Text(
        "金融账户属于敏感个人信息，公开后可能被用来诈骗，机关有保密的义务。",
        "Financial accounts are sensitive personal information; published, they serve fraud, and the office must keep them confidential.",
    ),
    basis=Text(
        "《中华人民共和国个人信息保护法》第二十五条、第二十八条；《中华人民共和国民法典》第一千零三十九条",
        "Personal Information Protection Law, articles 25 and 28; Civil Code, article 1039",
    ),
    check=check,
    examples=(
        Bad("一、整改情况\n多收费用已退至患者赵某银行卡（卡号⟦6222000000000000004⟧）。\n"),
        Bad("一、整改情况\n多收费用已退至患者赵某银行卡（卡号⟦6222000000000000001⟧）。\n", severity=Severity.WARNING),
        Bad("一、整改情况\n执行款汇入申请人账户⟦6222000000000000001⟧。\n", severity=Severity.WARNING),
        Bad("一、整改情况\n补贴已转入⟦6222 0000 0000 0000 004⟧，共3500元。\n"),
        Good("一、整改情况\n违规发放的津贴已缴入廉政账户6222000000000000004。\n"),
        Good("一、整改情况\n退款专户户名：青岚县医疗保障局；开户行：青岚农商银行；账号：6222000000000000004。\n"),
        Good("一、整改情况\n户名：青岚县财政局，账号42050162083600001234。\n"),
        Good("一、整改情况\n发票号码6222000000000000004的报销单据已补齐附件，流水号2024031500000123。\n"),
        Good("一、整改情况\n加油卡号1000114200001234567已注销。\n"),
    ),
)
