"""PII003: somebody's own mobile number in a text for publication."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.rule import EVERY_GENRE, Bad, Draft, Finding, Good, Rule, Severity, Text


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag mobile numbers: beside a person as errors, elsewhere in the text as warnings; an office's own line is none."""
    for fact in draft.facts.personal:
        if fact.kind == "mobile":
            yield Finding(fact.span, {"number": fact.span}, fact.form, "firm" if fact.firm else "thin")


RULE = Rule(
    code="PII003",
    name="personal-mobile",
    genres=EVERY_GENRE,
    severity=Severity.ERROR,
    grades={"thin": Severity.WARNING},
    summary=Text(
        "联系方式以外的地方有手机号码。",
        "A mobile number stands in the text outside the contact details.",
    ),
    messages={
        "main": Text(
            "“{number}”（已遮盖）是写在具体的人后面的手机号码，属于个人信息。",
            "“{number}” (masked here) is a mobile number given for a certain person, which is personal information.",
        ),
        "alone": Text(
            "正文里有手机号码“{number}”（已遮盖），看不出是单位公布的联系电话。",
            "The text holds the mobile number “{number}” (masked here), and nothing says that it is an office's contact line.",
        ),
    },
    help=Text(
        "个人的手机号码整个删去；如果是单位公布的联系电话，请移到文末联系方式里，并写明“联系电话”。",
        "Delete a private number whole; if it is the office's line, move it to the contact details and label it.",
    ),
    why=Text(
        "电话号码是个人信息，机关对履职中知悉的个人信息应当保密；当事人的号码公开后会受到骚扰。",
        "A telephone number is personal information that an office must keep confidential; once published it invites harassment.",
    ),
    basis=Text(
        "《中华人民共和国民法典》第一千零三十四条、第一千零三十九条；《中华人民共和国个人信息保护法》第二十五条",
        "Civil Code, articles 1034 and 1039; Personal Information Protection Law, article 25",
    ),
    check=check,
    examples=(
        Bad("一、整改情况\n已电话回访投诉人赵某（手机：⟦139 0000 0000⟧），对处理结果表示满意。\n"),
        Bad("一、整改情况\n村民赵建国⟦13900000000⟧的低保待遇已恢复。\n"),
        Bad("一、整改情况\n经拨打⟦13900000000⟧核实，救助款已发放到位。\n", severity=Severity.WARNING),
        Good("联系电话：13900000000；邮寄地址：青岚县人民路1号。\n中共青岚县大河镇委员会\n2024年3月5日\n"),
        Good("一、整改情况\n开通监督举报手机13900000000，24小时值班。\n"),
        Good("一、整改情况\n涉及资金13900000000元，订单号13900000001已核销。\n"),
        Good("一、整改情况\n1.举报电话：13900000000。\n2.局长接待日电话13900000001，微信同号。\n"),
        Good("一、整改情况\n公示联系人：赵建国，13900000000。\n"),
    ),
)
