"""PII005: who reported, complained or petitioned."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.rule import EVERY_GENRE, Bad, Draft, Finding, Good, Rule, Severity, Text


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag the name, the telephone and the workplace of somebody who reported; a mobile number has a rule of its own."""
    for fact in draft.facts.personal:
        if fact.kind == "informant":
            yield Finding(fact.span, {"words": fact.span}, fact.form)


RULE = Rule(
    code="PII005",
    name="informant",
    genres=EVERY_GENRE,
    severity=Severity.WARNING,
    summary=Text(
        "举报人、信访人的姓名、电话或单位没有隐去。",
        "The name, the telephone or the workplace of somebody who reported or petitioned is given away.",
    ),
    messages={
        "name": Text(
            "“{words}”（已遮盖）是举报人、信访人或投诉人的姓名，没有隐去。",
            "“{words}” (masked here) is the full name of somebody who reported, petitioned or complained.",
        ),
        "phone": Text(
            "“{words}”（已遮盖）是举报人、信访人或投诉人的电话。",
            "“{words}” (masked here) is the telephone of somebody who reported, petitioned or complained.",
        ),
        "unit": Text(
            "“{words}”（已遮盖）是举报人、信访人或投诉人的单位，容易认出是谁。",
            "“{words}” (masked here) is the workplace of somebody who reported, petitioned or complained, and may tell who it is.",
        ),
    },
    help=Text(
        "公开稿里只写“举报人”“信访人”或“群众”，不写姓名、电话和单位；确需区分时用“李某某”。",
        "Write only that somebody reported or petitioned: no name, telephone or workplace; where two must be told apart, a surname with 某某.",
    ),
    why=Text(
        "举报人、信访人的情况不得透露给被举报的人和单位；写进公开稿，等于告诉了所有人。",
        "Who reported must not become known to those reported; in a published text everybody reads it.",
    ),
    basis=Text("《信访工作条例》第三十条", "Regulations on petition work, article 30"),
    check=check,
    examples=(
        Bad("一、整改情况\n举报人⟦李建国⟧反映的食堂采购问题已查实。\n"),
        Bad("一、整改情况\n信访人：⟦张伟⟧，反映征地补偿不到位，已办结。\n"),
        Bad("一、整改情况\n根据⟦赵建华⟧实名举报，对该合同重新审计。\n"),
        Bad("一、整改情况\n反映人系⟦青岚县第二中学⟧教师，已当面答复。\n"),
        Bad("一、整改情况\n已按投诉人电话⟦0717-5550132⟧回访并解释。\n"),
        Bad("| 序号 | 信访人 | 反映事项 |\n| --- | --- | --- |\n| 1 | ⟦李建国⟧ | 道路积水 |\n"),
        Good("一、整改情况\n投诉人李女士、信访人刘桂兰（化名）反映的问题已办结。\n"),
        Good("一、整改情况\n举报人李某某、信访人王××反映的问题已办结。\n"),
        Good("一、整改情况\n完善举报人信息保护制度，对信访人员分级疏导，向举报人反馈结果。\n"),
        Good("一、整改情况\n举报人陈述的事实、投诉人安全均有记录，信访人于2023年5月息诉，对被举报人王建军立案。\n"),
        Good("欢迎监督。举报人电话举报请拨0717-5550132。\n"),
    ),
)
