"""Which files a run checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure_lint.files import collect


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.md", "notes.pdf", "deep/c.TXT", "deep/old/d.markdown", ".git/e.txt", "node_modules/f.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("整改", encoding="utf-8")
    return tmp_path


def names(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [entry.path.replace("\\", "/") for entry in collect(paths, exclude)]


def test_folder_is_walked_in_order() -> None:
    assert names(".") == ["a.md", "b.txt", "deep/c.TXT", "deep/old/d.markdown"]


def test_documents_and_pages_are_found_and_what_programs_keep_beside_them_is_not(folder: Path) -> None:
    kept = ("整改.docx", "page.html", "PAGE2.HTM", "page.html.files.txt", "other_files/e.html")
    for name in (
        *kept, "~$整改.docx", ".~整改.docx", ".~lock.整改.docx#", "old.doc", "a.wps", "b.odt", "c.rtf", "page_files/ad.html", "PAGE2.files/top.htm",
    ):  # fmt: skip
        (folder / "office" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "office" / name).write_bytes(b"x")
    assert sorted(names("office")) == sorted(f"office/{name}" for name in kept)
    assert names("office/old.doc", "office/~$整改.docx") == ["office/old.doc", "office/~$整改.docx"]


def test_each_file_comes_once_and_sorted() -> None:
    assert names("deep", "b.txt", "./b.txt", "deep/c.TXT", "-", "-") == [
        "-",
        "b.txt",
        "deep/c.TXT",
        "deep/old/d.markdown",
    ]


def test_named_file_is_checked_whatever_its_extension_or_exclusion() -> None:
    assert names("notes.pdf", exclude=("*.pdf",)) == ["notes.pdf"]


def test_missing_path_is_an_error_entry() -> None:
    (entry,) = collect(["nowhere.txt"])
    assert entry.path == "nowhere.txt"
    assert entry.error is not None
    assert "找不到" in entry.error.zh


def test_exclude_holds_from_the_base(folder: Path) -> None:
    assert names(".", exclude=("/a.md", "old/")) == ["b.txt", "deep/c.TXT"]
    entries = collect(["deep"], ("deep/old",), str(folder))
    assert [entry.path.replace("\\", "/") for entry in entries] == ["deep/c.TXT"]


def test_gitignore_of_the_folder_and_below(folder: Path) -> None:
    (folder / ".gitignore").write_text("*.md\n/deep/old/\n", encoding="utf-8")
    (folder / "deep" / ".gitignore").write_text("*.TXT\n", encoding="utf-8")
    assert names(".") == ["b.txt"]


def test_inner_gitignore_takes_a_file_back(folder: Path) -> None:
    (folder / ".gitignore").write_text("*.markdown\n*.md\n", encoding="utf-8")
    (folder / "deep" / "old" / ".gitignore").write_text("!d.markdown\n", encoding="utf-8")
    assert names(".") == ["b.txt", "deep/c.TXT", "deep/old/d.markdown"]


def test_gitignore_of_the_repository_holds_below_it(folder: Path) -> None:
    (folder / ".gitignore").write_text("deep/old\n", encoding="utf-8")
    assert names("deep") == ["deep/c.TXT"]


def test_ignored_folder_that_is_named_is_walked(folder: Path) -> None:
    (folder / ".gitignore").write_text("deep/\n", encoding="utf-8")
    (folder / "deep" / "old" / ".gitignore").write_text("*\n", encoding="utf-8")
    assert names("deep") == ["deep/c.TXT"]
    assert names("deep", exclude=("deep/",)) == []


def test_linked_folder_is_not_entered(folder: Path) -> None:
    try:
        (folder / "deep" / "loop").symlink_to(folder, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    assert names("deep") == ["deep/c.TXT", "deep/old/d.markdown"]


def test_a_line_of_gitignore_that_means_nothing_is_passed_over(folder: Path) -> None:
    (folder / ".gitignore").write_text("!\nb.txt\n", encoding="utf-8")
    assert names(".") == ["a.md", "deep/c.TXT", "deep/old/d.markdown"]
