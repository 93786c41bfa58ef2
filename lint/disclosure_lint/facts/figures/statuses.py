"""What counted things have come to, read from the words before and behind the figure."""

from __future__ import annotations

from disclosure_grammar.pattern import Pattern
from disclosure_lint.facts.model import Status

_NOT_DONE = r"(?:未|没有|没能|无法|不能)(?:能|全部|全面|按期|按时|如期|予以|彻底|得到|有效|最终)*"
_END = r"(?!率|时限|期限|时间|情况|标准|要求|不)"
_LEFT = Pattern(
    rf"{_NOT_DONE}(?:完成|整改|销号|办结|落实|解决|到位|化解|见底)|"
    r"尚未|待整改|待完成|待办结|待销号|待解决|未整改|整改不到位(?:的|$)|整改后?(?:出现)?反弹(?:的|$)"
)
_STAGED = Pattern(r"阶段性|基本(?:完成|整改|解决|到位|销号|落实)|部分(?:完成|整改|解决)|初步(?:完成|整改|解决)")
_ONGOING = Pattern(
    r"正(?:在)?(?:积极|有序|稳步|加快|抓紧|持续|按|全力|扎实|着力)*(?:整改|推进|办理|落实|解决|实施|处理|化解|进行|按计划|按时序|研究|核查|核实|调查|初核|侦办|审理|协调|整治|跟进|了解)|"
    r"按(?:照)?(?:计划|序时进度|时序进度|时间节点|既定计划)(?:有序|稳步|持续)?(?:推进|整改|实施)|持续(?:整改|推进|坚持|落实|用力|深化)|长期(?:坚持|整改|推进|任务)|(?:推进|整改|办理|进行|落实|处理)(?:之)?中(?!心|央|国|级|院|层)|"
    r"达到(?:时序|序时)进度|仍在|尚在|还在|需(?:要)?(?:长期|持续)|继续(?:整改|推进)|未到(?:整改)?期限"
)
_DONE = Pattern(
    rf"(?:完成|办结|销号|了结|清结|审结){_END}|(?:整改|落实|解决|处置|处理|办理|清退|化解)(?:落实)?(?:到位|完毕|完结|完成|见底|结束){_END}|"
    r"(?:已|均|都|全部|逐一|得到)(?:已|经|全部|全面|均|都|按期|按时|如期|及时|彻底|得到|有效|立即|基本上)*(?:整改|落实|解决|销号|化解|清退|交账)"
    r"(?!工作|方案|不|率|措施)|整改$"
)
_REMAINDER = Pattern(r"剩余|其余|余下|还有|尚有|尚余|还剩|剩下|(?<!过)剩$")
_TOTAL = Pattern(
    r"反馈|指出|提出|细化|分解|梳理|制定|查摆|排查|发现|列出|形成|收到|受理|移交|交办|认领|涉及|归纳|明确|通报|查找|检视|"
    r"(?<![公中])共(?!产|青|同|享|建|识|性|治)|累计|合计|总计|征集|征求|收集|建立|确定|对照检查出"
)
_PLANNED = Pattern(
    r"(?<!已)(?:计划|拟|预计|力争|确保|争取|要求)(?:[^，。]{0,12})$|(?:月|日|年|年底|月底|旬)(?:底|末)?(?:以)?前(?:全部|基本|要|须)?(?:完成|整改|销号)|"
    r"(?<!整改期)内(?:全部|基本|要|须)?(?:完成|整改|销号)"
)

_PROMISED = Pattern(r"预计|拟|将|计划|力争|争取|确保|承诺|(?:月|日|年|底|旬|内|之)前?(?:全部|基本)?完成")
_DUE = Pattern(r"[月年日底旬]前(?:全部|基本)?(?:完成|整改|办结|销号)(?!的)")
_TO_DO = Pattern(
    r"(?:抓紧|加快|加紧|限期|继续|全力|认真|深入|狠抓|推动|推进|督促|抓好|抓实|盯紧|紧盯|跟进|稳步|有序|逐项|逐一|逐个)(?:进行|抓好|落实|推进)?整改$"
)
"""What is still to be done, in words that otherwise end what has been: 对剩余的2个问题抓紧整改."""
_EDGES = "、，,和及 \u3000"
_SPARE = 4
_LONGEST = 120  # what is longer says more, and a run of so many digits takes the patterns long
_FILLER = Pattern(
    r"其中|截至|截止|[0-9０-９]+[年月日]|[年月]?底|目前|现|已经?|全部|均|都|按期|按时|如期|当前|"
    r"整改|落实|完成|推进|立行立改|即知即改|限期|到位|\W|[有的个需后]"
)
_ORDER = ((_LEFT, Status.LEFT), (_STAGED, Status.STAGED), (_ONGOING, Status.ONGOING))


def status_of(before: str, after: str) -> Status:
    """The status that the words before and behind a figure, within its clause, give to it.

    The words before bind closer than those behind (已完成整改25个), except that what is reported of a total (反馈的27个问题已整改到位)
    follows it. What is only planned (拟完成3项) or promised (其余2个将于年底完成) is not done yet.
    """
    if _PLANNED.search(before):
        return Status.OTHER
    ahead = (_PROMISED.search(after) or _TO_DO.search(after)) and "已" not in after
    for words in (before, "" if ahead else after):
        found = _reached(words)
        if found:
            return found
    if _REMAINDER.search(before) or (not before.strip(_EDGES) and _DUE.search(after) and "已" not in after):
        return Status.LEFT
    return Status.TOTAL if _TOTAL.search(before) else Status.OTHER


def bare(words: str) -> bool:
    """Whether words before a figure say what became of things and no more, so that the things are those counted before."""
    if len(words) > _LONGEST:
        return False
    for pattern in (_LEFT, _STAGED, _ONGOING, _DONE, _REMAINDER, _TOTAL, _FILLER):
        words = pattern.sub("", words)
    return len(words) <= _SPARE


def _reached(words: str) -> Status | None:
    if not words:
        return None
    for pattern, status in _ORDER:
        if pattern.search(words):
            return status
    if _DONE.search(words):
        return Status.DONE
    return None


def remains(words: str) -> bool:
    """Whether the words speak of what is not done, or not wholly done."""
    return bool(_LEFT.search(words) or _STAGED.search(words) or _ONGOING.search(words) or _REMAINDER.search(words))
