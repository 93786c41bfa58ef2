"""CON005: a phone number that cannot be right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_lint.facts.model import Contact
from disclosure_lint.rule import (
    DISCLOSURES,
    Bad,
    Draft,
    Edit,
    Finding,
    Fix,
    Good,
    Rule,
    Safety,
    Severity,
    Span,
    Text,
    Value,
)

if TYPE_CHECKING:
    from disclosure_lint.facts.contacts.phones import Fault

_EXPECTED = {"mobile-length": "11", "service-length": "10"}


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag numbers with an unknown area code or the wrong count of digits."""
    from disclosure_lint.facts.contacts.phones import Fault

    faults = {fault.value: fault for fault in Fault}
    for contact in draft.facts.contacts:
        fault = faults.get(contact.problem)
        if fault:
            yield _finding(contact, fault)


def _finding(contact: Contact, fault: Fault) -> Finding:
    from disclosure_lint.facts.contacts.phones import Fault, lengths

    area, _, rest = contact.value.partition("-")
    digits = rest.partition("-")[0] if rest else area
    fields: dict[str, Value] = {"number": contact.span, "digits": len(digits)}
    if fault is Fault.LETTERS:
        letters = "、".join(dict.fromkeys(filter(str.isalpha, contact.value)))
        return Finding(contact.span, {"number": contact.span, "letters": letters}, fault.value)
    if fault is Fault.WRONG_LENGTH:
        right = [str(length) for length in lengths(area)]
        fields |= {"area": area, "expected": Text("或".join(right), " or ".join(right))}
        values = {"stated": str(len(digits)), "computed": "/".join(right)}
        return Finding(contact.span, fields, fault.value, values=values)
    if fault in _EXPECTED:
        return Finding(
            contact.span, fields, fault.value, values={"stated": str(len(digits)), "computed": _EXPECTED[fault]}
        )
    if fault is Fault.MISSING_ZERO:
        title = Text("在区号前补上“0”", "put a 0 before the area code")
        start = contact.span.start
        fix = Fix(title, (Edit(Span(start, start), "0"),), Safety.UNSAFE)
        return Finding(contact.span, fields | {"area": area}, fault.value, fix=fix)
    return Finding(contact.span, fields | {"area": area}, fault.value)


RULE = Rule(
    code="CON005",
    name="invalid-phone",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    summary=Text(
        "电话号码写错了：区号不存在、位数不对，或者混入了字母。",
        "A phone number nobody can dial: an area code that does not exist, the wrong number of digits, or letters among them.",
    ),
    messages={
        "wrong-length": Text(
            "区号{area}的电话号码应为{expected}位，这里是{digits}位：“{number}”。",
            "Phone numbers with the area code {area} have {expected} digits, this one has {digits}: “{number}”.",
        ),
        "unknown-area-code": Text(
            "没有{area}这个区号：“{number}”。",
            "There is no area code {area}: “{number}”.",
        ),
        "area-code-without-zero": Text(
            "区号前面少了0，应为{area}：“{number}”。",
            "The area code lacks its 0 and should be {area}: “{number}”.",
        ),
        "mobile-length": Text(
            "手机号码应为11位，这里是{digits}位：“{number}”。",
            "Mobile numbers have 11 digits, this one has {digits}: “{number}”.",
        ),
        "service-length": Text(
            "400、800电话应为10位，这里是{digits}位：“{number}”。",
            "Numbers under 400 and 800 have 10 digits, this one has {digits}: “{number}”.",
        ),
        "letters-in-number": Text(
            "电话号码里混入了字母（{letters}）：“{number}”。",
            "Letters ({letters}) stand among the digits of the phone number: “{number}”.",
        ),
        "no-such-number": Text(
            "“{number}”有{digits}位，既不是固定电话，也不是手机或热线。",
            "“{number}” has {digits} digits: neither a landline nor a mobile nor a hotline.",
        ),
    },
    help=Text(
        "与单位实际使用的号码核对，改正后拨打一次。",
        "Check it against the number the office really uses, correct it, and dial it once.",
    ),
    why=Text(
        "号码错一位，群众就打不进来，还可能打扰到别人。",
        "With one wrong digit nobody can get through, and a stranger may get the calls.",
    ),
    basis=Text(
        "实践做法；区号和位数依据公开的电话号码数据libphonenumber",
        "practice; area codes and lengths come from the public metadata of libphonenumber",
    ),
    fixes=(Safety.UNSAFE,),
    check=check,
    examples=(
        Bad("联系电话：⟦0717-62612340⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Bad("联系电话：0717-6261234、⟦62612355⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Bad("联系电话：0717-6261234、⟦626123⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Bad("举报电话：⟦7017-6261234⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Bad("举报电话：⟦0726-6261234⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Bad(
            "监督电话：⟦717-6261234⟧。\n中共青岚县人民法院党组\n2023年8月18日\n",
            fixed="监督电话：0717-6261234。\n中共青岚县人民法院党组\n2023年8月18日\n",
        ),
        Bad("值班电话（手机）：⟦1390000123⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Bad("服务热线：⟦400-800-12345⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Bad("联系电话：⟦O717-626l234⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Bad("联系电话：⟦626123456⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good(
            "联系电话：（0377）6266 1234转8001、0717-6261234/6261235，举报电话：12388。\n中共青岚县人民法院党组\n2023年8月18日\n"
        ),
        Good("联系电话：6261234（办公室），选人用人监督电话：0717-12380。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good("电话回访群众12345人次。\n中共青岚县人民法院党组\n2023年8月18日\n"),
    ),
)
