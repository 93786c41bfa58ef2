"""Findings as comments: where their marks stand, what they say, and that nothing else changes."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.readers.word import read_word
from disclosure_grammar.readers.word.model import Story, Word
from disclosure_grammar.readers.word.xml import tree
from disclosure_grammar.source import Source, Span
from disclosure_lint.diagnostic import Diagnostic, FileReport, Other, Place
from disclosure_lint.facts.model import Personal
from disclosure_lint.rule import PRACTICE, Fix, Safety, Severity, Text
from disclosure_lint.word.annotate import annotate
from disclosure_lint.word.own import strip
from word_files import MAIN, comment_around, comments, deleted, document, ins, p, r, tbl

NOON = datetime(2026, 1, 2, 12, 0, 0)
MAIN_PART = "word/document.xml"


def finding(span: Span | None, **changes) -> Diagnostic:
    made = Diagnostic(
        "TOT003",
        "percentage-mismatch",
        Severity.ERROR,
        Text("百分比不对。", "The percentage is wrong."),
        span,
        Text("重新计算。", "Compute it again."),
        PRACTICE,
        "f",
    )
    return made._replace(**changes)


def span_of(word: Word, words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = word.source.text.index(words, at + 1)
    return Span(at, at + len(words))


def annotated(word: Word, *findings: Diagnostic, personal: Sequence[Personal] = (), language: str = "zh") -> Word:
    report = FileReport("draft.docx", source=word.source, diagnostics=findings, personal=tuple(personal))
    made = annotate(word, report, language, NOON)
    again = read_word(made.data, "draft.docx")
    assert again.source.text == word.source.text
    return again


def body(word: Word) -> str:
    """The XML of the body, numbered marks written shortly: ⟦0 … 0⟧ with the reference behind the second, ⟦0⟧ for a reference alone."""
    xml = re.search("<w:body>(.*)<w:sectPr>", word.package.part(word.main).decode(), re.DOTALL)[1]
    xml = re.sub(r'<w:commentRangeEnd w:id="(\d+)"/><w:r><w:commentReference w:id="\1"/></w:r>', r"\1⟧", xml)
    xml = re.sub(r'<w:commentRangeStart w:id="(\d+)"/>', r"⟦\1", xml)
    return re.sub(r'<w:r><w:commentReference w:id="(\d+)"/></w:r>', r"⟦\1⟧", xml)


def texts(word: Word) -> list[str]:
    found = tree(word.package.part("word/comments.xml")).all("w:comment")
    return [
        "\n".join("".join(t.text for t in line.walk() if t.name == "w:t") for line in each.all("w:p")) for each in found
    ]


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"


def q(*content: str) -> str:
    """A paragraph of XML and marks."""
    return f"<w:p>{''.join(content)}</w:p>"


LINK = '<w:hyperlink w:anchor="x">{}</w:hyperlink>'
SIMPLE = '<w:fldSimple w:instr="DATE">{}</w:fldSimple>'
DATE, PLAIN = "<w:date/>", "<w:alias/>"
CENTRED = '<w:jc w:val="center"/>'
BREAK = "<w:r><w:br/><w:t>乙</w:t></w:r>"

PLACES = [
    pytest.param(p("已完成97%。"), "97%", q(r("已完成"), "⟦0", r("97%"), "0⟧", r("。")), id="in-a-run"),
    pytest.param(
        p("甲乙", properties=CENTRED),
        "甲",
        f"<w:p><w:pPr>{CENTRED}</w:pPr>⟦0{r('甲')}0⟧{r('乙')}</w:p>",
        id="behind-the-properties",
    ),
    pytest.param(p(" 甲 "), " 甲 ", q(r(" "), "⟦0", r("甲"), "0⟧", r(" ")), id="spaces-left-out"),
    pytest.param(
        p("甲乙", ins(r("丙丁"))),
        "乙丙",
        q(r("甲"), "⟦0", r("乙"), ins(r("丙") + "0⟧" + r("丁"))),
        id="into-an-insertion",
    ),
    pytest.param(
        p("甲", deleted("丑"), "乙"), "甲乙", q("⟦0", r("甲"), deleted("丑"), r("乙"), "0⟧"), id="over-a-deletion"
    ),
    pytest.param(p(LINK.format(r("甲乙"))), "乙", q(LINK.format(r("甲") + "⟦0" + r("乙") + "0⟧")), id="in-a-link"),
    pytest.param(
        p("截至", FIELD.format(r("1月")), "止"),
        "1",
        q(r("截至"), "⟦0", FIELD.format(r("1月")), "0⟧", r("止")),
        id="around-a-field",
    ),
    pytest.param(
        p("截至", FIELD.format(r("1月"))),
        "至1",
        q(r("截"), "⟦0", r("至"), FIELD.format(r("1月")), "0⟧"),
        id="into-a-field",
    ),
    pytest.param(p(SIMPLE.format(r("1月"))), "1", q("⟦0", SIMPLE.format(r("1月")), "0⟧"), id="around-a-simple-field"),
    pytest.param(
        p(CONTROL.format(DATE, r("甲乙"))),
        "乙",
        q("⟦0", CONTROL.format(DATE, r("甲乙")), "0⟧"),
        id="around-a-date-control",
    ),
    pytest.param(
        p(CONTROL.format(PLAIN, r("甲乙"))),
        "乙",
        q(CONTROL.format(PLAIN, r("甲") + "⟦0" + r("乙") + "0⟧")),
        id="in-a-control",
    ),
    pytest.param(p("甲", BREAK), "甲\v乙", q("⟦0", r("甲"), BREAK, "0⟧"), id="over-a-line-break"),
    pytest.param(
        p("甲乙") + p("丙丁"), "乙\n丙", q(r("甲"), "⟦0", r("乙")) + q(r("丙"), "0⟧", r("丁")), id="over-two-paragraphs"
    ),
    pytest.param(tbl(["甲乙", "丙"]), "乙\n丙", tbl([q(r("甲"), "⟦0", r("乙"), "0⟧"), "丙"]), id="never-over-cells"),
    pytest.param(p("甲") + tbl(["乙"]), "甲\n乙", q("⟦0", r("甲"), "0⟧") + tbl(["乙"]), id="never-into-a-table"),
    pytest.param(
        p("甲乙") + tbl(["丙"]) + p("丁"),
        "乙\n丙\n丁",
        q(r("甲"), "⟦0", r("乙")) + tbl(["丙"]) + q(r("丁"), "0⟧"),
        id="over-a-table",
    ),
    pytest.param(p("甲乙") + p("丙"), "\n", q(r("甲"), "⟦0", r("乙"), "0⟧") + p("丙"), id="line-feed"),
    pytest.param(p("  甲乙"), "  ", q(r("  "), "⟦0", r("甲"), "0⟧", r("乙")), id="spaces-at-the-start"),
    pytest.param(
        p("甲") + "<w:p/>" + p("乙"),
        "\n乙",
        p("甲") + "<w:p/>" + q("⟦0", r("乙"), "0⟧"),
        id="empty-paragraph-and-words",
    ),
    pytest.param("<w:p/>" + p("乙"), "\n", "<w:p/>" + q("⟦0", r("乙"), "0⟧"), id="empty-paragraph-before-words"),
]


@pytest.mark.parametrize(("xml", "words", "expected"), PLACES)
def test_a_comment_stands_at_its_characters(xml, words, expected):
    word = read_word(document(xml), "draft.docx")
    assert body(annotated(word, finding(span_of(word, words)))) == expected


WHOLE = [
    pytest.param(
        p("青岚县人民法院党组关于巡察整改进展情况的通报", style="Title") + p("正文。"),
        "青岚县人民法院党组关于巡察整改进展情况的通报",
        id="title",
    ),
    pytest.param("<w:p/>" + p(" 正文一段。") + p("又一段。"), "正文一段。", id="first-words"),
]


@pytest.mark.parametrize(("xml", "shown"), WHOLE)
def test_a_finding_about_the_whole_draft_stands_at_its_title(xml, shown):
    made = body(annotated(read_word(document(xml), "draft.docx"), finding(None)))
    assert re.sub("<[^>]*>", "", re.search("⟦0(.*)0⟧", made)[1]) == shown


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        pytest.param("<w:p/>", "<w:p>⟦0⟧</w:p>", id="no-content"),
        pytest.param('<w:p w:rsidR="1" />', '<w:p w:rsidR="1" >⟦0⟧</w:p>', id="no-content-but-attributes"),
        pytest.param("<w:p></w:p>", "<w:p>⟦0⟧</w:p>", id="nothing-inside"),
        pytest.param(
            f"<w:p><w:pPr>{CENTRED}</w:pPr></w:p>", f"<w:p><w:pPr>{CENTRED}</w:pPr>⟦0⟧</w:p>", id="properties-only"
        ),
    ],
)
def test_a_draft_without_words_is_marked_at_a_point(xml, expected):
    assert body(annotated(read_word(document(xml), "draft.docx"), finding(None))) == expected


def test_several_findings_without_words_share_one_paragraph():
    made = annotated(read_word(document("<w:p/>"), "draft.docx"), finding(None), finding(None))
    assert body(made) == "<w:p>⟦0⟧⟦1⟧</w:p>"


def test_a_body_without_paragraphs_takes_no_comment():
    word = read_word(document(), "draft.docx")
    made = annotate(word, FileReport("draft.docx", diagnostics=(finding(None),)), "zh", NOON)
    assert made.comments == 0
    assert read_word(made.data, "draft.docx").source.layout.remarks == ()


def test_several_findings_at_one_place_are_several_comments_in_their_order():
    word = read_word(document(p("甲乙丙")), "draft.docx")
    first, second = (finding(span_of(word, "乙"), code=code) for code in ("TOT003", "TOT004"))
    made = annotated(word, first, second, finding(span_of(word, "丙")))
    assert body(made) == q(r("甲"), "⟦0⟦1", r("乙"), "0⟧1⟧⟦2", r("丙"), "2⟧")
    assert [text.split()[1] for text in texts(made)] == ["TOT003", "TOT004", "TOT003"]


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


@pytest.mark.parametrize(("words", "shown"), [("一、", "总"), ("一、总则", "总则"), ("\n二、", "则"), ("二、", None)])
def test_an_automatic_number_is_marked_at_the_first_real_character(words, shown):
    numbered = p("总则", num=(1, 0)) + p(num=(1, 0))
    word = read_word(document(numbered, parts={"word/numbering.xml": NUMBERING}), "draft.docx")
    assert word.source.text.startswith("一、总则\n二、")
    made = body(annotated(word, finding(span_of(word, words))))
    if shown is None:
        assert made.endswith("</w:pPr>⟦0⟧</w:p>")
    else:
        assert re.sub("<[^>]*>", "", re.search("⟦0(.*)0⟧", made)[1]) == shown


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def changed(data: bytes, change: Callable[[str, bytes], tuple[str, bytes]]) -> bytes:
    """A file with other names or contents of its members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, member in members(data).items():
            archive.writestr(*change(name, member))
    return made.getvalue()


def renamed(name: str, member: bytes) -> tuple[str, bytes]:
    return name.replace("document.xml", "document2.xml"), member.replace(b"document.xml", b"document2.xml")


def bare(name: str, member: bytes) -> tuple[str, bytes]:
    if name == MAIN_PART:
        member = member.replace(b"<w:", b"<").replace(b"</w:", b"</").replace(b"xmlns:w=", b"xmlns=")
    return name, member


def wide(name: str, member: bytes) -> tuple[str, bytes]:
    return name, member.decode().replace("UTF-8", "UTF-16").encode("utf-16") if name == MAIN_PART else member


def spread(name: str, member: bytes) -> tuple[str, bytes]:
    if name == MAIN_PART:
        member = (
            member.replace(b"<w:p>", b"\r\n  <w:p>\r\n")
            .replace(b"<w:r>", b"<w:r >\n")
            .replace(b"</w:r>", b"\n</w:r >\n")
        )
    return name, member


def strict(name: str, member: bytes) -> tuple[str, bytes]:
    return name, member.replace(MAIN.encode(), STRICT.encode())


@pytest.mark.parametrize("change", [renamed, bare, wide, spread, strict])
def test_unusual_files(change):
    word = read_word(changed(document(p("甲", "乙丙"), p("丁")), change), "draft.docx")
    made = annotated(word, finding(span_of(word, "丙")), finding(span_of(word, "丁")))
    source = made.source
    assert [source.slice(each.span) for each in source.layout.remarks] == ["丙", "丁"]
    assert not strip(made.package).parts[made.main].count(b"comment")


NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>'
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
ELSEWHERE = [
    pytest.param("脚注里的字", "正", "⟦0{}0⟧", id="footnote"),
    pytest.param("框里的字", None, "⟦0⟧", id="text-box"),
    pytest.param("页眉里的字", "题目", "⟦0{}0⟧", id="header"),
]


@pytest.mark.parametrize(("words", "shown", "marked"), ELSEWHERE)
def test_where_word_allows_no_comment_it_stands_close_by_and_says_where(words, shown, marked):
    parts = {
        "word/footnotes.xml": f'<w:footnote w:id="2">{p("脚注里的字")}</w:footnote>',
        "word/header1.xml": p("页眉里的字"),
    }
    xml = document(p("题目"), p("正文", NOTE), p(BOX.format(p("框里的字"))), parts=parts)
    word = read_word(xml, "draft.docx")
    made = annotated(word, finding(span_of(word, words), where=Text("别处", "elsewhere")))
    expected = marked.format(r(shown)) if shown else marked
    assert expected in body(made)
    assert texts(made)[0].splitlines()[2] == f"位置：别处，“{words}”"


class TestWords:
    def test_all_that_a_finding_says(self):
        word = read_word(document(p("共79项。"), p("完成77项，占97.74%。")), "draft.docx")
        other = Other(Source("plan.txt", "一\n二\n共78项"))
        made = annotated(
            word,
            finding(
                span_of(word, "97.74%"),
                basis=Text("某条", "some norm"),
                fix=Fix(Text("改为“97.47%”", "make it 97.47%"), Safety.UNSAFE, ()),
                related=(
                    Place(span_of(word, "77项"), Text("完成数", "done")),
                    Place(span_of(word, "79项"), Text("总数：79项", "total: 79项"), where=Text("第1段", "paragraph 1")),
                    Place(Span(4, 8), Text("方案", "plan"), other),
                ),
            ),
        )
        assert texts(made)[0].splitlines() == [
            "错误 TOT003 percentage-mismatch",
            "百分比不对。",
            "相关：本段 完成数“77项”",
            "相关：第1段 总数：79项",
            "相关：plan.txt 第3行 方案“共78项”",
            "建议：改为“97.47%”",
            "怎么改：重新计算。",
            "依据：某条",
        ]

    def test_english(self):
        word = read_word(document(p("占97.74%。")), "draft.docx")
        made = annotated(word, finding(span_of(word, "97.74%"), severity=Severity.INFO), language="en")
        assert texts(made) == ["info TOT003 percentage-mismatch\nThe percentage is wrong.\nhelp: Compute it again."]

    def test_many_related_places_are_counted(self):
        word = read_word(document(p("甲" * 12)), "draft.docx")
        related = tuple(Place(Span(at, at + 1), Text("这里", "here")) for at in range(12))
        (text,) = texts(annotated(word, finding(Span(0, 1), related=related)))
        assert text.count("相关：") == 10
        assert "\n另有2处\n" in text

    def test_personal_numbers_are_masked(self):
        word = read_word(document(p("张某身份证号420105199001011234。")), "draft.docx")
        number = span_of(word, "420105199001011234")
        made = annotated(
            word,
            finding(None, related=(Place(number, Text("这里", "here")),)),
            personal=[Personal(number, parse(word.source).root, "identity")],
        )
        assert "420105************" in texts(made)[0]
        assert "19900101" not in made.package.part("word/comments.xml").decode()


MAY_CHANGE = {MAIN_PART, "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
WORDS = st.text(st.sampled_from("甲乙丙 \t&<1。😀"), max_size=6)
RUNS = st.one_of(
    WORDS.map(lambda text: r(text, "<w:b/>")),
    WORDS.map(lambda text: ins(r(text))),
    WORDS.map(deleted),
    WORDS.map(lambda text: FIELD.format(r(text))),
    WORDS.map(lambda text: CONTROL.format("<w:text/>", r(text))),
    WORDS.map(lambda text: comment_around(r(text), 7)),
    WORDS.map(
        lambda text: f"<w:r><w:t>{text.replace('&', '&amp;').replace('<', '&lt;')}</w:t><w:br/><w:t>x</w:t></w:r>"
    ),
    st.just(BOX.format(p("框"))),
    WORDS.map(lambda text: LINK.format(ins(r(text)))),
    WORDS.map(lambda text: f"<w:smartTag>{r(text)}{r(text)}</w:smartTag>"),
    st.just("<w:bookmarkStart w:id='3' w:name='b'/>"),
    st.just("<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"),
    st.just("<w:r><w:t>甲</w:t><w:ruby><w:rubyBase><w:r><w:t>乙丙</w:t></w:r></w:rubyBase></w:ruby><w:tab/></w:r>"),
    st.just(
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:r><w:t>丁戊</w:t></w:r></mc:Choice></mc:AlternateContent>'
    ),
    st.just('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'),
    st.just('<w:r><w:t>己</w:t><w:fldChar w:fldCharType="separate"/></w:r>'),
    st.just('<w:r><w:fldChar w:fldCharType="end"/><w:t>庚</w:t></w:r>'),
)
JOINED = '<w:rPr><w:del w:id="9" w:author="a"/></w:rPr>'
PARAGRAPHS = st.one_of(
    st.lists(RUNS, max_size=3).map(lambda runs: p(*runs)),
    st.lists(RUNS, max_size=3).map(lambda runs: p(*runs, properties=JOINED)),
    st.lists(RUNS, max_size=2).map(lambda runs: CONTROL.format("<w:text/>", p(*runs))),
    st.lists(RUNS, max_size=2).map(lambda runs: p(*runs, num=(1, 0))),
    st.just("<w:p/>"),
)
BODIES = st.lists(PARAGRAPHS | st.lists(PARAGRAPHS, min_size=1, max_size=2).map(tbl), min_size=1, max_size=4)


PARTS = {
    "word/numbering.xml": NUMBERING,
    "word/header1.xml": p("页眉"),
    "word/comments.xml": comments((7, "王", "请核对")),
}


@settings(max_examples=60)
@given(BODIES, st.lists(st.none() | st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted), max_size=5))
def test_any_draft_and_any_findings(xml, stretches):
    data = document(*xml, parts=PARTS)
    length = len(read_word(data, "draft.docx").source.text)
    spans = [each and Span(*(round(end * length) for end in each)) for each in stretches]
    word = read_word(data, "draft.docx")
    report = FileReport("draft.docx", diagnostics=tuple(finding(span) for span in spans))
    made = annotate(word, report, "zh", NOON)
    before, after = members(data), members(made.data)
    again = read_word(made.data, "draft.docx")
    assert again.source.text == word.source.text
    assert {name: after[name] for name in before if name not in MAY_CHANGE} == {
        name: each for name, each in before.items() if name not in MAY_CHANGE
    }
    ours = [remark for remark in again.source.layout.remarks if remark.author == "disclosure-lint"]
    possible = len(spans) if any(each.story is Story.BODY for each in word.paragraphs) else 0
    assert len(ours) == made.comments == possible
    assert [each for each in again.source.layout.remarks if each not in ours] == list(word.source.layout.remarks)
    numbers = re.findall(rb'<w:comment [^>]*w:id="(\d+)"', after["word/comments.xml"])
    assert len(numbers) == len(set(numbers)) == possible + 1
    assert not re.search(rb"comment\w+ [^>]*/><w:pPr", after[MAIN_PART])
    for number in numbers:
        kinds = re.findall(rb'comment(RangeStart|RangeEnd|Reference) w:id="%s"' % number, after[MAIN_PART])
        assert number == b"7" or kinds in ([b"RangeStart", b"RangeEnd", b"Reference"], [b"Reference"])
    docx.Document(io.BytesIO(made.data))

    stripped = strip(again.package)
    clean = again.package.rewritten(stripped.parts) if possible else made.data
    word = read_word(clean, "draft.docx")
    assert all(remark.author != "disclosure-lint" for remark in word.source.layout.remarks)
    assert annotate(word, report, "zh", datetime(2027, 1, 1), stripped.dates).data == made.data


@pytest.fixture(scope="module")
def reopened(tmp_path_factory) -> dict[str, tuple[Word, Word]]:
    """Documents with comments, and what LibreOffice makes of them when it opens and saves them."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("annotated")
    made: dict[str, Word] = {}
    for param in PLACES:
        word = read_word(document(param.values[0]), "draft.docx")
        whole = finding(None)
        made[param.id] = annotated(
            word, whole, finding(span_of(word, param.values[1])), finding(Span(0, len(word.source.text)))
        )
        (folder / f"{param.id}.docx").write_bytes(made[param.id].package.rewritten({}))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "docx",
         "--outdir", str(folder / "out"), *map(str, sorted(folder.glob("*.docx")))],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return {
        name: (word, read_word((folder / "out" / f"{name}.docx").read_bytes(), name)) for name, word in made.items()
    }


def shape(text: str) -> str:
    """A text with its dates all alike: LibreOffice writes today's into a date field, and the comment on it survives that."""
    return re.sub("[0-9年月日/]+", "#", text)


@pytest.mark.parametrize("name", [param.id for param in PLACES])
def test_libreoffice_keeps_every_comment_and_every_word(reopened, name):
    ours, theirs = reopened[name]
    assert sorted(remark.text for remark in theirs.source.layout.remarks) == sorted(
        remark.text for remark in ours.source.layout.remarks
    )
    assert [shape(each) for each in theirs.source.text.split()] == [shape(each) for each in ours.source.text.split()]
