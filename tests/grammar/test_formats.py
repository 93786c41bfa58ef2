"""Which format a file has: by its bytes first, and one clear sentence for what is not read."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.readers import Unreadable, from_bytes, ole, word_bytes
from disclosure_grammar.readers.formats import CONVERTED, Format, detect
from ole_files import compound, old_word
from word_files import document, p

DRAFT = "中共青岚县水利局党组关于巡察整改进展情况的通报\n一、整改情况\n"
WORD = document(p("整改情况"))


def packed(*names: str, first: str = "") -> bytes:
    """A zip with these members; ``first`` is the content of an uncompressed ``mimetype`` in front of them."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        if first:
            archive.writestr("mimetype", first)
        for name in names:
            archive.writestr(name, "<a/>", zipfile.ZIP_DEFLATED)
    return made.getvalue()


ODT = packed("content.xml", "META-INF/manifest.xml", first="application/vnd.oasis.opendocument.text")
PAGE = "<!DOCTYPE html>\n<html><head><meta charset=utf-8></head><body><p>整改</p></body></html>"
WORD_2003 = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>'
)
FLAT = '<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text"/>'


@pytest.mark.parametrize(
    ("data", "path", "kind"),
    [
        (DRAFT.encode(), "a.txt", Format.TEXT),
        (DRAFT.encode(), "<stdin>", Format.TEXT),
        (b"", "a.txt", Format.TEXT),
        (DRAFT.encode("gb18030"), "a.doc", Format.TEXT),
        (b"\xff\xfe" + DRAFT.encode("utf-16-le"), "a.docx", Format.TEXT),
        (b"BM", "a.txt", Format.TEXT),
        ("BMW公司的整改方案，RIFF与GIF89a都是字母。".encode(), "a.txt", Format.TEXT),
        (b"Rar! is what they said", "a.txt", Format.TEXT),
        ("MIME-Version: 1.0 是邮件头\n".encode(), "a.txt", Format.TEXT),
        (b"<p>a</p> and more", "a.txt", Format.TEXT),
        (b"<html><body>", "a.md", Format.TEXT),
        (b"<!-- disclosure-lint: ignore TOT003 x -->\n" + DRAFT.encode(), "a.txt", Format.TEXT),
        (WORD, "a.docx", Format.WORD),
        (WORD, "<stdin>", Format.WORD),
        (WORD, "a.doc", Format.WORD),
        (WORD, "a.wps", Format.WORD),
        (WORD[:300], "a.docx", Format.WORD),
        (packed("[Content_Types].xml", "xl/workbook.xml"), "a.xlsx", Format.WORD),
        (ODT, "a.odt", Format.OPEN_DOCUMENT),
        (ODT, "a.docx", Format.OPEN_DOCUMENT),
        (packed("content.xml", "META-INF/manifest.xml"), "a.odt", Format.OPEN_DOCUMENT),
        (packed(first="application/vnd.oasis.opendocument.text-template"), "a.ott", Format.OPEN_DOCUMENT),
        (compound({"WordDocument": old_word(), "1Table": b""}), "a.doc", Format.WORD_97),
        (compound({"1Table": b"", "WordDocument": old_word()}), "a.wps", Format.WORD_97),
        (compound({"WordDocument": old_word()}), "a.docx", Format.WORD_97),
        (compound({"WordDocument": old_word()}), "<stdin>", Format.WORD_97),
        (b"{\\rtf1\\ansi x}", "a.rtf", Format.RICH_TEXT),
        (b"\xef\xbb\xbf {\\rtf1 x}", "a.doc", Format.RICH_TEXT),
        (b"%PDF-1.7\n", "a.pdf", Format.PDF),
        (b"%PDF-1.7\n", "a.docx", Format.PDF),
        (b"\r\nHTTP junk\n%PDF-1.4\n", "a.pdf", Format.PDF),
        (PAGE.encode(), "a.html", Format.HTML),
        (PAGE.encode(), "a.doc", Format.HTML),
        (PAGE.encode(), "a.txt", Format.HTML),
        (PAGE.encode(), "<stdin>", Format.HTML),
        (b"\xff\xfe" + PAGE.encode("utf-16-le"), "a.doc", Format.HTML),
        (b"\xef\xbb\xbf\r\n<!-- saved -->\n" + PAGE.encode(), "a.wps", Format.HTML),
        (b'<?xml version="1.0"?>' + PAGE.encode("gb18030"), "a.htm", Format.HTML),
        (b"<meta charset='utf-8'><p>x</p>", "a.doc", Format.HTML),
        (DRAFT.encode(), "a.HTM", Format.HTML),
        (b"", "a.html", Format.HTML),
        (WORD_2003.encode(), "a.doc", Format.WORD_XML),
        (WORD_2003.encode("utf-16"), "a.xml", Format.WORD_XML),
        (FLAT.encode(), "a.fodt", Format.FLAT_OPEN_DOCUMENT),
    ],
)
def test_bytes_decide(data: bytes, path: str, kind: Format) -> None:
    assert detect(data, path) is kind


@pytest.mark.parametrize(
    ("data", "path", "zh", "en"),
    [
        (b"", "a.docx", "空的", "empty"),
        (b" \r\n", "a.pdf", "空的", "empty"),
        (compound({"EncryptedPackage": b"", "EncryptionInfo": b""}), "a.docx", "密码", "password"),
        (compound({"WordDocument": old_word(locked=True)}), "a.doc", "密码", "password"),
        (compound({"Workbook": b""}), "a.xls", "表格", "spreadsheet"),
        (compound({"Workbook": b""}), "a.doc", "表格", "spreadsheet"),
        (compound({"PowerPoint Document": b""}), "a.ppt", "演示文稿", "presentation"),
        (compound({"__properties_version1.0": b""}), "a.msg", "邮件", "mail"),
        (compound({"MatOST": b"", "CONTENTS": b""}), "a.wps", "旧版办公软件", "old office program"),
        (compound({"WordDocument": old_word()})[:700], "a.doc", "损坏", "damaged"),
        (packed("OFD.xml", "Doc_0/Document.xml"), "a.ofd", "这是 OFD 版式文件，", "OFD"),
        (packed("Index/Document.iwa", "preview.jpg"), "a.docx", "Pages", "Pages"),
        (packed("uof.xml"), "a.uot", "标文通", "UOF"),
        (b"<?xml version='1.0'?><uof:UOF xmlns:uof='x'/>", "a.uof", "标文通", "UOF"),
        (packed(first="application/vnd.oasis.opendocument.spreadsheet"), "a.ods", "表格", "spreadsheet"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.docx", "图片", "picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a.jpg", "图片", "picture"),
        (b"BM\x36\0\x0c\0\0\0\0\0\x36\0", "a.doc", "图片", "picture"),
        (b"\0\0\0\x18ftypheic\0\0", "a.docx", "图片", "picture"),
        (b"Rar!\x1a\x07\x01\0", "a.rar", "压缩包", "archive"),
        (b"7z\xbc\xaf\x27\x1c\0\x04", "a.docx", "压缩包", "archive"),
        (b"From: <Saved by Word>\r\nSubject: x\r\n y\r\nMIME-Version: 1.0\r\n", "a.doc", "MHT", "MHT"),
        (FLAT.replace("<office", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><office', 1).encode(), "a.fodt", "DTD", "entities"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="x"/>', "a.xml", "单个 XML", "single XML"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "a.mht", "MHT", "MHT"),
        (b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html><p>x", "a.html", "MHT", "MHT"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_named(data: bytes, path: str, zh: str, en: str) -> None:
    with pytest.raises(Unreadable) as caught:
        detect(data, path)
    assert zh in caught.value.zh
    assert en in caught.value.en
    assert path not in caught.value.zh
    assert "\n" not in caught.value.zh + caught.value.en


@pytest.mark.parametrize("data", [packed("readme.txt", "a.jpg"), packed(), WORD[:200]], ids=["archive", "none", "cut"])
@pytest.mark.parametrize("path", ["a.docx", "a.zip", "<stdin>"])
def test_a_package_that_is_no_document_is_refused(data: bytes, path: str) -> None:
    with pytest.raises(Unreadable):
        from_bytes(data, path)


@given(st.binary(max_size=300), st.sampled_from(["a.docx", "a.txt", "a.pdf", "a.html"]))
def test_any_bytes_have_a_format_or_a_sentence(data: bytes, path: str) -> None:
    for made in (data, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + data, b"<" + data, b"PK\x03\x04" + data):
        try:
            kind = detect(made, path)
        except Unreadable as error:
            kind = error.zh and error.en
        assert kind


@given(st.data())
def test_damaged_compound_files_are_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(compound({"WordDocument": old_word(), "1Table": b""}))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(8, 2000))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(8, len(whole)))])
    assert all(isinstance(name, str) for name in ole.streams(cut))


@pytest.mark.parametrize(
    "data",
    [b"<!---->" * 580, b"<?xml>" * 600, b"a:\n " * 1000, b"<" * 4096, b" " * 5_000_000, b"PK\x03\x04" + b"P" * 5_000_000],
    ids=["comments", "declarations", "headers", "brackets", "spaces", "zip"],
)  # fmt: skip
def test_deciding_takes_no_time(data: bytes) -> None:
    start = time.process_time()
    assert detect(data, "a") in (Format.TEXT, Format.WORD)
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "links", [(1, 1), (0xFFFFFFFE, 0), (5, 1)], ids=["entries-in-a-circle", "no-directory", "beyond-the-end"]
)
def test_compound_files_that_go_round_in_circles(links: tuple[int, int]) -> None:
    whole = bytearray(compound({"WordDocument": old_word(), "1Table": b""}))
    whole[48:52] = links[0].to_bytes(4, "little")
    at = 1024 + 128 + 68  # the neighbours of the first stream
    whole[at : at + 4] = whole[at + 4 : at + 8] = links[1].to_bytes(4, "little")
    assert len(ole.streams(bytes(whole))) <= 3


def test_a_word_document_is_its_own_word_document() -> None:
    assert word_bytes(WORD, "a.doc") is WORD


@pytest.mark.parametrize("data", [DRAFT.encode(), PAGE.encode(), b"%PDF-1.7\n"], ids=["text", "html", "pdf"])
def test_what_can_hold_no_comments(data: bytes) -> None:
    with pytest.raises(Unreadable, match="no Word document"):
        word_bytes(data, "a.txt")


def test_every_converted_format_is_an_ending() -> None:
    assert {str(kind) for kind in CONVERTED} == {"doc", "rtf", "odt", "fodt", "xml"}
