"""PII004: where somebody lives."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.rule import EVERY_GENRE, Bad, Draft, Finding, Good, Rule, Severity, Text


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag homes told down to the house or the villagers' group."""
    for fact in draft.facts.personal:
        if fact.kind == "address":
            yield Finding(fact.span, {"address": fact.span})


RULE = Rule(
    code="PII004",
    name="home-address",
    genres=EVERY_GENRE,
    severity=Severity.WARNING,
    summary=Text("文中有个人的家庭住址。", "Somebody's home address stands in the text."),
    messages={
        "main": Text(
            "“{address}”（已遮盖）是具体到门牌或村组的个人住址。",
            "“{address}” (masked here) is somebody's home, told down to the house or the villagers' group.",
        )
    },
    help=Text(
        "删去门牌、单元和村组，最多写到县（市、区）或乡镇；能不写就不写。",
        "Take out house, unit and villagers' group; name the county or township at the most, or nothing.",
    ),
    why=Text(
        "住址是个人信息，同姓氏、案由放在一起就能认出人来；机关对履职中知悉的住址应当保密。",
        "An address is personal information; with a surname and a matter it identifies people, and an office must keep it confidential.",
    ),
    basis=Text(
        "《中华人民共和国民法典》第一千零三十四条、第一千零三十九条；《中华人民共和国个人信息保护法》第二十五条",
        "Civil Code, articles 1034 and 1039; Personal Information Protection Law, article 25",
    ),
    check=check,
    examples=(
        Bad("一、整改情况\n李某某家住⟦青岚县大河镇上湾村3组12号⟧，其低保待遇已恢复。\n"),
        Bad("一、整改情况\n被执行人张某，男，1970年生，住⟦云溪市澄江区人民路18号2栋1单元502室⟧，已履行完毕。\n"),
        Bad("一、整改情况\n申请人户籍地：⟦青岚县大河镇上湾村五组⟧，材料已补齐。\n"),
        Good("通信地址：青岚县人民路1号县法院机关纪委。\n中共青岚县人民法院党组\n2024年3月5日\n"),
        Good("一、整改情况\n清理超标准住房12套，被告公司住所地青岚县工业园区8号。\n"),
        Good("一、整改情况\n走访居住在幸福社区3号楼的28户居民，上湾村3组道路硬化工程已完工。\n"),
        Good("一、整改情况\n对被执行人住址登记不实的问题，已逐案核实更正。\n"),
    ),
)
