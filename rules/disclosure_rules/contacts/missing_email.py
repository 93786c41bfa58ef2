"""CON004: contact details without an e-mail address."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.rule import PRACTICE, PROGRESS, Bad, Draft, Finding, Good, Rule, Severity, Text


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag the contact block that holds no e-mail address."""
    from disclosure_lint.facts.contacts.block import MAIL, block_without

    span = block_without(draft.facts.contacts, MAIL)
    if span is not None:
        yield Finding(span)


RULE = Rule(
    code="CON004",
    name="missing-email",
    genres=PROGRESS,
    severity=Severity.INFO,
    unfinished=True,
    summary=Text("公布了联系方式，但没有电子邮箱。", "Contact details are given, but no e-mail address."),
    messages={"main": Text("公布的联系方式里没有电子邮箱。", "The contact details include no e-mail address.")},
    help=Text(
        "有单位邮箱的，建议一并公布；没有的，不必理会这一条。",
        "Where the office has a mailbox, publish it too; where it has none, ignore this.",
    ),
    why=Text("电子邮箱方便群众随时反映、附上材料。", "By e-mail people can write at any time and attach documents."),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "欢迎监督。⟦联系电话：0717-6261234，联系地址：青岚县城关镇建设路12号⟧，邮政编码：443499。\n"
            "中共青岚县人民法院党组\n2023年8月18日\n"
        ),
        Good("欢迎监督。电话：0717-6261234，邮箱：qlfy@qinglan.gov.cn。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good("欢迎监督。电话：0717-6261234，举报信箱：qlfy@qinglan.gov.cn。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good("一、整改措施\n设置举报电话：0717-6261234。\n", genre="plan"),
    ),
)
