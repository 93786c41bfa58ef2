"""Patterns: compiled when first used, and like those of ``re`` from then on."""

from __future__ import annotations

import re

import pytest

from disclosure_grammar.pattern import Pattern


def test_nothing_is_compiled_before_it_is_used() -> None:
    broken = Pattern("(")
    with pytest.raises(re.error):
        broken.search("整改")


def test_methods_are_those_of_the_expression() -> None:
    text = "完成27项，其中3项"
    pattern, compiled = Pattern(r"(\d+)项"), re.compile(r"(\d+)项")
    assert [match.span() for match in pattern.finditer(text)] == [match.span() for match in compiled.finditer(text)]
    assert pattern.findall(text) == ["27", "3"]
    assert pattern.sub("若干项", text, count=1) == "完成若干项，其中3项"
    assert pattern.split(text, maxsplit=1) == compiled.split(text, maxsplit=1)
    found = pattern.search(text, 3)
    assert found is not None
    assert found[1] == "7"
    assert pattern.match(text, 2) is not None
    assert pattern.fullmatch(text, 2, 5) is not None
    assert pattern.search(text, 0, 4) is None


def test_flags() -> None:
    assert Pattern("todo", re.IGNORECASE).search("TODO") is not None


def test_no_other_names() -> None:
    assert not hasattr(Pattern("项"), "lines")
