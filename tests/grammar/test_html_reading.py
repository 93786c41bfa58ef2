"""Web pages and drafts saved as such: what is text, where it stands in the file, and what belongs to the site around it."""

from __future__ import annotations

import time
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.readers.html import read_html
from disclosure_grammar.readers.html.tokens import Token, tokens
from disclosure_grammar.readers.unreadable import Unreadable
from disclosure_grammar.source import Part, Source
from disclosure_grammar.tree import Kind
from disclosure_lint.engine import lint
from disclosure_lint.registry import load_rules
from disclosure_lint.settings import Active, FileSettings

PAGES = Path(__file__).parents[1] / "data" / "html"
RULES = load_rules()
SETTINGS = FileSettings(tuple(map(Active.default, RULES)), tuple(RULES))
LEAD = "<p>根据县委统一部署，县委第一巡察组开展了巡察，现将整改进展情况通报如下。</p>"
BODY = "<p>院党组成立整改工作领导小组，召开专题会议5次，对照反馈的问题逐项整改。</p>"
CLOSE = "<p>欢迎广大干部群众对整改情况进行监督，如有意见建议，请及时向我们反映。</p>"


def read(page: str, encoding: str = "utf-8") -> Source:
    return read_html(page.encode(encoding), "page.html")


def shown(page: str) -> list[str]:
    return read(page).text.splitlines()


def in_file(source: Source, page: str, offset: int) -> int:
    """The offset in the file of a character of the text."""
    place = source.place(offset)
    starts = Source("", page).line_starts
    return starts[place.line - 1] + place.column - 1


# ---- whole pages ----


@pytest.mark.parametrize("name", sorted(path.name for path in PAGES.iterdir() if path.suffix in (".html", ".htm")))
def test_whole_pages(name: str, file_regression) -> None:
    source = read_html((PAGES / name).read_bytes(), name)
    parts = [
        f"{block.part} {block.number} {block.table} "
        + (" | ".join(map(source.slice, block.cells)) or source.slice(block.span)).replace("\n", "/")
        for block in source.layout.blocks
    ]
    made = [f"generated {source.slice(span)} at {source.place(span.start)}" for span in source.layout.generated]
    file_regression.check(source.text + "----\n" + "\n".join((*parts, *made, "")), extension=".txt", encoding="utf-8")


FOUND = {
    "bare.html": [("STR002", 2), ("STR004", 5), ("CON010", 6)],
    "court.html": [("TOT003", 33), ("SUP004", 37), ("CON005", 47)],
    "layout-tables.html": [("NUM006", 34), ("TXT004", 35), ("CON004", 40)],
    "official-account.html": [("TXT005", 18)],
    "plan.html": [("DDL001", 17), ("DDL001", 18)],
    "word.htm": [("NUM002", 58), ("CON004", 64)],
}


@pytest.mark.parametrize("name", FOUND)
def test_findings_stand_at_lines_of_the_file(name: str) -> None:
    source = read_html((PAGES / name).read_bytes(), name)
    diagnostics = lint(source, SETTINGS).diagnostics
    assert [(one.code, source.place(one.span.start).line) for one in diagnostics if one.span] == FOUND[name]


@pytest.mark.parametrize("name", [name for name in FOUND if name != "plan.html"])
def test_a_page_and_its_text_are_judged_alike(name: str) -> None:
    source = read_html((PAGES / name).read_bytes(), name)
    margin = min(
        (block.span.start for block in source.layout.blocks if block.part is Part.HEADER), default=len(source.text)
    )
    text = Source(name, source.text[:margin])
    from_page, from_text = (lint(each, SETTINGS) for each in (source, text))
    assert from_page.genre == from_text.genre
    assert [(one.code, one.span) for one in from_page.diagnostics] == [
        (one.code, one.span) for one in from_text.diagnostics
    ]


# ---- words and spaces ----


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>整改\n   情况</p>", ["整改情况"]),
        ("<p>整改率\n78.00%，共\r\n5个</p>", ["整改率78.00%，共5个"]),
        ("<p>the\nend  of</p>", ["the end of"]),
        ("<p>书面 沟通</p>", ["书面 沟通"]),
        ("<p>书面<b> 沟 </b> 通</p>", ["书面 沟 通"]),
        ("<p>&nbsp;&nbsp;&nbsp;&nbsp;甲&nbsp;</p>", ["    甲"]),
        ("<p>&nbsp; &nbsp; 甲</p>", ["    甲"]),
        ("<p>&emsp;&emsp;甲&ensp;乙\u3000丙</p>", ["　　甲 乙　丙"]),
        ("<p>&ldquo;甲&rdquo;&#x4e59;&#19993;&amp;lt;&lt;丁&gt;</p>", ["“甲”乙丙&lt;<丁>"]),
        ("<p>A&nbspB&copy2024&notaname;&#xD800;&#0;&#99999999;&</p>", ["A B©2024¬aname;\ufffd\ufffd\ufffd&"]),
        ("<p>甲&#13;&#10;乙</p>", ["甲乙"]),
        ("<p>0717\u200b-&#8203;5550&shy;132\ufeff</p>", ["0717-5550132"]),
        ("<p>一<br>二<br/>三</br>四</p>", ["一", "二", "三", "四"]),
        ("<div>一<div>二</div>三<p>四<p>五<ul></ul>六</div>", ["一", "二", "三", "四", "五", "六"]),
        ("<div>一<span style='display:block'>二</span>三<div style='display: inline'>四</div></div>", ["一", "二", "三四"]),
        ("<pre>\n一、\n  甲  乙\n\n二</pre>", ["一、", "  甲  乙", "", "二"]),
        ("<p>甲</p><p>&nbsp;</p><p>乙</p>", ["甲", "", "乙"]),
        ("<p>甲<wbr>乙<img alt=图>丙<o:p></o:p></p>", ["甲乙丙"]),
        ("<font><p>甲</font>乙</p>丙", ["甲乙", "丙"]),
        ("<b><p>甲</b>乙<p>丙", ["甲乙", "丙"]),
        ("甲<!-- 注 -->乙<!--> 丙<!---->丁<!-- 戊 --!>己<![if !x]>庚<![endif]><?php 辛 ?>壬", ["甲乙 丙丁己庚壬"]),
        ("甲<!--[if gte mso 9]><xml><p>乙</p></xml><![endif]-->丙", ["甲丙"]),
        ("<p>5<8，8 > 5，a<b>c</b></p>", ["5<8，8 > 5，ac"]),
        ("<p title='a>b' class=x>甲</p><p title=\"'>\">乙<p title=it's>丙", ["甲", "乙", "丙"]),
        ("<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>", ["甲", "乙"]),
    ],
)  # fmt: skip
def test_words(page: str, lines: list[str]) -> None:
    assert shown(page) == lines


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a = '<p>x</p>';</script>", "<SCRIPT>x</script >", "<style>p{}</style>", "<noscript>x</noscript>", "<template><p>x</template>",
        "<p style='color:red; DISPLAY : none !important'>x</p>", "<div hidden><p>x</div>", "<i aria-hidden=true>x</i>", "<svg><text>x</text></svg>",
        "<select><option>x<option>x</select>", "<button>x</button>", "<textarea><p>x</textarea>", "<iframe src=//a.example>x</iframe>",
        "<xml><w:x>x</w:x></xml>", "<del>x</del>", "<!-- x -->", "<title>x</title>", "<object><p>x</object>", "<input value=x>",
        "<div style='mso-element:comment-list'>x</div>", "<div class=msocomtxt>x</div>", "<p style='mso-hide:all'>x</p>",
    ],
)  # fmt: skip
def test_what_is_not_shown(hidden: str) -> None:
    assert shown(f"{LEAD}{hidden}{BODY}") == shown(LEAD + BODY)


@pytest.mark.parametrize(
    "site", ["", "<nav><a href=/>首页</a></nav><script></script>", "<div role=dialog>已保存</div>"]
)
@pytest.mark.parametrize("hidden", ["style='display:none'", "hidden", "aria-hidden=true"])
def test_a_document_that_only_a_script_would_show_is_shown(site: str, hidden: str) -> None:
    assert shown(f"{site}<div {hidden}>{TITLE}{LEAD}{BODY}</div>")[-3:] == shown(TITLE + LEAD + BODY)


@pytest.mark.parametrize(
    "page", ["<div id=app></div><script src=app.js></script>", "<frameset><frame src=a.htm></frameset>"]
)
def test_a_page_without_words_is_refused(page: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(page)
    assert "浏览器" in caught.value.zh
    assert "browser" in caught.value.en


def test_text_without_any_markup_keeps_its_lines() -> None:
    assert shown("一、整改情况\n（一）甲\r\n\n  乙 < 丙\n") == ["一、整改情况", "（一）甲", "", "  乙 < 丙"]


# ---- places ----


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_places_are_those_of_the_file(end: str) -> None:
    page = end.join(["<html>", "<p>甲&ldquo;乙", "  丙𠮷</p><b>丁", "</b>"])
    source = read(page)
    assert source.text == "甲“乙丙𠮷\n丁\n"
    assert [source.place(n) for n in range(7)] == [(2, 4), (2, 5), (2, 12), (3, 3), (3, 4), (3, 5), (3, 12)]


def test_generated_labels_stand_at_the_first_word() -> None:
    source = read("<ol>\n<li>&nbsp;<b>甲</b>")
    assert source.text == "1. 甲\n"
    assert [source.slice(span) for span in source.layout.generated] == ["1."]
    assert source.place(0) == source.place(1) == source.place(2) == (2, 5)


@pytest.mark.parametrize("name", FOUND)
def test_each_character_stands_where_it_is_said_to(name: str) -> None:
    source = read_html((PAGES / name).read_bytes(), name)
    page = (PAGES / name).read_bytes().decode(source.encoding)
    assert list(source.layout.generated) == sorted(source.layout.generated)
    generated = {offset for span in source.layout.generated for offset in range(span.start, span.end)}
    for offset, character in enumerate(source.text):
        at = in_file(source, page, offset)
        if character == "\n":
            assert (
                offset == 0
                or source.text[offset - 1] in "\n;"
                or page[at - 1] == ";"
                or not page[at : at + 1].isalnum()
            )
        elif offset not in generated and character != " " and page[at] != "&":
            assert page[at] == character


TAGS = """<p> </p> <div> </div> <b> </b> <br> <table> <tr> <td> </td> </table> <ol> <ul> <li> </li> <h1> </h1> <a_href=x> </a> <script> </script>
<!-- --> <th> <pre> </pre> <nav> </nav> <article> </article> <td_rowspan=3> <td_colspan=2> <p_style='display:none'> <table_border=1> <a_b=" </ <! <?
<!--_disclosure-lint:_ignore_TOT003_-->"""
WORDS = "&nbsp; &lt; &# & < > ' \" = 根据县委部署，现将整改进展情况通报如下。 一、 甲 5 联系电话：0717-5550132"
FRAGMENTS = st.lists(
    st.sampled_from([*TAGS.split(), *WORDS.split(" ")])
    | st.sampled_from(["\n", " ", "\r\n", "\t", "\x0b", "\xa0", "\u200b"])
    | st.text(max_size=5),
    max_size=60,
).map(lambda parts: "".join(parts).replace("_", " "))


@given(FRAGMENTS | st.text(max_size=200))
@example("<table border=1><tr><td rowspan=0 colspan=0>甲<td><tr><td>乙")
@example("<ol start=-5 reversed><li value=99999>甲<li>乙</ol>")
def test_any_page_is_read(page: str) -> None:
    try:
        data = page.encode()
        source = read_html(data, "page.html")
    except (UnicodeEncodeError, Unreadable):
        return
    check_layout(source)
    positions = source.layout.positions
    assert positions is not None
    generated = {offset for span in source.layout.generated for offset in range(span.start, span.end)}
    page = data.decode(source.encoding)
    for offset in range(len(source.text) + 1):
        at = in_file(source, page, offset)
        assert 0 <= at <= len(page)
        if (
            offset < len(source.text)
            and source.text[offset] not in " \n\u3000"
            and offset not in generated
            and page[at] != "&"
        ):
            assert page[at] == source.text[offset]
    assert "".join(source.slice(leaf.span) for leaf in parse(source).leaves) == source.text


def check_layout(source: Source) -> None:
    at = 0
    for block in source.layout.blocks:
        assert block.span.start >= at
        at = block.span.end
        assert source.text[block.span.start - 1 : block.span.start] in ("", "\n")
        assert source.text[at - 1] == "\n"
        place = block.span.start
        for cell in block.cells:
            assert place <= cell.start
            assert cell.end < block.span.end
            place = cell.end


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(Unreadable):
        check_layout(read_html(data, "page.html"))


class Standard(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.seen: list[tuple[str, str, tuple[int, int]]] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.append(("START", tag, self.getpos()))

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag: str) -> None:
        self.seen.append(("END", tag, self.getpos()))


@pytest.mark.parametrize("name", FOUND)
def test_tags_are_those_of_the_standard_parser(name: str) -> None:
    page = (PAGES / name).read_bytes().decode("gb18030" if name == "layout-tables.html" else "utf-8")
    standard = Standard()
    standard.feed(page)
    source = Source("", page)
    seen = []
    for one in tokens(page):
        if one.token in (Token.START, Token.END):
            place = source.position(one.start)
            seen.append((one.token.name, one.name, (place.line, place.column - 1)))
    assert seen == standard.seen


# ---- lists ----


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", ["3.甲", "7.乙", "8.丙"]),
        ("<ol reversed><li>甲<li>乙</ol>", ["2.甲", "1.乙"]),
        ("<ol type=A><li>甲<li type=i>乙<li type=a value=28>丙</ol>", ["A.甲", "ii.乙", "ab.丙"]),
        ("<ol style='list-style-type: simp-chinese-informal' start=10><li>甲<li>乙</ol>", ["十、甲", "十一、乙"]),
        ("<ol style='list-style: cjk-ideographic outside'><li value=101>甲</ol>", ["一百零一、甲"]),
        ("<ol style='list-style-type:cjk-decimal'><li value=20>甲</ol>", ["二〇、甲"]),
        ("<ol style='list-style-type:upper-roman'><li value=4>甲<li value=4000>乙</ol>", ["IV.甲", "4000.乙"]),
        ("<ol style='list-style:none'><li>甲</ol><ul style='list-style-type:none'><li>乙</ul>", ["甲", "乙"]),
        ("<ul><li>甲<ul><li>乙</ul><li>丙</ul>", ["•甲", "•乙", "•丙"]),
        ("<ol><li><p>甲</p><p>乙</p><li><p>丙</p></ol>", ["1.甲", "乙", "2.丙"]),
        ("<ol><li>甲<ol><li>乙</ol>丙<li>丁</ol>", ["1.甲", "1.乙", "丙", "2.丁"]),
        ("<ul><li>一、甲<li>1.乙<li>（一）丙<li>一是丁<li>①戊</ul>", ["一、甲", "1.乙", "（一）丙", "一是丁", "①戊"]),
        ("<ol><li style='display:none'>甲<li>乙<li></li><li>丙</ol>", ["1.乙", "3.丙"]),
        ("<li>甲</li>", ["甲"]),
        ("<ol start=x><li value=>甲<li value=-3>乙</ol>", ["1.甲", "-3.乙"]),
    ],
)  # fmt: skip
def test_list_labels(page: str, lines: list[str]) -> None:
    assert shown(page) == lines


@pytest.mark.parametrize(
    ("label", "line"),
    [
        ("一、<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>", "一、情况"),
        ("第一章<span>&nbsp;&nbsp; </span>", "第一章 情况"),
        ("（一）", "（一）情况"),
        ("Ø<span>&nbsp; </span>", "•情况"),
        ("l<span>&nbsp; </span>", "•情况"),
        ("①<span>&nbsp; </span>", "① 情况"),
    ],
    ids=["chinese", "chapter", "brackets", "arrow", "dot", "circled"],
)
def test_labels_that_word_typed(label: str, line: str) -> None:
    page = f"<p><![if !supportLists]><span lang=EN-US><span\nstyle='mso-list:Ignore'>{label}</span></span><![endif]>情况</p>"
    assert shown(page) == [line]


# ---- tables ----


def rows(page: str) -> list[list[str]]:
    source = read(page)
    check_layout(source)
    return [list(map(source.slice, block.cells)) for block in source.layout.blocks if block.part is Part.ROW]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<table border=1><tr><td>甲<td>乙<tr><td>丙<td>丁</table>", [["甲", "乙"], ["丙", "丁"]]),
        ("<table><tr><th>甲<th>乙<tr><td>丙<td>丁</table>", [["甲", "乙"], ["丙", "丁"]]),
        ("<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>", [["甲", "乙"], ["丙", "丁"]]),
        ("<table border><tr><td colspan=2>甲<td>乙<tr><td>丙<td>丁<td></table>", [["甲", "", "乙"], ["丙", "丁", ""]]),
        ("<table border><tr><td rowspan=2>甲<td>乙<tr><td>丙<tr><td>丁<td>戊</table>", [["甲", "乙"], ["", "丙"], ["丁", "戊"]]),
        ("<table border><tr><td>甲<td rowspan=0>乙<tr><td>丙<tr><td>丁</table>", [["甲", "乙"], ["丙", ""], ["丁", ""]]),
        ("<table border><tr><td><p>甲<p>乙</td><td>丙<br>丁</table>", [["甲\n乙", "丙\n丁"]]),
        ("<table><tr><th>甲<th>乙<tr><td>丙<td><table><tr><td>丁<td>戊</table></table>", [["甲", "乙"], ["丙", "丁\n戊"]]),
        ("<table border><form><tr><td>甲<td>乙</form><tbody><tr><td>丙<td>丁</table>", [["甲", "乙"], ["丙", "丁"]]),
        ("<table border=1 role=presentation><tr><td>甲<td>乙<tr><td>丙<td>丁</table>", []),
        ("<table><tr><td>电话：<td>0717-5550132<tr><td>邮编：<td>443400</table>", []),
        ("<table border=1><tr><td>甲<tr><td>乙</table>", []),
        (f"<table><tr><td>菜单<td>{BODY * 12}<tr><td>左<td>右</table>", []),
    ],
)  # fmt: skip
def test_tables(page: str, expected: list[list[str]]) -> None:
    assert rows(page) == expected


def test_tables_and_rows_are_counted() -> None:
    table = "<table border=1><tr><td>甲<td>乙<tr><td>丙<td>丁</table>"
    blocks = [block for block in read(f"{LEAD}{table}{BODY}{table}").layout.blocks if block.part is Part.ROW]
    assert [(block.table, block.number) for block in blocks] == [(1, 1), (1, 2), (2, 1), (2, 2)]


def test_a_table_that_reaches_without_end_is_bounded() -> None:
    page = "<table border=1><tr>" + "<td rowspan=9999 colspan=9999>甲" * 100 + "<tr><td>乙" * 5_000
    assert len(read(page).text) < 300_000


# ---- headings ----


def test_headings() -> None:
    source = read(
        f"<h1>青岚县人民法院关于整改情况的通报</h1>{LEAD}<h2>总体情况</h2>{BODY}<h3>一、措施</h3>{BODY}<h4>院党组高度重视。</h4>"
    )
    found = [(source.slice(block.span).strip(), block.number) for block in source.layout.blocks]
    assert found == [("青岚县人民法院关于整改情况的通报", 1), ("总体情况", 3), ("一、措施", 4)]
    kinds = {leaf.text.strip(): leaf.kind for leaf in parse(source).leaves}
    assert kinds["青岚县人民法院关于整改情况的通报"] is Kind.TITLE
    assert kinds["总体情况"] is Kind.CAPTION
    assert kinds["一、措施"] is Kind.HEADING


def test_a_title_of_two_lines_is_left_to_the_grammar() -> None:
    document = parse(read(f"<h1>中共青岚县人民法院党组<br>关于巡察整改进展情况的通报</h1>{LEAD}"))
    assert [leaf.kind for leaf in document.leaves][:2] == [Kind.TITLE, Kind.TITLE]


# ---- what belongs to the site ----

HEAD = "<div class=nav><a href=/>首页</a><a href=/x>法院概况</a></div><div class=dqwz>当前位置：<a href=/>首页</a> &gt; 正文</div>"
TITLE = "<h1>关于巡察整改进展情况的通报</h1>"
META = "<div class=info>来源：青岚县人民法院 发布时间：2024-09-20 <a href=javascript:p()>打印</a></div>"
CONTACT = "<p>联系电话：0717-5550132</p><p>邮政编码：443400</p>"
SIGNED = "<p>中共青岚县人民法院党组</p><p>2024年9月18日</p>"
FOOT = "<div id=footer><p>版权所有：青岚县人民法院 电话：0717-5550100</p><p>鄂ICP备00000000号</p></div>"
LINKS = "<ul><li><a href=1>关于开展评查的通知</a><li><a href=2>院长接待日公告</a></ul>"
NEIGHBOURS = "<p>上一篇：<a href=x>法院开放日公告</a></p><p>下一篇：没有了</p>"
ALL = shown(TITLE + LEAD + BODY + CLOSE + CONTACT + SIGNED)


@pytest.mark.parametrize(
    "page",
    [
        f"<div>您的浏览器版本过低，请升级后访问本网站！</div><div>{TITLE}{LEAD}{BODY}{CLOSE}{CONTACT}{SIGNED}</div>",
        f"<div><div>{TITLE}{LEAD}{BODY}{CLOSE}{CONTACT}{SIGNED}</div><div><h3>延伸阅读</h3><dl><dt><a href=1>巡视工作条例</a><dd>{BODY}</dl></div></div>",
        f"{HEAD}{TITLE}{META}<div class=TRS_Editor>{LEAD}{BODY}{CLOSE}{CONTACT}{SIGNED}</div>{FOOT}",
        f"{HEAD}<div class=article>{TITLE}{META}<div id=zoom>{LEAD}{BODY}{CLOSE}</div><div>{CONTACT}</div>{SIGNED}</div>{FOOT}",
        f"{HEAD}<article>{TITLE}{META}{LEAD}{BODY}{CLOSE}<footer>{CONTACT}{SIGNED}</footer></article>{FOOT}",
        f"{HEAD}<div>{TITLE}{META}<div>{LEAD}{BODY}{CLOSE}</div></div><div class=share>分享到：<a href=x>微信</a></div><div>{CONTACT}{SIGNED}</div>{FOOT}",
        f"{HEAD}<div><div>{TITLE}</div>{META}<div>{LEAD}{BODY}{CLOSE}{CONTACT}{SIGNED}</div>{NEIGHBOURS}</div>{FOOT}",
        f"<nav><ul><li><a href=/>首页</a></ul></nav>{TITLE}{META}{LEAD}{BODY}{CLOSE}{CONTACT}{SIGNED}<footer>版权所有 青岚县人民法院</footer>",
        f"{HEAD}<div id=a><div id=b>{TITLE}{META}{LEAD}{BODY}{CLOSE}</div><div id=c>{CONTACT}{SIGNED}</div>{LINKS}</div>{FOOT}",
        f"{TITLE}{LEAD}{BODY}{CLOSE}{CONTACT}{SIGNED}",
        f"<div class='nav-fixed footer'>{TITLE}{LEAD}{BODY}{CLOSE}{CONTACT}{SIGNED}</div>",
        f"<div class=left>{LINKS}</div><div>{TITLE}<main>{LEAD}{BODY}{CLOSE}{CONTACT}{SIGNED}</main></div><div><h3>热点</h3>{LINKS}</div>{FOOT}",
    ],
    ids=[
        "old-browser", "more", "editor", "siblings", "article-footer", "behind-share-bar", "previous-next", "flat", "link-list", "no-site",
        "misleading-class", "columns",
    ],
)  # fmt: skip
def test_the_document_is_found_whole(page: str) -> None:
    source = read(f"<html><head><title>x</title></head><body>{page}</body></html>")
    margin = [source.slice(block.span) for block in source.layout.blocks if block.part is Part.HEADER]
    text = source.text
    for line in margin:
        assert line.startswith("来源：")
        text = text.replace(line, "")
    assert text.splitlines() == ALL


def test_a_page_that_word_broke_between_elements() -> None:
    head = "<meta name=Generator content='Microsoft Word 15'>"
    assert shown(f"{head}<p><span>2024</span>\n年<b>5</b>\n个</p>") == ["2024年5个"]
    assert shown("<p><span>电话：5550132</span>\n<span>邮编：443400</span></p>") == ["电话：5550132 邮编：443400"]


def test_what_the_page_says_of_the_document_stands_in_its_margin() -> None:
    source = read(f"{HEAD}{TITLE}{META}<div class=TRS_Editor>{LEAD}{BODY}{CLOSE}</div>{FOOT}")
    assert source.text.splitlines()[-1] == "来源：青岚县人民法院 发布时间：2024-09-20 打印"
    assert parse(source).leaves[-1].kind is Kind.MARGIN


def test_navigation_inside_the_document_is_residue() -> None:
    source = read(f"{TITLE}<article>{LEAD}<nav><p>上一页</p></nav>{BODY}<p>点击下载</p>{CLOSE}</article>")
    kinds = [(leaf.text.strip(), leaf.kind) for leaf in parse(source).leaves]
    assert ("上一页", Kind.RESIDUE) in kinds
    assert ("点击下载", Kind.RESIDUE) in kinds


@pytest.mark.parametrize(
    "tail",
    [
        CONTACT,
        SIGNED,
        "<p>附件：<a href=1.docx>1.整改清单</a></p>",
        "<p><a href=mailto:a@b.example>邮箱：a@b.example</a></p>",
    ],
)
def test_what_closes_a_document_is_never_lost(tail: str) -> None:
    source = read(f"{TITLE}<div class=content>{LEAD}{BODY}{CLOSE}</div><div class=x>{tail}</div>")
    assert source.text.splitlines()[-len(shown(tail)) :] == shown(tail)


def test_a_footer_is_all_there_is_to_call() -> None:
    page = f"{TITLE}<div class=content>{LEAD}{BODY}{CLOSE}</div><div class=footer>{CONTACT}</div>"
    assert shown(page)[-2:] == ["联系电话：0717-5550132", "邮政编码：443400"]


# ---- suppressions ----


@pytest.mark.parametrize(
    "page",
    [
        "<!-- disclosure-lint: ignore TXT005 旧文 -->\n<p>{}</p>",
        "<p><!-- disclosure-lint: ignore TXT005 旧文 -->{}</p>",
        "<p>{}<!-- disclosure-lint：忽略 TXT005 旧文 --></p>",
        "<table border=1><tr><th>措施</th><th>人</th></tr><tr><td>{}<!-- disclosure-lint: ignore TXT005 旧文 --></td><td>周明</td></tr></table>",
        "<!-- disclosure-lint: ignore TXT005 旧文 --><table border=1><tr><th>措施</th><th>人</th></tr><tr><td>{}</td><td>周明</td></tr></table>",
    ],
    ids=["above", "before", "behind", "in-a-row", "above-a-table"],
)
def test_suppressions(page: str) -> None:
    report = lint(read(f"{TITLE}{LEAD}{page.format('院党组高度重视，逐项整改到位。。')}{BODY}"), SETTINGS)
    codes = {one.code for one in report.diagnostics}
    assert "TXT005" not in codes
    assert "SUP001" not in codes
    assert report.suppressed == 1


# ---- encodings ----


@pytest.mark.parametrize(
    ("encoding", "declared", "expected"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("utf-8", "gb2312", "utf-8"),
        ("utf-8-sig", "", "utf-8-sig"),
        ("gb18030", "gb2312", "gb18030"),
        ("gb18030", "utf-8", "gb18030"),
        ("gb18030", "", "gb18030"),
        ("utf-16", "utf-8", "utf-16-le"),
        ("big5", "big5", "big5hkscs"),
    ],
)
def test_encodings(encoding: str, declared: str, expected: str) -> None:
    words = "關於巡察" if encoding == "big5" else "关于巡察整改进展情况的通报镕"
    page = (
        f"<html><head><meta http-equiv='Content-Type' content='text/html; charset={declared}'></head><body><p>{words}</p>"
        + "<i></i>" * 90
    )
    source = read(page, encoding)
    assert source.text == words + "\n"
    assert source.encoding == expected


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_half_a_character_spoils_no_page(encoding: str) -> None:
    data = (
        f"<meta charset={encoding}><p>{'整改情况。' * 60}".encode(encoding)[:-2]
        + b"</p><p>"
        + "下一步安排".encode(encoding)
    )
    lines = read_html(data, "page.html").text.splitlines()
    assert lines[0].startswith("整改情况。" * 59)
    assert lines[-1].endswith("下一步安排")


def test_other_languages_are_no_mojibake() -> None:
    with pytest.raises(Unreadable, match="encoding"):
        read_html("<p>Änderung für übermäßige Größe é à</p>".encode("latin-1") * 3, "page.html")


def test_a_picture_is_no_page() -> None:
    with pytest.raises(Unreadable, match="UTF-8") as caught:
        read_html(b"\x89PNG\r\n\x1a\n\x00\x00\x00", "page.html")
    assert "UTF-8" in caught.value.zh


# ---- hostile pages ----

FLOODS = {
    "open": "<", "unfinished-tag": "<a", "declarations": "<![", "comments": "<!--", "comment-ends": "<!-- x --", "bangs": "<!", "ends": "</", "quotes": '<a ="',
    "mixed-quotes": "<a b='<a b=\"", "references": "&#", "names-of-references": "&nbsp", "ampersands": "&", "raw": "<script>", "raw-ends": "<script></scrip",
    "names": "<aa=", "equals": "<a =====", "bare-values": "<a =x\"",
    "cdata": "<![CDATA[", "titles": "<title>", "digits": "&#9", "spaces": " \n", "instructions": "<?",
}  # fmt: skip


@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS.keys())
def test_floods_take_linear_time(flood: str) -> None:
    data = (flood * (300_000 // len(flood))).encode()
    start = time.process_time()
    with suppress(Unreadable):
        read_html(LEAD.encode() + data + b">" + BODY.encode(), "page.html")
    assert time.process_time() - start < 5


@pytest.mark.parametrize("nest", ["<div>", "<p><b>", "<table><tr><td>", "<ul><li>", "<span>", "<a href=x><div>"])
def test_deep_nesting(nest: str) -> None:
    page = nest * 5_000 + LEAD + BODY
    assert [line.lstrip("•") for line in shown(page)] == shown(LEAD + BODY)


def test_too_many_tags_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("disclosure_grammar.readers.html.tokens._MOST", 1000)
    assert shown("甲" + "<b>" * 1000)
    with pytest.raises(Unreadable, match="tags") as caught:
        read("甲" + "<b>" * 1001)
    assert "标签" in caught.value.zh


@pytest.mark.parametrize("value", ["/s?q='", '/s?q="', '/s?a="1', '="'])
def test_a_quote_inside_a_bare_value_quotes_nothing(value: str) -> None:
    assert shown(f"<p x={value}>甲</p><p>it's 5\"乙</p>") == ["甲", "it's 5\"乙"]


def test_a_tag_with_a_million_attributes() -> None:
    assert shown(f"<p {'a=1 ' * 1_000_000}>甲</p>") == ["甲"]
