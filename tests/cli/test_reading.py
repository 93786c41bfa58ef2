"""Drafts in every format from the command line: what is read, which view of it, and what is said of files that are not."""

from __future__ import annotations

import json

import pytest

from disclosure_lint.cli import work
from ole_files import compound, old_word
from pdf_files import of_contents, of_pages
from word_files import deleted, document, ins, p, r

TITLE = "中共青岚县人民法院党组关于巡察整改进展情况的通报"
LEAD = "根据县委统一部署，2023年3月6日至4月28日，县委第二巡察组对青岚县人民法院党组开展了常规巡察，2023年6月12日反馈了巡察意见。"
RATE = "反馈的79项问题已完成整改77项，整改完成率{}%，其余2项预计2024年3月底前完成。"
TRACKED = document(
    p(TITLE),
    p(LEAD),
    p("一、整改情况"),
    p(r("反馈的79项问题已完成整改77项，整改完成率"), deleted("97.47"), ins(r("97.74")), r("%，其余2项预计2024年3月底前完成。")),
    p("2023年12月20日"),
)  # fmt: skip
PLAIN = document(p(TITLE), p(LEAD), p("一、整改情况"), p(RATE.format("97.74")), p("2023年12月20日"))


def codes(outcome) -> list[list[str]]:
    return [[found["code"] for found in file["diagnostics"]] for file in outcome.data["files"]]


@pytest.mark.parametrize(("view", "wrong"), [("final", True), ("original", False)])
def test_check_reads_either_view_of_tracked_changes(lint, tmp_path, view, wrong):
    (tmp_path / "a.docx").write_bytes(TRACKED)
    for arguments, stdin in ((("a.docx",), b""), (("-",), TRACKED), (("-", "--stdin-filename", "通报.docx"), TRACKED)):
        outcome = lint(
            "check", *arguments, "--view", view, "--select", "TOT003", "--output-format", "json", "--isolated", stdin=stdin
        )  # fmt: skip
        assert outcome.err == ""
        assert codes(outcome) == [["TOT003"] if wrong else []]
        assert outcome.code == int(wrong)


def test_figures_and_outline_read_either_view(lint, tmp_path):
    moved = document(
        p(TITLE), p(r("一、整改情况")), p(deleted("二、旧的一节"), ins(r("二、下一步工作"))), p("完成整改77项。")
    )
    (tmp_path / "a.docx").write_bytes(moved)
    assert "下一步工作" in lint("outline", "a.docx").out
    assert "旧的一节" in lint("outline", "a.docx", "--view", "original").out
    (tmp_path / "b.docx").write_bytes(TRACKED)
    assert "97.74%" in lint("figures", "b.docx").out
    assert "97.47%" in lint("figures", "b.docx", "--view", "original").out


def test_a_view_that_there_is_not(lint):
    outcome = lint("check", "--view", "orginal")
    assert outcome.code == 2
    assert "original" in outcome.err


@pytest.mark.parametrize("command", ["check", "figures", "outline"])
def test_each_file_that_cannot_be_read_has_a_line_and_the_others_are_done(lint, tmp_path, command):
    bad = {
        "空.docx": b"",
        "damaged.docx": PLAIN[:400],
        "broken.docx": document(raw={"word/document.xml": b"<w:document"}),
        "entities.docx": document(raw={"word/document.xml": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'}),
        "locked.docx": compound({"EncryptedPackage": b"", "EncryptionInfo": b""}),
        "locked.doc": compound({"WordDocument": old_word(locked=True)}),
        "sheet.doc": compound({"Workbook": b""}),
        "picture.docx": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        "scan.pdf": of_contents(b"q Q"),
        "broken.pdf": b"%PDF-1.7 nothing",
        "bomb.pdf": of_contents(b" " * 60_000_000),
    }  # fmt: skip
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.docx").write_bytes(PLAIN)
    outcome = lint(command, *bad, "good.docx", "--output-format", "json")
    assert outcome.code == 2
    assert {line.split(":")[0] for line in outcome.err.splitlines()} == set(bad)
    assert len(outcome.err.splitlines()) == len(bad)
    assert {file["path"] for file in outcome.data["files"]} == {*bad, "good.docx"}
    if command == "check":
        good = next(file for file in outcome.data["files"] if file["path"] == "good.docx")
        assert good["error"] is None
        assert "TOT003" in {found["code"] for found in good["diagnostics"]}


@pytest.mark.parametrize("command", ["check", "figures", "outline"])
def test_a_pdf_is_said_to_be_approximate_once(lint, tmp_path, command):
    (tmp_path / "a.pdf").write_bytes(of_pages("\n".join((TITLE, "一、整改情况", "二、下一步工作"))))
    (tmp_path / "b.docx").write_bytes(PLAIN)
    outcome = lint(command, "a.pdf", "b.docx", "--output-format", "json")
    (line,) = outcome.err.splitlines()
    assert line.startswith("a.pdf: ")
    assert "近似" in line
    assert outcome.code != 2
    assert "approximate" in lint(command, "a.pdf", "--lang", "en").err


def test_a_size_is_too_large_in_every_format(lint, tmp_path):
    for name in ("a.docx", "a.txt", "a.html", "a.doc", "a.pdf"):
        (tmp_path / name).write_bytes(PLAIN)
    outcome = lint("check", *(tmp_path.iterdir()), "--max-size", "100")
    assert outcome.code == 2
    assert outcome.err.count("--max-size") == 5
    assert "--max-size" in lint("check", "-", "--max-size", "100", stdin=PLAIN).err


def test_a_folder_is_searched_for_documents(lint, tmp_path):
    (tmp_path / "a.docx").write_bytes(PLAIN)
    (tmp_path / "~$a.docx").write_bytes(b"\0owner")
    (tmp_path / "b.doc").write_bytes(b"not looked at")
    outcome = lint("check", "--output-format", "json")
    assert [file["path"] for file in outcome.data["files"]] == ["a.docx"]
    assert outcome.err == ""


def test_documents_are_checked_in_processes(lint, tmp_path, monkeypatch):
    for number in range(12):
        (tmp_path / f"{number:02}.docx").write_bytes(TRACKED if number % 2 else PLAIN)
    (tmp_path / "99.docx").write_bytes(b"PK\x03\x04")
    arguments = ("check", "--view", "original", "--select", "TOT003", "--output-format", "json", "--isolated")
    alone = lint(*arguments)
    monkeypatch.setattr(work, "_ENOUGH", 0)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    used = []
    monkeypatch.setattr(work, "_in_processes", lambda *given, run=work._in_processes: used.append(1) or run(*given))
    together = lint(*arguments)
    assert used == [1]
    assert json.loads(together.out) == json.loads(alone.out)
    assert codes(together) == [["TOT003"], []] * 6 + [[]]
    assert (alone.code, together.code, alone.err) == (2, 2, together.err)


def test_a_reader_that_breaks_down_ends_no_run(lint, tmp_path, monkeypatch):
    def broken(*_):
        raise RecursionError("words of the draft")

    monkeypatch.setattr("disclosure_lint.cli.session.from_bytes", broken)
    (tmp_path / "a.docx").write_bytes(PLAIN)
    outcome = lint("check", "a.docx")
    assert outcome.code == 2
    assert "RecursionError" in outcome.err
    assert "words of the draft" not in outcome.err
