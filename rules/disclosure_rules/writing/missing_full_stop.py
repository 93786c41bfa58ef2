"""TXT004: a body paragraph that just ends, without a full stop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

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
    Span,
    Text,
    Value,
)

if TYPE_CHECKING:
    from disclosure_lint.facts.marks.endings import OpenEnd


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag the paragraphs that just stop although their like end in a full stop."""
    for end in draft.facts.open_ends:
        fields: dict[str, Value] = {"words": end.span, "like": end.like, "ended": end.ended}
        yield Finding(end.span, fields, end.ending.value, fix=_fix(end))


def _fix(end: OpenEnd) -> Fix:
    """What may go on in the line below is no sentence yet, and behind a comma words may be missing."""
    from disclosure_lint.facts.marks.endings import Ending

    if end.ending is Ending.BROKEN:
        title = Text("把句末的逗号改成句号", "turn the comma into a full stop")
        return Fix(title, (Edit(Span(end.end - 1, end.end), "。"),), Safety.UNSAFE)
    safety = Safety.SAFE if end.whole else Safety.UNSAFE
    return Fix(Text("段末补上句号", "put a full stop at the end"), (Edit(Span(end.end, end.end), "。"),), safety)


RULE = Rule(
    code="TXT004",
    name="missing-full-stop",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    structural=True,
    fixes=(Safety.SAFE, Safety.UNSAFE),
    summary=Text(
        "正文段落末尾没有句号。",
        "A body paragraph that ends without a full stop.",
    ),
    messages={
        "bare": Text(
            "这一段到“{words}”就结束了，末尾没有句号；同类的另外{like}段里，{ended}段末尾都有。",
            "This paragraph stops at “{words}” without a full stop; of the {like} others like it {ended} have one.",
        ),
        "broken": Text(
            "这一段以逗号或顿号结尾（“{words}”），像是没有写完；同类的另外{like}段里，{ended}段末尾都有句号。",
            "This paragraph ends in a comma (“{words}”) as if unfinished; of the {like} others like it {ended} end in a full stop.",
        ),
    },
    help=Text(
        "先看后面是不是漏了内容，或者一段被断成了两段；都不是，就补上句号。",
        "See first whether words are missing or one paragraph was broken in two; if neither, put in the full stop.",
    ),
    why=Text(
        "段落没有句号，读者会怀疑内容没有粘贴完整。",
        "Readers wonder whether the rest of the paragraph was lost.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "整改情况：修订采购办法，组织培训3次。\n\n整改情况：清退超标用房，收回钥匙2把。\n\n整改情况：约谈责任人3名，通报1次。\n\n"
            "整改情况：进一步明确报销流程，加强票据审核，提高全体职工按章办事⟦的自觉性和主动性⟧\n\n",
            fixed="整改情况：修订采购办法，组织培训3次。\n\n整改情况：清退超标用房，收回钥匙2把。\n\n整改情况：约谈责任人3名，通报1次。\n\n"
            "整改情况：进一步明确报销流程，加强票据审核，提高全体职工按章办事的自觉性和主动性。\n\n",
        ),
        Bad(
            "1.健全制度。修订采购办法，组织培训3次。\n2.清退用房。收回钥匙2把，已移交。\n3.压实责任。约谈责任人3名，通报1次。\n"
            "4.强化监督。每季度开展检查。对履职不力的，严肃问责，⟦以问责⟧\n5.建立台账。逐项销号。\n",
            fixed="1.健全制度。修订采购办法，组织培训3次。\n2.清退用房。收回钥匙2把，已移交。\n3.压实责任。约谈责任人3名，通报1次。\n"
            "4.强化监督。每季度开展检查。对履职不力的，严肃问责，以问责。\n5.建立台账。逐项销号。\n",
        ),
        Bad(
            "1.健全制度。修订采购办法，组织培训3次。\n2.清退用房。收回钥匙2把，已移交。\n3.压实责任。约谈责任人3名，通报1次。\n"
            "4.强化监督。每季度开展检查。⟦对履职不力的，⟧\n5.建立台账。逐项销号。\n",
        ),
        Good(
            "责任领导：张明\n整改措施：修订采购办法，组织培训3次。\n完成时限：2024年6月底前\n责任领导：李红\n整改措施：清退用房。\n"
            "完成时限：2024年6月底前\n"
        ),
        Good(
            "1.健全制度。修订采购办法。（已完成）\n2.清退用房。收回钥匙。（已完成）\n3.压实责任。约谈3名。（已完成）\n"
            "（一）关于学习贯彻不深入，谋划工作不够主动，统筹推进不够有力的问题\n"
        ),
        Good("一是修订采购办法；\n二是清退超标用房；\n三是约谈责任人3名；\n四是开展培训。\n"),
        Good("修订采购办法，组织培训\n清退超标用房，收回钥匙\n约谈责任人3名，通报1次\n开展自查，建立台账\n"),
    ),
)
