"""The rules as a set, packs, and how selectors pick rules."""

from __future__ import annotations

import string
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import fields, replace
from enum import StrEnum
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import pytest

from disclosure_lint.errors import DuplicateRuleError, PackError, UnknownRuleError
from disclosure_lint.registry import find, load_rules, select
from disclosure_lint.rule import Bad, Good, Rule

ROOT = Path(__file__).parents[2]
RULES = load_rules()
PACK = "pack_of_a_township"
EACH = pytest.mark.parametrize(
    "rule", [pytest.param(rule, id=rule.code) for rule in load_rules(("disclosure_rules", PACK))]
)


@EACH
def test_rule_is_complete(rule: Rule) -> None:
    assert any(isinstance(example, Bad) for example in rule.examples), "no Bad example"
    assert any(isinstance(example, Good) for example in rule.examples), "no Good example"
    assert rule.code[:3].isupper()
    assert rule.code[:3].isalpha()
    assert rule.code[3:].isdigit()
    assert len(rule.code) == 6
    assert rule.name == rule.name.lower()
    assert set(rule.name) <= set(string.ascii_lowercase + "-")
    assert rule.genres
    assert rule.messages


def format_fields(words: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(words) if field is not None}


@EACH
def test_both_languages_say_the_same_fields(rule: Rule) -> None:
    for text in (*rule.messages.values(), rule.summary, rule.help, rule.why, rule.basis):
        assert format_fields(text.zh) == format_fields(text.en)
        assert "" not in format_fields(text.zh)
        assert text.zh.strip() == text.zh != ""
        assert text.en.strip() == text.en != ""


@EACH
def test_english_is_english_and_chinese_is_chinese(rule: Rule) -> None:
    for text in (rule.summary, rule.help, rule.why):
        assert any("\u4e00" <= character <= "\u9fff" for character in text.zh)
        assert text.en.isascii() or not text.en[0] > "\u2e80"


@EACH
def test_options_can_be_configured(rule: Rule) -> None:
    if rule.options is None:
        return
    assert rule.options() == rule.options()
    assert rule.options.__dataclass_params__.frozen
    for field in fields(rule.options):
        hint = get_type_hints(rule.options)[field.name]
        (kind,) = set(get_args(hint)) - {Ellipsis} if get_origin(hint) in (tuple, Mapping) else (hint,)
        assert kind in (int, float, str, bool) or issubclass(kind, StrEnum), f"{field.name}: {hint}"
        assert field.name in (rule.options.__doc__ or ""), f"{field.name} is not explained"


def test_codes_and_names_are_unique() -> None:
    words = [word for rule in RULES for word in (rule.code, rule.name, *rule.aliases)]
    assert sorted(words) == sorted(set(words))


def test_rules_come_in_the_order_of_their_codes_within_a_family() -> None:
    families: dict[str, list[str]] = {}
    for rule in RULES:
        families.setdefault(rule.code[:3], []).append(rule.code)
    assert {family: sorted(codes) for family, codes in families.items()} == families


def test_a_pack_outside_the_package_is_loaded_by_name() -> None:
    assert [rule.code for rule in load_rules((PACK,))] == ["TWN001"]
    assert load_rules(("disclosure_rules", PACK)) == (*RULES, *load_rules((PACK,)))


@pytest.mark.parametrize(
    ("name", "source", "words"),
    [
        pytest.param("no_such_pack_anywhere", None, "没有安装", id="absent"),
        pytest.param("not-a-module", None, "没有安装", id="not-a-module-name"),
        pytest.param("pack_without_rules", "", "RULES", id="no-rules"),
        pytest.param("pack_of_strings", "RULES = ('TOT003',)", "RULES", id="no-rule-values"),
        pytest.param(
            "pack_with_a_mistake", "import no_such_module_at_all", "no_such_module_at_all", id="broken-import"
        ),
        pytest.param("pack_that_raises", "raise OSError('disk')", "disk", id="raises"),
    ],
)
def test_pack_that_cannot_be_used(
    name: str, source: str | None, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if source is not None:
        (tmp_path / f"{name}.py").write_text(source, encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(PackError, match=words):
        load_rules((name,))


def test_two_rules_may_not_share_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pack_of_doubles.py").write_text(
        "from dataclasses import replace\n"
        "from pack_of_a_township import RULES as ONES\n"
        "RULES = (replace(ONES[0], code='TWN002', name='other', aliases=('short-committee',)),)\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(DuplicateRuleError, match="short-committee"):
        load_rules((PACK, "pack_of_doubles"))


def python(code: str, folder: Path, *paths: Path) -> str:
    roots = [str(ROOT / name) for name in ("lint", "grammar", "rules")] + [str(path) for path in paths]
    result = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[1:1] = {roots!r}\n{code}"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return result.stdout.strip()


def test_entry_point_of_an_installed_distribution(tmp_path: Path) -> None:
    metadata = tmp_path / "township_rules-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: township-rules\nVersion: 1.0\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text(f"[disclosure_lint.rules]\ntownship-rules = {PACK}\n", encoding="utf-8")
    code = "from disclosure_lint.registry import load_rules\nprint(load_rules(('township-rules',))[0].code)"
    assert python(code, ROOT, tmp_path, ROOT / "tests" / "packs") == "TWN001"


def test_working_directory_shadows_no_pack_and_entry_points_stay_unread(tmp_path: Path) -> None:
    (tmp_path / "disclosure_rules.py").write_text("RULES = ()\nprint('shadow')\n", encoding="utf-8")
    (tmp_path / "stray_pack.py").write_text("RULES = ()\n", encoding="utf-8")
    code = (
        "from disclosure_lint.registry import load_rules\n"
        "print(len(load_rules()), 'importlib.metadata' in sys.modules, sys.path[0] == '')\n"
        "try:\n    load_rules(('stray_pack',))\nexcept Exception as error:\n    print(type(error).__name__)"
    )
    assert python(code, tmp_path).split("\n") == [f"{len(RULES)} False True", "PackError"]


def made_up(code: str, name: str, *, enabled: bool = True, always: bool = False, aliases: tuple[str, ...] = ()) -> Rule:
    return replace(RULES[0], code=code, name=name, enabled=enabled, always=always, aliases=aliases)


MADE_UP = (
    made_up("AAA001", "one"),
    made_up("AAA002", "two", aliases=("zwei",)),
    made_up("AAB001", "three", enabled=False),
    made_up("BBB001", "four"),
    made_up("DOC005", "crashed", always=True),
)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param({}, "AAA001 AAA002 BBB001", id="default"),
        pytest.param({"select": ["ALL"]}, "AAA001 AAA002 AAB001 BBB001", id="all"),
        pytest.param({"select": ["AA"]}, "AAA001 AAA002 AAB001", id="prefix"),
        pytest.param({"select": []}, "", id="nothing"),
        pytest.param({"select": ["two"]}, "AAA002", id="name"),
        pytest.param({"select": ["zwei"]}, "AAA002", id="alias"),
        pytest.param({"select": ["aaa001"]}, "AAA001", id="small-letters"),
        pytest.param({"extend_select": ["three"]}, "AAA001 AAA002 AAB001 BBB001", id="extend"),
        pytest.param({"ignore": ["AAA"]}, "BBB001", id="ignore"),
        pytest.param({"select": ["AAA"], "ignore": ["AAA002"]}, "AAA001", id="ignore-is-more-specific"),
        pytest.param({"select": ["AAA002"], "ignore": ["AAA"]}, "AAA002", id="select-is-more-specific"),
        pytest.param({"select": ["AAA"], "ignore": ["AAA"]}, "", id="ignore-wins-between-equals"),
        pytest.param(
            {"select": ["AA"], "ignore": ["AAA"], "extend_select": ["one"]}, "AAA001 AAB001", id="three-levels"
        ),
        pytest.param({"select": ["AAA"], "ignore": ["ALL"]}, "AAA001 AAA002", id="all-is-least-specific"),
        pytest.param({"start": frozenset({"BBB001"}), "extend_select": ["AAB"]}, "AAB001 BBB001", id="start"),
        pytest.param({"start": frozenset({"BBB001"}), "select": ["AAB"]}, "AAB001", id="select-starts-afresh"),
        pytest.param({"ignore": ["DOC005"]}, "AAA001 AAA002 BBB001", id="always"),
    ],
)
def test_select(arguments: dict[str, object], expected: str) -> None:
    assert sorted(select(MADE_UP, **arguments)) == [*expected.split(), "DOC005"]


@pytest.mark.parametrize(
    ("selector", "near"),
    [
        pytest.param("AAA003", "AAA00", id="code"),
        pytest.param("thre", "three", id="name"),
        pytest.param("AAC", "AA", id="prefix"),
        pytest.param("zzzzzz", "", id="nothing-near"),
        pytest.param("", "", id="empty"),
    ],
)
def test_unknown_selector(selector: str, near: str) -> None:
    with pytest.raises(UnknownRuleError) as caught:
        select(MADE_UP, [selector])
    assert caught.value.nearest.startswith(near)
    assert f"“{selector}”" in caught.value.lang("zh")
    assert ("是否应为" in caught.value.lang("zh")) == bool(near)
    assert ("did you mean" in caught.value.lang("en")) == bool(near)


def test_find() -> None:
    assert [rule.code for rule in find(MADE_UP, "four")] == ["BBB001"]
    assert [rule.code for rule in find(MADE_UP, "AAA")] == ["AAA001", "AAA002"]
    with pytest.raises(UnknownRuleError):
        find(MADE_UP, "five")
