"""CON006: an e-mail address that cannot be right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_lint.facts.model import Contact
from disclosure_lint.rule import (
    DISCLOSURES,
    PRACTICE,
    Bad,
    Draft,
    Edit,
    Finding,
    Fix,
    Good,
    Rule,
    Safety,
    Severity,
    Text,
)

if TYPE_CHECKING:
    from disclosure_lint.facts.contacts.mailboxes import Fault

_SAFETIES = {"email-full-width": Safety.SAFE, "email-separator": Safety.UNSAFE}


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag addresses that no mail program accepts as they are written."""
    from disclosure_lint.facts.contacts.mailboxes import Fault

    faults = {fault.value: fault for fault in Fault}
    for contact in draft.facts.contacts:
        fault = faults.get(contact.problem)
        if fault:
            yield Finding(contact.span, {"email": contact.span}, fault.value, fix=_fix(contact, fault))


def _fix(contact: Contact, fault: Fault) -> Fix | None:
    """Widths can be mended without a doubt, a comma with little."""
    safety = _SAFETIES.get(fault)
    if safety is None:
        return None
    return Fix(Text("改为半角字符", "write it in half-width characters"), (Edit(contact.span, contact.value),), safety)


RULE = Rule(
    code="CON006",
    name="invalid-email",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    summary=Text("电子邮箱写错了，照着写信寄不到。", "An e-mail address that cannot receive mail as it is written."),
    messages={
        "email-no-at": Text("电子邮箱缺“@”：“{email}”。", "The e-mail address has no “@”: “{email}”."),
        "email-more-at": Text(
            "电子邮箱有不止一个“@”：“{email}”。", "The e-mail address has more than one “@”: “{email}”."
        ),
        "email-no-name": Text(
            "电子邮箱“@”前没有用户名：“{email}”。", "The e-mail address has no name before “@”: “{email}”."
        ),
        "email-name": Text(
            "电子邮箱“@”前的“.”位置不对：“{email}”。", "A dot stands in the wrong place before the “@”: “{email}”."
        ),
        "email-no-domain": Text(
            "电子邮箱“@”后没有域名：“{email}”。", "The e-mail address has no domain after “@”: “{email}”."
        ),
        "email-no-dot": Text(
            "电子邮箱的域名里缺“.”：“{email}”。", "The domain of the e-mail address has no dot: “{email}”."
        ),
        "email-separator": Text(
            "电子邮箱的域名里混入了逗号、句号等标点：“{email}”。",
            "Another mark stands for a dot in the e-mail address: “{email}”.",
        ),
        "email-domain": Text(
            "电子邮箱域名里的“.”“-”“_”用得不对：“{email}”。",
            "A dot, dash or underscore stands where a domain cannot have one: “{email}”.",
        ),
        "email-ending": Text(
            "电子邮箱域名的结尾不对：“{email}”。",
            "The domain of the e-mail address has an ending that does not exist: “{email}”.",
        ),
        "email-full-width": Text(
            "电子邮箱里有全角字符：“{email}”。", "The e-mail address holds full-width characters: “{email}”."
        ),
    },
    help=Text(
        "写成“用户名@域名”的半角形式（如 .gov.cn、.com 结尾），改完发一封邮件试试。",
        "Write it as name@domain in half-width characters, ending in .gov.cn, .com or the like, and send it a test message.",
    ),
    why=Text(
        "邮箱错一个字符，群众的来信就会退回或寄给别人。",
        "With one wrong character the mail bounces or reaches a stranger.",
    ),
    basis=PRACTICE,
    fixes=(Safety.SAFE, Safety.UNSAFE),
    check=check,
    examples=(
        Bad(
            "电子邮箱：⟦qlfy＠qinglan.gov.cn⟧。\n中共青岚县人民法院党组\n2023年8月18日\n",
            fixed="电子邮箱：qlfy@qinglan.gov.cn。\n中共青岚县人民法院党组\n2023年8月18日\n",
        ),
        Bad("投诉邮箱：⟦qlfyjc@163com⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Bad("投诉邮箱：⟦qlfyjc@163.con⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Bad(
            "投诉邮箱：⟦qlfyjc@163，com⟧。\n中共青岚县人民法院党组\n2023年8月18日\n",
            fixed="投诉邮箱：qlfyjc@163.com。\n中共青岚县人民法院党组\n2023年8月18日\n",
        ),
        Bad("投诉邮箱：⟦qlfyjc@163..com⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Bad("邮箱：⟦qlfyqinglan.gov.cn⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Bad("邮箱：⟦qlfy@@qinglan.gov.cn⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good("电子邮箱：qlfy@qinglan.gov.cn。联系电话：0717-6261234。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good("邮箱：qlfy#qinglan.gov.cn（请将#换成@）。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good("关注微博@青岚法院，投递意见箱。\n中共青岚县人民法院党组\n2023年8月18日\n"),
    ),
)
