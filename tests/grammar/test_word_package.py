"""The package of a Word document: which part is the body, how parts are found, and copies with some parts changed."""

from __future__ import annotations

import io
import re
import struct
import zipfile

import pytest

from disclosure_grammar.readers.unreadable import Unreadable
from disclosure_grammar.readers.word import read_word
from disclosure_grammar.readers.word.package import Package, relations_name
from word_files import abstract, comment_around, comments, deleted, document, ins, num, p, r, tbl

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>青岚县人民法院</w:t></w:r></w:p></w:body></w:document>'


def packed(members: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 10)), data, method)
    return out.getvalue()


def relations(*rows: tuple[str, str, str], kinds: str = OFFICE) -> str:
    made = "".join(f'<Relationship Id="{id_}" Type="{kinds}/{kind}" Target="{target}"/>' for id_, kind, target in rows)
    return f'<Relationships xmlns="{RELATIONS}">{made}</Relationships>'


def types(**overrides: str) -> str:
    made = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{made}</Types>'


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


@pytest.mark.parametrize(
    ("members", "main"),
    [
        pytest.param({"word/document.xml": BODY}, "word/document.xml", id="nothing-but-the-body"),
        pytest.param(
            {"_rels/.rels": relations(("a", "officeDocument", "text/main.xml")), "text/main.xml": BODY},
            "text/main.xml",
            id="relation",
        ),
        pytest.param(
            {"_rels/.rels": relations(("a", "officeDocument", "/word/document2.xml")), "word/document2.xml": BODY},
            "word/document2.xml",
            id="absolute",
        ),
        pytest.param(
            {"_rels/.rels": relations(("a", "officeDocument", "word/d.xml"), kinds=STRICT), "word/d.xml": BODY},
            "word/d.xml",
            id="strict",
        ),
        pytest.param(
            {"_rels/.rels": relations(("a", "officeDocument", "Word/Document.xml")), "word/document.xml": BODY},
            "Word/Document.xml",
            id="case",
        ),
        pytest.param(
            {"_rels/.rels": relations(("a", "officeDocument", "word/missing.xml")), "word/document.xml": BODY},
            "word/document.xml",
            id="relation-to-nothing",
        ),
        pytest.param(
            {"[Content_Types].xml": types(**{"x/y.xml": WORD}), "x/y.xml": BODY}, "x/y.xml", id="content-type"
        ),
        pytest.param({"[Content_Types].xml": types(**{"x/y.xml": MACRO}), "x/y.xml": BODY}, "x/y.xml", id="docm"),
        pytest.param({"[Content_Types].xml": types(**{"x/y.xml": TEMPLATE}), "x/y.xml": BODY}, "x/y.xml", id="dotx"),
        pytest.param({"word\\document.xml": BODY}, "word/document.xml", id="backslashes"),
        pytest.param({"/word/document.xml": BODY}, "word/document.xml", id="leading-slash"),
    ],
)
def test_the_body_is_found(members: dict[str, bytes | str], main: str) -> None:
    data = packed(members)
    assert Package.open(data).main == main
    assert read_word(data, "x.docx").source.text == "青岚县人民法院\n"


SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


@pytest.mark.parametrize(
    ("data", "zh", "en"),
    [
        pytest.param(b"", "这不是 Word 文档", "not a Word document", id="empty"),
        pytest.param("整改进展情况的通报".encode(), "这不是 Word 文档", "not a Word document", id="text"),
        pytest.param(document(p("甲"))[:-300], "不完整", "incomplete", id="cut-off"),
        pytest.param(document(p("甲"))[:60], "不完整", "incomplete", id="cut-off-early"),
        pytest.param(packed({}), "没有 Word 正文", "no Word text", id="empty-zip"),
        pytest.param(packed({"a.txt": "甲"}), "没有 Word 正文", "no Word text", id="other-zip"),
        pytest.param(
            packed(
                {
                    "[Content_Types].xml": types(**{"xl/workbook.xml": SHEET}),
                    "xl/workbook.xml": "<a/>",
                    "_rels/.rels": relations(("a", "officeDocument", "xl/workbook.xml")),
                }
            ),
            "这是 Excel 工作簿，",
            "an Excel workbook",
            id="xlsx",
        ),
        pytest.param(
            packed(
                {
                    "[Content_Types].xml": types(**{"ppt/p.xml": SLIDES}),
                    "ppt/p.xml": "<a/>",
                    "_rels/.rels": relations(("a", "officeDocument", "ppt/p.xml")),
                }
            ),
            "PowerPoint 演示文稿",
            "a PowerPoint presentation",
            id="pptx",
        ),
        pytest.param(
            packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
            "OpenDocument",
            "OpenDocument",
            id="odt",
        ),
    ],
)
def test_what_is_no_word_document_is_named(data: bytes, zh: str, en: str) -> None:
    with pytest.raises(Unreadable) as caught:
        Package.open(data)
    assert zh in caught.value.zh
    assert en in caught.value.en


def test_parts_are_found_by_their_relations() -> None:
    rows = relations(
        ("r1", "comments", "comments.xml"),
        ("r2", "header", "/word/header1.xml"),
        ("r3", "footer", "../other/FOOTER.xml"),
        ("r4", "header", "missing.xml"),
        ("r5", "header", "header1.xml"),
        ("r6", "header", "a%20b.xml"),
        ("r7", "header", "#top"),
    )
    outside = f'<Relationship Id="x" Type="{OFFICE}/header" Target="http://example.org/h.xml" TargetMode="External"/>'
    members = {
        "word/document.xml": BODY,
        "word/_rels/document.xml.rels": rows.replace("</Relationships>", outside + "</Relationships>"),
        "word/comments.xml": "<a/>",
        "word/header1.xml": "<a/>",
        "other/footer.xml": "<a/>",
        "word/a b.xml": "<a/>",
    }
    package = Package.open(packed(dict(members)))
    assert package.related(package.main, "comments") == ("word/comments.xml",)
    assert package.related(package.main, "header") == ("word/header1.xml", "word/a b.xml")
    assert package.part(package.related(package.main, "footer")[0]) == b"<a/>"
    assert package.related(package.main, "styles") == ()
    assert package.related("word/comments.xml", "header") == ()
    assert [one.id for one in package.relations(package.main)] == ["r1", "r2", "r3", "r4", "r5", "r6"]


@pytest.mark.parametrize(
    ("part", "name"),
    [("", "_rels/.rels"), ("word/document.xml", "word/_rels/document.xml.rels"), ("a.xml", "_rels/a.xml.rels")],
)
def test_the_name_of_the_relations_of_a_part(part: str, name: str) -> None:
    assert relations_name(part) == name


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            ('<?xml version="1.0" encoding="UTF-16" standalone="yes"?>' + BODY).encode("utf-16"), id="utf-16-with-mark"
        ),
        pytest.param(('<?xml version="1.0" encoding="UTF-16"?>' + BODY).encode("utf-16-be"), id="utf-16-be"),
        pytest.param(BODY.encode("utf-16-le"), id="utf-16-le-undeclared"),
        pytest.param(("<?xml version='1.0' encoding='gb2312'?>" + BODY).encode("gb18030"), id="gb2312"),
        pytest.param(
            b"\xef\xbb\xbf" + ('<?xml version="1.0" encoding="utf-8"?>' + BODY).encode(), id="utf-8-with-mark"
        ),
    ],
)
def test_a_part_comes_in_utf_8(data: bytes) -> None:
    word = read_word(packed({"word/document.xml": data}), "x.docx")
    part = word.package.part("word/document.xml")
    assert part is not None
    assert word.source.text == "青岚县人民法院\n"
    piece = word.pieces[0]
    assert part[piece.first : piece.last].decode() == "青岚县人民法院"


def members_of(data: bytes) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return [
            (
                m.filename,
                m.date_time,
                m.compress_type,
                m.external_attr,
                m.internal_attr,
                m.create_system,
                m.comment,
                archive.read(m),
            )
            for m in archive.infolist()
        ]


def varied() -> bytes:
    """A zip whose members differ in all a member can differ in."""
    out = io.BytesIO()
    out.write(b"MZ junk in front")
    with zipfile.ZipFile(out, "a") as archive:
        archive.comment = "一份文件".encode()
        for number, (name, method, data) in enumerate(
            [
                ("word/document.xml", zipfile.ZIP_DEFLATED, BODY),
                ("word/media/图1.png", zipfile.ZIP_STORED, b"\x89PNG" * 99),
                ("word/", zipfile.ZIP_STORED, b""),
                ("docProps/app.xml", zipfile.ZIP_DEFLATED, "<a/>" * 999),
                ("word/styles.xml", zipfile.ZIP_STORED, "<a/>"),
            ]
        ):
            info = zipfile.ZipInfo(name, (2020 + number, 1 + number, 2, 3, 4, 6))
            info.compress_type, info.external_attr, info.create_system = method, (0o640 + number) << 16, number % 2 * 3
            info.comment, info.extra = b"note" * number, struct.pack("<HHL", 0x7777, 4, number)
            archive.writestr(info, data)
    return out.getvalue()


class Unseekable(io.RawIOBase):
    """A stream to which zipfile writes sizes behind the data."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.data += data
        return len(data)


def streamed(*, huge: bool = False) -> bytes:
    out = Unseekable()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[arg-type]
        for name, text in (("word/document.xml", BODY), ("word/media/a.emf", "甲" * 500), ("word/styles.xml", "<a/>")):
            with archive.open(zipfile.ZipInfo(name, (2021, 1, 2, 3, 4, 6)), "w", force_zip64=huge) as file:
                file.write(text.encode())
    return bytes(out.data)


@pytest.mark.parametrize(
    "data",
    [varied(), streamed(), streamed(huge=True), document(p("甲"))],
    ids=["varied", "streamed", "streamed-zip64", "plain"],
)
def test_a_copy_differs_in_nothing_but_what_was_changed(data: bytes) -> None:
    before = members_of(data)
    again = members_of(Package.open(data).rewritten({}))
    assert again == before
    changed = Package.open(data).rewritten({"WORD/document.xml": b"<new/>" * 50, "word/comments.xml": b"<more/>"})
    after = members_of(changed)
    assert [one[0] for one in after] == [one[0] for one in before] + ["word/comments.xml"]
    for old, new in zip(before, after, strict=False):
        if old[0] == "word/document.xml":
            assert new[:-1] == old[:-1]
            assert new[-1] == b"<new/>" * 50
        else:
            assert new == old
    assert after[-1][-1] == b"<more/>"
    assert after[-1][1] == before[0][1]


def test_a_copy_keeps_packed_bytes_as_they_are() -> None:
    data = varied()
    copy = Package.open(data).rewritten({"word/styles.xml": b"<b/>"})
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(io.BytesIO(copy)) as after:
        for old, new in zip(before.infolist(), after.infolist(), strict=True):
            if old.filename == "word/styles.xml":
                continue
            size = old.compress_size
            assert old.compress_size == new.compress_size
            assert old.extra == new.extra
            start = data.index(old.filename.encode(), old.header_offset) + len(old.filename.encode()) + 8
            other = copy.index(new.filename.encode(), new.header_offset) + len(new.filename.encode()) + 8
            assert data[start : start + size] == copy[other : other + size]


def test_pictures_are_never_unpacked() -> None:
    data = bytearray(packed({"word/document.xml": BODY, "word/media/a.png": b"picture" * 100}))
    at = data.index(b"word/media/a.png") + len(b"word/media/a.png")
    data[at : at + 4] = b"\xff\xff\xff\xff"  # it could not be
    package = Package.open(bytes(data))
    assert read_word(bytes(data), "x").source.text == "青岚县人民法院\n"
    assert package.rewritten({"word/document.xml": BODY.encode() + b" "}).count(b"\xff\xff\xff\xff") == data.count(
        b"\xff\xff\xff\xff"
    )


def renamed(data: bytes, *changes: tuple[str, str]) -> bytes:
    """The same file with other namespaces or prefixes in all of its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    for pattern, new in changes:
        members = {name: re.sub(pattern, new, text) for name, text in members.items()}
    return packed(dict(members))


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param(
            [(re.escape(W), "http://purl.oclc.org/ooxml/wordprocessingml/main"), (re.escape(OFFICE), STRICT)],
            id="strict",
        ),
        pytest.param([(r"\bw:", "ns0:"), ("xmlns:w=", "xmlns:ns0=")], id="another-prefix"),
        pytest.param([(r"xmlns:w=", "xmlns="), (r"<(/?)w:", r"<\1")], id="no-prefix-on-elements"),
    ],
)
def test_names_are_what_their_namespaces_say(changes: list[tuple[str, str]]) -> None:
    data = document(
        p(comment_around(r("甲"), 1), num=(1, 0)),
        tbl(["乙", p(ins(r("丙")), deleted("丁"))]),
        parts={
            "word/numbering.xml": abstract(0, ("chineseCounting", "%1、")) + num(1, 0),
            "word/comments.xml": comments((1, "王", "注")),
            "word/header1.xml": p("眉"),
        },
    )
    if any(r"\1" in new for _, new in changes):  # attributes have no default namespace
        changes = [
            *changes,
            (r"<document ", f'<document xmlns:w="{W}" '),
            (r"<(hdr|comments|numbering) ", rf'<\1 xmlns:w="{W}" '),
        ]
    word = read_word(renamed(data, *changes), "x")
    assert word.source.text == "一、甲\n乙\n丙\n眉\n"
    assert word.source.layout == read_word(data, "x").source.layout
