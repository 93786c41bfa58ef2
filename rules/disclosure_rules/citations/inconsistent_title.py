"""CIT003: one document under two names in the same draft."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.rule import (
    DISCLOSURES,
    PRACTICE,
    Bad,
    Draft,
    Finding,
    Good,
    Related,
    Rule,
    Severity,
    Text,
    Value,
)

_SHOWN = 4
_OTHER = Text("这里写作{there}", "here it is {there}")
_SAME = Text("这里也写作{here}", "here it is {here} as well")


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag each name that differs from the one the draft uses otherwise, once, with the places of both."""
    if draft.source.text.count("《") < 2:
        return
    for variant in draft.facts.variants:
        here, *again = variant.places
        there = variant.usual[0]
        fields: dict[str, Value] = {"here": here.span, "there": there.span, "words": variant.words}
        places = [Related(place.span, _OTHER, {"there": place.span}) for place in variant.usual]
        places += [Related(place.span, _SAME, {"here": place.span}) for place in again]
        yield Finding(
            here.span,
            fields,
            variant.difference.value,
            "firm" if variant.certain else "thin",
            tuple(places[:_SHOWN]),
            {"stated": here.title, "computed": there.title},
        )


RULE = Rule(
    code="CIT003",
    name="inconsistent-title",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    grades={"thin": Severity.INFO},
    summary=Text(
        "同一份文件在一篇材料里有两种写法。",
        "One document is cited under two names in the same draft.",
    ),
    messages={
        "trial": Text(
            "{here}与{there}像是同一份文件，一处带“{words}”，一处不带。",
            "{here} and {there} seem to be one document; one says that it is on trial (“{words}”), the other does not.",
        ),
        "sort": Text(
            "{here}与{there}像是同一份文件，文种却写得不一样，这里是“{words}”。",
            "{here} and {there} seem to be one document, but its kind differs; here it is “{words}”.",
        ),
        "letter": Text(
            "{here}与{there}像是同一份文件，用字却不一样，这里是“{words}”。",
            "{here} and {there} seem to be one document, but a character differs; here it is “{words}”.",
        ),
        "words": Text(
            "{here}与{there}像是同一份文件，一处多了“{words}”。",
            "{here} and {there} seem to be one document; one has the words “{words}” more.",
        ),
        "order": Text(
            "{here}与{there}像是同一份文件，词序却不一样，这里是“{words}”。",
            "{here} and {there} seem to be one document, but the words stand in another order; here it is “{words}”.",
        ),
        "prefix": Text(
            "{here}与{there}像是同一份文件，一处写了“{words}”，一处省去了。",
            "{here} and {there} seem to be one document; one leaves out “{words}”.",
        ),
    },
    help=Text(
        "按正式文本统一名称；确是两份文件或者新旧两个版本的，写明区别；用简称的，首次出现时注明“以下简称”。",
        "Use the official title throughout; if two documents or two versions are meant, say so, and define a short name where it is first used.",
    ),
    why=Text(
        "读者分不清说的是一份文件还是两份，制度究竟定没定、改没改也就说不清楚。",
        "Readers cannot tell whether one document is meant or two, nor which of them was made or revised.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "一、整改情况\n1.修订《廉政风险防控手册》，明确责任。\n2.完善《廉政风险防控手册》配套制度。\n3.印发⟦《廉政风险防控手册（试行）》⟧。\n"
        ),
        Bad(
            "一、整改情况\n1.修订⟦《立案庭关于网上立案审查的实施细则》⟧。\n2.严格执行《关于网上立案审查的实施细则(试行)》。\n"
        ),
        Bad(
            "一、整改措施\n1.修订《审判委员会工作规则》。\n2.落实⟦《审判委员会工作细则》⟧。\n3.公开《审判委员会工作规则》。\n",
            "plan",
        ),
        Bad("一、整改情况\n1.出台《关于加强和改进人才工作的实施意见》。\n2.落实⟦《加强和改进人才工作的实施意见》⟧。\n"),
        Bad(
            "一、整改情况\n1.印发《专项督查工作方案》。\n2.按照《专项督查工作方案》开展检查。\n3.落实⟦《专项督察工作方案》⟧。\n"
        ),
        Bad(
            "一、整改情况\n1.执行《固定资产管理办法》。\n2.修订⟦《固定资产管理规定》⟧。\n3.《固定资产管理办法》已印发。\n",
            severity=Severity.INFO,
        ),
        Bad(
            "一、整改情况\n1.修订《古树名木保护管理办法》。\n2.公开《古树名木保护管理办法》。\n3.落实⟦《古树名木管理保护办法》⟧。\n"
        ),
        Good(
            "一、整改情况\n1.学习《中华人民共和国民法典》。\n2.开展《民法典》宣讲。\n3.执行《党组工作条例》和《中国共产党党组工作条例》。\n"
        ),
        Good(
            "一、整改情况\n1.将《公务接待管理办法（试行）》修订为《公务接待管理办法》。\n2.执行《公务接待管理办法》。\n"
        ),
        Good(
            "一、整改情况\n1.针对《公务接待管理办法（试行）》长期未修订问题，及时整改。\n2.修订印发《公务接待管理办法》。\n"
        ),
        Good("一、整改情况\n1.落实省高院《审判监督管理职责规定（试行）》。\n2.制定我院《审判监督管理职责规定》。\n"),
        Good(
            "一、整改情况\n1.制定《青岚县人民法院关于规范司法公开的若干规定》（以下简称《规范司法公开规定》）。\n"
            "2.落实《规范司法公开规定》。\n3.印发《青岚县人民法院关于规范司法公开的若干规定》。\n"
        ),
        Good(
            "一、整改情况\n1.学习《保障农民工工资支付条例》。\n2.制定《保障农民工工资支付条例实施细则》。\n"
            "3.印发《关于印发〈审判管理办法〉的通知》。\n4.落实《审判管理办法》《审判工作办法》。\n"
        ),
        Good(
            "一、整改情况\n1.执行《财务管理办法（2019年修订）》。\n2.印发《财务管理办法（2021年修订）》。\n3.落实《财务管理办法》。\n"
        ),
    ),
)
