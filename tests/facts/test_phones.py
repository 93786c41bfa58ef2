"""Phone numbers: the table against its source, reading against the library it comes from, and every way of writing."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path
from types import ModuleType

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_lint.facts.contacts import phone_reader, phones
from disclosure_lint.facts.contacts.folding import fold
from disclosure_lint.facts.contacts.phones import Fault, Line

ROOT = Path(__file__).resolve().parents[2]
TABLE = (ROOT / "lint/disclosure_lint/facts/contacts/phone_table.py").read_text("utf-8")
same_data = pytest.mark.skipif(
    f"phonenumbers {phonenumbers.__version__}." not in TABLE,
    reason="the table was made from another release of phonenumbers: run scripts/make_phone_table.py",
)


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_phone_table", ROOT / "scripts" / "make_phone_table.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@same_data
def test_table_is_what_the_script_makes():
    assert _script().table() == TABLE


def test_table_knows_capitals_and_small_cities():
    assert phones.lengths("010") == (8,)
    assert phones.lengths("0717") == (7,)
    assert phones.lengths("0377") == (8,)
    assert phones.lengths("0851") == (7, 8)
    assert phones.lengths("026") == ()


def _valid(number: str) -> bool:
    kind = phonenumbers.number_type(phonenumbers.parse(number, "CN"))
    return bool(kind == phonenumbers.PhoneNumberType.FIXED_LINE)


@same_data
def test_every_area_code_agrees_with_the_library():
    areas = ["010", *(f"02{n}" for n in range(10)), *(f"0{n}" for n in range(300, 1000))]
    for area in areas:
        for length in range(6, 10):
            subscriber = "61345678912"[:length]
            if area in phones.RETIRED:
                continue
            (number,) = phone_reader.read(f"{area}-{subscriber}")
            assert (number.fault is None) == _valid(area + subscriber), (area, length)


@same_data
def test_random_landlines_agree_with_the_library():
    dice = random.Random(20240801)
    areas = ["010", "021", "0377", "0717", "0851", "0898", "0433", "0991"]
    for _ in range(2000):
        area, length = dice.choice(areas), dice.choice((7, 8))
        subscriber = dice.choice("2345678") + "".join(dice.choice("123456789") for _ in range(length - 1))
        (number,) = phone_reader.read(f"{area}-{subscriber}")
        assert (number.fault is None) == _valid(area + subscriber), (area, subscriber)


@same_data
def test_mobile_prefixes_agree_with_the_library():
    for prefix in range(1300, 2000):
        number = f"{prefix}1234567"
        kind = phonenumbers.number_type(phonenumbers.parse(number, "CN"))
        assert phones.is_mobile(number) == (kind == phonenumbers.PhoneNumberType.MOBILE), number


@pytest.mark.parametrize(
    "number", ["12388", "12380", "12345", "12337", "12368", "12309", "12371", "96110", "962288", "95588", "110"]
)
def test_hotlines(number):
    assert phones.is_hotline(number)
    assert phone_reader.read(number)[0].line is Line.HOTLINE


@pytest.mark.parametrize("number", ["12", "9511", "1234567", "13900", "66123", "2024"])
def test_no_hotlines(number):
    assert not phones.is_hotline(number)


@pytest.mark.parametrize(
    ("written", "value", "line"),
    [
        ("0717-6261234", "0717-6261234", Line.LANDLINE),
        ("07176261234", "0717-6261234", Line.LANDLINE),
        ("037762661234", "0377-62661234", Line.LANDLINE),
        ("（0377）62661234", "0377-62661234", Line.LANDLINE),
        ("(010) 6266 1234", "010-62661234", Line.LANDLINE),
        ("0377- 6266 1234", "0377-62661234", Line.LANDLINE),
        ("0377 6266-1234", "0377-62661234", Line.LANDLINE),
        ("０３７７－６２６６１２３４", "0377-62661234", Line.LANDLINE),
        ("0377—62661234", "0377-62661234", Line.LANDLINE),
        ("0377――62661234", "0377-62661234", Line.LANDLINE),
        ("0717-6261234转8001", "0717-6261234-8001", Line.LANDLINE),
        ("0717-6261234转分机801", "0717-6261234-801", Line.LANDLINE),
        ("0717-6261234-801", "0717-6261234-801", Line.LANDLINE),
        ("0717-6261234（转801）", "0717-6261234-801", Line.LANDLINE),
        ("+86-717-6261234", "0717-6261234", Line.LANDLINE),
        ("+86 10 6266 1234", "010-62661234", Line.LANDLINE),
        ("86-0717-6261234", "0717-6261234", Line.LANDLINE),
        ("0086-377-62661234", "0377-62661234", Line.LANDLINE),
        ("6261234", "6261234", Line.LANDLINE),
        ("6266 1234", "62661234", Line.LANDLINE),
        ("626-1234", "6261234", Line.LANDLINE),
        ("0378-2261234", "0378-2261234", Line.LANDLINE),
        ("0717-12380", "0717-12380", Line.HOTLINE),
        ("0371-966777", "0371-966777", Line.HOTLINE),
        ("400-800-1234", "4008001234", Line.SERVICE),
        ("4008001234", "4008001234", Line.SERVICE),
        ("800 820 1234", "8008201234", Line.SERVICE),
        ("13900001234", "13900001234", Line.MOBILE),
        ("139 0000 1234", "13900001234", Line.MOBILE),
        ("139-0000-1234", "13900001234", Line.MOBILE),
        ("+8613900001234", "13900001234", Line.MOBILE),
        ("013900001234", "13900001234", Line.MOBILE),
        ("+852 2345 6789", "+85223456789", Line.FOREIGN),
        ("00852-23456789", "+85223456789", Line.FOREIGN),
    ],
)
def test_sound_numbers(written, value, line):
    (number,) = phone_reader.read(fold(written))
    assert (number.value, number.line, number.fault) == (value, line, None)
    assert (number.start, number.end) == (0, len(written))


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("0717-62612345", Fault.WRONG_LENGTH),
        ("0717-626123", Fault.WRONG_LENGTH),
        ("0377-6266123", Fault.WRONG_LENGTH),
        ("0377-626612345", Fault.WRONG_LENGTH),
        ("037762661", Fault.WRONG_LENGTH),
        ("0377- 6266 123", Fault.WRONG_LENGTH),
        ("0726-6261234", Fault.UNKNOWN_AREA),
        ("026-62661234", Fault.UNKNOWN_AREA),
        ("07170-6261234", Fault.UNKNOWN_AREA),
        ("071-76261234", Fault.UNKNOWN_AREA),
        ("717-6261234", Fault.MISSING_ZERO),
        ("7176261234", Fault.MISSING_ZERO),
        ("21-62661234", Fault.MISSING_ZERO),
        ("1390000123", Fault.MOBILE_LENGTH),
        ("139000012345", Fault.MOBILE_LENGTH),
        ("400-800-12345", Fault.SERVICE_LENGTH),
        ("400800123", Fault.SERVICE_LENGTH),
        ("626123456", Fault.NO_NUMBER),
        ("0717-626-123", Fault.WRONG_LENGTH),
        ("7017-6261234", Fault.UNKNOWN_AREA),
        ("2717-6261234", Fault.UNKNOWN_AREA),
    ],
)
def test_faulty_numbers(written, fault):
    (number,) = phone_reader.read(written)
    assert number.fault is fault
    assert written[number.start : number.end] == written


@pytest.mark.parametrize(
    "text",
    [
        "2024-08-23", "2024年8月23日", "2023-2024", "8:30-12:00", "14:30-17:30", "3.5", "46号", "(1)", "第3项", "1234567件", "12345件",
        "a1234567", "qlfy12345678@qq.com", "0717-****", "420502198001011234", "010-3",
        "443499", "62612", "2023-202308", "626123（区号未填）",
    ],
)  # fmt: skip
def test_digits_that_are_no_phone_numbers(text):
    assert phone_reader.read(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("0717-6261234、6261235", ["0717-6261234", "0717-6261235"]),
        ("0717-6261234/6261235/6261236", ["0717-6261234", "0717-6261235", "0717-6261236"]),
        ("0717-6261234（办公室）、6261235（监察室）", ["0717-6261234", "0717-6261235"]),
        ("0717-6261234 6261235", ["0717-6261234", "0717-6261235"]),
        ("0717-6261234，0377-62661234", ["0717-6261234", "0377-62661234"]),
        ("0717-6261234 0377-62661234", ["0717-6261234", "0377-62661234"]),
        ("0377-62661234/35", ["0377-62661234"]),
        ("0717-6261234 8:30-12:00", ["0717-6261234"]),
        ("0717-6261234。6261235", ["0717-6261234", "6261235"]),
        ("12388、0717-12380", ["12388", "0717-12380"]),
        ("0717-6261234，443499", ["0717-6261234"]),
        ("6261234、6261235（区号0717）", ["0717-6261234", "0717-6261235"]),
        ("区号：0717，6261234", ["0717-6261234"]),
        ("6261234（区号 0717），0377-62661234", ["0717-6261234", "0377-62661234"]),
    ],
)
def test_lists_share_an_area_code(text, values):
    assert [number.value for number in phone_reader.read(fold(text))] == values


def test_a_shared_area_code_judges_the_later_number():
    first, second = phone_reader.read("0717-6261234、62612355")
    assert first.fault is None
    assert (second.fault, second.inherited, second.area) == (Fault.WRONG_LENGTH, True, "0717")


@pytest.mark.parametrize("text", ["0717-6261234、626123", "0717-6261234/62612", "6261234、626123（区号0717）"])
def test_a_number_one_digit_short_is_known_by_the_list_it_stands_in(text):
    first, second = phone_reader.read(fold(text))
    assert first.fault is None
    assert (second.fault, second.area) == (Fault.WRONG_LENGTH, "0717")


@given(st.text(alphabet="0123456789-() +、,/转：—０１（）年8月@ab.", max_size=60))
def test_any_text_is_read_without_fail(text):
    folded = fold(text)
    assert len(folded) == len(text)
    end = 0
    for number in phone_reader.read(folded):
        assert end <= number.start < number.end <= len(text)
        digits = "".join(character for character in folded[number.start : number.end] if character.isdigit())
        assert number.subscriber.lstrip("+") in digits
        end = number.end
