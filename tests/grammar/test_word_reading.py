"""What a Word document reads as, feature by feature."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_grammar.readers.unreadable import Unreadable
from disclosure_grammar.readers.word import read_word
from disclosure_grammar.readers.word.model import Story
from disclosure_grammar.source import Part
from word_files import comment_around, comments, deleted, document, ins, p, r, tbl
from word_snippets import (
    BOLD,
    FRACTION,
    NOTE,
    NUMBERS,
    RUBY,
    STYLES,
    VANISH,
    box,
    cell,
    char,
    check,
    field,
    mark,
    moved,
    read,
    reference,
    row,
    run,
    sdt,
    t,
    table,
)

RUNS = [
    pytest.param(p("青岚县", "人民法院"), "青岚县人民法院\n", id="runs"),
    pytest.param(p() + p("甲") + p(), "\n甲\n\n", id="empty-paragraphs"),
    pytest.param(p(run(t("甲") + "<w:tab/>" + t("乙") + "<w:ptab/>" + t("丙"))), "甲\t乙\t丙\n", id="tabs"),
    pytest.param(
        p(run(t("甲") + "<w:br/>" + t("乙") + '<w:br w:type="textWrapping"/><w:cr/>')), "甲\v乙\v\v\n", id="breaks"
    ),
    pytest.param(
        p(run(t("甲") + '<w:br w:type="page"/>' + t("乙") + '<w:br w:type="column"/><w:lastRenderedPageBreak/>')),
        "甲\v乙\n",
        id="page-breaks",
    ),
    pytest.param(
        p(run('<w:br w:type="page"/>'), "附件", run('<w:br w:type="page"/>')) + p(run('<w:br w:type="page"/>')),
        "附件\n\n",
        id="page-breaks-at-the-ends",
    ),
    pytest.param(
        p(run('<w:br w:type="page"/>'), "组织", run('<w:br w:type="page"/><w:br w:type="page"/>'), "情况", num=(1, 0)),
        "一、组织\v情况\n",
        id="page-breaks-and-a-number",
    ),
    pytest.param(
        p(run(t("0717") + "<w:noBreakHyphen/>" + t("5550132") + "<w:softHyphen/>")), "0717-5550132\n", id="hyphens"
    ),
    pytest.param(
        p(
            run(
                '<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings 2" w:char="00A3"/><w:sym w:font="Symbol" w:char="F0B3"/>'
            )
        ),
        "☑□≥\n",
        id="symbols",
    ),
    pytest.param(
        p(
            run(
                '<w:sym w:font="宋体" w:char="2460"/><w:sym w:font="Webdings" w:char="F021"/><w:sym w:font="X" w:char="E001"/><w:sym w:char="no"/><w:sym/>'
            )
        ),
        "①••\n",
        id="other-symbols",
    ),
    pytest.param(
        p(run("<w:t>\r\n\t&#32;甲&#32; \r\n</w:t>") + run("<w:t> \n </w:t>")), " 甲 \n", id="spaces-half-preserved"
    ),
    pytest.param(p(run("<w:t> 甲 </w:t>") + run("<w:t>乙</w:t>")), "甲乙\n", id="spaces-not-preserved"),
    pytest.param(p(run(t(" 甲  ")) + r("乙")), " 甲  乙\n", id="spaces-preserved"),
    pytest.param(p(run(t("甲\n乙\r\n丙&#13;丁"))), "甲 乙 丙 丁\n", id="line-ends-in-words"),
    pytest.param(p(run(t("A&amp;B&lt;&#x4E00;<![CDATA[<丁>]]>"))), "A&B<一<丁>\n", id="escapes"),
    pytest.param(p(run(t("甲<w:b/>乙"))), "甲乙\n", id="elements-in-words"),
    pytest.param(p(run("<w:object><o/></w:object>".replace("<o/>", "")) + r("甲")), "甲\n", id="object"),
    pytest.param(p(run(RUBY) + r("岚")), "青岚\n", id="ruby"),
    pytest.param(p("完成", FRACTION, "。"), "完成率=77/79。\n", id="equation"),
    pytest.param(p(f"<m:oMathPara>{FRACTION}</m:oMathPara>"), "率=77/79\n", id="equation-alone"),
    pytest.param(
        p('<w:smartTag w:element="x"><w:smartTagPr/><w:smartTag>' + r("二") + "</w:smartTag></w:smartTag>" + r("月")),
        "二月\n",
        id="smart-tag",
    ),
    pytest.param(
        p(
            "<w:customXml><w:customXmlPr/>"
            + r("甲")
            + '</w:customXml><w:bdo w:val="rtl">'
            + r("乙")
            + "</w:bdo><w:dir>"
            + r("丙")
            + "</w:dir>"
        ),
        "甲乙丙\n",
        id="custom-xml-and-direction",
    ),
    pytest.param(p('<w:hyperlink r:id="r9">' + r("链接") + "</w:hyperlink>"), "链接\n", id="hyperlink"),
    pytest.param(
        "<w:customXml>" + p("甲") + sdt(p("乙") + sdt(p("丙"))) + "</w:customXml>",
        "甲\n乙\n丙\n",
        id="controls-around-blocks",
    ),
    pytest.param(
        p(sdt(r("请输入单位"), "<w:showingPlcHdr/>") + r("。")), "请输入单位。\n", id="placeholder-of-a-control"
    ),
    pytest.param(
        p(r("甲") + r("乙", VANISH) + r("丙", '<w:vanish w:val="0"/>') + r("丁", "<w:webHidden/>")),
        "甲丙丁\n",
        id="hidden",
    ),
    pytest.param(
        p(r("甲") + r("乙", '<w:rStyle w:val="h"/>') + r("丙", '<w:rStyle w:val="h"/><w:vanish w:val="false"/>')),
        "甲丙\n",
        id="hidden-by-style",
    ),
    pytest.param(
        p("甲") + p("乙", r("丙", '<w:vanish w:val="0"/>'), style="H") + p("丁"), "甲\n丙丁\n", id="hidden-paragraph"
    ),
    pytest.param(
        p(r("甲"), properties=f"<w:rPr>{VANISH}<w:specVanish/></w:rPr>") + p("乙"), "甲乙\n", id="style-separator"
    ),
]

FIELDS = [
    pytest.param(p("共", field(" NUMPAGES ", r("12")), "页"), "共12页\n", id="complex"),
    pytest.param(
        p('<w:fldSimple w:instr=" DATE ">' + r("2024年8月3日") + "</w:fldSimple>"), "2024年8月3日\n", id="simple"
    ),
    pytest.param(p(field("IF ", field("REF a", r("甲")) + r("乙"))), "甲乙\n", id="nested-in-the-result"),
    pytest.param(
        p(
            char("begin"),
            run("<w:instrText>IF </w:instrText>"),
            field("REF a", r("甲")),
            char("separate"),
            r("乙"),
            char("end"),
            r("丙"),
        ),
        "乙丙\n",
        id="nested-in-the-instruction",
    ),
    pytest.param(
        p(char("begin"), run("<w:instrText>XE 词条</w:instrText>"), char("end"), r("甲")), "甲\n", id="without-result"
    ),
    pytest.param(
        p(char("begin"), run("<w:instrText>TOC</w:instrText>"), char("separate"), r("一、问题"))
        + p("二、措施")
        + p(char("end"), r("正文")),
        "一、问题\n二、措施\n正文\n",
        id="over-paragraphs",
    ),
    pytest.param(
        p(
            run(
                '<w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/>'
                '<w:t>3</w:t><w:fldChar w:fldCharType="end"/><w:t>页</w:t>'
            )
        ),
        "3页\n",
        id="all-in-one-run",
    ),
    pytest.param(p(char("end"), char("separate"), r("甲")), "甲\n", id="ends-without-a-beginning"),
    pytest.param(
        p(
            char("begin"),
            run(r"<w:instrText> eq \o\ac(</w:instrText>"),
            run("<w:instrText>○</w:instrText>"),
            run("<w:instrText>,11)</w:instrText>"),
            char("end"),
            r("甲"),
        ),
        "⑪甲\n",
        id="enclosed-number",
    ),
    pytest.param(
        p(char("begin"), run(r"<w:instrText>EQ \o\ac(○,密)</w:instrText>"), char("end")),
        "密\n",
        id="enclosed-character",
    ),
    pytest.param(
        p(
            char("begin"),
            run("<w:instrText> MACROBUTTON  NoMacro [点击此处\n输入标题] </w:instrText>"),
            char("end"),
            r("通报"),
        ),
        "[点击此处 输入标题]通报\n",
        id="button-to-be-typed-over",
    ),
]

BOXES = [
    pytest.param(p("甲", box(p("乙"), p("丙")), "丁") + p("戊"), "甲丁\n乙\n丙\n戊\n", id="behind-its-paragraph"),
    pytest.param(
        p(
            run(
                "<w:pict><v:shape><v:textbox><w:txbxContent>"
                + p("乙")
                + "</w:txbxContent></v:textbox></v:shape></w:pict>"
            )
        ),
        "\n乙\n",
        id="vml",
    ),
    pytest.param(p("甲", box(p("乙", box(p("丙"))), p("丁"))), "甲\n乙\n丙\n丁\n", id="box-in-a-box"),
    pytest.param(p("甲", box(p("乙")), box(p("丙"))), "甲\n乙\n丙\n", id="two-boxes"),
    pytest.param(
        p(
            run(
                '<mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>'
                + p("乙")
                + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
            )
        ),
        "\n乙\n",
        id="only-the-fallback-has-words",
    ),
    pytest.param(
        p(
            '<mc:AlternateContent><mc:Choice Requires="x">'
            + r("甲")
            + '</mc:Choice><mc:Choice Requires="y">'
            + r("乙")
            + "</mc:Choice><mc:Fallback>"
            + r("丙")
            + "</mc:Fallback></mc:AlternateContent>"
        ),
        "甲\n",
        id="first-choice",
    ),
    pytest.param(
        '<mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback>'
        + p("丙")
        + "</mc:Fallback></mc:AlternateContent>",
        "丙\n",
        id="fallback-block",
    ),
    pytest.param(
        p(r("甲"), run(box(p("乙")).removeprefix("<w:r>").removesuffix("</w:r>"), VANISH)), "甲\n", id="hidden-box"
    ),
]


@pytest.mark.parametrize(("body", "text"), RUNS + FIELDS + BOXES)
def test_text(body: str, text: str) -> None:
    word = read(body)
    assert word.source.text == text
    check(word)


def test_notes_come_behind_the_body_in_the_order_of_their_references() -> None:
    separators = (
        '<w:footnote w:type="separator" w:id="-1">'
        + p("—")
        + '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0">'
        + p("—")
        + "</w:footnote>"
    )
    notes = separators + "".join(NOTE.format(n, p(run("<w:footnoteRef/>") + r(f"注{n}"))) for n in (1, 2, 3))
    ends = '<w:endnote w:id="5">' + p("尾注") + p("续") + "</w:endnote>"
    word = read(
        p("甲", reference(2), "乙"),
        p(reference(1), reference(5, "endnote"), reference(2), reference(0)),
        footnotes=notes,
        endnotes=ends,
    )
    assert word.source.text == "甲乙\n\n注2\n注1\n尾注\n续\n"
    assert [(b.part, b.number, word.source.slice(b.span)) for b in word.source.layout.blocks] == [
        (Part.FOOTNOTE, 1, "注2\n"),
        (Part.FOOTNOTE, 2, "注1\n"),
        (Part.ENDNOTE, 1, "尾注\n续\n"),
    ]
    assert [(one.story, one.anchor) for one in word.paragraphs] == [
        (Story.BODY, 0),
        (Story.BODY, 1),
        (Story.FOOTNOTE, 0),
        (Story.FOOTNOTE, 1),
        (Story.ENDNOTE, 1),
        (Story.ENDNOTE, 1),
    ]
    check(word)


def test_a_deleted_reference_has_no_note() -> None:
    body = p("甲", moved("del", reference(1)), ins(reference(2)))
    notes = NOTE.format(1, p("一")) + NOTE.format(2, p("二"))
    assert read(body, footnotes=notes).source.text == "甲\n二\n"
    assert read(body, footnotes=notes, view="original").source.text == "甲\n一\n"


@pytest.mark.parametrize(
    ("body", "remarks"),
    [
        pytest.param(p("甲", comment_around(r("乙"), 1), "丙"), [("乙", "第一行\n第二行", "王")], id="words"),
        pytest.param(
            p("甲", '<w:commentRangeStart w:id="1"/>', r("乙"))
            + p("丙", '<w:commentRangeEnd w:id="1"/>', "丁", run('<w:commentReference w:id="1"/>')),
            [("乙\n丙", "第一行\n第二行", "王")],
            id="two-paragraphs",
        ),
        pytest.param(
            '<w:commentRangeStart w:id="1"/>'
            + p("甲")
            + '<w:commentRangeEnd w:id="1"/>'
            + p("乙", run('<w:commentReference w:id="1"/>')),
            [("甲\n", "第一行\n第二行", "王")],
            id="around-a-paragraph",
        ),
        pytest.param(
            p("甲", run('<w:commentReference w:id="1"/>'), "乙"), [("", "第一行\n第二行", "王")], id="a-point"
        ),
        pytest.param(
            p("甲", comment_around(deleted("乙"), 1), "丙"), [("", "第一行\n第二行", "王")], id="deleted-words"
        ),
        pytest.param(
            p("甲", comment_around(comment_around(r("乙"), 1), 2)),
            [("乙", "二", "李"), ("乙", "第一行\n第二行", "王")],
            id="two-on-one",
        ),
        pytest.param(
            p("甲", '<w:commentRangeEnd w:id="1"/>', "乙", '<w:commentRangeStart w:id="1"/>'),
            [("乙", "第一行\n第二行", "王")],
            id="the-wrong-way-round",
        ),
        pytest.param(p("甲", comment_around(r("乙"), 9)), [], id="no-such-comment"),
        pytest.param(p("甲"), [], id="anchored-nowhere"),
        pytest.param(tbl(["甲", p(comment_around(r("乙"), 1))]), [("乙", "第一行\n第二行", "王")], id="in-a-table"),
        pytest.param(
            p("甲", comment_around(field("PAGE", r("乙")), 1)), [("乙", "第一行\n第二行", "王")], id="around-a-field"
        ),
    ],
)
def test_comments(body: str, remarks: list[tuple[str, str, str]]) -> None:
    first = '<w:comment w:id="1" w:author="王">' + p(run("<w:annotationRef/>"), "第一行") + p("第二行") + "</w:comment>"
    word = read(body, comments=comments((2, "李", "二")) + first)
    assert [(word.source.slice(one.span), one.text, one.author) for one in word.source.layout.remarks] == remarks
    check(word)


def test_comments_without_their_part_are_none() -> None:
    assert read(p(comment_around(r("甲"), 1))).source.layout.remarks == ()


def test_automatic_numbers_count_through_body_tables_and_boxes() -> None:
    body = (
        p("总则", num=(1, 0)),
        p("甲", box(p("框", num=(1, 0)))),
        tbl([p("格", num=(1, 0)), "乙"]),
        p("分则", num=(1, 0)),
        p("细", num=(1, 1)),
    )
    word = read(*body, header1=p("眉", num=(1, 0)))
    assert word.source.text == "一、总则\n甲\n二、框\n三、格\n乙\n四、分则\n（一）细\n一、眉\n"
    assert [word.source.slice(span) for span in word.source.layout.generated] == [
        "一、",
        "二、",
        "三、",
        "四、",
        "（一）",
        "一、",
    ]
    check(word)


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        pytest.param(p("问题", style="1"), [("问题\n", 2)], id="heading"),
        pytest.param(p("通报", style="T"), [("通报\n", 1)], id="title"),
        pytest.param(p("问题", num=(1, 0), style="1"), [("一、问题\n", 2)], id="numbered"),
        pytest.param(p("问题", properties='<w:outlineLvl w:val="2"/>'), [("问题\n", 4)], id="outline-level"),
        pytest.param(p("问题", style="1", properties='<w:outlineLvl w:val="9"/>'), [], id="body-text-level"),
        pytest.param(p("问题已经整改。", style="1"), [], id="sentence"),
        pytest.param(p("问" * 60, style="1"), [("问" * 60 + "\n", 2)], id="sixty"),
        pytest.param(p("问" * 61, style="1"), [], id="too-long"),
        pytest.param(p(" ", style="1") + p(style="1"), [], id="empty"),
        pytest.param(p(deleted("甲"), style="1", properties=mark("del")) + p("乙"), [], id="deleted-heading"),
    ],
)
def test_headings(body: str, blocks: list[tuple[str, int]]) -> None:
    word = read(body)
    assert [
        (word.source.slice(b.span), b.number) for b in word.source.layout.blocks if b.part is Part.HEADING
    ] == blocks


def test_lines_of_a_list_of_contents_are_told_apart() -> None:
    style = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    link = (
        '<w:hyperlink w:anchor="_Toc1">'
        + r("一、组织情况")
        + run("<w:tab/>")
        + field("PAGEREF _Toc1", r("1"))
        + "</w:hyperlink>"
    )
    first = p(char("begin"), run("<w:instrText>TOC</w:instrText>"), char("separate"), link, style="TOC1")
    body = sdt(p("目录") + first + p(r("二、下一步"), style="TOC1") + p(char("end"))) + p("组织情况", style="1")
    word = read(tbl([p("甲", style="TOC1"), "乙"]), body, styles=STYLES + style)
    blocks = [(one.part, word.source.slice(one.span)) for one in word.source.layout.blocks]
    assert blocks[1:] == [
        (Part.CONTENTS, "一、组织情况\t1\n"), (Part.CONTENTS, "二、下一步\n"), (Part.HEADING, "组织情况\n"),
    ]  # fmt: skip


@pytest.mark.parametrize("element", ["altChunk", "subDoc"])
@pytest.mark.parametrize(
    "around", ["{}", "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"]
)
def test_text_that_stands_in_another_file_is_not_passed_over(element: str, around: str) -> None:
    with pytest.raises(Unreadable, match="embedded"):
        read(p("甲"), around.format(f'<w:{element} r:id="x"/>'), p("乙"))


def test_a_heading_in_a_table_or_note_is_none() -> None:
    notes = NOTE.format(1, p("注", style="1"))
    assert {
        b.part for b in read(tbl([p("甲", style="1"), "乙"]), p(reference(1)), footnotes=notes).source.layout.blocks
    } == {
        Part.ROW,
        Part.FOOTNOTE,
    }


def test_the_source_says_what_it_is() -> None:
    word = read(p("甲"))
    assert (word.source.path, word.source.markup, word.source.layout.format, word.main) == (
        "x.docx",
        "text",
        "docx",
        "word/document.xml",
    )
    assert word.source.layout.blocks == ()
    assert read().source.text == ""
    assert read().paragraphs == ()


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=6
)
LEAF = st.one_of(
    WORDS.map(r),
    WORDS.map(lambda text: r(text, BOLD + "<w:vanish/>")),
    WORDS.map(deleted),
    WORDS.map(lambda text: ins(r(text))),
    WORDS.map(lambda text: field("PAGE", r(text))),
    WORDS.map(lambda text: run(RUBY) + r(text, '<w:rPrChange w:id="1" w:author="a"/>')),
    st.sampled_from(
        [
            FRACTION,
            run("<w:tab/>"),
            run("<w:br/>"),
            reference(1),
            "<w:r/>",
            char("begin"),
            char("separate"),
            char("end"),
            comment_around(r("注"), 1),
            '<w:commentRangeEnd w:id="2"/>',
            '<w:commentRangeStart w:id="2"/>',
        ]
    ),
)
PARAGRAPHS = st.tuples(
    st.lists(LEAF, max_size=4),
    st.sampled_from(["", "", mark("del"), mark("ins"), f"<w:rPr>{VANISH}</w:rPr>"]),
    st.sampled_from([None, (1, 0)]),
).map(
    lambda made: (
        p(*made[0], properties=made[2] and made[1], num=made[2]) if made[2] else p(*made[0], properties=made[1])
    )
)
BLOCKS = st.recursive(
    PARAGRAPHS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda made: tbl(["".join(made) or p(), "乙"])),
        st.lists(inner, max_size=3).map(lambda made: p("甲", box(*made))),
        st.lists(inner, max_size=3).map(lambda made: sdt("".join(made))),
        st.lists(inner, max_size=2).map(
            lambda made: table(
                row(cell(*made), cell(p("删"), *made), properties='<w:del w:author="王"/>'), row(cell(*made))
            )
        ),
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(BLOCKS, max_size=5), st.sampled_from(["final", "original"]))
def test_whatever_is_built_of_these_is_read_to_the_byte(body: list[str], view: str) -> None:
    check(
        read(
            *body,
            view=view,
            footnotes=NOTE.format(1, p("注")),
            comments=comments((1, "王", "注"), (2, "王", "注")),
            header1=p("眉"),
        )
    )


def test_drawn_words_are_read_where_they_hang() -> None:
    """Word writes a watermark so: it is where a secrecy mark is easily forgotten."""
    drawn = '<w:pict><v:shape><v:textpath style="font-family:宋体" string="机密"/></v:shape><v:shape><v:textpath on="t"/></v:shape></w:pict>'
    word = read(p("甲"), header1=p(run(drawn), "青岚县"))
    assert word.source.text == "甲\n青岚县\n机密\n"
    assert [one.part for one in word.source.layout.blocks] == [Part.HEADER]
    assert [word.source.slice(one) for one in word.source.layout.generated] == ["机密"]
    check(word)


RICH = (
    p("青岚县人民法院", "整改进展情况的通报", style="T"),
    p(
        run("<w:t> 一 </w:t>"),
        r(" 二  "),
        run(t("A&amp;B<![CDATA[<丁>]]>") + "<w:tab/>" + t("乙") + "<w:br/>" + t("丙") + "<w:cr/>"),
    ),
    p(run(RUBY), '<w:smartTag w:element="x">' + r("岚") + "</w:smartTag>", sdt(r("县"), "<w:showingPlcHdr/>")),
    p("问题", num=(1, 0)),
    p("措施", num=(1, 1)),
    p(num=(1, 1)),
    p("成效", num=(1, 0)),
    p(char("begin"), run("<w:instrText>TOC</w:instrText>"), char("separate"), r("目录"))
    + p("正文")
    + p(char("end"), r("尾")),
    p(
        char("begin"),
        run("<w:instrText>IF </w:instrText>"),
        field("REF a", r("甲")),
        char("separate"),
        r("乙"),
        char("end"),
        r("丙"),
    ),
    p(char("begin"), run("<w:instrText>XE 词条</w:instrText>"), char("end"), r("条")),
    sdt(p("控件") + sdt(p("内层"))),
    table(
        row(cell(p("问题"), properties='<w:gridSpan w:val="2"/>'), cell(p("措施")), properties="<w:tblHeader/>"),
        row(cell(p("甲"), properties='<w:vMerge w:val="restart"/>'), cell(p("乙", num=(1, 0)), p("二行")), cell(p())),
        row(cell(p(), properties="<w:vMerge/>"), cell(p("丙") + tbl(["内", "层"]) + p()), cell(p("丁"))),
    ),
    p("云溪市第二人民医院"),
    p(ins(r("添上的")), ins(r("字")), properties=mark("ins")),
    p("2025年3月8日"),
)


def test_libreoffice_reads_the_same(tmp_path: Path) -> None:
    """Nothing here is deleted, hidden, in a box, a note or a margin: LibreOffice writes the first two and leaves the others out."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    data = document(*RICH, parts={"word/styles.xml": STYLES, "word/numbering.xml": NUMBERS})
    (tmp_path / "rich.docx").write_bytes(data)
    word = read_word(data, "rich.docx")
    check(word)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path), str(tmp_path / "rich.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    theirs = (tmp_path / "rich.txt").read_text(encoding="utf-8-sig").splitlines()
    ours = word.source.text
    assert list(word.source.layout.generated) == sorted(word.source.layout.generated)
    for label in reversed(word.source.layout.generated):
        ours = f"{ours[: label.end]} {ours[label.end :]}"  # LibreOffice writes out what stands behind a number
    assert [line.strip() for line in theirs] == [line.strip() for line in ours.replace("\v", "\n").splitlines()]


def test_pictures_have_a_place_and_boxes_are_none() -> None:
    word = read(
        p("甲", run("<w:drawing><a:blip/></w:drawing>"), "乙", box(p("丙", run("<w:pict><v:imagedata/></w:pict>")))),
        p(run("<w:drawing/>", VANISH)),
        p(run("<w:drawing><a:graphic><a:graphicData><relIds/></a:graphicData></a:graphic></w:drawing>")),
    )
    assert word.source.text == "甲乙\n丙\n\n\n"
    assert word.source.layout.pictures == (1, 4, 6)


def test_each_paragraph_of_a_text_box_is_known_as_one():
    source = read_word(
        document(p("甲", box(p("乙", style="1"), p("丙"))), tbl([p("丁", box(p("戊"))), "己"])), "a.docx"
    ).source
    told = [(source.slice(block.span), block.part) for block in source.layout.blocks]
    assert told == [("乙\n", Part.TEXT_BOX), ("丙\n", Part.TEXT_BOX), ("丁\n戊\n己\n", Part.ROW)]
