"""CON011: a contact detail under the wrong label, or under none."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.facts.model import PHONES, Contact, ContactKind
from disclosure_lint.rule import (
    DISCLOSURES,
    PRACTICE,
    Bad,
    Draft,
    Edit,
    Finding,
    Fix,
    Good,
    Related,
    Rule,
    Safety,
    Severity,
    Span,
    Text,
)

_NAMES = {
    ContactKind.PHONE: Text("电话号码", "a phone number"),
    ContactKind.MOBILE: Text("手机号码", "a mobile number"),
    ContactKind.HOTLINE: Text("热线电话", "a hotline"),
    ContactKind.EMAIL: Text("电子邮箱", "an e-mail address"),
    ContactKind.ADDRESS: Text("街道地址", "a street address"),
    ContactKind.PO_BOX: Text("邮政信箱", "a P.O. box"),
    ContactKind.POSTCODE: Text("邮政编码", "a postcode"),
    ContactKind.WEBSITE: Text("网址", "a web address"),
}
_FITS = {
    ContactKind.PHONE: PHONES | {ContactKind.FAX},
    ContactKind.FAX: PHONES | {ContactKind.FAX},
    ContactKind.ADDRESS: frozenset({ContactKind.ADDRESS, ContactKind.PO_BOX}),
}
_LINES = frozenset({ContactKind.PHONE, ContactKind.MOBILE})
_OTHER = Text("别的内容", "something else")
_JOINED = "/、及和与"
_CALLS = ("话", "电", "热线", "传真", "手机", "联系", "联络", "拨打", "致电", "☎", "Tel", "TEL")
_MARKS = tuple("。；;，,、！!\n")  # behind any other character stands the name of whoever answers
_NEAR = 200  # characters within which a label for the first of several numbers is still in mind


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag labels that promise something else, and a number that nothing introduces."""
    called = False
    for contact in draft.facts.contacts:
        called = called or _is_called(draft, contact)
        if contact.label and contact.labelled and not _fits(contact.kind, contact.labelled):
            if draft.source.text[max(contact.label.start - 1, 0)] not in _JOINED:  # 电话/邮箱： announces both
                yield _mislabelled(contact, contact.label)
        elif (
            contact.kind in _LINES and contact.public and not contact.label and not contact.organisation and not called
        ):
            yield Finding(contact.span, {"number": contact.span}, "unlabelled")


def _fits(kind: ContactKind, labelled: ContactKind) -> bool:
    return kind is labelled or kind in _FITS.get(labelled, ())


def _is_called(draft: Draft, contact: Contact) -> bool:
    """Whether some word before a number says that it is one to call."""
    if contact.kind in PHONES and contact.label:
        return True
    before = draft.source.text[max(contact.span.start - _NEAR, 0) : contact.span.start]
    return any(word in before for word in _CALLS) or before.rstrip(" \u3000")[-1:] not in _MARKS


def _mislabelled(contact: Contact, label: Span) -> Finding:
    name = _NAMES.get(contact.kind, _OTHER)
    related = Related(contact.span, Text("这里写的是{kind}", "this is {kind}"), {"kind": name})
    fix = None
    if contact.kind is ContactKind.ADDRESS:
        title = Text("把标签改为“通信地址”", "change the label to 通信地址")
        fix = Fix(title, (Edit(label, "通信地址"),), Safety.UNSAFE)
    return Finding(label, {"label": label, "kind": name}, related=(related,), fix=fix)


RULE = Rule(
    code="CON011",
    name="contact-mislabelled",
    genres=DISCLOSURES,
    severity=Severity.INFO,
    summary=Text(
        "联系方式的标签与内容不符，或者号码前没有标签。",
        "A contact detail stands under a label that promises something else, or a number under none.",
    ),
    messages={
        "main": Text(
            "“{label}”后面写的是{kind}，标签与内容不符。", "What follows “{label}” is {kind}: the label does not fit."
        ),
        "unlabelled": Text(
            "“{number}”前面没有写明是什么号码。",
            "Nothing says what “{number}” is.",
        ),
    },
    help=Text(
        "把标签改成与内容相符的，如街道地址写“通信地址”，有信箱号的才写“邮政信箱”；号码前写“联系电话”。",
        "Let the label name what follows: 通信地址 for a street, 邮政信箱 for a numbered P.O. box, 联系电话 for a phone.",
    ),
    why=Text(
        "标签不符，读者会误认为是另一种联系方式，寄信、打电话都可能出错。",
        "Readers take the detail for something else, and letters or calls go wrong.",
    ),
    basis=PRACTICE,
    fixes=(Safety.UNSAFE,),
    check=check,
    examples=(
        Bad(
            "欢迎监督。联系电话：0717-6261234；⟦邮政信箱⟧：青岚县城关镇建设路12号县法院。\n"
            "中共青岚县人民法院党组\n2023年8月18日\n",
            fixed="欢迎监督。联系电话：0717-6261234；通信地址：青岚县城关镇建设路12号县法院。\n"
            "中共青岚县人民法院党组\n2023年8月18日\n",
        ),
        Bad("欢迎监督。⟦邮政编码⟧：0717-6261234。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Bad("欢迎广大干部群众监督。⟦0717-6261234⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good(
            "欢迎监督。邮政信箱：青岚县216号邮政专用信箱；举报信箱：qlfy@qinglan.gov.cn。\n中共青岚县人民法院党组\n2023年8月18日\n"
        ),
        Good(
            "欢迎监督。联系电话：县法院督察室0717-6261234，县委巡察办0717-6261235。\n中共青岚县人民法院党组\n2023年8月18日\n"
        ),
        Good("欢迎监督，反映问题请拨打0717-6261234。\n中共青岚县人民法院党组\n2023年8月18日\n"),
    ),
)
