"""CIT002: a title that is nearly the title of a known document."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.facts.model import Citation
from disclosure_lint.rule import DISCLOSURES, Bad, Draft, Finding, Good, Rule, Severity, Text


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Point once at each name that resembles a known title; one that the draft itself writes in two ways is CIT003's."""
    if "《" not in draft.source.text:
        return
    from disclosure_lint.facts.citations.context import is_foreign, is_made_here, is_past

    first: dict[str, Citation] = {}
    for citation in draft.facts.citations:
        if not citation.inner:
            first.setdefault(citation.name, citation)
    for name, citation in first.items():
        found = _resembled(name)
        if found is None or is_made_here(citation) or is_foreign(citation) or is_past(citation):
            continue
        variant, title = found
        if any(name == other.places[0].name for other in draft.facts.variants):
            continue
        yield Finding(
            citation.span,
            {"written": citation.span, "title": f"《{title}》"},
            variant,
            values={"stated": citation.title, "computed": title},
        )


def _resembled(name: str) -> tuple[str, str] | None:
    """Which message applies to a name, and the title in force; None for a name that is right or unknown."""
    from disclosure_lint.facts.citations.near import near
    from disclosure_lint.reference.titles import NameKind, known

    entry = known().get(name)
    if entry is None:
        title = near(name)
        return None if title is None else ("near", title)
    if entry.kind is NameKind.TRIAL:
        return "trial", entry.title
    return ("near", entry.title) if entry.kind is NameKind.LOOSE else None


RULE = Rule(
    code="CIT002",
    name="near-title",
    genres=DISCLOSURES,
    severity=Severity.INFO,
    summary=Text(
        "引用的名称与某个已知文件的名称只差一点。",
        "A title that differs only slightly from the title of a known document.",
    ),
    messages={
        "near": Text(
            "{written}与{title}很接近，如果指的是同一份文件，请按正式名称写。",
            "{written} is close to {title}; if that document is meant, write its title in full.",
        ),
        "trial": Text(
            "{written}的正式名称带“试行”或“暂行”，是{title}。",
            "The official title of {written} says that the document is on trial (试行 or 暂行): {title}.",
        ),
    },
    help=Text(
        "对照正式文本核对名称；如果确实是另一份文件，不必修改。",
        "Check the official text; if another document is meant, leave the title as it is.",
    ),
    why=Text(
        "漏掉“的”“若干”“（试行）”一类的字，是引用法规名称时最常见的疏漏。",
        "A particle or a closing （试行） left out is the most common slip when a rule is cited.",
    ),
    basis=Text(
        "GB/T 15834—2011附录A.13：书名号内用正式名称",
        "GB/T 15834-2011, annex A.13: book-title marks hold the official name",
    ),
    check=check,
    examples=(
        Bad("一、整改情况\n学习⟦《关于新形势下党内政治生活若干准则》⟧，落实民主生活会制度。\n"),
        Bad(
            "一、整改情况\n对照⟦《中国共产党支部工作条例》⟧逐项检查，并将⟦《党政机关国内公务招待管理规定》⟧纳入学习内容。\n"
        ),
        Bad("一、整改措施\n1.学习⟦《党委(党组)落实全面从严治党责任规定》⟧。\n", "plan"),
        Good(
            "一、整改情况\n学习《关于新形势下党内政治生活的若干准则》《中国共产党支部工作条例（试行）》和《支部工作条例》。\n"
        ),
        Good("一、整改情况\n学习《保密法》《保险法》《会计法》《统计法》，修订《青岚县人民法院会议制度》。\n"),
        Good("一、整改情况\n制定《党政机关公务接待管理规定》，严格执行省纪委《纪检监察机关派驻机构工作规定》。\n"),
        Good("一、整改情况\n执行《党政机关国内公务接待管理细则》《县党政机关国内公务接待管理规定》。\n"),
    ),
)
