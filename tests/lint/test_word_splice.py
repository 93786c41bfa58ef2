"""Changes to the bytes of a part: what stands where, and that nothing else moves."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.readers.word import read_word
from disclosure_grammar.readers.word.model import Word
from disclosure_grammar.readers.word.xml import tree
from disclosure_lint.word.escaped import byte_offset
from disclosure_lint.word.names import names
from disclosure_lint.word.splice import Order, Place, Splices, part_of, place_after, place_before
from word_files import MAIN, document, p, r


def word(*body: str) -> Word:
    return read_word(document(*body), "draft.docx")


def spliced(read: Word, *insertions: tuple[Place | None, bytes] | tuple[Place | None, bytes, Order]) -> str:
    """The paragraphs of the body after these insertions."""
    data = part_of(read, read.main)
    splices = Splices(data)
    for place, *rest in insertions:
        assert place is not None
        splices.insert(place, *rest)
    made = splices.made()
    tree(made)
    return re.search(rb"<w:body>(.*)<w:sectPr>", made, re.DOTALL)[1].decode()


def marked(xml: str, first: int, last: int) -> str:
    """A body in which the characters from the first to the last stand between <A/> and <B/>."""
    read = word(xml)
    return spliced(
        read,
        (place_before(read, first), b"<A/>", Order.OPENING),
        (place_after(read, last), b"<B/>", Order.CLOSING),
    )


def run(text: str, tag: str = "<w:r>", attributes: str = "") -> str:
    return f"{tag}<w:t{attributes}>{text}</w:t></w:r>"


KEEP = ' xml:space="preserve"'
BOLD = "<w:r><w:rPr><w:b/></w:rPr>"

CUTS = [
    pytest.param(run("甲乙丙"), 1, 1, run("甲") + "<A/>" + run("乙") + "<B/>" + run("丙"), id="middle-of-a-run"),
    pytest.param(run("甲乙丙"), 0, 2, "<A/>" + run("甲乙丙") + "<B/>", id="whole-run"),
    pytest.param(
        run("甲乙") + run("丙丁"), 1, 2, run("甲") + "<A/>" + run("乙") + run("丙") + "<B/>" + run("丁"), id="two"
    ),
    pytest.param(run("甲乙", BOLD), 1, 1, run("甲", BOLD) + "<A/>" + run("乙", BOLD) + "<B/>", id="formatting"),
    pytest.param(
        run("甲乙", '<w:r w:rsidR="00A1">'),
        0,
        0,
        "<A/>" + run("甲", '<w:r w:rsidR="00A1">') + "<B/>" + run("乙", '<w:r w:rsidR="00A1">'),
        id="attributes-of-the-run",
    ),
    pytest.param(
        run("甲 乙", attributes=KEEP),
        2,
        2,
        run("甲 ", attributes=KEEP) + "<A/>" + run("乙", attributes=KEEP) + "<B/>",
        id="spaces-kept",
    ),
    pytest.param(
        run("甲 乙"), 2, 2, run("甲 ", attributes=KEEP) + "<A/>" + run("乙", attributes=KEEP) + "<B/>", id="space-saved"
    ),
    pytest.param(
        run("甲 乙", attributes=' xml:space="default"'),
        1,
        1,
        run("甲", attributes=KEEP) + "<A/>" + run(" ", attributes=KEEP) + "<B/>" + run("乙", attributes=KEEP),
        id="space-by-default",
    ),
    pytest.param(
        run("R&amp;D&#x4E00;&#19968;"),
        3,
        3,
        run("R&amp;D") + "<A/>" + run("&#x4E00;") + "<B/>" + run("&#19968;"),
        id="entities",
    ),
    pytest.param(run("𠀀😀乙"), 1, 1, run("𠀀") + "<A/>" + run("😀") + "<B/>" + run("乙"), id="four-byte-characters"),
    pytest.param(
        run("<![CDATA[a&b]]>乙"),
        1,
        1,
        run("<![CDATA[a]]>") + "<A/>" + run("<![CDATA[&]]>") + "<B/>" + run("<![CDATA[b]]>乙"),
        id="cdata",
    ),
    pytest.param(
        "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>",
        1,
        1,
        "<w:r><w:t>甲</w:t></w:r><A/><w:r><w:tab/></w:r><B/><w:r><w:t>乙</w:t></w:r>",
        id="sign-inside-a-run",
    ),
    pytest.param(
        "<w:r><w:rPr><w:b/></w:rPr><w:lastRenderedPageBreak/><w:t>甲</w:t></w:r>",
        0,
        0,
        "<w:r><w:rPr><w:b/></w:rPr><w:lastRenderedPageBreak/></w:r><A/><w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t></w:r><B/>",
        id="something-before-the-first-character",
    ),
    pytest.param(
        f'<w:ins w:id="1" w:author="a">{run("甲乙")}</w:ins>',
        0,
        0,
        f'<w:ins w:id="1" w:author="a"><A/>{run("甲")}<B/>{run("乙")}</w:ins>',
        id="in-an-insertion",
    ),
]


@pytest.mark.parametrize(("xml", "first", "last", "expected"), CUTS)
def test_marks_around_characters(xml, first, last, expected):
    assert marked(f"<w:p>{xml}</w:p>", first, last) == f"<w:p>{expected}</w:p>"


def test_several_cuts_in_one_run():
    read = word(f"<w:p>{run('甲乙丙丁')}</w:p>")
    made = spliced(read, *((place_before(read, at), b"<M/>") for at in (3, 1, 2, 1)))
    expected = f"{run('甲')}<M/><M/>{run('乙')}<M/>{run('丙')}<M/>{run('丁')}"
    assert made == f"<w:p>{expected}</w:p>"


def test_a_tracked_change_of_formatting_has_another_number_in_the_second_half():
    change = '<w:rPrChange w:id="{}" w:author="王"><w:rPr/></w:rPrChange>'
    bold = "<w:b/>" + change
    read = word(p('<w:bookmarkStart w:id="1" w:name="a"/>', r("甲乙", bold.format(2)), '<w:bookmarkEnd w:id="1"/>'))
    made = spliced(read, (place_before(read, 1), b"<!--here-->"))
    assert r("甲", bold.format(2)) + "<!--here-->" + r("乙", bold.format(3)) in made


def test_order_at_one_place():
    read = word(f"<w:p>{run('甲乙')}</w:p>")
    place = place_before(read, 1)
    insertions = [
        (b"<O1/>", Order.OPENING),
        (b"<C1/>", Order.CLOSING),
        (b"<M/>", Order.BETWEEN),
        (b"<C2/>", Order.CLOSING),
        (b"<O2/>", Order.OPENING),
    ]
    made = spliced(read, *((place, *each) for each in insertions))
    assert made == f"<w:p>{run('甲')}<C1/><C2/><M/><O1/><O2/>{run('乙')}</w:p>"


def test_an_end_and_a_start_between_two_runs_are_one_place():
    read = word(f"<w:p>{run('甲')}{run('乙')}</w:p>")
    made = spliced(
        read, (place_before(read, 1), b"<S/>", Order.OPENING), (place_after(read, 0), b"<E/>", Order.CLOSING)
    )
    assert made == f"<w:p>{run('甲')}<E/><S/>{run('乙')}</w:p>"


def test_the_end_of_a_paragraph_is_no_place():
    read = word(p("甲"), p("乙"))
    assert place_before(read, 1) is None
    assert place_after(read, 1) is None


def test_a_character_deeper_in_a_run_leaves_the_run_whole():
    inner = "<mc:AlternateContent><mc:Choice Requires='w14'><w:t>甲乙</w:t></mc:Choice></mc:AlternateContent>"
    read = word(f"<w:p><w:r>{inner}</w:r></w:p>")
    assert read.source.text == "甲乙\n"
    for first, last in ((0, 1), (1, 1), (0, 0)):
        made = spliced(read, (place_before(read, first), b"<S/>"), (place_after(read, last), b"<E/>"))
        assert made == f"<w:p><S/><w:r>{inner}</w:r><E/></w:p>"


def test_characters_of_one_element_stay_together():
    base, formula = (
        "<w:rubyBase><w:r><w:t>青岚</w:t></w:r></w:rubyBase>",
        "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>",
    )
    read = word(f"<w:p><w:r><w:t>甲</w:t><w:ruby>{base}</w:ruby></w:r>{formula}</w:p>")
    assert read.source.text == "甲青岚a=b\n"
    for first, last in ((1, 2), (1, 1), (2, 2)):
        made = spliced(read, (place_before(read, first), b"<S/>"), (place_after(read, last), b"<E/>"))
        assert made == f"<w:p>{run('甲')}<S/><w:r><w:ruby>{base}</w:ruby></w:r><E/>{formula}</w:p>"
    made = spliced(read, (place_before(read, 4), b"<S/>"), (place_after(read, 4), b"<E/>"))
    assert made.endswith(f"</w:r><S/>{formula}<E/></w:p>")


class TestSplices:
    def test_nothing_changes_nothing(self):
        assert Splices(b"abc").made() == b"abc"

    def test_replacements_and_insertions_beside_them(self):
        splices = Splices(b"abcdef")
        splices.replace(2, 4, b"X")
        splices.replace(2, 4, b"X")
        splices.insert(4, b"behind")
        splices.insert(2, b"before")
        assert splices.made() == b"abbeforeXbehindef"

    @pytest.mark.parametrize("second", [(1, 3), (3, 5), (2, 3)])
    def test_overlapping_replacements_are_refused(self, second):
        splices = Splices(b"abcdef")
        splices.replace(2, 4, b"X")
        splices.replace(*second, b"Y")
        with pytest.raises(ValueError, match="overlap"):
            splices.made()

    def test_an_insertion_inside_a_replaced_stretch_is_refused(self):
        splices = Splices(b"abcdef")
        splices.replace(2, 4, b"X")
        splices.insert(3, b"Y")
        with pytest.raises(ValueError, match="overlap"):
            splices.made()

    def test_different_cuts_at_one_place_are_refused(self):
        splices = Splices(b"abc")
        splices.insert(Place("p", 1, b"<", b">"), b"")
        with pytest.raises(ValueError, match="cuts"):
            splices.insert(1, b"")


@given(
    st.lists(
        st.sampled_from(
            [
                "甲",
                "a",
                " ",
                "&amp;",
                "&#x20;",
                "😀",
                "<!--x-->",
                "<?x y?>",
                "<![CDATA[&<]]>",
                "<![CDATA[]]>",
                "\r\n",
                "é",
            ]
        )
    )
)
def test_byte_offsets_agree_with_an_xml_parser(tokens):
    data = f"<t>{''.join(tokens)}</t>".encode()
    first, last = 3, len(data) - 4
    text = tree(data).text
    for index in range(len(text) + 1):
        at, in_cdata = byte_offset(data, first, last, index)
        close, reopen = (b"]]>", b"<![CDATA[") if in_cdata else (b"", b"")
        assert tree(data[:at] + close + b"</t>").text == text[:index]
        assert tree(b"<t>" + reopen + data[at:]).text == text[index:]


@given(st.data())
def test_any_cuts_leave_the_text_as_it_was(data):
    words = st.text(st.sampled_from("甲乙 &<😀x"), min_size=1, max_size=5)
    paragraphs = data.draw(st.lists(st.lists(words, max_size=3), min_size=1, max_size=3))
    read = word(*(p(*(r(each, "<w:b/>") for each in runs)) for runs in paragraphs))
    offsets = data.draw(st.lists(st.integers(0, len(read.source.text) - 1), max_size=6))
    places = [place for at in offsets for place in (place_before(read, at), place_after(read, at)) if place is not None]
    splices = Splices(part_of(read, read.main))
    for place in places:
        splices.insert(place, b"<w:bookmarkStart/>")
    again = read_word(read.package.rewritten({read.main: splices.made()}), "draft.docx")
    assert again.source.text == read.source.text
    assert all(
        piece.run is None or b"<w:b/>" in part_of(again, read.main)[slice(*piece.run.properties)]
        for piece in again.pieces
    )


STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NAMES = [
    pytest.param(f'<w:document xmlns:w="{MAIN}"/>', "w", "", MAIN, id="usual"),
    pytest.param(f'<w:document xmlns:w="{STRICT}"/>', "w", "", STRICT, id="strict"),
    pytest.param(
        f"<?xml version='1.0'?><!-- c --><ns0:document xmlns:ns0='{MAIN}'/>", "ns0", "", MAIN, id="another-prefix"
    ),
    pytest.param(f'<document xmlns="{MAIN}"/>', "w", f' xmlns:w="{MAIN}"', MAIN, id="no-prefix"),
    pytest.param(
        f'<x:d xmlns:x="{STRICT}"><y xmlns:x="u"/></x:d>', "w", f' xmlns:w="{STRICT}"', STRICT, id="bound-anew"
    ),
    pytest.param(f'<d xmlns="{MAIN}" xmlns:w="other"/>', "w0", f' xmlns:w0="{MAIN}"', MAIN, id="prefix-taken"),
]


@pytest.mark.parametrize(("data", "prefix", "declaration", "namespace"), NAMES)
def test_names(data, prefix, declaration, namespace):
    found = names(data.encode())
    assert found == (prefix.encode(), declaration.encode(), namespace.encode())


@pytest.mark.parametrize(
    "root", [f'<w:d xmlns:w="{MAIN}">', f'<d xmlns="{MAIN}" xmlns:w="other">', f'<x:d xmlns:x="{STRICT}">']
)
def test_an_element_written_by_these_names_is_of_the_main_namespace(root):
    close = f"</{root[1:].split()[0]}>"
    found = names(f"{root}{close}".encode())
    data = root.encode() + b'<%s%s %s="7"/>' % (found.tag("p"), found.declaration, found.tag("id")) + close.encode()
    (element,) = tree(data).children
    assert (element.name, element.attributes) == ("w:p", {"w:id": "7"})
