"""Widths, line breaks and excerpts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_lint.report import View
from disclosure_lint.report.excerpt import cut
from disclosure_lint.report.layout import cells, wrap
from disclosure_lint.report.words import one_line, visible

WIDE = View("zh")
CONSOLE = View("zh", encoding="gbk")
CHINESE = st.text(alphabet="整改完成率，。（）“”79%a 　𠮷…", max_size=300)


@pytest.mark.parametrize(
    ("text", "width", "console"),
    [
        ("", 0, 0),
        ("abc", 3, 3),
        ("整改", 4, 4),
        ("“整改”", 6, 8),
        ("𠮷", 2, 2),
        ("e\u0301", 1, 1),
        ("　", 2, 2),
        ("…", 1, 2),
    ],
)
def test_cells(text, width, console):
    assert cells(text, WIDE) == width
    assert cells(text, CONSOLE) == console


def test_wrap_keeps_marks_with_their_words():
    lines = list(wrap("核对完成数和总数，再改百分比。（两个数必须算得出97.74%）", 18, WIDE))
    assert "".join(lines) == "核对完成数和总数，再改百分比。（两个数必须算得出97.74%）"
    assert not any(line.startswith(("，", "。", "）")) for line in lines)
    assert not any(line.endswith("（") for line in lines)
    assert any("97.74%" in line for line in lines)


def test_wrap_english_at_spaces():
    assert list(wrap("The text says 97.74%, but it is not.", 17, WIDE)) == [
        "The text says",
        "97.74%, but it",
        "is not.",
    ]


@given(CHINESE, st.integers(8, 60))
def test_wrap_loses_nothing(text, width):
    lines = list(wrap(text, width, WIDE))
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(line for line in lines)


@given(CHINESE, st.integers(20, 120), st.data())
def test_cut_shows_the_place_within_the_width(text, width, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for view in (WIDE, CONSOLE):
        excerpt = cut(text, start, end, width, view)
        assert cells(excerpt.text, view) <= width
        marked = text[start:end]
        assert excerpt.marked == marked or (
            cells(excerpt.marked, view) < cells(marked, view) and excerpt.marked[0] == marked[0]
        )
        dots = "…" if view.unicode else "..."
        assert text[:start].endswith(excerpt.before.removeprefix(dots))
        assert text[end:].startswith(excerpt.after.removesuffix(dots))


def test_cut_prefers_the_end_of_a_clause():
    line = "一是全面排查，二是建立台账，三是逐项销号，反馈的79项问题已完成77项，其余两项年底前完成，四是长期坚持。"
    start = line.index("77项")
    excerpt = cut(line, start, start + 3, 60, WIDE)
    assert excerpt.before.startswith("…反馈的79项") or excerpt.before.startswith("…三是")
    assert excerpt.after.endswith("，…")


def test_cut_drops_the_indent():
    assert cut("\u3000\u3000一是排查。", 2, 4, 80, WIDE).text == "一是排查。"


def test_cut_of_a_long_place_shows_both_ends():
    line = "开" + "整" * 200 + "完"
    excerpt = cut(line, 0, len(line), 40, WIDE)
    assert excerpt.marked.startswith("开")
    assert excerpt.marked.endswith("完")
    assert "…" in excerpt.marked


def test_visible_disarms_what_steers_a_terminal():
    text = "a\x1b[31mb\u202ec\u200bd\te\ud800"
    assert len(visible(text)) == len(text)
    assert not set(visible(text)) & set("\x1b\u202e\u200b\t\ud800")


def test_one_line():
    assert one_line("前一行，\r\n  后一行") == "前一行， 后一行"


@pytest.mark.parametrize("width", range(20, 90))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(width):
    text = "GB/T 9704—2012 第7.3.3条：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注（见附件（二）》）。"
    lines = list(wrap(text, width, View(width=width)))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not any(line[0] in "、。）”》" for line in lines[1:])
    assert not any(line[-1] in "（“《" for line in lines)
    assert all(cells(line, View()) <= width for line in lines)
