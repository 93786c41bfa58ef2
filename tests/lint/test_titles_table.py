"""The table of titles is sound: every name says one thing only, and is written as titles are compared."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from disclosure_lint.facts.citations.titles import fold
from disclosure_lint.facts.citations.wordings import wording
from disclosure_lint.reference import titles
from disclosure_lint.reference.titles import Known, NameKind, known

TABLE = Path(titles.__file__).with_name("titles.csv")
with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def entries(kind: NameKind) -> list[tuple[str, str]]:
    """The names of one kind, each with the title of its row; a superseded one with its day behind it."""
    return [(name, row["title"]) for row in ROWS for name in filter(None, row[kind].split("|"))]


NAMES = [name.partition("@")[0] for kind in NameKind for name, _ in entries(kind)]


def test_the_table_is_complete_and_plain() -> None:
    assert len(ROWS) > 130
    assert '"' not in TABLE.read_text("utf-8"), "it is read without a parser: no cell may hold a comma"
    assert all(row["source"] and row["issued_by"] and None not in row.values() for row in ROWS)
    assert {row["title_confidence"] for row in ROWS} <= {"seen-primary", "seen-secondary", "memory", "uncertain"}
    assert {row["year_confidence"] for row in ROWS} <= {"seen", "memory-high", "memory-medium", "uncertain"}


def test_no_name_stands_for_two_things() -> None:
    assert [name for name, times in Counter(NAMES).items() if times > 1] == []


def test_names_are_written_as_they_are_compared() -> None:
    assert [name for name in NAMES if not name or fold(name) != name] == []


def test_superseded_names_have_a_day_and_no_other_has() -> None:
    for kind in NameKind:
        for name, title in entries(kind):
            assert ("@" in name) is (kind is NameKind.SUPERSEDED), name
            since = Known(kind, title, replaced=name.partition("@")[2]).since
            assert since is None or date(1990, 1, 1) < since < date(2027, 1, 1), name


def test_a_name_that_lost_its_trial_is_the_title_without_it() -> None:
    for name, title in entries(NameKind.TRIAL):
        assert (wording(title).trial, wording(name).trial) in (("试行", ""), ("暂行", "")), name
        assert wording(name)[:3] == wording(title)[:3]


def test_wrong_names_are_of_documents_that_no_office_makes_for_itself() -> None:
    ends = ("条例", "条例（试行）", "准则", "法", "党章", "细则", "规则", "规定", "规定（试行）", "意见")
    national = ("中国共产党", "中华人民共和国", "最高人民法院", "党政", "关于", "巡视巡察", "行政事业单位", "政府")
    wrong = [name for name, _ in entries(NameKind.WRONG)]
    assert len(wrong) > 40
    assert [name for name in wrong if not (name.startswith(national) and name.endswith(ends))] == []


def test_what_was_only_remembered_proves_nothing() -> None:
    remembered = {row["title"] for row in ROWS if not row["title_confidence"].startswith("seen")}
    assert "中国共产党工作机关条例（试行）" in remembered
    speaking = {NameKind.WRONG, NameKind.LOOSE, NameKind.TRIAL, NameKind.SUPERSEDED}
    assert {entry.title for entry in known().values() if entry.kind in speaking} & remembered == set()
    assert all(entry.seen is (entry.title not in remembered) for entry in known().values())


@pytest.mark.parametrize(
    ("name", "kind", "title"),
    [
        pytest.param("中国共产党党章", NameKind.WRONG, "中国共产党章程", id="wrong"),
        pytest.param("党组工作条例", NameKind.SHORT, "中国共产党党组工作条例", id="short"),
        pytest.param("中国共产党支部工作条例", NameKind.TRIAL, "中国共产党支部工作条例（试行）", id="trial"),
        pytest.param("信访条例", NameKind.SUPERSEDED, "信访工作条例", id="superseded"),
        pytest.param("中国共产党章程（修正案）", NameKind.OTHER, "中国共产党章程", id="other"),
        pytest.param("信访工作条例", NameKind.TITLE, "信访工作条例", id="title"),
    ],
)
def test_what_is_known(name: str, kind: NameKind, title: str) -> None:
    assert known()[name][:2] == (kind, title)


@pytest.mark.parametrize(
    ("replaced", "since"),
    [
        pytest.param("2022-05-01", date(2022, 5, 1), id="day"),
        pytest.param("2019-04", date(2019, 5, 1), id="month"),
        pytest.param("2020-12", date(2021, 1, 1), id="december"),
        pytest.param("2003", date(2004, 1, 1), id="year"),
        pytest.param("", None, id="never"),
    ],
)
def test_what_is_replaced_by_when(replaced: str, since: date | None) -> None:
    assert Known(NameKind.SUPERSEDED, "信访工作条例", replaced=replaced).since == since
