"""Hostile and broken Word documents: one clear refusal or a text, in bounded time and memory, and nothing else is ever raised."""

from __future__ import annotations

import io
import random
import struct
import time
import tracemalloc
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_grammar.readers.unreadable import Unreadable
from disclosure_grammar.readers.word import archive, package, read_word
from disclosure_grammar.readers.word.package import Package
from word_files import MAIN, abstract, comment_around, comments, deleted, document, ins, num, p, r, tbl

HEAD = f'<w:document xmlns:w="{MAIN}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>'
TAIL = "</w:body></w:document>"
NAMES = f'xmlns:w="{MAIN}"'


def of(*members: tuple[str, bytes], level: int = 9) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as packed:
        for name, data in members:
            packed.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def body(inner: str) -> bytes:
    return of(("word/document.xml", (HEAD + inner + TAIL).encode()))


def refused(data: bytes) -> Unreadable:
    """What is said of a file that is refused, after no more than a few seconds and some memory."""
    tracemalloc.start()
    began = time.monotonic()
    with pytest.raises(Unreadable) as caught:
        read_word(data, "x.docx")
    took, (_, peak) = time.monotonic() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert took < 20
    assert peak < 250 << 20
    assert caught.value.zh.endswith("检查")
    assert "x.docx" not in caught.value.en + caught.value.zh
    return caught.value


def claimed(data: bytes, size: int) -> bytes:
    """A zip whose first member claims to unpack to a size."""
    made = bytearray(data)
    made[22:26] = struct.pack("<L", size)
    at = made.index(b"PK\1\2")
    made[at + 24 : at + 28] = struct.pack("<L", size)
    return bytes(made)


def test_a_bomb_is_not_unpacked() -> None:
    blank = (HEAD + " " * (80 << 20) + TAIL).encode()
    data = of(("word/document.xml", blank))
    del blank
    assert len(data) < 100_000
    tracemalloc.start()
    with pytest.raises(Unreadable) as caught:
        read_word(data, "x.docx")
    assert tracemalloc.get_traced_memory()[1] < 2 << 20
    tracemalloc.stop()
    assert "过大" in caught.value.zh


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(claimed(body(""), 201 << 20), "过大", id="claims-too-much"),
        pytest.param(claimed(body(p("甲")), 15 << 20), "损坏", id="holds-less-than-it-claims"),
        pytest.param(claimed(body(p("甲") * 1000), 100), "损坏", id="holds-more-than-it-claims"),
        pytest.param(of(*((f"a{n}", b"") for n in range(20_001))), "过大", id="members"),
        pytest.param(body(f'<w:p a="{"x" * (9 << 20)}"/>'), "过大", id="one-tag"),
        pytest.param(body("<w:p>" * 251), "损坏", id="not-closed"),
        pytest.param(body("<w:sdt>" * 300 + "</w:sdt>" * 300), "损坏", id="deep"),
        pytest.param(
            of(("word/document.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + (HEAD + TAIL).encode())),
            "DTD",
            id="document-type",
        ),
        pytest.param(
            of(("word/document.xml", b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a/>')),
            "DTD",
            id="outside-document-type",
        ),
        pytest.param(of(("word/document.xml", b"<w:document>")), "损坏", id="unbound-prefix"),
        pytest.param(of(("word/document.xml", b"")), "损坏", id="empty-part"),
        pytest.param(of(("word/document.xml", b"\xff\xfe<")), "损坏", id="half-a-character"),
        pytest.param(body("&undefined;"), "损坏", id="entity"),
        pytest.param(
            document(p("甲"), raw={"word/styles.xml": b"<a", "word/_rels/document.xml.rels": b"<a"}),
            "损坏",
            id="broken-relations",
        ),
        pytest.param(document(p("甲"), parts={"word/styles.xml": "<w:style>"}), "损坏", id="broken-styles"),
        pytest.param(document(p("甲"), raw={"[Content_Types].xml": b"\0"}), "损坏", id="broken-types"),
    ],
)
def test_what_no_word_processor_writes_is_refused(data: bytes, words: str) -> None:
    assert words in refused(data).zh


def test_tags_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_TAGS", 1000)
    assert "过大" in refused(body("<w:p/>" * 1001)).zh
    assert "过大" in refused(body("<w:p>" + "<w:r/>" * 1001 + "</w:p>")).zh
    assert "过大" in refused(document(*[p("甲")] * 10, parts={"word/styles.xml": "<w:style/>" * 950})).zh
    assert read_word(body("<w:p/>" * 990), "x").source.text == "\n" * 990


def test_the_sum_of_what_is_unpacked_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_SUM", 2500)
    opened = Package.open(of(*((f"{n}.xml", b"x" * 1000) for n in range(3)), ("word/document.xml", b"<a/>")))
    assert opened.part("0.xml")
    assert opened.part("1.xml")
    assert opened.part("0.xml")  # what was unpacked counts once
    with pytest.raises(Unreadable) as caught:
        opened.part("2.xml")
    assert "过大" in caught.value.zh


def test_a_password_is_asked_for_in_words() -> None:
    data = bytearray(body(p("甲")))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    assert "密码" in refused(bytes(data)).zh


def test_a_method_that_word_does_not_use_is_damage() -> None:
    data = bytearray(body(p("甲")))
    data[8:10] = data[data.index(b"PK\1\2") + 10 : data.index(b"PK\1\2") + 12] = b"\x0e\0"  # LZMA
    assert "损坏" in refused(bytes(data)).zh


def test_members_that_lie_over_one_another_are_not_multiplied() -> None:
    inner = of(("word/document.xml", (HEAD + TAIL).encode()), ("big", random.Random(2).randbytes(100_000)))
    at = inner.rindex(b"PK\1\2")
    entry, end = inner[at : inner.index(b"PK\5\6")], inner.index(b"PK\5\6")
    count, size = 1000, len(entry)
    listed = struct.unpack_from("<HH", inner, end + 8)[0] + count
    length = struct.unpack_from("<L", inner, end + 12)[0] + count * size
    tail = struct.pack("<HHLL", listed, listed, length, struct.unpack_from("<L", inner, end + 16)[0])
    data = inner[:end] + entry * count + inner[end : end + 8] + tail + inner[end + 20 :]
    with pytest.raises(Unreadable):
        Package.open(data).rewritten({})


NESTED = {
    "tables": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    "controls": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    "insertions": ("<w:ins>", "</w:ins>"),
    "choices": ("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>"),
    "boxes": ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
    "paragraphs": ("<w:p>", "</w:p>"),
}


@pytest.mark.parametrize("kind", NESTED)
def test_depth_is_no_danger(kind: str) -> None:
    opening, closing = NESTED[kind]
    times = 244 // opening.count("<")
    text = read_word(body(opening * times + p("甲") + closing * times), "x").source.text
    assert text.strip() == ("" if kind == "paragraphs" else "甲")
    inline = read_word(body("<w:p>" + opening * times + r("甲") + closing * times + "</w:p>"), "x").source.text
    assert inline.strip() == ("甲" if kind in ("controls", "insertions", "choices") else "")


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param(
            "<mc:AlternateContent><mc:Choice>" * 100 + p("") * 10_000 + "</mc:Choice></mc:AlternateContent>" * 100,
            id="choices-around-much",
        ),
        pytest.param(
            "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 30_000 + "</w:p>", id="fields-that-never-end"
        ),
        pytest.param(
            '<w:p><w:pPr><w:rPr><w:del w:author="a"/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>' * 10_000,
            id="joined-paragraphs",
        ),
        pytest.param(
            '<w:p><w:ins w:author="a"><w:r><w:t>a</w:t></w:r></w:ins><w:del w:author="b"><w:r><w:delText>a</w:delText></w:r></w:del></w:p>'
            * 10_000,
            id="changes",
        ),
        pytest.param(
            "<w:tbl><w:tr>"
            + '<w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr><w:p/></w:tc>' * 10_000
            + "</w:tr></w:tbl>",
            id="cells",
        ),
        pytest.param(
            "".join(f'<w:p><w:commentRangeStart w:id="{n}"/></w:p>' for n in range(20_000)), id="comment-ranges"
        ),
        pytest.param("<w:p><w:r><w:t>" + "x<![CDATA[y]]>" * 300_000 + "</w:t></w:r></w:p>", id="text-in-bits"),
        pytest.param("<w:p><w:r>" + "<w:t>x</w:t>" * 50_000 + "</w:r></w:p>", id="texts-in-one-run"),
        pytest.param("<w:p><m:oMath>" + "<m:t>x</m:t>" * 50_000 + "</m:oMath></w:p>", id="equation"),
    ],
)
def test_much_of_one_thing_takes_time_in_proportion(inner: str) -> None:
    data = body(inner)
    began = time.monotonic()
    read_word(data, "x")
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param({"word/_rels/document.xml.rels": "document.xml"}, id="all-relations-to-the-body"),
        pytest.param({"word/_rels/document.xml.rels": "_rels/document.xml.rels"}, id="all-relations-to-themselves"),
        pytest.param({"word/_rels/document.xml.rels": "../../../../etc/passwd"}, id="all-relations-outside"),
        pytest.param({"word/_rels/document.xml.rels": "missing.xml"}, id="all-relations-to-nothing"),
        pytest.param({"word/_rels/document.xml.rels": ""}, id="all-relations-empty"),
    ],
)
def test_relations_that_lead_astray(raw: dict[str, str]) -> None:
    kinds = ("header", "footer", "footnotes", "endnotes", "comments", "numbering", "styles")
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    made = {
        name: (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            + "".join(f'<Relationship Id="{kind}1" Type="{office}/{kind}" Target="{target}"/>' for kind in kinds)
            + "</Relationships>"
        ).encode()
        for name, target in raw.items()
    }
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    data = document(
        p("甲", reference, comment_around(r("乙"), 1)), section='<w:headerReference r:id="header1"/>', raw=made
    )
    assert read_word(data, "x").source.text.startswith("甲乙\n")


def good() -> bytes:
    parts = {
        "word/styles.xml": '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:basedOn w:val="a"/></w:style>',
        "word/numbering.xml": abstract(0, ("chineseCounting", "%1、")) + num(1, 0),
        "word/comments.xml": comments((1, "王", "你好")),
        "word/footnotes.xml": f'<w:footnote w:id="1">{p("注")}</w:footnote>',
        "word/header1.xml": p("眉"),
    }
    box = f"<w:r><w:pict><w:txbxContent>{p('框')}</w:txbxContent></w:pict></w:r>"
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return document(
        p("甲", ins(r("乙")), deleted("丙"), box, num=(1, 0)),
        tbl(["a", p("b")], ["c", "d"]),
        p(comment_around(r("注"), 1), field, '<w:r><w:footnoteReference w:id="1"/></w:r>'),
        parts=parts,
    )


GOOD = good()
with zipfile.ZipFile(io.BytesIO(GOOD)) as _archive:
    PARTS = {name: _archive.read(name) for name in _archive.namelist()}
TAGS = sorted(
    {tag for data in PARTS.values() for tag in data.replace(b">", b">\n").split(b"\n") if tag.startswith(b"<w:")}
)


def survives(data: bytes) -> None:
    for view in ("final", "original"):
        try:
            word = read_word(data, "x", view)
        except Unreadable:
            continue
        assert all(0 <= one.start < one.end <= len(word.source.text) for one in word.pieces)
        word.package.rewritten({"word/document.xml": b""})


@settings(max_examples=250, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_changed_bytes_of_the_file(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for at, byte in changes:
        data[at] = byte
    with suppress(Unreadable):  # of a copy that cannot be made
        survives(bytes(data))


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(GOOD)))
def test_files_that_are_cut_off(length: int) -> None:
    survives(GOOD[:length])


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    survives(data)
    survives(b"PK\3\4" + data)


@settings(max_examples=250, deadline=None)
@given(st.data())
def test_parts_with_tags_moved_about(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(PARTS)))
    part = PARTS[name]
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.sampled_from([0, *(at for at, byte in enumerate(part) if byte == ord("<")), len(part)]))
        if data.draw(st.booleans()):
            tag = data.draw(st.sampled_from(TAGS))
            part = part[:at] + tag + part[at:]
        else:
            part = part[:at] + part[part.find(b">", at) + 1 :]
    survives(of(*{**PARTS, name: part}.items(), level=1))


@settings(max_examples=250, deadline=None)
@given(st.data())
def test_elements_with_other_names(data: st.DataObject) -> None:
    """Well-formed all the way, with elements where none belong."""
    part = PARTS["word/document.xml"].decode()
    names = sorted({tag[3:].split(b" ")[0].rstrip(b"/>").decode() for tag in TAGS})
    for _ in range(data.draw(st.integers(1, 3))):
        old, new = data.draw(st.sampled_from(names)), data.draw(st.sampled_from(names))
        part = (
            part.replace(f"<w:{old}>", f"<w:{new}>")
            .replace(f"<w:{old} ", f"<w:{new} ")
            .replace(f"<w:{old}/", f"<w:{new}/")
            .replace(f"</w:{old}>", f"</w:{new}>")
        )
    survives(of(*{**PARTS, "word/document.xml": part.encode()}.items(), level=1))
