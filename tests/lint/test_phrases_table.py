"""The tables of fixed expressions: sound in themselves, and free of false alarms on their own sound forms."""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.facts.expressions.expansions import extract as expansions
from disclosure_lint.facts.expressions.misquotations import extract as misquotations
from disclosure_lint.facts.expressions.running import RunningText, fold, running_text
from disclosure_lint.reference import phrases as module
from disclosure_lint.reference.phrases import (
    Certainty,
    Order,
    Phrase,
    Whole,
    WrongForm,
    phrases,
    spelt_out,
    wrong_forms,
)

TABLES = Path(module.__file__).parent
CONFIDENCE = {"seen-primary", "seen-secondary", "memory-high", "memory-medium", "uncertain"}
SOUGHT = [form for form in wrong_forms() if form.certainty is not Certainty.LEGITIMATE]
SETS = [phrase for phrase in phrases() if phrase.members]
SOUND = sorted(
    {words for phrase in phrases() for words in (phrase.text, *phrase.variants, *sum(phrase.members, ()))}
    | {form.right for form in SOUGHT}
    | {words for form in SOUGHT for words in form.unless}
)


def running(text: str) -> RunningText:
    return running_text(parse(Source("x.txt", text)).prose)


def numbered(items: Iterable[object]) -> list[object]:
    return [pytest.param(item, id=str(number)) for number, item in enumerate(items)]


@pytest.mark.parametrize("name", ["phrases.csv", "wrong_forms.csv"])
def test_table_is_plain_csv(name: str) -> None:
    text = (TABLES / name).read_text("utf-8")
    head, *rows = csv.reader(text.split("\n"))
    rows = [row for row in rows if row]
    assert rows == list(module._rows(name))
    assert {len(row) for row in rows} == {len(head)}
    assert '"' not in text
    assert all(cell == cell.strip() and "||" not in cell and not cell.endswith("|") for row in rows for cell in row)


def test_every_expression_stands_once_with_its_source() -> None:
    assert max(Counter(phrase.text for phrase in phrases()).values()) == 1
    for phrase in phrases():
        assert phrase.confidence in CONFIDENCE
        assert phrase.kind in {"set", "expression", "name", "spelling"}
        assert bool(phrase.source) == bool(phrase.source_en) == phrase.known, phrase.text
        assert not phrase.members or phrase.kind == "set"
        assert len(set(sum(phrase.members, ()))) == sum(map(len, phrase.members))
        assert phrase.members or (phrase.order, phrase.whole) == (Order.FREE, Whole.NEVER)


def test_every_wrong_form_stands_once() -> None:
    assert max(Counter(fold(form.wrong) for form in wrong_forms()).values()) == 1
    for form in wrong_forms():
        assert form.certainty is Certainty.LEGITIMATE or fold(form.wrong) != fold(form.right)
        assert form.note or form.certainty is not Certainty.LEGITIMATE, f"{form.wrong}: say why it is not sought"
        assert all(fold(form.wrong) in fold(words) for words in form.unless)


@pytest.mark.parametrize("form", numbered(SOUGHT))
def test_a_wrong_form_is_sought_only_where_its_expression_is_known(form: WrongForm) -> None:
    assert form.phrase.known
    sound = {fold(words) for words in (form.phrase.text, *form.phrase.variants)}
    assert fold(form.wrong) not in sound


@pytest.mark.parametrize("form", numbered(SOUGHT))
def test_a_wrong_form_is_found_and_mended(form: WrongForm) -> None:
    near = f"（{form.near[0]}）" if form.near else ""
    text = f"党组提出要求，{form.wrong}{near}。\n"
    found = [m for m in misquotations(running(text)) if m.phrase is form.phrase]
    assert len(found) == 1
    (slip,) = found
    assert slip.certainty is form.certainty
    mended = text[: slip.span.start] + slip.right + text[slip.span.end :]
    assert mended == text.replace(form.wrong, form.right)
    assert form.phrase not in {m.phrase for m in misquotations(running(mended))}


@pytest.mark.parametrize("form", numbered([form for form in SOUGHT if form.near]))
def test_a_form_that_needs_company_is_silent_without(form: WrongForm) -> None:
    assert misquotations(running(f"党组提出要求，{form.wrong}。另一句：{'、'.join(form.near)}。\n")) == []


def test_no_wrong_form_is_found_in_sound_words() -> None:
    text = "".join(f"{words}。\n" for words in SOUND)
    found = [text[m.span.start - 8 : m.span.end + 8] for m in misquotations(running(text))]
    assert found == []


@pytest.mark.parametrize("phrase", numbered(SETS))
def test_a_set_in_its_own_order_is_complete(phrase: Phrase) -> None:
    text = "、".join(ways[-1] for ways in phrase.members)
    here = running(f"坚持{text}。\n")
    if phrase.known:
        assert phrase in spelt_out(here.folded)
    (found,) = list(expansions(here, [phrase]))
    assert (found.complete, found.alone, found.unbroken, found.missing) == (True, True, True, ())
    assert list(found.members) == sorted(found.members)


def test_tables_hold_no_characters_that_look_like_others() -> None:
    for name in ("phrases.csv", "wrong_forms.csv"):
        text = (TABLES / name).read_text("utf-8")
        assert unicodedata.normalize("NFC", text) == text
        assert not set(text) & set("\u3000\xa0\ufeff\r\t")
