"""The commands beside ``check``."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest

from disclosure_lint import __version__
from disclosure_lint.report import View
from disclosure_lint.report.layout import cells


def schema(name):
    return json.loads(files("disclosure_lint").joinpath(f"schemas/{name}.schema.json").read_text(encoding="utf-8"))


def walk(node):
    yield node
    for child in node["children"]:
        yield from walk(child)


def test_version(lint):
    assert lint("--version").out == f"disclosure-lint {__version__}\n"


def test_help_names_every_command_in_both_languages(lint):
    outcome = lint("--help")
    assert outcome.code == 0
    for command in ("check", "figures", "outline", "explain", "rules", "config"):
        assert f"\n  {command} " in outcome.out
        assert lint(command, "--help").code == 0
    assert "检查草稿 / check drafts" in outcome.out


@pytest.mark.parametrize("command", ["check", "fix", "annotate", "figures", "outline", "explain", "rules", "config"])
def test_what_a_command_does_is_told_within_80_columns(lint, command, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    told = lint(command, "--help").out.split("\nOptions:")[0]
    assert [line for line in told.splitlines() if cells(line, View()) > 80] == []


@pytest.mark.parametrize("arguments", [["check", "--fix", "a.txt"], ["--fix", "a.txt"], ["outline", "--annotate"]])
def test_an_option_that_is_a_command_here(lint, arguments):
    option = next(word for word in arguments if word.startswith("--"))
    outcome = lint(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"disclosure-lint: {option} 不是选项，是命令：disclosure-lint {option[2:]}\n"


@pytest.mark.parametrize("arguments", [[], ["config"]], ids=["nothing", "group"])
def test_no_command_shows_how_to_use_it(lint, arguments):
    outcome = lint(*arguments)
    assert outcome.code == 2
    assert outcome.out.startswith("Usage: disclosure-lint")


def test_figures_json(lint, faulty):
    outcome = lint("figures", faulty, "--output-format", "json")
    jsonschema.validate(outcome.data, schema("figures"))
    assert outcome.code == 0
    figures = outcome.data["files"][0]["figures"]
    by_text = {figure["text"]: figure for figure in figures}
    wrong = by_text["97.74%"]
    assert (wrong["value"], wrong["unit"], wrong["verdict"]) == (97.74, "%", "contradicted")
    assert wrong["range"] == {"start": {"line": 5, "column": 45}, "end": {"line": 5, "column": 51}}
    assert {"percentage"} == {check["kind"] for check in wrong["checks"] if check["verdict"] == "contradicted"}
    assert all(figure["range"] for figure in figures)
    assert by_text["12次"]["verdict"] == "unverifiable"


def test_figures_verified(lint, clean):
    figures = lint("figures", clean, "--output-format", "json").data["files"][0]["figures"]
    assert next(figure for figure in figures if figure["text"] == "97.47%")["verdict"] == "verified"


def test_figures_table(lint, faulty):
    out = lint("figures", faulty).out
    assert "97.74%" in out
    assert "矛盾 1" in out
    assert "contradicted 1" in lint("figures", faulty, "--lang", "en").out
    assert all(line == line.rstrip() for line in out.splitlines())


def test_outline_json(lint, faulty):
    outcome = lint("outline", faulty, "--output-format", "json")
    jsonschema.validate(outcome.data, schema("outline"))
    file = outcome.data["files"][0]
    assert file["genre"] == "progress"
    nodes = list(walk(file["outline"]))
    assert nodes[0]["kind"] == "document"
    sections = [(n["level"], n["label"], n["number"], n["title"]) for n in nodes if n["kind"] == "section"]
    assert sections[:3] == [
        (1, "一、", 1, "整改工作组织落实情况"),
        (1, "三、", 3, "重点问题整改情况"),
        (2, "（一）", 1, "关于学习不深入问题"),
    ]
    assert all(n["level"] is None for n in nodes if n["kind"] != "section")
    assert not {"blank", "rule", "heading"} & {n["kind"] for n in nodes}


def test_outline_genre_can_be_set(lint, faulty):
    assert lint("outline", faulty, "--genre", "plan", "--output-format", "json").data["files"][0]["genre"] == "plan"


def test_outline_tree(lint, faulty):
    out = lint("outline", faulty).out
    assert out.startswith("faulty.txt  整改进展通报\n")
    assert "三、重点问题整改情况" in out
    assert "progress disclosure" in lint("outline", faulty, "--lang", "en").out


@pytest.mark.parametrize("command", ["figures", "outline"])
def test_unreadable_file(lint, command, clean):
    outcome = lint(command, clean, "missing.txt", "--output-format", "json")
    assert outcome.code == 2
    jsonschema.validate(outcome.data, schema(command))
    assert [file["error"] for file in outcome.data["files"]] == [None, "找不到这个文件或文件夹"]
    assert outcome.err == "missing.txt: 找不到这个文件或文件夹\n"


@pytest.mark.parametrize("word", ["TOT003", "percentage-mismatch", "tot003"])
def test_explain(lint, word):
    out = lint("explain", word).out
    assert out.startswith("TOT003 percentage-mismatch\n")
    for words in ("为什么", "怎么改", "依据", "级别", "错误示例", "正确示例", "⟦"):
        assert words in out
    assert "what to do" in lint("explain", word, "--lang", "en").out


def test_explain_json(lint):
    rules = lint("explain", "TOT003", "--output-format", "json").data["rules"]
    assert [rule["code"] for rule in rules] == ["TOT003"]
    assert rules[0]["severity"] == "error"
    assert {example["kind"] for example in rules[0]["examples"]} == {"bad", "good"}


def test_rules(lint):
    from disclosure_lint.registry import load_rules

    rules = load_rules()
    lines = lint("rules").out.splitlines()
    assert all(any(line.startswith(f"  {rule.code} ") for line in lines) for rule in rules)
    assert [rule["code"] for rule in lint("rules", "--output-format", "json").data["rules"]] == [r.code for r in rules]


def test_config_show_defaults(lint):
    out = lint("config", "show").out
    assert out.startswith("没有配置文件")
    assert any(line.split() == ["fail-on", "=", '"error"', "#", "默认值"] for line in out.splitlines())


def test_config_show_origins(lint, tmp_path):
    (tmp_path / "disclosure-lint.toml").write_text(
        'stage = "draft"\n[severity]\nTOT003 = "warning"\n[[per-file]]\nfiles = ["plans/*"]\ngenre = "plan"\n',
        encoding="utf-8",
    )

    def rows(*arguments):
        return {
            line.split("=")[0].strip(): line
            for line in lint("config", "show", *arguments).out.splitlines()
            if "=" in line
        }

    whole = rows()
    assert whole["stage"].endswith("# disclosure-lint.toml:1")
    assert whole["severity.TOT003"].endswith("# disclosure-lint.toml:3")
    assert '"warning"' in whole["severity.TOT003"]
    assert "plans/*" in lint("config", "show").out
    assert rows("plans/a.txt")["genre"].endswith("# disclosure-lint.toml:6")
    assert rows("a.txt")["genre"].endswith("# 默认值")
