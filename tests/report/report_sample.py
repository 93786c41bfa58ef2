"""Reports made by hand, for the tests of the renderers."""

from __future__ import annotations

from disclosure_grammar.source import Source, Span
from disclosure_grammar.tree import Kind, Node
from disclosure_lint.diagnostic import Diagnostic, FileReport, Place, Report
from disclosure_lint.facts.model import Personal
from disclosure_lint.rule import PRACTICE, Edit, Fix, Safety, Severity, Text

DRAFT = (
    "中共青岚县人民法院党组关于巡察整改进展情况的通报\n"
    "\n"
    "\u3000\u3000根据县委统一部署，2023年3月6日至4月28日，县委第二巡察组对县法院党组开展了常规巡察，2023年6月12日反馈了巡察意见，"
    "共指出3个方面79项具体问题。院党组高度重视，切实担起整改主体责任，先后召开党组会6次、专题会11次研究部署整改工作。"
    "截至2023年11月底，反馈的79项问题已完成整改77项，整改完成率97.74%，其余2项正在按计划推进，预计2024年3月底前完成。\n"
    "一、整改工作组织落实情况\n"
    "三、重点问题整改情况\n"
    "（一）关于𠮷林庭管理不规范的问题\n"
    "整改情况：一是修订公务用车管理办法，\r\n二是登记在册车辆9台。\n"
    "联系人王某，身份证号110101199003074514，联系电话0377- 6155 0132。\n"
)


def span(words: str, occurrence: int = 0, text: str = DRAFT) -> Span:
    """Where some words stand."""
    at = -1
    for _ in range(occurrence + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def personal() -> Personal:
    place = span("110101199003074514")
    return Personal(place, Node(Kind.PARAGRAPH, place), "identity")


PERCENTAGE = Diagnostic(
    code="TOT003",
    name="percentage-mismatch",
    severity=Severity.ERROR,
    message=Text(
        "完成率写作97.74%，但已完成77项除以反馈79项得97.47%。",
        "The text says 97.74%, but 77 done of 79 reported is 97.47%.",
    ),
    span=span("97.74%"),
    help=Text(
        "核对完成数和总数，再改百分比；三个数必须能互相算得出。", "Check both counts, then correct the percentage."
    ),
    basis=PRACTICE,
    fingerprint="aaaa000011112222",
    related=(
        Place(span("79项", 1), Text("总数：79项", "the total: 79项")),
        Place(span("77项"), Text("已完成：77项", "done: 77项")),
    ),
    values={"stated": "97.74%", "computed": "97.47%"},
)
WHOLE = Diagnostic(
    code="CON004",
    name="missing-email",
    severity=Severity.INFO,
    message=Text("全文没有电子邮箱。", "The draft gives no e-mail address."),
    span=None,
    help=Text("在文末联系方式中补上单位的公务邮箱。", "Add the office's mailbox to the contact lines."),
    basis=PRACTICE,
    fingerprint="bbbb000011112222",
)
GAP = Diagnostic(
    code="NUM002",
    name="numbering-gap",
    severity=Severity.ERROR,
    message=Text("“一、”之后应是“二、”，这里写的是“三、”。", "“三、” follows “一、”; “二、” was expected."),
    span=span("三、"),
    help=Text("补上缺的部分，或改正序号。", "Add the missing part or correct the number."),
    basis=Text("《党政机关公文格式》（GB/T 9704—2012）7.3.3", "GB/T 9704-2012, 7.3.3"),
    fingerprint="cccc000011112222",
    related=(Place(span("一、"), Text("前一个序号", "the number before")),),
)
ASTRAL = Diagnostic(
    code="TXT009",
    name="made-up",
    severity=Severity.WARNING,
    message=Text("“𠮷林庭”前后写法不一，\n与别处不同。", "“𠮷林庭” is written\nin two ways."),
    span=span("管理不规范"),
    help=Text("统一写法。", "Write it in one way."),
    basis=PRACTICE,
    fingerprint="dddd000011112222",
)
LINES = Diagnostic(
    code="NUM007",
    name="enumeration-broken",
    severity=Severity.ERROR,
    message=Text("列举只有两项：100%, “a:b”。", "Two items only: 100%, “a:b”."),
    span=span("一是修订公务用车管理办法，\r\n二是"),
    help=Text("补齐。", "Complete it."),
    basis=PRACTICE,
    fingerprint="eeee000011112222",
)
SPACING = Diagnostic(
    code="CON008",
    name="contact-spacing",
    severity=Severity.WARNING,
    message=Text("电话号码里有空格。", "There are spaces in the phone number."),
    span=span("0377- 6155 0132"),
    help=Text("去掉号码中的空格。", "Take the spaces out."),
    basis=PRACTICE,
    fingerprint="ffff000011112222",
    values={"near": "110101199003074514"},
    fix=Fix(
        Text("改为0377-61550132", "write 0377-61550132"),
        (Edit(span("0377- 6155 0132"), "0377-61550132"),),
        Safety.SAFE,
    ),
)
FOUND = (WHOLE, PERCENTAGE, GAP, ASTRAL, LINES, SPACING)


def report() -> Report:
    """A faulty file, a clean one and one that could not be read."""
    source = Source("drafts/整改 通报.txt", DRAFT)
    return Report(
        (
            FileReport(
                source.path, source=source, genre="progress", diagnostics=FOUND, suppressed=2, personal=(personal(),)
            ),
            FileReport("drafts/clean.md", source=Source("drafts/clean.md", "整改方案\n", "markdown"), genre="plan"),
            FileReport("drafts/scan.pdf", error=Text("不是文本文件", "not a text file")),
        )
    )
