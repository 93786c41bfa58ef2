"""Numbers of official documents: which are told from cases, certificates and orders, and what is wrong with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Prose, Source
from disclosure_lint.facts.citations.numbers import extract, find

CASES = {
    "right": ("国办发〔2012〕14号", ["〔2012〕14号"]),
    "square": ("青法[2021]12号", ["[2021]12号"]),
    "round-full-width": ("青法（2021）12号", ["（2021）12号"]),
    "lenticular": ("青法办【2021】8号", ["【2021】8号"]),
    "full-width-digits": ("青法［２０２１］１２号", ["［２０２１］１２号"]),
    "ordinal": ("青法〔2021〕第12号", ["〔2021〕第12号"]),
    "spaced": ("青法 〔2021〕 12 号", ["〔2021〕 12 号"]),
    "two-in-a-row": ("青法〔2021〕1号、青法〔2022〕2号", ["〔2021〕1号", "〔2022〕2号"]),
    "court-case": ("（2021）青01民终123号", []),
    "old-court-case": ("青民初字（2003）第12号", []),
    "party-case": ("青纪立（2021）3号", []),
    "order": ("国务院令〔2019〕711号", []),
    "announcement": ("财政部公告（2021）第5号", []),
    "land-certificate": ("青国用（2009）第0123号", []),
    "audit-report": ("青审字[2021]第012号", []),
    "proposal": ("办理政协提案（2021）第15号、人大建议（2021）第12号", []),
    "serial": ("督查通报（2021）第5号、会议纪要（2021）第3号", []),
    "contract": ("合同编号：（2021）12号", []),
    "annex": ("见附件(2021)2号", []),
    "building": ("青法（2021）2号楼", []),
    "no-code-before": ("执行（2021）号文件，（2021）12号", []),
    "brackets-of-two-kinds": ("青法〔2021]12号", []),
    "angles": ("青法<2024>15号、青法〈2024〉16号", ["<2024>15号", "〈2024〉16号"]),
    "short-year": ("青法〔21〕12号", ["〔21〕12号"]),
    "short-year-of-old": ("林造发〔98〕12号", []),
    "short-year-in-round-brackets": ("见第三条（21）12号", []),
    "case-with-the-court-in-front": ("鄂0581执保（2023）112号", []),
    "opinion-of-an-expert": ("林鉴[2024]第17号鉴定意见书、青评[2024]第3号评估报告", []),
    "advice-and-answers": ("云纪建〔2021〕第3号、青政公开答复〔2023〕第7号、青检行公〔2024〕第5号检察建议书", []),
    "housing-bureau": ("青住建〔2023〕第7号", ["〔2023〕第7号"]),
    "tender": ("中标通知书编号为青招（2024）118号", []),
    "year-and-issue": ("2021年第3号", []),
}


@pytest.mark.parametrize(("text", "numbers"), CASES.values(), ids=CASES)
def test_numbers_are_found(text: str, numbers: list[str]) -> None:
    found = [text[number.span.start : number.span.end] for number in find(Prose(text))]
    assert found == numbers


def test_parts_of_a_number() -> None:
    text = "印发青水党组发(2021)第012号文件"
    (number,) = find(Prose(text))
    parts = (number.opening, number.closing, number.nth, number.zeros)
    assert [text[part.start : part.end] for part in parts] == ["(", ")", "第", "0"]
    assert not number.bracketed


def test_a_number_of_zeros_keeps_them() -> None:
    (number,) = find(Prose("青法〔2021〕000号"))
    assert not number.zeros


def test_numbers_have_places_in_the_draft() -> None:
    source = Source("draft.md", "# 通报\n\n落实**国办发**[2012]14号。\n", markup="markdown")
    (number,) = extract(parse(source))
    assert source.slice(number.span) == "[2012]14号"


@given(st.text(alphabet="发文[]（）〔〕【】2019 第0号１"))
def test_any_text_gives_numbers_inside_it(text: str) -> None:
    for number in find(Prose(text)):
        assert text[number.span.end - 1] == "号"
        assert number.span.contains(number.opening)
        assert number.span.contains(number.zeros)
        assert text[number.zeros.start : number.zeros.end].strip("0０") == ""
