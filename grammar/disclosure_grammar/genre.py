"""Which sort of text a draft is, by the evidence of its title, its lead and its words.

``progress`` is a disclosure of what was put right, ``plan`` the plan before it, ``report`` another official text in the same
style, ``other`` anything else (a README that happens to be text).
"""

from __future__ import annotations

import re

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Document, Kind

PROGRESS, PLAN, REPORT, OTHER = "progress", "plan", "report", "other"

_PLAN_TITLE = Pattern(
    r"(?:方案|计划|任务清单|措施清单|问题清单|责任清单|工作台账|任务分解)(?:表)?$|(?:整改|工作)(?:方案|计划)"
)
_PROGRESS_TITLE = Pattern(
    r"整改[^，。]{0,16}(?:进展|落实|情况|结果|成效|完成)|(?:巡视|巡察|督察|审计|检查)[^，。]{0,12}整改|整改[^，。]{0,16}(?:通报|公开|公布|公示|公告|报告)"
)
_PROGRESS_LEAD = Pattern(
    r"现(?:[根依按][^。，,]{1,12})?将[^。]{0,40}整改[^。]{0,24}(?:情况|结果|进展)[^。]{0,24}(?:公布|公开|通报|公示|公告|报告|汇报|如下)|现就[^。]{0,30}整改[^。]{0,20}公"
)
_PLAN_LEAD = Pattern(
    r"(?:特|现)?制[定订](?:如下|本|以下|此)[^。]{0,20}(?:方案|计划)|提出(?:如下|以下)整改(?:措施|方案)"
)
_ACCOUNT = Pattern(r"情况|进展|落实|结果|成效|通报|公开|公布|公示|公告|报告")
"""What a title that tells of an account says; one that only speaks of rectification may be that of news."""
_NO_DISCLOSURE_TITLE = Pattern(
    r"(?:制度|办法|规定|细则|规程|规则|条例|准则|讲话|发言|致辞|主持词|提纲|倡议书|心得|体会|的函)(?:[（(][^（）()]{1,8}[）)])?$"
    r"|(?:召开|举行|已(?:完成|整改))(?!.*(?:通报|报告|公示|公告|公布|公开|情况)(?:[（(]|$))"
)
"""Titles of what speaks of rectification without disclosing one: rules, speeches, letters, news."""
_TO_THE_ASSEMBLY = Pattern(r"^(?:各位)?主任[、，,][^。：:]{0,40}(?:委员|代表)[们]?[：:]|^各位(?:委员|代表)[：:、，,]")
"""The salutation of a report given to the standing committee of a people's congress."""
_INSPECTION = Pattern(r"巡视|巡察|督察|督查|审计|专项检查|民主生活会")
_RECTIFICATION = Pattern(r"整改")
_DONE = Pattern(r"已(?:经)?(?:全部)?(?:完成|整改|办结|销号)|均已|整改到位|整改完成|完成整改")
_OFFICIAL = Pattern(
    r"党组|党委|党支部|习近平|贯彻落实|干警|领导班子|中共|党员|人民法院|人民政府|纪检|全面从严治党|县委|市委|省委|主体责任|高质量发展"
)
_FEW, _MANY = 3, 6


def detect(document: Document) -> str:
    """The genre of a document: ``progress``, ``plan``, ``report`` or ``other``."""
    title = "".join("".join(node.title.split()) for node in document.of(Kind.TITLE))
    body = [leaf for leaf in document.prose if leaf.kind is not Kind.TITLE]
    lead = "\n".join(leaf.text for leaf in body[:6])
    text = "\n".join(leaf.text for leaf in body)
    other = _NO_DISCLOSURE_TITLE.search(title) or any(_TO_THE_ASSEMBLY.match(leaf.text.strip()) for leaf in body[:6])
    if _PROGRESS_LEAD.search(lead) and not other:
        return PROGRESS
    rectifies = len(_RECTIFICATION.findall(text)) + 2 * len(_RECTIFICATION.findall(title))
    if _PLAN_TITLE.search(title) and (rectifies or _INSPECTION.search(title + lead)):
        return PROGRESS if _PROGRESS_TITLE.search(title) and re.search(r"(?:进展|落实)情况", title) else PLAN
    if _PLAN_LEAD.search(lead) and rectifies:
        return PLAN
    headed = next(document.of(Kind.HEADING), None) is not None
    if _PROGRESS_TITLE.search(title) and not other and (headed or _ACCOUNT.search(title)):
        return PROGRESS
    return _by_words(text, rectifies, may_disclose=headed and not other)


def _by_words(text: str, rectifies: int, *, may_disclose: bool) -> str:
    """The genre of a text whose title and lead say nothing.

    Args:
        text: the text without its title.
        rectifies: how often it speaks of rectification.
        may_disclose: whether it has headings, which news do not have, and nothing says that it is another sort of text.
    """
    done = len(_DONE.findall(text))
    if (
        may_disclose
        and rectifies >= _MANY
        and _INSPECTION.search(text)
        and done >= _FEW
        and rectifies * 400 >= len(text)
    ):
        return PROGRESS
    official = len(set(_OFFICIAL.findall(text)))
    if official >= _FEW or (rectifies >= _FEW and official):
        return REPORT
    return PROGRESS if may_disclose and rectifies >= _FEW and _INSPECTION.search(text) and done else OTHER
