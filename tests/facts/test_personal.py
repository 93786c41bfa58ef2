"""Personal numbers: what is one, and what only looks like one. The numbers are made up; their check digits are right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Prose, Source
from disclosure_lint.facts.personal import extract, find, luhn, valid_checksum

IDENTITY = "110105194912310025"
IDENTITY_X = "11010519491231002X"
CARD = "6222020000000000000"


def found(text: str, **flags: bool) -> list[tuple[str, str]]:
    return [(text[start:end], kind) for start, end, kind in find(Prose(text), **flags)]


def test_made_up_numbers_have_right_check_digits() -> None:
    assert valid_checksum(IDENTITY_X)
    assert not valid_checksum(IDENTITY)
    assert luhn(CARD)


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        pytest.param(f"当事人王某（身份证号：{IDENTITY_X}）已签收。", IDENTITY_X, "identity", id="identity"),
        pytest.param(f"身份证号{IDENTITY_X.lower()}。", IDENTITY_X.lower(), "identity", id="identity-small-x"),
        pytest.param(
            "身份证号１１０１０５１９４９１２３１００２Ｘ。",
            "１１０１０５１９４９１２３１００２Ｘ",
            "identity",
            id="identity-full-width",
        ),
        pytest.param("身份证号110105 19491231 002X。", "110105 19491231 002X", "identity", id="identity-spaced"),
        pytest.param(f"退赔{IDENTITY}等人。", IDENTITY, "identity", id="identity-wrong-check-digit"),
        pytest.param("持身份证110105491231002领取。", "110105491231002", "identity", id="identity-old-form"),
        pytest.param("身份证号1101051949123100。", "1101051949123100", "identity", id="identity-cut-short"),
        pytest.param(
            "身份证号：1101051949123100255。", "1101051949123100255", "identity", id="identity-one-digit-more"
        ),
        pytest.param("身份证“110105194913310025”。", "110105194913310025", "identity", id="identity-wrong-month"),
        pytest.param("身份证号110105 1949 1231 0025。", "110105 1949 1231 0025", "identity", id="identity-in-fours"),
        pytest.param(f"退至账号{CARD}。", CARD, "bank-card", id="card"),
        pytest.param("银行卡号6222020000000000001。", "6222020000000000001", "bank-card", id="card-mistyped"),
        pytest.param("退至账户6222020000000000001。", "6222020000000000001", "bank-card", id="account-like-a-card"),
        pytest.param("退至6222 0200 0000 0000 000。", "6222 0200 0000 0000 000", "bank-card", id="card-in-groups"),
        pytest.param(
            "开户行工行，卡号4111111111111111。", "4111111111111111", "bank-card", id="card-of-another-issuer"
        ),
        pytest.param("已电话13800001234核实。", "13800001234", "mobile", id="mobile"),
        pytest.param("王某138-0000-1234反映。", "138-0000-1234", "mobile", id="mobile-with-dashes"),
        pytest.param("王某1380000 1234反映。", "1380000 1234", "mobile", id="mobile-in-two-groups"),
        pytest.param("王某138.0000.1234反映。", "138.0000.1234", "mobile", id="mobile-with-dots"),
        pytest.param("王某+8613800001234反映。", "8613800001234", "mobile", id="mobile-with-country"),
        pytest.param("王某邮箱13800001234@163.com。", "13800001234", "mobile", id="mobile-as-mailbox"),
        pytest.param("王某１３８００００１２３４反映。", "１３８００００１２３４", "mobile", id="mobile-full-width"),
        pytest.param(
            "信访人刘某（联系电话：13800001234）反映。", "13800001234", "mobile", id="mobile-of-a-complainant"
        ),
        pytest.param(
            "整改期间设立举报电话。村民李某13800001234反映。", "13800001234", "mobile", id="office-line-ended-before"
        ),
    ],
)
def test_personal_number(text: str, number: str, kind: str) -> None:
    assert found(text) == [(number, kind)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("统一社会信用代码91440300192203821X。", id="credit-code-digits"),
        pytest.param("统一社会信用代码12100000400010275N。", id="credit-code-letter"),
        pytest.param("案号（2024）青01民终123号。", id="case-number"),
        pytest.param("青岚发〔2024〕15号。", id="document-number"),
        pytest.param("涉及资金13812345678.25元。", id="amount-with-cents"),
        pytest.param("涉及资金13812345678元。", id="amount"),
        pytest.param("面积13812345678平方米。", id="area"),
        pytest.param("财政专户账号42050162083600001234。", id="account-of-an-office"),
        pytest.param("加油卡号1000114200001234567。", id="card-of-no-bank"),
        pytest.param("涉案金额1,381,234,567.00元。", id="amount-with-commas"),
        pytest.param("办公电话0971-6161234。", id="landline"),
        pytest.param("联系电话：13800001234。", id="contact-mobile"),
        pytest.param("举报电话：0971-6161234，13800001234。", id="second-contact-mobile"),
        pytest.param("24小时值班手机13800001234。", id="duty-mobile"),
        pytest.param("地址：青岚县人民路1号；电话：13800001234；邮编：810000。", id="line-of-contact-details"),
        pytest.param("欢迎广大群众监督。联 系 电 话：13800001234", id="label-with-spaces"),
        pytest.param("流水号202411150000000001。", id="serial-number"),
        pytest.param("110105202413310025", id="impossible-month"),
        pytest.param("991105194912310020", id="no-such-province"),
        pytest.param("详见http://www.qinglan.example/art/13800001234.html", id="address-of-a-page"),
        pytest.param("2024111512345678", id="sixteen-digits-without-context"),
        pytest.param("12800001234", id="no-such-network"),
        pytest.param("", id="empty"),
    ],
)
def test_no_personal_number(text: str) -> None:
    assert found(text) == []


def test_contact_lines_show_mobiles_but_no_identity_numbers() -> None:
    assert found(f"联系人：王某 13800001234 {IDENTITY_X}", contact=True) == [(IDENTITY_X, "identity")]


def test_spans_of_a_draft() -> None:
    text = f"一、整改情况\n  王某{IDENTITY_X}已退缴。\n二、监督\n联系电话：0971-6161234。\n"
    facts = extract(parse(Source("a.txt", text)))
    assert [text[fact.span.start : fact.span.end] for fact in facts] == [IDENTITY_X]


def test_comment_and_residue_are_searched_for_identity_numbers() -> None:
    text = f"一、整改情况\n<!-- 核对 {IDENTITY_X} 和 13800001234 -->\n已整改。\n"
    assert [fact.kind for fact in extract(parse(Source("a.txt", text)))] == ["identity"]


ALPHABET = st.sampled_from([*"0123456789０１５Xx -－，。：电话账号身份证62138\n", "1380000", "联系电话", "11010519"])


@given(st.lists(ALPHABET, max_size=60).map("".join))
def test_any_text(text: str) -> None:
    last = 0
    for start, end, kind in find(Prose(text)):
        assert last <= start < end <= len(text)
        assert kind in {"identity", "bank-card", "mobile"}
        assert sum(character.isdigit() for character in text[start:end]) >= 11
        last = end


@pytest.mark.parametrize("number", ["110105194912310021", "11010519491231002X", "13800001234", "6222020000000000000"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "　\n　　"], ids=["lf", "crlf", "cr", "spaces"])
def test_a_number_broken_by_the_end_of_a_line(number: str, end: str) -> None:
    for at in range(1, len(number)):
        text = f"一、整改情况\n当事人王某银行卡、身份证、本人手机{number[:at]}{end}{number[at:]}）反映的问题已办结。\n二、下一步打算\n继续整改。\n"
        spans = [fact.span for fact in extract(parse(Source("a.txt", text)))]
        assert number[:at] + end + number[at:] in [text[span.start : span.end] for span in spans]
