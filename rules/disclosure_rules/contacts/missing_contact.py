"""CON001: a disclosure that tells nobody how to reach the office."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.rule import PROGRESS, Bad, Draft, Finding, Good, Rule, Severity, Text


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag the invitation that leads nowhere, or the whole draft where there is not even that."""
    from disclosure_lint.facts.contacts.block import published

    if published(draft.facts.contacts):
        return
    invitations = draft.facts.invitations
    if invitations:
        yield Finding(invitations[-1].span, variant="invited")
    else:
        yield Finding(None)


RULE = Rule(
    code="CON001",
    name="missing-contact",
    genres=PROGRESS,
    severity=Severity.ERROR,
    unfinished=True,
    summary=Text(
        "没有公布任何联系方式：联系电话、通信地址、电子邮箱都没有。",
        "The disclosure gives no way to reach the office: no phone, no postal address, no e-mail.",
    ),
    messages={
        "main": Text(
            "全文没有公布接受监督的联系方式：联系电话、通信地址、电子邮箱都没有。",
            "The draft gives no way to reach the office: no phone number, no postal address, no e-mail address.",
        ),
        "invited": Text(
            "这里请群众监督，却没有公布联系方式：联系电话、通信地址、电子邮箱都没有。",
            "The public is invited to supervise but not told how: no phone number, no postal address, no e-mail address.",
        ),
    },
    help=Text(
        "在文末公布联系电话、通信地址（附邮政编码）和电子邮箱。",
        "At the end, give a phone number, a postal address with its postcode, and an e-mail address.",
    ),
    why=Text(
        "公开整改情况是为了接受监督；没有联系方式，群众有意见无处反映。多半是改稿时误删了末尾一行。",
        "A disclosure exists to be supervised; without contact details nobody can respond. Mostly the last line got lost in editing.",
    ),
    basis=Text(
        "《信访工作条例》（2022）第十八条：应当向社会公布网络信访渠道、通信地址、咨询投诉电话等；"
        "县级《关于做好巡察整改情况公开工作的意见》：同时公布接受监督的联系方式",
        "Regulations on Petition Work (2022), article 18: channels, postal address and phone numbers are to be published; "
        "a county's opinion on publishing rectification: contact details are published with it",
    ),
    check=check,
    examples=(
        Bad(
            "青岚县人民法院党组关于巡察整改进展情况的通报\n"
            "一、整改落实情况\n开通举报电话12388，设置举报信箱3个。\n"
            "⟦欢迎广大干部群众对巡察整改情况进行监督。如有意见建议，请及时向我们反映⟧。\n"
            "中共青岚县人民法院党组\n2023年8月18日\n"
        ),
        Bad(
            "青岚县人民法院党组关于巡察整改进展情况的通报\n一、整改落实情况\n已完成整改12项。\n"
            "中共青岚县人民法院党组\n2023年8月18日\n"
        ),
        Good(
            "欢迎广大干部群众对巡察整改情况进行监督。电子邮箱：qlfy@qinglan.gov.cn。\n"
            "中共青岚县人民法院党组\n2023年8月18日\n"
        ),
        Good("五、联系方式\n电  话：0717-6261234\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good("一、整改措施\n2023年9月底前完成。\n", genre="plan"),
    ),
)
