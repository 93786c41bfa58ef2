"""STR007: the body that signs is not the one the title or text names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure_grammar.source import Prose
from disclosure_grammar.tree import Kind
from disclosure_lint.rule import PRACTICE, PROGRESS, Bad, Draft, Finding, Good, Iterator, Related, Rule, Severity, Text

if TYPE_CHECKING:
    from disclosure_lint.facts.parties.bodies import Body


def check(draft: Draft, options: None) -> Iterator[Finding]:
    signed = draft.facts.signature.bodies
    if not signed:
        return
    from disclosure_lint.facts.parties.bodies import differ, unlike

    names = [draft.source.slice(span) for span in signed]
    if _has_own_title(draft, names):
        return
    strange = _comes_from_elsewhere(draft, names)
    for variant, body in (("title", _titled(draft)), ("text", _inspected(draft))):
        if body is not None and all(differ(name, body.name) or (strange and unlike(name, body.name)) for name in names):
            related = Related(body.span, Text("这里写的是“{body}”", "“{body}” is named here"), {"body": body.span})
            fields = {"signed": signed[0], "body": body.span}
            yield Finding(signed[0], fields, variant=variant, related=(related,))
            return


def _comes_from_elsewhere(draft: Draft, names: list[str]) -> bool:
    """Whether those who sign are of places that the draft does not speak of anywhere else: another body's signature was left in."""
    from disclosure_lint.facts.parties.bodies import place_of

    text = draft.source.text
    signed = "".join(names)
    return all((place := place_of(name)) and text.count(place) == signed.count(place) for name in names)


def _has_own_title(draft: Draft, names: list[str]) -> bool:
    """Whether the body that signs has a title of its own further down: several disclosures stand in one file."""
    from disclosure_lint.facts.parties.bodies import differ, in_title

    bodies = (in_title(leaf.prose) for leaf in draft.document.of(Kind.CAPTION))
    return any(body is not None and not differ(name, body.name) for body in bodies for name in names)


def _titled(draft: Draft) -> Body | None:
    """The body the title names; a title may stand on several lines."""
    from disclosure_lint.facts.parties.bodies import Body, in_title

    leaves = list(draft.document.of(Kind.TITLE))
    if len(leaves) > 1:
        lone = in_title(Prose(leaves[0].text.strip() + "关于"))
        if lone is not None:
            return in_title(leaves[0].prose) or Body(leaves[0].words, lone.name)
    return next((body for leaf in leaves if (body := in_title(leaf.prose)) is not None), None)


def _inspected(draft: Draft) -> Body | None:
    """The body whose inspection the first paragraphs tell of."""
    from disclosure_lint.facts.parties.bodies import inspected

    paragraphs = [leaf for leaf in draft.document.prose if leaf.kind is Kind.PARAGRAPH][:3]
    return next((body for leaf in paragraphs if (body := inspected(leaf.prose)) is not None), None)


RULE = Rule(
    code="STR007",
    name="signatory-mismatch",
    genres=PROGRESS,
    severity=Severity.WARNING,
    structural=True,
    summary=Text(
        "署名的机关与标题或正文中的机关不一致。", "The body that signs is not the one the title or text names."
    ),
    messages={
        "title": Text("署名是“{signed}”，标题里却是“{body}”。", "“{signed}” signs, but the title names “{body}”."),
        "text": Text(
            "署名是“{signed}”，正文里接受巡视巡察的却是“{body}”。",
            "“{signed}” signs, but the body inspected was “{body}” according to the text.",
        ),
    },
    help=Text("核对机关名称，把写错的一处改过来。", "Check the names and correct the wrong one."),
    why=Text(
        "多半是套用了别的单位的稿子，公开出去就是一份署错名的通报。",
        "It happens when another body's draft is reused; the disclosure then goes out under a wrong name.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "中共青岚县人民法院党组关于巡察整改进展情况的通报\n根据县委统一部署，县委第二巡察组对我院进行了巡察。\n一、组织领导情况\n已成立专班。\n"
            "⟦中共云溪县人民法院党组⟧\n2023年11月6日\n"
        ),
        Bad(
            "关于巡察整改进展情况的通报\n2023年4月至6月，县委第二巡察组对青岚县人民医院党委进行了巡察。\n一、组织领导情况\n已成立专班。\n"
            "⟦云溪县人民医院⟧\n2023年11月6日\n"
        ),
        Bad(
            "中共青岚县人民医院委员会关于巡察整改进展情况的通报\n根据县委统一部署，县委第二巡察组对县人民医院党委进行了巡察。\n"
            "一、组织领导情况\n已成立专班。\n⟦中共云溪区审计局党组⟧\n2023年11月6日\n"
        ),
        Bad(
            "中共青岚县人民法院党组关于巡察整改进展情况的通报\n根据县委统一部署，县委第二巡察组对县人民法院党组进行了巡察。\n"
            "一、组织领导情况\n已成立专班。\n⟦中共青岚县人民检察院党组⟧\n2023年11月6日\n"
        ),
        Good(
            "第二人民医院党委关于巡察整改进展情况的通报\n市委第二巡察组对医院党委进行了巡察。\n一、组织领导情况\n已成立专班。\n"
            "中共云溪市第二人民医院委员会\n2023年11月6日\n"
        ),
        Good(
            "市第二人民医院党委关于巡察整改进展情况的通报\n市委第二巡察组对医院党委进行了巡察。\n一、组织领导情况\n已成立专班。\n"
            "中共云溪市卫生健康委员会党组\n2023年11月6日\n"
        ),
        Good(
            "市中级人民法院党组关于巡视整改进展情况的通报\n省委第三巡视组对市中级法院党组进行了巡视。\n一、组织领导情况\n已成立专班。\n"
            "中共云溪市中级人民法院党组\n2023年11月6日\n"
        ),
        Good(
            "中共青岚县卫生健康局党组关于巡察整改进展情况的通报\n县委第二巡察组对县卫健局党组进行了巡察。\n一、组织领导情况\n已成立专班。\n"
            "中共青岚县委巡察工作领导小组办公室\n2023年11月6日\n"
        ),
    ),
)
