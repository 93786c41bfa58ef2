"""PDF files: their text as near as can be, and one sentence for each that cannot be read."""

from __future__ import annotations

import logging
import os
import re
import shutil
import subprocess
import sys
import time
import tracemalloc
import warnings
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_grammar.readers import Unreadable, from_bytes, pdf
from disclosure_grammar.readers.columns import Printed, width
from disclosure_grammar.readers.pages import assemble as assemble_lines
from disclosure_grammar.source import Part, Source
from pdf_files import assemble as objects
from pdf_files import of_contents, of_pages, stream

ROOT = Path(__file__).parents[2]
BODY = "根据县委统一部署，2022年3月1日至4月15日，县委第一巡察组对县水利局党组开展了巡察。"


def read(*pages: str) -> Source:
    return from_bytes(of_pages(*pages), "a.pdf")


def assemble(pages: list[str], path: str) -> Source:
    """Pages of which only the words are known."""
    return assemble_lines([[Printed(line) for line in page.split("\n")] for page in pages], path)


def margins(source: Source) -> list[tuple[Part, str]]:
    return [(block.part, source.slice(block.span)) for block in source.layout.blocks]


def test_pages_become_a_text() -> None:
    source = read(f"关于整改情况的通报\n{BODY}", f"二、下一步工作\n{BODY}")
    assert source.text == f"关于整改情况的通报\n{BODY}\n\f二、下一步工作\n{BODY}\n"
    assert (source.layout.format, source.layout.approximate, source.layout.blocks) == ("pdf", True, ())
    assert source.path == "a.pdf"


@pytest.mark.parametrize(
    "number", ["{}", "- {} -", "— {} —", "－{}－", "第{}页", "第 {} 页 共 4 页", "{}/4", "{} / 4", "·{}·"]
)
@pytest.mark.parametrize("edge", ["top", "foot"])
def test_page_numbers_are_left_out(number: str, edge: str) -> None:
    pages = [f"{which}、整改措施\n{BODY}" for which in "一二三四"]
    numbered = [
        f"{number.format(n)}\n{page}" if edge == "top" else f"{page}\n{number.format(n)}"
        for n, page in enumerate(pages, 1)
    ]
    assert assemble(numbered, "a.pdf").text == "\f".join(f"{page}\n" for page in pages)


def test_numbers_of_a_few_pages_and_of_pages_after_a_cover() -> None:
    assert assemble([f"{BODY}\n1"], "a.pdf").text == f"{BODY}\n"
    covered = ["封面", *(f"{which}、措施\n{BODY}\n{number}" for number, which in enumerate("一二三四", 1))]
    assert "\n1\n" not in assemble(covered, "a.pdf").text


def test_running_lines_stand_once_behind_the_text() -> None:
    pages = [
        f"内部资料 第{n}稿\n{which}、整改措施\n{BODY}\n青岚县水利局\n- {n} -" for n, which in enumerate("一二三", 1)
    ]
    source = assemble(pages, "a.pdf")
    assert source.text.startswith("一、整改措施\n")
    assert margins(source) == [(Part.HEADER, "内部资料 第1稿\n"), (Part.FOOTER, "青岚县水利局\n")]
    assert source.text.endswith(f"三、整改措施\n{BODY}\n内部资料 第1稿\n青岚县水利局\n")


def test_what_stands_on_two_pages_is_text() -> None:
    pages = [f"整改措施\n{BODY}\n责任单位：办公室"] * 2
    assert assemble(pages, "a.pdf").text.count("责任单位：办公室") == 2
    assert assemble([f"{BODY}\n{BODY}"] * 4, "a.pdf").text.count(BODY) == 8
    assert assemble([f"{n}.{BODY}\n完成整改{n}项。" for n in (77, 2, 79, 12)], "a.pdf").layout.blocks == ()


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("2023 年8 月21 日", "2023年8月21日"),
        ("制定整改措施43 条，完成 97.47%", "制定整改措施43条，完成97.47%"),
        ("电话 0717 - 555 0132", "电话0717 - 555 0132"),
        ("责任单位 办公室", "责任单位 办公室"),
        ("⼀、⼈⺠法院，⻓期坚持，⻅附件，⻛险", "一、人民法院，长期坚持，见附件，风险"),
        ("甲\x0b乙\x0c丙\x85丁", "甲\n乙\n丙\n丁"),
    ],
    ids=["dates", "figures", "numbers-keep-spaces", "words-keep-spaces", "radicals", "line-ends"],
)
def test_what_print_does_to_characters(printed: str, meant: str) -> None:
    assert assemble([f"{printed}。{BODY}"], "a.pdf").text == f"{meant}。{BODY}\n"


LINES = st.builds(
    Printed,
    st.text(max_size=60),
    st.sampled_from([0.0, 80.0, 112.0]),
    st.floats(0, 600),
    st.sampled_from([0.0, 10.5, 16.0]),
)


@given(st.lists(st.lists(LINES, max_size=8), max_size=6))
def test_any_pages_become_a_source(pages: list[list[Printed]]) -> None:
    source = assemble_lines(pages, "a.pdf")
    end = 0
    for block in source.layout.blocks:
        assert end <= block.span.start < block.span.end <= len(source.text)
        assert source.slice(block.span).endswith("\n")
        end = block.span.end


PARAGRAPHS = (
    "关于巡察整改进展情况的通报",
    "一、整改工作组织情况",
    f"（一）压实责任。{BODY}截至2022年9月30日，反馈的14个具体问题已完成整改11个，整改完成率为78.57%，其余3个问题将于2022年12月底前完成。",
    "41名干部参加学习。局党组以“零容忍”的态度抓整改，印发《整改方案》，围绕“人、案、事、物”四个维度，明确责任领导、责任科室和完成时限，逐条销号。",
    f"（二）建立台账。{BODY}制定整改措施45条，其中“85后”干部86人，全部落实到位，电子邮箱qlsl@ql.gov.cn，电话0717-5550132，欢迎监督。",
    "青岚县水利局党组",
    "2022年10月8日",
)


def set_in_type(measure: int, indent: float, size: float = 16.0) -> list[list[Printed]]:
    """The paragraphs as they are printed, ten lines a page: broken where the next word does not fit, marks hanging in the margin."""
    lines: list[Printed] = []
    for paragraph in PARAGRAPHS:
        words = re.findall("[“《（]*(?:[!-~]+[\u4e00-\u9fff]?|.)[，。、；：”》）]*", paragraph)
        start = indent if len(paragraph) > 15 else 6.0
        text, at = "", start
        for word in words:
            if at + width(word.rstrip("，。、；：”》）")) > measure:
                lines.append(Printed(text, 80 + start * size, 80 + at * size, size))
                text, at, start = "", 0.0, 0.0
            text, at = text + word, at + width(word)
        lines.append(Printed(text, 80 + start * size, 80 + at * size, size))
    return [lines[number : number + 10] for number in range(0, len(lines), 10)]


@pytest.mark.parametrize("indent", [0.0, 2.0], ids=["flush", "indented"])
@pytest.mark.parametrize("measure", [24, 28, 39])
def test_lines_of_a_paragraph_are_joined(measure: int, indent: float) -> None:
    text = assemble_lines(set_in_type(measure, indent), "a.pdf").text
    assert text.replace("\f", "") == "".join(f"{paragraph}\n" for paragraph in PARAGRAPHS)
    assert text.count("\f") == len(set_in_type(measure, indent)) - 1


def test_cells_headings_and_other_letters_are_not_joined() -> None:
    full = [Printed("甲" * 28, 80, 80 + 28 * 16, 16)] * 4
    for line in (
        Printed("下一段", 112, 160, 16),
        Printed("单元格", 300, 348, 16),
        Printed("小字", 80, 100, 10),
        Printed("不知在何处"),
        Printed("（二）标题", 80, 160, 16),
    ):
        assert f"\n{line.text}\n" in assemble_lines([[*full, line]], "a.pdf").text
    assert assemble_lines([[*full, Printed("继续", 80, 112, 16)]], "a.pdf").text == "甲" * 112 + "继续\n"


PLAIN = of_pages(f"关于整改情况的通报\n{BODY}")
LOOP = objects([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"])
MANY = objects(
    [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[" + b"3 0 R " * 30_000 + b"]/Count 30000>>",
     b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"]
)  # fmt: skip
LOCK = b"/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"%PDF-", "damaged"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 400, "damaged"),
        (PLAIN[: len(PLAIN) // 2], "damaged"),
        (LOOP, "damaged"),
        (of_contents(b"q 1 0 0 1 0 0 cm Q"), "scan"),
        (of_pages("1"), "scan"),
        (of_contents(b"BT /F 12 Tf <" + b"e000e001e002" * 30 + b"> Tj ET"), "cannot be told"),
        (of_contents(b" " * 60_000_000), "too many pages or too much"),
        (of_contents(b"q " * 5_000_000), "too many pages or too much"),
        (MANY, "too many pages or too much"),
        (objects([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"], LOCK % (b"41" * 32, b"42" * 32)),
         "password"),
    ],
    ids=["head-only", "junk", "cut", "loop", "scan", "stamp", "private-use", "spaces", "operators", "pages", "locked"],
)  # fmt: skip
def test_what_is_refused(data: bytes, sentence: str, capfd: pytest.CaptureFixture[str]) -> None:
    start = time.perf_counter()
    with pytest.raises(Unreadable, match=sentence) as caught:
        from_bytes(data, "a.pdf")
    assert time.perf_counter() - start < 20
    assert caught.value.zh
    assert capfd.readouterr() == ("", "")


def test_memory_is_limited() -> None:
    data = of_contents(b" " * 60_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(Unreadable):
            from_bytes(data, "a.pdf")
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 60_000_000


def test_forms_that_call_each_other_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of twelve forms draws the next ten times."""
    monkeypatch.setattr(pdf, "_TIME_LIMIT", 0.5)
    forms = [
        stream(b"/X Do " * 10, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % number)
        for number in range(7, 19)
    ]
    data = of_contents(b"/X Do " * 10, resources=b"<</XObject<</X 6 0 R>>>>", more=forms)
    start = time.perf_counter()
    with pytest.raises(Unreadable):
        from_bytes(data, "a.pdf")
    assert time.perf_counter() - start < 10


def test_time_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_TIME_LIMIT", -1.0)
    with pytest.raises(Unreadable, match="too much"):
        from_bytes(PLAIN, "a.pdf")


def test_text_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_MOST_CHARACTERS", 60)
    with pytest.raises(Unreadable, match="too much"):
        read(BODY, BODY)


def test_pypdf_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    damaged = PLAIN.replace(b"startxref\n", b"startxref\n9")  # read all the same, with warnings
    logging.getLogger("pypdf").setLevel(logging.DEBUG)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            text = from_bytes(damaged, "a.pdf").text
        finally:
            level = logging.getLogger("pypdf").level
            logging.getLogger("pypdf").setLevel(logging.NOTSET)
    assert BODY in text
    assert level == logging.DEBUG
    assert capfd.readouterr() == ("", "")


def test_without_pypdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(Unreadable, match="pip install") as caught:
        from_bytes(PLAIN, "a.pdf")
    assert "pip install pypdf" in caught.value.zh


@settings(max_examples=60)
@given(st.data())
def test_damaged_files_are_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(PLAIN)
    for _ in range(data.draw(st.integers(1, 20))):
        whole[data.draw(st.integers(5, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        source = from_bytes(bytes(whole[: data.draw(st.integers(5, len(whole)))]), "a.pdf")
    except Unreadable:
        return
    assert source.layout.approximate


COMPARED = ("clean-disclosure", "company-disclosure", "faulty-disclosure", "university-disclosure")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples as LibreOffice prints them."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("printed")
    drafts = []
    for name in COMPARED:
        paragraphs = "".join(
            f"<p>{line}</p>" for line in (ROOT / "examples" / f"{name}.txt").read_text("utf-8").splitlines()
        )
        drafts.append(folder / f"{name}.html")
        drafts[-1].write_text(f"<html><meta charset=utf-8><body>{paragraphs}</body></html>", encoding="utf-8")
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
         "pdf:writer_web_pdf_Export", "--outdir", str(folder), *map(str, drafts)],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    return folder


@pytest.mark.parametrize("name", COMPARED)
def test_a_printed_draft_has_the_findings_of_the_draft(printed: Path, name: str) -> None:
    plain, approximate = (
        findings(path) for path in (ROOT / "examples" / f"{name}.txt", printed / f"{name}.pdf")
    )  # fmt: skip
    assert plain == approximate


def findings(path: Path) -> Counter[str]:
    from disclosure_lint.cli.session import Session
    from disclosure_lint.cli.work import check
    from disclosure_lint.files import Entry

    return Counter(diagnostic.code for diagnostic in check(Session(isolated=True), Entry(os.fspath(path))).diagnostics)
