"""Automatic numbers of Word documents: each format, each way of counting, and what LibreOffice makes of the same files."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.levels import number_of
from disclosure_grammar.numerals import parse
from disclosure_grammar.parse import parse as parse_draft
from disclosure_grammar.readers.word import read_word
from disclosure_grammar.readers.word.lists import LEVELS
from disclosure_grammar.readers.word.number_formats import written
from disclosure_grammar.readers.word.numbering import Counter, Numbering
from disclosure_grammar.readers.word.styles import Styles
from disclosure_grammar.readers.word.xml import Element, tree
from disclosure_grammar.source import Source
from word_files import document, num, p, part
from word_lists import (
    FORMATS,
    LANGUAGE,
    NUMBERS,
    OTHERWISE,
    POINTS,
    SCENARIOS,
    abstract,
    lvl,
    num_pr,
    properties,
    style,
)

# ---- formats ----

CHINESE = (
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
)


@pytest.mark.parametrize("form", FORMATS)
def test_each_format(form: str) -> None:
    assert [written(number, form) for number in NUMBERS] == FORMATS[form].split()


@pytest.mark.parametrize("form", ["bullet", "none"])
def test_formats_without_a_number(form: str) -> None:
    assert [written(number, form) for number in (0, 1, 10)] == ["", "", ""]


def test_a_number_between_dashes() -> None:
    assert written(7, "numberInDash") == "- 7 -"


@pytest.mark.parametrize(
    ("form", "zero"),
    [
        ("decimal", "0"), ("decimalZero", "00"), ("decimalFullWidth", "０"), ("ideographDigital", "〇"), ("chineseCountingThousand", "零"),
        ("upperLetter", "0"), ("upperRoman", "0"), ("decimalEnclosedCircle", "0"), ("ideographTraditional", "0"),
    ],
)  # fmt: skip
def test_nought(form: str, zero: str) -> None:
    assert written(0, form) == zero


@pytest.mark.parametrize("form", CHINESE)
@pytest.mark.parametrize("text", ["{}、", "（{}）", "第{}部分", "第{}章"])
def test_chinese_numbers_are_read_back(form: str, text: str) -> None:
    assert [number_of(text.format(written(number, form))) for number in range(1, 100)] == list(range(1, 100))


@given(st.integers(1, 9999))
def test_great_chinese_numbers_are_read_back(number: int) -> None:
    assert (
        parse(written(number, "chineseCountingThousand")) == parse(written(number, "chineseLegalSimplified")) == number
    )


@given(
    st.integers(-(10**9), 10**9),
    st.sampled_from([*FORMATS, "numberInDash", "bullet", "none", "0" * 9 + "1"]) | st.text(),
)
def test_no_number_is_too_great(number: int, form: str) -> None:
    assert len(written(number, form)) <= 50


# ---- counting ----


def counter(numbering: str, styles: str = "", *, original: bool = False) -> Counter:
    known = Styles.of(tree(part("styles", LANGUAGE + styles)))
    return Numbering.of(tree(part("numbering", numbering)), known).counter(original=original)


@pytest.mark.parametrize("name", SCENARIOS)
def test_counting(name: str) -> None:
    scenario = SCENARIOS[name]
    count = counter(scenario.numbering, scenario.styles)
    assert tuple(count.label(properties(paragraph)) for paragraph in scenario.paragraphs) == scenario.labels


@pytest.mark.parametrize("name", SCENARIOS)
def test_numbers_in_the_text(name: str) -> None:
    scenario = SCENARIOS[name]
    parts = {"word/numbering.xml": scenario.numbering, "word/styles.xml": LANGUAGE + scenario.styles}
    word = read_word(document(*scenario.paragraphs, parts=parts), "a.docx")
    generated = {span.start: word.source.slice(span) for span in word.source.layout.generated}
    assert tuple(generated.get(paragraph.start, "") for paragraph in word.paragraphs) == scenario.labels


def test_each_story_counts_by_itself() -> None:
    numbering = Numbering.of(tree(part("numbering", POINTS + num(1, 0))), Styles.of(None))
    body, note = numbering.counter(), numbering.counter()
    one = properties(p(num=(1, 0)))
    assert [body.label(one), body.label(one), note.label(one), body.label(one)] == ["1 ", "2 ", "1 ", "3 "]


def test_no_parts_no_numbers() -> None:
    count = Numbering.of(None, Styles.of(None)).counter()
    assert [count.label(None), count.label(properties(p("文", num=(1, 0), style="H1")))] == ["", ""]


WINGDINGS = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings" w:hint="default"/></w:rPr>'


@pytest.mark.parametrize(
    ("text", "more", "shown"),
    [
        ("●", "", "●"),
        ("■", "", "■"),
        ("□", "", "□"),
        ("—", "", "—"),
        ("-", "", "- "),
        ("o", "", "○"),
        ("\uf06c", "", "•"),
        ("l", WINGDINGS, "•"),
        ("\xa7", WINGDINGS, "•"),
        ("", "", ""),
        (" ", "", ""),
        ("", '<w:lvlPicBulletId w:val="0"/>', "•"),
        ("%1", "", "%1 "),
        ("●&#10;", "", "●"),
    ],
)
def test_bullets(text: str, more: str, shown: str) -> None:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    assert counter(abstract(0, level) + num(1, 0)).label(properties(p("加强管理", num=(1, 0)))) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("%1% %0 %%", "1% %0 %%"),
        ("第 %1 章", "第 1 章 "),
        ("%1\t", "1 "),
        ("&#10;%1&#13;、", "1 、"),
        ("【%1】", "【1】"),
        ("\uf0d8%1.", "•1."),
    ],
)
def test_texts(text: str, shown: str) -> None:
    assert counter(abstract(0, lvl(0, text=text)) + num(1, 0)).label(properties(p("文", num=(1, 0)))) == shown


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("%1.", "3个问题", "1. 3个问题"),
        ("%1．", "２项", "1． ２项"),
        ("%1.", "坚持", "1.坚持"),
        ("%1、", "3个", "1、3个"),
        ("%1", "3个", "1 3个"),
        ("%1.", "", "1."),
        ("", "3个", "3个"),
    ],
)
def test_a_point_and_a_digit_are_no_decimal(text: str, words: str, whole: str) -> None:
    parts = {"word/numbering.xml": abstract(0, lvl(0, text=text)) + num(1, 0)}
    word = read_word(document(p(words, num=(1, 0)), p("3个", num=(1, 0)), parts=parts), "a.docx")
    generated = {span.start: word.source.slice(span) for span in word.source.layout.generated}
    assert word.source.slice(word.source.line(1)) == whole
    assert generated.get(0, "") + words == whole


def test_the_mark_of_a_section_break_has_no_number() -> None:
    lists = {"word/numbering.xml": abstract(0, lvl(0)) + num(1, 0)}
    body = [
        p("甲", num=(1, 0)),
        p(num=(1, 0), properties="<w:sectPr/>"),
        p("乙", num=(1, 0), properties="<w:sectPr/>"),
        p("丙", num=(1, 0)),
    ]
    assert read_word(document(*body, parts=lists), "a.docx").source.text.split() == ["1.甲", "2.乙", "3.丙"]


def test_numbers_before_the_tracked_changes() -> None:
    was_numbered = "<w:pPrChange><w:pPr>" + num_pr(1, 0) + "</w:pPr></w:pPrChange>"
    was_plain = num_pr(1, 0) + "<w:pPrChange><w:pPr/></w:pPrChange>"
    inserted = num_pr(1, 0, '<w:ins w:id="1" w:author="王"/>')
    paragraphs = [
        p("甲", num=(1, 0)),
        p("乙", properties=was_numbered),
        p("丙", properties=was_plain),
        p("丁", properties=inserted),
        p("戊", num=(1, 0)),
    ]
    now, before = (counter(abstract(0, lvl(0)) + num(1, 0), original=original) for original in (False, True))
    assert [now.label(properties(each)) for each in paragraphs] == ["1.", "", "2.", "3.", "4."]
    assert [before.label(properties(each)) for each in paragraphs] == ["1.", "2.", "", "", "3."]


@pytest.mark.parametrize(
    "numbering",
    [
        num(1, 9),
        '<w:num w:numId="1"/>',
        '<w:num w:numId="x"><w:abstractNumId w:val="0"/></w:num>',
        '<w:abstractNum w:abstractNumId="0"><w:lvl/><w:lvl w:ilvl="x"/><w:lvl w:ilvl="-1"/><w:lvl w:ilvl="10"/></w:abstractNum>'
        + num(1, 0),
        abstract(0, head='<w:numStyleLink w:val="Nowhere"/>') + num(1, 0),
        abstract(0, head='<w:numStyleLink w:val="Self"/>') + num(1, 0),
        abstract(0, head='<w:numStyleLink w:val="A"/><w:styleLink w:val="B"/>')
        + abstract(1, head='<w:numStyleLink w:val="B"/><w:styleLink w:val="A"/>')
        + num(1, 0),
        abstract(0, '<w:lvl w:ilvl="0"/>') + num(1, 0),
        abstract(0, '<w:lvl w:ilvl="0"><w:lvlText/></w:lvl>') + num(1, 0),
        abstract(0, lvl(0, form="none", text="")) + num(1, 0),
    ],
)
def test_broken_lists_have_no_numbers(numbering: str) -> None:
    count = counter(numbering, style("Self", num_pr(1), kind="numbering"))
    assert [count.label(properties(p("文", num=(1, level)))) for level in (0, 1, 8, 9)] == [""] * 4


@pytest.mark.parametrize("start", ["-3", "x", "99999999999999999999", ""])
def test_broken_starts(start: str) -> None:
    assert (
        counter(
            abstract(0, f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:lvlText w:val="%1."/></w:lvl>') + num(1, 0)
        ).label(properties(p("文", num=(1, 0))))
        == "0."
    )


def test_a_long_text_does_not_make_a_long_label() -> None:
    count = counter(abstract(0, lvl(0, "lowerLetter", "%1" * 100_000, start="780")) + num(1, 0))
    assert len(count.label(properties(p("文", num=(1, 0))))) < 10_000


# ---- anything at all ----

VALUES = (
    "0",
    "1",
    "2",
    "8",
    "9",
    "-1",
    "x",
    "H1",
    "A",
    "Ours",
    "%9.%1",
    "decimal",
    "chineseCounting",
    "bullet",
    "nothing",
    "1" * 30,
)
NAMES = (
    "w:num",
    "w:lvl",
    "w:numId",
    "w:ilvl",
    "w:numPr",
    "w:basedOn",
    "w:lvlText",
    "w:isLgl",
    "w:styleLink",
    "w:numStyleLink",
    "w:ins",
)
EDITS = st.lists(
    st.tuples(
        st.integers(0, 200),
        st.sampled_from(["value", "name", "drop", "nest"]),
        st.sampled_from(VALUES),
        st.sampled_from(NAMES),
    ),
    max_size=12,
)


def damaged(root: Element, edits: list[tuple[int, str, str, str]]) -> Element:
    """A part in which elements say something else, have another name, have lost what is in them, or stand somewhere else as well."""
    for at, kind, value, name in edits:
        elements = list(root.walk())
        element = elements[at % len(elements)]
        if kind == "value":
            element.attributes = dict.fromkeys(element.attributes, value)
        elif kind == "name":
            element.name = name
        elif kind == "drop":
            element.children = []
        elif element is not root:
            copy = Element(name, {"w:val": value}, 0)
            copy.children = list(element.children)
            root.children.append(copy)
    return root


@given(st.sampled_from(sorted(SCENARIOS)), EDITS, EDITS, EDITS, st.booleans())
def test_damaged_lists_give_labels_on_one_line(
    name: str,
    lists: list[tuple[int, str, str, str]],
    styles: list[tuple[int, str, str, str]],
    body: list[tuple[int, str, str, str]],
    original: bool,
) -> None:
    scenario = SCENARIOS[name]
    known = Styles.of(damaged(tree(part("styles", LANGUAGE + scenario.styles)), styles))
    count = Numbering.of(damaged(tree(part("numbering", scenario.numbering)), lists), known).counter(original=original)
    for paragraph in damaged(tree(part("body", "".join(scenario.paragraphs))), body).children:
        label = count.label(paragraph.child("w:pPr"))
        assert len(label) < 100
        assert "\n" not in label
    for identifier in [*VALUES, "Normal", "Derived"]:
        assert known.outline(identifier) in (None, *range(10))
        assert known.is_hidden(identifier) in (False, True)


LISTS = st.lists(st.tuples(st.integers(1, 3), st.integers(0, 8)), max_size=30)


@given(LISTS)
def test_a_level_never_skips_a_number(plan: list[tuple[int, int]]) -> None:
    levels = [lvl(at, text="%" + str(at + 1)) for at in range(LEVELS)]
    count = counter(abstract(0, *levels) + "".join(num(number, 0) for number in (1, 2, 3)))
    last = [0] * LEVELS
    for number, at in plan:
        for upper in range(at):
            last[upper] = last[upper] or 1
        last[at] += 1
        last[at + 1 :] = [0] * (LEVELS - at - 1)
        assert count.label(properties(p(num=(number, at)))) == f"{last[at]} "


# ---- the words behind ----


def test_labels_open_sections() -> None:
    scenario = SCENARIOS["official-levels"]
    text = "".join(f"{label}整改工作有序推进\n" for label in scenario.labels)
    sections = parse_draft(Source("a.docx", text)).sections
    levels = [level + 1 for _, level in (entry for entry in scenario.body if isinstance(entry, tuple))]
    assert [(node.level, node.label and node.label.number) for node in sections] == list(
        zip(levels, [1, 1, 1, 1, 1, 2, 2, 2, 2, 1, 2, 1], strict=True)
    )


# ---- LibreOffice ----


def formats() -> tuple[list[tuple[str, int]], str]:
    """Each format at each number, and the lists that show them, one for each."""
    plan = [(form, number) for form in FORMATS for number in NUMBERS if number < OTHERWISE.get(form, (1 << 30, ""))[0]]
    lists = "".join(abstract(at, lvl(0, form, "[%1]", start=str(number))) for at, (form, number) in enumerate(plan))
    return plan, lists + "".join(num(at + 1, at) for at in range(len(plan)))


def converted(folder: Path, soffice: str) -> None:
    """All documents of this module as LibreOffice writes them as text, in one call: each costs seconds."""
    plan, lists = formats()
    documents = {
        name: (scenario.paragraphs, scenario.numbering, scenario.styles) for name, scenario in SCENARIOS.items()
    }
    documents["formats"] = ([p("内容", num=(at + 1, 0)) for at in range(len(plan))], lists, "")
    for name, (body, numbering, styles) in documents.items():
        parts = {"word/numbering.xml": numbering, "word/styles.xml": LANGUAGE + styles}
        (folder / f"{name}.docx").write_bytes(document(*body, parts=parts))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(map(str, folder.glob("*.docx")))
    command = [
        soffice,
        "--headless",
        profile,
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(folder),
        *files,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def labels_in(text: Path, words: list[str]) -> list[str]:
    """The labels in a text of LibreOffice, given the words of its paragraphs."""
    lines = text.read_text("utf-8-sig").split("\n")[: len(words)]
    assert [line[len(line) - len(word) :] for line, word in zip(lines, words, strict=True)] == words
    return [line[: len(line) - len(word)].strip() for line, word in zip(lines, words, strict=True)]


def test_libreoffice_shows_the_same_numbers(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    converted(tmp_path, soffice)
    plan, _ = formats()
    theirs = labels_in(tmp_path / "formats.txt", ["内容"] * len(plan))
    assert dict(zip(plan, theirs, strict=True)) == {
        (form, number): f"[{written(number, form)}]" for form, number in plan
    }
    assert len(plan) > 300
    for name, scenario in SCENARIOS.items():
        bodies = [tree(part("body", paragraph)) for paragraph in scenario.paragraphs]
        words = ["".join(element.text for element in body.walk() if element.name == "w:t") for body in bodies]
        labels = labels_in(tmp_path / f"{name}.txt", words)
        same = [at for at in range(len(words)) if at not in scenario.elsewhere]
        assert {at: labels[at] for at in same} == {at: scenario.labels[at].strip() for at in same}, name


def test_no_difference_from_libreoffice_without_a_reason() -> None:
    assert [name for name, scenario in SCENARIOS.items() if bool(scenario.elsewhere) != bool(scenario.why)] == []
    assert set(OTHERWISE) <= set(FORMATS)
