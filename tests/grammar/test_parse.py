"""The parser: what trees drafts have, and that any text has one."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar import tables
from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_grammar.tree import CONTAINERS, NOT_PROSE, Form, Kind, Node


def shape(node: Node) -> str:
    """A tree in one line: containers with their children, leaves with label and the beginning of their words."""
    if node.kind in CONTAINERS:
        return f"{node.kind}({' '.join(shape(child) for child in node.children)})"
    label = f"{node.label.text}|" if node.label else ""
    return f"{node.kind}[{label}{(node.title or node.text)[:10]}]"


def shape_of(text: str, markup: str = "text") -> str:
    return shape(parse(Source("draft", text, markup)).root)


HEADS = [
    pytest.param(
        "青岚县委办公室\n关于巡察整改情况的通报\n\n各乡镇党委：\n\u3000\u3000现将情况通报如下。\n一、甲\n乙。\n",
        "document(title[青岚县委办公室] title[关于巡察整改情况的通] salutation[各乡镇党委：] paragraph[\u3000\u3000现将情况通报如下] "
        "section(heading[一、|甲] paragraph[乙。]))",
        id="title-of-two-lines-and-addressee",
    ),
    pytest.param(
        "关于整改情况的通报\n青岚县人民法院党组\n（2024年8月3日）\n正文第一段。\n一、甲\n",
        "document(title[关于整改情况的通报] signature(signatory[青岚县人民法院党组] date[（2024年8月3日]) paragraph[正文第一段。] "
        "section(heading[一、|甲]))",
        id="body-and-date-under-the-title",
    ),
    pytest.param(
        "当前位置：首页 > 公开\n某县整改情况通报\n发布时间：2024-09-20 来源：本站\n小编\n字体：大 中 小\n正文。\n一、甲\n",
        "document(residue[当前位置：首页 > ] title[某县整改情况通报] residue[发布时间：2024-] residue[小编] residue[字体：大 中 小] "
        "paragraph[正文。] section(heading[一、|甲]))",
        id="page-head",
    ),
    pytest.param(
        "县委：\n现将整改方案报上。\n",
        "document(salutation[县委：] paragraph[现将整改方案报上。])",
        id="no-title",
    ),
    pytest.param(
        "关于整改的通报\n青法党〔2024〕5号\n正文。\n",
        "document(title[关于整改的通报] note[青法党〔2024〕5] paragraph[正文。])",
        id="document-number",
    ),
]

BODIES = [
    pytest.param(
        "第一部分 总体\n一、甲\n（一）子。内容。\n1.细。内容。\n（1）更细。\n①最细。\n第二部分 其他\n一、乙\n",
        "document(section(heading[第一部分|总体] section(heading[一、|甲] section(heading[（一）|子] paragraph[内容。] "
        "section(heading[1.|细] paragraph[内容。] section(heading[（1）|更细] section(heading[①|最细])))))) "
        "section(heading[第二部分|其他] section(heading[一、|乙])))",
        id="six-levels",
    ),
    pytest.param(
        "一、甲\n1.乙\n2.丙\n二、丁\n3.戊\n",
        "document(section(heading[一、|甲] section(heading[1.|乙]) section(heading[2.|丙])) "
        "section(heading[二、|丁] section(heading[3.|戊])))",
        id="running-on-with-a-level-missing",
    ),
    pytest.param(
        "1、甲\n（一）子\n（二）子\n2、乙\n（一）子\n（二）子\n3、丙\n（一）子\n",
        "document(section(heading[1、|甲] section(heading[（一）|子]) section(heading[（二）|子])) "
        "section(heading[2、|乙] section(heading[（一）|子]) section(heading[（二）|子])) section(heading[3、|丙] "
        "section(heading[（一）|子])))",
        id="order-of-forms-inferred",
    ),
    pytest.param(
        "１．加强领导。成立小组。\n２．加强督查。\n",
        "document(section(heading[１．|加强领导] paragraph[成立小组。]) section(heading[２．|加强督查]))",
        id="full-width-digits-run-in",
    ),
    pytest.param(
        "1.针对“责任不清。制度不明”问题。已完成整改。\n（一）乙：成立小组，明确分工。落实责任。\n",
        "document(section(heading[1.|针对“责任不清。制度] paragraph[已完成整改。]) section(heading[（一）|乙] "
        "paragraph[成立小组，明确分工。]))",
        id="full-stop-in-a-quotation",
    ),
    pytest.param(
        "一、甲\n存在问题：不够。\n整改措施：\n1.做甲。\n责任领导：张三\n2.做乙。\n责任领导：李四\n二、乙\n",
        "document(section(heading[一、|甲] labelled(label[存在问题] paragraph[不够。]) labelled(label[整改措施] "
        "section(heading[1.|做甲] labelled(label[责任领导] paragraph[张三])) section(heading[2.|做乙] "
        "labelled(label[责任领导] paragraph[李四])))) section(heading[二、|乙]))",
        id="labels-of-each-item",
    ),
    pytest.param(
        "整改任务\n学习不够\n整改措施：\n1.做甲。\n2.做乙。\n（二）作风不实\n整改措施：\n1.做丙。\n",
        "document(title[整改任务] caption[学习不够] labelled(label[整改措施] section(heading[1.|做甲]) section(heading[2.|做乙])) "
        "section(heading[（二）|作风不实] labelled(label[整改措施] section(heading[1.|做丙]))))",
        id="higher-heading-closes-a-labelled-block",
    ),
    pytest.param(
        "一、甲\n整改措施：\n1.做甲。\n2.做乙。\n责任领导：张三\n二、乙\n",
        "document(section(heading[一、|甲] labelled(label[整改措施] section(heading[1.|做甲]) "
        "section(heading[2.|做乙])) labelled(label[责任领导] paragraph[张三])) section(heading[二、|乙]))",
        id="label-of-the-whole-list",
    ),
    pytest.param(
        "一、甲\n针对“不严”问题，进行以下整改。\n一是改。\n二是立。\n针对“不实”问题。\n整改情况：已改。\n",
        "document(section(heading[一、|甲] labelled(opening[针对“不严”问题，进] enumeration(point[一是|一是改。] "
        "point[二是|二是立。])) labelled(opening[针对“不实”问题] labelled(label[整改情况] paragraph[已改。]))))",
        id="openings",
    ),
    pytest.param(
        "2024年8月3日，县委巡察。\n3.5万元资金。\n10%以上。\n（2024）青01民终5号案件。\n一、二审案件均已办结。\n三、四级法官共12人。\n三、四季度共整改12个。\n第一议题制度落实。\n一是否妥当。\n",
        "document(paragraph[2024年8月3日，] paragraph[3.5万元资金。] paragraph[10%以上。] paragraph[（2024）青01民] "
        "paragraph[一、二审案件均已办结] paragraph[三、四级法官共12人] paragraph[三、四季度共整改12] paragraph[第一议题制度落实。] paragraph[一是否妥当。])",
        id="numbers-that-are-no-labels",
    ),
    pytest.param(
        "一、甲\n内容。\n组织领导\n成立小组。\n三、丙\n丁。\n",
        "document(section(heading[一、|甲] paragraph[内容。] caption[组织领导] paragraph[成立小组。]) "
        "section(heading[三、|丙] paragraph[丁。]))",
        id="heading-without-number",
    ),
    pytest.param(
        "1.存在问题：\n（1）学习少。\n（2）督查少。\n整改情况：\n（1）学习6次。\n（2）督查3次。\n",
        "document(section(heading[1.|存在问题] section(heading[（1）|学习少]) section(heading[（2）|督查少]) labelled(label[整改情况] "
        "section(heading[（1）|学习6次]) section(heading[（2）|督查3次]))))",
        id="label-between-two-lists",
    ),
    pytest.param(
        "（一）甲\n问题一：学习少。\n整改情况：学习6次。\n问题二：督查少。\n整改情况：督查3次。\n",
        "document(section(heading[（一）|甲] paragraph[问题一：学习少。] labelled(label[整改情况] paragraph[学习6次。]) "
        "paragraph[问题二：督查少。] labelled(label[整改情况] paragraph[督查3次。])))",
        id="numbered-problems",
    ),
    pytest.param(
        "一、甲\n（一）乙\n丙。\n结  语\n丁。\n",
        "document(section(heading[一、|甲] section(heading[（一）|乙] paragraph[丙。])) caption[结  语] paragraph[丁。])",
        id="epilogue",
    ),
    pytest.param(
        "一、二类疫苗从严管理。\n二、三线城市名单\n一、四个意识树得不牢\n二、三个聚焦抓整改\n二、三年行动成效\n三、四季度完成整改3个。\n",
        "document(paragraph[一、二类疫苗从严管理] caption[二、三线城市名单] section(heading[一、|四个意识树得不牢]) "
        "section(heading[二、|三个聚焦抓整改]) section(heading[二、|三年行动成效] paragraph[三、四季度完成整改3]))",
        id="two-numerals-in-a-row",
    ),
]

TAILS = [
    pytest.param(
        "一、甲\n正文。\n特此通报。\n附件：1.整改清单\n\u3000\u3000\u30002.任务表\n中共青岚县委\n2024年8月3日\n附件1\n整改清单\n一、清单\n内容。\n",
        "document(section(heading[一、|甲] paragraph[正文。] paragraph[特此通报。]) annex(annex-note[附件：1.整改清单] "
        "annex-note[2.|\u3000\u3000\u30002.任务表]) signature(signatory[中共青岚县委] date[2024年8月3日]) annex(annex-note[附件1] "
        "caption[整改清单] section(heading[一、|清单] paragraph[内容。])))",
        id="annex-note-signature-annex",
    ),
    pytest.param(
        "一、甲\n正文。\n中共青岚县委\n2024年8月3日\n附表：整改清单\n序号\t问题\t措施\n1\t甲\t乙\n附件2：任务表\n1.学习不深。已整改。\n",
        "document(section(heading[一、|甲] paragraph[正文。]) signature(signatory[中共青岚县委] date[2024年8月3日]) "
        "annex(annex-note[附表：整改清单] table(row[序号\t问题\t措施] row[1\t甲\t乙])) "
        "annex(annex-note[附件2：任务表] section(heading[1.|学习不深] paragraph[已整改。])))",
        id="annexes-with-titles-below-the-signature",
    ),
    pytest.param(
        "一、甲\n正文。\n中共青岚县委\n2024年8月3日\n附件：整改清单\n抄送：县纪委。\n",
        "document(section(heading[一、|甲] paragraph[正文。]) signature(signatory[中共青岚县委] date[2024年8月3日]) "
        "annex(annex-note[附件：整改清单]) note[抄送：县纪委。])",
        id="annex-note-below-the-signature",
    ),
    pytest.param(
        "一、甲\n正文。\n中共青岚县委\n2024年8月3日\n欢迎监督。联系电话：0377-61550132\n",
        "document(section(heading[一、|甲] paragraph[正文。]) signature(signatory[中共青岚县委] date[2024年8月3日]) "
        "contacts(invitation[欢迎监督。联系电话：]))",
        id="contacts-below-the-signature",
    ),
    pytest.param(
        "一、甲\n正文。\n欢迎广大群众监督。联系方式如下：\n1.联系电话：0377-61550132；\n2.电子邮箱：a@b.gov.cn。\n中共青岚县委  2024年8月3日\n",
        "document(section(heading[一、|甲] paragraph[正文。]) contacts(invitation[欢迎广大群众监督。联] "
        "contact[1.|1.联系电话：037] contact[2.|2.电子邮箱：a@b]) signature(signatory[中共青岚县委  ] date[2024年8月3日]))",
        id="numbered-contacts-and-one-line-signature",
    ),
    pytest.param(
        "一、甲\n正文。\n四、监督方式\n（一）电话：0377-61550132\n（二）邮箱：a@b.cn\n中共青岚县委\n2024年8月3日\n",
        "document(section(heading[一、|甲] paragraph[正文。]) section(heading[四、|监督方式] "
        "contacts(contact[（一）|（一）电话：0377] contact[（二）|（二）邮箱：a@b.])) signature(signatory[中共青岚县委] "
        "date[2024年8月3日]))",
        id="section-about-contacts",
    ),
    pytest.param(
        "一、甲\n正文。\n欢迎监督。\n县委巡察办\n电话：0377-61550132\n县纪委监委\n电话：0377-61661632\n二〇二四年八月三日\n",
        "document(section(heading[一、|甲] paragraph[正文。]) contacts(invitation[欢迎监督。] contact[县委巡察办] "
        "contact[电话：0377-61] contact[县纪委监委] contact[电话：0377-61]) signature(date[二〇二四年八月三日]))",
        id="several-organisations",
    ),
    pytest.param(
        "一、甲\n正文。\n通信地址\n青岚县建设路12号\n联系电话：\n县法院办公室 6261234\n县委巡察办 6261235\n中共青岚县委\n2023年8月18日\n",
        "document(section(heading[一、|甲] paragraph[正文。]) contacts(contact[通信地址] contact[青岚县建设路12号] contact[联系电话：] "
        "contact[县法院办公室 626] contact[县委巡察办 6261]) signature(signatory[中共青岚县委] date[2023年8月18日]))",
        id="contact-labels-on-lines-of-their-own",
    ),
    pytest.param(
        "一、甲\n开通举报电话12388，设置举报信箱3个。\n欢迎监督。电话：0377-61550132\n",
        "document(section(heading[一、|甲] paragraph[开通举报电话1238]) contacts(invitation[欢迎监督。电话：03]))",
        id="a-measure-about-a-hotline",
    ),
    pytest.param(
        "一、甲\n正文。\n青岚县卫健局\n2024.8.3\n（联系人：王某，电话：0377-61550132）\n上一篇：通知\n版权所有：本站 电话：0377-1\n",
        "document(section(heading[一、|甲] paragraph[正文。]) signature(signatory[青岚县卫健局] date[2024.8.3]) "
        "contacts(contact[（联系人：王某，电话]) residue[上一篇：通知] residue[版权所有：本站 电话])",
        id="note-and-page-foot",
    ),
]

MARKDOWN = [
    pytest.param(
        "# 整改方案\n\n## 一、目标\n\n内容。\n\n## 组织领导\n\n- 甲\n- 乙\n\n## 三、措施\n\n1. **做好甲。** 内容。\n\n| 序号 | 措施 |\n|---|---|\n| 1 | 甲 |\n",
        "document(title[整改方案] section(heading[一、|目标] paragraph[内容。] caption[组织领导] enumeration(dash[-|- "
        "甲] dash[-|- 乙])) section(heading[三、|措施] section(heading[1.|做好甲] paragraph[ 内容。] table(row[| 序号 "
        "| 措施 ] rule[] row[| 1 | 甲 |]))))",
        id="headings-lists-table",
    ),
    pytest.param(
        "**一、总体要求**\n\n内容[链接](http://a.example/)。\n\n**（一）加强领导。**成立小组。\n",
        "document(section(heading[一、|总体要求] paragraph[内容链接。] section(heading[（一）|加强领导] "
        "paragraph[成立小组。])))",
        id="bold-headings",
    ),
    pytest.param(
        "---\ntitle: x\n---\n\n<!-- 说明 -->\n一、甲\n\n```\n二、乙\n```\n",
        "document(comment[] comment[] comment[] comment[] section(heading[一、|甲] code[] code[] code[]))",
        id="front-matter-comment-code",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*HEADS, *BODIES, *TAILS])
def test_shape_of_text(text: str, expected: str) -> None:
    assert shape_of(text) == expected


@pytest.mark.parametrize(("text", "expected"), MARKDOWN)
def test_shape_of_markdown(text: str, expected: str) -> None:
    assert shape_of(text, "markdown") == expected


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_make_no_difference(ending: str) -> None:
    text = HEADS[0].values[0]
    assert isinstance(text, str)
    assert shape_of(text.replace("\n", ending)) == HEADS[0].values[1]


def test_half_width_marks_are_the_same_language() -> None:
    full = shape_of("（一）甲\n整改措施：做。\n1．乙\n（1）丙\n")
    half = shape_of("(一)甲\n整改措施:做。\n1.乙\n(1)丙\n")
    assert full == half.replace("(一)|", "（一）|").replace("1.|", "1．|").replace("(1)|", "（1）|")


def test_labels_carry_form_number_and_place() -> None:
    document = parse(Source("draft", "　　（十一）甲\n12．乙\n②丙\n第三章 丁\n"))
    labels = [section.label for section in document.sections]
    assert [(label.form, label.number, label.text, label.mark) for label in labels if label] == [
        (Form.CHINESE_BRACKETED, 11, "（十一）", "）"),
        (Form.ARABIC, 12, "12．", "．"),
        (Form.CIRCLED, 2, "②", ""),
        (Form.CHAPTER, 3, "第三章", "章"),
    ]
    assert all(label and document.source.slice(label.span) == label.text for label in labels)


def test_hard_wrapped_paragraphs_are_joined_with_their_places_kept() -> None:
    line = "县委巡察组对县教育局党组开展了为期两个月的常规巡察工作并且反馈了意见要求认真整改落实"
    text = (
        "一、整改工作组织开展情况\n"
        + "".join(f"{line[n:]}{line[:n]}\n" for n in range(12))
        + "至此完成整改。\n二、下一步打算\n继续抓好。\n"
    )
    document = parse(Source("draft", text))
    assert document.wrapped
    paragraph = next(leaf for leaf in document.leaves if leaf.kind is Kind.PARAGRAPH)
    assert paragraph.text == text.split("\n", 1)[1].split("二、")[0].replace("\n", "")
    at = paragraph.text.index("至此完成")
    assert document.source.slice(paragraph.prose.span(at, at + 4)) == "至此完成"
    assert len(document.sections) == 2


def test_a_title_that_reaches_the_margin_stands_alone() -> None:
    title = "中共青岚县行政审批和政务信息管理局党组关于县委第一巡察组巡察整改进展情况的通报"
    line = "县委巡察组对县教育局党组开展了为期两个月的常规巡察工作并且反馈了意见要求认真整改"
    document = parse(
        Source("draft", f"{title}\n" + "".join(f"{line[n:]}{line[:n]}\n" for n in range(12)) + "至此完成整改。\n")
    )
    assert document.wrapped
    assert [leaf.text for leaf in document.leaves if leaf.kind is Kind.TITLE] == [title]


def test_ordinary_paragraphs_are_not_joined() -> None:
    text = "关于整改情况的通报\n" + "".join(f"{n}.加强日常监督管理工作{'，做好登记' * (n % 5)}\n" for n in range(1, 20))
    assert not parse(Source("draft", text)).wrapped


FRAGMENTS = st.sampled_from(
    [
        "一、", "二、总体情况", "（一）关于问题", "(1)", "1.", "1、加强。", "①", "第一部分 ", "第一章", "一是加强", "首先，", "第一，", "——", "- ",
        "* ", "# ", "## 标题", "**粗**", "整改措施：", "存在问题：", "针对“x”问题，进行以下整改。", "附件", "附件1", "附件：1.表", "联系电话：0377-1",
        "欢迎监督", "中共某县委", "2024年8月3日", "<!-- x", "-->", "| a | b |", "|---|---|", "\t", "。", "，", "“", "”", "《", "》", "\n", "\n\n",
        "\r\n", "\r", "\u3000", " ", "复制下载", "首页 > x", "```", "---", "文字" * 10, "长句子" * 30 + "。", "\U00020bb7", "\x0c", "\u2028", "\x85",
    ]
)  # fmt: skip
DRAFTS = st.one_of(st.text(max_size=80), st.lists(FRAGMENTS, max_size=40).map("".join))


@given(DRAFTS, st.sampled_from(["text", "markdown"]))
def test_any_text_has_a_tree_that_covers_it(text: str, markup: str) -> None:
    document = parse(Source("draft", text, markup))
    at = 0
    for leaf in document.leaves:
        assert leaf.span.start == at
        assert leaf.span.end > at
        at = leaf.span.end
    assert at == len(text)
    assert document.root.span.end == len(text)


@given(DRAFTS, st.sampled_from(["text", "markdown"]))
def test_words_stand_where_the_tree_says(text: str, markup: str) -> None:
    document = parse(Source("draft", text, markup))
    for leaf in document.leaves:
        assert [text[leaf.prose.offset(n)] for n in range(len(leaf.text))] == list(leaf.text)
        assert leaf.span.contains(leaf.words)
        assert "\n" not in leaf.text
        assert not leaf.text or leaf.kind not in NOT_PROSE or leaf.kind is Kind.RESIDUE
        if leaf.label:
            assert leaf.span.contains(leaf.label.span)
        assert document.leaf_at(leaf.span.start) is leaf


@given(DRAFTS)
def test_containers_span_their_children(text: str) -> None:
    for node in parse(Source("draft", text)).root.walk():
        if node.children and node.kind is not Kind.DOCUMENT:
            assert (node.span.start, node.span.end) == (node.children[0].span.start, node.children[-1].span.end)
        if node.kind is Kind.SECTION:
            assert node.heading.kind is Kind.HEADING
            assert node.label is not None


def test_tables_are_those_of_the_grammar() -> None:
    """`python -m disclosure_grammar.tables` was run after the last change of the grammar."""
    from lark import __version__

    with Path(tables.TABLES).open("rb") as file:
        version, grammar = pickle.load(file)
    assert grammar == Path(tables.GRAMMAR).read_text(encoding="utf-8")
    if version == __version__:
        fresh, ready = tables.build(), tables.load()
        assert [str(terminal) for terminal in fresh.terminals] == [str(terminal) for terminal in ready.terminals]
        assert {str(rule) for rule in fresh.rules} == {str(rule) for rule in ready.rules}


def test_parser_is_built_where_the_tables_do_not_fit(tmp_path, monkeypatch) -> None:
    (tmp_path / "other").write_bytes(b"not a pickle")
    monkeypatch.setattr(tables, "TABLES", tmp_path / "other")
    assert {terminal.name for terminal in tables.load().terminals} >= {"CHINESE", "TEXT"}
    monkeypatch.setattr(tables, "TABLES", tmp_path / "missing")
    assert tables.load().rules
