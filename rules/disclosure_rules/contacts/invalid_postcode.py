"""CON007: a postcode that cannot be right."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.rule import DISCLOSURES, PRACTICE, Bad, Draft, Finding, Good, Rule, Severity, Text

_VARIANTS = {"postcode-length": "main", "postcode-unassigned": "unassigned", "postcode-letters": "letters"}


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag postcodes that have not six digits, or begin with digits no region has."""
    for contact in draft.facts.contacts:
        variant = _VARIANTS.get(contact.problem)
        if variant == "main":
            values = {"stated": str(len(contact.value)), "computed": "6"}
            yield Finding(contact.span, {"postcode": contact.span, "digits": len(contact.value)}, values=values)
        elif variant == "letters":
            letters = "、".join(dict.fromkeys(filter(str.isalpha, contact.value)))
            yield Finding(contact.span, {"postcode": contact.span, "letters": letters}, variant)
        elif variant:
            yield Finding(contact.span, {"postcode": contact.span, "digits": contact.value[:2]}, variant)


RULE = Rule(
    code="CON007",
    name="invalid-postcode",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    summary=Text(
        "邮政编码不是6位，或者没有这样的编码。", "A postcode that does not have six digits, or does not exist."
    ),
    messages={
        "main": Text(
            "邮政编码应为6位，这里是{digits}位：“{postcode}”。",
            "Postcodes have 6 digits, this one has {digits}: “{postcode}”.",
        ),
        "letters": Text(
            "邮政编码里混入了字母（{letters}）：“{postcode}”。",
            "Letters ({letters}) stand among the digits of the postcode: “{postcode}”.",
        ),
        "unassigned": Text(
            "没有以{digits}开头的邮政编码：“{postcode}”。",
            "No postcode begins with {digits}: “{postcode}”.",
        ),
    },
    help=Text(
        "核对所在地的邮政编码，写成连续的6位数字。", "Look up the postcode of the place and write its six digits."
    ),
    why=Text("邮政编码写错，信件会被退回或耽搁。", "With a wrong postcode letters come back or are delayed."),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad("地址：青岚县城关镇建设路12号，邮编：⟦44341⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Bad("地址：青岚县城关镇建设路12号，邮政编码：⟦4434993⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Bad("地址：青岚县城关镇建设路12号（邮编：⟦000000⟧）。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Bad("地址：青岚县城关镇建设路12号，邮编：⟦4434l3⟧。\n中共青岚县人民法院党组\n2023年8月18日\n"),
        Good(
            "地址：青岚县城关镇建设路12号，邮  编：443499，电话：0717-6261234。\n中共青岚县人民法院党组\n2023年8月18日\n"
        ),
        Good("地址：青岚县城关镇建设路12号，邮编：030001。\n中共青岚县人民法院党组\n2023年8月18日\n"),
    ),
)
