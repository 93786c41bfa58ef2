"""Corrections in a Word document: exactly the words, in their formatting, and tracked changes that can be accepted or rejected."""

from __future__ import annotations

import io
import random
import re
import shutil
import subprocess
import zipfile
from datetime import datetime
from xml.etree import ElementTree

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_grammar.readers.word import read_word
from disclosure_grammar.source import Span
from disclosure_lint.fixing import Obstacle
from disclosure_lint.rule import Edit
from disclosure_lint.word.editable import Editable
from disclosure_lint.word.revise import Tracking, revise
from word_files import MAIN, abstract, comment_around, deleted, document, ins, num, p, r, tbl

TRACKING = Tracking(datetime(2026, 11, 20, 9, 30))
MARK = 'w:author="disclosure-lint" w:date="2026-11-20T09:30:00Z"'
BOLD, RED = "<w:b/>", '<w:color w:val="FF0000"/>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2026年</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
NUMBERING = {"word/numbering.xml": abstract(0, ("chineseCountingThousand", "%1、")) + num(1, 0)}

NOTES = {"word/footnotes.xml": f'<w:footnote w:id="2">{p("注,")}</w:footnote>'}


def body(data: bytes) -> str:
    """The paragraphs of a document as they stand in the file."""
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    match = re.search(r"<w:body>(.*)<w:sectPr", xml, re.DOTALL)
    assert match is not None
    return match[1]


def edit(text: str, old: str, new: str) -> Edit:
    """Put words in place of others, or, with ``|`` in the place of words that stand on either side, between them."""
    at = text.index(old.replace("|", ""))
    if "|" in old:
        at += old.index("|")
        return Edit(Span(at, at), new)
    return Edit(Span(at, at + len(old)), new)


def revised(data: bytes, *edits: tuple[str, str], tracking: Tracking | None = None) -> bytes:
    word = read_word(data, "x.docx")
    return revise(word, [edit(word.source.text, *each) for each in edits], tracking)


def accepted(data: bytes, *, reject: bool = False) -> str:
    """The text after Word has accepted or rejected all changes of ours, worked out on the XML."""
    root = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    out, gone = (f"{{{MAIN}}}ins", f"{{{MAIN}}}del") if reject else (f"{{{MAIN}}}del", f"{{{MAIN}}}ins")
    texts = []

    def walk(element: ElementTree.Element, mine: bool) -> None:
        if element.tag == out and element.get(f"{{{MAIN}}}author") == "disclosure-lint":
            return
        if element.tag == f"{{{MAIN}}}p" and texts:
            texts.append("\n")
        if element.tag in (f"{{{MAIN}}}t", f"{{{MAIN}}}delText") and (element.tag.endswith("}t") or mine):
            texts.append(element.text or "")
        for child in element:
            walk(child, mine or (element.tag == gone and element.get(f"{{{MAIN}}}author") == "disclosure-lint"))

    walk(root, mine=False)
    return "".join(texts)


@pytest.mark.parametrize(
    ("content", "edits", "expected"),
    [
        ([r("通报1次,收回")], [(",", "，")], [r("通报1次，收回")]),
        ([r("通报", BOLD), r("1次。。", RED)], [("。。", "。")], [r("通报", BOLD), r("1次。", RED)]),
        ([r("通报", BOLD), r("1次", RED)], [("次|\n", "。")], [r("通报", BOLD), r("1次。", RED)]),
        ([r("通报", BOLD), r("1次", RED)], [("通报|1次", "共")], [r("通报共", BOLD), r("1次", RED)]),
        ([r("通报", BOLD), r("1次", RED)], [("报1", "告2")], [r("通告2", BOLD), r("次", RED)]),
        ([r("于2024-8-3印发")], [("2024-8-3", "2024年8月3日")], [r("于2024年8月3日印发")]),
        ([r("2024", BOLD), r("-8-3", RED)], [("2024-8-3", "2024年8月3日")], [r("2024", BOLD), r("年8月3日", RED)]),
        ([r("于", BOLD), r("24年", RED)], [("24年", "2024年")], [r("于", BOLD), r("2024年", RED)]),
        ([r("通报"), r("1次")], [("1次", "")], [r("通报"), "<w:r></w:r>"]),
        (['<w:r><w:t>a&amp;b&#x4E00;&lt;,</w:t></w:r>'], [(",", "<，")], ["<w:r><w:t>a&amp;b一&lt;&lt;，</w:t></w:r>"]),
        (['<w:r><w:t>通报</w:t></w:r>'], [("|通", " ")], ['<w:r><w:t xml:space="preserve"> 通报</w:t></w:r>']),
        (['<w:r><w:t xml:space="default"> 通报 </w:t></w:r>'], [("报", "告")], ['<w:r><w:t xml:space="default">通告</w:t></w:r>']),
        (['<w:r><w:t>一,</w:t><w:tab/><w:t>二,</w:t></w:r>'], [("一,", "一，"), ("二,", "二，")],
         ["<w:r><w:t>一，</w:t><w:tab/><w:t>二，</w:t></w:r>"]),
        ([FIELD, r("印发,")], [(",", "。")], [FIELD, r("印发。")]),
        ([FIELD, r("印发")], [("|印发", "于")], [FIELD, r("于印发")]),
        ([ins(r("新增,"))], [(",", "。")], [ins(r("新增。"))]),
    ],
    ids=[
        "one-mark", "formatting", "at-the-end", "between-runs", "over-runs", "smallest", "smallest-over-runs", "in-its-own-run", "nothing-left", "entities",
        "space-counts", "spaces-that-do-not-count", "signs-between", "behind-a-field", "right-behind-a-field", "in-an-insertion",
    ],
)  # fmt: skip
def test_plain_corrections(content, edits, expected):
    assert body(revised(document(p(*content)), *edits)) == p(*expected)


def del_(text: str, properties: str = "", number: int = 1) -> str:
    run = r(text, properties).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
    return f'<w:del w:id="{number}" {MARK}>{run}</w:del>'


def ins_(text: str, properties: str = "", number: int = 1) -> str:
    return f'<w:ins w:id="{number}" {MARK}>{r(text, properties)}</w:ins>'


@pytest.mark.parametrize(
    ("content", "edits", "expected"),
    [
        ([r("通报,收回", BOLD)], [(",", "，")], [r("通报", BOLD), del_(",", BOLD), ins_("，", BOLD, 2), r("收回", BOLD)]),
        ([r("通报。。")], [("。。", "。")], [r("通报。"), del_("。")]),
        ([r("通报", BOLD)], [("|通", "一、")], [ins_("一、", BOLD), r("通报", BOLD)]),
        ([r("通报")], [("报|\n", "。")], [r("通报"), ins_("。")]),
        ([r("通报", BOLD), r("1次", RED)], [("报1", "告")], [r("通", BOLD), del_("报", BOLD), ins_("告", BOLD, 2), del_("1", RED, 3), r("次", RED)]),
        ([r("一,二,三")], [(",", "，"), ("二,三", "二，三")],
         [r("一"), del_(","), ins_("，", number=2), r("二"), del_(",", number=3), ins_("，", number=4), r("三")]),
        ([ins(r("新增,项", BOLD), 7)], [(",", "，")],
         [ins(r("新增", BOLD) + del_(",", BOLD) + "</w:ins>" + ins_("，", BOLD, 2) + ins("", 3).removesuffix("</w:ins>") + r("项", BOLD), 7)]),
        ([ins(r("新增"), 7)], [("增|\n", "。")], [ins(r("新增"), 7), ins_("。"), ]),
        ([ins(r("新"), 7), r("增")], [("|新", "已")], [ins_("已"), ins(r("新"), 2).replace(' w:id="7"', ""), r("增")]),
        (['<w:r><w:t>一,</w:t><w:tab/><w:t>二</w:t></w:r>'], [("一,", "一")],
         ["<w:r><w:t>一</w:t></w:r>", del_(",").replace(' xml:space="preserve"', ""), "<w:r><w:tab/><w:t>二</w:t></w:r>"]),
    ],
    ids=["replace", "delete", "before", "behind", "over-runs", "several-in-a-run", "in-an-insertion", "behind-an-insertion", "before-an-insertion",
        "before-a-sign"],
)  # fmt: skip
def test_tracked_corrections(content, edits, expected):
    assert body(revised(document(p(*content)), *edits, tracking=TRACKING)) == p(*expected)


def test_numbers_of_marks_are_new():
    data = document(
        p('<w:bookmarkStart w:id="1" w:name="a"/>', r("通报,"), '<w:bookmarkEnd w:id="1"/>'), p(ins(r("收回"), 2))
    )
    found = re.findall(
        r'<w:(?:ins|del) w:id="(\d+)" w:author="disclosure-lint"', body(revised(data, (",", "。"), tracking=TRACKING))
    )
    assert found == ["3", "4"]


def test_a_tracked_change_of_formatting_has_a_number_of_its_own_in_every_run():
    data = document(p(r("通报,收回", BOLD + '<w:rPrChange w:id="9" w:author="王"><w:rPr/></w:rPrChange>')))
    made = body(revised(data, (",", "。"), tracking=TRACKING))
    assert re.findall(r'rPrChange w:id="(\d+)"', made) == ["9", "2", "4", "5"]
    assert body(revised(data, (",", "。"))) == body(data).replace(",", "。")


def test_side_by_side_with_a_tracked_deletion_between_them():
    """Two marks that are corrected each on its own, although together they could not be."""
    word = read_word(document(p(r("（甲)"), deleted("旧"), r(",乙"))), "x.docx")
    assert Editable(word).obstacle(Span(2, 4)) is Obstacle.CHANGE
    edits = [Edit(Span(2, 3), "）"), Edit(Span(3, 4), "，")]
    for tracking in (None, TRACKING):
        made = revise(word, edits, tracking)
        assert read_word(made, "x.docx").source.text == "（甲），乙\n"
        assert deleted("旧") in body(made)


HINDERED = document(
    p("总则", num=(1, 0)),
    p(r("于"), FIELD, r("印发")),
    p(r("左"), "<w:r><w:tab/></w:r>", r("右")),
    p(r("前"), deleted("旧"), r("后")),
    p(),
    p(FIELD),
    parts=NUMBERING,
)


@pytest.mark.parametrize(
    ("old", "obstacle"),
    [
        ("一", Obstacle.GENERATED),
        ("、总", Obstacle.GENERATED),
        ("|一、总", Obstacle.GENERATED),
        ("一|、总", Obstacle.GENERATED),
        ("、|总", None),
        ("总则", None),
        ("2026", Obstacle.FIELD),
        ("于2", Obstacle.FIELD),
        ("20|26", Obstacle.FIELD),
        ("于|2", None),
        ("年|印", None),
        ("\t", Obstacle.SIGN),
        ("左\t右", Obstacle.SIGN),
        ("左|\t", None),
        ("\t|右", None),
        ("则\n于", Obstacle.PARAGRAPH),
        ("\n", Obstacle.PARAGRAPH),
        ("前后", Obstacle.CHANGE),
        ("前", None),
        ("前|后", None),
        ("后\n|\n", Obstacle.PARAGRAPH),
        ("\n\n|2026", Obstacle.FIELD),
    ],
)
def test_what_cannot_be_changed(old, obstacle):
    word = read_word(HINDERED, "x.docx")
    assert word.source.text == "一、总则\n于2026年印发\n左\t右\n前后\n\n2026年\n"
    change = edit(word.source.text, old, "新")
    assert Editable(word).obstacle(change.span) is obstacle
    if obstacle is None:
        text = word.source.text
        after = text[: change.span.start] + "新" + text[change.span.end :]
        for tracking in (None, TRACKING):
            assert read_word(revise(word, [change], tracking), "x.docx").source.text == after
    else:
        with pytest.raises(ValueError, match="cannot be made"):
            revise(word, [change])


def test_words_take_the_place_of_all_stories():
    data = document(
        p("正文,"),
        tbl(["单元格,", "另一格"]),
        parts={"word/header1.xml": p("页眉,"), "word/footer1.xml": p("页脚")},
    )
    word = read_word(data, "x.docx")
    edits = [Edit(Span(at, at + 1), "，") for at, one in enumerate(word.source.text) if one == ","]
    assert len(edits) == 3
    for tracking in (None, TRACKING):
        after = revise(word, edits, tracking)
        assert read_word(after, "x.docx").source.text == word.source.text.replace(",", "，")
        with zipfile.ZipFile(io.BytesIO(after)) as new, zipfile.ZipFile(io.BytesIO(data)) as old:
            changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
        assert changed == {"word/document.xml", "word/header1.xml"}


def test_a_file_with_names_of_its_own():
    data = document(p(r("通报,", BOLD)))
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    strange = (
        xml.replace(f'xmlns:w="{MAIN}"', f'xmlns="{MAIN}" xmlns:q="{MAIN}"').replace("<w:", "<").replace("</w:", "</")
    )
    strange = strange.replace("w:val", "q:val")
    again = document(raw={"word/document.xml": strange.encode()})
    for tracking in (None, TRACKING):
        after = revised(again, (",", "。"), tracking=tracking)
        assert read_word(after, "x.docx").source.text == "通报。\n"
        assert read_word(after, "x.docx", "original").source.text == ("通报,\n" if tracking else "通报。\n")


def text_box(run: str) -> str:
    """A drawing with a paragraph in it, and the same again for programs that do not know drawings."""
    inner = f"<w:txbxContent><w:p>{run}</w:p></w:txbxContent>"
    shape = f"<wp:inline><a:graphic><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphic></wp:inline>"
    choice = f'<mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"


def twice(first: str, second: str) -> str:
    """A run with a text box for programs that know drawings, and another one for those that do not."""
    return text_box(first).replace(
        f"<v:textbox><w:txbxContent><w:p>{first}", f"<v:textbox><w:txbxContent><w:p>{second}"
    )


BINDING = '<w:dataBinding w:xpath="/x" w:storeItemID="{0}"/>'
FALLBACK = f'<mc:AlternateContent><mc:Choice Requires="w14">{r("甲,")}</mc:Choice><mc:Fallback>{{}}</mc:Fallback></mc:AlternateContent>'


@pytest.mark.parametrize(
    "content",
    [
        text_box(r("甲,", BOLD)),
        text_box(r("旧") + text_box(r("甲,"))),
        text_box(ins(r("甲,"))),
        f"<w:r>{text_box(r('上')).removeprefix('<w:r>').removesuffix('</w:r>')}<w:br/></w:r>" + text_box(r("甲,")),
        FALLBACK.format(r("甲,")),
    ],
    ids=["text-box", "nested", "in-an-insertion", "second-of-two", "alternative-runs"],
)
def test_a_copy_for_older_programs_is_corrected_with_it(content):
    data = document(p("正文。", content))
    for tracking in (None, TRACKING):
        made = body(revised(data, (",", "，"), tracking=tracking))
        first, *others = (re.sub(r'w:id="\d+"', "", each) for each in re.findall(r"甲.*?，", made))
        assert len(others) == body(data).count("甲,") - 1 > 0
        assert all(other == first for other in others)


@pytest.mark.parametrize(
    ("content", "obstacle"),
    [
        (twice(r("甲,"), r("甲,", BOLD)), Obstacle.COPY),
        (twice(r("甲,"), r("甲") + r(",")), Obstacle.COPY),
        (twice(r("甲,"), ""), None),
        (FALLBACK.format(r("甲")), Obstacle.COPY),
        (FALLBACK.format("<w:r><w:pict/></w:r>"), None),
        (f"<w:sdt><w:sdtPr>{BINDING}</w:sdtPr><w:sdtContent>{r('甲,')}</w:sdtContent></w:sdt>", Obstacle.COPY),
        (f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{r('甲,')}</w:sdtContent></w:sdt>", None),
    ],
    ids=["formatting", "runs", "no-fallback", "other-words", "picture", "data-bound", "not-bound"],
)
def test_words_that_differ_from_their_copy_stay(content, obstacle):
    word = read_word(document(p("正文。", content)), "x.docx")
    assert Editable(word).obstacle(edit(word.source.text, ",", "，").span) is obstacle


def test_a_copy_in_a_header_is_corrected_with_it():
    data = document(p("正文。"), parts={"word/header1.xml": p(text_box(r("甲,")))})
    made = zipfile.ZipFile(io.BytesIO(revised(data, (",", "，"))))
    assert made.read("word/header1.xml").decode().count("甲，") == 2


RUNS = st.sampled_from(["", BOLD, RED])
WORDS = st.text("一二,。 &<a", min_size=1, max_size=5)


@st.composite
def drafts(draw):
    """A document of random runs in random wrappers, with random edits."""
    random_ = random.Random(draw(st.integers(0, 1 << 30)))
    wrappers = [
        lambda run: run,
        lambda run: run,
        lambda run: ins(run, random_.randrange(50, 90)),
        lambda run: f'<w:hyperlink w:anchor="a">{run}</w:hyperlink>',
        lambda run: f"<w:sdt><w:sdtContent>{run}</w:sdtContent></w:sdt>",
        lambda run: run + deleted("旧", random_.randrange(90, 99)),
        lambda run: run + "<w:r><w:tab/></w:r>",
        lambda run: FIELD + run,
        lambda run: f'<w:smartTag w:element="a">{run}</w:smartTag>',
        lambda run: f'<w:moveTo w:id="49" w:author="王">{run}</w:moveTo>',
        lambda run: f'<w:ins w:id="48" w:author="王"><w:smartTag w:element="a">{run}</w:smartTag></w:ins>',
        lambda run: f'<w:fldSimple w:instr="REF a">{run}</w:fldSimple>',
        lambda run: comment_around(run, random_.randrange(20, 30)),
        lambda run: run.replace("</w:t></w:r>", '</w:t><w:footnoteReference w:id="2"/></w:r>'),
        lambda run: run.replace("</w:t></w:r>", "</w:t><w:br/><w:t>续<![CDATA[<,>]]></w:t></w:r>"),
        lambda run: run.replace("<w:b/>", '<w:b/><w:rPrChange w:id="47" w:author="王"><w:rPr/></w:rPrChange>'),
        lambda run: run + text_box(run),
        lambda run: run.replace("</w:t></w:r>", "</w:t>" + text_box(run).removeprefix("<w:r>")),
    ]
    paragraphs = [
        p(
            *(random_.choice(wrappers)(r(draw(WORDS), draw(RUNS))) for _ in range(draw(st.integers(1, 4)))),
            num=random_.choice([None, (1, 0)]),
        )
        for _ in range(draw(st.integers(1, 3)))
    ]
    data = document(*paragraphs, parts=NUMBERING | NOTES)
    word = read_word(data, "x.docx")
    places = sorted(draw(st.lists(st.integers(0, len(word.source.text)), max_size=12, unique=True)))
    spans = [Span(one, other) for one, other in zip(places[::2], places[1::2], strict=False)]
    spans += [Span(place, place) for place in places if all(place not in (span.start, span.end) for span in spans)]
    editable = Editable(word)
    edits = [Edit(span, draw(WORDS)) for span in spans if editable.obstacle(span) is None]
    return data, [each for each in edits if word.source.slice(each.span) != each.text]


@settings(max_examples=60, deadline=None)
@given(drafts())
def test_any_corrections(draft):
    data, edits = draft
    word = read_word(data, "x.docx")
    after = word.source.text
    for each in sorted(edits, key=lambda each: each.span, reverse=True):
        after = after[: each.span.start] + each.text + after[each.span.end :]
    plain, tracked = revise(word, edits), revise(word, edits, TRACKING)
    assert read_word(plain, "x.docx").source.text == after
    assert read_word(tracked, "x.docx").source.text == after
    assert accepted(tracked) == accepted(plain)
    assert accepted(tracked, reject=True) == accepted(data)
    originals = read_word(tracked, "x.docx", "original").source.text, read_word(data, "x.docx", "original").source.text
    assert originals[0] == originals[1]
    once = re.sub("<mc:Fallback>.*?</mc:Fallback>", "", body(tracked))  # which is a copy to the byte, as Word writes it
    numbers = re.findall(r'<w:(?:ins|del) w:id="(\d+)" w:author="disclosure-lint"', once)
    assert len(numbers) == len(set(numbers))
    assert body(plain).count("<w:b/>") == body(data).count("<w:b/>")
    docx.Document(io.BytesIO(plain))
    docx.Document(io.BytesIO(tracked))
    if not edits:
        assert plain == tracked == data


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_result(tmp_path):
    data = document(
        p("关于整改情况的通报"),
        p("总则", num=(1, 0)),
        p(r("通报", BOLD), r("1次,", RED), ins(r("新增,项")), deleted("旧的"), FIELD),
        tbl(["左,", "右"]),
        parts=NUMBERING,
    )
    word = read_word(data, "x.docx")
    edits = [Edit(Span(at, at + 1), "，") for at, one in enumerate(word.source.text) if one == ","]
    (tmp_path / "plain.docx").write_bytes(revise(word, edits))
    (tmp_path / "tracked.docx").write_bytes(revise(word, edits, TRACKING))
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--convert-to",
        "docx:MS Word 2007 XML",
    ]
    drafts = [str(tmp_path / "plain.docx"), str(tmp_path / "tracked.docx")]
    subprocess.run([*command, "--outdir", str(tmp_path / "out"), *drafts], check=True, capture_output=True, timeout=120)
    plain, tracked = (tmp_path / "out" / "plain.docx").read_bytes(), (tmp_path / "out" / "tracked.docx").read_bytes()
    text = word.source.text.replace(",", "，")
    for each in (plain, tracked):  # which brings the date in the field up to date
        assert re.sub(r"项.*日", "项2026年", read_word(each, "x.docx").source.text) == text
    assert (
        read_word(tracked, "x.docx", "original").source.text.count(",") == 2
    )  # the third stands in what somebody inserted
    assert body(tracked).count('w:author="disclosure-lint"') == 6
