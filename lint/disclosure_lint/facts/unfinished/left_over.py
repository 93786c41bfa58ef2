"""What is left of a number and still open: 其余2名将交流, 剩余3处正在挂牌, 未办证的4户，将抓紧补办."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure_grammar.pattern import Pattern

_WORDS = (
    "完成 出台 修订 制定 建设 建成 启动 开展 组织 提请 提交 报请 招租 招标 招聘 清退 拆除 收回 追缴 追回 追讨 验收 "
    "移交 移送 办理 办结 整改 印发 成立 调整 配备 充实 搬迁 改造 维修 采购 处置 拍卖 核销 兑付 退还 退回 上报 申报 "
    "委托 评估 审计 审批 审理 审查 换届 公开 公示 公告 挂牌 解决 落实 实施 安装 签订 投用 推进 规范 处理 执行 化解 "
    "清理 清收 催收 催缴 收缴 归还 交付 补办 补缴 补齐 补充 发放 注销 过户 登记 结算 交流 核查 核实 抵扣 清算 协商 "
    "协调 完善 施工 办证 "
)
_VERBS = frozenset(_WORDS.split())
"""What offices do with what is left; two characters each."""
_NUMBER = "(?:[0-9０-９]{1,4}|[一二两三四五六七八九十百]{1,4})[余多]?"
_MEASURE = "(?:平方米|公里|万元|[项条件户处家所宗名间套块亩人起笔辆台座栋米元份]|个(?!月|工作|小时|季|星期))"
_LEFT = Pattern(
    rf"(?:(?:其余|剩余|余下|剩下|还剩|尚余|尚有|还有|另有)的?|另外?(?!一)|未(?!来)[^，,。；;：:的]{{1,5}}的)[ \u3000]?{_NUMBER}{_MEASURE}"
)
_MARKS = ("余", "剩", "有", "另", "未")
_CUE = Pattern(r"正在|[将拟](?![其此该各把款])|计划|预计")
_ADVERBS = Pattern(r"(?:继续|持续|尽快|尽早|适时|陆续|逐步|分批|依法|及时|抓紧|加快|近期|按程序|全部){0,2}")
_CLAUSE_END = Pattern(r"[，,。；;：:]|$")
_TAIL = Pattern(
    r"(?!时间|流程|程序|手续|事项|情况|周期)[^，,。；;：:了给的]{0,6}(?=[，,。；;]|$)(?![，,](?:现|目前|均|都)?[已均])"
)
_SHORT_TAIL = Pattern(r"[^，,。；;：:了给的]{2,3}(?=[，,。；;]|$)(?![，,](?:现|目前|均|都)?[已均])")
_NAMES = Pattern(r"[^，,。；;]{0,12}的")  # 正在办理的案件
_SUBJECT = 20  # so many characters may stand between the number and what is said of it
_WITH = 8  # so many between 正在 and its verb: 正在与住建局协商
_NOW = ("现", "目前")
_CLAUSES = 3
_COUNTS = Pattern(r"[0-9０-９]|全部|均已|完毕|完成")


def left_over(text: str) -> Iterator[tuple[int, int]]:
    """The places of such words, each with the place behind the word that says that it is still open."""
    if not any(mark in text for mark in _MARKS):
        return
    for match in _LEFT.finditer(text):
        clause = _CLAUSE_END.search(text, match.end(), match.end() + _SUBJECT + 1)
        stop = clause.start() if clause else match.end() + _SUBJECT
        cue = _CUE.search(text, match.end(), stop)
        if cue is None:
            cue = _in_later_clauses(text, stop)
        if cue is not None and _is_open(text, cue.group(), cue.end()):
            yield match.start(), cue.end()


def _in_later_clauses(text: str, stop: int) -> re.Match[str] | None:
    """The cue that opens one of the clauses behind: 其余3笔因当事人下落不明，已依法公告，将…; none behind a clause that counts something."""
    for _ in range(_CLAUSES):
        if text[stop : stop + 1] not in ("，", ","):
            return None
        start = stop + 1 + next((len(now) for now in _NOW if text.startswith(now, stop + 1)), 0)
        cue = _CUE.match(text, start)
        clause = _CLAUSE_END.search(text, start, start + _SUBJECT + 1)
        if cue is not None or clause is None or _COUNTS.search(text, start, clause.start()):
            return cue
        stop = clause.start()
    return None


def _is_open(text: str, cue: str, end: int) -> bool:
    """Whether a verb follows the cue: 将核销, but not 将其退回, 将房产作价抵偿 (将 for 把)."""
    if cue == "正在":
        clause = _CLAUSE_END.search(text, end, end + _WITH + 2)
        stop = clause.start() if clause else end + _WITH + 2
        verb = next((at for at in range(end, stop - 1) if text[at : at + 2] in _VERBS), None)
        return verb is not None and _NAMES.match(text, verb) is None
    adverbs = _ADVERBS.match(text, end)
    verb = adverbs.end() if adverbs else end
    if text[verb : verb + 2] in _VERBS:
        return _TAIL.match(text, verb + 2) is not None
    return _SHORT_TAIL.match(text, verb) is not None
