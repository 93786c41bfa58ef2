"""Placeholders: what was to be filled in, what is withheld on purpose, and what only looks alike."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.facts.writing.placeholder import Placeholder
from disclosure_lint.facts.writing.placeholders import extract
from disclosure_lint.facts.writing.stand_ins import find

HEAD = "中共青岚县水利局党组关于巡察整改进展情况的通报\n一、整改情况\n"
TAIL = "\n中共青岚县水利局党组\n2024年8月3日\n"


def found(line: str, *, head: str = HEAD, tail: str = TAIL, path: str = "draft.txt") -> list[tuple[str, str, bool]]:
    source = Source(path, head + line + tail, "markdown" if path.endswith(".md") else "text")
    return [(source.slice(one.span), one.kind.value, one.certain) for one in extract(parse(source))]


CERTAIN = {
    "star-before-place": ("服务保障*市经济。", [("*市", "name")]),
    "star-before-word": ("打造具有*特色的品牌。", [("*", "word")]),
    "stars-at-the-start": ("**县召开会议，落实**县委要求。", [("**县", "name"), ("**县委", "name")]),
    "stars-pair-around-a-clause": ("推动**产业发展，建设**新高地。", [("**", "word"), ("**", "word")]),
    "star-behind-word-ending-in-a-surname": ("位于*市，和*县共建。", [("*市", "name"), ("*县", "name")]),
    "date-stars": ("2024年*月*日召开。", [("2024年*月*日", "date")]),
    "date-crosses": ("×月×日召开，12月×日办结。", [("×月×日", "date"), ("12月×日", "date")]),
    "date-letters": (
        "X年X月X日、20XX年5月、202X年。",
        [("X年X月X日", "date"), ("20XX年5月", "date"), ("202X年", "date")],
    ),
    "date-spaces": ("2024年  月  日前，5月  日。", [("2024年  月  日", "date"), ("5月  日", "date")]),
    "number": ("完成XX项，清退××万元，达到XX%。", [("XX项", "number"), ("××万元", "number"), ("XX%", "number")]),
    "number-stars": ("约**亿元，**个乡镇。", [("**亿元", "number"), ("**个", "number")]),
    "ordinal": ("县委第×巡察组，第XX轮巡察。", [("×", "number"), ("XX轮", "number")]),
    "phone": ("电话：0717-XXXXXXX，传真：XXXX-XXXX。", [("0717-XXXXXXX", "contact"), ("XXXX-XXXX", "contact")]),
    "address": ("地址：XX市XX区XX路XX号", [("XX市XX区XX路XX号", "contact")]),
    "mailbox": ("电子邮箱：xxx@xxx.com", [("xxx@xxx.com", "contact")]),
    "blank-date": ("____年__月__日召开。", [("____年__月__日", "blank")]),
    "blank-number": (
        "共____项，完成_%，责任科室：________",
        [("____", "blank"), ("_", "blank"), ("________", "blank")],
    ),
    "empty": (
        "召开【】次（ ）会，学习《》“”。",
        [("【】", "empty"), ("（ ）", "empty"), ("《》", "empty"), ("“”", "empty")],
    ),
    "note": ("完成时限：待定", [("待定", "note")]),
    "note-in-brackets": ("清退（待核实）元，TODO补数据。", [("待核实", "note"), ("TODO", "note")]),
    "note-alone": ("待补充", [("待补充", "note")]),
    "hint": ("（填写单位名称）党组，【请填写】", [("（填写单位名称）", "hint"), ("【请填写】", "hint")]),
    "hint-here": ("此处填写整改情况。（此处插入图表）", [("此处填写整改情况", "hint"), ("（此处插入图表）", "hint")]),
    "hint-field": (
        "<单位名称>党组，{{name}}，«年份»",
        [("<单位名称>", "hint"), ("{{name}}", "hint"), ("«年份»", "hint")],
    ),
    "hint-word": ("单击或点击此处输入文字。", [("单击或点击此处输入文字", "hint")]),
    "sample": ("（示例）", [("示例", "sample")]),
    "ellipsis": ("……", [("……", "ellipsis")]),
    "ellipsis-numbered": ("3.……", [("3.……", "ellipsis")]),
    "field-of-another-program": (
        "见Error: Reference source not found所列。",
        [("Error: Reference source not found", "field")],
    ),
    "field-zh": ("见错误！未找到引用源。", [("错误！未找到引用源。", "field")]),
    "field-en": ("见Error! Reference source not found.", [("Error! Reference source not found.", "field")]),
    "field-sheet": ("合计#REF!项", [("#REF!", "field")]),
    "garbled": ("锟斤拷锟斤拷会议��。", [("锟斤拷锟斤拷", "garbled"), ("��", "garbled")]),
    "letters-for-a-sentence": ("XXXXXXXXXX。", [("XXXXXXXXXX", "word")]),
}


@pytest.mark.parametrize(("line", "expected"), CERTAIN.values(), ids=CERTAIN)
def test_a_place_to_be_filled_in_is_found(line: str, expected: list[tuple[str, str]]) -> None:
    assert found(line) == [(words, kind, True) for words, kind in expected]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("向××公司追缴，查处××案。", ["××公司", "××案"]),
        ("某某公司违规，由某某负责。", ["某某公司", "某某"]),
        ("（2021）津××民终×号判决。", ["××民终"]),
        ("经查，××镇××村违规发放。", ["××镇", "××村"]),
        ("副局长×××同志。", ["×××同志"]),
    ],
    ids=["company", "somebody", "case-number", "other-place", "comrade"],
)
def test_a_name_may_be_withheld(line: str, words: list[str]) -> None:
    assert found(line) == [(word, "withheld", False) for word in words]


@pytest.mark.parametrize(
    "line",
    [
        "抓好刘某某等24人案件，王某、李××、张XX、欧阳某某受到处分，约谈××公司。",
        "张*、李*强等人，干部周*违规，时任局长王*收受。",
        "某些问题、某项工作、某种倾向、某一环节、某局某科。",
        "X光机、X射线、XX染色体、XML文件、附件X、表X-1、1+X证书、“X+N”模式。",
        "3×4米，5*8=40，100×100厘米，长×宽×高，单价×个数，评分*权重=得分。",
        "12388*转1，139****1234，4201**********1234，鄂E*****，*.docx，a*b。",
        "（2020）鄂05**民初***号，依照《民法典》第×条。",
        "* 第一项工作",
        "**加强组织领导。**成立小组；打造**重点**工程，*重点*。",
        "1. **市场监管不力。** 局党组制定办法。",
        "完成率98%*。",
        "*注：数据为初步统计。",
        "开具“*办公用品*复印纸”发票。",
        "处置待定资产3项，待定的有3项，制度待完善，线索待核实。",
        "（输入性病例）（填写不规范）（请填写《意见表》）（补充侦查）（在此基础上）（此处为重点）",
        "（单位：万元）【整改措施】健全制度。【时间】2024年",
        "学习、调研等……",
        "“……”",
        "负责人（签字）：______",
        "________________",
        "错误！必须纠正。",
        "典型示例、示例法院、测试数据。",
        "2024 年 8 月 3 日，当年 月度考核。",
        "张三_李四，data_2024，a__b，f()",
        "是（ ）否（ ）",
        "X年级学生，第×条规定，第X章。",
        "判断题打×，打√；（×）",
        "20%*",
    ],
    ids=range(28),
)
def test_what_only_looks_alike_is_none(line: str) -> None:
    assert found(line) == []


def test_a_tick_box_and_emphasis_in_markdown_are_none() -> None:
    assert found("- [ ] 修订制度\n- **压实责任**，*重点*推进", path="draft.md") == []


@pytest.mark.parametrize(
    "name", ["中共××县水利局党组", "XX市中级人民法院党组", "某某公司党委"], ids=["county", "court", "company"]
)
def test_the_draft_s_own_name_is_no_name_withheld(name: str) -> None:
    places = found(
        "组织学习12次。", head=f"{name}关于巡察整改进展情况的通报\n一、整改情况\n", tail=f"\n{name}\n2024年8月3日\n"
    )
    assert [certain for *_, certain in places][:1] == [True]


def test_names_are_missing_for_certain_where_the_draft_has_none_of_its_own() -> None:
    head, tail = "中共XX县XX局党组关于巡察整改进展情况的通报\n一、整改情况\n", "\n中共XX县XX局党组\n2024年8月3日\n"
    assert {certain for *_, certain in found("XX局党组组织学习。", head=head, tail=tail)} == {True}


def test_cells_are_searched_one_by_one() -> None:
    table = "| 问题 | 时限 | 责任人 |\n| --- | --- | --- |\n| 学习不深 | 待定 | …… |"
    assert found(table, path="draft.md") == [("待定", "note", True), ("……", "ellipsis", True)]


def test_a_form_in_an_annex_is_filled_in_by_others() -> None:
    annex = "附件1\n整改销号申请表\n单位：____  日期：____年__月__日\n整改措施（ ）"
    assert found("组织学习12次。", tail=f"{TAIL}{annex}\n") == []


def test_the_words_around_stay_in_the_clause() -> None:
    source = Source("draft", f"{HEAD}一、总则，服务保障*市经济社会发展。{TAIL}")
    (one,) = extract(parse(source))
    assert source.slice(one.around) == "服务保障*市经济社会发"


def check(source: Source, placeholders: tuple[Placeholder, ...]) -> None:
    end = 0
    for one in placeholders:
        assert end <= one.span.start < one.span.end <= len(source.text)
        assert one.around.contains(one.span)
        assert one.node.span.contains(one.span)
        end = one.span.end


@settings(deadline=None)
@given(
    st.text(
        alphabet="*＊×Xx某王市县年月日项第_＿【】（） “”…待补充定TODO填写此处{}<>|#!：:，。\n1２-@A\ufffd锟斤拷",
        max_size=60,
    )
)
def test_any_text_gives_places_apart_and_in_order(text: str) -> None:
    source = Source("draft", text)
    check(source, extract(parse(source)))


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_characters_at_all(text: str) -> None:
    source = Source("draft.md", text, "markdown")
    check(source, extract(parse(source)))


@settings(deadline=None)
@given(st.text(alphabet="*×Xx某王市县年月日项第个1０ ，。的", max_size=40))
def test_stand_ins_are_found_where_their_marks_are(text: str) -> None:
    for one in find(text):
        assert set(text[one.start : one.end]) & set("*×Xx某")


@pytest.mark.parametrize(
    "unit", ["*", "×", "X", "_", "某", "…", "（", "*a", "X月", "* ", "年 ", "“", "{", "**县，", "0717-X"]
)
def test_a_long_run_takes_no_longer_than_it_must(unit: str) -> None:
    source = Source("draft", HEAD + unit * (20000 // len(unit)) + TAIL)
    document = parse(source)
    started = time.perf_counter()
    check(source, extract(document))
    assert time.perf_counter() - started < 1


def test_the_lost_number_of_a_heading_is_no_empty_bracket() -> None:
    assert found("（）关于作风不实问题\n开展调研3次。") == []
