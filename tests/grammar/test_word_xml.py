"""Elements know their bytes."""

from __future__ import annotations

import pytest

from disclosure_grammar.readers.unreadable import Unreadable
from disclosure_grammar.readers.word.xml import elements, tree


@pytest.mark.parametrize(
    "before", [b"", b"\xef\xbb\xbf", b"<?xml version='1.0'?>\r\n<!-- a > b -->"], ids=["bare", "mark", "declared"]
)
def test_each_element_is_found_in_the_bytes(before: bytes) -> None:
    data = before + "<a><b/><c d='>' e=\"'/>'\"></c><f >青&amp;<g/>岚</f><h\n/></a>".encode()
    found = {one.name: one for one in tree(data).walk()}
    whole = {name: data[one.start : one.end(data)].decode() for name, one in found.items()}
    inner = {name: data[one.inner(data) : one.stop].decode() for name, one in found.items()}
    assert whole["a"] == data[len(before) :].decode()
    assert (whole["b"], whole["g"], whole["h"]) == ("<b/>", "<g/>", "<h\n/>")
    assert (whole["c"], inner["c"]) == ("<c d='>' e=\"'/>'\"></c>", "")
    assert (whole["f"], inner["f"], found["f"].text) == ("<f >青&amp;<g/>岚</f>", "青&amp;<g/>岚", "青&岚")


@pytest.mark.parametrize("encoding", ["yes", "big5", "utf-7", "utf-32", "idna", "zlib_codec", "windows-1252"])
def test_a_part_is_utf_8_whatever_it_says(encoding: str) -> None:
    head = f"<?xml version='1.0' encoding='{encoding}'?>".encode()
    assert tree(head + "<a>青岚</a>".encode()).text == "青岚"
    with pytest.raises(Unreadable):
        tree(head + b"<a>\xab\xcd</a>")


def test_long_text_in_bits_costs_no_more_than_its_length() -> None:
    data = b"<a>" + b"x<b/>" * 200_000 + b"</a>"
    assert tree(data).text == "x" * 200_000


def test_elements_at_a_depth_come_one_by_one() -> None:
    made = elements(b"<a><b><c>1</c></b><d><e/><c>2</c></d>" + b" " * (1 << 17) + b"<b><c/></a>", 2)
    assert [next(made).name for _ in range(3)] == ["c", "e", "c"]
    with pytest.raises(Unreadable):
        list(made)
