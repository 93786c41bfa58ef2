"""NUM001-NUM006 on whole drafts: silent in every sound numbering habit, and one finding for one planted fault."""

from __future__ import annotations

import itertools

import pytest
from disclosure_grammar.numerals import chinese, circled
from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source

from disclosure_lint.comparisons import Comparisons
from disclosure_lint.facts import Facts
from disclosure_lint.facts.numbering import written
from disclosure_lint.rule import Bad, Draft
from disclosure_rules.numbering import RULES

NUMBERING = [rule for rule in RULES if rule.code != "NUM007"]


def read(text: str, path: str = "draft.txt") -> Draft:
    document = parse(Source(path, text, "markdown" if path.endswith(".md") else "text"))
    facts = Facts(document)
    return Draft(document, "progress", facts, Comparisons(document, facts))


def found(text: str, path: str = "draft.txt") -> list[tuple[str, str]]:
    draft = read(text, path)
    findings = [(finding.span.start, rule.code, draft.source.slice(finding.span)) for rule in NUMBERING for finding in rule.check(draft, None)]
    return [(code, words) for _, code, words in sorted(findings)]


# ---- sound drafts in many habits ----

TITLES = [
    "理论学习不够深入", "调查研究不够扎实", "主体责任压得不实", "日常监督不够有力", "选人用人程序不严", "服务群众不够主动", "财务审批把关不严",
    "项目管理存在漏洞", "档案资料不够齐全", "公务接待不够规范", "会议制度执行不严", "值班值守不够到位", "宣传工作不够及时", "培训工作缺少计划",
    "督查督办力度不大", "信访办理不够及时", "工程验收不够严格", "物资采购不够规范", "合同管理不够细致", "车辆管理不够严格", "考勤管理不够严格",
    "文件办理不够及时", "安全检查不够经常", "队伍建设不够有力", "内部控制不够完善", "廉政教育不够经常", "谈心谈话不够普遍", "作风转变不够明显",
]  # fmt: skip
BODIES = [
    "局党组召开专题会议研究，逐条明确责任人，已全部整改到位。",
    "对照反馈意见开展自查，发现问题6个，均已整改。",
    "修订了相关制度，每季度检查一次执行情况。",
    "组织专题学习4次，开展交流研讨2次。",
]
HEAD = "中共青岚县水利局党组关于巡察整改进展情况的通报\n2023年4月10日至6月9日，县委第二巡察组对我局党组进行了巡察。现将整改情况通报如下。\n"
TAIL = "中共青岚县水利局党组\n2023年11月6日\n"

LABELS = {
    "part": lambda n: f"第{chinese(n)}部分 ",
    "chapter": lambda n: f"第{chinese(n)}章 ",
    "chinese": lambda n: f"{chinese(n)}、",
    "bracketed": lambda n: f"（{chinese(n)}）",
    "half": lambda n: f"({chinese(n)})",
    "arabic": lambda n: f"{n}.",
    "full": lambda n: f"{str(n).translate(str.maketrans('0123456789', '０１２３４５６７８９'))}．",
    "small": lambda n: f"（{n}）",
    "paren": lambda n: f"{n}）",
    "circle": circled,
}


def build(levels: list[tuple[str, int]], *, run_on: tuple[str, ...] = (), run_in: bool = False, label: str = "", lead: str = "") -> str:
    """A draft with so many headings of each form below each other."""
    titles, bodies = itertools.cycle(TITLES), itertools.cycle(BODIES)
    counters: dict[str, int] = {}
    lines: list[str] = []

    def level(depth: int) -> None:
        form, count = levels[depth]
        if form not in run_on:
            counters[form] = 0
        for _ in range(count):
            counters[form] = counters.get(form, 0) + 1
            heading = lead + LABELS[form](counters[form]) + next(titles)
            last = depth + 1 == len(levels)
            if last and run_in:
                lines.append(f"{heading}。{next(bodies)}")
                continue
            lines.append(heading)
            if last:
                lines.append(label + next(bodies))
            else:
                level(depth + 1)

    level(0)
    return HEAD + "\n".join(lines) + "\n" + TAIL


HABITS = {
    "one-level": build([("chinese", 6)]),
    "one-level-arabic": build([("arabic", 8)]),
    "one-level-bracketed": build([("bracketed", 5)]),
    "two-levels": build([("chinese", 3), ("bracketed", 4)]),
    "two-levels-half-width": build([("chinese", 3), ("half", 3)]),
    "two-levels-skipping": build([("chinese", 3), ("arabic", 4)]),
    "two-levels-skipping-run-on": build([("chinese", 3), ("arabic", 4)], run_on=("arabic",)),
    "two-levels-run-on": build([("chinese", 3), ("bracketed", 4)], run_on=("bracketed",)),
    "bracketed-arabic": build([("bracketed", 3), ("arabic", 3)]),
    "arabic-small": build([("arabic", 3), ("small", 3)]),
    "three-levels": build([("chinese", 3), ("bracketed", 3), ("arabic", 3)]),
    "three-levels-run-on-last": build([("chinese", 1), ("bracketed", 5), ("arabic", 3)], run_on=("arabic",)),
    "three-levels-run-on-both": build([("chinese", 3), ("bracketed", 3), ("arabic", 3)], run_on=("bracketed", "arabic")),
    "three-levels-full-width": build([("chinese", 2), ("bracketed", 2), ("full", 3)]),
    "three-levels-no-bracket": build([("chinese", 3), ("arabic", 3), ("small", 3)]),
    "four-levels": build([("chinese", 2), ("bracketed", 2), ("arabic", 3), ("small", 3)]),
    "five-levels": build([("chinese", 2), ("bracketed", 2), ("arabic", 2), ("small", 2), ("circle", 3)]),
    "parts": build([("part", 3), ("chinese", 3), ("bracketed", 3)]),
    "parts-run-on": build([("part", 3), ("chinese", 3)], run_on=("chinese",)),
    "chapters": build([("chapter", 3), ("chinese", 3)]),
    "half-bracket": build([("chinese", 3), ("arabic", 3), ("paren", 3)]),
    "run-in": build([("chinese", 3), ("bracketed", 4)], run_in=True),
    "run-in-arabic": build([("chinese", 3), ("bracketed", 2), ("arabic", 3)], run_in=True),
    "labelled": build([("chinese", 2), ("bracketed", 3), ("arabic", 3)], label="整改情况："),
    "indented": build([("chinese", 3), ("bracketed", 3)], lead="　　"),
    "long-run": build([("chinese", 1), ("bracketed", 6), ("arabic", 7)], run_on=("arabic",)),
}


@pytest.mark.parametrize("habit", HABITS)
def test_sound_habits_are_silent(habit):
    assert found(HABITS[habit]) == []


def plant(text: str, kind: str, place: int) -> str | None:
    """The draft with one fault at one of its headings, or None where that heading cannot have it."""
    draft = read(text)
    section = draft.document.sections[place]
    label = section.label
    parent = draft.document.parent(section)
    siblings = parent.sections
    behind = siblings[siblings.index(section) + 1 :]
    start, end = label.span.start, label.span.end
    if kind == "double":
        return text[:end].removesuffix(label.text) + written(label, label.number - 1) + text[end:] if label.number > 1 and section is not siblings[0] else None
    if not behind:
        return None  # at the end of a list nothing tells
    if kind == "lost":
        return text[:start] + text[end:]
    if kind == "changed":
        return text[:start] + written(label, label.number + 3) + text[end:]
    if kind == "swapped":
        other = behind[0].label
        return text[:start] + other.text + text[end : other.span.start] + label.text + text[other.span.end :]
    return text[: section.span.start] + text[section.span.end :]  # dropped


EXPECTED = {
    "lost": {"NUM001", "NUM002"},
    "changed": {"NUM002", "NUM003", "NUM004"},
    "double": {"NUM003"},
    "swapped": {"NUM004"},
    "dropped": {"NUM002"},
}


@pytest.mark.parametrize("kind", EXPECTED)
@pytest.mark.parametrize("habit", HABITS)
def test_one_planted_fault_is_one_finding(habit, kind):
    text = HABITS[habit]
    sections = len(read(text).document.sections)
    planted = 0
    for place in range(0, sections, max(1, sections // 9)):
        faulty = plant(text, kind, place)
        if faulty is not None:
            codes = [code for code, _ in found(faulty)]
            assert len(codes) == 1, (place, codes, faulty)
            assert codes[0] in EXPECTED[kind], (place, faulty)
            planted += 1
    assert planted


# ---- drafts that tempt to a false alarm ----

SOUND = {
    "caption-above-the-first": "中共青岚县财政局党组\n关于巡察整改进展情况的通报\n根据县委统一部署，现将整改情况通报如下。\n整改工作总体情况\n一、组织领导\n成立专班。\n二、整改落实\n逐项整改。\n",
    "captions-everywhere": "一、整改落实情况\n理论学习方面\n组织学习6次。\n作风建设方面\n开展督查3次。\n二、长效机制建设情况\n制度建设方面\n修订制度5项。\n队伍建设方面\n培训干部20人次。\n三、下一步打算\n持续用力。\n",
    "run-in-leads": "一、主要做法\n加强组织领导。成立整改工作领导小组，召开会议5次。\n压实整改责任。逐项明确责任人和时限。\n二、整改成效\n各项问题均已整改到位。\n三、下一步打算\n持续用力。\n",
    "restart-after-a-lead": "一、整改落实情况\n（一）已完成的问题\n1.学习问题\n已整改。\n2.作风问题\n已整改。\n正在推进的还有以下问题：\n1.历史遗留问题\n计划2024年12月底前完成。\n二、下一步打算\n持续用力。\n",
    "restart-below-labels": "一、整改落实情况\n（一）学习方面\n存在问题：\n1.学习次数少。\n2.学习不深入。\n整改措施：\n1.每月学习一次。\n2.每季度交流一次。\n（二）作风方面\n存在问题：\n1.下基层少。\n整改措施：\n1.每月下基层一次。\n2.每季度通报一次。\n",
    "two-documents": "一、组织领导\n成立专班。\n二、整改落实\n逐项整改。\n三、下一步打算\n持续用力。\n整改工作要点\n一、提高认识\n认真学习。\n二、狠抓落实\n逐项推进。\n",
    "annex": "一、组织领导\n成立专班。\n二、整改落实\n逐项整改。\n附件：1.问题清单\n2.任务清单\n中共青岚县水利局党组\n2023年11月6日\n附件1\n问题清单\n一、学习方面\n学习不深入。\n二、作风方面\n作风不扎实。\n",
    "quoted-item": "一、组织领导\n成立专班。\n二、整改落实\n对照清单逐项整改，其中引用的条款为：\n（三）擅自改变资金用途的；\n该条款已组织学习。\n三、下一步打算\n持续用力。\n",
    "inline-numbers": "一、整改落实\n1.组织学习6次；2.开展督查3次；\n3.修订制度5项。\n二、下一步打算\n持续用力。\n",
    "numbers-in-text": "一、组织领导\n成立专班。\n2023年以来，召开会议6次。\n12.5万元违规资金已全部追回。\n二、整改落实\n逐项整改。\n",
    "list-inside-an-item": "1.学习方面\n主要开展以下工作：\n（1）集中学习\n每月一次。\n（2）交流研讨\n每季度一次。\n2.作风方面\n主要开展以下工作：\n（1）下基层\n每月一次。\n3.制度方面\n修订制度5项。\n",
    "points-of-the-next-steps": "一、整改落实情况\n（一）学习方面\n1.学习不深入问题\n已整改。\n2.记录不规范问题\n已整改。\n（二）作风方面\n3.调研不够问题\n已整改。\n4.文风不实问题\n已整改。\n（三）纪律方面\n5.考勤不严问题\n已整改。\n二、下一步打算\n1.持续抓好学习。坚持常抓不懈。\n2.持续改进作风。坚持久久为功。\n",
    "two-lists-run-on": "一、整改落实情况\n（一）反馈问题\n1.针对学习不深入问题，进行整改。\n已整改。\n2.针对作风不扎实问题，进行整改。\n已整改。\n（二）推动改革事项\n3.关于完善机制事项\n已完成。\n4.关于健全制度事项\n已完成。\n",
    "often-bare": "一、组织领导\n成立专班。\n二、整改落实\n存在的主要问题\n学习不深入。\n整改情况\n组织学习6次。\n三、下一步打算\n持续用力。\n结束语\n我们将以此次整改为契机，推动各项工作再上新台阶。\n",
    "contact-heading": "一、组织领导\n成立专班。\n二、整改落实\n逐项整改。\n三、下一步打算\n持续用力。\n监督举报方式\n联系电话：0931-8800123。\n",
    "table": "一、组织领导\n成立专班。\n二、整改落实\n| 序号 | 问题 | 状态 |\n| 1 | 学习 | 已完成 |\n| 3 | 作风 | 已完成 |\n三、下一步打算\n持续用力。\n",
    "one-item-lists": "一、整改落实情况\n（一）学习方面\n1.学习不深入问题\n已整改。\n（二）作风方面\n1.调研不够问题\n已整改。\n（三）纪律方面\n1.考勤不严问题\n已整改。\n2.请假不严问题\n已整改。\n",
    "bold-sentences": "一、组织领导\n坚持把整改作为重大政治任务\n召开会议6次。\n二、整改落实\n坚持逐项对账销号\n已整改27个问题。\n三、下一步打算\n坚持常抓不懈\n持续用力。\n",
}  # fmt: skip


@pytest.mark.parametrize("name", SOUND)
def test_no_false_alarm(name):
    assert found(SOUND[name]) == []


MARKDOWN_SOUND = {
    "headings": "# 青岚县水利局巡察整改进展情况通报\n\n## 一、组织领导\n\n成立专班。\n\n## 二、整改落实\n\n### （一）学习方面\n\n组织学习6次。\n\n### （二）作风方面\n\n开展督查3次。\n\n## 三、下一步打算\n\n持续用力。\n\n## 联系方式\n\n电话：0931-8800123\n",
    "lazy-list": "# 青岚县水利局巡察整改进展情况通报\n\n1. 学习不深入问题，已整改。\n1. 作风不扎实问题，已整改。\n1. 制度不健全问题，已整改。\n",
    "bold": "**一、组织领导**\n\n成立专班。\n\n**二、整改落实**\n\n**（一）学习方面**\n\n组织学习6次。\n\n**（二）作风方面**\n\n开展督查3次。\n",
}


@pytest.mark.parametrize("name", MARKDOWN_SOUND)
def test_no_false_alarm_in_markdown(name):
    assert found(MARKDOWN_SOUND[name], "draft.md") == []


# ---- one planted fault, at its exact place ----

FAULTY = [
    ("lost-second", "NUM001", "一、组织领导\n成立专班。\n⟦整改落实⟧\n逐项整改。\n三、下一步打算\n持续用力。\n"),
    ("lost-run-in", "NUM001", "一、下一步打算\n（一）强化政治建设。坚持把政治建设摆在首位。\n⟦持续防止反弹⟧。坚持标准不降、力度不减。\n（三）健全长效机制。坚持建章立制。\n（四）提升工作质效。坚持求真务实。\n"),
    ("lost-one-paragraph-item", "NUM001", "一、整改落实\n1.组织学习6次，交流研讨2次。\n⟦开展督查3次，发现问题5个。⟧\n3.修订制度4项，汇编成册。\n4.培训干部20人次。\n"),
    ("left-over-brackets", "NUM001", "一、整改落实\n（一）关于学习问题\n已整改。\n⟦（）关于作风问题⟧\n已整改。\n（三）关于纪律问题\n已整改。\n"),
    ("left-over-comma", "NUM001", "一、组织领导\n成立专班。\n二、整改落实\n逐项整改。\n⟦、下一步打算⟧\n持续用力。\n"),
    ("left-over-comma-inside", "NUM001", "一、组织领导\n成立专班。\n⟦、整改落实⟧\n逐项整改。\n三、下一步打算\n持续用力。\n"),
    ("same-frame-last", "NUM001", "一、整改落实\n（一）关于学习不深入的问题\n已整改。\n（二）关于作风不扎实的问题\n已整改。\n⟦关于制度不健全的问题⟧\n已整改。\n"),
    ("lost-with-list-of-its-own", "NUM001", "一、组织领导\n（一）加强领导\n成立专班。\n（二）压实责任\n明确分工。\n二、整改落实\n（一）学习方面\n已整改。\n（二）作风方面\n已整改。\n⟦下一步工作措施⟧\n（一）持续整改\n常抓不懈。\n（二）健全制度\n建章立制。\n"),
    ("lost-before-a-label", "NUM001", "1.学习不深入\n整改情况：组织学习6次。\n2.作风不扎实\n整改情况：开展督查3次。\n⟦制度不健全⟧\n整改情况：修订制度4项。\n"),
    ("lost-two", "NUM001", "一、组织领导\n成立专班。\n⟦整改落实⟧\n逐项整改。\n⟦长效机制⟧\n修订制度。\n四、下一步打算\n持续用力。\n"),
    ("lost-first-of-a-chapter", "NUM001", "一、组织领导\n⟦加强领导⟧\n成立专班。\n（二）压实责任\n明确分工。\n二、整改落实\n（一）学习方面\n已整改。\n（二）作风方面\n已整改。\n"),
    ("gap", "NUM002", "一、组织领导\n成立专班。\n⟦三、⟧整改落实\n逐项整改。\n四、下一步打算\n持续用力。\n"),
    ("gap-in-run-on", "NUM002", "一、整改落实\n（一）学习方面\n1.学习不深入\n已整改。\n2.记录不规范\n已整改。\n（二）作风方面\n⟦4.⟧调研不够\n已整改。\n5.文风不实\n已整改。\n（三）纪律方面\n6.考勤不严\n已整改。\n"),
    ("gap-at-the-start", "NUM002", "一、组织领导\n（一）加强领导\n成立专班。\n（二）压实责任\n明确分工。\n二、整改落实\n⟦（二）⟧作风方面\n已整改。\n（三）纪律方面\n已整改。\n三、下一步打算\n（一）持续整改\n常抓不懈。\n（二）健全制度\n建章立制。\n四、其他\n（一）接受监督\n公开公示。\n"),
    ("gap-of-two", "NUM002", "一、组织领导\n成立专班。\n⟦四、⟧整改落实\n逐项整改。\n五、下一步打算\n持续用力。\n"),
    ("gap-half-width", "NUM002", "一、整改落实\n(一)学习方面\n已整改。\n(二)作风方面\n已整改。\n⟦(四)⟧纪律方面\n已整改。\n"),
    ("gap-in-parts", "NUM002", "第一部分 组织领导\n成立专班。\n⟦第三部分⟧ 整改落实\n逐项整改。\n第四部分 下一步打算\n持续用力。\n"),
    ("lost-parent", "NUM002", "一、组织领导\n（一）加强领导\n成立专班。\n（二）压实责任\n明确分工。\n（一）学习方面\n已整改。\n（二）作风方面\n已整改。\n⟦三、⟧下一步打算\n（一）持续整改\n常抓不懈。\n（二）健全制度\n建章立制。\n"),
    ("duplicate-top", "NUM003", "一、组织领导\n成立专班。\n二、整改落实\n逐项整改。\n⟦二、⟧下一步打算\n持续用力。\n"),
    ("duplicate-that-shifts", "NUM003", "1.学习方面\n已整改。\n2.作风方面\n已整改。\n⟦2.⟧纪律方面\n已整改。\n3.廉政方面\n已整改。\n4.制度方面\n已整改。\n"),
    ("duplicate-first", "NUM003", "一、组织领导\n成立专班。\n⟦一、⟧整改落实\n逐项整改。\n二、下一步打算\n持续用力。\n"),
    ("section-pasted-twice", "NUM003", "一、组织领导\n（一）加强领导\n成立专班。\n（二）压实责任\n明确分工。\n⟦一、⟧组织领导\n（一）加强领导\n成立专班。\n（二）压实责任\n明确分工。\n二、整改落实\n（一）学习方面\n已整改。\n"),
    ("all-ones", "NUM003", "1.学习方面\n已整改。\n⟦1.⟧作风方面\n已整改。\n1.纪律方面\n已整改。\n1.廉政方面\n已整改。\n"),
    ("swapped", "NUM004", "一、组织领导\n成立专班。\n⟦三、⟧下一步打算\n持续用力。\n二、整改落实\n逐项整改。\n"),
    ("swapped-apart", "NUM004", "1.学习方面\n已整改。\n⟦4.⟧廉政方面\n已整改。\n3.纪律方面\n已整改。\n2.作风方面\n已整改。\n5.制度方面\n已整改。\n"),
    ("moved", "NUM004", "1.学习方面\n已整改。\n3.纪律方面\n已整改。\n4.廉政方面\n已整改。\n⟦2.⟧作风方面\n已整改。\n5.制度方面\n已整改。\n"),
    ("miswritten", "NUM004", "1.学习方面\n已整改。\n2.作风方面\n已整改。\n⟦8.⟧纪律方面\n已整改。\n4.廉政方面\n已整改。\n"),
    ("bracketed-first", "NUM005", "⟦（一）⟧加强领导\n成立专班。\n一、组织领导\n召开会议。\n二、整改落实\n（一）学习方面\n已整改。\n"),
    ("jump", "NUM005", "一、组织领导\n（一）加强领导\n成立专班。\n（二）压实责任\n明确分工。\n二、整改落实\n（一）学习方面\n1.学习不深入\n已整改。\n2.记录不规范\n已整改。\n三、专项整改\n⟦1.⟧选人用人问题\n已整改。\n2.意识形态问题\n已整改。\n"),
    ("bracket-and-comma", "NUM006", "一、整改落实\n（一）学习方面\n已整改。\n⟦（二）、⟧作风方面\n已整改。\n（三）纪律方面\n已整改。\n"),
    ("small-bracket-and-point", "NUM006", "1.学习方面\n（1）学习不深入\n已整改。\n⟦（2）.⟧记录不规范\n已整改。\n2.作风方面\n已整改。\n"),
    ("chinese-point", "NUM006", "一、组织领导\n成立专班。\n⟦二.⟧整改落实\n逐项整改。\n三、下一步打算\n持续用力。\n"),
    ("comma-throughout", "NUM006", "⟦1、⟧学习方面\n已整改。\n2、作风方面\n已整改。\n3、纪律方面\n已整改。\n"),
    ("minority-comma", "NUM006", "1.学习方面\n已整改。\n2.作风方面\n已整改。\n⟦3、⟧纪律方面\n已整改。\n4.廉政方面\n已整改。\n"),
    ("minority-point", "NUM006", "1、学习方面\n已整改。\n2、作风方面\n已整改。\n⟦3.⟧纪律方面\n已整改。\n4、廉政方面\n已整改。\n"),
    ("form-too-low", "NUM006", "一、组织领导\n成立专班。\n⟦2.⟧整改落实\n逐项整改。\n三、下一步打算\n持续用力。\n"),
    ("form-too-high", "NUM006", "一、整改落实\n（一）学习方面\n已整改。\n（二）作风方面\n已整改。\n⟦三、⟧纪律方面\n已整改。\n（四）廉政方面\n已整改。\n二、下一步打算\n持续用力。\n"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "marked"), [pytest.param(code, text, id=name) for name, code, text in FAULTY])
def test_one_fault_one_finding(code, marked):
    example = Bad(marked)
    words = [example.text[span.start : span.end] for span in example.spans]
    assert found(example.text) == [(code, each) for each in words]
