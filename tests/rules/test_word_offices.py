"""What the Word drafts of many offices showed: letter paper, tables with merged cells, totals and rates, titles set wide, numbers typed twice."""

from __future__ import annotations

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.readers.word import read_word
from disclosure_grammar.source import Part, Source
from disclosure_grammar.tree import Kind
from disclosure_lint.comparisons import Comparisons
from disclosure_lint.comparisons.model import Verdict
from disclosure_lint.diagnostic import FileReport
from disclosure_lint.engine import lint
from disclosure_lint.facts import Facts
from disclosure_lint.registry import load_rules
from disclosure_lint.rule import Safety
from disclosure_lint.settings import FileSettings
from word_files import abstract, document, num, p, tbl
from word_sources import Beside, Table, labelled, table, word

RULES = load_rules()
TITLE = "中共青岚县水利局党组关于巡察整改进展情况的通报"
LEAD = (
    "2024年3月11日至5月10日，县委第二巡察组对县水利局党组开展了巡察，6月28日反馈了巡察意见。现将整改进展情况通报如下。"
)
CONTACT = (
    "欢迎广大干部群众监督。联系电话：0717-5550132；地址：青岚县清溪路18号；邮编：443200；电子邮箱：slj@qinglan.gov.cn。"
)
SIGNED = ("中共青岚县水利局党组", "2025年1月15日")


def report(source: Source, genre: str | None = "progress") -> FileReport:
    made = lint(source, FileSettings.default(RULES, genre, "final")._replace(known=RULES))
    assert made.crashed == ()
    return made


def found(source: Source, genre: str | None = "progress", *families: str) -> list[tuple[str, str]]:
    return [
        (each.code, source.slice(each.span) if each.span else "")
        for each in report(source, genre).diagnostics
        if each.code.startswith(families or "")
    ]


def disclosure(*body: str | tuple[str, str] | Table, contact: str = CONTACT, beside: tuple[Beside, ...] = ()) -> Source:
    return word(TITLE, LEAD, *body, contact, *SIGNED, *beside)


def read(*body: str, **parts: str) -> Source:
    return read_word(
        document(*body, parts={f"word/{name}.xml": inner for name, inner in parts.items()}), "a.docx"
    ).source


# Titles


@pytest.mark.parametrize("words", ["整 改 方 案", "整　改　方　案", "通　　报"])
def test_the_last_line_of_a_title_may_be_set_wide(words: str) -> None:
    source = word("中共青岚县水利局党组关于巡察反馈意见的", words, LEAD, "一、总体要求", "坚持问题导向。")
    made = report(source, None)
    assert made.document is not None
    titles = [leaf.text for leaf in made.document.of(Kind.TITLE)]
    assert titles[-1] == words
    assert "STR001" not in {each.code for each in made.diagnostics}


def test_a_plan_is_known_by_a_title_set_wide() -> None:
    body = ("一、总体要求", "坚持问题导向。")
    assert (
        report(word("青岚县水利局巡察", "整 改 方 案", "为抓好整改，结合实际，现明确如下。", *body), None).genre
        == "plan"
    )


# The end of the draft

PRINTED = table(["抄送：县纪委监委，县委巡察办。", None], ["青岚县水利局办公室", "2025年1月15日印发"])


def test_a_table_of_copies_below_the_signature_hides_it_not() -> None:
    source = word(TITLE, LEAD, "一、整改情况", "已完成整改。", CONTACT, *SIGNED, "（此件公开发布）", PRINTED)
    document = report(source).document
    assert document is not None
    assert [leaf.text for leaf in document.of(Kind.SIGNATORY, Kind.DATE)] == list(SIGNED)


def test_without_a_signature_such_a_table_is_none() -> None:
    source = word(TITLE, LEAD, "一、整改情况", "已完成整改。", CONTACT, table(["抄送：县纪委监委。", "共印30份"]))
    assert {"STR005", "STR006"} <= {code for code, _ in found(source)}


# Contact details on letter paper

LETTER = "地址：青岚县清溪路18号　电话：0717-5550132\n邮编：443200　电子邮箱：slj@qinglan.gov.cn"


def test_a_wrong_phone_at_the_foot_of_the_page_is_found() -> None:
    foot = Beside("地址：青岚县清溪路18号　电话：0717-555013", Part.FOOTER)
    source = disclosure("一、整改情况", "已完成整改。", beside=(foot,))
    assert found(source, "progress", "CON") == [("CON005", "0717-555013")]


@pytest.mark.parametrize("part", [Part.HEADER, Part.FOOTER])
def test_contact_details_on_letter_paper_are_published(part: Part) -> None:
    source = disclosure(
        "一、整改情况", "已完成整改。", contact="欢迎广大干部群众监督。", beside=(Beside(LETTER, part),)
    )
    assert found(source, "progress", "CON") == []


@pytest.mark.parametrize("words", ["— 12 —", "第12页 共128页", "云办发〔2025〕12号", "打印时间：2025-01-12 12:30"])
def test_page_numbers_are_no_contact_details(words: str) -> None:
    source = disclosure(
        "一、整改情况", "已完成整改。", contact="欢迎广大干部群众监督。", beside=(Beside(words, Part.FOOTER),)
    )
    assert [code for code, _ in found(source, "progress", "CON")] == ["CON001"]


def test_what_lacks_in_the_text_is_told_there() -> None:
    contact = "欢迎广大干部群众监督。地址：青岚县清溪路18号；电子邮箱：slj@qinglan.gov.cn。"
    source = disclosure(
        "一、整改情况", "已完成整改。", contact=contact, beside=(Beside("地址：青岚县清溪路18号", Part.FOOTER),)
    )
    ((code, words),) = found(source, "progress", "CON")
    assert code == "CON002"
    assert words in contact


# Numbers typed behind automatic ones

LEVELS = {
    "numbering": abstract(0, ("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")) + num(1, 0)
}


@pytest.mark.parametrize(
    ("level", "typed", "words"),
    [
        (0, "二、", "落实整改"),
        (0, "一、", "落实整改"),
        (0, "二、 ", "落实整改"),
        (1, "（一）", "落实整改"),
        (2, "1.", "落实整改"),
        (2, "3．", "落实整改"),
    ],
)
def test_a_number_typed_behind_an_automatic_one(level: int, typed: str, words: str) -> None:
    source = read(
        p("提高站位", num=(1, 0)), p("召开会议。"), p(typed + words, num=(1, level)), p("逐项整改。"), p("巩固成果", num=(1, 0)), p("健全制度。"), **LEVELS
    )  # fmt: skip
    doubled = [each for each in report(source).diagnostics if each.code == "NUM003"]
    assert [source.slice(each.span) for each in doubled if each.span] == [typed.strip()]
    fix = doubled[0].fix
    assert fix is not None
    assert fix.safety is Safety.UNSAFE
    assert [source.slice(edit.span) for edit in fix.edits] == [typed]


@pytest.mark.parametrize(
    "words",
    ["一、二级公路养护不到位", "3.5万元资金闲置", "2024年预算执行不力", "“三重一大”制度不落实", "（试点）工作推进慢"],
)
@pytest.mark.parametrize("level", [0, 1, 2])
def test_what_only_looks_like_a_second_number(level: int, words: str) -> None:
    source = read(p(words, num=(1, level)), p("逐项整改。"), **LEVELS)
    assert "NUM003" not in {code for code, _ in found(source)}


@pytest.mark.parametrize(
    ("line", "doubled"), [("（二）（二）落实整改", True), ("1.1.落实整改", False), ("2.1.落实整改", False)]
)
def test_typed_numbers_of_two_levels_are_none(line: str, doubled: bool) -> None:
    codes = {code for code, _ in found(word(TITLE, "一、整改情况", "（一）提高站位", "召开会议。", line, "逐项整改。"))}
    assert ("NUM003" in codes) is doubled


# Tables of measures

HEAD = ("序号", "反馈问题", "整改措施", "责任领导", "责任部门", "完成时限")


def cell(words: str, merge: str = "") -> str:
    merged = {"": "", "first": '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', "on": "<w:tcPr><w:vMerge/></w:tcPr>"}[
        merge
    ]
    return f"{merged}{p(words)}"


def plan(*rows: tuple[str, ...]) -> Source:
    lead = "为抓好巡察反馈问题整改，制定本方案。"
    return read(
        p("青岚县水利局巡察整改方案"),
        p(lead),
        p("一、整改措施"),
        tbl(HEAD, *rows),
        p("青岚县水利局"),
        p("2025年5月6日"),
    )


def measure(
    number: int, *, owner: str = "王立新", department: str = "规划科", merge: str = "", limit: str = "2025年9月30日"
) -> tuple[str, ...]:
    own = (cell("" if merge == "on" else words, merge) for words in (str(number), f"制度{number}不健全"))
    return (*own, cell(f"修订办法第{number}项"), cell(owner, merge), cell(department, merge), cell(limit))


def test_merged_cells_are_told_from_empty_ones() -> None:
    source = plan(measure(1, merge="first"), measure(1, merge="on", owner="", department=""), measure(2))
    assert [block.merged for block in source.layout.blocks] == [(), (), (0, 1, 3, 4), ()]
    assert found(source, "plan", "DDL") == []


def test_an_empty_cell_among_merged_ones_is_empty() -> None:
    source = plan(
        measure(1, merge="first"), measure(1, merge="on", owner="", department=""), measure(2, merge="first"),
        measure(2, merge="on", owner="", department=""), measure(3), measure(4, owner="", department=""), measure(5), measure(6),
    )  # fmt: skip
    assert found(source, "plan", "DDL") == [("DDL004", "修订办法第4项")]


def test_one_column_of_owners_left_empty_in_one_row() -> None:
    rows = (measure(1, merge="first"), measure(1, merge="on", owner="", department=""), *map(measure, range(2, 6)))
    source = plan(*rows, measure(6, owner=""))
    assert [code for code, _ in found(source, "plan", "DDL")] == ["DDL004"]


# Totals and tables

RATES = (
    ("类别", "反馈问题数", "已完成", "持续推进", "完成率"),
    ("决策部署", "8", "7", "1", "87.5%"),
    ("从严治党", "9", "8", "1", "88.9%"),
    ("队伍建设", "6", "5", "1", "83.3%"),
    ("合计", "23", "20", "3", "86.9%"),
)


def rates(*changes: tuple[str, str]) -> Source:
    rows = [[dict(changes).get(words, words) for words in row] for row in RATES]
    return disclosure("一、整改情况", "反馈问题的整改情况见下表。", table(*rows))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ((), []),
        ((("86.9%", "87.0%"),), []),
        ((("86.9%", "100%"),), []),
        ((("88.9%", "89.8%"),), [("TOT003", "89.8%")]),
        ((("88.9%", "89.8%"), ("87.5%", "78.5%")), []),
        ((("完成率", "满意率"), ("88.9%", "99%")), []),
        ((("88.9%", "")), []),
    ],
    ids=["right", "rounded-up", "with-what-goes-on", "one-wrong", "two-wrong", "another-rate", "one-left-out"],
)  # fmt: skip
def test_rates_in_a_table(changes: tuple[tuple[str, str], ...], expected: list[tuple[str, str]]) -> None:
    pairs = changes if not changes or isinstance(changes[0], tuple) else (changes,)
    assert found(rates(*pairs), "progress", "TOT003", "TOT002") == expected


def test_rates_that_are_right_are_verified() -> None:
    source = rates()
    document = parse(source)
    comparisons = Comparisons(document, Facts(document)).of("percentage")
    verified = {source.slice(each.figure) for each in comparisons if each.verdict is Verdict.VERIFIED}
    assert verified == {"87.5%", "88.9%", "83.3%", "86.9%"}


@pytest.mark.parametrize("form", ["{}", "{}.", "（{}）", "{}、"])
def test_the_rows_of_a_table_are_counted_however_they_are_numbered(form: str) -> None:
    rows = [(form.format(number), f"制度{number}不健全", "修订办法。") for number in range(1, 7)]
    source = disclosure(
        "一、整改情况", "巡察反馈的7个问题整改情况见下表。", table(("序号", "反馈问题", "整改措施"), *rows)
    )
    assert found(source, "progress", "TOT006") == [("TOT006", "7个")]


ACCOUNT = "本次巡察共反馈问题11个，截至2024年12月31日，"


@pytest.mark.parametrize(
    ("account", "outlook", "expected"),
    [
        ("已完成9个，正在推进1个。", "对尚未完成的2个问题加快推进。", [("TOT002", "11个")]),
        ("已完成9个，正在推进2个。", "对尚未完成的2个问题加快推进。", []),
        ("已完成9个，长期坚持1个。", "对长期坚持的1个问题常抓不懈。", [("TOT008", "9个")]),
        ("已完成10个，长期坚持1个。", "对长期坚持的1个问题常抓不懈。", []),
        ("已完成9个。", "对剩余的2个问题抓紧整改。", []),
        ("已完成9个。", "对剩余的2个问题继续抓好整改。", []),
    ],
    ids=["more-are-left-below", "sound", "kept-up-is-no-rest", "kept-up", "in-haste", "going-on"],
)  # fmt: skip
def test_an_account_and_what_the_outlook_says_of_it(
    account: str, outlook: str, expected: list[tuple[str, str]]
) -> None:
    source = disclosure("一、整改情况", ACCOUNT + account, "二、下一步打算", outlook)
    assert found(source, "progress", "TOT002", "TOT005", "TOT008") == expected


# What is not done yet

STATED = "反馈的6个问题，截至2024年12月31日，已完成4个，{}2个。"


@pytest.mark.parametrize(
    ("status", "items", "outlook", "expected"),
    [
        ("基本完成", ("引进8名。", "新建9处。"), "抓好基本完成的2个问题整改，确保2025年6月30日前全部销号。", []),
        ("正在整改", ("引进8名。", "新建9处。"), "对正在整改的2个问题，确保2025年6月30日前完成。", []),
        ("正在推进", ("引进8名。正在推进，2025年6月底前到岗。", "新建9处。正在推进，2025年6月底前完工。"), "巩固成果。", []),
        ("基本完成", ("引进8名。基本完成，2025年6月底前到岗。", "新建9处。该项工作基本完成，2025年6月底前完工。"), "巩固成果。", []),
        ("正在推进", ("引进8名。正在推进，2025年6月底前到岗。", "新建9处。正在推进。"), "巩固成果。", ["DDL002"]),
        ("正在推进", ("引进8名。", "新建9处。"), "对正在推进的2个问题加快推进。", ["DDL002"]),
    ],
    ids=["a-limit-for-what-is-nearly-done", "a-limit-for-what-goes-on", "items-under-way", "items-nearly-done", "one-without", "none"],
)  # fmt: skip
def test_remainders_and_the_dates_that_serve_them(
    status: str, items: tuple[str, str], outlook: str, expected: list[str]
) -> None:
    source = disclosure(
        "一、整改情况", STATED.format(status), labelled("（一）", "队伍力量薄弱"), items[0], labelled("（二）", "供水保障不足"), items[1],
        "二、下一步打算", outlook,
    )  # fmt: skip
    assert [code for code, _ in found(source, "progress", "DDL002")] == expected


# Paragraphs that lost their full stop


def test_a_short_report_without_its_full_stop_is_no_caption() -> None:
    items = (
        "修订规则3项，培训12人。",
        "开展治理，排查项目44个",
        "引进8名，交流5名。",
        "清理台账，收回借款6笔。",
        "走访企业，解决难题9个。",
    )
    body = [
        part
        for number, words in enumerate(items)
        for part in (labelled(f"{number + 1}.", f"制度{number}执行不严"), words)
    ]
    source = disclosure("一、整改情况", "坚持边查边改，逐项落实。", *body)
    assert found(source, "progress", "STR004", "TXT004") == [("TXT004", "排查项目44个")]


# A heading that lost its automatic number: the list below it goes on counting


@pytest.mark.parametrize(("first", "expected"), [(3, ["NUM001"]), (1, ["NUM001"])], ids=["goes-on", "begins-anew"])
def test_items_below_a_heading_without_its_number_are_no_second_fault(first: int, expected: list[str]) -> None:
    def problem(label: str, title: str, start: int) -> list[str | tuple[str, str]]:
        measures = [
            labelled(f"（{start + number}）", f"修订办法，2025年{7 + number}月31日前印发；") for number in range(2)
        ]
        return [
            labelled(label, title) if label else title,
            "整改措施：",
            *measures,
            "责任领导：黄某",
            "完成时限：2025年9月30日",
        ]

    body = [
        *problem("1.", "农村公路管护不到位", 1),
        *problem("", "公交线网布局不合理", first),
        *problem("2.", "超限超载治理不力", 1),
    ]
    source = word("云溪市交通运输局整改工作方案", "为做好整改工作，制定本方案。", "一、整改任务", *body)
    assert [code for code, _ in found(source, "plan", "NUM")] == expected
