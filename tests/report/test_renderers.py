"""Every format against a golden file; ``pytest --force-regen`` writes them anew."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from report_sample import DRAFT, FOUND, PERCENTAGE, report

from disclosure_grammar.source import Layout, Source
from disclosure_lint.diagnostic import FileReport, Report
from disclosure_lint.report import FORMATS, View, renderer
from disclosure_lint.rule import DISCLOSURES, PRACTICE, Rule, Severity, Text

IDENTITY = "110101199003074514"
SARIF_SCHEMA = Path(__file__).parents[1] / "data" / "sarif-2.1.0.json"
RULES = tuple(
    Rule(
        code=found.code,
        name=found.name,
        genres=DISCLOSURES,
        severity=found.severity,
        summary=found.message,
        messages={"main": found.message},
        help=found.help,
        why=Text("群众看得到。", "The public will see it."),
        basis=PRACTICE,
        check=lambda draft, options: (),
        examples=(),
    )
    for found in FOUND
)


def rendered(name: str, view: View) -> str:
    return renderer(name)(report(), view)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", FORMATS)
def test_golden(name, language, file_regression):
    text = rendered(name, View(language, rules=RULES))
    extension = ".json" if name in ("json", "sarif") else ".txt"
    if extension == ".json":
        text = json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"
    file_regression.check(text, extension=extension, encoding="utf-8")


@pytest.mark.parametrize("width", [20, 80, 120])
def test_full_width(width, file_regression):
    file_regression.check(rendered("full", View("zh", width)), encoding="utf-8")


def test_full_statistics_on_a_chinese_console(file_regression):
    text = rendered("full", View("zh", encoding="gbk", statistics=True))
    text.encode("gbk", errors="replace").decode("gbk")
    file_regression.check(text, encoding="utf-8")


def test_full_in_colour_marks_the_words_and_draws_no_carets():
    text = rendered("full", View("zh", 80, colour=True))
    assert "\x1b[1;4;31m97.74%\x1b[0m" in text
    assert "\x1b[4m77项\x1b[0m" in text
    assert "^" not in text


def test_full_quiet_has_no_summary():
    assert "检查2个文件" not in rendered("full", View("zh", quiet=True))
    assert "检查2个文件" in rendered("full", View("zh"))


def test_full_nothing_found():
    clean = Report((FileReport("a.txt", source=Source("a.txt", "整改方案\n"), genre="plan"),))
    assert renderer("full")(clean, View("zh")) == "检查1个文件：未发现问题\n"
    assert renderer("full")(clean, View("en")) == "1 file checked: nothing found\n"
    assert renderer("concise")(clean, View("zh")) == ""
    assert renderer("github")(clean, View("zh")) == ""


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("colour", [False, True])
def test_personal_numbers_are_masked(name, colour):
    assert IDENTITY in DRAFT
    text = rendered(name, View("zh", colour=colour, rules=RULES))
    assert IDENTITY not in text
    assert "199003" not in text


def test_concise_statistics_follow_the_findings():
    lines = rendered("concise", View("zh", statistics=True)).splitlines()
    assert lines[-6].split() == ["1", "CON004", "info", "missing-email"]


def test_concise_is_one_line_a_finding():
    lines = rendered("concise", View("zh")).splitlines()
    assert len(lines) == len(FOUND)
    assert lines[0].startswith("drafts/整改 通报.txt: info CON004 ")
    assert lines[1].startswith("drafts/整改 通报.txt:3:160: error TOT003 ")


def test_json_holds_to_its_schema():
    schema = json.loads(files("disclosure_lint").joinpath("schemas/check.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(rendered("json", View("zh"))), schema)


def test_json_ranges_are_code_points():
    data = json.loads(rendered("json", View("zh")))
    found = {d["code"]: d for d in data["files"][0]["diagnostics"]}
    lines = DRAFT.replace("\r\n", "\n").split("\n")
    place = found["TXT009"]["range"]
    assert lines[place["start"]["line"] - 1][place["start"]["column"] - 1 : place["end"]["column"] - 1] == "管理不规范"
    assert found["CON004"]["range"] is None
    assert data["summary"] == {"files": 3, "errors": 3, "warnings": 2, "infos": 1, "suppressed": 2, "baselined": 0}


@pytest.mark.parametrize("name", ["json", "sarif"])
@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp1252"])
def test_json_is_ascii_where_the_output_is_not_unicode(name, encoding):
    text = rendered(name, View("zh", encoding=encoding, rules=RULES))
    assert text.isascii()
    assert json.loads(text) == json.loads(rendered(name, View("zh", rules=RULES)))


@pytest.mark.parametrize("rules", [RULES, ()])
def test_sarif_is_valid(rules):
    schema = json.loads(SARIF_SCHEMA.read_text(encoding="utf-8-sig"))
    data = json.loads(rendered("sarif", View("zh", rules=rules)))
    jsonschema.Draft202012Validator(schema).validate(data)
    run = data["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        if rules:
            assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["partialFingerprints"]
    assert run["invocations"][0]["executionSuccessful"] is False


def test_sarif_paths_are_uris():
    data = json.loads(rendered("sarif", View("zh")))
    location = data["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "drafts/%E6%95%B4%E6%94%B9%20%E9%80%9A%E6%8A%A5.txt"}


def test_github_commands_cannot_be_broken_out_of():
    text = rendered("github", View("zh"))
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in text.splitlines())
    assert "title=TOT003 percentage-mismatch::完成率写作97.74%25" in text
    multi = next(line for line in text.splitlines() if "NUM007" in line)
    assert "endLine=8" in multi
    assert "endColumn" not in multi
    whole = next(line for line in text.splitlines() if "CON004" in line)
    assert "line=" not in whole


def test_github_says_in_words_where_a_place_of_a_word_document_is():
    source = Source("通报.docx", DRAFT, layout=Layout(format="docx"))
    here, there = Text("第3段", "paragraph 3"), Text("第1段", "paragraph 1")
    places = tuple(place._replace(where=there) for place in PERCENTAGE.related)
    found = PERCENTAGE._replace(where=here, related=places)
    text = renderer("github")(Report((FileReport("通报.docx", source=source, diagnostics=(found,)),)), View("zh"))
    assert "line=3,col=160," in text
    assert "::第3段 完成率写作" in text
    assert "%0A第1段 总数：79项%0A第1段 已完成：77项%0A" in text


def test_unknown_format():
    with pytest.raises(KeyError):
        renderer("html")


def test_severity_words_cover_every_severity():
    from disclosure_lint.report import SEVERITIES

    assert set(SEVERITIES) == set(Severity)
