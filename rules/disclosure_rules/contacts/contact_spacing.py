"""CON008: stray spaces and odd characters inside a contact detail."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.facts.model import Contact, ContactKind
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
    Value,
)

_NUMBERS = frozenset({ContactKind.PHONE, ContactKind.MOBILE, ContactKind.HOTLINE, ContactKind.FAX})
_ODD = ("--", ".", "·", "．")  # besides the dashes, what stands for the hyphen of a phone number


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag what is right but for its spaces, widths or dashes; what is wrong besides has a finding of its own."""
    for contact in draft.facts.contacts:
        if contact.spaced and not contact.problem:
            yield _finding(draft, contact)


def _finding(draft: Draft, contact: Contact) -> Finding:
    written = draft.source.slice(contact.span)
    tidy = _tidy(draft, contact)
    title = Text("去掉多余的空格，改用半角字符", "take out the spaces and write half-width characters")
    fix = Fix(title, (Edit(contact.span, tidy),))
    grade = "thin" if _misleads_nobody(draft, written) else "firm"
    fields: dict[str, Value] = {"written": contact.span, "strays": _strays(written, contact.kind in _NUMBERS)}
    if contact.kind is ContactKind.MOBILE:  # the message must not repeat a number that reports may mask
        return Finding(contact.span, fields, "mobile", grade, fix=fix)
    return Finding(contact.span, fields | {"tidy": tidy}, "main", grade, fix=fix)


def _misleads_nobody(draft: Draft, written: str) -> bool:
    """A dash of another length (0717—6261234) misleads nobody, nor do full-width digits where the draft writes all of them so."""
    if _is_spaced(written):
        return False
    if not _is_wide(written):
        return True
    from disclosure_lint.facts.marks import digits

    return digits.are_wide(draft.document)


def _strays(written: str, number: bool) -> Text:
    """What does not belong there, in words."""
    found = [
        words
        for words, there in (
            (Text("多余的空格", "stray spaces"), _is_spaced(written)),
            (Text("全角数字", "full-width digits"), _is_wide(written)),
            (Text("不规范的横线", "an odd dash"), number and _is_oddly_dashed(written)),
        )
        if there
    ]
    return Text("、".join(words.zh for words in found), " and ".join(words.en for words in found))


def _is_spaced(written: str) -> bool:
    return any(map(str.isspace, written))


def _is_wide(written: str) -> bool:
    return any("０" <= character <= "９" for character in written)


def _is_oddly_dashed(written: str) -> bool:
    from disclosure_lint.facts.contacts.folding import DASHES

    return any(mark in written for mark in (*DASHES, *_ODD))


def _tidy(draft: Draft, contact: Contact) -> str:
    from disclosure_lint.facts.contacts.details import tidy_phone

    return tidy_phone(draft.source.slice(contact.span)) if contact.kind in _NUMBERS else contact.value


RULE = Rule(
    code="CON008",
    name="contact-spacing",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    structural=True,
    grades={"thin": Severity.INFO},
    summary=Text(
        "电话、邮箱、邮编里有多余的空格、全角数字或不规范的横线。",
        "Stray spaces, full-width digits or odd dashes inside a phone number, an e-mail address or a postcode.",
    ),
    messages={
        "main": Text(
            "“{written}”里有{strays}，应写作“{tidy}”。",
            "“{written}” holds {strays}; it should read “{tidy}”.",
        ),
        "mobile": Text(
            "“{written}”里有{strays}。",
            "“{written}” holds {strays}.",
        ),
    },
    help=Text(
        "按提示的写法改：数字连写，区号后用半角短横线“-”。",
        "Write it as shown: the digits together, with a plain hyphen after the area code.",
    ),
    why=Text(
        "多余的空格多半是排版留下的，读者会怀疑号码缺了一位，复制去拨打、发信也会出错。",
        "Such spaces are left over from layout; readers wonder whether a digit is missing, and copying the number fails.",
    ),
    basis=PRACTICE,
    fixes=(Safety.SAFE,),
    check=check,
    examples=(
        Bad(
            "联系电话：⟦0377- 6266 1234⟧；邮编：⟦473 099⟧。\n中共青岚县人民法院党组\n2023年8月18日\n",
            fixed="联系电话：0377-62661234；邮编：473099。\n中共青岚县人民法院党组\n2023年8月18日\n",
        ),
        Bad(
            "联系电话：⟦０７１７—６２６１２３４⟧。\n中共青岚县人民法院党组\n2023年8月18日\n",
            fixed="联系电话：0717-6261234。\n中共青岚县人民法院党组\n2023年8月18日\n",
        ),
        Bad(
            "联系电话：⟦0717—6261234⟧。\n中共青岚县人民法院党组\n2023年8月18日\n",
            severity=Severity.INFO,
            fixed="联系电话：0717-6261234。\n中共青岚县人民法院党组\n2023年8月18日\n",
        ),
        Bad(
            "电子邮箱：⟦qlfy@ qinglan.gov.cn⟧。\n中共青岚县人民法院党组\n2023年8月18日\n",
            fixed="电子邮箱：qlfy@qinglan.gov.cn。\n中共青岚县人民法院党组\n2023年8月18日\n",
        ),
        Bad(
            "一、整改情况\n反馈的２８个问题，已于２０２３年６月３０日前全部完成整改，修订制度１２项，清退资金４．６万元。\n"
            "联系电话：⟦０７１７－６２６１２３４⟧。\n中共青岚县人民法院党组\n２０２３年８月１８日\n",
            severity=Severity.INFO,
            fixed="一、整改情况\n反馈的２８个问题，已于２０２３年６月３０日前全部完成整改，修订制度１２项，清退资金４．６万元。\n"
            "联系电话：0717-6261234。\n中共青岚县人民法院党组\n２０２３年８月１８日\n",
        ),
        Good(
            "联系电话：0717-6261234；手机：139 0000 1234；服务热线：400 800 1234。\n中共青岚县人民法院党组\n2023年8月18日\n"
        ),
        Good("电  话：（0377）62661234\n邮  编：473099\n中共青岚县人民法院党组\n2023年8月18日\n"),
    ),
)
