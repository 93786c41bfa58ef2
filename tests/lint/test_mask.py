"""What identifies a person is unreadable in whatever words of the draft are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source, Span
from disclosure_lint.facts.personal import extract
from disclosure_lint.mask import Masker

TEXT = "一、整改情况\n王某身份证号11010519491231002X，手机138 0000 1234，卡号6222020000000000000，退款3.5万元。\n二、下一步打算\n继续整改。\n"


@pytest.fixture
def masker() -> Masker:
    source = Source("a.txt", TEXT)
    return Masker(source, extract(parse(source)))


def test_whole_draft(masker: Masker) -> None:
    assert masker.slice(Span(0, len(TEXT))) == (
        "一、整改情况\n王某身份证号110105************，手机138 **** **34，卡号622202*************，退款3.5万元。\n二、下一步打算\n继续整改。\n"
    )


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("11010519491231002x", "110105************", id="other-case"),
        pytest.param("１１０１０５１９４９１２３１００２Ｘ", "１１０１０５************", id="full-width"),
        pytest.param("13800001234", "138******34", id="without-spaces"),
        pytest.param("138-0000-1234", "138-****-**34", id="with-dashes"),
        pytest.param("6222 0200 0000 0000 000", "6222 02** **** **** ***", id="in-groups"),
        pytest.param("0971-6161234", "0971-6161234", id="office-phone"),
        pytest.param("", "", id="empty"),
    ],
)
def test_other_spellings(masker: Masker, written: str, shown: str) -> None:
    assert masker.text(f"见“{written}”。") == f"见“{shown}”。"


def test_a_part_of_a_number_is_masked_too(masker: Masker) -> None:
    start = TEXT.index("19491231")
    assert masker.slice(Span(start, start + 8)) == "*" * 8


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_length_is_kept_and_birth_date_never_shown(one: int, other: int) -> None:
    source = Source("a.txt", TEXT)
    span = Span(min(one, other), max(one, other))
    shown = Masker(source, extract(parse(source))).slice(span)
    assert len(shown) == len(span)
    assert "1949" not in shown
    assert "00001" not in shown


def test_without_personal_numbers_nothing_changes() -> None:
    source = Source("a.txt", "整改完成率97.47%。")
    assert Masker(source).text("13800001234") == "13800001234"
    assert Masker(source).slice(Span(0, 5)) == "整改完成率"


def test_half_of_a_broken_number_is_masked_wherever_it_is_shown() -> None:
    text = "一、整改情况\n王某身份证号110105194912\n31002X）反映的问题3个。\n二、下一步打算\n继续整改。\n"
    source = Source("a.txt", text)
    broken = Masker(source, extract(parse(source)))
    assert broken.text("王某身份证号110105194912") == "王某身份证号************"
    assert "1949" not in broken.slice(Span(0, len(text)))


WORDS = (
    "一、整改情况\n举报人张伟家住大河镇上湾村3组12号，投诉人李建国所反映的问题，已经处理完毕。\n"
    "对王某某诫勉，给予赵志强警告处分，已按投诉人电话0717-5550132回访。张伟大哥、伟大工程。\n"
)


@pytest.fixture
def words() -> Masker:
    source = Source("a.txt", WORDS)
    return Masker(source, extract(parse(source)))


def test_names_and_addresses(words: Masker) -> None:
    shown = words.slice(Span(0, len(WORDS)))
    assert len(shown) == len(WORDS)
    assert shown.split("\n")[1] == "举报人张*家住大河镇********，投诉人李**所反映的问题，已经处理完毕。"
    assert "给予赵**警告处分" in shown
    assert "0717" not in shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("李建国又来访", "李**又来访", id="name-elsewhere"),
        pytest.param("李 建\n国又来访", "李 *\n*又来访", id="name-broken-over-lines"),
        pytest.param("向张伟反馈", "向张*反馈", id="short-name"),
        pytest.param("张伟", "张*", id="short-name-alone"),
        pytest.param("主张伟大事业", "主张伟大事业", id="part-of-other-words"),
        pytest.param("大河镇上湾村3组12号", "大河镇********", id="address"),
        pytest.param("3组12号", "3组12号", id="part-of-an-address"),
        pytest.param("0717 5550132", "0*** *******", id="telephone"),
    ],
)
def test_the_same_words_elsewhere(words: Masker, written: str, shown: str) -> None:
    assert words.text(written) == shown


@given(st.integers(0, len(WORDS)), st.integers(0, len(WORDS)))
def test_words_keep_their_length(one: int, other: int) -> None:
    source = Source("a.txt", WORDS)
    span = Span(min(one, other), max(one, other))
    shown = Masker(source, extract(parse(source))).slice(span)
    assert len(shown) == len(span)
    assert not any(secret in shown for secret in ("建国", "志强", "上湾村", "5550132"))
