"""What the styles of a Word document say: outline levels, hidden text, lists."""

from __future__ import annotations

import pytest

from disclosure_grammar.readers.word.numbering import Numbering
from disclosure_grammar.readers.word.styles import ListPlace, Styles
from disclosure_grammar.readers.word.xml import tree
from word_files import num, p, part
from word_lists import abstract, lvl, num_pr, properties


def named(identifier: str, name: str, more: str = "", based: str = "", attributes: str = 'w:type="paragraph"') -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style {attributes} w:styleId="{identifier}"><w:name w:val="{name}"/>{on}{more}</w:style>'


def level(value: int | str) -> str:
    return f'<w:pPr><w:outlineLvl w:val="{value}"/></w:pPr>'


HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
STYLES = Styles.of(
    tree(
        part(
            "styles",
            named("a", "Normal", attributes='w:type="paragraph" w:default="1"')
            + named("1", "heading 1", level(0), "a")
            + named("2", "heading 2", "", "a")
            + named("3", "Heading 3,第三级")
            + named("4", "标题 4")
            + named("under", "自定标题", "", "2")
            + named("toc", "TOC Heading", level(9), "1")
            + named("deep", "第九级", level(8))
            + named("title", "Title", level(0))
            + named("zh", "标题")
            + named("broken", "坏", level("x") + HIDDEN.replace("/>", ' w:val="0"/>'), "hide")
            + named("hide", "隐藏", HIDDEN)
            + named("hidden-too", "也隐藏", "", "hide")
            + named("loop", "环", "", "pool")
            + named("pool", "池", "", "loop")
            + named("self", "己", "", "self")
            + named("c", "字符隐藏", HIDDEN, attributes='w:type="character"')
            + named("list", "列表", f"<w:pPr>{num_pr(4)}</w:pPr>")
            + named("lower", "列表二级", f"<w:pPr>{num_pr(None, 1)}</w:pPr>", "list")
            + named("none", "不编号", f"<w:pPr>{num_pr(0)}</w:pPr>", "list"),
        )
    )
)


@pytest.mark.parametrize(
    ("identifier", "outline"),
    [
        ("a", None), ("1", 1), ("2", 2), ("3", 3), ("4", 4), ("under", 2), ("toc", None), ("deep", 9), ("title", 0), ("zh", 0), ("broken", None),
        ("loop", None), ("self", None), ("no such style", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_outline_levels(identifier: str | None, outline: int | None) -> None:
    assert STYLES.outline(identifier) == outline


@pytest.mark.parametrize(
    ("name", "is_contents"),
    [
        ("toc 1", True), ("TOC 3", True), ("TOC Heading", True), ("Contents 2", True), ("目录 1", True), ("WPSOffice手动目录 1", True),
        ("toc 1,目录一级", True), ("Table Contents", False), ("目录", False), ("heading 1", False), ("toc", False), ("List Contents 1", False),
    ],
)  # fmt: skip
def test_styles_of_a_list_of_contents(name: str, is_contents: bool) -> None:
    styles = Styles.of(tree(part("styles", named("1", name) + named("2", "自定", "", "1"))))
    assert styles.is_contents("1") is is_contents
    assert styles.is_contents("2") is is_contents
    assert not styles.is_contents("nowhere")


@pytest.mark.parametrize(
    ("identifier", "hidden"),
    [
        ("a", False),
        ("hide", True),
        ("hidden-too", True),
        ("broken", False),
        ("c", True),
        ("loop", False),
        ("no such style", False),
        (None, False),
    ],
)
def test_hidden_styles(identifier: str | None, hidden: bool) -> None:
    assert STYLES.is_hidden(identifier) is hidden


@pytest.mark.parametrize(
    ("identifier", "place"),
    [("list", ListPlace(4)), ("lower", ListPlace(4, 1)), ("none", None), ("a", None), ("loop", None), (None, None)],
)
def test_lists_of_styles(identifier: str | None, place: ListPlace | None) -> None:
    assert STYLES.numbering(identifier) == place


def test_the_default_style() -> None:
    assert STYLES.default == "a"
    assert Styles.of(None).default == ""
    named_none = f'<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr>{num_pr(1)}</w:pPr></w:style>'
    numbered = Numbering.of(
        tree(part("numbering", abstract(0, lvl(0)) + num(1, 0))), Styles.of(tree(part("styles", named_none)))
    ).counter()
    assert [
        numbered.label(properties(each)) for each in (p("甲"), p("乙", style="nowhere"), p("丙", properties=num_pr(0)))
    ] == ["1.", "2.", ""]
