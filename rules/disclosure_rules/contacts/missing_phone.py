"""CON002: contact details without a phone number."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.facts.model import PHONES
from disclosure_lint.rule import PROGRESS, Bad, Draft, Finding, Good, Rule, Severity, Text


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag the contact block that holds no phone number; a fax is none."""
    from disclosure_lint.facts.contacts.block import block_without

    span = block_without(draft.facts.contacts, PHONES)
    if span is not None:
        yield Finding(span)


RULE = Rule(
    code="CON002",
    name="missing-phone",
    genres=PROGRESS,
    severity=Severity.WARNING,
    unfinished=True,
    summary=Text("公布了联系方式，但没有联系电话。", "Contact details are given, but no phone number."),
    messages={
        "main": Text(
            "公布的联系方式里没有联系电话（传真不算）。",
            "The contact details include no phone number (a fax number does not count).",
        ),
    },
    help=Text(
        "补上联系电话，写明区号，如“联系电话：0717-6261234”。",
        "Add a phone number with its area code, such as 0717-6261234.",
    ),
    why=Text(
        "不少群众只会打电话；只留邮箱或地址，等于把他们挡在门外。",
        "Many people will only ever call; an e-mail address or a street alone shuts them out.",
    ),
    basis=Text(
        "《信访工作条例》（2022）第十八条：向社会公布通信地址、咨询投诉电话等",
        "Regulations on Petition Work (2022), article 18: postal address and phone numbers are to be published",
    ),
    check=check,
    examples=(
        Bad(
            "欢迎广大干部群众对整改情况进行监督。⟦电子邮箱：qlfy@qinglan.gov.cn⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"
        ),
        Bad(
            "欢迎监督。\n⟦通信地址：青岚县城关镇建设路12号\n传  真：0717-6261235⟧\n"
            "中共青岚县人民法院党组\n2023年8月18日\n"
        ),
        Good("欢迎监督。联系电话：0717-6261234；邮箱：qlfy@qinglan.gov.cn。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good("欢迎监督。举报电话：12388。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good("一、整改落实情况\n已完成整改12项。\n中共青岚县人民法院党组\n2023年8月18日\n"),
    ),
)
