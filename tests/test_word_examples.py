"""The Word drafts in ``examples``: they are what the script makes, are read as LibreOffice reads them, and can be answered in.

What is found in them stands in ``tests/drafts``.
"""

from __future__ import annotations

import importlib
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest

from disclosure_grammar.readers.word import read_word
from disclosure_grammar.readers.word.model import Story, Word
from disclosure_grammar.source import ChangeKind, Part
from disclosure_lint.cli import main
from scratch import ROOT

EXAMPLES = ROOT / "examples"
NAMES = ("clean-disclosure", "plan", "tracked-disclosure")
OWN = "disclosure-lint"


def read(path: Path, view: str = "final") -> Word:
    return read_word(path.read_bytes(), path.name, view)


def example(name: str) -> Path:
    return EXAMPLES / f"{name}.docx"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def script(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "scripts")
    return importlib.import_module("make_word_examples")


def test_script_makes_the_committed_files(script):
    made = {name: make() for name, make in script.DRAFTS.items()}
    assert {path.name for path in EXAMPLES.glob("*.docx")} == set(made)
    for name, data in made.items():
        assert parts(data) == parts((EXAMPLES / name).read_bytes()), f"run scripts/make_word_examples.py: {name}"


def test_script_knows_neither_clock_nor_chance(script):
    assert all(make() == make() for make in script.DRAFTS.values())


@pytest.mark.parametrize("name", NAMES)
def test_text_is_what_word_shows(name, file_regression):
    """Automatic numbers, the final view, cells, box, note and margins; read once by a person and held since."""
    text = read(example(name)).source.text
    file_regression.check(text.replace("\v", "⏎"), encoding="utf-8")


def test_what_stands_in_the_tracked_draft_beside_its_text():
    layout = read(example("tracked-disclosure")).source.layout
    assert [(remark.author, remark.text[:16]) for remark in layout.remarks] == [
        ("刘敏", "这两个数加起来不是15，请与台账"),
        ("刘敏", "disclosure-lint:"),
        ("周明远", "请办公室打一下这个号码。"),
    ]
    kinds = {change.kind for change in layout.changes}
    assert kinds == {ChangeKind.INSERTION, ChangeKind.DELETION}


def test_original_view_has_what_was_there_before():
    final, original = (read(example("tracked-disclosure"), view).source.text for view in ("final", "original"))
    assert "反馈的3个方面15个具体问题" in final
    assert "反馈的3个方面16个具体问题" in original
    assert "三是约谈施工单位4家。四是" in original
    assert "\n6.关于下属企业监管缺位的问题\n" in original
    assert "下属企业" not in final
    assert "培训班4期" in final
    assert "培训班4期" not in original


@pytest.mark.parametrize("name", NAMES)
def test_python_docx_sees_the_same_headings(name):
    """A reader by other people, which knows no automatic numbers and shows no insertions."""
    levels = [
        1 if style == "Title" else int(style.removeprefix("Heading ")) + 1  # below the title
        for paragraph in docx.Document(str(example(name))).paragraphs
        if ((style := paragraph.style.name) == "Title" and paragraph.text) or style.startswith("Heading")
        if "<w:del " not in paragraph._p.xml
    ]
    assert [block.number for block in read(example(name)).source.layout.blocks if block.part is Part.HEADING] == levels


@pytest.mark.parametrize("name", ["clean-disclosure", "plan"])
def test_python_docx_sees_the_same_cells(name):
    tables = docx.Document(str(example(name))).tables
    theirs = [[docx.table._Cell(cell, table).text for cell in row._tr.tc_lst] for table in tables for row in table.rows]
    source = read(example(name)).source
    labels = {span.start: span.end for span in source.layout.generated}
    rows = [block.cells for block in source.layout.blocks if block.part is Part.ROW]
    ours = [[source.text[labels.get(cell.start, cell.start) : cell.end] for cell in row] for row in rows]
    assert [list(filter(None, row)) for row in ours] == [list(filter(None, row)) for row in theirs]


# Tracked changes are taken in or thrown out before LibreOffice reads a draft: it writes both what was inserted and what was deleted.
_DROP = {"final": "del", "original": "ins"}
# It writes the marks of notes as digits; we leave them out, or 46条 would be 461 things.
_MARKS = {"共制定整改措施46条1。": "共制定整改措施46条。", "整改完成率为87.5%1；": "整改完成率为87.5%；"}


def resolved(data: bytes, view: str) -> bytes:
    """A draft whose tracked changes are accepted or rejected, by nothing but its tags."""
    entries = parts(data)
    body = entries["word/document.xml"].decode()
    drop = _DROP[view]
    keep = "ins" if drop == "del" else "del"
    body = re.sub(rf"<w:p [^>]*><w:pPr>(?:(?!</w:pPr>).)*<w:rPr><w:{drop} [^>]*/></w:rPr></w:pPr>.*?</w:p>", "", body)
    body = re.sub(rf"<w:{drop} [^>]*>.*?</w:{drop}>", "", body)
    body = re.sub(rf"</?w:{keep}(?: [^>]*)?>", "", body).replace("w:delText", "w:t")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, body.encode() if name == "word/document.xml" else content)
    return packed.getvalue()


def their_lines(text: str) -> list[str]:
    """The lines of LibreOffice; it indents numbered paragraphs and writes a space behind the number."""
    for mark, without in _MARKS.items():
        text = text.replace(mark, without)
    return [line.strip() for line in text.splitlines()]


def our_lines(word: Word) -> list[str]:
    """The lines of the body; LibreOffice writes no boxes, notes and margins into its text."""
    text = word.source.text
    labels = {span.start: span.end for span in word.source.layout.generated}
    lines = []
    for paragraph in word.paragraphs:
        if paragraph.story is Story.BODY:
            words = labels.get(paragraph.start, paragraph.start)
            number = f"{text[paragraph.start : words]} " if words > paragraph.start else ""
            lines += (number + text[words : paragraph.end]).split("\v")
    return [line.strip() for line in lines]


@pytest.fixture(scope="module")
def libreoffice(tmp_path_factory) -> Path:
    """The drafts as LibreOffice writes them as text: in each view, and with our comments in them."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder = tmp_path_factory.mktemp("office")
    for name in NAMES:
        for view in _DROP:
            (folder / f"{name}.{view}.docx").write_bytes(resolved(example(name).read_bytes(), view))
        main(["annotate", "--isolated", "--quiet", str(example(name)), "-o", str(folder / f"{name}.noted.docx")])
        (folder / f"{name}.plain.docx").write_bytes(example(name).read_bytes())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    drafts = sorted(str(path) for path in folder.glob("*.docx"))
    command = [soffice, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)]
    subprocess.run([*command, *drafts], check=True, capture_output=True, timeout=120)
    return folder


@pytest.mark.parametrize("view", list(_DROP))
@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_reads_the_same_lines(name, view, libreoffice):
    theirs = (libreoffice / f"{name}.{view}.txt").read_text("utf-8-sig")
    assert our_lines(read(example(name), view)) == their_lines(theirs)


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_opens_what_annotate_wrote(name, libreoffice):
    plain, noted = ((libreoffice / f"{name}.{kind}.txt").read_text("utf-8-sig") for kind in ("plain", "noted"))
    assert noted == plain


@pytest.mark.parametrize("name", ["plan", "tracked-disclosure"])
def test_annotate_says_what_check_says_and_changes_no_text(name, tmp_path, capsys):
    out = tmp_path / "out.docx"
    assert main(["annotate", "--isolated", "--quiet", str(example(name)), "-o", str(out)]) == 1
    before, after = read(example(name)), read(out)
    assert after.source.text == before.source.text
    others = [remark for remark in after.source.layout.remarks if remark.author != OWN]
    assert [remark.text for remark in others] == [remark.text for remark in before.source.layout.remarks]
    capsys.readouterr()
    main(["check", "--isolated", "--output-format", "concise", str(example(name))])
    found = [re.search(r"(?:error|warning|info) (\w+) ", line)[1] for line in capsys.readouterr().out.splitlines()]
    own = [remark.text.split()[1] for remark in after.source.layout.remarks if remark.author == OWN]
    assert sorted(own) == sorted(found)
    assert docx.Document(str(out)).paragraphs[0].text == docx.Document(str(example(name))).paragraphs[0].text


def test_annotate_writes_the_same_bytes_again(tmp_path):
    once, twice = tmp_path / "once.docx", tmp_path / "twice.docx"
    for draft, out in ((example("tracked-disclosure"), once), (once, twice)):
        main(["annotate", "--isolated", "--quiet", str(draft), "-o", str(out)])
    assert parts(twice.read_bytes()) == parts(once.read_bytes())


def test_fix_as_a_tracked_change_can_be_accepted_and_rejected(tmp_path):
    draft, out = example("tracked-disclosure"), tmp_path / "out.docx"
    assert main(["fix", "--isolated", "--quiet", "--track-changes", str(draft), "-o", str(out)]) == 1
    before, after = read(draft).source, read(out).source
    assert after.text == before.text.replace("供水工程41处,对", "供水工程41处，对") != before.text
    assert read(out, "original").source.text == read(draft, "original").source.text
    assert len(after.layout.changes) == len(before.layout.changes) + 2
