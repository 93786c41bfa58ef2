"""NUM001-NUM006 on whole drafts: silent in every sound numbering habit, and one finding for one planted fault."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from disclosure_grammar.numerals import chinese, circled
from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.comparisons import Comparisons
from disclosure_lint.facts import Facts
from disclosure_lint.facts.headings.runs import with_number
from disclosure_lint.rule import Bad, Draft
from disclosure_rules.numbering import RULES

NUMBERING = [rule for rule in RULES if rule.code != "NUM007"]


def read(text: str, path: str = "draft.txt") -> Draft:
    document = parse(Source(path, text, "markdown" if path.endswith(".md") else "text"))
    facts = Facts(document)
    return Draft(document, "progress", facts, Comparisons(document, facts))


def found(text: str, path: str = "draft.txt") -> list[tuple[str, str]]:
    draft = read(text, path)
    findings = [
        (finding.span.start, rule.code, draft.source.slice(finding.span))
        for rule in NUMBERING
        for finding in rule.check(draft, None)
    ]
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


def build(
    levels: list[tuple[str, int]],
    *,
    run_on: tuple[str, ...] = (),
    run_in: bool = False,
    label: str = "",
    lead: str = "",
) -> str:
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
    "three-levels-run-on-both": build(
        [("chinese", 3), ("bracketed", 3), ("arabic", 3)], run_on=("bracketed", "arabic")
    ),
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
        return (
            text[:end].removesuffix(label.text) + with_number(label, label.number - 1) + text[end:]
            if label.number > 1 and section is not siblings[0]
            else None
        )
    if not behind:
        return None  # at the end of a list nothing tells
    if kind == "lost":
        return text[:start] + text[end:]
    if kind == "changed":
        return text[:start] + with_number(label, label.number + 3) + text[end:]
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


# ---- drafts written out: a line "=== name code" opens each ----


def drafts(name: str) -> list[pytest.param]:
    """The drafts of one file, as (word behind the name, text), with the name as the test's id."""
    blocks = (Path(__file__).parent / name).read_text(encoding="utf-8").split("=== ")[1:]
    made = []
    for block in blocks:
        head, text = block.split("\n", 1)
        title, _, word = head.partition(" ")
        made.append(pytest.param(word, text, id=title))
    return made


@pytest.mark.parametrize(("markup", "text"), drafts("numbering_sound.txt"))
def test_no_false_alarm(markup, text):
    assert found(text, "draft.md" if markup else "draft.txt") == []


@pytest.mark.parametrize(("code", "marked"), drafts("numbering_faulty.txt"))
def test_one_fault_one_finding(code, marked):
    example = Bad(marked)
    words = [example.text[span.start : span.end] for span in example.spans]
    assert found(example.text) == [(code, each) for each in words]


@pytest.mark.parametrize(
    ("text", "path", "grades"),
    [
        pytest.param(
            "# 通报\n\n## 一、组织领导\n\n成立专班。\n\n## 二、整改落实\n\n逐项整改。\n\n## 长效机制\n\n修订制度。\n",
            "a.md",
            ["thin"],
            id="only-the-markup-tells",
        ),
        pytest.param(
            "# 通报\n\n## 一、组织领导\n\n成立专班。\n\n## 长效机制\n\n修订制度。\n\n## 二、整改落实\n\n逐项整改。\n",
            "a.md",
            ["firm"],
            id="the-markup-among-siblings",
        ),
        pytest.param(
            "一、组织领导\n成立专班。\n整改落实\n逐项整改。\n三、下一步打算\n持续用力。\n",
            "a.txt",
            ["firm"],
            id="the-open-place",
        ),
        pytest.param(
            "一、组织领导\n成立专班。\n二、整改落实\n逐项整改。\n长效机制建设\n修订制度。\n三、下一步打算\n持续用力。\n",
            "a.txt",
            ["thin"],
            id="a-lone-caption-with-text-of-its-own",
        ),
        pytest.param(
            "一、整改情况\n（一）产业发展方面。\n1.产业不强。建棚86座。\n2.集体薄弱。全部清零。\n基层治理方面。\n1.调解不力。化解143件。\n2.网格不细。调整37个。\n",
            "a.txt",
            ["thin"],
            id="a-second-list-below-a-sentence",
        ),
        pytest.param(
            "一、整改情况\n1.河长制落实不力\n（1）巡河120次。\n（2）清理垃圾36吨。\n水费收缴不规范\n（1）公开水价。\n（2）退还水费2万元。\n",
            "a.txt",
            ["thin"],
            id="a-second-list-below-a-caption",
        ),
        pytest.param(
            "# 通报\n\n## 一、整改情况\n\n### （一）党的建设方面\n\n学习6次。\n\n### 民生保障方面\n\n整治76处。\n",
            "a.md",
            ["thin"],
            id="the-markup-of-a-single-sibling",
        ),
        pytest.param(
            "一、组织领导\n成立专班。\n二、整改落实\n（一）学习问题。学习6次。\n（二）作风问题。督查3次。\n下一步工作打算\n持续用力。\n",
            "a.txt",
            ["thin"],
            id="the-last-part",
        ),
        pytest.param(
            "一、整改情况\n1.关于“学习不深入”的问题。学习6次。\n2.关于“作风不扎实”的问题。督查3次。\n关于“制度不健全”的问题。修订4项。\n",
            "a.txt",
            ["thin"],
            id="a-heading-that-runs-on",
        ),
        pytest.param(
            "一、整改情况\n1.关于“学习不深入”问题。\n（1）学习6次。\n（2）研讨3次。\n关于“作风不扎实”问题。\n（1）督查3次。\n（2）通报2起。\n"
            "3.关于“制度不健全”问题。\n（1）修订4项。\n（2）废止1项。\n",
            "a.txt",
            ["firm"],
            id="a-sentence-in-the-open-place",
        ),
        pytest.param(
            "一、路网建设\n1）改建公路68公里；\n改造危桥5座；\n3）完善设施23公里。\n",
            "a.txt",
            ["firm"],
            id="an-item-among-items",
        ),
        pytest.param(
            "一、整改情况\n（一）针对“学习不深”的问题，制定计划，学习6次。\n针对“引导不力”的问题，建立机制，处置47起。\n"
            "（三）针对“基础不牢”的问题，实施改造，新增1260个。\n",
            "a.txt",
            ["firm"],
            id="an-item-that-begins-alike",
        ),
    ],
)
def test_how_sure_it_is(text, path, grades):
    draft = read(text, path)
    assert [(rule.code, finding.grade) for rule in NUMBERING for finding in rule.check(draft, None)] == [
        ("NUM001", each) for each in grades
    ]
