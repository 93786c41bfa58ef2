"""STR001: the draft has no title, or one that does not say what kind of document it is."""

from __future__ import annotations

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Kind
from disclosure_lint.rule import PROGRESS_AND_PLAN, Bad, Draft, Finding, Good, Iterator, Rule, Severity, Text

_KIND_OF_DOCUMENT = Pattern(
    r"通报|报告|公告|通告|公示|公开|公布|通知|情况|方案|计划|总结|汇报|说明|清单|台账|要点|信息|结果|办法"
    r"|(?:表|名单|纪要|措施|决定|函|安排|(?<!反馈)(?<!巡[视察])意见)(?:[（(].*)?$"  # elsewhere in a title these belong to its matter: 反馈意见
)
_PROGRESS = Pattern(r"进展(?:[（(].*)?$")  # enough for the title of a web page
_FORMAL = Pattern(r"关于|^(?:中共|中国共产党)")  # words that ask for a kind of document at the end


def check(draft: Draft, options: None) -> Iterator[Finding]:
    titles = list(draft.document.of(Kind.TITLE))
    if not titles:
        yield Finding(None)
    elif not _says_its_kind(["".join(title.text.split()) for title in titles]):
        span = titles[0].words.to(titles[-1].words)
        yield Finding(span, {"title": titles[-1].words}, variant="kind")


def _says_its_kind(lines: list[str]) -> bool:
    if any(_KIND_OF_DOCUMENT.search(line) for line in lines):
        return True
    return any(_PROGRESS.search(line) for line in lines) and not any(_FORMAL.search(line) for line in lines)


RULE = Rule(
    code="STR001",
    name="missing-title",
    genres=PROGRESS_AND_PLAN,
    severity=Severity.WARNING,
    unfinished=True,
    summary=Text(
        "没有标题，或标题看不出文种。", "There is no title, or the title does not say what kind of document it is."
    ),
    messages={
        "main": Text("全文没有标题。", "The draft has no title."),
        "kind": Text(
            "标题“{title}”里没有文种（通报、报告、公告、方案等）。",
            "The title “{title}” does not say what kind of document it is (通报, 报告, 公告, 方案 …).",
        ),
    },
    help=Text(
        "在正文前单独一行写标题，由发文机关、事由和文种组成，如“中共××县××局党组关于巡察整改进展情况的通报”。",
        "Put a title on a line of its own above the text: the issuing body, the matter, and the kind of document.",
    ),
    why=Text(
        "标题不完整，公开后群众搜不到，也看不出是哪个单位公开的什么事。",
        "Without a full title people cannot find the document or see which body it comes from.",
    ),
    basis=Text(
        "GB/T 9704—2012 第7.3.1条：标题由发文机关名称、事由和文种组成",
        "GB/T 9704-2012, 7.3.1: a title is made of the issuing body, the matter and the kind of document",
    ),
    check=check,
    examples=(
        Bad(
            "根据县委统一部署，2023年4月至6月，县委第二巡察组对我局进行了巡察。现将整改情况通报如下。\n一、组织领导情况\n已成立专班。\n"
        ),
        Bad(
            "⟦青岚县水利局巡察整改⟧\n根据县委统一部署，县委第二巡察组对我局进行了巡察。\n一、组织领导情况\n已成立专班。\n"
        ),
        Bad(
            "⟦中共青岚县水利局党组关于落实县委第二巡察组反馈意见⟧\n根据县委统一部署，县委第二巡察组对我局进行了巡察。\n"
            "一、组织领导情况\n已成立专班。\n"
        ),
        Good(
            "中共青岚县水利局党组关于巡察整改进展情况的通报\n根据县委统一部署，县委第二巡察组对我局进行了巡察。\n一、组织领导情况\n已成立专班。\n"
        ),
        Good(
            "青岚县水利局巡察整改进展\n根据县委统一部署，县委第二巡察组对我局进行了巡察。\n一、组织领导情况\n已成立专班。\n"
        ),
        Good(
            "云溪市第二人民医院\n关于落实市委巡察反馈意见整改情况的公示\n根据市委统一部署，市委第一巡察组对我院进行了巡察。\n一、组织领导情况\n已成立专班。\n"
        ),
    ),
)
