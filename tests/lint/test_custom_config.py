"""Rules of one's own, from the configuration to the diagnostic: nothing behind the configuration can tell them from others."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from disclosure_lint.config import Config, ConfigError, load
from disclosure_lint.engine import lint_text
from disclosure_lint.errors import UserError

ROOT = Path(__file__).parents[2]
RULES = """\
[[rules.custom]]
code = "QLX001"
name = "no-slogan"
kind = "existence"
words = ["基本"]

[[rules.custom]]
code = "QLX002"
name = "at-most"
kind = "count"
words = ["推进"]
max = 1
enabled = false
"""
DRAFT = "一、组织领导\n基本完成。\n<!-- disclosure-lint: ignore QLX001 原文如此 -->\n基本到位。\n推进，推进。\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


def found(config: Config, path: str = "a.txt") -> list[tuple[str, str, int]]:
    settings = config.for_file(path, config.rules())._replace(genre="progress")
    report = lint_text(DRAFT, settings, path)
    assert report.source is not None
    return [(d.code, d.severity.value, report.source.position(d.span.start).line) for d in report.diagnostics if d.span]


def test_selection_severity_options_and_suppressions() -> None:
    write("disclosure-lint.toml", 'select = ["QLX"]\n' + RULES)
    assert found(load(".")) == [("QLX001", "warning", 2), ("QLX002", "warning", 5)]
    assert found(load(".", overrides={"ignore": ["at-most"]})) == [("QLX001", "warning", 2)]
    assert found(load(".", overrides={"severity": {"no-slogan": "error"}}))[0][1] == "error"
    assert found(load(".", overrides={"options": {"QLX001": {"allowed": ["基本完成"]}}})) == [("QLX002", "warning", 5)]
    assert found(load(".", overrides={"options": {"at-most": {"max": 2}}})) == [("QLX001", "warning", 2)]


def test_a_rule_may_be_off_until_it_is_asked_for() -> None:
    write("disclosure-lint.toml", 'ignore = ["STR", "CON", "TOT"]\n' + RULES)
    codes = {code for code, _, _ in found(load("."))}
    assert "QLX001" in codes
    assert "QLX002" not in codes
    assert "QLX002" in {code for code, _, _ in found(load(".", overrides={"extend-select": ["QLX002"]}))}


def test_for_some_files_only() -> None:
    table = '[[per-file]]\nfiles = ["old/"]\nignore = ["QLX001"]\n[per-file.options.QLX002]\nmax = 5\n'
    write("disclosure-lint.toml", 'select = ["QLX"]\n' + RULES + table)
    assert found(load("."), "old/a.txt") == []


def test_in_pyproject() -> None:
    write(
        "pyproject.toml",
        "[tool.disclosure-lint]\nselect = ['QLX001']\n" + RULES.replace("rules.", "tool.disclosure-lint.rules."),
    )
    assert found(load(".")) == [("QLX001", "warning", 2)]


def test_nearer_file_replaces_a_rule_of_the_same_code() -> None:
    write("base.toml", RULES)
    own = '[[rules.custom]]\ncode = "QLX001"\nname = "other"\nkind = "existence"\nwords = ["组织"]\n'
    write("disclosure-lint.toml", 'extend = "base.toml"\nselect = ["QLX"]\n' + own)
    config = load(".")
    assert found(config) == [("QLX001", "warning", 1), ("QLX002", "warning", 5)]
    assert [(each.rule.code, each.origin.lang("en")) for each in config.custom] == [
        ("QLX001", "disclosure-lint.toml:3"),
        ("QLX002", "base.toml:7"),
    ]


ERRORS = [
    pytest.param(RULES.replace('"existence"', '"existense"'), 4, "“existence”", id="kind"),
    pytest.param(RULES.replace("max = 1", "maxx = 1"), 12, "“max”", id="key"),
    pytest.param(RULES.replace('["基本"]', '[\n"基本",\n""]'), 7, "空的", id="word"),
    pytest.param(RULES + '\n[[rules.custom.examples]]\nhit = ["甲"]\nmis = ["乙"]\n', 17, "“miss”", id="example"),
    pytest.param(RULES + "[[rules.costum]]\n", 14, "rules.custom", id="custom"),
    pytest.param("rules = 3\n", 1, "[[rules.custom]]", id="rules"),
    pytest.param("[rules.custom]\ncode = 'QLX001'\n", 1, "[[rules.custom]]", id="no-array"),
    pytest.param("[[rules.custom]]\ncode = 'QLX001'\n", 1, "缺少 kind", id="no-kind"),
    pytest.param(RULES.replace("QLX002", "QLX001"), 8, "“QLX001”已经是规则 QLX001 no-slogan", id="same-code"),
    pytest.param(
        RULES.replace("at-most", "qlx001"), 9, "“qlx001”已经是规则 QLX001 no-slogan", id="name-is-another-code"
    ),
]


@pytest.mark.parametrize(("text", "line", "words"), ERRORS)
def test_errors_show_the_line(text: str, line: int, words: str) -> None:
    write("disclosure-lint.toml", text)
    with pytest.raises(ConfigError) as caught:
        load(".").rules()
    assert (caught.value.path, caught.value.line) == ("disclosure-lint.toml", line)
    assert words in caught.value.lang("zh")
    assert caught.value.lang("en").startswith(f"disclosure-lint.toml:{line}: ")


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        pytest.param("QLX001", "TOT003", 2, "TOT003 percentage-mismatch", id="code"),
        pytest.param("QLX001", "TOT777", 2, "“TOT”开头", id="family"),
        pytest.param("no-slogan", "percentage-mismatch", 3, "TOT003 percentage-mismatch", id="name"),
        pytest.param("no-slogan", "at-most", 9, "已经是规则 QLX001 at-most", id="name-of-its-own"),
    ],
)
def test_names_of_other_rules_are_taken(old: str, new: str, line: int, words: str) -> None:
    write("disclosure-lint.toml", RULES.replace(old, new))
    with pytest.raises(UserError) as caught:
        load(".").rules()
    assert caught.value.lang("zh").startswith(f"disclosure-lint.toml:{line}：")
    assert words in caught.value.lang("zh")


def test_names_across_files() -> None:
    write("base.toml", RULES)
    write("disclosure-lint.toml", 'extend = "base.toml"\n' + RULES.replace("QLX", "QLY").replace("at-most", "other"))
    with pytest.raises(ConfigError, match="QLX001 no-slogan") as caught:
        load(".").rules()
    assert (caught.value.path, caught.value.line) == ("disclosure-lint.toml", 4)


def test_a_name_that_is_a_code_in_another_file() -> None:
    write("base.toml", RULES)
    write(
        "disclosure-lint.toml",
        'extend = "base.toml"\n[[rules.custom]]\ncode = "QLX003"\nname = "qlx001"\nkind = "count"\nwords = ["甲"]\nmax = 1\n',
    )
    with pytest.raises(ConfigError, match="QLX001 no-slogan"):
        load(".").rules()


def test_not_on_the_command_line_and_not_for_some_files() -> None:
    write("disclosure-lint.toml", '[[per-file]]\nfiles = ["a"]\n[[per-file.rules.custom]]\ncode = "QLX001"\n')
    with pytest.raises(ConfigError, match="rules"):
        load(".")


def test_nothing_is_imported_where_there_are_none() -> None:
    write("disclosure-lint.toml", 'stage = "draft"\n')
    code = (
        f"import sys; sys.path[1:1] = {[str(ROOT / name) for name in ('lint', 'grammar', 'rules')]!r}\n"
        "from disclosure_lint.config import load\n"
        "config = load('.')\n"
        "config.for_file('a.txt', config.rules())\n"
        "import json; print(json.dumps([name for name in sys.modules if 'custom' in name]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert json.loads(done.stdout) == []
