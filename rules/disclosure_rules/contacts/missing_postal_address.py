"""CON003: contact details without a postal address."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.rule import PROGRESS, Bad, Draft, Finding, Good, Rule, Severity, Text


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag the contact block that holds neither a street address nor a P.O. box; a postcode alone is none."""
    from disclosure_lint.facts.contacts.block import POSTAL, block_without

    span = block_without(draft.facts.contacts, POSTAL)
    if span is not None:
        yield Finding(span)


RULE = Rule(
    code="CON003",
    name="missing-postal-address",
    genres=PROGRESS,
    severity=Severity.WARNING,
    unfinished=True,
    summary=Text(
        "公布了联系方式，但没有通信地址，也没有邮政信箱。",
        "Contact details are given, but neither a postal address nor a P.O. box.",
    ),
    messages={
        "main": Text(
            "公布的联系方式里没有通信地址，也没有邮政信箱。",
            "The contact details include neither a postal address nor a P.O. box.",
        ),
    },
    help=Text(
        "补上通信地址（写到街道门牌或邮政信箱号）和邮政编码。",
        "Add the postal address (street and number, or the P.O. box) and the postcode.",
    ),
    why=Text(
        "书面反映问题、寄送材料都要有地址。",
        "Written complaints and documents need an address to go to.",
    ),
    basis=Text(
        "《信访工作条例》（2022）第十八条：向社会公布通信地址、咨询投诉电话等",
        "Regulations on Petition Work (2022), article 18: postal address and phone numbers are to be published",
    ),
    check=check,
    examples=(
        Bad(
            "欢迎广大干部群众监督。⟦联系电话：0717-6261234；电子邮箱：qlfy@qinglan.gov.cn⟧。\n"
            "中共青岚县人民法院党组\n2023年8月18日\n"
        ),
        Bad("欢迎监督。⟦举报电话：0717-6261234⟧，邮编：443499。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good("欢迎监督。电话：0717-6261234，地址：青岚县城关镇建设路12号。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good(
            "欢迎监督。电话：0717-6261234，邮政信箱：青岚县216号邮政专用信箱。\n中共青岚县人民法院党组\n2023年8月18日\n"
        ),
        Good(
            "来信请寄：青岚县城关镇建设路12号县法院督察室。电话：0717-6261234\n中共青岚县人民法院党组\n2023年8月18日\n"
        ),
    ),
)
