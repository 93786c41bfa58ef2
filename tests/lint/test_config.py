"""Configuration: discovery, precedence, errors that show the line."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from disclosure_lint.config import Config, ConfigError, load
from disclosure_lint.registry import load_rules
from disclosure_lint.rule import Rule, Severity

ROOT = Path(__file__).parents[2]
TOWNSHIP = load_rules(("pack_of_a_township",))[0]


class Manner(StrEnum):
    """How strict the made-up rule is."""

    MILD = "mild"
    STERN = "stern"


@dataclass(frozen=True)
class Options:
    """Options of every type."""

    most: int = 5
    share: float = 0.5
    word: str = "整改"
    strict: bool = False
    allowed: tuple[str, ...] = ()
    manner: Manner = Manner.MILD
    terms: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.most < 0:
            raise ValueError("most < 0")


def made_up(code: str, name: str, options: type[Any] | None = None) -> Rule:
    return replace(TOWNSHIP, code=code, name=name, options=options)


RULES = (
    made_up("AAA001", "one", Options),
    made_up("AAA002", "two"),
    made_up("BBB001", "three"),
    made_up("BBB002", "four"),
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def codes(config: Config, path: str = "a.txt") -> list[str]:
    return [active.rule.code for active in config.for_file(path, RULES).active]


PLACES = ("extend", "config", "per-file", "command line")
VALUES = {
    "stage": {place: "draft" if number % 2 == 0 else "final" for number, place in enumerate(PLACES)},
    "genre": dict(zip(PLACES, ("plan", "report", "other", "progress"), strict=True)),
    "severity": dict(zip(PLACES, ("info", "warning", "error", "info"), strict=True)),
    "most": dict(zip(PLACES, (1, 2, 3, 4), strict=True)),
    "select": dict(zip(PLACES, ("AAA001", "AAA002", "BBB001", "BBB002"), strict=True)),
}
SOME_PLACES = [places for n in range(1, 5) for places in itertools.combinations(PLACES, n)]


class TestPrecedence:
    """Command line > per-file > config > extend > default, for every pair of places."""

    @staticmethod
    def table(setting: str, value: object, where: str = "") -> str:
        quoted = f'"{value}"' if isinstance(value, str) else str(value)
        match setting:
            case "severity":
                return f"[{where}severity]\nAAA001 = {quoted}\n"
            case "most":
                return f"[{where}options.AAA001]\nmost = {quoted}\n"
            case "select":
                return f"select = [{quoted}]\n"
        return f"{setting} = {quoted}\n"

    def load(self, setting: str, places: tuple[str, ...]) -> Config:
        values = VALUES[setting]
        write("base.toml", self.table(setting, values["extend"]) if "extend" in places else "")
        text = 'extend = "base.toml"\n' + (self.table(setting, values["config"]) if "config" in places else "")
        if "per-file" in places:
            text += '[[per-file]]\nfiles = ["*.txt"]\n' + self.table(setting, values["per-file"], "per-file.")
        write("disclosure-lint.toml", text)
        overrides: dict[str, object] = {}
        if "command line" in places:
            value = values["command line"]
            overrides = {
                "severity": {"severity": {"AAA001": value}},
                "most": {"options": {"AAA001": {"most": value}}},
                "select": {"select": [value]},
            }.get(setting, {setting: value})
        return load(".", overrides=overrides)

    @pytest.mark.parametrize("setting", VALUES)
    @pytest.mark.parametrize("places", SOME_PLACES, ids=lambda places: "+".join(places).replace(" ", "-"))
    def test_the_highest_place_counts(self, setting: str, places: tuple[str, ...]) -> None:
        config = self.load(setting, places)
        settings = config.for_file("a.txt", RULES)
        first = settings.active[0]
        got = {
            "stage": settings.stage,
            "genre": settings.genre,
            "severity": first.severity,
            "most": first.options.most if first.options else None,
            "select": first.rule.code,
        }[setting]
        assert got == VALUES[setting][places[-1]]

    @pytest.mark.parametrize("setting", VALUES)
    def test_defaults(self, setting: str) -> None:
        settings = self.load(setting, ()).for_file("a.txt", RULES)
        first = settings.active[0]
        assert (settings.stage, settings.genre, first.severity, first.options) == ("final", None, None, Options())
        assert len(settings.active) == len(RULES)

    def test_a_table_for_other_files_does_not_count(self) -> None:
        config = self.load("genre", ("config", "per-file"))
        assert config.for_file("a.md", RULES).genre == "report"
        assert config.for_file("deep/a.txt", RULES).genre == "other"


class TestSelection:
    """Places are taken from the lowest up."""

    def test_select_starts_afresh_and_the_rest_adds_up(self) -> None:
        write("base.toml", 'select = ["AAA"]\nignore = ["AAA001"]\n')
        write("disclosure-lint.toml", 'extend = "base.toml"\nextend-select = ["BBB001"]\n')
        assert codes(load(".")) == ["AAA002", "BBB001"]
        assert codes(load(".", overrides={"extend-select": ["AAA001"]})) == ["AAA001", "AAA002", "BBB001"]
        assert codes(load(".", overrides={"ignore": ["two"]})) == ["BBB001"]
        assert codes(load(".", overrides={"select": ["AAA001"]})) == ["AAA001"]

    def test_later_table_for_some_files_counts_more(self) -> None:
        write(
            "disclosure-lint.toml",
            '[[per-file]]\nfiles = ["*.txt"]\nignore = ["AAA"]\ngenre = "plan"\n'
            '[[per-file]]\nfiles = ["/a.txt", "!b.txt"]\nextend-select = ["AAA002"]\ngenre = "auto"\n',
        )
        config = load(".")
        assert codes(config) == ["AAA002", "BBB001", "BBB002"]
        assert codes(config, "b.txt") == ["BBB001", "BBB002"]
        assert config.for_file("a.txt", RULES).genre is None
        assert config.for_file("b.txt", RULES).genre == "plan"

    def test_most_specific_severity(self) -> None:
        overrides = {"severity": {"AAA001": "error", "AAA": "info", "ALL": "warning"}}
        active = load(".", overrides=overrides).for_file("a.txt", RULES).active
        assert [one.severity for one in active] == [Severity.ERROR, Severity.INFO, Severity.WARNING, Severity.WARNING]

    def test_globs_hold_from_the_folder_of_the_file(self) -> None:
        write("disclosure-lint.toml", '[[per-file]]\nfiles = ["/drafts/*.txt"]\nignore = ["ALL"]\n')
        Path("drafts").mkdir()
        config = load("drafts")
        assert codes(config, "drafts/a.txt") == []
        assert len(codes(config, "a.txt")) == 4
        assert len(codes(config, "drafts/deep/a.txt")) == 4


class TestDiscovery:
    """Which file is read."""

    def test_nearest_upwards(self) -> None:
        write("disclosure-lint.toml", 'lang = "en"\n')
        write("in/pyproject.toml", "[project]\nname = 'other'\n")
        write("in/deep/pyproject.toml", "[tool.other]\ntext = 'disclosure-lint'\n")
        assert load("in/deep").lang == "en"
        write("in/pyproject.toml", "[tool.disclosure-lint]\nlang = 'zh'\n")
        assert load("in/deep").lang == "zh"
        write("in/disclosure-lint.toml", 'fail-on = "info"\n')
        assert load("in/deep/a.txt").lang is None
        assert load("in/deep/a.txt").fail_on is Severity.INFO

    def test_isolated_and_explicit(self) -> None:
        write("disclosure-lint.toml", 'lang = "en"\n')
        write("other.toml", 'lang = "zh"\n')
        assert load(".", isolated=True).lang is None
        assert load(".", Path("other.toml")).lang == "zh"
        with pytest.raises(ConfigError, match=r"nowhere\.toml"):
            load(".", "nowhere.toml")

    def test_explicit_pyproject_needs_the_table(self) -> None:
        write("pyproject.toml", "[project]\nname = 'other'\n")
        with pytest.raises(ConfigError, match=r"tool\.disclosure-lint"):
            load(".", "pyproject.toml")

    def test_without_a_file_no_toml_is_read(self) -> None:
        code = (
            f"import sys; sys.path[1:1] = {[str(ROOT / name) for name in ('lint', 'grammar', 'rules')]!r}\n"
            "from disclosure_lint.config import load\n"
            "config = load('.', overrides={'lang': 'en'})\n"
            "config.for_file('a.txt', config.rules())\n"
            "slow = {'tomllib', 'pathspec', 'difflib', 'importlib.metadata', 'rich'}\n"
            "print(sorted(slow & sys.modules.keys()))"
        )
        result = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
        assert result.stdout.strip() == "[]"


def test_values_of_a_run() -> None:
    write(
        "disclosure-lint.toml",
        'fail-on = "warning"\nstage = "draft"\noutput-format = "json"\nmax-size = "2MB"\nexclude = ["old/"]\npacks = ["disclosure_rules"]\n',
    )
    config = load(".", overrides={"max_size": None, "fail_on": "info"})
    assert (config.fail_on, config.stage, config.output_format) == (Severity.INFO, "draft", "json")
    assert (config.max_size, config.exclude, config.packs) == (2 * 1024**2, ("old/",), ("disclosure_rules",))
    assert config.rules() == load_rules()
    assert load(".", overrides={"fail-on": "never"}).fail_on is None


def test_origins() -> None:
    write("base.toml", '\nlang = "zh"\n[options.AAA001]\nmost = 1\n')
    write(
        "disclosure-lint.toml",
        'extend = "base.toml"\nselect = [\n "AAA",\n]\n[severity]\nAAA001 = "info"\nAAA002 = "info"\n[options.AAA001]\nshare = 1\n',
    )
    config = load(".", overrides={"fail-on": "info", "severity": {"AAA002": "error"}})
    shown = {key: origin.lang("en") for key, origin in config.origins.items()}
    assert shown["stage"] == "default"
    assert shown["lang"] == "base.toml:2"
    assert shown["select"] == "disclosure-lint.toml:2"
    assert shown["fail-on"] == "command line"
    assert shown["severity.AAA001"] == "disclosure-lint.toml:6"
    assert shown["severity.AAA002"] == "command line"
    assert shown["options.AAA001.most"] == "base.toml:4"
    assert shown["options.AAA001.share"] == "disclosure-lint.toml:9"
    assert config.origins["stage"].lang("zh") == "默认值"
    assert set(config.settings.values) <= set(shown)


def test_options_of_every_type() -> None:
    write(
        "disclosure-lint.toml",
        '[options.one]\nmost = 3\nshare = 1\nword = "销号"\nstrict = true\nallowed = ["甲", "乙"]\nmanner = "stern"\n'
        '[options.one.terms]\n"甲.乙" = "丙"\n',
    )
    (first, *_) = load(".").for_file("a.txt", RULES).active
    assert first.options == Options(3, 1.0, "销号", True, ("甲", "乙"), Manner.STERN, {"甲.乙": "丙"})
    assert isinstance(first.options.share, float)


ERRORS = [
    pytest.param("\nselct = []\n", 2, "selct = []", "“select”", id="unknown-key"),
    pytest.param("zzzzzzzzzz = 1\n", 1, "zzzzzzzzzz = 1", "可用的有", id="unknown-key-nothing-near"),
    pytest.param('select = ["AAA001",\n  "AAA003",\n]\n', 2, '"AAA003",', "“AAA00", id="unknown-rule"),
    pytest.param('ignore = ["tow"]\n', 1, 'ignore = ["tow"]', "“two”", id="unknown-name"),
    pytest.param('select = "AAA"\n', 1, 'select = "AAA"', "字符串列表", id="no-list"),
    pytest.param('select = [\n"AAA",\n3]\n', 3, "3]", "不是整数", id="no-string"),
    pytest.param('stage = "finel"\n', 1, 'stage = "finel"', "“final”", id="unknown-stage"),
    pytest.param("stage = true\n", 1, "stage = true", "true/false", id="stage-no-string"),
    pytest.param('fail-on = "erorr"\n', 1, 'fail-on = "erorr"', "“error”", id="unknown-level"),
    pytest.param('genre = "plans"\n', 1, 'genre = "plans"', "“plan”", id="unknown-genre"),
    pytest.param('exclude = ["old/", "!"]\n', 1, 'exclude = ["old/", "!"]', "“!”", id="no-glob"),
    pytest.param('[[per-file]]\nfiles = ["!"]\n', 2, 'files = ["!"]', "“!”", id="no-glob-in-a-table"),
    pytest.param("max-size = -1\n", 1, "max-size = -1", "“-1”", id="negative-size"),
    pytest.param('max-size = "big"\n', 1, 'max-size = "big"', "50MB", id="no-size"),
    pytest.param(
        '[severity]\nAAA001 = "info"\nAAA002 = "warn"\n', 3, 'AAA002 = "warn"', "“warning”", id="severity-level"
    ),
    pytest.param('[severity]\nAAA009 = "info"\n', 2, 'AAA009 = "info"', "AAA009", id="severity-rule"),
    pytest.param("severity = 3\n", 1, "severity = 3", "表", id="severity-no-table"),
    pytest.param("[options.AAA001]\nmots = 3\n", 2, "mots = 3", "“most”", id="option"),
    pytest.param('[options.AAA001]\nmost = "3"\n', 2, 'most = "3"', "整数", id="option-type"),
    pytest.param("[options.AAA001]\nmost = true\n", 2, "most = true", "整数", id="option-bool-is-no-integer"),
    pytest.param('[options.AAA001]\nallowed = ["a", 1]\n', 2, 'allowed = ["a", 1]', "字符串", id="option-element"),
    pytest.param('[options.AAA001]\nterms = ["a"]\n', 2, 'terms = ["a"]', "表", id="option-no-table"),
    pytest.param('[options.AAA001.terms]\na = "b"\nc = 1\n', 3, "c = 1", "字符串", id="option-table-element"),
    pytest.param("[options.AAA001]\nterms = { a = 1 }\n", 2, "terms = { a = 1 }", "“a”", id="option-inline-table"),
    pytest.param('[options.AAA001]\nmanner = "strn"\n', 2, 'manner = "strn"', "“stern”", id="option-choice"),
    pytest.param("[options.AAA001]\nmost = -1\n", 1, "[options.AAA001]", "most < 0", id="option-refused"),
    pytest.param("[options.AAA002]\nmost = 1\n", 1, "[options.AAA002]", "没有可设置的选项", id="no-options"),
    pytest.param("[options.onne]\nmost = 1\n", 1, "[options.onne]", "“one”", id="options-rule"),
    pytest.param("[options]\nAAA001 = 3\n", 2, "AAA001 = 3", "表", id="options-no-table"),
    pytest.param('[[per-file]]\nselect = ["AAA"]\n', 1, "[[per-file]]", "files", id="per-file-without-files"),
    pytest.param(
        '[[per-file]]\nfiles = ["a"]\n[[per-file]]\nfiles = ["b"]\nlang = "zh"\n',
        5,
        'lang = "zh"',
        "lang",
        id="per-file-key",
    ),
    pytest.param(
        '[[per-file]]\nfiles = ["x"]\n[per-file.options.one]\nmots = 1\n', 4, "mots = 1", "“most”", id="per-file-option"
    ),
    pytest.param('[per-file]\n"a.txt" = ["AAA"]\n', 1, "[per-file]", "[[per-file]]", id="per-file-table"),
    pytest.param('lang = "zh"\nstage = final\n', 2, "stage = final", "TOML", id="no-toml"),
    pytest.param('lang = "zh\n', 1, 'lang = "zh', "TOML", id="open-string"),
    pytest.param('extend = "nowhere.toml"\n', 1, 'extend = "nowhere.toml"', "nowhere.toml", id="extend-missing"),
    pytest.param('extend = "disclosure-lint.toml"\n', 1, 'extend = "disclosure-lint.toml"', "循环", id="extend-circle"),
]


@pytest.mark.parametrize(("text", "line", "line_text", "words"), ERRORS)
@pytest.mark.parametrize("ends", [pytest.param("\n", id="lf"), pytest.param("\r\n", id="crlf")])
def test_error_shows_file_line_and_what_was_meant(text: str, line: int, line_text: str, words: str, ends: str) -> None:
    Path("disclosure-lint.toml").write_bytes(text.replace("\n", ends).encode())
    with pytest.raises(ConfigError) as caught:
        load(".").for_file("a.txt", RULES)
    error = caught.value
    assert (error.path, error.line, error.line_text.strip()) == ("disclosure-lint.toml", line, line_text)
    assert words in error.lang("zh")
    assert error.lang("zh").startswith(f"disclosure-lint.toml:{line}：")
    assert error.lang("en").startswith(f"disclosure-lint.toml:{line}: ")
    assert line_text in error.lang("en")
    assert "\n" not in error.lang("zh") + error.lang("en")


def test_error_in_pyproject_and_in_an_extended_file() -> None:
    write("pyproject.toml", "[project]\nname = 'x'\n[tool.disclosure-lint.severity]\nAAA001 = 'bad'\n")
    with pytest.raises(ConfigError) as caught:
        load(".")
    assert (caught.value.path, caught.value.line) == ("pyproject.toml", 4)
    write("shared/base.toml", 'lang = "zh"\nselct = []\n')
    write("disclosure-lint.toml", 'extend = "shared/base.toml"\n')
    with pytest.raises(ConfigError) as caught:
        load(".")
    assert (caught.value.path.replace("\\", "/"), caught.value.line) == ("shared/base.toml", 2)


@pytest.mark.parametrize(
    ("overrides", "words"),
    [
        pytest.param({"select": ["AAA003"]}, "--select：没有", id="rule"),
        pytest.param({"severity": {"AAA001": "bad"}}, "--severity：", id="severity"),
        pytest.param({"fail_on": "nothing"}, "--fail-on：", id="choice"),
        pytest.param({"nonsense": 1}, "nonsense", id="key"),
    ],
)
def test_error_on_the_command_line(overrides: dict[str, object], words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(".", overrides=overrides).for_file("a.txt", RULES)
    assert words in caught.value.lang("zh")
    assert caught.value.line is None


def test_pack_error_shows_the_line() -> None:
    write("disclosure-lint.toml", 'packs = [\n  "disclosure_rules",\n  "no_such_pack",\n]\n')
    with pytest.raises(ConfigError) as caught:
        load(".").rules()
    assert caught.value.line == 3
    assert "no_such_pack" in caught.value.lang("zh")


def test_suppressions_beside_a_draft_come_with_its_settings() -> None:
    write("drafts/disclosure-lint.suppress.toml", "")
    config = load(".")
    assert config.for_file("a.txt", RULES).sidecar is None
    found = config.for_file("drafts/2024/08/a.txt", RULES).sidecar
    assert found is not None
    assert Path(found.folder) == Path("drafts").absolute()
