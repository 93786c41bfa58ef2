"""Places in a text: lines, columns, prose with something masked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.source import Position, Prose, Source, Span

TEXTS = st.text(alphabet="一二。a\n\r\u2028\x0c\U00020bb7 ", max_size=60)


@given(TEXTS)
def test_lines_end_at_lf_crlf_and_cr_only(text: str) -> None:
    folded = text.replace("\r\n", "\x00\n").replace("\r", "\n").replace("\x00", "\r")
    starts = [0, *(n + 1 for n, character in enumerate(folded) if character == "\n")]
    assert Source("x", text).line_starts == tuple(starts)


@given(TEXTS, st.integers(0, 60))
def test_positions_count_code_points_from_one(text: str, offset: int) -> None:
    source = Source("x", text)
    offset = min(offset, len(text))
    position = source.position(offset)
    assert source.line_starts[position.line - 1] + position.column - 1 == offset


def test_position_of_astral_characters() -> None:
    assert Source("x", "\U00020bb7野\n家").position(3) == Position(2, 1)
    assert Source("x", "\U00020bb7野\n家").position(1) == Position(1, 2)


def test_line_span_leaves_out_its_end() -> None:
    source = Source("x", "甲\r\n乙丙\n")
    assert source.slice(source.line(1)) == "甲"
    assert source.slice(source.line(2)) == "乙丙"
    assert source.slice(source.line(3)) == ""


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_impossible_spans_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_spans_compare() -> None:
    assert Span(0, 4).contains(Span(1, 4))
    assert not Span(0, 4).contains(Span(3, 5))
    assert Span(0, 2).overlaps(Span(1, 3))
    assert not Span(0, 2).overlaps(Span(2, 3))
    assert Span(1, 2).to(Span(5, 7)) == Span(1, 7)


@st.composite
def masked(draw: st.DrawFn) -> tuple[str, Prose]:
    """A source text and the prose of it that is left when some stretches are hidden."""
    text = draw(st.text(alphabet="甲乙丙丁", min_size=1, max_size=30))
    keep = draw(st.lists(st.booleans(), min_size=len(text), max_size=len(text)))
    pieces, words, before = [], "", False
    for at, kept in enumerate(keep):
        if kept:
            if not before:
                pieces.append((len(words), at))
            words += text[at]
        before = kept
    return text, Prose(words, tuple(pieces) or ((0, 0),))


@given(masked(), st.data())
def test_prose_knows_the_way_back(case: tuple[str, Prose], data: st.DataObject) -> None:
    text, prose = case
    assert "".join(text[prose.offset(n)] for n in range(len(prose.text))) == prose.text
    start = data.draw(st.integers(0, len(prose.text)))
    end = data.draw(st.integers(start, len(prose.text)))
    cut = prose.cut(start, end)
    assert cut.text == prose.text[start:end]
    assert [cut.offset(n) for n in range(len(cut.text))] == [prose.offset(n) for n in range(start, end)]
    if end > start:
        span = prose.span(start, end)
        assert (text[span.start], text[span.end - 1]) == (prose.text[start], prose.text[end - 1])
        assert prose.index(span.start) == start
