"""CIT001: a national rule or law cited under a name it does not have."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_lint.facts.model import Citation
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
    Text,
)

_BESIDE = 40
_NATIONAL = ("中国共产党", "中华人民共和国", "最高人民法院")
_SPOKEN_OF = Pattern(
    r"误[写作为引称用]|错[写引误]|写成|写作|应为|应当为|更正|勘误|不规范|不准确|有误|抄成|不当|改[为正]|规范名称|[正错][确误]写法|[误错正][：:]"
)


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag whole titles that are known misquotations, unless the office may have a document of its own called so."""
    if "《" not in draft.source.text:
        return
    from disclosure_lint.facts.citations.context import after
    from disclosure_lint.reference.titles import NameKind, known

    names = known()
    for citation in draft.facts.citations:
        entry = names.get(citation.name)
        if entry is None or entry.kind is not NameKind.WRONG or citation.inner or _is_meant(citation):
            continue
        right = f"《{entry.title}》"
        if right in after(citation, _BESIDE):
            continue  # the right title stands right behind it: the text speaks of the wrong one
        inside = Span(citation.span.start + 1, citation.span.end - 1)
        title = Text(f"改为{right}", f"write {right}")
        yield Finding(
            citation.span,
            {"written": citation.span, "right": right},
            values={"stated": citation.title, "computed": entry.title},
            fix=Fix(title, (Edit(inside, entry.title),), Safety.DISPLAY),
        )


def _is_meant(citation: Citation) -> bool:
    """Whether the text speaks of the wrong name itself, or of a local document."""
    from disclosure_lint.facts.citations.context import after, before, is_foreign, is_made_here

    around = before(citation, 20) + "《》" + after(citation, 20)
    if _SPOKEN_OF.search(around) is not None:
        return True
    return not citation.name.startswith(_NATIONAL) and (is_made_here(citation) or is_foreign(citation))


RULE = Rule(
    code="CIT001",
    name="wrong-title",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    summary=Text(
        "党内法规、法律的名称引错了。",
        "A national rule or law is cited under a name it does not have.",
    ),
    messages={
        "main": Text(
            "{written}不是正式名称，应为{right}。",
            "{written} is not what the document is called; its title is {right}.",
        )
    },
    help=Text(
        "对照正式文本，把书名号里的名称改成全称；要用简称的，用通行的简称。",
        "Check the official text and write its full title between the marks, or a customary short one.",
    ),
    why=Text(
        "法规名称是公开文件里最容易核对的内容，引错了会让人怀疑学习、整改是否认真。",
        "Nothing is easier for a reader to look up than a title; a wrong one casts doubt on all that is said to have been studied.",
    ),
    basis=Text(
        "GB/T 15834—2011附录A.13：书名号内用正式名称",
        "GB/T 15834-2011, annex A.13: book-title marks hold the official name",
    ),
    check=check,
    fixes=(Safety.DISPLAY,),
    examples=(
        Bad("一、整改情况\n组织党员干部学习⟦《中国共产党党章》⟧和《中国共产党党组工作条例》。\n"),
        Bad("一、整改情况\n严格执行⟦《中国共产党党员权力保障条例》⟧、⟦《政府督察工作条例》⟧。\n"),
        Bad("一、整改措施\n1.对照⟦《中国共产党党支部工作条例(试行)》⟧逐项检查。\n", "plan"),
        Good("一、整改情况\n组织学习党章、《中国共产党章程》《党组工作条例》和《民法典》。\n"),
        Good("一、整改情况\n修订《青岚县人民法院党组工作条例实施办法》，汇编《中国共产党党章学习辅导百问》。\n"),
        Good("一、整改情况\n把材料中误写的《中国共产党党章》统一更正为《中国共产党章程》。\n"),
        Good("一、整改情况\n制定《党政机关公文处理条例》学习计划，开展“《中国共产党章程（修正案）》学习月”活动。\n"),
    ),
)
