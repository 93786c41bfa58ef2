"""TRM001: a fixed expression misquoted."""

from __future__ import annotations

from collections.abc import Iterator

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
)


def check(draft: Draft, options: None) -> Iterator[Finding]:
    from disclosure_lint.facts.expressions.misquotations import extract
    from disclosure_lint.reference.phrases import Certainty

    for span, right, phrase, certainty in extract(draft.facts.running_text):
        fix = Fix(Text(f"改为：{right}", f"write: {right}"), (Edit(span, right),), Safety.DISPLAY)
        yield Finding(
            span,
            {"written": span, "right": right, "source": Text(phrase.source, phrase.source_en)},
            "main" if certainty is Certainty.SURE else "tolerated",
            "firm" if certainty is Certainty.SURE else "thin",
            fix=fix,
        )


RULE = Rule(
    code="TRM001",
    name="misquoted-expression",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    grades={"thin": Severity.INFO},
    summary=Text(
        "固定提法、活动名称写错了字、错了序或少了字。",
        "A fixed expression or the name of a campaign with a wrong, misplaced or missing character.",
    ),
    messages={
        "main": Text(
            "这里写的是：{written}。规范的写法是：{right}（{source}）。",
            "This reads: {written}. It should read: {right} ({source}).",
        ),
        "tolerated": Text(
            "这里写的是：{written}。更规范的写法是：{right}（{source}）。",
            "This reads: {written}. The more usual wording is: {right} ({source}).",
        ),
    },
    help=Text(
        "对照原文核一遍，按规范的写法改；引用原话或文件名称的，以原文为准。",
        "Check it against the original and correct it; where you quote someone or a title, the original counts.",
    ),
    why=Text(
        "提法错一个字，往往就被看作政治性差错，公开以后很难挽回。",
        "One wrong character in a set expression counts as a political slip, and cannot be taken back once published.",
    ),
    basis=PRACTICE,
    fixes=(Safety.DISPLAY,),
    check=check,
    examples=(
        Bad(
            "一、组织落实情况\n院党组深刻领悟“⟦二个确立⟧”的决定性意义，统筹推进⟦“五位一体”战略布局⟧。\n",
            fixed="一、组织落实情况\n院党组深刻领悟“两个确立”的决定性意义，统筹推进“五位一体”总体布局。\n",
        ),
        Bad(
            '一是⟦坚定"四个意识"、增强"四个自信"⟧，学习⟦习近平法制思想⟧。二是运用监督执纪"⟦四个形态⟧"处理3人次。\n',
            fixed='一是增强“四个意识”、坚定“四个自信”，学习习近平法治思想。二是运用监督执纪"四种形态"处理3人次。\n',
        ),
        Bad(
            "⟦截止⟧2023年12月31日,反馈的26个问题已完成24个。党组⟦布署⟧开展⟦谈心谈活⟧，建立整改⟦台帐⟧。\n",
            fixed="截至2023年12月31日,反馈的26个问题已完成24个。党组部署开展谈心谈话，建立整改台账。\n",
        ),
        Bad(
            "持续做好巡察⟦整改“下半篇文章”⟧。\n",
            severity=Severity.INFO,
            fixed="持续做好巡察整改“后半篇文章”。\n",
        ),
        Good("院党组深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”。\n"),
        Good("落实“三个区分开来”要求，为3名干部澄清正名；落实从严治党主体责任，严格执行中央八项规定精神。\n"),
        Good("党组带头学习总书记重要讲话，在《人民法院报》发布署名文章，推动学习进平台、服务进社区。\n"),
        Good("针对“公文中把‘部署’写成‘布署’、‘台账’写成‘台帐’”的问题，开展公文质量检查。\n"),
        Good(
            "报名时间为2023年12月1日起，截止2023年12月31日。办案做到“三个区分”：区分罪与非罪、此罪与彼罪、主犯与从犯。\n"
        ),
    ),
)
