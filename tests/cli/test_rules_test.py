"""``rules test`` and what else the command line makes of rules of one's own."""

from __future__ import annotations

import pytest

RULES = """\
select = ["QLX"]

[[rules.custom]]
code = "QLX001"
name = "no-slogan"
kind = "existence"
words = ["基本上"]
message = { zh = "“{text}”说不清完成了多少。", en = "“{text}” does not say how much was done." }
examples = { hit = ["问题⟦基本上⟧解决。"], miss = ["14个问题解决12个。"] }
"""
BROKEN = """\

[[rules.custom]]
code = "QLX002"
kind = "required"
words = ["台账"]
examples = { hit = ["对照台账。"] }
"""


@pytest.fixture
def write(tmp_path):
    def to(text, name="disclosure-lint.toml"):
        (tmp_path / name).write_text(text, encoding="utf-8")

    return to


def test_all_hold(lint, write):
    write(RULES)
    outcome = lint("rules", "test")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "QLX001 no-slogan  通过  示例2个  disclosure-lint.toml:3\n检验规则1条：1条通过，0条不通过\n"
    assert lint("rules", "test", "--lang", "en").out == (
        "QLX001 no-slogan  passed  examples: 2  disclosure-lint.toml:3\n1 rules tested: 1 passed, 0 failed\n"
    )


def test_some_do_not_hold(lint, write):
    write(RULES + BROKEN)
    outcome = lint("rules", "test")
    assert outcome.code == 1
    assert outcome.out.splitlines()[1:] == [
        "QLX002 qlx002  不通过  示例1个  disclosure-lint.toml:11",
        "  没有不应指出的示例（miss）",
        "  应当指出而没有指出：“对照台账。”",
        "检验规则2条：1条通过，1条不通过",
    ]
    data = lint("rules", "test", "--output-format", "json", "--lang", "en").data
    assert data["summary"] == {"rules": 2, "passed": 1, "failed": 1}
    assert data["rules"][0] == {
        "code": "QLX001", "name": "no-slogan", "path": "disclosure-lint.toml", "line": 3, "examples": 2, "faults": [],
    }  # fmt: skip
    assert data["rules"][1]["faults"] == [
        "it has no example that it must leave alone (miss)",
        "finds nothing in “对照台账。”",
    ]


def test_no_rules_to_test(lint):
    outcome = lint("rules", "test")
    assert (outcome.code, outcome.out) == (0, "")
    assert "[[rules.custom]]" in outcome.err
    assert lint("rules", "test", "--output-format", "json").data["rules"] == []


def test_a_broken_configuration(lint, write):
    write(RULES.replace("existence", "existense"))
    for arguments in (("rules", "test"), ("rules",), ("check", "."), ("config", "show")):
        outcome = lint(*arguments)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.startswith("disclosure-lint: disclosure-lint.toml:6：")
        assert outcome.err.count("\n") == 1


def test_a_wrong_word(lint):
    outcome = lint("rules", "tset")
    assert outcome.code == 2
    assert "“test”" in outcome.err


def test_a_rule_without_examples_works_in_check(lint, write):
    write(RULES.replace("select", "# select") + BROKEN)
    write("一、组织领导\n问题基本上解决。\n", "a.txt")
    outcome = lint("check", "a.txt", "--genre", "progress", "--select", "QLX", "--output-format", "concise")
    assert outcome.out.splitlines()[:2] == [
        "a.txt: warning QLX002 全文没有写到“台账”。",
        "a.txt:2:3: warning QLX001 “基本上”说不清完成了多少。",
    ]


def test_listed_explained_and_reported(lint, write):
    write(RULES)
    write("一、组织领导\n问题基本上解决。\n", "a.txt")
    listed = lint("rules").out
    assert "\nQLX\n  QLX001  警告    no-slogan" in listed
    explained = lint("explain", "no-slogan").out
    assert "问题⟦基本上⟧解决。" in explained
    assert "14个问题解决12个。" in explained
    sarif = lint("check", "a.txt", "--genre", "progress", "--output-format", "sarif", "--exit-zero").data
    assert "QLX001" in [rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]]
    assert sarif["runs"][0]["results"][0]["ruleId"] == "QLX001"
    assert lint("check", "a.txt", "--genre", "progress", "--fail-on", "warning").code == 1


def test_config_show_says_where_they_are(lint, write):
    write(BROKEN, "base.toml")
    write('extend = "base.toml"\n' + RULES)
    shown = lint("config", "show").out
    assert (
        '自定的规则2条（[[rules.custom]]）：\nQLX002 = "qlx002"     # base.toml:2\nQLX001 = "no-slogan"  # disclosure-lint.toml:4\n'
        in shown
    )
    assert "rules of its own" not in lint("config", "show", "--isolated", "--lang", "en").out
