"""The line of every key, held against what tomllib reads."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from disclosure_lint.toml_lines import lines

NASTY = '''# a comment with "quotes" and [brackets]
select = ["TOT", # not ]
  "NUM",
]
"ignore" = []
'extend-select' = [ ]
text = """
lint = "no key"
[no.table]
""""
literal = \'\'\'
x = 1
\'\'\'
dotted.key . other = 1
quoted."a.b" = "é = 1"
when = 2024-08-23 09:30:00
inline = { a = 1, b = [ { c = "}" }, 2 ], "d e" = { } }
empty-table = {}

[severity]   # levels
TOT003 = "warning"

[options."TOT003"]
most = 3

[[per-file]]
files = ["*.md"]
[per-file.options.NUM001]
most = 1

[[per-file]]
files = [
  "a",

  "b",
]
[[per-file.deep]]
x = 1
[[per-file.deep]]
x = 2
'''


def paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from paths(child, (*path, key))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(NASTY, id="nasty"),
        pytest.param("", id="empty"),
        pytest.param("a = 1", id="no-line-end"),
        pytest.param('a = """"""\nb = \'\'\'\'\'\'\nc = ""\n', id="empty-strings"),
        pytest.param('a = """x\\"""y"""\nb = 1\n', id="escaped-quotes"),
        pytest.param("a = [\"\"\"x\n]\"\"\", '''y\n]''']\nb = 1\n", id="brackets-in-strings"),
        pytest.param("[a]\n[a.b]\n[a.b.c]\nd = -1.5e3\n", id="tables"),
    ],
)
def test_every_key_has_a_line(text: str) -> None:
    assert set(lines(text)) == set(paths(tomllib.loads(text)))


@pytest.mark.parametrize(
    ("path", "words"),
    [
        pytest.param(("select",), 'select = ["TOT", # not ]', id="key"),
        pytest.param(("select", 1), '  "NUM",', id="element"),
        pytest.param(("ignore",), '"ignore" = []', id="quoted-key"),
        pytest.param(("dotted", "key", "other"), "dotted.key . other = 1", id="dotted-key"),
        pytest.param(("severity", "TOT003"), 'TOT003 = "warning"', id="in-table"),
        pytest.param(("options", "TOT003", "most"), "most = 3", id="in-quoted-table"),
        pytest.param(("per-file", 1, "files", 1), '  "b",', id="element-in-array-of-tables"),
        pytest.param(("per-file", 0, "options", "NUM001", "most"), "most = 1", id="table-under-array-of-tables"),
        pytest.param(("per-file", 1, "deep", 1, "x"), "x = 2", id="array-of-tables-in-another"),
    ],
)
def test_line_of_a_key(path: tuple[str | int, ...], words: str) -> None:
    assert NASTY.split("\n")[lines(NASTY)[path] - 1] == words


KEYS = st.sampled_from(["a", "b-c", '"d e"', "'f#g'", '"h.\\"i"', "1", "a.b-c", '"x"."y"'])
SCALARS = st.sampled_from(
    ["1", "-2.5e3", "true", "2024-08-23", "2024-08-23T07:32:00Z", "07:32:00", "inf", '""', "''", '"a # b"', "'[x]'", '"\\\\"',
     '"""\nx = 1\n[y]\n"""', "'''z\n'''", '"""a"""']
)  # fmt: skip
INDENT = st.sampled_from(["", " ", "\t"])
BREAKS = st.sampled_from(["", " ", "\n", "  # a ] comment\n  "])


def arrays(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    items = st.lists(st.tuples(BREAKS, values, BREAKS).map("".join), max_size=3)
    return st.tuples(items, BREAKS).map(lambda parts: f"[{','.join(parts[0])}{parts[1]}]")


def inline_tables(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.lists(st.tuples(KEYS, values).map(" = ".join), max_size=3)
    return pairs.map(lambda parts: f"{{ {', '.join(parts)} }}")


VALUES = st.recursive(SCALARS, lambda inner: arrays(inner) | inline_tables(inner), max_leaves=5)
STATEMENTS = (
    st.tuples(INDENT, KEYS, st.just(" = "), VALUES).map("".join)
    | KEYS.map(lambda key: f"[{key}]  # table")
    | KEYS.map(lambda key: f"[[ {key} ]]")
    | st.sampled_from(["", "# comment = 1"])
)


@given(st.lists(STATEMENTS, max_size=8).map("\n".join))
def test_any_toml(text: str) -> None:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        reject()
    places = lines(text)
    assert set(places) == set(paths(data))
    assert all(1 <= line <= text.count("\n") + 1 for line in places.values())
