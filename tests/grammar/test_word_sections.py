"""Sections of a Word document: the headers and footers that its pages show, each once."""

from __future__ import annotations

import pytest

from disclosure_grammar.readers.word import read_word
from disclosure_grammar.readers.word.model import Story
from disclosure_grammar.source import Part
from word_files import document, p, r, tbl
from word_snippets import box, check, field, read


def margin(part: str, kind: str = "default", name: str = "header") -> str:
    """A reference of a section to a header or footer."""
    return f'<w:{name}Reference w:type="{kind}" r:id="{part}"/>'


def section(*content: str) -> str:
    """A paragraph that ends a section."""
    return p("甲", properties=f"<w:sectPr>{''.join(content)}</w:sectPr>")


def test_headers_come_before_footers_and_each_once() -> None:
    first = section(margin("header2", "first"), margin("footer1", name="footer"), "<w:titlePg/>")
    boxed = {"header2": p("机密", box(p("框"))), "footer1": p("— ", field("PAGE", r("1")), " —")}
    word = read(first, p("乙"), **boxed, header1=p("青岚县人民法院"))
    assert word.source.text == "甲\n乙\n机密\n框\n青岚县人民法院\n— 1 —\n"
    assert [b.part for b in word.source.layout.blocks] == [Part.HEADER, Part.HEADER, Part.FOOTER]
    assert [(one.story, one.anchor) for one in word.paragraphs[2:4]] == [(Story.HEADER, 0)] * 2
    check(word)
    again = read(first, p("乙"), header1=tbl(["单位", "青岚县"]), footer1=p("页脚"))
    assert again.source.text == "甲\n乙\n单位\n青岚县\n页脚\n"
    assert [b.part for b in again.source.layout.blocks] == [Part.HEADER, Part.FOOTER]


EACH = margin("header1") + margin("header2", "first") + margin("header3", "even")


@pytest.mark.parametrize(
    ("first", "last", "settings", "shown"),
    [
        pytest.param(EACH, "", "", "常", id="switched-off"),
        pytest.param(EACH + "<w:titlePg/>", "", "", "常首", id="first-page"),
        pytest.param(EACH + '<w:titlePg w:val="0"/>', "", "<w:evenAndOddHeaders/>", "常双", id="even-pages"),
        pytest.param(EACH + "<w:titlePg/>", "", '<w:evenAndOddHeaders w:val="1"/>', "常首双", id="both"),
        pytest.param(EACH, "<w:titlePg/>", '<w:evenAndOddHeaders w:val="off"/>', "常首", id="taken-over"),
        pytest.param(EACH, margin("header4"), "", "常末", id="further"),
        pytest.param(EACH, margin("header9"), "", "常", id="not-there"),
    ],
)
def test_headers_are_read_where_pages_show_them(first: str, last: str, settings: str, shown: str) -> None:
    headers = {f"word/header{number}.xml": p(words) for number, words in enumerate("常首双末", start=1)}
    made = document(
        section(first), p("乙"), parts={**headers, "word/settings.xml": settings}, section=last, refer=False
    )
    word = read_word(made, "x.docx")
    lines = [word.source.slice(b.span).strip() for b in word.source.layout.blocks if b.part is Part.HEADER]
    assert "".join(lines) == shown
