"""The signing date, in every form people give it: the tree takes the line for a date."""

from __future__ import annotations

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_grammar.tree import Kind

BODY = (
    "青岚县人民法院关于巡察整改进展情况的通报\n县委巡察组于2023年10月9日至12月8日开展巡察。\n一、整改情况\n已整改。\n"
)
FORMS = [
    "2024年8月3日", "2024年08月03日", "2024.8.3", "2024-8-3", "2024-08-03", "2024/8/3", "2024．8．3", "2024—8—3",
    "二〇二四年八月三日", "二○二四年八月三日", "二零二四年八月三日", "二O二四年八月三日", "二0二四年八月二十三日",
    "二〇二四年八月廿三日", "2024年八月三日", "２０２４年８月３日", "2024 年 8 月 3 日", "2024年8月3号", "2024年8月3", "2024年8月",
    "2024年8月 日", "二〇二四年八月", "24年8月3日", "2O24年8月3日", "2024年13月3日", "2024年2月30日", "（2024年8月3日）",
    "2024年8月3日。", "××××年×月×日", "    年  月  日",
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS, ids=[str(number) for number in range(len(FORMS))])
@pytest.mark.parametrize("joint", ["\n", "  "], ids=["own-line", "one-line"])
def test_a_signing_date_is_a_date(form, joint):
    if joint != "\n" and (form[0] in "（ " or form[-1] == "。"):
        pytest.skip("only on a line of its own")
    document = parse(Source("draft.txt", f"{BODY}中共青岚县人民法院党组{joint}{form}\n"))
    (leaf,) = document.of(Kind.DATE)
    assert leaf.text.strip() == form.strip()
    assert [leaf.text.strip() for leaf in document.of(Kind.SIGNATORY)] == ["中共青岚县人民法院党组"]


@pytest.mark.parametrize(
    "line",
    ["截至2024年8月3日", "2024年8月3日召开会议", "2024", "8.3", "3.2024年8月", "2024年8月3日起施行", "年月日"[:2]],
    ids=[str(number) for number in range(7)],
)
def test_a_line_with_other_words_is_none(line):
    document = parse(Source("draft.txt", f"{BODY}{line}\n中共青岚县人民法院党组\n2024年8月23日\n"))
    assert [leaf.text for leaf in document.of(Kind.DATE)] == ["2024年8月23日"]
