"""Comments written into a document and taken out again, down to the bytes of the parts."""

from __future__ import annotations

import re

import pytest

from disclosure_grammar.readers.word.package import Package
from disclosure_grammar.readers.word.xml import tree
from disclosure_lint.word.comments import Comment, added, free_numbers, marks
from disclosure_lint.word.names import names
from disclosure_lint.word.own import strip
from word_files import MAIN, comment_around, comments, document, p, r

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OURS = "disclosure-lint"
NAME = "word/comments.xml"
LINKS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
SAID = Comment(0, "错误 TOT003\n百分比不对：A<B & C", "2026-01-02T03:04:05Z")


def opened(*body: str, **options) -> Package:
    return Package.open(document(*body, **options))


def reopened(package: Package, parts) -> Package:
    return Package.open(package.rewritten(parts))


def numbers(package: Package) -> list[str]:
    return [each.attributes["w:id"] for each in tree(package.part(NAME)).all("w:comment")]


LINE = (
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:firstLine="0" w:firstLineChars="0"/></w:pPr>'
)
SIZE = '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>'
"""Comments are set small and without indent, whatever the body text is set in."""


class TestAdding:
    def test_no_comments_change_nothing(self):
        assert added(opened(p("甲")), []) == {}

    def test_a_new_part_is_linked_and_declared(self):
        package = opened(p("甲"))
        parts = added(package, [SAID])
        assert set(parts) == {NAME, LINKS, TYPES}
        again = reopened(package, parts)
        assert again.related(again.main, "comments") == (NAME,)
        assert b'PartName="/word/comments.xml" ContentType="application/vnd' in again.part(TYPES)
        assert parts[NAME].decode().partition("?>\n")[2] == (
            f'<w:comments xmlns:w="{MAIN}"><w:comment w:id="0" w:author="disclosure-lint" w:date="2026-01-02T03:04:05Z" w:initials="DL">'
            f'<w:p>{LINE}<w:r><w:annotationRef/></w:r><w:r>{SIZE}<w:t xml:space="preserve">错误 TOT003</w:t></w:r></w:p>'
            f'<w:p>{LINE}<w:r>{SIZE}<w:t xml:space="preserve">百分比不对：A&lt;B &amp; C</w:t></w:r></w:p></w:comment></w:comments>'
        )

    def test_everything_that_was_said_before_stays(self):
        package = opened(p("甲"), parts={NAME: comments((7, "王", "请核对"))})
        parts = added(package, [SAID])
        assert set(parts) == {NAME}
        before, after = package.part(NAME), parts[NAME]
        inserted = after[before.index(b"</w:comments>") : -len(b"</w:comments>")]
        assert after.replace(inserted, b"", 1) == before
        assert numbers(reopened(package, parts)) == ["7", "0"]

    def test_a_part_without_content(self):
        raw = {NAME: f'<w:comments xmlns:w="{MAIN}" />'.encode()}
        package = opened(p("甲"), parts={NAME: ""}, raw=raw)
        assert numbers(reopened(package, added(package, [SAID]))) == ["0"]

    @pytest.mark.parametrize("namespace", [MAIN, STRICT])
    def test_a_part_with_other_prefixes(self, namespace):
        raw = {NAME: f'<comments xmlns="{namespace}" xmlns:w="urn:other"></comments>'.encode()}
        package = opened(p("甲"), parts={NAME: ""}, raw=raw)
        again = reopened(package, added(package, [SAID]))
        assert numbers(again) == ["0"]
        assert tree(again.part(NAME)).children[0].children[0].name == "w:p"

    def test_a_strict_document_gets_a_strict_part(self):
        main = document(p("甲"))
        body = Package.open(main).part("word/document.xml").replace(MAIN.encode(), STRICT.encode())
        package = opened(raw={"word/document.xml": body})
        parts = added(package, [SAID])
        assert f'xmlns:w="{STRICT}"'.encode() in parts[NAME]
        assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in parts[LINKS]

    def test_a_link_that_leads_nowhere_is_used(self):
        package = opened(p("甲"), parts={"word/header1.xml": p("乙")})
        link = b'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>'
        package = reopened(package, {LINKS: package.part(LINKS).replace(b"</Rel", link + b"</Rel")})
        assert set(added(package, [SAID])) == {NAME, TYPES}

    def test_a_part_of_that_name_that_is_no_comments_is_left_alone(self):
        package = opened(p("甲"), raw={NAME: b"<x/>"})
        parts = added(package, [SAID])
        assert set(parts) == {"word/comments1.xml", LINKS, TYPES}

    def test_ids_and_prefixes_of_the_links_are_minded(self):
        links = (
            b'<n:Relationships xmlns:n="http://schemas.openxmlformats.org/package/2006/relationships">'
            b'<n:Relationship Id="RID1" Type="x/styles" Target="styles.xml"/></n:Relationships>'
        )
        package = opened(p("甲"), raw={LINKS: links})
        again = reopened(package, added(package, [SAID]))
        assert b'<n:Relationship Id="rId2"' in again.part(LINKS)
        assert again.related(again.main, "comments") == (NAME,)

    def test_characters_that_xml_lacks_are_replaced(self):
        package = opened(p("甲"))
        made = added(package, [Comment(0, "甲\x00\x1b\ufffe\ud800乙\t丙", "")])[NAME]
        assert "甲\ufffd\ufffd\ufffd\ufffd乙 丙" in made.decode()
        assert b"w:date" not in made

    def test_free_numbers(self):
        lost = '<w:commentRangeStart w:id="1"/>'
        package = opened(p(comment_around(r("甲"), 3), lost), parts={NAME: comments((3, "王", "甲"), (0, "李", "乙"))})
        found = free_numbers(package)
        assert [next(found) for _ in range(3)] == [2, 4, 5]

    def test_marks(self):
        made = marks(4, names(f'<w:document xmlns:w="{MAIN}"/>'.encode()))
        assert made == (
            b'<w:commentRangeStart w:id="4"/>',
            b'<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>',
            b'<w:r><w:commentReference w:id="4"/></w:r>',
        )


EXTENDED = "word/commentsExtended.xml"
IDS = "word/commentsIds.xml"
EXTENSIBLE = "word/commentsExtensible.xml"
NEWER = (
    (EXTENDED, "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"),
    (IDS, "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds"),
    (EXTENSIBLE, "http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible"),
)


def threaded() -> bytes:
    """Our comment, a person's reply to it, and a comment of another person, as Word saves them."""

    def comment(number: int, author: str, text: str, paragraph: str) -> str:
        return (
            f'<w:comment w:id="{number}" w:author="{author}"><w:p w14:paraId="{paragraph}">{r(text)}</w:p></w:comment>'
        )

    extended = (
        '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="0A" w15:done="0"/>'
        '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/><w15:commentEx w15:paraId="0C" w15:done="1"/></w15:commentsEx>'
    )
    ids = (
        '<c:commentsIds xmlns:c="http://schemas.microsoft.com/office/word/2016/wordml/cid"><c:commentId c:paraId="0A" c:durableId="A1"/>'
        '<c:commentId c:paraId="0B" c:durableId="B1"/></c:commentsIds>'
    )
    extensible = (
        '<x:commentsExtensible xmlns:x="http://schemas.microsoft.com/office/word/2018/wordml/cex"><x:commentExtensible x:durableId="A1"/>'
        '<x:commentExtensible x:durableId="B1"/></x:commentsExtensible>'
    )
    links = "".join(
        f'<Relationship Id="n{at}" Type="{kind}" Target="{name[5:]}"/>' for at, (name, kind) in enumerate(NEWER)
    )
    package = opened(
        p(comment_around(comment_around(r("甲"), 1), 0), comment_around(r("乙"), 2)),
        parts={
            NAME: comment(0, OURS, "错误", "0A") + comment(1, "王", "已改", "0B") + comment(2, "李", "请核对", "0C")
        },
        raw={EXTENDED: extended.encode(), IDS: ids.encode(), EXTENSIBLE: extensible.encode()},
    )
    return package.rewritten({LINKS: package.part(LINKS).replace(b"</Rel", links.encode() + b"</Rel")})


class TestStripping:
    @pytest.mark.parametrize("parts", [{}, {NAME: comments((0, "王", "请核对"))}], ids=["none", "those-of-others"])
    def test_nothing_of_ours_changes_nothing(self, parts):
        package = opened(p(comment_around(r("甲"), 0)), parts=parts)
        assert strip(package) == ({}, {})

    def test_marks_and_words_go_and_nothing_else(self):
        clean = opened(p("甲", comment_around(r("乙"), 5)), p("丙"), parts={NAME: comments((5, "王", "请核对"))})
        mixed = opened(
            p(comment_around(r("甲"), 1), comment_around(r("乙"), 5)),
            '<w:commentRangeStart w:id="2"/>',
            p(
                r("丙"),
                '<w:commentRangeEnd w:id="2"/>',
                '<w:r><w:rPr><w:rStyle w:val="a7"/></w:rPr><w:commentReference w:id="2"/></w:r>',
            ),
            parts={NAME: comments((1, OURS, "一"), (5, "王", "请核对"), (2, OURS, "二"))},
        )
        stripped = reopened(mixed, strip(mixed).parts)
        assert {name: stripped.part(name) for name in (NAME, mixed.main)} == {
            name: clean.part(name) for name in (NAME, mixed.main)
        }

    def test_a_run_that_holds_more_keeps_the_rest(self):
        package = opened(
            p('<w:r><w:t>甲</w:t><w:commentReference w:id="1"/></w:r>'), parts={NAME: comments((1, OURS, "一"))}
        )
        assert b"<w:p><w:r><w:t>" + "甲".encode() + b"</w:t></w:r></w:p>" in strip(package).parts[package.main]

    def test_marks_shared_with_a_comment_of_another_person_stay(self):
        package = opened(p(comment_around(r("甲"), 1)), parts={NAME: comments((1, OURS, "一"), (1, "王", "二"))})
        assert b'commentReference w:id="1"' in strip(package).parts[package.main]

    def test_the_reply_of_a_person_becomes_a_comment_of_its_own(self):
        package = Package.open(threaded())
        again = reopened(package, strip(package).parts)
        assert numbers(again) == ["1", "2"]
        body = again.part(again.main).decode()
        assert re.findall(r'comment\w+ w:id="(\d)"', body) == ["1", "1", "1", "2", "2", "2"]
        assert re.findall(r"<w15:commentEx [^>]*>", again.part(EXTENDED).decode()) == [
            '<w15:commentEx w15:paraId="0B" w15:done="0"/>',
            '<w15:commentEx w15:paraId="0C" w15:done="1"/>',
        ]
        assert re.findall(r'c:paraId="(..)"', again.part(IDS).decode()) == ["0B"]
        assert re.findall(r'x:durableId="(..)"', again.part(EXTENSIBLE).decode()) == ["B1"]

    def test_dates_are_remembered(self):
        package = opened(p("甲"))
        again = reopened(package, added(package, [SAID]))
        assert strip(again).dates == {SAID.text: SAID.date}
