"""The parts a disclosure or plan is made of, told by the titles of its sections and the openings of its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.tree import Document, Kind, Node


class Part(StrEnum):
    """A part that every such document has."""

    RESPONSIBILITY = "责任落实"  # how the body led and organised the work
    PROGRESS = "整改进展"  # problem by problem
    NEXT = "下一步"
    AIMS = "目标"
    MEASURES = "措施"
    SAFEGUARDS = "保障"


PROGRESS_PARTS = (Part.RESPONSIBILITY, Part.PROGRESS, Part.NEXT)
PLAN_PARTS = (Part.AIMS, Part.MEASURES, Part.SAFEGUARDS)

_PROBLEM = Pattern(r"^(?:关于|针对|对)|(?:问题|方面)$|不(?:够|到位|力|严|足|深|实|高|强|规范|扎实|明显)|有差距|存在")
_LEADS = {  # titles of the highest level
    Part.RESPONSIBILITY: Pattern(
        r"责任|组织|领导|思想|认识|站位|部署|统筹|总体|基本情况|工作(?:开展|推进)?情况|推[动进]|做法|机制|政治|高度重视"
    ),
    Part.NEXT: Pattern(
        r"下一?步|下一?阶段|今后|打算|计划|安排|后续|持续|长效|巩固|深化|努力方向|接下来|常态|拓展|继续"
    ),
    Part.AIMS: Pattern(r"目标|要求|原则|指导思想|总体|思路|宗旨|意义"),
    Part.MEASURES: Pattern(r"措施|任务|举措|内容|清单|步骤|重点|分工|聚焦|方法|问题"),
    Part.SAFEGUARDS: Pattern(
        r"保障|组织|领导|(?:工作|有关|几点|纪律)要求|监督|督导|督查|督办|责任|实施|验收|考核|评估|纪律|机制|统筹"
    ),
}
_PROGRESS = Pattern(
    r"整改|进展|问题|反馈|完成|成效|方面"
)  # a title of the highest level that is not about how the work was led
_EFFECT = Pattern(r"整改[^，,。；;]{0,8}(?:见行见效|见效|见底|实效|落地|走深走实)")
"""A title that tells of it all the same, though it speaks of leading as well: 坚持问题导向，推动整改见行见效."""
_BELOW = {  # titles of any level, captions and labels
    Part.NEXT: Pattern(r"下一?步|下一?阶段|今后|打算|后续|努力方向|接下来"),
    Part.MEASURES: Pattern(r"整改措施|整改任务|工作措施|具体措施|主要措施"),
    Part.SAFEGUARDS: Pattern(r"组织领导|组织保障|保障措施|督查|督导|督办|跟踪问效|工作要求"),
}
_WORDS = {  # the words of a paragraph
    Part.RESPONSIBILITY: Pattern(
        r"(?<!巡[视察]工作)领导小组|专班|第一责任人|主体责任|党[组委](?:会|扩大会|高度重视)|专题(?:会议|研究|部署)|高度重视"
        r"|制定(?!的)[^，,。；;]{0,8}整改(?:方案|措施)"
    ),
    Part.PROGRESS: Pattern(r"已完成整改|整改到位|完成整改|整改完成|整改情况[：:]|进行以下整改|已整改|销号"),
    Part.NEXT: Pattern(r"下一?步|下一?阶段|今后|接下来|后续"),
    Part.AIMS: Pattern(r"目标|指导思想|总体要求|原则"),
    Part.MEASURES: Pattern(r"整改措施|责任(?:单位|部门|领导|人)[：:]|(?:完成|整改)时限"),
    Part.SAFEGUARDS: Pattern(r"领导小组|组长|工作专班|组织领导|销号管理|对账销号|挂图作战"),
}
_PROMISES = Pattern(
    r"将(?:继续|持续|进一步|以|在|坚持|始终)|(?<!需要)(?<!需)继续"
)  # next steps only where no problem is spoken of
_LAST = 3  # so many paragraphs are the very end of a draft
_FEW = 3  # so many places that speak of progress make up for a part of that name
_TEXT = (Kind.PARAGRAPH, Kind.POINT, Kind.DASH, Kind.OPENING, Kind.LABEL)
_ONE_TASK = Pattern(
    r"(?:任务|问题|意见|反馈)[^。；;]{0,6}(?:第\s*[0-9０-９一二三四五六七八九十百]+\s*[项号]|[（(]序号)|第\s*[0-9０-９一二三四五六七八九十百]+\s*项(?:整改|反馈)?(?:任务|问题)"
)
_LEAD = 4
"""So many paragraphs say what the draft is about."""


def is_of_one_task(document: Document) -> bool:
    """Whether the draft only gives public notice that one task of many is done (关于第十二项整改任务完成情况的公示)."""
    opening = document.prose[:_LEAD]
    return any(_ONE_TASK.search(leaf.text) for leaf in opening) and any("公示" in leaf.text for leaf in opening)


def lists_problems(document: Document) -> bool:
    """Whether the sections of the highest level are the problems themselves: such a draft has no parts."""
    top = [section for section in document.sections if section.level == 1]
    return 2 * sum(bool(_PROBLEM.search(section.title)) for section in top) > len(top)


def has_part(document: Document, part: Part) -> bool:
    """Whether a draft has a part under any of its usual names, or speaks of its matter where that part would stand."""
    if has_heading(document, part):
        return True
    if part is Part.PROGRESS:
        return _has_progress(document)
    if part in _BELOW and any(_BELOW[part].search(title) for title in _titles(document)):
        return True
    if part is Part.NEXT and _ends_in_promises(document):
        return True
    return any(_WORDS[part].search(text) for text in _texts(document, part))


def has_heading(document: Document, part: Part) -> bool:
    """Whether a heading of the highest level names a part."""
    top = [section.title for section in document.sections if section.level == 1]
    if part is Part.PROGRESS:
        of_its_own = [title for title in top if not _LEADS[Part.RESPONSIBILITY].search(title)]
        return any(_PROGRESS.search(title) for title in of_its_own) or any(_EFFECT.search(title) for title in top[1:])
    return any(_LEADS[part].search(title) for title in top if part is not Part.MEASURES or not _is_aim(title))


def _is_aim(title: str) -> bool:
    return bool(re.search(r"目标|原则|思想|保障", title))


def _has_progress(document: Document) -> bool:
    """Problem by problem, or at least some places that say what was put right."""
    problems = sum(bool(_PROBLEM.search(title)) for title in _titles(document))
    words = sum(bool(_WORDS[Part.PROGRESS].search(leaf.text)) for leaf in document.prose if leaf.kind in _TEXT)
    return problems + words >= _FEW


def _titles(document: Document) -> Iterator[str]:
    for node in document.of(Kind.SECTION, Kind.CAPTION, Kind.LABEL):
        yield node.title or node.text


def _texts(document: Document, part: Part) -> Iterator[str]:
    """The paragraphs that may stand for a part without a heading."""
    leaves = [leaf for leaf in document.prose if leaf.kind in _TEXT]
    if part in (Part.RESPONSIBILITY, Part.AIMS):
        yield from (leaf.text for leaf in _lead(document, leaves))
    elif part is Part.NEXT:
        yield from (_opening(leaf) for leaf in _last(document))
    else:
        yield from (leaf.text for leaf in leaves)


def _last(document: Document) -> list[Node]:
    """The last fifth of the paragraphs of a draft."""
    leaves = [leaf for leaf in document.prose if leaf.kind in (*_TEXT, Kind.INVITATION)]
    return leaves[-max(_LAST, len(leaves) // 5) :]


def _opening(leaf: Node) -> str:
    return leaf.text.lstrip(" \t\u3000")[:40]


def _ends_in_promises(document: Document) -> bool:
    """Whether the last paragraphs say what will be done; what goes on below the heading of a problem is no part of its own."""
    leaves = _last(document)
    sections = (document.section_of(leaf) for leaf in leaves[:-_LAST])
    outside = [leaf for leaf, section in zip(leaves, sections, strict=False) if section is None or section.level == 1]
    return any(_PROMISES.search(_opening(leaf)) for leaf in (*outside, *leaves[-_LAST:]))


def _lead(document: Document, leaves: list[Node]) -> Iterator[Node]:
    """What stands above the second heading of the draft."""
    headings = [section.span.start for section in document.sections[:2]]
    end = headings[1] if len(headings) > 1 else len(document.source.text)
    return (leaf for leaf in leaves if leaf.span.start < end)
