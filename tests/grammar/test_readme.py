"""Every tree in grammar/README.md is what the parser makes of the draft above it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from disclosure_grammar.draw import draw
from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source

README = Path(__file__).parents[2] / "grammar" / "README.md"
SHAPES = re.findall(r"```(text|markdown)\n(.*?)```\n\n```tree\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


def test_there_are_shapes() -> None:
    assert len(SHAPES) == README.read_text(encoding="utf-8").count("```tree") >= 5


@pytest.mark.parametrize(("markup", "draft", "tree"), SHAPES, ids=range(len(SHAPES)))
def test_tree(markup: str, draft: str, tree: str) -> None:
    assert draw(parse(Source("draft", draft, markup))) == tree
