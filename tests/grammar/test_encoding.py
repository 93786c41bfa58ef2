"""A text is written back in the encoding it came in."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from disclosure_grammar.readers.text import decode, encode
from disclosure_grammar.readers.unreadable import Unreadable

FILES = [
    pytest.param("整改，\r\n".encode(), id="utf-8"),
    pytest.param("\ufeff整改，\n".encode(), id="utf-8-bom"),
    pytest.param(b"\xff\xfe" + "整改𠮷\r".encode("utf-16-le"), id="utf-16-le"),
    pytest.param(b"\xfe\xff" + "整改𠮷\r".encode("utf-16-be"), id="utf-16-be"),
    pytest.param("整改，".encode("gbk"), id="gbk"),
    pytest.param("对反馈意见逐项整改，约谈㻐某。".encode("gb18030"), id="gb18030"),
]


@pytest.mark.parametrize("data", FILES)
def test_what_was_read_is_written_alike(data):
    text, encoding = decode(data)
    assert encode(text, encoding, text) == data
    again = encode(text + "完", encoding, text)
    assert again.startswith(data)
    assert decode(again) == (text + "完", encoding)


@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig", "gb18030"]))
def test_any_text_is_written_alike(written, encoding):
    data = written.encode(encoding)
    try:
        text, found = decode(data)
    except Unreadable:
        assume(False)
    assert encode(text, found, text) == data


def test_a_gbk_file_takes_nothing_that_gbk_lacks():
    text, encoding = decode("约谈王某。".encode("gbk"))
    with pytest.raises(UnicodeEncodeError):
        encode(text + "㻐", encoding, text)
    assert encode(text + "㻐", encoding, text + "㻕") == (text + "㻐").encode("gb18030")
