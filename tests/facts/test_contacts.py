"""Contact details, in contact blocks of every shape and in whole drafts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.facts import Facts
from disclosure_lint.facts.contacts import invitation
from disclosure_lint.facts.contacts.block import block, published
from disclosure_lint.facts.contacts.details import find, promised, tidy_phone
from disclosure_lint.facts.contacts.folding import fold
from disclosure_lint.facts.contacts.mailboxes import Fault, read_labelled
from disclosure_lint.facts.model import Contact

STREET = "青岚县城关镇建设路12号"
PHONE, MAIL = "0717-6261234", "qlfy@qinglan.gov.cn"


def _seen(text: str, public: bool = True) -> list[str]:
    """Each detail as ``kind label value problem``, what is empty left out, ``~`` for stray characters."""
    details, _ = find(text, public)
    rows = []
    for detail in details:
        label = text[detail.label.start : detail.label.end] if detail.label else ""
        words = [detail.kind.value, label, detail.value, detail.problem, "~" if detail.spaced else ""]
        rows.append(" ".join(word for word in words if word))
    return rows


BLOCKS = {
    "one-line-half-width": (
        f"联系电话:{PHONE};通讯地址:{STREET};邮编:443499;电子邮箱:{MAIL}.",
        [f"phone 联系电话 {PHONE}", f"address 通讯地址 {STREET}", "postcode 邮编 443499", f"email 电子邮箱 {MAIL}"],
    ),
    "one-line-full-width": (
        f"联系电话：{PHONE}，联系地址：{STREET}，邮政编码：443499。",
        [f"phone 联系电话 {PHONE}", f"address 联系地址 {STREET}", "postcode 邮政编码 443499"],
    ),
    "wide-labels": (f"电　　话：{PHONE}　邮　　编：443499", [f"phone 电　　话 {PHONE}", "postcode 邮　　编 443499"]),
    "spread-label": (f"联 系 电 话：{PHONE}", [f"phone 联 系 电 话 {PHONE}"]),
    "no-colon": (f"电话{PHONE}，邮箱{MAIL}，地址{STREET}", [f"phone 电话 {PHONE}", f"email 邮箱 {MAIL}", f"address 地址 {STREET}"]),
    "no-colon-no-at": (f"电话{PHONE}，邮箱qlfyjccourt.gov.cn", [f"phone 电话 {PHONE}", "email 邮箱 qlfyjccourt.gov.cn email-no-at"]),
    "with-is": (f"联系电话为{PHONE}，邮箱为：{MAIL}。", [f"phone 联系电话 {PHONE}", f"email 邮箱 {MAIL}"]),
    "phone-and-fax": (f"电话/传真：{PHONE}", [f"phone 电话/传真 {PHONE}"]),
    "phone-fax-bracket": (f"联系电话（传真）：{PHONE}", [f"phone 联系电话（传真） {PHONE}"]),
    "fax": ("传  真：0717-6261235", ["fax 传  真 0717-6261235"]),
    "noted-fax": (f"电话：{PHONE}、6261235（传真）", [f"phone 电话 {PHONE}", "fax 电话 0717-6261235"]),
    "address-with-a-long-office": (
        f"地址：{STREET}县委组织部巡察整改工作领导小组办公室；邮编：443499",
        [f"address 地址 {STREET}县委组织部巡察整改工作领导小组办公室", "postcode 邮编 443499"],
    ),
    "phone-then-fax": (f"电话：{PHONE} 传真：0717-6261235", [f"phone 电话 {PHONE}", "fax 传真 0717-6261235"]),
    "hours-behind": (f"电话：{PHONE}（工作日8:30-12:00，14:30-17:30）", [f"phone 电话 {PHONE}"]),
    "hours-before": (f"联系电话（工作日8:30-17:30）：{PHONE}", [f"phone 联系电话 {PHONE}"]),
    "hours-labelled": (f"受理时间：2023-08-18至2023-09-18，受理电话：{PHONE}", [f"phone 受理电话 {PHONE}"]),
    "public-notice-period": (f"公示期：2023年8月18日至8月25日。监督电话：{PHONE}", [f"phone 监督电话 {PHONE}"]),
    "several-numbers": (
        f"监督电话：{PHONE}、6261235、6261236",
        [f"phone 监督电话 {PHONE}", "phone 监督电话 0717-6261235", "phone 监督电话 0717-6261236"],
    ),
    "slash": ("电话：0377-62661234/62661235", ["phone 电话 0377-62661234", "phone 电话 0377-62661235"]),
    "noted-numbers": (
        f"电话：{PHONE}（县法院办公室）、0717-6261235（县委巡察办）",
        [f"phone 电话 {PHONE}", "phone 电话 0717-6261235"],
    ),
    "named-numbers": (
        f"监督举报电话：县纪委监委 12388，县委组织部 12380，县法院 {PHONE}",
        ["hotline 监督举报电话 12388", "hotline 监督举报电话 12380", f"phone 监督举报电话 {PHONE}"],
    ),
    "extension": ("联系电话：0377-62661234转8001", ["phone 联系电话 0377-62661234-8001"]),
    "brackets": ("联系电话：（0377）62661234", ["phone 联系电话 0377-62661234"]),
    "local": ("联系电话：6261234", ["phone 联系电话 6261234"]),
    "country": ("值班电话：+86-717-6261234", [f"phone 值班电话 {PHONE}"]),
    "mobile": ("手机：139 0000 1234", ["mobile 手机 13900001234"]),
    "person-with-phone": ("联系人：李明，联系电话：13900001234", ["mobile 联系电话 13900001234"]),
    "person-only": (f"联系人：李明，{PHONE}", [f"phone 联系人 {PHONE}"]),
    "person-and-phone": (f"联系人及电话：李明，{PHONE}", [f"phone 电话 {PHONE}"]),
    "service": ("服务热线：400-800-1234", ["hotline 服务热线 4008001234"]),
    "hotline": ("24小时举报电话：12388", ["hotline 24小时举报电话 12388"]),
    "hotline-with-area": ("选人用人监督电话：0717-12380", ["hotline 选人用人监督电话 0717-12380"]),
    "hotline-before-its-name": (f"12388举报电话全天开通，或拨打{PHONE}", ["hotline 12388", f"phone 拨打 {PHONE}"]),
    "quoted-hotline": ("拨打“12345”政务服务便民热线", ["hotline 拨打 12345"]),
    "english-labels": (f"E-mail:{MAIL} Tel:{PHONE}", [f"email E-mail {MAIL}", f"phone Tel {PHONE}"]),
    "sign": (f"☎：{PHONE}", [f"phone ☎ {PHONE}"]),
    "electronic-box": (f"电子信箱：{MAIL}", [f"email 电子信箱 {MAIL}"]),
    "report-box": (f"举报信箱：{MAIL}", [f"email 举报信箱 {MAIL}"]),
    "two-mailboxes": (f"邮箱：{MAIL}、qlfyjc@163.com", [f"email 邮箱 {MAIL}", "email 邮箱 qlfyjc@163.com"]),
    "numeric-mailbox": ("邮箱：12345678@qq.com", ["email 邮箱 12345678@qq.com"]),
    "mailbox-of-marks": ("邮箱：ql.fy_jc-1@mail.qinglan.gov.cn；", ["email 邮箱 ql.fy_jc-1@mail.qinglan.gov.cn"]),
    "post-to": (
        f"来信请寄：{STREET}县纪委监委信访室（邮编443499）",
        [f"address 来信请寄 {STREET}县纪委监委信访室", "postcode 邮编 443499"],
    ),
    "send-to-in-a-sentence": (
        f"可将意见邮寄至{STREET}县委巡察办，或发送至邮箱{MAIL}。",
        [f"address 邮寄至 {STREET}县委巡察办", f"email 邮箱 {MAIL}"],
    ),
    "address-with-room": (
        "通信地址：云溪市青岚区人民路88号行政楼5楼纪检监察室 邮编：430070",
        ["address 通信地址 云溪市青岚区人民路88号行政楼5楼纪检监察室", "postcode 邮编 430070"],
    ),
    "address-with-bracket": (
        f"地址：{STREET}（县政府大院3号楼205室）；电话：{PHONE}",
        [f"address 地址 {STREET}(县政府大院3号楼205室)", f"phone 电话 {PHONE}"],
    ),
    "address-with-commas": (
        f"地址：云溪市青岚县，城关镇建设路12号，电话：{PHONE}",
        ["address 地址 云溪市青岚县,城关镇建设路12号", f"phone 电话 {PHONE}"],
    ),
    "address-then-office": (f"地址：{STREET}，县委巡察办；电话：{PHONE}", [f"address 地址 {STREET}", f"phone 电话 {PHONE}"]),
    "address-then-code": (f"地址：{STREET} 443499", [f"address 地址 {STREET}", "postcode 443499"]),
    "address-then-code-bracket": (f"地址：{STREET}（443499）", [f"address 地址 {STREET}", "postcode 443499"]),
    "address-and-code": (f"通讯地址及邮编：{STREET}，443499", [f"address 通讯地址 {STREET}", "postcode 443499"]),
    "address-and-phone": (f"地址、电话：{STREET}，{PHONE}", [f"address 地址 {STREET}", f"phone 电话 {PHONE}"]),
    "phone-and-mail": (f"电话/邮箱：{PHONE}/{MAIL}", [f"phone 电话 {PHONE}", f"email 邮箱 {MAIL}"]),
    "address-without-label": (f"可到县信访接待大厅（{STREET}）反映", [f"address {STREET}"]),
    "letters-and-visits": (f"来信来访：{STREET}县信访接待大厅", [f"address 来信来访 {STREET}县信访接待大厅"]),
    "address-at-a-crossing": ("地址：云溪市新区大道与菱湖路交叉口西南角 ；", ["address 地址 云溪市新区大道与菱湖路交叉口西南角"]),
    "address-of-a-township": ("地址：青岚县白水镇政府大院", ["address 地址 青岚县白水镇政府大院"]),
    "reception": (
        f"来访接待地点：青岚县政务中心B座，接待时间：周一至周五8:30-17:30，电话：{PHONE}",
        ["address 来访接待地点 青岚县政务中心B座", f"phone 电话 {PHONE}"],
    ),
    "address-in-brackets": (f"（电话：{PHONE}，地址：{STREET}）", [f"phone 电话 {PHONE}", f"address 地址 {STREET}"]),
    "letters-to-an-office": ("来信：青岚县纪委监委信访室（邮编：443499）", ["address 来信 青岚县纪委监委信访室", "postcode 邮编 443499"]),
    "box": ("邮政信箱：云溪市216号邮政专用信箱", ["po-box 邮政信箱 云溪市216号邮政专用信箱"]),
    "box-with-letter": ("专用邮政信箱：云溪市A001号信箱（邮编：430070）", ["po-box 专用邮政信箱 云溪市A001号信箱", "postcode 邮编 430070"]),
    "box-without-colon": ("邮政信箱216号", ["po-box 邮政信箱 邮政信箱216号"]),
    "box-in-address": ("通信地址：云溪市第18号信箱", ["po-box 通信地址 云溪市第18号信箱"]),
    "street-in-box": (f"邮政信箱：{STREET}", [f"address 邮政信箱 {STREET}"]),
    "mail-in-box": (f"邮政信箱：{MAIL}", [f"email 邮政信箱 {MAIL}"]),
    "phone-in-postcode": (f"邮编：{PHONE}", [f"phone 邮编 {PHONE}"]),
    "mail-in-address": (f"邮寄地址：{MAIL}", [f"email 邮寄地址 {MAIL}"]),
    "office-as-label": (f"县委巡察办：{PHONE}", [f"phone {PHONE}"]),
    "web-then-comma": (f"网址：www.qinglan.gov.cn，电话：{PHONE}", ["website 网址 www.qinglan.gov.cn", f"phone 电话 {PHONE}"]),
    "web": ("网址：http://www.qinglan.gov.cn/jb", ["website 网址 http://www.qinglan.gov.cn/jb"]),
    "web-and-mail-are-apart": (f"举报网站：www.12388.gov.cn，邮箱：{MAIL}", ["website 举报网站 www.12388.gov.cn", f"email 邮箱 {MAIL}"]),
    "chat-numbers-are-no-phones": ("QQ：12345678901，微信：13900001234", []),
    "kind-behind-the-value": (
        f"联系方式：{PHONE}（电话），{MAIL}（邮箱），443499（邮编）",
        [f"phone 联系方式 {PHONE}", f"email 联系方式 {MAIL}"],
    ),
    "area-code-behind": ("电话：6261234、6261235（区号0717）", [f"phone 电话 {PHONE}", "phone 电话 0717-6261235"]),
    "office-then-number-one-digit-short": ("县委巡察办：0717-626123", ["phone 0717-626123 wrong-length"]),
    "labels-in-corner-brackets": (f"【联系电话】{PHONE}　【邮箱】{MAIL}", [f"phone 联系电话 {PHONE}", f"email 邮箱 {MAIL}"]),
    "digits-behind-words": ("资产编号0717626123", []),
    "partly-hidden": ("联系电话：0717-626****", ["phone 联系电话 0717-626****"]),
    "placeholders": ("联系电话：×××××××，邮箱：***，地址：", []),
    "several-offices": (
        f"青岚县人民法院联系电话：{PHONE}，联系地址：{STREET}，邮政编码：443499。县委巡察办联系电话：0717-6261235。县纪委监委派驻组电话0717-6261236。",
        [
            f"phone 联系电话 {PHONE}", f"address 联系地址 {STREET}", "postcode 邮政编码 443499",
            "phone 联系电话 0717-6261235", "phone 电话 0717-6261236",
        ],
    ),
    # faulty ones
    "stray-spaces": ("联系方式：0377- 6266 1234；邮编：473 099", ["phone 联系方式 0377-62661234 ~", "postcode 邮编 473099 ~"]),
    "full-width-digits": ("电话：０７１７－６２６１２３４", [f"phone 电话 {PHONE} ~"]),
    "em-dash": ("电话：0717—6261234", [f"phone 电话 {PHONE} ~"]),
    "space-in-mailbox": ("邮箱：qlfy@ qinglan.gov.cn", [f"email 邮箱 {MAIL} ~"]),
    "one-digit-more": ("联系电话：0717-62612345", ["phone 联系电话 0717-62612345 wrong-length"]),
    "one-digit-less": ("联系电话：0377-6266123", ["phone 联系电话 0377-6266123 wrong-length"]),
    "second-number-wrong": (f"电话：{PHONE}、62612355", [f"phone 电话 {PHONE}", "phone 电话 0717-62612355 wrong-length"]),
    "unknown-area": ("监督电话：0726-6261234", ["phone 监督电话 0726-6261234 unknown-area-code"]),
    "lost-zero": ("监督电话：717-6261234", [f"phone 监督电话 {PHONE} area-code-without-zero"]),
    "mobile-short": ("电话：1390000123", ["mobile 电话 1390000123 mobile-length"]),
    "service-long": ("热线：400-800-12345", ["hotline 热线 40080012345 service-length"]),
    "nothing-known": ("联系电话：626123456", ["phone 联系电话 626123456 no-such-number"]),
    "fax-wrong": ("传真：0717-62612345", ["fax 传真 0717-62612345 wrong-length"]),
    "letters": ("联系电话：O717-626l234", ["phone 联系电话 O717-626l234 letters-in-number"]),
    "postcode-then-number": ("邮编：443499 6261234", ["postcode 邮编 443499"]),
    "postcode-then-phone": (f"邮编：443499 {PHONE}", ["postcode 邮编 443499", f"phone {PHONE}"]),
    "dot-for-dash": ("电话：0717.6261234", [f"phone 电话 {PHONE} ~"]),
    "postcode-short": ("邮编：44341", ["postcode 邮编 44341 postcode-length"]),
    "postcode-long": ("邮政编码：4434993", ["postcode 邮政编码 4434993 postcode-length"]),
    "postcode-letters": ("邮编：4434I3；", ["postcode 邮编 4434I3 postcode-letters"]),
    "postcode-in-address": ("通信地址：443499", ["postcode 通信地址 443499"]),
    "street-in-postcode": (f"邮政编码：{STREET}", [f"address 邮政编码 {STREET}"]),
    "postcode-none": ("邮编：000000", ["postcode 邮编 000000 postcode-unassigned"]),
    "wide-at": ("邮箱：qlfy＠qinglan.gov.cn", [f"email 邮箱 {MAIL} email-full-width"]),
    "comma-for-dot": ("邮箱：qlfy@qinglan，gov，cn", [f"email 邮箱 {MAIL} email-separator"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), BLOCKS.values(), ids=BLOCKS.keys())
def test_blocks(text, rows):
    assert _seen(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "通过电话回访200余人次，走访企业12345家。",
        "采取登门走访、电话连线、微信视频等方式开展家访12场。",
        "公布举报电话、邮箱，设置举报信箱3个。",
        "2023年共受理12345件来信来访。",
        "整改联系人制度已经建立，共明确联系人27人。",
        "建设路12号院改造已完成，投入资金12388000元。",
        "〔2023〕12号文件要求10-15日内办结。",
    ],
    ids=[
        "phone-visits",
        "phone-interviews",
        "channels",
        "count-like-a-hotline",
        "contact-persons",
        "money-like-a-hotline",
        "file-number",
    ],
)
def test_body_text_holds_no_contacts(text):
    assert _seen(text, public=False) == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("开通“12388”举报电话。", ["hotline 12388"]),
        (f"公布监督电话{PHONE}，接受监督。", [f"phone 监督电话 {PHONE}"]),
        (f"开设专用邮箱{MAIL}。", [f"email 邮箱 {MAIL}"]),
        ("公布举报电话0717-62612345。", ["phone 举报电话 0717-62612345 wrong-length"]),
    ],
)
def test_body_text_that_names_a_number(text, rows):
    assert [row.replace("专用邮箱", "邮箱") for row in _seen(text, public=False)] == rows


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        (MAIL, None),
        ("QLFY@QQ.COM", None),
        ("qlfy[at]163.com", None),
        ("qlfy#163.com（请将#换成@）", None),
        ("jw@yunxihospital.health", None),
        ("qlfy@vip.163.com", None),
        ("qlfy@qinglan.gov.hk", None),
        ("qlfy@hospital.edu.cn", None),
        ("qlfyqinglan.gov.cn", Fault.NO_AT),
        ("qlfy#163.com", Fault.NO_AT),
        ("qlfy@@163.com", Fault.MORE_AT),
        ("ql@fy@163.com", Fault.MORE_AT),
        ("@163.com", Fault.NO_NAME),
        (".qlfy@163.com", Fault.NAME),
        ("qlfy.@163.com", Fault.NAME),
        ("qlfy@", Fault.NO_DOMAIN),
        ("qlfy@163com", Fault.NO_DOT),
        ("qlfy@163,com", Fault.SEPARATOR),
        ("qlfy@163。com", Fault.SEPARATOR),
        ("qlfy@qq", Fault.NO_DOT),
        ("qlfy@163..com", Fault.DOMAIN),
        ("qlfy@.163.com", Fault.DOMAIN),
        ("qlfy@qinglan_gov.cn", Fault.DOMAIN),
        ("qlfy@163.con", Fault.ENDING),
        ("qlfy@163.cm", Fault.ENDING),
        ("qlfy@qinglan.govcn", Fault.ENDING),
        ("qlfy@qinglan.gov.com", Fault.ENDING),
        ("qlfy@qinglan.gov", Fault.ENDING),
        ("qlfy@qinglan.gov.c", Fault.ENDING),
        ("qlfy@qinglan.gov.cn.cn", Fault.ENDING),
        ("qlfy@。", Fault.NO_DOMAIN),
        ("ｑｌｆｙ@163.com", Fault.FULL_WIDTH),
    ],
)
def test_mailboxes(written, fault):
    (mailbox,) = read_labelled(written, fold(written), 0, len(written))
    assert mailbox.fault is fault


@pytest.mark.parametrize("text", ["微博@青岚法院", "***@163.com", "www.qinglan.gov.cn", "县法院"])
def test_no_mailboxes(text):
    assert read_labelled(text, fold(text), 0, len(text)) == []


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("0377- 6266 1234", "0377-62661234"),
        ("０７１７—６２６１２３４", "0717-6261234"),
        ("０７１７ ６２６１２３４", "0717-6261234"),
        ("0717 -- 6261234", "0717-6261234"),
        ("0717.6261234", "0717-6261234"),
        ("(0377) 6266 1234", "(0377)62661234"),
        ("0377-6266 1234转 8001", "0377-62661234转 8001"),
    ],
)
def test_tidy_phone(written, tidy):
    assert tidy_phone(written) == tidy


SIGNED = "中共青岚县人民法院党组\n2023年8月18日\n"
BODY = "青岚县人民法院党组关于巡察整改进展情况的通报\n一、整改落实情况\n" + "".join(
    f"{n}.关于学习不深入问题。组织集中学习{n}次，开展研讨{n + 1}次，完善制度{n + 2}项。\n" for n in range(1, 15)
)


def _contacts(text: str) -> tuple[Source, tuple[Contact, ...]]:
    source = Source("draft.txt", text)
    return source, Facts(parse(source)).contacts


def test_a_block_of_lines_belongs_to_its_organisation():
    source, contacts = _contacts(
        f"{BODY}三、联系方式\n1.青岚县人民法院\n电  话：{PHONE}\n地  址：{STREET}\n2.县委巡察办\n电  话：0717-6261235\n{SIGNED}"
    )
    assert [contact.value for contact in contacts] == [PHONE, STREET, "0717-6261235"]
    assert all(contact.public for contact in contacts)
    assert all(source.slice(contact.label or contact.span) in ("电  话", "地  址") for contact in contacts)


def test_organisations_inside_one_paragraph():
    source, contacts = _contacts(
        f"{BODY}欢迎监督。青岚县人民法院联系电话：{PHONE}，地址：{STREET}。县委巡察办联系电话：0717-6261235。\n{SIGNED}"
    )
    names = [source.slice(contact.organisation) if contact.organisation else None for contact in contacts]
    assert names == ["青岚县人民法院", "青岚县人民法院", "县委巡察办"]


def test_an_organisation_is_named_without_the_verb_before_it():
    source, contacts = _contacts(f"{BODY}欢迎监督，如有意见请拨打县纪委监委举报电话{PHONE}。\n{SIGNED}")
    assert [source.slice(contact.organisation) if contact.organisation else None for contact in contacts] == [
        "县纪委监委"
    ]


def test_a_label_may_stand_alone_on_its_line():
    source, contacts = _contacts(f"{BODY}欢迎广大干部群众监督。\n联系电话：\n{PHONE}\n邮箱：{MAIL}\n{SIGNED}")
    assert [(contact.value, contact.label and source.slice(contact.label)) for contact in contacts] == [
        (PHONE, "联系电话"),
        (MAIL, "邮箱"),
    ]


def test_a_number_in_the_body_is_not_for_the_public():
    _, contacts = _contacts(
        f"{BODY}15.关于渠道不畅问题。公布举报电话{PHONE}，畅通“12388”热线。\n二、下一步打算\n持续整改。\n{SIGNED}"
    )
    assert [contact.value for contact in contacts] == [PHONE, "12388"]
    assert not any(contact.public for contact in contacts)
    assert published(contacts) == ()


def test_a_measure_near_the_end_is_not_for_the_public():
    _, contacts = _contacts("一、整改落实情况\n开通举报电话12388，设置举报信箱3个。\n欢迎广大干部群众监督。\n" + SIGNED)
    assert [contact.public for contact in contacts] == [False]


def test_contacts_in_the_opening_invitation_are_for_the_public():
    _, contacts = _contacts(
        f"青岚县人民法院党组关于巡察整改进展情况的通报\n现将整改情况予以公布，欢迎干部群众监督。联系电话：{PHONE}。\n"
        + BODY.split("\n", 1)[1]
        + SIGNED
    )
    assert [contact.public for contact in contacts] == [True]


def test_a_note_in_brackets_counts():
    _, contacts = _contacts(f"{BODY}{SIGNED}（联系人：李明，联系电话：{PHONE}）\n")
    assert [contact.value for contact in contacts if contact.public] == [PHONE]


def test_a_table_is_read_by_its_head():
    source, contacts = _contacts(
        f"{BODY}欢迎广大干部群众监督，联系方式如下：\n\n| 单位 | 联系电话 | 电子邮箱 |\n|---|---|---|\n"
        f"| 县法院 | {PHONE} | {MAIL} |\n| 县委巡察办 | 0717-62612355 | |\n{SIGNED}"
    )
    found = [(contact.value, contact.label and source.slice(contact.label), contact.problem) for contact in contacts]
    assert found == [
        (PHONE, "联系电话", ""),
        (MAIL, "电子邮箱", ""),
        ("0717-62612355", "联系电话", "wrong-length"),
    ]
    assert all(contact.public for contact in contacts)


def test_a_table_may_name_its_rows():
    source, contacts = _contacts(
        f"{BODY}欢迎广大干部群众监督。\n\n| 项目 | 内容 |\n|---|---|\n| 联系电话 | 6261234 |\n| 电子邮箱 | {MAIL} |\n| 通信地址 | {STREET} |\n{SIGNED}"
    )
    found = [(contact.value, contact.label and source.slice(contact.label)) for contact in contacts]
    assert found == [("6261234", "联系电话"), (MAIL, "电子邮箱"), (STREET, "通信地址")]


@pytest.mark.parametrize(
    "opening",
    ["监督电话：\n", "监督电话\n", "二、监督电话\n", "欢迎监督。联系方式如下：\n"],
    ids=["label", "bare", "heading", "sentence"],
)
def test_a_label_governs_the_lines_below_it(opening):
    _, contacts = _contacts(f"{BODY}{opening}县法院办公室 6261234\n县委巡察办：6261235\n{SIGNED}")
    assert [(contact.value, contact.public) for contact in contacts] == [("6261234", True), ("6261235", True)]


def test_a_line_of_its_own_is_for_the_public_wherever_it_stands():
    _, contacts = _contacts(BODY.replace("\n", f"\n监督电话：{PHONE}\n", 1) + SIGNED)
    assert [contact.public for contact in contacts] == [True]


def test_details_before_a_long_annex_are_for_the_public():
    annex = "附件\n青岚县人民法院制度清单\n" + "".join(f"{n}.青岚县人民法院第{n}号办法。\n" for n in range(1, 20))
    _, contacts = _contacts(f"{BODY}意见可反馈至县法院，电话：{PHONE}。\n{SIGNED}{annex}")
    assert [contact.public for contact in contacts] == [True]


@pytest.mark.parametrize(
    "words",
    [
        "欢迎广大干部群众监督。",
        "诚恳接受社会各界和广大群众监督。",
        "现予以公开，接受干部群众监督。",
        "广大干部群众可通过来信、来电、来访等方式反映意见建议。",
        "期待您的宝贵意见。",
        "对本通报内容有疑问的，可按下列方式联系。",
        "公开期内，可向我局反映情况和问题。",
        "意见反馈方式：",
        "监督举报方式如下：",
    ],
)
def test_an_invitation_has_many_forms(words):
    assert invitation.find(words) is not None


@pytest.mark.parametrize(
    "words",
    [
        "主动接受人大监督、民主监督。",
        "监督举报渠道不畅通的问题。",
        "加强对权力运行的制约和监督。",
        "请示报告制度落实不到位。",
    ],
)
def test_a_measure_is_no_invitation(words):
    assert invitation.find(words) is None


@pytest.mark.parametrize(
    "label",
    [
        "电子邮箱", "邮箱", "电子信箱", "网络邮箱", "E-mail", "email", "邮政编码", "邮编", "邮码", "邮政信箱", "专用信箱", "信箱", "网址", "官方网站",
        "门户网站", "举报网站", "官网", "联系方式", "联络方式", "反映渠道", "受理方式", "监督渠道", "传真", "FAX", "Fax", "电话", "手机", "热线", "座机",
        "拨打", "致电", "请拨打", "可致电", "TEL", "Tel", "Phone", "☎", "地址", "接访地点", "办公地点", "来访地点", "通讯地点", "地点", "来信", "信函",
        "书信请寄至", "材料寄送至", "举报信邮寄到", "请寄至", "可邮寄至", "寄往", "联系人", "收件人", "经办人", "接待人", "受理人", "工作时间", "办公时间",
        "受理时间", "接听时间", "值班时间", "服务时间", "公示期限", "时间", "QQ", "微信", "公众号", "帐号", "账号", "卡号", "开户行", "信用代码", "备案号",
        "身份证号",
    ],
)  # fmt: skip
def test_every_label_is_known(label):
    found = find(f"{label}：", public=True)[1]
    assert [(each.start, each.end) for each in found] == [(0, len(label))]


@pytest.mark.parametrize("label", ["通信地址：", "邮政编码："])
def test_the_signing_body_is_no_value_of_an_empty_label(label):
    _, contacts = _contacts(f"{BODY}欢迎监督。\n联系电话：{PHONE}\n{label}\n\n{SIGNED}")
    assert [contact.value for contact in contacts] == [PHONE]


@pytest.mark.parametrize(
    "closing",
    [
        f"欢迎监督，电话{PHONE}，邮箱{MAIL}，地址{STREET}，邮编443499。\n",
        f"欢迎监督。\n电话 {PHONE}\n邮箱 {MAIL}\n地址 {STREET}\n邮编 443499\n",
        f"欢迎监督。\n\n- 电话 {PHONE}\n- 邮箱 {MAIL}\n- 地址 {STREET}\n- 邮编 443499\n",
    ],
    ids=["sentence", "lines", "list"],
)
@pytest.mark.parametrize(
    "behind", ["", "\n【打印】【关闭】\n", "\n审稿人 李明\n"], ids=["nothing", "buttons", "stray-line"]
)
def test_labels_without_colons_are_for_the_public_at_the_end(closing, behind):
    _, contacts = _contacts(f"{BODY}{closing}\n{SIGNED}{behind}")
    assert [contact.value for contact in published(contacts)] == [PHONE, MAIL, STREET]


def test_page_residue_does_not_count():
    _, contacts = _contacts(
        f"{BODY}{SIGNED}\n主办单位：青岚县委政法委 投稿邮箱：qlzf@qq.com\nCopyright © 2023 版权所有 备案号：湘ICP备11020403号\n"
    )
    assert published(contacts) == ()


def test_spans_hold_in_markdown():
    source = Source("draft.md", f"# 通报\n\n欢迎监督。**联系电话**：`{PHONE}`，邮箱：*{MAIL}*。\n", markup="markdown")
    contacts = Facts(parse(source)).contacts
    assert [source.slice(contact.span) for contact in contacts] == [PHONE, MAIL]


def test_block_is_the_last_details_that_stand_together():
    source, contacts = _contacts(f"{BODY}欢迎监督。联系电话：{PHONE}\n通信地址：{STREET}\n{SIGNED}")
    span = block(contacts)
    assert span is not None
    assert source.slice(span) == f"联系电话：{PHONE}\n通信地址：{STREET}"


_PIECES = st.sampled_from(
    ["联系电话", "电  话", "：", ":", "0717-6261234", "0717", "６２６", "邮箱", "@", "＠", "qlfy", "163.com", "地址", STREET, "，", "。", "；", "\n", " ",
     "　", "邮编", "443499", "216号信箱", "（", "）", "欢迎监督", "12388", "转", "-", "—", "县法院", "|", "网址", "www.a.cn", "一、", "#", "["]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_text_is_read_without_fail(text):
    source, contacts = _contacts(text)
    for contact in contacts:
        assert 0 <= contact.span.start < contact.span.end <= len(text)
        assert contact.node.span.contains(contact.span)
        assert contact.value
        if contact.label:
            assert source.slice(contact.label).strip()
    for public in (True, False):
        details, _ = find(text, public)
        for before, after in pairwise(details):
            assert before.end <= after.start


def test_promised_kind_is_open_where_the_label_is():
    (detail,), _ = find(f"联系方式：{PHONE}", True)
    assert detail.label is not None
    assert promised(detail.label) is None
