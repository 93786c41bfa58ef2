"""``check --together`` and the ``[[sets]]`` of the configuration: a disclosure held against its plan."""

from __future__ import annotations

import json

import pytest

from word_files import document, p

PLAN = """\
中共青岚县水利局党组关于县委第二巡察组反馈意见的整改方案

2024年3月4日至4月30日，县委第二巡察组对县水利局党组开展了常规巡察，6月12日反馈了巡察意见，指出问题17个。为抓好整改，制定本方案。
一、整改目标
反馈的17个问题于2024年12月底前全部整改到位。
二、整改措施
（一）关于政治理论学习不深入的问题
每月集中学习1次。责任领导：周某。完成时限：2024年9月底前。
（二）关于水库巡查不及时的问题
汛期每日巡查。责任领导：李某。完成时限：2024年10月底前。
（三）关于工程招投标监管薄弱的问题
修订招投标制度。责任领导：周某。完成时限：2024年8月底前。
（四）关于公务用车管理不规范的问题
逐车登记，联系人身份证号11010519491231002X。责任领导：李某。完成时限：2024年7月底前。
中共青岚县水利局党组
2024年7月2日
"""
PROGRESS = """\
中共青岚县水利局党组关于巡察整改进展情况的通报

2024年3月4日至4月30日，县委第二巡察组对县水利局党组开展了常规巡察，6月21日反馈了巡察意见，指出问题18个。现将整改进展情况通报如下。
一、整改情况
（一）政治理论学习不深入问题
全年集中学习12次。
（二）水库巡查不及时问题
汛期每日巡查，共巡查水库93座次。
（三）公务用车管理不规范问题
已逐车登记。
中共青岚县水利局党组
2024年12月20日
"""


@pytest.fixture
def pair(tmp_path):
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "progress.txt").write_text(PROGRESS, encoding="utf-8")
    return "plan.txt", "progress.txt"


def across(data) -> list[tuple[str, str, int | None, list[tuple[str, int]]]]:
    return [
        (
            file["path"],
            found["code"],
            found["range"] and found["range"]["start"]["line"],
            [(place["path"], place["range"]["start"]["line"]) for place in found["related"]],
        )
        for file in data["files"]
        for found in file["diagnostics"]
        if found["code"].startswith("XDC")
    ]


FOUND = [
    ("progress.txt", "XDC003", None, [("plan.txt", 11)]),
    ("progress.txt", "XDC002", 3, [("plan.txt", 3)]),
    ("progress.txt", "XDC001", 3, [("plan.txt", 3)]),
]


def test_a_plan_and_its_disclosure(lint, pair):
    outcome = lint("check", "--together", *pair, "--output-format", "json")
    assert outcome.code == 1
    assert across(outcome.data) == FOUND


def test_the_order_of_the_files_makes_no_difference(lint, pair):
    assert across(lint("check", "--together", *reversed(pair), "--output-format", "json").data) == FOUND


def test_apart_nothing_is_compared(lint, pair):
    assert across(lint("check", *pair, "--output-format", "json").data) == []


def test_a_set_of_the_configuration_is_compared_though_the_plan_is_not_named(lint, pair, tmp_path):
    (tmp_path / "disclosure-lint.toml").write_text('[[sets]]\nfiles = ["plan.txt", "prog*.txt"]\n', encoding="utf-8")
    outcome = lint("check", "progress.txt", "--output-format", "json")
    assert across(outcome.data) == FOUND
    assert [file["path"] for file in outcome.data["files"]] == ["progress.txt"]


def test_a_set_that_names_a_missing_file(lint, pair, tmp_path):
    (tmp_path / "disclosure-lint.toml").write_text('[[sets]]\nfiles = ["progress.txt", "pln.txt"]\n', encoding="utf-8")
    outcome = lint("check", "progress.txt")
    assert outcome.code == 2
    assert "pln.txt" in outcome.err
    assert "disclosure-lint.toml:2" in outcome.err
    assert outcome.out == ""


@pytest.mark.parametrize(
    ("table", "word"),
    [("[sets]\nfiles = []\n", "[[sets]]"), ("[[sets]]\nfile = []\n", "files"), ("[[sets]]\nfiles = []\n", "files")],
)
def test_a_malformed_set(lint, pair, tmp_path, table, word):
    (tmp_path / "disclosure-lint.toml").write_text(table, encoding="utf-8")
    outcome = lint("check", "progress.txt")
    assert outcome.code == 2
    assert word in outcome.err


def test_an_unreadable_plan_is_said_and_the_disclosure_checked_all_the_same(lint, pair, tmp_path):
    (tmp_path / "plan.txt").write_bytes(b"\x00\x01\x02\xff" * 40)
    (tmp_path / "disclosure-lint.toml").write_text('[[sets]]\nfiles = ["*.txt"]\n', encoding="utf-8")
    outcome = lint("check", "progress.txt", "--output-format", "json")
    assert outcome.code == 2
    (file,) = outcome.data["files"]
    assert "plan.txt" in file["error"]
    assert file["diagnostics"]
    assert "plan.txt" in outcome.err


def test_a_glob_of_a_set_that_leads_to_nothing(lint, pair, tmp_path):
    (tmp_path / "disclosure-lint.toml").write_text(
        '[[sets]]\nfiles = ["progress.txt", "2024/*.txt"]\n', encoding="utf-8"
    )
    outcome = lint("check", "progress.txt")
    assert (outcome.code, outcome.out) == (2, "")
    assert "2024/*.txt" in outcome.err


def test_config_show_tells_of_sets(lint, pair, tmp_path):
    (tmp_path / "disclosure-lint.toml").write_text('[[sets]]\nfiles = ["plan.txt", "progress.txt"]\n', encoding="utf-8")
    out = lint("config", "show").out
    assert "sets.1" in out
    assert '"progress.txt"' in out
    assert "disclosure-lint.toml:2" in out


@pytest.mark.parametrize("given", ["plan.txt", "progress.txt"])
def test_one_of_the_two_may_stand_on_the_standard_input(lint, pair, tmp_path, given):
    (other,) = {*pair} - {given}
    outcome = lint("check", "--together", "-", other, "--output-format", "json", stdin=(tmp_path / given).read_bytes())
    assert sorted(code for _, code, *_ in across(outcome.data)) == ["XDC001", "XDC002", "XDC003"]


def test_a_plan_says_nothing_of_another_plan_that_cannot_be_read(lint, pair, tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02\xff" * 40)
    files = lint("check", "--together", "bad.txt", *pair, "--output-format", "json").data["files"]
    assert {file["path"]: file["error"] is None for file in files} == {
        "bad.txt": False,
        "plan.txt": True,
        "progress.txt": False,
    }


def test_together_needs_a_pair(lint, pair):
    outcome = lint("check", "--together", "progress.txt")
    assert outcome.code == 2
    assert "--together" in outcome.err
    assert len(outcome.err.strip().split("\n")) == 1


@pytest.mark.parametrize("command", [("annotate", "--in-place"), ("fix", "--diff")], ids=["annotate", "fix"])
def test_the_commands_that_write_need_a_pair_too(lint, pair, tmp_path, command):
    for name, text in (("plan.docx", PLAN), ("progress.docx", PROGRESS)):
        (tmp_path / name).write_bytes(document(*(p(line) for line in text.splitlines())))
    done = lint(*command, "--together", "plan.docx", "progress.docx", "--select", "XDC001")
    assert done.code == 1
    assert "--together" not in done.err
    alone = lint(*command, "--together", "progress.docx", "--select", "XDC001")
    assert alone.code == 2
    assert "什么都没有对照" in alone.err


def test_a_plan_of_another_body_is_compared_with_nothing_and_that_is_said(lint, pair, tmp_path):
    other = PLAN.replace("青岚县水利局", "云溪县教育局").replace("县水利局", "县教育局")
    (tmp_path / "plan.txt").write_text(other, encoding="utf-8")
    outcome = lint("check", "--together", *pair, "--output-format", "json")
    assert outcome.code == 2
    assert across(outcome.data) == []
    assert "--together" in outcome.err


def test_a_suppression_of_an_across_rule_is_not_unused_where_nothing_was_compared(lint, pair, tmp_path):
    path = tmp_path / "progress.txt"
    path.write_text("<!-- disclosure-lint: ignore-file XDC001 -- 合并两个问题 -->\n" + PROGRESS, encoding="utf-8")
    alone = lint("check", "progress.txt", "--select", "SUP001,XDC", "--output-format", "json")
    assert [found["code"] for found in alone.data["files"][0]["diagnostics"]] == []
    both = lint("check", "--together", *pair, "--select", "SUP001,XDC", "--output-format", "json")
    assert [code for _, code, *_ in across(both.data)] == ["XDC003", "XDC002"]
    assert both.data["summary"]["suppressed"] == 1


@pytest.mark.parametrize("form", ["full", "concise", "json", "github", "sarif"])
def test_places_in_the_plan_are_named_and_masked_in_every_format(lint, pair, form):
    out = lint("check", "--together", *pair, "--output-format", form, "--select", "XDC").out
    assert "11010519491231002X" not in out
    if form != "concise":
        assert "plan.txt" in out
    assert "水库巡查" not in out or form in ("full",)


def test_sarif_names_the_plan_as_the_artifact_of_a_related_place(lint, pair):
    out = lint("check", "--together", *pair, "--output-format", "sarif", "--select", "XDC001").out
    (result,) = json.loads(out)["runs"][0]["results"]
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "plan.txt"
    assert related["physicalLocation"]["region"]["startLine"] == 3
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "progress.txt"
