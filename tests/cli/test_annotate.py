"""``annotate``: which files are written, and what is said of them."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from disclosure_grammar.readers.word import read_word
from word_files import comment_around, comments, document, p, r

SENTENCE = "完成整改77项，整改完成率97.74%"


@pytest.fixture
def draft(tmp_path, faulty_text) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(document(*(p(line) for line in faulty_text.splitlines())))
    return path


def remarks(path: Path, author: str = "disclosure-lint") -> dict[str, str]:
    """The words that comments are about, by the code in the comment."""
    source = read_word(path.read_bytes(), path.name).source
    return {
        each.text.split()[1] if author == "disclosure-lint" else each.text: source.slice(each.span)
        for each in source.layout.remarks
        if each.author == author
    }


def test_a_copy_holds_the_findings_and_the_draft_stays(lint, draft):
    before = draft.read_bytes()
    outcome = lint("annotate", draft, "-o", "out.docx")
    assert (outcome.code, outcome.err) == (1, "")
    found = remarks(Path("out.docx"))
    assert found["TOT003"] == "97.74%"
    assert outcome.out == f"out.docx：{len(found)}条批注\n"
    assert draft.read_bytes() == before


def test_the_codes_are_those_of_check(lint, draft):
    lint("annotate", draft, "-o", "out.docx")
    listed = re.findall(r" ([A-Z]{3}\d{3}) ", lint("check", draft, "--output-format", "concise").out)
    assert sorted(remarks(Path("out.docx"))) == sorted(set(listed))


def test_no_more_comments_than_anyone_reads(lint, draft, monkeypatch):
    listed = re.findall(r" ([A-Z]{3}\d{3}) ", lint("check", draft, "--output-format", "concise").out)
    monkeypatch.setattr("disclosure_lint.word.annotate.MOST_COMMENTS", 1)
    outcome = lint("annotate", draft, "-o", "out.docx")
    assert outcome.out == f"out.docx：1条批注，另有{len(listed) - 1}个问题没有写成批注\n"
    assert sorted(remarks(Path("out.docx"))) == listed[:1]


def test_in_place_and_again(lint, draft):
    assert lint("annotate", "--in-place", draft).code == 1
    first = draft.read_bytes()
    assert "TOT003" in remarks(draft)
    os.utime(draft, (1, 1))
    again = lint("annotate", "--in-place", draft)
    assert "DOC004" not in remarks(draft)
    assert draft.read_bytes() == first
    assert draft.stat().st_mtime == 1
    assert again.out.startswith(f"{draft}：")


def test_comments_of_an_earlier_run_are_replaced_and_those_of_others_stay(lint, tmp_path, faulty_text):
    path = tmp_path / "draft.docx"
    lines = [p(line) if SENTENCE not in line else p(comment_around(r(line), 4)) for line in faulty_text.splitlines()]
    path.write_bytes(document(*lines, parts={"word/comments.xml": comments((4, "王", "请核对"))}))
    lint("annotate", path, "-o", "one.docx")
    lint("annotate", "one.docx", "-o", "two.docx", "--select", "TOT")
    assert set(remarks(Path("two.docx"))) < set(remarks(Path("one.docx")))
    assert remarks(Path("two.docx"), "王") == remarks(path, "王")
    lint("annotate", "two.docx", "-o", "one.docx")
    assert remarks(Path("one.docx"), "王") == remarks(path, "王")


def test_a_clean_draft_loses_its_old_comments(lint, tmp_path):
    path = tmp_path / "draft.docx"
    path.write_bytes(document(p("共79项，完成77项，完成率97.74%。")))
    lint("annotate", path, "-o", "one.docx", "--genre", "progress", "--select", "TOT003")
    assert set(remarks(Path("one.docx"))) == {"TOT003"}
    outcome = lint("annotate", "one.docx", "-o", "two.docx", "--genre", "progress", "--ignore", "ALL")
    assert (outcome.code, outcome.out) == (0, "two.docx：没有发现问题，没有写批注\n")
    assert remarks(Path("two.docx")) == {}


def test_quiet_says_nothing(lint, draft):
    outcome = lint("annotate", draft, "-o", "out.docx", "--quiet")
    assert (outcome.code, outcome.out, outcome.err) == (1, "", "")
    assert remarks(Path("out.docx"))


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 1),
        (["--exit-zero"], 0),
        (["--fail-on", "never"], 0),
        (["--select", "CON009"], 0),
        (["--severity", "ALL=info"], 0),
    ],
)
def test_exit_codes(lint, draft, options, code):
    assert lint("annotate", draft, "-o", "out.docx", *options).code == code


def test_english(lint, draft):
    outcome = lint("annotate", draft, "-o", "out.docx", "--select", "TOT003", "--lang", "en")
    assert outcome.out == "out.docx: 1 comment\n"
    source = read_word(Path("out.docx").read_bytes(), "out.docx").source
    assert source.layout.remarks[0].text.startswith("error TOT003 percentage-mismatch\n")


REFUSED = [
    pytest.param(["draft.docx"], "-o", id="no-target"),
    pytest.param(["draft.docx", "-o", "x.docx", "--in-place"], "只能用一个", id="two-targets"),
    pytest.param(["draft.docx", "-o", "draft.docx"], "草稿本身", id="the-draft"),
    pytest.param(["draft.docx", "-o", "./a/../draft.docx"], "草稿本身", id="the-draft-by-another-path"),
    pytest.param(["draft.docx", "-o", "link.docx"], "草稿本身", id="a-link-to-the-draft"),
    pytest.param(["draft.docx", "-o", "hard.docx"], "草稿本身", id="a-hard-link-to-the-draft"),
    pytest.param(["link.docx", "-o", "draft.docx"], "草稿本身", id="through-a-link"),
    pytest.param(["draft.docx", "-o", "out.doc"], ".docx 结尾", id="another-ending"),
    pytest.param(["draft.docx", "-o", "-"], ".docx 结尾", id="standard-output"),
    pytest.param(["draft.docx", "second.docx", "-o", "out.docx"], "2份", id="two-drafts"),
    pytest.param(["-", "-o", "out.docx"], "标准输入", id="standard-input"),
    pytest.param(["a", "--in-place"], "没有找到", id="nothing-there"),
    pytest.param(["draft.docx", "-o", "out.docx", "--select", "TOT999"], "TOT999", id="no-such-rule"),
]


@pytest.mark.parametrize(("arguments", "sentence"), REFUSED)
def test_what_is_refused_is_said_in_one_line(lint, draft, tmp_path, arguments, sentence):
    (tmp_path / "a").mkdir()
    (tmp_path / "link.docx").symlink_to(draft)
    os.link(draft, tmp_path / "hard.docx")
    shutil.copy(draft, tmp_path / "second.docx")
    before = draft.read_bytes()
    outcome = lint("annotate", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert sentence in outcome.err.strip().splitlines()[-1]
    assert draft.read_bytes() == before
    assert not (tmp_path / "out.docx").exists()


def test_a_copy_that_cannot_be_written_says_why(lint, draft, tmp_path):
    (tmp_path / "folder.docx").mkdir()
    outcome = lint("annotate", "draft.docx", "-o", "none/out.docx")
    assert (outcome.code, outcome.err) == (2, "draft.docx: 没能写入“none/out.docx”（没有这个文件夹）\n")
    outcome = lint("annotate", "draft.docx", "-o", "folder.docx", "--lang", "en")
    assert outcome.err == "draft.docx: 'folder.docx' could not be written (it is a folder)\n"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_other_formats_hold_no_comments(lint, tmp_path, faulty_text, name):
    (tmp_path / name).write_text(f"<p>{faulty_text}</p>" if name.endswith("html") else faulty_text, encoding="utf-8")
    for target in (["-o", "out.docx"], ["--in-place"]):
        outcome = lint("annotate", name, *target)
        assert outcome.code == 2
        assert len(outcome.err.splitlines()) == 1
        assert "Word" in outcome.err
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_in_place_only_where_it_is_a_docx(lint, tmp_path, monkeypatch, draft):
    converted = draft.read_bytes()
    monkeypatch.setattr("disclosure_lint.cli.annotate.word_bytes", lambda *_: converted)
    (tmp_path / "old.doc").write_bytes(b"old")
    outcome = lint("annotate", "--in-place", "old.doc")
    assert outcome.code == 2
    assert "-o" in outcome.err
    assert (tmp_path / "old.doc").read_bytes() == b"old"
    assert lint("annotate", "old.doc", "-o", "new.docx").code == 1
    assert "TOT003" in remarks(tmp_path / "new.docx")


def test_of_a_folder_only_the_word_documents(lint, draft, tmp_path):
    (tmp_path / "notes.txt").write_text("说明", encoding="utf-8")
    shutil.copy(draft, tmp_path / "second.docx")
    outcome = lint("annotate", "--in-place", ".")
    assert outcome.code == 1
    assert len(outcome.out.splitlines()) == 2
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "说明"


def test_one_bad_file_does_not_stop_the_others(lint, draft, tmp_path):
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04 broken")
    outcome = lint("annotate", "--in-place", "bad.docx", "none.docx", draft)
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 2
    assert "TOT003" in remarks(draft)


def test_a_draft_that_changed_meanwhile_is_not_overwritten(lint, draft, monkeypatch):
    changed = document(p("别人刚改过"))

    def read(data: bytes, _: str) -> bytes:
        draft.write_bytes(changed)
        return data

    monkeypatch.setattr("disclosure_lint.cli.annotate.word_bytes", read)
    outcome = lint("annotate", "--in-place", draft)
    assert outcome.code == 2
    assert "改动" in outcome.err
    assert draft.read_bytes() == changed


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder nobody may write to")
def test_a_folder_that_cannot_be_written(lint, draft, tmp_path):
    (tmp_path / "locked").mkdir(mode=0o500)
    outcome = lint("annotate", draft, "-o", "locked/out.docx")
    assert outcome.code == 2


def test_a_target_that_cannot_be_written(lint, draft, tmp_path):
    (tmp_path / "folder.docx").mkdir()
    for target in ("folder.docx", "missing/out.docx"):
        outcome = lint("annotate", draft, "-o", target)
        assert (outcome.code, outcome.out) == (2, "")
        assert len(outcome.err.splitlines()) == 1
        assert target in outcome.err
    assert sorted(each.name for each in tmp_path.iterdir()) == ["draft.docx", "folder.docx"]


PLAN = """\
中共青岚县人民法院党组关于县委第二巡察组反馈意见的整改方案
根据县委第二巡察组2023年6月12日反馈的巡察意见，反馈问题81项，制定本方案。
一、整改措施
（一）学习不深入问题。2023年12月底前完成。责任人：张某。"""


def test_a_plan_beside_it_is_held_against_it(lint, draft, tmp_path):
    (tmp_path / "plan.docx").write_bytes(document(*(p(line) for line in PLAN.splitlines())))
    outcome = lint("annotate", "--in-place", "--together", "plan.docx", draft)
    assert outcome.code == 1
    said = [each.text for each in read_word(draft.read_bytes(), draft.name).source.layout.remarks]
    assert any("XDC001" in text and "plan.docx" in text for text in said)


def test_a_plan_that_is_no_word_document_is_only_compared_with(lint, draft, tmp_path):
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    outcome = lint("annotate", "--together", "plan.txt", draft, "-o", "out.docx")
    assert (outcome.code, outcome.err) == (1, "")
    assert "XDC001" in remarks(tmp_path / "out.docx")


def test_a_fault_of_the_program_stops_no_other_file(lint, draft, tmp_path, monkeypatch):
    from disclosure_lint.word import annotate

    real = annotate.annotate

    def fragile(word, report, *rest):
        if report.path == "bad.docx":
            raise KeyError("words of the draft")
        return real(word, report, *rest)

    shutil.copy(draft, tmp_path / "bad.docx")
    before = draft.read_bytes()
    monkeypatch.setattr(annotate, "annotate", fragile)
    outcome = lint("annotate", "--in-place", "bad.docx", draft)
    assert outcome.code == 2
    assert outcome.err == "bad.docx: 程序内部错误（KeyError），这份草稿没有查完\n"
    assert (tmp_path / "bad.docx").read_bytes() == before
    assert "TOT003" in remarks(draft)
