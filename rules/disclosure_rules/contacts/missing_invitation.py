"""CON010: the public is not invited to supervise."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.tree import Kind
from disclosure_lint.rule import PRACTICE, PROGRESS, Bad, Draft, Finding, Good, Rule, Severity, Text


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag the contact details that nobody is asked to use, or the whole draft where there are none."""
    if draft.facts.invitations or any(draft.document.of(Kind.INVITATION)):
        return
    from disclosure_lint.facts.contacts.block import block

    yield Finding(block(draft.facts.contacts))


RULE = Rule(
    code="CON010",
    name="missing-invitation",
    genres=PROGRESS,
    severity=Severity.WARNING,
    unfinished=True,
    summary=Text(
        "没有请干部群众监督、反映意见的话。",
        "The public is not invited to supervise the rectification and to report.",
    ),
    messages={
        "main": Text(
            "全文没有“欢迎广大干部群众监督，如有意见建议，请及时反映”一类的话。",
            "No sentence of the draft invites the public to supervise and to send in its views.",
        ),
    },
    help=Text(
        "在联系方式前加一句，如“欢迎广大干部群众对整改落实情况进行监督，如有意见建议，请及时向我们反映。”",
        "Before the contact details, add a sentence that invites the public to supervise and to report.",
    ),
    why=Text(
        "公开整改情况是为了接受监督，通报一般以这句话收尾并引出联系方式。",
        "A disclosure is published to be supervised; it usually ends with this sentence, which leads to the contact details.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "一、整改落实情况\n已完成整改12项。\n二、联系方式\n⟦联系电话：0717-6261234⟧\n中共青岚县人民法院党组\n2023年8月18日\n"
        ),
        Bad("一、整改落实情况\n已完成整改12项。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good("欢迎广大干部群众对整改情况进行监督。联系电话：0717-6261234。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good("如有意见建议，请及时向我们反映。联系电话：0717-6261234。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good("敬请社会各界监督。联系电话：0717-6261234。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good("一、整改措施\n2023年9月底前完成。\n", genre="plan"),
    ),
)
