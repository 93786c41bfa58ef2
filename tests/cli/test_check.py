"""``check``: what it takes, what it prints, how it ends."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

SCHEMA = json.loads(files("disclosure_lint").joinpath("schemas/check.schema.json").read_text(encoding="utf-8"))
SARIF_SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


def codes(outcome):
    return [d["code"] for file in outcome.data["files"] for d in file["diagnostics"]]


def test_clean_draft(lint, clean):
    outcome = lint("check", clean)
    assert (outcome.code, outcome.out, outcome.err) == (0, "检查1个文件：未发现问题\n", "")


def test_faulty_draft(lint, faulty):
    outcome = lint("check", faulty)
    assert outcome.code == 1
    assert outcome.err == ""
    assert "错误 TOT003 percentage-mismatch  5:45" in outcome.out
    assert "错误 NUM002 numbering-gap  6:1" in outcome.out
    assert outcome.out.endswith("检查1个文件：2个错误\n")
    assert "\x1b" not in outcome.out


def test_a_path_alone_is_checked(lint, faulty):
    assert lint(faulty) == lint("check", faulty)


def test_folder_and_current_folder(lint, faulty, clean):
    for arguments in (["check", "."], ["check"], ["check", "clean.txt", "faulty.txt"]):
        outcome = lint(*arguments, "--output-format", "json")
        assert [file["path"] for file in outcome.data["files"]] == ["clean.txt", "faulty.txt"]
        assert outcome.data["summary"]["files"] == 2


def test_folder_without_drafts_says_so(lint):
    outcome = lint("check", "--output-format", "json")
    assert outcome.code == 0
    assert outcome.data["files"] == []
    assert outcome.err == "没有找到要检查的草稿（.docx、.txt、.md、.html）\n"


def test_standard_input(lint, faulty):
    text = Path(faulty).read_bytes()
    outcome = lint("check", "-", "--stdin-filename", "drafts/x.md", "--output-format", "json", stdin=text)
    assert outcome.code == 1
    assert outcome.data["files"][0]["path"] == "drafts/x.md"
    assert codes(outcome) == ["TOT003", "NUM002"]
    assert lint("-", "--output-format", "concise", stdin=text).out.startswith("<stdin>:5:45: error TOT003 ")


def test_json_is_valid_and_alone_on_stdout(lint, faulty, clean):
    outcome = lint("check", faulty, clean, "missing.txt", "--output-format", "json")
    jsonschema.validate(outcome.data, SCHEMA)
    assert outcome.code == 2
    assert outcome.err == "missing.txt: 找不到这个文件或文件夹\n"
    by_path = {file["path"]: file for file in outcome.data["files"]}
    assert by_path["missing.txt"] == {
        "path": "missing.txt", "genre": None, "error": "找不到这个文件或文件夹", "diagnostics": []
    }  # fmt: skip
    assert by_path["clean.txt"]["genre"] == "progress"
    assert outcome.data["summary"] == {
        "files": 3, "errors": 2, "warnings": 0, "infos": 0, "suppressed": 0, "baselined": 0
    }  # fmt: skip


def test_unreadable_files_do_not_stop_the_others(lint, faulty, tmp_path):
    (tmp_path / "scan.txt").write_bytes(b"%PDF-1.7\0\0\xff\xfe")
    (tmp_path / "large.txt").write_text("整" * 1000, encoding="utf-8")
    outcome = lint("check", "--max-size", "2K", "--output-format", "concise")
    assert outcome.code == 2
    assert len(outcome.out.splitlines()) == 2
    lines = outcome.err.splitlines()
    assert [line.split(":")[0] for line in lines] == ["large.txt", "scan.txt"]
    assert "--max-size" in lines[0]


def test_exit_codes_by_severity(lint, faulty, clean):
    assert lint("check", faulty, "--severity", "TOT003=warning,NUM002=info").code == 0
    assert (
        lint("check", faulty, "--severity", "TOT003=warning", "--severity", "NUM=info", "--fail-on", "warning").code
        == 1
    )
    assert lint("check", faulty, "--severity", "ALL=info", "--fail-on", "warning").code == 0
    assert lint("check", faulty, "--fail-on", "never").code == 0
    assert lint("check", faulty, "--exit-zero").code == 0
    assert lint("check", faulty, "missing.txt", "--exit-zero").code == 2
    assert lint("check", clean, "--fail-on", "info").code == 0


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--select", "TOT"], ["TOT003"]),
        (["--select", "numbering-gap"], ["NUM002"]),
        (["--select", "TOT003,NUM002"], ["TOT003", "NUM002"]),
        (["--ignore", "TOT003"], ["NUM002"]),
        (["--select", "ALL", "--ignore", "NUM", "--ignore", "TOT"], []),
        (["--select", "NUM", "--extend-select", "TOT003"], ["TOT003", "NUM002"]),
        (["--genre", "other"], []),
    ],
)
def test_selection(lint, faulty, arguments, expected):
    outcome = lint("check", faulty, "--output-format", "json", *arguments)
    assert [code for code in codes(outcome) if not code.startswith(("DOC", "TRM", "DAT"))] == expected


def test_stage_draft_is_milder(lint, tmp_path, faulty):
    unsigned = "\n".join(Path(faulty).read_text(encoding="utf-8").splitlines()[:-2]) + "\n"
    (tmp_path / "unsigned.txt").write_text(unsigned, encoding="utf-8")

    def severity(*stage):
        outcome = lint("check", "unsigned.txt", "--select", "STR005", "--output-format", "json", *stage)
        return outcome.data["files"][0]["diagnostics"][0]["severity"]

    assert severity() == "error"
    assert severity("--stage", "draft") == "info"


def test_configuration_is_found_read_and_left_alone(lint, faulty, tmp_path):
    (tmp_path / "disclosure-lint.toml").write_text('ignore = ["TOT003"]\nlang = "en"\n', encoding="utf-8")
    (tmp_path / "other.toml").write_text('ignore = ["NUM002"]\noutput-format = "concise"\n', encoding="utf-8")
    assert codes(lint("check", faulty, "--output-format", "json")) == ["NUM002"]
    assert lint("check", faulty).out.endswith("1 file checked: 1 error\n")
    assert lint("check", faulty, "--config", "other.toml").out.startswith("faulty.txt:5:45: error TOT003 ")
    assert codes(lint("check", faulty, "--isolated", "--output-format", "json")) == ["TOT003", "NUM002"]


def test_configuration_is_looked_for_from_the_draft(lint, faulty, tmp_path):
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "a.txt").write_bytes((tmp_path / faulty).read_bytes())
    (folder / "disclosure-lint.toml").write_text('select = ["NUM002"]\n', encoding="utf-8")
    assert codes(lint("check", "drafts/a.txt", "--output-format", "json")) == ["NUM002"]
    assert codes(lint("check", "drafts", "--output-format", "json")) == ["NUM002"]
    assert "TOT003" in codes(lint("check", "drafts", faulty, "--output-format", "json"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "--foo"], "--foo"),
        (["check", "--output-format", "xml"], "xml"),
        (["check", "--select", "TOT0033"], "TOT0033"),
        (["check", "--severity", "TOT003"], "CODE=LEVEL"),
        (["check", "--severity", "TOT003=grave"], "grave"),
        (["check", "--config", "missing.toml"], "missing.toml"),
        (["check", "--max-size", "many"], "max-size"),
        (["check", "--statistics", "--output-format", "json"], "--statistics"),
        (["chekc"], "check"),
        (["explain", "TOT0033"], "TOT0033"),
        (["config", "list"], "list"),
        (["config", "shwo"], "“show”"),
        (["check", "--output-format", "jsn"], "“json”"),
        (["check", "--fail-on", "eror"], "“error”"),
        (["check", "--outputformat", "json"], "“--output-format”"),
        (["check", "--select"], "后面要写值"),
        (["check", "--quiet=1"], "不能写值"),
        (["check", "--select", ""], "--select 后面是空的"),
        (["check", "--ignore", " , "], "--ignore 后面是空的"),
        (["check", "--severity", ""], "--severity 后面是空的"),
        (["check", "--max-size", "-5"], "“-5”"),
        (["check", "--config", "a.toml", "--isolated"], "只能用一个"),
        (["check", "--stdin-filename", "a.txt"], "“-”"),
        (["figures", "--stdin-filename", "a.txt", "b.txt"], "“-”"),
        (["explain"], "缺少参数 CODE|NAME"),
        (["explain", "TOT003", "TOT004"], "TOT004"),
        (["--output", "json"], "“--output-format”"),
    ],
)
def test_bad_usage_is_one_line_and_exit_2(lint, arguments, words):
    outcome = lint(*arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.count("\n") == 1
    assert outcome.err.startswith("disclosure-lint: ")
    assert words in outcome.err


def test_bad_configuration_shows_the_line(lint, clean, tmp_path):
    (tmp_path / "disclosure-lint.toml").write_text("ignore = []\nsevrity = {}\n", encoding="utf-8")
    outcome = lint("check", clean)
    assert outcome.code == 2
    assert "disclosure-lint.toml:2" in outcome.err
    assert "severity" in outcome.err
    assert outcome.err.count("\n") == 1


def test_errors_speak_the_language_asked_for(lint):
    assert "找不到" in lint("check", "--config", "missing.toml").err
    assert "no such" in lint("check", "--config", "missing.toml", "--lang", "en").err


def test_github(lint, faulty):
    lines = lint("check", faulty, "missing.txt", "--output-format", "github").out.splitlines()
    assert lines[0].startswith(
        "::error file=faulty.txt,line=5,col=45,endLine=5,endColumn=51,title=TOT003 percentage-mismatch::"
    )
    assert lines[-1] == "::error file=missing.txt,title=无法检查::找不到这个文件或文件夹"


def test_sarif_lists_every_enabled_rule(lint, faulty):
    data = lint("check", faulty, "--ignore", "CON", "--output-format", "sarif").data
    jsonschema.Draft202012Validator(SARIF_SCHEMA).validate(data)
    rules = [rule["id"] for rule in data["runs"][0]["tool"]["driver"]["rules"]]
    assert {"TOT003", "NUM002", "STR001"} <= set(rules)
    assert not any(rule.startswith("CON") for rule in rules)
    result = data["runs"][0]["results"][0]
    assert result["relatedLocations"]
    assert rules[result["ruleIndex"]] == result["ruleId"] == "TOT003"


def test_quiet_and_statistics(lint, faulty):
    assert "检查1个文件" not in lint("check", faulty, "--quiet").out
    lines = lint("check", faulty, "--statistics", "--quiet", "--output-format", "concise").out.splitlines()
    assert lines[-2:] == ["1  NUM002  error    numbering-gap", "1  TOT003  error    percentage-mismatch"]


def test_personal_numbers_are_masked_in_every_format(lint, faulty, tmp_path):
    text = Path(faulty).read_text(encoding="utf-8").replace("6次，", "6次，联系人身份证号110101199003074514，")
    (tmp_path / "named.txt").write_text(text, encoding="utf-8")
    for name in ("full", "concise", "json", "github", "sarif"):
        outcome = lint("check", "named.txt", "--output-format", name)
        assert outcome.code == 1
        assert "199003074514" not in outcome.out
    for command in ("figures", "outline"):
        for name in ("text", "json"):
            assert "199003074514" not in lint(command, "named.txt", "--output-format", name).out


def test_a_broken_parser_spoils_one_file_only(lint, faulty, clean, monkeypatch):
    from disclosure_lint.cli import work

    def breaks(source, settings, companions):
        if source.path == "faulty.txt":
            raise RecursionError("quotes the draft")
        return real(source, settings, companions)

    real = work.lint
    monkeypatch.setattr(work, "lint", breaks)
    outcome = lint("check", faulty, clean, "--output-format", "json")
    assert outcome.code == 2
    assert [file["error"] is None for file in outcome.data["files"]] == [True, False]
    assert "RecursionError" in outcome.err
    assert "quotes" not in outcome.err


def test_many_files_in_processes_keep_their_order(lint, faulty, clean, tmp_path, monkeypatch):
    from disclosure_lint.cli import work

    for number in range(20):
        source = faulty if number % 3 == 0 else clean
        (tmp_path / f"draft{number:02}.txt").write_bytes((tmp_path / source).read_bytes())
    alone = lint("check", "--output-format", "json")
    monkeypatch.setattr(work, "_ENOUGH", 0)
    monkeypatch.setattr(work.os, "cpu_count", lambda: 2)
    together = lint("check", "--output-format", "json")
    assert together == alone
    assert len(alone.data["files"]) == 22


def test_without_processes_the_work_is_done_all_the_same(lint, faulty, clean, monkeypatch):
    from disclosure_lint.cli import work

    def none_to_be_had(*_):
        raise OSError("no semaphores")

    monkeypatch.setattr(work, "_ENOUGH", 0)
    monkeypatch.setattr(work.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(work, "_in_processes", none_to_be_had)
    assert lint("check", faulty, clean).code == 1


def test_interrupt_ends_quietly(lint, faulty, monkeypatch):
    from disclosure_lint.cli import check

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "check_all", interrupt)
    outcome = lint("check", faulty)
    assert outcome.code == 130
    assert outcome.out.strip() == outcome.err.strip() == ""


def test_an_error_of_the_program_is_one_line(lint, faulty, monkeypatch):
    from disclosure_lint.cli import check

    def fault(*_):
        raise RuntimeError("quotes the draft")

    monkeypatch.setattr(check, "check_all", fault)
    outcome = lint("check", faulty)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "disclosure-lint: 程序内部错误: RuntimeError\n"
    monkeypatch.setenv("DISCLOSURE_LINT_DEBUG", "1")
    with pytest.raises(RuntimeError):
        lint("check", faulty)


def test_options_may_stand_before_the_draft(lint, faulty):
    assert lint("--select", "TOT003", faulty) == lint("check", faulty, "--select", "TOT003")
    assert lint("--", faulty).code == 1


def test_without_any_rule_nothing_is_called_checked(lint, clean):
    assert lint("check", clean, "--ignore", "ALL").err == "没有启用任何规则，什么都没有查\n"
    assert lint("check", clean, "--ignore", "TOT").err == ""


def test_rules_that_break_down_are_one_line_a_file(lint, clean, monkeypatch):
    from disclosure_lint.cli import work

    def crashed(source, settings, companions):
        return replace(real(source, settings, companions), crashed=("TOT001", "TOT002"))

    real = work.lint
    monkeypatch.setattr(work, "lint", crashed)
    outcome = lint("check", clean)
    assert (outcome.code, outcome.err) == (2, "clean.txt: 规则 TOT001、TOT002 运行时出错，没有查完\n")


def test_many_related_places_are_counted(lint, tmp_path):
    comment = "<!-- disclosure-lint: ignore-file TOT003 -->\n"
    (tmp_path / "a.txt").write_text(comment * 20 + "整改方案\n", encoding="utf-8")
    assert "另有9处" in lint("check", "a.txt", "--select", "SUP004", "--genre", "plan").out


def test_the_gravest_finding_is_the_one_to_read_about(lint, faulty):
    out = lint("check", faulty, "--severity", "TOT003=info").out
    assert out.splitlines()[-2:] == [
        "规则的理由和示例：disclosure-lint explain NUM002",
        "检查1个文件：1个错误、1个提示",
    ]


def test_practice_is_no_source_worth_a_line(lint, faulty):
    assert "依据：实践做法\n" not in lint("check", faulty).out
    assert "依据" in lint("explain", "TOT003").out
