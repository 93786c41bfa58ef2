"""CON009: an official mailbox at a provider where anyone may open one."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.facts.model import ContactKind
from disclosure_lint.rule import PRACTICE, PROGRESS, Bad, Draft, Finding, Good, Rule, Severity, Text


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag published addresses whose domain belongs to a public provider."""
    from disclosure_lint.facts.contacts.mailboxes import PUBLIC_DOMAINS

    for contact in draft.facts.contacts:
        domain = contact.value.partition("@")[2]
        if contact.kind is ContactKind.EMAIL and contact.public and not contact.problem and domain in PUBLIC_DOMAINS:
            yield Finding(contact.span, {"domain": domain})


RULE = Rule(
    code="CON009",
    name="public-mail-domain",
    genres=PROGRESS,
    severity=Severity.INFO,
    summary=Text(
        "单位公布的是社会邮箱（163、QQ、新浪等）。",
        "The office publishes a mailbox at a public provider (163, qq, sina and the like).",
    ),
    messages={
        "main": Text(
            "公布的是社会邮箱（{domain}），不是政务邮箱或单位邮箱。",
            "The published mailbox is at {domain}, a public provider, not at the office's own domain.",
        ),
    },
    help=Text(
        "有政务邮箱（如以.gov.cn结尾）或单位邮箱的，建议换用；没有的，不必理会这一条。",
        "Use the office's own address (such as one under .gov.cn) where there is one; otherwise ignore this.",
    ),
    why=Text(
        "社会邮箱谁都可以注册，群众难辨真假，举报材料也不在单位管理的服务器上。",
        "Anyone can open such a mailbox, so readers cannot tell whether it is genuine, and reports lie on a server outside the office.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("欢迎监督。投诉邮箱：⟦qlfyjc@163.com⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good("欢迎监督。电子邮箱：qlfy@qinglan.gov.cn。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good("欢迎监督。电子邮箱：jw@yunxihospital.com。\n中共云溪市第二人民医院委员会\n2023年8月18日\n"),
        Good("一、整改措施\n设立举报邮箱：qlfyjc@163.com。\n", genre="plan"),
    ),
)
