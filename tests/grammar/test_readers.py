"""From bytes to text: encodings, and what is refused in one clear sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure_grammar.readers import Unreadable, from_bytes, read

TEXT = "一、整改情况\r\n青岚县人民法院“三个规定”𠮷\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("gb18030"), "gb18030"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
    ids=["utf-8", "utf-8-bom", "gb18030", "utf-16-le", "utf-16-be"],
)
def test_encodings(data: bytes, encoding: str) -> None:
    source = from_bytes(data, "draft.txt")
    assert source.text == TEXT
    assert source.encoding == encoding


def test_markdown_is_known_by_its_ending() -> None:
    assert from_bytes(b"", "a.MD").markup == "markdown"
    assert from_bytes(b"", "a.txt").markup == "text"


def test_markdown_pasted_into_a_text_file() -> None:
    assert from_bytes("## 二、措施\n### （一）学习\n".encode(), "a.txt").markup == "markdown"
    assert from_bytes("# 一个井号\n一、甲\n".encode(), "a.txt").markup == "text"


@pytest.mark.parametrize(
    "data",
    [b"\x7fELF\x02\x01\x01\x00", bytes(range(1, 32)) * 4, "一\n".encode("utf-16-le")],
    ids=["program", "controls", "utf-16-without-bom"],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        from_bytes(data, "draft.txt")
    assert "UTF-8" in caught.value.zh
    assert "UTF-8" in caught.value.en


@pytest.mark.parametrize(
    "data",
    [b"\xff\xfe\x00\xd8", b"\xef\xbb\xbf\xff\xff", b"\x80\xff\x81 broken", "é à ü ô".encode("latin-1") * 9],
    ids=["half-surrogate", "bom-then-rubbish", "no-encoding", "latin-1"],
)
def test_unknown_encodings_are_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="encoding"):
        from_bytes(data, "draft.txt")


def test_large_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"a" * 2000)
    with pytest.raises(Unreadable, match="too large"):
        read(str(path), max_size=1000)
    with pytest.raises(Unreadable, match="too large"):
        from_bytes(b"a" * 2000, "-", max_size=1000)
    assert len(read(str(path)).text) == 2000


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no such file"):
        read(str(tmp_path / "missing.txt"))
    with pytest.raises(Unreadable, match="folder"):
        read(str(tmp_path))
