"""What a file says of its text beside the characters: rows, notes, margins, headings, soft breaks, positions in the file."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Block, Layout, Part, Position, Positions, Source, Span
from disclosure_grammar.tree import Document, Kind


def laid_out(*parts: tuple[str, Part | None, int] | str) -> Document:
    """A Word draft of these stretches: the text of each (its lines), what part it is, its number; a bare string is body."""
    text, blocks = "", []
    for part in parts:
        words, kind, number = part if isinstance(part, tuple) else (part, None, 0)
        if kind is not None:
            blocks.append(Block(Span(len(text), len(text) + len(words) + 1), kind, number))
        text += words + "\n"
    return parse(Source("draft.docx", text, layout=Layout("docx", tuple(blocks))))


def row(start: int, *cells: Sequence[str]) -> tuple[str, Block]:
    """The text of a table row whose cells hold these paragraphs, and its block."""
    text, spans = "", []
    for paragraphs in cells:
        words = "\n".join(paragraphs)
        spans.append(Span(start + len(text), start + len(text) + len(words)))
        text += words + "\n"
    return text, Block(Span(start, start + len(text)), Part.ROW, 1, 1, tuple(spans))


def test_a_row_is_one_leaf_whose_cells_keep_their_places():
    before = "整改任务表\n"
    text, block = row(len(before), ["1"], ["加强学习。", "完善制度。"], [""], ["2026年6月底前"])
    document = parse(Source("plan.docx", before + text + "完。\n", layout=Layout("docx", (block,))))
    (leaf,) = document.of(Kind.ROW)
    assert [cell.text for cell in leaf.cells] == ["1", "加强学习。\n完善制度。", "", "2026年6月底前"]
    assert leaf.text == "1\t加强学习。\n完善制度。\t\t2026年6月底前"
    limit = leaf.cells[3].span(0, 9)
    assert document.source.slice(limit) == "2026年6月底前"
    assert document.source.place(limit.start) == Position(6, 1)
    assert [leaf.kind for leaf in document.leaves] == [Kind.TITLE, Kind.ROW, Kind.PARAGRAPH]


def test_a_wide_cell_leaves_its_further_columns_empty():
    block = Block(Span(0, 6), Part.ROW, 1, 1, (Span(0, 2), Span(2, 2), Span(3, 5)))
    document = parse(Source("plan.docx", "合计\n3项\n", layout=Layout("docx", (block,))))
    (leaf,) = document.of(Kind.ROW)
    assert [cell.text for cell in leaf.cells] == ["合计", "", "3项"]
    assert leaf.text == "合计\t3项"


def test_a_last_cell_may_end_in_empty_paragraphs():
    text, block = row(0, ["制度不全"], ["2026年6月", "", ""], ["", "", ""])
    (leaf,) = parse(Source("plan.docx", text, layout=Layout("docx", (block,)))).of(Kind.ROW)
    assert [cell.text for cell in leaf.cells] == ["制度不全", "2026年6月", ""]


def test_what_is_printed_below_the_signature_may_stand_in_a_table():
    text, blocks = "关于整改进展情况的通报\n正文。\n青岚县水利局\n2026年2月26日\n", []
    for cells in ([["抄送："], ["县委巡察办。"]], [["青岚县水利局办公室"], ["2026年2月27日印发"]]):
        words, block = row(len(text), *cells)
        text, blocks = text + words, [*blocks, block]
    document = parse(Source("draft.docx", text, layout=Layout("docx", tuple(blocks))))
    assert [leaf.kind for leaf in document.leaves[2:]] == [Kind.SIGNATORY, Kind.DATE, Kind.NOTE, Kind.NOTE]


def test_rows_are_no_lines_of_the_grammar():
    text, block = row(0, ["一、", "二、"], ["联系电话：0717-5550132"])
    document = parse(Source("plan.docx", text, layout=Layout("docx", (block,))))
    assert [leaf.kind for leaf in document.leaves] == [Kind.ROW]


def test_notes_and_margins_stand_behind_the_document_and_do_not_disturb_its_end():
    document = laid_out(
        "青岚县人民法院关于巡察整改进展情况的通报",
        "一、整改落实情况",
        "已完成11个。",
        "青岚县人民法院",
        "2026年8月3日",
        ("截至2026年6月30日。", Part.FOOTNOTE, 1),
        ("一、页眉不是标题", Part.HEADER, 0),
        ("— 3 —", Part.FOOTER, 0),
    )
    assert [leaf.kind for leaf in document.leaves][-5:] == [
        Kind.SIGNATORY,
        Kind.DATE,
        Kind.FOOTNOTE,
        Kind.MARGIN,
        Kind.MARGIN,
    ]
    assert [leaf.text for leaf in document.leaves][-3:] == ["截至2026年6月30日。", "一、页眉不是标题", "— 3 —"]
    assert document.leaves[-3] in document.prose
    assert document.leaves[-1] not in document.prose
    assert len(document.sections) == 1


def test_an_empty_margin_belongs_to_what_stands_before_it():
    document = laid_out("正文。", (" ", Part.HEADER, 0))
    assert [leaf.kind for leaf in document.leaves] == [Kind.PARAGRAPH]
    assert document.leaves[-1].span.end == len(document.source.text)


def test_a_heading_style_makes_a_caption_of_a_line_without_a_number():
    document = laid_out("一、整改情况", ("主动担当，扛牢责任", Part.HEADING, 2), "已完成11个。")
    assert Kind.CAPTION in [leaf.kind for leaf in document.leaves]


def test_a_title_style_makes_a_title():
    document = laid_out(("云溪市第二人民医院", Part.HEADING, 1), "一、整改情况", "已完成11个。")
    assert document.leaves[0].kind is Kind.TITLE


def test_a_title_of_several_lines_and_paragraphs_is_a_title_to_its_last_word():
    document = laid_out(
        ("中共云溪市水利局党组", Part.HEADING, 1),
        ("关于市委第四巡察组\v反馈意见整改进展情况的通报", Part.HEADING, 1),
        "一、整改情况",
        "已完成11个。",
    )
    assert [leaf.text for leaf in document.of(Kind.TITLE)] == [
        "中共云溪市水利局党组",
        "关于市委第四巡察组",
        "反馈意见整改进展情况的通报",
    ]


def test_a_soft_break_ends_a_line_of_the_grammar_and_no_line_that_is_counted():
    document = laid_out("一、整改情况\v已完成11个。\v\v二、下一步", "继续推进。")
    assert [(leaf.kind, leaf.text) for leaf in document.leaves] == [
        (Kind.HEADING, "一、整改情况"),
        (Kind.PARAGRAPH, "已完成11个。"),
        (Kind.HEADING, "二、下一步"),
        (Kind.PARAGRAPH, "继续推进。"),
    ]
    second = document.sections[1]
    assert document.source.place(second.span.start) == Position(1, 17)


def test_a_vertical_tab_in_a_text_file_is_no_line_end():
    document = parse(Source("draft.txt", "甲\v乙。\n"))
    assert [leaf.text for leaf in document.leaves] == ["甲\v乙。"]


@pytest.mark.parametrize(
    ("offset", "place"),
    [
        pytest.param(0, (3, 5), id="first"),
        pytest.param(2, (3, 7), id="inside-a-piece"),
        pytest.param(3, (5, 1), id="next-piece"),
        pytest.param(4, (5, 2), id="end-of-text"),
    ],
)
def test_positions_lead_to_the_lines_of_the_file(offset, place):
    positions = Positions(((0, 14), (3, 30)), (0, 4, 10, 25, 30))
    source = Source("page.html", "甲乙丙丁", layout=Layout("html", positions=positions))
    assert source.place(offset) == Position(*place)
    assert source.position(offset) == Position(1, offset + 1)


_WORDS = st.text(st.sampled_from("一二、（1）.。，甲乙：\v\t 　年月日|#<!-->"), max_size=12)
_PARTS = st.sampled_from([None, None, *Part])


@given(st.lists(st.tuples(_WORDS, _PARTS), max_size=12))
def test_the_leaves_cover_any_layout_in_order(parts):
    behind = (Part.FOOTNOTE, Part.ENDNOTE, Part.HEADER, Part.FOOTER)
    body = [part for part in parts if part[1] not in behind]
    end = [part for part in parts if part[1] in behind]
    text, blocks = "", []
    for words, part in [*body, *end]:
        start = len(text)
        text += words + "\n"
        if part is not None:
            cells = (Span(start, len(text) - 1),) if part is Part.ROW else ()
            blocks.append(Block(Span(start, len(text)), part, 1, 1, cells))
    document = parse(Source("draft.docx", text, layout=Layout("docx", tuple(blocks))))
    at = 0
    for leaf in document.leaves:
        assert leaf.span.start == at
        at = leaf.span.end
        for index, character in enumerate(leaf.text):
            original = text[leaf.prose.offset(index)]
            assert character == original or ((original, character) in (("\n", "\t"), ("\v", "\n")))
    assert at == len(text)


_LABELS = Layout("docx", generated=(Span(0, 2), Span(5, 8)))


@pytest.mark.parametrize(
    ("start", "end", "touches"),
    [
        pytest.param(0, 0, True, id="before-a-label"),
        pytest.param(1, 1, True, id="into-a-label"),
        pytest.param(2, 2, False, id="behind-a-label"),
        pytest.param(2, 5, False, id="between-labels"),
        pytest.param(1, 3, True, id="over-an-edge"),
        pytest.param(4, 9, True, id="around-a-label"),
        pytest.param(8, 9, False, id="behind-the-last"),
    ],
)
def test_what_is_generated_takes_no_edit(start, end, touches):
    assert _LABELS.is_generated(Span(start, end)) is touches
